//! What only the model has.

use std::collections::{HashMap, HashSet};

use indexmap::IndexMap;

use super::{
    Additions, Difference, Kind, Members, NewEntity, Side, Wish, counterparts::are_akin, differs::Pairs, relations,
};
use crate::spec::{
    Document,
    document::{Entity, Enum, Relation},
    model::{self, RelationKind},
};

/// What is to be added, before anybody asked whether it can be; what clashes with a name of the spec is told.
pub(super) fn additions(
    here: Side<'_>,
    theirs: Side<'_>,
    chosen: &HashSet<String>,
    wish: &Wish,
    told: &mut Vec<Difference>,
) -> Additions {
    let mut additions = Additions::default();
    for (at, (name, given)) in theirs.document.entities.iter().enumerate() {
        if !chosen.contains(name) {
            continue;
        }
        if here.document.enums.contains_key(name) {
            told.push(left_out(name.clone(), "an enum of the spec has its name"));
            continue;
        }
        if let Some(ours) = here.document.entities.get_index_of(name) {
            additions.members.insert(name.clone(), members((here, ours), (theirs, at), told));
            continue;
        }
        let entity = entity(given, (theirs, at));
        additions.entities.insert(name.clone(), NewEntity { entity, service: None });
    }
    leave_out_strangers(here.document, &mut additions, told);
    enums(here.document, theirs.document, wish, &mut additions, told);
    additions.members.retain(|_, members| !members.fields.is_empty() || !members.relations.is_empty());
    additions
}

pub(super) fn left_out(name: String, why: impl Into<String>) -> Difference {
    Difference { kind: Kind::LeftOut, name, before: None, after: why.into() }
}

/// An entity with all the relations of which it holds the key.
fn entity(given: &Entity, (theirs, at): (Side<'_>, usize)) -> Entity {
    let held = &theirs.model.entities[at].relations;
    let relations =
        held.iter().map(|relation| (relation.name.clone(), relations::declared(theirs, at, relation))).collect();
    Entity { relations, ..given.clone() }
}

/// Fields and relations that an entity of the spec does not have.
fn members((here, ours): (Side<'_>, usize), (theirs, at): (Side<'_>, usize), told: &mut Vec<Difference>) -> Members {
    let (our_entity, their_entity) = (&here.model.entities[ours], &theirs.model.entities[at]);
    let name = relations::name(here, our_entity.id);
    let taken = Taken::of(our_entity);
    let pairs = Pairs::of(our_entity, their_entity);
    let mut members = Members::default();
    for field in their_entity.fields.iter().filter(|field| pairs.ours(&field.name).is_none()) {
        if let Some(by) = taken.by(&field.name, Some(&field.column)) {
            told.push(left_out(format!("{name}.{}", field.name), by));
        } else if let Some(given) = theirs.document.entities[at].fields.get(&field.name) {
            members.fields.insert(field.name.clone(), given.clone());
        }
    }
    for (relation, known) in relations::pairs(name, here, (theirs, at)) {
        if known.is_some() {
            continue;
        }
        if let Some(by) = taken.by(&relation.name, key(&relation.kind)) {
            told.push(left_out(format!("{name}.{}", relation.name), by));
            continue;
        }
        members.relations.insert(relation.name.clone(), relations::declared(theirs, at, relation));
    }
    members
}

fn key(kind: &RelationKind) -> Option<&str> {
    match kind {
        RelationKind::ManyToOne { column } | RelationKind::OneToOne { column } => Some(column),
        RelationKind::ManyToMany { .. } => None,
    }
}

/// The names that an entity has given away already.
struct Taken<'m> {
    names: HashMap<&'m str, &'static str>,
    columns: HashMap<&'m str, &'m str>,
}

