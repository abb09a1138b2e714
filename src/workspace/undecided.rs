//! A `generate` that left files for a person to decide on: what it had found, so that it can be ended or taken back.
//!
//! Everything is in `.fountane/undecided`, written through the same journal as the files themselves.

use camino::Utf8Path;
use serde::{Deserialize, Serialize};

use super::journal::{self, Extra};
use super::{Action, BlobId, FilePlan, LOCK_FILE, NewFile, WorkspaceError, git, own_folder};
use crate::merge::{Labels, marked_lines};
use crate::workspace_path::WorkspacePath;

const FOLDER: &str = ".fountane/undecided";
const STATE: &str = "state.json";

/// What a run wrote that is not yet ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Undecided {
    /// Every file that it wrote or removed, or that is to be decided on.
    pub files: Vec<Touched>,
}

/// One file of such a run.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Touched {
    /// Which.
    pub path: WorkspacePath,
    /// Its content before, as it is kept; none where there was none.
    pub before: Option<BlobId>,
    /// Whether it was a program before.
    pub executable: bool,
    /// What the run wrote; none where it removed it, or left it.
    pub after: Option<BlobId>,
    /// What a person has to do with it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decide: Option<Decide>,
    /// What git had staged of a file with marks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub staged: Option<BlobId>,
}

/// What a person has to do with a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Decide {
    /// Resolve what is between marks.
    Marks,
    /// Take what they want out of the file beside it, and remove that.
    Aside,
}

/// A file that is not decided on yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Open {
    /// Which.
    pub path: WorkspacePath,
    /// The lines with marks, counted from 1; none for a file beside another that is still there.
    pub lines: Vec<usize>,
}

impl Undecided {
    /// What an earlier run left open in a workspace; none where nothing is.
    pub fn read(root: &Utf8Path) -> Result<Option<Self>, WorkspaceError> {
        own_folder(root, "undecided")?;
        let path = root.join(FOLDER).join(STATE);
        let Some(text) = journal::read_if_there(&path)? else { return Ok(None) };
        let refuse = |error: serde_json::Error| WorkspaceError::Journal { path, reason: error.to_string() };
        serde_json::from_slice(&text).map(Some).map_err(refuse)
    }

    /// The files to be written together with a plan that leaves something to decide: none for one that does not.
    ///
    /// `extras` are what the command changes besides the plan.
    ///
    /// # Panics
    /// Never: names of fountane's own files are paths.
    pub fn of(root: &Utf8Path, plan: &FilePlan, extras: &[Extra]) -> Result<Vec<Extra>, WorkspaceError> {
        if plan.undecided().next().is_none() {
            return Ok(Vec::new());
        }
        let lock = WorkspacePath::new(LOCK_FILE).expect("a constant that is a path");
        let old_lock = read(root, &lock)?;
        let changed = plan.writes().flat_map(|change| {
            let is_marked = matches!(change.action, Action::Marked { .. });
            let decide = move |step: &Extra| (is_marked && step.after.is_some()).then_some(Decide::Marks);
            change.steps().into_iter().map(move |step| (decide(&step), step))
        });
        let aside = plan.undecided().filter(|change| change.action == Action::Aside);
        let aside = aside.map(|change| {
            let (path, before) = (change.path.clone(), change.before.clone());
            (Some(Decide::Aside), Extra { path, before, after: None })
        });
        let others = extras.iter().map(|extra| (None, extra.clone()));
        let new_lock = Extra::text(lock, old_lock, plan.lock.to_text().into_bytes());

        let (mut files, mut written) = (Vec::new(), Vec::new());
        for (decide, Extra { path, before, after }) in changed.chain(aside).chain(others).chain([(None, new_lock)]) {
            files.push(Touched {
                before: before.as_deref().map(BlobId::of),
                executable: is_executable(root, &path),
                after: after.map(|file| BlobId::of(&file.bytes)),
                decide,
                staged: decide.and_then(|_| git::staged(root, &path).transpose()).transpose()?,
                path,
            });
            if let Some(before) = before {
                written.push(Extra::text(kept(files.len() - 1), None, before));
            }
        }
        let state = serde_json::to_vec_pretty(&Self { files }).expect("text serialises");
        written.push(Extra::text(own(STATE), None, state));
        Ok(written)
    }

