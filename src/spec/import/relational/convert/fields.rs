//! Columns to fields.

use std::collections::HashMap;

use super::{Converter, bounds, enums, initial, words};
use crate::spec::direction;
use crate::spec::{
    document::Field,
    import::{
        NoteKind,
        database_name::is_database_name,
        relational::schema::{Column, Fact, Initial, Kind, Table},
    },
    naming,
};

/// A `string` is one line; what is longer becomes a `text`.
const LONGEST_STRING: u64 = 10_000;
/// The longest `text`.
const LONGEST_TEXT: u64 = 1_000_000;
/// The largest value kept in the row, in bytes.
const LARGEST_BYTES: u64 = 10 << 20;
/// Digits of a number for which none are said, and those behind the point.
const DIGITS: (u8, u8) = (28, 10);
/// Fields and relations of an entity.
pub(super) const MOST_MEMBERS: usize = 200;

/// Every field of an entity.
pub(super) fn convert(at: usize, converter: &mut Converter) {
    let table_at = converter.drafts[at].table;
    let mut table = std::mem::take(&mut converter.tables[table_at]);
    let columns = std::mem::take(&mut table.columns);
    converter.tables[table_at].columns.clone_from(&columns);
    let facts = facts(&mut table, &columns, converter);
    let relations = converter.links[table_at].len();
    for column in &columns {
        let lower = column.name.to_ascii_lowercase();
        let is_key = converter.links[table_at]
            .iter()
            .any(|link| link.key.columns.iter().any(|one| one.eq_ignore_ascii_case(&column.name)));
        if is_key || converter.given[table_at].contains_key(&lower) {
            left_out(column, &table, is_key, facts.contains_key(&lower), converter);
            continue;
        }
        let what = format!("{} `{}.{}`", converter.terms.column, table.name.name, column.name);
        if let Kind::Internal(why) = column.kind {
            converter.notes.dropped(column.span, what, why);
            continue;
        }
        if converter.drafts[at].entity.fields.len() + relations >= MOST_MEMBERS {
            converter.notes.dropped(
                column.span,
                what,
                format!("an entity has at most {MOST_MEMBERS} fields and relations"),
            );
            continue;
        }
        let empty = Vec::new();
        one(at, column, &table, facts.get(&lower).unwrap_or(&empty), converter);
    }
    table.columns = columns;
    converter.tables[table_at] = table;
}

/// What is said about a column that is no field, and so is not said of anything.
fn left_out(column: &Column, table: &Table, is_key: bool, has_facts: bool, converter: &mut Converter) {
    let place = || format!("`{}.{}`", table.name.name, column.name);
    let notes = &mut converter.notes;
    let (span, kind) = (column.span, NoteKind::NotCarried);
    if has_facts {
        notes.grouped(
            span,
            kind,
            "conditions on keys and on what every row has:",
            place(),
            "check them in the service",
        );
    }
    if is_key && column.default.is_some() {
        notes.grouped(
            span,
            kind,
            "defaults of foreign keys:",
            place(),
            "a relation has none; give it where the row is made",
        );
    }
    if !is_key && let Some(comment) = &column.comment {
        let comment: String = comment.chars().take(80).collect();
        notes.grouped(span, kind, "comments on what every row has:", format!("{} ({comment})", place()), "left out");
    }
}

/// What conditions say, by column; those that say something else are told.
fn facts(table: &mut Table, columns: &[Column], converter: &mut Converter) -> HashMap<String, Vec<Fact>> {
    let mut by_column: HashMap<String, Vec<Fact>> = HashMap::new();
    for check in std::mem::take(&mut table.checks) {
        let known = check.facts.as_ref().is_some_and(|facts| {
            facts.iter().all(|fact| columns.iter().any(|column| column.name.eq_ignore_ascii_case(fact.column())))
        });
        if !known {
            converter.notes.dropped(
                check.span,
                format!("the condition `{}` of `{}`", check.written, table.name.name),
                "the spec has bounds and lists of values only; tell it as a rule",
            );
            continue;
        }
        for fact in check.facts.unwrap_or_default() {
            by_column.entry(fact.column().to_ascii_lowercase()).or_default().push(fact);
        }
    }
    by_column
}

