//! What a word without quotes means in YAML 1.2 (core schema): nothing, yes or no, a number, or itself.

use serde_json::{Number, Value};

/// The value of a plain scalar. A number that a 64 bit float cannot tell exactly stays text, so that no digit is lost.
pub fn plain_value(text: &str) -> Value {
    match text {
        "" | "~" | "null" | "Null" | "NULL" => return Value::Null,
        "true" | "True" | "TRUE" => return Value::Bool(true),
        "false" | "False" | "FALSE" => return Value::Bool(false),
        _ => {}
    }
    integer(text).or_else(|| decimal(text)).unwrap_or_else(|| Value::String(text.to_owned()))
}

/// Whether a plain scalar reads as a number, even one that stays text because no float is as exact.
pub fn is_number(text: &str) -> bool {
    integer(text).is_some() || is_decimal(text)
}

fn integer(text: &str) -> Option<Value> {
    if let Some(digits) = text.strip_prefix("0x") {
        return u64::from_str_radix(digits, 16).ok().filter(|_| !digits.starts_with('+')).map(Value::from);
    }
    if let Some(digits) = text.strip_prefix("0o") {
        return u64::from_str_radix(digits, 8).ok().filter(|_| !digits.starts_with('+')).map(Value::from);
    }
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    text.parse::<i64>().map(Value::from).or_else(|_| text.parse::<u64>().map(Value::from)).ok()
}

fn decimal(text: &str) -> Option<Value> {
    if !is_decimal(text) {
        return None;
    }
    let float: f64 = text.parse().ok()?;
    let number = Number::from_f64(float)?;
    Some(if is_exact(text, &number) { Value::Number(number) } else { Value::String(text.to_owned()) })
}

/// `[-+]? ( \. [0-9]+ | [0-9]+ ( \. [0-9]* )? ) ( [eE] [-+]? [0-9]+ )?`
fn is_decimal(text: &str) -> bool {
    let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
    let (mantissa, exponent) = match unsigned.find(['e', 'E']) {
        Some(at) => (&unsigned[..at], Some(&unsigned[at + 1..])),
        None => (unsigned, None),
    };
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    let exponent_fits = exponent.is_none_or(|exponent| {
        let unsigned = exponent.strip_prefix(['+', '-']).unwrap_or(exponent);
        !unsigned.is_empty() && digits(unsigned)
    });
    digits(whole) && digits(fraction) && !(whole.is_empty() && fraction.is_empty()) && exponent_fits
}

fn is_exact(text: &str, number: &Number) -> bool {
    if text.contains(['e', 'E']) {
        return true;
    }
    significant(text) == significant(&number.to_string())
}

fn significant(text: &str) -> (bool, String, String) {
    let negative = text.starts_with('-');
    let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
    let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, ""));
    (negative, whole.trim_start_matches('0').to_owned(), fraction.trim_end_matches('0').to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn words_mean_what_yaml_1_2_says() {
        for (text, value) in [
            ("", json!(null)),
            ("~", json!(null)),
            ("true", json!(true)),
            ("yes", json!("yes")),
            ("12", json!(12)),
            ("-12", json!(-12)),
            ("0755", json!(755)),
            ("0x1F", json!(31)),
            ("0o17", json!(15)),
            ("1_000", json!("1_000")),
            ("40.00", json!(40.0)),
            (".5", json!(0.5)),
            ("1e3", json!(1000.0)),
            ("12:30", json!("12:30")),
            ("2026-05-02", json!("2026-05-02")),
            ("-", json!("-")),
            (".", json!(".")),
            ("1.2.3", json!("1.2.3")),
            (".inf", json!(".inf")),
        ] {
            assert_eq!(plain_value(text), value, "{text}");
        }
    }

    #[test]
    fn no_digit_is_lost() {
        assert_eq!(plain_value("12345678901234567.89"), json!("12345678901234567.89"));
        assert_eq!(plain_value("123456789012345678901234567890"), json!("123456789012345678901234567890"));
        assert_eq!(plain_value("9007199254740993"), json!(9_007_199_254_740_993_i64));
    }
}
