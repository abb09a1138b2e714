//! The properties of an entity, united from all schemas that are one with it.

use std::collections::HashSet;

use super::{
    objects::Property,
    select::{Group, Selected},
    twins::Role,
};

/// A property of an entity, united from all its schemas.
pub(super) struct Member<'a> {
    pub property: Property<'a>,
    pub is_required: bool,
    /// Whether the server gives it, as it is not sent to make one.
    pub is_made: bool,
}

/// Properties in the order of the head, then those that only others have.
pub(super) fn members<'a>(group: &Group<'a>, selected: &Selected<'a>) -> Vec<(&'a str, Member<'a>)> {
    let object = |name: &str| &selected.things[name].object;
    let head = object(group.head);
    let twins = |role: Role| group.members.iter().filter(move |(name, own)| *own == role && *name != group.head);
    let created: Vec<&str> = twins(Role::Create).map(|(name, _)| *name).collect();
    let mut seen: HashSet<&str> = HashSet::new();
    let mut found = Vec::new();
    let ordered = std::iter::once(&group.head).chain(group.members.iter().map(|(name, _)| name));
    for one in ordered {
        for (name, property) in &object(one).properties {
            if !seen.insert(name) {
                continue;
            }
            let sent: Vec<_> =
                created.iter().map(|one| object(one)).filter(|one| one.properties.contains_key(name)).collect();
            let is_sent = !sent.is_empty();
            let is_said =
                if is_sent { sent.iter().all(|one| one.required.contains(name)) } else { head.required.contains(name) };
            let is_made = !created.is_empty() && !is_sent;
            let is_read_only = super::source::is_true(property.node, "readOnly");
            let is_required = is_said && !property.is_of_variant && !(is_read_only && *name != "id");
            found.push((*name, Member { property: *property, is_required, is_made }));
        }
    }
    found
}
