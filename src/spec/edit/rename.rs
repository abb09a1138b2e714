//! Something gets another name, everywhere the spec speaks of it. Comments, order and quotes stay.

mod enums;
mod members;
mod words;

use serde_json::Value;

use super::{EditError, faithful, known, place};
use crate::spec::problem::Path;
use crate::yaml::{self, Content, Node};
use words::Words;

/// What gets another name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Named {
    /// An entity.
    Entity,
    /// A field of an entity.
    Field {
        /// Of which.
        entity: String,
    },
    /// A relation of an entity, by the name that it has there: its own, or the one that the other end gives it.
    Relation {
        /// Of which.
        entity: String,
    },
    /// An enum.
    Enum,
    /// A value of an enum.
    EnumValue {
        /// Of which.
        name: String,
    },
}

/// The text with another name for one thing.
pub(super) fn rename(text: &str, what: &Named, from: &str, to: &str) -> Result<String, EditError> {
    let root = yaml::parse(text)?.root;
    check(&root, what, from, to)?;
    let mut renamed = root.clone();
    let mut words = Words::new(text);
    match what {
        Named::Entity => entity(&mut words, &root, &mut renamed, from, to),
        Named::Field { entity } => members::field(&mut words, &root, &mut renamed, &[entity, from, to]),
        Named::Relation { entity } => members::relation(&mut words, &root, &mut renamed, &[entity, from, to]),
        Named::Enum => enums::enumeration(&mut words, &mut renamed, from, to),
        Named::EnumValue { name } => enums::value(&mut words, &root, &mut renamed, &[name, from, to]),
    }
    let keys = way(what, from);
    if words.is_empty() {
        return Err(EditError::Unfaithful { path: Path::of(&keys) });
    }
    let Some(changed) = words.replaced() else { return Err(EditError::Alias { path: Path::of(&keys) }) };
    faithful(changed, &renamed.value(), &keys)
}

/// Where it stands.
fn way<'k>(what: &'k Named, name: &'k str) -> Vec<&'k str> {
    match what {
        Named::Entity => vec!["entities", name],
        Named::Field { entity } => vec!["entities", entity, "fields", name],
        Named::Relation { entity } => vec!["entities", entity, "relations", name],
        Named::Enum => vec!["enums", name],
        Named::EnumValue { name: enumeration } => vec!["enums", enumeration, name],
    }
}

/// There is such a thing, and none of the new name.
fn check(root: &Node, what: &Named, from: &str, to: &str) -> Result<(), EditError> {
    let taken = |keys: &[&str]| match place::find(root, keys) {
        Some(_) => Err(EditError::AlreadyThere { path: Path::of(keys) }),
        None => Ok(()),
    };
    match what {
        Named::Entity => {
            known(root, &["entities"], "entity", from)?;
            taken(&["entities", to])
        }
        Named::Enum => {
            known(root, &["enums"], "enum", from)?;
            taken(&["enums", to])
        }
        Named::Field { entity } => {
            known(root, &["entities"], "entity", entity)?;
            known(root, &["entities", entity, "fields"], "field", from)?;
            taken(&["entities", entity, "fields", to])?;
            taken(&["entities", entity, "relations", to])
        }
        Named::Relation { entity } => {
            known(root, &["entities"], "entity", entity)?;
            if !members::is_inverse(root, entity, from) {
                known(root, &["entities", entity, "relations"], "relation", from)?;
            }
            taken(&["entities", entity, "relations", to])?;
            taken(&["entities", entity, "fields", to])
        }
        Named::EnumValue { name } => {
            known(root, &["enums"], "enum", name)?;
            let there = enums::values(root, name);
            if there.contains(&to) {
                return Err(EditError::AlreadyThere { path: Path::of(&["enums", name, to]) });
            }
            if there.contains(&from) {
                return Ok(());
            }
            let suggestion = crate::spec::shape::did_you_mean(from, there).map(str::to_owned);
            Err(EditError::NotThere { what: "value", name: from.to_owned(), suggestion })
        }
    }
}

/// Where an entity is named by its name alone: `*` is any key, `[]` any item.
const ENTITY_WORDS: [&[&str]; 10] = [
    &["services", "*", "[]"],
    &["services", "*", "entities", "[]"],
    &["entities", "*", "relations", "*", "many-to-one"],
    &["entities", "*", "relations", "*", "one-to-many"],
    &["entities", "*", "relations", "*", "one-to-one"],
    &["entities", "*", "relations", "*", "many-to-many"],
    &["workflows", "*", "trigger", "entity"],
    &["realtime", "channels", "*", "entity"],
    &["billing", "meters", "*", "entity"],
    &["apps", "mobile", "offline", "[]"],
];

fn entity(words: &mut Words<'_>, root: &Node, renamed: &mut Node, from: &str, to: &str) {
    // A relation that is told from the other end only is called after the entity it comes from.
    for (target, old, new) in members::implied(root, from, to) {
        members::uses_of_relation(words, root, renamed, &[&target, &old, &new]);
    }
    for path in ENTITY_WORDS {
        words.each(renamed, path, &mut |words, node| words.put_if(node, from, to));
    }
    // `Visit.created`
    words.each(renamed, &["integrations", "*", "events", "[]"], &mut |words, node| {
        let event = text_of(node).and_then(|text| text.split_once('.')).filter(|(entity, _)| *entity == from);
        if let Some(event) = event.map(|(_, event)| format!("{to}.{event}")) {
            words.put(node, &event);
        }
    });
    words.key(renamed, &["pii"], from, to);
    words.key(renamed, &["entities"], from, to);
}

/// What a scalar says; none for anything else.
fn text_of(node: &Node) -> Option<&str> {
    match &node.content {
        Content::Scalar(scalar) => Some(&scalar.text),
        _ => None,
    }
}

/// The word at a place.
fn word_at<'n>(root: &'n Node, keys: &[&str]) -> Option<&'n str> {
    place::find(root, keys).and_then(text_of)
}

/// The keys of the map at a place.
fn keys_at<'n>(root: &'n Node, keys: &[&str]) -> Vec<&'n str> {
    match place::find(root, keys).map(|node| &node.content) {
        Some(Content::Map { entries, .. }) => entries.iter().map(|entry| entry.key.as_str()).collect(),
        _ => Vec::new(),
    }
}

/// Whether a scalar reads as a text.
fn is_text(node: &Node) -> bool {
    matches!(node.value(), Value::String(_))
}

#[cfg(test)]
mod tests;
