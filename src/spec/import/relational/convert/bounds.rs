//! Conditions as bounds of fields.

use serde_json::Value;

use crate::spec::{
    document::Field,
    import::{
        patterns::is_quick,
        relational::schema::{Bound, Fact},
    },
};

/// Takes over what a condition says about a field, or tells why it cannot be.
pub(super) fn apply(fact: &Fact, field: &mut Field) -> Result<(), &'static str> {
    const NUMBERS: &str = "only numbers have bounds";
    const LENGTHS: &str = "only texts have a length";
    match fact {
        Fact::AtLeast(_, bound) => {
            field.min = Some(end(bound, field, 1).ok_or(NUMBERS)?);
        }
        Fact::AtMost(_, bound) => {
            field.max = Some(end(bound, field, -1).ok_or(NUMBERS)?);
        }
        Fact::LongerThan(_, length) if is_text(field) => {
            let least = u32::try_from(length.saturating_add(1)).map_err(|_| LENGTHS)?;
            if least > 1 || field.kind == "text" {
                field.min = Some(Value::from(least));
            }
        }
        Fact::AtMostLong(_, length) if is_text(field) => {
            let most = u32::try_from(*length).ok().filter(|most| *most > 0).ok_or(LENGTHS)?;
            field.max = Some(Value::from(most));
        }
        Fact::LongerThan(..) | Fact::AtMostLong(..) => return Err(LENGTHS),
        Fact::Matches(_, pattern) => {
            if field.kind != "string" {
                return Err("only texts of one line have a pattern");
            }
            let is_foreign = pattern.contains("[[:") || pattern.contains("(?") || pattern.contains("\\m");
            if is_foreign || !is_quick(pattern) || pattern.len() > 500 || regress::Regex::new(pattern).is_err() {
                return Err("JavaScript reads the pattern otherwise, or takes long for it");
            }
            field.pattern = Some(pattern.clone());
        }
        Fact::Present(_) => field.required = true,
        Fact::OneOf(..) => return Err("the values are of another type"),
    }
    Ok(())
}

fn is_text(field: &Field) -> bool {
    matches!(field.kind.as_str(), "string" | "text")
}

/// The nearest number that is inside.
fn end(bound: &Bound, field: &Field, step: i64) -> Option<Value> {
    let text = bound.number.trim();
    match field.kind.as_str() {
        "int" | "long" => {
            let number: f64 = text.parse().ok()?;
            let limit = if field.kind == "int" { f64::from(i32::MAX) } else { 9.0e15 };
            if !number.is_finite() || number.abs() > limit {
                return None;
            }
            let nearest = if step > 0 { number.ceil() } else { number.floor() };
            #[expect(clippy::cast_possible_truncation, reason = "it was compared with the limits above")]
            let whole = nearest as i64;
            #[expect(clippy::float_cmp, reason = "whole numbers")]
            let is_on = nearest == number;
            Some(Value::from(if bound.is_open && is_on { whole.checked_add(step)? } else { whole }))
        }
        "decimal" => {
            let scale = u32::from(field.scale.unwrap_or(2));
            let digits = text.split_once('.').map_or(0, |(_, behind)| behind.trim_end_matches('0').len());
            if digits > scale as usize || scale > 12 {
                return (!bound.is_open && digits <= scale as usize).then(|| number(text)).flatten();
            }
            if !bound.is_open {
                return number(text);
            }
            // The next value that the column can hold.
            let factor = 10_i128.pow(scale);
            let value: f64 = text.parse().ok()?;
            if value.abs() > 1.0e12 {
                return None;
            }
            let (whole, behind) = text.split_once('.').unwrap_or((text, ""));
            let is_negative = whole.starts_with('-');
            let padded = format!("{behind:0<width$}", width = scale as usize);
            let units: i128 = whole.trim_start_matches(['-', '+']).parse::<i128>().ok()? * factor
                + padded.get(..scale as usize).unwrap_or("").parse::<i128>().unwrap_or(0);
            let units = if is_negative { -units } else { units } + i128::from(step);
            let sign = if units < 0 { "-" } else { "" };
            let units = units.unsigned_abs();
            let factor = factor.unsigned_abs();
            let behind = if scale == 0 {
                String::new()
            } else {
                format!(".{:0>width$}", units % factor, width = scale as usize)
            };
            number(&format!("{sign}{}{behind}", units / factor))
        }
        "float" => number(text),
        _ => None,
    }
}

/// As short as JSON has it, where it has the same digits, or as text.
fn number(text: &str) -> Option<Value> {
    let text = if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.') } else { text };
    let text = text.strip_prefix('+').unwrap_or(text);
    if let Ok(whole) = text.parse::<i64>()
        && whole.unsigned_abs() <= 1 << 53
    {
        return Some(Value::from(whole));
    }
    let value: f64 = text.parse().ok().filter(|value: &f64| value.is_finite())?;
    let exact = serde_json::Number::from_f64(value).filter(|number| number.to_string() == text);
    Some(exact.map_or_else(|| Value::from(text), Value::Number))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::apply;
    use crate::spec::{
        document::Field,
        import::relational::schema::{Bound, Fact},
    };

    fn min(kind: &str, scale: Option<u8>, number: &str, is_open: bool) -> Option<serde_json::Value> {
        let mut field = Field { scale, ..Field::of(kind) };
        let bound = Bound { number: number.to_owned(), is_open };
        apply(&Fact::AtLeast("a".to_owned(), bound), &mut field).ok()?;
        field.min
    }

    #[test]
    fn an_open_bound_becomes_the_next_value_inside() {
        assert_eq!(min("int", None, "0", true), Some(json!(1)));
        assert_eq!(min("int", None, "0.5", false), Some(json!(1)));
        assert_eq!(min("decimal", Some(2), "0", true), Some(json!(0.01)));
        assert_eq!(min("decimal", Some(2), "-1.5", true), Some(json!(-1.49)));
        assert_eq!(min("decimal", Some(0), "3", true), Some(json!(4)));
        assert_eq!(min("boolean", None, "0", true), None);
    }
}
