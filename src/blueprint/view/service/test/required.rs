//! What a row must be given, in values that differ from row to row where they must or may.

use serde_json::{Value, json};

use super::targets::new_target;
use super::values::message;
use crate::blueprint::view::{field, relation, sample};
use crate::spec::model::{Entity, Field, FieldKind};
use crate::spec::{Model, naming};

/// How many values of a pattern are listed, where no expression tells them.
const POOL: usize = 120;

/// Digits before the point that leave room to count.
const ROOM: u8 = 4;

/// Stands for the number that counts up, until it is known whether anything counts.
pub(super) const COUNT: char = '\u{1}';

pub(super) struct Least {
    pub(super) least: Vec<String>,
    pub(super) pools: Vec<Value>,
}

/// What a row must be given; values that must differ count up.
pub(super) fn least(model: &Model, entity: &Entity) -> Least {
    let mut least = Vec::new();
    let mut pools = Vec::new();
    for each in entity.fields.iter().filter(|each| each.required && each.default.is_none()) {
        let value = counting(model, each, &mut pools);
        least.push(format!("{}: {value}", each.name));
    }
    for each in entity.relations.iter().filter(|each| each.required) {
        let input = relation::input_name(each);
        let value = if each.across_services { "randomUUID()".to_owned() } else { new_target(model, each) };
        least.push(format!("{input}: input.{input} ?? {value}"));
    }
    Least { least, pools }
}

/// The value of a field as a message takes it, as an expression of `n` where it must or may differ.
fn counting(model: &Model, each: &Field, pools: &mut Vec<Value>) -> String {
    match &each.kind {
        FieldKind::String { pattern: Some(_), .. } if each.unique => patterned(model, each, pools),
        FieldKind::String { pattern: None, min, max } | FieldKind::Text { min, max } => {
            numbered(&each.label, *min, *max)
        }
        FieldKind::Email => format!("`person.${{{COUNT}}}@example.com`"),
        FieldKind::Url if each.unique => format!("`https://example.com/${{{COUNT}}}`"),
        FieldKind::Uuid if each.unique => "randomUUID()".to_owned(),
        FieldKind::Int { min, .. } if each.unique => offset(min.map(i64::from)),
        FieldKind::Long { min, .. } if each.unique => format!("String({})", offset(*min)),
        FieldKind::Decimal { precision, scale, min, max: None } if each.unique && precision - scale >= ROOM => {
            exact(min.as_deref(), *scale)
        }
        FieldKind::Money { scale, min, max: None, .. } if each.unique => exact(min.as_deref(), *scale),
        FieldKind::Float { min: None, max: None } if each.unique => COUNT.to_string(),
        FieldKind::Date if each.unique => {
            format!("new Date(Date.UTC(2026, 0, {COUNT})).toISOString().slice(0, 10)")
        }
        FieldKind::DateTime if each.unique => format!("timestampFromDate(new Date(Date.UTC(2026, 0, 1, 0, {COUNT})))"),
        FieldKind::Duration if each.unique => format!("`PT${{{COUNT}}}S`"),
        FieldKind::Time if each.unique => {
            format!("new Date(Date.UTC(2026, 0, 1, 0, 0, {COUNT})).toISOString().slice(11, 19)")
        }
        FieldKind::Decimal { .. } | FieldKind::Money { .. } | FieldKind::Float { .. } if each.unique => {
            pool(model, each, pools)
        }
        _ => message(model, each, &sample::value(model, each, 0)),
    }
}

/// An exact number that counts up from its least.
fn exact(min: Option<&str>, scale: u8) -> String {
    let whole = min.and_then(|min| min.split('.').next()?.parse::<i64>().ok()).unwrap_or(0);
    let zeros = "0".repeat(usize::from(scale));
    if scale == 0 {
        return format!("String({})", offset(Some(whole)));
    }
    format!("`${{{}}}.{zeros}`", offset(Some(whole)))
}

fn offset(min: Option<i64>) -> String {
    match min {
        None | Some(0 | 1) => COUNT.to_string(),
        Some(min) => format!("{} + {COUNT}", field::literal(&json!(min))),
    }
}

fn numbered(label: &str, min: u32, max: u32) -> String {
    const NUMBER: usize = 4;
    let room = (max as usize).saturating_sub(NUMBER);
    let short = label.chars().count() < room;
    let value = if short {
        format!("`{} ${{{COUNT}}}`", label.replace(['`', '\\', '$'], ""))
    } else if max as usize >= NUMBER {
        format!("String({COUNT})")
    } else {
        format!("String({COUNT} % {})", 10_usize.pow(max))
    };
    if min > 1 && !(short && label.chars().count() + 2 >= min as usize) {
        let value = if value.starts_with('`') { value } else { format!("({value})") };
        return format!("{value}.padEnd({min}, 'x')");
    }
    value
}

/// A pattern's values that only count up are told by an expression, others by a list.
fn patterned(model: &Model, each: &Field, pools: &mut Vec<Value>) -> String {
    let all: Vec<String> =
        (1..=POOL).filter_map(|n| sample::value(model, each, n).as_str().map(str::to_owned)).collect();
    let first = all.first().cloned().unwrap_or_default();
    let digits = first.chars().rev().take_while(char::is_ascii_digit).count();
    let prefix: String = first.chars().take(first.chars().count() - digits).collect();
    let counts =
        digits >= 2 && all.iter().enumerate().all(|(at, value)| *value == format!("{prefix}{:0digits$}", at + 1));
    if counts && prefix.chars().all(|letter| !matches!(letter, '`' | '\\' | '$')) {
        let number = format!("String({COUNT}).padStart({digits}, '0')");
        return if prefix.is_empty() { number } else { format!("`{prefix}${{{number}}}`") };
    }
    pool(model, each, pools)
}

fn pool(model: &Model, each: &Field, pools: &mut Vec<Value>) -> String {
    let values: Vec<Value> = (1..=POOL).map(|n| sample::value(model, each, n)).collect();
    let name = format!("{}_VALUES", naming::column(&each.name).to_ascii_uppercase());
    let index = format!("{name}[{COUNT} % {name}.length]");
    let is_text = values.iter().all(Value::is_string);
    pools.push(json!({ "name": name, "values": values.iter().map(|value| value.as_str().map_or_else(|| value.to_string(), str::to_owned)).collect::<Vec<_>>() }));
    if is_text { format!("{index} ?? ''") } else { format!("Number({index})") }
}
