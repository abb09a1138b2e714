//! The page of a row: what it tells, and the tabs of what belongs to it.

use serde_json::{Value, json};

use super::display::{self, Title};
use super::{columns, imports, label_hooks, label_imports, path, rank, shown};
use crate::blueprint::view::relation::{input_name, is_many};
use crate::blueprint::view::stem::{row_type, stem};
use crate::spec::Model;
use crate::spec::model::{Entity, Field, FieldKind};

/// What the page needs.
pub(super) fn detail(model: &Model, entity: &Entity) -> Value {
    let row = &entity.names.one.variable;
    let items = items(model, entity, row);
    let tabs: Vec<Value> = entity.inverses.iter().filter_map(|inverse| tab(model, entity, inverse)).collect();
    let targets = || entity.relations.iter().map(|relation| model.entity(relation.target));
    let values: Vec<&str> = items.iter().filter_map(|item| item["value"].as_str()).collect();
    json!({
        "usesTrpc": values.iter().any(|value| value.contains("trpc.")),
        "badges": imports(shown_fields(model, entity).map(|field| &field.kind), model, "Badge"),
        "labelHooks": label_hooks(model, targets()),
        "labelImports": label_imports(model, entity, targets()),
        "items": items,
        "self": entity.inverses.iter().any(|inverse| inverse.source == entity.id),
        "tabs": tabs,
        "hasTabs": !tabs.is_empty() || entity.audit,
        "contracts": contracts(model, entity),
        "columnImports": column_imports(model, entity),
    })
}

fn items(model: &Model, entity: &Entity, row: &str) -> Vec<Value> {
    let of_field = |field: &Field| {
        json!({
            "label": format!("t('fields.{}')", field.name),
            "value": shown::whole(model, entity, field, row),
            "wide": shown::is_long(&field.kind),
        })
    };
    let of_relation = |relation: &crate::spec::model::Relation| {
        let path = path(model.entity(relation.target));
        json!({
            "label": format!("t('fields.{}')", relation.name),
            "value": shown::related_whole(model, relation, row, &path),
            "wide": false,
        })
    };
    let is_state = |field: &&Field| matches!(field.kind, FieldKind::Enum { .. });
    let is_last = |field: &&Field| shown::is_long(&field.kind);
    let states = shown_fields(model, entity).filter(is_state).map(of_field);
    let one = entity.relations.iter().filter(|relation| !is_many(relation)).map(of_relation);
    let others = shown_fields(model, entity).filter(|field| !is_state(field) && !is_last(field)).map(of_field);
    let several = entity.relations.iter().filter(|relation| is_many(relation)).map(of_relation);
    let changed =
        [json!({ "label": "text('updatedAt')", "value": format!("formats.dateTime({row}.updatedAt)"), "wide": false })];
    let long = shown_fields(model, entity).filter(is_last).map(of_field);
    states.chain(one).chain(others).chain(several).chain(changed).chain(long).collect()
}

/// All fields but the one in the title, where that tells it whole.
fn shown_fields<'a>(model: &Model, entity: &'a Entity) -> impl Iterator<Item = &'a Field> {
    let title = match display::title(model, entity) {
        Title::Field(field) if !tells_more(&field.kind) => Some(field.name.as_str()),
        _ => None,
    };
    entity.fields.iter().filter(move |field| Some(field.name.as_str()) != title)
}

/// Whether its place on the page does more than its text in the title: leads somewhere, or has a colour.
fn tells_more(kind: &FieldKind) -> bool {
    matches!(
        kind,
        FieldKind::Email | FieldKind::Url | FieldKind::Text { .. } | FieldKind::Enum { .. } | FieldKind::File { .. }
    )
}

fn tab(model: &Model, entity: &Entity, inverse: &crate::spec::model::Inverse) -> Option<Value> {
    let source = model.entity(inverse.source);
    let relation = source.relations.iter().find(|relation| relation.name == inverse.relation)?;
    let key = input_name(relation);
    let row = &entity.names.one.variable;
    let source_path = path(source);
    let in_columns = columns::relations(model, source).iter().any(|column| column.name == relation.name);
    let mut letters = inverse.name.chars();
    let pascal: String = letters.next().map(|first| first.to_ascii_uppercase()).into_iter().chain(letters).collect();
    Some(json!({
        "id": inverse.name,
        "component": format!("{}{pascal}", stem(&entity.names.one.pascal)),
        "namespace": source.names.many.pascal,
        "self": source.id == entity.id,
        "columns": format!("use{}Columns", stem(&source.names.one.pascal)),
        "without": in_columns.then_some(&relation.name),
        "api": source.names.many.camel,
        "access": format!("{}Access", source.names.one.camel),
        "query": format!("{}ListQuery", source.names.one.camel),
        "key": key,
        "path": source_path,
        "all": format!("`{source_path}?{key}=${{{row}.id}}`"),
        "new": format!("`{source_path}/new?{key}=${{{row}.id}}`"),
        "href": format!("`{source_path}/${{id}}`"),
        // Whoever sees this page may not see those.
        "guarded": rank(model, &source.access.read) > rank(model, &entity.access.read),
        "row": row_type(&entity.names.one.pascal),
    }))
}

/// Imports from contracts beyond the entity's own.
fn contracts(model: &Model, entity: &Entity) -> Vec<Value> {
    let mut imports: Vec<Value> = Vec::new();
    for inverse in &entity.inverses {
        let source = model.entity(inverse.source);
        let from = format!("{}/{}", model.service(source.service).names.one.kebab, source.names.many.kebab);
        if source.id != entity.id && imports.iter().all(|import| import["from"] != from.as_str()) {
            imports.push(json!({ "from": from, "camel": source.names.one.camel }));
        }
    }
    imports.sort_by_key(|import| import["from"].as_str().unwrap_or_default().to_owned());
    imports
}

fn column_imports(model: &Model, entity: &Entity) -> Vec<Value> {
    super::per_target(entity, entity.inverses.iter().map(|inverse| model.entity(inverse.source)), |source| {
        Some((format!("use{}Columns", stem(&source.names.one.pascal)), "columns"))
    })
}
