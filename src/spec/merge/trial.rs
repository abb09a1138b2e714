//! The checks of a spec on what would be added: what they refuse is left out, and told.

use super::{Additions, Changed, Merge, Side, additions::left_out};
use crate::spec::{
    Document, direction,
    document::{Entity, Relation},
    problem::{Problem, Severity},
    resolve::attempt,
};

/// Leaving one thing out may bring another to light, but not for long.
const MOST_ROUNDS: usize = 8;

/// Takes out of a merge what would make the spec a faulty one. What no addition is to blame for stays, for the checks
/// of the whole text to tell.
pub(super) fn settle(here: Side<'_>, merge: &mut Merge) {
    for _ in 0..MOST_ROUNDS {
        if merge.is_empty() {
            return;
        }
        let document = merged(here.document, merge);
        let mut problems = attempt(&document).1;
        problems.extend(direction::check(&document));
        let mut helped = false;
        for problem in problems.iter().filter(|problem| problem.severity == Severity::Error) {
            helped |= leave_out(merge, problem);
        }
        if !helped {
            return;
        }
    }
}

/// The spec with all that is added.
pub(super) fn merged(here: &Document, merge: &Merge) -> Document {
    let mut document = here.clone();
    let Additions { enums, values, services, entities, members } = &merge.additions;
    document.enums.extend(enums.iter().map(|(name, given)| (name.clone(), given.clone())));
    for (name, values) in values {
        if let Some(given) = document.enums.get_mut(name) {
            given.values.extend(values.clone());
        }
    }
    for (name, new) in entities {
        document.entities.insert(name.clone(), new.entity.clone());
        if let Some(service) = new.service.as_ref().and_then(|service| document.services.get_mut(service)) {
            service.entities.push(name.clone());
        }
    }
    for (name, members) in members {
        if let Some(entity) = document.entities.get_mut(name) {
            entity.fields.extend(members.fields.clone());
            entity.relations.extend(members.relations.clone());
        }
    }
    document.services.extend(services.iter().map(|(name, service)| (name.clone(), service.clone())));
    for changed in &merge.changed {
        match changed {
            Changed::Field { entity, name, after, .. } => {
                document.entities[entity].fields.insert(name.clone(), (**after).clone());
            }
            Changed::Relation { entity, name, after, .. } => {
                document.entities[entity].relations.insert(name.clone(), (**after).clone());
            }
        }
    }
    document
}

fn leave_out(merge: &mut Merge, problem: &Problem) -> bool {
    let keys = problem.path.keys();
    let left = match keys.as_slice() {
        ["entities", entity, "seed", ..] if !merge.additions.entities.contains_key(*entity) => {
            return loosen(merge, entity);
        }
        ["entities", entity, rest @ ..] => of_entity(merge, entity, rest),
        ["enums", name, ..] => {
            let new = merge.additions.enums.shift_remove(*name).is_some();
            (new || merge.additions.values.shift_remove(*name).is_some()).then(|| (*name).to_owned())
        }
        ["services", name, ..] => {
            let gone = merge.additions.services.shift_remove(*name);
            gone.map(|_| format!("the service {name}"))
        }
        _ => None,
    };
    let Some(left) = left else { return false };
    merge.differences.push(left_out(left, problem.message.clone()));
    true
}

/// Lets be empty what the demo rows of the spec do not have.
fn loosen(merge: &mut Merge, entity: &str) -> bool {
    let mut loosened = Vec::new();
    if let Some(members) = merge.additions.members.get_mut(entity) {
        let fields = members.fields.iter_mut().filter(|(_, field)| field.required && field.default.is_none());
        let fields = fields.map(|(name, field)| (name, &mut field.required));
        let relations = members.relations.iter_mut().map(|(name, relation)| (name, &mut relation.required));
        for (name, required) in fields.chain(relations).filter(|(_, required)| **required) {
            *required = false;
            loosened.push(name.clone());
        }
    }
    for changed in &mut merge.changed {
        let (of, name, was, required) = match changed {
            Changed::Field { entity, name, before, after } => (entity, name, before.required, &mut after.required),
            Changed::Relation { entity, name, before, after } => (entity, name, before.required, &mut after.required),
        };
        if of == entity && *required && !was {
            *required = false;
            loosened.push(name.clone());
        }
    }
    merge.changed.retain(Changed::is_one);
    let helped = !loosened.is_empty();
    merge.differences.extend(loosened.into_iter().map(|name| {
        left_out(format!("{entity}.{name}.required"), "demo rows of the spec lack it, so it may be empty")
    }));
    helped
}

