//! What the generated tests of the gateway send, and what they expect.

use heck::ToSnakeCase;
use serde_json::{Value, json};

use crate::blueprint::view::field::is_nullable;
use crate::blueprint::view::relation::{input_name, is_many};
use crate::blueprint::view::{enums, specimen};
use crate::spec::Model;
use crate::spec::model::{Entity, Field, FieldKind};

/// Values of one entity: as the service's message, as the API tells them, as an input and as the message of that input.
pub(super) fn entity(model: &Model, entity: &Entity) -> Value {
    let mut values = Values::default();
    for field in &entity.fields {
        values.add(model, entity, field);
    }
    for relation in &entity.relations {
        let key = input_name(relation);
        let reference =
            format!("{{ id, label: {} }}", specimen::literal(&json!(model.entity(relation.target).names.one.title)));
        if is_many(relation) {
            values.push(&values_of(&relation.name, &format!("[{reference}]")), &values_of(&key, "[id]"), None);
        } else {
            let absent = (!relation.required).then(|| relation.name.clone());
            values.push(&values_of(&relation.name, &reference), &values_of(&key, "id"), absent);
        }
    }
    let change = change(model, entity);
    json!({
        "message": values.message,
        "told": values.told,
        "input": values.input,
        "sent": values.sent,
        "optional": values.optional,
        "change": change,
        "reads": format!("reads {}", entity.names.many.phrase),
        "writes": format!("creates, changes and removes {}", entity.names.many.phrase),
        "enums": enum_names(model, entity),
    })
}

/// The general tests of the gateway speak of the first entity.
pub(super) fn workspace(model: &Model) -> Value {
    let first = &model.entities[0];
    let roles: Vec<&str> = model.roles.iter().map(|role| role.name.as_str()).collect();
    let rank = |role: &str| roles.iter().position(|each| *each == role).unwrap_or(0);
    let below = |role: &str| rank(role).checked_sub(1).map(|at| roles[at]);
    let required: Vec<&Field> = first.fields.iter().filter(|field| field.required && field.default.is_none()).collect();
    let wrong = first
        .fields
        .iter()
        .find(|field| field.required && !field.immutable && matches!(field.kind, FieldKind::String { min: 1.., .. }));
    json!({
        "one": first.names.one,
        "many": first.names.many,
        "service": model.service(first.service).names.one,
        "softDelete": first.soft_delete,
        "audit": first.audit,
        "values": entity(model, first),
        "access": first.access,
        "belowRead": below(&first.access.read),
        "belowWrite": below(&first.access.write),
        "belowDelete": below(&first.access.delete),
        "least": roles[0],
        "most": roles[roles.len() - 1],
        "sort": first.list.sort[0].field,
        "missing": required.first().map(|field| &field.name),
        "wrong": wrong.map(|field| &field.name),
        "field": first.fields.first().map_or("id", |field| field.name.as_str()),
    })
}

#[derive(Default)]
struct Values {
    message: Vec<Value>,
    told: Vec<Value>,
    input: Vec<Value>,
    sent: Vec<Value>,
    /// Names of what may be absent.
    optional: Vec<String>,
}

impl Values {
    fn add(&mut self, model: &Model, entity: &Entity, field: &Field) {
        let input = specimen::input(model, entity, field);
        let told = specimen::told(&field.kind, &input);
        let absent = is_nullable(field).then(|| field.name.clone());
        let row = [as_message(model, &field.kind, &told, false), specimen::literal(&told)];
        let given = [specimen::literal(&input), as_message(model, &field.kind, &input, true)];
        self.push(&pair(&field.name, &row), &pair(&field.name, &given), absent);
    }

    /// `row` has the property in a message and as it is told; `given` in an input and in that input's message.
    fn push(&mut self, row: &[Value; 2], given: &[Value; 2], absent: Option<String>) {
        self.message.push(row[0].clone());
        self.told.push(row[1].clone());
        self.input.push(given[0].clone());
        self.sent.push(given[1].clone());
        self.optional.extend(absent);
    }
}

fn pair(name: &str, values: &[String; 2]) -> [Value; 2] {
    [json!({ "name": name, "value": values[0] }), json!({ "name": name, "value": values[1] })]
}

fn values_of(name: &str, value: &str) -> [Value; 2] {
    pair(name, &[value.to_owned(), value.to_owned()])
}

/// A value as a message has it in TypeScript; moments are called `moment`.
pub(in crate::blueprint::view) fn as_message(
    model: &Model,
    kind: &FieldKind,
    value: &Value,
    with_content: bool,
) -> String {
    const BYTES: &str = "new Uint8Array([1, 2, 3])";
    match kind {
        FieldKind::DateTime => "moment".to_owned(),
        FieldKind::Json => specimen::literal(&json!(value.to_string())),
        FieldKind::Bytes { .. } => BYTES.to_owned(),
        FieldKind::File { .. } if with_content => {
            format!(
                "{{ name: {}, mediaType: {}, content: {BYTES} }}",
                specimen::literal(&value["name"]),
                specimen::literal(&value["mediaType"])
            )
        }
        FieldKind::Enum { id } => {
            let owner = model.enumeration(*id);
            let chosen = owner.values.iter().find(|each| Some(each.value.as_str()) == value.as_str());
            chosen.map_or_else(String::new, |chosen| {
                format!("{}.{}", owner.names.one.pascal, enums::member(owner, chosen))
            })
        }
        _ => specimen::literal(value),
    }
}

/// A change for an update: emptying what may be empty, or else giving the first field that can be changed.
fn change(model: &Model, entity: &Entity) -> Value {
    let changeable = || entity.fields.iter().filter(|field| !field.immutable);
    if let Some(field) = changeable().find(|field| is_nullable(field)) {
        return json!({ "name": field.name, "value": "null", "mask": field.name.to_snake_case() });
    }
    changeable().next().map_or(Value::Null, |field| {
        let value = specimen::literal(&specimen::input(model, entity, field));
        json!({ "name": field.name, "value": value, "mask": field.name.to_snake_case() })
    })
}

fn enum_names(model: &Model, entity: &Entity) -> Vec<String> {
    let mut names: Vec<String> = entity
        .fields
        .iter()
        .filter_map(|field| match field.kind {
            FieldKind::Enum { id } => Some(model.enumeration(id).names.one.pascal.clone()),
            _ => None,
        })
        .collect();
    names.sort();
    names.dedup();
    names
}
