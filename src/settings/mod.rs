//! Settings, each with where it comes from: flags, then the environment, then the user's file, then defaults.

mod user_file;

use std::collections::BTreeMap;

use camino::Utf8PathBuf;
use serde::Serialize;

pub use user_file::{SettingsError, StackSettings, UserFile};

use crate::env_vars::{
    CI, Environment, FOUNTANE_COLOR, FOUNTANE_REGISTRY_MIRRORS, FOUNTANE_TEMPLATES, FOUNTANE_YES, NO_COLOR,
};

/// A value and where it comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Sourced<T> {
    /// The value.
    pub value: T,
    /// Where it comes from.
    pub origin: Origin,
}

/// Where a value comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "from", content = "name")]
pub enum Origin {
    /// The command line.
    Flag(&'static str),
    /// An environment variable.
    Environment(&'static str),
    /// The user's file.
    File(Utf8PathBuf),
    /// fountane's own.
    Default,
}

/// When to use colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Color {
    /// Where there is a terminal.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// How much is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Telling {
    /// Errors and what was asked for.
    Quiet,
    /// Steps and summaries too.
    Normal,
    /// What tools print, too.
    Verbose,
}

/// What the command line says; `None` and `false` where it says nothing.
#[derive(Debug, Clone, Default)]
#[expect(clippy::struct_excessive_bools, reason = "they are flags")]
pub struct Flags {
    /// `--json`
    pub json: bool,
    /// `--quiet`
    pub quiet: bool,
    /// `--verbose`
    pub verbose: bool,
    /// `--color`
    pub color: Option<Color>,
    /// `--yes`
    pub yes: bool,
    /// `--templates`
    pub templates: Option<Utf8PathBuf>,
}

/// Everything that holds for every command.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Settings {
    /// Whether stdout is JSON Lines.
    pub json: Sourced<bool>,
    /// How much is told.
    pub telling: Sourced<Telling>,
    /// When to use colour.
    pub color: Sourced<Color>,
    /// Whether defaults are taken instead of asking.
    pub yes: Sourced<bool>,
    /// Whether this is a machine of continuous integration, where nobody can be asked.
    pub ci: Sourced<bool>,
    /// Templates and blueprints that come before those of fountane.
    pub templates: Sourced<Option<Utf8PathBuf>>,
    /// Registries of images by those that they stand in for.
    pub mirrors: Sourced<BTreeMap<String, String>>,
}

impl Settings {
    /// Puts together what the sources say. Reads nothing.
    pub fn resolve(flags: &Flags, environment: &Environment, file: &UserFile) -> Self {
        Self {
            json: flag_or(flags.json, "--json", false),
            telling: telling(flags),
            color: color(flags, environment, file),
            yes: yes(flags, environment),
            ci: match environment.get(CI) {
                None | Some("false" | "0") => Sourced { value: false, origin: Origin::Default },
                Some(_) => Sourced { value: true, origin: Origin::Environment(CI) },
            },
            templates: templates(flags, environment, file),
            mirrors: mirrors(environment, file),
        }
    }
}

fn flag_or(given: bool, name: &'static str, default: bool) -> Sourced<bool> {
    if given {
        Sourced { value: true, origin: Origin::Flag(name) }
    } else {
        Sourced { value: default, origin: Origin::Default }
    }
}

fn telling(flags: &Flags) -> Sourced<Telling> {
    match (flags.quiet, flags.verbose) {
        (true, _) => Sourced { value: Telling::Quiet, origin: Origin::Flag("--quiet") },
        (false, true) => Sourced { value: Telling::Verbose, origin: Origin::Flag("--verbose") },
        (false, false) => Sourced { value: Telling::Normal, origin: Origin::Default },
    }
}

