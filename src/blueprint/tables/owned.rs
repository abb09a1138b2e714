//! Which tables are about an entity.

use std::collections::BTreeSet;

use super::entity::AUDIT;
use crate::spec::Model;
use crate::spec::model::{Entity, Relation, RelationKind};

/// The names of all tables that are about an entity: its own, those that link it with others from either end, and that of the
/// history, where it has one or was the last that had.
pub fn tables_of(model: &Model, entity: &Entity) -> BTreeSet<String> {
    let own = std::iter::once(entity.table.clone());
    let links = model.entities.iter().flat_map(|other| {
        let of = |relation: &&Relation| other.id == entity.id || relation.target == entity.id;
        other.relations.iter().filter(of).filter_map(|relation| match &relation.kind {
            RelationKind::ManyToMany { table, .. } => Some(table.clone()),
            RelationKind::ManyToOne { .. } | RelationKind::OneToOne { .. } => None,
        })
    });
    let of_service = &model.service(entity.service).entities;
    let has_history = entity.audit || !of_service.iter().any(|id| model.entity(*id).audit);
    own.chain(links).chain(has_history.then(|| AUDIT.to_owned())).collect()
}
