//! Three versions of each file are compared: what fountane last wrote, what is on disk, and what is rendered now.

use std::collections::{BTreeMap, BTreeSet};

use camino::Utf8Path;
use rayon::prelude::*;

use super::laid_out::laid_out;
use super::on_disk::{DiskFile, OnDisk};
use super::{Action, Change, Conflict, FilePlan, FindBase, Followed, NewFile, Wishes, moves};
use crate::merge::{self, Labels, Merged, Sides};
use crate::render::{Ownership, RenderedFile};
use crate::workspace::{BlobId, Lock, LockedFile, WorkspaceError};
use crate::workspace_path::WorkspacePath;

impl FilePlan {
    /// What a folder is compared with in which fountane has written nothing yet.
    pub fn of_new(root: &Utf8Path, rendered: Vec<RenderedFile>, lock: Lock) -> Result<Self, WorkspaceError> {
        Self::decide(root, rendered, None, lock, &|_| Ok(None), &Wishes::NONE)
    }

    /// What is known without rendering, where everything would be rendered as the lock has it: nothing is to be done.
    pub fn of_settled(root: &Utf8Path, lock: &Lock) -> Self {
        let change = |(path, file): (&WorkspacePath, &LockedFile)| {
            let place = file.at.as_ref().unwrap_or(path);
            let is_gone = !file.is_persons() && place.below(root).symlink_metadata().is_err();
            let action = if is_gone { Action::Deleted } else { Action::Skip };
            Change::new(place.clone(), action)
        };
        Self { changes: lock.files.iter().map(change).collect(), lock: lock.clone() }
    }

    /// Compares what is rendered with the lock and the disk. Reads, writes nothing.
    ///
    /// `lock` is what the workspace should have when all is written; its files are filled in here. `find_base` is asked
    /// for what fountane last wrote, only for files that a person edited and that change.
    pub fn decide(
        root: &Utf8Path,
        rendered: Vec<RenderedFile>,
        old: Option<&Lock>,
        mut lock: Lock,
        find_base: &FindBase<'_>,
        wishes: &Wishes<'_>,
    ) -> Result<Self, WorkspaceError> {
        let made: BTreeSet<WorkspacePath> = rendered.iter().map(|file| file.path.clone()).collect();
        let moved = match old {
            Some(old) => moves::follow(root, old, &made, find_base)?,
            None => BTreeMap::new(),
        };
        let known = |file: &RenderedFile| old.and_then(|old| old.files.get(&file.path));
        let compare = |file| {
            let file: &RenderedFile = file;
            let locked = known(file);
            let relocates = wishes.relocated.contains(&file.path);
            // What is the person's is followed nowhere, but moves with the rest.
            let left_behind =
                locked.filter(|locked| relocates && locked.is_persons()).and_then(|locked| locked.at.as_ref());
            let place = moved.get(&file.path).or(left_behind).unwrap_or(&file.path);
            let version = Version {
                root,
                file,
                place,
                locked,
                restored: (wishes.restored)(&file.path),
                relocates,
                followed: wishes.followed.get(place),
                only_names: wishes.only_names,
            };
            version.compare(find_base)
        };
        let compared = rendered.iter().map(compare).collect::<Result<Vec<_>, _>>()?;
        // What takes time is merging.
        let mut changes: Vec<Change> = compared.into_par_iter().map(Compared::change).collect();
        for (file, change) in rendered.iter().zip(&mut changes) {
            if wishes.relocated.contains(&file.path) {
                change.relocate(root, &file.path);
            }
            let locked = known(file);
            let at = (change.path != file.path).then(|| change.path.clone());
            let after = locked_after(file, locked, change.action);
            lock.files.insert(file.path.clone(), LockedFile { at, ..after });
        }
        let gone = old.into_iter().flat_map(|old| &old.files).filter(|(path, _)| !made.contains(path));
        for (path, locked) in gone {
            changes.extend(of_obsolete(root, path, moved.get(path), locked)?);
        }
        let known: BTreeSet<WorkspacePath> = changes.iter().map(|change| change.place_before().clone()).collect();
        for (path, followed) in wishes.followed.iter().filter(|(path, _)| !known.contains(*path)) {
            changes.extend(of_own(root, path, followed)?);
        }
        changes.sort_by(|one, other| one.path.cmp(&other.path));
        Ok(Self { changes, lock })
    }
}

/// One file in its three versions.
#[derive(Clone, Copy)]
struct Version<'a> {
    root: &'a Utf8Path,
    file: &'a RenderedFile,
    /// Where it is on disk: a person may have moved it.
    place: &'a WorkspacePath,
    locked: Option<&'a LockedFile>,
    restored: bool,
    /// Whether it gets another place.
    relocates: bool,
    /// What the person has, with the names in it that it shall have.
    followed: Option<&'a Followed>,
    /// Whether nothing changes but names.
    only_names: bool,
}

