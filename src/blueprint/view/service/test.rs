//! The tests of one entity, over gRPC and on a real database.

use serde_json::{Value, json};

use super::entity::is_tree;
use super::messages_path;
use crate::blueprint::context::Place;
use crate::blueprint::view::contracts::{article, enums_of_entity};
use crate::blueprint::view::{enums, field, relation, sample};
use crate::render::ts::string_literal;
use crate::spec::Model;
use crate::spec::model::{Access, Entity, Field, FieldKind, OnDelete, Relation, RelationKind, Tenancy};
use crate::spec::naming;

/// How many values of a pattern are listed, where no expression tells them.
const POOL: usize = 120;

/// Digits before the point that leave room to count.
const ROOM: u8 = 4;

/// Stands for the number that counts up, until it is known whether anything counts.
const COUNT: char = '\u{1}';

/// `service-test`
pub(in crate::blueprint::view) fn test(place: Place<'_>) -> Value {
    let (model, Some(id)) = (place.model, place.entity) else { return Value::Null };
    let entity = model.entity(id);
    let service = model.service(entity.service);
    let Test { least, pools } = least(model, entity);
    let counts = least.iter().any(|line| line.contains(COUNT));
    let least: Vec<String> = least.iter().map(|line| line.replace(COUNT, "n")).collect();
    let enum_names: Vec<&str> =
        enums_of_entity(entity).into_iter().map(|id| model.enumeration(id).names.one.pascal.as_str()).collect();
    let used = |lines: &[String]| -> Vec<&str> {
        enum_names.iter().filter(|name| lines.iter().any(|line| line.contains(&format!("{name}.")))).copied().collect()
    };
    let full = full(model, entity);
    let defaults = defaults(model, entity);
    let told = told(model, entity);
    let change = change(model, entity);
    let lesser = lesser(model, entity);
    let mut test_lines: Vec<String> = full.iter().chain(&defaults).chain(&told).cloned().collect();
    if let Some(change) = &change {
        test_lines.push(change["set"].as_str().unwrap_or_default().to_owned());
    }
    json!({
        "phrase": entity.names.one.phrase,
        "phrases": entity.names.many.phrase,
        "article": article(&entity.names.one.phrase),
        "most": model.roles.last().map(|role| &role.name),
        "es": messages_path(model, "es", service, &entity.names.many.snake),
        "esEnums": messages_path(model, "es", service, "enums"),
        "fixtureEnums": used(&least),
        "testEnums": used(&test_lines),
        "isTarget": is_target(model, entity),
        "fixtureImports": factories(model, entity, |each| each.required, false),
        "testImports": factories(model, entity, |_| true, true),
        "pools": pools,
        "counts": counts,
        "least": least,
        "fullWaits": full.iter().any(|line| line.contains("await ")),
        "full": full,
        "told": told,
        "defaults": defaults,
        "unset": unset(entity),
        "change": change,
        "uniques": uniques(model, entity),
        "files": files(model, entity),
        "removals": removals(model, entity),
        "required": required(entity),
        "pointers": pointers(entity),
        "removed": removed(model, entity),
        "foreign": foreign(model, entity),
        "trees": trees(entity),
        "immutable": entity.fields.iter().filter(|each| each.immutable).map(|each| naming::column(&each.name)).collect::<Vec<_>>(),
        "lesser": lesser,
        "callers": model.tenancy != Tenancy::None || !lesser.is_empty(),
        "sorts": entity.list.sortable,
        "byAge": entity.list.sortable.iter().any(|name| name == "createdAt"),
        "ordered": ordered(entity),
        "filters": filters(model, entity),
        "relationFilters": relation_filters(model, entity),
        "search": search(model, entity),
    })
}

struct Test {
    least: Vec<String>,
    pools: Vec<Value>,
}

fn local(entity: &Entity) -> impl Iterator<Item = &Relation> {
    entity.relations.iter().filter(|each| !each.across_services)
}

fn factory(target: &Entity) -> String {
    format!("create{}", target.names.one.pascal)
}

/// The function that gives the same row each time.
fn any(target: &Entity) -> String {
    format!("any{}", target.names.one.pascal)
}

