//! Which components a stack has: those that the spec needs, or those that were named, and all that these need.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use super::apps::APPS;
use super::catalog::Catalog;
use super::component::Component;
use super::error::StackError;
use crate::condition;

/// What is wanted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wanted {
    /// What the spec needs.
    Needed,
    /// Every component that there is.
    All,
    /// These components, services or jobs.
    Named(Vec<String>),
}

/// Names of the components of a stack. What the applications need is no part of it where there are none.
pub(super) fn choose(
    wanted: &Wanted,
    catalog: &Catalog,
    apps: Option<&Component>,
    facts: &Map<String, Value>,
) -> Result<BTreeSet<String>, StackError> {
    let facts = Value::Object(facts.clone());
    let needed = |component: &Component| component.when.iter().any(|condition| condition::holds(condition, &facts));
    let mut open: Vec<String> = match wanted {
        Wanted::All => catalog.names(),
        Wanted::Needed => {
            catalog.iter().filter(|(_, listed)| needed(&listed.component)).map(|(name, _)| name.to_owned()).collect()
        }
        Wanted::Named(names) => names.iter().map(|name| named(name, catalog, apps)).collect::<Result<_, _>>()?,
    };
    if !matches!(wanted, Wanted::Named(_)) && apps.is_some() {
        open.push(APPS.to_owned());
    }
    let mut chosen = BTreeSet::new();
    while let Some(name) = open.pop() {
        let component = match catalog.get(&name) {
            Some(listed) => Some(&listed.component),
            None => apps.filter(|_| name == APPS),
        };
        let Some(component) = component else {
            return Err(StackError::Unknown { name, known: known(catalog, apps) });
        };
        if !chosen.insert(name) {
            continue;
        }
        open.extend(component.needs.iter().cloned());
        open.extend(component.database.then(|| super::fill::POSTGRES.to_owned()));
    }
    Ok(chosen)
}

fn named(name: &str, catalog: &Catalog, apps: Option<&Component>) -> Result<String, StackError> {
    if let Some(owner) = catalog.owner(name) {
        return Ok(owner.to_owned());
    }
    let of_apps = |apps: &Component| name == APPS || apps.services.contains_key(name) || apps.jobs.contains_key(name);
    match apps.filter(|apps| of_apps(apps)) {
        Some(_) => Ok(APPS.to_owned()),
        None => Err(StackError::Unknown { name: name.to_owned(), known: known(catalog, apps) }),
    }
}

fn known(catalog: &Catalog, apps: Option<&Component>) -> Vec<String> {
    catalog.names().into_iter().chain(apps.map(|_| APPS.to_owned())).collect()
}
