// TypeScript's LanguageService over the projects of a workspace, with files that are not on disk.
const path = require('node:path');

let ts;
let root = '';
let projects = [];
/** Texts that stand in for what is on disk, by path. */
const overlay = new Map();
const versions = new Map();
const disk = new Map();

function read(file) {
  if (overlay.has(file)) return overlay.get(file);
  if (!disk.has(file)) disk.set(file, ts.sys.readFile(file));
  return disk.get(file);
}

function isOwn(file) {
  const inside = path.relative(root, file);
  return inside !== '' && !inside.startsWith('..') && !path.isAbsolute(inside)
    && !inside.split(/[\\/]/).includes('node_modules');
}

function hostOf(parsed, config) {
  return {
    getCompilationSettings: () => parsed.options,
    getScriptFileNames: () => parsed.fileNames,
    getScriptVersion: (file) => String(versions.get(file) ?? 0),
    getScriptSnapshot: (file) => {
      const text = read(file);
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    },
    getCurrentDirectory: () => path.dirname(config),
    getDefaultLibFileName: (options) => ts.getDefaultLibFilePath(options),
    getProjectReferences: () => parsed.projectReferences,
    useSourceOfProjectReferenceRedirect: () => true,
    useCaseSensitiveFileNames: () => ts.sys.useCaseSensitiveFileNames,
    fileExists: (file) => overlay.has(file) || ts.sys.fileExists(file),
    readFile: read,
    readDirectory: ts.sys.readDirectory,
    directoryExists: ts.sys.directoryExists,
    getDirectories: ts.sys.getDirectories,
    realpath: ts.sys.realpath,
  };
}

/** Opens a project and those that it refers to, each once; how the compiler is to be asked about it. */
function openProject(config, isRootOfMany, seen) {
  if (seen.has(config)) return null;
  seen.add(config);
  // What is wrong with a configuration is said by the compiler itself.
  const host = { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => {} };
  const parsed = ts.getParsedCommandLineOfConfigFile(config, {}, host);
  if (!parsed) return null;
  const references = parsed.projectReferences ?? [];
  // At the root of many packages a configuration that names no files is what the others extend.
  if (isRootOfMany && references.length === 0 && !parsed.raw?.include && !parsed.raw?.files) return null;
  for (const reference of references) {
    openProject(ts.resolveProjectReferencePath(reference), false, seen);
  }
  const own = parsed.fileNames.filter(isOwn);
  if (own.length > 0) {
    const service = ts.createLanguageService(hostOf(parsed, config), registry);
    projects.push({ config, own: new Set(own), service });
  }
  return own.length > 0 || references.length > 0 ? { config, builds: references.length > 0 } : null;
}
let registry;

function plain(found) {
  const message = ts.flattenDiagnosticMessageText(found.messageText, '\n').split('\n').map((line) => line.trim());
  const place = found.file && found.start !== undefined ? found.file.getLineAndCharacterOfPosition(found.start) : null;
  return {
    file: found.file?.fileName ?? null,
    start: found.start ?? 0,
    length: found.length ?? 0,
    line: place ? place.line + 1 : null,
    column: place ? place.character + 1 : null,
    code: found.code,
    message: message.join(' '),
  };
}

function diagnose(files) {
  const found = new Map();
  for (const [index, project] of projects.entries()) {
    const wanted = files ? files.filter((file) => project.own.has(file)) : [...project.own];
    for (const file of wanted) {
      const { service } = project;
      for (const one of [...service.getSyntacticDiagnostics(file), ...service.getSemanticDiagnostics(file)]) {
        if (one.category !== ts.DiagnosticCategory.Error || !one.file || !isOwn(one.file.fileName)) continue;
        const shown = { ...plain(one), project: index };
        const key = [shown.file, shown.start, shown.code, shown.message].join('\0');
        if (!found.has(key)) found.set(key, shown);
      }
    }
  }
  return [...found.values()];
}

/** What is declared and never used, in whichever project the file is first. */
function unused(file) {
  const index = projects.findIndex((project) => project.own.has(file));
  if (index < 0) return [];
  const found = projects[index].service.getSuggestionDiagnostics(file);
  return found.filter((one) => one.reportsUnnecessary).map((one) => ({ ...plain(one), project: index }));
}

function formatOf(text) {
  const settings = ts.getDefaultFormatCodeSettings(/\r\n/.test(text) ? '\r\n' : '\n');
  const indent = /^(\t| {2,8})\S/m.exec(text)?.[1] ?? '  ';
  const spaces = indent === '\t' ? 4 : indent.length;
  return { ...settings, convertTabsToSpaces: indent !== '\t', indentSize: spaces, tabSize: spaces };
}

