//! What every template needs to know about a field: its expressions in contract, protocol and TypeScript.

use serde_json::Value;

use super::regex_literal;
use crate::render::ts::string_literal;
use crate::spec::Model;
use crate::spec::model::{Field, FieldKind};

/// Whether a row may hold nothing in it. A field with a default never does.
pub(super) fn is_nullable(field: &Field) -> bool {
    !field.required && field.default.is_none()
}

/// Whether it is an uploaded file, whose content is kept apart from its description.
pub(super) fn is_file(field: &Field) -> bool {
    matches!(field.kind, FieldKind::File { .. })
}

/// The zod expression of its input, without a default: `decimal({ precision: 6, scale: 2, min: 0 }).nullable()`.
pub(super) fn zod_input(model: &Model, field: &Field) -> String {
    let required = required_input(model, &field.kind);
    if is_nullable(field) { format!("{required}.nullable()") } else { required }
}

/// What its input holds where nothing is given: `null`, `'dog'`; none where it must be given.
pub(super) fn input_default(field: &Field) -> Option<String> {
    match &field.default {
        Some(value) => Some(default_literal(&field.kind, value)),
        None if field.required => None,
        None => Some("null".to_owned()),
    }
}

/// The zod expression of what is told of it.
pub(super) fn zod_output(model: &Model, field: &Field) -> String {
    let required = match &field.kind {
        FieldKind::Int { .. } => "z.int()".to_owned(),
        FieldKind::Float { .. } => "z.number()".to_owned(),
        FieldKind::Boolean => "z.boolean()".to_owned(),
        // Anything, null included.
        FieldKind::Json => return "z.unknown()".to_owned(),
        FieldKind::File { .. } => "fileInfo".to_owned(),
        FieldKind::Enum { id } => model.enumeration(*id).names.one.variable.clone(),
        _ => "z.string()".to_owned(),
    };
    if is_nullable(field) { format!("{required}.nullable()") } else { required }
}

/// The zod expression of the conditions that a list may put on it.
pub(super) fn zod_filter(model: &Model, kind: &FieldKind) -> String {
    match kind {
        FieldKind::String { .. } | FieldKind::Text { .. } | FieldKind::Email | FieldKind::Url => {
            "textFilter()".to_owned()
        }
        FieldKind::Int { .. } | FieldKind::Long { .. } => "rangeFilter(numeral({ whole: true }))".to_owned(),
        FieldKind::Decimal { .. } | FieldKind::Float { .. } | FieldKind::Money { .. } => {
            "rangeFilter(numeral())".to_owned()
        }
        FieldKind::Boolean => "booleanFilter()".to_owned(),
        FieldKind::Date => "rangeFilter(date())".to_owned(),
        FieldKind::Time => "rangeFilter(time())".to_owned(),
        FieldKind::DateTime => "rangeFilter(datetime())".to_owned(),
        FieldKind::Duration => "rangeFilter(duration())".to_owned(),
        FieldKind::Uuid => "choiceFilter(uuid())".to_owned(),
        FieldKind::Json | FieldKind::Bytes { .. } | FieldKind::File { .. } => "presenceFilter()".to_owned(),
        FieldKind::Enum { id } => format!("choiceFilter({})", model.enumeration(*id).names.one.variable),
    }
}

/// The protobuf type in the output; that of files is another in the input.
pub(super) fn proto_type(model: &Model, common_package: &str, kind: &FieldKind, input: bool) -> String {
    match kind {
        FieldKind::Int { .. } => "int32".to_owned(),
        FieldKind::Long { .. } => "int64".to_owned(),
        FieldKind::Float { .. } => "double".to_owned(),
        FieldKind::Boolean => "bool".to_owned(),
        FieldKind::DateTime => "google.protobuf.Timestamp".to_owned(),
        FieldKind::Bytes { .. } => "bytes".to_owned(),
        FieldKind::File { .. } if input => format!("{common_package}.File"),
        FieldKind::File { .. } => format!("{common_package}.FileInfo"),
        FieldKind::Enum { id } => model.enumeration(*id).names.one.pascal.clone(),
        _ => "string".to_owned(),
    }
}

