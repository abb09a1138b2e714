//! Single values: does one fit a field, and how is it written for good?

use regress::Regex;
use serde_json::{Value, json};

use super::{
    decimal::Decimal,
    model::{Enum, FieldKind},
    pattern::{self, TooSlow},
    shape::{did_you_mean, listed},
};

/// Why a value does not fit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Misfit {
    /// What is wrong, in a sentence without a full stop.
    pub message: String,
    /// What to write instead.
    pub mend: Option<String>,
}

impl Misfit {
    fn new(message: impl Into<String>) -> Self {
        Self { message: message.into(), mend: None }
    }

    fn mend(message: impl Into<String>, mend: impl Into<String>) -> Self {
        Self { message: message.into(), mend: Some(mend.into()) }
    }
}

/// Characters as browsers count them, which is what the generated checks go by.
pub fn length(text: &str) -> usize {
    text.encode_utf16().count()
}

/// The value as the kind's JSON (see [`Field::default`](super::model::Field::default)), if it fits.
pub fn normalize(value: &Value, kind: &FieldKind, enums: &[Enum]) -> Result<Value, Misfit> {
    match kind {
        FieldKind::String { min, max, pattern } => string(value, *min, *max, pattern.as_deref()),
        FieldKind::Text { min, max } => text(value).and_then(|text| sized(text, *min, *max)).map(Value::from),
        FieldKind::Int { min, max } => {
            whole(value, min.map(i64::from), max.map(i64::from), i32::MIN.into(), i32::MAX.into()).map(Value::from)
        }
        FieldKind::Long { min, max } => whole(value, *min, *max, i64::MIN, i64::MAX).map(long),
        FieldKind::Decimal { precision, scale, min, max } => {
            decimal(value, *precision, *scale, min.as_deref(), max.as_deref()).map(Value::from)
        }
        FieldKind::Money { scale, min, max, .. } => {
            decimal(value, MONEY_PRECISION, *scale, min.as_deref(), max.as_deref()).map(Value::from)
        }
        FieldKind::Float { min, max } => float(value, min.as_deref(), max.as_deref()),
        FieldKind::Boolean => value
            .as_bool()
            .map(Value::from)
            .ok_or_else(|| Misfit::mend(no(value, "a yes or no"), "write `true` or `false`")),
        FieldKind::Date => date(value).map(Value::from),
        FieldKind::Time => time(value).map(Value::from),
        FieldKind::DateTime => moment(value).map(Value::from),
        FieldKind::Duration => {
            matching(value, DURATION, "a duration", "write ISO 8601, such as `PT20M`, `P2D` or `P1DT12H`")
                .map(Value::from)
        }
        FieldKind::Uuid => matching(value, UUID, "a UUID", "write one such as `5b0f6c1e-8d0a-4c56-9f2e-3a1b2c3d4e5f`")
            .map(|text| text.to_lowercase().into()),
        FieldKind::Email => email(value).map(Value::from),
        FieldKind::Url => {
            matching(value, URL, "an address of the web", "write one such as `https://example.com`").map(Value::from)
        }
        FieldKind::Json => Ok(value.clone()),
        FieldKind::Bytes { .. } | FieldKind::File { .. } => {
            Err(Misfit::new("files and bytes cannot be written into the spec"))
        }
        FieldKind::Enum { id } => choice(value, &enums[id.0]).map(Value::from),
    }
}

/// All digits of an amount of money.
pub const MONEY_PRECISION: u8 = 19;

/// As the generated check has it: no sign, and weeks alone or the rest.
const DURATION: &str =
    r"^P(?:\d+W|(?!.*W)(?=\d|T\d)(?:\d+Y)?(?:\d+M)?(?:\d+D)?(?:T(?=\d)(?:\d+H)?(?:\d+M)?(?:\d+(?:[.,]\d+)?S)?)?)$";
