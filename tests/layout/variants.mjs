// Writes variants of real source files and what Prettier makes of them:
//
//   node variants.mjs SOURCES PRETTIER OUT [COUNT]
//
// SOURCES is a folder of TypeScript and JSON files, PRETTIER the folder of an installed Prettier 3.10.1.
// OUT/in gets the variants, OUT/want what Prettier prints. Names and words change their length from variant to
// variant, and so does the way lines are broken, so that every rule meets its limits.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';

const [sources, prettierFolder, out, count = '24'] = process.argv.slice(2);
const prettier = await import(pathToFileURL(join(prettierFolder, 'index.mjs')).href);
const options = { printWidth: 120, singleQuote: true };

const kept = new Set(
  `abstract accessor any as assert asserts async await bigint boolean break case catch class const constructor continue
  debugger declare default delete describe do else enum export extends false finally for from function get global if
  implements import in infer instanceof interface intrinsic is it keyof let meta module namespace never new null number
  object of out override package private protected public readonly require return satisfies set static string super
  switch symbol this throw true try type typeof undefined unique unknown using var void while with yield html test target
  beforeEach beforeAll afterEach afterAll only skip each`.split(/\s+/),
);

const renames = [
  [],
  [['pet', 'veterinaryAppointmentReminderSubscription'], ['@golden/', '@some-very-long-company-name/']],
  [['owner', 'o'], ['pet', 'p'], ['visit', 'v'], ['@golden/', '@a/']],
];

function hash(text, seed) {
  let value = 2166136261 ^ seed;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 16777619);
  value ^= value >>> 15;
  value = Math.imul(value, 2246822519);
  return (value ^ (value >>> 13)) >>> 0;
}

const letters = 'abcdefghijklmnopqrstuvwxyz';

function word(text, seed) {
  const h = hash(text, seed);
  const kind = h % 10;
  if (kind < 4) return text;
  if (kind < 6) return text.slice(0, Math.max(1, (h >>> 8) % text.length));
  const length = kind < 9 ? (h >>> 8) % 9 : (h >>> 8) % 40;
  let more = '';
  for (let i = 0; i < length; i++) more += letters[hash(text + i, seed) % 26];
  return text + more;
}

function rewrite(text, variant) {
  if (variant < renames.length) {
    for (const [from, to] of renames[variant]) {
      text = text.replaceAll(from, to);
      const upper = (s) => s[0].toUpperCase() + s.slice(1);
      if (/^[a-z]/.test(from)) text = text.replaceAll(upper(from), upper(to));
    }
    return text;
  }
  return text.replace(/(?<![\\\w$&/])[A-Za-z_$][\w$]*/g, (match) =>
    kept.has(match) ? match : kept.has(word(match, variant)) ? match : word(match, variant),
  );
}

function* walk(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!['node_modules', '.next', 'dist', 'gen'].includes(entry.name)) yield* walk(path);
    } else if (/\.(tsx?|m[tj]s|json)$/.test(entry.name) && entry.name !== 'next-env.d.ts') yield path;
  }
}

/** Other ways to break the lines of the same file, from which formatting starts. */
const breaks = [null, { printWidth: 100000, objectWrap: 'collapse' }, { printWidth: 30 }, null, { printWidth: 80, singleQuote: false, quoteProps: 'consistent' }];

let written = 0;
let failed = 0;
for (const path of walk(sources)) {
  const source = readFileSync(path, 'utf8');
  const name = relative(sources, path);
  const parser = name.endsWith('.json') ? (/(^|\/)package(-lock)?\.json$/.test(name) ? 'json-stringify' : 'json') : /\.m?js$/.test(name) ? 'babel' : 'typescript';
  for (let variant = 0; variant < Number(count); variant++) {
    const file = join(`v${variant}`, name);
    try {
      let input = rewrite(source, variant);
      const before = breaks[variant % breaks.length];
      if (before) input = await prettier.format(input, { ...options, ...before, parser, filepath: name });
      const want = await prettier.format(input, { ...options, parser, filepath: name });
      for (const [kind, text] of [['in', input], ['want', want]]) {
        const target = join(out, kind, file);
        mkdirSync(dirname(target), { recursive: true });
        writeFileSync(target, text);
      }
      written++;
    } catch (error) {
      failed++;
      if (failed < 5) console.error(`${file}: ${String(error.message).split('\n')[0]}`);
    }
  }
}
console.log(`${written} written, ${failed} that Prettier does not parse`);
