//! The folder of one entity.

use pluralizer::pluralize;
use serde_json::{Value, json};

use super::{imports, messages_path, schemas_path, table};
use crate::blueprint::context::Place;
use crate::blueprint::tables::tables_of_entity;
use crate::blueprint::view::contracts::{enums_of_entity, files, filters};
use crate::blueprint::view::{field, relation};
use crate::render::ts::string_literal;
use crate::spec::Model;
use crate::spec::model::{Display, Entity, Field, FieldKind, OnDelete, Relation, RelationKind};

/// `service-entity`
pub(in crate::blueprint::view) fn entity(place: Place<'_>) -> Value {
    let (model, Some(id)) = (place.model, place.entity) else { return Value::Null };
    let entity = model.entity(id);
    let service = model.service(entity.service);
    let names = &entity.names;
    let row = format!("{}Row", names.one.pascal);
    let record = if entity.relations.is_empty() { row.clone() } else { format!("{}Record", names.one.pascal) };
    let parameter = &names.one.variable;
    let file_names = files(entity);
    let contents: Vec<String> = file_names.iter().map(|name| format!("{name}Content")).collect();
    let all_tables = tables_of_entity(model, entity);
    let tables: Vec<Value> = all_tables
        .iter()
        .enumerate()
        .map(|(at, each)| table::table(entity, each, (at == 0).then_some(row.as_str()), &contents))
        .collect();
    let enums = enums_of_entity(entity);
    let remotes: Vec<&Relation> = entity.relations.iter().filter(|each| each.across_services).collect();
    let store_of = |target: &Entity| format!("{}Store", target.names.one.camel);
    let local = || entity.relations.iter().filter(|each| !each.across_services);

    json!({
        "phrase": names.one.phrase,
        "phrases": names.many.phrase,
        "parameter": parameter,
        "row": row,
        "record": record,
        "schemas": schemas_path(model, service, entity),
        "nest": messages_path(model, "nest", service, &names.many.snake),
        "tables": tables,
        "enumLists": enums.iter().map(|id| &model.enumeration(*id).names.many.shouty).collect::<Vec<_>>(),
        "enumConversions": enum_conversions(model, entity),
        "tableImports": imports(entity, local().map(|each| {
            let target = model.entity(each.target);
            (target, target.names.many.variable.clone())
        }), "table"),
        "storeImports": store_imports(model, entity),
        "repositoryImports": imports(
            entity,
            local().filter(|each| !relation::is_many(each)).map(|each| {
                let target = model.entity(each.target);
                (target, store_of(target))
            }),
            "store",
        ),
        "manys": entity.relations.iter().filter_map(|each| many(model, entity, each)).collect::<Vec<_>>(),
        "label": label(entity),
        "sort": entity.list.sortable.iter().map(|name| column_entry(entity, name, name)).collect::<Vec<_>>(),
        "filter": filter_columns(model, entity),
        "search": entity.list.search.iter().map(|name| format!("{}.{name}", names.many.variable)).collect::<Vec<_>>(),
        "usedBy": used_by(model, entity).into_iter().map(|(_, column)| column).collect::<Vec<_>>(),
        "files": file_names.iter().map(|name| json!({ "name": name })).collect::<Vec<_>>(),
        "createInput": destructured(&file_names),
        "createValues": written(&file_names, "...values, id"),
        "updateInput": destructured(&file_names),
        "updateValues": if file_names.is_empty() { "values".to_owned() } else { format!("{{ {} }}", written(&file_names, "...values")) },
        "checks": checks(model, entity).map(|each| check(model, each)).collect::<Vec<_>>(),
        "restoreChecks": checks(model, entity)
            .filter(|each| each.on_delete == OnDelete::Restrict)
            .map(|each| check(model, each))
            .collect::<Vec<_>>(),
        "trees": entity.relations.iter().filter(|each| is_tree(entity, each)).map(relation::input_name).collect::<Vec<_>>(),
        "relations": entity.relations.iter().map(|each| relation_value(entity, each)).collect::<Vec<_>>(),
        "reads": local().map(|each| read(model, entity, each)).collect::<Vec<_>>(),
        "remotes": remotes.iter().map(|each| remote(model, each)).collect::<Vec<_>>(),
        "severalRemotes": remotes.len() > 1,
        "toMessage": to_message(model, entity, parameter),
        "fromMessage": from_message(model, entity),
        "messageTypes": message_types(entity),
    })
}