/// Whether a row of this service points to it in a way that any row will do.
pub(super) fn is_target(model: &Model, entity: &Entity) -> bool {
    entity.inverses.iter().any(|inverse| {
        let source = model.entity(inverse.source);
        let mut relations = local(source).filter(|each| each.name == inverse.relation);
        relations.any(|each| !is_one_to_one(each))
    })
}

fn factories(model: &Model, entity: &Entity, wanted: impl Fn(&Relation) -> bool, both: bool) -> Vec<Value> {
    let targets = local(entity).filter(|each| wanted(each)).flat_map(|each| {
        let target = model.entity(each.target);
        let fresh = (both || is_one_to_one(each)).then(|| (target, factory(target)));
        let shared = (!is_one_to_one(each)).then(|| (target, any(target)));
        fresh.into_iter().chain(shared)
    });
    super::imports(entity, targets, "testing")
}

/// What a row must be given; values that must differ count up.
fn least(model: &Model, entity: &Entity) -> Test {
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
    Test { least, pools }
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

/// A value as a message takes it.
fn message(model: &Model, each: &Field, value: &Value) -> String {
    let text = || value.as_str().map(string_literal).unwrap_or_default();
    match &each.kind {
        FieldKind::DateTime => format!("timestampFromDate(new Date({}))", text()),
        FieldKind::Json => string_literal(&value.to_string()),
        FieldKind::Bytes { .. } => format!("Uint8Array.from(Buffer.from({}, 'base64'))", text()),
        FieldKind::File { .. } => format!(
            "{{ name: {}, mediaType: {}, content: Uint8Array.from(Buffer.from({}, 'base64')) }}",
            field::literal(&value["name"]),
            field::literal(&value["mediaType"]),
            field::literal(&value["content"])
        ),
        FieldKind::Enum { id } => {
            let owner = model.enumeration(*id);
            let member = owner.values.iter().find(|each| Some(each.value.as_str()) == value.as_str());
            member.map_or_else(text, |found| format!("{}.{}", owner.names.one.pascal, enums::member(owner, found)))
        }
        FieldKind::Long { .. } => field::default_literal(&each.kind, value),
        _ => field::literal(value),
    }
}

/// A value as it is told, where that can be compared.
fn comparable(model: &Model, each: &Field, value: &Value) -> Option<String> {
    match &each.kind {
        // The database writes JSON in an order of its own, and durations in units of its own.
        FieldKind::Json => None,
        FieldKind::Duration => {
            let text = value.as_str()?;
            let small = text.strip_prefix("PT").and_then(|rest| rest.strip_suffix('M')?.parse::<u32>().ok());
            small.filter(|minutes| *minutes < 60).map(|_| field::literal(value))
        }
        FieldKind::File { .. } => {
            let content = value["content"].as_str().unwrap_or_default();
            Some(format!(
                "{{ name: {}, mediaType: {}, size: {} }}",
                field::literal(&value["name"]),
                field::literal(&value["mediaType"]),
                content.len() / 4 * 3 - content.chars().filter(|letter| *letter == '=').count()
            ))
        }
        FieldKind::Decimal { scale, .. } | FieldKind::Money { scale, .. } => {
            let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
            let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
            let digits = usize::from(*scale);
            let told = if digits == 0 { whole.to_owned() } else { format!("{whole}.{fraction:0<digits$}") };
            Some(string_literal(&told))
        }
        FieldKind::Email => value.as_str().map(|text| string_literal(&text.to_lowercase())),
        FieldKind::Time => {
            let text = value.as_str()?;
            Some(string_literal(&if text.len() == 5 { format!("{text}:00") } else { text.to_owned() }))
        }
        _ => Some(message(model, each, value)),
    }
}

/// All fields that need not differ from row to row, and one of each relation.
fn full(model: &Model, entity: &Entity) -> Vec<String> {
    let fields = entity
        .fields
        .iter()
        .filter(|each| !each.unique)
        .map(|each| format!("{}: {}", each.name, message(model, each, &sample::value(model, each, 1))));
    let relations = entity.relations.iter().filter(|each| !is_one_to_one(each)).map(|each| {
        let id = new_target(model, each);
        let input = relation::input_name(each);
        if relation::is_many(each) { format!("{input}: [{id}]") } else { format!("{input}: {id}") }
    });
    fields.chain(relations).collect()
}

fn is_one_to_one(each: &Relation) -> bool {
    matches!(each.kind, RelationKind::OneToOne { .. })
}

fn new_target(model: &Model, each: &Relation) -> String {
    if each.across_services {
        return "randomUUID()".to_owned();
    }
    let target = model.entity(each.target);
    if is_one_to_one(each) {
        format!("(await {}(clients)).id", factory(target))
    } else {
        format!("(await {}(clients)).id", any(target))
    }
}

/// What is told of all that was given.
fn told(model: &Model, entity: &Entity) -> Vec<String> {
    let fields = entity.fields.iter().filter(|each| !each.unique).filter_map(|each| {
        let value = comparable(model, each, &sample::value(model, each, 1))?;
        Some(format!("{}: {value}", each.name))
    });
    let relations = entity.relations.iter().filter(|each| !is_one_to_one(each)).map(|each| {
        let input = relation::input_name(each);
        if relation::is_many(each) {
            format!("{}: input.{input}?.map((id) => ({{ id }})) ?? []", each.name)
        } else {
            format!("{}: {{ id: input.{input} }}", each.name)
        }
    });
    fields.chain(relations).collect()
}

fn defaults(model: &Model, entity: &Entity) -> Vec<String> {
    let fields = entity.fields.iter().filter_map(|each| {
        let value = comparable(model, each, each.default.as_ref()?)?;
        Some(format!("{}: {value}", each.name))
    });
    let links = entity.relations.iter().filter(|each| relation::is_many(each)).map(|each| format!("{}: []", each.name));
    fields.chain(links).collect()
}

fn unset(entity: &Entity) -> Vec<&str> {
    let fields = entity.fields.iter().filter(|each| field::is_nullable(each)).map(|each| each.name.as_str());
    let relations = entity
        .relations
        .iter()
        .filter(|each| !each.required && !relation::is_many(each))
        .map(|each| each.name.as_str());
    fields.chain(relations).collect()
}

/// A change of one field, in a value that neither the least nor the fullest row has.
fn change(model: &Model, entity: &Entity) -> Option<Value> {
    let changeable = |each: &&Field| !each.immutable && !each.unique;
    let by_value = entity.fields.iter().filter(changeable).find_map(|each| {
        let value = sample::value(model, each, 2);
        if [0, 1].iter().any(|n| sample::value(model, each, *n) == value) || each.default.as_ref() == Some(&value) {
            return None;
        }
        let told = comparable(model, each, &value)?;
        matches!(each.kind, FieldKind::File { .. } | FieldKind::Bytes { .. })
            .then_some(())
            .map_or(Some(()), |()| None)?;
        let set = format!("{}: {}", each.name, message(model, each, &value));
        Some(json!({
            "field": each.name,
            "mask": [naming::column(&each.name)],
            "set": set,
            "again": set,
            "later": set,
            "told": format!("{}: {told}", each.name),
        }))
    });
    by_value.or_else(|| {
        let each = entity.fields.iter().find(|each| each.unique && !each.immutable)?;
        let value = |n| sample::value(model, each, n);
        let told = comparable(model, each, &value(900))?;
        let set = |n| format!("{}: {}", each.name, message(model, each, &value(n)));
        Some(json!({
            "field": each.name,
            "mask": [naming::column(&each.name)],
            "set": set(900),
            "again": set(903),
            "later": set(904),
            "told": format!("{}: {told}", each.name),
        }))
    })
}

fn uniques(model: &Model, entity: &Entity) -> Vec<Value> {
    let fields = entity.fields.iter().filter(|each| each.unique).map(|each| {
        let value = message(model, each, &sample::value(model, each, 901));
        json!({
            "article": article(&spoken(&each.label)),
            "phrase": spoken(&each.label),
            "told": each.name,
            "given": format!("{}: {value}", each.name),
            "same": format!("{}", each.name),
            "field": each.name,
        })
    });
    let relations = entity.relations.iter().filter(|each| is_one_to_one(each)).map(|each| {
        let input = relation::input_name(each);
        json!({
            "article": article(&spoken(&each.label)),
            "phrase": spoken(&each.label),
            "told": each.name,
            "given": format!("{input}: {}", new_target(model, each)),
            "same": format!("{input}: {}?.id ?? ''", each.name),
            "field": input,
        })
    });
    fields.chain(relations).collect()
}

/// A label within a sentence: `Born on` becomes `born on`, `VAT ID` stays.
fn spoken(label: &str) -> String {
    let mut letters = label.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), Some(second)) if !second.is_uppercase() => first.to_lowercase().chain(letters).collect(),
        _ => label.to_owned(),
    }
}

