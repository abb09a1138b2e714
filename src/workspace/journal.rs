//! Changing a workspace all or nothing: everything is staged, then a journal is written, then files are renamed.
//!
//! Before the journal is there nothing has happened; once it is there everything will happen, by this run or, should this
//! one be killed, by the next ([`finish`]). A rename that fails puts back what was there.

use std::os::unix::fs::PermissionsExt as _;

use camino::{Utf8Path, Utf8PathBuf};
use serde::{Deserialize, Serialize};

use super::{BlobId, Change, FilePlan, LOCK_FILE, NewFile, WorkspaceError, own_folder};
use crate::fs::{safe_join, write_atomic};
use crate::workspace_path::WorkspacePath;

const FOLDER: &str = "apply";
const JOURNAL: &str = "journal.json";

/// What is to be done, in order.
#[derive(Debug, Serialize, Deserialize)]
struct Journal {
    steps: Vec<Step>,
}

/// One file.
#[derive(Debug, Serialize, Deserialize)]
struct Step {
    path: WorkspacePath,
    /// What was there when the change was decided.
    before: Option<BlobId>,
    /// What shall be there; none to remove it.
    after: Option<BlobId>,
}

/// What came of a journal that an earlier run left behind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Leftover {
    /// There was none.
    Nothing,
    /// A run had died while it prepared: nothing had happened, its preparations are gone.
    Dropped,
    /// A run had died in the middle: its changes are done now.
    Finished,
}

/// A file that is changed besides those of the plan, such as the spec itself.
#[derive(Debug, Clone)]
pub struct Extra {
    /// Which.
    pub path: WorkspacePath,
    /// What was there.
    pub before: Option<Vec<u8>>,
    /// What shall be there; none to remove it.
    pub after: Option<NewFile>,
}

impl Extra {
    /// A text that no program is.
    pub fn text(path: WorkspacePath, before: Option<Vec<u8>>, after: Vec<u8>) -> Self {
        Self { path, before, after: Some(NewFile { bytes: after, executable: false }) }
    }
}

/// Writes and removes what the plan says, then the lock. Conflicts must have been refused before.
///
/// Where nothing changes, nothing is written, not even the lock.
///
/// # Panics
/// Never: the lock's name is a path.
pub fn apply(root: &Utf8Path, plan: &FilePlan, extras: &[Extra]) -> Result<(), WorkspaceError> {
    let lock = plan.lock.to_text();
    let old_lock = read_if_there(&root.join(LOCK_FILE))?;
    let lock_changes = old_lock.as_deref() != Some(lock.as_bytes());
    let writes: Vec<&Change> = plan.writes().collect();
    if writes.is_empty() && extras.is_empty() && !lock_changes {
        return Ok(());
    }
    let mut staging = Staging::begin(root)?;
    for extra in extras {
        staging.add(&extra.path, extra.before.as_deref(), extra.after.as_ref())?;
    }
    for change in writes {
        for step in change.steps() {
            staging.add(&step.path, step.before.as_deref(), step.after.as_ref())?;
        }
    }
    if lock_changes {
        let path = WorkspacePath::new(LOCK_FILE).expect("a constant that is a path");
        let lock = NewFile { bytes: lock.into_bytes(), executable: false };
        staging.add(&path, old_lock.as_deref(), Some(&lock))?;
    }
    staging.commit()
}

/// Writes files outside any plan, such as the spec alone, all or nothing.
pub fn write(root: &Utf8Path, files: &[Extra]) -> Result<(), WorkspaceError> {
    let mut staging = Staging::begin(root)?;
    for file in files {
        staging.add(&file.path, file.before.as_deref(), file.after.as_ref())?;
    }
    staging.commit()
}

/// Finishes or drops what an earlier run left. Every command that reads a workspace calls it first.
pub fn finish(root: &Utf8Path) -> Result<Leftover, WorkspaceError> {
    let folder = own_folder(root, FOLDER)?;
    if !folder.exists() {
        return Ok(Leftover::Nothing);
    }
    let Some(text) = read_if_there(&folder.join(JOURNAL))? else {
        fs_err::remove_dir_all(&folder)?;
        return Ok(Leftover::Dropped);
    };
    let journal: Journal = serde_json::from_slice(&text)
        .map_err(|error| WorkspaceError::Journal { path: folder.clone(), reason: error.to_string() })?;
    let staging = Staging { root: root.to_owned(), folder, steps: journal.steps };
    staging.check()?;
    staging.perform()?;
    Ok(Leftover::Finished)
}