fn color(flags: &Flags, environment: &Environment, file: &UserFile) -> Sourced<Color> {
    if let Some(value) = flags.color {
        return Sourced { value, origin: Origin::Flag("--color") };
    }
    if environment.get(NO_COLOR).is_some() {
        return Sourced { value: Color::Never, origin: Origin::Environment(NO_COLOR) };
    }
    let said = match environment.get(FOUNTANE_COLOR) {
        Some("always") => Some(Color::Always),
        Some("never") => Some(Color::Never),
        Some("auto") => Some(Color::Auto),
        _ => None,
    };
    if let Some(value) = said {
        return Sourced { value, origin: Origin::Environment(FOUNTANE_COLOR) };
    }
    match file.color {
        Some(value) => Sourced { value, origin: Origin::File(file.path.clone()) },
        None => Sourced { value: Color::Auto, origin: Origin::Default },
    }
}

fn yes(flags: &Flags, environment: &Environment) -> Sourced<bool> {
    if flags.yes {
        return Sourced { value: true, origin: Origin::Flag("--yes") };
    }
    match environment.get(FOUNTANE_YES) {
        Some("1" | "true" | "yes") => Sourced { value: true, origin: Origin::Environment(FOUNTANE_YES) },
        _ => Sourced { value: false, origin: Origin::Default },
    }
}

fn templates(flags: &Flags, environment: &Environment, file: &UserFile) -> Sourced<Option<Utf8PathBuf>> {
    if let Some(value) = &flags.templates {
        return Sourced { value: Some(value.clone()), origin: Origin::Flag("--templates") };
    }
    if let Some(value) = environment.path(FOUNTANE_TEMPLATES) {
        return Sourced { value: Some(value), origin: Origin::Environment(FOUNTANE_TEMPLATES) };
    }
    match &file.templates {
        Some(value) => Sourced { value: Some(value.clone()), origin: Origin::File(file.path.clone()) },
        None => Sourced { value: None, origin: Origin::Default },
    }
}

fn mirrors(environment: &Environment, file: &UserFile) -> Sourced<BTreeMap<String, String>> {
    if let Some(said) = environment.get(FOUNTANE_REGISTRY_MIRRORS) {
        let pairs = said.split(',').filter_map(|pair| pair.trim().split_once('='));
        let value = pairs.map(|(of, mirror)| (of.trim().to_owned(), mirror.trim().to_owned())).collect();
        return Sourced { value, origin: Origin::Environment(FOUNTANE_REGISTRY_MIRRORS) };
    }
    let value = file.stack.mirrors.clone();
    let origin = if value.is_empty() { Origin::Default } else { Origin::File(file.path.clone()) };
    Sourced { value, origin }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn environment(vars: &[(&str, &str)]) -> Environment {
        vars.iter().copied().collect()
    }

    #[test]
    fn flags_win_over_the_environment_and_that_over_the_file() {
        let file = UserFile { path: "config.yaml".into(), color: Some(Color::Always), ..UserFile::default() };
        let check = |flags: &Flags, vars: &[(&str, &str)], value, origin| {
            let settings = Settings::resolve(flags, &environment(vars), &file);
            assert_eq!(settings.color, Sourced { value, origin });
        };
        let never = Flags { color: Some(Color::Never), ..Flags::default() };
        let none = Flags::default();
        check(&never, &[(FOUNTANE_COLOR, "always")], Color::Never, Origin::Flag("--color"));
        check(&none, &[(FOUNTANE_COLOR, "auto")], Color::Auto, Origin::Environment(FOUNTANE_COLOR));
        check(&none, &[(FOUNTANE_COLOR, "auto"), (NO_COLOR, "1")], Color::Never, Origin::Environment(NO_COLOR));
        check(&none, &[], Color::Always, Origin::File("config.yaml".into()));
    }

    #[test]
    fn continuous_integration_is_recognised() {
        let ci = |value: &str| {
            let environment = environment(&[(CI, value)]);
            Settings::resolve(&Flags::default(), &environment, &UserFile::default()).ci.value
        };
        assert!(ci("true") && ci("1"));
        assert!(!ci("false") && !ci(""));
    }
}
