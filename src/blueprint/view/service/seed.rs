//! Demo rows: what the spec gives, and where it gives none, rows that are made up. Two tenants have some, so that anyone can
//! see that neither sees the other's.

use std::collections::{HashMap, HashSet};

use indexmap::IndexMap;
use serde_json::{Value, json};

use super::schemas_path;
use crate::blueprint::view::backend::ONLY_TENANT;
use crate::blueprint::view::{field, relation, sample};
use crate::render::ts::string_literal;
use crate::spec::Model;
use crate::spec::model::{Display, Entity, EntityId, Field, FieldKind, Relation, RelationKind, Service, Tenancy};

/// A tenant of the demo.
#[derive(Clone, Copy)]
struct Tenant {
    name: &'static str,
    id: &'static str,
    /// Whether the spec's own rows are this one's.
    main: bool,
    /// How many rows are made up of each entity.
    rows: usize,
    /// Where their values begin, so that tenants differ.
    offset: usize,
}

const ACME: Tenant =
    Tenant { name: "Acme", id: "3f0e0c2e-5d0b-4f0e-9d6c-0a4d8b0c1a11", main: true, rows: 5, offset: 0 };
const GLOBEX: Tenant =
    Tenant { name: "Globex", id: "9b2d7c54-1f6e-4a8b-8c3d-6e5f4a3b2c1d", main: false, rows: 2, offset: 20 };
const ONLY: Tenant = Tenant { name: "Everyone", id: ONLY_TENANT, main: true, rows: 5, offset: 0 };

/// The seeds of a service: `seeds` by entity in the order of creation, `tenants` with their rows.
pub(super) fn seeds(model: &Model, service: &Service, sorted: &[&Entity]) -> Value {
    let order = order(model, service);
    let tenants: &[Tenant] = if model.tenancy == Tenancy::None { &[ONLY] } else { &[ACME, GLOBEX] };
    let told: Vec<Value> = tenants
        .iter()
        .map(|tenant| {
            let entities: Vec<Value> = order
                .iter()
                .map(|(entity, _)| json!({ "many": entity.names.many.camel, "rows": rows(model, entity, *tenant) }))
                .collect();
            json!({ "name": tenant.name, "id": tenant.id, "entities": entities })
        })
        .collect();
    let filled = |entity: &&Entity| tenants.iter().all(|tenant| count(model, entity, *tenant, 0) > 0);
    let last = order.iter().map(|(entity, _)| *entity).rev().find(filled);
    let relations = || service.entities.iter().flat_map(|id| &model.entity(*id).relations);
    json!({
        "seedHasMany": relations().any(relation::is_many),
        "seedHasOptional": relations().any(|each| !each.required && !relation::is_many(each)),
        "seeds": order.iter().map(|(entity, late)| seed(model, service, entity, late)).collect::<Vec<_>>(),
        "tenants": told,
        "lastSeed": last.map(|entity| &entity.names.many.camel),
        "seedImports": imports(sorted),
    })
}

fn imports(sorted: &[&Entity]) -> Vec<String> {
    let mut imports: Vec<(String, String)> = sorted
        .iter()
        .map(|entity| {
            let (file, class) = (&entity.names.many.kebab, &entity.names.many.pascal);
            (format!("./{file}/{file}.repository.js"), format!("import {{ {class}Repository }}"))
        })
        .collect();
    imports.push(("./seed-data.js".to_owned(), "import type { SeedData }".to_owned()));
    imports.sort();
    imports.into_iter().map(|(path, what)| format!("{what} from '{path}';")).collect()
}

/// Relations of an entity that its rows are made without, because what they point to is made later.
type Late = HashSet<String>;

/// Entities in an order in which each comes after what it needs.
fn order<'a>(model: &'a Model, service: &'a Service) -> Vec<(&'a Entity, Late)> {
    let mut done: HashSet<EntityId> = HashSet::new();
    let mut waiting: Vec<&Entity> = service.entities.iter().map(|id| model.entity(*id)).collect();
    let mut order = Vec::with_capacity(waiting.len());
    while !waiting.is_empty() {
        let missing = |entity: &Entity, done: &HashSet<EntityId>| -> Vec<(String, bool)> {
            entity
                .relations
                .iter()
                .filter(|each| !each.across_services && each.target != entity.id && !done.contains(&each.target))
                .map(|each| (each.name.clone(), each.required))
                .collect()
        };
        // What needs nothing; else what can do without for a while; else (which no valid spec has) the first.
        let ready = waiting.iter().position(|entity| missing(entity, &done).is_empty());
        let patient = || waiting.iter().position(|entity| missing(entity, &done).iter().all(|(_, required)| !required));
        let entity = waiting.remove(ready.or_else(patient).unwrap_or(0));
        let mut late: Late = missing(entity, &done).into_iter().map(|(name, _)| name).collect();
        late.extend(pointing_ahead(entity));
        done.insert(entity.id);
        order.push((entity, late));
    }
    order
}