/// Whether a killed run left something that [`finish`] would finish or drop.
pub fn is_pending(root: &Utf8Path) -> Result<bool, WorkspaceError> {
    Ok(own_folder(root, FOLDER)?.exists())
}

struct Staging {
    root: Utf8PathBuf,
    folder: Utf8PathBuf,
    steps: Vec<Step>,
}

impl Staging {
    fn begin(root: &Utf8Path) -> Result<Self, WorkspaceError> {
        let folder = own_folder(root, FOLDER)?;
        fs_err::create_dir_all(&folder)?;
        Ok(Self { root: root.to_owned(), folder, steps: Vec::new() })
    }

    fn add(
        &mut self,
        path: &WorkspacePath,
        before: Option<&[u8]>,
        after: Option<&NewFile>,
    ) -> Result<(), WorkspaceError> {
        let place = safe_join(&self.root, path.as_str())?;
        if let Some(file) = after {
            write_atomic(&self.staged(self.steps.len()), &file.bytes, mode(&place, file.executable))?;
        }
        let after = after.map(|file| BlobId::of(&file.bytes));
        self.steps.push(Step { path: path.clone(), before: before.map(BlobId::of), after });
        Ok(())
    }

    /// The point of no return.
    fn commit(self) -> Result<(), WorkspaceError> {
        let journal = Journal { steps: self.steps };
        let text = serde_json::to_vec(&journal).expect("text serialises");
        write_atomic(&self.folder.join(JOURNAL), &text, 0o644)?;
        Self { steps: journal.steps, ..self }.perform()
    }

    /// What was staged by a run that was killed is still what its journal says, before anything of it is used.
    fn check(&self) -> Result<(), WorkspaceError> {
        for (number, step) in self.steps.iter().enumerate() {
            let staged = read_if_there(&self.staged(number))?.map(|bytes| BlobId::of(&bytes));
            // A step that was performed has moved it away.
            if staged.is_some() && staged != step.after {
                let reason = format!("the new `{}` is not what was to be written", step.path);
                return Err(WorkspaceError::Journal { path: self.folder.clone(), reason });
            }
        }
        Ok(())
    }

    /// All steps; where one fails, those of this run are undone.
    fn perform(self) -> Result<(), WorkspaceError> {
        let mut performed = Vec::new();
        for (number, step) in self.steps.iter().enumerate() {
            match self.perform_step(number, step) {
                Ok(true) => performed.push(number),
                Ok(false) => {}
                Err(error) => {
                    // What cannot be put back stays in the folder.
                    self.put_back(&performed)?;
                    fs_err::remove_dir_all(&self.folder)?;
                    return Err(error);
                }
            }
        }
        fs_err::remove_dir_all(&self.folder)?;
        Ok(())
    }

    /// Whether there was anything to do.
    fn perform_step(&self, number: usize, step: &Step) -> Result<bool, WorkspaceError> {
        let place = safe_join(&self.root, step.path.as_str())?;
        let now = read_if_there(&place)?.map(|bytes| BlobId::of(&bytes));
        if now == step.after || now != step.before {
            // Done by the run that was killed; or a person changed it since, and their change stays.
            return Ok(false);
        }
        if now.is_some() {
            let kept = self.kept(number);
            let _ = fs_err::remove_file(&kept);
            fs_err::hard_link(&place, &kept).or_else(|_| fs_err::copy(&place, &kept).map(|_| ()))?;
        }
        if step.after.is_none() {
            fs_err::remove_file(&place)?;
            self.remove_empty_folders(&place);
            return Ok(true);
        }
        if let Some(parent) = place.parent() {
            fs_err::create_dir_all(parent)?;
        }
        if let Err(error) = fs_err::rename(self.staged(number), &place) {
            self.remove_empty_folders(&place);
            return Err(error.into());
        }
        Ok(true)
    }

    /// Undoes steps, the last first.
    fn put_back(&self, performed: &[usize]) -> Result<(), WorkspaceError> {
        for &number in performed.iter().rev() {
            let step = &self.steps[number];
            let place = step.path.below(&self.root);
            if step.before.is_none() {
                fs_err::remove_file(&place)?;
                self.remove_empty_folders(&place);
                continue;
            }
            if let Some(parent) = place.parent() {
                fs_err::create_dir_all(parent)?;
            }
            fs_err::rename(self.kept(number), &place)?;
        }
        Ok(())
    }

