//! The repository of a workspace: made with the first commit, under the person's own name.

use camino::Utf8Path;
use git2::{
    BranchType, IndexAddOption, IndexEntry, IndexTime, Oid, Repository, RepositoryInitOptions, Signature, Status,
};

use super::repository::{discover, placed, repository_of};
use super::{BlobId, WorkspaceError};
use crate::workspace_path::WorkspacePath;

/// What came of the wish for a repository.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FirstCommit {
    /// Everything is in the first commit of a new repository.
    Made {
        /// Its id, shortened.
        id: String,
    },
    /// git does not know who the person is; there is a repository, without a commit.
    NoIdentity,
    /// The folder is inside a repository already, whose business it is.
    Inside {
        /// That repository's folder.
        root: String,
    },
}

/// Makes a repository with one commit of everything that is not ignored. Safe to call again after it was cut short.
pub fn first_commit(root: &Utf8Path, message: &str) -> Result<FirstCommit, WorkspaceError> {
    if let Some(outer) = outer_repository(root)? {
        return Ok(FirstCommit::Inside { root: outer });
    }
    let mut options = RepositoryInitOptions::new();
    options.initial_head("main");
    let repository = Repository::init_opts(root.as_std_path(), &options)?;
    if let Ok(head) = repository.head().and_then(|head| head.peel_to_commit()) {
        return Ok(FirstCommit::Made { id: short(head.id()) });
    }
    let Some(signature) = identity(&repository)? else { return Ok(FirstCommit::NoIdentity) };
    let mut index = repository.index()?;
    index.add_all(["*"], IndexAddOption::DEFAULT, None)?;
    index.write()?;
    let tree = repository.find_tree(index.write_tree()?)?;
    let id = repository.commit(Some("HEAD"), &signature, &signature, message, &tree, &[])?;
    Ok(FirstCommit::Made { id: short(id) })
}

/// Those of the paths whose content on disk is in no commit; all of them where there is no repository.
pub fn uncommitted<'a>(
    root: &Utf8Path,
    paths: impl Iterator<Item = &'a WorkspacePath>,
) -> Result<Vec<&'a WorkspacePath>, WorkspaceError> {
    let Some((repository, prefix)) = placed(root)? else { return Ok(paths.collect()) };
    let is_uncommitted = |path: &&WorkspacePath| {
        let status = repository.status_file(Utf8Path::new(&format!("{prefix}{path}")).as_std_path()).ok();
        // A file that git cannot tell anything about is safe in no commit.
        status.is_none_or(|status| status != Status::CURRENT)
    };
    Ok(paths.filter(is_uncommitted).collect())
}

/// Whether git leaves a file alone.
pub fn is_ignored(root: &Utf8Path, path: &WorkspacePath) -> bool {
    let Ok(Some((repository, prefix))) = placed(root) else { return false };
    repository.is_path_ignored(format!("{prefix}{path}")).unwrap_or(false)
}

/// How much of its history a workspace has at hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum History {
    /// There is no repository that can be opened.
    None,
    /// It was cloned without all commits.
    Shallow,
    /// All commits are there.
    Whole,
}

/// How much of its history a workspace has at hand.
pub fn history(root: &Utf8Path) -> History {
    match repository_of(root) {
        Ok(None) | Err(_) => History::None,
        Ok(Some(repository)) if repository.is_shallow() => History::Shallow,
        Ok(Some(_)) => History::Whole,
    }
}

/// Refuses a name that cannot be that of a new branch.
pub fn check_new_branch(root: &Utf8Path, name: &str) -> Result<(), WorkspaceError> {
    let repository = repository_of(root)?.ok_or_else(|| refusal("there is no repository to make a branch in"))?;
    if !git2::Branch::name_is_valid(name)? {
        return Err(refusal(&format!("`{name}` cannot be the name of a branch")));
    }
    match repository.find_branch(name, BranchType::Local) {
        Ok(_) => Err(refusal(&format!("there is a branch `{name}` already"))),
        Err(_) => Ok(()),
    }
}

/// Makes a branch where the repository stands and goes on to it; no file changes.
pub fn create_branch(root: &Utf8Path, name: &str) -> Result<(), WorkspaceError> {
    check_new_branch(root, name)?;
    let Some(repository) = repository_of(root)? else { return Ok(()) };
    repository.branch(name, &repository.head()?.peel_to_commit()?, false)?;
    Ok(repository.set_head(&format!("refs/heads/{name}"))?)
}

