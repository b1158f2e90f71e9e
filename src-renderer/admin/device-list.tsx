import type { AdminDevice } from '../../src-main/contract/admin';
import { usePage } from './state/page-context';
import type { Place } from './state/page-state';

const NO_DEVICES: readonly AdminDevice[] = [];

/** Everything that has a number, and the way to what else can be configured. */
export function DeviceList({ onOpen }: { readonly onOpen: (place: Place) => void }) {
  const devices = usePage(({ shown }) => shown?.book.devices ?? NO_DEVICES);
  const open = usePage(({ shown }) => (shown?.opened.kind === 'device' ? shown.opened.draft.name : null));
  return (
    <>
      <h1>Phones</h1>
      <ul className="item-list">
        {devices.map((device) => (
          <li key={device.name}>
            <button
              type="button"
              className="item"
              aria-current={device.name === open ? 'true' : undefined}
              onClick={() => onOpen({ device: device.name })}
            >
              <span className="item-name">
                {device.number} {device.displayName}
              </span>
              <span className="item-more">{device.isRoutePoint ? 'CTI route point' : device.model}</span>
              <span className="item-more">{stateOf(device)}</span>
            </button>
          </li>
        ))}
        {open === '' && (
          <li>
            <span className="item" aria-current="true">
              <span className="item-name">New CTI route point</span>
              <span className="item-more">not saved yet</span>
            </span>
          </li>
        )}
      </ul>
      {open !== '' && (
        <button type="button" onClick={() => onOpen('newRoutePoint')}>
          Add a CTI route point
        </button>
      )}
      <h2>Services</h2>
      <ul className="item-list">
        <li>
          <button
            type="button"
            className="item"
            aria-current={open === null ? 'true' : undefined}
            onClick={() => onOpen('parameters')}
          >
            <span className="item-name">Cisco Extended Functions</span>
            <span className="item-more">service parameters</span>
          </button>
        </li>
      </ul>
    </>
  );
}

/** What keeps calls from the phone; empty = nothing. */
const stateOf = ({ forwardAll, doNotDisturb }: AdminDevice): string =>
  [forwardAll && `forwards all calls to ${forwardAll}`, doNotDisturb && 'do not disturb'].filter(Boolean).join(', ');
