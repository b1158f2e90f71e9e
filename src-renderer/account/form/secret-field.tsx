import { TextField } from '../../kit/form/field';
import { useActions, usePage } from '../state/page-context';
import type { PageState } from '../state/page-state';

type Secret = keyof PageState['secrets'];

/** Says whether a secret is kept, and where; it is never shown, not even as dots. */
export function SecretField({ secret, label }: { readonly secret: Secret; readonly label: string }) {
  const actions = useActions();
  const value = usePage(({ secrets }) => secrets[secret]);
  const kept = usePage((state) => isKept(secret, state));
  const keyring = usePage(({ book }) => book.keyring);
  return (
    <TextField
      field={secret}
      label={label}
      type="password"
      autoComplete="new-password"
      value={value}
      maxLength={256}
      placeholder={kept ? KEPT[keyring ? 'keyring' : 'memory'] : 'needed'}
      hint={hintOf(kept, keyring)}
      onChange={(text) => actions.editSecret({ [secret]: text })}
    />
  );
}

const KEPT = { keyring: 'kept in the system’s keyring', memory: 'kept in memory until you quit' } as const;

function isKept(secret: Secret, { book, draft }: PageState): boolean {
  const account = book.accounts.find(({ settings }) => settings.id === draft.id);
  return (secret === 'password' ? account?.hasPassword : account?.hasTurn) ?? false;
}

function hintOf(kept: boolean, keyring: boolean): string | null {
  if (!keyring) return 'This machine has no keyring: it is kept in memory, and asked for again after you quit.';
  return kept ? null : 'Kept in the system’s keyring, never in a file of ours.';
}
