import { afterAll, beforeAll, expect, test } from 'vitest';
import { TEST_STEPS } from '../../../src-main/contract/account-settings';
import { ALICE, fingerprint } from '../../support/account-examples.ts';
import { MemoryAccounts } from '../../support/memory-accounts.ts';
import { type OpenAccountPage, ServedAccountPage } from './served-account-page.ts';

let served: ServedAccountPage;
beforeAll(async () => {
  served = await ServedAccountPage.start();
});
afterAll(() => served.stop());

/** Accounts that were made before, with their passwords. */
function kept(...accounts: readonly (typeof ALICE)[]): MemoryAccounts {
  const memory = new MemoryAccounts();
  memory.setting.system = 'accounts';
  for (const account of accounts) {
    memory.rows.set(account.id, account);
    memory.kept.set(`account/${account.id}/password`, 'secret');
  }
  return memory;
}

const BOB = { ...ALICE, id: 'bob', number: '1002', displayName: 'Bob' };

const press = ({ page }: OpenAccountPage, name: string) => page.getByRole('button', { name, exact: true }).click();

/** What a sighted user reads at a field, and a screen reader says of it: the words that describe it. */
const wordsAt = ({ page }: OpenAccountPage, label: string) =>
  page.getByLabel(label, { exact: true }).evaluate((field: HTMLInputElement) => ({
    invalid: field.getAttribute('aria-invalid'),
    words: (field.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent)
      .join(' | '),
  }));

test('the first run: a choice, and the demo cluster with one press', async () => {
  const open = await served.open();
  expect(await open.page.title()).toBe('Welcome to Callback Phone');
  await press(
    open,
    'Try the demo cluster Three phones that call each other on this computer. Needs no account and no network.',
  );
  await expect.poll(() => open.chosen).toEqual(['demo']);
  expect(open.complaints).toEqual([]);
});

test('the first run: an account made by the keyboard alone, saved, tested, and used', async () => {
  const open = await served.open();
  const { page, memory, report } = open;
  const keys = page.keyboard;
  await keys.press('Tab');
  await keys.press('Tab');
  await keys.press('Enter');
  // The first field has the focus.
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('text');
  for (const text of ['Alice', '1001', 'secret', 'example.org', 'wss://pbx.example.org/ws']) {
    await keys.type(text);
    await keys.press('Tab');
  }
  await keys.press('Shift+Tab');
  await keys.press('Enter');
  await page.getByText('Saved. Choose “Use my phone system”').waitFor();
  expect([...memory.rows.values()]).toEqual([{ ...ALICE, id: expect.any(String) }]);
  const [id] = memory.rows.keys();
  expect([[...memory.kept], memory.told]).toEqual([[[`account/${id}/password`, 'secret']], [`saved ${id} 1001`]]);
  expect(await page.getByLabel('Password', { exact: true }).inputValue()).toBe('');
  expect(await page.getByLabel('Password', { exact: true }).getAttribute('placeholder')).toBe(
    'kept in the system’s keyring',
  );

  await page.getByRole('button', { name: 'Test connection' }).focus();
  await keys.press('Space');
  await expect.poll(() => memory.lastTested?.password).toBe('secret');
  for (const step of TEST_STEPS) {
    await report({ step, state: 'running', words: '' });
    await report({ step, state: step === 'presence' ? 'lacking' : 'passed', words: `Words of ${step}.` });
  }
  await page.getByText('The account works, and so does Call Back.').waitFor();
  const steps = await page.getByRole('listitem').filter({ hasText: 'Words of' }).allInnerTexts();
  expect(steps.map((text) => text.split(/\n+/))).toEqual([
    ['Find the server: good', 'Words of name.'],
    ['Connect: good', 'Words of tcp.'],
    ['Secure the connection (TLS): good', 'Words of tls.'],
    ['Open the WebSocket: good', 'Words of webSocket.'],
    ['Register the number: good', 'Words of register.'],
    ['Ask for the calls of a line: good', 'Words of dialog.'],
    ['Ask for presence: lacking', 'Words of presence.'],
  ]);
  await page.getByRole('button', { name: 'Use my phone system' }).focus();
  await keys.press('Enter');
  await expect.poll(() => open.chosen).toEqual(['accounts']);
  expect(open.complaints).toEqual([]);
});

