// The project's own ESLint and Prettier, on files that are not on disk.
const path = require('node:path');

let units = [];
let prettier = null;

const linters = new Map();
/** ESLint that only looks; it reads its configuration once. */
async function looker(unit) {
  if (!linters.has(unit)) linters.set(unit, await linter(unit, false));
  return linters.get(unit);
}

/** ESLint for a folder with a configuration; with a test of findings, it mends those. */
async function linter(unit, fix) {
  const api = require(unit.eslint);
  const Class = api.loadESLint ? await api.loadESLint({ useFlatConfig: unit.flat }) : api.ESLint;
  const options = { cwd: unit.folder, errorOnUnmatchedPattern: false };
  if (fix) options.fix = fix;
  if (!unit.flat) options.extensions = ['.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs'];
  return new Class(options);
}

/** The innermost folder with a configuration around a file. */
function unitOf(file) {
  const around = units.filter(({ folder }) => file.startsWith(folder + path.sep));
  return around.sort((one, other) => other.folder.length - one.folder.length)[0];
}

function plain(result) {
  return result.messages.map((message) => ({
    file: result.filePath,
    rule: message.ruleId ?? null,
    severity: message.severity,
    message: message.message.split('\n').join(' '),
    line: message.line ?? null,
    column: message.column ?? null,
    fixable: Boolean(message.fix),
  }));
}

async function lintText(file, text, fix) {
  const unit = unitOf(file);
  if (!unit) return null;
  const eslint = fix ? await linter(unit, fix) : await looker(unit);
  if (await eslint.isPathIgnored(file)) return null;
  const [result] = await eslint.lintText(text, { filePath: file });
  return result ?? null;
}

serve({
  open(question) {
    units = question.units;
    prettier = question.prettier ? require(question.prettier) : null;
    return null;
  },
  async all() {
    const found = new Map();
    for (const unit of units) {
      const eslint = await looker(unit);
      for (const result of await eslint.lintFiles(['.'])) {
        if (unitOf(result.filePath) === unit) found.set(result.filePath, plain(result));
      }
    }
    return [...found.values()].flat();
  },
  async text({ file, text }) {
    const result = await lintText(file, text, false);
    return result ? plain(result) : [];
  },
  /** Mends errors, those of one rule or all; the text as it would be. */
  async mend({ file, text, rule }) {
    const result = await lintText(file, text, (found) => found.severity === 2 && (!rule || found.ruleId === rule));
    return result?.output ?? null;
  },
  async format({ file, text }) {
    if (!prettier) return null;
    const ignorePath = [path.join(process.cwd(), '.prettierignore'), path.join(process.cwd(), '.gitignore')];
    const several = Number(prettier.version.split('.')[0]) >= 3;
    const info = await prettier.getFileInfo(file, { ignorePath: several ? ignorePath : ignorePath[0] });
    if (info.ignored || !info.inferredParser) return null;
    const options = await prettier.resolveConfig(file, { editorconfig: true });
    return await prettier.format(text, { ...options, filepath: file });
  },
});
