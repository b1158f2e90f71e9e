import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');

/** Which room may import from which other rooms of the house. A room may always import from itself. The longest prefix counts. */
const ROOMS: Readonly<Record<string, readonly string[]>> = {
  'src-main/base': [],
  'src-main/contract': ['src-main/base'],
  'src-main/sip': ['src-main/base'],
  'src-main/xsi/objects': ['src-main/base'],
  'src-main/audio': ['src-main/base'],
  'src-main/phone': ['src-main/base', 'src-main/contract', 'src-main/xsi/objects'],
  'src-main/cef/call-back-handler': ['src-main/base', 'src-main/contract'],
  // It never imports CallManager: they talk over the CTI link, the database port and XSI, as separate machines would.
  'src-main/cef': ['src-main/base', 'src-main/contract', 'src-main/xsi/objects'],
  'src-main/store': ['src-main/base', 'src-main/contract', 'src-main/cef/ports'],
  'src-main/callmanager': [
    'src-main/base',
    'src-main/contract',
    'src-main/sip',
    'src-main/xsi/objects',
    'src-main/cef/ports',
  ],
  'src-main/pbx': ['src-main/base', 'src-main/contract', 'src-main/sip', 'src-main/xsi/objects', 'src-main/cef/ports'],
  'src-main/sip-transport': ['src-main/base', 'src-main/contract', 'src-main/sip'],
  'src-main/test-bench': [
    'src-main/base',
    'src-main/contract',
    'src-main/sip',
    'src-main/xsi/objects',
    'src-main/audio',
    'src-main/phone',
    'src-main/cef/ports',
    'src-main/command-line',
  ],
  // A process of its own: it knows nothing of Electron, and nothing of SIP beyond what descriptions say.
  'src-main/media-gateway': ['src-main/base', 'src-main/contract', 'src-main/sip'],
  // Figure 4-2 has them on one server: the service, and those that it depends on.
  'src-main/cef-host': [
    'src-main/base',
    'src-main/contract',
    'src-main/cef',
    'src-main/store',
    'src-main/callmanager/ris-data-collector',
    'src-main/callmanager/database-layer-monitor',
  ],
  'src-main/app': [
    'src-main/base',
    'src-main/contract',
    'src-main/sip',
    'src-main/xsi/objects',
    'src-main/audio',
    'src-main/phone',
    'src-main/cef',
    'src-main/store',
    'src-main/pbx',
    'src-main/command-line',
  ],
  'src-main/electron': [
    'src-main/base',
    'src-main/contract',
    'src-main/sip',
    'src-main/phone',
    'src-main/cef',
    'src-main/cef-host',
    'src-main/callmanager',
    'src-main/pbx',
    'src-main/store',
    'src-main/app',
    'src-main/test-bench',
    // The control API shows the display as the face draws it.
    'src-renderer/face/lcd',
    'docs/control-api',
    'src-main/command-line',
  ],
  'src-main/main': [
    'src-main/base',
    'src-main/contract',
    'src-main/cef',
    'src-main/callmanager/ris-data-collector',
    'src-main/store',
    'src-main/app',
    'src-main/command-line',
    'src-main/electron',
  ],
  'src-main/preload': ['src-main/contract'],
  // It runs before main.ts does, and knows of it no more than its shape.
  'src-main/start': ['src-main/code-cache', 'src-main/main'],
  'src-main/code-cache': [],
  'src-main/electron.vite.config': ['src-main/build'],
  'src-main/build': [],
  // What may stand on the command line is known before anything is installed: plain JavaScript.
  'src-main/command-line': [],
  'src-main/launch': ['src-main/command-line'],
  'src-renderer/face': ['src-main/base', 'src-main/contract', 'src-main/sip', 'src-renderer/kit'],
  'src-renderer/line': ['src-main/base', 'src-main/contract', 'src-main/sip'],
  'src-renderer/account': ['src-main/base', 'src-main/contract', 'src-renderer/kit'],
  'src-renderer/admin': ['src-main/base', 'src-main/contract', 'src-renderer/kit'],
  'src-renderer/serviceability': ['src-main/base', 'src-main/contract', 'src-renderer/kit'],
  'src-renderer/settings': ['src-main/base', 'src-main/contract', 'src-renderer/kit'],
  'src-renderer/demo': ['src-main/base', 'src-main/contract', 'src-renderer/kit'],
  'src-renderer/kit': ['src-main/base', 'src-main/contract'],
};

