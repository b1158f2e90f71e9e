/**
 * Puts the golden pictures of each locale on one sheet, to be looked at: out/locale-sheets/<locale>.png. Run with:
 * node test/run-bundled.mjs test/pictures/locale-sheets.ts
 */
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openChromium } from '../support/chromium.ts';

const GOLDEN = 'test/integration/face/golden';
const SHEETS = 'out/locale-sheets';
const STYLE = `body { margin: 8px; background: #555; font: 12px sans-serif; color: #fff; display: grid;
  grid-template-columns: repeat(3, 400px); gap: 8px; width: max-content } figure { margin: 0 }
  img { width: 400px; image-rendering: pixelated; display: block }`;

mkdirSync(SHEETS, { recursive: true });
const browser = await openChromium();
const page = await browser.newPage({ viewport: { width: 1248, height: 1000 } });
for (const locale of readdirSync(GOLDEN)) {
  const figures = readdirSync(join(GOLDEN, locale)).map((file) => {
    const picture = readFileSync(join(GOLDEN, locale, file), 'base64');
    return `<figure><img src="data:image/png;base64,${picture}">${file}</figure>`;
  });
  await page.setContent(`<style>${STYLE}</style>${figures.join('')}`);
  await page.screenshot({ path: join(SHEETS, `${locale}.png`), fullPage: true });
}
await browser.close();
