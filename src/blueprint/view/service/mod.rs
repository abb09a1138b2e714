//! Template `service`: what runs behind gRPC and keeps the rows.

mod aggregate;
mod entity;
mod seed;
mod table;
mod test;
mod words;

pub(super) use aggregate::{migrations, service};
pub(super) use entity::{entity, is_tree};
pub(super) use test::test;

use serde_json::{Value, json};

use crate::spec::Model;
use crate::spec::model::{Entity, Service};

/// The port on which the first service speaks gRPC; the others follow.
const FIRST_GRPC_PORT: usize = 50_051;

/// The port on which the first service tells its health; the others follow.
const FIRST_HTTP_PORT: usize = 9_464;

/// `../owners/owners.store.js`, or `./` for the entity itself.
fn import(variable: &str, from: &Entity, to: &Entity, what: &str) -> Value {
    let file = &to.names.many.kebab;
    let path = if from.id == to.id { format!("./{file}.{what}.js") } else { format!("../{file}/{file}.{what}.js") };
    json!({ "variable": variable, "path": path })
}

/// Imports of other entities, in the order of their paths and each but once; what the entity itself has is left out.
fn imports<'a>(from: &Entity, wanted: impl Iterator<Item = (&'a Entity, String)>, what: &str) -> Vec<Value> {
    let mut by_file: Vec<(&Entity, Vec<String>)> = Vec::new();
    for (to, variable) in wanted.filter(|(to, _)| to.id != from.id) {
        match by_file.iter_mut().find(|(known, _)| known.id == to.id) {
            Some((_, variables)) if variables.contains(&variable) => {}
            Some((_, variables)) => variables.push(variable),
            None => by_file.push((to, vec![variable])),
        }
    }
    by_file.sort_by(|(a, _), (b, _)| a.names.many.kebab.cmp(&b.names.many.kebab));
    by_file
        .into_iter()
        .map(|(to, mut variables)| {
            variables.sort();
            import(&variables.join(", "), from, to, what)
        })
        .collect()
}

/// `@petclinic/contracts/schemas/clinic/pets`
pub(super) fn schemas_path(model: &Model, service: &Service, entity: &Entity) -> String {
    format!("@{}/contracts/schemas/{}/{}", model.project.name, service.names.one.kebab, entity.names.many.kebab)
}

/// `@petclinic/contracts/nest/clinic/v1/pets`, or `es` for those that call.
pub(super) fn messages_path(model: &Model, dialect: &str, service: &Service, file: &str) -> String {
    format!("@{}/contracts/{dialect}/{}/v1/{file}", model.project.name, service.names.one.snake)
}
