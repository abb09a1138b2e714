//! Template `backend`: the roles that its libraries know, and an entity that their tests can speak of.

use serde_json::{Value, json};

use crate::blueprint::context::Place;

/// Whose rows are, where there is one tenant only. Kept for good: rows carry it.
pub(super) const ONLY_TENANT: &str = "00000000-0000-4000-8000-000000000001";

/// `backend`
pub(super) fn backend(place: Place<'_>) -> Value {
    let model = place.model;
    let roles: Vec<&str> = model.roles.iter().rev().map(|role| role.name.as_str()).collect();
    let cases: Vec<Value> = roles
        .iter()
        .enumerate()
        .flat_map(|(held_at, held)| {
            roles.iter().enumerate().map(
                move |(needed_at, needed)| json!({ "held": held, "needed": needed, "expected": held_at <= needed_at }),
            )
        })
        .collect();
    let service = &model.services[0];
    let first = model.entity(service.entities[0]);
    json!({
        "roles": roles,
        "most": roles.first(),
        "least": roles.last(),
        "usual": roles[roles.len() / 2],
        "several": roles.len() > 1,
        "roleCases": cases,
        "onlyTenant": ONLY_TENANT,
        "first": { "one": first.names.one, "many": first.names.many, "service": service.names.one },
    })
}
