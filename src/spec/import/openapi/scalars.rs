//! Texts, numbers and yes or no.

use super::{
    shape::{Limit, Read, Shape},
    source::{entries, is_true, items, text, value, word},
};
use crate::{
    spec::import::{
        prose::is_prose,
        relational::schema::{Bound, Kind},
    },
    yaml::{Content, Node},
};

/// A password is no data: the workspace signs people in itself.
const PASSWORD: &str = "passwords are not kept in rows; people sign in through the workspace's own sign-in";

/// Keywords that conditions are made of, or that are read elsewhere.
const KNOWN: [&str; 36] = [
    "type",
    "format",
    "enum",
    "const",
    "default",
    "title",
    "description",
    "nullable",
    "readOnly",
    "writeOnly",
    "required",
    "properties",
    "additionalProperties",
    "items",
    "minLength",
    "maxLength",
    "minimum",
    "maximum",
    "exclusiveMinimum",
    "exclusiveMaximum",
    "pattern",
    "multipleOf",
    "example",
    "examples",
    "deprecated",
    "allOf",
    "oneOf",
    "anyOf",
    "$ref",
    "discriminator",
    "contentEncoding",
    "contentMediaType",
    "$id",
    "$schema",
    "$comment",
    "x-nullable",
];

/// What is said of a schema and has no counterpart in a spec.
pub(super) fn unknown_keywords(node: &Node) -> Vec<&str> {
    let all = entries(node).map(|(key, ..)| key);
    all.filter(|key| !KNOWN.contains(key)).take(20).collect()
}

/// The type that is meant where none is written.
pub(super) fn meant_type(node: &Node) -> Option<&'static str> {
    let has = |key: &str| value(node, key).is_some();
    let of_value = |node: &Node| match node.value() {
        serde_json::Value::Bool(_) => Some("boolean"),
        serde_json::Value::Number(number) if number.is_f64() => Some("number"),
        serde_json::Value::Number(_) => Some("integer"),
        serde_json::Value::String(_) => Some("string"),
        _ => None,
    };
    if let Some(constant) = value(node, "const") {
        return of_value(constant);
    }
    if let Some(first) = items(node, "enum").iter().find(|item| !item.is_null()) {
        return of_value(first);
    }
    if has("pattern") || has("minLength") || has("maxLength") || has("format") {
        Some("string")
    } else if has("minimum") || has("maximum") || has("multipleOf") {
        Some("number")
    } else {
        None
    }
}

/// Reads what a single value is.
pub(super) fn read<'a>(node: &'a Node, kind: &str, name: &str, read: &mut Read<'a>) {
    let format = text(node, "format").unwrap_or_default();
    read.written = if format.is_empty() { kind.to_owned() } else { format!("{kind} ({format})") };
    let values = listed(node);
    let kind = match kind {
        "string" => match (values.is_empty(), format) {
            (false, _) => Kind::Choice(values),
            (true, format) => of_text(node, format, name, read),
        },
        "integer" | "number" => {
            if !values.is_empty() {
                read.limits.push(Limit::OneOf(values));
            }
            bounds(node, read);
            if kind == "integer" { of_whole(node, format, read) } else { of_number(node, format) }
        }
        "boolean" => Kind::Boolean,
        "file" => Kind::File,
        _ => Kind::Unknown,
    };
    read.shape = Shape::Value(kind);
}

fn listed(node: &Node) -> Vec<String> {
    let constant = value(node, "const").into_iter();
    let all = items(node, "enum").iter().chain(constant).filter(|item| !item.is_null());
    all.filter_map(word).map(str::to_owned).collect()
}

