//! Changing a workspace all or nothing: everything is staged, then a journal is written, then files are renamed.
//!
//! Before the journal is there nothing has happened; once it is there everything will happen, by this run or, should this
//! one be killed, by the next ([`finish`]). A step that fails, or a file that a person saves meanwhile, puts back what was there.

use camino::Utf8Path;
use serde::{Deserialize, Serialize};

use super::{BlobId, Change, FilePlan, LOCK_FILE, NewFile, WorkspaceError, own_folder};
use crate::workspace_path::WorkspacePath;

mod staging;
#[cfg(test)]
mod tests;

use staging::Staging;

const FOLDER: &str = "apply";
const JOURNAL: &str = "journal.json";

/// What is to be done, in order.
#[derive(Debug, Serialize, Deserialize)]
struct Journal {
    steps: Vec<Step>,
}

/// One file.
#[derive(Debug, Serialize, Deserialize)]
struct Step {
    path: WorkspacePath,
    /// What was there when the change was decided.
    before: Option<BlobId>,
    /// What shall be there; none to remove it.
    after: Option<BlobId>,
    /// Whether it shall be a program; none where that is not told.
    #[serde(default)]
    executable: Option<bool>,
}

/// What came of a journal that an earlier run left behind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Leftover {
    /// There was none.
    Nothing,
    /// A run had died while it prepared: nothing had happened, its preparations are gone.
    Dropped,
    /// A run had died in the middle: its changes are done now.
    Finished,
}

/// A file that is changed besides those of the plan, such as the spec itself.
#[derive(Debug, Clone)]
pub struct Extra {
    /// Which.
    pub path: WorkspacePath,
    /// What was there.
    pub before: Option<Vec<u8>>,
    /// What shall be there; none to remove it.
    pub after: Option<NewFile>,
}

impl Extra {
    /// A text that no program is.
    pub fn text(path: WorkspacePath, before: Option<Vec<u8>>, after: Vec<u8>) -> Self {
        Self { path, before, after: Some(NewFile { bytes: after, executable: false }) }
    }
}

/// Writes and removes what the plan says, then the lock. Conflicts must have been refused before.
///
/// Where nothing changes, nothing is written, not even the lock.
///
/// # Errors
/// [`WorkspaceError::Changed`], and everything is as it was, where a file is not what the plan was decided on any more.
///
/// # Panics
/// Never: the lock's name is a path.
pub fn apply(root: &Utf8Path, plan: &FilePlan, extras: &[Extra]) -> Result<(), WorkspaceError> {
    let lock = plan.lock.to_text();
    let old_lock = read_if_there(&root.join(LOCK_FILE))?;
    let lock_changes = old_lock.as_deref() != Some(lock.as_bytes());
    let writes: Vec<&Change> = plan.writes().collect();
    if writes.is_empty() && extras.is_empty() && !lock_changes {
        return Ok(());
    }
    let mut staging = Staging::begin(root)?;
    for extra in extras {
        staging.add(&extra.path, extra.before.as_deref(), extra.after.as_ref())?;
    }
    for change in writes {
        for step in change.steps() {
            staging.add(&step.path, step.before.as_deref(), step.after.as_ref())?;
        }
    }
    if lock_changes {
        let path = WorkspacePath::new(LOCK_FILE).expect("a constant that is a path");
        let lock = NewFile { bytes: lock.into_bytes(), executable: false };
        staging.add(&path, old_lock.as_deref(), Some(&lock))?;
    }
    staging.commit()
}

/// Writes files outside any plan, such as the spec alone, all or nothing.
pub fn write(root: &Utf8Path, files: &[Extra]) -> Result<(), WorkspaceError> {
    let mut staging = Staging::begin(root)?;
    for file in files {
        staging.add(&file.path, file.before.as_deref(), file.after.as_ref())?;
    }
    staging.commit()
}

/// Finishes or drops what an earlier run left. Every command that reads a workspace calls it first.
pub fn finish(root: &Utf8Path) -> Result<Leftover, WorkspaceError> {
    let folder = own_folder(root, FOLDER)?;
    if !folder.exists() {
        return Ok(Leftover::Nothing);
    }
    let Some(text) = read_if_there(&folder.join(JOURNAL))? else {
        fs_err::remove_dir_all(&folder)?;
        return Ok(Leftover::Dropped);
    };
    let journal: Journal = serde_json::from_slice(&text)
        .map_err(|error| WorkspaceError::Journal { path: folder.clone(), reason: error.to_string() })?;
    Staging { root: root.to_owned(), folder, steps: journal.steps }.resume()?;
    Ok(Leftover::Finished)
}

/// Whether a killed run left something that [`finish`] would finish or drop.
pub fn is_pending(root: &Utf8Path) -> Result<bool, WorkspaceError> {
    Ok(own_folder(root, FOLDER)?.exists())
}

/// What is in a file; none where there is none.
pub(super) fn read_if_there(path: &Utf8Path) -> Result<Option<Vec<u8>>, WorkspaceError> {
    match fs_err::read(path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error.into()),
    }
}