fn files(model: &Model, entity: &Entity) -> Vec<Value> {
    entity
        .fields
        .iter()
        .filter(|each| field::is_file(each))
        .map(|each| {
            let value = sample::value(model, each, 1);
            let file = message(model, each, &value);
            json!({
                "article": article(&spoken(&each.label)),
                "phrase": spoken(&each.label),
                "name": each.name,
                "given": format!("{}: {file}", each.name),
                "told": file.trim_start_matches("{ ").trim_end_matches(" }"),
                "optional": field::is_nullable(each),
            })
        })
        .collect()
}

/// What happens when what a row points to is removed.
fn removals(model: &Model, entity: &Entity) -> Vec<Value> {
    local(entity).map(|each| removal(model, entity, each)).collect()
}

fn removal(model: &Model, entity: &Entity, each: &Relation) -> Value {
    let target = model.entity(each.target);
    let (one, input, label) = (&entity.names.one, relation::input_name(each), spoken(&each.label));
    let many = relation::is_many(each);
    let comes_back = entity.soft_delete && target.soft_delete && !many;
    let given = if many { format!("{input}: [target.id]") } else { format!("{input}: target.id") };
    let mut lines = vec![
        format!("const target = await {}(clients);", factory(target)),
        if each.on_delete == OnDelete::Restrict && !comes_back {
            format!("await create{}(clients, {{ {given} }});", one.pascal)
        } else {
            format!("const {{ id }} = await create{}(clients, {{ {given} }});", one.pascal)
        },
        format!(
            "const remove = () => clients.{}.delete{}({{ id: target.id, version: 1 }});",
            target.names.many.camel, target.names.one.pascal
        ),
    ];
    let title = match (each.on_delete, target.soft_delete) {
        (OnDelete::Restrict, _) => {
            lines.push(
                "expect(await refusal(remove())).toMatchObject({ code: Code.FailedPrecondition, reason: 'IN_USE' });"
                    .to_owned(),
            );
            if comes_back {
                let calls = &entity.names.many.camel;
                lines.push(format!("await clients.{calls}.delete{}({{ id, version: 1 }});", one.pascal));
                lines.push("await remove();".to_owned());
                lines.push(format!(
                    "expect(await refusal(clients.{calls}.restore{}({{ id, version: 2 }}))).toMatchObject({{ fields: [[{}, 'unknown']] }});",
                    one.pascal,
                    string_literal(&input)
                ));
                format!("keeps its {label} from being removed, and does not come back without it")
            } else {
                format!("keeps its {label} from being removed")
            }
        }
        (_, true) => {
            lines.push("await remove();".to_owned());
            if many {
                lines.push(format!(
                    "expect((await get(id))?.{}.map((each) => each.id)).toEqual([target.id]);",
                    each.name
                ));
            } else {
                lines.push(format!("expect((await get(id))?.{}?.id).toBe(target.id);", each.name));
            }
            format!("still says which {label} it had when that is removed and may come back")
        }
        (OnDelete::Cascade, false) if !many => {
            lines.push("await remove();".to_owned());
            lines.push("expect(await refusal(get(id))).toMatchObject({ code: Code.NotFound });".to_owned());
            format!("goes when its {label} goes")
        }
        (OnDelete::Cascade | OnDelete::SetNull, false) => {
            lines.push("await remove();".to_owned());
            if many {
                lines.push(format!("expect((await get(id))?.{}).toEqual([]);", each.name));
            } else {
                lines.push("const row = await get(id);".to_owned());
                lines.push(format!(
                    "expect(row).toMatchObject({{ id }});\n    expect(row?.{}).toBeUndefined();",
                    each.name
                ));
            }
            format!("stays without its {label} when that goes")
        }
    };
    json!({ "title": title, "lines": lines })
}

