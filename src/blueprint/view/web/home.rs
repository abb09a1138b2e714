//! What the first page shows: counts of what matters most, what comes next, what is new, and where to begin.

use std::collections::HashSet;

use serde_json::{Value, json};

use super::{MANY, icons, path, rank};
use crate::blueprint::view::relation::is_many;
use crate::blueprint::view::stem::stem;
use crate::spec::Model;
use crate::spec::model::{Entity, EntityId, Field, FieldKind, OnDelete};

/// So many are counted where there are too many to count all.
const COUNTED: usize = 4;

/// So many steps lead into an empty workspace.
const STEPS: usize = 3;

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
    let steps = steps(model, &main);
    let mut queried = counted.clone();
    queried.extend(steps.iter().copied().filter(|step| counted.iter().all(|entity| entity.id != step.id)));
    let mut asked: Vec<&Entity> = queried.iter().copied().chain(listed.iter().copied()).collect();
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
        "queried": queried.iter().map(|entity| of_entity(model, entity)).collect::<Vec<_>>(),
        "steps": steps.iter().map(|entity| of_entity(model, entity)).collect::<Vec<_>>(),
        "icons": pictures(&queried),
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

/// Where an empty workspace begins: with what others need, and with nothing that cannot be made yet.
fn steps<'a>(model: &'a Model, main: &[&'a Entity]) -> Vec<&'a Entity> {
    let mut steps: Vec<&Entity> = Vec::new();
    let mut seen: HashSet<EntityId> = HashSet::new();
    for entity in main {
        add(model, entity, &mut steps, &mut seen);
    }
    steps.truncate(STEPS);
    steps
}

/// Adds an entity behind all that it needs.
fn add<'a>(model: &'a Model, entity: &'a Entity, steps: &mut Vec<&'a Entity>, seen: &mut HashSet<EntityId>) {
    if !seen.insert(entity.id) {
        return;
    }
    for relation in entity.relations.iter().filter(|relation| relation.required && !is_many(relation)) {
        add(model, model.entity(relation.target), steps, seen);
    }
    steps.push(entity);
}

#[cfg(test)]
mod tests {
    use super::*;

    const WARDS: &str = "
fountane: 1
project: { name: care }
entities:
  Ward:
    fields: { name: string! }
    relations: { building: { many-to-one: Building, required: true } }
  Building:
    fields: { name: string! }
    relations: { hospital: { many-to-one: Hospital, required: true } }
  Hospital:
    fields: { name: string! }
";

    #[test]
    fn nothing_is_begun_with_that_needs_what_is_no_step() {
        let (_, model) = crate::spec::load(WARDS, "care.yaml").unwrap();
        let ward = &model.entities[0];
        let names: Vec<&str> = steps(&model, &[ward]).iter().map(|step| step.names.one.phrase.as_str()).collect();
        assert_eq!(names, ["hospital", "building", "ward"]);
    }
}
