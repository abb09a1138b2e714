//! `@defaultValue`: taken over where it obeys the field's own rules.

use serde_json::Value;

use super::{Lookup, limits::long};
use crate::spec::{
    document::Field,
    import::{
        jdl::ast::{self, Literal},
        notes::Notes,
        patterns::is_quick,
    },
};

/// Sets the default, or notes why it cannot be one.
pub(super) fn apply(field: &ast::Field, written: Literal, converted: &mut Field, lookup: &Lookup, notes: &mut Notes) {
    match value(written.text, field, converted, lookup) {
        Ok(value) => converted.default = Some(value),
        Err(why) => notes.dropped(
            written.span,
            format!("the default `{}` of `{}`", written.text.chars().take(60).collect::<String>(), field.name.text),
            why,
        ),
    }
}

/// The value as its type wants it; whether it obeys bounds and pattern is checked with the rest of the spec.
fn value(text: &str, field: &ast::Field, converted: &Field, lookup: &Lookup) -> Result<Value, String> {
    let kind = converted.kind.as_str();
    let wrong = || format!("it is not a value of the type `{kind}`");
    match kind {
        "string" if !converted.pattern.as_ref().is_none_or(|pattern| is_quick(pattern) && text.len() <= 255) => {
            Err("it takes too long to find out whether it matches the pattern".to_owned())
        }
        "string" | "text" | "decimal" | "date" | "time" | "datetime" | "duration" | "uuid" => Ok(Value::from(text)),
        "int" | "long" => text.parse::<i64>().map(long).map_err(|_| wrong()),
        "float" => text.parse::<f64>().ok().filter(|value| value.is_finite()).map(Value::from).ok_or_else(wrong),
        "boolean" => text.parse::<bool>().map(Value::from).map_err(|_| wrong()),
        _ => match lookup.enums.get(field.kind.text) {
            Some(one) if one.values.contains_key(text) => Ok(Value::from(text)),
            Some(_) => Err("it is none of the enum's values".to_owned()),
            None => Err(format!("a `{kind}` has no default")),
        },
    }
}
