/** The URIs that a phone carries out itself, as far as this one knows them. */
export type InternalUri =
  | { readonly kind: 'SoftKey'; readonly key: string }
  /** Answers the application that pushed the screen; transaction names the screen. `UserData:` says the same with less. */
  | {
      readonly kind: 'UserCallData';
      readonly application: number;
      readonly transaction: number;
      readonly data: string;
    }
  | { readonly kind: 'Play'; readonly file: string }
  | { readonly kind: 'Init'; readonly application: string }
  /** Half of an address: see leadsTo. */
  | { readonly kind: 'QueryStringParam' }
  /** A press of a key, e.g. "KeyPad5". */
  | { readonly kind: 'Key'; readonly key: string }
  | { readonly kind: 'unknown'; readonly uri: string };

/** `UserCallData:application:line:call reference:transaction:data`, `UserData:application:transaction.data` and their like, read; what it does not know comes back whole. */
export function parseInternalUri(uri: string): InternalUri {
  const [scheme = '', ...rest] = uri.split(':');
  const first = rest[0] ?? '';
  switch (scheme) {
    case 'SoftKey':
      return { kind: 'SoftKey', key: first };
    case 'QueryStringParam':
      return { kind: 'QueryStringParam' };
    case 'Key':
      return { kind: 'Key', key: first };
    case 'Play':
      return { kind: 'Play', file: rest.join(':') };
    case 'Init':
      return { kind: 'Init', application: first };
    case 'UserCallData': {
      const [application, , , transaction] = rest.slice(0, 4).map(Number);
      if (rest.length < 5 || !Number.isInteger(application) || !Number.isInteger(transaction))
        return { kind: 'unknown', uri };
      return {
        kind: 'UserCallData',
        application: application as number,
        transaction: transaction as number,
        data: rest.slice(4).join(':'),
      };
    }
    case 'UserData': {
      const [, transaction = '', data = ''] = /^(\d+)\.(.*)$/s.exec(rest.slice(1).join(':')) ?? [];
      if (!/^\d+$/.test(first) || data === '') return { kind: 'unknown', uri };
      return { kind: 'UserCallData', application: Number(first), transaction: Number(transaction), data };
    }
    default:
      return { kind: 'unknown', uri };
  }
}

/** The URI of a softkey that answers the application: the answer is the phone's, not a call's. */
export const userData = (application: number, transaction: number, data: string): string =>
  `UserData:${application}:${transaction}.${data}`;
