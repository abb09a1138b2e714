//! The supervisor's view of the demo, written down at each change.

use std::sync::{Mutex, MutexGuard, PoisonError};

use tokio::sync::watch;

use super::DemoError;
use super::folder::Folder;
use super::state::{State, Status, UnitState};
use crate::clock;

/// The state, shared by all that change it or wait for it.
#[derive(Debug)]
pub(super) struct Board {
    folder: Folder,
    state: Mutex<State>,
    changes: watch::Sender<u64>,
    unwritten: Mutex<Option<DemoError>>,
}

impl Board {
    pub(super) fn new(folder: Folder, state: State) -> Result<Self, DemoError> {
        state.write(&folder)?;
        let changes = watch::Sender::new(0);
        Ok(Self { folder, state: Mutex::new(state), changes, unwritten: Mutex::new(None) })
    }

    pub(super) fn read<T>(&self, look: impl FnOnce(&State) -> T) -> T {
        look(&lock(&self.state))
    }

    /// Changes the state and writes it down before anyone goes on.
    pub(super) fn change(&self, change: impl FnOnce(&mut State)) {
        let written = {
            let mut state = lock(&self.state);
            change(&mut state);
            state.write(&self.folder)
        };
        if let Err(error) = written {
            lock(&self.unwritten).get_or_insert(error);
        }
        self.changes.send_modify(|count| *count += 1);
    }

    /// Changes one unit.
    pub(super) fn change_unit(&self, name: &str, change: impl FnOnce(&mut UnitState)) {
        self.change(|state| {
            if let Some(unit) = state.units.get_mut(name) {
                change(unit);
                unit.since = clock::now();
            }
        });
    }

    pub(super) fn set_status(&self, name: &str, status: Status) {
        self.change_unit(name, |unit| unit.status = status);
    }

    /// Waits until the state is such that `look` finds what it looks for.
    pub(super) async fn until<T>(&self, mut look: impl FnMut(&State) -> Option<T>) -> T {
        let mut changes = self.changes.subscribe();
        loop {
            if let Some(found) = self.read(&mut look) {
                return found;
            }
            // The sender is ours, so this cannot fail while we wait.
            let _ = changes.changed().await;
        }
    }

    /// Resolves when the state could not be written: then nobody can know any more what runs.
    pub(super) async fn unwritten(&self) -> DemoError {
        let mut changes = self.changes.subscribe();
        loop {
            if let Some(error) = lock(&self.unwritten).take() {
                return error;
            }
            let _ = changes.changed().await;
        }
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
