//! Which service owns which entity.

use indexmap::IndexMap;

use crate::spec::{
    Document,
    model::{Entity, EntityId, Service, ServiceId},
    naming::Names,
    problem::{Path, Problem},
    validate::unknown_entity,
};

/// The name of the only service of a document that names none.
pub const ONLY_SERVICE: &str = "core";

/// By entity, the service that owns it. One left out goes to the first.
pub(super) fn owners(
    document: &Document,
    ids: &IndexMap<&str, EntityId>,
    problems: &mut Vec<Problem>,
) -> Vec<ServiceId> {
    let mut owners: Vec<Option<ServiceId>> = vec![None; ids.len()];
    for (at, (service, given)) in document.services.iter().enumerate() {
        let path = Path::of(&["services", service]);
        let listed = if given.description.is_some() { path.key("entities") } else { path.clone() };
        for (place, name) in given.entities.iter().enumerate() {
            let here = listed.index(place);
            let Some(id) = ids.get(name.as_str()) else {
                problems.push(unknown_entity(here, name, document));
                continue;
            };
            match owners[id.0] {
                None => owners[id.0] = Some(ServiceId(at)),
                Some(ServiceId(other)) => {
                    let other = document.services.get_index(other).map_or("", |(name, _)| name);
                    let message = format!("`{name}` is owned by `{other}` already");
                    problems.push(Problem::new(here, message).mend("list it in one service only"));
                }
            }
        }
    }
    let owners: Vec<ServiceId> = owners.into_iter().map(|owner| owner.unwrap_or(ServiceId(0))).collect();
    for (at, service) in document.services.keys().enumerate() {
        if !owners.contains(&ServiceId(at)) {
            let message = format!("the service `{service}` owns no entity");
            problems.push(
                Problem::of_key(Path::of(&["services", service]), message).mend("list one, or leave the service out"),
            );
        }
    }
    owners
}

/// In the order of the document.
pub(super) fn services(document: &Document, entities: &[Entity]) -> Vec<Service> {
    let owned = |id: ServiceId| entities.iter().filter(|entity| entity.service == id).map(|entity| entity.id).collect();
    if document.services.is_empty() {
        let id = ServiceId(0);
        return vec![Service { id, names: Names::of(ONLY_SERVICE), description: String::new(), entities: owned(id) }];
    }
    let service = |(at, (name, given)): (usize, (&String, &crate::spec::document::Service))| Service {
        id: ServiceId(at),
        names: Names::of(name),
        description: given.description.clone().unwrap_or_default(),
        entities: owned(ServiceId(at)),
    };
    document.services.iter().enumerate().map(service).collect()
}
