//! `fountane demo`.

use camino::Utf8PathBuf;
use clap::{ArgGroup, Args, Subcommand, ValueEnum};

use super::WorkspaceArgs;

/// Run the workspace as a demo, on this machine; look after demos in a cluster
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
    /// Stop it; data stays. In a cluster: take it away with its data
    Down(DemoDown),
    /// List the demos in a cluster
    List(DemoList),
    /// Decide anew when a demo in a cluster ends
    Extend(DemoExtend),
    /// Find demos in a cluster that have ended, and take them down
    Gc(DemoGc),
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

/// Stop it; data stays. In a cluster: take it away with its data
#[derive(Debug, Clone, Args)]
pub struct DemoDown {
    /// Which demo, in a cluster
    pub name: Option<String>,
    /// Where it is
    #[arg(long, value_enum, default_value_t = Target::Process)]
    pub target: Target,
    /// Delete its data too; in a cluster it always goes
    #[arg(long)]
    pub purge: bool,
    /// How long to wait until nothing of it is left in the cluster
    #[arg(long, value_name = "LENGTH", default_value = "2m")]
    pub wait: String,
    /// Which cluster.
    #[command(flatten)]
    pub cluster: ChangedClusterArgs,
    /// Which workspace.
    #[command(flatten)]
    pub workspace: WorkspaceArgs,
}

/// Where a demo is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Target {
    /// On this machine
    Process,
    /// In a cluster, by kubectl
    Kubernetes,
}

/// Where demos are kept that can be listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ListedTarget {
    /// In a cluster, by kubectl
    Kubernetes,
}

/// Which cluster.
#[derive(Debug, Clone, Args)]
pub struct ClusterArgs {
    /// A context of your kubeconfig; the current one by default
    #[arg(long, value_name = "NAME", help_heading = "Cluster")]
    pub context: Option<String>,
    /// A kubeconfig; the one that kubectl takes by default
    #[arg(long, value_name = "FILE", help_heading = "Cluster")]
    pub kubeconfig: Option<Utf8PathBuf>,
}

/// Which cluster is changed.
#[derive(Debug, Clone, Args)]
pub struct ChangedClusterArgs {
    /// Which.
    #[command(flatten)]
    pub which: ClusterArgs,
    /// Change a cluster also where its context looks like production
    #[arg(long, help_heading = "Cluster")]
    pub allow_production: bool,
}

/// List the demos in a cluster
#[derive(Debug, Clone, Args)]
pub struct DemoList {
    /// Where they are
    #[arg(long, value_enum, default_value_t = ListedTarget::Kubernetes)]
    pub target: ListedTarget,
    /// The longest that a demo lasts since that was decided
    #[arg(long, value_name = "LENGTH", default_value = "30d")]
    pub max_ttl: String,
    /// Which cluster.
    #[command(flatten)]
    pub cluster: ClusterArgs,
}

/// Decide anew when a demo in a cluster ends
#[derive(Debug, Clone, Args)]
#[command(group = ArgGroup::new("end").required(true).args(["ttl", "until", "keep"]))]
pub struct DemoExtend {
    /// Which demo
    pub name: String,
    /// So long from now, such as `72h` or `3d`; a day has 24 hours
    #[arg(long, value_name = "LENGTH")]
    pub ttl: Option<String>,
    /// Then, such as `2027-01-31T18:00+01:00` or `2027-01-31T18:00[Europe/Berlin]`
    #[arg(long, value_name = "TIME")]
    pub until: Option<String>,
    /// Not before somebody decides anew, for this reason
    #[arg(long, value_name = "WHY")]
    pub keep: Option<String>,
    /// The most that there is from now
    #[arg(long, value_name = "LENGTH", default_value = "30d")]
    pub max_ttl: String,
    /// Which cluster.
    #[command(flatten)]
    pub cluster: ChangedClusterArgs,
}

/// Find demos in a cluster that have ended, and take them down
#[derive(Debug, Clone, Args)]
pub struct DemoGc {
    /// Take them down; without it they are only told
    #[arg(long)]
    pub delete: bool,
    /// The longest that a demo lasts since that was decided
    #[arg(long, value_name = "LENGTH", default_value = "30d")]
    pub max_ttl: String,
    /// How long to wait until nothing of them is left
    #[arg(long, value_name = "LENGTH", default_value = "2m")]
    pub wait: String,
    /// Which cluster.
    #[command(flatten)]
    pub cluster: ChangedClusterArgs,
}

/// Keep a demo's services running: for fountane itself
#[derive(Debug, Clone, Args)]
pub struct SuperviseArgs {
    /// The workspace
    pub workspace: Utf8PathBuf,
}