/// What the type alone does not say, for the protocol's readers.
pub(super) fn proto_comment(field: &Field) -> Option<String> {
    let unit = field.unit.as_ref().map(|unit| format!(" in {unit}")).unwrap_or_default();
    let kind = match &field.kind {
        FieldKind::Int { .. } | FieldKind::Long { .. } | FieldKind::Float { .. } if field.unit.is_some() => {
            Some(format!("A number{unit}."))
        }
        FieldKind::Decimal { .. } => Some(format!("A decimal number{unit}.")),
        FieldKind::Money { currency, .. } => Some(format!("An amount in {currency}.")),
        FieldKind::Date => Some("A day, such as 2026-05-02.".to_owned()),
        FieldKind::Time => Some("A time of day, such as 10:30:00.".to_owned()),
        FieldKind::Duration => Some("ISO 8601, such as PT20M.".to_owned()),
        FieldKind::Json => Some("JSON.".to_owned()),
        _ => None,
    };
    let description = field.description.split_whitespace().collect::<Vec<_>>().join(" ");
    match (description.is_empty(), kind) {
        (true, kind) => kind,
        (false, None) => Some(description),
        (false, Some(kind)) => Some(format!("{} {kind}", with_full_stop(&description))),
    }
}

/// Ends a sentence that does not end.
pub(super) fn with_full_stop(sentence: &str) -> String {
    if sentence.ends_with(['.', '!', '?', ':']) { sentence.to_owned() } else { format!("{sentence}.") }
}

/// A value of the kind, written as the contract's input takes it.
pub(super) fn default_literal(kind: &FieldKind, value: &Value) -> String {
    match (kind, value) {
        (FieldKind::Long { .. }, Value::Number(number)) => string_literal(&number.to_string()),
        _ => literal(value),
    }
}

/// JSON as TypeScript, strings quoted as Prettier quotes them.
pub(super) fn literal(value: &Value) -> String {
    match value {
        Value::String(text) => string_literal(text),
        Value::Number(number) => grouped(&number.to_string()),
        Value::Array(items) => format!("[{}]", items.iter().map(literal).collect::<Vec<_>>().join(", ")),
        Value::Object(fields) if fields.is_empty() => "{}".to_owned(),
        Value::Object(fields) => {
            let fields = fields.iter().map(|(key, value)| {
                // `__proto__: x` would set the prototype instead of a property.
                let key =
                    if key == "__proto__" { "['__proto__']".to_owned() } else { crate::render::ts::property_key(key) };
                format!("{key}: {}", literal(value))
            });
            format!("{{ {} }}", fields.collect::<Vec<_>>().join(", "))
        }
        Value::Null | Value::Bool(_) => value.to_string(),
    }
}

