//! A source as the library has it: its files, what they were pinned as, and what its manifests call other sources.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use super::library::{Library, LibraryError, Template, is_plain, parse};
use super::manifest::{BlueprintManifest, TemplateManifest};
use crate::sources::Files;
use crate::spec::address::{self, Address, At};
use crate::spec::model::BlueprintRef;
use crate::workspace::LockedSource;

/// Blueprints and templates from elsewhere.
#[derive(Debug, Clone)]
pub struct Sourced {
    /// Where it is, as the lock names it.
    pub address: Address,
    /// All its files.
    pub files: Arc<Files>,
    /// What it is pinned as.
    pub pin: LockedSource,
    /// What its own manifests call other sources, and what those go by here.
    pub aliases: BTreeMap<String, String>,
}

/// A source that a blueprint of a source needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Needed {
    /// The blueprint.
    pub by: String,
    /// The source that the blueprint is of.
    pub source: String,
    /// What the blueprint calls it.
    pub alias: String,
    /// Where it is.
    pub address: Address,
    /// Which version; none of a folder.
    pub at: Option<At>,
}

impl Needed {
    /// Whether two blueprints of one source call different things by one name.
    fn is_another(&self, other: &Self) -> bool {
        self.source == other.source && self.alias == other.alias && self.address != other.address
    }
}

impl Sourced {
    /// Names of its blueprints, as it calls them.
    pub fn blueprint_names(&self) -> impl Iterator<Item = &str> {
        let inside =
            |path: &'_ String| path.strip_prefix("blueprints/").and_then(|name| name.strip_suffix(".yaml")).is_some();
        self.files
            .keys()
            .filter(move |path| inside(path))
            .map(|path| path.trim_start_matches("blueprints/").trim_end_matches(".yaml"))
            .filter(|name| is_plain(name))
    }

    /// Names of its templates, as it calls them.
    pub fn template_names(&self) -> impl Iterator<Item = &str> {
        self.files.keys().filter_map(|path| path.strip_suffix("/template.yaml")).filter(|name| is_plain(name))
    }

    pub(super) fn template(&self, source: &str, own: &str) -> Result<Option<Template>, LibraryError> {
        let prefix = format!("{own}/");
        let inside = self.files.iter().filter_map(|(path, bytes)| Some((path.strip_prefix(&prefix)?, bytes)));
        let mut files: BTreeMap<String, Cow<'static, [u8]>> =
            inside.map(|(path, bytes)| (path.to_owned(), bytes.clone())).collect();
        let Some(manifest) = files.remove("template.yaml").filter(|_| is_plain(own)) else { return Ok(None) };
        let mut manifest: TemplateManifest = parse(&format!("{source}: {own}/template.yaml"), &manifest)?;
        manifest.name = format!("{source}/{own}");
        Ok(Some(Template { manifest, files }))
    }

    /// With the names of templates as they are here: its own are `./audit` in its manifests, fountane's `web`.
    pub(super) fn blueprint(&self, source: &str, own: &str) -> Result<Option<BlueprintManifest>, LibraryError> {
        let Some(mut manifest) = self.raw_blueprint(source, own)? else { return Ok(None) };
        for used in &mut manifest.templates {
            used.name = self.qualified(source, &manifest.name, &used.name)?;
            if let Some(place) = &used.instead_of {
                used.instead_of = Some(self.qualified(source, &manifest.name, place)?);
            }
        }
        Ok(Some(manifest))
    }

    fn raw_blueprint(&self, source: &str, own: &str) -> Result<Option<BlueprintManifest>, LibraryError> {
        let path = format!("blueprints/{own}.yaml");
        let Some(text) = self.files.get(&path).filter(|_| is_plain(own)) else { return Ok(None) };
        let mut manifest: BlueprintManifest = parse(&format!("{source}: {path}"), text)?;
        manifest.name = format!("{source}/{own}");
        Ok(Some(manifest))
    }

    fn qualified(&self, source: &str, blueprint: &str, name: &str) -> Result<String, LibraryError> {
        if let Some(own) = name.strip_prefix("./") {
            return Ok(format!("{source}/{own}"));
        }
        let Some((alias, own)) = name.split_once('/') else { return Ok(name.to_owned()) };
        match self.aliases.get(alias) {
            Some(here) => Ok(format!("{here}/{own}")),
            None => Err(LibraryError::Alias { blueprint: blueprint.to_owned(), name: name.to_owned() }),
        }
    }
}

/// The sources that these blueprints need besides those that a spec names, in their order.
///
/// # Errors
/// A manifest that cannot be read, an address that is not taken, or one on this machine that somebody elsewhere names.
pub fn needed<'a>(
    library: &Library,
    blueprints: impl IntoIterator<Item = &'a BlueprintRef>,
) -> Result<Vec<Needed>, LibraryError> {
    let mut all: Vec<Needed> = Vec::new();
    for blueprint in blueprints {
        let Some((source, own)) = blueprint.name.split_once('/') else { continue };
        let Some(sourced) = library.source(source) else { continue };
        let Some(manifest) = sourced.raw_blueprint(source, own)? else { continue };
        for (alias, written) in &manifest.sources {
            let file = format!("{source}: blueprints/{own}.yaml");
            let refuse = |message: String| LibraryError::Manifest { file: file.clone(), message };
            let (address, at) = address::read(written)
                .map_err(|error| refuse(format!("source `{alias}`: {}; {}", error.reason, error.mend)))?;
            if address.is_local() && !sourced.address.is_local() || matches!(address, Address::Folder(_)) {
                return Err(refuse(format!("source `{alias}`: it names a place on this machine")));
            }
            if !is_plain(alias) {
                return Err(refuse(format!("`{}` is no name of a source", alias.escape_debug())));
            }
            let (by, source, alias) = (manifest.name.clone(), source.to_owned(), alias.clone());
            let needed = Needed { by, source, alias, address, at };
            if let Some(other) = all.iter().find(|other| needed.is_another(other)) {
                return Err(refuse(format!(
                    "source `{}` is {}, and {} in the blueprint `{}`",
                    needed.alias, needed.address, other.address, other.by
                )));
            }
            all.push(needed);
        }
    }
    Ok(all)
}
