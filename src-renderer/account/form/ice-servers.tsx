import { TextField } from '../../kit/form/field';
import type { Draft } from '../state/draft';
import { useActions, usePage } from '../state/page-context';
import { SecretField } from './secret-field';

type IceServer = Draft['iceServers'][number];

export function IceServers() {
  const actions = useActions();
  const servers = usePage(({ draft }) => draft.iceServers);
  const setAll = (iceServers: Draft['iceServers']): void => actions.edit({ iceServers });
  return (
    <fieldset>
      <legend>STUN and TURN servers</legend>
      <p className="hint">Needed where your network lets no sound through. Most networks need none.</p>
      {servers.map((server, at) => (
        <IceServerFields
          // biome-ignore lint/suspicious/noArrayIndexKey: the place is all that tells two empty rows apart
          key={at}
          at={at}
          server={server}
          onChange={(changed) => setAll(servers.map((other, place) => (place === at ? changed : other)))}
          onRemove={() => setAll(servers.filter((_other, place) => place !== at))}
        />
      ))}
      {servers.some(({ url }) => /^turns?:/i.test(url.trim())) && <SecretField secret="turn" label="TURN password" />}
      <button type="button" onClick={() => setAll([...servers, { url: '', username: '' }])}>
        Add a server
      </button>
    </fieldset>
  );
}

interface IceServerFieldsProps {
  readonly at: number;
  readonly server: IceServer;
  readonly onChange: (server: IceServer) => void;
  readonly onRemove: () => void;
}

function IceServerFields({ at, server, onChange, onRemove }: IceServerFieldsProps) {
  const name = `Server ${at + 1}`;
  return (
    <fieldset className="row" aria-label={name}>
      <TextField
        field={`iceServers.${at}`}
        label="Address"
        value={server.url}
        placeholder="stun:example.org:3478"
        onChange={(url) => onChange({ ...server, url })}
      />
      <TextField
        field={`iceServers.${at}.username`}
        label="User (TURN)"
        value={server.username}
        maxLength={256}
        onChange={(username) => onChange({ ...server, username })}
      />
      <button type="button" className="quiet" aria-label={`Remove ${name.toLowerCase()}`} onClick={onRemove}>
        Remove
      </button>
    </fieldset>
  );
}
