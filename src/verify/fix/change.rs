//! One repair, for people.

use serde::Serialize;

use crate::verify::Diagnostic;

/// A repair that was accepted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Change {
    /// The file, from the root of the project.
    pub file: String,
    /// Where the fault was, from 1.
    pub line: Option<u32>,
    /// Which rule found it: `TS2304`, `eqeqeq`.
    pub rule: String,
    /// What was wrong.
    pub fault: String,
    /// What was done about it.
    pub repair: String,
}

impl Change {
    /// A repair of what a tool found.
    pub(super) fn new(target: Diagnostic, repair: String) -> Self {
        let file = target.file.unwrap_or_default();
        Self { file, line: target.line, rule: target.code.unwrap_or_default(), fault: target.message, repair }
    }
}
