//! What the generated tests of the application show, enter and expect.

use serde_json::{Value, json};

use super::{display, path, rank};
use crate::blueprint::view::field::is_nullable;
use crate::blueprint::view::relation::{input_name, is_many};
use crate::blueprint::view::specimen;
use crate::render::ts::string_literal;
use crate::spec::Model;
use crate::spec::model::{Entity, Field, FieldKind, Relation};

/// For the tests of one entity.
pub(super) fn entity(model: &Model, entity: &Entity) -> Value {
    let fields = entity.fields.iter().map(|field| {
        let told = specimen::told(&field.kind, &specimen::input(model, entity, field));
        json!({ "name": field.name, "value": specimen::literal(&told) })
    });
    let relations = entity.relations.iter().map(|relation| {
        let reference = format!("{{ id: otherId, label: {} }}", string_literal(&label_of(model, relation)));
        let value = if is_many(relation) { format!("[{reference}]") } else { reference };
        json!({ "name": relation.name, "value": value })
    });
    let (steps, expected) = creation(model, entity);
    let procedure = |name: &str| format!("{}.{name}", entity.names.many.camel);
    json!({
        "row": fields.chain(relations).collect::<Vec<_>>(),
        "name": plain_name(model, entity).map(|name| string_literal(&name)),
        "answers": answers(model, entity),
        "steps": steps,
        "expected": expected,
        "edit": edit(model, entity),
        "readOnly": rank(model, &entity.access.write) > rank(model, &entity.access.read),
        "reader": entity.access.read,
        "needsDelete": rank(model, &entity.access.delete) > rank(model, &entity.access.read),
        "list": procedure("list"),
        "get": procedure("get"),
        "create": procedure("create"),
        "update": procedure("update"),
        "remove": procedure("remove"),
        "restore": procedure("restore"),
        "history": procedure("history"),
        "file": procedure("file"),
        "fetches": entity.fields.iter().any(|field| matches!(field.kind, FieldKind::File { .. })),
        "listed": format!("the list of {}", entity.names.many.phrase),
        "page": format!("the page of one of the {}", entity.names.many.phrase),
        "form": format!("the form of one of the {}", entity.names.many.phrase),
        "audited": entity.fields.first().map_or("id", |field| field.name.as_str()),
        "locked": entity.fields.iter().find(|field| field.immutable && !matches!(field.kind, FieldKind::Enum { .. })).map(|field| &field.label),
        "uploads": entity.fields.iter().any(|field| matches!(field.kind, FieldKind::Bytes { .. }) && !is_nullable(field)),
    })
}

/// The general tests of the application speak of the first entity.
pub(super) fn workspace(model: &Model) -> Value {
    let first = &model.entities[0];
    json!({
        "one": first.names.one,
        "many": first.names.many,
        "service": model.service(first.service).names.one,
        "path": path(first),
        "most": model.roles.last().map(|role| &role.name),
        "least": model.roles.first().map(|role| &role.name),
    })
}

/// What the row's heading says, where that does not depend on the language.
fn plain_name(model: &Model, entity: &Entity) -> Option<String> {
    let field = display::field(entity)?;
    match (display::text(model, field), specimen::input(model, entity, field)) {
        (display::Text::Plain, Value::String(text)) => Some(text),
        _ => None,
    }
}

/// Procedures that the pages of an entity call besides its own.
fn answers(model: &Model, entity: &Entity) -> Vec<Value> {
    let mut names: Vec<(String, String)> = entity
        .inverses
        .iter()
        .map(|inverse| model.entity(inverse.source))
        .filter(|source| source.id != entity.id)
        .map(|source| (format!("{}.list", source.names.many.camel), "pageOf()".to_owned()))
        .chain(entity.relations.iter().map(|relation| {
            let options = format!("[{{ id: otherId, label: {} }}]", string_literal(&label_of(model, relation)));
            (format!("{}.options", model.entity(relation.target).names.many.camel), options)
        }))
        .collect();
    names.sort();
    names.dedup_by(|a, b| a.0 == b.0);
    names.into_iter().map(|(name, value)| json!({ "name": name, "value": value })).collect()
}

