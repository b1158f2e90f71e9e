import type { AccountSettings } from '../../../src-main/contract/account-settings';
import { newAccount } from '../../../src-main/contract/new-account';
import { readServerAddress } from '../../../src-main/contract/server-address';

/** An account as it stands in the form: numbers may be half typed, and fields empty. */
export interface Draft extends Omit<AccountSettings, 'expires' | 'askEvery'> {
  readonly expires: string;
  readonly askEvery: string;
  /** The address at which the certificate was trusted: it is trusted nowhere else. */
  readonly certificateServer: string;
}

export const emptyDraft = (id: string): Draft => draftOf(newAccount(id));

export const draftOf = (settings: AccountSettings): Draft => ({
  ...settings,
  expires: String(settings.expires),
  askEvery: String(settings.askEvery),
  certificateServer: settings.server,
});

/** What goes to the main process, which says what is wrong with it. A number that is none goes as 0, which no field takes. */
export function settingsOf(draft: Draft): AccountSettings {
  const { certificateServer, ...settings } = draft;
  return {
    ...settings,
    certificate: trustedCertificate(draft),
    expires: numberOf(draft.expires),
    askEvery: numberOf(draft.askEvery),
  };
}

const numberOf = (text: string): number => (/^\d{1,9}$/.test(text.trim()) ? Number(text) : 0);

/** The certificate that is trusted at the address as it stands in the form. */
export function trustedCertificate({ certificate, certificateServer, server }: Draft): string | null {
  const [trusted, now] = [readServerAddress(certificateServer), readServerAddress(server)];
  return now?.protocol === 'wss:' && trusted?.host === now.host ? certificate : null;
}
