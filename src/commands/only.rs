//! `--only`: the files of a service, an entity or a template.

use std::collections::BTreeSet;

use super::fault;
use crate::blueprint::migrations::Pending;
use crate::blueprint::tables::tables_of;
use crate::error::CliError;
use crate::spec::Model;
use crate::spec::model::Entity;
use crate::workspace::{FilePlan, LockedFile};
use crate::workspace_path::WorkspacePath;

/// Which files are wanted.
pub(super) struct Only<'a> {
    model: &'a Model,
    templates: BTreeSet<String>,
    /// As they stand in paths: `pet`, `pets`, `line_item`.
    words: BTreeSet<String>,
    entities: Vec<&'a Entity>,
    /// Folders of migrations that go with the entities.
    folders: Vec<&'a Pending>,
}

impl<'a> Only<'a> {
    /// Those of the given names.
    pub fn of(names: &[String], model: &'a Model, templates: &BTreeSet<String>) -> Result<Self, CliError> {
        let (templates_wanted, words) = (BTreeSet::new(), BTreeSet::new());
        let mut only = Self { model, templates: templates_wanted, words, entities: Vec::new(), folders: Vec::new() };
        for name in names {
            let entity = model.entities.iter().find(|entity| entity.names.one.pascal == *name);
            let service = model.services.iter().find(|service| service.names.one.kebab == *name);
            if let Some(entity) = entity {
                only.entities.push(entity);
                for casing in [&entity.names.one, &entity.names.many] {
                    only.words.extend([&casing.kebab, &casing.snake, &casing.camel, &casing.pascal].map(String::clone));
                }
            } else if let Some(service) = service {
                only.words.extend([&service.names.one.kebab, &service.names.one.snake].map(String::clone));
            } else if templates.contains(name) {
                only.templates.insert(name.clone());
            } else {
                return Err(unknown(name, model, templates));
            }
        }
        Ok(only)
    }

    /// Takes the next migrations of the entities along. A migration is run whole, so one that is about other tables as well is
    /// nobody's part.
    ///
    /// # Errors
    /// It changes tables of entities that are not wanted.
    pub fn with_migrations(mut self, pending: &'a [Pending], plan: &FilePlan) -> Result<Self, CliError> {
        for pending in pending {
            let own = self.tables(pending);
            let is_written = plan.writes().any(|change| pending.has(&change.path));
            if !is_written || own.is_disjoint(&pending.changed) || self.wants_all_of(pending, plan) {
                continue;
            }
            let others: Vec<&String> = pending.changed.difference(&own).collect();
            if !others.is_empty() {
                return Err(self.shared(pending, &others));
            }
            self.folders.push(pending);
        }
        Ok(self)
    }

    /// The tables of a service that belong to the wanted entities.
    fn tables(&self, pending: &Pending) -> BTreeSet<String> {
        let of_service = |entity: &&&Entity| pending.wanted.contains(&entity.table);
        self.entities.iter().filter(of_service).flat_map(|entity| tables_of(self.model, entity)).collect()
    }

    /// Whether its service or the template that makes it is wanted.
    fn wants_all_of(&self, pending: &Pending, plan: &FilePlan) -> bool {
        let mut files = plan.lock.files.iter().filter(|(path, _)| pending.has(path));
        files.any(|(path, file)| self.wants(path, file))
    }

    fn shared(&self, pending: &Pending, others: &[&String]) -> CliError {
        let owner = |table: &String| {
            let here = |entity: &&Entity| pending.wanted.contains(&entity.table) || entity.table == *table;
            let mut all = self.model.entities.iter().filter(here);
            all.find(|entity| tables_of(self.model, entity).contains(table)).map(|entity| &entity.names.one.pascal)
        };
        let of = |table: &&String| match owner(table) {
            Some(entity) => format!("  {table}  (of {entity})"),
            None => format!("  {table}  (of no entity of the spec)"),
        };
        let lines: Vec<String> = others.iter().map(of).collect();
        let mut names: Vec<&str> = self.entities.iter().map(|entity| entity.names.one.pascal.as_str()).collect();
        names.extend(others.iter().filter_map(|table| owner(table)).map(String::as_str));
        let mut seen = BTreeSet::new();
        names.retain(|name| seen.insert(*name));
        let nameless = others.iter().any(|table| owner(table).is_none());
        CliError::user(format!(
            "the next migration in `{}` is about other tables as well; nothing was written",
            pending.folder
        ))
        .report(lines.join("\n"))
        .maybe_hint((!nameless).then(|| format!("`--only {}` takes all that it is about", names.join(","))))
        .hint("without `--only` everything is brought up to date")
    }

    /// Whether a file is one of them: made by a template, or with a part of its path that names an entity or a service.
    pub fn wants(&self, path: &WorkspacePath, file: &LockedFile) -> bool {
        let named = |part: &str| self.words.contains(part.split('.').next().unwrap_or(part));
        // A migration is a script, its snapshot and a line in a journal: all of them, or none.
        let place = path.as_str().split_once("/migrations/").map_or(path.as_str(), |(service, _)| service);
        self.templates.contains(&file.template)
            || place.split('/').any(named)
            || self.folders.iter().any(|pending| pending.has(path))
    }
}

fn unknown(name: &str, model: &Model, templates: &BTreeSet<String>) -> CliError {
    let services = model.services.iter().map(|service| service.names.one.kebab.as_str());
    let entities = model.entities.iter().map(|entity| entity.names.one.pascal.as_str());
    let known: Vec<&str> = services.chain(entities).chain(templates.iter().map(String::as_str)).collect();
    CliError::user(format!("there is no service, entity or template `{name}`"))
        .maybe_hint(fault::did_you_mean(name, known.iter().copied()))
        .hint(format!("`--only` takes one of {}", known.join(", ")))
}
