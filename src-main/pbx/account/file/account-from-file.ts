import type { AccountOffer, AccountSettings } from '../../../contract/account-settings';
import { newAccount } from '../../../contract/new-account';
import { readServerAddress } from '../../../contract/server-address';
import type { AccountFile } from './read-account-file';

/**
 * The account that a file describes: the one that is kept for this number and domain, with what the file says of it, or a new one.
 * A domain that is left out is that of the WebSocket server; other fields that are may be empty still.
 */
export function accountFromFile(file: AccountFile, kept: readonly AccountSettings[], newId: string): AccountOffer {
  const { number, password = null } = file;
  const server = file.ws?.trim();
  const domain = (file.domain ?? readServerAddress(server ?? '')?.hostname ?? '').trim();
  const same = kept.find(
    (account) => account.number === number && account.domain.toLowerCase() === domain.toLowerCase(),
  );
  const known = same ?? newAccount(newId);
  const isMoved = server !== undefined && server !== known.server;
  return {
    settings: {
      ...known,
      number,
      displayName: file.displayName ?? known.displayName,
      authenticationUser: file.authenticationUser ?? known.authenticationUser,
      domain,
      // Nobody has agreed to, or trusted, another address than the one that was there.
      ...(isMoved && { server, plainAgreed: false, certificate: null }),
    },
    password,
  };
}
