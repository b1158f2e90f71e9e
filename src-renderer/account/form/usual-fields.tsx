import { travelsInClear } from '../../../src-main/contract/server-address';
import { CheckField, TextField } from '../../kit/form/field';
import { useActions, usePage } from '../state/page-context';
import { SecretField } from './secret-field';
import { TrustedCertificate } from './trusted-certificate';

/** What everybody has to fill in. */
export function UsualFields() {
  const actions = useActions();
  const { displayName, number, domain, server, plainAgreed } = usePage(({ draft }) => draft);
  return (
    <>
      <TextField
        field="displayName"
        label="Your name"
        value={displayName}
        maxLength={80}
        spellCheck={false}
        hint="Shown to those you call."
        onChange={(value) => actions.edit({ displayName: value })}
      />
      <TextField
        field="number"
        label="Number"
        value={number}
        maxLength={64}
        placeholder="1001"
        hint="Your extension, or your user name on the server."
        onChange={(value) => actions.edit({ number: value })}
      />
      <SecretField secret="password" label="Password" />
      <TextField
        field="domain"
        label="Domain"
        value={domain}
        maxLength={253}
        placeholder="example.org"
        hint="What follows the “@” in your SIP address."
        onChange={(value) => actions.edit({ domain: value })}
      />
      <TextField
        field="server"
        label="WebSocket address"
        value={server}
        placeholder={`wss://${domain.trim() || 'example.org'}/ws`}
        inputMode="url"
        hint="Where your server takes SIP over WebSocket. Its administrator knows it."
        onChange={(value) => actions.edit({ server: value, plainAgreed: false })}
      />
      {travelsInClear(server) && (
        <div className="caution">
          <p>
            <strong>This address is not encrypted.</strong> Everybody on the network can read your password’s digest and
            your calls’ signalling, and can change it on the way.
          </p>
          <CheckField
            field="plainAgreed"
            label="I accept that others can listen in"
            checked={plainAgreed}
            onChange={(checked) => actions.edit({ plainAgreed: checked })}
          />
        </div>
      )}
      <TrustedCertificate />
    </>
  );
}
