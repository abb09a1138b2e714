//! `fountane generate` and `fountane check`.

use camino::Utf8PathBuf;
use clap::{Args, ValueEnum};

use super::{WorkspaceArgs, WriteArgs};

/// Render the workspace again from its spec
///
/// Writes what changed and nothing else. What a person edited is merged with what changed here; where both changed the same
/// lines, the file is written with marks around them, as git does, and the command ends with 1. Files that a person
/// deleted stay deleted, files that they moved are followed. Files that are the project's own (seeded) are never touched
/// again. What changed in the tables of a service becomes its next migration; one that loses data is refused.
#[derive(Debug, Clone, Args)]
#[command(after_help = "Examples:
  fountane generate
  fountane generate --dry-run --diff
  fountane generate --check      # exits with 1 if something would change: for CI
  fountane generate --continue   # after what was marked is decided
  fountane generate --abort      # or take it all back")]
#[expect(clippy::struct_excessive_bools, reason = "they are flags")]
pub struct GenerateArgs {
    /// Write nothing, and exit with 1 if anything would be written
    #[arg(long, conflicts_with_all = ["proceed", "abort"])]
    pub check: bool,

    /// End a run that left something to decide: fails while a mark is left
    #[arg(long = "continue", conflicts_with_all = ["abort", "conflict", "restore", "dry_run"])]
    pub proceed: bool,

    /// Take back a run that left something to decide: all files are as they were before it
    #[arg(long, conflicts_with_all = ["conflict", "restore", "dry_run"])]
    pub abort: bool,

    /// Write only what belongs to a service, an entity or a template; several with commas between them
    #[arg(long, value_name = "NAME", value_delimiter = ',')]
    pub only: Vec<String>,

    /// Write a file again that was deleted, or all below a folder; may be given several times
    #[arg(long, value_name = "PATH")]
    pub restore: Vec<Utf8PathBuf>,

    /// What is done with edits.
    #[command(flatten)]
    pub merge: MergeArgs,

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

/// What is done where a person edited a file that changes.
#[derive(Debug, Clone, Args)]
pub struct MergeArgs {
    /// What is written where a person and fountane changed the same lines
    #[arg(long, value_name = "HOW", value_enum, global = true)]
    pub conflict: Option<OnConflict>,

    /// Merge into edited files also where the edits are in no commit yet
    #[arg(long, global = true)]
    pub allow_dirty: bool,
}

/// What is written where a person and fountane changed the same lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum OnConflict {
    /// Both, with marks around them, to be decided
    Markers,
    /// What the person has
    Ours,
    /// What is rendered
    Theirs,
    /// What the person has, and the rendered file beside it (`a.ts.fountane`), to be decided
    SideFile,
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
