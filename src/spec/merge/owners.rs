//! Which service owns what is new.

use std::collections::{HashMap, HashSet};

use super::{Additions, Side};
use crate::spec::{document::Service, resolve::ONLY_SERVICE};

/// Puts new entities into the service that holds what they refer to, else into the one that the model has for them.
///
/// Those that a service of the model owns go together, and so do those that refer to each other where it has none.
pub(super) fn assign(here: Side<'_>, theirs: Side<'_>, additions: &mut Additions) {
    let owners = Owners::of(here);
    let contexts: HashMap<&str, &str> = theirs
        .document
        .services
        .iter()
        .flat_map(|(service, given)| given.entities.iter().map(move |entity| (entity.as_str(), service.as_str())))
        .collect();
    let links = links(additions);
    let mut fresh: Vec<(String, Vec<String>)> = Vec::new();
    for group in groups(additions, &contexts, &links) {
        let context = group.first().and_then(|entity| contexts.get(entity.as_str()).copied());
        let target = owners.most_linked(&group, &links).or_else(|| {
            let context = context?;
            let fellows = theirs.document.services[context].entities.iter().map(String::as_str);
            owners.of_most(fellows).or_else(|| owners.names.contains(&context).then_some(context))
        });
        match (target, context) {
            (Some(service), _) => place(additions, &group, service, here),
            (None, Some(context)) => fresh.push((context.to_owned(), group)),
            // The first service has it, without a word in the file.
            (None, None) => {}
        }
    }
    if !fresh.is_empty() && here.document.services.is_empty() {
        // Entities that no service lists belong to the first, and a new one must not become that.
        let elsewhere: HashSet<&String> = fresh.iter().flat_map(|(_, group)| group).collect();
        let with_new = additions.entities.keys().filter(|name| !elsewhere.contains(name));
        let entities = here.document.entities.keys().chain(with_new).cloned().collect();
        additions.services.insert(ONLY_SERVICE.to_owned(), Service { description: None, entities });
    }
    for (name, entities) in fresh {
        let description = theirs.document.services.get(&name).and_then(|service| service.description.clone());
        additions.services.insert(name, Service { description, entities });
    }
}

fn place(additions: &mut Additions, group: &[String], service: &str, here: Side<'_>) {
    // A spec without services has one for all, which is not named.
    if here.document.services.is_empty() {
        return;
    }
    for name in group {
        if let Some(new) = additions.entities.get_mut(name) {
            new.service = Some(service.to_owned());
        }
    }
}

/// By entity of the spec, its service.
struct Owners<'m> {
    names: Vec<&'m str>,
    by_entity: HashMap<&'m str, usize>,
}

impl<'m> Owners<'m> {
    fn of(here: Side<'m>) -> Self {
        let mut names: Vec<&str> = here.document.services.keys().map(String::as_str).collect();
        if names.is_empty() {
            names.push(ONLY_SERVICE);
        }
        let entities = here.document.entities.keys().zip(&here.model.entities);
        Self { names, by_entity: entities.map(|(name, entity)| (name.as_str(), entity.service.0)).collect() }
    }

    /// The service that a group has most relations with.
    fn most_linked(&self, group: &[String], links: &Links) -> Option<&'m str> {
        self.of_most(group.iter().flat_map(|name| links.get(name).into_iter().flatten()).map(String::as_str))
    }

    /// The service of most of these entities; the first of equals.
    fn of_most<'e>(&self, entities: impl Iterator<Item = &'e str>) -> Option<&'m str> {
        let mut votes = vec![0_usize; self.names.len()];
        entities.filter_map(|entity| self.by_entity.get(entity)).for_each(|service| votes[*service] += 1);
        let most = votes.iter().copied().max().filter(|most| *most > 0)?;
        votes.iter().position(|count| *count == most).map(|at| self.names[at])
    }
}

/// By new entity, what it refers to and what refers to it.
type Links = HashMap<String, Vec<String>>;

fn links(additions: &Additions) -> Links {
    let mut links = Links::new();
    let of_new = additions.entities.iter().map(|(name, new)| (name, &new.entity.relations));
    let of_old = additions.members.iter().map(|(name, members)| (name, &members.relations));
    for (name, relations) in of_new.chain(of_old) {
        for (_, target) in relations.values().filter_map(crate::spec::document::Relation::target) {
            links.entry(name.clone()).or_default().push(target.to_owned());
            links.entry(target.to_owned()).or_default().push(name.clone());
        }
    }
    links
}

/// New entities that go together, in the order of the model.
fn groups(additions: &Additions, contexts: &HashMap<&str, &str>, links: &Links) -> Vec<Vec<String>> {
    let mut by_context: Vec<(&str, Vec<String>)> = Vec::new();
    let mut places: HashMap<&str, usize> = HashMap::new();
    let mut groups = Vec::new();
    let mut seen: HashSet<&str> = HashSet::new();
    for name in additions.entities.keys() {
        if let Some(context) = contexts.get(name.as_str()) {
            let at = *places.entry(context).or_insert_with(|| {
                by_context.push((context, Vec::new()));
                by_context.len() - 1
            });
            by_context[at].1.push(name.clone());
            continue;
        }
        let mut waiting = vec![name.as_str()];
        let mut group = Vec::new();
        while let Some(name) = waiting.pop() {
            let is_free = additions.entities.contains_key(name) && !contexts.contains_key(name);
            if is_free && seen.insert(name) {
                group.push(name.to_owned());
                waiting.extend(links.get(name).into_iter().flatten().map(String::as_str));
            }
        }
        if !group.is_empty() {
            groups.push(group);
        }
    }
    by_context.into_iter().map(|(_, group)| group).chain(groups).collect()
}