fn refusal(message: &str) -> WorkspaceError {
    WorkspaceError::Git(git2::Error::from_str(message))
}

/// The contents that a file had in the last commits, the newest first, each once; nothing where there is no repository.
pub fn committed_versions(root: &Utf8Path, path: &str, most: usize) -> Result<Vec<Vec<u8>>, WorkspaceError> {
    let Some((repository, prefix)) = placed(root)? else { return Ok(Vec::new()) };
    let full = format!("{prefix}{path}");
    let (mut seen, mut versions) = (std::collections::HashSet::new(), Vec::new());
    for tree in history_of(&repository, most)? {
        let Ok(entry) = tree.get_path(Utf8Path::new(&full).as_std_path()) else { continue };
        if seen.insert(entry.id())
            && let Ok(blob) = repository.find_blob(entry.id())
        {
            versions.push(blob.content().to_vec());
        }
    }
    Ok(versions)
}

/// The trees of the last commits, the newest first: as many as are wanted and there.
fn history_of(repository: &Repository, most: usize) -> Result<impl Iterator<Item = git2::Tree<'_>>, WorkspaceError> {
    let mut walk = repository.revwalk()?;
    // Without a commit there is nothing to walk.
    let most = if walk.push_head().is_ok() { most } else { 0 };
    walk.simplify_first_parent()?;
    // A shallow clone ends with an error, where its history ends.
    let commits = walk.map_while(Result::ok).take(most);
    Ok(commits.map_while(|commit| repository.find_commit(commit).and_then(|commit| commit.tree()).ok()))
}

/// Whether a file was there already when another was last committed: then neither is the other one under a new name.
pub fn stood_together(root: &Utf8Path, gone: &WorkspacePath, other: &WorkspacePath) -> Result<bool, WorkspaceError> {
    let Some((repository, prefix)) = placed(root)? else { return Ok(false) };
    for tree in history_of(&repository, COMMITS)? {
        let has = |path: &WorkspacePath| tree.get_path(Utf8Path::new(&format!("{prefix}{path}")).as_std_path()).is_ok();
        if has(gone) {
            return Ok(has(other));
        }
    }
    Ok(false)
}

/// A file whose changes are to be merged by a person, as git knows it.
pub struct Unmerged<'a> {
    /// Which.
    pub path: &'a WorkspacePath,
    /// What fountane had written, what the person has, what is rendered.
    pub versions: [&'a [u8]; 3],
}

/// Tells git of files to be merged, so that `git status`, `git mergetool` and editors know them.
pub fn mark_unmerged<'a>(root: &Utf8Path, files: impl Iterator<Item = Unmerged<'a>>) -> Result<(), WorkspaceError> {
    let Some((repository, prefix)) = placed(root)? else { return Ok(()) };
    let mut index = repository.index()?;
    for Unmerged { path, versions } in files {
        let full = format!("{prefix}{path}");
        let known = index.get_path(full.as_ref(), 0);
        let mode = known.as_ref().map_or(0o100_644, |entry| entry.mode);
        // A file in a new place is none that git knows.
        if known.is_some() {
            index.remove(full.as_ref(), 0)?;
        }
        for (stage, content) in (1..).zip(versions) {
            let flags = stage << STAGE_SHIFT;
            let id = repository.blob(content)?;
            index.add(&IndexEntry { mode, flags, ..index_entry(&full, id) })?;
        }
    }
    Ok(index.write()?)
}

/// The content of a file that is staged or was last committed; none where git does not know the file.
pub fn staged(root: &Utf8Path, path: &WorkspacePath) -> Result<Option<BlobId>, WorkspaceError> {
    let Some((repository, prefix)) = placed(root)? else { return Ok(None) };
    let entry = repository.index()?.get_path(format!("{prefix}{path}").as_ref(), 0);
    Ok(entry.map(|entry| entry.id.into()))
}

/// Takes back [`mark_unmerged`] where it still stands: the file is staged as it was.
pub fn unmark<'a>(
    root: &Utf8Path,
    files: impl Iterator<Item = (&'a WorkspacePath, Option<&'a BlobId>)>,
) -> Result<(), WorkspaceError> {
    let Some((repository, prefix)) = placed(root)? else { return Ok(()) };
    let mut index = repository.index()?;
    for (path, staged) in files {
        let full = format!("{prefix}{path}");
        let Some(ours) = index.get_path(full.as_ref(), 2) else { continue };
        index.conflict_remove(full.as_ref())?;
        if let Some(staged) = staged {
            let id = Oid::from_str(staged.as_str())?;
            index.add(&IndexEntry { mode: ours.mode, ..index_entry(&full, id) })?;
        }
    }
    Ok(index.write()?)
}

