//! What is staged: new contents beside a list of steps, which are performed one after another.

use std::os::unix::fs::PermissionsExt as _;

use camino::{Utf8Path, Utf8PathBuf};

use super::{FOLDER, JOURNAL, Journal, Step, read_if_there};
use crate::fs::{direct_join, write_atomic};
use crate::workspace::{BlobId, LOCK_FILE, Lock, NewFile, WorkspaceError, own_folder};
use crate::workspace_path::WorkspacePath;

pub(super) struct Staging {
    pub root: Utf8PathBuf,
    pub folder: Utf8PathBuf,
    pub steps: Vec<Step>,
}

/// What came of a step.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Came {
    Done,
    /// By the run that was killed.
    Already,
    /// A person changed the file since the step was decided on: their change stays.
    Theirs,
}

impl Staging {
    pub fn begin(root: &Utf8Path) -> Result<Self, WorkspaceError> {
        let folder = own_folder(root, FOLDER)?;
        fs_err::create_dir_all(&folder)?;
        Ok(Self { root: root.to_owned(), folder, steps: Vec::new() })
    }

    pub fn add(
        &mut self,
        path: &WorkspacePath,
        before: Option<&[u8]>,
        after: Option<&NewFile>,
    ) -> Result<(), WorkspaceError> {
        let place = direct_join(&self.root, path.as_str())?;
        if let Some(file) = after {
            write_atomic(&self.staged(self.steps.len()), &file.bytes, mode(&place, file.executable))?;
        }
        let executable = after.map(|file| file.executable);
        let after = after.map(|file| BlobId::of(&file.bytes));
        self.steps.push(Step { path: path.clone(), before: before.map(BlobId::of), after, executable });
        Ok(())
    }

    /// The point of no return, but for what fails.
    pub fn commit(self) -> Result<(), WorkspaceError> {
        let journal = Journal { steps: self.steps };
        let text = serde_json::to_vec(&journal).expect("text serialises");
        write_atomic(&self.folder.join(JOURNAL), &text, 0o644)?;
        Self { steps: journal.steps, ..self }.perform()
    }

    /// All steps; where one cannot be done, those before it are undone.
    fn perform(self) -> Result<(), WorkspaceError> {
        let mut performed = Vec::new();
        for (number, step) in self.steps.iter().enumerate() {
            match self.perform_step(number, step) {
                Ok(Came::Done) => performed.push(number),
                Ok(Came::Already) => {}
                Ok(Came::Theirs) => {
                    self.give_up(&performed)?;
                    return Err(WorkspaceError::Changed { path: step.path.clone() });
                }
                Err(error) => {
                    self.give_up(&performed)?;
                    return Err(error);
                }
            }
        }
        Ok(fs_err::remove_dir_all(&self.folder)?)
    }

    /// What an earlier run left to do. Where a step fails the journal stays, for the next command to go on with: what was
    /// done before can no longer be told from what a person had.
    pub fn resume(self) -> Result<(), WorkspaceError> {
        self.check()?;
        let mut theirs = Vec::new();
        for (number, step) in self.steps.iter().enumerate() {
            if step.path.as_str() == LOCK_FILE && !theirs.is_empty() {
                self.lock_without(number, step, &theirs)?;
            } else if self.resume_step(number, step)? == Came::Theirs {
                theirs.push(&step.path);
            }
        }
        Ok(fs_err::remove_dir_all(&self.folder)?)
    }

