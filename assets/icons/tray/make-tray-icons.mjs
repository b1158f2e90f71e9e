// Makes the icons of the tray, one for each state of the phones: see TrayState in src-main/shell/desktop/desk-view.ts. They come out
// the same, byte for byte, on every machine.
//
//   node assets/icons/tray/make-tray-icons.mjs [folder]
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { initWasm, Resvg } from '@resvg/resvg-wasm';

const folder = process.argv[2] ?? fileURLToPath(new URL('.', import.meta.url));
await initWasm(readFileSync(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')));

/** A handset seen from the front, on 16 by 16. */
const HANDSET =
  'M2 8V6.8C2 2.6 14 2.6 14 6.8V8a.6.6 0 0 1-.6.6H11a.6.6 0 0 1-.6-.6V6.7c-1.4-.5-3.4-.5-4.8 0V8a.6.6 0 0 1-.6.6H2.6A.6.6 0 0 1 2 8Z';

/** What tells the states apart without colour: a dot, a tick, a stroke, three dots, nothing. Around (11.5, 11.5). */
const MARKS = {
  call: '<circle cx="11.5" cy="11.5" r="2.4"/>',
  available: '<path d="m9.2 11.6 1.8 1.8 3-3.6" fill="none" stroke-width="1.7"/>',
  offline: '<path d="m9.6 9.6 3.8 3.8m0-3.8-3.8 3.8" fill="none" stroke-width="1.5"/>',
  waiting: '<circle cx="8.9" cy="11.7" r="1"/><circle cx="11.5" cy="11.7" r="1"/><circle cx="14.1" cy="11.7" r="1"/>',
  idle: '',
};
/** Grounds on which white marks have a contrast of 4.5 and more. */
const GROUNDS = { call: '#b3261e', available: '#0f6b35', offline: '#5d6369', waiting: '#0a58ca', idle: '' };

/** On any panel, light or dark: a tile of its own, with a badge. @param {keyof typeof MARKS} state */
const coloured = (state) => {
  const tile = state === 'offline' ? '#8a9096' : '#1f4e5f';
  const badge = GROUNDS[state]
    ? `<rect x="6.7" y="7.7" width="9.3" height="7.9" rx="2.6" fill="${GROUNDS[state]}" stroke="#fff" stroke-width=".7"/>`
    : '';
  return `<rect width="16" height="16" rx="3.2" fill="${tile}"/><path d="${HANDSET}" fill="#fff" transform="translate(0 ${badge ? -1.2 : 2})"/>${badge}<g fill="#fff" stroke="#fff" stroke-width="0" stroke-linecap="round">${MARKS[state]}</g>`;
};

/** For macOS, which colours it by its menu bar: black on nothing. @param {keyof typeof MARKS} state */
const template = (state) =>
  `<path d="${HANDSET}" transform="translate(0 ${state === 'idle' ? 2 : -1})"/><g fill="#000" stroke="#000" stroke-width="0" stroke-linecap="round" transform="translate(-3.5 0)">${MARKS[state]}</g>`;

/** @param {string} drawing @param {number} size */
function png(drawing, size) {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16">${drawing}</svg>`;
  return new Resvg(svg, { fitTo: { mode: 'width', value: size } }).render().asPng();
}

/** By Electron's names for screens with more pixels. */
const SIZES = {
  linux: { '': 22, '@2x': 44 },
  windows: { '': 16, '@1.25x': 20, '@1.5x': 24, '@2x': 32 },
  mac: { '': 16, '@2x': 32 },
};

for (const [system, sizes] of Object.entries(SIZES)) {
  mkdirSync(join(folder, system), { recursive: true });
  for (const state of /** @type {(keyof typeof MARKS)[]} */ (Object.keys(MARKS)))
    for (const [suffix, size] of Object.entries(sizes)) {
      const [drawing, name] = system === 'mac' ? [template(state), `${state}Template`] : [coloured(state), state];
      writeFileSync(join(folder, system, `${name}${suffix}.png`), png(drawing, size));
    }
}