fn required(entity: &Entity) -> Vec<String> {
    let fields =
        entity.fields.iter().filter(|each| each.required && each.default.is_none()).map(|each| each.name.clone());
    let relations = entity.relations.iter().filter(|each| each.required).map(relation::input_name);
    fields.chain(relations).collect()
}

/// What a relation is called in a sentence about one value of it.
fn pointer(each: &Relation) -> String {
    let label = spoken(&each.label);
    if relation::is_many(each) { format!("list of {label}") } else { label }
}

fn pointers(entity: &Entity) -> Vec<Value> {
    entity
        .relations
        .iter()
        .map(|each| {
            let input = relation::input_name(each);
            let value = if relation::is_many(each) { "[NOWHERE]" } else { "NOWHERE" };
            let phrase = pointer(each);
            json!({ "article": article(&phrase), "phrase": phrase, "given": format!("{input}: {value}"), "field": input })
        })
        .collect()
}

/// Relations that a row which was removed softly does not do for.
fn removed(model: &Model, entity: &Entity) -> Vec<Value> {
    local(entity)
        .filter(|each| model.entity(each.target).soft_delete)
        .map(|each| {
            let target = model.entity(each.target);
            let input = relation::input_name(each);
            let (value, phrase) = if relation::is_many(each) {
                ("[id]", format!("{} with one", pointer(each)))
            } else {
                ("id", pointer(each))
            };
            json!({
                "article": article(&phrase),
                "phrase": phrase,
                "one": target.names.one,
                "many": target.names.many,
                "given": format!("{input}: {value}"),
                "field": input,
            })
        })
        .collect()
}

