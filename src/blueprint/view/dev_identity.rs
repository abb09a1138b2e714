//! The people of the development identity provider: three of each tenant, from the most to the least.

use serde_json::{Value, json};

use super::Place;
use crate::render::ts::string_literal;
use crate::spec::people::Tenant;

pub(super) use crate::spec::people::people;

pub(super) fn view(place: Place<'_>) -> Value {
    let people = people(place.model);
    let mut tenants: Vec<Tenant> = people.iter().map(|person| person.tenant).collect();
    tenants.dedup();
    let mut roles: Vec<&str> = place.model.roles.iter().map(|role| role.name.as_str()).collect();
    roles.retain(|role| people.iter().any(|person| person.role == *role));
    json!({
        "roleType": roles.iter().map(|role| string_literal(role)).collect::<Vec<_>>().join(" | "),
        "tenants": tenants.iter().map(|tenant| json!({
            "variable": tenant.variable,
            "id": tenant.id,
            "name": tenant.name,
        })).collect::<Vec<_>>(),
        "people": people.iter().map(|person| json!({
            "sub": person.sub,
            "name": person.name,
            "email": person.email,
            "tenant": person.tenant.variable,
            "role": person.role,
        })).collect::<Vec<_>>(),
    })
}
