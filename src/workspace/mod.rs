//! What is on disk: the lock, the plan of changes decided before any write, and writing that is all or nothing.
//!
//! Only this room writes files of a workspace. A new workspace is written beside its place and renamed ([`new_tree`]); an
//! existing one is changed through a journal ([`journal`]), so that a crash leaves it as it was or is finished later.

pub mod bases;
pub mod blob;
pub mod digest;
pub mod file_plan;
pub mod git;
pub mod journal;
pub mod lock;
pub mod marker;
pub mod new_tree;
pub mod packages;
mod repository;
pub mod settled;
pub mod standing;
pub mod undecided;

pub use bases::Bases;
pub use blob::BlobId;
pub use file_plan::{Action, Change, Conflict, FilePlan, NewFile, OnConflict};
pub use lock::{Lock, LockedFile, LockedSource};
pub use repository::Unopened;
pub use standing::{Standing, StandingError};

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
    /// What a killed run left cannot be gone on with.
    #[error("what an earlier run left in `{path}` cannot be finished: {reason}")]
    Journal {
        /// Where it is.
        path: camino::Utf8PathBuf,
        /// What is wrong.
        reason: String,
    },
    /// A file was changed between the look at it and its writing.
    #[error("`{path}` was saved while this ran; nothing was written")]
    Changed {
        /// Which.
        path: crate::workspace_path::WorkspacePath,
    },
    /// fountane's own folder is a link, or a file.
    #[error("`{path}` is not a folder of this workspace")]
    NotOurs {
        /// Where it is.
        path: camino::Utf8PathBuf,
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
    /// The place of a new workspace is a file or a link.
    #[error("`{target}` is {what}, not a folder")]
    NotAFolder {
        /// The place.
        target: camino::Utf8PathBuf,
        /// `a link` or `a file`.
        what: &'static str,
    },
    /// Another fountane is at work in the place.
    #[error("another fountane is at work on `{target}`")]
    Busy {
        /// The place.
        target: camino::Utf8PathBuf,
    },
    /// There is a repository, and it cannot be opened.
    #[error(transparent)]
    Unopened(#[from] Unopened),
    /// libgit2 said no.
    #[error("git: {}", .0.message())]
    Git(#[from] git2::Error),
}

/// A folder of fountane's own in a workspace, such as `.fountane/apply`. It need not be there.
///
/// # Errors
/// A link on the way: what is removed through it would be somebody else's.
pub fn own_folder(root: &camino::Utf8Path, name: &str) -> Result<camino::Utf8PathBuf, WorkspaceError> {
    let path = root.join(OWN_FOLDER).join(name);
    for folder in [root.join(OWN_FOLDER), path.clone()] {
        match fs_err::symlink_metadata(&folder) {
            Ok(metadata) if metadata.is_dir() => {}
            Ok(_) => return Err(WorkspaceError::NotOurs { path: folder }),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(path),
            Err(error) => return Err(error.into()),
        }
    }
    Ok(path)
}
