//! From a spec and components to a stack: placeholders filled, everything in the order in which it can come up. Pure.

use std::collections::{BTreeMap, BTreeSet};

use indexmap::IndexMap;
use serde_json::{Map, Value, json};

use super::amount::Seconds;
use super::apps::{self, APPS, Apps, Database};
use super::catalog::Catalog;
use super::choose::{Wanted, choose};
use super::component::{Component, Container, File, Protocol, SecretKind};
use super::error::StackError;
use super::fill::{POSTGRES, Scope, address_fact, database_name, role_secret, secret_fact};
use super::model::{Probe, Stack, Unit};
use super::text::Text;
use super::{facts, order, place, probe};
use crate::spec::problem::{Path, Problem};
use crate::spec::{Document, Model};

const STOP_AFTER: Seconds = Seconds(10.0);

/// What a stack is made of.
#[derive(Debug, Clone, Copy)]
pub struct Parts<'a> {
    /// What the person wrote.
    pub document: &'a Document,
    /// What it means.
    pub model: &'a Model,
    /// Which applications the workspace has.
    pub apps: &'a Apps,
    /// All components that there are.
    pub catalog: &'a Catalog,
    /// What the stack is called.
    pub name: &'a str,
}

/// Makes the stack.
///
/// # Errors
/// A name that is none, a placeholder that means nothing, components that wait for each other in a circle.
pub fn assemble(parts: Parts<'_>, wanted: &Wanted) -> Result<Stack, StackError> {
    let taken = |name: &str| parts.catalog.owner(name).is_some();
    let own = apps::component(parts.model, parts.apps, &taken);
    let mut facts = facts::facts(parts.document, parts.model, parts.apps, parts.name);
    let chosen = choose(wanted, parts.catalog, own.as_ref(), &facts)?;
    let mut used: BTreeMap<&str, Source<'_>> = BTreeMap::new();
    for name in &chosen {
        let source = match (parts.catalog.get(name), &own) {
            (Some(listed), _) => Source { component: &listed.component, file: &listed.file, text: &listed.text },
            (None, Some(own)) => Source { component: own, file: "the workspace's applications", text: "" },
            (None, None) => continue,
        };
        used.insert(name.as_str(), source);
    }
    no_name_twice(&used)?;
    let databases = databases(parts, &used);
    facts.extend(of_chosen(&used, &databases));
    let facts = Value::Object(facts);
    let secrets = secrets(&used, &databases);

    let mut units = Vec::new();
    for (name, source) in &used {
        let builder = Builder { name, source, used: &used, facts: &facts, secrets: &secrets };
        units.extend(builder.units()?);
    }
    Ok(Stack { name: parts.name.to_owned(), units: order::ordered(units)?, secrets })
}

/// A component, and where it was read from.
pub(super) struct Source<'a> {
    pub component: &'a Component,
    pub file: &'a str,
    pub text: &'a str,
}

fn no_name_twice(used: &BTreeMap<&str, Source<'_>>) -> Result<(), StackError> {
    let mut seen: BTreeMap<&str, &str> = BTreeMap::new();
    for (component, source) in used {
        for name in source.component.services.keys().chain(source.component.jobs.keys()) {
            if let Some(other) = seen.insert(name, component) {
                let message = format!("`{name}` is a container of `{other}` too");
                return Err(StackError::Component { file: source.file.to_owned(), message });
            }
        }
    }
    Ok(())
}

/// The databases of chosen components, then those of services.
fn databases(parts: Parts<'_>, used: &BTreeMap<&str, Source<'_>>) -> Vec<Database> {
    let own = used.iter().filter(|(_, source)| source.component.database).map(|(name, _)| {
        let name = database_name(name);
        Database { name: name.clone(), owner: name, app: None }
    });
    let of_services = if used.contains_key(APPS) { apps::databases(parts.model, parts.apps) } else { Vec::new() };
    own.chain(of_services).collect()
}

/// Facts that depend on which components there are.
fn of_chosen(used: &BTreeMap<&str, Source<'_>>, databases: &[Database]) -> Map<String, Value> {
    let mut facts = Map::new();
    let granted = |database: &Database| {
        let to: Vec<&str> = std::iter::once(database.owner.as_str()).chain(database.app.as_deref()).collect();
        json!({ "name": database.name, "owner": database.owner, "users": format!("\"{}\"", to.join("\", \"")) })
    };
    // Where signed-in people come back to; without the web application, whatever runs on this machine.
    let web = used.get(APPS).is_some_and(|apps| apps.component.services.contains_key(apps::WEB));
    facts.insert("origin".to_owned(), if web { address_fact("web/http") } else { "http://localhost:*".into() });
    facts.insert("databases".to_owned(), databases.iter().map(granted).collect());
    let with_password = |role: &str| json!({ "name": role, "password": secret_fact(&role_secret(role)) });
    facts.insert("database-roles".to_owned(), roles(databases).into_iter().map(with_password).collect());
    let containers = used.values().flat_map(|source| &source.component.services);
    let routes = containers.flat_map(|(service, container)| {
        let published = container.ports.values().filter(|port| port.publish && port.protocol == Protocol::Http);
        published.take(1).map(move |port| {
            json!({ "name": service, "host": format!("{service}.localhost"), "url": format!("http://{service}:{}", port.container) })
        })
    });
    facts.insert("routes".to_owned(), routes.collect());
    facts
}

fn roles(databases: &[Database]) -> BTreeSet<&str> {
    databases
        .iter()
        .flat_map(|database| std::iter::once(database.owner.as_str()).chain(database.app.as_deref()))
        .collect()
}

