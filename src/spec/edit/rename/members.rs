//! Other names for fields and relations.

use super::words::Words;
use super::{keys_at, text_of, word_at};
use crate::spec::edit::place;
use crate::spec::naming::Names;
use crate::yaml::{Content, Node};

/// The kinds of relations: what names the other entity.
const KINDS: [&str; 4] = ["many-to-one", "one-to-many", "one-to-one", "many-to-many"];

/// A field, by entity, old and new name.
pub(super) fn field(words: &mut Words<'_>, root: &Node, renamed: &mut Node, names: &[&str; 3]) {
    let [entity, from, to] = *names;
    words.each(renamed, &["entities", entity, "display"], &mut |words, node| words.put_if(node, from, to));
    for list in [&["list", "search", "[]"][..], &["list", "sort", "[]"]] {
        let path = [&["entities", entity], list].concat();
        words.each(renamed, &path, &mut |words, node| {
            words.put_if(node, from, to);
            words.put_if(node, &format!("-{from}"), &format!("-{to}"));
        });
    }
    words.each(renamed, &["pii", entity, "[]"], &mut |words, node| words.put_if(node, from, to));
    for workflow in workflows_of(root, entity) {
        words.key(renamed, &["workflows", workflow, "steps", "[]", "set"], from, to);
    }
    uses(words, root, renamed, names);
    words.key(renamed, &["entities", entity, "fields"], from, to);
}

/// A relation, by entity, old and new name.
pub(super) fn relation(words: &mut Words<'_>, root: &Node, renamed: &mut Node, names: &[&str; 3]) {
    let [entity, from, to] = *names;
    uses_of_relation(words, root, renamed, names);
    words.key(renamed, &["entities", entity, "relations"], from, to);
}

/// Where a relation is spoken of, its other end among it.
pub(super) fn uses_of_relation(words: &mut Words<'_>, root: &Node, renamed: &mut Node, names: &[&str; 3]) {
    let [entity, from, to] = *names;
    for (other, name) in inverses(root, entity, from) {
        let path = ["entities", other, "relations", name, "inverse"];
        words.each(renamed, &path, &mut |words, node| words.put_if(node, from, to));
    }
    uses(words, root, renamed, names);
}

/// Whether a relation of an entity has its name from the other end.
pub(super) fn is_inverse(root: &Node, entity: &str, name: &str) -> bool {
    !inverses(root, entity, name).is_empty()
}

/// Relations that an entity has without a word in its own section, called after the entity that tells of them, by entity,
/// old name and new name.
pub(super) fn implied(root: &Node, from: &str, to: &str) -> Vec<(String, String, String)> {
    let (old, new) = (Names::of(from).one.camel, Names::of(to).one.camel);
    let mut found = Vec::new();
    for name in keys_at(root, &["entities", from, "relations"]) {
        let path = ["entities", from, "relations", name];
        let given = |key: &str| word_at(root, &[&path[..], &[key]].concat());
        let Some(target) = given("one-to-many").filter(|_| given("inverse").is_none()) else { continue };
        if !is_told(root, target, from, name) {
            found.push((target.to_owned(), old.clone(), new.clone()));
        }
    }
    found
}

/// Whether an entity tells of the relation that another calls `name`.
fn is_told(root: &Node, entity: &str, other: &str, name: &str) -> bool {
    inverses(root, other, name).iter().any(|(teller, _)| *teller == entity)
}

/// Relations that point to an entity and call their other end `name`, by the entity that has them and their own name.
fn inverses<'n>(root: &'n Node, entity: &str, name: &str) -> Vec<(&'n str, &'n str)> {
    let mut found = Vec::new();
    for other in keys_at(root, &["entities"]) {
        for relation in keys_at(root, &["entities", other, "relations"]) {
            let path = ["entities", other, "relations", relation];
            let given = |key: &str| word_at(root, &[&path[..], &[key]].concat());
            let points = KINDS.iter().any(|kind| given(kind) == Some(entity));
            if points && given("inverse") == Some(name) {
                found.push((other, relation));
            }
        }
    }
    found
}

/// What speaks of fields and of relations alike.
fn uses(words: &mut Words<'_>, root: &Node, renamed: &mut Node, names: &[&str; 3]) {
    let [entity, from, to] = *names;
    for list in [&["list", "filter", "[]"][..], &["indexes", "[]", "[]"]] {
        let path = [&["entities", entity], list].concat();
        words.each(renamed, &path, &mut |words, node| words.put_if(node, from, to));
    }
    words.key(renamed, &["entities", entity, "seed", "[]"], from, to);
    for workflow in keys_at(root, &["workflows"]) {
        let Some(begins) = word_at(root, &["workflows", workflow, "trigger", "entity"]) else { continue };
        for step in [&["wait", "until"], &["send", "email"]] {
            let path = [&["workflows", workflow, "steps", "[]"], &step[..]].concat();
            words.each(renamed, &path, &mut |words, node| {
                let Some(text) = text_of(node) else { return };
                let (way, rest) = text.split_once(' ').map_or((text, None), |(way, rest)| (way, Some(rest)));
                let way = on_the_way(root, begins, way, names);
                let now = rest.map_or(way.clone(), |rest| format!("{way} {rest}"));
                if now != *text {
                    words.put(node, &now);
                }
            });
        }
    }
}

/// `pet.owner.email`, from an entity on, with another name where the way comes by.
fn on_the_way(root: &Node, begins: &str, way: &str, names: &[&str; 3]) -> String {
    let [entity, from, to] = *names;
    let mut here = Some(begins);
    let mut steps = Vec::new();
    for step in way.split('.') {
        steps.push(if here == Some(entity) && step == from { to } else { step });
        here = here.and_then(|here| target(root, here, step));
    }
    steps.join(".")
}

/// What a relation leads to.
fn target<'n>(root: &'n Node, entity: &str, relation: &str) -> Option<&'n str> {
    let own = KINDS.iter().find_map(|kind| word_at(root, &["entities", entity, "relations", relation, kind]));
    own.or_else(|| inverses(root, entity, relation).first().map(|(other, _)| *other)).or_else(|| {
        // Told from the other end only, and called after the entity there.
        let is_it =
            |other: &&str| implied(root, other, other).iter().any(|(to, name, _)| to == entity && name == relation);
        keys_at(root, &["entities"]).into_iter().find(is_it)
    })
}

/// The workflows that an entity starts.
pub(super) fn workflows_of<'n>(root: &'n Node, entity: &str) -> Vec<&'n str> {
    let starts = |name: &&str| word_at(root, &["workflows", name, "trigger", "entity"]) == Some(entity);
    keys_at(root, &["workflows"]).into_iter().filter(starts).collect()
}

/// The fields of an entity that have one of some types, written in either form.
pub(super) fn fields_of_type<'n>(root: &'n Node, section: &[&str], kind: &str) -> Vec<&'n str> {
    let is_it = |name: &&str| type_at(root, &[section, &[*name]].concat()) == Some(kind);
    keys_at(root, section).into_iter().filter(is_it).collect()
}

/// The type of the field at a place, without what says that it is required.
pub(super) fn type_at<'n>(root: &'n Node, path: &[&str]) -> Option<&'n str> {
    let node = place::find(root, path)?;
    let word = match &node.content {
        Content::Map { .. } => word_at(root, &[path, &["type"]].concat())?,
        _ => text_of(node)?,
    };
    Some(word.strip_suffix('!').unwrap_or(word).trim_end())
}
