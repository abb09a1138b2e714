//! Template `sdk-rust`: a spec described in the terms of `render::rust`.
//!
//! Numbers and types of messages come from the functions that the protos are made of, so the two cannot differ.

mod entity;
mod tour;

use serde_json::{Value, json};

use super::contracts;
use super::workspace::services;
use crate::blueprint::context::Place;
use crate::render::markdown;
use crate::render::rust::description::{Crate, Entry, Enum, EnumValue, Service};
use crate::render::rust::{self, entity_names, module_of_crate};
use crate::spec::Model;
use crate::spec::model::{Entity, EnumId, FieldKind};

/// `sdk-rust`: the crate, and which of its modules there is a use for.
pub(super) fn workspace(place: Place<'_>) -> Value {
    let model = place.model;
    let described = described(model);
    let tour = tour::of(model);
    let library = library(model);
    let entities = || model.entities.iter();
    json!({
        "title": markdown::escape(&model.project.title),
        "about": format!("Calls the services of {}.", model.project.title),
        "library": library,
        "service": described.services[0].variable,
        "services": described.services.iter().map(|service| json!({
            "title": markdown::escape(&service.title),
            "variable": service.variable,
            "address": service.address,
        })).collect::<Vec<_>>(),
        "client": rust::client(&described),
        "entities": rust::entities(&described),
        "enums": (!described.enums.is_empty()).then(|| rust::enums(&described)),
        "files": entities().any(|entity| !contracts::files(entity).is_empty()),
        "filters": entities().any(|entity| !contracts::filters(model, entity).is_empty()),
        "history": entities().any(|entity| entity.audit),
        "json": entities().any(|entity| entity.audit || entity.fields.iter().any(|field| field.kind == FieldKind::Json)),
        "tour": rust::tour(&tour),
        "example": rust::words_of(&tour),
        "person": tour.person.name,
    })
}

/// `sdk-rust-entity`: the two modules of an entity.
pub(super) fn entity(place: Place<'_>) -> Value {
    let (model, Some(id)) = (place.model, place.entity) else { return Value::Null };
    let described = entity::described(model, model.entity(id));
    json!({ "code": rust::entity(&described), "messages": rust::messages(&described) })
}

/// `petclinic_client`, as programs import it.
fn library(model: &Model) -> String {
    module_of_crate(&format!("{}-client", model.project.name))
}

fn described(model: &Model) -> Crate {
    let addresses = services(model);
    let service = |each: &crate::spec::model::Service| {
        let address = &addresses[each.id.0];
        Service {
            name: each.names.one.snake.clone(),
            title: each.names.one.title.clone(),
            variable: format!("{}_URL", address.shouty),
            address: format!("http://127.0.0.1:{}", address.grpc_port),
        }
    };
    let entry = |entity: &Entity| Entry { names: entity_names(&entity.names), service: entity.service.0 };
    Crate {
        services: model.services.iter().map(service).collect(),
        entities: model.entities.iter().map(entry).collect(),
        enums: used_enums(model).into_iter().map(|id| enumeration(model, id)).collect(),
    }
}

fn used_enums(model: &Model) -> Vec<EnumId> {
    let fields = model.entities.iter().flat_map(|entity| &entity.fields);
    let used = fields.filter_map(|field| match field.kind {
        FieldKind::Enum { id } => Some(id),
        _ => None,
    });
    let mut used: Vec<EnumId> = used.collect();
    used.sort_unstable();
    used.dedup();
    used
}

fn enumeration(model: &Model, id: EnumId) -> Enum {
    let each = model.enumeration(id);
    let value = |value: &crate::spec::model::EnumValue| EnumValue {
        value: value.value.clone(),
        constant: value.constant.clone(),
        label: markdown::escape(&super::field::with_full_stop(&value.label)),
    };
    let description = if each.description.is_empty() { &each.names.one.title } else { &each.description };
    Enum {
        name: each.names.one.pascal.clone(),
        description: markdown::escape(&super::field::with_full_stop(description)),
        values: each.values.iter().map(value).collect(),
    }
}
