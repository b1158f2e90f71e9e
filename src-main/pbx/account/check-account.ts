import { failure, type Result, success } from '../../base/result';
import type { AccountForm } from '../../contract/account-form';
import type { AccountSecrets, AccountSettings, FieldProblem } from '../../contract/account-settings';
import { readServerAddress, travelsInClear } from '../../contract/server-address';
import { iceServerProblem, isTurn } from './ice-servers';

/** What is kept already, of this account and beside it. */
export interface KeptAccounts {
  readonly hasPassword: boolean;
  readonly hasTurn: boolean;
  /** The other accounts, without this one. */
  readonly others: readonly Pick<AccountSettings, 'number' | 'domain'>[];
}

const MAX_LETTERS = { displayName: 80, number: 64, authenticationUser: 128, domain: 253, server: 512 } as const;
const MAX_LABEL = 32;
const EXPIRES = { least: 30, most: 86_400 } as const;
const ASK_EVERY = { least: 30, most: 3600 } as const;
/** A host name, an IPv4 address or an IPv6 address in brackets, and a port where it is not the usual one. */
const DOMAIN =
  /^([a-z0-9_]([a-z0-9_-]*[a-z0-9_])?(\.[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?)*\.?|\[[0-9a-f:.]+\])(:\d{1,5})?$/i;
/** What would end the user part of a SIP address or its quotation marks (RFC 3261, 25.1). */
const NOT_IN_A_USER = /[\s@:<>"\\]/;

/**
 * Says for every field what is wrong with it, in the order of the form, or returns the account as it is to be kept.
 * Checked here and not in the page, so that nothing wrong is ever kept.
 */
export function checkAccount(
  form: AccountForm,
  secrets: AccountSecrets,
  kept: KeptAccounts,
): Result<AccountSettings, readonly FieldProblem[]> {
  const account = trimmed(form);
  const checks: readonly (readonly [field: string, words: string | null])[] = [
    ['displayName', tooLong(account, 'displayName')],
    ['number', numberProblem(account, kept)],
    ['password', secrets.password || kept.hasPassword ? null : 'Type the password of this number.'],
    ['domain', domainProblem(account)],
    ['server', serverProblem(account)],
    ['plainAgreed', agreementProblem(account)],
    ['authenticationUser', userProblem(account)],
    ['expires', rangeProblem(account.expires, EXPIRES)],
    ...account.iceServers.map((server, at) => [`iceServers.${at}`, iceServerProblem(server)] as const),
    ['turn', turnProblem(account, secrets, kept)],
    ['codecs', codecProblem(account)],
    ...account.speedDials.map((dial, at) => [`speedDials.${at}`, speedDialProblem(dial, at)] as const),
    ['askEvery', account.lastResort === 'never' ? null : rangeProblem(account.askEvery, ASK_EVERY)],
  ];
  const problems = checks.flatMap(([field, words]) => (words === null ? [] : [{ field, words }]));
  return problems.length > 0 ? failure(problems) : success(account);
}

const trimmed = (form: AccountForm): AccountForm => ({
  ...form,
  displayName: form.displayName.trim(),
  number: form.number.trim(),
  authenticationUser: form.authenticationUser.trim(),
  domain: form.domain.trim(),
  server: form.server.trim(),
  // Nobody is bound by an agreement to another address.
  plainAgreed: form.plainAgreed && travelsInClear(form.server),
  iceServers: form.iceServers.map(({ url, username }) => ({ url: url.trim(), username: username.trim() })),
  speedDials: form.speedDials.map(({ number, label }) => ({ number: number.trim(), label: label.trim() })),
  // What is never asked is not looked at, and must all the same be fit to be kept.
  askEvery: form.lastResort === 'never' && rangeProblem(form.askEvery, ASK_EVERY) ? ASK_EVERY.least : form.askEvery,
});

/** As many as a 7960 has line buttons. */
export const MAX_ACCOUNTS = 6;

function numberProblem(account: AccountForm, { others }: KeptAccounts): string | null {
  if (others.length >= MAX_ACCOUNTS)
    return `The phone has ${MAX_ACCOUNTS} line buttons, and each has an account: remove one first.`;
  const { number, domain } = account;
  if (number === '') return 'Type the number, or the user name, that calls to you are addressed to.';
  if (NOT_IN_A_USER.test(number)) return 'Type the number alone: without "sip:", spaces, "@" and what follows it.';
  const twice = others.some(
    (other) => other.number === number && other.domain.toLowerCase() === domain.toLowerCase() && domain !== '',
  );
  return twice ? `There is an account for ${number} at ${domain} already.` : tooLong(account, 'number');
}

function domainProblem(account: AccountForm): string | null {
  if (account.domain === '') return 'Type the domain: what follows the "@" in your SIP address.';
  const fits = DOMAIN.test(account.domain);
  return fits ? tooLong(account, 'domain') : 'Type a name like example.org: without "sip:", "https://", "@" or a path.';
}

function serverProblem(account: AccountForm): string | null {
  if (account.server === '')
    return 'Type the address that your server has for WebSocket clients, like wss://example.org/ws.';
  if (readServerAddress(account.server)) return tooLong(account, 'server');
  return 'Type an address that begins with wss:// (or ws://), like wss://example.org:8443/ws, with no user name in it.';
}

function agreementProblem({ server, plainAgreed }: AccountForm): string | null {
  const agreed = plainAgreed || !travelsInClear(server);
  return agreed
    ? null
    : 'Use an address that begins with wss://, or tick the box if you accept that others can listen in.';
}

function userProblem(account: AccountForm): string | null {
  const fits = !/["\\\p{Cc}]/u.test(account.authenticationUser);
  return fits ? tooLong(account, 'authenticationUser') : 'A user name has neither quotation marks nor backslashes.';
}

function turnProblem({ iceServers }: AccountForm, { turn }: AccountSecrets, { hasTurn }: KeptAccounts): string | null {
  const needed = iceServers.some(({ url }) => isTurn(url));
  return !needed || turn || hasTurn ? null : 'Type the password of the TURN server.';
}

function codecProblem({ codecs }: AccountForm): string | null {
  const fits = codecs.length > 0 && new Set(codecs).size === codecs.length;
  return fits ? null : 'Name each codec once.';
}

function speedDialProblem({ number, label }: AccountForm['speedDials'][number], at: number): string | null {
  // The first button is the account's own.
  if (at >= MAX_ACCOUNTS - 1) return `The phone has ${MAX_ACCOUNTS} buttons, and one of them is this line's.`;
  if (number === '') return 'Type the number that the button calls, or remove it.';
  if (NOT_IN_A_USER.test(number)) return 'Type the number alone: without "sip:", spaces, "@" and what follows it.';
  const { number: most } = MAX_LETTERS;
  if (number.length > most) return `This is longer than the ${most} letters that there may be.`;
  return label.length > MAX_LABEL ? `A button has room for ${MAX_LABEL} letters.` : null;
}

function rangeProblem(
  value: number,
  { least, most }: { readonly least: number; readonly most: number },
): string | null {
  const fits = Number.isInteger(value) && value >= least && value <= most;
  return fits ? null : `Type a whole number of seconds from ${least} to ${most}.`;
}

function tooLong(account: AccountForm, field: keyof typeof MAX_LETTERS): string | null {
  const most = MAX_LETTERS[field];
  return account[field].length > most ? `This is longer than the ${most} letters that there may be.` : null;
}
