//! What stands in a workspace before it is rendered again: files that go on growing, such as the migrations of a service.
//!
//! Whatever is read here may have been written by anybody. Nothing is followed out of the workspace, and nothing is read
//! that is not a regular file of a reasonable size.

use camino::{Utf8Path, Utf8PathBuf};

use super::Lock;
use crate::fs::safe_join;
use crate::workspace_path::WorkspacePath;

/// More than any file of migrations will ever have; what is larger is something else.
const MAX_BYTES: u64 = 64 * 1024 * 1024;

/// A workspace on disk; or none, as before `fountane new`.
#[derive(Debug, Clone, Default)]
pub struct Standing {
    root: Option<Utf8PathBuf>,
    lock: Option<Lock>,
}

/// Why something that stands cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum StandingError {
    /// The disk said no.
    #[error(transparent)]
    Io(#[from] std::io::Error),
    /// It is a link, a folder, leads out of the workspace, or is too large.
    #[error("`{path}` is {what}")]
    Refused {
        /// Which.
        path: String,
        /// What it is instead.
        what: &'static str,
    },
}

impl Standing {
    /// Where nothing stands yet.
    pub fn nothing() -> Self {
        Self::default()
    }

    /// A workspace, with what its lock knows.
    pub fn of(root: &Utf8Path, lock: Option<Lock>) -> Self {
        Self { root: Some(root.to_owned()), lock }
    }

    /// A file's content; none where there is none.
    pub fn file(&self, path: &str) -> Result<Option<Vec<u8>>, StandingError> {
        let Some(place) = self.place(path)? else { return Ok(None) };
        let refused = |what| StandingError::Refused { path: path.to_owned(), what };
        match fs_err::symlink_metadata(&place) {
            Ok(metadata) if !metadata.is_file() => Err(refused("not a regular file")),
            Ok(metadata) if metadata.len() > MAX_BYTES => Err(refused("too large to be read")),
            Ok(_) => Ok(Some(fs_err::read(&place)?)),
            Err(error) if is_nothing(&error) => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    /// The names of what is in a folder, sorted; none where there is no such folder.
    pub fn names(&self, folder: &str) -> Result<Vec<String>, StandingError> {
        let Some(place) = self.place(folder)? else { return Ok(Vec::new()) };
        let entries = match place.read_dir_utf8() {
            Ok(entries) => entries,
            Err(error) if is_nothing(&error) => return Ok(Vec::new()),
            Err(error) => return Err(error.into()),
        };
        let mut names = Vec::new();
        for entry in entries {
            // A name that is not UTF-8 is not one of ours.
            let Ok(entry) = entry else { continue };
            names.push(entry.file_name().to_owned());
        }
        names.sort();
        Ok(names)
    }

    /// Files below a folder that the lock knows.
    pub fn locked_below(&self, folder: &str) -> impl Iterator<Item = &WorkspacePath> {
        let folder = format!("{folder}/");
        let files = self.lock.iter().flat_map(|lock| lock.files.keys());
        files.filter(move |path| path.as_str().starts_with(&folder))
    }

    fn place(&self, path: &str) -> Result<Option<Utf8PathBuf>, StandingError> {
        let Some(root) = &self.root else { return Ok(None) };
        let refused = |_| StandingError::Refused { path: path.to_owned(), what: "outside of the workspace" };
        safe_join(root, path).map(Some).map_err(refused)
    }
}

fn is_nothing(error: &std::io::Error) -> bool {
    matches!(error.kind(), std::io::ErrorKind::NotFound | std::io::ErrorKind::NotADirectory)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn workspace() -> (tempfile::TempDir, Standing) {
        let guard = tempfile::tempdir().unwrap();
        let root = Utf8Path::from_path(guard.path()).unwrap();
        fs_err::create_dir_all(root.join("migrations/meta")).unwrap();
        let standing = Standing::of(root, None);
        (guard, standing)
    }

    #[test]
    fn what_is_not_there_is_nothing() {
        let (_guard, standing) = workspace();
        assert_eq!(standing.file("migrations/0000_init.sql").unwrap(), None);
        assert_eq!(standing.file("migrations/a/b").unwrap(), None);
        assert!(standing.names("elsewhere").unwrap().is_empty());
        assert_eq!(Standing::nothing().file("migrations/0000_init.sql").unwrap(), None);
    }

    #[test]
    fn links_out_of_the_workspace_are_refused() {
        let (guard, standing) = workspace();
        let outside = tempfile::tempdir().unwrap();
        fs_err::write(outside.path().join("_journal.json"), "{}").unwrap();
        std::os::unix::fs::symlink(outside.path(), guard.path().join("migrations/out")).unwrap();
        let file = outside.path().join("_journal.json");
        std::os::unix::fs::symlink(file, guard.path().join("migrations/meta/_journal.json")).unwrap();
        for path in ["migrations/out/_journal.json", "migrations/meta/_journal.json", "../x", "migrations/meta"] {
            let error = standing.file(path).unwrap_err();
            assert!(matches!(error, StandingError::Refused { .. }), "{path}: {error}");
        }
    }
}
