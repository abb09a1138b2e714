//! Many values of a field, for tests and demo rows: the same for everyone, and another for each number.

use regex_syntax::hir::{Class, Hir, HirKind};
use serde_json::{Value, json};

use crate::spec::Model;
use crate::spec::model::{Field, FieldKind};
use crate::spec::pattern::finds;

/// The `n`th value of a field, told as the contract tells it; those of a unique field differ as far as its kind allows.
pub(super) fn value(model: &Model, field: &Field, n: usize) -> Value {
    let number = i64::try_from(n).unwrap_or(0);
    match &field.kind {
        FieldKind::String { pattern: Some(pattern), .. } => json!(patterned(field, pattern, n)),
        FieldKind::String { min, max, .. } | FieldKind::Text { min, max } => json!(text(field, n, *min, *max)),
        FieldKind::Int { min, max } => json!(within(number, min.map(i64::from), max.map(i64::from))),
        FieldKind::Long { min, max } => json!(within(number, *min, *max).to_string()),
        FieldKind::Decimal { precision, scale, min, max } => {
            json!(exact(number, *scale, u32::from(precision - scale), min.as_deref(), max.as_deref()))
        }
        FieldKind::Money { scale, min, max, .. } => json!(exact(number, *scale, 15, min.as_deref(), max.as_deref())),
        FieldKind::Float { min, max } => {
            let (min, max) = (parsed(min.as_deref()), parsed(max.as_deref()));
            json!(float_within(n, min, max))
        }
        FieldKind::Boolean => json!(n.is_multiple_of(2)),
        FieldKind::Date => json!(format!("2026-{:02}-{:02}", 1 + n / 28 % 12, 1 + n % 28)),
        FieldKind::Time => json!(format!("{:02}:{:02}:00", 8 + n / 4 % 10, n % 4 * 15)),
        FieldKind::DateTime => {
            json!(format!("2026-{:02}-{:02}T{:02}:30:00.000Z", 1 + n / 28 % 12, 1 + n % 28, 8 + n % 10))
        }
        FieldKind::Duration => json!(format!("PT{}M", 5 + n % 11 * 5)),
        FieldKind::Uuid => json!(format!("5b0f6c1e-8d0a-4c56-9f2e-{:012x}", 0x003a_1b2c_3d00_u64 + n as u64)),
        FieldKind::Json => json!({ "note": format!("{} {}", field.label, n + 1) }),
        FieldKind::Bytes { max } => json!(base64(n, *max)),
        FieldKind::File { accept, max } => json!({
            "name": format!("{}-{}.{}", field.name.to_lowercase(), n + 1, extension(accept)),
            "mediaType": media_type(accept),
            "content": content(accept, n, *max),
        }),
        FieldKind::Email => json!(format!("person.{}@example.com", n + 1)),
        FieldKind::Url => json!(format!("https://example.com/{}/{}", field.column.replace('_', "-"), n + 1)),
        FieldKind::Enum { id } => {
            let values = &model.enumeration(*id).values;
            json!(values[n % values.len()].value)
        }
    }
}

/// The example first, then what the pattern allows.
fn patterned(field: &Field, pattern: &str, n: usize) -> String {
    let example = field.example.as_ref().and_then(Value::as_str);
    match (example, n) {
        (Some(example), 0) => example.to_owned(),
        (example, _) => {
            matching(pattern, n).unwrap_or_else(|| example.map_or_else(|| field.label.clone(), str::to_owned))
        }
    }
}

/// The `n`th of the texts that a pattern matches, counting in its last places first; none where it is too clever to tell.
fn matching(pattern: &str, n: usize) -> Option<String> {
    let hir = regex_syntax::parse(pattern).ok()?;
    let mut choices = Vec::new();
    places(&hir, &mut choices)?;
    let mut left = n;
    let mut letters: Vec<String> = Vec::with_capacity(choices.len());
    for choice in choices.iter().rev() {
        letters.push(choice[left % choice.len()].clone());
        left /= choice.len();
    }
    let text: String = letters.into_iter().rev().collect();
    finds(pattern, &text).ok()?.then_some(text)
}