function applied(text, changes) {
  const backwards = [...changes].sort((one, other) => other.span.start - one.span.start);
  return backwards.reduce(
    (now, { span, newText }) => now.slice(0, span.start) + newText + now.slice(span.start + span.length),
    text,
  );
}

/** Whether a name that is now at this place is declared by the workspace itself. */
function isDeclaredHere(service, file, at) {
  const places = service.getDefinitionAtPosition(file, at) ?? [];
  return places.length > 0 && places.every((place) => isOwn(place.fileName));
}

function put(files) {
  for (const { file, text } of files) {
    if (text === null) overlay.delete(file);
    else overlay.set(file, text);
    disk.delete(file);
    versions.set(file, (versions.get(file) ?? 0) + 1);
  }
}

/** Marks that may be put where the parser misses them; a missing brace is missed far from where it belongs. */
const MARKS = new Set([',', '(', ')', ']']);

/** A mark that the parser expected, behind what stands before: if the file parses then. */
function expectedMark(service, file, start, code) {
  if (code !== ts.Diagnostics._0_expected.code) return [];
  const found = service.getSyntacticDiagnostics(file).find((one) => one.code === code && one.start === start);
  const mark = /^'(.)' expected/.exec(found ? plain(found).message : '')?.[1];
  if (!MARKS.has(mark)) return [];
  const before = read(file) ?? '';
  const gap = before.slice(0, start).trimEnd().length;
  const line = before.slice(before.lastIndexOf('\n', gap) + 1, gap);
  const at = /\/\/|\*\/$/.test(line) ? start : gap;
  const text = before.slice(0, at) + mark + before.slice(at);
  if (ts.createSourceFile(file, text, ts.ScriptTarget.Latest).parseDiagnostics.length > 0) return [];
  return [{ name: 'expectedMark', description: `Add the missing '${mark}'`, files: [{ file, text }], here: false }];
}

function fixes({ project, file, start, length, code }) {
  const { service } = projects[project];
  const { isolatedModules, emitDecoratorMetadata, verbatimModuleSyntax } = service.getProgram().getCompilerOptions();
  const preferences = {
    importModuleSpecifierPreference: 'shortest',
    allowTextChangesInNewFiles: false,
    // Where the compiler refuses types that are imported like values.
    preferTypeOnlyAutoImports: Boolean(verbatimModuleSyntax || (isolatedModules && emitDecoratorMetadata)),
  };
  const found = service.getCodeFixesAtPosition(
    file, start, start + length, [code], formatOf(read(file) ?? ''), preferences,
  );
  return found
    .filter((fix) => !fix.commands?.length && fix.changes.every((change) => !change.isNewFile))
    .map((fix) => {
      const files = fix.changes.map(({ fileName, textChanges }) => {
        return { file: fileName, text: applied(read(fileName) ?? '', textChanges) };
      });
      return { name: fix.fixName, description: fix.description, files, here: namesHere(service, fix) };
    })
    .concat(expectedMark(service, file, start, code));
}

/** For a corrected name: whether it is one of the workspace's own. */
function namesHere(service, fix) {
  if (fix.fixName !== 'spelling' || fix.changes.length !== 1 || fix.changes[0].textChanges.length !== 1) return false;
  const { fileName, textChanges: [{ span, newText }] } = fix.changes[0];
  const before = overlay.get(fileName) ?? null;
  put([{ file: fileName, text: applied(read(fileName) ?? '', fix.changes[0].textChanges) }]);
  const quoted = /^['"]/.test(newText) ? 1 : 0;
  const here = isDeclaredHere(service, fileName, span.start + quoted);
  put([{ file: fileName, text: before }]);
  return here;
}

serve({
  open(question) {
    ts = require(question.typescript);
    root = question.root;
    projects = [];
    registry = ts.createDocumentRegistry(ts.sys.useCaseSensitiveFileNames, root);
    const seen = new Set();
    const isRootOfMany = (config) => question.configs.length > 1 && path.dirname(config) === root;
    const units = question.configs.map((config) => openProject(config, isRootOfMany(config), seen));
    return { units: units.filter(Boolean) };
  },
  diagnose: ({ files }) => diagnose(files),
  fixes,
  unused: ({ file }) => unused(file),
  put: ({ files }) => put(files) ?? null,
  uses,
});
