//! Which schemas are entities, and which of them are the same one.

use std::collections::{HashMap, HashSet, VecDeque};

use indexmap::IndexMap;

use super::{
    forms::inherit,
    objects::{Object, object},
    operations::{Operations, wraps},
    shape::{self, Shape},
    source::Source,
    twins::{self, Parsed, Role},
};
use crate::spec::import::{relational::convert::words, relational::schema::Kind};

/// Properties of the largest object without an id that becomes fields of what holds it.
pub(super) const MOST_PARTS: usize = 12;

/// Why a schema is no entity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Reason {
    Failure,
    Wrapping,
    Act,
    Unused,
    Parts,
}

/// A named schema of an object.
pub(super) struct Thing<'a> {
    pub object: Object<'a>,
    pub parsed: Parsed,
}

/// Schemas that are one entity.
pub(super) struct Group<'a> {
    /// In snake case.
    pub base: String,
    /// The one that says most of what it is.
    pub head: &'a str,
    pub members: Vec<(&'a str, Role)>,
    /// Whether it has paths of its own.
    pub has_path: bool,
    /// The group that led here, where no path did.
    pub owner: Option<usize>,
    /// What tells the forms apart, where the entity has some.
    pub kind: Option<(&'a str, Vec<String>)>,
}

/// What is an entity and what is not.
pub(super) struct Selected<'a> {
    pub things: IndexMap<&'a str, Thing<'a>>,
    pub groups: Vec<Group<'a>>,
    /// By the name of a schema, its group.
    pub of: HashMap<&'a str, usize>,
    /// Whether a group is in the spec.
    pub is_entity: Vec<bool>,
    pub left: Vec<(&'a str, Reason)>,
}

/// Decides it.
pub(super) fn select<'a>(source: &Source<'a>, operations: &Operations<'a>) -> Selected<'a> {
    let mut things = IndexMap::new();
    for (name, component) in &source.schemas {
        if shape::is_thing(component.node, source) && is_not_alias(name, source) {
            let object = object(component.node, source);
            things.insert(
                *name,
                Thing { object, parsed: twins::parse(name, |base| operations.resources.contains(base)) },
            );
        }
    }
    let forms = forms_of_things(&things);
    let mut left = Vec::new();
    let mut open: Vec<&str> = Vec::new();
    for (name, thing) in &things {
        match excluded(name, thing, source, operations).filter(|_| !forms.contains(name)) {
            Some(reason) => left.push((*name, reason)),
            None => open.push(name),
        }
    }
    let mut groups = grouped(&open, &things, operations);
    inherit(&mut groups, &things, operations);
    let of = index(&groups);
    let mut selected = Selected { is_entity: vec![false; groups.len()], things, groups, of, left };
    reach(&mut selected, source, operations);
    selected
}

/// The forms of what tells no failure: an `ExceptionEvent` among the events is one of them.
fn forms_of_things<'a>(things: &IndexMap<&'a str, Thing<'a>>) -> HashSet<&'a str> {
    let things = things.values().filter(|thing| !twins::is_failure(&thing.parsed.plain));
    things.flat_map(|thing| thing.object.variants.iter().copied()).collect()
}

/// Whether a schema is more than another name for one.
fn is_not_alias(name: &str, source: &Source) -> bool {
    match shape::read(source.schemas[name].node, name, source).shape {
        Shape::One(_) => source.target(source.schemas[name].node).is_none() && has_forms(name, source),
        Shape::Many(_) | Shape::PartList => false,
        Shape::Parts(_) | Shape::Value(_) => true,
    }
}

fn has_forms(name: &str, source: &Source) -> bool {
    let node = source.schemas[name].node;
    ["oneOf", "anyOf"].iter().any(|key| super::source::items(node, key).len() > 1)
}

/// Whether a path leads to the thing, by its name or by the end of it that nothing else is called.
fn has_path(base: &str, others: &HashSet<String>, operations: &Operations) -> bool {
    let mut endings = twins::endings(base);
    endings.any(|ending| operations.resources.contains(ending) && (ending == base || !others.contains(ending)))
}

/// The property that is the id, if there is one.
pub(super) fn id_of<'a>(object: &Object<'a>, base: &str) -> Option<&'a str> {
    let own = format!("{base}_id");
    let snake = |name: &str| heck::ToSnakeCase::to_snake_case(words::ascii(name).as_str());
    let ids = ["id", "uuid", "guid", "key_id", own.as_str()];
    ids.iter().find_map(|id| object.properties.keys().find(|name| snake(name) == *id)).copied()
}

