//! Commands that only look: blueprints, templates, doctor, schema, completions.

use camino::Utf8PathBuf;
use clap::{Args, Subcommand};
use clap_complete::Shell;

use super::{ClusterArgs, WorkspaceArgs};

/// Look at blueprints
#[derive(Debug, Clone, Subcommand)]
pub enum BlueprintCommand {
    /// List all blueprints
    List,
    /// Show what a blueprint makes and asks
    Show {
        /// Which
        name: String,
    },
}

/// Look at templates and test them
#[derive(Debug, Clone, Subcommand)]
pub enum TemplateCommand {
    /// List all templates
    List,
    /// Show a template's parameters and files
    Show {
        /// Which
        name: String,
    },
    /// Render every blueprint with sample models, and compare with what was rendered before
    Test(TemplateTest),
    /// Look for faults in templates without rendering them
    Lint {
        /// Which; all by default
        names: Vec<String>,
    },
}

/// Render every blueprint with sample models, and compare with what was rendered before
///
/// With `--templates DIR`, what a blueprint makes of a sample is kept in `DIR/expected`, one line per file. Put it into
/// your repository: the test then fails when a template makes something else.
#[derive(Debug, Clone, Args)]
pub struct TemplateTest {
    /// Which blueprints; all by default
    #[arg(value_name = "BLUEPRINT")]
    pub names: Vec<String>,

    /// Take what is rendered now for what is expected from now on
    #[arg(long)]
    pub bless: bool,
}

/// Find out whether this machine has what it takes
#[derive(Debug, Clone, Args)]
pub struct DoctorArgs {
    /// Which cluster is looked at.
    #[command(flatten)]
    pub cluster: ClusterArgs,
    /// Which workspace.
    #[command(flatten)]
    pub workspace: WorkspaceArgs,
}

/// Print the JSON Schema of `fountane.yaml`
#[derive(Debug, Clone, Args)]
pub struct SchemaArgs {
    /// Write it to this file instead
    #[arg(long, short, value_name = "FILE")]
    pub output: Option<Utf8PathBuf>,
}

/// Print a completion script for a shell
///
/// For bash: `fountane completions bash > ~/.local/share/bash-completion/completions/fountane`
#[derive(Debug, Clone, Args)]
pub struct CompletionsArgs {
    /// Which shell
    #[arg(value_enum)]
    pub shell: Shell,
}
