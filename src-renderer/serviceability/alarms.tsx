import type { AlarmEvent } from '../../src-main/contract/serviceability';
import { timeOf } from './words';

/** The alarms of this run, the latest first. */
export function Alarms({ alarms }: { readonly alarms: readonly AlarmEvent[] }) {
  if (alarms.length === 0) return <p className="empty">There was no alarm.</p>;
  return (
    <div className="wide">
      <table>
        <thead>
          <tr>
            <th scope="col">Time</th>
            <th scope="col">Service</th>
            <th scope="col">Alarm</th>
          </tr>
        </thead>
        <tbody>
          {alarms.map(({ number, at, service, name, text }) => (
            <tr key={number}>
              <td>{timeOf(at)}</td>
              <td>{service}</td>
              <td>
                <span className="name">{name}</span>: {text}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
