//! Values of the story's rows: valid, unlike those of the seed, and such as every language writes alike.

use serde_json::{Value, json};

use crate::blueprint::view::specimen;
use crate::spec::Model;
use crate::spec::model::{Entity, Field, FieldKind};
use crate::spec::pattern::finds;

const TEXT: &str = "End to end";
const CHANGED: &str = "Changed end to end";

pub(super) fn is_text(kind: &FieldKind) -> bool {
    matches!(kind, FieldKind::String { .. } | FieldKind::Text { .. } | FieldKind::Email | FieldKind::Url)
}

/// What a free text is changed to.
pub(in crate::blueprint::view) fn changed(kind: &FieldKind) -> Option<Value> {
    match kind {
        FieldKind::String { min, max, pattern: None } | FieldKind::Text { min, max } => fitting(CHANGED, *min, *max),
        _ => None,
    }
}

/// As the gateway takes it.
pub(in crate::blueprint::view) fn input(model: &Model, entity: &Entity, field: &Field) -> Value {
    let own = match &field.kind {
        FieldKind::String { min, max, pattern: None } | FieldKind::Text { min, max } => fitting(TEXT, *min, *max),
        FieldKind::String { pattern: Some(pattern), .. } if field.unique => unlike_seeds(model, entity, field, pattern),
        FieldKind::Email => Some(json!("end.to.end@example.com")),
        FieldKind::Url => Some(json!("https://end-to-end.example/")),
        FieldKind::Date => Some(json!("2031-03-09")),
        FieldKind::Time => Some(json!("10:30:00")),
        FieldKind::Duration => Some(json!("PT25M")),
        FieldKind::Json => Some(json!({ "told": "end to end" })),
        FieldKind::Int { min, max } => whole(min.map(i64::from), max.map(i64::from)).map(|number| json!(number)),
        FieldKind::Long { min, max } => whole(*min, *max).map(|number| json!(number.to_string())),
        _ => None,
    };
    own.unwrap_or_else(|| specimen::input(model, entity, field))
}

/// As the JSON of a message has it.
pub(super) fn message(model: &Model, entity: &Entity, field: &Field) -> Value {
    let value = input(model, entity, field);
    match &field.kind {
        FieldKind::Json => json!(value.to_string()),
        FieldKind::Enum { id } => {
            let owner = model.enumeration(*id);
            let constant = owner.values.iter().find(|each| value == each.value).map(|each| &each.constant);
            json!(constant.map(|constant| format!("{}_{constant}", owner.names.one.shouty)))
        }
        _ => value,
    }
}

/// How it is entered in a form; none where the form begins with a value that will do.
pub(super) fn entry(model: &Model, entity: &Entity, field: &Field) -> Option<Value> {
    let value = input(model, entity, field);
    let name = &field.name;
    Some(match &field.kind {
        FieldKind::Boolean => return None,
        FieldKind::Date => json!({ "field": name, "set": value }),
        FieldKind::Time => json!({ "field": name, "set": "10:30" }),
        FieldKind::DateTime => json!({ "field": name, "set": "2026-05-02T10:00" }),
        FieldKind::Duration => json!({ "field": name, "type": "25" }),
        FieldKind::Enum { id } => {
            let owner = &model.enumeration(*id).names.one.pascal;
            json!({ "field": name, "choose": format!("{owner}.{}", value.as_str().unwrap_or_default()) })
        }
        FieldKind::File { .. } => json!({ "field": name, "upload": value }),
        FieldKind::Bytes { .. } => {
            let upload = json!({ "name": "bytes.bin", "mediaType": "application/octet-stream", "content": value });
            json!({ "field": name, "upload": upload })
        }
        _ => json!({ "field": name, "type": value.as_str().map_or_else(|| value.to_string(), str::to_owned) }),
    })
}

fn fitting(text: &str, min: u32, max: u32) -> Option<Value> {
    let mut fitted: String = text.chars().take(max as usize).collect();
    fitted.truncate(fitted.trim_end().len());
    while fitted.chars().count() < min as usize {
        fitted.push('x');
    }
    (!fitted.is_empty()).then(|| json!(fitted))
}

/// A text of the pattern that no seed has: the sample with other digits or letters, from its end on.
fn unlike_seeds(model: &Model, entity: &Entity, field: &Field, pattern: &str) -> Option<Value> {
    let sample = specimen::input(model, entity, field);
    let sample: Vec<char> = sample.as_str()?.chars().collect();
    let taken = |text: &str| entity.seed.iter().any(|row| row.get(&field.name).is_some_and(|value| value == text));
    for (at, other) in (0..sample.len()).rev().flat_map(|at| ['7', '8', '9', 'x', 'X'].map(|other| (at, other))) {
        let mut changed = sample.clone();
        changed[at] = other;
        let text: String = changed.into_iter().collect();
        if !taken(&text) && finds(pattern, &text).ok()? {
            return Some(json!(text));
        }
    }
    None
}

/// A number that no seed is likely to have.
fn whole(min: Option<i64>, max: Option<i64>) -> Option<i64> {
    let (min, max) = (min.unwrap_or(0), max.unwrap_or(999));
    (min <= max).then(|| 777.clamp(min, max))
}
