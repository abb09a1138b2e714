//! The inputs of a form, and what they begin with.

use serde_json::{Value, json};

use super::shown;
use crate::blueprint::view::field::{default_literal, is_nullable};
use crate::blueprint::view::relation::{input_name, is_many};
use crate::blueprint::view::stem::stem;
use crate::render::ts::string_literal;
use crate::spec::Model;
use crate::spec::model::{Entity, Field, FieldKind, Relation};

/// The inputs in the order of the form: fields, then relations to one, then to several; long ones last.
pub(super) fn inputs(model: &Model, entity: &Entity) -> Vec<Value> {
    let one = entity.relations.iter().filter(|relation| !is_many(relation));
    let several = entity.relations.iter().filter(|relation| is_many(relation));
    let (long, short): (Vec<&Field>, Vec<&Field>) = entity.fields.iter().partition(|field| is_wide(&field.kind));
    let mut inputs: Vec<Value> = Vec::new();
    inputs.extend(short.into_iter().map(|field| of_field(model, field)));
    inputs.extend(one.map(|relation| of_relation(model, relation)));
    inputs.extend(several.map(|relation| of_relation(model, relation)));
    inputs.extend(long.into_iter().map(|field| of_field(model, field)));
    inputs
}

/// What an empty form holds: `name` and `value`; numbers and the like have no empty value and are left out.
pub(super) fn blanks(entity: &Entity) -> Vec<Value> {
    let fields = entity.fields.iter().filter_map(|field| Some(line(&field.name, &blank(field)?)));
    let relations = entity.relations.iter().map(|relation| {
        let value = match (is_many(relation), relation.required) {
            (true, _) => "[]",
            (false, true) => "''",
            (false, false) => "null",
        };
        line(&input_name(relation), value)
    });
    fields.chain(relations).collect()
}

/// What the form of a row holds, `row` being the variable that holds it. A file stays as it is while nothing is chosen.
pub(super) fn values(entity: &Entity, row: &str) -> Vec<Value> {
    let fields = entity
        .fields
        .iter()
        .filter(|field| !matches!(field.kind, FieldKind::File { .. }))
        .map(|field| line(&field.name, &format!("{row}.{}", field.name)));
    let relations = entity.relations.iter().map(|relation| {
        let from = format!("{row}.{}", relation.name);
        let value = match (is_many(relation), relation.required) {
            (true, _) => format!("{from}.map(({{ id }}) => id)"),
            (false, true) => format!("{from}.id"),
            (false, false) => format!("{from}?.id ?? null"),
        };
        line(&input_name(relation), &value)
    });
    fields.chain(relations).collect()
}

/// Names of the files that must be there: an edit may leave them out, a new row may not.
pub(super) fn required_files(entity: &Entity) -> Vec<&str> {
    entity
        .fields
        .iter()
        .filter(|field| matches!(field.kind, FieldKind::File { .. }) && !is_nullable(field))
        .map(|field| field.name.as_str())
        .collect()
}

fn line(name: &str, value: &str) -> Value {
    json!({ "name": name, "value": value })
}

fn blank(field: &Field) -> Option<String> {
    if let Some(default) = &field.default {
        return Some(default_literal(&field.kind, default));
    }
    if is_nullable(field) {
        return Some("null".to_owned());
    }
    match field.kind {
        FieldKind::Int { .. }
        | FieldKind::Float { .. }
        | FieldKind::Json
        | FieldKind::File { .. }
        | FieldKind::Enum { .. } => None,
        FieldKind::Boolean => Some("false".to_owned()),
        _ => Some("''".to_owned()),
    }
}

fn is_wide(kind: &FieldKind) -> bool {
    shown::is_long(kind) || matches!(kind, FieldKind::File { .. })
}

fn of_field(model: &Model, field: &Field) -> Value {
    let (component, more) = component(model, field);
    let nullable = is_nullable(field);
    let switch = component == "SwitchInput";
    json!({
        "component": component,
        "name": field.name,
        "label": format!("t('fields.{}')", field.name),
        "hint": super::texts::hint(field).map(|_| format!("t('hints.{}')", field.name)),
        "required": !nullable && !switch,
        "immutable": field.immutable,
        "more": more,
        "wide": is_wide(&field.kind),
    })
}

