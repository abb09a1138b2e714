//! What a person trusts: an address together with what was found there when they said so.
//!
//! Not the address alone: whoever comes to own it later, or moves a tag, would be trusted with it unseen.

use std::fs::File;

use camino::{Utf8Path, Utf8PathBuf};
use serde::{Deserialize, Serialize};

use crate::fs::write_atomic;

/// The file in fountane's folder of the person's configuration.
const FILE: &str = "trusted-sources.json";

/// Something that is trusted.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Trusted {
    /// Where it came from.
    pub address: String,
    /// What was there.
    pub digest: String,
}

/// All that a person trusts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trust {
    path: Utf8PathBuf,
    trusted: Vec<Trusted>,
}

/// Why it cannot be known what is trusted.
#[derive(Debug, thiserror::Error)]
pub enum TrustError {
    /// The file is not as fountane writes it.
    #[error("`{path}`: {reason}")]
    Wrong {
        /// Where it is.
        path: Utf8PathBuf,
        /// Why.
        reason: String,
    },
    /// Others could say what this person trusts.
    #[error("`{path}` can be written by others than you")]
    OfOthers {
        /// Where it is.
        path: Utf8PathBuf,
    },
    /// It cannot be read or written.
    #[error(transparent)]
    Io(#[from] std::io::Error),
}

impl Trust {
    /// Reads what is trusted; nothing is where there is no file.
    pub fn read(folder: &Utf8Path) -> Result<Self, TrustError> {
        use std::os::unix::fs::PermissionsExt as _;
        let path = folder.join(FILE);
        let text = match fs_err::read_to_string(&path) {
            Ok(text) => text,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                return Ok(Self { path, trusted: Vec::new() });
            }
            Err(error) => return Err(error.into()),
        };
        if fs_err::metadata(&path)?.permissions().mode() & 0o022 != 0 {
            return Err(TrustError::OfOthers { path });
        }
        match serde_json::from_str(&text) {
            Ok(trusted) => Ok(Self { path, trusted }),
            Err(error) => Err(TrustError::Wrong { path, reason: error.to_string() }),
        }
    }

    /// Whether just this is trusted.
    pub fn has(&self, address: &str, digest: &str) -> bool {
        self.trusted.iter().any(|one| one.address == address && one.digest == digest)
    }

    /// Everything, sorted.
    pub fn list(&self) -> &[Trusted] {
        &self.trusted
    }

    /// Remembers that this is trusted, besides what others have said since it was read.
    pub fn add(&mut self, address: &str, digest: &str) -> Result<(), TrustError> {
        let _turn = self.turn()?;
        if !self.has(address, digest) {
            self.trusted.push(Trusted { address: address.to_owned(), digest: digest.to_owned() });
            self.trusted.sort();
        }
        self.write()
    }

    /// Forgets all that was trusted of an address; how much that was.
    pub fn revoke(&mut self, address: &str) -> Result<usize, TrustError> {
        let _turn = self.turn()?;
        let before = self.trusted.len();
        self.trusted.retain(|one| one.address != address);
        if self.trusted.len() != before {
            self.write()?;
        }
        Ok(before - self.trusted.len())
    }

    /// Waits until nobody else changes the file, and reads it again. Nobody does until what comes back is dropped.
    fn turn(&mut self) -> Result<File, TrustError> {
        let folder = self.path.parent().unwrap_or(Utf8Path::new("/")).to_owned();
        fs_err::create_dir_all(&folder)?;
        let turn = File::open(&folder)?;
        turn.lock()?;
        self.trusted = Self::read(&folder)?.trusted;
        Ok(turn)
    }

    fn write(&self) -> Result<(), TrustError> {
        let text = serde_json::to_string_pretty(&self.trusted)
            .map_err(|error| TrustError::Wrong { path: self.path.clone(), reason: error.to_string() })?;
        Ok(write_atomic(&self.path, (text + "\n").as_bytes(), 0o600)?)
    }
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt as _;

    use super::*;

    #[test]
    fn what_is_trusted_is_remembered_by_address_and_content_for_the_person_alone() {
        let folder = tempfile::tempdir().unwrap();
        let folder = Utf8Path::from_path(folder.path()).unwrap();
        let mut trust = Trust::read(folder).unwrap();
        trust.add("https://example.com/x", "sha256:ab").unwrap();
        trust.add("https://example.com/x", "sha256:ab").unwrap();
        let mut trust = Trust::read(folder).unwrap();
        assert!(trust.has("https://example.com/x", "sha256:ab"));
        assert!(!trust.has("https://example.com/x", "sha256:cd"));
        assert!(!trust.has("https://example.com/y", "sha256:ab"));
        let path = folder.join(FILE);
        assert_eq!(path.metadata().unwrap().permissions().mode() & 0o777, 0o600);
        assert_eq!(trust.revoke("https://example.com/x").unwrap(), 1);
        assert_eq!(Trust::read(folder).unwrap().list(), []);
    }

    #[test]
    fn who_trusts_or_takes_back_at_once_takes_back_no_other_answer() {
        let folder = tempfile::tempdir().unwrap();
        let folder = Utf8Path::from_path(folder.path()).unwrap();
        Trust::read(folder).unwrap().add("old", "sha256:00").unwrap();
        let mut stale = Trust::read(folder).unwrap();
        assert_eq!(Trust::read(folder).unwrap().revoke("old").unwrap(), 1);
        stale.add("new", "sha256:01").unwrap();
        assert!(!Trust::read(folder).unwrap().has("old", "sha256:00"), "what was taken back is back");

        std::thread::scope(|scope| {
            for number in 0..16 {
                let mut trust = Trust::read(folder).unwrap();
                scope.spawn(move || trust.add(&format!("at once {number}"), "sha256:02").unwrap());
            }
        });
        assert_eq!(Trust::read(folder).unwrap().list().len(), 17);
    }

    #[test]
    fn a_file_that_others_can_write_says_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let folder = Utf8Path::from_path(folder.path()).unwrap();
        Trust::read(folder).unwrap().add("x", "y").unwrap();
        fs_err::set_permissions(folder.join(FILE), std::fs::Permissions::from_mode(0o666)).unwrap();
        assert!(matches!(Trust::read(folder), Err(TrustError::OfOthers { .. })));
    }
}
