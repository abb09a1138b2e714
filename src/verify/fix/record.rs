//! What the last repair did, kept so that it can be undone byte for byte, and taken back when a run is killed.
//!
//! A run writes what was there and what shall be there into `pending`, then the files, then judges. Only what it keeps is
//! renamed to `last`. A `pending` that is found at the start was never judged: it is taken back.

use std::collections::BTreeMap;

use camino::{Utf8Path, Utf8PathBuf};
use data_encoding::HEXLOWER;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use super::{Drafted, FixError};
use crate::fs::{create_folder, direct_join, write_atomic};
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
            let digest = HEXLOWER.encode(&Sha256::digest(root.as_str())[..12]);
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

    /// Takes back what a killed run wrote and did not judge; the files that are as they were again. What a person has
    /// changed since stays theirs.
    pub fn mend(&self) -> Result<Vec<String>, FixError> {
        let Some(record) = self.read(PENDING)? else {
            // Killed before the record was there: nothing was written.
            remove_folder(&self.folder.join(PENDING))?;
            return Ok(Vec::new());
        };
        self.restore(PENDING, &record, false)
    }

    /// Puts back what the last repair changed.
    ///
    /// # Errors
    /// [`FixError::Edited`], and nothing is changed, where a file is not as that repair left it.
    pub fn undo(&self) -> Result<Undone, FixError> {
        let record = self.read(LAST)?.ok_or(FixError::NothingToUndo)?;
        Ok(Undone { files: self.restore(LAST, &record, true)? })
    }

    /// `whole`: all files, or none.
    fn restore(&self, name: &str, record: &Record, whole: bool) -> Result<Vec<String>, FixError> {
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
        if whole && !edited.is_empty() {
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
        direct_join(&self.root, &entry.path).map_err(|_| FixError::Record(self.folder.clone()))
    }
}

impl Pending<'_> {
    /// What was written stays; from now on it can be undone.
    pub fn keep(self) -> Result<(), FixError> {
        let (pending, last) = (self.records.folder.join(PENDING), self.records.folder.join(LAST));
        remove_folder(&last)?;
        Ok(fs_err::rename(pending, last)?)
    }

    /// What was written goes, but for files that a person has changed since.
    pub fn take_back(self) -> Result<(), FixError> {
        self.records.restore(PENDING, &self.record, false).map(drop)
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

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt as _;

    use super::*;

    struct Place {
        _guard: tempfile::TempDir,
        root: Utf8PathBuf,
        records: Records,
    }

    fn place() -> Place {
        let guard = tempfile::tempdir().unwrap();
        let folder = Utf8PathBuf::from_path_buf(guard.path().canonicalize().unwrap()).unwrap();
        let root = folder.join("project");
        fs_err::create_dir(&root).unwrap();
        let records = Records::of(&root, &folder.join("state")).unwrap();
        Place { _guard: guard, root, records }
    }

    impl Place {
        fn files(&self, files: &[(&str, &str, &str)]) -> BTreeMap<String, Drafted> {
            let drafted = |(path, before, after): &(&str, &str, &str)| {
                fs_err::write(self.root.join(path), before).unwrap();
                let (before, after) = (before.as_bytes().to_vec(), after.as_bytes().to_vec());
                ((*path).to_owned(), Drafted { before, after, mode: 0o640 })
            };
            files.iter().map(drafted).collect()
        }

        fn read(&self, path: &str) -> String {
            fs_err::read_to_string(self.root.join(path)).unwrap()
        }
    }

    #[test]
    fn what_is_kept_can_be_undone_once_with_its_permissions() {
        let place = place();
        let files = place.files(&[("a.ts", "old\r\n", "new\r\n")]);
        place.records.begin(&files).unwrap().keep().unwrap();
        assert_eq!(place.read("a.ts"), "new\r\n");
        assert_eq!(place.records.undo().unwrap().files, ["a.ts"]);
        assert_eq!(place.read("a.ts"), "old\r\n");
        assert_eq!(fs_err::metadata(place.root.join("a.ts")).unwrap().permissions().mode() & 0o777, 0o640);
        assert!(matches!(place.records.undo(), Err(FixError::NothingToUndo)));
    }

    #[test]
    fn a_project_of_others_gets_no_folder_of_ours() {
        let place = place();
        let files = place.files(&[("a.ts", "old", "new")]);
        place.records.begin(&files).unwrap().keep().unwrap();
        let names: Vec<_> = place.root.read_dir_utf8().unwrap().map(|entry| entry.unwrap().path().to_owned()).collect();
        assert_eq!(names, [place.root.join("a.ts")]);
    }

    #[test]
    fn an_edit_refuses_the_whole_undo() {
        let place = place();
        let files = place.files(&[("a.ts", "old", "new"), ("b.ts", "old", "new")]);
        place.records.begin(&files).unwrap().keep().unwrap();
        fs_err::write(place.root.join("b.ts"), "mine").unwrap();
        assert!(matches!(place.records.undo(), Err(FixError::Edited(files)) if files == ["b.ts"]));
        assert_eq!((place.read("a.ts"), place.read("b.ts")), ("new".to_owned(), "mine".to_owned()));
    }

    #[test]
    fn what_was_written_and_not_judged_is_taken_back_by_the_next_run() {
        let place = place();
        let files = place.files(&[("a.ts", "old", "new"), ("b.ts", "old", "new")]);
        drop(place.records.begin(&files).unwrap());
        // As if it had been killed between two files.
        fs_err::write(place.root.join("b.ts"), "old").unwrap();
        assert_eq!(place.records.mend().unwrap(), ["a.ts"]);
        assert_eq!(place.read("a.ts"), "old");
        assert!(place.records.mend().unwrap().is_empty());
        assert!(matches!(place.records.undo(), Err(FixError::NothingToUndo)));
    }

    #[test]
    fn a_repair_that_is_taken_back_leaves_the_last_one_to_be_undone() {
        let place = place();
        place.records.begin(&place.files(&[("a.ts", "one", "two")])).unwrap().keep().unwrap();
        place.records.begin(&place.files(&[("a.ts", "two", "three")])).unwrap().take_back().unwrap();
        place.records.undo().unwrap();
        assert_eq!(place.read("a.ts"), "one");
    }

    #[test]
    fn a_file_that_a_person_saves_meanwhile_stays_theirs_and_the_others_are_put_back() {
        let place = place();
        let files = place.files(&[("a.ts", "old", "new"), ("b.ts", "old", "new")]);
        fs_err::write(place.root.join("b.ts"), "mine").unwrap();
        assert!(matches!(place.records.begin(&files), Err(FixError::Edited(_))));
        assert_eq!((place.read("a.ts"), place.read("b.ts")), ("old".to_owned(), "mine".to_owned()));
    }

    #[test]
    fn a_record_that_leads_out_is_not_followed() {
        let place = place();
        place.records.begin(&place.files(&[("a.ts", "old", "new")])).unwrap().keep().unwrap();
        let record = place.records.folder.join(LAST).join(RECORD);
        let text = fs_err::read_to_string(&record).unwrap().replace("a.ts", "../a.ts");
        fs_err::write(&record, text).unwrap();
        assert!(matches!(place.records.undo(), Err(FixError::Record(_))));
        assert!(!place.root.join("../a.ts").exists());
    }
}