fn one(at: usize, column: &Column, table: &Table, facts: &[Fact], converter: &mut Converter) {
    let name = name(at, column, table, converter);
    let key = std::slice::from_ref(&column.name);
    let is_unique = table.is_key(key);
    let mut choices = None;
    let mut field = shape(column, table, is_unique, converter);
    let mut rest: Vec<&Fact> = Vec::new();
    for fact in facts {
        let Fact::OneOf(_, values) = fact else {
            rest.push(fact);
            continue;
        };
        if choices.is_none() && is_listed(&field, values) {
            let entity = converter.drafts[at].name.clone();
            let named = enums::inline(&entity, &name, values, column.span, converter);
            field = Field::of(&named.name);
            choices = Some(named);
        } else if field.kind == "int" && is_yes_or_no(values) {
            field = Field::of("boolean");
        } else if let Some((low, high)) = range(&field, values) {
            field.min = Some(low.into());
            field.max = Some(high.into());
        } else {
            rest.push(fact);
        }
    }
    if let Kind::Choice(values) = &column.kind {
        if values.is_empty() || values.len() > enums::MOST_VALUES {
            let what = format!("the values of `{}.{}`", table.name.name, column.name);
            converter.notes.dropped(column.span, what, "there are too many, or none; an entity suits better");
        } else if choices.is_none() {
            let entity = converter.drafts[at].name.clone();
            let named = enums::inline(&entity, &name, values, column.span, converter);
            field = Field::of(&named.name);
            choices = Some(named);
        }
    }
    if let Kind::Enum(written) = &column.kind
        && let Some(named) = converter.named_enums.get(&written.written().to_ascii_lowercase())
    {
        field = Field::of(&named.name);
        choices = Some(named.clone());
    }
    field.required = column.required;
    let can_be_unique = !matches!(field.kind.as_str(), "text" | "file" | "bytes" | "json");
    field.unique = is_unique && can_be_unique;
    if is_unique && !can_be_unique {
        let what = format!("`unique` of `{}.{}`", table.name.name, column.name);
        converter.notes.dropped(column.span, what, format!("a `{}` cannot be unique", field.kind));
    }
    if table.is_in_primary_key(&column.name) && table.primary_key.as_ref().is_some_and(|key| key.columns.len() == 1) {
        converter.notes.grouped(
            column.span,
            NoteKind::Changed,
            "primary keys:",
            format!("`{}.{}`", table.name.name, column.name),
            "every row has an `id` of its own; these stay fields, each required and unique",
        );
    }
    for fact in rest {
        if let Err(why) = bounds::apply(fact, &mut field) {
            let what = format!("a condition of `{}.{}`", table.name.name, column.name);
            converter.notes.dropped(column.span, what, why);
        }
    }
    apply_initial(column, table, &mut field, choices.as_ref(), converter);
    field.description = column.comment.as_deref().and_then(words::description);
    if !column.name.is_ascii() {
        field.label = Some(
            column.name.chars().filter(|letter| !letter.is_control() && !direction::turns(*letter)).take(60).collect(),
        );
    }
    field.column = kept_column(&column.name, &naming::column(&name), at, converter);
    let draft = &mut converter.drafts[at];
    draft.by_column.insert(column.name.to_ascii_lowercase(), name.clone());
    draft.entity.fields.insert(name, field);
}

/// The database's own name, where it differs from the one that follows from the member's.
pub(super) fn kept_column(written: &str, default: &str, at: usize, converter: &mut Converter) -> Option<String> {
    if !converter.terms.is_database {
        return None;
    }
    let database = words::database(written);
    let taken = &mut converter.drafts[at].columns;
    let is_free = |name: &String| is_database_name(name) && !is_row_column(name) && !taken.contains(name);
    let numbered = (2..).map(|number| naming::identifier(&[default.to_owned(), number.to_string()]));
    let mut candidates = [database, default.to_owned()].into_iter().chain(numbered);
    let chosen = candidates.find(is_free).unwrap_or_else(|| default.to_owned());
    taken.insert(chosen.clone());
    let table = &converter.tables[converter.drafts[at].table];
    if table.column(written).is_some_and(|column| column.member.as_deref() == Some(written)) {
        return (chosen != default).then_some(chosen);
    }
    if chosen != written {
        converter.drafts[at].respelled.push((written.to_owned(), chosen.clone()));
    }
    (chosen != default).then_some(chosen)
}

/// Columns that every row has.
fn is_row_column(name: &str) -> bool {
    matches!(name, "id" | "version" | "created_at" | "updated_at" | "deleted_at" | "tenant_id")
}

fn name(at: usize, column: &Column, table: &Table, converter: &mut Converter) -> String {
    let plain = words::member(column.member.as_deref().unwrap_or(&column.name));
    let is_number = matches!(column.kind, Kind::Int { .. } | Kind::Decimal(_) | Kind::Float);
    let suffix = if is_number { "Number" } else { "Label" };
    let name = converter.drafts[at].members.claim(&[plain.clone(), format!("{plain}{suffix}")]);
    if name != plain {
        converter.notes.changed(
            column.span,
            format!("{} `{}.{}`", converter.terms.column, table.name.name, column.name),
            format!("called `{name}`, because every row, every object or another field has a `{plain}` already"),
        );
    }
    name
}