fn secrets(used: &BTreeMap<&str, Source<'_>>, databases: &[Database]) -> BTreeMap<String, SecretKind> {
    let own = used.iter().flat_map(|(name, source)| {
        source.component.secrets.iter().map(move |(secret, kind)| (format!("{name}/{secret}"), *kind))
    });
    let of_roles = roles(databases).into_iter().map(|role| (role_secret(role), SecretKind::Hex));
    own.chain(of_roles).collect()
}

/// Makes the units of one component.
struct Builder<'a> {
    name: &'a str,
    source: &'a Source<'a>,
    used: &'a BTreeMap<&'a str, Source<'a>>,
    facts: &'a Value,
    secrets: &'a BTreeMap<String, SecretKind>,
}

impl Builder<'_> {
    fn units(&self) -> Result<Vec<Unit>, StackError> {
        let component = self.source.component;
        let sections = [("services", &component.services, false), ("jobs", &component.jobs, true)];
        let mut problems = Vec::new();
        let mut units = Vec::new();
        for (section, containers, once) in sections {
            for (name, container) in containers {
                let path = Path::of(&[section, name]);
                units.push(self.unit(name, container, once, &path, &mut problems));
            }
        }
        place::problems(self.source.file, self.source.text, problems)?;
        Ok(units)
    }

    fn unit(&self, name: &str, container: &Container, once: bool, path: &Path, problems: &mut Vec<Problem>) -> Unit {
        let secret = |wanted: &str| {
            self.may_name(wanted.split('/').next().unwrap_or_default()) && self.secrets.contains_key(wanted)
        };
        let service = |wanted: &str| self.container(wanted).is_some();
        let port = |wanted: &str, port: &str| Some(self.container(wanted)?.ports.get(port)?.container);
        let scope = Scope {
            facts: self.facts,
            component: self.name,
            database: self.source.component.database,
            secrets: &secret,
            port: &port,
            service: &service,
        };
        let mut fill = |text: &str, path: Path| match scope.text(text, None) {
            Ok(text) => text,
            Err(message) => {
                problems.push(Problem::new(path, message).mend(MEND));
                Text::default()
            }
        };
        let mut list = |texts: &[String], key: &str| -> Vec<Text> {
            texts.iter().enumerate().map(|(index, text)| fill(text, path.key(key).index(index))).collect()
        };
        let (entrypoint, command) = (list(&container.entrypoint, "entrypoint"), list(&container.command, "command"));
        let health = container.health.as_ref().map(|health| Probe {
            command: probe::command(health, container).iter().map(|text| fill(text, path.key("health"))).collect(),
            interval: health.interval,
            timeout: health.timeout,
            retries: health.retries,
            start_period: health.start_period,
        });
        let env =
            container.env.iter().map(|(key, value)| (key.clone(), fill(value, path.key("env").key(key)))).collect();
        let mut files = BTreeMap::new();
        for (index, file) in container.files.iter().enumerate() {
            match content(file, &scope) {
                Ok(content) => drop(files.insert(file.to.clone(), content)),
                Err(message) => problems.push(Problem::new(path.key("files").index(index), message).mend(MEND)),
            }
        }
        Unit {
            name: name.to_owned(),
            component: self.name.to_owned(),
            local: self.source.component.local,
            once,
            image: container.image.clone(),
            entrypoint,
            command,
            env,
            user: container.user.clone(),
            read_only: container.read_only,
            tmpfs: container.tmpfs.clone(),
            capabilities: container.capabilities.clone(),
            ports: container.ports.clone(),
            health,
            limits: container.limits.clone(),
            volumes: container
                .volumes
                .iter()
                .map(|(volume, folder)| (format!("{}-{volume}", self.name), folder.clone()))
                .collect::<IndexMap<_, _>>(),
            files,
            after: self.after(name, container),
            stop_after: container.stop_after.unwrap_or(STOP_AFTER).whole(),
        }
    }

    /// What it names itself, and all of the components that its own needs.
    fn after(&self, name: &str, container: &Container) -> BTreeSet<String> {
        let component = self.source.component;
        let needs = component.needs.iter().map(String::as_str).chain(component.database.then_some(POSTGRES));
        let mut after: BTreeSet<String> = needs
            .filter_map(|need| self.used.get(need))
            .flat_map(|source| source.component.services.keys().chain(source.component.jobs.keys()).cloned())
            .collect();
        after.extend(container.after.iter().cloned());
        after.retain(|other| other != name);
        after
    }

    /// Whether a component may name another's secrets and services: its own, and those of what it needs.
    fn may_name(&self, other: &str) -> bool {
        let component = self.source.component;
        other == self.name
            || component.needs.iter().any(|need| need == other)
            || (component.database && other == POSTGRES)
    }

    fn container(&self, name: &str) -> Option<&Container> {
        let (_, source) = self
            .used
            .iter()
            .find(|(_, source)| source.component.services.contains_key(name))
            .filter(|(component, _)| self.may_name(component))?;
        source.component.services.get(name)
    }
}

const MEND: &str = "docs/stack.md lists what can be named; other components have to stand in `needs`";

fn content(file: &File, scope: &Scope<'_>) -> Result<Text, String> {
    if let Some(secret) = &file.secret {
        return scope.text(&format!("{{{{secret.{secret}}}}}"), None);
    }
    if let Some(text) = &file.text {
        return scope.text(text, None);
    }
    if let Some(json) = &file.json {
        return scope.json(json, None);
    }
    let mut content = Text::default();
    for part in &file.parts {
        let Some(list) = &part.each else {
            content.extend(scope.text(&part.text, None)?);
            continue;
        };
        for item in scope.list(list)? {
            content.extend(scope.text(&part.text, Some(item))?);
        }
    }
    Ok(content)
}