test('what is wrong is said at its field, the first one has the focus, also where it is folded away', async () => {
  const open = await served.open(kept());
  const { page } = open;
  await press(open, 'Save');
  await page.getByText('Not done: see the marked fields.').waitFor();
  expect(await page.locator('[aria-invalid=true]').count()).toBe(4);
  expect(await wordsAt(open, 'Number')).toEqual({
    invalid: 'true',
    words:
      'Type the number, or the user name, that calls to you are addressed to. | Your extension, or your user name on the server.',
  });
  const focused = () => page.evaluate(() => (document.activeElement as HTMLInputElement).labels?.[0]?.textContent);
  expect(await focused()).toBe('Number');
  await page.getByLabel('Number', { exact: true }).fill('1001');
  expect(await wordsAt(open, 'Number')).toEqual({
    invalid: 'false',
    words: 'Your extension, or your user name on the server.',
  });
  await page.getByLabel('Password', { exact: true }).fill('secret');
  await page.getByLabel('Domain').fill('example.org');
  expect(await page.getByLabel('WebSocket address').getAttribute('placeholder')).toBe('wss://example.org/ws');
  await page.getByLabel('WebSocket address').fill('wss://pbx.example.org/ws');
  await page.getByText('Advanced', { exact: true }).click();
  await page.getByLabel('Registration lasts').fill('soon');
  await page.getByText('Advanced', { exact: true }).click();
  await press(open, 'Test connection');
  await expect.poll(focused).toBe('Registration lasts');
  expect(open.memory.rows.size).toBe(0);
  expect(open.memory.lastRun).toBe('');
});

test('an address that is not encrypted: a warning, and nothing is done without the user’s agreement to that address', async () => {
  const open = await served.open(kept(ALICE));
  const { page, memory } = open;
  const server = page.getByLabel('WebSocket address');
  await server.fill('ws://127.0.0.1:8080');
  expect(await page.getByText('This address is not encrypted.').count()).toBe(0);
  await server.fill('ws://pbx.example.org');
  await page.getByText('This address is not encrypted.').waitFor();
  await press(open, 'Test connection');
  await page.getByText('Use an address that begins with wss://, or tick the box').waitFor();
  expect(memory.lastRun).toBe('');
  await page.getByLabel('I accept that others can listen in').check();
  await press(open, 'Save');
  await page.getByText('Saved.').waitFor();
  expect(memory.rows.get('alice')).toMatchObject({ server: 'ws://pbx.example.org', plainAgreed: true });
  await server.fill('ws://other.example.org');
  expect(await page.getByLabel('I accept that others can listen in').isChecked()).toBe(false);
});

test('a certificate that nobody vouches for is shown, trusted by a press, and named when it changes', async () => {
  const open = await served.open(kept(ALICE));
  const { page, memory, report } = open;
  const certificate = {
    fingerprint: fingerprint('AB'),
    subject: 'CN=pbx.example.org',
    issuer: 'CN=Its own',
    validFrom: 'Jan  1 00:00:00 2026 GMT',
    validTo: 'Jan  1 00:00:00 2027 GMT',
  };
  const fail = async (facts: typeof certificate) => {
    for (const step of TEST_STEPS)
      await report(
        step === 'tls'
          ? { step, state: 'failed', words: 'Not vouched for.', certificate: facts }
          : { step, state: 'skipped', words: '' },
      );
  };
  await press(open, 'Test connection');
  await expect.poll(() => memory.lastRun).not.toBe('');
  await fail(certificate);
  const facts = await page
    .getByRole('region', { name: 'Do you trust this certificate?' })
    .locator('dd')
    .allInnerTexts();
  expect(facts).toEqual([
    'CN=pbx.example.org',
    'CN=Its own',
    'Jan 1 00:00:00 2026 GMT to Jan 1 00:00:00 2027 GMT',
    certificate.fingerprint,
  ]);
  const before = memory.lastRun;
  await press(open, 'Trust this certificate');
  await expect.poll(() => memory.lastRun).not.toBe(before);
  // Trusted for this test; kept when it is saved.
  expect(open.accounts.pins()).toEqual(new Map([['pbx.example.org:443', new Set([certificate.fingerprint])]]));
  expect(memory.rows.get('alice')?.certificate).toBeNull();
  await press(open, 'Save');
  await page.getByText('Saved.').waitFor();
  expect(memory.rows.get('alice')?.certificate).toBe(certificate.fingerprint);

  await press(open, 'Test anew');
  await fail({ ...certificate, fingerprint: fingerprint('CD') });
  const changed = page.getByRole('region', { name: 'The certificate has changed: possibly an attack' });
  expect((await changed.locator('dd').allInnerTexts()).slice(3)).toEqual([fingerprint('AB'), fingerprint('CD')]);
  expect(memory.rows.get('alice')?.certificate).toBe(certificate.fingerprint);
  // It was trusted at one server: another address has nothing of it, and the first one has it still.
  await page.getByLabel('WebSocket address').fill('wss://other.example.org');
  expect(await page.getByRole('button', { name: 'Forget the trusted certificate' }).count()).toBe(0);
  await page.getByLabel('WebSocket address').fill('wss://pbx.example.org/sip');
  await press(open, 'Forget the trusted certificate');
  await press(open, 'Save');
  await expect.poll(() => memory.rows.get('alice')?.certificate).toBeNull();
});

