//! Waiting until files of a workspace have another content.

use std::collections::BTreeMap;
use std::os::unix::fs::MetadataExt as _;
use std::time::{Duration, SystemTime};

use camino::{Utf8Path, Utf8PathBuf};
use notify::{Event, RecommendedWatcher, RecursiveMode, Watcher as _};
use tokio::sync::mpsc;
use tokio::time::{sleep, timeout};

use super::memory::Inputs;

/// Files that are saved together, or by one checkout, are one change: as long as more comes within this time, we wait.
const PAUSE: Duration = Duration::from_millis(150);
/// But not longer than this.
const LONGEST: Duration = Duration::from_secs(3);
/// A file may be gone again before it is read.
const TRIES: usize = 10;

/// Why files cannot be watched.
#[derive(Debug, thiserror::Error)]
pub enum WatchError {
    /// The system said no.
    #[error("the workspace cannot be watched")]
    Watch(#[from] notify::Error),
    /// The disk said no.
    #[error("the workspace cannot be read")]
    Io(#[from] std::io::Error),
}

/// The files of a workspace that git does not ignore, as they were last seen.
pub struct Watch {
    root: Utf8PathBuf,
    watcher: RecommendedWatcher,
    events: mpsc::Receiver<()>,
    /// Whether there was an event that was not looked into.
    is_stirred: bool,
    /// Each folder is watched for itself: below ignored ones, such as `node_modules`, lie very many.
    watched: BTreeMap<Utf8PathBuf, Identity>,
    seen: Inputs,
}

impl Watch {
    /// Begins to watch.
    pub fn begin(root: &Utf8Path) -> Result<Self, WatchError> {
        let (sender, events) = mpsc::channel(1);
        let watcher = notify::recommended_watcher(move |event: notify::Result<Event>| {
            // That a file is read is no change; we read them ourselves. An error may hide one.
            if !event.is_ok_and(|event| event.kind.is_access()) {
                // One that waits to be seen stands for all.
                let _ = sender.try_send(());
            }
        })?;
        let seen = Inputs::read(root)?;
        let mut watch =
            Self { root: root.to_owned(), watcher, events, is_stirred: false, watched: BTreeMap::new(), seen };
        watch.seen = watch.look()?;
        Ok(watch)
    }

    /// Waits until some file has another content than it had when it was last seen, and names those that have. Dropping the
    /// future loses no change.
    pub async fn changed(&mut self) -> Result<Vec<String>, WatchError> {
        loop {
            if !self.is_stirred {
                // The watcher lives as long as we do, so there is always somebody who may send.
                let _ = self.events.recv().await;
                self.is_stirred = true;
            }
            let _ = timeout(LONGEST, self.calm()).await;
            let now = self.settled().await?;
            self.is_stirred = false;
            let changed = self.seen.changed_in(&now);
            if !changed.is_empty() {
                self.seen = now;
                return Ok(changed);
            }
        }
    }

    async fn calm(&mut self) {
        while timeout(PAUSE, self.events.recv()).await.is_ok() {}
    }

    async fn settled(&mut self) -> Result<Inputs, WatchError> {
        for _ in 1..TRIES {
            if let Ok(now) = self.look() {
                return Ok(now);
            }
            sleep(PAUSE).await;
        }
        self.look()
    }

    /// Reads all files, and follows folders that are new.
    fn look(&mut self) -> Result<Inputs, WatchError> {
        let mut now = Inputs::read(&self.root)?;
        if self.follow(now.folders())? {
            // What came into a new folder before it was watched has told nobody.
            now = Inputs::read(&self.root)?;
        }
        Ok(now)
    }

    /// Whether there was a new one.
    fn follow(&mut self, folders: &[Utf8PathBuf]) -> Result<bool, WatchError> {
        let identified = folders.iter().map(|folder| (folder.clone(), identity(&self.root.join(folder))));
        let now: BTreeMap<Utf8PathBuf, Identity> = identified.collect();
        for (gone, _) in self.watched.iter().filter(|(folder, was)| now.get(*folder) != Some(*was)) {
            // With the folder, its watch went; one that is ignored since is watched no more.
            let _ = self.watcher.unwatch(self.root.join(gone).as_std_path());
        }
        let new: Vec<&Utf8PathBuf> = now
            .iter()
            .filter(|(folder, is)| self.watched.get(*folder) != Some(*is))
            .map(|(folder, _)| folder)
            .collect();
        for folder in &new {
            self.watcher.watch(self.root.join(folder).as_std_path(), RecursiveMode::NonRecursive)?;
        }
        let is_new = !new.is_empty();
        self.watched = now;
        Ok(is_new)
    }
}

/// Which folder it is, whatever it is called: another one of its name has to be watched anew.
type Identity = Option<(u64, Option<SystemTime>)>;

fn identity(folder: &Utf8Path) -> Identity {
    let about = folder.metadata().ok()?;
    Some((about.ino(), about.created().ok()))
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn within(seconds: u64, watch: &mut Watch) -> Option<Vec<String>> {
        timeout(Duration::from_secs(seconds), watch.changed()).await.ok().map(Result::unwrap)
    }

    #[tokio::test]
    async fn changes_are_told_once_and_those_of_ignored_files_or_of_no_content_are_not() {
        let guard = tempfile::tempdir().unwrap();
        let root = Utf8Path::from_path(guard.path()).unwrap();
        fs_err::write(root.join(".gitignore"), "dist\n").unwrap();
        fs_err::write(root.join("a.ts"), "1").unwrap();
        let mut watch = Watch::begin(root).unwrap();
        for folder in ["dist", "node_modules"] {
            fs_err::create_dir(root.join(folder)).unwrap();
            fs_err::write(root.join(folder).join("a.js"), "1").unwrap();
        }
        fs_err::write(root.join("a.ts"), "1").unwrap();
        assert_eq!(within(1, &mut watch).await, None);
        fs_err::write(root.join("a.ts"), "2").unwrap();
        fs_err::write(root.join("b.ts"), "2").unwrap();
        assert_eq!(within(20, &mut watch).await, Some(vec!["a.ts".to_owned(), "b.ts".to_owned()]));
        assert_eq!(within(1, &mut watch).await, None);
    }

    #[tokio::test]
    async fn a_folder_that_takes_the_place_of_another_is_followed() {
        let guard = tempfile::tempdir().unwrap();
        let root = Utf8Path::from_path(guard.path()).unwrap();
        let file = root.join("d/a.ts");
        fs_err::create_dir(root.join("d")).unwrap();
        fs_err::write(&file, "1").unwrap();
        let mut watch = Watch::begin(root).unwrap();
        fs_err::remove_dir_all(root.join("d")).unwrap();
        fs_err::create_dir(root.join("d")).unwrap();
        fs_err::write(&file, "2").unwrap();
        assert_eq!(within(20, &mut watch).await, Some(vec!["d/a.ts".to_owned()]));
        fs_err::write(&file, "3").unwrap();
        assert_eq!(within(20, &mut watch).await, Some(vec!["d/a.ts".to_owned()]));
    }

    #[tokio::test]
    async fn new_folders_are_followed_also_where_one_was_before() {
        let guard = tempfile::tempdir().unwrap();
        let root = Utf8Path::from_path(guard.path()).unwrap();
        let mut watch = Watch::begin(root).unwrap();
        for text in ["1", "2"] {
            fs_err::create_dir_all(root.join("deep/er")).unwrap();
            fs_err::write(root.join("deep/er/a.ts"), text).unwrap();
            assert_eq!(within(20, &mut watch).await, Some(vec!["deep/er/a.ts".to_owned()]));
            fs_err::write(root.join("deep/er/b.ts"), text).unwrap();
            assert_eq!(within(20, &mut watch).await, Some(vec!["deep/er/b.ts".to_owned()]));
            fs_err::remove_dir_all(root.join("deep")).unwrap();
            assert_eq!(within(20, &mut watch).await.map(|changed| changed.len()), Some(2));
        }
    }
}
