//! Other names for enums and their values.

use super::members::{fields_of_type, type_at, workflows_of};
use super::words::Words;
use super::{is_text, keys_at, text_of};
use crate::spec::edit::place;
use crate::spec::edit::values_of;
use crate::yaml::{Content, Node};

/// Where types stand, in their short form or below `type`.
const TYPES: [&[&str]; 3] =
    [&["entities", "*", "fields", "*"], &["rules", "*", "input", "*"], &["rules", "*", "output"]];

pub(super) fn enumeration(words: &mut Words<'_>, renamed: &mut Node, from: &str, to: &str) {
    for path in TYPES {
        for path in [path.to_vec(), [path, &["type"]].concat()] {
            words.each(renamed, &path, &mut |words, node| {
                // `Species!`
                let Some(rest) = text_of(node).and_then(|text| text.strip_prefix(from)) else { return };
                if rest.trim_matches([' ', '!']).is_empty() {
                    let word = format!("{to}{rest}");
                    words.put(node, &word);
                }
            });
        }
    }
    words.key(renamed, &["enums"], from, to);
}

/// A value, by enum, old and new name.
pub(super) fn value(words: &mut Words<'_>, root: &Node, renamed: &mut Node, names: &[&str; 3]) {
    let [name, from, to] = *names;
    let mut put = |renamed: &mut Node, path: &[&str]| {
        words.each(renamed, path, &mut |words, node| {
            if is_text(node) {
                words.put_if(node, from, to);
            }
        });
    };
    for entity in keys_at(root, &["entities"]) {
        for field in fields_of_type(root, &["entities", entity, "fields"], name) {
            put(renamed, &["entities", entity, "fields", field, "default"]);
            put(renamed, &["entities", entity, "fields", field, "example"]);
            put(renamed, &["entities", entity, "seed", "[]", field]);
            for workflow in workflows_of(root, entity) {
                put(renamed, &["workflows", workflow, "steps", "[]", "set", field]);
            }
        }
    }
    for rule in keys_at(root, &["rules"]) {
        for input in fields_of_type(root, &["rules", rule, "input"], name) {
            put(renamed, &["rules", rule, "input", input, "default"]);
            put(renamed, &["rules", rule, "input", input, "example"]);
            put(renamed, &["rules", rule, "examples", "[]", "given", input]);
        }
        if type_at(root, &["rules", rule, "output"]) == Some(name) {
            put(renamed, &["rules", rule, "examples", "[]", "expect"]);
        }
    }
    let long = ["enums", name, "values"];
    // That the enum is there was asked before.
    let Ok(path) = values_of(root, &long) else { return };
    words.each(renamed, &[path, &["[]"]].concat(), &mut |words, node| words.put_if(node, from, to));
    words.key(renamed, path, from, to);
}

/// The values of an enum as they are stored.
pub(super) fn values<'n>(root: &'n Node, name: &str) -> Vec<&'n str> {
    let long = ["enums", name, "values"];
    let Ok(path) = values_of(root, &long) else { return Vec::new() };
    match place::find(root, path).map(|node| &node.content) {
        Some(Content::List { items, .. }) => items.iter().filter_map(text_of).collect(),
        Some(Content::Map { entries, .. }) => entries.iter().map(|entry| entry.key.as_str()).collect(),
        _ => Vec::new(),
    }
}
