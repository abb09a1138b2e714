//! A path inside a workspace that cannot lead out of it, whoever thought of it.

use std::fmt;

use camino::{Utf8Path, Utf8PathBuf};
use serde::{Deserialize, Serialize};

/// A relative path of normal components with forward slashes: no `..`, no root, no drive, no control characters, nothing
/// that Windows would read as another file, and never inside `.git`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct WorkspacePath(String);

/// Why a path is not allowed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the path `{}` is not allowed: {reason}", path.escape_debug())]
pub struct PathError {
    /// As it was given.
    pub path: String,
    /// What is wrong with it.
    pub reason: &'static str,
}

const MAX_BYTES: usize = 1_000;
/// Names that Windows keeps for devices, whatever their extension.
pub fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().to_ascii_lowercase();
    let numbered = stem.strip_prefix("com").or_else(|| stem.strip_prefix("lpt"));
    let numbered = numbered.is_some_and(|rest| rest.len() == 1 && rest.bytes().all(|byte| byte.is_ascii_digit()));
    numbered || ["con", "prn", "aux", "nul"].contains(&stem.as_str())
}

impl WorkspacePath {
    /// Checks a path.
    pub fn new(path: impl Into<String>) -> Result<Self, PathError> {
        let path = path.into();
        match refusal(&path) {
            Some(reason) => Err(PathError { path, reason }),
            None => Ok(Self(path)),
        }
    }

    /// The same path, unless it is that of a file which fountane itself keeps: no template may write it.
    pub fn of_templates(self) -> Result<Self, PathError> {
        let kept = ["fountane.yaml", "fountane.lock"].contains(&self.as_str()) || self.0.starts_with(".fountane/");
        if !kept || self.0 == ".fountane/schema.json" || self.0 == ".fountane/.gitignore" {
            return Ok(self);
        }
        Err(PathError { path: self.0, reason: "fountane keeps that file itself" })
    }

    /// As text, with forward slashes.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Where it is below `root`. Symbolic links are the writer's concern.
    pub fn below(&self, root: &Utf8Path) -> Utf8PathBuf {
        root.join(&self.0)
    }

    /// The part behind the last dot of the file's name, if there is one.
    pub fn extension(&self) -> Option<&str> {
        Utf8Path::new(&self.0).extension()
    }
}

fn refusal(path: &str) -> Option<&'static str> {
    if path.is_empty() {
        return Some("it is empty");
    }
    if path.len() > MAX_BYTES {
        return Some("it is longer than 1,000 bytes");
    }
    if path.starts_with('/') {
        return Some("it is absolute");
    }
    if path.contains('\\') {
        return Some("it has a backslash");
    }
    if path.chars().any(|c| c.is_control() || matches!(c, '<' | '>' | ':' | '"' | '|' | '?' | '*')) {
        return Some("it has a character that not every file system takes");
    }
    path.split('/').find_map(component_refusal)
}

fn component_refusal(component: &str) -> Option<&'static str> {
    if component.is_empty() {
        return Some("it has an empty part");
    }
    if component == "." || component == ".." {
        return Some("it has a part that is a dot or two");
    }
    if component.eq_ignore_ascii_case(".git") {
        return Some("it leads into `.git`");
    }
    if component.ends_with('.') || component.ends_with(' ') || component.starts_with(' ') {
        return Some("a part of it begins with a space, or ends in a space or a dot");
    }
    is_device(component).then_some("a part of it is a device on Windows")
}

impl fmt::Display for WorkspacePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl TryFrom<String> for WorkspacePath {
    type Error = PathError;

    fn try_from(path: String) -> Result<Self, PathError> {
        Self::new(path)
    }
}

impl From<WorkspacePath> for String {
    fn from(path: WorkspacePath) -> Self {
        path.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_what_generated_trees_hold() {
        for path in [
            "package.json",
            "apps/web/src/app/(app)/pets/[id]/edit/page.tsx",
            ".github/workflows/ci.yml",
            "a/.gitignore",
        ] {
            assert!(WorkspacePath::new(path).is_ok(), "{path}");
        }
    }

    #[test]
    fn refuses_what_leads_out_or_hides() {
        for path in [
            "",
            "/etc/passwd",
            "../x",
            "a/../../x",
            "a//b",
            "./a",
            "a/.",
            "c:/x",
            "a\\b",
            ".git/hooks/pre-commit",
            "a/.GIT/config",
            "a\0b",
            "a\nb",
            "nul",
            "a/con.txt",
            "a./b",
            "a /b",
            " a",
            "a/",
        ] {
            assert!(WorkspacePath::new(path).is_err(), "{path:?}");
        }
    }
}
