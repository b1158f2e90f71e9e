import type { AccountSettings } from '../../contract/account-settings';
import type { Account } from '../../contract/line-port';
import { isTurn } from './ice-servers';

/** The secrets as they are known; empty where none is. */
export interface KnownSecrets {
  readonly password: string;
  readonly turn: string;
}

/** What the line page needs to know of an account. */
export const accountOf = (settings: AccountSettings, secrets: KnownSecrets): Account => ({
  number: settings.number,
  displayName: settings.displayName,
  domain: settings.domain,
  authenticationUser: settings.authenticationUser || settings.number,
  password: secrets.password,
  server: settings.server,
  expires: settings.expires,
  iceServers: settings.iceServers.map(({ url, username }) => ({
    urls: [url],
    username: isTurn(url) ? username : '',
    credential: isTurn(url) ? secrets.turn : '',
  })),
  codecs: settings.codecs,
  contact: settings.contact,
  digits: settings.digits,
  traced: true,
});