test('several accounts: opened from the list, added, removed after a question; edits are not lost without one', async () => {
  const open = await served.open(kept(ALICE, BOB));
  const { page, memory } = open;
  await page.getByLabel('Your name').fill('Alice in a hurry');
  await press(open, '1002 Bob example.org');
  await page.getByRole('dialog', { name: 'Discard your changes to 1001?' }).waitFor();
  await page.keyboard.press('Escape');
  expect(await page.getByLabel('Your name').inputValue()).toBe('Alice in a hurry');
  await press(open, '1002 Bob example.org');
  await press(open, 'Discard');
  await expect.poll(() => page.getByLabel('Your name').inputValue()).toBe('Bob');
  await press(open, 'Remove this account');
  await press(open, 'Keep');
  await press(open, 'Remove this account');
  await press(open, 'Remove');
  await page.getByText('The account 1002 is removed.').waitFor();
  expect([[...memory.rows.keys()], [...memory.kept.keys()], memory.told]).toEqual([
    ['alice'],
    ['account/alice/password'],
    ['removed bob'],
  ]);
  await press(open, 'Add an account');
  expect(await page.getByLabel('Password', { exact: true }).getAttribute('placeholder')).toBe('needed');
  expect(await page.getByLabel('Number', { exact: true }).inputValue()).toBe('');
});

test('codecs, servers and the last resort, by the keyboard', async () => {
  const open = await served.open(kept(ALICE));
  const { page, memory } = open;
  const key = async (name: string) => {
    await page.getByRole('button', { name, exact: true }).focus();
    await page.keyboard.press('Enter');
  };
  await page.getByText('Advanced', { exact: true }).focus();
  await page.keyboard.press('Enter');
  await key('Move opus up');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Move opus up');
  await key('Add a speed dial');
  await page.getByLabel('Number to call').fill(' 1002 ');
  await page.getByLabel('Label', { exact: true }).fill('Bob');
  await key('Add a server');
  await page.getByLabel('Address', { exact: true }).fill('turn:turn.example.org');
  await page.getByLabel('User (TURN)').fill('alice');
  await page.getByLabel('TURN password').fill('turn-secret');
  await page.getByLabel('Never ask').focus();
  await page.keyboard.press('ArrowUp');
  await page.getByLabel('Seconds between two tries').fill('60');
  await page.getByLabel('The server refuses addresses that end in .invalid').press('Space');
  await page.getByLabel('Send the digits of a call in messages of their own (INFO)').press('Space');
  await page.keyboard.press('Enter');
  await page.getByText('Saved.').waitFor();
  expect(memory.rows.get('alice')).toEqual({
    ...ALICE,
    codecs: ['opus', 'PCMU', 'PCMA', 'G722'],
    iceServers: [{ url: 'turn:turn.example.org', username: 'alice' }],
    lastResort: 'invite',
    askEvery: 60,
    contact: 'address',
    digits: 'info',
    speedDials: [{ number: '1002', label: 'Bob' }],
  });
  expect(memory.kept.get('account/alice/turn')).toBe('turn-secret');
});

test('every control has a name, and nothing is cut off at 480 pixels or at twice the size', async () => {
  for (const options of [
    { viewport: { width: 480, height: 700 } },
    { viewport: { width: 460, height: 380 }, deviceScaleFactor: 2 },
  ]) {
    const open = await served.open(kept(ALICE), options);
    const { page } = open;
    await page.getByText('Advanced', { exact: true }).click();
    const unnamed = await page.locator('button, input, summary').evaluateAll(
      (controls) =>
        controls.filter((control) => {
          const labels = (control as HTMLInputElement).labels?.[0]?.textContent;
          return !(control.getAttribute('aria-label') ?? labels ?? control.textContent)?.trim();
        }).length,
    );
    const wider = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
    expect({ unnamed, wider, complaints: open.complaints }).toEqual({ unnamed: 0, wider: false, complaints: [] });
  }
});
