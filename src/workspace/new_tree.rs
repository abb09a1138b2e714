//! A new workspace: written beside its place under a name of its own, and renamed when it is complete.
//!
//! A killed run leaves at most a folder `.NAME.fountane-…` that the next run removes, or the whole tree with the marker
//! that says what is still to be done. The folder is locked while a run is at work, so that none takes another's.

use std::fs::File;

use camino::{Utf8Path, Utf8PathBuf};
use fs_err as fs;
use rayon::prelude::*;

use super::marker::{MARKER_FILE, Marker};
use super::{LOCK_FILE, Lock, OWN_FOLDER, SPEC_FILE, WorkspaceError};
use crate::process::Cancel;
use crate::render::RenderedFile;

/// A folder that no other run of fountane will touch while this is alive.
#[derive(Debug)]
pub struct Claim {
    root: Utf8PathBuf,
    // Locked; the lock ends with the process, however it ends.
    _folder: File,
}

impl Claim {
    /// Claims a folder that is there.
    pub fn take(root: &Utf8Path) -> Result<Self, WorkspaceError> {
        let folder = File::open(root)?;
        match folder.try_lock() {
            Ok(()) => Ok(Self { root: root.to_owned(), _folder: folder }),
            Err(std::fs::TryLockError::WouldBlock) => Err(WorkspaceError::Busy { target: root.to_owned() }),
            Err(std::fs::TryLockError::Error(error)) => Err(error.into()),
        }
    }

    /// Where it is.
    pub fn root(&self) -> &Utf8Path {
        &self.root
    }
}

/// What is at the place where a workspace should go.
#[derive(Debug)]
pub enum Place {
    /// Nothing, or an empty folder.
    Free,
    /// A workspace whose making was cut short.
    Unfinished(Marker),
}

/// Looks at the place of a new workspace; anything that would be in the way is an error that lists it.
pub fn look(target: &Utf8Path) -> Result<Place, WorkspaceError> {
    let metadata = match fs::symlink_metadata(target) {
        Ok(metadata) => metadata,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Place::Free),
        Err(error) if error.kind() == std::io::ErrorKind::NotADirectory => {
            let file = target.ancestors().find(|ancestor| ancestor.exists()).unwrap_or(target);
            return Err(WorkspaceError::NotAFolder { target: file.to_owned(), what: "a file" });
        }
        Err(error) => return Err(error.into()),
    };
    if !metadata.is_dir() {
        let what = if metadata.is_symlink() { "a link" } else { "a file" };
        return Err(WorkspaceError::NotAFolder { target: target.to_owned(), what });
    }
    if let Some(marker) = Marker::read(target) {
        return Ok(Place::Unfinished(marker));
    }
    let mut entries = target
        .read_dir_utf8()?
        .map(|entry| Ok(entry?.file_name().to_owned()))
        .collect::<Result<Vec<_>, std::io::Error>>()?;
    if entries.is_empty() {
        return Ok(Place::Free);
    }
    entries.sort();
    Err(WorkspaceError::Occupied { target: target.to_owned(), entries })
}

/// Writes a whole workspace: the files, the spec, the lock, and the marker that says it is not finished.
///
/// Nothing is at `target` until everything is. `None` when `cancel` was expressed: then nothing is left behind.
pub fn write(
    target: &Utf8Path,
    spec: &str,
    files: &[RenderedFile],
    lock: &Lock,
    marker: &Marker,
    cancel: &Cancel,
) -> Result<Option<Claim>, WorkspaceError> {
    let (parent, name) = parent_and_name(target);
    fs::create_dir_all(&parent)?;
    remove_strays(&parent, &name)?;
    let beside = tempfile::Builder::new().prefix(&prefix(&name)).rand_bytes(8).tempdir_in(&parent)?;
    let root = Utf8PathBuf::from_path_buf(beside.path().to_owned()).map_err(|_| not_utf8())?;
    let mut claim = Claim::take(&root)?;
    // The marker is the first thing in the folder: whatever else is there, it does not pass for finished.
    marker.write(&root)?;
    write_files(&root, files, cancel)?;
    fs::write(root.join(SPEC_FILE), spec)?;
    fs::write(root.join(LOCK_FILE), lock.to_text())?;
    if cancel.is_cancelled() {
        return Ok(None);
    }
    make_readable(&root)?;
    // On Unix this replaces an empty folder, and fails if something has appeared in it.
    fs::rename(&root, target)?;
    let _ = beside.keep();
    target.clone_into(&mut claim.root);
    Ok(Some(claim))
}

