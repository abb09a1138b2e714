//! What would be done to each file, decided before any write: `--dry-run`, `--diff`, `--check` and summaries read it.

use std::collections::BTreeSet;

use camino::Utf8Path;
use serde::Serialize;

use super::{BlobId, Lock, LockedFile, WorkspaceError};
use crate::fs::safe_join;
use crate::render::{Ownership, RenderedFile};
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
    /// Which.
    pub path: WorkspacePath,
    /// What.
    pub action: Action,
    /// Its content on disk; none where there is none.
    pub before: Option<Vec<u8>>,
    /// What is rendered; none for a file that is no longer made.
    pub after: Option<NewFile>,
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
    /// It is as it should be, or it is the person's.
    Skip,
    /// It is no longer made, and as fountane left it.
    Remove,
    /// It is no longer made, but a person changed it: it stays, and is theirs from now on.
    Release,
    /// Writing it would lose something.
    Conflict(Conflict),
}

/// Why a file cannot be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Conflict {
    /// A person changed it since fountane wrote it.
    Edited,
    /// A file of this name is there, and fountane did not write it.
    InTheWay,
    /// It, or a folder on the way, is a symbolic link or not a file.
    NotAFile,
}

impl Conflict {
    /// In words, behind a path.
    pub fn reason(self) -> &'static str {
        match self {
            Self::Edited => "edited since fountane wrote it",
            Self::InTheWay => "already there, and not written by fountane",
            Self::NotAFile => "not a regular file, or reached through a symbolic link",
        }
    }
}

impl FilePlan {
    /// Compares what is rendered with the lock and the disk. Reads, writes nothing.
    ///
    /// `lock` is what the workspace should have when all is written; its files are filled in here.
    pub fn decide(
        root: &Utf8Path,
        rendered: Vec<RenderedFile>,
        old: Option<&Lock>,
        mut lock: Lock,
    ) -> Result<Self, WorkspaceError> {
        let made: BTreeSet<WorkspacePath> = rendered.iter().map(|file| file.path.clone()).collect();
        let mut changes = Vec::with_capacity(rendered.len());
        for file in rendered {
            let locked = old.and_then(|old| old.files.get(&file.path));
            let change = of_rendered(root, &file, locked)?;
            lock.files.insert(file.path.clone(), locked_after(&file, locked, change.action));
            changes.push(change);
        }
        let gone = old.into_iter().flat_map(|old| &old.files).filter(|(path, _)| !made.contains(path));
        for (path, locked) in gone {
            changes.extend(of_obsolete(root, path, locked)?);
        }
        changes.sort_by(|one, other| one.path.cmp(&other.path));
        Ok(Self { changes, lock })
    }

    /// The files that cannot be written, and why.
    pub fn conflicts(&self) -> Vec<(&WorkspacePath, Conflict)> {
        let conflict = |change: &Change| match change.action {
            Action::Conflict(conflict) => Some(conflict),
            _ => None,
        };
        self.changes.iter().filter_map(|change| Some((&change.path, conflict(change)?))).collect()
    }

    /// Leaves every file that a person edited as it is, instead of refusing.
    ///
    /// The lock keeps what fountane last wrote, so the next run still knows that they are edited.
    pub fn keep_edited(&mut self) {
        for change in &mut self.changes {
            if change.action == Action::Conflict(Conflict::Edited) {
                change.action = Action::Skip;
            }
        }
    }

    /// The changes that write or remove something.
    pub fn writes(&self) -> impl Iterator<Item = &Change> {
        self.changes.iter().filter(|change| matches!(change.action, Action::Create | Action::Update | Action::Remove))
    }

    /// How many files there are of an action.
    pub fn count(&self, action: Action) -> usize {
        self.changes.iter().filter(|change| change.action == action).count()
    }
}

