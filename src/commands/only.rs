//! `--only`: the files of a service, an entity or a template.

use std::collections::BTreeSet;

use super::fault;
use crate::error::CliError;
use crate::spec::Model;
use crate::workspace::LockedFile;
use crate::workspace_path::WorkspacePath;

/// Which files are wanted.
pub(super) struct Only {
    templates: BTreeSet<String>,
    /// As they stand in paths: `pet`, `pets`, `line_item`.
    words: BTreeSet<String>,
}

impl Only {
    /// Those of the given names.
    pub fn of(names: &[String], model: &Model, templates: &BTreeSet<String>) -> Result<Self, CliError> {
        let mut only = Self { templates: BTreeSet::new(), words: BTreeSet::new() };
        for name in names {
            let entity = model.entities.iter().find(|entity| entity.names.one.pascal == *name);
            let service = model.services.iter().find(|service| service.names.one.kebab == *name);
            if let Some(entity) = entity {
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

    /// Whether a file is one of them: made by a template, or with a part of its path that names an entity or a service.
    pub fn wants(&self, path: &WorkspacePath, file: &LockedFile) -> bool {
        let named = |part: &str| self.words.contains(part.split('.').next().unwrap_or(part));
        // A migration is a script, its snapshot and a line in a journal: all of them, or none.
        let place = path.as_str().split_once("/migrations/").map_or(path.as_str(), |(service, _)| service);
        self.templates.contains(&file.template) || place.split('/').any(named)
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