    fn remove_empty_folders(&self, removed: &Utf8Path) {
        for folder in removed.ancestors().skip(1).take_while(|folder| *folder != self.root) {
            if fs_err::remove_dir(folder).is_err() {
                return;
            }
        }
    }

    fn staged(&self, number: usize) -> Utf8PathBuf {
        self.folder.join(format!("new-{number}"))
    }

    fn kept(&self, number: usize) -> Utf8PathBuf {
        self.folder.join(format!("old-{number}"))
    }
}

/// The permissions of a file: those that it has, those of a new one; executable or not.
fn mode(place: &Utf8Path, executable: bool) -> u32 {
    let now = fs_err::metadata(place).map_or(0o644, |metadata| metadata.permissions().mode() & 0o777);
    if executable { now | ((now & 0o444) >> 2) } else { now & !0o111 }
}

/// What is in a file; none where there is none.
pub(super) fn read_if_there(path: &Utf8Path) -> Result<Option<Vec<u8>>, WorkspaceError> {
    match fs_err::read(path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error.into()),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::render::{Ownership, RenderedFile};
    use crate::workspace::Lock;
    use crate::workspace::file_plan::Wishes;

    type Tree = BTreeMap<String, String>;

    struct Place {
        _guard: tempfile::TempDir,
        root: Utf8PathBuf,
    }

    fn place() -> Place {
        let guard = tempfile::tempdir().unwrap();
        let root = Utf8PathBuf::from_path_buf(guard.path().to_owned()).unwrap();
        Place { _guard: guard, root }
    }

    impl Place {
        fn plan(&self, files: &[(&str, &str)]) -> FilePlan {
            let rendered = files.iter().map(|(path, content)| RenderedFile {
                path: WorkspacePath::new(*path).unwrap(),
                bytes: (*content).into(),
                ownership: Ownership::Generated,
                template: "web@1.0.0".into(),
                executable: false,
                grown_from: None,
            });
            let lock = Lock::new("saas@1.0.0".into(), [].into(), "ab".into());
            let old = Lock::read(&self.root).unwrap();
            let no_base = |_: &BlobId| Ok(None);
            FilePlan::decide(&self.root, rendered.collect(), old.as_ref(), lock, &no_base, &Wishes::NONE).unwrap()
        }

        fn tree(&self) -> Tree {
            fn walk(root: &Utf8Path, folder: &Utf8Path, tree: &mut Tree) {
                for entry in folder.read_dir_utf8().unwrap() {
                    let entry = entry.unwrap();
                    if entry.file_type().unwrap().is_dir() {
                        walk(root, entry.path(), tree);
                    } else {
                        let name = entry.path().strip_prefix(root).unwrap().to_string();
                        tree.insert(name, fs_err::read_to_string(entry.path()).unwrap());
                    }
                }
            }
            let mut tree = Tree::new();
            walk(&self.root, &self.root, &mut tree);
            tree
        }
    }

    #[test]
    fn files_come_change_and_go_with_their_folders() {
        let place = place();
        apply(&place.root, &place.plan(&[("a.ts", "1"), ("deep/down/b.ts", "2")]), &[]).unwrap();
        apply(&place.root, &place.plan(&[("a.ts", "3")]), &[]).unwrap();
        let tree = place.tree();
        assert_eq!(tree.keys().collect::<Vec<_>>(), ["a.ts", LOCK_FILE]);
        assert_eq!(tree["a.ts"], "3");
        assert!(!place.root.join("deep").exists());
    }

    #[test]
    fn a_second_time_writes_nothing() {
        let place = place();
        apply(&place.root, &place.plan(&[("a.ts", "1")]), &[]).unwrap();
        let before = fs_err::metadata(place.root.join(LOCK_FILE)).unwrap().modified().unwrap();
        apply(&place.root, &place.plan(&[("a.ts", "1")]), &[]).unwrap();
        assert_eq!(fs_err::metadata(place.root.join(LOCK_FILE)).unwrap().modified().unwrap(), before);
    }

    /// Stages two updates and a removal, performs the first `done` steps, and is killed.
    fn killed_after(place: &Place, done: usize, with_journal: bool) -> (Tree, Tree) {
        apply(&place.root, &place.plan(&[("a.ts", "1"), ("b.ts", "1"), ("c/c.ts", "1")]), &[]).unwrap();
        let before = place.tree();
        let plan = place.plan(&[("a.ts", "2"), ("b.ts", "2"), ("d/d.ts", "2")]);
        let mut staging = Staging::begin(&place.root).unwrap();
        for change in plan.writes() {
            staging.add(&change.path, change.before.as_deref(), change.after.as_ref()).unwrap();
        }
        if with_journal {
            let journal = serde_json::json!({ "steps": staging.steps });
            write_atomic(&staging.folder.join(JOURNAL), journal.to_string().as_bytes(), 0o644).unwrap();
        }
        for (number, step) in staging.steps.iter().enumerate().take(done) {
            staging.perform_step(number, step).unwrap();
        }
        let mut after = before.clone();
        after.extend([("a.ts", "2"), ("b.ts", "2"), ("d/d.ts", "2")].map(|(path, text)| (path.into(), text.into())));
        after.remove("c/c.ts");
        (before, after)
    }

    #[test]
    fn killed_before_the_journal_everything_is_as_it_was() {
        let place = place();
        let (before, _) = killed_after(&place, 0, false);
        assert_eq!(finish(&place.root).unwrap(), Leftover::Dropped);
        assert_eq!(place.tree(), before);
        assert_eq!(finish(&place.root).unwrap(), Leftover::Nothing);
    }

    #[test]
    fn killed_after_any_step_the_next_run_finishes() {
        for done in 0..=4 {
            let place = place();
            let (_, after) = killed_after(&place, done, true);
            assert_eq!(finish(&place.root).unwrap(), Leftover::Finished);
            assert_eq!(place.tree(), after, "after {done} steps");
        }
    }

    #[test]
    fn what_was_tampered_with_after_the_kill_is_not_used() {
        let place = place();
        killed_after(&place, 1, true);
        let before = place.tree();
        fs_err::write(place.root.join(".fountane/apply/new-1"), "half").unwrap();
        assert!(matches!(finish(&place.root), Err(WorkspaceError::Journal { .. })));
        let mut after = place.tree();
        after.insert(".fountane/apply/new-1".to_owned(), before[".fountane/apply/new-1"].clone());
        assert_eq!(after, before);
    }

    #[test]
    fn a_link_in_the_place_of_our_folder_is_refused_and_not_followed() {
        let (workspace, elsewhere) = (place(), place());
        fs_err::create_dir(elsewhere.root.join("apply")).unwrap();
        fs_err::write(elsewhere.root.join("apply/keep.txt"), "mine").unwrap();
        std::os::unix::fs::symlink(&elsewhere.root, workspace.root.join(".fountane")).unwrap();
        assert!(matches!(finish(&workspace.root), Err(WorkspaceError::NotOurs { .. })));
        assert!(apply(&workspace.root, &workspace.plan(&[("a.ts", "1")]), &[]).is_err());
        assert_eq!(elsewhere.tree()["apply/keep.txt"], "mine");
        assert!(!workspace.root.join("a.ts").exists());
    }

    #[test]
    fn a_file_keeps_the_permissions_that_it_has() {
        let place = place();
        apply(&place.root, &place.plan(&[("a.ts", "1")]), &[]).unwrap();
        let mode = |mode| std::fs::Permissions::from_mode(mode);
        fs_err::set_permissions(place.root.join("a.ts"), mode(0o600)).unwrap();
        apply(&place.root, &place.plan(&[("a.ts", "2")]), &[]).unwrap();
        let now = fs_err::metadata(place.root.join("a.ts")).unwrap().permissions().mode() & 0o777;
        assert_eq!(now, 0o600);
    }

    #[test]
    fn what_a_person_wrote_after_the_kill_stays() {
        let place = place();
        killed_after(&place, 1, true);
        fs_err::write(place.root.join("b.ts"), "mine").unwrap();
        finish(&place.root).unwrap();
        assert_eq!(place.tree()["b.ts"], "mine");
        assert_eq!(place.tree()["d/d.ts"], "2");
    }

    #[test]
    fn a_step_that_fails_puts_everything_back() {
        let place = place();
        apply(&place.root, &place.plan(&[("a.ts", "1"), ("b.ts", "1")]), &[]).unwrap();
        let before = place.tree();
        let plan = place.plan(&[("a.ts", "2"), ("n/new.ts", "2"), ("z/z.ts", "2")]);
        // A file where the last one's folder should be: it appeared after the plan was made.
        fs_err::write(place.root.join("z"), "mine").unwrap();
        assert!(apply(&place.root, &plan, &[]).is_err());
        fs_err::remove_file(place.root.join("z")).unwrap();
        assert_eq!(place.tree(), before);
        assert!(!place.root.join("n").exists());
    }
}