fn write_files(root: &Utf8Path, files: &[RenderedFile], cancel: &Cancel) -> Result<(), WorkspaceError> {
    let mut folders: Vec<Utf8PathBuf> =
        files.iter().filter_map(|file| file.path.below(root).parent().map(Utf8Path::to_owned)).collect();
    folders.sort();
    folders.dedup();
    folders.iter().try_for_each(fs::create_dir_all)?;
    files.par_iter().filter(|_| !cancel.is_cancelled()).try_for_each(|file| write_file(root, file))
}

fn write_file(root: &Utf8Path, file: &RenderedFile) -> Result<(), WorkspaceError> {
    let place = file.path.below(root);
    fs::write(&place, &file.bytes)?;
    if file.executable {
        use std::os::unix::fs::PermissionsExt as _;
        fs::set_permissions(&place, std::fs::Permissions::from_mode(0o755))?;
    }
    Ok(())
}

/// `tempfile` makes folders that only their owner may enter; a project is as open as any other folder.
fn make_readable(root: &Utf8Path) -> Result<(), WorkspaceError> {
    use std::os::unix::fs::PermissionsExt as _;
    // A folder made the usual way carries the user's umask.
    let mode = fs::metadata(root.join(super::OWN_FOLDER))?.permissions().mode() & 0o777;
    fs::set_permissions(root, std::fs::Permissions::from_mode(mode))?;
    Ok(())
}

/// Removes what killed runs left beside the place; what a living run holds stays.
pub fn remove_strays(parent: &Utf8Path, name: &str) -> Result<(), WorkspaceError> {
    for entry in parent.read_dir_utf8()? {
        let entry = entry?;
        if !entry.file_name().starts_with(&prefix(name)) || !entry.file_type()?.is_dir() {
            continue;
        }
        if is_ours(entry.path())?
            && let Ok(_claim) = Claim::take(entry.path())
        {
            fs::remove_dir_all(entry.path())?;
        }
    }
    Ok(())
}

/// Whether a folder was begun by a run of fountane: it has the marker, or not even that yet.
fn is_ours(folder: &Utf8Path) -> Result<bool, WorkspaceError> {
    if folder.join(MARKER_FILE).exists() {
        return Ok(true);
    }
    let entries = folder.read_dir_utf8()?.collect::<Result<Vec<_>, _>>()?;
    Ok(entries.iter().all(|entry| entry.file_name() == OWN_FOLDER))
}

fn prefix(name: &str) -> String {
    format!(".{name}.fountane-")
}

fn parent_and_name(target: &Utf8Path) -> (Utf8PathBuf, String) {
    let parent = target.parent().filter(|parent| !parent.as_str().is_empty()).unwrap_or(Utf8Path::new("."));
    (parent.to_owned(), target.file_name().unwrap_or("workspace").to_owned())
}

