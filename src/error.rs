//! The one error of the command line: a kind that decides the exit code, what happened, and what to do next.

use std::error::Error;
use std::fmt;

/// What went wrong, for the edge of the program.
#[derive(Debug)]
pub struct CliError {
    kind: Kind,
    source: Box<dyn Error + Send + Sync>,
    hints: Vec<String>,
    report: Option<String>,
}

/// The sort of an error; decides the exit code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The work could not be done, or found what it was to find (a conflict, a drift, a failed check).
    User,
    /// A spec, a lock, a manifest or a setting is wrong.
    Config,
    /// The command line is wrong, or an answer is missing.
    Usage,
    /// fountane itself is wrong.
    Internal,
    /// The person stopped it.
    Interrupted,
    /// Who read our output has seen enough.
    BrokenPipe,
}

impl Kind {
    /// What the process ends with.
    pub fn exit_code(self) -> u8 {
        match self {
            Self::BrokenPipe => 0,
            Self::User | Self::Config | Self::Internal => 1,
            Self::Usage => 2,
            Self::Interrupted => 130,
        }
    }

    /// As it stands in `--json`.
    pub fn name(self) -> &'static str {
        match self {
            Self::User => "user",
            Self::Config => "config",
            Self::Usage => "usage",
            Self::Internal => "internal",
            Self::Interrupted => "interrupted",
            Self::BrokenPipe => "broken-pipe",
        }
    }
}

/// A sentence as an error.
#[derive(Debug)]
struct Sentence(String);

impl fmt::Display for Sentence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Error for Sentence {}

impl CliError {
    /// An error of a kind.
    pub fn new(kind: Kind, source: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self { kind, source: source.into(), hints: Vec::new(), report: None }
    }

    /// The work could not be done.
    pub fn user(message: impl Into<String>) -> Self {
        Self::new(Kind::User, Sentence(message.into()))
    }

    /// The command line is wrong, or an answer is missing.
    pub fn usage(message: impl Into<String>) -> Self {
        Self::new(Kind::Usage, Sentence(message.into()))
    }

    /// A file that configures something is wrong.
    pub fn config(message: impl Into<String>) -> Self {
        Self::new(Kind::Config, Sentence(message.into()))
    }

    /// The person stopped it.
    pub fn interrupted() -> Self {
        Self::new(Kind::Interrupted, Sentence("stopped".to_owned()))
    }

    /// Adds what to do next.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hints.push(hint.into());
        self
    }

    /// Adds what to do next, where there is something.
    #[must_use]
    pub fn maybe_hint(mut self, hint: Option<impl Into<String>>) -> Self {
        self.hints.extend(hint.map(Into::into));
        self
    }

    /// Adds a block that is shown before the message: snippets of a spec, a table of conflicts.
    #[must_use]
    pub fn report(mut self, report: impl Into<String>) -> Self {
        self.report = Some(report.into());
        self
    }

    /// Its kind.
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// What happened, in one sentence.
    pub fn message(&self) -> String {
        self.source.to_string()
    }

    /// Why, from near to far; what the message already says is left out.
    pub fn causes(&self) -> Vec<String> {
        let mut causes = Vec::new();
        let mut said = self.message();
        let mut next = self.source.source();
        while let Some(error) = next {
            let text = error.to_string();
            if !said.contains(&text) {
                causes.push(text.clone());
                said = text;
            }
            next = error.source();
        }
        causes
    }

    /// What to do next.
    pub fn hints(&self) -> &[String] {
        &self.hints
    }

    /// The block before the message.
    pub fn block(&self) -> Option<&str> {
        self.report.as_deref()
    }
}

impl From<std::io::Error> for CliError {
    fn from(error: std::io::Error) -> Self {
        match error.kind() {
            std::io::ErrorKind::BrokenPipe => Self::new(Kind::BrokenPipe, error),
            std::io::ErrorKind::Interrupted => Self::interrupted(),
            _ => Self::new(Kind::User, error),
        }
    }
}
