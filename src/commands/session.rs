//! What every command gets: the Ui, the settings, the environment, and where it stands.

use camino::{Utf8Path, Utf8PathBuf};

use crate::blueprint::Library;
use crate::cli::{ColorWhen, GlobalArgs};
use crate::env_vars::Environment;
use crate::error::CliError;
use crate::settings::{Color, Flags, Settings, Telling};
use crate::ui::{Manner, Ui, Verbosity};

/// What every command gets.
#[derive(Debug)]
pub(super) struct Session {
    pub ui: Ui,
    pub settings: Settings,
    pub environment: Environment,
    pub cwd: Utf8PathBuf,
    /// Addresses of sources that the command line says are trusted.
    pub trust: Vec<String>,
}

impl Session {
    pub fn new(ui: Ui, settings: Settings, environment: Environment, trust: Vec<String>) -> Result<Self, CliError> {
        let cwd = std::env::current_dir()
            .map_err(|error| CliError::user("the current folder is gone").hint(error.to_string()))?;
        let cwd = Utf8PathBuf::from_path_buf(cwd)
            .map_err(|path| CliError::user(format!("`{}` is not UTF-8", path.display())))?;
        Ok(Self { ui, settings, environment, cwd, trust })
    }

    /// Blueprints and templates: the author's folder, then the embedded ones.
    pub fn library(&self) -> Library {
        match &self.settings.templates.value {
            Some(folder) => Library::with_overrides(self.absolute(folder)),
            None => Library::embedded(),
        }
    }

    /// A path that was typed, from where we stand; without `.` and trailing slashes.
    pub fn absolute(&self, path: &Utf8Path) -> Utf8PathBuf {
        self.cwd.join(path).components().filter(|part| part.as_str() != ".").collect()
    }

    /// A path as a person here would type it.
    pub fn shown(&self, path: &Utf8Path) -> String {
        match path.strip_prefix(&self.cwd) {
            Ok(inside) if inside.as_str().is_empty() => ".".to_owned(),
            Ok(inside) => inside.to_string(),
            Err(_) => path.to_string(),
        }
    }

    /// Whether defaults are taken instead of asking.
    pub fn takes_defaults(&self) -> bool {
        self.settings.yes.value
    }
}

/// What was typed, without clap.
pub(super) fn flags(global: &GlobalArgs) -> Flags {
    let color = global.color.map(|when| match when {
        ColorWhen::Auto => Color::Auto,
        ColorWhen::Always => Color::Always,
        ColorWhen::Never => Color::Never,
    });
    Flags {
        json: global.json,
        quiet: global.quiet,
        verbose: global.verbose,
        color,
        yes: global.yes,
        templates: global.templates.clone(),
    }
}

/// How the person and the program talk, by these settings.
pub(super) fn manner(settings: &Settings) -> Manner {
    Manner {
        json: settings.json.value,
        verbosity: match settings.telling.value {
            Telling::Quiet => Verbosity::Quiet,
            Telling::Normal => Verbosity::Normal,
            Telling::Verbose => Verbosity::Verbose,
        },
        color: match settings.color.value {
            Color::Auto => None,
            Color::Always => Some(true),
            Color::Never => Some(false),
        },
        may_ask: !settings.yes.value && !settings.ci.value,
    }
}

/// For errors that come before there are settings.
pub(super) fn manner_of_json() -> Manner {
    Manner { json: true, verbosity: Verbosity::Normal, color: Some(false), may_ask: false }
}

/// Prints every setting with its origin.
pub(super) fn show_settings(ui: &Ui, settings: &Settings) -> Result<(), CliError> {
    let text = serde_json::to_string_pretty(settings).map_err(|error| CliError::user(error.to_string()))?;
    Ok(ui.raw(&(text + "\n"))?)
}