/** All that a user sees, with what they share: the line page has no face. */
const VISIBLE_PAGES = [
  'src-renderer/face',
  'src-renderer/account',
  'src-renderer/admin',
  'src-renderer/serviceability',
  'src-renderer/settings',
  'src-renderer/demo',
  'src-renderer/kit',
];

/** Libraries that only some rooms may know. */
const LIBRARIES: Readonly<Record<string, readonly string[]>> = {
  'sip.js': ['src-renderer/line', 'src-main/callmanager/sip-server'],
  howler: ['src-renderer/line/ringer'],
  react: VISIBLE_PAGES,
  'react-dom': VISIBLE_PAGES,
  zustand: VISIBLE_PAGES,
  electron: ['src-main/electron', 'src-main/preload', 'src-main/main'],
  'electron-updater': ['src-main/electron/updates'],
  'node-datachannel': ['src-main/media-gateway/datachannel-leg'],
  '@photostructure/sqlite': ['src-main/store'],
};

/** Rooms that must not touch the machine: no file, no socket, no timer of Node's. */
const PURE = [
  'src-main/contract',
  'src-main/xsi/objects',
  'src-main/audio',
  'src-main/cef/call-back-handler',
  'src-main/phone',
  'src-main/sip',
  'src-main/pbx/line-state',
  'src-main/pbx/line-monitor',
];

const sources = ['src-main', 'src-renderer'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(ts|tsx|mjs)$/.test(file))
    .map((file) => join(folder, file)),
);

const roomOf = (path: string): string =>
  Object.keys(ROOMS)
    .filter((room) => path === room || path.startsWith(`${room}/`) || path.startsWith(`${room}.`))
    .sort((left, right) => right.length - left.length)[0] ?? 'no room';

const isIn = (path: string, room: string): boolean =>
  path === room || path.startsWith(`${room}/`) || path.startsWith(`${room}.`);

function importsOf(file: string): readonly string[] {
  const text = readFileSync(join(root, file), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
  const found = text.matchAll(
    /(?:^|\n)\s*(?:import|export)\b[^'"`;]*?from\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]|(?:^|\n)import\s*['"]([^'"]+)['"]/g,
  );
  return [...found].map((match) => match[1] ?? match[2] ?? match[3] ?? '');
}

function complaints(file: string): readonly string[] {
  const room = roomOf(file);
  if (room === 'no room') return [`${file} stands in no room of the table`];
  return importsOf(file).flatMap((specifier) => {
    if (specifier.startsWith('.')) {
      const target = relative(root, resolve(root, dirname(file), specifier));
      const allowed = isIn(target, room) || (ROOMS[room] ?? []).some((other) => isIn(target, other));
      return allowed ? [] : [`${file} imports ${target}: ${room} may not`];
    }
    const library = specifier.startsWith('@')
      ? specifier.split('/').slice(0, 2).join('/')
      : (specifier.split('/')[0] ?? '');
    const rooms = LIBRARIES[library];
    if (rooms && !rooms.some((one) => isIn(file, one)))
      return [`${file} imports ${library}, which is for ${rooms.join(', ')} alone`];
    const impure = specifier.startsWith('node:') && PURE.some((one) => isIn(file, one));
    return impure ? [`${file} imports ${specifier}: ${room} is pure`] : [];
  });
}

test('every import keeps to the table of the house', () => {
  expect(sources.length).toBeGreaterThan(50);
  expect(sources.flatMap(complaints)).toEqual([]);
});

test('the pure rooms read no clock and set no timer', () => {
  const impure = sources
    .filter((file) => PURE.some((room) => isIn(file, room)))
    .filter((file) =>
      /\b(Date\.now|new Date\(\)|setTimeout|setInterval|Math\.random)\b/.test(readFileSync(join(root, file), 'utf8')),
    );
  expect(impure).toEqual([]);
});

test('imports of our own files are written without extension, but of plain JavaScript', () => {
  const extended = sources.flatMap((file) =>
    importsOf(file)
      .filter((specifier) => specifier.startsWith('.') && /\.(js|jsx|ts|tsx|mts)$/.test(specifier))
      .map((specifier) => `${file} imports ${specifier}`),
  );
  expect(extended).toEqual([]);
});
