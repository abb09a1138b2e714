//! Values as a message takes them, and as they are told.

use serde_json::Value;

use crate::blueprint::view::{enums, field};
use crate::render::ts::string_literal;
use crate::spec::Model;
use crate::spec::model::{Field, FieldKind};

/// A value as a message takes it.
pub(super) fn message(model: &Model, each: &Field, value: &Value) -> String {
    let text = || value.as_str().map(string_literal).unwrap_or_default();
    match &each.kind {
        FieldKind::DateTime => format!("timestampFromDate(new Date({}))", text()),
        FieldKind::Json => string_literal(&value.to_string()),
        FieldKind::Bytes { .. } => format!("Uint8Array.from(Buffer.from({}, 'base64'))", text()),
        FieldKind::File { .. } => format!(
            "{{ name: {}, mediaType: {}, content: Uint8Array.from(Buffer.from({}, 'base64')) }}",
            field::literal(&value["name"]),
            field::literal(&value["mediaType"]),
            field::literal(&value["content"])
        ),
        FieldKind::Enum { id } => {
            let owner = model.enumeration(*id);
            let member = owner.values.iter().find(|each| Some(each.value.as_str()) == value.as_str());
            member.map_or_else(text, |found| format!("{}.{}", owner.names.one.pascal, enums::member(owner, found)))
        }
        FieldKind::Long { .. } => field::default_literal(&each.kind, value),
        _ => field::literal(value),
    }
}

/// A value as it is told, where that can be compared.
pub(super) fn comparable(model: &Model, each: &Field, value: &Value) -> Option<String> {
    match &each.kind {
        // The database writes JSON in an order of its own, and durations in units of its own.
        FieldKind::Json => None,
        FieldKind::Duration => {
            let text = value.as_str()?;
            let small = text.strip_prefix("PT").and_then(|rest| rest.strip_suffix('M')?.parse::<u32>().ok());
            small.filter(|minutes| *minutes < 60).map(|_| field::literal(value))
        }
        FieldKind::File { .. } => {
            let content = value["content"].as_str().unwrap_or_default();
            Some(format!(
                "{{ name: {}, mediaType: {}, size: {} }}",
                field::literal(&value["name"]),
                field::literal(&value["mediaType"]),
                content.len() / 4 * 3 - content.chars().filter(|letter| *letter == '=').count()
            ))
        }
        FieldKind::Decimal { scale, .. } | FieldKind::Money { scale, .. } => {
            let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
            let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
            let digits = usize::from(*scale);
            let told = if digits == 0 { whole.to_owned() } else { format!("{whole}.{fraction:0<digits$}") };
            Some(string_literal(&told))
        }
        FieldKind::Email => value.as_str().map(|text| string_literal(&text.to_lowercase())),
        FieldKind::Time => {
            let text = value.as_str()?;
            Some(string_literal(&if text.len() == 5 { format!("{text}:00") } else { text.to_owned() }))
        }
        _ => Some(message(model, each, value)),
    }
}
