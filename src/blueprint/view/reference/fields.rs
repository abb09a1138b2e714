//! Rows of the tables of fields: what a row tells, what an input must be, what a list may be filtered by.

use serde_json::{Value, json};

use super::limits::must_be;
use super::notes::Notes;
use crate::blueprint::view::contracts::{self, Member};
use crate::blueprint::view::{field, relation};
use crate::render::markdown::{code, escape};
use crate::spec::Model;
use crate::spec::model::{Entity, Field, FieldKind, Relation};
use crate::spec::naming::column;

/// What a row tells besides what every row does.
pub(super) fn outputs(model: &Model, entity: &Entity, gateway: bool, notes: &mut Notes) -> Vec<Value> {
    let common = contracts::common_package(model, model.service(entity.service));
    let told = entity.fields.iter().map(|each| {
        (&each.name, plain_type(model, &each.kind, false), is_nullable(each), &each.description, remark(each))
    });
    let related = entity.relations.iter().map(|each| {
        let many = relation::is_many(each);
        let kind = if many { "Reference[]" } else { "Reference" };
        (
            &each.name,
            kind.to_owned(),
            !many && !each.required,
            &each.description,
            Some(format!("{}.", capitalized(&points_to(model, entity, each)))),
        )
    });
    contracts::outputs(model, entity, &common)
        .iter()
        .zip(told.chain(related))
        .map(|(member, (name, kind, nullable, description, remark))| {
            json!({
                "field": code(&member.name),
                "type": code(&proto_type(member, &common)),
                "plain": gateway.then(|| plain(name, &kind, nullable)),
                "meaning": meaning(notes, &member.name, description, remark),
            })
        })
        .collect()
}

/// What a new row is made of, and what may be changed of it.
pub(super) fn inputs(model: &Model, entity: &Entity, gateway: bool, notes: &mut Notes) -> Vec<Value> {
    let common = contracts::common_package(model, model.service(entity.service));
    let members = contracts::inputs(model, entity, &common);
    let (fields, relations) = members.split_at(entity.fields.len());
    let mut rows = Vec::with_capacity(members.len());
    for (member, each) in fields.iter().zip(&entity.fields) {
        let kind = plain_type(model, &each.kind, true);
        let must = match &each.kind {
            FieldKind::String { pattern: Some(pattern), .. } => {
                notes.add(&member.name, format!("matches {}", code(pattern)));
                format!("{}, a pattern", must_be(model, each))
            }
            _ => must_be(model, each),
        };
        rows.push(json!({
            "field": code(&member.name),
            "type": code(&proto_type(member, &common)),
            "plain": gateway.then(|| plain(&each.name, &kind, is_nullable(each))),
            "required": required(each, &member.name, notes),
            "must": must,
        }));
    }
    for (member, each) in relations.iter().zip(&entity.relations) {
        let many = relation::is_many(each);
        let kind = if many { "string[]" } else { "string" };
        let what = points_to(model, entity, each);
        rows.push(json!({
            "field": code(&member.name),
            "type": code(&proto_type(member, &common)),
            "plain": gateway.then(|| plain(&relation::input_name(each), kind, !many && !each.required)),
            "required": if each.required { "yes" } else { "no" },
            "must": if many { format!("ids of {what}, up to 500") } else { format!("id of {what}") },
        }));
    }
    rows
}

/// What a list may be filtered by.
pub(super) fn filters(model: &Model, entity: &Entity) -> Vec<Value> {
    contracts::filters(model, entity)
        .into_iter()
        .map(|(name, zod)| {
            json!({ "field": code(&column(&name)), "plain": code(&name), "conditions": conditions(&zod) })
        })
        .collect()
}

/// The conditions that a filter's schema lets through.
fn conditions(zod: &str) -> &'static str {
    match zod.split('(').next().unwrap_or_default() {
        "textFilter" => "`equals`, `in`, `contains`, `is_null`",
        "rangeFilter" => "`equals`, `from`, `to`, `is_null`",
        "choiceFilter" => "`equals`, `in`, `is_null`",
        "booleanFilter" => "`equals` (`true` or `false`), `is_null`",
        _ => "`is_null`",
    }
}

