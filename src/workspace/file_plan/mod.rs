//! What would be done to each file, decided before any write: `--dry-run`, `--diff`, `--check` and summaries read it.

mod decide;
mod laid_out;
mod moves;
mod narrow;
mod on_disk;
mod settle;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

pub use settle::OnConflict;

use super::journal::Extra;
use super::{BlobId, Lock, WorkspaceError};
use crate::workspace_path::WorkspacePath;

/// Everything that a `generate` would do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FilePlan {
    /// One for each file that is rendered or was locked, sorted by path.
    pub changes: Vec<Change>,
    /// The lock as it would be.
    pub lock: Lock,
}

/// What would be done to one file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Which: where it is on disk.
    pub path: WorkspacePath,
    /// What.
    pub action: Action,
    /// Its content on disk; none where there is none.
    pub before: Option<Vec<u8>>,
    /// What is merged in the place of `before`: the same with other names in it.
    pub renamed: Option<Vec<u8>>,
    /// What fountane last wrote there; known only where it was needed, for files that a person edited.
    pub base: Option<Vec<u8>>,
    /// What would be written, or, where nothing would, what is rendered; none for a file that is no longer made.
    pub after: Option<NewFile>,
    /// What is rendered, where that is not what would be written.
    pub theirs: Option<Vec<u8>>,
    /// Where `before` is, for a file that an upgrade or a rename gives another place.
    pub moved_from: Option<WorkspacePath>,
}

impl Change {
    /// Of a file of which no content is known yet.
    pub(super) fn new(path: WorkspacePath, action: Action) -> Self {
        let (before, renamed, base, after) = (None, None, None, None);
        Self { path, action, before, renamed, base, after, theirs: None, moved_from: None }
    }

    /// What is to be on disk before and after it: one file, or two where it moves.
    pub fn steps(&self) -> Vec<Extra> {
        let step = |path: &WorkspacePath, before: &Option<Vec<u8>>, after: Option<NewFile>| Extra {
            path: path.clone(),
            before: before.clone(),
            after,
        };
        match &self.moved_from {
            None => vec![step(&self.path, &self.before, self.after.clone())],
            Some(old) => vec![step(old, &self.before, None), step(&self.path, &None, self.after.clone())],
        }
    }

    /// What a person has, as it is merged.
    pub fn ours(&self) -> Option<&[u8]> {
        self.renamed.as_deref().or(self.before.as_deref())
    }

    /// Where its content is before it.
    pub fn place_before(&self) -> &WorkspacePath {
        self.moved_from.as_ref().unwrap_or(&self.path)
    }

    /// Of a file that is written besides those of a plan.
    pub fn of(extra: &Extra) -> Self {
        let action = match (&extra.before, &extra.after) {
            (None, _) => Action::Create,
            (Some(_), None) => Action::Remove,
            (Some(_), Some(_)) => Action::Update,
        };
        let Extra { path, before, after } = extra.clone();
        Self { before, after, ..Self::new(path, action) }
    }
}

/// A content to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewFile {
    /// The bytes.
    pub bytes: Vec<u8>,
    /// Whether it may be run.
    pub executable: bool,
}

/// What would be done to a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Action {
    /// It is not there and will be.
    Create,
    /// It is as fountane left it and changes.
    Update,
    /// A person edited it; their edit and fountane's change are both in what is written.
    Merge,
    /// A person's, in whose place comes what is rendered: there was nothing to merge from, and they wished it.
    Overwrite,
    /// It gets another place, as it is.
    Move,
    /// It is as it should be, or it is the person's.
    Skip,
    /// A person deleted it, and it stays deleted.
    Deleted,
    /// It is no longer made, and as fountane left it.
    Remove,
    /// It is no longer made, but a person changed it: it stays, and is theirs from now on.
    Release,
    /// Both changed the same lines: it is written with marks around them, for a person to decide.
    Marked {
        /// How many places are marked.
        places: usize,
    },
    /// It stays as the person has it; what is rendered is written into a file beside it, for a person to decide.
    Aside,
    /// Writing it would lose something.
    Conflict(Conflict),
}

/// Why a file cannot be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Conflict {
    /// A person and fountane changed the same lines.
    Overlap,
    /// A person changed it, and it is no text.
    Binary,
    /// A person changed it, and what fountane had written is nowhere to be found.
    NoBase,
    /// A file of this name is there, and fountane did not write it.
    InTheWay,
    /// It, or a folder on the way, is a symbolic link or not a file.
    NotAFile,
}

