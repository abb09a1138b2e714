//! One file, three ways: what was generated last, what a person made of it, what would be generated now.
//!
//! Pure functions of bytes. Whatever a person wrote is in the result, in its place or between conflict markers; whatever
//! stands between markers is for a person to decide.

mod decided;
mod diff3;
mod encoding;
mod formats;
mod lines;
mod markers;
mod renamed;
mod structure;
mod text;

#[cfg(test)]
mod tests;

pub use decided::{Side, decided};
pub use markers::{Labels, marked_lines};
pub use renamed::renamed;

use self::formats::Format;
use crate::workspace_path::WorkspacePath;

/// The three contents of one file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sides<'a> {
    /// As it was generated last.
    pub base: &'a [u8],
    /// As it stands in the working tree, with a person's edits.
    pub ours: &'a [u8],
    /// As it is generated now.
    pub theirs: &'a [u8],
}

/// What became of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Merged {
    /// Both sides' changes, with nothing left to decide.
    Clean(Vec<u8>),
    /// Both changed one place in different ways.
    Conflicted {
        /// Everything that merged, and both versions between markers where nothing could be decided.
        with_markers: Vec<u8>,
        /// How many places are between markers.
        hunks: usize,
    },
    /// Both changed it, and it cannot be divided into lines: it has NUL bytes, or is larger than [`MAX_BYTES`].
    Binary,
}

/// A larger file is taken whole, from one side or the other.
pub const MAX_BYTES: usize = 32 * 1024 * 1024;

/// Merges one file. The path tells what kind of file it is; the labels stand behind conflict markers.
pub fn merge(path: &WorkspacePath, sides: Sides<'_>, labels: &Labels) -> Merged {
    if let Some(whole) = sides.unopposed() {
        return Merged::Clean(whole.to_vec());
    }
    if sides.each().into_iter().any(is_indivisible) {
        return Merged::Binary;
    }
    let by_lines = text::merge(sides, labels);
    match Format::of(path) {
        Some(format) => format.improve(sides, by_lines, labels),
        None => by_lines,
    }
}

/// Merges texts that need not come from one another: line by line, whatever kind of file it is.
pub fn merge_lines(sides: Sides<'_>, labels: &Labels) -> Merged {
    if sides.each().into_iter().any(is_indivisible) { Merged::Binary } else { text::merge(sides, labels) }
}

impl<'a> Sides<'a> {
    /// The one content that counts, where at most one side changed, or both did alike.
    fn unopposed(self) -> Option<&'a [u8]> {
        if self.ours == self.base {
            return Some(self.theirs);
        }
        (self.theirs == self.base || self.theirs == self.ours).then_some(self.ours)
    }

    fn each(self) -> [&'a [u8]; 3] {
        [self.base, self.ours, self.theirs]
    }
}

fn is_indivisible(content: &[u8]) -> bool {
    content.len() > MAX_BYTES || content.contains(&0)
}
