import type { ServerReport, ServiceabilityAction, ServiceabilityReport } from '../../src-main/contract/serviceability';
import { roleOf } from './words';

interface ServersProps {
  readonly report: ServiceabilityReport;
  readonly act: (action: ServiceabilityAction) => void;
}

/** Every server with the service: whether it is active, what it has open, and what can be made of it. */
export function Servers({ report, act }: ServersProps) {
  const { servers, ctiPort, mostServers } = report;
  return (
    <>
      <div className="wide">
        <table>
          <caption>
            The server with the lowest IP address is active, the others stand by. Cisco CTIManager: 127.0.0.1:{ctiPort}.
          </caption>
          <thead>
            <tr>
              <th scope="col">Server</th>
              <th scope="col">State</th>
              <th scope="col">Call Backs</th>
              <th scope="col">Lines open</th>
              <th scope="col">Change notification port</th>
              <th scope="col">Service Activation</th>
            </tr>
          </thead>
          <tbody>
            {servers.map((server, index) => (
              <ServerRow key={server.address} server={server} isFirst={index === 0} act={act} />
            ))}
          </tbody>
        </table>
      </div>
      {servers.length < mostServers && (
        <div className="buttons">
          <button type="button" onClick={() => act({ kind: 'add' })}>
            Add a server
          </button>
        </div>
      )}
    </>
  );
}

interface ServerRowProps {
  readonly server: ServerReport;
  readonly isFirst: boolean;
  readonly act: ServersProps['act'];
}

function ServerRow({ server, isFirst, act }: ServerRowProps) {
  const { address, state, requests, available, linesOpen, notificationPort, restartNeeded } = server;
  const isThere = state !== 'deactivated';
  return (
    <tr>
      <th scope="row">{address}</th>
      <td>{roleOf(server)}</td>
      <td>
        {requests}
        {available > 0 && `, ${available} free to dial`}
      </td>
      <td>{linesOpen}</td>
      <td>{notificationPort ?? 'none'}</td>
      <td>
        <div className="buttons">
          <button
            type="button"
            aria-label={`${isThere ? 'Deactivate' : 'Activate'} ${address}`}
            onClick={() => act({ kind: 'set', address, state: isThere ? 'deactivated' : 'activated' })}
          >
            {isThere ? 'Deactivate' : 'Activate'}
          </button>
          {isThere && (
            <button type="button" aria-label={`Restart ${address}`} onClick={() => act({ kind: 'restart', address })}>
              Restart
            </button>
          )}
          {!isFirst && (
            <button type="button" aria-label={`Remove ${address}`} onClick={() => act({ kind: 'remove', address })}>
              Remove
            </button>
          )}
        </div>
        {restartNeeded && <p role="status">Service parameters have changed that count after a restart.</p>}
      </td>
    </tr>
  );
}
