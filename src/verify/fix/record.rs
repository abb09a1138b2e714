//! What the last repair did, kept so that it can be undone byte for byte, and taken back when a run is killed.
//!
//! A run writes what was there and what shall be there into `pending`, then the files, then judges. Only what it keeps is
//! renamed to `last`. A `pending` that is found at the start was never judged: it is taken back.

use std::collections::BTreeMap;

use camino::{Utf8Path, Utf8PathBuf};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use super::{Drafted, FixError};
use crate::fs::{create_folder, safe_join, stays_inside, write_atomic};
use crate::workspace::{BlobId, SPEC_FILE, own_folder};

const PENDING: &str = "pending";
const LAST: &str = "last";
const RECORD: &str = "record.json";
/// Code may be private.
const FOLDER_MODE: u32 = 0o700;
const FILE_MODE: u32 = 0o600;

/// Where repairs of one project are recorded.
#[derive(Debug, Clone)]
pub struct Records {
    root: Utf8PathBuf,
    folder: Utf8PathBuf,
}

/// A repair that is written and not yet judged. Dropped without [`Pending::keep`], it stays to be taken back.
#[derive(Debug)]
pub(super) struct Pending<'a> {
    records: &'a Records,
    record: Record,
}

/// What was undone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Undone {
    /// Files that are as they were, by their path from the root.
    pub files: Vec<String>,
}

#[derive(Debug, Serialize, Deserialize)]
struct Record {
    files: Vec<Entry>,
}

#[derive(Debug, Serialize, Deserialize)]
struct Entry {
    path: String,
    before: BlobId,
    after: BlobId,
    mode: u32,
}

impl Records {
    /// Of a project: inside a workspace of fountane, else in `state`, by the project's path.
    ///
    /// # Errors
    /// fountane's own folder is a link.
    pub fn of(root: &Utf8Path, state: &Utf8Path) -> Result<Self, FixError> {
        let root = root.canonicalize_utf8()?;
        let folder = if root.join(SPEC_FILE).is_file() {
            own_folder(&root, "fix").map_err(|error| FixError::Io(std::io::Error::other(error)))?
        } else {
            let digest: String = Sha256::digest(root.as_str()).iter().take(12).map(|b| format!("{b:02x}")).collect();
            state.join("fix").join(format!("{}-{digest}", root.file_name().unwrap_or("root")))
        };
        Ok(Self { root, folder })
    }

    /// Records files and writes them.
    pub(super) fn begin(&self, files: &BTreeMap<String, Drafted>) -> Result<Pending<'_>, FixError> {
        let folder = self.folder.join(PENDING);
        create_folder(&folder, FOLDER_MODE)?;
        let mut record = Record { files: Vec::new() };
        for (number, (path, file)) in files.iter().enumerate() {
            write_atomic(&folder.join(format!("old-{number}")), &file.before, FILE_MODE)?;
            let (before, after) = (BlobId::of(&file.before), BlobId::of(&file.after));
            record.files.push(Entry { path: path.clone(), before, after, mode: file.mode });
        }
        let text = serde_json::to_vec(&record).map_err(std::io::Error::other)?;
        write_atomic(&folder.join(RECORD), &text, FILE_MODE)?;
        let pending = Pending { records: self, record };
        match pending.write(files) {
            Ok(()) => Ok(pending),
            Err(error) => {
                pending.take_back()?;
                Err(error)
            }
        }
    }

    /// Takes back what a killed run wrote and did not judge; the files that are as they were again.
    ///
    /// # Errors
    /// [`FixError::Edited`] where a person has changed one of the files since.
    pub fn mend(&self) -> Result<Vec<String>, FixError> {
        let Some(record) = self.read(PENDING)? else {
            // Killed before the record was there: nothing was written.
            remove_folder(&self.folder.join(PENDING))?;
            return Ok(Vec::new());
        };
        self.restore(PENDING, &record)
    }

    /// Puts back what the last repair changed.
    ///
    /// # Errors
    /// [`FixError::Edited`], and nothing is changed, where a file is not as that repair left it.
    pub fn undo(&self) -> Result<Undone, FixError> {
        let record = self.read(LAST)?.ok_or(FixError::NothingToUndo)?;
        Ok(Undone { files: self.restore(LAST, &record)? })
    }

    fn restore(&self, name: &str, record: &Record) -> Result<Vec<String>, FixError> {
        let folder = self.folder.join(name);
        let mut steps = Vec::new();
        let mut edited = Vec::new();
        for (number, entry) in record.files.iter().enumerate() {
            let place = self.place(entry)?;
            let now = fs_err::read(&place).ok().map(|bytes| BlobId::of(&bytes));
            if now.as_ref() == Some(&entry.before) {
                continue;
            }
            if now.as_ref() != Some(&entry.after) {
                edited.push(entry.path.clone());
                continue;
            }
            let old = fs_err::read(folder.join(format!("old-{number}")))?;
            if BlobId::of(&old) != entry.before {
                return Err(FixError::Record(folder));
            }
            steps.push((entry, place, old));
        }
        if !edited.is_empty() {
            return Err(FixError::Edited(edited));
        }
        for (entry, place, old) in &steps {
            write_atomic(place, old, entry.mode)?;
        }
        remove_folder(&folder)?;
        Ok(steps.iter().map(|(entry, ..)| entry.path.clone()).collect())
    }

    fn read(&self, name: &str) -> Result<Option<Record>, FixError> {
        let folder = self.folder.join(name);
        let text = match fs_err::read(folder.join(RECORD)) {
            Ok(text) => text,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(error.into()),
        };
        serde_json::from_slice(&text).map(Some).map_err(|_| FixError::Record(folder))
    }

    fn place(&self, entry: &Entry) -> Result<Utf8PathBuf, FixError> {
        let damaged = || FixError::Record(self.folder.clone());
        if !stays_inside(&entry.path) {
            return Err(damaged());
        }
        safe_join(&self.root, &entry.path).map_err(|_| damaged())
    }
}

impl Pending<'_> {
    /// What was written stays; from now on it can be undone.
    pub fn keep(self) -> Result<(), FixError> {
        let (pending, last) = (self.records.folder.join(PENDING), self.records.folder.join(LAST));
        remove_folder(&last)?;
        Ok(fs_err::rename(pending, last)?)
    }

    /// What was written goes.
    pub fn take_back(self) -> Result<(), FixError> {
        self.records.restore(PENDING, &self.record).map(drop)
    }

    fn write(&self, files: &BTreeMap<String, Drafted>) -> Result<(), FixError> {
        for (entry, file) in self.record.files.iter().zip(files.values()) {
            let place = self.records.place(entry)?;
            // A person may have saved it while the repair was thought out.
            if fs_err::read(&place)? != file.before {
                return Err(FixError::Edited(vec![entry.path.clone()]));
            }
            write_atomic(&place, &file.after, file.mode)?;
        }
        Ok(())
    }
}

fn remove_folder(folder: &Utf8Path) -> Result<(), FixError> {
    match fs_err::remove_dir_all(folder) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error.into()),
        _ => Ok(()),
    }
}
