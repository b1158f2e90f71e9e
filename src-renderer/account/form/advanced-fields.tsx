import { CheckField, TextField } from '../../kit/form/field';
import { useActions, usePage } from '../state/page-context';
import { CodecOrder } from './codec-order';
import { IceServers } from './ice-servers';
import { LastResort } from './last-resort';
import { SpeedDials } from './speed-dials';

/** What most people never need. */
export function AdvancedFields() {
  const actions = useActions();
  const { authenticationUser, number, expires, contact, digits } = usePage(({ draft }) => draft);
  return (
    <details className="advanced">
      <summary>Advanced</summary>
      <TextField
        field="authenticationUser"
        label="Authentication user"
        value={authenticationUser}
        maxLength={128}
        placeholder={number}
        hint="If the server wants another name than the number with the password."
        onChange={(value) => actions.edit({ authenticationUser: value })}
      />
      <TextField
        field="expires"
        label="Registration lasts"
        value={expires}
        maxLength={9}
        inputMode="numeric"
        hint="Seconds. It is renewed in time as long as the app runs."
        onChange={(value) => actions.edit({ expires: value })}
      />
      <CheckField
        field="contact"
        label="The server refuses addresses that end in .invalid"
        checked={contact === 'address'}
        hint="A WebSocket client has no address of its own. Usually it gives a name that ends in .invalid; tick this where the server tries to look it up."
        onChange={(checked) => actions.edit({ contact: checked ? 'address' : 'invalid' })}
      />
      <CheckField
        field="digits"
        label="Send the digits of a call in messages of their own (INFO)"
        checked={digits === 'info'}
        hint="Digits that you press in a call, for a voice mailbox say, usually travel with the voice (RFC 4733). Tick this where nothing happens when you press them."
        onChange={(checked) => actions.edit({ digits: checked ? 'info' : 'rfc4733' })}
      />
      <SpeedDials />
      <IceServers />
      <CodecOrder />
      <LastResort />
    </details>
  );
}