fn excluded(name: &str, thing: &Thing, source: &Source, operations: &Operations) -> Option<Reason> {
    let Thing { object, parsed } = thing;
    let uses = operations.uses.get(name);
    if twins::is_failure(&parsed.plain) && !operations.resources.contains(&parsed.base) {
        return Some(Reason::Failure);
    }
    if uses.is_some_and(|uses| uses.is_failure && !uses.is_sent && !uses.is_answered) {
        return Some(Reason::Failure);
    }
    let has_id = id_of(object, &parsed.base).is_some();
    let is_resource = operations.resources.contains(&parsed.plain);
    let node = source.schemas[name].node;
    let is_around = twins::is_wrapping(&parsed.plain) || object.properties.keys().any(|name| twins::is_paging(name));
    if !has_id && !is_resource && wraps(node) && is_around {
        return Some(Reason::Wrapping);
    }
    let is_all_paging = object.properties.keys().all(|name| twins::is_paging(name));
    if !has_id && !is_resource && is_all_paging && !object.properties.is_empty() {
        return Some(Reason::Wrapping);
    }
    (!has_id && twins::is_act(&parsed.base) && !operations.resources.contains(&parsed.base)).then_some(Reason::Act)
}

/// Twins by name, where they have enough in common.
fn grouped<'a>(open: &[&'a str], things: &IndexMap<&'a str, Thing<'a>>, operations: &Operations) -> Vec<Group<'a>> {
    let plain: HashMap<&str, &str> = open.iter().map(|name| (things[name].parsed.plain.as_str(), *name)).collect();
    let calls = calls(open, things);
    let mut by_base: IndexMap<String, Vec<&'a str>> = IndexMap::new();
    for name in open {
        let Parsed { plain: own, base, is_weak, .. } = &things[name].parsed;
        let head = plain.get(base.as_str()).copied().filter(|head| head != name);
        let is_twin = match head {
            Some(head) => are_alike(&things[head].object, &things[name].object, *is_weak),
            None => !is_weak && own != base && !calls.contains(base.as_str()),
        };
        let base = if is_twin || own == base { base } else { own };
        by_base.entry(base.clone()).or_default().push(name);
    }
    let bases: HashSet<String> = by_base.keys().cloned().collect();
    let make = |(base, members): (String, Vec<&'a str>)| {
        let role = |name: &&str| things[*name].parsed.role;
        let exact = members.iter().find(|name| things[**name].parsed.plain == base);
        let read = || {
            members
                .iter()
                .filter(|name| role(name) == Role::Read)
                .max_by_key(|name| things[**name].object.properties.len())
        };
        let head = exact.or_else(read).or(members.first()).copied().unwrap_or_default();
        let has_path = has_path(&base, &bases, operations);
        let members = members.iter().map(|name| (*name, role(name))).collect();
        Group { base, head, members, has_path, owner: None, kind: None }
    };
    by_base.into_iter().map(make).collect()
}

/// Names of which there is only what is sent and what is answered, without an id and with little in common: a question and its
/// answer, no thing.
fn calls<'t>(open: &[&'t str], things: &'t IndexMap<&str, Thing>) -> HashSet<&'t str> {
    let mut by_base: HashMap<&str, Vec<&Thing>> = HashMap::new();
    for name in open {
        by_base.entry(&things[name].parsed.base).or_default().push(&things[name]);
    }
    let is_call = |(base, members): &(&str, Vec<&Thing>)| {
        let is_itself = |thing: &&Thing| thing.parsed.plain == *base || id_of(&thing.object, base).is_some();
        let of = |role: Role| members.iter().find(|thing| thing.parsed.role == role);
        let (Some(sent), Some(answered)) = (of(Role::Create), of(Role::Read)) else { return false };
        !members.iter().any(is_itself) && !are_alike(&sent.object, &answered.object, false)
    };
    by_base.into_iter().filter(is_call).map(|(base, _)| base).collect()
}