/// What was left out of an entity, by name.
fn of_entity(merge: &mut Merge, entity: &str, keys: &[&str]) -> Option<String> {
    if let Some(new) = merge.additions.entities.get_mut(entity) {
        if let Some(part) = of_new(&mut new.entity, keys) {
            return Some(format!("{entity}.{part}"));
        }
        merge.additions.entities.shift_remove(entity);
        for service in merge.additions.services.values_mut() {
            service.entities.retain(|name| name != entity);
        }
        merge.additions.services.retain(|_, service| !service.entities.is_empty());
        return Some(entity.to_owned());
    }
    let [section, member, rest @ ..] = keys else { return None };
    let changes = merge.changed.len();
    merge.changed.retain(|changed| !changed.is(entity, member));
    if merge.changed.len() < changes {
        return Some(format!("{entity}.{member}"));
    }
    let members = merge.additions.members.get_mut(entity)?;
    let part = if *section == "fields" {
        members.fields.shift_remove(*member).map(|_| (*member).to_owned())
    } else {
        let given = members.relations.get_mut(*member).zip(rest.first());
        let part = given.and_then(|(given, key)| of_relation(given, key)).map(|part| format!("{member}.{part}"));
        part.or_else(|| members.relations.shift_remove(*member).map(|_| (*member).to_owned()))
    };
    if members.fields.is_empty() && members.relations.is_empty() {
        merge.additions.members.shift_remove(entity);
    }
    part.map(|part| format!("{entity}.{part}"))
}

impl Changed {
    /// Whether anything is left that changes.
    fn is_one(&self) -> bool {
        match self {
            Self::Field { before, after, .. } => before != after,
            Self::Relation { before, after, .. } => before != after,
        }
    }

    fn is(&self, of: &str, member: &str) -> bool {
        let (Self::Field { entity, name, .. } | Self::Relation { entity, name, .. }) = self;
        entity == of && name == member
    }
}

/// What was left out of a new entity; nothing where all of it must go.
fn of_new(entity: &mut Entity, keys: &[&str]) -> Option<String> {
    let part = match keys {
        ["fields", field, ..] => {
            entity.fields.shift_remove(*field)?;
            return Some((*field).to_owned());
        }
        ["relations", name, rest @ ..] => {
            let given = entity.relations.get_mut(*name)?;
            if let Some(part) = rest.first().and_then(|key| of_relation(given, key)) {
                return Some(format!("{name}.{part}"));
            }
            entity.relations.shift_remove(*name)?;
            return Some((*name).to_owned());
        }
        ["display", ..] => entity.display.take().map(|_| "display"),
        ["list", ..] => entity.list.take().map(|_| "list"),
        ["access", ..] => entity.access.take().map(|_| "access"),
        ["plural", ..] => entity.plural.take().map(|_| "plural"),
        ["table", ..] => entity.table.take().map(|_| "table"),
        ["indexes", ..] => (!std::mem::take(&mut entity.indexes).is_empty()).then_some("indexes"),
        ["seed", ..] => (!std::mem::take(&mut entity.seed).is_empty()).then_some("seed"),
        _ => None,
    };
    part.map(str::to_owned)
}

fn of_relation(relation: &mut Relation, key: &str) -> Option<&'static str> {
    match key {
        "on-delete" => relation.on_delete.take().map(|_| "on-delete"),
        "inverse" => relation.inverse.take().map(|_| "inverse"),
        "column" => relation.column.take().map(|_| "column"),
        "description" => relation.description.take().map(|_| "description"),
        _ => None,
    }
}
