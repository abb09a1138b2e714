//! The user's own settings: `fountane/config.yaml` in the folder for configuration (XDG).

use std::collections::BTreeMap;

use camino::Utf8PathBuf;
use serde::Deserialize;

use super::Color;
use crate::env_vars::Environment;
use crate::yaml;

/// What the file may say.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
pub struct UserFile {
    /// Where it is; empty where there is none.
    #[serde(skip)]
    pub path: Utf8PathBuf,
    /// When to use colour.
    pub color: Option<Color>,
    /// Templates and blueprints that come before those of fountane.
    pub templates: Option<Utf8PathBuf>,
    /// How stacks come up.
    pub stack: StackSettings,
}

/// What the file may say of stacks.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
pub struct StackSettings {
    /// Registries of images by those that they stand in for: `docker.io: mirror.example/hub`.
    pub mirrors: BTreeMap<String, String>,
}

/// Why the file cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum SettingsError {
    /// It is not as it should be.
    #[error("`{path}`: {reason}")]
    Wrong {
        /// Where it is.
        path: Utf8PathBuf,
        /// With line and column.
        reason: String,
    },
    /// It cannot be read.
    #[error(transparent)]
    Io(#[from] std::io::Error),
}

impl UserFile {
    /// Reads it; nothing is said where it is not there.
    pub fn read(environment: &Environment) -> Result<Self, SettingsError> {
        let Some(folder) = environment.config_folder() else { return Ok(Self::default()) };
        let path = folder.join("config.yaml");
        let text = match fs_err::read_to_string(&path) {
            Ok(text) => text,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Self::default()),
            Err(error) => return Err(error.into()),
        };
        let read: Self = yaml::read(&text)
            .map_err(|error| SettingsError::Wrong { path: path.clone(), reason: error.to_string() })?;
        Ok(Self { path, ..read })
    }
}
