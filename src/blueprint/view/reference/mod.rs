//! Template `reference`: what can be called, as pages for those who call it.
//!
//! Messages and filters come from the functions that the protos and schemas are made of, so pages cannot speak of others.

mod example;
mod fields;
mod limits;
mod methods;
mod notes;

use serde_json::{Value, json};

use super::workspace::services;
use super::{contracts, dev_identity, enums};
use crate::blueprint::context::Place;
use crate::render::markdown::{code, escape};
use crate::spec::Model;
use crate::spec::model::{Entity, Enum};
use notes::Notes;

/// `reference`: what all services have in common.
pub(super) fn workspace(place: Place<'_>) -> Value {
    let model = place.model;
    let addresses = services(model);
    let services: Vec<Value> = model
        .services
        .iter()
        .zip(&addresses)
        .map(|(service, address)| {
            json!({
                "title": escape(&service.names.one.title),
                "page": format!("{}.md", service.names.one.kebab),
                "package": contracts::package(model, service),
                "variable": format!("{}_URL", address.shouty),
                "port": address.grpc_port,
            })
        })
        .collect();
    let roles: Vec<Value> = model
        .roles
        .iter()
        .map(|role| json!({ "name": code(&role.name), "description": escape(&role.description) }))
        .collect();
    json!({
        "title": escape(&model.project.title),
        "services": services,
        "roles": roles,
        "several": model.services.len() > 1,
        "admin": dev_identity::people(model)[0].email,
        "audience": model.audience(),
    })
}

/// `reference-service`: what one service offers.
pub(super) fn service(place: Place<'_>) -> Value {
    let (model, Some(id)) = (place.model, place.service) else { return Value::Null };
    let service = model.service(id);
    let address = &services(model)[id.0];
    let gateway = place.has("gateway");
    let entities: Vec<Value> = service.entities.iter().map(|id| entity(model, model.entity(*id), gateway)).collect();
    let enums: Vec<Value> = enums::of_service(model, id).into_iter().map(enumeration).collect();
    json!({
        "title": escape(&service.names.one.title),
        "description": escape(&service.description),
        "package": contracts::package(model, service),
        "variable": format!("{}_URL", address.shouty),
        "port": address.grpc_port,
        "entities": entities,
        "enums": enums,
        "grpcExample": example::grpc(model, service, address.grpc_port),
        "trpcExample": gateway.then(|| example::trpc(model, service)),
    })
}

fn entity(model: &Model, entity: &Entity, gateway: bool) -> Value {
    let mut outputs = Notes::default();
    let mut inputs = Notes::default();
    let sort = entity.list.sort.iter().map(|key| {
        let minus = if key.descending { "-" } else { "" };
        code(&format!("{minus}{}", key.field))
    });
    json!({
        "one": entity.names.one,
        "many": entity.names.many,
        "anchor": format!("{}service", entity.names.many.pascal.to_lowercase()),
        "phrases": escape(&entity.names.many.phrase),
        "description": escape(&entity.description),
        "softDelete": entity.soft_delete,
        "methods": methods::of(model, entity),
        "outputs": fields::outputs(model, entity, gateway, &mut outputs),
        "outputNotes": outputs.into_value(),
        "inputs": fields::inputs(model, entity, gateway, &mut inputs),
        "inputNotes": inputs.into_value(),
        "filters": fields::filters(model, entity),
        "sortable": entity.list.sortable.iter().map(|name| code(name)).collect::<Vec<_>>().join(", "),
        "sort": sort.collect::<Vec<_>>().join(", "),
        "search": entity.list.search.iter().map(|name| code(name)).collect::<Vec<_>>().join(", "),
        "pageSize": entity.list.page_size,
    })
}

fn enumeration(each: &Enum) -> Value {
    let mut notes = Notes::default();
    let prefix = &each.names.one.shouty;
    let values: Vec<Value> = each
        .values
        .iter()
        .map(|value| {
            let constant = format!("{prefix}_{}", value.constant);
            let label = notes.cell(&constant, &value.label);
            json!({ "constant": constant, "member": enums::member(each, value), "value": notes.code(&constant, "over tRPC", &value.value), "label": label })
        })
        .collect();
    json!({
        "name": each.names.one.pascal,
        "unspecified": format!("{prefix}_UNSPECIFIED"),
        "unspecifiedMember": enums::unspecified(each),
        "description": escape(&each.description),
        "values": values,
        "notes": notes.into_value(),
    })
}
