//! The tests of one entity, over gRPC and on a real database.

mod callers;
mod fields;
mod lists;
mod phrases;
mod relations;
mod required;
mod rows;
mod targets;
mod values;

use serde_json::{Value, json};

use crate::blueprint::context::Place;
use crate::blueprint::view::contracts::{article, enums_of_entity};
use crate::blueprint::view::service::messages_path;
use crate::spec::model::Tenancy;
use crate::spec::naming;
use callers::lesser;
use fields::{files, uniques};
use lists::{filters, ordered, relation_filters, search};
use relations::{foreign, pointers, removals, removed, trees};
use required::{COUNT, Least, least};
use rows::{change, defaults, full, required, told, unset};
use targets::factories;

pub(super) use targets::is_target;

/// `service-test`
pub(in crate::blueprint::view) fn test(place: Place<'_>) -> Value {
    let (model, Some(id)) = (place.model, place.entity) else { return Value::Null };
    let entity = model.entity(id);
    let service = model.service(entity.service);
    let Least { least, pools } = least(model, entity);
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
