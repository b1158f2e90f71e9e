import { Fragment } from 'react';

/** Pairs of digits, broken between pairs where the line ends: people compare them one by one. */
export function Fingerprint({ value }: { readonly value: string }) {
  const pairs = value.split(/(?<=:)/);
  return (
    <span className="fingerprint">
      {pairs.map((pair, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the digits of one fingerprint never change their places
        <Fragment key={at}>
          {pair}
          <wbr />
        </Fragment>
      ))}
    </span>
  );
}
