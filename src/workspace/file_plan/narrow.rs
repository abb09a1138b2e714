//! A plan for a part of the files only.

use std::collections::BTreeMap;

use super::{Action, FilePlan};
use crate::workspace::{Lock, LockedFile};
use crate::workspace_path::WorkspacePath;

impl FilePlan {
    /// Leaves every file as it is that is not wanted, on disk and in the lock.
    ///
    /// A later run without limits does what was left out: the lock still knows those files as they were.
    pub fn narrow(&mut self, old: Option<&Lock>, wanted: &dyn Fn(&WorkspacePath, &LockedFile) -> bool) {
        let known = |lock: &Lock| -> BTreeMap<WorkspacePath, (WorkspacePath, LockedFile)> {
            let entry = |(path, file): (&WorkspacePath, &LockedFile)| {
                (file.at.as_ref().unwrap_or(path).clone(), (path.clone(), file.clone()))
            };
            lock.files.iter().map(entry).collect()
        };
        let (before, after) = (old.map(known).unwrap_or_default(), known(&self.lock));
        let mut left_out = false;
        for change in &mut self.changes {
            let Some((path, file)) = after.get(&change.path).or_else(|| before.get(&change.path)) else { continue };
            if wanted(path, file) {
                continue;
            }
            left_out |= change.action != Action::Skip;
            change.action = Action::Skip;
            match old.and_then(|old| old.files.get(path)) {
                Some(old) => self.lock.files.insert(path.clone(), old.clone()),
                None => self.lock.files.remove(path),
            };
        }
        if let (true, Some(old)) = (left_out, old) {
            self.lock.spec.clone_from(&old.spec);
        }
    }
}
