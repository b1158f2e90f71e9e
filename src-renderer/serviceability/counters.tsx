import type { ServerReport } from '../../src-main/contract/serviceability';
import { COUNTERS, timeOf } from './words';

/** What each service has done. */
export function Counters({ servers }: { readonly servers: readonly ServerReport[] }) {
  return (
    <div className="wide">
      <table>
        <thead>
          <tr>
            <th scope="col">Call Backs</th>
            {servers.map(({ address, counters }) => (
              <th key={address} scope="col">
                {address}, since {timeOf(counters.since)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {COUNTERS.map(([name, words]) => (
            <tr key={name}>
              <th scope="row">{words}</th>
              {servers.map(({ address, counters }) => (
                <td key={address}>{counters[name]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
