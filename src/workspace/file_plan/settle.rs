//! What becomes of files whose writing would lose something.

use super::laid_out::laid_out;
use super::{Action, Change, Conflict, FilePlan, NewFile};
use crate::merge::{self, Labels, Merged, Side, Sides};
use crate::workspace_path::WorkspacePath;

/// What the file beside an undecided one is called: `a.ts.fountane`.
const ASIDE: &str = "fountane";

/// How a file that a person and fountane both changed is written, where the changes meet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OnConflict {
    /// With both, and marks around them.
    Markers,
    /// As the person has it.
    Ours,
    /// As it is rendered.
    Theirs,
    /// As the person has it, with what is rendered in a file beside it.
    SideFile,
}

impl FilePlan {
    /// Settles every conflict that can be.
    ///
    /// Without a wish, marks are set where the same lines were changed, which loses nothing; whatever has no base to merge
    /// from, or is no text, stays a conflict, and so does what is not a regular file.
    pub fn settle(&mut self, wish: Option<OnConflict>) {
        let mut beside = Vec::new();
        for change in &mut self.changes {
            let Action::Conflict(conflict) = change.action else { continue };
            match (wish, conflict) {
                (None, Conflict::Overlap) => change.mark(),
                (None, _)
                | (Some(OnConflict::Markers | OnConflict::Theirs | OnConflict::SideFile), Conflict::NotAFile) => {}
                // A file that moves has no place to be left at.
                (Some(OnConflict::SideFile), _) if change.moved_from.is_some() => change.mark(),
                (Some(OnConflict::Markers), _) => change.mark(),
                (Some(OnConflict::Ours), Conflict::Overlap) => change.decide(Side::Ours),
                (Some(OnConflict::Ours), _) => change.action = Action::Skip,
                (Some(OnConflict::Theirs), Conflict::Overlap) => change.decide(Side::Theirs),
                (Some(OnConflict::Theirs), _) => change.action = Action::Overwrite,
                (Some(OnConflict::SideFile), _) => beside.extend(change.set_aside()),
            }
        }
        self.changes.extend(beside);
        self.changes.sort_by(|one, other| one.path.cmp(&other.path));
    }
}

impl Change {
    fn mark(&mut self) {
        // A text that fountane never wrote has nothing in common with it: all of it is one marked place.
        if let Some(Merged::Conflicted { with_markers, hunks }) = self.merged() {
            self.write(Action::Marked { places: hunks }, with_markers);
        }
    }

    fn decide(&mut self, side: Side) {
        if let Some(bytes) = self.sides().and_then(|sides| merge::decided(&self.path, sides, side)) {
            let bytes = laid_out(&self.path, self.before.as_deref().unwrap_or_default(), bytes);
            let action = match self.moved_from {
                None if self.before.as_ref() == Some(&bytes) => Action::Skip,
                _ => Action::Merge,
            };
            self.write(action, bytes);
        }
    }

    fn merged(&self) -> Option<Merged> {
        let (sides, labels) = (self.sides()?, Labels::default());
        Some(match self.base {
            Some(_) => merge::merge(&self.path, sides, &labels),
            None => merge::merge_lines(sides, &labels),
        })
    }

    fn sides(&self) -> Option<Sides<'_>> {
        let base = self.base.as_deref().unwrap_or_default();
        Some(Sides { base, ours: self.ours()?, theirs: &self.after.as_ref()?.bytes })
    }

    fn write(&mut self, action: Action, bytes: Vec<u8>) {
        self.action = action;
        if let Some(after) = &mut self.after {
            self.theirs = Some(std::mem::replace(&mut after.bytes, bytes));
        }
    }

    /// The file beside it; none where its name would be no path.
    fn set_aside(&mut self) -> Option<Change> {
        let path = WorkspacePath::new(format!("{}.{ASIDE}", self.path)).ok()?;
        self.action = Action::Aside;
        let after: Option<NewFile> = self.after.clone();
        Some(Self { after, ..Self::new(path, Action::Create) })
    }
}