/// Whether two schemas have at least half of the smaller one's properties in common, or nearly all where their names say less.
fn are_alike(one: &Object, other: &Object, is_weak: bool) -> bool {
    let smaller = one.properties.len().min(other.properties.len());
    let common = one.properties.keys().filter(|name| other.properties.contains_key(*name)).count();
    if smaller == 0 {
        return !is_weak;
    }
    let is_only_id = smaller == 1 && one.properties.contains_key("id");
    if is_weak { common * 4 >= smaller * 3 && (common > 1 || is_only_id) } else { common * 2 >= smaller }
}

/// By the name of a schema, its group.
pub(super) fn index<'a>(groups: &[Group<'a>]) -> HashMap<&'a str, usize> {
    let all = groups.iter().enumerate();
    all.flat_map(|(at, group)| group.members.iter().map(move |(name, _)| (*name, at))).collect()
}

/// From what paths lead to, everything that is referred to.
fn reach<'a>(selected: &mut Selected<'a>, source: &Source<'a>, operations: &Operations<'a>) {
    let has_paths = !operations.all.is_empty();
    let mut queue: VecDeque<usize> = VecDeque::new();
    for (at, group) in selected.groups.iter().enumerate() {
        let is_used = |(name, _): &(&str, Role)| operations.uses.contains_key(name);
        let has_id = group.members.iter().any(|(name, _)| id_of(&selected.things[*name].object, &group.base).is_some());
        let is_called = group.members.iter().any(is_used);
        let is_seed = if has_paths { is_called && (has_id || group.has_path) } else { has_id };
        if is_seed {
            selected.is_entity[at] = true;
            queue.push_back(at);
        }
    }
    if !has_paths && queue.is_empty() {
        selected.is_entity.fill(true);
        queue.extend(0..selected.groups.len());
    }
    while let Some(at) = queue.pop_front() {
        for (target, is_many) in referred(at, selected, source) {
            if selected.is_entity[target] || (!is_many && is_parts(target, selected, source)) {
                continue;
            }
            selected.is_entity[target] = true;
            selected.groups[target].owner = Some(at);
            queue.push_back(target);
        }
    }
    let mut embedded: HashSet<usize> = HashSet::new();
    for at in (0..selected.groups.len()).filter(|at| selected.is_entity[*at]) {
        embedded.extend(referred(at, selected, source).into_iter().map(|(target, _)| target));
        let members = selected.groups[at].members.iter();
        let objects = members.map(|(name, _)| &selected.things[*name].object);
        let bases = objects.flat_map(|object| object.bases.iter().chain(&object.variants));
        embedded.extend(bases.filter_map(|base| selected.of.get(base)));
    }
    for (at, group) in selected.groups.iter().enumerate().filter(|(at, _)| !selected.is_entity[*at]) {
        let is_called = group.members.iter().any(|(name, _)| operations.uses.contains_key(name));
        let reason = if embedded.contains(&at) {
            Reason::Parts
        } else if is_called {
            Reason::Act
        } else {
            Reason::Unused
        };
        selected.left.extend(group.members.iter().map(|(name, _)| (*name, reason)));
    }
}

/// The groups that the properties of one refer to, and whether by a list.
fn referred(at: usize, selected: &Selected, source: &Source) -> Vec<(usize, bool)> {
    let mut found = Vec::new();
    for (member, _) in &selected.groups[at].members {
        for (name, property) in &selected.things[*member].object.properties {
            match shape::read(property.node, name, source).shape {
                Shape::One(target) => found.extend(selected.of.get(target).map(|target| (*target, false))),
                Shape::Many(target) => found.extend(selected.of.get(target).map(|target| (*target, true))),
                _ => {}
            }
        }
    }
    found
}

/// Whether a group is nothing by itself: no id, no path, only a few single values.
pub(super) fn is_parts(at: usize, selected: &Selected, source: &Source) -> bool {
    let group = &selected.groups[at];
    let object = &selected.things[group.head].object;
    !group.has_path
        && group.kind.is_none()
        && id_of(object, &group.base).is_none()
        && (1..=MOST_PARTS).contains(&object.properties.len())
        && object.properties.iter().all(|(name, property)| {
            let shape = shape::read(property.node, name, source).shape;
            matches!(shape, Shape::Value(kind) if !matches!(kind, Kind::Foreign { .. } | Kind::Json))
        })
}