const UUID: &str = r"^(?:[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000)$";
const EMAIL: &str = r"^(?!\.)(?!.*\.\.)[A-Za-z0-9_'+\-.]*[A-Za-z0-9_+-]@(?:[A-Za-z0-9][A-Za-z0-9-]*\.)+[A-Za-z]{2,}$";
const URL: &str = r"^https?://[^\s/?#:@]+(?::\d{1,5})?(?:[/?#]\S*)?$";

fn string(value: &Value, min: u32, max: u32, pattern: Option<&str>) -> Result<Value, Misfit> {
    let text = sized(text(value)?, min, max)?;
    if text.contains(['\n', '\r']) {
        return Err(Misfit::mend("a `string` has one line", "use the type `text` for many lines"));
    }
    let Some(pattern) = pattern else { return Ok(text.into()) };
    match pattern::finds(pattern, text) {
        Ok(true) => Ok(text.into()),
        Ok(false) => Err(Misfit::new(format!("`{text}` does not match the pattern `{pattern}`"))),
        Err(TooSlow) => Err(Misfit::mend(
            format!("the pattern `{pattern}` takes too long to match `{text}`"),
            "write it without a repetition inside a repetition: everybody who enters a value would wait as long",
        )),
    }
}

fn text(value: &Value) -> Result<&str, Misfit> {
    let Some(text) = value.as_str() else {
        let mend =
            if value.is_object() || value.is_array() { None } else { Some(format!("put it in quotes: \"{value}\"")) };
        return Err(Misfit { message: no(value, "text"), mend });
    };
    match text.chars().find(|letter| letter.is_control() && !"\n\r\t".contains(*letter)) {
        Some(letter) => {
            Err(Misfit::new(format!("there is a control character (U+{:04X}) in the text", u32::from(letter))))
        }
        None => Ok(text),
    }
}

fn sized(text: &str, min: u32, max: u32) -> Result<&str, Misfit> {
    let length = length(text);
    if length < min as usize {
        return Err(Misfit::new(format!("`{text}` has {length} characters; at least {min} are needed")));
    }
    if length > max as usize {
        return Err(Misfit::new(format!("this has {length} characters; at most {max} are allowed")));
    }
    Ok(text)
}

fn whole(value: &Value, min: Option<i64>, max: Option<i64>, lowest: i64, highest: i64) -> Result<i64, Misfit> {
    let number = match value {
        Value::Number(number) => number.as_i64(),
        Value::String(digits) => digits.parse().ok(),
        _ => None,
    };
    let number = number.ok_or_else(|| Misfit::new(no(value, "a whole number")))?;
    if number < lowest || number > highest {
        return Err(Misfit::mend(format!("{number} does not fit into 32 bits"), "use the type `long`"));
    }
    if let Some(min) = min.filter(|min| number < *min) {
        return Err(Misfit::new(format!("{number} is less than the smallest allowed, {min}")));
    }
    if let Some(max) = max.filter(|max| number > *max) {
        return Err(Misfit::new(format!("{number} is more than the greatest allowed, {max}")));
    }
    Ok(number)
}

fn long(number: i64) -> Value {
    if number.unsigned_abs() <= 1 << 53 { json!(number) } else { json!(number.to_string()) }
}

fn decimal(value: &Value, precision: u8, scale: u8, min: Option<&str>, max: Option<&str>) -> Result<String, Misfit> {
    let number = Decimal::of(value).ok_or_else(|| Misfit::new(no(value, "a decimal number")))?;
    if number.fraction_digits() > usize::from(scale) {
        let message = format!(
            "{} has {} digits after the point; at most {scale} are kept",
            number.shortest(),
            number.fraction_digits()
        );
        return Err(Misfit::new(message));
    }
    let room = usize::from(precision.saturating_sub(scale)).max(1);
    if number.whole_digits() > room {
        return Err(Misfit::new(format!("{} has more than {room} digits before the point", number.shortest())));
    }
    within(&number, min, max)?;
    Ok(number.with_scale(scale.into()))
}