fn foreign(model: &Model, entity: &Entity) -> Vec<Value> {
    local(entity)
        .map(|each| {
            let input = relation::input_name(each);
            let value = if relation::is_many(each) { "[id]" } else { "id" };
            let phrase = pointer(each);
            json!({
                "article": article(&phrase),
                "phrase": phrase,
                "target": model.entity(each.target).names.one.pascal,
                "given": format!("{input}: {value}"),
                "field": input,
            })
        })
        .collect()
}

fn trees(entity: &Entity) -> Vec<Value> {
    entity
        .relations
        .iter()
        .filter(|each| is_tree(entity, each))
        .map(|each| {
            let input = relation::input_name(each);
            let phrase = spoken(&each.label);
            json!({ "article": article(&phrase), "phrase": phrase, "column": naming::column(&input), "field": input })
        })
        .collect()
}

/// Roles that may do less, with the calls that they may not make.
fn lesser(model: &Model, entity: &Entity) -> Vec<Value> {
    let rank = |name: &str| model.roles.iter().position(|role| role.name == name).unwrap_or(0);
    let Access { read, write, delete } = &entity.access;
    let (one, many) = (&entity.names.one.pascal, &entity.names.many);
    let camel = &many.camel;
    let one_camel = &entity.names.one.camel;
    let calls = [
        (read, vec![format!("{camel}.get{one}({{ id }})"), format!("{camel}.list{}({{}})", many.pascal)]),
        (
            write,
            vec![
                format!("{camel}.create{one}({{ {one_camel}: {{}} }})"),
                format!("{camel}.update{one}({{ id, version: 1, changes: {{}}, updateMask: [] }})"),
            ],
        ),
        (delete, vec![format!("{camel}.delete{one}({{ id, version: 1 }})")]),
    ];
    let mut by_role: Vec<(usize, Vec<String>)> = Vec::new();
    for (role, calls) in calls {
        let Some(below) = rank(role).checked_sub(1) else { continue };
        match by_role.iter_mut().find(|(known, _)| *known == below) {
            Some((_, known)) => known.extend(calls),
            None => by_role.push((below, calls)),
        }
    }
    by_role
        .into_iter()
        .map(|(at, calls)| {
            let name = &model.roles[at].name;
            json!({ "role": { "name": name, "variable": format!("as{}", crate::spec::naming::Names::of(name).one.pascal) }, "calls": calls })
        })
        .collect()
}