impl<'m> Taken<'m> {
    fn of(entity: &'m model::Entity) -> Self {
        let fields = entity.fields.iter().map(|field| (field.name.as_str(), "a field"));
        let relations = entity.relations.iter().map(|relation| (relation.name.as_str(), "a relation"));
        let inverses = entity.inverses.iter().map(|inverse| (inverse.name.as_str(), "the other end of a relation"));
        let keys =
            entity.relations.iter().filter_map(|relation| key(&relation.kind).map(|key| (key, relation.name.as_str())));
        let columns = entity.fields.iter().map(|field| (field.column.as_str(), field.name.as_str()));
        Self { names: fields.chain(relations).chain(inverses).collect(), columns: columns.chain(keys).collect() }
    }

    /// Who has the name, or the name in the database.
    fn by(&self, name: &str, column: Option<&str>) -> Option<String> {
        if let Some(what) = self.names.get(name) {
            return Some(format!("{what} of the spec has its name"));
        }
        let member = self.columns.get(column?)?;
        Some(format!("`{member}` of the spec has its column `{}`", column?))
    }
}

/// Relations to entities that do not come along.
fn leave_out_strangers(here: &Document, additions: &mut Additions, told: &mut Vec<Difference>) {
    let coming: HashSet<String> = additions.entities.keys().cloned().collect();
    let is_known = |relation: &Relation| {
        relation.target().is_some_and(|(_, target)| here.entities.contains_key(target) || coming.contains(target))
    };
    let mut sift = |entity: &str, relations: &mut IndexMap<String, Relation>| {
        relations.retain(|name, relation| {
            let stays = is_known(relation);
            if !stays {
                let target = relation.target().map_or("", |(_, target)| target);
                told.push(left_out(format!("{entity}.{name}"), format!("`{target}` does not come along")));
            }
            stays
        });
    };
    for (name, new) in &mut additions.entities {
        sift(name, &mut new.entity.relations);
    }
    for (name, members) in &mut additions.members {
        sift(name, &mut members.relations);
    }
}

fn enums(here: &Document, theirs: &Document, wish: &Wish, additions: &mut Additions, told: &mut Vec<Difference>) {
    let used = used(additions);
    let wanted = |name: &str| wish.only.is_empty() || used.contains(name);
    let mut strange = HashSet::new();
    for (name, given) in theirs.enums.iter().filter(|(name, _)| wanted(name)) {
        let why = match here.enums.get(name) {
            Some(ours) if are_akin(ours, given) => {
                let values = missing(ours, given);
                if !values.is_empty() {
                    additions.values.insert(name.clone(), values);
                }
                continue;
            }
            Some(_) => "an enum of the spec has its name, and none of its values",
            None if here.entities.contains_key(name) => "an entity of the spec has its name",
            None => {
                additions.enums.insert(name.clone(), given.clone());
                continue;
            }
        };
        told.push(left_out(name.clone(), why));
        strange.insert(name.as_str());
    }
    leave_out_typed(&strange, additions, told);
}

fn missing(ours: &Enum, theirs: &Enum) -> IndexMap<String, Option<String>> {
    let missing = theirs.values.iter().filter(|(value, _)| !ours.values.contains_key(*value));
    missing.map(|(value, label)| (value.clone(), label.clone())).collect()
}

/// The types of all new fields.
fn used(additions: &Additions) -> HashSet<String> {
    let of_entities = additions.entities.values().flat_map(|new| new.entity.fields.values());
    let of_members = additions.members.values().flat_map(|members| members.fields.values());
    of_entities.chain(of_members).map(|field| field.kind.clone()).collect()
}

/// Fields whose enum does not come along.
fn leave_out_typed(strange: &HashSet<&str>, additions: &mut Additions, told: &mut Vec<Difference>) {
    let new = additions.entities.iter_mut().map(|(name, new)| (name, &mut new.entity.fields));
    let members = additions.members.iter_mut().map(|(name, members)| (name, &mut members.fields));
    for (entity, fields) in new.chain(members) {
        fields.retain(|name, field| {
            let stays = !strange.contains(field.kind.as_str());
            if !stays {
                told.push(left_out(format!("{entity}.{name}"), format!("`{}` does not come along", field.kind)));
            }
            stays
        });
    }
}