    /// The files that still are as the run left them: with marks, or with a file beside them.
    pub fn open(&self, root: &Utf8Path) -> Result<Vec<Open>, WorkspaceError> {
        let mut open = Vec::new();
        for file in &self.files {
            match file.decide {
                Some(Decide::Marks) => {
                    let lines = marked_lines(&read(root, &file.path)?.unwrap_or_default(), &Labels::default());
                    if !lines.is_empty() {
                        open.push(Open { path: file.path.clone(), lines });
                    }
                }
                Some(Decide::Aside) => {
                    let beside = self.beside(&file.path);
                    if beside.below(root).symlink_metadata().is_ok() {
                        open.push(Open { path: beside.clone(), lines: Vec::new() });
                    }
                }
                None => {}
            }
        }
        Ok(open)
    }

    /// The file beside another.
    fn beside<'a>(&'a self, path: &'a WorkspacePath) -> &'a WorkspacePath {
        let is_beside = |file: &&Touched| {
            file.before.is_none() && file.path.as_str().strip_prefix(path.as_str()) == Some(".fountane")
        };
        self.files.iter().find(is_beside).map_or(path, |file| &file.path)
    }

    /// Ends it: what is on disk is what the person wants. [`Self::open`] must have found nothing.
    pub fn end(&self, root: &Utf8Path) -> Result<(), WorkspaceError> {
        journal::write(root, &self.leftovers(root)?)?;
        self.unmark(root)
    }

    /// Files that a person changed after the run wrote them, those with marks too: taking the run back would take that back.
    pub fn edited_since(&self, root: &Utf8Path) -> Result<Vec<&WorkspacePath>, WorkspaceError> {
        let mut edited = Vec::new();
        // One that has another beside it stayed as it was.
        for file in self.files.iter().filter(|file| file.decide != Some(Decide::Aside)) {
            let now = read(root, &file.path)?.as_deref().map(BlobId::of);
            if now != file.after && now != file.before {
                edited.push(&file.path);
            }
        }
        Ok(edited)
    }

    /// Takes the run back: every file that it touched is as it was before, byte for byte.
    pub fn abort(&self, root: &Utf8Path) -> Result<(), WorkspaceError> {
        let mut back = Vec::new();
        let written = self.files.iter().enumerate().filter(|(_, file)| file.decide != Some(Decide::Aside));
        for (number, file) in written {
            let now = read(root, &file.path)?;
            if now.as_deref().map(BlobId::of) == file.before {
                continue;
            }
            let bytes = match &file.before {
                None => None,
                Some(blob) => Some(read_kept(root, number, blob)?),
            };
            let after = bytes.map(|bytes| NewFile { bytes, executable: file.executable });
            back.push(Extra { path: file.path.clone(), before: now, after });
        }
        back.extend(self.leftovers(root)?);
        journal::write(root, &back)?;
        self.unmark(root)
    }

    /// git need not wait for a person's decision any more.
    fn unmark(&self, root: &Utf8Path) -> Result<(), WorkspaceError> {
        let marked = self.files.iter().filter(|file| file.decide == Some(Decide::Marks));
        git::unmark(root, marked.map(|file| (&file.path, file.staged.as_ref())))
    }

    /// The removal of all that is kept.
    fn leftovers(&self, root: &Utf8Path) -> Result<Vec<Extra>, WorkspaceError> {
        let kept =
            self.files.iter().enumerate().filter(|(_, file)| file.before.is_some()).map(|(number, _)| kept(number));
        let mut removed = Vec::new();
        for path in kept.chain([own(STATE)]) {
            if let before @ Some(_) = read(root, &path)? {
                removed.push(Extra { path, before, after: None });
            }
        }
        Ok(removed)
    }
}

fn own(name: &str) -> WorkspacePath {
    WorkspacePath::new(format!("{FOLDER}/{name}")).expect("a constant that is a path")
}

fn kept(number: usize) -> WorkspacePath {
    own(&format!("before-{number}"))
}

fn read_kept(root: &Utf8Path, number: usize, blob: &BlobId) -> Result<Vec<u8>, WorkspaceError> {
    let path = kept(number);
    match read(root, &path)? {
        Some(bytes) if BlobId::of(&bytes) == *blob => Ok(bytes),
        _ => {
            let reason = "what was kept of a file is gone or was changed".to_owned();
            Err(WorkspaceError::Journal { path: path.below(root), reason })
        }
    }
}

fn read(root: &Utf8Path, path: &WorkspacePath) -> Result<Option<Vec<u8>>, WorkspaceError> {
    journal::read_if_there(&crate::fs::direct_join(root, path.as_str())?)
}

fn is_executable(root: &Utf8Path, path: &WorkspacePath) -> bool {
    use std::os::unix::fs::PermissionsExt as _;
    path.below(root).symlink_metadata().is_ok_and(|metadata| metadata.permissions().mode() & 0o111 != 0)
}
