//! Values that fit a field, made up for tests and demos: always the same ones, with no clock and no chance.

mod pattern;

use serde_json::{Value, json};

use super::{
    model::{Enum, Field, FieldKind},
    naming,
    value::{MONEY_PRECISION, length, normalize},
};

/// The `n`th value that fits a field, as the kind's JSON (see [`Field::default`]). Distinct `n` give distinct values as
/// far as the kind has that many; the field's `example` comes first.
///
/// None for a file, and for a text whose pattern nothing could be made up for: the spec then asks for an `example`, which
/// is used again and again where the field is not unique.
pub fn sample(field: &Field, enums: &[Enum], n: usize) -> Option<Value> {
    let Some(example) = &field.example else { return made_up(field, enums, n) };
    if n == 0 {
        return Some(example.clone());
    }
    let before = (0..n).any(|earlier| made_up(field, enums, earlier).as_ref() == Some(example));
    let made_up = made_up(field, enums, if before { n } else { n - 1 });
    made_up.or_else(|| (!field.unique).then(|| example.clone()))
}

fn made_up(field: &Field, enums: &[Enum], n: usize) -> Option<Value> {
    let value = value(field, enums, n)?;
    normalize(&value, &field.kind, enums)
        .ok()
        .or_else(|| matches!(field.kind, FieldKind::Bytes { .. }).then_some(value))
}

fn value(field: &Field, enums: &[Enum], n: usize) -> Option<Value> {
    Some(match &field.kind {
        FieldKind::String { min, max, pattern: Some(pattern) } => json!(pattern::matching(pattern, n, *min, *max)?),
        FieldKind::String { min, max, pattern: None } | FieldKind::Text { min, max } => {
            json!(words(&field.label, n, *min, *max))
        }
        FieldKind::Int { min, max } => {
            let range = (min.map_or(i32::MIN.into(), i128::from), max.map_or(i32::MAX.into(), i128::from));
            json!(i64::try_from(whole(range, 1, n)).ok()?)
        }
        FieldKind::Long { min, max } => {
            let range = (min.map_or(i64::MIN.into(), i128::from), max.map_or(i64::MAX.into(), i128::from));
            json!(i64::try_from(whole(range, 1, n)).ok()?.to_string())
        }
        FieldKind::Decimal { precision, scale, min, max } => {
            json!(decimal(*precision, *scale, min.as_deref(), max.as_deref(), n))
        }
        FieldKind::Money { scale, min, max, .. } => {
            json!(decimal(MONEY_PRECISION, *scale, min.as_deref(), max.as_deref(), n))
        }
        FieldKind::Float { min, max } => json!(decimal(15, 2, min.as_deref(), max.as_deref(), n).parse::<f64>().ok()?),
        FieldKind::Boolean => json!(n.is_multiple_of(2)),
        FieldKind::Date => json!((jiff::civil::date(2026, 1, 1) + days(n)).to_string()),
        FieldKind::Time => json!(format!("{:02}:{:02}:00", (8 + n / 60) % 24, n % 60)),
        FieldKind::DateTime => {
            let moment = jiff::civil::date(2026, 1, 1).at(9, 0, 0, 0)
                + jiff::Span::new().hours(i64::try_from(n % 100_000).ok()?);
            json!(moment.strftime("%Y-%m-%dT%H:%M:%S.000Z").to_string())
        }
        FieldKind::Duration => json!(duration(n + 1)),
        FieldKind::Uuid => json!(format!("00000000-0000-4000-8000-{:012x}", n + 1)),
        FieldKind::Json => json!({ "sample": n + 1 }),
        FieldKind::Bytes { max } => json!(bytes(n, *max)),
        FieldKind::File { .. } => return None,
        FieldKind::Email => json!(format!("{}{}@example.com", naming::column(&field.name).replace('_', "."), n + 1)),
        FieldKind::Url => json!(format!("https://example.com/{}", n + 1)),
        FieldKind::Enum { id } => {
            let values = &enums.get(id.0)?.values;
            json!(values.get(n % values.len().max(1))?.value)
        }
    })
}

/// `Name 1`, made shorter or longer to fit.
fn words(label: &str, n: usize, min: u32, max: u32) -> String {
    let number = (n + 1).to_string();
    let room = (max as usize).saturating_sub(number.len() + 1);
    if room < 2 {
        return letters(n, min.max(1), max);
    }
    let mut label = label.to_owned();
    while length(&label) > room {
        label.pop();
    }
    let mut text = format!("{} {number}", label.trim_end());
    let missing = (min as usize).saturating_sub(length(&text));
    text.insert_str(0, &"x".repeat(missing));
    text
}

/// `a`, `b`, …: where there is room for little else.
fn letters(n: usize, min: u32, max: u32) -> String {
    const LETTERS: &[u8] = b"abcdefghijklmnopqrstuvwxyz0123456789";
    let (mut rest, mut text) = (n, String::new());
    while text.len() < max as usize && (rest > 0 || text.len() < min as usize) {
        text.insert(0, LETTERS[rest % LETTERS.len()].into());
        rest /= LETTERS.len();
    }
    text
}

