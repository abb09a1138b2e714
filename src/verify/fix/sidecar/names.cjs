// What is declared under another name in another version of a file, told by the way of names that leads to it.

/** The name that a node declares. */
function nameOf(node) {
  const declares = !ts.isPropertyAccessExpression(node) && !ts.isMetaProperty(node) && !ts.isJsxAttribute(node)
    && !ts.isImportSpecifier(node) && !ts.isExportSpecifier(node) && !ts.isImportClause(node)
    && !ts.isNamespaceImport(node) && !ts.isNamespaceExport(node) && !ts.isNamedTupleMember(node);
  return declares && node.name && ts.isIdentifier(node.name) ? node.name : undefined;
}

/** The name by which a node is told from others beside it. */
function labelOf(node) {
  if (ts.isVariableStatement(node)) return labelOf(node.declarationList.declarations[0]);
  return nameOf(node)?.text;
}

function childrenOf(node) {
  const children = [];
  ts.forEachChild(node, (child) => {
    if (!ts.isImportDeclaration(child)) children.push(child);
  });
  return children;
}

/** Which child of one node is which of another: those of one kind by their names, those that have none, or new ones, in order. */
function pairsOf(ones, others) {
  const pairs = [];
  for (const kind of new Set(ones.map((one) => one.kind))) {
    const left = ones.filter((one) => one.kind === kind);
    let right = others.filter((other) => other.kind === kind);
    const unpaired = left.filter((one) => {
      const label = labelOf(one);
      const same = label === undefined ? undefined : right.find((other) => labelOf(other) === label);
      if (!same) return true;
      pairs.push([one, same]);
      right = right.filter((other) => other !== same);
      return false;
    });
    // Where there are not as many, nobody knows which is which.
    if (unpaired.length === right.length) unpaired.forEach((one, at) => pairs.push([one, right[at]]));
  }
  return pairs;
}

const isExported = (node) => ts.canHaveModifiers(node)
  && (ts.getModifiers(node) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);

/** Names of a text that are others in its other version: the way to each, what it is called there, whether it is exported. */
function renamedIn(file, before, after) {
  const parsed = (text) => ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found = [];
  const walk = (one, other, way) => {
    const [name, newName] = [nameOf(one), nameOf(other)];
    const here = name ? [...way, name.text] : way;
    if (name && newName && name.text !== newName.text) {
      const holder = ts.isVariableDeclaration(one) ? one.parent.parent : one;
      found.push({ way: here, to: newName.text, isExported: isExported(holder) });
    }
    for (const [child, twin] of pairsOf(childrenOf(one), childrenOf(other))) walk(child, twin, here);
  };
  walk(parsed(before), parsed(after), []);
  return found;
}

/** Where the declarations of a source stand, by the ways to them. */
function placesIn(source) {
  const places = new Map();
  const walk = (node, way) => {
    const name = nameOf(node);
    const here = name ? [...way, name.text] : way;
    if (name) {
      const key = here.join(' ');
      places.set(key, [...(places.get(key) ?? []), name.getStart(source)]);
    }
    childrenOf(node).forEach((child) => walk(child, here));
  };
  walk(source, []);
  return places;
}

/** What a text of protobuf declares, in order: in what, of which kind, under which name. */
function declaredInProto(text) {
  const words = text.replace(/\/\/[^\n]*|\/\*[\s\S]*?\*\//g, ' ').match(/"[^"]*"|[\w.]+|[^\s\w]/g) ?? [];
  const [found, scopes] = [[], []];
  words.forEach((word, at) => {
    const scope = scopes.at(-1);
    if (['message', 'enum', 'service', 'oneof'].includes(word) && words[at + 2] === '{') {
      const around = scopes.filter(({ kind }) => kind !== 'oneof').map(({ name }) => name);
      if (word !== 'oneof') found.push({ kind: word, around, name: words[at + 1] });
      scopes.push({ kind: word, name: words[at + 1], opens: at + 2 });
    } else if (word === '{' && scope?.opens !== at) {
      scopes.push({ kind: 'other', name: '' });
    } else if (word === '}') {
      scopes.pop();
    } else if (scope && word === 'rpc') {
      found.push({ kind: 'rpc', around: [scope.name], name: words[at + 1] });
    } else if (scope && word === '=' && ['message', 'enum', 'oneof'].includes(scope.kind)) {
      const owner = scopes.findLast(({ kind }) => kind !== 'oneof');
      found.push({ kind: owner.kind === 'enum' ? 'value' : 'field', around: [owner.name], name: words[at - 1] });
    }
  });
  return found;
}

/** What generators make of the names of messages, enums and services. */
const SUFFIXES = ['', 'Schema', 'Json', 'Valid', 'Client', 'Controller', 'ControllerMethods'];

const camel = (name) => name.replace(/_([a-z0-9])/g, (_, letter) => letter.toUpperCase());
const lower = (name) => name.charAt(0).toLowerCase() + name.slice(1);
const shouty = (name) => name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toUpperCase();

/** Names in what generators of code make of one text of protobuf that are others in what they make of another. */
function renamedByProto(before, after) {
  const [ones, others] = [declaredInProto(before), declaredInProto(after)];
  if (ones.length !== others.length) return [];
  const found = [];
  const add = (way, to) => {
    if (way.at(-1) !== to) found.push({ way, to });
  };
  ones.forEach((one, at) => {
    const other = others[at];
    const owner = one.around.join('_');
    if (['message', 'enum', 'service'].includes(one.kind)) {
      const [name, to] = [[...one.around, one.name].join('_'), [...other.around, other.name].join('_')];
      for (const suffix of SUFFIXES) add([name + suffix], to + suffix);
      if (one.kind === 'service') add([`${shouty(name)}_NAME`], `${shouty(to)}_NAME`);
    } else if (one.kind === 'field') {
      add([owner, camel(one.name)], camel(other.name));
    } else if (one.kind === 'rpc') {
      for (const suffix of SUFFIXES) add([owner + suffix, lower(one.name)], lower(other.name));
    } else {
      const short = (each) => each.name.replace(`${shouty(each.around.join('_'))}_`, '');
      add([owner, one.name], other.name);
      add([owner, short(one)], short(other));
    }
  });
  return found;
}