fn of_rendered(root: &Utf8Path, file: &RenderedFile, locked: Option<&LockedFile>) -> Result<Change, WorkspaceError> {
    let after = NewFile { bytes: file.bytes.clone(), executable: file.executable };
    let change = |action, before| Change { path: file.path.clone(), action, before, after: Some(after) };
    let before = match on_disk(root, &file.path)? {
        OnDisk::Nothing => None,
        OnDisk::File(bytes) => Some(bytes),
        OnDisk::Other => return Ok(change(Action::Conflict(Conflict::NotAFile), None)),
    };
    let seeded = file.ownership == Ownership::Seeded;
    let action = match (&before, locked) {
        // It continues just what stands, whoever that belongs to.
        (Some(before), _) if file.grown_from.as_ref() == Some(before) => Action::Update,
        (None, _) if file.grown_from.is_some() => Action::Create,
        // Written once: whatever became of it, even its removal, is the person's wish.
        (_, Some(_)) | (Some(_), None) if seeded => Action::Skip,
        (None, _) => Action::Create,
        (Some(before), _) if *before == file.bytes => Action::Skip,
        (Some(before), Some(locked)) if BlobId::of(before) == locked.blob => Action::Update,
        (Some(_), Some(_)) => Action::Conflict(Conflict::Edited),
        (Some(_), None) => Action::Conflict(Conflict::InTheWay),
    };
    Ok(change(action, before))
}

fn locked_after(file: &RenderedFile, locked: Option<&LockedFile>, action: Action) -> LockedFile {
    match (locked, action) {
        (Some(locked), Action::Conflict(_)) => locked.clone(),
        (Some(locked), Action::Skip) if file.ownership == Ownership::Seeded => locked.clone(),
        _ => file.into(),
    }
}

fn of_obsolete(root: &Utf8Path, path: &WorkspacePath, locked: &LockedFile) -> Result<Option<Change>, WorkspaceError> {
    let OnDisk::File(before) = on_disk(root, path)? else { return Ok(None) };
    let untouched = BlobId::of(&before) == locked.blob && locked.ownership != Ownership::Seeded;
    let action = if untouched { Action::Remove } else { Action::Release };
    Ok(Some(Change { path: path.clone(), action, before: Some(before), after: None }))
}

enum OnDisk {
    Nothing,
    File(Vec<u8>),
    Other,
}

fn on_disk(root: &Utf8Path, path: &WorkspacePath) -> Result<OnDisk, WorkspaceError> {
    let Ok(place) = safe_join(root, path.as_str()) else { return Ok(OnDisk::Other) };
    match fs_err::symlink_metadata(&place) {
        Ok(metadata) if metadata.is_file() => Ok(OnDisk::File(fs_err::read(&place)?)),
        Ok(_) => Ok(OnDisk::Other),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(OnDisk::Nothing),
        // A file stands where a folder should be.
        Err(error) if error.kind() == std::io::ErrorKind::NotADirectory => Ok(OnDisk::Other),
        Err(error) => Err(error.into()),
    }
}

#[cfg(test)]
mod tests {
    use camino::Utf8PathBuf;

    use super::*;

    struct Place {
        _guard: tempfile::TempDir,
        root: Utf8PathBuf,
    }

    fn place() -> Place {
        let guard = tempfile::tempdir().unwrap();
        let root = Utf8PathBuf::from_path_buf(guard.path().to_owned()).unwrap();
        Place { _guard: guard, root }
    }

    fn path(path: &str) -> WorkspacePath {
        WorkspacePath::new(path).unwrap()
    }

    fn file(name: &str, content: &str, ownership: Ownership) -> RenderedFile {
        RenderedFile {
            path: path(name),
            bytes: content.into(),
            ownership,
            template: "web@1.0.0".into(),
            executable: false,
            grown_from: None,
        }
    }

    fn empty_lock() -> Lock {
        Lock::new("saas@1.0.0".into(), [].into(), "ab".into())
    }

    impl Place {
        /// The action for `a.ts` holding `new`, where the disk and the lock hold these.
        fn action(&self, disk: Option<&str>, locked: Option<&str>, ownership: Ownership) -> Action {
            if let Some(disk) = disk {
                fs_err::write(self.root.join("a.ts"), disk).unwrap();
            } else {
                let _ = fs_err::remove_file(self.root.join("a.ts"));
            }
            let mut old = empty_lock();
            if let Some(locked) = locked {
                let blob = BlobId::of(locked.as_bytes());
                old.files.insert(path("a.ts"), LockedFile { blob, ownership, template: "web".into() });
            }
            let rendered = vec![file("a.ts", "new", ownership)];
            FilePlan::decide(&self.root, rendered, Some(&old), empty_lock()).unwrap().changes[0].action
        }
    }

    #[test]
    fn a_generated_file_is_written_only_where_nothing_is_lost() {
        let place = place();
        let check = |disk, locked, expect| {
            assert_eq!(place.action(disk, locked, Ownership::Generated), expect, "disk {disk:?}, lock {locked:?}");
        };
        check(None, None, Action::Create);
        check(None, Some("old"), Action::Create);
        check(Some("new"), None, Action::Skip);
        check(Some("new"), Some("old"), Action::Skip);
        check(Some("old"), Some("old"), Action::Update);
        check(Some("mine"), Some("old"), Action::Conflict(Conflict::Edited));
        check(Some("mine"), Some("new"), Action::Conflict(Conflict::Edited));
        check(Some("mine"), None, Action::Conflict(Conflict::InTheWay));
    }