fn not_utf8() -> std::io::Error {
    std::io::Error::new(std::io::ErrorKind::InvalidData, "the folder's name is not UTF-8")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::Ownership;
    use crate::workspace_path::WorkspacePath;

    fn folder() -> (tempfile::TempDir, Utf8PathBuf) {
        let guard = tempfile::tempdir().unwrap();
        let path = Utf8PathBuf::from_path_buf(guard.path().to_owned()).unwrap();
        (guard, path)
    }

    fn write_one(target: &Utf8Path, cancel: &Cancel) -> Result<Option<Claim>, WorkspaceError> {
        let file = RenderedFile {
            path: WorkspacePath::new("apps/web/run.sh").unwrap(),
            bytes: b"hello".to_vec(),
            ownership: Ownership::Generated,
            template: "web@1.0.0".into(),
            executable: true,
            grown_from: None,
        };
        let lock = Lock::new("saas@1.0.0".into(), [].into(), "ab".into());
        write(target, "fountane: 1\n", &[file], &lock, &Marker::begun("fountane new shop".into(), "ab".into()), cancel)
    }

    fn names(folder: &Utf8Path) -> Vec<String> {
        folder.read_dir_utf8().unwrap().map(|entry| entry.unwrap().file_name().to_owned()).collect()
    }

    #[test]
    fn the_tree_appears_as_a_whole_and_says_that_it_is_not_finished() {
        let (_guard, folder) = folder();
        let target = folder.join("shop");
        let claim = write_one(&target, &Cancel::new()).unwrap().unwrap();
        assert_eq!(claim.root(), target);
        assert_eq!(names(&folder), ["shop"]);
        assert_eq!(fs::read(target.join("apps/web/run.sh")).unwrap(), b"hello");
        assert!(matches!(look(&target).unwrap(), Place::Unfinished(_)));
        Marker::remove(&target).unwrap();
        assert!(matches!(look(&target), Err(WorkspaceError::Occupied { .. })));
    }

    #[test]
    fn an_empty_folder_is_taken_over() {
        let (_guard, folder) = folder();
        let target = folder.join("shop");
        fs::create_dir(&target).unwrap();
        assert!(matches!(look(&target).unwrap(), Place::Free));
        assert!(write_one(&target, &Cancel::new()).unwrap().is_some());
    }

    #[test]
    fn what_is_in_the_way_is_listed() {
        let (_guard, folder) = folder();
        fs::write(folder.join("notes.txt"), "").unwrap();
        fs::write(folder.join("a.txt"), "").unwrap();
        let Err(WorkspaceError::Occupied { entries, .. }) = look(&folder) else { panic!("it is not free") };
        assert_eq!(entries, ["a.txt", "notes.txt"]);
    }

    #[test]
    fn a_wish_to_stop_leaves_nothing() {
        let (_guard, folder) = folder();
        let cancel = Cancel::new();
        cancel.cancel();
        assert!(write_one(&folder.join("shop"), &cancel).unwrap().is_none());
        assert!(names(&folder).is_empty());
    }

    #[test]
    fn strays_go_unless_somebody_is_at_work_in_them() {
        let (_guard, folder) = folder();
        for stray in [".shop.fountane-dead", ".shop.fountane-busy", ".shop.fountane-notours"] {
            fs::create_dir(folder.join(stray)).unwrap();
        }
        fs::create_dir_all(folder.join(".shop.fountane-dead/.fountane")).unwrap();
        fs::write(folder.join(".shop.fountane-dead/.fountane/.fountane-x1"), "").unwrap();
        fs::write(folder.join(".shop.fountane-notours/letter.txt"), "dear").unwrap();
        let busy = Claim::take(&folder.join(".shop.fountane-busy")).unwrap();
        remove_strays(&folder, "shop").unwrap();
        let mut left = names(&folder);
        left.sort();
        assert_eq!(left, [".shop.fountane-busy", ".shop.fountane-notours"]);
        drop(busy);
    }

    #[test]
    fn two_runs_do_not_share_a_folder() {
        let (_guard, folder) = folder();
        let claim = Claim::take(&folder).unwrap();
        assert!(matches!(Claim::take(&folder), Err(WorkspaceError::Busy { .. })));
        drop(claim);
        assert!(Claim::take(&folder).is_ok());
    }
}