/// What comes of a comparison.
enum Compared<'a> {
    Decided(Change),
    /// A person edited it, and it changes.
    Both(Both<'a>),
}

struct Both<'a> {
    version: Version<'a>,
    base: Vec<u8>,
    disk: DiskFile,
    executable: bool,
    /// Whether what differs is how it is written down only: its line endings, its mark of byte order.
    pristine: bool,
}

impl Compared<'_> {
    fn change(self) -> Change {
        match self {
            Self::Decided(change) => change,
            Self::Both(both) => both.merged(),
        }
    }
}

impl Both<'_> {
    fn merged(self) -> Change {
        let Self { version, base, disk, executable, pristine } = self;
        let theirs = &version.file.bytes;
        let ours = version.followed(&disk).unwrap_or(&disk.bytes);
        let sides = Sides { base: &base, ours, theirs };
        let (base, ours) = if version.only_names { merge::renamed(sides) } else { (base.clone(), ours.clone()) };
        let sides = Sides { base: &base, ours: &ours, theirs };
        let merged = match merge::merge(version.place, sides, &Labels::default()) {
            Merged::Clean(bytes) => Merged::Clean(laid_out(version.place, &disk.bytes, bytes)),
            other => other,
        };
        let (action, bytes) = match merged {
            Merged::Clean(bytes) if bytes == disk.bytes => (Action::Skip, bytes),
            Merged::Clean(bytes) if pristine => (Action::Update, bytes),
            Merged::Clean(bytes) => (Action::Merge, bytes),
            Merged::Conflicted { .. } => (Action::Conflict(Conflict::Overlap), theirs.clone()),
            Merged::Binary => (Action::Conflict(Conflict::Binary), theirs.clone()),
        };
        let renamed = (ours != disk.bytes).then_some(ours);
        Change { renamed, ..version.to(action, disk, Some(base), NewFile { bytes, executable }) }
    }
}

impl<'a> Version<'a> {
    fn compare(self, find_base: &FindBase<'_>) -> Result<Compared<'a>, WorkspaceError> {
        let disk = OnDisk::read(self.root, self.place)?;
        let is_persons = match self.locked {
            Some(locked) => locked.is_persons(),
            None => self.file.ownership == Ownership::Seeded && !matches!(disk, OnDisk::Nothing),
        };
        if let Some(grown_from) = &self.file.grown_from {
            // It continues just what stands, whoever that belongs to.
            match disk {
                OnDisk::File(disk) if disk.bytes == *grown_from => {
                    return Ok(self.as_rendered(Action::Update, Some(disk)));
                }
                OnDisk::Nothing => return Ok(self.as_rendered(Action::Create, None)),
                _ => return Ok(self.as_rendered(Action::Skip, None)),
            }
        }
        if is_persons {
            // Written once: whatever became of it, even its removal, is the person's wish.
            let restores = self.restored && matches!(disk, OnDisk::Nothing);
            return Ok(match disk {
                OnDisk::File(disk) if self.relocates || self.followed(&disk).is_some() => self.as_it_is(disk),
                _ => self.as_rendered(if restores { Action::Create } else { Action::Skip }, None),
            });
        }
        let disk = match (disk, self.locked) {
            (OnDisk::Nothing, Some(_)) if !self.restored => return Ok(self.as_rendered(Action::Deleted, None)),
            (OnDisk::Nothing, _) => return Ok(self.as_rendered(Action::Create, None)),
            (OnDisk::Other, _) if self.is_unchanged() => return Ok(self.as_rendered(Action::Skip, None)),
            (OnDisk::Other, _) => return Ok(self.as_rendered(Action::Conflict(Conflict::NotAFile), None)),
            (OnDisk::File(disk), _) => disk,
        };
        match self.locked {
            // Nothing new from here: what a person made of it stays.
            _ if self.is_unchanged() => Ok(self.as_it_is(disk)),
            Some(locked) => self.of_known(disk, locked, find_base),
            None if disk.bytes == self.file.bytes => Ok(self.as_rendered(Action::Skip, Some(disk))),
            None => Ok(self.as_rendered(Action::Conflict(Conflict::InTheWay), Some(disk))),
        }
    }

    /// Whether what is rendered is what fountane last wrote.
    fn is_unchanged(&self) -> bool {
        let same = |locked: &LockedFile| {
            locked.executable == self.file.executable && locked.blob == BlobId::of(&self.file.bytes)
        };
        self.locked.is_some_and(same)
    }

    fn of_known(
        self,
        disk: DiskFile,
        locked: &LockedFile,
        find_base: &FindBase<'_>,
    ) -> Result<Compared<'a>, WorkspaceError> {
        let executable = merged_bit(locked.executable, disk.executable, self.file.executable);
        let as_rendered = || NewFile { bytes: self.file.bytes.clone(), executable };
        if disk.bytes == self.file.bytes {
            let action = if disk.executable == executable { Action::Skip } else { Action::Update };
            return Ok(Compared::Decided(self.to(action, disk, None, as_rendered())));
        }
        if BlobId::of(self.followed(&disk).unwrap_or(&disk.bytes)) == locked.blob {
            return Ok(Compared::Decided(self.to(Action::Update, disk, None, as_rendered())));
        }
        match find_base(&locked.blob)? {
            Some(base) => {
                let pristine = disk.is_pristine(&locked.blob);
                Ok(Compared::Both(Both { version: self, base, disk, executable, pristine }))
            }
            None => Ok(self.as_rendered(Action::Conflict(Conflict::NoBase), Some(disk))),
        }
    }

