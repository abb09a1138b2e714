//! What a schema of an object consists of: its own properties, those of `allOf`, and those of `oneOf` and `anyOf`.

use std::collections::{HashMap, HashSet};

use indexmap::{IndexMap, IndexSet};

use super::source::{Source, Target, entries, items, span, text, value, word};
use crate::{spec::import::span::Span, yaml::Node};

/// Schemas within schemas.
const DEEPEST: usize = 48;

/// An object with everything that it is made of.
#[derive(Default)]
pub(super) struct Object<'a> {
    pub properties: IndexMap<&'a str, Property<'a>>,
    pub required: HashSet<&'a str>,
    pub description: Option<&'a str>,
    /// Named schemas that it takes over by `allOf`.
    pub bases: Vec<&'a str>,
    /// Named schemas of which it is one, by `oneOf` or `anyOf`.
    pub variants: Vec<&'a str>,
    /// What tells the variants apart, and the words for them.
    pub discriminator: Option<&'a str>,
    pub mapping: Vec<(&'a str, &'a str)>,
    /// References that lead nowhere, or out of the document.
    pub lost: Vec<(Span, &'a str)>,
    /// Where further properties of any name are allowed by a schema of their own.
    pub further: Option<Span>,
}

/// A property where it is declared.
#[derive(Clone, Copy)]
pub(super) struct Property<'a> {
    pub span: Span,
    pub node: &'a Node,
    /// Whether only some of the variants have it.
    pub is_of_variant: bool,
}

/// Everything that a schema is made of.
pub(super) fn object<'a>(node: &'a Node, source: &Source<'a>) -> Object<'a> {
    source.begin();
    let mut walk = Walk { source, seen: IndexSet::new(), object: Object::default() };
    walk.take(node, 0);
    walk.object
}

struct Walk<'s, 'a> {
    source: &'s Source<'a>,
    seen: IndexSet<&'a str>,
    object: Object<'a>,
}

impl<'a> Walk<'_, 'a> {
    fn take(&mut self, node: &'a Node, depth: usize) {
        if depth > DEEPEST || !self.source.may_look() {
            return;
        }
        match self.source.target(node) {
            Some(Target::Schema(name)) if self.seen.insert(name) => {
                self.take(self.source.schemas[name].node, depth + 1);
            }
            Some(Target::Part(part)) => self.take(part, depth + 1),
            Some(Target::Outside | Target::Missing) => {
                self.object.lost.push((span(node), text(node, "$ref").unwrap_or_default()));
            }
            Some(Target::Schema(_)) | None => {}
        }
        self.parts(node, depth);
        let properties = value(node, "properties");
        for (name, span, node) in properties.into_iter().flat_map(entries) {
            // What is said later, by the schema itself, refines what it takes over.
            self.object.properties.insert(name, Property { span, node, is_of_variant: false });
        }
        self.object.required.extend(items(node, "required").iter().filter_map(word));
        if let Some(description) = text(node, "description") {
            self.object.description = Some(description);
        }
        if let Some(further) = value(node, "additionalProperties").filter(|node| entries(node).next().is_some()) {
            self.object.further = Some(span(further));
        }
        self.discriminator(node);
    }

    fn parts(&mut self, node: &'a Node, depth: usize) {
        for part in items(node, "allOf") {
            let Some(Target::Schema(name)) = self.source.target(part) else {
                self.take(part, depth + 1);
                continue;
            };
            self.object.bases.push(name);
            // What a base says of itself does not tell what the thing is.
            let described = self.object.description;
            self.take(part, depth + 1);
            self.object.description = described;
        }
        for key in ["oneOf", "anyOf"] {
            let forms: Vec<&Node> = items(node, key).iter().filter(|part| !is_null(part)).collect();
            if depth == 0 {
                let named = forms.iter().filter_map(|form| match self.source.target(form) {
                    Some(Target::Schema(name)) => Some(name),
                    _ => None,
                });
                self.object.variants.extend(named);
            }
            let forms: Vec<Object> = forms.into_iter().map(|form| self.form(form, depth + 1)).collect();
            self.unite(forms);
        }
    }

    /// One of several forms by itself: they may share their bases.
    fn form(&self, node: &'a Node, depth: usize) -> Object<'a> {
        self.source.spend(self.seen.len());
        let mut walk = Walk { source: self.source, seen: self.seen.clone(), object: Object::default() };
        walk.take(node, depth);
        walk.object
    }

    /// What all forms have is the object's own; what only some have is optional.
    fn unite(&mut self, forms: Vec<Object<'a>>) {
        let mut have: HashMap<&str, usize> = HashMap::new();
        let mut need: HashMap<&str, usize> = HashMap::new();
        for form in &forms {
            form.properties.keys().for_each(|name| *have.entry(name).or_default() += 1);
            form.required.iter().for_each(|name| *need.entry(name).or_default() += 1);
        }
        let count = forms.len();
        for form in forms {
            self.object.lost.extend(form.lost);
            self.object.further = self.object.further.or(form.further);
            for (name, property) in form.properties {
                let is_of_variant = property.is_of_variant || have[name] < count;
                self.object.properties.entry(name).or_insert(Property { is_of_variant, ..property });
            }
        }
        self.object.required.extend(need.into_iter().filter(|(_, times)| *times == count).map(|(name, _)| name));
    }

    fn discriminator(&mut self, node: &'a Node) {
        let Some(given) = value(node, "discriminator") else { return };
        // OpenAPI 2 has the name alone.
        let Some(name) = text(given, "propertyName").or_else(|| word(given)) else { return };
        self.object.discriminator.get_or_insert(name);
        for (word, _, target) in value(given, "mapping").into_iter().flat_map(entries) {
            let target = super::source::word(target).unwrap_or_default();
            self.object.mapping.push((word, target.rsplit('/').next().unwrap_or(target)));
        }
    }
}

/// Whether a schema is that of nothing.
pub(super) fn is_null(node: &Node) -> bool {
    text(node, "type") == Some("null")
        || value(node, "type").is_some_and(Node::is_null)
        || matches!(items(node, "enum"), [only] if only.is_null())
        || value(node, "const").is_some_and(Node::is_null)
}
