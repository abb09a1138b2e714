//! Validations of fields.

use serde_json::{Number, Value};

use super::Lookup;
use crate::spec::{
    document::Field,
    import::{
        jdl::ast::{self, Rule, Validation},
        notes::Notes,
        patterns,
    },
};

/// A `string` is one line; what is longer becomes a `text`.
const LONGEST_STRING: i64 = 10_000;

/// The longest `text`.
const LONGEST_TEXT: i64 = 1_000_000;

/// The largest uploaded file, and the largest value kept in the row, in bytes.
const LARGEST_FILE: i64 = 5_000_000_000;
const LARGEST_BYTES: i64 = 10 << 20;

/// JHipster keeps a `BigDecimal` as `decimal(21, 2)`.
const PRECISION: u8 = 21;
const SCALE: u8 = 2;

/// Whether a `String` is too long for one line.
pub(super) fn is_prose(field: &ast::Field, lookup: &Lookup) -> bool {
    let longest = field.validations.iter().rfind(|one| one.rule == Rule::MaxLength);
    longest.and_then(|one| whole(lookup, one)).is_some_and(|length| length > LONGEST_STRING)
}

/// Whether two rows can be kept from having the same.
pub(super) fn can_be_unique(kind: &str) -> bool {
    !matches!(kind, "text" | "file" | "bytes" | "json")
}

/// Takes the validations over; what cannot be is noted.
pub(super) fn apply(field: &ast::Field, converted: &mut Field, lookup: &Lookup, notes: &mut Notes) {
    if converted.kind == "decimal" {
        converted.precision = Some(PRECISION);
        converted.scale = Some(SCALE);
    }
    for (at, validation) in field.validations.iter().enumerate() {
        if field.validations[at + 1..].iter().any(|later| later.rule == validation.rule) {
            let what = format!("`{}` of `{}`", validation.rule.name(), field.name.text);
            notes.dropped(validation.span, what, "it is said again behind it, and the last one counts");
            continue;
        }
        one(field, *validation, converted, lookup, notes);
    }
    uncross(field, converted, notes);
}

fn one(field: &ast::Field, validation: Validation, converted: &mut Field, lookup: &Lookup, notes: &mut Notes) {
    let kind = converted.kind.clone();
    let what = format!("`{}` of `{}`", validation.rule.name(), field.name.text);
    let is_text = matches!(kind.as_str(), "string" | "text");
    let is_number = matches!(kind.as_str(), "int" | "long" | "decimal" | "float");
    let is_blob = matches!(kind.as_str(), "file" | "bytes");
    match validation.rule {
        Rule::Required => converted.required = true,
        Rule::Unique if can_be_unique(&kind) => converted.unique = true,
        Rule::Unique => notes.dropped(validation.span, what, format!("a `{kind}` cannot be unique")),
        Rule::MinLength | Rule::MaxLength if is_text => length(validation, &what, converted, lookup, notes),
        Rule::Min | Rule::Max if is_number => bound(validation, &what, converted, lookup, notes),
        Rule::MaxBytes if is_blob => {
            let most = if kind == "bytes" { LARGEST_BYTES } else { LARGEST_FILE };
            match whole(lookup, &validation).filter(|bytes| (1..=most).contains(bytes)) {
                Some(bytes) => converted.max_size = Some(size(bytes)),
                None => notes.dropped(validation.span, what, format!("it is not a number of bytes up to {most}")),
            }
        }
        Rule::MinBytes if is_blob => notes.dropped(validation.span, what, "files have a largest size only"),
        Rule::Pattern if kind == "string" => match patterns::of(validation.value.map_or("", |value| value.text)) {
            Ok(pattern) => converted.pattern = Some(pattern),
            Err(why) => notes.dropped(validation.span, what, why),
        },
        Rule::Pattern if kind == "text" => notes.dropped(validation.span, what, "a text of many lines has no pattern"),
        _ => notes.dropped(validation.span, what, format!("it has no meaning for `{}`", field.kind.text)),
    }
}

/// With the largest unit that leaves a whole number.
fn size(bytes: i64) -> String {
    let units = [(1_000_000_000, "GB"), (1 << 20, "MiB"), (1_000_000, "MB"), (1 << 10, "KiB"), (1_000, "KB")];
    match units.into_iter().find(|(unit, _)| bytes % unit == 0) {
        Some((unit, name)) => format!("{}{name}", bytes / unit),
        None => format!("{bytes}B"),
    }
}