fn required_input(model: &Model, kind: &FieldKind) -> String {
    match kind {
        FieldKind::String { min, max, pattern } => call(
            "text",
            &[
                (*min > 1).then(|| format!("min: {}", grouped(&min.to_string()))),
                (*max != 255).then(|| format!("max: {}", grouped(&max.to_string()))),
                pattern.as_ref().map(|pattern| format!("pattern: {}", regex_literal::of(pattern))),
            ],
        ),
        FieldKind::Text { min, max } => call(
            "longText",
            &[
                (*min > 0).then(|| format!("min: {}", grouped(&min.to_string()))),
                (*max != 100_000).then(|| format!("max: {}", grouped(&max.to_string()))),
            ],
        ),
        FieldKind::Int { min, max } => call(
            "integer",
            &[
                min.map(|min| format!("min: {}", grouped(&min.to_string()))),
                max.map(|max| format!("max: {}", grouped(&max.to_string()))),
            ],
        ),
        FieldKind::Long { min, max } => call(
            "long",
            &[
                min.map(|min| format!("min: {}n", grouped(&min.to_string()))),
                max.map(|max| format!("max: {}n", grouped(&max.to_string()))),
            ],
        ),
        FieldKind::Decimal { precision, scale, min, max } => call(
            "decimal",
            &[
                Some(format!("precision: {precision}")),
                Some(format!("scale: {scale}")),
                min.as_ref().map(|min| format!("min: {}", bound(min))),
                max.as_ref().map(|max| format!("max: {}", bound(max))),
            ],
        ),
        FieldKind::Float { min, max } => call(
            "float",
            &[
                min.as_ref().map(|min| format!("min: {}", grouped(min))),
                max.as_ref().map(|max| format!("max: {}", grouped(max))),
            ],
        ),
        FieldKind::Money { scale, min, max, .. } => call(
            "money",
            &[
                Some(format!("scale: {scale}")),
                min.as_ref().map(|min| format!("min: {}", bound(min))),
                max.as_ref().map(|max| format!("max: {}", bound(max))),
            ],
        ),
        FieldKind::Boolean => "z.boolean()".to_owned(),
        FieldKind::Date => "date()".to_owned(),
        FieldKind::Time => "time()".to_owned(),
        FieldKind::DateTime => "datetime()".to_owned(),
        FieldKind::Duration => "duration()".to_owned(),
        FieldKind::Uuid => "uuid()".to_owned(),
        FieldKind::Json => "json()".to_owned(),
        FieldKind::Bytes { max } => call("bytes", &[Some(format!("max: {}", grouped(&max.to_string())))]),
        FieldKind::File { accept, max } => {
            let accept: Vec<String> = accept.iter().map(|media_type| string_literal(media_type)).collect();
            call(
                "file",
                &[
                    (!accept.is_empty()).then(|| format!("accept: [{}]", accept.join(", "))),
                    Some(format!("max: {}", grouped(&max.to_string()))),
                ],
            )
        }
        FieldKind::Email => "email()".to_owned(),
        FieldKind::Url => "url()".to_owned(),
        FieldKind::Enum { id } => model.enumeration(*id).names.one.variable.clone(),
    }
}

fn call(function: &str, options: &[Option<String>]) -> String {
    let given: Vec<&str> = options.iter().flatten().map(String::as_str).collect();
    if given.is_empty() { format!("{function}()") } else { format!("{function}({{ {} }})", given.join(", ")) }
}

/// A bound of an exact number: a JavaScript number where that is exact, else its text.
fn bound(text: &str) -> String {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    if digits <= 15 { grouped(text) } else { string_literal(text) }
}

/// `10000` as `10_000`, as the archetype writes numbers.
fn grouped(number: &str) -> String {
    let (sign, digits) = number.strip_prefix('-').map_or(("", number), |digits| ("-", digits));
    let (whole, fraction) = digits.split_once('.').map_or((digits, None), |(whole, fraction)| (whole, Some(fraction)));
    if !whole.bytes().all(|byte| byte.is_ascii_digit()) {
        return number.to_owned();
    }
    let whole = whole.trim_start_matches('0');
    let whole = if whole.is_empty() { "0" } else { whole };
    let mut out = String::new();
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at) % 3 == 0 && whole.len() > 3 {
            out.push('_');
        }
        out.push(digit);
    }
    match fraction.map(|fraction| fraction.trim_end_matches('0')).filter(|fraction| !fraction.is_empty()) {
        Some(fraction) => format!("{sign}{out}.{fraction}"),
        None => format!("{sign}{out}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped_as_people_read_them() {
        let written = ["0", "255", "2048", "100000", "-2097152", "1.50", "0.01", "1e9"].map(grouped);
        assert_eq!(written, ["0", "255", "2_048", "100_000", "-2_097_152", "1.5", "0.01", "1e9"]);
    }
}
