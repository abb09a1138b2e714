//! Where blueprints and templates come from: the binary, a folder of the author's in front of it, and sources by their names.

use std::borrow::Cow;
use std::collections::BTreeMap;

use camino::{Utf8Path, Utf8PathBuf};
use rust_embed::RustEmbed;

use super::manifest::{BlueprintManifest, TemplateManifest};
use super::sourced::Sourced;
use crate::sources::{TreeError, read_folder};
use crate::workspace::LockedSource;
use crate::yaml;

// A debug build reads the folders of this clone: without this line, a build of another clone passes for fresh.
const _: &str = env!("CARGO_MANIFEST_DIR");

#[derive(RustEmbed)]
#[folder = "templates/"]
struct EmbeddedTemplates;

#[derive(RustEmbed)]
#[folder = "blueprints/"]
struct EmbeddedBlueprints;

/// All blueprints and templates that can be used.
#[derive(Debug, Clone, Default)]
pub struct Library {
    overrides: Option<Utf8PathBuf>,
    sources: BTreeMap<String, Sourced>,
}

/// A template with its files, by their paths inside it, sorted.
#[derive(Debug, Clone)]
pub struct Template {
    /// What it says of itself.
    pub manifest: TemplateManifest,
    /// Path inside the template (`entity/{{…}}.ts.hbs`) and content.
    pub files: BTreeMap<String, Cow<'static, [u8]>>,
}

