//! `fountane upgrade`.

use clap::Args;

use super::{MergeArgs, WorkspaceArgs, WriteArgs};

/// Bring the workspace to the templates of this fountane
///
/// Tells what changed since the versions that made it, moves files that have another place, and merges the rest with what
/// people edited. `fountane generate` does that by itself, too, but for versions that may break a person's own code.
#[derive(Debug, Clone, Args)]
#[command(after_help = "Examples:
  fountane upgrade --dry-run
  fountane upgrade --branch upgrade")]
pub struct UpgradeArgs {
    /// Make a branch of this name first, and upgrade on it
    #[arg(long, value_name = "NAME")]
    pub branch: Option<String>,

    /// What is done with edits.
    #[command(flatten)]
    pub merge: MergeArgs,

    /// Which workspace.
    #[command(flatten)]
    pub workspace: WorkspaceArgs,

    /// How it is written.
    #[command(flatten)]
    pub write: WriteArgs,
}
