//! The place for whoever has an opinion about what is left. What they propose is judged like any other repair.

use camino::Utf8PathBuf;

use crate::verify::Diagnostic;

/// A file as an adviser would have it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// Which file; absolute.
    pub file: Utf8PathBuf,
    /// All of its text.
    pub text: String,
    /// Which finding it is to mend.
    pub mends: Diagnostic,
    /// What it does, in a few words.
    pub why: String,
}

/// Somebody who may propose repairs that no rule knows.
pub trait Adviser: Sync {
    /// Proposals about what is left; none hands it over to the person.
    fn advise(&self, left: &[Diagnostic]) -> Vec<Proposal>;
}

/// Nobody: what is left is reported.
#[derive(Debug, Clone, Copy, Default)]
pub struct NoAdviser;

impl Adviser for NoAdviser {
    fn advise(&self, _left: &[Diagnostic]) -> Vec<Proposal> {
        Vec::new()
    }
}
