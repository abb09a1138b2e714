//! That a run left nothing to do, remembered so that the next one need not render to know it.
//!
//! What is rendered depends on the program, the templates and the spec alone. As long as these and the lock are those of a
//! run that ended, every file would be rendered as the lock has it, and nothing would be written. It is remembered in the
//! person's cache folder, not in the workspace.

use camino::{Utf8Path, Utf8PathBuf};
use data_encoding::HEXLOWER;
use sha2::{Digest as _, Sha256};

use super::{Lock, WorkspaceError};
use crate::fs::write_atomic;

/// Where a service lists its migrations.
const JOURNAL: &str = "/migrations/meta/_journal.json";

/// What a run depends on, but for the lock.
#[derive(Debug, Clone, Copy)]
pub struct Inputs<'a> {
    /// Which program.
    pub build: &'a str,
    /// Which templates.
    pub library: &'a str,
    /// A digest of what the spec means.
    pub spec: &'a str,
}

impl Inputs<'_> {
    /// Whether a run with these inputs ended in this workspace and left the lock that is there.
    pub fn are_settled(&self, root: &Utf8Path, cache: &Utf8Path) -> Result<bool, WorkspaceError> {
        let remembered = fs_err::read_to_string(place(root, cache)).ok();
        Ok(remembered.is_some() && remembered == self.digest(root)?)
    }

    /// Remembers that a run with these inputs ended. Where it cannot be written, it is only not remembered.
    pub fn settle(&self, root: &Utf8Path, cache: &Utf8Path) -> Result<(), WorkspaceError> {
        if let Some(digest) = self.digest(root)? {
            let _ = write_atomic(&place(root, cache), digest.as_bytes(), 0o644);
        }
        Ok(())
    }

    /// Of the inputs and the lock; none without a lock.
    fn digest(&self, root: &Utf8Path) -> Result<Option<String>, WorkspaceError> {
        let Some(lock) = Lock::read(root)? else { return Ok(None) };
        let text = lock.to_text();
        let mut parts = vec![self.build.as_bytes(), self.library.as_bytes(), self.spec.as_bytes(), text.as_bytes()];
        // A migration that a person adds is one that the next has to follow.
        let journals = lock.files.keys().filter(|path| path.as_str().ends_with(JOURNAL));
        let journals: Vec<Vec<u8>> = journals.map(|path| fs_err::read(path.below(root)).unwrap_or_default()).collect();
        parts.extend(journals.iter().map(Vec::as_slice));
        Ok(Some(hex(&parts)))
    }
}

fn place(root: &Utf8Path, cache: &Utf8Path) -> Utf8PathBuf {
    cache.join("settled").join(hex(&[root.as_str().as_bytes()]))
}

/// SHA-256 of parts, none of which another division of the same bytes would give.
fn hex(parts: &[&[u8]]) -> String {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update((part.len() as u64).to_le_bytes());
        hash.update(part);
    }
    HEXLOWER.encode(&hash.finalize())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workspace::LOCK_FILE;

    fn lock(spec: &str) -> Lock {
        Lock::new("saas@1.0.0".into(), [].into(), spec.into())
    }

    #[test]
    fn it_holds_as_long_as_nothing_changes() {
        let folders = [tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap()];
        let [root, cache] = [&folders[0], &folders[1]].map(|folder| Utf8Path::from_path(folder.path()).unwrap());
        let inputs = Inputs { build: "1", library: "2", spec: "3" };
        assert!(!inputs.are_settled(root, cache).unwrap());
        fs_err::write(root.join(LOCK_FILE), lock("ab").to_text()).unwrap();
        assert!(!inputs.are_settled(root, cache).unwrap());
        inputs.settle(root, cache).unwrap();
        assert!(inputs.are_settled(root, cache).unwrap());
        for other in [
            Inputs { build: "x", ..inputs },
            Inputs { library: "x", ..inputs },
            Inputs { spec: "x", ..inputs },
            Inputs { build: "12", library: "", ..inputs },
        ] {
            assert!(!other.are_settled(root, cache).unwrap());
        }
        fs_err::write(root.join(LOCK_FILE), lock("cd").to_text()).unwrap();
        assert!(!inputs.are_settled(root, cache).unwrap());
    }
}
