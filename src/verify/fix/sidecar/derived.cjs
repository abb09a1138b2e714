// Properties of types that are computed from what has another name, such as the rows of a table: nothing leads from them to
// a declaration, so that no search for references finds them.

/** What a module exports as a type, with those of its properties that no declaration stands behind and that have another name. */
function derivedTypes(renamed, program, checker) {
  const types = new Map();
  for (const [file, names] of renamed.names) {
    const source = program.getSourceFile(file);
    const module = source && checker.getSymbolAtLocation(source);
    if (!module) continue;
    const others = new Map();
    for (const { way, to } of names) {
      const name = way.at(-1);
      others.set(name, others.has(name) && others.get(name) !== to ? null : to);
    }
    for (const symbol of checker.getExportsOfModule(module)) {
      if (!(symbol.flags & ts.SymbolFlags.TypeAlias)) continue;
      const type = checker.getDeclaredTypeOfSymbol(symbol);
      const isDerived = ([name, to]) => {
        const property = to ? type.getProperty(name) : undefined;
        return property !== undefined && !property.declarations?.length;
      };
      const derived = new Map([...others].filter(isDerived));
      if (derived.size > 0) types.set(type, derived);
    }
  }
  return types;
}

/** The new name of a property of a type: of one that is known, or is made of one by an alias such as `Partial`, or may be one. */
function derivedName(types, type, name) {
  if (!type || types.size === 0) return undefined;
  const parts = type.isUnion() ? type.types : [type];
  for (const part of parts) {
    for (const known of [part, ...(part.aliasTypeArguments ?? [])]) {
      const to = types.get(known)?.get(name);
      if (to) return to;
    }
  }
  return undefined;
}

/** Tells of each place of a source where such a property is named, and what is to stand there. */
function derivedUses(types, checker, source, tell) {
  const at = (node, text) => tell(node.getStart(source), node.getWidth(source), text);
  const walk = (node) => {
    if (ts.isPropertyAccessExpression(node)) {
      const to = derivedName(types, checker.getTypeAtLocation(node.expression), node.name.text);
      if (to) at(node.name, to);
    } else if (ts.isElementAccessExpression(node) && ts.isStringLiteralLike(node.argumentExpression)) {
      const to = derivedName(types, checker.getTypeAtLocation(node.expression), node.argumentExpression.text);
      const quote = node.argumentExpression.getText(source)[0];
      if (to) at(node.argumentExpression, quote + to + quote);
    } else if (ts.isBindingElement(node) && ts.isObjectBindingPattern(node.parent)) {
      const name = node.propertyName ?? node.name;
      const to = ts.isIdentifier(name) && !node.dotDotDotToken
        ? derivedName(types, checker.getTypeAtLocation(node.parent), name.text) : undefined;
      // A person's variable keeps its name.
      if (to) at(name, node.propertyName ? to : `${to}: ${name.text}`);
    } else if (ts.isPropertyAssignment(node) || ts.isShorthandPropertyAssignment(node)) {
      const to = ts.isIdentifier(node.name)
        ? derivedName(types, checker.getContextualType(node.parent), node.name.text) : undefined;
      if (to) at(node.name, ts.isPropertyAssignment(node) ? to : `${to}: ${node.name.text}`);
    }
    ts.forEachChild(node, walk);
  };
  if (types.size > 0) walk(source);
}

/** The texts that a type lets through; none where it lets others through as well. */
function textsOf(type) {
  const parts = type.isUnion() ? type.types : [type];
  const isNothing = (part) => (part.flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Null)) !== 0;
  const given = parts.filter((part) => !isNothing(part));
  return given.length > 0 && given.every((part) => part.isStringLiteral()) ? given.map((part) => part.value) : [];
}

/** What stands around a literal lets it be: what it is given to, or compared with. */
function typeAround(checker, node) {
  const { parent } = node;
  if (ts.isBinaryExpression(parent) && /^[!=]==?$/.test(parent.operatorToken.getText())) {
    return checker.getTypeAtLocation(parent.left === node ? parent.right : parent.left);
  }
  if (ts.isCaseClause(parent)) return checker.getTypeAtLocation(parent.parent.parent.expression);
  return ts.isExpression(node) ? checker.getContextualType(node) : undefined;
}

/** Tells of each text of a source that is a value of an enum, told by all values that may stand there, and what it is now. */
function literalUses(values, checker, source, tell) {
  const valueOf = (text, all) => values.find(({ from, texts }) => {
    return from === text && texts.length === all.length && texts.every((each) => all.includes(each));
  });
  const quoted = (node, text) => {
    const [quote] = node.getText(source);
    return /['"`]/.test(quote) ? quote + text + quote : /^[A-Za-z_$][\w$]*$/.test(text) ? text : `'${text}'`;
  };
  const walk = (node) => {
    if (ts.isStringLiteralLike(node) && values.some(({ from }) => from === node.text)) {
      const around = typeAround(checker, node);
      const value = around ? valueOf(node.text, textsOf(around)) : undefined;
      if (value) tell(node.getStart(source), node.getWidth(source), quoted(node, value.to));
    } else if (ts.isPropertyAssignment(node) && values.some(({ from }) => from === node.name.text)) {
      // `Record<Size, string>`
      const around = checker.getContextualType(node.parent);
      const keys = around ? around.getProperties().map((property) => property.name) : [];
      const value = valueOf(node.name.text, keys);
      if (value) tell(node.name.getStart(source), node.name.getWidth(source), quoted(node.name, value.to));
    }
    ts.forEachChild(node, walk);
  };
  if (values.length > 0) walk(source);
}
