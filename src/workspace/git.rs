//! The repository of a workspace: made with the first commit, under the person's own name.

use camino::Utf8Path;
use git2::{IndexAddOption, Repository, RepositoryInitOptions, Signature, StatusOptions};

use super::WorkspaceError;

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
    if let Some(outer) = outer_repository(root) {
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

/// Paths that git sees as changed or not yet known, at most `limit`; none where there is no repository.
pub fn changed_paths(root: &Utf8Path, limit: usize) -> Result<Vec<String>, WorkspaceError> {
    let Ok(repository) = Repository::discover(root.as_std_path()) else { return Ok(Vec::new()) };
    let mut options = StatusOptions::new();
    options.include_untracked(true).recurse_untracked_dirs(false);
    let statuses = repository.statuses(Some(&mut options))?;
    Ok(statuses.iter().filter_map(|entry| entry.path().ok().map(str::to_owned)).take(limit).collect())
}

fn outer_repository(root: &Utf8Path) -> Option<String> {
    let parent = root.parent()?;
    let repository = Repository::discover(parent.as_std_path()).ok()?;
    let folder = repository.workdir()?;
    // A folder that the outer repository ignores is none of its business.
    let ignored = repository.is_path_ignored(root.as_std_path()).unwrap_or(false);
    (!ignored).then(|| folder.to_string_lossy().trim_end_matches('/').to_owned())
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
        assert!(changed_paths(&root, 5).unwrap().is_empty());
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

    #[test]
    fn what_changed_is_told() {
        let (_guard, root) = folder();
        first_commit(&root, "Begin").unwrap();
        fs_err::write(root.join("b.ts"), "").unwrap();
        assert_eq!(changed_paths(&root, 5).unwrap(), ["b.ts"]);
    }
}
