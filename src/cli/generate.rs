//! `fountane generate` and `fountane check`.

use camino::Utf8PathBuf;
use clap::{Args, ValueEnum};

use super::{WorkspaceArgs, WriteArgs};

/// Render the workspace again from its spec
///
/// Writes what changed and nothing else. Refuses, and writes nothing, where a file was edited since fountane wrote it.
/// Files that are the project's own (seeded) are never touched again. What changed in the tables of a service becomes its
/// next migration; one that loses data is refused.
#[derive(Debug, Clone, Args)]
#[command(after_help = "Examples:
  fountane generate
  fountane generate --dry-run --diff
  fountane generate --check      # exits with 1 if something would change: for CI")]
pub struct GenerateArgs {
    /// Write nothing, and exit with 1 if anything would be written
    #[arg(long, conflicts_with = "keep_edited")]
    pub check: bool,

    /// Leave edited files as they are and write the rest
    #[arg(long)]
    pub keep_edited: bool,

    /// Write migrations that lose data, too: a column that goes, a type that holds less
    #[arg(long)]
    pub allow_destructive: bool,

    /// Which workspace.
    #[command(flatten)]
    pub workspace: WorkspaceArgs,

    /// How it is written.
    #[command(flatten)]
    pub write: WriteArgs,
}

/// Run every gate: format, contracts, types, lint and tests
///
/// Each gate is a tool of the workspace itself. What they find stands in one table. A gate that found nothing is passed at
/// once as long as no file, tool or variable has changed.
#[derive(Debug, Clone, Args)]
#[command(after_help = "Examples:
  fountane check
  fountane check --only types,lint
  fountane check --watch
  fountane check --json | jq 'select(.type == \"diagnostic\")'")]
pub struct CheckArgs {
    /// Run only these gates; several with commas between them
    #[arg(long, value_name = "GATE", value_enum, value_delimiter = ',')]
    pub only: Vec<Gate>,

    /// Stay, and check again whenever a file changes; Ctrl-C ends it
    #[arg(long)]
    pub watch: bool,

    /// Run every tool on everything, also where nothing has changed since it found nothing
    #[arg(long)]
    pub no_cache: bool,

    /// Write what is found to this file, too, as SARIF for code hosts and editors
    #[arg(long, value_name = "FILE")]
    pub sarif: Option<Utf8PathBuf>,

    /// Which workspace.
    #[command(flatten)]
    pub workspace: WorkspaceArgs,
}

/// Something that a workspace must pass.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Gate {
    /// Prettier
    Format,
    /// Buf
    Contracts,
    /// tsc
    Types,
    /// ESLint
    Lint,
    /// Vitest
    Tests,
}