fn of_relation(model: &Model, relation: &Relation) -> Value {
    let target = model.entity(relation.target);
    let many = is_many(relation);
    json!({
        "component": if many { "RelationsInput" } else { "RelationInput" },
        "name": input_name(relation),
        "label": format!("t('fields.{}')", relation.name),
        "hint": (!relation.description.is_empty()).then(|| format!("t('hints.{}')", relation.name)),
        "required": relation.required,
        "immutable": false,
        "more": format!(
            "source={{use{}Source()}} initial={{base?.{}}}",
            stem(&target.names.one.pascal),
            relation.name
        ),
        "wide": many,
    })
}

/// The component of a kind, and the properties that only it has.
fn component(model: &Model, field: &Field) -> (&'static str, String) {
    let unit = field.unit.as_ref().map(|unit| format!(" unit={}", attribute(unit))).unwrap_or_default();
    let bound =
        |name: &str, value: Option<String>| value.map(|value| format!(" {name}={{{value}}}")).unwrap_or_default();
    match &field.kind {
        FieldKind::String { .. } => ("TextInput", String::new()),
        FieldKind::Text { .. } => ("LongTextInput", String::new()),
        FieldKind::Email => ("TextInput", "type=\"email\"".to_owned()),
        FieldKind::Url => ("TextInput", "type=\"url\" placeholder=\"https://\"".to_owned()),
        FieldKind::Uuid => ("TextInput", "spellCheck={false}".to_owned()),
        FieldKind::Int { min, max } => (
            "NumberInput",
            format!(
                "step={{1}}{}{}{unit}",
                bound("min", min.map(|min| min.to_string())),
                bound("max", max.map(|max| max.to_string()))
            ),
        ),
        FieldKind::Float { min, max } => (
            "NumberInput",
            format!("{}{}{unit}", bound("min", number(min.as_deref())), bound("max", number(max.as_deref()))),
        ),
        FieldKind::Long { .. } => ("WholeNumberInput", unit),
        FieldKind::Decimal { scale, min, max, .. } => (
            "DecimalInput",
            format!(
                "scale={{{scale}}}{}{}{unit}",
                bound("min", number(min.as_deref())),
                bound("max", number(max.as_deref()))
            ),
        ),
        FieldKind::Money { currency, .. } => ("MoneyInput", format!("currency={}", attribute(currency))),
        FieldKind::Boolean if is_nullable(field) => ("YesNoInput", String::new()),
        FieldKind::Boolean => ("SwitchInput", String::new()),
        FieldKind::Date => ("DateInput", String::new()),
        FieldKind::Time => ("TimeInput", String::new()),
        FieldKind::DateTime => ("DateTimeInput", String::new()),
        FieldKind::Duration => ("DurationInput", String::new()),
        FieldKind::Json => ("JsonInput", String::new()),
        FieldKind::Bytes { max } => ("BytesInput", format!("maxBytes={{{max}}}")),
        FieldKind::File { accept, max } => {
            let accept =
                if accept.is_empty() { String::new() } else { format!(" accept={}", attribute(&accept.join(","))) };
            ("FileInput", format!("maxBytes={{{max}}}{accept} initial={{base?.{}}}", field.name))
        }
        FieldKind::Enum { id } => {
            ("ChoiceInput", format!("options={{use{}Options()}}", model.enumeration(*id).names.one.pascal))
        }
    }
}

/// A JSX attribute's value: bare where it may be.
fn attribute(text: &str) -> String {
    if text.contains(['"', '\\', '&', '\n']) { format!("{{{}}}", string_literal(text)) } else { format!("\"{text}\"") }
}

/// As TypeScript writes it: `0.50` and `1` are both numbers there.
fn number(text: Option<&str>) -> Option<String> {
    text.and_then(|text| text.parse::<f64>().ok()).map(|number| number.to_string())
}