/// `optional Reference`, without the package that everyone has.
fn proto_type(member: &Member, common: &str) -> String {
    let bare = member.kind.strip_prefix(common).and_then(|rest| rest.strip_prefix('.'));
    let kind = bare.unwrap_or(&member.kind).replace("google.protobuf.", "");
    if member.label.is_empty() { kind } else { format!("{} {kind}", member.label) }
}

/// Whether its type does not include null by itself.
fn is_nullable(each: &Field) -> bool {
    field::is_nullable(each) && !matches!(each.kind, FieldKind::Json)
}

/// `bornOn: string`, as JSON has it.
fn plain(name: &str, kind: &str, nullable: bool) -> String {
    let or_null = if nullable { r" \| null" } else { "" };
    format!("`{name}: {kind}{or_null}`")
}

/// The type in TypeScript, on the way through the gateway.
fn plain_type(model: &Model, kind: &FieldKind, input: bool) -> String {
    match kind {
        FieldKind::Int { .. } | FieldKind::Float { .. } => "number".to_owned(),
        FieldKind::Boolean => "boolean".to_owned(),
        FieldKind::Json => "unknown".to_owned(),
        FieldKind::File { .. } if input => "FileContent".to_owned(),
        FieldKind::File { .. } => "FileInfo".to_owned(),
        FieldKind::Enum { id } => model.enumeration(*id).names.one.pascal.clone(),
        _ => "string".to_owned(),
    }
}

fn required(each: &Field, row: &str, notes: &mut Notes) -> String {
    match field::input_default(each) {
        None => "yes".to_owned(),
        Some(_) if each.default.is_none() => "no".to_owned(),
        Some(default) => format!("no: {}", notes.code(row, "by default", &default)),
    }
}

fn meaning(notes: &mut Notes, row: &str, description: &str, remark: Option<String>) -> String {
    let words = notes.cell(row, &field::with_full_stop(description.trim()));
    match (description.trim().is_empty(), remark) {
        (true, remark) => remark.unwrap_or_default(),
        (false, None) => words,
        (false, Some(remark)) => format!("{words} {remark}"),
    }
}

/// What the type does not say of a value.
fn remark(each: &Field) -> Option<String> {
    let unit = each.unit.as_ref().map(|unit| format!("In {}.", escape(unit)));
    match &each.kind {
        FieldKind::Decimal { .. } => Some(unit.unwrap_or_else(|| "A decimal number.".to_owned())),
        FieldKind::Money { currency, .. } => Some(format!("In {currency}.")),
        FieldKind::Date => Some("A day: `2026-05-02`.".to_owned()),
        FieldKind::Time => Some("A time of day: `10:30:00`.".to_owned()),
        FieldKind::Duration => Some("ISO 8601: `PT20M`.".to_owned()),
        FieldKind::Json => Some("JSON.".to_owned()),
        FieldKind::Enum { .. } | FieldKind::Boolean => None,
        _ => unit,
    }
}

/// `an [Owner](clinic.md#ownersservice)`
fn points_to(model: &Model, entity: &Entity, each: &Relation) -> String {
    let target = model.entity(each.target);
    let page = if target.service == entity.service {
        String::new()
    } else {
        format!("{}.md", model.service(target.service).names.one.kebab)
    };
    let anchor = target.names.many.pascal.to_lowercase();
    let names = if relation::is_many(each) { &target.names.many } else { &target.names.one };
    let phrase = escape(&names.phrase);
    let article = contracts::article(&names.phrase);
    let article = if relation::is_many(each) { String::new() } else { format!("{article} ") };
    format!("{article}[{phrase}]({page}#{anchor}service)")
}

/// Begins as a sentence does; a link begins with its bracket.
fn capitalized(text: &str) -> String {
    let bracket = if text.starts_with('[') { "[" } else { "" };
    let mut letters = text[bracket.len()..].chars();
    let first: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
    format!("{bracket}{first}{}", letters.as_str())
}
