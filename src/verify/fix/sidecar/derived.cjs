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
