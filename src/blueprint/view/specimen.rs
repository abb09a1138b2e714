//! Values of fields for generated tests: valid, telling, the same each time.

use regex_syntax::hir::{Class, Hir, HirKind};
use serde_json::{Value, json};

use super::sample;
use crate::render::ts::{property_key, string_literal};
use crate::spec::Model;
use crate::spec::model::{Entity, Field, FieldKind};
use crate::spec::pattern::finds;

/// The moment of every sample, as ISO 8601.
pub(super) const MOMENT: &str = "2026-05-02T10:00:00.123Z";
/// The id of every sample.
pub(super) const ID: &str = "7f3c1f5e-2f53-4a65-9d0b-5b8a1f6a9f01";
/// Three bytes, in base64.
pub(super) const BYTES: &str = "AQID";

/// A valid input for a field: its example, what the first seed row has, or else one made from the kind and its bounds.
pub(super) fn input(model: &Model, entity: &Entity, field: &Field) -> Value {
    match &field.kind {
        FieldKind::DateTime => json!(MOMENT),
        FieldKind::Uuid => json!(ID),
        FieldKind::Boolean => json!(true),
        FieldKind::Bytes { .. } => json!(BYTES),
        FieldKind::File { accept, .. } => {
            let name = format!("{}.{}", field.name, sample::extension(accept));
            json!({ "name": name, "mediaType": sample::media_type(accept), "content": BYTES })
        }
        FieldKind::Enum { id } => {
            let values = &model.enumeration(*id).values;
            json!(values.last().map(|last| last.value.clone()))
        }
        kind => given(entity, field).map_or_else(|| made(kind), |value| normalised(kind, value)),
    }
}

/// What the API tells of a field that was given so: a file without its content.
pub(super) fn told(kind: &FieldKind, input: &Value) -> Value {
    match kind {
        FieldKind::File { .. } => json!({ "name": input["name"], "mediaType": input["mediaType"], "size": 3 }),
        _ => input.clone(),
    }
}