/// How far a file that is gone is looked for.
const COMMITS: usize = 200;

/// Where an entry of an index says which side of a merge it is.
const STAGE_SHIFT: u16 = 12;

/// What a file of this content is in an index that no file system stands behind.
pub(super) fn index_entry(path: &str, id: Oid) -> IndexEntry {
    let never = IndexTime::new(0, 0);
    IndexEntry {
        ctime: never,
        mtime: never,
        dev: 0,
        ino: 0,
        mode: 0o100_644,
        uid: 0,
        gid: 0,
        file_size: 0,
        id,
        flags: 0,
        flags_extended: 0,
        path: path.into(),
    }
}

/// The folder of the repository that a new workspace would be in; none where there is none, or where that ignores it.
///
/// # Errors
/// There is one, and it cannot be opened.
pub fn outer_repository(root: &Utf8Path) -> Result<Option<String>, WorkspaceError> {
    // What is not there yet has a parent, or a parent's parent, that is.
    let Some(parent) = root.ancestors().skip(1).find(|folder| folder.is_dir()) else { return Ok(None) };
    let Some(repository) = discover(parent)? else { return Ok(None) };
    let Some(folder) = repository.workdir() else { return Ok(None) };
    // A folder that the outer repository ignores is none of its business.
    let ignored = repository.is_path_ignored(root.as_std_path()).unwrap_or(false);
    Ok((!ignored).then(|| folder.to_string_lossy().trim_end_matches('/').to_owned()))
}

fn identity(repository: &Repository) -> Result<Option<Signature<'static>>, WorkspaceError> {
    match repository.signature() {
        Ok(signature) => Ok(Some(signature)),
        Err(error) if error.code() == git2::ErrorCode::NotFound => Ok(None),
        Err(error) => Err(error.into()),
    }
}

fn short(id: git2::Oid) -> String {
    id.to_string().chars().take(8).collect()
}

#[cfg(test)]
mod tests {
    use camino::Utf8PathBuf;

    use super::*;

    fn folder() -> (tempfile::TempDir, Utf8PathBuf) {
        let guard = tempfile::tempdir().unwrap();
        let root = Utf8PathBuf::from_path_buf(guard.path().to_owned()).unwrap();
        fs_err::write(root.join(".gitignore"), "secret\n").unwrap();
        fs_err::write(root.join("secret"), "").unwrap();
        fs_err::write(root.join("a.ts"), "").unwrap();
        let repository = Repository::init(root.as_std_path()).unwrap();
        let mut config = repository.config().unwrap();
        config.set_str("user.name", "Ada").unwrap();
        config.set_str("user.email", "ada@example.com").unwrap();
        (guard, root)
    }

    #[test]
    fn the_first_commit_has_all_but_the_ignored_under_the_persons_name() {
        let (_guard, root) = folder();
        let made = first_commit(&root, "Begin").unwrap();
        assert!(matches!(made, FirstCommit::Made { .. }));
        let repository = Repository::open(root.as_std_path()).unwrap();
        let commit = repository.head().unwrap().peel_to_commit().unwrap();
        assert_eq!(commit.author().name().unwrap(), "Ada");
        let tree = commit.tree().unwrap();
        let names: Vec<_> = tree.iter().map(|entry| entry.name().unwrap().to_owned()).collect();
        assert_eq!(names, [".gitignore", "a.ts"]);
    }

    #[test]
    fn a_second_time_makes_no_second_commit() {
        let (_guard, root) = folder();
        let first = first_commit(&root, "Begin").unwrap();
        assert_eq!(first_commit(&root, "Begin").unwrap(), first);
    }

    #[test]
    fn a_folder_inside_a_repository_gets_none_of_its_own() {
        let (_guard, root) = folder();
        fs_err::create_dir(root.join("inner")).unwrap();
        let FirstCommit::Inside { .. } = first_commit(&root.join("inner"), "Begin").unwrap() else {
            panic!("it made one")
        };
        assert!(!root.join("inner/.git").exists());
    }
}
