//! The projects of a rendered workspace: every `package.json`, and what `pnpm-workspace.yaml` says for all.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::LockfileError;
use crate::render::RenderedFile;
use crate::yaml;

pub(super) struct Projects {
    /// By folder; `.` for the root.
    pub by_folder: BTreeMap<String, Project>,
    pub settings: Settings,
}

/// As much of a `package.json` as a lockfile speaks of.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(super) struct Project {
    pub name: String,
    pub dependencies: BTreeMap<String, String>,
    pub dev_dependencies: BTreeMap<String, String>,
    pub optional_dependencies: BTreeMap<String, String>,
}

/// As much of `pnpm-workspace.yaml` as a lockfile speaks of.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Settings {
    pub catalog: BTreeMap<String, String>,
    pub overrides: BTreeMap<String, String>,
}

impl Projects {
    pub(super) fn read(files: &[RenderedFile]) -> Result<Self, LockfileError> {
        let mut projects = Self { by_folder: BTreeMap::new(), settings: Settings::default() };
        for file in files {
            let path = file.path.as_str();
            if path == "pnpm-workspace.yaml" {
                projects.settings =
                    read(path, &file.bytes, |text| yaml::read(text).map_err(|error| error.to_string()))?;
            } else if let Some(folder) = folder_of_manifest(path) {
                let project =
                    read(path, &file.bytes, |text| serde_json::from_str(text).map_err(|error| error.to_string()))?;
                projects.by_folder.insert(folder.to_owned(), project);
            }
        }
        Ok(projects)
    }

    /// The version behind `catalog:`; anything else as it is.
    pub(super) fn resolved<'a>(&'a self, name: &str, specifier: &'a str) -> &'a str {
        match specifier {
            "catalog:" => self.settings.catalog.get(name).map_or(specifier, String::as_str),
            _ => specifier,
        }
    }

    /// Where a project of the workspace lives.
    pub(super) fn folder_of(&self, name: &str) -> Option<&str> {
        self.by_folder.iter().find(|(_, project)| project.name == name).map(|(folder, _)| folder.as_str())
    }
}

impl Project {
    /// Of every group.
    pub(super) fn dependencies(&self) -> impl Iterator<Item = (&str, &str)> {
        self.groups()
            .into_iter()
            .flat_map(|(_, group)| group)
            .map(|(name, specifier)| (name.as_str(), specifier.as_str()))
    }

    /// In the order of the lockfile.
    pub(super) fn groups(&self) -> [(&'static str, &BTreeMap<String, String>); 3] {
        [
            ("dependencies", &self.dependencies),
            ("devDependencies", &self.dev_dependencies),
            ("optionalDependencies", &self.optional_dependencies),
        ]
    }
}

fn folder_of_manifest(path: &str) -> Option<&str> {
    match path.strip_suffix("package.json")? {
        "" => Some("."),
        folder => folder.strip_suffix('/'),
    }
}

fn read<T>(path: &str, bytes: &[u8], parse: impl Fn(&str) -> Result<T, String>) -> Result<T, LockfileError> {
    let text = std::str::from_utf8(bytes).map_err(|error| error.to_string());
    text.and_then(parse).map_err(|message| LockfileError::Unreadable { path: path.to_owned(), message })
}