impl Conflict {
    /// In words, behind a path.
    pub fn reason(self) -> &'static str {
        match self {
            Self::Overlap => "edited where fountane has a change, too",
            Self::Binary => "edited, and not a text that could be merged",
            Self::NoBase => "edited, and what fountane had written is nowhere here",
            Self::InTheWay => "already there, and not written by fountane",
            Self::NotAFile => "not a regular file, or reached through a symbolic link",
        }
    }
}

/// What a person, an upgrade or a rename wants beyond what is rendered.
pub struct Wishes<'a> {
    /// Whether a file that was deleted is written again.
    pub restored: &'a dyn Fn(&WorkspacePath) -> bool,
    /// Files that are given the place under which they are rendered, though the lock knows them elsewhere.
    pub relocated: &'a BTreeSet<WorkspacePath>,
    /// What a person has and in which names change, by where it is on disk.
    pub followed: &'a BTreeMap<WorkspacePath, Followed>,
    /// Whether nothing but names differs between what was rendered and what is.
    pub only_names: bool,
}

impl Wishes<'_> {
    /// None but what is rendered.
    pub const NONE: Wishes<'static> =
        Wishes { restored: &|_| false, relocated: &BTreeSet::new(), followed: &BTreeMap::new(), only_names: false };
}

/// A person's own text with other names in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Followed {
    /// As it was read; where it is another by now, it stays.
    pub before: Vec<u8>,
    /// As it shall be.
    pub after: Vec<u8>,
}

/// Finds the content that fountane last wrote by its id; none where it is nowhere.
pub type FindBase<'a> = dyn Fn(&BlobId) -> Result<Option<Vec<u8>>, WorkspaceError> + 'a;

impl FilePlan {
    /// The files that cannot be written, and why.
    pub fn conflicts(&self) -> Vec<(&WorkspacePath, Conflict)> {
        let conflict = |change: &Change| match change.action {
            Action::Conflict(conflict) => Some(conflict),
            _ => None,
        };
        self.changes.iter().filter_map(|change| Some((&change.path, conflict(change)?))).collect()
    }

    /// The files that a person has to decide on after they are written.
    pub fn undecided(&self) -> impl Iterator<Item = &Change> {
        self.changes.iter().filter(|change| matches!(change.action, Action::Marked { .. } | Action::Aside))
    }

    /// The changes that write or remove something.
    pub fn writes(&self) -> impl Iterator<Item = &Change> {
        self.changes.iter().filter(|change| {
            use Action::{Create, Marked, Merge, Move, Overwrite, Remove, Update};
            matches!(change.action, Create | Update | Merge | Overwrite | Move | Marked { .. } | Remove)
        })
    }

    /// Files that a person edited and that would be written all the same.
    pub fn edited(&self) -> impl Iterator<Item = &Change> {
        let edited = |action| matches!(action, Action::Merge | Action::Overwrite | Action::Marked { .. });
        self.changes.iter().filter(move |change| edited(change.action))
    }

    /// What is rendered for each file that the lock then knows by it, and is the base of the next merge.
    pub fn rendered(&self) -> impl Iterator<Item = &[u8]> {
        use Action::{Conflict, Deleted, Release, Remove};
        let known = self.changes.iter().filter(|it| !matches!(it.action, Conflict(_) | Deleted | Release | Remove));
        known.filter_map(|change| match (&change.theirs, &change.after) {
            (Some(theirs), _) => Some(theirs.as_slice()),
            (None, after) => after.as_ref().map(|file| file.bytes.as_slice()),
        })
    }

    /// Whether nothing is left to do when it is written: a person has nothing to decide on, and the lock knows each file as it
    /// is rendered. Of one that was deleted it tells how it was, should it come back.
    pub fn is_settled(&self) -> bool {
        let as_rendered = |change: &Change| match (self.lock.files.get(&change.path), &change.after) {
            (Some(locked), Some(after)) => locked.blob == BlobId::of(&after.bytes),
            _ => true,
        };
        let mut deleted = self.changes.iter().filter(|change| change.action == Action::Deleted);
        self.undecided().next().is_none() && deleted.all(as_rendered)
    }

    /// How many files there are of an action.
    pub fn count(&self, action: Action) -> usize {
        self.changes.iter().filter(|change| change.action == action).count()
    }
}