    fn resume_step(&self, number: usize, step: &Step) -> Result<Came, WorkspaceError> {
        self.perform_step(number, step).map_err(|error| match error {
            WorkspaceError::Path(refused) => {
                WorkspaceError::Journal { path: self.folder.clone(), reason: refused.to_string() }
            }
            error => error,
        })
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

    pub fn perform_step(&self, number: usize, step: &Step) -> Result<Came, WorkspaceError> {
        let place = direct_join(&self.root, step.path.as_str())?;
        if place.is_symlink() {
            return Ok(Came::Theirs);
        }
        let now = read_if_there(&place)?.map(|bytes| BlobId::of(&bytes));
        if now == step.after && step.executable.is_none_or(|wanted| is_executable(&place) == wanted) {
            return Ok(Came::Already);
        }
        let staged = self.staged(number);
        // One that was performed before, and of which a person has brought back what was there.
        let is_gone = step.after.is_some() && !staged.exists();
        if now != step.before || is_gone {
            return Ok(Came::Theirs);
        }
        if step.before.is_some() {
            let kept = self.kept(number);
            let _ = fs_err::remove_file(&kept);
            fs_err::hard_link(&place, &kept).or_else(|_| fs_err::copy(&place, &kept).map(|_| ()))?;
        }
        if step.after.is_none() {
            fs_err::remove_file(&place)?;
        } else {
            if let Some(parent) = place.parent() {
                fs_err::create_dir_all(parent)?;
            }
            if let Err(error) = fs_err::rename(&staged, &place) {
                self.remove_empty_folders(&place);
                return Err(error.into());
            }
        }
        if step.before.is_some() && read_if_there(&self.kept(number))?.map(|bytes| BlobId::of(&bytes)) != step.before {
            // An editor wrote into the file between the look at it and its end.
            fs_err::rename(self.kept(number), &place)?;
            return Ok(Came::Theirs);
        }
        if step.after.is_none() {
            self.remove_empty_folders(&place);
        }
        Ok(Came::Done)
    }

    /// Writes the lock of a run in which some files stayed as a person has them: of those it says what it said before.
    fn lock_without(&self, number: usize, step: &Step, theirs: &[&WorkspacePath]) -> Result<(), WorkspaceError> {
        let Some(text) = read_if_there(&self.staged(number))? else { return Ok(()) };
        let place = direct_join(&self.root, LOCK_FILE)?;
        let now = read_if_there(&place)?;
        if now.as_deref().map(BlobId::of) != step.before {
            return Ok(());
        }
        let mut lock = Lock::parse(&place, &text)?;
        let old = now.map(|text| Lock::parse(&place, &text)).transpose()?;
        let at = |lock: &Lock| -> Vec<WorkspacePath> {
            let stands = |path: &WorkspacePath| theirs.contains(&path);
            let files = lock.files.iter().filter(|(path, file)| stands(file.at.as_ref().unwrap_or(path)));
            files.map(|(path, _)| path.clone()).collect()
        };
        for path in at(&lock).into_iter().chain(old.as_ref().map(at).unwrap_or_default()) {
            match old.as_ref().and_then(|old| old.files.get(&path)) {
                Some(known) => lock.files.insert(path, known.clone()),
                None => lock.files.remove(&path),
            };
        }
        Ok(write_atomic(&place, lock.to_text().as_bytes(), mode(&place, false))?)
    }

    /// Undoes what was done of this run, and ends it.
    fn give_up(&self, performed: &[usize]) -> Result<(), WorkspaceError> {
        self.put_back(performed)?;
        // First: a folder without it is dropped by whoever finds it.
        fs_err::remove_file(self.folder.join(JOURNAL))?;
        Ok(fs_err::remove_dir_all(&self.folder)?)
    }

    /// Undoes steps, the last first. What a person saved meanwhile stays theirs.
    fn put_back(&self, performed: &[usize]) -> Result<(), WorkspaceError> {
        for &number in performed.iter().rev() {
            let step = &self.steps[number];
            let place = step.path.below(&self.root);
            if read_if_there(&place)?.map(|bytes| BlobId::of(&bytes)) != step.after {
                continue;
            }
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

fn is_executable(place: &Utf8Path) -> bool {
    fs_err::metadata(place).is_ok_and(|metadata| metadata.permissions().mode() & 0o111 != 0)
}
