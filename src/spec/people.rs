//! Whom developers, stories, demos and stacks sign in as: three of each tenant, from the most to the least.

use super::Model;
use super::model::Tenancy;

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

/// A customer of the product.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tenant {
    /// Its name in small letters, as code has it.
    pub variable: &'static str,
    /// Its UUID, as rows and tokens have it.
    pub id: &'static str,
    /// For people.
    pub name: &'static str,
}

/// Somebody whom developers, stories and demos sign in as.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person<'a> {
    /// A UUID: what tokens call this person.
    pub sub: String,
    /// First and last name.
    pub name: &'static str,
    /// An address that nobody can have.
    pub email: String,
    /// Whose customer's person it is.
    pub tenant: Tenant,
    /// A role of the spec.
    pub role: &'a str,
}

/// Everyone; where the product knows no tenants, only those of the first.
pub fn people(model: &Model) -> Vec<Person<'_>> {
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