/// Relations of the entity to itself by which a row of the spec points to one that stands further down.
fn pointing_ahead(entity: &Entity) -> impl Iterator<Item = String> {
    let Display::Field { name: shown } = &entity.display else { return Vec::new().into_iter() };
    let own = entity.relations.iter().filter(|each| each.target == entity.id);
    let ahead = own.filter(|each| {
        let mut made: HashSet<&Value> = HashSet::new();
        entity.seed.iter().any(|row| {
            let named = row.get(&each.name).map(without_at).unwrap_or_default();
            let referred: Vec<&Value> = named.as_array().map_or_else(|| vec![&named], |all| all.iter().collect());
            let unknown = referred.iter().any(|name| !name.is_null() && !made.contains(name));
            made.extend(row.get(shown));
            unknown
        })
    });
    ahead.map(|each| each.name.clone()).collect::<Vec<_>>().into_iter()
}

fn seed(model: &Model, service: &Service, entity: &Entity, late: &Late) -> Value {
    let ids: Vec<String> = entity.relations.iter().map(relation::input_name).collect();
    let references: Vec<Value> = entity
        .relations
        .iter()
        .map(|each| {
            let kind = if relation::is_many(each) { "readonly string[]" } else { "string" };
            json!({ "name": each.name, "required": each.required, "type": kind })
        })
        .collect();
    let written = |wanted: bool| -> Vec<String> {
        let chosen = entity.relations.iter().filter(|each| late.contains(&each.name) == wanted);
        chosen.map(|each| pointing(model, each)).collect()
    };
    let phrase = &entity.names.one.phrase;
    let article = crate::blueprint::view::contracts::article(phrase);
    let points = if ids.is_empty() { "" } else { " What it points to goes by its key." };
    json!({
        "one": entity.names.one,
        "many": entity.names.many,
        "schemas": schemas_path(model, service, entity),
        "seedComment": format!("{} {phrase} as the contract takes it.{points}", capital(article)),
        "bare": entity.fields.is_empty(),
        "ids": ids,
        "references": references,
        "early": written(false),
        "late": written(true),
    })
}

