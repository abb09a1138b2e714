//! What fountane last wrote into each file, kept in the person's own repository: the third side of every merge.
//!
//! Contents are found by the ids in the lock. What was committed as fountane wrote it is there anyhow; the rest is kept
//! alive by `refs/fountane/base`, a chain of commits which no branch and no push contains.

use std::time::Duration;

use camino::Utf8Path;
use git2::{ErrorCode, Index, ObjectType, Oid, Repository, Signature};

use super::git::index_entry;
use super::repository::{Unopened, repository_of};
use super::{BlobId, Lock, WorkspaceError};

/// Where the commits are.
const REFERENCE: &str = "refs/fountane/base";

/// Only fountane moves the reference, which takes milliseconds: a lock that is older is nobody's any more.
const PATIENCE: Duration = Duration::from_secs(2);
const PAUSE: Duration = Duration::from_millis(50);

/// The contents that fountane wrote, as far as they are in the repository of a workspace.
pub struct Bases {
    repository: Result<Option<Repository>, Unopened>,
}

impl Bases {
    /// Those of a workspace; without a repository there are none. One that cannot be opened is told of when it is asked.
    pub fn of(root: &Utf8Path) -> Self {
        Self { repository: repository_of(root) }
    }

    /// Refuses a repository that is there and cannot be opened: nothing would be kept.
    pub fn refuse_unopened(&self) -> Result<(), WorkspaceError> {
        self.repository().map(|_| ())
    }

    fn repository(&self) -> Result<Option<&Repository>, WorkspaceError> {
        match &self.repository {
            Ok(repository) => Ok(repository.as_ref()),
            Err(error) => Err(error.clone().into()),
        }
    }

    /// A content by its id.
    pub fn find(&self, blob: &BlobId) -> Result<Option<Vec<u8>>, WorkspaceError> {
        let Some(repository) = self.repository()? else { return Ok(None) };
        // One that cannot be read is not to be had either, as in a clone without contents.
        Ok(repository.find_blob(oid(blob)?).ok().map(|found| found.content().to_vec()))
    }

    /// Keeps what is about to be written, so that a later run can merge: `contents` now, and all else that the lock names
    /// and that is there already.
    pub fn keep<'a>(&self, lock: &Lock, contents: impl Iterator<Item = &'a [u8]>) -> Result<(), WorkspaceError> {
        let Some(repository) = self.repository()? else { return Ok(()) };
        let objects = repository.odb()?;
        for content in contents {
            if !objects.exists(Oid::hash_object(ObjectType::Blob, content)?) {
                objects.write(ObjectType::Blob, content)?;
            }
        }
        let mut index = Index::new()?;
        for (path, file) in &lock.files {
            let id = oid(&file.blob)?;
            if objects.exists(id) {
                index.add(&index_entry(path.as_str(), id))?;
            }
        }
        let tree = index.write_tree_to(repository)?;
        let last = repository.find_reference(REFERENCE).and_then(|reference| reference.peel_to_commit()).ok();
        if last.as_ref().is_some_and(|last| last.tree_id() == tree) {
            return Ok(());
        }
        let who = Signature::now("fountane", "fountane@localhost")?;
        let tree = repository.find_tree(tree)?;
        let message = format!("What fountane {} wrote", lock.fountane);
        let commit = repository.commit(None, &who, &who, &message, &tree, &last.iter().collect::<Vec<_>>())?;
        point_to(repository, commit, &message)
    }

    /// Keeps what is on disk as the lock says: all of a new workspace.
    pub fn keep_written(&self, root: &Utf8Path, lock: &Lock) -> Result<(), WorkspaceError> {
        let mut contents = Vec::new();
        for (path, file) in &lock.files {
            match fs_err::read(path.below(root)) {
                Ok(bytes) if BlobId::of(&bytes) == file.blob => contents.push(bytes),
                Ok(_) => {}
                Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
                Err(error) => return Err(error.into()),
            }
        }
        self.keep(lock, contents.iter().map(Vec::as_slice))
    }
}

/// Moves the reference. A run that was killed while it did so has left a lock, which nothing else would take away.
fn point_to(repository: &Repository, commit: Oid, message: &str) -> Result<(), WorkspaceError> {
    let mut waited = Duration::ZERO;
    loop {
        match repository.reference(REFERENCE, commit, true, message) {
            Err(error) if error.code() == ErrorCode::Locked && waited < PATIENCE => {
                std::thread::sleep(PAUSE);
                waited += PAUSE;
            }
            Err(error) if error.code() == ErrorCode::Locked => {
                let lock = repository.commondir().join(format!("{REFERENCE}.lock"));
                fs_err::remove_file(lock)?;
                waited = Duration::ZERO;
            }
            result => return Ok(result.map(|_| ())?),
        }
    }
}

fn oid(blob: &BlobId) -> Result<Oid, WorkspaceError> {
    Ok(Oid::from_str(blob.as_str())?)
}

#[cfg(test)]
mod tests {
    use camino::Utf8PathBuf;

    use super::*;
    use crate::render::Ownership;
    use crate::workspace::LockedFile;
    use crate::workspace_path::WorkspacePath;

    fn lock(content: &str) -> Lock {
        let mut lock = Lock::new("saas@1.0.0".into(), [].into(), "ab".into());
        let blob = BlobId::of(content.as_bytes());
        let file = LockedFile {
            blob,
            ownership: Ownership::Generated,
            template: "web".into(),
            executable: false,
            ejected: false,
            at: None,
        };
        lock.files.insert(WorkspacePath::new("a/b.ts").unwrap(), file);
        lock
    }

    #[test]
    fn what_was_written_is_found_again_and_earlier_ones_too() {
        let folder = tempfile::tempdir().unwrap();
        let root = Utf8PathBuf::from_path_buf(folder.path().to_owned()).unwrap();
        let repository = Repository::init(&root).unwrap();
        for content in ["1", "2", "2"] {
            let lock = lock(content);
            Bases::of(&root).keep(&lock, [content.as_bytes()].into_iter()).unwrap();
            // What a killed run leaves: the next one takes it away.
            fs_err::write(root.join(".git").join(format!("{REFERENCE}.lock")), "").unwrap();
        }
        let found = |content: &str| Bases::of(&root).find(&BlobId::of(content.as_bytes())).unwrap();
        assert_eq!((found("1"), found("2"), found("3")), (Some(b"1".to_vec()), Some(b"2".to_vec()), None));
        let last = repository.find_reference(REFERENCE).unwrap().peel_to_commit().unwrap();
        assert_eq!((last.parent_count(), last.parent(0).unwrap().parent_count()), (1, 0));
    }

    #[test]
    fn without_a_repository_nothing_is_kept_or_found() {
        let folder = tempfile::tempdir().unwrap();
        let root = Utf8PathBuf::from_path_buf(folder.path().to_owned()).unwrap();
        Bases::of(&root).keep(&lock("1"), [b"1".as_slice()].into_iter()).unwrap();
        assert_eq!(Bases::of(&root).find(&BlobId::of(b"1")).unwrap(), None);
    }
}
