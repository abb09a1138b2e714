//! Something is taken out of a spec.

use serde_json::Value;

use super::{EditError, Text, faithful, place, pointer};
use crate::{
    spec::problem::Path,
    spec::shape::did_you_mean,
    yaml::{self, Content, Node},
};

/// Sections that a spec has even where they are empty.
const NEEDED: [&str; 1] = ["entities"];

pub(super) fn remove(text: &str, path: &Path) -> Result<String, EditError> {
    let root = yaml::parse(text)?.root;
    let keys = path.keys();
    let Some((last, parent)) = keys.split_last() else { return Err(EditError::Section { path: path.clone() }) };
    if place::find(&root, &keys).is_none() {
        return Err(not_there(&root, parent, last));
    }
    let keys = emptied(&root, &keys);
    let Some((last, parent)) = keys.split_last() else { return Err(EditError::Section { path: path.clone() }) };
    let mut expected = root.value();
    if let Some(map) = pointer(&mut expected, parent).and_then(Value::as_object_mut) {
        map.shift_remove(*last);
    }
    let changed = Text::new(text, &root).remove(keys)?;
    faithful(changed, &expected, keys)
}

/// The highest place that would hold nothing without the one at the end.
fn emptied<'k>(root: &Node, keys: &'k [&'k str]) -> &'k [&'k str] {
    let Some((_, parent)) = keys.split_last() else { return keys };
    let is_alone = place::find(root, parent)
        .is_some_and(|node| matches!(&node.content, Content::Map { entries, .. } if entries.len() == 1));
    // Below a name stands what it is, which may be nothing; a section of names may go.
    let may_go = parent.len() % 2 == 1 && !NEEDED.contains(&parent[parent.len() - 1]);
    if is_alone && may_go { emptied(root, parent) } else { keys }
}

fn not_there(root: &Node, section: &[&str], name: &str) -> EditError {
    let names: Vec<&str> = match place::find(root, section).map(|node| &node.content) {
        Some(Content::Map { entries, .. }) => entries.iter().map(|entry| entry.key.as_str()).collect(),
        _ => Vec::new(),
    };
    let what = match section.last() {
        Some(&"entities") => "entity",
        Some(&"fields") => "field",
        Some(&"relations") => "relation",
        Some(&"enums") => "enum",
        Some(&"services") => "service",
        Some(&"apps") => "app",
        Some(&"rules") => "rule",
        _ => "key",
    };
    let suggestion = did_you_mean(name, names).map(str::to_owned);
    EditError::NotThere { what, name: name.to_owned(), suggestion }
}