    #[test]
    fn a_seeded_file_is_written_once_even_if_it_was_deleted() {
        let place = place();
        let check = |disk, locked, expect| {
            assert_eq!(place.action(disk, locked, Ownership::Seeded), expect, "disk {disk:?}, lock {locked:?}");
        };
        check(None, None, Action::Create);
        check(None, Some("old"), Action::Skip);
        check(Some("mine"), Some("old"), Action::Skip);
        check(Some("mine"), None, Action::Skip);
    }

    #[test]
    fn what_is_no_longer_made_goes_only_if_untouched() {
        let place = place();
        let mut old = empty_lock();
        for (name, ownership) in
            [("same.ts", Ownership::Generated), ("edited.ts", Ownership::Generated), ("seeded.ts", Ownership::Seeded)]
        {
            let blob = BlobId::of(b"old");
            old.files.insert(path(name), LockedFile { blob, ownership, template: "web".into() });
            let content = if name == "edited.ts" { "mine" } else { "old" };
            fs_err::write(place.root.join(name), content).unwrap();
        }
        let plan = FilePlan::decide(&place.root, Vec::new(), Some(&old), empty_lock()).unwrap();
        let actions: Vec<_> = plan.changes.iter().map(|change| (change.path.as_str(), change.action)).collect();
        assert_eq!(
            actions,
            [("edited.ts", Action::Release), ("same.ts", Action::Remove), ("seeded.ts", Action::Release)]
        );
        assert!(plan.lock.files.is_empty());
    }

    #[test]
    fn what_continues_a_file_of_the_persons_is_written_where_just_that_stands() {
        let place = place();
        let grown = |from: &str| RenderedFile {
            grown_from: Some(from.into()),
            ..file("journal.json", "one, two", Ownership::Seeded)
        };
        let mut old = empty_lock();
        let blob = BlobId::of(b"older");
        let locked = LockedFile { blob, ownership: Ownership::Seeded, template: "web".into() };
        old.files.insert(path("journal.json"), locked);
        let action = |from: &str| {
            let plan = FilePlan::decide(&place.root, vec![grown(from)], Some(&old), empty_lock()).unwrap();
            (plan.changes[0].action, plan.lock.files[&path("journal.json")].blob == BlobId::of(b"one, two"))
        };
        assert_eq!(action(""), (Action::Create, true), "it was removed once, and is needed now");
        fs_err::write(place.root.join("journal.json"), "one").unwrap();
        assert_eq!(action("one"), (Action::Update, true));
        assert_eq!(action("none"), (Action::Skip, false));
    }

    #[test]
    fn links_are_never_written_through() {
        let place = place();
        let outside = tempfile::tempdir().unwrap();
        std::os::unix::fs::symlink(outside.path(), place.root.join("out")).unwrap();
        std::os::unix::fs::symlink("/etc/hostname", place.root.join("link.ts")).unwrap();
        fs_err::write(place.root.join("file"), "").unwrap();
        let rendered = ["out/a.ts", "link.ts", "file/a.ts"].map(|name| file(name, "new", Ownership::Generated));
        let plan = FilePlan::decide(&place.root, rendered.into(), None, empty_lock()).unwrap();
        assert_eq!(plan.conflicts().len(), 3);
        assert!(plan.conflicts().iter().all(|(_, conflict)| *conflict == Conflict::NotAFile));
    }

    #[test]
    fn kept_edits_stay_known_as_edits() {
        let place = place();
        fs_err::write(place.root.join("a.ts"), "mine").unwrap();
        let mut old = empty_lock();
        let blob = BlobId::of(b"old");
        let locked = LockedFile { blob, ownership: Ownership::Generated, template: "web".into() };
        old.files.insert(path("a.ts"), locked.clone());
        let rendered = vec![file("a.ts", "new", Ownership::Generated)];
        let mut plan = FilePlan::decide(&place.root, rendered, Some(&old), empty_lock()).unwrap();
        plan.keep_edited();
        assert_eq!(plan.writes().count(), 0);
        assert_eq!(plan.lock.files[&path("a.ts")], locked);
    }
}
