//! Orders, filters and search.

use serde_json::{Value, json};

use super::phrases::spoken;
use super::targets::factory;
use super::values::message;
use crate::blueprint::view::{field, relation, sample};
use crate::render::ts::string_literal;
use crate::spec::Model;
use crate::spec::model::{Entity, FieldKind};

/// Words that cannot be a variable, and so not be taken out of a row by their own name.
const KEYWORDS: &[&str] = &[
    "arguments",
    "await",
    "break",
    "case",
    "catch",
    "class",
    "const",
    "continue",
    "debugger",
    "default",
    "delete",
    "do",
    "else",
    "enum",
    "eval",
    "export",
    "extends",
    "false",
    "finally",
    "for",
    "function",
    "if",
    "implements",
    "import",
    "in",
    "instanceof",
    "interface",
    "let",
    "new",
    "null",
    "package",
    "private",
    "protected",
    "public",
    "return",
    "static",
    "super",
    "switch",
    "this",
    "throw",
    "true",
    "try",
    "typeof",
    "var",
    "void",
    "while",
    "with",
    "yield",
];

/// A field of text by which the order can be told.
pub(super) fn ordered(entity: &Entity) -> Option<&str> {
    entity
        .list
        .sortable
        .iter()
        .find(|name| {
            entity.fields.iter().any(|each| {
                each.name == **name
                    && !KEYWORDS.contains(&each.name.as_str())
                    && !field::is_nullable(each)
                    && matches!(each.kind, FieldKind::String { .. } | FieldKind::Email)
            })
        })
        .map(String::as_str)
}

/// For each field that may be filtered by: a condition that the fullest row meets, and one that it does not.
pub(super) fn filters(model: &Model, entity: &Entity) -> Vec<Value> {
    entity
        .list
        .filter
        .iter()
        .filter_map(|name| entity.fields.iter().find(|each| each.name == *name))
        .filter(|each| !each.unique)
        .filter_map(|each| {
            let value = sample::value(model, each, 1);
            let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
            let equals = format!("{{ equals: {} }}", string_literal(&text));
            let (matching, other) = match &each.kind {
                FieldKind::String { .. } | FieldKind::Text { .. } | FieldKind::Email | FieldKind::Url => {
                    (equals, "{ equals: 'something else' }".to_owned())
                }
                FieldKind::Boolean => (equals, format!("{{ equals: '{}' }}", value == json!(false))),
                FieldKind::Enum { id } => {
                    let values = &model.enumeration(*id).values;
                    let other = values.iter().find(|other| other.value != text)?;
                    (equals, format!("{{ equals: {} }}", string_literal(&other.value)))
                }
                FieldKind::Uuid => (equals, "{ equals: randomUUID() }".to_owned()),
                FieldKind::Json | FieldKind::Bytes { .. } | FieldKind::File { .. } => {
                    ("{ isNull: false }".to_owned(), "{ isNull: true }".to_owned())
                }
                _ => {
                    let from = format!("{{ from: {} }}", string_literal(&text));
                    (from, format!("{{ to: {} }}", string_literal(&text)))
                }
            };
            Some(json!({ "name": each.name, "matching": matching, "other": other }))
        })
        .collect()
}

pub(super) fn relation_filters(model: &Model, entity: &Entity) -> Vec<Value> {
    entity
        .relations
        .iter()
        .map(|each| {
            let input = relation::input_name(each);
            let value = if relation::is_many(each) { "[target.id]" } else { "target.id" };
            let target = if each.across_services {
                "{ id: randomUUID() }".to_owned()
            } else {
                format!("await {}(clients)", factory(model.entity(each.target)))
            };
            json!({ "phrase": spoken(&each.label), "target": target, "given": format!("{input}: {value}"), "field": input })
        })
        .collect()
}

pub(super) fn search(model: &Model, entity: &Entity) -> Option<Value> {
    entity
        .list
        .search
        .iter()
        .filter_map(|name| entity.fields.iter().find(|each| each.name == *name))
        .map(|each| {
            let value = sample::value(model, each, 902);
            let text = value.as_str().unwrap_or_default().to_owned();
            json!({ "given": format!("{}: {}", each.name, message(model, each, &value)), "text": text })
        })
        .next()
}