    /// What the person has, with the names in it that it shall have.
    fn followed(&self, disk: &DiskFile) -> Option<&'a Vec<u8>> {
        let followed = self.followed?;
        (followed.before == disk.bytes && followed.after != disk.bytes).then_some(&followed.after)
    }

    /// What stays as it is on disk, but for names.
    fn as_it_is(&self, disk: DiskFile) -> Compared<'a> {
        match self.followed(&disk) {
            Some(bytes) => {
                let after = NewFile { bytes: bytes.clone(), executable: disk.executable };
                Compared::Decided(self.to(Action::Merge, disk, None, after))
            }
            None => self.as_rendered(Action::Skip, Some(disk)),
        }
    }

    fn as_rendered(&self, action: Action, disk: Option<DiskFile>) -> Compared<'a> {
        let after = NewFile { bytes: self.file.bytes.clone(), executable: self.file.executable };
        let before = disk.map(|disk| disk.bytes);
        Compared::Decided(Change { before, after: Some(after), ..Change::new(self.place.clone(), action) })
    }

    fn to(&self, action: Action, disk: DiskFile, base: Option<Vec<u8>>, after: NewFile) -> Change {
        let theirs = (after.bytes != self.file.bytes).then(|| self.file.bytes.clone());
        Change { before: Some(disk.bytes), base, after: Some(after), theirs, ..Change::new(self.place.clone(), action) }
    }
}

impl Change {
    /// Gives a file its new place. What is deleted or in nobody's hands stays where it is, and so does what would be written
    /// over something.
    fn relocate(&mut self, root: &Utf8Path, to: &WorkspacePath) {
        let Some(before) = &self.before else { return };
        if self.path == *to || to.below(root).symlink_metadata().is_ok() {
            return;
        }
        if self.action == Action::Skip {
            self.action = Action::Move;
            if let Some(after) = &mut self.after {
                after.bytes.clone_from(before);
            }
        }
        self.moved_from = Some(std::mem::replace(&mut self.path, to.clone()));
    }
}

/// Who changed the bit wins; where both did, they agree.
fn merged_bit(base: bool, ours: bool, theirs: bool) -> bool {
    if ours == base { theirs } else { ours }
}

fn locked_after(file: &RenderedFile, locked: Option<&LockedFile>, action: Action) -> LockedFile {
    match (locked, action) {
        // What is the person's is known as it was written once; what continued it is known as it is now.
        // Should it come back, then as it was written.
        (Some(locked), Action::Deleted) => locked.clone(),
        (Some(locked), Action::Skip | Action::Merge | Action::Move) if locked.is_persons() => locked.clone(),
        _ => file.into(),
    }
}

/// A file that fountane does not make, with other names in it.
fn of_own(root: &Utf8Path, path: &WorkspacePath, followed: &Followed) -> Result<Option<Change>, WorkspaceError> {
    let OnDisk::File(disk) = OnDisk::read(root, path)? else { return Ok(None) };
    if disk.bytes != followed.before || disk.bytes == followed.after {
        return Ok(None);
    }
    Ok(Some(Change {
        after: Some(NewFile { bytes: followed.after.clone(), executable: disk.executable }),
        before: Some(disk.bytes),
        ..Change::new(path.clone(), Action::Merge)
    }))
}

fn of_obsolete(
    root: &Utf8Path,
    path: &WorkspacePath,
    moved: Option<&WorkspacePath>,
    locked: &LockedFile,
) -> Result<Option<Change>, WorkspaceError> {
    // Who gives a file a place of its own has made it theirs.
    let (place, was_moved) = (moved.unwrap_or(path), moved.is_some());
    let OnDisk::File(disk) = OnDisk::read(root, place)? else { return Ok(None) };
    let untouched = !locked.is_persons() && !was_moved && disk.is_pristine(&locked.blob);
    let action = if untouched { Action::Remove } else { Action::Release };
    Ok(Some(Change { before: Some(disk.bytes), ..Change::new(place.clone(), action) }))
}