fn label_of(model: &Model, relation: &Relation) -> String {
    let target = model.entity(relation.target);
    // As the service would tell it, so that it can be put into words.
    match display::field(target).map(|field| specimen::input(model, target, field)) {
        Some(Value::String(text)) => text,
        Some(value @ (Value::Number(_) | Value::Bool(_))) => value.to_string(),
        _ => "a1b2c3d4".to_owned(),
    }
}

/// The steps that fill what a new row needs, and the input that they make.
fn creation(model: &Model, entity: &Entity) -> (Vec<String>, Vec<Value>) {
    let mut steps = Vec::new();
    let mut expected = Vec::new();
    for field in &entity.fields {
        let needed = field.required && field.default.is_none();
        let value = match (&field.default, needed) {
            (Some(default), _) => crate::blueprint::view::field::default_literal(&field.kind, default),
            (None, false) => "null".to_owned(),
            (None, true) => {
                let (step, value) = entry(model, entity, field);
                steps.extend(step);
                value
            }
        };
        expected.push(json!({ "name": field.name, "value": value }));
    }
    for relation in &entity.relations {
        let value = if is_many(relation) {
            "[]"
        } else if relation.required {
            let label = label_of(model, relation);
            steps.push(format!(
                "await pick({}, {});",
                string_literal(&relation.label),
                option(model, relation, &label)
            ));
            "otherId"
        } else {
            "null"
        };
        expected.push(json!({ "name": input_name(relation), "value": value }));
    }
    (steps, expected)
}

/// The option's text, or none where it depends on the language: then the first one is picked.
fn option(model: &Model, relation: &Relation, label: &str) -> String {
    match display::label_body(model, model.entity(relation.target)) {
        None => string_literal(label),
        Some(_) => "undefined".to_owned(),
    }
}

/// The step that enters a field's sample, and what it becomes in the input.
fn entry(model: &Model, entity: &Entity, field: &Field) -> (Option<String>, String) {
    let label = string_literal(&field.label);
    let value = specimen::input(model, entity, field);
    let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    let fill = |text: &str| Some(format!("await fill({label}, {});", string_literal(text)));
    let number = |text: &str| Some(format!("await fill({label}, inWords({}));", string_literal(text)));
    match &field.kind {
        FieldKind::Int { .. } | FieldKind::Float { .. } => (number(&text), specimen::literal(&value)),
        FieldKind::Decimal { .. } => (number(&text), string_literal(trimmed(&text))),
        FieldKind::Money { .. } => (number(&text), string_literal(&text)),
        FieldKind::Boolean => (None, "false".to_owned()),
        FieldKind::Time => (fill(&text), format!("expect.stringMatching(/^{}/) as string", &text[..text.len().min(5)])),
        FieldKind::DateTime => (fill("2026-05-02T10:00"), "'2026-05-02T10:00:00.000Z'".to_owned()),
        FieldKind::Duration => (fill("20"), "'PT20M'".to_owned()),
        FieldKind::Bytes { .. } => (Some(format!("await upload({label}, file);")), "'AQID'".to_owned()),
        FieldKind::File { .. } => (
            Some(format!(
                "await upload({label}, new File([new Uint8Array([1, 2, 3])], {}, {{ type: {} }}));",
                specimen::literal(&value["name"]),
                specimen::literal(&value["mediaType"])
            )),
            specimen::literal(&value),
        ),
        FieldKind::Enum { id } => {
            let chosen = model.enumeration(*id).values.last().map_or("", |last| last.label.as_str());
            (Some(format!("await pick({label}, {});", string_literal(chosen))), specimen::literal(&value))
        }
        _ => (fill(&text), specimen::literal(&value)),
    }
}

/// As the decimal input leaves it: `1.50` becomes `1.5`.
fn trimmed(text: &str) -> &str {
    if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.') } else { text }
}

/// A text that can be changed by adding to it.
fn edit(model: &Model, entity: &Entity) -> Value {
    let field = entity.fields.iter().find(|field| {
        !field.immutable
            && match &field.kind {
                FieldKind::String { max, pattern: None, .. } | FieldKind::Text { max, .. } => {
                    specimen::input(model, entity, field)
                        .as_str()
                        .is_some_and(|text| text.chars().count() < *max as usize)
                }
                _ => false,
            }
    });
    field.map_or(Value::Null, |field| {
        let text = specimen::input(model, entity, field).as_str().unwrap_or_default().to_owned();
        json!({ "name": field.name, "label": field.label, "value": format!("{text}!") })
    })
}