/// What may stand in each place.
fn places(hir: &Hir, choices: &mut Vec<Vec<String>>) -> Option<()> {
    match hir.kind() {
        HirKind::Empty | HirKind::Look(_) => Some(()),
        HirKind::Literal(literal) => {
            choices.push(vec![std::str::from_utf8(&literal.0).ok()?.to_owned()]);
            Some(())
        }
        HirKind::Class(Class::Unicode(class)) => {
            let all = || class.iter().flat_map(|range| range.start()..=range.end().min('\u{2000}'));
            let mut letters: Vec<String> = all().filter(char::is_ascii_alphanumeric).map(String::from).collect();
            if letters.is_empty() {
                letters = all().filter(|letter| !letter.is_control()).take(10).map(String::from).collect();
            }
            (!letters.is_empty()).then(|| choices.push(letters))
        }
        HirKind::Class(Class::Bytes(_)) => None,
        HirKind::Repetition(repetition) => {
            let most = repetition.max.unwrap_or(u32::MAX);
            let times = repetition.min.max(ROOM).min(most).max(repetition.min);
            (0..times).try_for_each(|_| places(&repetition.sub, choices))
        }
        HirKind::Capture(capture) => places(&capture.sub, choices),
        HirKind::Concat(parts) => parts.iter().try_for_each(|part| places(part, choices)),
        HirKind::Alternation(parts) => {
            let mut whole: Vec<String> = Vec::new();
            for part in parts {
                let mut inner = Vec::new();
                places(part, &mut inner)?;
                whole.push(inner.iter().map(|choice| choice[0].clone()).collect());
            }
            choices.push(whole);
            Some(())
        }
    }
}

/// How often something is repeated that may be repeated: enough to tell many values apart.
const ROOM: u32 = 4;

fn text(field: &Field, n: usize, min: u32, max: u32) -> String {
    let (min, max) = (min.max(1) as usize, max as usize);
    let number = (n + 1).to_string();
    let mut text = match field.example.as_ref().and_then(Value::as_str) {
        Some(example) if n == 0 => example.to_owned(),
        Some(example) => format!("{example} {number}"),
        None => format!("{} {number}", field.label),
    };
    if text.chars().count() > max {
        let keep = max.saturating_sub(number.len());
        text = field.label.chars().filter(|letter| *letter != ' ').take(keep).chain(number.chars()).take(max).collect();
    }
    while text.chars().count() < min {
        text.push('x');
    }
    text
}

fn within(n: i64, min: Option<i64>, max: Option<i64>) -> i64 {
    let first = min.unwrap_or_else(|| max.map_or(1, |max| max.saturating_sub(99).min(1)));
    let span = max.map_or(1_000, |max| max.saturating_sub(first).saturating_add(1)).max(1);
    first.saturating_add(n % span)
}

/// A number of a scale, all its digits written out.
fn exact(n: i64, scale: u8, whole_digits: u32, min: Option<&str>, max: Option<&str>) -> String {
    let unit = 10_i128.pow(u32::from(scale));
    let largest = 10_i128.pow(whole_digits) * unit - 1;
    let scaled = |text: &str, up: bool| scaled(text, scale, up);
    let max = max.map_or(largest, |max| scaled(max, false).min(largest));
    let min = min.map_or_else(|| 0.min(max), |min| scaled(min, true));
    let roomy = (max - min) / unit >= 10;
    let step = if roomy { unit } else { 1 };
    let base = if roomy { min + unit + unit / 2 } else { min };
    let span = ((max - base) / step + 1).max(1);
    let value = base + i128::from(n) % span * step;
    let sign = if value < 0 { "-" } else { "" };
    let (whole, fraction) = (value.abs() / unit, value.abs() % unit);
    if scale == 0 {
        return format!("{sign}{whole}");
    }
    format!("{sign}{whole}.{fraction:0width$}", width = usize::from(scale))
}

