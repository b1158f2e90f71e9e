import { existsSync, readdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DemoBridge } from '../../../src-main/contract/bridges.ts';
import { ALICE } from '../../support/account-examples.ts';
import { MemoryAccounts } from '../../support/memory-accounts.ts';
import { ServedPage } from '../../support/served-page.ts';
import { ServedAccountPage } from '../account/served-account-page.ts';
import { ServedAdminPage } from '../admin/served-admin-page.ts';
import { DISPLAY_STATES, RIGHT_TO_LEFT_STATES } from '../face/display-states.ts';
import { ServedFace } from '../face/served-face.ts';
import { ServedServiceabilityPage } from '../serviceability/served-serviceability-page.ts';
import { openSettings } from '../settings/served-settings-page.ts';
import { graveFindings } from './axe.ts';

const pages = 'src-renderer';
/** The page that nobody sees: it has the calls, and no content. */
const HIDDEN = 'line';
const LOOKED_AT = ['account', 'admin', 'demo', 'face', 'serviceability', 'settings'];

test('every page that is shown is looked at here', () => {
  const shown = readdirSync(pages).filter((name) => name !== HIDDEN && existsSync(`${pages}/${name}/index.html`));
  expect(shown.sort()).toEqual(LOOKED_AT);
});

describe('the phone', () => {
  let served: ServedFace;
  beforeAll(async () => {
    served = await ServedFace.start();
  });
  afterAll(() => served.stop());

  test.each(['dark', 'light'] as const)(
    'has nothing serious against it in its %s casing, whatever it shows',
    async (casing) => {
      const { page, show } = await served.open(null);
      const findings: Record<string, readonly string[]> = { 'nothing yet': await graveFindings(page) };
      let version = 10;
      for (const [name, snapshot] of Object.entries({
        ...DISPLAY_STATES,
        'right to left': RIGHT_TO_LEFT_STATES.menu,
      })) {
        if (!snapshot) continue;
        version += 1;
        await show({ ...snapshot, version, appearance: { ...snapshot.appearance, casing } });
        findings[name] = await graveFindings(page);
      }
      expect(Object.values(findings).flat()).toEqual([]);
      await page.close();
    },
  );
});

/** Every list entry of a page of forms, opened one after the other, with all that is folded away. */
async function findingsOfAllEntries(page: Page): Promise<readonly string[]> {
  const findings = [...(await graveFindings(page))];
  const entries = page.locator('.item');
  for (let index = 0; index < (await entries.count()); index += 1) {
    await entries.nth(index).click();
    await page.locator('details').evaluateAll((all) => {
      for (const each of all) each.setAttribute('open', '');
    });
    findings.push(...(await graveFindings(page)));
  }
  return findings;
}

const SCHEMES = ['light', 'dark'] as const;
const VIEWPORT = { width: 920, height: 760 };

describe('the account window', () => {
  let served: ServedAccountPage;
  beforeAll(async () => {
    served = await ServedAccountPage.start();
  });
  afterAll(() => served.stop());

  test.each(SCHEMES)('has nothing serious against it in %s colours', async (colorScheme) => {
    const options = { viewport: VIEWPORT, colorScheme };
    const welcome = await served.open(new MemoryAccounts(), options);
    expect(await graveFindings(welcome.page)).toEqual([]);
    const memory = new MemoryAccounts();
    memory.setting.system = 'accounts';
    for (const account of [ALICE, { ...ALICE, id: 'bob', number: '1002' }]) memory.rows.set(account.id, account);
    const { page } = await served.open(memory, options);
    expect(await findingsOfAllEntries(page)).toEqual([]);
    await page.getByLabel('Number', { exact: true }).fill('');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.locator('[aria-invalid=true]').first().waitFor();
    expect(await graveFindings(page)).toEqual([]);
  });
});

describe('CallManager Administration', () => {
  let served: ServedAdminPage;
  beforeAll(async () => {
    served = await ServedAdminPage.start();
  });
  afterAll(() => served.stop());

  test.each(SCHEMES)('has nothing serious against it in %s colours', async (colorScheme) => {
    const { page } = await served.open({ viewport: VIEWPORT, colorScheme });
    expect(await findingsOfAllEntries(page)).toEqual([]);
  });
});

describe('CallManager Serviceability', () => {
  let served: ServedServiceabilityPage;
  beforeAll(async () => {
    served = await ServedServiceabilityPage.start();
  });
  afterAll(() => served.stop());

  test.each(SCHEMES)('has nothing serious against it in %s colours', async (colorScheme) => {
    const { page } = await served.open({ viewport: VIEWPORT, colorScheme });
    expect(await graveFindings(page)).toEqual([]);
  });
});

describe('the settings', () => {
  let served: ServedPage;
  beforeAll(async () => {
    served = await ServedPage.start('settings');
  });
  afterAll(() => served.stop());

  test.each(SCHEMES)('have nothing serious against them in %s colours', async (colorScheme) => {
    const { page } = await openSettings(served, { viewport: { width: 480, height: 900 }, colorScheme });
    expect(await graveFindings(page)).toEqual([]);
    await page.getByLabel('Open tel: links with Callback Phone', { exact: true }).click();
    await page.locator('[aria-invalid=true]').first().waitFor();
    expect(await graveFindings(page)).toEqual([]);
  });
});

describe('the caption of the guided demo', () => {
  let served: ServedPage;
  beforeAll(async () => {
    served = await ServedPage.start('demo');
  });
  afterAll(() => served.stop());

  test.each(SCHEMES)('has nothing serious against it in %s colours', async (colorScheme) => {
    const { page } = await served.newPage({ viewport: { width: 640, height: 200 }, colorScheme });
    await page.addInitScript(() => {
      const view = { step: 2, of: 9, caption: 'Carol calls Bob.', state: 'playing', speed: 1 } as const;
      const demoBridge: DemoBridge = { send: () => {}, onView: (listener) => listener(view) };
      Object.assign(window, { demoBridge });
    });
    await page.goto(served.address);
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await graveFindings(page)).toEqual([]);
  });
});
