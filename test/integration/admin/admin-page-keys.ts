import type { Locator } from 'playwright-core';
import type { OpenAdminPage } from './served-admin-page.ts';

/** @param name a text is the whole name of the button */
export const press = ({ page }: OpenAdminPage, name: string | RegExp): Promise<void> =>
  page.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name }).click();

/** By the menus: "Device > Phone". */
export async function go(open: OpenAdminPage, menu: string, item: string): Promise<void> {
  await press(open, menu);
  await press(open, item);
}

export const field = ({ page }: OpenAdminPage, label: string): Locator => page.getByLabel(label, { exact: true });

export const status = ({ page }: OpenAdminPage): Locator => page.getByRole('status');

export const saved = (open: OpenAdminPage): Promise<void> => status(open).filter({ hasText: 'Saved.' }).waitFor();

/** What a sighted user reads at the marked fields. */
export const problems = ({ page }: OpenAdminPage): Promise<readonly string[]> =>
  page.locator('.problem').allInnerTexts();