/// A bound in units of the scale, rounded into the range where it has more digits.
fn scaled(text: &str, scale: u8, up: bool) -> i128 {
    let (negative, digits) = text.strip_prefix('-').map_or((false, text), |digits| (true, digits));
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let scale = usize::from(scale);
    let kept: String = fraction.chars().chain(std::iter::repeat('0')).take(scale).collect();
    let cut = fraction.chars().skip(scale).any(|digit| digit != '0');
    let value: i128 = format!("{whole}{kept}").parse().unwrap_or(0);
    let value = if negative { -value } else { value };
    match (cut, up, negative) {
        (true, true, false) => value + 1,
        (true, false, true) => value - 1,
        _ => value,
    }
}

fn parsed(text: Option<&str>) -> Option<f64> {
    text.and_then(|text| text.parse().ok())
}

#[expect(clippy::cast_precision_loss, reason = "small numbers only")]
fn float_within(n: usize, min: Option<f64>, max: Option<f64>) -> f64 {
    let min = min.unwrap_or_else(|| max.map_or(0.5, |max| max.min(0.5)));
    match max {
        None => min + n as f64 + 0.5,
        Some(max) => min + (max - min) * (n % 64) as f64 / 64.0,
    }
}

fn base64(n: usize, max: u64) -> String {
    use base64::Engine as _;
    let mut bytes = format!("sample {}", n + 1).into_bytes();
    bytes.truncate(usize::try_from(max).unwrap_or(usize::MAX));
    base64::engine::general_purpose::STANDARD.encode(bytes)
}

/// A picture of one dot: the smallest that a browser shows.
const PNG: &str = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==";

/// Bytes that are what the media type says, where that is easy.
fn content(accept: &[String], n: usize, max: u64) -> String {
    let size = PNG.len() as u64 / 4 * 3;
    if media_type(accept) == "image/png" && size <= max { PNG.to_owned() } else { base64(n, max) }
}

/// A media type that `accept` takes, also where it has a wildcard.
pub(super) fn media_type(accept: &[String]) -> String {
    match accept.first().map(String::as_str) {
        None | Some("*/*") => "text/plain".to_owned(),
        Some(kind) => match kind.strip_suffix("/*") {
            Some("image") => "image/png".to_owned(),
            Some("audio") => "audio/mpeg".to_owned(),
            Some("video") => "video/mp4".to_owned(),
            Some(family) => format!("{family}/plain"),
            None => kind.to_owned(),
        },
    }
}

/// What the name of such a file ends with.
pub(super) fn extension(accept: &[String]) -> String {
    let media_type = media_type(accept);
    match media_type.rsplit('/').next().unwrap_or("bin") {
        "plain" => "txt".to_owned(),
        "jpeg" => "jpg".to_owned(),
        other => other.split(['+', '.', ';']).next().unwrap_or("bin").to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn a_file_has_a_media_type_that_a_wildcard_accepts() {
        let of = |types: &[&str]| media_type(&types.iter().map(|each| (*each).to_owned()).collect::<Vec<_>>());
        assert_eq!(of(&["image/*"]), "image/png");
        assert_eq!(of(&["application/pdf", "image/*"]), "application/pdf");
        assert_eq!(of(&["*/*"]), of(&[]));
    }

    #[test]
    fn the_texts_of_a_pattern_differ_and_count_in_their_last_places() {
        let texts: Vec<String> = (0..3).filter_map(|n| matching("^[A-Z]{3}-[0-9]{4}$", n)).collect();
        assert_eq!(texts, ["AAA-0000", "AAA-0001", "AAA-0002"]);
        let many: HashSet<Option<String>> = (0..300).map(|n| matching(r"^\+?[0-9 ]{6,20}$", n)).collect();
        assert_eq!(many.len(), 300);
        assert_eq!(matching("(?<!a)b", 0), None);
    }

    #[test]
    fn exact_numbers_keep_to_their_bounds_and_have_all_digits() {
        assert_eq!(exact(0, 2, 4, Some("0"), None), "1.50");
        assert_eq!(exact(3, 2, 4, Some("0"), None), "4.50");
        assert_eq!(exact(1, 4, 0, Some("-0.5"), Some("0.5")), "-0.4999");
        assert_eq!(exact(7, 0, 15, None, Some("3")), "3");
        assert_eq!(exact(7, 0, 15, Some("0"), Some("0")), "0");
        assert_eq!(scaled("1.005", 2, true), 101);
        assert_eq!(scaled("-1.005", 2, false), -101);
    }
}
