//! Where blueprints and templates come from: the binary, and a folder of the author's in front of it.

use std::borrow::Cow;
use std::collections::BTreeMap;

use camino::{Utf8Path, Utf8PathBuf};
use rust_embed::RustEmbed;

use super::manifest::{BlueprintManifest, TemplateManifest};
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
    /// Something in the author's folder that is no file: it might lead out of the folder, or never end.
    #[error("`{0}` is a link or a device; a template has files only")]
    NotAFile(Utf8PathBuf),
    /// The author's folder has more than a template ever has.
    #[error("the template in `{0}` has more than 10,000 files or 64 MB")]
    TooLarge(Utf8PathBuf),
    /// A file's name is not text.
    #[error("`{0}` has a name that is not UTF-8")]
    Name(String),
}

impl Library {
    /// The embedded ones only.
    pub fn embedded() -> Self {
        Self::default()
    }

    /// An author's folder, laid out as this repository's `templates/` with `blueprints/` beside or inside it, before
    /// the embedded ones.
    pub fn with_overrides(folder: Utf8PathBuf) -> Self {
        Self { overrides: Some(folder) }
    }

    /// Tells one state of the author's folder from another, by names, sizes and times; empty where all is in the program.
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
        names.sort();
        names.dedup();
        Ok(names)
    }

    /// The blueprint of a name.
    pub fn blueprint(&self, name: &str) -> Result<BlueprintManifest, LibraryError> {
        let file = format!("blueprints/{name}.yaml");
        let own = self.overrides.as_ref().filter(|_| is_plain(name)).map(|folder| folder.join(&file));
        let own = own.filter(|path| path.symlink_metadata().is_ok());
        if let Some(path) = own.as_ref().filter(|path| !path.symlink_metadata().is_ok_and(|found| found.is_file())) {
            return Err(LibraryError::NotAFile(path.clone()));
        }
        let text = match own {
            Some(path) => fs_err::read(path)?.into(),
            None => match EmbeddedBlueprints::get(&format!("{name}.yaml")) {
                Some(embedded) => embedded.data,
                None => return Err(self.unknown("blueprint", name, self.blueprint_names()?)),
            },
        };
        parse(&file, &text)
    }

    /// The template of a name, with all its files.
    pub fn template(&self, name: &str) -> Result<Template, LibraryError> {
        let own = self.overrides.as_ref().filter(|_| is_plain(name)).map(|folder| folder.join(name));
        let own = own.filter(|path| path.join("template.yaml").symlink_metadata().is_ok());
        if let Some(path) = own.as_ref().filter(|path| path.is_symlink()) {
            return Err(LibraryError::NotAFile(path.clone()));
        }
        let mut files = match own {
            Some(folder) => read_tree(&folder)?,
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
fn is_plain(name: &str) -> bool {
    !name.is_empty() && name.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '-' || letter == '_')
}

fn parse<T: serde::de::DeserializeOwned>(file: &str, bytes: &[u8]) -> Result<T, LibraryError> {
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
            name.into_string().map_err(|name| LibraryError::Name(name.to_string_lossy().into_owned()))
        })
        .collect()
}

/// So many files a template has at most.
const MOST_FILES: usize = 10_000;
/// So large are the files of a template together, at most.
const MOST_BYTES: u64 = 64 * 1024 * 1024;

/// Follows no symbolic link: a template that someone was handed must not read what lies outside it.
fn read_tree(root: &Utf8Path) -> Result<BTreeMap<String, Cow<'static, [u8]>>, LibraryError> {
    let mut files = BTreeMap::new();
    let mut folders = vec![String::new()];
    let mut size = 0;
    while let Some(folder) = folders.pop() {
        for name in entries(&root.join(&folder))? {
            let inside = if folder.is_empty() { name } else { format!("{folder}/{name}") };
            let metadata = fs_err::symlink_metadata(root.join(&inside))?;
            if metadata.is_dir() {
                folders.push(inside);
                continue;
            }
            if !metadata.is_file() {
                return Err(LibraryError::NotAFile(root.join(inside)));
            }
            size += metadata.len();
            if size > MOST_BYTES || files.len() == MOST_FILES {
                return Err(LibraryError::TooLarge(root.to_owned()));
            }
            let bytes = fs_err::read(root.join(&inside))?;
            files.insert(inside, Cow::Owned(bytes));
        }
    }
    Ok(files)
}