fn shape(column: &Column, table: &Table, is_unique: bool, converter: &mut Converter) -> Field {
    let place = format!("`{}.{}`", table.name.name, column.name);
    let notes = &mut converter.notes;
    match &column.kind {
        Kind::Line(Some(length)) if *length > LONGEST_STRING => {
            Field { max: Some((*length).min(LONGEST_TEXT).into()), ..Field::of("text") }
        }
        Kind::Line(Some(length)) if *length > 0 => Field { max: Some((*length).into()), ..Field::of("string") },
        Kind::Line(_) => {
            notes.grouped(
                column.span,
                NoteKind::Changed,
                "texts for which no length is said:",
                place,
                "a `string` of one line with at most 255 characters; write `type: text` where that is too short",
            );
            Field::of("string")
        }
        Kind::Prose if is_unique || words::is_one_line(&column.name) => {
            notes.grouped(
                column.span,
                NoteKind::Changed,
                "texts without a limit that are names, codes or unique:",
                place,
                "a `string` of one line with at most 255 characters; write `type: text` where that is too short",
            );
            Field::of("string")
        }
        Kind::Prose => Field::of("text"),
        Kind::Int { is_long, is_unsigned } => {
            let min = is_unsigned.then(|| 0.into());
            Field { min, ..Field::of(if *is_long { "long" } else { "int" }) }
        }
        Kind::Decimal(None) => {
            notes.grouped(
                column.span,
                NoteKind::Changed,
                "numbers without a number of digits:",
                place,
                format!("a `decimal` with {} digits, {} of them behind the point", DIGITS.0, DIGITS.1),
            );
            Field { precision: Some(DIGITS.0), scale: Some(DIGITS.1), ..Field::of("decimal") }
        }
        Kind::Decimal(Some((precision, scale))) => {
            let kept = u8::try_from((*precision).clamp(1, 38)).unwrap_or(38);
            let kept_scale = u8::try_from((*scale).clamp(0, i64::from(kept))).unwrap_or(0);
            if u64::from(kept) != *precision || i64::from(kept_scale) != *scale {
                notes.changed(
                    column.span,
                    place,
                    format!("a `decimal` with {kept} digits, {kept_scale} of them behind the point"),
                );
            }
            Field { precision: Some(kept), scale: Some(kept_scale), ..Field::of("decimal") }
        }
        Kind::Float => Field::of("float"),
        Kind::Boolean => Field::of("boolean"),
        Kind::Date => Field::of("date"),
        Kind::Time => Field::of("time"),
        Kind::Moment => Field::of("datetime"),
        Kind::Duration => Field::of("duration"),
        Kind::Email => Field::of("email"),
        Kind::Url => Field::of("url"),
        Kind::Uuid => Field::of("uuid"),
        Kind::Json => Field::of("json"),
        Kind::File => Field::of("file"),
        Kind::Bytes(size) => {
            let max_size = size.map(|size| format!("{}B", size.clamp(1, LARGEST_BYTES)));
            Field { max_size, ..Field::of("bytes") }
        }
        Kind::Choice(_) | Kind::Enum(_) => Field::of("string"),
        Kind::Foreign { kept_as, why } => {
            notes.changed(
                column.span,
                format!("the type `{}` of {place}", column.written),
                format!("a `{kept_as}`, because {why}"),
            );
            Field::of(kept_as)
        }
        Kind::Internal(_) | Kind::Unknown => {
            notes.changed(
                column.span,
                format!("the type `{}` of {place}", column.written),
                "a `text`, because the source does not say what it is",
            );
            Field::of("text")
        }
    }
}

/// Whether the values can be those of an enum.
fn is_listed(field: &Field, values: &[String]) -> bool {
    let is_number = |value: &String| value.parse::<f64>().is_ok();
    matches!(field.kind.as_str(), "string" | "text")
        && !values.is_empty()
        && values.len() <= enums::MOST_VALUES
        && !values.iter().all(is_number)
}

fn is_yes_or_no(values: &[String]) -> bool {
    values.len() == 2 && values.contains(&"0".to_owned()) && values.contains(&"1".to_owned())
}

/// Whole numbers without a gap.
fn range(field: &Field, values: &[String]) -> Option<(i64, i64)> {
    if !matches!(field.kind.as_str(), "int" | "long") {
        return None;
    }
    let mut numbers: Vec<i64> = values.iter().map(|value| value.parse().ok()).collect::<Option<_>>()?;
    numbers.sort_unstable();
    numbers.dedup();
    let (low, high) = (*numbers.first()?, *numbers.last()?);
    let length = i64::try_from(numbers.len()).ok()?;
    (high.checked_sub(low)?.checked_add(1)? == length && i32::try_from(low).is_ok() && i32::try_from(high).is_ok())
        .then_some((low, high))
}

fn apply_initial(
    column: &Column,
    table: &Table,
    field: &mut Field,
    choices: Option<&enums::Named>,
    converter: &mut Converter,
) {
    let place = format!("`{}.{}`", table.name.name, column.name);
    if column.is_numbered {
        converter.notes.grouped(
            column.span,
            NoteKind::NotCarried,
            "numbers that the database counts:",
            place.clone(),
            "a plain field; count in the service",
        );
    }
    let Some(given) = column.default.as_ref().filter(|_| !column.is_numbered) else { return };
    if matches!(given, Initial::Text(text) if text.eq_ignore_ascii_case("null")) {
        return;
    }
    match initial::value(given, field, choices) {
        Ok(value) => field.default = Some(value),
        Err(why) => {
            let shown = match given {
                Initial::Now => "now".to_owned(),
                Initial::Boolean(value) => value.to_string(),
                Initial::Text(text) | Initial::Number(text) | Initial::Computed(text) => {
                    text.chars().take(60).collect()
                }
            };
            converter.notes.grouped(column.span, NoteKind::NotCarried, "defaults:", format!("{place} `{shown}`"), why);
        }
    }
}
