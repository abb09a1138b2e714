//! What a project is made of: its packages, its compiler, what else it is checked with.

use camino::{Utf8Path, Utf8PathBuf};
use serde_json::Value;

use super::FixError;

/// Folders that hold no packages of the project's own.
const NOT_OURS: [&str; 4] = ["node_modules", "dist", "src", "coverage"];
/// `apps/services/clinic` is three levels down.
const DEPTH: usize = 5;
/// More folders are not the packages of a project.
const MOST_FOLDERS: usize = 20_000;

/// A project as it lies on disk.
#[derive(Debug, Clone)]
pub struct Project {
    /// Its root, without links.
    pub root: Utf8PathBuf,
    /// Its packages, the root among them; in the order of their paths.
    pub(super) packages: Vec<Package>,
}

/// A package of a project.
#[derive(Debug, Clone)]
pub(super) struct Package {
    pub folder: Utf8PathBuf,
    /// Its `package.json`; empty where there is none that can be read.
    pub manifest: Value,
}

impl Project {
    /// Looks at a project.
    ///
    /// # Errors
    /// The folder is not there.
    pub fn open(root: &Utf8Path) -> Result<Self, FixError> {
        let root = root.canonicalize_utf8()?;
        let mut packages = Vec::new();
        let mut left = MOST_FOLDERS;
        collect(&root, DEPTH, &mut left, &mut packages);
        packages.sort_by(|one, other| one.folder.cmp(&other.folder));
        Ok(Self { root, packages })
    }

    /// The root of the project around a folder: a workspace's, else the nearest package.
    pub fn find_root(from: &Utf8Path) -> Option<Utf8PathBuf> {
        let is_workspace = |folder: &&Utf8Path| {
            folder.join("fountane.yaml").is_file()
                || folder.join("pnpm-workspace.yaml").is_file()
                || manifest(folder).get("workspaces").is_some()
        };
        let is_package =
            |folder: &&Utf8Path| folder.join("package.json").is_file() || folder.join("tsconfig.json").is_file();
        let found = from.ancestors().find(is_workspace).or_else(|| from.ancestors().find(is_package));
        found.map(Utf8Path::to_owned)
    }

    /// The folder of the project's TypeScript, if its LanguageService can be asked; version 7 has none in JavaScript.
    ///
    /// # Errors
    /// The project has no TypeScript.
    pub fn language_service(&self) -> Result<Option<Utf8PathBuf>, FixError> {
        let package = self.installed_anywhere("typescript").ok_or(FixError::NoTypeScript)?;
        let manifest = manifest(&package);
        let version = manifest.get("version").and_then(Value::as_str).unwrap_or_default();
        let major: Option<u32> = version.split('.').next().and_then(|major| major.parse().ok());
        let is_asked = matches!(major, Some(5 | 6)) && package.join("lib/typescript.js").is_file();
        Ok(is_asked.then_some(package))
    }

    /// The compiler's configurations, the root's first.
    pub(super) fn configs(&self) -> Vec<Utf8PathBuf> {
        let configs = self.packages.iter().map(|package| package.folder.join("tsconfig.json"));
        configs.filter(|config| config.is_file()).collect()
    }

    /// Where a package that the project depends on is installed: at the root or else in whichever package has it.
    pub(super) fn installed_anywhere(&self, name: &str) -> Option<Utf8PathBuf> {
        self.packages.iter().find_map(|package| installed(name, &package.folder))
    }

    /// The innermost package that a file belongs to.
    pub(super) fn package_of(&self, file: &Utf8Path) -> Option<&Package> {
        let around = self.packages.iter().filter(|package| file.starts_with(&package.folder));
        around.max_by_key(|package| package.folder.as_str().len())
    }
}

impl Package {
    /// Its name, where it has one.
    pub fn name(&self) -> Option<&str> {
        self.manifest.get("name").and_then(Value::as_str)
    }

    /// Whether its manifest names another package among those it needs.
    pub fn needs(&self, name: &str) -> bool {
        ["dependencies", "devDependencies", "peerDependencies", "optionalDependencies"]
            .iter()
            .any(|kind| self.manifest.get(kind).and_then(|needed| needed.get(name)).is_some())
    }

    /// One of its scripts.
    pub fn script(&self, name: &str) -> Option<&str> {
        self.manifest.get("scripts")?.get(name)?.as_str()
    }
}

/// Where a package is installed, as seen from a folder.
pub(super) fn installed(name: &str, from: &Utf8Path) -> Option<Utf8PathBuf> {
    let mut folders = from.ancestors().map(|folder| folder.join("node_modules").join(name));
    folders.find(|folder| folder.join("package.json").is_file())
}

/// The file behind a name in a package's `bin`.
pub(super) fn bin(package: &Utf8Path, name: &str) -> Option<Utf8PathBuf> {
    let manifest = manifest(package);
    let bin = manifest.get("bin")?;
    let path = bin.as_str().or_else(|| bin.get(name)?.as_str())?;
    crate::fs::safe_join(package, path.trim_start_matches("./")).ok().filter(|file| file.is_file())
}

pub(super) fn manifest(folder: &Utf8Path) -> Value {
    let text = fs_err::read_to_string(folder.join("package.json")).ok();
    text.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default()
}

fn collect(folder: &Utf8Path, depth: usize, left: &mut usize, packages: &mut Vec<Package>) {
    if folder.join("package.json").is_file() || folder.join("tsconfig.json").is_file() {
        packages.push(Package { folder: folder.to_owned(), manifest: manifest(folder) });
    }
    let Ok(entries) = folder.read_dir_utf8() else { return };
    for entry in entries.flatten() {
        let is_ours = !NOT_OURS.contains(&entry.file_name()) && !entry.file_name().starts_with('.');
        if depth == 0 || *left == 0 || !is_ours || !entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            continue;
        }
        *left -= 1;
        collect(entry.path(), depth - 1, left, packages);
    }
}