fn of_text(node: &Node, format: &str, name: &str, read: &mut Read) -> Kind {
    let number = |key: &str| text(node, key).and_then(|text| text.parse::<i64>().ok());
    let is_encoded = text(node, "contentEncoding").is_some_and(|encoding| encoding.starts_with("base64"));
    let longest = number("maxLength").filter(|most| *most > 0);
    match format.to_ascii_lowercase().as_str() {
        "date" => return Kind::Date,
        "date-time" | "datetime" | "timestamp" => return Kind::Moment,
        "time" | "partial-time" => return Kind::Time,
        "duration" => return Kind::Duration,
        "uuid" | "guid" => return Kind::Uuid,
        "email" | "idn-email" => return Kind::Email,
        "uri" | "url" | "iri" => return Kind::Url,
        "byte" | "base64" | "base64url" => return Kind::Bytes(longest.and_then(|most| u64::try_from(most).ok())),
        "binary" => return Kind::File,
        "password" => return Kind::Internal(PASSWORD),
        "decimal" | "number" | "bigdecimal" => return Kind::Decimal(None),
        "int64" => return Kind::Int { is_long: true, is_unsigned: false },
        "" if is_password(name) => return Kind::Internal(PASSWORD),
        _ if is_encoded => return Kind::Bytes(None),
        _ if value(node, "contentMediaType").is_some() => return Kind::File,
        _ => {}
    }
    if let Some(shortest) = number("minLength").filter(|least| *least > 0) {
        read.limits.push(Limit::Shortest(shortest));
    }
    if let Some(pattern) = text(node, "pattern") {
        read.limits.push(Limit::Matches(pattern.to_owned()));
    }
    match longest.and_then(|most| u64::try_from(most).ok()) {
        Some(most) if most > 255 && is_prose(name) => {
            read.limits.push(Limit::Longest(i64::try_from(most).unwrap_or(i64::MAX)));
            Kind::Prose
        }
        Some(most) => Kind::Line(Some(most)),
        None if is_prose(name) => Kind::Prose,
        None => Kind::Line(None),
    }
}

/// Whether a text is one by its name, where no format says it.
fn is_password(name: &str) -> bool {
    let last = name.to_ascii_lowercase();
    last == "password" || last.ends_with("_password")
}

fn of_whole(node: &Node, format: &str, read: &mut Read) -> Kind {
    let is_wide = |key: &str| {
        let bound = text(node, key).and_then(|text| text.parse::<f64>().ok());
        bound.is_some_and(|bound| bound.abs() > f64::from(i32::MAX))
    };
    let is_long = matches!(format, "int64" | "long" | "uint32" | "uint64") || is_wide("maximum") || is_wide("minimum");
    read.is_sized = is_long || format == "int32" || !read.limits.is_empty();
    if text(node, "multipleOf").is_some_and(|step| step != "1") {
        read.without.push("multipleOf");
    }
    Kind::Int { is_long, is_unsigned: matches!(format, "uint32" | "uint64" | "uint8" | "uint16") }
}

/// Digits of a number of which only those behind the point are told.
const DIGITS: u64 = 18;

fn of_number(node: &Node, format: &str) -> Kind {
    let step = text(node, "multipleOf");
    if let Some(behind) = step.and_then(|step| step.split_once('.')).map(|(_, behind)| behind.trim_end_matches('0'))
        && behind.bytes().all(|byte| byte.is_ascii_digit())
        && behind.len() <= 10
    {
        return Kind::Decimal(Some((DIGITS, i64::try_from(behind.len()).unwrap_or(0))));
    }
    match format {
        "float" | "double" => Kind::Float,
        "int64" | "long" => Kind::Int { is_long: true, is_unsigned: false },
        "int32" => Kind::Int { is_long: false, is_unsigned: false },
        _ => Kind::Decimal(None),
    }
}

/// In OpenAPI 3.0 `exclusiveMinimum` says that `minimum` itself is outside, in 3.1 it is the bound.
fn bounds(node: &Node, read: &mut Read) {
    let number = |key: &str| text(node, key).filter(|text| text.parse::<f64>().is_ok());
    let bound = |plain: &str, exclusive: &str| match (number(exclusive), number(plain)) {
        (Some(open), _) => Some(Bound { number: open.to_owned(), is_open: true }),
        (None, Some(closed)) => Some(Bound { number: closed.to_owned(), is_open: is_true(node, exclusive) }),
        (None, None) => None,
    };
    read.limits.extend(bound("minimum", "exclusiveMinimum").map(Limit::AtLeast));
    read.limits.extend(bound("maximum", "exclusiveMaximum").map(Limit::AtMost));
}

/// A default as text, and whether it is written as a list or a map.
pub(super) fn default_text(node: &Node) -> String {
    match &node.content {
        Content::Scalar(scalar) => scalar.text.clone(),
        _ => node.value().to_string(),
    }
}