fn float(value: &Value, min: Option<&str>, max: Option<&str>) -> Result<Value, Misfit> {
    let number = value.as_f64().ok_or_else(|| Misfit::new(no(value, "a number")))?;
    let below = min.and_then(|min| min.parse::<f64>().ok()).filter(|min| number < *min);
    let above = max.and_then(|max| max.parse::<f64>().ok()).filter(|max| number > *max);
    match (below, above) {
        (Some(min), _) => Err(Misfit::new(format!("{number} is less than the smallest allowed, {min}"))),
        (_, Some(max)) => Err(Misfit::new(format!("{number} is more than the greatest allowed, {max}"))),
        _ => Ok(value.clone()),
    }
}

fn within(number: &Decimal, min: Option<&str>, max: Option<&str>) -> Result<(), Misfit> {
    let bound = |text: Option<&str>| text.and_then(Decimal::parse);
    if let Some(min) = bound(min).filter(|min| number < min) {
        return Err(Misfit::new(format!(
            "{} is less than the smallest allowed, {}",
            number.shortest(),
            min.shortest()
        )));
    }
    if let Some(max) = bound(max).filter(|max| number > max) {
        return Err(Misfit::new(format!(
            "{} is more than the greatest allowed, {}",
            number.shortest(),
            max.shortest()
        )));
    }
    Ok(())
}

fn date(value: &Value) -> Result<String, Misfit> {
    let wrong = || Misfit::mend(no(value, "a day"), "write year, month and day, such as `2026-05-02`");
    let text = value.as_str().filter(|text| text.len() == 10).ok_or_else(wrong)?;
    text.parse::<jiff::civil::Date>().map(|date| date.to_string()).map_err(|_| wrong())
}

fn time(value: &Value) -> Result<String, Misfit> {
    let wrong = || Misfit::mend(no(value, "a time of day"), "write hours and minutes in quotes, such as \"10:30\"");
    let text = value.as_str().filter(|text| text.len() == 5 || text.len() == 8).ok_or_else(wrong)?;
    text.parse::<jiff::civil::Time>().map(|time| time.strftime("%H:%M:%S").to_string()).map_err(|_| wrong())
}

fn moment(value: &Value) -> Result<String, Misfit> {
    let wrong = || Misfit::mend(no(value, "a moment"), "write day, time and offset, such as `2026-05-02T10:00:00Z`");
    let text = value.as_str().filter(|text| text.contains('T') && !text.contains('[')).ok_or_else(wrong)?;
    let moment: jiff::Timestamp = text.parse().map_err(|_| wrong())?;
    Ok(moment.strftime("%Y-%m-%dT%H:%M:%S.%3fZ").to_string())
}

fn email(value: &Value) -> Result<String, Misfit> {
    let text = matching(value, EMAIL, "an e-mail address", "write one such as `ada@example.com`")?;
    if text.len() > 254 {
        return Err(Misfit::new("an e-mail address has at most 254 characters"));
    }
    Ok(text.to_lowercase())
}

fn choice(value: &Value, enumeration: &Enum) -> Result<String, Misfit> {
    let words: Vec<&str> = enumeration.values.iter().map(|value| value.value.as_str()).collect();
    if let Some(word) = value.as_str().filter(|word| words.contains(word)) {
        return Ok(word.to_owned());
    }
    let name = &enumeration.names.one.pascal;
    let mend = match value.as_str().and_then(|word| did_you_mean(word, words.iter().copied())) {
        Some(meant) => format!("did you mean `{meant}`?"),
        None => format!("write {}", listed(&words, "or")),
    };
    Err(Misfit::mend(no(value, &format!("a value of `{name}`")), mend))
}

fn matching<'v>(value: &'v Value, pattern: &str, what: &str, mend: &str) -> Result<&'v str, Misfit> {
    let fits = |text: &&str| Regex::new(pattern).is_ok_and(|regex| regex.find(text).is_some());
    value.as_str().filter(|text| text.len() <= 2_000).filter(fits).ok_or_else(|| Misfit::mend(no(value, what), mend))
}

