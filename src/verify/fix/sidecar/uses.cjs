// Where a person's own code speaks of what gets another name, and what stands there then.

/** No rename asks longer, in milliseconds. */
const LONGEST_SEARCH = 180_000;

/** Where what is compiled from a source is declared for those who see no more of it. */
const declarationsOf = (file) => file.replace('/src/', '/dist/').replace(/\.tsx?$/, '.d.ts');
const withoutEnding = (file) => file.replace(/(\.d)?\.[cm]?[jt]sx?$/, '');

/** What generators of code make of a text of protobuf, among the sources of a program. */
function generatedFrom(proto, program) {
  const inside = /(?:^|\/)proto\/(.+)\.proto$/.exec(proto)?.[1];
  if (!inside) return [];
  const files = program.getSourceFiles().map((source) => source.fileName);
  return files.filter((file) => /\/gen\//.test(file) && new RegExp(`/${inside}(_pb)?(\\.d)?\\.ts$`).test(file));
}

/** What is known of the files that fountane makes, for one program. */
class Renamed {
  constructor(files, program) {
    this.program = program;
    this.files = new Map(files.map((file) => [file.path, file]));
    /** Declarations with another name, by file. */
    this.names = new Map();
    this.places = new Map();
    /** Whether a package is seen as it was: what it is compiled to has none of the names that are exported. */
    this.stale = false;
    for (const file of files) this.add(file);
  }

  add(file) {
    if (file.after === null) return;
    if (file.path.endsWith('.proto')) {
      const generated = generatedFrom(file.path, this.program);
      if (generated.length === 0) return;
      const names = renamedByProto(file.before, file.after);
      const [old, now] = [file.path, file.to].map((at) => /(?:^|\/)proto\/(.+)\.proto$/.exec(at)[1]);
      for (const made of generated) {
        this.names.set(made, names);
        this.places.set(made, made.replace(`/${old}`, `/${now}`));
      }
      return;
    }
    const compiled = declarationsOf(file.path);
    for (const path of [file.path, compiled]) {
      this.places.set(path, path === file.path ? file.to : declarationsOf(file.to));
      if (/\.[cm]?[jt]sx?$/.test(path) && this.program.getSourceFile(path)) {
        file.names ??= renamedIn(file.path, file.before, file.after);
        this.names.set(path, file.names);
      }
    }
    if (this.names.has(compiled)) this.stale ||= this.isStale(compiled);
  }

  isStale(compiled) {
    const exported = this.names.get(compiled).filter(({ isExported }) => isExported);
    const places = placesIn(this.program.getSourceFile(compiled));
    return exported.length > 0 && !exported.some(({ way }) => places.has(way.join(' ')));
  }

  /** Where a file is afterwards. */
  placeOf(file) {
    return this.places.get(file) ?? file;
  }

  /** Whether a place of a file is a person's own text. */
  isOwn(file, start) {
    const known = this.files.get(file);
    if (!known) return !this.names.has(file);
    if (known.own === null) return false;
    if (known.own === 'all') return true;
    const source = this.program.getSourceFile(file);
    return known.own.includes(source.getLineAndCharacterOfPosition(start).line);
  }
}

/** Another module specifier, where what it leads to or who says it moves; none where it is right as it is. */
function specifierFor(renamed, file, literal, target) {
  const [from, to] = [renamed.placeOf(file), renamed.placeOf(target)];
  if (from === file && to === target) return null;
  const said = literal.text;
  const ending = /\.[cm]?[jt]sx?$|\.json$/.exec(said)?.[0] ?? '';
  if (said.startsWith('.')) {
    const bare = ending === '.json' ? to.slice(0, -ending.length) : withoutEnding(to);
    const isFolder = path.basename(bare) === 'index' && path.basename(said, ending) !== 'index';
    const way = path.relative(path.dirname(from), isFolder ? path.dirname(bare) : bare);
    return `${way.startsWith('.') ? '' : './'}${way}${isFolder ? '' : ending}`;
  }
  // `@/entities/notes`: as much of it as is the end of the file's path becomes the end of the new path.
  const words = (ending ? said.slice(0, -ending.length) : said).split('/');
  const [old, now] = [target, to].map((at) => withoutEnding(at).split('/'));
  if (old.length !== now.length) return null;
  let more = '';
  const isSame = (at) => {
    const [word, part] = [words.at(-at), old.at(-at)];
    if (word === part) return true;
    if (at > 1 || !part.startsWith(word) || !now.at(-1).endsWith(part.slice(word.length))) return false;
    more = part.slice(word.length);
    return true;
  };
  let same = 0;
  while (same < words.length && isSame(same + 1)) same += 1;
  if (same === 0 || old.slice(0, -same).join('/') !== now.slice(0, -same).join('/')) return null;
  const tail = now.slice(-same).join('/');
  return [...words.slice(0, -same), more ? tail.slice(0, -more.length) : tail].join('/') + ending;
}

/** The words in a person's own text of the files of a project. */
function ownWords(project, renamed) {
  const words = new Set();
  for (const file of project.own) {
    const known = renamed.files.get(file);
    if (known && known.own === null) continue;
    const lines = (read(file) ?? '').split('\n');
    lines.forEach((line, at) => {
      if (known && known.own !== 'all' && !known.own.includes(at)) return;
      for (const [word] of line.matchAll(/[\w$]+/g)) words.add(word);
    });
  }
  return words;
}

function moduleSpecifiers(source) {
  const found = [];
  const walk = (node) => {
    const said = node.moduleSpecifier ?? (ts.isImportTypeNode(node) ? node.argument.literal : undefined)
      ?? (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword ? node.arguments[0] : undefined);
    if (said && ts.isStringLiteralLike(said)) found.push(said);
    ts.forEachChild(node, walk);
  };
  walk(source);
  return found;
}

/**
 * What changes in a person's own text: by file, where and to what. `complete` tells whether all of it was searched, `stale`
 * whether some of it may not have been understood.
 */
function uses({ files, values }) {
  const [edits, ends] = [new Map(), Date.now() + LONGEST_SEARCH];
  const note = (file, start, length, text) => {
    // A literal is noted without its quotes, as the language service finds it: found both ways it is one place.
    const quote = /^(['"`]).*\1$/s.exec(text)?.[1];
    const source = quote ? (projects.map((project) => project.service.getProgram().getSourceFile(file)).find(Boolean)?.text ?? '') : '';
    if (quote && length > 1 && source[start] === quote && source[start + length - 1] === quote) {
      [start, length, text] = [start + 1, length - 2, text.slice(1, -1)];
    }
    if (!edits.has(file)) edits.set(file, new Map());
    const noted = edits.get(file);
    const meets = ({ span }) => start < span.start + span.length && span.start < start + length;
    if (![...noted.values()].some(meets)) noted.set(start, { span: { start, length }, newText: text });
  };
  let [complete, stale] = [true, false];
  for (const project of projects) {
    const program = project.service.getProgram();
    const checker = program.getTypeChecker();
    const renamed = new Renamed(files, program);
    const words = ownWords(project, renamed);
    stale ||= renamed.stale;
    if (words.size === 0) continue;
    const isOurs = (file, start) => project.own.has(file) && renamed.isOwn(file, start);
    for (const [file, names] of renamed.names) {
      const wanted = names.filter(({ way }) => words.has(way.at(-1)));
      const places = wanted.length > 0 ? placesIn(program.getSourceFile(file)) : new Map();
      for (const { way, to } of wanted) {
        for (const start of places.get(way.join(' ')) ?? []) {
          if (Date.now() > ends) {
            complete = false;
            continue;
          }
          // A person's variable keeps its name where it is called like a property: `{ climate: weather }`.
          const preferences = { providePrefixAndSuffixTextForRename: way.length > 1 };
          const found = project.service.findRenameLocations(file, start, false, false, preferences) ?? [];
          for (const { fileName, textSpan, prefixText = '', suffixText = '' } of found) {
            if (isOurs(fileName, textSpan.start)) {
              note(fileName, textSpan.start, textSpan.length, prefixText + to + suffixText);
            }
          }
        }
      }
    }
    const types = derivedTypes(renamed, program, checker);
    for (const file of project.own) {
      const source = renamed.files.get(file)?.own === null ? undefined : program.getSourceFile(file);
      if (!source) continue;
      const tell = (start, length, text) => {
        if (isOurs(file, start)) note(file, start, length, text);
      };
      derivedUses(types, checker, source, tell);
      literalUses(values, checker, source, tell);
      for (const literal of moduleSpecifiers(source)) {
        const start = literal.getStart(source) + 1;
        if (!isOurs(file, start)) continue;
        const target = checker.getSymbolAtLocation(literal)?.declarations?.find(ts.isSourceFile)?.fileName;
        const said = target ? specifierFor(renamed, file, literal, target) : null;
        if (said !== null && said !== literal.text) note(file, start, literal.text.length, said);
      }
    }
  }
  const changed = [...edits].map(([file, changes]) => {
    const before = read(file) ?? '';
    return { file, before, text: applied(before, changes.values()), places: changes.size };
  });
  return { files: changed, complete, stale };
}