/// Words that cannot be a variable, and so not be taken out of a row by their own name.
const KEYWORDS: &[&str] = &[
    "arguments",
    "await",
    "break",
    "case",
    "catch",
    "class",
    "const",
    "continue",
    "debugger",
    "default",
    "delete",
    "do",
    "else",
    "enum",
    "eval",
    "export",
    "extends",
    "false",
    "finally",
    "for",
    "function",
    "if",
    "implements",
    "import",
    "in",
    "instanceof",
    "interface",
    "let",
    "new",
    "null",
    "package",
    "private",
    "protected",
    "public",
    "return",
    "static",
    "super",
    "switch",
    "this",
    "throw",
    "true",
    "try",
    "typeof",
    "var",
    "void",
    "while",
    "with",
    "yield",
];

/// A field of text by which the order can be told.
fn ordered(entity: &Entity) -> Option<&str> {
    entity
        .list
        .sortable
        .iter()
        .find(|name| {
            entity.fields.iter().any(|each| {
                each.name == **name
                    && !KEYWORDS.contains(&each.name.as_str())
                    && !field::is_nullable(each)
                    && matches!(each.kind, FieldKind::String { .. } | FieldKind::Email)
            })
        })
        .map(String::as_str)
}

/// For each field that may be filtered by: a condition that the fullest row meets, and one that it does not.
fn filters(model: &Model, entity: &Entity) -> Vec<Value> {
    entity
        .list
        .filter
        .iter()
        .filter_map(|name| entity.fields.iter().find(|each| each.name == *name))
        .filter(|each| !each.unique)
        .filter_map(|each| {
            let value = sample::value(model, each, 1);
            let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
            let equals = format!("{{ equals: {} }}", string_literal(&text));
            let (matching, other) = match &each.kind {
                FieldKind::String { .. } | FieldKind::Text { .. } | FieldKind::Email | FieldKind::Url => {
                    (equals, "{ equals: 'something else' }".to_owned())
                }
                FieldKind::Boolean => (equals, format!("{{ equals: '{}' }}", value == json!(false))),
                FieldKind::Enum { id } => {
                    let values = &model.enumeration(*id).values;
                    let other = values.iter().find(|other| other.value != text)?;
                    (equals, format!("{{ equals: {} }}", string_literal(&other.value)))
                }
                FieldKind::Uuid => (equals, "{ equals: randomUUID() }".to_owned()),
                FieldKind::Json | FieldKind::Bytes { .. } | FieldKind::File { .. } => {
                    ("{ isNull: false }".to_owned(), "{ isNull: true }".to_owned())
                }
                _ => {
                    let from = format!("{{ from: {} }}", string_literal(&text));
                    (from, format!("{{ to: {} }}", string_literal(&text)))
                }
            };
            Some(json!({ "name": each.name, "matching": matching, "other": other }))
        })
        .collect()
}

fn relation_filters(model: &Model, entity: &Entity) -> Vec<Value> {
    entity
        .relations
        .iter()
        .map(|each| {
            let input = relation::input_name(each);
            let value = if relation::is_many(each) { "[target.id]" } else { "target.id" };
            let target = if each.across_services {
                "Promise.resolve({ id: randomUUID() })".to_owned()
            } else {
                format!("{}(clients)", factory(model.entity(each.target)))
            };
            json!({ "phrase": spoken(&each.label), "target": target, "given": format!("{input}: {value}"), "field": input })
        })
        .collect()
}

fn search(model: &Model, entity: &Entity) -> Option<Value> {
    entity
        .list
        .search
        .iter()
        .filter_map(|name| entity.fields.iter().find(|each| each.name == *name))
        .map(|each| {
            let value = sample::value(model, each, 902);
            let text = value.as_str().unwrap_or_default().to_owned();
            json!({ "given": format!("{}: {}", each.name, message(model, each, &value)), "text": text })
        })
        .next()
}
