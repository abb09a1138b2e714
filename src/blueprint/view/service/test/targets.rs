//! Rows that other rows point to, and the functions that make them.

use serde_json::Value;

use crate::blueprint::view::service::imports;
use crate::spec::Model;
use crate::spec::model::{Entity, Relation, RelationKind};

pub(super) fn local(entity: &Entity) -> impl Iterator<Item = &Relation> {
    entity.relations.iter().filter(|each| !each.across_services)
}

pub(super) fn factory(target: &Entity) -> String {
    format!("create{}", target.names.one.pascal)
}

/// The function that gives the same row each time.
pub(super) fn any(target: &Entity) -> String {
    format!("any{}", target.names.one.pascal)
}

/// Whether a row of this service points to it in a way that any row will do.
pub(in crate::blueprint::view::service) fn is_target(model: &Model, entity: &Entity) -> bool {
    entity.inverses.iter().any(|inverse| {
        let source = model.entity(inverse.source);
        let mut relations = local(source).filter(|each| each.name == inverse.relation);
        relations.any(|each| !is_one_to_one(each))
    })
}

pub(super) fn factories(model: &Model, entity: &Entity, wanted: impl Fn(&Relation) -> bool, both: bool) -> Vec<Value> {
    let targets = local(entity).filter(|each| wanted(each)).flat_map(|each| {
        let target = model.entity(each.target);
        let fresh = (both || is_one_to_one(each)).then(|| (target, factory(target)));
        let shared = (!is_one_to_one(each)).then(|| (target, any(target)));
        fresh.into_iter().chain(shared)
    });
    imports(entity, targets, "testing")
}

pub(super) fn is_one_to_one(each: &Relation) -> bool {
    matches!(each.kind, RelationKind::OneToOne { .. })
}

pub(super) fn new_target(model: &Model, each: &Relation) -> String {
    if each.across_services {
        return "randomUUID()".to_owned();
    }
    let target = model.entity(each.target);
    if is_one_to_one(each) {
        format!("(await {}(clients)).id", factory(target))
    } else {
        format!("(await {}(clients)).id", any(target))
    }
}
