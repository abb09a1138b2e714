//! What a template's files need to know beyond names: computed from the model, one module per template, and found there
//! under `view`. Views say *what* (a field's zod expression, a column's type); templates say *where*.

mod dev_identity;
mod enums;
mod field;
mod gateway;
mod relation;
mod sample;
mod stem;
mod web;

use serde_json::Value;

use super::context::Place;

/// Prepares the data of one place.
pub(super) type View = fn(Place<'_>) -> Value;

/// The view of a name, as manifests give it.
pub(super) fn find(name: &str) -> Option<View> {
    VIEWS.iter().find(|(known, _)| *known == name).map(|(_, view)| *view)
}

const VIEWS: &[(&str, View)] = &[
    ("dev-identity", dev_identity::view),
    ("gateway", gateway::workspace),
    ("gateway-service", gateway::service),
    ("gateway-entity", gateway::entity),
    ("web", web::workspace),
    ("web-entity", web::entity),
    ("web-locale", web::locale),
    ("web-entity-locale", web::entity_locale),
];
