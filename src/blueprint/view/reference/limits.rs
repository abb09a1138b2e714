//! What an input is checked for, in words.

use crate::render::markdown::{code, escape};
use crate::spec::Model;
use crate::spec::model::{Field, FieldKind};

/// What an input is checked for, as the contract's schemas have it.
pub(super) fn must_be(model: &Model, each: &Field) -> String {
    let mut must = kind_of(model, &each.kind);
    if let Some(unit) = &each.unit {
        must.push(format!("in {}", escape(unit)));
    }
    if each.unique {
        must.push("unique".to_owned());
    }
    if each.immutable {
        must.push("fixed once written".to_owned());
    }
    must.join(", ")
}

fn kind_of(model: &Model, kind: &FieldKind) -> Vec<String> {
    match kind {
        FieldKind::String { min, max, .. } => vec![format!("{} to {} characters", (*min).max(1), grouped(max))],
        FieldKind::Text { min: 0, max } => vec![format!("up to {} characters", grouped(max))],
        FieldKind::Text { min, max } => vec![format!("{} to {} characters", grouped(min), grouped(max))],
        FieldKind::Int { min, max } => bounded("a whole number", min.as_ref(), max.as_ref()),
        FieldKind::Long { min, max } => bounded("a whole number of 64 bits", min.as_ref(), max.as_ref()),
        FieldKind::Float { min, max } => bounded("a number", min.as_ref(), max.as_ref()),
        FieldKind::Decimal { precision, scale, min, max } => {
            let before = precision.saturating_sub(*scale);
            let digits = format!("a decimal number with up to {before} digits before the point and {scale} after it");
            bounded(&digits, min.as_ref(), max.as_ref())
        }
        FieldKind::Money { currency, scale, min, max } => {
            let amount = format!("an amount in {currency} with up to {scale} decimals");
            bounded(&amount, min.as_ref(), max.as_ref())
        }
        FieldKind::Boolean => vec!["true or false".to_owned()],
        FieldKind::Date => vec!["a day: `2026-05-02`".to_owned()],
        FieldKind::Time => vec!["a time of day: `10:30` or `10:30:00`".to_owned()],
        FieldKind::DateTime => vec!["a moment".to_owned()],
        FieldKind::Duration => vec!["an ISO 8601 duration: `PT20M`".to_owned()],
        FieldKind::Uuid => vec!["a UUID".to_owned()],
        FieldKind::Json => vec!["JSON of up to 65,536 characters, not `null`".to_owned()],
        FieldKind::Bytes { max } => vec![format!("up to {} bytes", grouped(max))],
        FieldKind::File { accept, max } if accept.is_empty() => vec![format!("a file of up to {} bytes", grouped(max))],
        FieldKind::File { accept, max } => {
            let accept: Vec<String> = accept.iter().map(|each| code(each)).collect();
            vec![format!("a file of up to {} bytes, {}", grouped(max), accept.join(" or "))]
        }
        FieldKind::Email => vec!["an e-mail address of up to 254 characters, kept in lower case".to_owned()],
        FieldKind::Url => vec!["an `http` or `https` address of up to 2,048 characters".to_owned()],
        FieldKind::Enum { id } => {
            let pascal = &model.enumeration(*id).names.one.pascal;
            vec![format!("one of [{pascal}](#{})", pascal.to_lowercase())]
        }
    }
}

fn bounded(what: &str, min: Option<&impl ToString>, max: Option<&impl ToString>) -> Vec<String> {
    let min = min.map(|min| format!("at least {}", grouped(min)));
    let max = max.map(|max| format!("at most {}", grouped(max)));
    std::iter::once(what.to_owned()).chain(min).chain(max).collect()
}

/// `-1234567.5` as `-1,234,567.5`; the form of great floats, `1e21`, is left as it is.
fn grouped(number: &impl ToString) -> String {
    let number = number.to_string();
    let whole = number.find('.').unwrap_or(number.len());
    let digits = &number[usize::from(number.starts_with('-'))..whole];
    if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return number;
    }
    let mut grouped = number[..whole - digits.len()].to_owned();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped + &number[whole..]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped_as_people_read_them() {
        let written = ["0", "255", "2048", "-1234567.5", "1e21", "100000.0625"].map(|number| grouped(&number));
        assert_eq!(written, ["0", "255", "2,048", "-1,234,567.5", "1e21", "100,000.0625"]);
    }
}