/// Whether a chain of it must not lead back to where it began: many point to one, of the same table. A pair that points to
/// each other is nothing strange.
pub(in crate::blueprint::view) fn is_tree(entity: &Entity, relation: &Relation) -> bool {
    relation.target == entity.id && matches!(relation.kind, RelationKind::ManyToOne { .. })
}

fn many(model: &Model, entity: &Entity, each: &Relation) -> Option<Value> {
    let link = relation::Link::of(entity, each)?;
    let target = model.entity(each.target);
    Some(json!({
        "reader": link.reader,
        "link": link.variable,
        "from": link.from_key,
        "to": link.to_key,
        "store": format!("{}Store", target.names.one.camel),
        "input": relation::input_name(each),
    }))
}

fn store_imports(model: &Model, entity: &Entity) -> Vec<Value> {
    let many_targets = entity.relations.iter().filter(|each| relation::is_many(each) && !each.across_services);
    let stores = imports(
        entity,
        many_targets.map(|each| {
            let target = model.entity(each.target);
            (target, format!("{}Store", target.names.one.camel))
        }),
        "store",
    );
    let tables = imports(
        entity,
        used_by(model, entity)
            .into_iter()
            .map(|(source, column)| (source, column.split('.').next().unwrap_or_default().to_owned())),
        "table",
    );
    let mut all: Vec<Value> = stores.into_iter().chain(tables).collect();
    all.sort_by(|a, b| a["path"].as_str().cmp(&b["path"].as_str()));
    all
}

/// Columns that point here and forbid that a row is removed, where the database does not see to it because the row stays.
fn used_by<'a>(model: &'a Model, entity: &Entity) -> Vec<(&'a Entity, String)> {
    if !entity.soft_delete {
        return Vec::new();
    }
    let mut columns = Vec::new();
    for inverse in &entity.inverses {
        let source = model.entity(inverse.source);
        let Some(each) = source.relations.iter().find(|each| each.name == inverse.relation) else { continue };
        if each.on_delete != OnDelete::Restrict || each.across_services {
            continue;
        }
        let column = match relation::Link::of(source, each) {
            Some(link) => format!("{}.{}", link.variable, link.to_key),
            None => format!("{}.{}", source.names.many.variable, relation::input_name(each)),
        };
        columns.push((source, column));
    }
    columns
}

fn label(entity: &Entity) -> String {
    let table = &entity.names.many.variable;
    let start_of_id = format!("left(${{{table}.id}}::text, 8)");
    let Display::Field { name } = &entity.display else { return format!("sql<string>`{start_of_id}`") };
    let Some(each) = entity.fields.iter().find(|each| each.name == *name) else {
        return format!("sql<string>`{start_of_id}`");
    };
    let column = format!("{table}.{name}");
    let text = match &each.kind {
        FieldKind::DateTime => format!("to_char(${{{column}}}, 'YYYY-MM-DD HH24:MI')"),
        FieldKind::String { .. }
        | FieldKind::Text { .. }
        | FieldKind::Email
        | FieldKind::Url
        | FieldKind::Enum { .. } => {
            if !field::is_nullable(each) {
                return column;
            }
            format!("${{{column}}}")
        }
        _ => format!("${{{column}}}::text"),
    };
    if field::is_nullable(each) {
        format!("sql<string>`coalesce({text}, {start_of_id})`")
    } else {
        format!("sql<string>`{text}`")
    }
}