/// From 1 upwards if 1 is within the range, else from its lower end; around again when it is used up.
fn whole((low, high): (i128, i128), step: i128, n: usize) -> i128 {
    let start = if low <= step && step <= high { step } else { low.max(high - 999 * step) };
    let steps = (high - start) / step + 1;
    start + (n as i128 % steps) * step
}

fn decimal(precision: u8, scale: u8, min: Option<&str>, max: Option<&str>, n: usize) -> String {
    let one = 10_i128.pow(scale.into());
    let units = |text: &str| -> Option<i128> {
        let decimal = super::decimal::Decimal::parse(text)?;
        decimal.with_scale(scale.into()).replace('.', "").parse().ok()
    };
    let widest = 10_i128.pow(precision.into()) - 1;
    let low = min.and_then(units).unwrap_or(-widest).max(-widest);
    let high = max.and_then(units).unwrap_or(widest).min(widest);
    let step = if (high - low) / one >= 100 { one } else { 1 };
    let value = whole((low, high.max(low)), step, n);
    let sign = if value < 0 { "-" } else { "" };
    let (whole, fraction) = (value.abs() / one, value.abs() % one);
    if scale == 0 {
        format!("{sign}{whole}")
    } else {
        format!("{sign}{whole}.{fraction:0width$}", width = scale.into())
    }
}

fn days(n: usize) -> jiff::Span {
    jiff::Span::new().days(i64::try_from(n % 100_000).unwrap_or_default())
}

/// In the units in which PostgreSQL tells it.
fn duration(minutes: usize) -> String {
    match (minutes / 60, minutes % 60) {
        (0, minutes) => format!("PT{minutes}M"),
        (hours, 0) => format!("PT{hours}H"),
        (hours, minutes) => format!("PT{hours}H{minutes}M"),
    }
}

fn bytes(n: usize, max: u64) -> String {
    use base64::Engine;
    let all = (n + 1).to_be_bytes();
    let keep = usize::try_from(max).unwrap_or(all.len()).min(all.len());
    base64::engine::general_purpose::STANDARD.encode(&all[all.len() - keep..])
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::spec::load;

    const SHOP: &str = include_str!("../../tests/fixtures/specs/shop.yaml");
    const CLINIC: &str = include_str!("../../tests/fixtures/specs/clinic.yaml");

    #[test]
    fn every_field_of_the_main_specs_has_values_that_fit_and_differ() {
        for spec in [SHOP, CLINIC] {
            let (_, model) = load(spec, "fountane.yaml").unwrap();
            for field in model.entities.iter().flat_map(|entity| &entity.fields) {
                if matches!(field.kind, FieldKind::File { .. } | FieldKind::Bytes { .. }) {
                    continue;
                }
                let values: Vec<Value> = (0..30).map(|n| sample(field, &model.enums, n).unwrap()).collect();
                for value in &values {
                    assert_eq!(normalize(value, &field.kind, &model.enums).as_ref(), Ok(value), "{}", field.name);
                }
                let distinct: HashSet<String> = values.iter().map(ToString::to_string).collect();
                if !matches!(field.kind, FieldKind::Boolean | FieldKind::Enum { .. }) {
                    assert_eq!(distinct.len(), 30, "{}: {values:?}", field.name);
                }
            }
        }
    }

    #[test]
    fn made_up_values_look_like_what_they_are() {
        let (_, model) = load(SHOP, "fountane.yaml").unwrap();
        let product = &model.entities[3];
        let rows = product.fields.iter().map(|field| {
            let values: Vec<String> = (0..2)
                .map(|n| sample(field, &model.enums, n).map_or("—".to_owned(), |value| value.to_string()))
                .collect();
            format!("{}: {}", field.name, values.join(", "))
        });
        insta::assert_snapshot!(rows.collect::<Vec<_>>().join("\n"), @r#"
        name: "Name 1", "Name 2"
        sku: "ROP-0012", "AAA-0000"
        description: "Description 1", "Description 2"
        price: "1.00", "2.00"
        condition: "new", "refurbished"
        weight: "1.000", "2.000"
        stock: 1, 2
        views: 1, 2
        available: true, false
        attributes: {"sample":1}, {"sample":2}
        photo: —, —
        thumbnail: "AAAAAAAAAAE=", "AAAAAAAAAAI="
        barcode: "00000000-0000-4000-8000-000000000001", "00000000-0000-4000-8000-000000000002"
        "#);
    }

    #[test]
    fn tight_bounds_are_kept() {
        assert_eq!(
            (0..3).map(|n| decimal(3, 2, Some("0.98"), Some("1"), n)).collect::<Vec<_>>(),
            ["0.98", "0.99", "1.00"]
        );
        assert_eq!((0..3).map(|n| whole((-5, -4), 1, n)).collect::<Vec<_>>(), [-5, -4, -5]);
        assert_eq!(words("A long label", 7, 1, 6), "A lo 8");
        assert_eq!(
            [words("Name", 0, 1, 1), words("Name", 30, 1, 2), words("Name", 0, 10, 20)],
            ["a", "4", "xxxxName 1"]
        );
    }
}
