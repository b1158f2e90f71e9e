import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { HELP } from '../../src-main/command-line/command-line.mjs';

const root = resolve(import.meta.dirname, '../..');
const folder = join(root, 'dist', 'linux-unpacked');
const executable = join(folder, 'callback-phone');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const work = mkdtempSync(join(tmpdir(), 'callback-phone-packaged-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

/** dpkg-deb is Debian's own: elsewhere there is no deb to look into. */
const hasDeb = existsSync('/usr/bin/dpkg-deb');

beforeAll(() => {
  const target = hasDeb ? 'deb' : 'dir';
  execFileSync(process.execPath, ['src-main/launch/package/package.mjs', target], {
    cwd: root,
    stdio: 'pipe',
    // Nobody downloads it: it may be large.
    env: { ...process.env, DPKG_DEB_COMPRESSOR_LEVEL: '0' },
  });
});

/** How a fuse stands in the executable. */
const [OFF, ON] = [0x30, 0x31];

/** All that is in the archive, from its own index. */
function archive(): readonly string[] {
  const file = readFileSync(join(folder, 'resources', 'app.asar'));
  const { files } = JSON.parse(file.subarray(16, 16 + file.readUInt32LE(12)).toString('utf8'));
  const list = (entries: Readonly<Record<string, { files?: never }>>, path: string): readonly string[] =>
    Object.entries(entries).flatMap(([name, { files }]) =>
      files ? list(files, `${path}${name}/`) : [`${path}${name}`],
    );
  return list(files, '');
}

describe.runIf(hasDeb)('the deb', () => {
  const unpacked = join(work, 'deb');
  beforeAll(() => {
    execFileSync('dpkg-deb', ['-R', join(root, 'dist', `callback-phone-${version}-linux-amd64.deb`), unpacked]);
  });
  const read = (path: string): string => readFileSync(join(unpacked, path), 'utf8');

  test('lets the sandbox of this program alone make user namespaces, where AppArmor forbids them', () => {
    expect(read('opt/Callback Phone/resources/apparmor-profile')).toMatch(
      /^profile "callback-phone" "\/opt\/Callback Phone\/callback-phone" flags=\(unconfined\) \{\n\s+userns,$/m,
    );
    const postinst = read('DEBIAN/postinst');
    expect(postinst).toContain("APPARMOR_PROFILE_SOURCE='/opt/Callback Phone/resources/apparmor-profile'");
    expect(postinst).toContain("APPARMOR_PROFILE_TARGET='/etc/apparmor.d/callback-phone'");
    expect(postinst).toMatch(/^\s*apparmor_parser --replace .*"\$APPARMOR_PROFILE_TARGET"$/m);
    execFileSync('bash', ['-n', join(unpacked, 'DEBIAN/postinst')]);
  });

  test('has a desktop entry that names its windows, under X11 and under Wayland', () => {
    const entry = read('usr/share/applications/dev.callbackphone.app.desktop');
    expect(entry).toMatch(/^StartupWMClass=Callback Phone$/m);
    expect(entry).toMatch(/^Exec=callback-phone %U$/m);
  });
});

describe('the packaged app', () => {
  test('starts by itself, and registers three phones', () => {
    const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    const pictures = join(work, 'pictures');
    const words = ['--disable-gpu', '--demo', `--user-data-dir=${join(work, 'user')}`, '--screenshot', pictures];
    // Elsewhere than in the project folder: it must need nothing of it.
    const run = spawnSync(executable, [...asRoot, ...words], { cwd: work, encoding: 'utf8', timeout: 120_000 });
    expect(run.status, run.stderr).toBe(0);
    const windows = ['7960-1001.png', '7960-1002.png', '7960-1003.png'];
    expect(readdirSync(pictures)).toEqual(windows);
    for (const picture of windows) expect(statSync(join(pictures, picture)).size).toBeGreaterThan(10_000);
    const log = readFileSync(join(work, 'user', 'logs', 'callback-phone.log'), 'utf8');
    expect(log).toContain('every phone is registered and shown');
    // With what V8 had compiled of it when it was packaged.
    expect(log).toContain('runs as it was compiled before');
  });

  test.each([
    [['--version'], { status: 0, stdout: `Callback Phone ${version}\n` }],
    [['--help'], { status: 0, stdout: HELP }],
    [['--demo', '--scrennshot=x'], { status: 2, stdout: '' }],
    [['--rescue-database=perhaps'], { status: 2, stdout: '' }],
  ])('answers %j as the app from the sources does', (words, answer) => {
    const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    const { status, stdout } = spawnSync(executable, [...asRoot, '--disable-gpu', ...words], {
      cwd: work,
      encoding: 'utf8',
      timeout: 30_000,
      env: { ...process.env, XDG_CONFIG_HOME: join(work, 'config') },
    });
    expect({ status, stdout }).toEqual(answer);
  });

  test('has what runs, and nothing that makes, tests or explains it', () => {
    const files = archive();
    const rooms = new Set(files.map((file) => file.split('/')[0]));
    expect([...rooms].sort()).toEqual(['assets', 'node_modules', 'out', 'package.json']);
    const packages = files
      .filter((file) => file.startsWith('node_modules/'))
      .map((file) => file.split('/').slice(1, 3));
    expect(
      [...new Set(packages.map(([scope, name]) => (scope?.startsWith('@') ? `${scope}/${name}` : scope)))].sort(),
    ).toEqual(['@photostructure/sqlite', 'node-gyp-build']);
    expect(files.filter((file) => /\.(mjs|map|ts|cpp|c|h|md|gyp|pdb)$|\.test\.|licences\.json/.test(file))).toEqual([]);
    expect(files).toEqual(
      expect.arrayContaining([
        'assets/CallBack.raw',
        'assets/rings/RINGLIST.XML',
        'out/main/main.js',
        'out/main/app.js.cache',
      ]),
    );
  });

  test('loads its native module from beside the archive, and carries that of its own machine alone', () => {
    const prebuilds = join(folder, 'resources/app.asar.unpacked/node_modules/@photostructure/sqlite/prebuilds');
    expect(readdirSync(prebuilds)).toEqual([`${process.platform}-${process.arch}`]);
  });

  test('ships the licences of all that is in it', () => {
    const text = readFileSync(join(folder, 'LICENSES.dependencies.txt'), 'utf8');
    const named = [
      'react',
      'react-dom',
      'zustand',
      'sip.js',
      'howler',
      'ws',
      'valibot',
      'vscode-jsonrpc',
      '@photostructure/sqlite',
    ];
    for (const name of named) expect(text).toMatch(new RegExp(`^${name.replace('.', '\\.')} \\d`, 'm'));
    expect(
      text.match(/Permission is hereby granted|Apache License|Permission to use, copy/g)?.length,
    ).toBeGreaterThanOrEqual(9);
    expect(existsSync(join(folder, 'LICENSES.chromium.html'))).toBe(true);
  });

  test('has the fuses blown that would open it to others', async () => {
    const wire = await getCurrentFuseWire(executable);
    const off = [
      FuseV1Options.RunAsNode,
      FuseV1Options.EnableNodeOptionsEnvironmentVariable,
      FuseV1Options.EnableNodeCliInspectArguments,
      FuseV1Options.GrantFileProtocolExtraPrivileges,
    ];
    const on = [
      FuseV1Options.OnlyLoadAppFromAsar,
      FuseV1Options.EnableEmbeddedAsarIntegrityValidation,
      FuseV1Options.EnableCookieEncryption,
    ];
    expect(off.map((fuse) => wire[fuse])).toEqual(off.map(() => OFF));
    expect(on.map((fuse) => wire[fuse])).toEqual(on.map(() => ON));
    // And one of them in effect: the executable is not a Node that runs whatever it is given.
    const asNode = spawnSync(executable, ['--version'], {
      encoding: 'utf8',
      timeout: 20_000,
      env: { ...process.env, ELECTRON_RUN_AS_NODE: '1', DISPLAY: '' },
    });
    expect(asNode.stdout).not.toMatch(/^v18|^v2/);
  });
});