fn column_entry(entity: &Entity, name: &str, key: &str) -> String {
    format!("{name}: {}.{key}", entity.names.many.variable)
}

fn filter_columns(model: &Model, entity: &Entity) -> Vec<String> {
    filters(model, entity)
        .into_iter()
        .map(|(name, _)| {
            let many = entity
                .relations
                .iter()
                .find(|each| relation::is_many(each) && relation::input_name(each) == name)
                .and_then(|each| relation::Link::of(entity, each));
            match many {
                Some(link) => format!("{name}: {}.having({}.id)", link.reader, entity.names.many.variable),
                None => column_entry(entity, &name, &name),
            }
        })
        .collect()
}

fn destructured(files: &[&str]) -> String {
    if files.is_empty() { "values".to_owned() } else { format!("{{ {}, ...values }}", files.join(", ")) }
}

fn written(files: &[&str], first: &str) -> String {
    let files = files.iter().map(|name| format!("{name}: infoOf({name}), {name}Content: contentOf({name})"));
    std::iter::once(first.to_owned()).chain(files).collect::<Vec<_>>().join(", ")
}

/// Relations to rows that can be removed softly: a foreign key would be content with one that was. Links are checked where
/// they are made; and what forbids that it is removed must be there when the row comes back, as others may be gone.
fn checks<'a>(model: &'a Model, entity: &'a Entity) -> impl Iterator<Item = &'a Relation> {
    let is_checked =
        |each: &&Relation| !relation::is_many(each) && !each.across_services && model.entity(each.target).soft_delete;
    entity.relations.iter().filter(is_checked)
}

fn check(model: &Model, each: &Relation) -> Value {
    json!({
        "store": format!("{}Store", model.entity(each.target).names.one.camel),
        "input": relation::input_name(each),
    })
}

/// How names end that are no nouns.
const PREPOSITIONS: &[&str] = &["At", "By", "For", "From", "In", "Of", "On", "To", "With"];

/// What holds the labels of a relation: `owners`, or where another relation or the method has that name, `ownerLabels`.
fn labels_of(entity: &Entity, each: &Relation) -> String {
    let plural = if relation::is_many(each) { each.name.clone() } else { pluralize(&each.name, 2, false) };
    // `soldBy` has no plural.
    let is_phrase = !relation::is_many(each) && PREPOSITIONS.iter().any(|end| each.name.ends_with(end));
    let taken = is_phrase
        || ["rows", "row", "tx"].contains(&plural.as_str())
        || entity.relations.iter().any(|other| other.name != each.name && other.name == plural)
        || (plural == each.name && !relation::is_many(each));
    if taken { format!("{}Labels", each.name) } else { plural }
}

fn relation_value(entity: &Entity, each: &Relation) -> Value {
    let key = relation::input_name(each);
    let labels = labels_of(entity, each);
    let name = &each.name;
    let found = if each.across_services {
        format!("{{ id: row.{key}, label: row.{key} }}")
    } else {
        format!("labelled(row.{key}, {labels})")
    };
    let (kind, value) = match (relation::is_many(each), each.required) {
        (true, _) => ("Reference[]", format!("{labels}.get(row.id) ?? []")),
        (false, true) => ("Reference", found),
        (false, false) => ("Reference | null", format!("row.{key} === null ? null : {found}")),
    };
    json!({ "name": name, "type": kind, "value": value })
}

fn read(model: &Model, entity: &Entity, each: &Relation) -> Value {
    let variable = labels_of(entity, each);
    match relation::Link::of(entity, each) {
        Some(link) => json!({ "variable": variable, "reader": link.reader, "key": "id" }),
        None => json!({
            "variable": variable,
            "reader": format!("{}Store", model.entity(each.target).names.one.camel),
            "key": relation::input_name(each),
        }),
    }
}

