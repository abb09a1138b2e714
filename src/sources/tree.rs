//! The files of a source, whatever they were read from: their bounds, and a digest of them all.

use std::borrow::Cow;
use std::collections::BTreeMap;

use camino::Utf8PathBuf;
use data_encoding::HEXLOWER;
use sha2::{Digest as _, Sha256};

use crate::workspace_path::PathError;

/// Content by path, sorted.
pub type Files = BTreeMap<String, Cow<'static, [u8]>>;

/// So many files a template or a source has at most.
pub(super) const MOST_FILES: usize = 10_000;
/// So large are its files together, at most.
pub(super) const MOST_BYTES: u64 = 64 * 1024 * 1024;

/// Why files are not taken.
#[derive(Debug, thiserror::Error)]
pub enum TreeError {
    /// It might lead out of its folder, or never end.
    #[error("`{0}` is a link or a device; a template has files only")]
    NotAFile(Utf8PathBuf),
    /// A repository within the repository, which would be fetched from yet elsewhere.
    #[error("`{0}` is a submodule; a template has files only")]
    Submodule(String),
    /// More than a template ever has.
    #[error("the template in `{0}` has more than 10,000 files or 64 MB")]
    TooLarge(String),
    /// A file's name is not text.
    #[error("`{0}` has a name that is not UTF-8")]
    Name(String),
    /// A file's name is one that leads elsewhere, on this or on another file system.
    #[error(transparent)]
    Path(#[from] PathError),
    /// It cannot be read.
    #[error(transparent)]
    Io(#[from] std::io::Error),
    /// The objects of a repository cannot be read.
    #[error(transparent)]
    Git(#[from] git2::Error),
}

/// Tells one content from any other: `sha256:…` over each path and content in the order of the paths.
pub fn digest(files: &Files) -> String {
    let mut hash = Sha256::new();
    for (path, content) in files {
        // With lengths, no division of the same bytes into other paths and contents gives the same.
        for part in [path.as_bytes(), content] {
            hash.update((part.len() as u64).to_le_bytes());
            hash.update(part);
        }
    }
    format!("sha256:{}", HEXLOWER.encode(&hash.finalize()))
}

/// Those of the paths that tools run once they are in a workspace: scripts of packages, hooks, pipelines, configurations that
/// are programs.
pub fn run_by_tools(files: &Files) -> Vec<&str> {
    files.keys().map(String::as_str).filter(|path| is_run(path.strip_suffix(".hbs").unwrap_or(path))).collect()
}

fn is_run(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    let is_named =
        ["package.json", ".npmrc", ".pnpmfile.cjs", ".pnpmfile.mjs", "Dockerfile", "Containerfile", "Makefile"];
    let within = |folder: &str| path.starts_with(folder) || path.contains(&format!("/{folder}"));
    is_named.contains(&name)
        || [".sh", ".config.js", ".config.mjs", ".config.cjs", ".config.ts", ".config.mts"]
            .iter()
            .any(|ending| name.ends_with(ending))
        || [".husky/", ".github/", ".vscode/"].iter().any(|folder| within(folder))
        || name.starts_with(".gitlab-ci")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(entries: &[(&str, &str)]) -> Files {
        entries.iter().map(|(path, text)| ((*path).to_owned(), Cow::Owned(text.as_bytes().to_vec()))).collect()
    }

    #[test]
    fn a_digest_tells_every_path_and_content_from_another() {
        let all = [
            files(&[]),
            files(&[("a", "b")]),
            files(&[("a", "c")]),
            files(&[("ab", "")]),
            files(&[("a", ""), ("b", "")]),
        ];
        let mut digests: Vec<String> = all.iter().map(digest).collect();
        assert!(digests.iter().all(|digest| digest.len() == 7 + 64));
        digests.sort();
        digests.dedup();
        assert_eq!(digests.len(), all.len());
    }

    #[test]
    fn what_tools_run_is_told_from_what_is_only_read() {
        let found = files(&[
            ("audit/files/package.json.hbs", ""),
            ("audit/files/prepare.sh", ""),
            ("audit/files/.github/workflows/x.yml", ""),
            ("audit/files/vitest.config.ts", ""),
            ("audit/files/README.md", ""),
            ("audit/files/src/config.ts", ""),
        ]);
        assert_eq!(run_by_tools(&found).len(), 4);
    }
}
