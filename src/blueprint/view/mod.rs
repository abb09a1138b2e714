//! What a template's files need to know beyond names: computed from the model, one module per template, and found there
//! under `view`. Views say *what* (a field's zod expression, a column's type); templates say *where*.

mod demo;
mod dev_identity;
mod enums;
mod gateway;
mod keys;
mod sample;
mod stem;
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
    ("demo", demo::view),
    ("dev-identity", dev_identity::view),
    ("workspace", workspace::view),
    ("workspace-service", workspace::of_service),
    ("gateway", gateway::workspace),
    ("gateway-service", gateway::service),
    ("gateway-entity", gateway::entity),
];
