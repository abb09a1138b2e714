//! `fountane stack`.

use camino::Utf8PathBuf;
use clap::{Args, Subcommand, ValueEnum};

use super::WorkspaceArgs;

/// Run the workspace and the servers that it needs in containers
#[derive(Debug, Clone, Args)]
pub struct StackArgs {
    /// What to do.
    #[command(subcommand)]
    pub command: StackCommand,
    /// What the stack is called on the engine; the project's name by default
    #[arg(long, global = true, value_name = "NAME")]
    pub name: Option<String>,
    /// Which workspace.
    #[command(flatten)]
    pub workspace: WorkspaceArgs,
}

/// What is done with a stack.
#[derive(Debug, Clone, Subcommand)]
pub enum StackCommand {
    /// Bring it up: what the spec needs, or what is named, with all that it needs in turn
    Up(StackUp),
    /// Take it down; data stays
    Down(StackDown),
    /// Show how everything stands
    #[command(visible_alias = "ps")]
    Status,
    /// Show what its containers write
    Logs(StackLogs),
    /// Restart services, and wait until they are healthy
    Restart(StackRestart),
    /// Run a program in a container
    Exec(StackExec),
    /// Delete the data of something, and bring it up anew with all that waits for it
    Reset(StackReset),
    /// Print the address of something, and open it in a browser
    Open(StackOpen),
    /// Write it as a file for another tool
    Export(StackExport),
    /// Carry images to machines that can fetch none
    #[command(subcommand)]
    Images(StackImages),
}

/// When images are fetched.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum PullWhen {
    /// Never: they have to be there
    Never,
    /// Those that are not there
    Missing,
    /// All, as tags may have moved
    Always,
}

/// Bring it up: what the spec needs, or what is named, with all that it needs in turn
///
/// What is as it shall be is left alone; what has changed is made anew. Returns when all services are healthy.
#[derive(Debug, Clone, Args)]
pub struct StackUp {
    /// Components or services; what the spec needs by default
    pub names: Vec<String>,
    /// Every component that there is
    #[arg(long, conflicts_with = "names")]
    pub all: bool,
    /// When images are fetched
    #[arg(long, value_enum, value_name = "WHEN", default_value = "missing")]
    pub pull: PullWhen,
    /// How many seconds a service may take until it is healthy
    #[arg(long, value_name = "SECONDS", default_value_t = 300, value_parser = clap::value_parser!(u64).range(1..=86_400))]
    pub wait_timeout: u64,
    /// Say what would be done, and do nothing
    #[arg(long)]
    pub dry_run: bool,
}

/// Take it down; data stays
///
/// Only what carries this stack's labels is removed. It is looked at again in the end: what is left is told, with the reason.
#[derive(Debug, Clone, Args)]
pub struct StackDown {
    /// Delete its data too
    #[arg(long)]
    pub volumes: bool,
    /// Say what would be removed, and remove nothing
    #[arg(long)]
    pub dry_run: bool,
}

/// Show what its containers write
#[derive(Debug, Clone, Args)]
pub struct StackLogs {
    /// Components or services; all by default
    pub names: Vec<String>,
    /// Go on as lines come
    #[arg(long, short)]
    pub follow: bool,
    /// Only lines since then: `10m`, `2h`, or a moment such as `2026-05-02T10:00:00Z`
    #[arg(long, value_name = "WHEN")]
    pub since: Option<String>,
    /// How many lines of each to begin with
    #[arg(long, default_value_t = 50, value_name = "NUMBER")]
    pub lines: usize,
}

/// Restart services, and wait until they are healthy
#[derive(Debug, Clone, Args)]
pub struct StackRestart {
    /// Components or services; all by default
    pub names: Vec<String>,
}

/// Run a program in a container
#[derive(Debug, Clone, Args)]
pub struct StackExec {
    /// The service
    pub service: String,
    /// The program and its arguments, behind `--`
    #[arg(required = true, last = true, value_name = "COMMAND")]
    pub command: Vec<String>,
}

/// Delete the data of something, and bring it up anew with all that waits for it
#[derive(Debug, Clone, Args)]
pub struct StackReset {
    /// Components or services
    #[arg(required = true)]
    pub names: Vec<String>,
}

/// Print the address of something, and open it in a browser
#[derive(Debug, Clone, Args)]
pub struct StackOpen {
    /// A component or service
    #[arg(default_value = "web")]
    pub service: String,
    /// Print it only
    #[arg(long)]
    pub print: bool,
}

/// What a stack can be written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ExportFormat {
    /// A compose file, for `docker compose`
    Compose,
}

/// Write it as a file for another tool
///
/// No secret is in the file: it names files in `.fountane/stack`, which are written beside it.
#[derive(Debug, Clone, Args)]
pub struct StackExport {
    /// Components or services; what the spec needs by default
    pub names: Vec<String>,
    /// Every component that there is
    #[arg(long, conflicts_with = "names")]
    pub all: bool,
    /// As what
    #[arg(long, value_enum, value_name = "FORMAT", default_value = "compose")]
    pub format: ExportFormat,
    /// Where to; `-` prints it
    #[arg(long, short, value_name = "FILE", default_value = "docker-compose.yml")]
    pub output: Utf8PathBuf,
}

/// Carry images to machines that can fetch none
#[derive(Debug, Clone, Subcommand)]
pub enum StackImages {
    /// Write the images of the stack into a file
    Save {
        /// The file
        file: Utf8PathBuf,
        /// Of these components or services; of what the spec needs by default
        names: Vec<String>,
        /// Of every component that there is
        #[arg(long, conflicts_with = "names")]
        all: bool,
    },
    /// Put the images of a file into the engine
    Load {
        /// The file
        file: Utf8PathBuf,
    },
}