/// `ownerId: id('owner', to.owner)`
fn pointing(model: &Model, each: &Relation) -> String {
    let target = string_literal(&model.entity(each.target).names.one.kebab);
    let function = match (relation::is_many(each), each.required) {
        (true, _) => "ids",
        (false, true) => "id",
        (false, false) => "idOrNull",
    };
    format!("{}: {function}({target}, to.{})", relation::input_name(each), each.name)
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// Whether a tenant's rows of an entity are the spec's.
fn is_given(entity: &Entity, tenant: Tenant) -> bool {
    tenant.main && !entity.seed.is_empty()
}

/// How many rows a tenant has of an entity.
fn count(model: &Model, entity: &Entity, tenant: Tenant, depth: usize) -> usize {
    if is_given(entity, tenant) {
        return entity.seed.len();
    }
    // Deeper than any chain of entities that need each other: a circle, of which no row can be made.
    if depth > model.entities.len() {
        return 0;
    }
    let mut rows = tenant.rows;
    for each in entity.fields.iter().filter(|each| each.unique) {
        let values: HashSet<String> =
            (0..rows).map(|n| sample::value(model, each, tenant.offset + n).to_string()).collect();
        rows = rows.min(values.len());
    }
    for each in entity.relations.iter().filter(|each| each.required && each.target != entity.id) {
        let targets = count(model, model.entity(each.target), tenant, depth + 1);
        match each.kind {
            RelationKind::OneToOne { .. } => rows = rows.min(targets),
            _ if targets == 0 => rows = 0,
            _ => {}
        }
    }
    rows
}

/// The keys of a tenant's rows, each but once: what stands for the row where that is text, else its number.
fn keys(model: &Model, entity: &Entity, tenant: Tenant) -> Vec<String> {
    let mut taken: HashMap<String, usize> = HashMap::new();
    (0..count(model, entity, tenant, 0))
        .map(|n| {
            let shown = shown(model, entity, tenant, n);
            let key = shown.unwrap_or_else(|| format!("{} {}", entity.names.one.phrase, n + 1));
            let times = taken.entry(key.clone()).or_insert(0);
            *times += 1;
            if *times == 1 { key } else { format!("{key} ({times})") }
        })
        .collect()
}

fn shown(model: &Model, entity: &Entity, tenant: Tenant, n: usize) -> Option<String> {
    let Display::Field { name } = &entity.display else { return None };
    let each = entity.fields.iter().find(|each| each.name == *name)?;
    if !matches!(each.kind, FieldKind::String { .. } | FieldKind::Text { .. } | FieldKind::Email | FieldKind::Url) {
        return None;
    }
    let value = if is_given(entity, tenant) {
        entity.seed[n].get(name).cloned()?
    } else if is_left_out(each, n, 0) {
        return None;
    } else {
        value(model, entity, each, tenant, n)
    };
    value.as_str().map(str::to_owned)
}

fn rows(model: &Model, entity: &Entity, tenant: Tenant) -> Vec<String> {
    let keys = keys(model, entity, tenant);
    let made = (0..keys.len()).map(|n| {
        let (fields, relations) = if is_given(entity, tenant) {
            given(entity, &entity.seed[n])
        } else {
            (fields(model, entity, tenant, n), relations(model, entity, tenant, n, &keys))
        };
        let mut parts = vec![field::literal(&json!(keys[n])), object(&fields)];
        if !entity.relations.is_empty() {
            parts.push(object(&relations));
        }
        format!("[{}]", parts.join(", "))
    });
    made.collect()
}

fn object(entries: &[String]) -> String {
    if entries.is_empty() { "{}".to_owned() } else { format!("{{ {} }}", entries.join(", ")) }
}

/// The fields and relations of a row as the spec has it.
fn given(entity: &Entity, row: &IndexMap<String, Value>) -> (Vec<String>, Vec<String>) {
    let fields = entity.fields.iter().filter_map(|each| {
        let value = row.get(&each.name)?;
        Some(format!("{}: {}", each.name, field::literal(&contract_value(&each.kind, value))))
    });
    let relations = entity.relations.iter().filter_map(|each| {
        let value = row.get(&each.name).filter(|value| !value.is_null())?;
        Some(format!("{}: {}", each.name, field::literal(&without_at(value))))
    });
    (fields.collect(), relations.collect())
}

/// Numbers that travel as text.
fn contract_value(kind: &FieldKind, value: &Value) -> Value {
    match (kind, value) {
        (FieldKind::Decimal { .. } | FieldKind::Money { .. } | FieldKind::Long { .. }, Value::Number(number)) => {
            json!(number.to_string())
        }
        _ => value.clone(),
    }
}

/// `@Ada Byron` names the row of that key.
fn without_at(value: &Value) -> Value {
    match value {
        Value::String(text) => json!(text.strip_prefix('@').unwrap_or(text)),
        Value::Array(items) => items.iter().map(without_at).collect(),
        other => other.clone(),
    }
}

fn fields(model: &Model, entity: &Entity, tenant: Tenant, n: usize) -> Vec<String> {
    entity
        .fields
        .iter()
        .enumerate()
        .filter(|(at, each)| {
            let display = matches!(&entity.display, Display::Field { name } if *name == each.name);
            !is_left_out(each, n, if display { 0 } else { *at })
        })
        .map(|(_, each)| {
            let value = value(model, entity, each, tenant, n);
            format!("{}: {}", each.name, field::literal(&value))
        })
        .collect()
}

/// A third of what may be empty is, and no file is made up that need not be there.
fn is_left_out(each: &Field, n: usize, at: usize) -> bool {
    if field::is_nullable(each) {
        field::is_file(each) || (n + at) % 3 == 2
    } else {
        each.default.is_some() && n.is_multiple_of(2)
    }
}

fn value(model: &Model, entity: &Entity, each: &Field, tenant: Tenant, n: usize) -> Value {
    let n = tenant.offset + n;
    match &each.kind {
        FieldKind::String { min, max, pattern: None } if each.example.is_none() => super::words::text(entity, each, n)
            .filter(|text| (*min as usize..=*max as usize).contains(&text.chars().count()))
            .map_or_else(|| sample::value(model, each, n), |text| json!(text)),
        FieldKind::Text { min, max } if each.example.is_none() && !each.unique => {
            let text = super::words::sentence(n);
            let fits = (*min as usize..=*max as usize).contains(&text.chars().count());
            if fits { json!(text) } else { sample::value(model, each, n) }
        }
        FieldKind::Email => {
            super::words::email(entity, n).map_or_else(|| sample::value(model, each, n), |text| json!(text))
        }
        _ => sample::value(model, each, n),
    }
}

fn relations(model: &Model, entity: &Entity, tenant: Tenant, n: usize, own: &[String]) -> Vec<String> {
    entity
        .relations
        .iter()
        .filter_map(|each| {
            let target = model.entity(each.target);
            let keys = if each.target == entity.id { own[..n].to_vec() } else { keys(model, target, tenant) };
            pointed(each, &keys, n).map(|value| format!("{}: {}", each.name, field::literal(&value)))
        })
        .collect()
}

/// What the `n`th row points to, among these.
fn pointed(each: &Relation, keys: &[String], n: usize) -> Option<Value> {
    if keys.is_empty() {
        return None;
    }
    match each.kind {
        RelationKind::OneToOne { .. } => {
            keys.get(n).filter(|_| each.required || n.is_multiple_of(2)).map(|key| json!(key))
        }
        RelationKind::ManyToOne { .. } => {
            let points = each.required || n % 3 != 2;
            points.then(|| json!(keys[n * 2 % keys.len()]))
        }
        RelationKind::ManyToMany { .. } => {
            let mut some: Vec<&String> = (0..=n % 2).map(|step| &keys[(n + step) % keys.len()]).collect();
            some.dedup();
            (n % 3 != 2).then(|| json!(some))
        }
    }
}
