//! What the first page shows: counts of what matters most, what comes next, what is new, and where to begin.

use serde_json::{Value, json};

use super::{MANY, icons, path, rank};
use crate::blueprint::view::relation::is_many;
use crate::blueprint::view::stem::stem;
use crate::spec::Model;
use crate::spec::model::{Entity, EntityId, Field, FieldKind, OnDelete};

/// So many are counted where there are too many to count all.
const COUNTED: usize = 4;

/// What the page needs.
pub(super) fn home(model: &Model) -> Value {
    let main = main_entities(model, COUNTED);
    let counted: Vec<&Entity> =
        if model.entities.len() < MANY { model.entities.iter().collect() } else { main.clone() };
    let upcoming = main.iter().find_map(|entity| Some((*entity, coming(entity)?)));
    let recent: Vec<&Entity> = main_entities(model, 3)
        .into_iter()
        .filter(|entity| upcoming.is_none_or(|(shown, _)| shown.id != entity.id))
        .take(if upcoming.is_some() { 1 } else { 2 })
        .collect();
    let mut listed: Vec<&Entity> = upcoming.iter().map(|(entity, _)| *entity).chain(recent.iter().copied()).collect();
    listed.sort_by_key(|entity| entity.id);
    let mut asked: Vec<&Entity> = counted.iter().copied().chain(listed.iter().copied()).collect();
    asked.sort_by_key(|entity| entity.id);
    asked.dedup_by_key(|entity| entity.id);
    json!({
        "counted": counted.iter().map(|entity| of_entity(model, entity)).collect::<Vec<_>>(),
        "upcoming": upcoming.map(|(entity, field)| json!({
            "entity": of_entity(model, entity),
            "field": field.name,
            "moment": field.kind == FieldKind::DateTime,
        })),
        "recent": recent.iter().map(|entity| of_entity(model, entity)).collect::<Vec<_>>(),
        "listed": listed.iter().map(|entity| of_entity(model, entity)).collect::<Vec<_>>(),
        "asked": asked.iter().map(|entity| of_entity(model, entity)).collect::<Vec<_>>(),
        "steps": steps(&counted).iter().map(|entity| of_entity(model, entity)).collect::<Vec<_>>(),
        "icons": pictures(&counted),
        "pair": upcoming.is_some() || recent.len() > 1,
        "single": counted.len() == 1,
        "all": model.entities.len() >= MANY,
    })
}

fn pictures(entities: &[&Entity]) -> Vec<&'static str> {
    let mut icons: Vec<&str> = entities.iter().map(|entity| icons::icon_of(&entity.names.one)).collect();
    icons.sort_unstable();
    icons.dedup();
    icons
}

fn of_entity(model: &Model, entity: &Entity) -> Value {
    json!({
        "one": entity.names.one,
        "many": entity.names.many,
        "service": model.service(entity.service).names.one,
        "stem": stem(&entity.names.one.pascal),
        "path": path(entity),
        "icon": icons::icon_of(&entity.names.one),
        // Not everybody who signs in may see it.
        "guarded": rank(model, &entity.access.read) > 0,
    })
}

/// Those that others belong to, that have a state, that are kept with care; what is only a part of another one comes last.
fn main_entities(model: &Model, most: usize) -> Vec<&Entity> {
    let mut ranked: Vec<(&Entity, i64)> = model.entities.iter().map(|entity| (entity, weight(entity))).collect();
    ranked.sort_by_key(|(entity, weight)| (-weight, entity.id));
    ranked.truncate(most);
    ranked.into_iter().map(|(entity, _)| entity).collect()
}

fn weight(entity: &Entity) -> i64 {
    let links = i64::try_from(entity.inverses.len() * 2 + entity.relations.len()).unwrap_or(i64::MAX);
    let has = |holds: bool, points: i64| if holds { points } else { 0 };
    let part = entity.relations.iter().any(|relation| relation.required && relation.on_delete == OnDelete::Cascade);
    links
        + has(entity.fields.iter().any(|field| matches!(field.kind, FieldKind::Enum { .. })), 2)
        + has(coming(entity).is_some(), 4)
        + has(entity.audit, 1)
        + has(entity.soft_delete, 1)
        - has(part && coming(entity).is_none(), 3)
}

/// The field that says when something is due, where a list can be asked for it.
fn coming(entity: &Entity) -> Option<&Field> {
    const WORDS: &[&str] =
        &["start", "due", "begin", "schedul", "appoint", "deadline", "deliver", "expire", "takesplace", "plannedfor"];
    entity.fields.iter().find(|field| {
        let name = field.name.to_lowercase();
        matches!(field.kind, FieldKind::Date | FieldKind::DateTime)
            && entity.list.filter.contains(&field.name)
            && entity.list.sortable.contains(&field.name)
            && WORDS.iter().any(|word| name.starts_with(word))
    })
}

/// Where an empty workspace begins: with what others need.
fn steps<'a>(counted: &[&'a Entity]) -> Vec<&'a Entity> {
    let mut steps: Vec<&Entity> = Vec::new();
    let mut left: Vec<&Entity> = counted.to_vec();
    while steps.len() < 3 && !left.is_empty() {
        let next = left.iter().position(|entity| needs(entity).all(|id| done(&steps, counted, id))).unwrap_or(0);
        steps.push(left.remove(next));
    }
    steps
}

fn needs(entity: &Entity) -> impl Iterator<Item = EntityId> {
    entity
        .relations
        .iter()
        .filter(move |relation| relation.required && !is_many(relation) && relation.target != entity.id)
        .map(|relation| relation.target)
}

fn done(steps: &[&Entity], counted: &[&Entity], id: EntityId) -> bool {
    steps.iter().any(|step| step.id == id) || counted.iter().all(|entity| entity.id != id)
}
