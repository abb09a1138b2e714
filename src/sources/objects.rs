//! The files of a commit, read from the objects of a bare repository: nothing is checked out.

use std::borrow::Cow;

use git2::{ObjectType, Oid, Repository, Tree};

use super::tree::{Files, MOST_BYTES, MOST_FILES, TreeError};
use crate::workspace_path::{PathError, WorkspacePath};

/// Files and folders together. Folders that hold the same folders many times over have no files to be counted.
const MOST_ENTRIES: usize = 2 * MOST_FILES;

/// All files of a commit; none where the repository does not have the commit.
///
/// # Errors
/// Links, submodules, names that lead elsewhere, more than 10,000 files or 64 MB; objects that cannot be read.
pub(super) fn read_commit(repository: &Repository, commit: Oid) -> Result<Option<Files>, TreeError> {
    let Ok(tree) = repository.find_commit(commit).and_then(|commit| commit.tree()) else { return Ok(None) };
    let odb = repository.odb()?;
    let mut files = Files::new();
    let mut folders: Vec<(String, Tree<'_>)> = vec![(String::new(), tree)];
    let (mut entries, mut size) = (0, 0);
    let too_large = || TreeError::TooLarge(commit.to_string());
    while let Some((folder, tree)) = folders.pop() {
        for entry in &tree {
            entries += 1;
            if entries > MOST_ENTRIES {
                return Err(too_large());
            }
            let name = std::str::from_utf8(entry.name_bytes())
                .map_err(|_| TreeError::Name(String::from_utf8_lossy(entry.name_bytes()).into_owned()))?;
            let inside = if folder.is_empty() { name.to_owned() } else { format!("{folder}/{name}") };
            let inside = WorkspacePath::new(inside)?;
            // A name with a slash in it would be another path than the one that git knows.
            if name.contains('/') {
                return Err(PathError { path: inside.into(), reason: "a name in it has a slash" }.into());
            }
            let inside = String::from(inside);
            match (entry.kind(), entry.filemode()) {
                (Some(ObjectType::Tree), _) => folders.push((inside, repository.find_tree(entry.id())?)),
                (Some(ObjectType::Commit), _) => return Err(TreeError::Submodule(inside)),
                (Some(ObjectType::Blob), 0o100_644 | 0o100_755 | 0o100_664) => {
                    // Before it is read: what is small in a packed form may be large.
                    let (length, _) = odb.read_header(entry.id())?;
                    size += length as u64;
                    if size > MOST_BYTES || files.len() == MOST_FILES {
                        return Err(too_large());
                    }
                    let blob = repository.find_blob(entry.id())?;
                    files.insert(inside, Cow::Owned(blob.content().to_vec()));
                }
                _ => return Err(TreeError::NotAFile(inside.into())),
            }
        }
    }
    Ok(Some(files))
}
