//! The document and what its references lead to.

use std::{
    borrow::Cow,
    cell::Cell,
    collections::{HashMap, HashSet},
};

use indexmap::IndexMap;

use crate::{
    spec::import::span::Span,
    yaml::{Content, Node},
};

/// Looks at what one schema consists of, at first, after many of them, and of all schemas together: references to references could
/// lead to more than anybody waits for.
const MOST_LOOKS: usize = 20_000;
const FEWEST_LOOKS: usize = 200;
const MOST_LOOKS_OF_ALL: usize = 6_000_000;

/// A schema that has a name.
#[derive(Clone, Copy)]
pub(super) struct Component<'a> {
    pub span: Span,
    pub node: &'a Node,
}

/// What a reference leads to.
#[derive(Clone, Copy)]
pub(super) enum Target<'a> {
    /// A schema that has a name.
    Schema(&'a str),
    /// Another part of the document.
    Part(&'a Node),
    /// A file or an address.
    Outside,
    /// Nothing.
    Missing,
}

/// A document of OpenAPI.
pub(super) struct Source<'a> {
    pub root: &'a Node,
    /// In their own order.
    pub schemas: IndexMap<&'a str, Component<'a>>,
    /// Responses, bodies, parameters: by the name of their section and their own.
    parts: HashMap<(&'static str, &'a str), &'a Node>,
    /// Looks that are left for the schema at hand, and for all.
    looks: Cell<usize>,
    looks_of_all: Cell<usize>,
    is_cut: Cell<bool>,
}

impl<'a> Source<'a> {
    pub fn of(root: &'a Node) -> Self {
        let mut parts = HashMap::new();
        let components = root.entry("components").map(|entry| &entry.value);
        for section in ["responses", "requestBodies", "parameters", "pathItems"] {
            for holder in components.into_iter().chain([root]) {
                for (name, _, node) in holder.entry(section).into_iter().flat_map(|entry| entries(&entry.value)) {
                    parts.insert((section, name), node);
                }
            }
        }
        let schemas = components.and_then(|node| node.entry("schemas")).or_else(|| root.entry("definitions"));
        let named = schemas.into_iter().flat_map(|entry| entries(&entry.value));
        let schemas = named.map(|(name, span, node)| (name, Component { span, node })).collect();
        Self {
            root,
            schemas,
            parts,
            looks: Cell::new(MOST_LOOKS),
            looks_of_all: Cell::new(MOST_LOOKS_OF_ALL),
            is_cut: Cell::new(false),
        }
    }

    /// Another schema is read from its beginning.
    pub fn begin(&self) {
        self.looks.set(self.looks_of_all.get().clamp(FEWEST_LOOKS, MOST_LOOKS));
    }

    /// Whether one more part of the schema at hand may be looked at.
    pub fn may_look(&self) -> bool {
        self.spend(1);
        let may = self.looks.get() > 0;
        self.is_cut.set(self.is_cut.get() || !may);
        may
    }

    /// Whether anything was not looked at.
    pub fn is_cut(&self) -> bool {
        self.is_cut.get()
    }

    /// Counts work that takes as long as so many looks.
    pub fn spend(&self, looks: usize) {
        for left in [&self.looks, &self.looks_of_all] {
            left.set(left.get().saturating_sub(looks));
        }
    }

