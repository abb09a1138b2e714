//! Relations of a spec and of a model, told from the end that holds the key.

use std::collections::{HashMap, HashSet};

use super::{Changed, Difference, Kind, Merge, Side};
use crate::spec::{
    document::{Relation, RelationType},
    model::{self, EntityId, RelationKind},
};

/// Tells which relations of an entity differ; which of the spec's relations the model has goes into `known`.
pub(super) fn compare<'m>(
    entity: &str,
    here: (Side<'m>, usize),
    theirs: (Side<'m>, usize),
    known: &mut HashSet<(usize, &'m str)>,
    merge: &mut Merge,
) {
    for (relation, our) in pairs(entity, here.0, theirs) {
        let Some(our) = our else { continue };
        let name = &our.relation.name;
        known.insert((our.holder, name));
        let before = declared(here.0, our.holder, our.relation);
        let said = declared(theirs.0, theirs.1, relation);
        let after = as_theirs(&before, our, &said, (here.0, theirs.0), relation);
        if after == before || our.holder != here.1 {
            continue;
        }
        merge.differences.push(Difference {
            kind: Kind::Differs,
            name: format!("{entity}.{name}"),
            before: Some(shown(&before)),
            after: shown(&after),
        });
        // One that is told as `one-to-many` over there is changed there, by hand.
        if here.0.document.entities[here.1].relations.contains_key(name) {
            merge.changed.push(Changed::Relation {
                entity: entity.to_owned(),
                name: name.clone(),
                before: Box::new(before),
                after: Box::new(after),
            });
        }
    }
}

/// A relation of the spec, with who holds its key.
#[derive(Clone, Copy)]
pub(super) struct Held<'m> {
    /// Index of the entity.
    pub holder: usize,
    /// What it is.
    pub relation: &'m model::Relation,
}

/// Every relation that an entity of the model holds, with the spec's own for it.
pub(super) fn pairs<'m>(
    entity: &str,
    here: Side<'m>,
    theirs: (Side<'m>, usize),
) -> Vec<(&'m model::Relation, Option<Held<'m>>)> {
    let relations = &theirs.0.model.entities[theirs.1].relations;
    let Some(at) = here.document.entities.get_index_of(entity) else {
        return relations.iter().map(|relation| (relation, None)).collect();
    };
    let ours = &here.model.entities[at];
    let by_name: HashMap<&str, &model::Relation> =
        ours.relations.iter().map(|relation| (relation.name.as_str(), relation)).collect();
    let named: HashSet<&str> = relations.iter().map(|relation| relation.name.as_str()).collect();
    let free = ours.relations.iter().filter(|relation| !named.contains(relation.name.as_str()));
    let by_column: HashMap<&str, &model::Relation> =
        free.map(|relation| (database_name(&relation.kind), relation)).collect();
    let inverses: HashMap<&str, &model::Inverse> =
        ours.inverses.iter().map(|inverse| (inverse.name.as_str(), inverse)).collect();
    let pair = |relation: &'m model::Relation| {
        let own = by_name
            .get(relation.name.as_str())
            .or_else(|| by_column.get(database_name(&relation.kind)))
            .map(|relation| Held { holder: at, relation });
        (relation, own.or_else(|| from_the_other_end(relation, &inverses, here, theirs.0)))
    };
    relations.iter().map(pair).collect()
}

/// Links and pairs may be held by either end.
fn from_the_other_end<'m>(
    relation: &model::Relation,
    inverses: &HashMap<&str, &'m model::Inverse>,
    here: Side<'m>,
    theirs: Side<'_>,
) -> Option<Held<'m>> {
    let inverse = inverses.get(relation.name.as_str())?;
    let holder = inverse.source.0;
    let is_target = here.document.entities.get_index(holder)?.0 == name(theirs, relation.target);
    let given = here.model.entities[holder].relations.iter().find(|given| given.name == inverse.relation)?;
    (is_target && !matches!(relation.kind, RelationKind::ManyToOne { .. })).then_some(Held { holder, relation: given })
}

/// The spec's relation with what the model says of it.
fn as_theirs(
    before: &Relation,
    ours: Held<'_>,
    said: &Relation,
    (here, theirs): (Side<'_>, Side<'_>),
    relation: &model::Relation,
) -> Relation {
    let mut after = before.clone();
    let target = name(theirs, relation.target);
    if kind(&ours.relation.kind) != kind(&relation.kind) || name(here, ours.relation.target) != target {
        let Relation { many_to_one, one_to_one, many_to_many, .. } = Relation::of(kind(&relation.kind), target);
        after = Relation { many_to_one, one_to_many: None, one_to_one, many_to_many, ..after };
    }
    after.required = relation.required;
    // Across services the database does nothing, whatever the model says.
    if said.on_delete.is_some() && !ours.relation.across_services && ours.relation.on_delete != relation.on_delete {
        after.on_delete = said.on_delete;
    }
    after
}

/// A relation as its holder would write it.
pub(super) fn declared(side: Side<'_>, holder: usize, relation: &model::Relation) -> Relation {
    let target = name(side, relation.target);
    let written = side.document.entities[holder].relations.get(&relation.name);
    if let Some(written) = written.filter(|written| written.one_to_many.is_none()) {
        let told_twice = side.document.entities[relation.target.0].relations.contains_key(&relation.inverse);
        let inverse = written.inverse.clone().or_else(|| told_twice.then(|| relation.inverse.clone()));
        return Relation { inverse, ..written.clone() };
    }
    let on_delete = (relation.on_delete != model::OnDelete::Restrict).then_some(relation.on_delete);
    Relation {
        inverse: Some(relation.inverse.clone()),
        required: relation.required,
        on_delete,
        ..Relation::of(kind(&relation.kind), target)
    }
}

/// A relation on one line.
pub(super) fn shown(relation: &Relation) -> String {
    serde_json::to_value(relation).map(|value| crate::yaml::write::flow(&value)).unwrap_or_default()
}

/// What an entity is called.
pub(super) fn name(side: Side<'_>, id: EntityId) -> &str {
    side.document.entities.get_index(id.0).map_or("", |(name, _)| name)
}

const fn kind(kind: &RelationKind) -> RelationType {
    match kind {
        RelationKind::ManyToOne { .. } => RelationType::ManyToOne,
        RelationKind::OneToOne { .. } => RelationType::OneToOne,
        RelationKind::ManyToMany { .. } => RelationType::ManyToMany,
    }
}

fn database_name(kind: &RelationKind) -> &str {
    match kind {
        RelationKind::ManyToOne { column } | RelationKind::OneToOne { column } => column,
        RelationKind::ManyToMany { table, .. } => table,
    }
}