/// Why a blueprint or template cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum LibraryError {
    /// There is none of that name.
    #[error("there is no {kind} `{name}`")]
    Unknown {
        /// `blueprint` or `template`.
        kind: &'static str,
        /// As it was asked for.
        name: String,
        /// Those that there are.
        known: Vec<String>,
    },
    /// Its manifest says something that is not understood.
    #[error("`{file}`: {message}")]
    Manifest {
        /// The manifest's path.
        file: String,
        /// With line and column.
        message: String,
    },
    /// The author's folder cannot be read.
    #[error(transparent)]
    Io(#[from] std::io::Error),
    /// Files that are not taken: they might lead out of their folder, never end, or be too many.
    #[error(transparent)]
    Tree(#[from] TreeError),
    /// A blueprint uses a template of a source that it does not name.
    #[error("the blueprint `{blueprint}` uses `{name}`, and names no such source in its `sources`")]
    Alias {
        /// Which.
        blueprint: String,
        /// The template.
        name: String,
    },
}

impl Library {
    /// The embedded ones only.
    pub fn embedded() -> Self {
        Self::default()
    }

    /// An author's folder, laid out as this repository's `templates/` with `blueprints/` beside or inside it, before
    /// the embedded ones.
    pub fn with_overrides(folder: Utf8PathBuf) -> Self {
        Self { overrides: Some(folder), sources: BTreeMap::new() }
    }

    /// Takes in blueprints and templates from elsewhere, whose names begin with `name/` here.
    pub fn add_source(&mut self, name: &str, sourced: Sourced) {
        self.sources.insert(name.to_owned(), sourced);
    }

    /// The source of a name.
    pub fn source(&self, name: &str) -> Option<&Sourced> {
        self.sources.get(name)
    }

    /// What its sources are pinned as, by their addresses.
    pub fn pins(&self) -> BTreeMap<String, LockedSource> {
        self.sources.values().map(|sourced| (sourced.address.to_string(), sourced.pin.clone())).collect()
    }

    /// Tells one state of the author's folder from another, by names, sizes and times, and one content of sources from
    /// another; empty where all is in the program.
    pub fn fingerprint(&self) -> Result<String, LibraryError> {
        let mut folders: Vec<Utf8PathBuf> = self.overrides.iter().cloned().collect();
        if cfg!(debug_assertions) {
            // A debug build reads them from the clone.
            folders
                .extend(["templates", "blueprints"].map(|name| Utf8Path::new(env!("CARGO_MANIFEST_DIR")).join(name)));
        }
        let mut found = Vec::new();
        while let Some(folder) = folders.pop() {
            for name in entries(&folder)? {
                let path = folder.join(name);
                let metadata = fs_err::symlink_metadata(&path)?;
                if metadata.is_dir() {
                    folders.push(path);
                    continue;
                }
                let changed = metadata.modified()?.duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
                found.push(format!("{path} {} {}", metadata.len(), changed.as_nanos()));
            }
        }
        found.extend(self.sources.iter().map(|(name, sourced)| format!("{name} {}", sourced.pin.digest)));
        found.sort();
        Ok(found.join("\n"))
    }

    /// Names of all blueprints, sorted.
    pub fn blueprint_names(&self) -> Result<Vec<String>, LibraryError> {
        let mut names: Vec<String> =
            EmbeddedBlueprints::iter().filter_map(|path| path.strip_suffix(".yaml").map(str::to_owned)).collect();
        if let Some(folder) =
            self.overrides.as_ref().map(|folder| folder.join("blueprints")).filter(|folder| folder.is_dir())
        {
            names
                .extend(entries(&folder)?.into_iter().filter_map(|name| name.strip_suffix(".yaml").map(str::to_owned)));
        }
        let of_source = |(name, sourced): (&String, &Sourced)| -> Vec<String> {
            sourced.blueprint_names().map(|own| format!("{name}/{own}")).collect()
        };
        names.extend(self.sources.iter().flat_map(of_source));
        names.sort();
        names.dedup();
        Ok(names)
    }

    /// Names of all templates, sorted.
    pub fn template_names(&self) -> Result<Vec<String>, LibraryError> {
        let mut names: Vec<String> = EmbeddedTemplates::iter()
            .filter_map(|path| {
                path.strip_suffix("/template.yaml").filter(|name| !name.contains('/')).map(str::to_owned)
            })
            .collect();
        if let Some(folder) = &self.overrides {
            names.extend(entries(folder)?.into_iter().filter(|name| folder.join(name).join("template.yaml").is_file()));
        }
        let of_source = |(name, sourced): (&String, &Sourced)| -> Vec<String> {
            sourced.template_names().map(|own| format!("{name}/{own}")).collect()
        };
        names.extend(self.sources.iter().flat_map(of_source));
        names.sort();
        names.dedup();
        Ok(names)
    }

    /// The blueprint of a name.
    pub fn blueprint(&self, name: &str) -> Result<BlueprintManifest, LibraryError> {
        if let Some((source, own)) = name.split_once('/')
            && let Some(sourced) = self.sources.get(source)
        {
            let found = sourced.blueprint(source, own)?;
            return found.map_or_else(|| Err(self.unknown("blueprint", name, self.blueprint_names()?)), Ok);
        }
        let file = format!("blueprints/{name}.yaml");
        let own = self.overrides.as_ref().filter(|_| is_plain(name)).map(|folder| folder.join(&file));
        let own = own.filter(|path| path.symlink_metadata().is_ok());
        if let Some(path) = own.as_ref().filter(|path| !path.symlink_metadata().is_ok_and(|found| found.is_file())) {
            return Err(TreeError::NotAFile(path.clone()).into());
        }
        let text = match own {
            Some(path) => fs_err::read(path)?.into(),
            None => match EmbeddedBlueprints::get(&format!("{name}.yaml")) {
                Some(embedded) => embedded.data,
                None => return Err(self.unknown("blueprint", name, self.blueprint_names()?)),
            },
        };
        let mut manifest: BlueprintManifest = parse(&file, &text)?;
        for used in &mut manifest.templates {
            // The author of a source tries it out with `--templates`: its own templates are those of the folder.
            for named in std::iter::once(&mut used.name).chain(&mut used.instead_of) {
                if let Some(own) = named.strip_prefix("./") {
                    *named = own.to_owned();
                }
            }
        }
        Ok(manifest)
    }

    /// The template of a name, with all its files.
    pub fn template(&self, name: &str) -> Result<Template, LibraryError> {
        if let Some((source, own)) = name.split_once('/')
            && let Some(sourced) = self.sources.get(source)
        {
            let found = sourced.template(source, own)?;
            return found.map_or_else(|| Err(self.unknown("template", name, self.template_names()?)), Ok);
        }
        let own = self.overrides.as_ref().filter(|_| is_plain(name)).map(|folder| folder.join(name));
        let own = own.filter(|path| path.join("template.yaml").symlink_metadata().is_ok());
        if let Some(path) = own.as_ref().filter(|path| path.is_symlink()) {
            return Err(TreeError::NotAFile(path.clone()).into());
        }
        let mut files = match own {
            Some(folder) => read_folder(&folder)?,
            None => embedded_tree(name),
        };
        let Some(manifest) = files.remove("template.yaml") else {
            return Err(self.unknown("template", name, self.template_names()?));
        };
        Ok(Template { manifest: parse(&format!("templates/{name}/template.yaml"), &manifest)?, files })
    }

    #[expect(clippy::unused_self, reason = "reads better at the call")]
    fn unknown(&self, kind: &'static str, name: &str, known: Vec<String>) -> LibraryError {
        LibraryError::Unknown { kind, name: name.to_owned(), known }
    }
}

/// Whether a name leads nowhere but into its folder.
pub(super) fn is_plain(name: &str) -> bool {
    !name.is_empty() && name.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '-' || letter == '_')
}

pub(super) fn parse<T: serde::de::DeserializeOwned>(file: &str, bytes: &[u8]) -> Result<T, LibraryError> {
    let text = std::str::from_utf8(bytes)
        .map_err(|_| LibraryError::Manifest { file: file.to_owned(), message: "is not UTF-8".to_owned() })?;
    yaml::read(text).map_err(|error| LibraryError::Manifest { file: file.to_owned(), message: error.to_string() })
}

fn embedded_tree(name: &str) -> BTreeMap<String, Cow<'static, [u8]>> {
    let prefix = format!("{name}/");
    EmbeddedTemplates::iter()
        .filter_map(|path| {
            let inside = path.strip_prefix(&prefix)?.to_owned();
            Some((inside, EmbeddedTemplates::get(&path)?.data))
        })
        .collect()
}

fn entries(folder: &Utf8Path) -> Result<Vec<String>, LibraryError> {
    fs_err::read_dir(folder)?
        .map(|entry| {
            let name = entry?.file_name();
            name.into_string().map_err(|name| TreeError::Name(name.to_string_lossy().into_owned()).into())
        })
        .collect()
}