fn remote(model: &Model, each: &Relation) -> Value {
    json!({
        "client": model.entity(each.target).names.many.camel,
        "input": relation::input_name(each),
        "name": each.name,
    })
}

fn enum_conversions(model: &Model, entity: &Entity) -> Vec<String> {
    let names: Vec<&str> =
        enums_of_entity(entity).into_iter().map(|id| model.enumeration(id).names.one.pascal.as_str()).collect();
    let from = names.iter().map(|name| format!("from{name}"));
    let to = names.iter().map(|name| format!("to{name}"));
    from.chain(to).collect()
}

fn to_message(model: &Model, entity: &Entity, parameter: &str) -> Vec<String> {
    let fields = entity.fields.iter().map(|each| {
        let value = format!("{parameter}.{}", each.name);
        format!("{}: {}", each.name, field_to_message(model, each, &value))
    });
    let relations = entity.relations.iter().map(|each| {
        let value = format!("{parameter}.{}", each.name);
        let optional = !relation::is_many(each) && !each.required;
        format!("{}: {}", each.name, if optional { format!("orUnset({value})") } else { value })
    });
    fields.chain(relations).collect()
}

fn field_to_message(model: &Model, each: &Field, value: &str) -> String {
    let nullable = field::is_nullable(each);
    match (&each.kind, nullable) {
        (FieldKind::DateTime, false) => format!("toTimestamp({value})"),
        (FieldKind::DateTime, true) => format!("toOptionalTimestamp({value})"),
        (FieldKind::Json, false) => format!("JSON.stringify({value})"),
        (FieldKind::Json, true) => format!("toOptionalJson({value})"),
        (FieldKind::Bytes { .. }, false) => format!("toBytes({value})"),
        (FieldKind::Bytes { .. }, true) => format!("toOptionalBytes({value})"),
        (FieldKind::Enum { id }, false) => format!("to{}({value})", model.enumeration(*id).names.one.pascal),
        (FieldKind::Enum { id }, true) => {
            format!("orUnset({value} && to{}({value}))", model.enumeration(*id).names.one.pascal)
        }
        (_, false) => value.to_owned(),
        (_, true) => format!("orUnset({value})"),
    }
}

fn from_message(model: &Model, entity: &Entity) -> Vec<String> {
    let fields = entity.fields.iter().map(|each| {
        let value = format!("message?.{}", each.name);
        let read = match &each.kind {
            FieldKind::DateTime => format!("fromTimestamp({value})"),
            FieldKind::Json => format!("fromJson({}, {value})", string_literal(&each.name)),
            FieldKind::Bytes { .. } => format!("fromBytes({value})"),
            FieldKind::File { .. } => format!("fromFile({value})"),
            FieldKind::Enum { id } => format!("from{}({value})", model.enumeration(*id).names.one.pascal),
            _ => value,
        };
        format!("{}: {read}", each.name)
    });
    let relations = entity.relations.iter().map(|each| {
        let name = relation::input_name(each);
        format!("{name}: message?.{name}")
    });
    fields.chain(relations).collect()
}

fn message_types(entity: &Entity) -> Vec<String> {
    let (one, many) = (&entity.names.one.pascal, &entity.names.many.pascal);
    let mut calls = vec![
        format!("Create{one}"),
        format!("Delete{one}"),
        format!("Get{one}"),
        format!("List{many}"),
        format!("List{one}Options"),
        format!("Update{one}"),
    ];
    if entity.soft_delete {
        calls.push(format!("Restore{one}"));
    }
    if entity.audit {
        calls.push(format!("List{one}History"));
    }
    if !files(entity).is_empty() {
        calls.push(format!("Get{one}File"));
    }
    let mut types: Vec<String> =
        calls.iter().flat_map(|call| [format!("{call}Request"), format!("{call}Response")]).collect();
    types.push(format!("{many}ServiceController"));
    types.sort();
    types
}
