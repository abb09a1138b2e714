//! The cache of fetched programs. An entry is there whole or not at all; only one process fills it at a time.

use std::time::Duration;

use camino::{Utf8Path, Utf8PathBuf};
use fs_err as fs;

use super::ToolchainError;
use crate::env_vars::Environment;
use crate::process::Cancel;

const PARTIAL: &str = ".partial-";
const LOCK_POLL: Duration = Duration::from_millis(100);

/// The folder that holds fetched programs.
#[derive(Debug, Clone)]
pub(super) struct Store {
    folder: Utf8PathBuf,
}

impl Store {
    pub(super) fn in_folder(folder: Utf8PathBuf) -> Self {
        Self { folder }
    }

    /// `fountane/toolchain` in the user's cache folder (XDG).
    pub(super) fn of_user(environment: &Environment) -> Result<Self, ToolchainError> {
        let unknown = || ToolchainError::Io {
            doing: "finding the user's cache folder",
            source: std::io::Error::new(std::io::ErrorKind::NotFound, "neither HOME nor XDG_CACHE_HOME is set"),
        };
        Ok(Self { folder: environment.cache_folder().ok_or_else(unknown)?.join("toolchain") })
    }

    pub(super) fn folder(&self) -> &Utf8Path {
        &self.folder
    }

    /// The folder of an entry, where it is there; an entry that is there is whole.
    pub(super) fn entry(&self, name: &str) -> Option<Utf8PathBuf> {
        Some(self.folder.join(name)).filter(|folder| folder.is_dir())
    }

    /// Takes the right to fill an entry; waits while another process has it.
    pub(super) async fn claim(&self, name: &str, cancel: &Cancel) -> Result<Claim, ToolchainError> {
        fs::create_dir_all(&self.folder).map_err(|source| io("making the cache folder", source))?;
        let path = self.folder.join(format!("{name}.lock"));
        let file = fs::OpenOptions::new().create(true).truncate(false).write(true).open(&path);
        let (file, _) = file.map_err(|source| io("opening a lock", source))?.into_parts();
        loop {
            match file.try_lock() {
                Ok(()) => break,
                Err(std::fs::TryLockError::WouldBlock) => tokio::select! {
                    () = tokio::time::sleep(LOCK_POLL) => (),
                    () = cancel.cancelled() => return Err(ToolchainError::Cancelled),
                },
                Err(std::fs::TryLockError::Error(source)) => return Err(io("taking a lock", source)),
            }
        }
        let claim = Claim { _lock: file, folder: self.folder.clone(), name: name.to_owned() };
        claim.clear_partial();
        Ok(claim)
    }
}

/// The right to fill an entry; given back when dropped, also by a killed process.
pub(super) struct Claim {
    _lock: std::fs::File,
    folder: Utf8PathBuf,
    name: String,
}

impl Claim {
    /// A folder for the parts of the entry, gone when dropped.
    pub(super) fn workshop(&self) -> Result<(tempfile::TempDir, Utf8PathBuf), ToolchainError> {
        let made = tempfile::Builder::new().prefix(&format!("{PARTIAL}{}-", self.name)).tempdir_in(&self.folder);
        let folder = made.map_err(|source| io("making a folder in the cache", source))?;
        let path = Utf8Path::from_path(folder.path()).unwrap_or(&self.folder).to_owned();
        Ok((folder, path))
    }

    /// Puts a finished folder in place, in one step.
    pub(super) fn publish(&self, finished: &Utf8Path) -> Result<Utf8PathBuf, ToolchainError> {
        let entry = self.folder.join(&self.name);
        fs::rename(finished, &entry).map_err(|source| io("putting a program into the cache", source))?;
        Ok(entry)
    }

    /// What a killed process left: with the claim in hand nobody else works on it.
    fn clear_partial(&self) {
        let start = format!("{PARTIAL}{}-", self.name);
        let entries = self.folder.read_dir_utf8().into_iter().flatten().flatten();
        for stale in entries.filter(|entry| entry.file_name().starts_with(&start)) {
            let _ = fs::remove_dir_all(stale.path());
        }
    }
}

fn io(doing: &'static str, source: std::io::Error) -> ToolchainError {
    ToolchainError::Io { doing, source }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cache_is_where_the_xdg_rules_say() {
        let folder = |vars: &[(&str, &str)]| {
            let environment: Environment = vars.iter().copied().collect();
            Store::of_user(&environment).unwrap().folder().to_string()
        };
        assert_eq!(folder(&[("XDG_CACHE_HOME", "/c"), ("HOME", "/h")]), "/c/fountane/toolchain");
        assert_eq!(folder(&[("XDG_CACHE_HOME", "relative"), ("HOME", "/h")]), "/h/.cache/fountane/toolchain");
    }

    #[tokio::test]
    async fn what_a_killed_process_left_is_cleared_and_never_passes_for_an_entry() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::in_folder(Utf8PathBuf::from_path_buf(folder.path().to_owned()).unwrap());
        fs::create_dir_all(store.folder().join(".partial-node-1-abc/package/bin")).unwrap();
        assert_eq!(store.entry("node-1"), None);
        let claim = store.claim("node-1", &Cancel::new()).await.unwrap();
        assert!(!store.folder().join(".partial-node-1-abc").exists());
        let (_guard, workshop) = claim.workshop().unwrap();
        fs::create_dir(workshop.join("package")).unwrap();
        let entry = claim.publish(&workshop.join("package")).unwrap();
        assert_eq!(store.entry("node-1"), Some(entry));
    }
}
