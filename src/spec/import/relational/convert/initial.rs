//! Defaults: taken over where they obey the field's own rules.

use serde_json::Value;

use super::enums::Named;
use crate::spec::{document::Field, import::relational::schema::Initial};

/// The value as its type wants it, or why there is none. Whether it obeys bounds is checked with the rest of the spec.
pub(super) fn value(initial: &Initial, field: &Field, choices: Option<&Named>) -> Result<Value, &'static str> {
    const WRONG: &str = "it is no value of the field's type";
    if field.unique {
        return Err("no two rows may have the same");
    }
    let text = match initial {
        Initial::Now => return Err("the service sets moments; give it where the row is made"),
        Initial::Computed(_) => return Err("the database computes it; compute it where the row is made"),
        Initial::Boolean(value) => if *value { "true" } else { "false" }.to_owned(),
        Initial::Text(text) | Initial::Number(text) => text.clone(),
    };
    if let Some(choices) = choices {
        return choices.values.get(&text).map(|value| Value::from(value.as_str())).ok_or("it is none of the values");
    }
    match field.kind.as_str() {
        "boolean" => match text.to_ascii_lowercase().as_str() {
            "1" | "t" | "true" | "y" | "yes" | "on" => Ok(Value::from(true)),
            "0" | "f" | "false" | "n" | "no" | "off" => Ok(Value::from(false)),
            _ => Err(WRONG),
        },
        "int" => whole(&text).filter(|number| i32::try_from(*number).is_ok()).map(Value::from).ok_or(WRONG),
        "long" => whole(&text).filter(|number| number.unsigned_abs() <= 1 << 53).map(Value::from).ok_or(WRONG),
        "decimal" => text.trim().parse::<f64>().map(|_| Value::from(text.trim())).map_err(|_| WRONG),
        "float" => text.trim().parse::<f64>().ok().filter(|value| value.is_finite()).map(Value::from).ok_or(WRONG),
        "string" | "text" if text.is_empty() => Err("an empty text is no value; leave the field empty instead"),
        "string" | "text" | "date" | "time" | "uuid" | "duration" => Ok(Value::from(text)),
        "datetime" => Ok(Value::from(moment(&text))),
        "json" => serde_json::from_str(&text).map_err(|_| WRONG),
        _ => Err("a field of that type has no default"),
    }
}

fn whole(text: &str) -> Option<i64> {
    let text = text.trim();
    let text = text
        .split_once('.')
        .filter(|(_, behind)| behind.bytes().all(|byte| byte == b'0'))
        .map_or(text, |(whole, _)| whole);
    text.parse().ok()
}

/// `2020-01-31 10:00:00` as ISO 8601 has it.
fn moment(text: &str) -> String {
    let text = text.trim();
    match text.split_once(' ') {
        Some((day, time)) if !time.contains(['+', 'Z', '-']) => format!("{day}T{time}Z"),
        Some((day, time)) => format!("{day}T{time}"),
        None if text.len() == 10 => format!("{text}T00:00:00Z"),
        None => text.to_owned(),
    }
}
