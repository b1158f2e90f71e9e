import { type Browser, chromium } from 'playwright-core';

/** Debian's Chromium: the current engine, beside Electron's older one. It looks nothing up and asks nobody. */
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const openChromium = (...more: readonly string[]): Promise<Browser> =>
  chromium.launch({ executablePath: '/usr/bin/chromium', args: [...ARGUMENTS, ...more] });
