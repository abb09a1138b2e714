//! Where a demo keeps its things: `.fountane/demo` in the workspace.

use std::fs::{File, TryLockError};
use std::time::Duration;

use camino::{Utf8Path, Utf8PathBuf};
use fs_err as fs;
use tokio::time::{Instant, sleep};

use super::DemoError;
use super::error::io;
use crate::fs::{create_folder, write_atomic};

const COMMAND_PATIENCE: Duration = Duration::from_secs(3);
const SUPERVISOR_PATIENCE: Duration = Duration::from_secs(10);
/// A killed process gives back its memory first and its locks a moment later.
const DYING: Duration = Duration::from_millis(200);
const LOOK_EVERY: Duration = Duration::from_millis(20);

/// The demo's folder. Open to pass through (0711), for a database that runs as another user; its files are private.
#[derive(Debug, Clone)]
pub(super) struct Folder {
    path: Utf8PathBuf,
}

impl Folder {
    pub(super) fn of(workspace: &Utf8Path) -> Self {
        Self { path: workspace.join(".fountane/demo") }
    }

    pub(super) fn make(&self) -> Result<(), DemoError> {
        let doing = "making the demo's folder";
        create_folder(&self.path, 0o711).map_err(io(doing))?;
        create_folder(&self.logs(), 0o700).map_err(io(doing))?;
        let ignore = self.path.join(".gitignore");
        if !ignore.exists() {
            write_atomic(&ignore, b"*\n", 0o644).map_err(io(doing))?;
        }
        Ok(())
    }

    pub(super) fn path(&self) -> &Utf8Path {
        &self.path
    }

    pub(super) fn kept(&self) -> Utf8PathBuf {
        self.path.join("kept.json")
    }

    pub(super) fn state(&self) -> Utf8PathBuf {
        self.path.join("state.json")
    }

    pub(super) fn launch(&self) -> Utf8PathBuf {
        self.path.join("launch.json")
    }

    pub(super) fn built(&self) -> Utf8PathBuf {
        self.path.join("built.json")
    }

    pub(super) fn logs(&self) -> Utf8PathBuf {
        self.path.join("logs")
    }

    pub(super) fn log(&self, name: &str) -> Utf8PathBuf {
        self.path.join("logs").join(format!("{name}.log"))
    }

    pub(super) fn data(&self, name: &str) -> Utf8PathBuf {
        self.path.join("data").join(name)
    }

    pub(super) fn postgres(&self) -> Utf8PathBuf {
        self.path.join("postgres")
    }

    /// Held by the supervisor for as long as it lives, and by whoever cleans up after one.
    ///
    /// None where a supervisor holds it, and goes on holding it: one that was just killed is not there.
    pub(super) async fn supervisor_lock(&self) -> Result<Option<Lock>, DemoError> {
        match self.lock_within("supervisor.lock", DYING).await {
            Ok(lock) => Ok(Some(lock)),
            Err(DemoError::Busy) => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Held by `up` and `down` while they work.
    pub(super) fn command_lock(&self) -> Result<Option<Lock>, DemoError> {
        self.lock("command.lock")
    }

    /// The same for whom it is worth waiting a moment: `status` holds it while it looks.
    pub(super) async fn command_lock_soon(&self) -> Result<Lock, DemoError> {
        self.lock_within("command.lock", COMMAND_PATIENCE).await
    }

    /// The supervisor's lock for the supervisor: a command that looks at the demo holds it for a moment.
    pub(super) async fn supervisor_lock_soon(&self) -> Result<Lock, DemoError> {
        self.lock_within("supervisor.lock", SUPERVISOR_PATIENCE).await
    }

    async fn lock_within(&self, name: &str, patience: Duration) -> Result<Lock, DemoError> {
        let deadline = Instant::now() + patience;
        loop {
            if let Some(lock) = self.lock(name)? {
                return Ok(lock);
            }
            if Instant::now() > deadline {
                return Err(DemoError::Busy);
            }
            sleep(LOOK_EVERY).await;
        }
    }

    fn lock(&self, name: &str) -> Result<Option<Lock>, DemoError> {
        let file = fs::OpenOptions::new().create(true).truncate(false).write(true).open(self.path.join(name));
        let (file, _) = file.map_err(io("opening a lock"))?.into_parts();
        match file.try_lock() {
            Ok(()) => Ok(Some(Lock(file))),
            Err(TryLockError::WouldBlock) => Ok(None),
            Err(TryLockError::Error(source)) => Err(DemoError::Io { doing: "taking a lock", source }),
        }
    }
}

/// A lock of this process; the system takes it back when the process ends, however it ends.
#[derive(Debug)]
pub(super) struct Lock(#[expect(dead_code, reason = "held, not used")] File);
