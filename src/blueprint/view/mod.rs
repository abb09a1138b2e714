//! What a template's files need to know beyond names: computed from the model, one module per template, and found there
//! under `view`. Views say *what* (a field's zod expression, a column's type); templates say *where*.

mod backend;
mod contracts;
mod demo;
mod dev_identity;
mod e2e;
mod enums;
pub(super) mod field;
mod gateway;
mod mocks;
mod pipelines;
mod reference;
mod regex_literal;
pub(super) mod relation;
mod sample;
mod sdk_rust;
mod service;
mod specimen;
mod stem;
mod web;
mod workspace;

use serde_json::Value;

use super::context::Place;

/// Prepares the data of one place.
pub(super) type View = fn(Place<'_>) -> Value;

/// The view of a name, as manifests give it.
pub(super) fn find(name: &str) -> Option<View> {
    VIEWS.iter().find(|(known, _)| *known == name).map(|(_, view)| *view)
}

const VIEWS: &[(&str, View)] = &[
    ("backend", backend::backend),
    ("contracts-workspace", contracts::workspace),
    ("contracts-service", contracts::service),
    ("contracts-schemas", contracts::schemas),
    ("contracts-proto", contracts::proto),
    ("demo", demo::view),
    ("dev-identity", dev_identity::view),
    ("e2e", e2e::view),
    ("gateway", gateway::workspace),
    ("gateway-entity", gateway::entity),
    ("gateway-service", gateway::service),
    ("mocks", mocks::workspace),
    ("mocks-service", mocks::service),
    ("pipelines", pipelines::view),
    ("reference", reference::workspace),
    ("reference-service", reference::service),
    ("sdk-rust", sdk_rust::workspace),
    ("sdk-rust-entity", sdk_rust::entity),
    ("service", service::service),
    ("service-entity", service::entity),
    ("service-migrations", service::migrations),
    ("service-test", service::test),
    ("web", web::workspace),
    ("web-entity", web::entity),
    ("web-entity-locale", web::entity_locale),
    ("web-locale", web::locale),
    ("workspace", workspace::view),
    ("workspace-service", workspace::of_service),
];
