//! Repairs that need no opinion: the compiler's own remedies, ESLint's and Prettier's, each accepted only where it mends
//! what it is for and makes nothing worse.

mod adviser;
mod causes;
mod census;
mod change;
mod compiler;
mod draft;
mod frame;
mod guard;
mod language;
mod policy;
mod polish;
mod project;
mod record;
mod repair;
mod rounds;
mod sidecar;
mod style;
mod suites;
mod tally;
mod uses;

use std::collections::BTreeMap;

use camino::{Utf8Path, Utf8PathBuf};

pub use adviser::{Adviser, NoAdviser, Proposal};
pub use causes::{Cause, causes};
pub use change::Change;
pub use draft::{Draft, Drafted};
pub use frame::frame;
pub use project::Project;
pub use record::{Records, Undone};
pub use uses::{Found, Own, Renamed, RenamedValue, Used, uses};

use super::Diagnostic;
use crate::process::{Cancel, ProcessError};
use crate::runs::EventSink;
use crate::toolchain::NodeRuntime;
use repair::Repair;

/// Why a project could not be repaired.
#[derive(Debug, thiserror::Error)]
pub enum FixError {
    /// The disk said no.
    #[error(transparent)]
    Io(#[from] std::io::Error),
    /// A tool could not be run.
    #[error(transparent)]
    Process(#[from] ProcessError),
    /// A script of ours failed.
    #[error("{name} failed: {reason}")]
    Sidecar {
        /// What it was for.
        name: &'static str,
        /// Its first and last words.
        reason: String,
    },
    /// There is no compiler in the project.
    #[error("`typescript` is not installed in this project")]
    NoTypeScript,
    /// There is nothing to compile.
    #[error("there is no `tsconfig.json` in `{0}` or its packages")]
    NoConfig(Utf8PathBuf),
    /// Files are no longer as the last repair left them.
    #[error("{} changed since the last repair", if .0.len() == 1 { "a file was" } else { "files were" })]
    Edited(Vec<String>),
    /// There is nothing to undo.
    #[error("there is no repair to undo")]
    NothingToUndo,
    /// What was recorded of the last repair cannot be used.
    #[error("the record of the last repair in `{0}` is damaged")]
    Record(Utf8PathBuf),
    /// The person stopped it.
    #[error("stopped")]
    Stopped,
}

/// How to repair.
#[derive(Clone, Copy)]
pub struct Fixer<'a> {
    /// What.
    pub project: &'a Project,
    /// The Node that its tools run with.
    pub node: &'a NodeRuntime,
    /// Where what was done is kept, to be undone.
    pub records: &'a Records,
    /// Who hears of it.
    pub sink: &'a dyn EventSink,
    /// A wish to stop.
    pub cancel: &'a Cancel,
    /// The TypeScript whose LanguageService is asked: the project's own where it has one.
    pub typescript: &'a Utf8Path,
    /// Who is asked about what no rule repairs.
    pub adviser: &'a dyn Adviser,
    /// Whether files are written.
    pub writes: bool,
    /// Whether the project's tests have a say.
    pub tests: bool,
}

/// What came of it.
#[derive(Debug, Clone)]
pub struct Outcome {
    /// What was repaired, in order.
    pub changes: Vec<Change>,
    /// Files that were changed, or would be, by their path from the root.
    pub files: BTreeMap<String, Drafted>,
    /// How many errors there were.
    pub before: usize,
    /// What is left.
    pub left: Vec<Diagnostic>,
    /// Whose word that is.
    pub verdict: Verdict,
}

/// Who has judged a repair.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// Nothing was written, so nobody but the LanguageService and ESLint.
    Unjudged,
    /// The project's own tools, and so many tests that pass.
    Judged {
        /// None where no test was run.
        tests: Option<usize>,
    },
    /// They found it worse: everything is as it was.
    TakenBack,
}

impl Fixer<'_> {
    /// Repairs the project; what it says of what is left is the word of the project's own tools where files were written.
    pub async fn run(&self) -> Result<Outcome, FixError> {
        if self.project.configs().is_empty() {
            return Err(FixError::NoConfig(self.project.root.clone()));
        }
        Repair::begin(self).await?.run().await
    }
}
