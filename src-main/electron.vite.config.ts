import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { compileSipGrammar } from './build/sip-grammar';

const here = import.meta.dirname;
const root = resolve(here, '..');

const compileGrammar = {
  name: 'compile-grammar',
  transform(code: string, id: string): string | undefined {
    return id.endsWith('/sip.js/lib/grammar/pegjs/dist/grammar.js') ? compileSipGrammar(code) : undefined;
  },
};

type Bundle = Readonly<
  Record<string, { readonly moduleIds?: readonly string[]; readonly originalFileNames?: readonly string[] }>
>;

/** Writes down whose code is in the bundles: their licences are shipped with the app. */
function listPackages() {
  // Pages and preload scripts are built one by one, and the list is written with the last of them.
  const names = new Set<string>();
  return {
    name: 'list-packages',
    generateBundle(
      this: { emitFile(file: { type: 'asset'; fileName: string; source: string }): void },
      _options: unknown,
      bundle: Bundle,
    ): void {
      // Code, and fonts and the like that style sheets name.
      const modules = Object.values(bundle).flatMap((file) => file.moduleIds ?? file.originalFileNames ?? []);
      for (const id of modules) {
        const inside = id
          .split(/\bnode_modules[/\\]/)
          .slice(1)
          .at(-1);
        for (const name of /^(?:@[^/\\]+[/\\])?[^/\\]+/.exec(inside ?? '') ?? []) names.add(name);
      }
      this.emitFile({
        type: 'asset',
        fileName: 'shipped-packages.json',
        source: JSON.stringify([...names].sort()),
      });
    },
  };
}

/** Every file that Electron loads by path keeps its plain name. */
const plainNames = { format: 'cjs', entryFileNames: '[name].js' } as const;

// Targets are those of the oldest Electron that must run this: 33 (Node 20, Chromium 130).
export default defineConfig({
  main: {
    plugins: [compileGrammar, listPackages()],
    build: {
      target: 'node20',
      outDir: resolve(root, 'out/main'),
      // The native module is the one dependency of package.json; all else is bundled: sip.js exists as ES modules only, and one
      // file starts faster than hundreds.
      externalizeDeps: true,
      rolldownOptions: { input: { app: resolve(here, 'main.ts') }, output: plainNames },
    },
  },
  preload: {
    plugins: [listPackages()],
    build: {
      target: 'node20',
      outDir: resolve(root, 'out/preload'),
      externalizeDeps: false,
      isolatedEntries: true,
      rolldownOptions: {
        input: {
          face: resolve(here, 'preload/face.ts'),
          line: resolve(here, 'preload/line.ts'),
          account: resolve(here, 'preload/account.ts'),
          admin: resolve(here, 'preload/admin.ts'),
          serviceability: resolve(here, 'preload/serviceability.ts'),
          settings: resolve(here, 'preload/settings.ts'),
          demo: resolve(here, 'preload/demo.ts'),
        },
        output: plainNames,
      },
    },
  },
  renderer: {
    root: resolve(root, 'src-renderer'),
    plugins: [react(), compileGrammar, listPackages()],
    build: {
      target: 'chrome130',
      // Each page is one script: what several have in common would be asked for in pieces, by each window that opens, of the one
      // process that has the most to do at the start.
      isolatedEntries: true,
      minify: true,
      outDir: resolve(root, 'out/renderer'),
      rolldownOptions: {
        input: {
          face: resolve(root, 'src-renderer/face/index.html'),
          line: resolve(root, 'src-renderer/line/index.html'),
          account: resolve(root, 'src-renderer/account/index.html'),
          admin: resolve(root, 'src-renderer/admin/index.html'),
          serviceability: resolve(root, 'src-renderer/serviceability/index.html'),
          settings: resolve(root, 'src-renderer/settings/index.html'),
          demo: resolve(root, 'src-renderer/demo/index.html'),
        },
      },
    },
  },
});
