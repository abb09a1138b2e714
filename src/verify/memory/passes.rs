//! What was passed, by a digest of all that decides it: a file in the workspace that git ignores.

use camino::{Utf8Path, Utf8PathBuf};
use indexmap::IndexMap;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::fs::write_atomic;
use crate::workspace::own_folder;

/// Going back to what was there before finds it passed, too; what is older than these is forgotten.
const MOST: usize = 400;
/// No file of ours is larger.
const MOST_BYTES: u64 = 1 << 20;

/// A pass.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::verify) struct Pass {
    /// What came of it then.
    pub summary: String,
    /// When.
    pub since: Timestamp,
}

/// All of them, the latest last.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Passes(IndexMap<String, Pass>);

impl Passes {
    /// Reads them; a file that is not there or damaged holds none.
    pub fn read(root: &Utf8Path) -> Self {
        let Some(file) = file(root) else { return Self::default() };
        let is_ours = file.symlink_metadata().is_ok_and(|about| about.is_file() && about.len() <= MOST_BYTES);
        let text = is_ours.then(|| fs_err::read_to_string(file).ok()).flatten();
        text.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default()
    }

    /// One of them.
    pub fn get(&self, key: &str) -> Option<&Pass> {
        self.0.get(key)
    }

    /// Adds some to those of the file. A file that cannot be written forgets them, which costs time alone.
    pub fn add(root: &Utf8Path, new: impl IntoIterator<Item = (String, Pass)>) {
        let mut passes = Self::read(root);
        for (key, pass) in new {
            passes.0.shift_remove(&key);
            passes.0.insert(key, pass);
        }
        passes.0.drain(..passes.0.len().saturating_sub(MOST));
        if let (Some(file), Ok(text)) = (file(root), serde_json::to_string_pretty(&passes)) {
            let _ = write_atomic(&file, text.as_bytes(), 0o644);
        }
    }
}

/// None where a link is in the way: it leads to what is somebody else's.
fn file(root: &Utf8Path) -> Option<Utf8PathBuf> {
    Some(own_folder(root, "cache").ok()?.join("passes.json"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pass(summary: &str) -> Pass {
        Pass { summary: summary.to_owned(), since: Timestamp::UNIX_EPOCH }
    }

    #[test]
    fn the_oldest_are_forgotten_and_a_damaged_file_holds_none() {
        let guard = tempfile::tempdir().unwrap();
        let root = Utf8Path::from_path(guard.path()).unwrap();
        Passes::add(root, [("old".to_owned(), pass("1")), ("again".to_owned(), pass("2"))]);
        Passes::add(root, [("again".to_owned(), pass("3"))]);
        Passes::add(root, (1..MOST).map(|number| (number.to_string(), pass("4"))));
        let passes = Passes::read(root);
        assert_eq!(passes.get("old"), None);
        assert_eq!(passes.get("again"), Some(&pass("3")));
        fs_err::write(file(root).unwrap(), "{").unwrap();
        assert_eq!(Passes::read(root), Passes::default());
    }
}
