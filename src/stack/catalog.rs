//! All components that there are: those in the binary, and in front of them those of a workspace.

use std::borrow::Cow;
use std::collections::BTreeMap;

use camino::{Utf8Path, Utf8PathBuf};
use rust_embed::RustEmbed;

use super::component::Component;
use super::error::StackError;
use super::{check, place};
use crate::yaml;

// A debug build reads the folder of this clone: without this line, a build of another clone passes for fresh.
const _: &str = env!("CARGO_MANIFEST_DIR");

/// Where a workspace has components of its own.
pub const FOLDER: &str = ".fountane/components";
/// A workspace cannot have more.
const MOST: usize = 100;

#[derive(RustEmbed)]
#[folder = "src/stack/components/"]
struct Embedded;

/// A component and the text that it was read from.
#[derive(Debug, Clone)]
pub struct Listed {
    /// What it says.
    pub component: Component,
    /// The file, for messages.
    pub file: String,
    /// Its text, for the places in it.
    pub text: Cow<'static, str>,
}

/// Components by name.
#[derive(Debug, Clone, Default)]
pub struct Catalog {
    components: BTreeMap<String, Listed>,
}

impl Catalog {
    /// Those in the binary, and those of a workspace, which come first where names are the same.
    ///
    /// # Errors
    /// A file that is no component, with line and column.
    pub fn read(workspace: &Utf8Path) -> Result<Self, StackError> {
        let mut catalog = Self::embedded()?;
        for path in own_files(workspace)? {
            let file = path.strip_prefix(workspace).unwrap_or(&path).to_string();
            let text = fs_err::read_to_string(&path).map_err(StackError::io("reading a component"))?;
            catalog.add(&file, text.into())?;
        }
        Ok(catalog)
    }

    /// Those in the binary.
    ///
    /// # Errors
    /// None, but for a fault in fountane itself.
    pub fn embedded() -> Result<Self, StackError> {
        let mut catalog = Self::default();
        for name in Embedded::iter() {
            let Some(file) = Embedded::get(&name) else { continue };
            let text = String::from_utf8_lossy(&file.data).into_owned();
            catalog.add(&format!("components/{name}"), text.into())?;
        }
        Ok(catalog)
    }

    /// Takes in a component; it replaces one of the same name.
    pub(super) fn add(&mut self, file: &str, text: Cow<'static, str>) -> Result<(), StackError> {
        let name = Utf8Path::new(file).file_stem().unwrap_or_default().to_owned();
        let component: Component = yaml::read(&text)
            .map_err(|error| StackError::Component { file: file.to_owned(), message: error.to_string() })?;
        place::problems(file, &text, check::component(&name, &component))?;
        self.components.insert(name, Listed { component, file: file.to_owned(), text });
        Ok(())
    }

    /// Names in alphabetical order, and the components.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Listed)> {
        self.components.iter().map(|(name, listed)| (name.as_str(), listed))
    }

    /// The component of a name.
    pub fn get(&self, name: &str) -> Option<&Listed> {
        self.components.get(name)
    }

    /// The component that has a service or job of this name, or is called so.
    pub fn owner(&self, name: &str) -> Option<&str> {
        let has = |listed: &Listed| {
            let component = &listed.component;
            component.services.contains_key(name) || component.jobs.contains_key(name)
        };
        self.iter().find(|(own, listed)| *own == name || has(listed)).map(|(own, _)| own)
    }

    /// All names.
    pub fn names(&self) -> Vec<String> {
        self.components.keys().cloned().collect()
    }
}

/// Regular files only: what is linked from elsewhere is not the workspace's.
fn own_files(workspace: &Utf8Path) -> Result<Vec<Utf8PathBuf>, StackError> {
    let folder = workspace.join(FOLDER);
    if folder.symlink_metadata().is_err() {
        return Ok(Vec::new());
    }
    let refused = |message: String| StackError::Component { file: FOLDER.to_owned(), message };
    if folder.is_symlink() || !folder.is_dir() {
        return Err(refused("it is no folder".to_owned()));
    }
    let mut found = Vec::new();
    for entry in folder.read_dir_utf8().map_err(StackError::io("reading the workspace's components"))? {
        let entry = entry.map_err(StackError::io("reading the workspace's components"))?;
        if entry.path().extension() != Some("yaml") {
            continue;
        }
        if !entry.file_type().is_ok_and(|kind| kind.is_file()) {
            return Err(refused(format!("`{}` is no regular file", entry.file_name())));
        }
        found.push(entry.into_path());
        if found.len() > MOST {
            return Err(refused(format!("there are more than {MOST} components")));
        }
    }
    found.sort();
    Ok(found)
}
