//! The story that is told end to end: which rows it makes, and by which forms, calls or methods.

mod chosen;
mod value;

use serde_json::{Map, Value, json};

use super::Place;
use super::relation::input_name;
use super::specimen::literal;
use super::workspace::services;
use crate::spec::Model;
use crate::spec::model::{Display, Entity, Field, FieldKind};

pub(super) use value::{changed, input};

pub(super) fn view(place: Place<'_>) -> Value {
    let model = place.model;
    let chosen = chosen::entities(model);
    let first = chosen[0];
    let owner = model.service(first.service);
    let roles: Vec<&str> = model.roles.iter().map(|role| role.name.as_str()).collect();
    let samples: Vec<String> = chosen.iter().map(|entity| sample(place, entity)).collect();
    let services = services(model).into_iter().map(|service| {
        json!({
            "name": service.kebab,
            "database": service.database,
            "variable": format!("{}_URL", service.shouty),
        })
    });
    json!({
        "audience": model.audience(),
        "services": literal(&services.collect()),
        "locale": model.apps.web.iter().flat_map(|web| &web.locales).next().map_or("en", String::as_str),
        "roles": literal(&json!(roles)),
        "lastRole": roles.last(),
        "samples": format!("[{}]", samples.join(", ")),
        "imports": chosen.iter().map(|entity| json!({
            "name": client(entity),
            "from": module(model, entity),
        })).collect::<Vec<_>>(),
        "first": {
            "client": client(first),
            "module": module(model, first),
            "phrase": first.names.many.phrase,
            "service": owner.names.one.kebab,
            "method": format!("list{}", first.names.many.pascal),
        },
    })
}

/// The entity that the story begins with: it can be made before all others, where any can.
pub(super) fn first(model: &Model) -> &Entity {
    chosen::entities(model)[0]
}

fn client(entity: &Entity) -> String {
    format!("{}Service", entity.names.many.pascal)
}

fn module(model: &Model, entity: &Entity) -> String {
    let service = &model.service(entity.service).names.one.snake;
    format!("@{}/contracts/es/{service}/v1/{}", model.project.name, entity.names.many.snake)
}

/// An object literal, as whichever of the stories wants it.
fn sample(place: Place<'_>, entity: &Entity) -> String {
    let model = place.model;
    let in_messages = !place.has("gateway");
    let names = &entity.names;
    let mut facts = Map::new();
    let mut put = |key: &str, value: Value| facts.insert(key.to_owned(), value);
    put("many", json!(names.many.camel));
    put("one", json!(names.one.camel));
    if place.has("web") {
        put("folder", json!(names.many.kebab));
        put("entries", entries(model, entity));
        if is_complete(entity) {
            put("complete", json!(true));
        }
    } else if in_messages {
        put("owner", json!(model.service(entity.service).names.one.kebab));
        put("names", json!({ "one": names.one.pascal, "many": names.many.pascal }));
    }
    put("input", inputs(model, entity, in_messages));
    put("references", references(model, entity));
    if let Some((field, value)) = change(entity) {
        put("change", json!({ "field": field.name, "value": value }));
    }
    if let Some(field) = display(entity) {
        put("display", json!(field.name));
    }
    put("access", json!(entity.access));
    for (key, holds) in [("softDelete", entity.soft_delete), ("audit", entity.audit), ("searched", searched(entity))] {
        if holds {
            put(key, json!(true));
        }
    }
    let object = literal(&Value::Object(facts));
    if in_messages {
        return object.replacen('{', &format!("{{ service: {},", client(entity)), 1);
    }
    object
}

/// Whether a new row can be saved with nothing entered.
fn is_complete(entity: &Entity) -> bool {
    let needed = entity.fields.iter().any(|field| is_needed(field) && field.kind != FieldKind::Boolean);
    !needed && chosen::required(entity).next().is_none()
}

fn is_needed(field: &Field) -> bool {
    field.required && field.default.is_none()
}

/// What a new row cannot do without, and what stands for it.
fn entered(entity: &Entity) -> impl Iterator<Item = &Field> {
    let display = display(entity).map(|field| field.name.as_str());
    entity.fields.iter().filter(move |field| is_needed(field) || Some(field.name.as_str()) == display)
}

fn inputs(model: &Model, entity: &Entity, in_messages: bool) -> Value {
    let given = if in_messages { value::message } else { value::input };
    entered(entity).map(|field| (field.name.clone(), given(model, entity, field))).collect::<Map<_, _>>().into()
}

fn references(model: &Model, entity: &Entity) -> Value {
    chosen::required(entity)
        .map(|relation| (input_name(relation), json!(model.entity(relation.target).names.many.camel)))
        .collect::<Map<_, _>>()
        .into()
}

fn entries(model: &Model, entity: &Entity) -> Value {
    let fields = entered(entity).filter_map(|field| value::entry(model, entity, field));
    let relations = chosen::required(entity)
        .map(|relation| json!({ "field": relation.name, "find": model.entity(relation.target).names.many.camel }));
    fields.chain(relations).collect()
}

/// The field that stands for a row, where it is shown as it is entered.
fn display(entity: &Entity) -> Option<&Field> {
    match &entity.display {
        Display::Field { name } => {
            entity.fields.iter().find(|field| field.name == *name && value::is_text(&field.kind))
        }
        Display::Id => None,
    }
}

fn searched(entity: &Entity) -> bool {
    display(entity).is_some_and(|field| entity.list.search.contains(&field.name))
}

/// A text that may be changed, other than what stands for the row: links keep their names then.
fn change(entity: &Entity) -> Option<(&Field, Value)> {
    let display = display(entity).map(|field| field.name.as_str());
    entity
        .fields
        .iter()
        .filter(|field| !field.immutable && Some(field.name.as_str()) != display)
        .find_map(|field| Some((field, value::changed(&field.kind)?)))
}
