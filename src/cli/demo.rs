//! `fountane demo`.

use camino::Utf8PathBuf;
use clap::{Args, Subcommand};

use super::WorkspaceArgs;

/// Run the workspace as a demo, on this machine
#[derive(Debug, Clone, Subcommand)]
pub enum DemoCommand {
    /// Start it, with demo data
    Up(DemoUp),
    /// Show what runs, and where
    Status(WorkspaceArgs),
    /// Show what its services wrote
    Logs(DemoLogs),
    /// Open it in a browser
    Open(WorkspaceArgs),
    /// Stop it; data stays
    Down(DemoDown),
    /// Keep a demo's services running: for fountane itself
    #[command(hide = true)]
    Supervise(SuperviseArgs),
}

/// Start it, with demo data
#[derive(Debug, Clone, Args)]
pub struct DemoUp {
    /// Stay, show what its services write, and stop it on Ctrl-C
    #[arg(long)]
    pub attach: bool,
    /// Open it in a browser once it is up
    #[arg(long)]
    pub open: bool,
    /// Which workspace.
    #[command(flatten)]
    pub workspace: WorkspaceArgs,
}

/// Show what its services wrote
#[derive(Debug, Clone, Args)]
pub struct DemoLogs {
    /// Which service; all by default
    pub service: Option<String>,
    /// Go on as lines come
    #[arg(long, short)]
    pub follow: bool,
    /// How many lines of each to begin with
    #[arg(long, default_value_t = 50, value_name = "NUMBER")]
    pub lines: usize,
    /// Which workspace.
    #[command(flatten)]
    pub workspace: WorkspaceArgs,
}

/// Stop it; data stays
#[derive(Debug, Clone, Args)]
pub struct DemoDown {
    /// Delete its data too
    #[arg(long)]
    pub purge: bool,
    /// Which workspace.
    #[command(flatten)]
    pub workspace: WorkspaceArgs,
}

/// Keep a demo's services running: for fountane itself
#[derive(Debug, Clone, Args)]
pub struct SuperviseArgs {
    /// The workspace
    pub workspace: Utf8PathBuf,
}