fn no(value: &Value, what: &str) -> String {
    let shown = match value {
        Value::String(text) => text.clone(),
        Value::Object(_) => return format!("a map is not {what}"),
        Value::Array(_) => return format!("a list is not {what}"),
        Value::Null => return format!("nothing is not {what}"),
        other => other.to_string(),
    };
    format!("`{}` is not {what}", shown.escape_debug())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fit(kind: &FieldKind, value: &Value) -> Result<Value, String> {
        normalize(value, kind, &[]).map_err(|misfit| misfit.message)
    }

    #[test]
    fn values_are_written_for_good() {
        let decimal = FieldKind::Decimal { precision: 6, scale: 2, min: None, max: None };
        let long = FieldKind::Long { min: None, max: None };
        for (kind, value, good) in [
            (&decimal, json!(4.9), json!("4.90")),
            (&decimal, json!("9999.99"), json!("9999.99")),
            (&long, json!(12), json!(12)),
            (&long, json!("9223372036854775807"), json!("9223372036854775807")),
            (&FieldKind::Time, json!("10:30"), json!("10:30:00")),
            (&FieldKind::DateTime, json!("2026-05-02T12:00:00+02:00"), json!("2026-05-02T10:00:00.000Z")),
            (&FieldKind::Email, json!("Ada@Example.com"), json!("ada@example.com")),
            (&FieldKind::Duration, json!("P1DT12H"), json!("P1DT12H")),
            (&FieldKind::Url, json!("http://localhost:3000/a?b#c"), json!("http://localhost:3000/a?b#c")),
        ] {
            assert_eq!(fit(kind, &value), Ok(good), "{value}");
        }
    }

    #[test]
    fn values_that_do_not_fit_say_why() {
        let decimal = FieldKind::Decimal { precision: 4, scale: 2, min: Some("0".to_owned()), max: None };
        let pattern = FieldKind::String { min: 1, max: 5, pattern: Some("^[a-z]+$".to_owned()) };
        let wrong = [
            (&decimal, json!(1.234)),
            (&decimal, json!(100)),
            (&decimal, json!(-1)),
            (&pattern, json!("A1")),
            (&pattern, json!("abcdef")),
            (&pattern, json!(12)),
            (&FieldKind::Int { min: None, max: None }, json!(3_000_000_000_u64)),
            (&FieldKind::Int { min: Some(1), max: None }, json!(0)),
            (&FieldKind::Date, json!("2026-02-30")),
            (&FieldKind::DateTime, json!("2026-05-02T10:00:00")),
            (&FieldKind::Duration, json!("20 minutes")),
            (&FieldKind::Duration, json!("P")),
            (&FieldKind::Uuid, json!("not-one")),
            (&FieldKind::Email, json!("ada")),
            (&FieldKind::Boolean, json!("yes")),
            (&FieldKind::Url, json!("ftp://example.com")),
        ];
        let told: Vec<String> = wrong.iter().filter_map(|(kind, value)| fit(kind, value).err()).collect();
        assert_eq!(told.len(), wrong.len());
        insta::assert_snapshot!(told.join("\n"), @r"
        1.234 has 3 digits after the point; at most 2 are kept
        100 has more than 2 digits before the point
        -1 is less than the smallest allowed, 0
        `A1` does not match the pattern `^[a-z]+$`
        this has 6 characters; at most 5 are allowed
        `12` is not text
        3000000000 does not fit into 32 bits
        0 is less than the smallest allowed, 1
        `2026-02-30` is not a day
        `2026-05-02T10:00:00` is not a moment
        `20 minutes` is not a duration
        `P` is not a duration
        `not-one` is not a UUID
        `ada` is not an e-mail address
        `yes` is not a yes or no
        `ftp://example.com` is not an address of the web
        ");
    }
}