    /// The name or part that a node refers to; none where it is no reference.
    pub fn target(&self, node: &'a Node) -> Option<Target<'a>> {
        let reference = text(node, "$ref").or_else(|| text(node, "$dynamicRef"))?;
        Some(self.resolve(reference))
    }

    fn resolve(&self, reference: &str) -> Target<'a> {
        let Some(pointer) = reference.strip_prefix("#/") else {
            // Some write the bare name.
            return match self.schemas.get_key_value(reference) {
                Some((name, _)) => Target::Schema(name),
                None if reference.starts_with('#') => Target::Missing,
                None => Target::Outside,
            };
        };
        let steps: Vec<Cow<str>> = pointer.split('/').map(unescaped).take(64).collect();
        let steps: Vec<&str> = steps.iter().map(AsRef::as_ref).collect();
        let (name, rest) = match steps.as_slice() {
            ["components", "schemas", name, rest @ ..] | ["definitions", name, rest @ ..] => (name, rest),
            ["components", section, name] | [section, name] => {
                let known = ["responses", "requestBodies", "parameters", "pathItems"].into_iter();
                let found = known.filter(|known| known == section).find_map(|known| self.parts.get(&(known, *name)));
                return found.map_or(Target::Missing, |node| Target::Part(node));
            }
            _ => return Target::Missing,
        };
        let Some((name, component)) = self.schemas.get_key_value(*name) else { return Target::Missing };
        let inside = rest.iter().try_fold(component.node, |node, step| match &node.content {
            Content::List { items, .. } => items.get(step.parse::<usize>().ok()?),
            _ => node.entry(step).map(|entry| &entry.value),
        });
        match inside {
            Some(_) if rest.is_empty() => Target::Schema(name),
            Some(node) => Target::Part(node),
            None => Target::Missing,
        }
    }

    /// A response, body or parameter behind its references.
    pub fn behind(&self, mut node: &'a Node) -> &'a Node {
        let mut seen = HashSet::new();
        while let Some(Target::Part(next)) = self.target(node) {
            if !seen.insert(std::ptr::from_ref(next)) {
                break;
            }
            node = next;
        }
        node
    }
}

/// `~1` is a slash and `~0` a tilde; what browsers escape may be escaped.
fn unescaped(step: &str) -> Cow<'_, str> {
    if !step.contains(['~', '%']) {
        return Cow::Borrowed(step);
    }
    let mut bytes = Vec::with_capacity(step.len());
    let mut rest = step.as_bytes();
    while let [first, tail @ ..] = rest {
        let escaped = match rest {
            [b'%', high, low, ..] => char::from(*high).to_digit(16).zip(char::from(*low).to_digit(16)),
            _ => None,
        };
        let byte = escaped.and_then(|(high, low)| u8::try_from(high * 16 + low).ok());
        bytes.push(byte.unwrap_or(*first));
        rest = if byte.is_some() { &rest[3..] } else { tail };
    }
    Cow::Owned(String::from_utf8_lossy(&bytes).replace("~1", "/").replace("~0", "~"))
}

/// The entries of a map: key, its place, value.
pub(super) fn entries(node: &Node) -> impl Iterator<Item = (&str, Span, &Node)> {
    let entries = match &node.content {
        Content::Map { entries, .. } => entries.as_slice(),
        _ => &[],
    };
    entries.iter().map(|entry| {
        let span = Span { start: entry.key_span.start, end: entry.key_span.end };
        (entry.key.as_str(), span, &entry.value)
    })
}

/// The items of a list, those of a key.
pub(super) fn items<'a>(node: &'a Node, key: &str) -> &'a [Node] {
    match node.entry(key).map(|entry| &entry.value.content) {
        Some(Content::List { items, .. }) => items,
        _ => &[],
    }
}

/// The value of a key.
pub(super) fn value<'a>(node: &'a Node, key: &str) -> Option<&'a Node> {
    node.entry(key).map(|entry| &entry.value)
}

/// A word or text.
pub(super) fn word(node: &Node) -> Option<&str> {
    match &node.content {
        Content::Scalar(scalar) if !node.is_null() => Some(&scalar.text),
        _ => None,
    }
}

/// The text of a key.
pub(super) fn text<'a>(node: &'a Node, key: &str) -> Option<&'a str> {
    value(node, key).and_then(word)
}

/// Whether a key says yes.
pub(super) fn is_true(node: &Node, key: &str) -> bool {
    value(node, key).is_some_and(|node| node.value() == serde_json::Value::Bool(true))
}

/// Where a node stands.
pub(super) fn span(node: &Node) -> Span {
    Span { start: node.span.start, end: node.span.end }
}
