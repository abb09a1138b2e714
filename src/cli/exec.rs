//! `fountane exec`.

use clap::Args;

use super::WorkspaceArgs;

/// Start a program with the workspace's Node and pnpm
///
/// They stand in front of all others on its PATH, found or fetched as for every other command: `fountane exec pnpm format`.
/// It ends with what the program ends with.
#[derive(Debug, Clone, Args)]
pub struct ExecArgs {
    /// Which workspace.
    #[command(flatten)]
    pub workspace: WorkspaceArgs,
    /// The program and its arguments
    #[arg(required = true, trailing_var_arg = true, allow_hyphen_values = true, value_name = "COMMAND")]
    pub command: Vec<String>,
}
