//! The people of the development identity provider: three of each tenant, from the most to the least.

use serde_json::{Value, json};

use super::Place;
use crate::render::ts::string_literal;
use crate::spec::Model;
use crate::spec::model::Tenancy;

const ACME: Tenant = Tenant { variable: "acme", id: "3f0e0c2e-5d0b-4f0e-9d6c-0a4d8b0c1a11", name: "Acme" };
const GLOBEX: Tenant = Tenant { variable: "globex", id: "9b2d7c54-1f6e-4a8b-8c3d-6e5f4a3b2c1d", name: "Globex" };

/// Their names, and which tenant each belongs to; in each tenant from the highest role to the lowest.
const PEOPLE: [(&str, &str, Tenant); 6] = [
    ("Ada Okafor", "ada", ACME),
    ("Mei Lindqvist", "mei", ACME),
    ("Tomás Reyes", "tomas", ACME),
    ("Grace Haddad", "grace", GLOBEX),
    ("Noah Petrov", "noah", GLOBEX),
    ("Iris Tanaka", "iris", GLOBEX),
];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Tenant {
    pub variable: &'static str,
    pub id: &'static str,
    pub name: &'static str,
}

/// Somebody whom developers, stories and demos sign in as.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Person<'a> {
    pub sub: String,
    pub name: &'static str,
    pub email: String,
    pub tenant: Tenant,
    pub role: &'a str,
}

/// Everyone; where the product knows no tenants, only those of the first.
pub(super) fn people(model: &Model) -> Vec<Person<'_>> {
    let isolated = model.tenancy != Tenancy::None;
    PEOPLE
        .iter()
        .enumerate()
        .filter(|(_, (_, _, tenant))| isolated || *tenant == ACME)
        .map(|(index, (name, mailbox, tenant))| Person {
            sub: format!("f4a1c0de-{0:04}-4000-8000-{0:012}", index + 1),
            name,
            email: format!("{mailbox}@{}.example", tenant.variable),
            tenant: *tenant,
            role: role(model, index % 3),
        })
        .collect()
}

/// The last role for the first person, one in the middle for the second, the first for the third.
fn role(model: &Model, rank: usize) -> &str {
    let roles = &model.roles;
    let index = match rank {
        0 => roles.len() - 1,
        1 => roles.len() / 2,
        _ => 0,
    };
    &roles[index].name
}

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
