//! `gateway`: how rows and inputs turn into messages and back, and what the generated tests send.

mod fields;
mod tests_of;

use serde_json::{Value, json};

pub(super) use tests_of::as_message;

use super::enums;
use super::stem::stem;
use crate::blueprint::context::Place;
use crate::spec::Model;
use crate::spec::model::{Entity, FieldKind, Service};

/// For files of one entity.
pub(super) fn entity(place: Place<'_>) -> Value {
    let model = place.model;
    let Some(entity) = place.entity.map(|id| model.entity(id)) else { return Value::Null };
    json!({
        "stem": stem(&entity.names.one.pascal),
        "inputs": fields::inputs(model, entity),
        "outputs": fields::outputs(model, entity),
        "enumFunctions": fields::enum_functions(model, entity),
        // Fixed once written: an input has them, changes do not.
        "allImmutable": entity.relations.is_empty() && entity.fields.iter().all(|field| field.immutable),
        "immutables": entity.fields.iter().filter(|field| field.immutable).map(|field| &field.name).collect::<Vec<_>>(),
        "files": file_fields(entity),
        "test": tests_of::entity(model, entity),
        "admin": model.roles.last().map(|role| &role.name),
    })
}

/// For files of one service.
pub(super) fn service(place: Place<'_>) -> Value {
    let model = place.model;
    let Some(service) = place.service.map(|id| model.service(id)) else { return Value::Null };
    let enums: Vec<Value> = enums::of_service(model, service.id)
        .into_iter()
        .map(|owner| {
            let values: Vec<Value> = owner
                .values
                .iter()
                .map(|value| json!({ "value": value.value, "member": enums::member(owner, value) }))
                .collect();
            json!({ "one": owner.names.one, "values": values, "unspecified": enums::unspecified(owner) })
        })
        .collect();
    json!({ "enums": enums, "entities": entities(model, service) })
}

/// For files of the gateway as a whole.
pub(super) fn workspace(place: Place<'_>) -> Value {
    let model = place.model;
    let services: Vec<Value> = model
        .services
        .iter()
        .enumerate()
        .map(|(at, service)| {
            json!({
                "one": service.names.one,
                "entities": entities(model, service),
                "port": 50_051 + at,
            })
        })
        .collect();
    let mut routers: Vec<Value> = model
        .entities
        .iter()
        .map(|entity| json!({ "one": entity.names.one, "many": entity.names.many, "service": model.service(entity.service).names.one }))
        .collect();
    routers.sort_by_key(|router| router["many"]["camel"].as_str().unwrap_or_default().to_owned());
    json!({
        "services": services,
        "several": model.services.len() > 1,
        "routers": routers,
        "bodyLimit": body_limit(model),
        "test": tests_of::workspace(model),
    })
}

fn entities(model: &Model, service: &Service) -> Vec<Value> {
    service
        .entities
        .iter()
        .map(|id| {
            let entity = model.entity(*id);
            json!({ "one": entity.names.one, "many": entity.names.many })
        })
        .collect()
}

/// Names of the fields whose content is fetched apart from the row.
fn file_fields(entity: &Entity) -> Vec<&str> {
    entity
        .fields
        .iter()
        .filter(|field| matches!(field.kind, FieldKind::File { .. }))
        .map(|field| field.name.as_str())
        .collect()
}

/// Bytes that the largest input may have, with its files in base64; none where the default of 1 MiB will do.
pub(super) fn body_limit(model: &Model) -> Option<u64> {
    const MIB: u64 = 1024 * 1024;
    /// `json()` of the contract lets no more through.
    const JSON: u64 = 64 * 1024;
    let bytes = |entity: &Entity| -> u64 {
        entity
            .fields
            .iter()
            .map(|field| match field.kind {
                FieldKind::File { max, .. } | FieldKind::Bytes { max } => max,
                FieldKind::Text { max, .. } => u64::from(max),
                FieldKind::Json => JSON,
                _ => 0,
            })
            .sum()
    };
    let largest = model.entities.iter().map(bytes).max().unwrap_or(0);
    (largest > MIB / 2).then(|| (largest.div_ceil(3) * 4).div_ceil(MIB) + 1)
}
