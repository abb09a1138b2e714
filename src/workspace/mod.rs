//! What is on disk: the lock, the plan of changes decided before any write, and writing that is all or nothing.
//!
//! Only this room writes files of a workspace. A new workspace is written beside its place and renamed ([`new_tree`]); an
//! existing one is changed through a journal ([`journal`]), so that a crash leaves it as it was or is finished later.

pub mod blob;
pub mod file_plan;
pub mod git;
pub mod journal;
pub mod lock;
pub mod marker;
pub mod new_tree;

pub use blob::BlobId;
pub use file_plan::{Action, Change, Conflict, FilePlan, NewFile};
pub use lock::{Lock, LockedFile};

/// The spec, at the root of every workspace.
pub const SPEC_FILE: &str = "fountane.yaml";
/// The lock, beside the spec.
pub const LOCK_FILE: &str = "fountane.lock";
/// fountane's own folder in a workspace.
pub const OWN_FOLDER: &str = ".fountane";
/// The schema of the spec, for editors.
pub const SCHEMA_FILE: &str = ".fountane/schema.json";

/// Why something could not be read or written.
#[derive(Debug, thiserror::Error)]
pub enum WorkspaceError {
    /// The disk said no.
    #[error(transparent)]
    Io(#[from] std::io::Error),
    /// The lock is not one.
    #[error("`{path}` is not a lock of fountane: {reason}")]
    Lock {
        /// Where it is.
        path: camino::Utf8PathBuf,
        /// What is wrong.
        reason: String,
    },
    /// A path leads out of the workspace.
    #[error(transparent)]
    Path(#[from] crate::fs::PathError),
    /// The place of a new workspace is taken.
    #[error("`{target}` is not empty")]
    Occupied {
        /// The place.
        target: camino::Utf8PathBuf,
        /// What is there: names, sorted.
        entries: Vec<String>,
    },
    /// Another fountane is at work in the place.
    #[error("another fountane is at work on `{target}`")]
    Busy {
        /// The place.
        target: camino::Utf8PathBuf,
    },
    /// libgit2 said no.
    #[error("git: {}", .0.message())]
    Git(#[from] git2::Error),
}
