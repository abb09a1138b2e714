//! One number for all sources of a workspace: when it is the same, nothing needs to be built.

use camino::Utf8Path;
use data_encoding::HEXLOWER;
use fs_err as fs;
use sha2::{Digest as _, Sha256};

use super::packages::DECIDE_PACKAGES;

/// What tools make or keep, by name, wherever it lies.
const NOT_SOURCE: [&str; 12] = [
    "node_modules",
    "dist",
    ".next",
    ".nx",
    ".git",
    ".fountane",
    ".expo",
    ".data",
    ".turbo",
    "coverage",
    "next-env.d.ts",
    "test-results",
];

/// Digests of a workspace.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Digests {
    /// Of what decides on `node_modules`.
    pub install: String,
    /// Of all sources.
    pub sources: String,
}

/// Reads all sources of a workspace.
pub fn digests(workspace: &Utf8Path) -> std::io::Result<Digests> {
    let (mut install, mut sources) = (Sha256::new(), Sha256::new());
    add_folder(workspace, workspace, &mut |name, path, content| {
        for sum in [DECIDE_PACKAGES.contains(&name).then_some(&mut install), Some(&mut sources)].into_iter().flatten() {
            sum.update((path.len() as u64).to_le_bytes());
            sum.update(path);
            sum.update((content.len() as u64).to_le_bytes());
            sum.update(content);
        }
    })?;
    Ok(Digests { install: hex(install), sources: hex(sources) })
}

/// A digest of a few texts.
pub fn of_texts(texts: &[&str]) -> String {
    let sum = texts
        .iter()
        .fold(Sha256::new(), |sum, text| sum.chain_update((text.len() as u64).to_le_bytes()).chain_update(text));
    hex(sum)
}

fn add_folder(workspace: &Utf8Path, folder: &Utf8Path, add: &mut dyn FnMut(&str, &str, &[u8])) -> std::io::Result<()> {
    let mut entries = folder.read_dir_utf8()?.collect::<Result<Vec<_>, _>>()?;
    entries.sort_by(|one, other| one.file_name().cmp(other.file_name()));
    for entry in entries {
        let (name, path) = (entry.file_name(), entry.path());
        if NOT_SOURCE.contains(&name) || path.extension() == Some("tsbuildinfo") {
            continue;
        }
        let kind = entry.file_type()?;
        let shown = path.strip_prefix(workspace).unwrap_or(path).as_str();
        if kind.is_dir() {
            add_folder(workspace, path, add)?;
        } else if kind.is_symlink() {
            // Not followed: it may lead anywhere.
            add(name, shown, fs::read_link(path)?.as_os_str().as_encoded_bytes());
        } else if kind.is_file() {
            add(name, shown, &fs::read(path)?);
        }
    }
    Ok(())
}

fn hex(sum: Sha256) -> String {
    HEXLOWER.encode(&sum.finalize())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fs::write_atomic;

    #[test]
    fn sources_and_manifests_count_and_what_tools_make_does_not() {
        let guard = tempfile::tempdir().unwrap();
        let folder = Utf8Path::from_path(guard.path()).unwrap();
        let write = |path: &str, text: &str| write_atomic(&folder.join(path), text.as_bytes(), 0o644).unwrap();
        write("apps/web/package.json", "{}");
        write("apps/web/src/a.ts", "1");
        let first = digests(folder).unwrap();
        write("apps/web/dist/a.js", "1");
        write("node_modules/x/index.js", "1");
        write("tsconfig.tsbuildinfo", "1");
        assert_eq!(digests(folder).unwrap(), first);
        write("apps/web/src/a.ts", "2");
        let second = digests(folder).unwrap();
        assert!(second.install == first.install && second.sources != first.sources);
        write("apps/web/package.json", "{ }");
        assert_ne!(digests(folder).unwrap().install, first.install);
    }
}
