#!/usr/bin/env node
// Makes a few files of a compiled application and all that it uses, for its image. In the application's folder:
//
//   bundle dist/main.js dist/migrate.js
//
// writes dist/bundle/main.js, dist/bundle/migrate.js and what they share. The dependencies of this package stay outside:
// they read files beside themselves, or Nest loads them by name. The image has them in its node_modules.
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';

import { build } from 'esbuild';

const outdir = 'dist/bundle';
const { dependencies } = JSON.parse(await readFile(join(import.meta.dirname, 'package.json'), 'utf8'));

/**
 * Nest and pg load some packages only where they are installed, and do without them where they are not. They do so by
 * calls; what a module imports it cannot do without.
 */
const absentPackages = {
  name: 'absent-packages',
  setup({ onResolve, resolve }) {
    onResolve({ filter: /^[@\w]/ }, async ({ path, pluginData, ...origin }) => {
      if (pluginData === absentPackages || origin.kind === 'entry-point') return undefined;
      const found = await resolve(path, { ...origin, pluginData: absentPackages });
      const isFound = found.errors.length === 0;
      return isFound || origin.kind === 'import-statement' ? found : { path, external: true };
    });
  },
};

await rm(outdir, { recursive: true, force: true });
await build({
  entryPoints: process.argv.slice(2),
  outdir,
  bundle: true,
  splitting: true,
  platform: 'node',
  format: 'esm',
  target: 'node24',
  external: Object.keys(dependencies),
  plugins: [absentPackages],
  // Nest shows the names of classes, and finds some providers by them.
  keepNames: true,
  sourcemap: true,
  sourcesContent: false,
  // What CommonJS modules call to load parts of Node.
  banner: {
    js: "import { createRequire as requireFrom } from 'node:module';\nconst require = requireFrom(import.meta.url);",
  },
});
