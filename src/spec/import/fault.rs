//! What keeps a file from being read, before it is drawn with its line and caret.

use super::{place::Places, span::Span};
use crate::spec::problem::{Located, Path, Problem, Problems};

/// Names of the file may be of any length; a message is for reading.
const MOST_CHARACTERS: usize = 300;

/// One thing that keeps the file from being read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Fault {
    /// What the caret points at.
    pub span: Span,
    /// What is wrong: lower case, no full stop, values in backticks.
    pub message: String,
    /// What to write instead, where that is known.
    pub help: Option<String>,
    /// Another place that has to do with it, and what is there.
    pub other: Option<(Span, String)>,
}

impl Fault {
    /// A fault without advice.
    pub fn new(span: Span, message: impl Into<String>) -> Self {
        let message: String = message.into();
        let message = message.chars().take(MOST_CHARACTERS).collect();
        Self { span, message, help: None, other: None }
    }

    /// The same, with advice.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// The same, pointing at another place as well.
    #[must_use]
    pub fn other(mut self, span: Span, label: impl Into<String>) -> Self {
        self.other = Some((span, label.into()));
        self
    }

    /// The same, advising the candidate that looks most like `written`, or else `otherwise`.
    #[must_use]
    pub fn did_you_mean<'c>(
        self,
        written: &str,
        candidates: impl IntoIterator<Item = &'c str>,
        otherwise: impl FnOnce() -> String,
    ) -> Self {
        let help = match closest(written, candidates) {
            Some(name) => format!("did you mean `{name}`?"),
            None => otherwise(),
        };
        self.help(help)
    }
}

/// Faults with their lines, as they are told to a person.
pub(super) fn problems(source: &str, file: &str, faults: Vec<Fault>) -> Problems {
    let places = Places::of(source);
    let located = faults.into_iter().map(|fault| {
        let (line, column) = places.of_offset(fault.span.start);
        let span = fault.span.range();
        let problem = Problem {
            mend: fault.help,
            span: Some(span.clone()),
            other: fault.other.map(|(span, label)| (span.range(), label)),
            ..Problem::new(Path::root(), fault.message)
        };
        Located { line, column, span, problem }
    });
    Problems { file: file.to_owned(), text: source.to_owned(), problems: located.collect() }
}

/// The candidate that `written` was probably meant to be. Long words are not compared: nobody mistypes those, and hostile
/// files have many.
pub(super) fn closest<'c>(written: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
    if written.len() > 64 {
        return None;
    }
    let written = written.to_ascii_lowercase();
    candidates
        .into_iter()
        .filter(|candidate| candidate.len() <= 64)
        .map(|candidate| (strsim::jaro_winkler(&written, &candidate.to_ascii_lowercase()), candidate))
        .filter(|(likeness, _)| *likeness >= 0.84)
        .max_by(|left, right| left.0.total_cmp(&right.0))
        .map(|(_, candidate)| candidate)
}
