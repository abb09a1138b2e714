//! Tier 3: one file to which several templates contribute.
//!
//! JSON is merged by structure, ignore and environment files by lines; anything else may be written by one template only.

mod insert;
mod json;
mod lines;
mod outline;

pub use insert::{InsertError, typescript};
pub use outline::OutlineError;

use crate::workspace_path::WorkspacePath;

/// Where two contributions disagree.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum ComposeError {
    /// Both give a value for one place.
    #[error("two templates disagree about `{pointer}`: `{first}` and `{second}`")]
    Conflict {
        /// JSON pointer.
        pointer: String,
        /// Who came first.
        first: String,
        /// Who came second.
        second: String,
    },
    /// One of them is not what the file's name promises.
    #[error("a contribution is not valid JSON: {0}")]
    NotJson(String),
    /// There is no way to merge such a file.
    #[error("two templates write it, and files of its kind cannot be merged")]
    NotMergeable,
}

/// Merges what two templates say of one file, the first one's order winning.
pub(super) fn files(path: &WorkspacePath, first: &[u8], second: &[u8]) -> Result<Vec<u8>, ComposeError> {
    if first == second {
        return Ok(first.to_vec());
    }
    let (Ok(first), Ok(second)) = (std::str::from_utf8(first), std::str::from_utf8(second)) else {
        return Err(ComposeError::NotMergeable);
    };
    let name = path.as_str().rsplit('/').next().unwrap_or_default();
    if path.extension() == Some("json") {
        return json::merge(first, second).map(String::into_bytes);
    }
    if name.ends_with("ignore") || name.starts_with(".env") {
        return Ok(lines::merge(first, second).into_bytes());
    }
    Err(ComposeError::NotMergeable)
}
