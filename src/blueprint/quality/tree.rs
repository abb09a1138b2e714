//! A generated tree as a short text: one line for each file, so that a review shows which files a change touches.

use std::collections::BTreeMap;
use std::fmt::Write;

use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};

use crate::render::RenderedFile;

/// How one file differs from what was expected.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Difference {
    /// It should not be there.
    Added(String),
    /// It should be there.
    Missing(String),
    /// Its bytes, ownership or template are others.
    Changed(String),
}

impl std::fmt::Display for Difference {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Added(path) => write!(f, "`{path}` is new"),
            Self::Missing(path) => write!(f, "`{path}` is missing"),
            Self::Changed(path) => write!(f, "`{path}` has changed"),
        }
    }
}

/// One line for each file, sorted by path: path, template without its version, ownership, and the first 16 hexadecimal
/// digits of the SHA-256 of its bytes.
pub fn tree(files: &[RenderedFile]) -> String {
    let mut sorted: Vec<&RenderedFile> = files.iter().collect();
    sorted.sort_by(|a, b| a.path.cmp(&b.path));
    let mut text = String::new();
    for file in sorted {
        let template = file.template.split('@').next().unwrap_or_default();
        let ownership = format!("{:?}", file.ownership).to_lowercase();
        let digest = HEXLOWER.encode(&Sha256::digest(&file.bytes)[..8]);
        let _ = writeln!(text, "{}  {template}  {ownership}  {digest}", file.path);
    }
    text
}

/// What two trees do not have in common, sorted by path.
pub fn differences(expected: &str, found: &str) -> Vec<Difference> {
    let (expected, found) = (by_path(expected), by_path(found));
    let missing = expected.keys().filter(|path| !found.contains_key(*path));
    let mut differences: Vec<Difference> = missing.map(|path| Difference::Missing((*path).to_owned())).collect();
    for (path, line) in found {
        match expected.get(path) {
            None => differences.push(Difference::Added(path.to_owned())),
            Some(before) if *before != line => differences.push(Difference::Changed(path.to_owned())),
            Some(_) => {}
        }
    }
    differences
}

fn by_path(tree: &str) -> BTreeMap<&str, &str> {
    tree.lines().map(|line| (line.split("  ").next().unwrap_or_default(), line)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::Ownership;
    use crate::workspace_path::WorkspacePath;

    fn file(path: &str, text: &str) -> RenderedFile {
        RenderedFile {
            path: WorkspacePath::new(path).unwrap(),
            bytes: text.into(),
            ownership: Ownership::Seeded,
            template: "core@1.0.0".to_owned(),
            executable: false,
            grown_from: None,
        }
    }

    #[test]
    fn says_in_a_line_what_a_file_is() {
        assert_eq!(
            tree(&[file("b", ""), file("a", "x")]),
            "a  core  seeded  2d711642b726b044\nb  core  seeded  e3b0c44298fc1c14\n"
        );
    }

    #[test]
    fn names_each_difference() {
        let before = tree(&[file("a", "1"), file("b", "1")]);
        let after = tree(&[file("b", "2"), file("c", "1")]);
        let told: Vec<String> = differences(&before, &after).iter().map(ToString::to_string).collect();
        assert_eq!(told, ["`a` is missing", "`b` has changed", "`c` is new"]);
    }
}
