//! Files that a person renamed or moved: found as git finds them, and followed.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use camino::Utf8Path;
use git2::{Delta, DiffFindOptions, Index, Odb, Repository};
use ignore::{DirEntry, WalkBuilder};

use super::FindBase;
use crate::workspace::git::{self, index_entry};
use crate::workspace::{BlobId, Lock, LockedFile, WorkspaceError};
use crate::workspace_path::WorkspacePath;

/// How alike two files must be, in percent, to be one that was moved. It is git's default.
const ALIKE: u16 = 50;
/// No generated file is larger; what is larger is not looked at.
const LARGEST: u64 = 1_000_000;
/// So many files of a person are compared at most; git's own limit for renames.
const MOST: usize = 1_000;
/// Never a place to which a generated file was moved.
const NOT_OURS: [&str; 5] = [".git", ".fountane", ".nx", "node_modules", "dist"];

/// Where the files of a lock are that are not at their places, by the path under which they are rendered.
///
/// A file that the lock knows elsewhere is looked for there. One that is gone is looked for among the files that fountane
/// did not make: the same content, or one alike by git's measure. What is found nowhere was deleted.
pub(super) fn follow(
    root: &Utf8Path,
    old: &Lock,
    made: &BTreeSet<WorkspacePath>,
    find_base: &FindBase<'_>,
) -> Result<BTreeMap<WorkspacePath, WorkspacePath>, WorkspaceError> {
    let is_there = |path: &WorkspacePath| path.below(root).symlink_metadata().is_ok();
    let mut moved = BTreeMap::new();
    let mut missing = Vec::new();
    for (path, locked) in old.files.iter().filter(|(_, locked)| !locked.is_persons()) {
        match &locked.at {
            Some(at) if is_there(at) => {
                moved.insert(path.clone(), at.clone());
            }
            _ if !is_there(path) => missing.push((path, locked)),
            _ => {}
        }
    }
    if missing.is_empty() {
        return Ok(moved);
    }
    let taken = |path: &WorkspacePath| {
        made.contains(path) || old.files.contains_key(path) || moved.values().any(|place| place == path)
    };
    let endings: BTreeSet<Option<&str>> = missing.iter().map(|(path, _)| ending(path)).collect();
    let candidates = candidates(root, &|path| !taken(path) && endings.contains(&ending(path)))?;
    if !candidates.is_empty() {
        for (from, to) in pairs(&missing, &candidates, find_base)? {
            if !git::stood_together(root, &from, &to)? {
                moved.insert(from, to);
            }
        }
    }
    Ok(moved)
}

/// Files that a person made, with their contents.
fn candidates(
    root: &Utf8Path,
    wanted: &dyn Fn(&WorkspacePath) -> bool,
) -> Result<BTreeMap<WorkspacePath, Vec<u8>>, WorkspaceError> {
    let mut walk = WalkBuilder::new(root);
    walk.hidden(false).parents(false).ignore(false).git_global(false).git_exclude(false).require_git(false);
    walk.filter_entry(|entry: &DirEntry| !NOT_OURS.iter().any(|name| entry.file_name() == *name));
    let mut found = BTreeMap::new();
    // A folder that may not be read holds nothing that could be followed.
    for entry in walk.build().filter_map(Result::ok) {
        let is_small = entry.metadata().is_ok_and(|metadata| metadata.is_file() && metadata.len() <= LARGEST);
        let inside = entry.path().strip_prefix(root).ok().and_then(Path::to_str);
        let path = inside.and_then(|inside| WorkspacePath::new(inside).ok()).filter(wanted);
        if let (true, Some(path)) = (is_small, path) {
            let bytes = fs_err::read(entry.path())?;
            found.insert(path, bytes);
        }
        if found.len() >= MOST {
            break;
        }
    }
    Ok(found)
}

/// Which missing file became which candidate.
fn pairs(
    missing: &[(&WorkspacePath, &LockedFile)],
    candidates: &BTreeMap<WorkspacePath, Vec<u8>>,
    find_base: &FindBase<'_>,
) -> Result<BTreeMap<WorkspacePath, WorkspacePath>, WorkspaceError> {
    // A repository in memory: nothing of this reaches the disk.
    let objects = Odb::new()?;
    objects.add_new_mempack_backend(1)?;
    let repository = Repository::from_odb(objects)?;
    let mut new = Index::new()?;
    for (path, bytes) in candidates {
        new.add(&index_entry(path.as_str(), repository.blob(bytes)?))?;
    }
    let mut old = Index::new()?;
    for (path, locked) in missing {
        let base = match find_base(&locked.blob)? {
            Some(base) => base,
            // Without its content it can be told by its id alone.
            None => match candidates.values().find(|bytes| BlobId::of(bytes) == locked.blob) {
                Some(same) => same.clone(),
                None => continue,
            },
        };
        old.add(&index_entry(path.as_str(), repository.blob(&base)?))?;
    }
    let tree = |index: &mut Index| repository.find_tree(index.write_tree_to(&repository)?);
    let mut diff = repository.diff_tree_to_tree(Some(&tree(&mut old)?), Some(&tree(&mut new)?), None)?;
    diff.find_similar(Some(DiffFindOptions::new().renames(true).rename_threshold(ALIKE).rename_limit(MOST)))?;
    let renamed = diff.deltas().filter(|delta| delta.status() == Delta::Renamed).filter_map(|delta| {
        let path = |path: Option<&Path>| path?.to_str().and_then(|path| WorkspacePath::new(path).ok());
        Some((path(delta.old_file().path())?, path(delta.new_file().path())?))
    });
    // A moved file keeps its kind.
    Ok(renamed.filter(|(from, to)| ending(from) == ending(to)).collect())
}

fn ending(path: &WorkspacePath) -> Option<&str> {
    Utf8Path::new(path.as_str()).extension()
}
