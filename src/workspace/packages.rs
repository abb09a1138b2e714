//! Whether the packages of a workspace are as its manifests say.

use camino::{Utf8Path, Utf8PathBuf};
use data_encoding::HEXLOWER;
use fs_err as fs;
use ignore::WalkBuilder;
use sha2::{Digest as _, Sha256};

use crate::fs::write_atomic;

/// What decides on `node_modules`, by name.
pub const DECIDE_PACKAGES: [&str; 4] = ["package.json", "pnpm-lock.yaml", "pnpm-workspace.yaml", ".npmrc"];
const FOLDER: &str = "node_modules";
/// What they were installed for, as [`note`] left it.
const NOTE: &str = "node_modules/.fountane-installed";

/// Whether packages are installed, for the manifests of now. Of a workspace without pnpm's lockfile only the former is asked: what
/// is there may be another tool's.
pub fn are_installed(workspace: &Utf8Path) -> std::io::Result<bool> {
    if !workspace.join(FOLDER).is_dir() {
        return Ok(false);
    }
    if !workspace.join("pnpm-lock.yaml").is_file() {
        return Ok(true);
    }
    let noted = fs::read_to_string(workspace.join(NOTE)).unwrap_or_default();
    Ok(noted == digest(workspace)?)
}

/// Remembers that packages were installed for the manifests of now. Nothing where nothing was installed.
pub fn note(workspace: &Utf8Path) -> std::io::Result<()> {
    if !workspace.join(FOLDER).is_dir() {
        return Ok(());
    }
    write_atomic(&workspace.join(NOTE), digest(workspace)?.as_bytes(), 0o644)
}

fn digest(workspace: &Utf8Path) -> std::io::Result<String> {
    let mut sum = Sha256::new();
    for path in manifests(workspace) {
        let content = fs::read(workspace.join(&path))?;
        for part in [path.as_str().as_bytes(), &content] {
            sum.update((part.len() as u64).to_le_bytes());
            sum.update(part);
        }
    }
    Ok(HEXLOWER.encode(&sum.finalize()))
}

fn manifests(workspace: &Utf8Path) -> Vec<Utf8PathBuf> {
    let mut walk = WalkBuilder::new(workspace);
    walk.hidden(false).require_git(false).parents(false).filter_entry(|entry| {
        let name = entry.file_name();
        name != FOLDER && name != ".git"
    });
    let files = walk.build().flatten().filter(|entry| {
        let is_file = entry.file_type().is_some_and(|kind| kind.is_file());
        is_file && entry.file_name().to_str().is_some_and(|name| DECIDE_PACKAGES.contains(&name))
    });
    let inside = |path: Utf8PathBuf| path.strip_prefix(workspace).map(Utf8Path::to_owned).ok();
    let mut found: Vec<Utf8PathBuf> =
        files.filter_map(|entry| Utf8PathBuf::from_path_buf(entry.into_path()).ok()).filter_map(inside).collect();
    found.sort();
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packages_are_installed_until_a_manifest_changes_or_comes() {
        let guard = tempfile::tempdir().unwrap();
        let folder = Utf8Path::from_path(guard.path()).unwrap();
        let write = |path: &str, text: &str| write_atomic(&folder.join(path), text.as_bytes(), 0o644).unwrap();
        write("package.json", "{}");
        note(folder).unwrap();
        assert!(!are_installed(folder).unwrap(), "nothing was installed");
        write("node_modules/.modules.yaml", "");
        assert!(are_installed(folder).unwrap(), "another tool may have done so");
        write("pnpm-lock.yaml", "lockfileVersion: '9.0'");
        assert!(!are_installed(folder).unwrap());
        note(folder).unwrap();
        write("apps/web/src/a.ts", "");
        write("node_modules/x/package.json", "{}");
        assert!(are_installed(folder).unwrap());
        write("apps/services/billing/package.json", "{}");
        assert!(!are_installed(folder).unwrap());
    }
}
