//! The sign that a workspace is not finished: `.fountane/new.json`, there from the first byte to the last step.

use camino::Utf8Path;
use serde::{Deserialize, Serialize};

use super::WorkspaceError;
use crate::fs::write_atomic;

/// Where it is, below the root.
pub const MARKER_FILE: &str = ".fountane/new.json";

/// What an unfinished workspace says of itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Marker {
    /// Always `incomplete`: who reads the file by chance shall know what it means.
    pub state: String,
    /// The command that goes on where this one stood.
    pub resume: String,
    /// Steps that are done, by name.
    pub done: Vec<String>,
    /// SHA-256 of the resolved spec that the files were made from.
    pub spec: String,
}

impl Marker {
    /// The marker of a workspace that was just begun.
    pub fn begun(resume: String, spec: String) -> Self {
        Self { state: "incomplete".to_owned(), resume, done: Vec::new(), spec }
    }

    /// The marker of a workspace; none where it is finished, or none at all.
    ///
    /// A marker that cannot be understood counts as one: what is unfinished must not pass for finished.
    pub fn read(root: &Utf8Path) -> Option<Self> {
        let unclear = || Self::begun("fountane new".to_owned(), String::new());
        match fs_err::read(root.join(MARKER_FILE)) {
            Ok(bytes) => Some(serde_json::from_slice(&bytes).unwrap_or_else(|_| unclear())),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => None,
            Err(_) => Some(unclear()),
        }
    }

    /// Writes it.
    ///
    /// # Panics
    /// Never: text serialises.
    pub fn write(&self, root: &Utf8Path) -> Result<(), WorkspaceError> {
        let text = serde_json::to_string_pretty(self).expect("text serialises") + "\n";
        Ok(write_atomic(&root.join(MARKER_FILE), text.as_bytes(), 0o644)?)
    }

    /// Notes that a step is done.
    pub fn step_done(&mut self, step: &str, root: &Utf8Path) -> Result<(), WorkspaceError> {
        if !self.done.iter().any(|done| done == step) {
            self.done.push(step.to_owned());
        }
        self.write(root)
    }

    /// Whether a step is done.
    pub fn is_done(&self, step: &str) -> bool {
        self.done.iter().any(|done| done == step)
    }

    /// Takes the sign away: the workspace is finished.
    pub fn remove(root: &Utf8Path) -> Result<(), WorkspaceError> {
        fs_err::remove_file(root.join(MARKER_FILE))?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_remembered_and_the_end_removes_it() {
        let folder = tempfile::tempdir().unwrap();
        let root = Utf8Path::from_path(folder.path()).unwrap();
        let mut marker = Marker::begun("fountane new shop".into(), "ab".into());
        marker.step_done("install", root).unwrap();
        marker.step_done("install", root).unwrap();
        let read = Marker::read(root).unwrap();
        assert!(read.is_done("install") && !read.is_done("check"));
        assert_eq!(read.done.len(), 1);
        Marker::remove(root).unwrap();
        assert_eq!(Marker::read(root), None);
    }

    #[test]
    fn a_marker_that_makes_no_sense_still_says_unfinished() {
        let folder = tempfile::tempdir().unwrap();
        let root = Utf8Path::from_path(folder.path()).unwrap();
        for nonsense in [&b"{"[..], b"\xff"] {
            write_atomic(&root.join(MARKER_FILE), nonsense, 0o644).unwrap();
            assert!(Marker::read(root).is_some());
        }
    }
}