/// A value as TypeScript writes it.
pub(super) fn literal(value: &Value) -> String {
    match value {
        Value::String(text) => string_literal(text),
        Value::Array(items) => format!("[{}]", items.iter().map(literal).collect::<Vec<_>>().join(", ")),
        Value::Object(entries) if entries.is_empty() => "{}".to_owned(),
        Value::Object(entries) => {
            let entries: Vec<_> =
                entries.iter().map(|(key, value)| format!("{}: {}", property_key(key), literal(value))).collect();
            format!("{{ {} }}", entries.join(", "))
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => value.to_string(),
    }
}

fn given(entity: &Entity, field: &Field) -> Option<Value> {
    let seeded = entity.seed.first().and_then(|row| row.get(&field.name)).filter(|value| !value.is_null());
    field.example.as_ref().or(seeded).or(field.default.as_ref()).cloned()
}

/// As the contract's schemas would leave it.
fn normalised(kind: &FieldKind, value: Value) -> Value {
    match (kind, value) {
        (FieldKind::String { .. }, Value::String(text)) => json!(text.trim()),
        (FieldKind::Email, Value::String(text)) => json!(text.trim().to_lowercase()),
        (FieldKind::Long { .. }, Value::Number(number)) => json!(number.to_string()),
        (_, value) => value,
    }
}

fn made(kind: &FieldKind) -> Value {
    match kind {
        FieldKind::String { min, max, pattern } => match pattern.as_deref().and_then(matching) {
            Some(text) => json!(text),
            None => json!(text("Sample", *min, *max)),
        },
        FieldKind::Text { min, max } => json!(text("Some words", *min, *max)),
        FieldKind::Int { min, max } => json!(within(7, min.map(i64::from), max.map(i64::from))),
        FieldKind::Long { min, max } => json!(within(7, *min, *max).to_string()),
        FieldKind::Float { min, max } => json!(between(1.5, min.as_deref(), max.as_deref()).1),
        FieldKind::Decimal { scale, min, max, .. } | FieldKind::Money { scale, min, max, .. } => {
            json!(decimal(*scale, min.as_deref(), max.as_deref()))
        }
        FieldKind::Date => json!("2026-05-02"),
        FieldKind::Time => json!("10:30:00"),
        FieldKind::Duration => json!("PT20M"),
        FieldKind::Json => json!({ "colour": "green" }),
        FieldKind::Email => json!("ada@example.com"),
        FieldKind::Url => json!("https://example.com/ada"),
        FieldKind::Boolean
        | FieldKind::DateTime
        | FieldKind::Uuid
        | FieldKind::Bytes { .. }
        | FieldKind::File { .. }
        | FieldKind::Enum { .. } => Value::Null,
    }
}

fn text(words: &str, min: u32, max: u32) -> String {
    let mut text = words.to_owned();
    while text.len() < min as usize {
        text.push('e');
    }
    text.truncate(max as usize);
    text.trim_end().to_owned()
}

fn within(wanted: i64, min: Option<i64>, max: Option<i64>) -> i64 {
    wanted.max(min.unwrap_or(i64::MIN)).min(max.unwrap_or(i64::MAX))
}

/// The wanted number, or the bound that it breaks: as written, and as a number.
fn between(wanted: f64, min: Option<&str>, max: Option<&str>) -> (Option<String>, f64) {
    let number = |text: &str| text.parse::<f64>().ok();
    if let Some((text, bound)) = min.and_then(|text| Some((text, number(text)?))).filter(|(_, bound)| wanted < *bound) {
        return (Some(text.to_owned()), bound);
    }
    if let Some((text, bound)) = max.and_then(|text| Some((text, number(text)?))).filter(|(_, bound)| wanted > *bound) {
        return (Some(text.to_owned()), bound);
    }
    (None, wanted)
}

fn decimal(scale: u8, min: Option<&str>, max: Option<&str>) -> String {
    let wanted = if scale == 0 { 12.0 } else { 1.5 };
    let (bound, _) = between(wanted, min, max);
    let text = bound.unwrap_or_else(|| wanted.to_string());
    let (whole, part) = text.split_once('.').unwrap_or((&text, ""));
    let digits = usize::from(scale);
    if digits == 0 { whole.to_owned() } else { format!("{whole}.{part:0<digits$}") }
}

/// A text that a pattern matches, where it is plain enough to tell.
fn matching(pattern: &str) -> Option<String> {
    let hir = regex_syntax::parse(pattern).ok()?;
    let mut text = String::new();
    write_match(&hir, &mut text)?;
    finds(pattern, &text).ok()?.then_some(text)
}

fn write_match(hir: &Hir, text: &mut String) -> Option<()> {
    match hir.kind() {
        HirKind::Empty | HirKind::Look(_) => Some(()),
        HirKind::Literal(literal) => {
            text.push_str(std::str::from_utf8(&literal.0).ok()?);
            Some(())
        }
        HirKind::Class(Class::Unicode(class)) => {
            let ranges = || class.iter().flat_map(|range| range.start()..=range.end().min('\u{2000}'));
            text.push(ranges().find(char::is_ascii_alphanumeric).or_else(|| ranges().find(|c| !c.is_control()))?);
            Some(())
        }
        HirKind::Class(Class::Bytes(_)) => None,
        HirKind::Repetition(repetition) => {
            // Once at least, so that what is optional shows.
            let times = repetition.min.max(1).min(repetition.max.unwrap_or(u32::MAX));
            (0..times).try_for_each(|_| write_match(&repetition.sub, text))
        }
        HirKind::Capture(capture) => write_match(&capture.sub, text),
        HirKind::Concat(parts) => parts.iter().try_for_each(|part| write_match(part, text)),
        HirKind::Alternation(parts) => write_match(parts.first()?, text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_made_text_keeps_to_its_bounds() {
        assert_eq!(text("Sample", 1, 3), "Sam");
        assert_eq!(text("Sample", 8, 20), "Sampleee");
    }

    #[test]
    fn a_made_text_matches_its_pattern() {
        assert_eq!(matching(r"^\+?[0-9 ]{6,20}$").as_deref(), Some("+000000"));
        assert_eq!(matching(r"^[A-Z]{2}-\d{3}$").as_deref(), Some("AA-000"));
        assert_eq!(matching(r"^(red|blue)$").as_deref(), Some("red"));
        assert_eq!(matching(r"(?<!a)b"), None);
    }

    #[test]
    fn a_made_decimal_has_the_digits_of_its_scale_and_keeps_to_its_bounds() {
        assert_eq!(decimal(2, None, None), "1.50");
        assert_eq!(decimal(0, None, None), "12");
        assert_eq!(decimal(2, Some("10"), None), "10.00");
        assert_eq!(decimal(3, None, Some("0.25")), "0.250");
    }

    #[test]
    fn literals_are_typescript() {
        let value = json!({ "a-b": ["it's", 1, null], "c": {} });
        assert_eq!(literal(&value), "{ 'a-b': [\"it's\", 1, null], c: {} }");
    }
}
