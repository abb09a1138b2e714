//! One line of TypeScript for each field and direction.

use serde_json::{Value, json};

use crate::blueprint::view::field::is_nullable;
use crate::blueprint::view::relation::{input_name, is_many};
use crate::spec::Model;
use crate::spec::model::{Entity, Field, FieldKind};

/// `name` and `value` of each property of the message that an input becomes. What is not given stays unset.
pub(super) fn inputs(model: &Model, entity: &Entity) -> Vec<Value> {
    let fields = entity.fields.iter().map(|field| line(&field.name, &to_message(model, field)));
    let relations = entity.relations.iter().map(|relation| {
        let key = input_name(relation);
        let value = match (is_many(relation), relation.required) {
            (true, _) => format!("input.{key} ?? []"),
            (false, true) => format!("input.{key}"),
            (false, false) => format!("orUnset(input.{key})"),
        };
        line(&key, &value)
    });
    fields.chain(relations).collect()
}

/// `name` and `value` of each property that a row has besides those of every row.
pub(super) fn outputs(model: &Model, entity: &Entity) -> Vec<Value> {
    let fields = entity.fields.iter().map(|field| line(&field.name, &from_message(model, field)));
    let relations = entity.relations.iter().map(|relation| {
        let from = format!("message.{}", relation.name);
        let value = match (is_many(relation), relation.required) {
            (true, _) => format!("{from}.map(fromReference)"),
            (false, true) => format!("fromReference(required({from}))"),
            (false, false) => format!("{from} ? fromReference({from}) : null"),
        };
        line(&relation.name, &value)
    });
    fields.chain(relations).collect()
}

/// The functions of `enums.ts` that an entity's messages need.
pub(super) fn enum_functions(model: &Model, entity: &Entity) -> Vec<String> {
    let mut names: Vec<String> = entity
        .fields
        .iter()
        .filter_map(|field| match field.kind {
            FieldKind::Enum { id } => Some(&model.enumeration(id).names.one.pascal),
            _ => None,
        })
        .flat_map(|pascal| [format!("from{pascal}"), format!("to{pascal}")])
        .collect();
    names.sort();
    names.dedup();
    names
}

fn line(name: &str, value: &str) -> Value {
    json!({ "name": name, "value": value })
}

fn to_message(model: &Model, field: &Field) -> String {
    let given = format!("input.{}", field.name);
    match &field.kind {
        FieldKind::DateTime => format!("toTimestamp({given})"),
        FieldKind::Json => format!("toJsonText({given})"),
        FieldKind::Bytes { .. } => format!("toBytes({given})"),
        FieldKind::File { .. } => format!("toFileContent({given})"),
        FieldKind::Enum { id } => {
            let to = format!("to{}", model.enumeration(*id).names.one.pascal);
            if is_nullable(field) { format!("{to}(orUnset({given}))") } else { format!("{to}({given})") }
        }
        _ if !is_nullable(field) => given,
        _ => format!("orUnset({given})"),
    }
}

fn from_message(model: &Model, field: &Field) -> String {
    let from = format!("message.{}", field.name);
    match (&field.kind, !is_nullable(field)) {
        (FieldKind::DateTime, true) => format!("fromTimestamp({from})"),
        (FieldKind::DateTime, false) => format!("fromOptionalTimestamp({from})"),
        (FieldKind::Json, true) => format!("fromJsonText(required({from}))"),
        (FieldKind::Json, false) => format!("{from} === undefined ? null : fromJsonText({from})"),
        (FieldKind::Bytes { .. }, true) => format!("fromBytes({from})"),
        (FieldKind::Bytes { .. }, false) => format!("{from} ? fromBytes({from}) : null"),
        (FieldKind::File { .. }, true) => format!("fromFileInfo(required({from}))"),
        (FieldKind::File { .. }, false) => format!("{from} ? fromFileInfo({from}) : null"),
        (FieldKind::Enum { id }, required) => {
            let told = format!("from{}({from})", model.enumeration(*id).names.one.pascal);
            if required { told } else { format!("{from} === undefined ? null : {told}") }
        }
        (_, true) => from,
        (_, false) => format!("{from} ?? null"),
    }
}
