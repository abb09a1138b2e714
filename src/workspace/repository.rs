//! The repository that a workspace belongs to, as libgit2 opens it.
//!
//! One that cannot be opened is told apart from none: passed over in silence, what fountane writes would be kept nowhere, and
//! edits would count as in no commit.

use camino::Utf8Path;
use git2::{ErrorClass, ErrorCode, Repository};

/// Why a repository that is there cannot be worked in.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unopened {
    /// Its files belong to another user, and nobody said that they are trusted.
    #[error("the repository of `{folder}` belongs to another user, whom git does not trust")]
    OfOthers {
        /// Where it was looked for.
        folder: String,
    },
    /// It is kept in a way that libgit2 does not know.
    #[error("the repository of `{folder}` has git's extension `{name}`, which fountane cannot read")]
    Extension {
        /// Where it was looked for.
        folder: String,
        /// As git's configuration has it, in small letters, without `extensions.`.
        name: String,
    },
    /// Anything else.
    #[error("the repository of `{folder}` cannot be opened: {reason}")]
    Broken {
        /// Where it was looked for.
        folder: String,
        /// In the words of libgit2.
        reason: String,
    },
}

impl Unopened {
    fn of(folder: &Utf8Path, error: &git2::Error) -> Self {
        let folder = folder.to_string();
        if error.code() == ErrorCode::Owner {
            return Self::OfOthers { folder };
        }
        match error.message().strip_prefix("unsupported extension name extensions.") {
            Some(name) => Self::Extension { folder, name: name.to_owned() },
            None => Self::Broken { folder, reason: error.message().to_owned() },
        }
    }
}

/// The repository that a folder is in, or is; none where there is none.
///
/// # Errors
/// There is one, and it cannot be opened.
pub(super) fn discover(folder: &Utf8Path) -> Result<Option<Repository>, Unopened> {
    match Repository::discover(folder.as_std_path()) {
        Ok(repository) => Ok(Some(repository)),
        // A file that is missing inside of a repository is another matter.
        Err(error) if error.code() == ErrorCode::NotFound && error.class() == ErrorClass::Repository => Ok(None),
        Err(error) => Err(Unopened::of(folder, &error)),
    }
}

/// The repository that a workspace belongs to; none where there is none, or where it ignores the workspace.
///
/// # Errors
/// There is one, and it cannot be opened.
pub(super) fn repository_of(root: &Utf8Path) -> Result<Option<Repository>, Unopened> {
    let Some(repository) = discover(root)? else { return Ok(None) };
    if repository.workdir().is_none() {
        return Ok(None);
    }
    let is_own = root.join(".git").symlink_metadata().is_ok();
    let ignored = !is_own && repository.is_path_ignored(root.as_std_path()).unwrap_or(false);
    Ok((!ignored).then_some(repository))
}

/// The repository of a workspace, and where it is in that: `products/clinic/`, or nothing where it is all of it.
///
/// # Errors
/// There is one, and it cannot be opened.
pub(super) fn placed(root: &Utf8Path) -> Result<Option<(Repository, String)>, Unopened> {
    let Some(repository) = repository_of(root)? else { return Ok(None) };
    let prefix = repository.workdir().and_then(Utf8Path::from_path).and_then(|work| prefix(root, work));
    Ok(prefix.map(|prefix| (repository, prefix)))
}

fn prefix(root: &Utf8Path, work: &Utf8Path) -> Option<String> {
    let work = work.canonicalize_utf8().ok()?;
    let inside = root.canonicalize_utf8().ok()?.strip_prefix(&work).ok()?.to_string();
    Some(if inside.is_empty() { inside } else { inside + "/" })
}

#[cfg(test)]
mod tests {
    use camino::Utf8PathBuf;

    use super::*;

    fn folder() -> (tempfile::TempDir, Utf8PathBuf) {
        let guard = tempfile::tempdir().unwrap();
        let root = Utf8PathBuf::from_path_buf(guard.path().to_owned()).unwrap();
        (guard, root)
    }

    fn with_extension(name: &str, value: &str) -> Result<(), Unopened> {
        let (_guard, root) = folder();
        let repository = Repository::init(&root).unwrap();
        let mut config = repository.config().unwrap();
        config.set_str("core.repositoryformatversion", "1").unwrap();
        config.set_str(&format!("extensions.{name}"), value).unwrap();
        drop((config, repository));
        repository_of(&root).map(|found| assert!(found.is_some()))
    }

    #[test]
    fn no_repository_is_none_and_so_is_one_without_files_of_its_own() {
        let (_guard, root) = folder();
        assert!(repository_of(&root).unwrap().is_none());
        Repository::init_bare(&root).unwrap();
        assert!(repository_of(&root).unwrap().is_none());
    }

    #[test]
    fn what_libgit2_knows_is_opened() {
        assert_eq!(with_extension("worktreeConfig", "true"), Ok(()));
        assert_eq!(with_extension("relativeWorktrees", "true"), Ok(()));
        assert_eq!(with_extension("preciousObjects", "true"), Ok(()));
        assert_eq!(with_extension("objectFormat", "sha1"), Ok(()));
    }

    #[test]
    fn what_it_does_not_know_is_named() {
        for (name, value) in [("refStorage", "reftable"), ("partialClone", "origin"), ("compatObjectFormat", "sha256")]
        {
            let Err(Unopened::Extension { name: found, .. }) = with_extension(name, value) else { panic!("{name}") };
            assert_eq!(found, name.to_lowercase());
        }
        assert!(matches!(with_extension("objectFormat", "sha256"), Err(Unopened::Broken { .. })));
    }

    #[test]
    fn what_is_no_repository_any_more_is_not_passed_over() {
        let (_guard, root) = folder();
        Repository::init(&root).unwrap();
        fs_err::write(root.join(".git/config"), "[core\n").unwrap();
        assert!(matches!(repository_of(&root), Err(Unopened::Broken { .. })));

        let (_guard, root) = folder();
        fs_err::write(root.join(".git"), "gitdir: /nowhere/at/all\n").unwrap();
        assert!(matches!(repository_of(&root), Err(Unopened::Broken { .. })));
    }
}