fn length(validation: Validation, what: &str, converted: &mut Field, lookup: &Lookup, notes: &mut Notes) {
    let Some(length) = whole(lookup, &validation).filter(|length| (0..=LONGEST_TEXT).contains(length)) else {
        notes.dropped(validation.span, what, format!("it is not a number of characters up to {LONGEST_TEXT}"));
        return;
    };
    let value = Some(Value::from(length));
    match validation.rule {
        Rule::MinLength => converted.min = value,
        _ if length > 0 => converted.max = value,
        _ => notes.dropped(validation.span, what, "nothing could be written then"),
    }
}

fn bound(validation: Validation, what: &str, converted: &mut Field, lookup: &Lookup, notes: &mut Notes) {
    let Some(text) = number(lookup, &validation) else { return };
    let value = match converted.kind.as_str() {
        "int" => text.parse::<i32>().ok().map(Value::from),
        "long" => text.parse::<i64>().ok().map(long),
        "decimal" => decimal(text, converted),
        _ => text.parse::<f64>().ok().filter(|value| value.is_finite()).map(|_| exact(text)),
    };
    let Some(value) = value else {
        notes.dropped(validation.span, what, format!("`{text}` is not a value of the type `{}`", converted.kind));
        return;
    };
    match validation.rule {
        Rule::Min => converted.min = Some(value),
        _ => converted.max = Some(value),
    }
}

/// A number that JSON keeps exactly, or text.
pub(super) fn long(value: i64) -> Value {
    const EXACT: u64 = 1 << 53;
    if value.unsigned_abs() <= EXACT { Value::from(value) } else { Value::from(value.to_string()) }
}

/// A number where JSON writes it with the same digits, or else text.
fn exact(text: &str) -> Value {
    let number = match text.parse::<i64>() {
        Ok(whole) if whole.unsigned_abs() <= 1 << 53 => Some(Number::from(whole)),
        _ => text.parse::<f64>().ok().and_then(Number::from_f64).filter(|number| number.to_string() == text),
    };
    number.map_or_else(|| Value::from(text), Value::Number)
}

/// The bound, and as many digits behind the point as it needs.
fn decimal(text: &str, converted: &mut Field) -> Option<Value> {
    let digits = text.trim_start_matches('-');
    let (before, behind) = digits.split_once('.').unwrap_or((digits, ""));
    let (before, behind) = (before.trim_start_matches('0'), behind.trim_end_matches('0'));
    let scale = u8::try_from(behind.len()).ok()?.max(converted.scale.unwrap_or(SCALE));
    let precision = u8::try_from(before.len()).ok()?.checked_add(scale)?.max(converted.precision.unwrap_or(PRECISION));
    if precision > 38 {
        return None;
    }
    converted.scale = Some(scale);
    converted.precision = Some(precision);
    Some(exact(text))
}

/// A smallest above the greatest leaves nothing to write.
fn uncross(field: &ast::Field, converted: &mut Field, notes: &mut Notes) {
    let (Some(min), Some(max)) = (&converted.min, &converted.max) else { return };
    if as_number(min) <= as_number(max) {
        return;
    }
    notes.dropped(
        field.name.span,
        format!("the bounds of `{}`", field.name.text),
        format!("no value is at least {min} and at most {max}"),
    );
    converted.min = None;
    converted.max = None;
}

/// For comparing: good enough beyond 2^53, where bounds that close to each other are nobody's.
fn as_number(value: &Value) -> f64 {
    match value {
        Value::Number(number) => number.as_f64().unwrap_or_default(),
        Value::String(text) => text.parse().unwrap_or_default(),
        _ => 0.0,
    }
}

/// The number of a validation, its constant looked up.
fn number<'a>(lookup: &Lookup<'a>, validation: &Validation<'a>) -> Option<&'a str> {
    let literal = validation.value?;
    Some(lookup.constants.get(literal.text).copied().unwrap_or(literal.text))
}

fn whole(lookup: &Lookup, validation: &Validation) -> Option<i64> {
    number(lookup, validation)?.parse().ok()
}
