//! What can be typed: clap structures only, no behaviour. Doc comments are the help texts.

mod add;
mod adopt;
mod demo;
mod exec;
mod fix;
mod generate;
mod import;
mod look;
mod new;
mod reference;
mod remove;
mod rename;
mod source;
mod stack;
mod upgrade;

use camino::Utf8PathBuf;
use clap::builder::Styles;
use clap::builder::styling::{AnsiColor, Effects};
use clap::{Args, Parser, Subcommand, ValueEnum};

pub use add::{
    AddApp, AddArgs, AddCommand, AddEntity, AddEnum, AddField, AddPackage, AddRelation, AddService, AppKind,
    RelationKind,
};
pub use adopt::AdoptArgs;
pub use demo::{
    ChangedClusterArgs, ClusterArgs, DemoCommand, DemoDown, DemoExtend, DemoGc, DemoList, DemoLogs, DemoUp,
    ListedTarget, SuperviseArgs, Target,
};
pub use exec::ExecArgs;
pub use fix::FixArgs;
pub use generate::{CheckArgs, Gate, GenerateArgs, MergeArgs, OnConflict};
pub use import::ImportArgs;
pub use look::{BlueprintCommand, CompletionsArgs, DoctorArgs, SchemaArgs, TemplateCommand, TemplateTest};
pub use new::NewArgs;
pub use reference::reference;
pub use remove::{
    EjectArgs, RemoveApp, RemoveArgs, RemoveCommand, RemoveEntity, RemoveEnum, RemoveMembers, RemoveService,
};
pub use rename::{RenameArgs, RenameCommand, RenameEntity, RenameEnum, RenameMember, RenameService, RenameValue};
pub use source::{SourceCommand, TrustCommand};
pub use stack::{
    ExportFormat, PullWhen, StackArgs, StackCommand, StackDown, StackExec, StackExport, StackImages, StackLogs,
    StackOpen, StackReset, StackRestart, StackUp,
};
pub use upgrade::UpgradeArgs;

const STYLES: Styles = Styles::styled()
    .header(AnsiColor::Green.on_default().effects(Effects::BOLD))
    .usage(AnsiColor::Green.on_default().effects(Effects::BOLD))
    .literal(AnsiColor::Cyan.on_default().effects(Effects::BOLD))
    .placeholder(AnsiColor::Cyan.on_default());

/// From answers about a product to a TypeScript monorepo that compiles, lints and passes its tests.
#[derive(Debug, Parser)]
#[command(name = "fountane", version, styles = STYLES, max_term_width = 100, propagate_version = false)]
#[command(after_help = "Start with `fountane new`. `fountane help COMMAND` tells more about a command.")]
#[command(disable_help_subcommand = false, subcommand_required = true, arg_required_else_help = true)]
pub struct Cli {
    /// What holds for every command.
    #[command(flatten)]
    pub global: GlobalArgs,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What holds for every command.
#[derive(Debug, Clone, Args)]
#[command(next_help_heading = "Global options")]
#[expect(clippy::struct_excessive_bools, reason = "they are flags")]
pub struct GlobalArgs {
    /// Print JSON Lines on stdout: one object a line, each with `"v":1` and a `type`
    #[arg(long, global = true)]
    pub json: bool,

    /// Print only errors and what was asked for
    #[arg(long, short, global = true, conflicts_with = "verbose")]
    pub quiet: bool,

    /// Print what tools print, too
    #[arg(long, short, global = true)]
    pub verbose: bool,

    /// When to use colour; `NO_COLOR` turns it off where this is not given
    #[arg(long, global = true, value_name = "WHEN", value_enum)]
    pub color: Option<ColorWhen>,

    /// Ask nothing: take every default
    #[arg(long, short, global = true)]
    pub yes: bool,

    /// A folder with templates and blueprints that come before those of fountane
    #[arg(long, global = true, value_name = "DIR")]
    pub templates: Option<Utf8PathBuf>,

    /// Trust blueprints and templates of this address as they are now, as if you had been asked; may be given several times
    #[arg(long, global = true, value_name = "ADDRESS")]
    pub trust: Vec<String>,

    /// Print the settings, each with where it comes from, and stop
    #[arg(long, global = true, hide = true)]
    pub show_settings: bool,
}

/// When to use colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ColorWhen {
    /// Where there is a terminal
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Make a new workspace from answers, a spec or a model
    New(NewArgs),
    /// Render the workspace again from its spec
    Generate(GenerateArgs),
    /// Run every gate: format, contracts, types, lint and tests
    Check(CheckArgs),
    /// Repair what the compiler and ESLint find, as far as it needs no opinion
    Fix(FixArgs),
    /// Add something to the spec, then generate
    Add(AddArgs),
    /// Take something out of the spec, then generate
    Remove(RemoveArgs),
    /// Give something another name, in the spec, the code and the database
    Rename(RenameArgs),
    /// Bring a model into the spec, then generate
    Import(ImportArgs),
    /// Bring the workspace to the templates of this fountane
    Upgrade(UpgradeArgs),
    /// Make generated files yours
    Eject(EjectArgs),
    /// Take a repository that is there under fountane
    Adopt(AdoptArgs),
    /// Start a program with the workspace's Node and pnpm
    Exec(ExecArgs),
    /// Look at blueprints
    #[command(subcommand)]
    Blueprint(BlueprintCommand),
    /// Look at templates and test them
    #[command(subcommand)]
    Template(TemplateCommand),
    /// Blueprints and templates from elsewhere
    #[command(subcommand)]
    Source(SourceCommand),
    /// What of blueprints and templates from elsewhere you trust
    #[command(subcommand)]
    Trust(TrustCommand),
    /// Run the workspace as a demo, on this machine; look after demos in a cluster
    #[command(subcommand)]
    Demo(DemoCommand),
    /// Run the workspace and the servers that it needs in containers
    Stack(StackArgs),
    /// Find out whether this machine has what it takes
    Doctor(DoctorArgs),
    /// Print the JSON Schema of `fountane.yaml`
    Schema(SchemaArgs),
    /// Print a completion script for a shell
    Completions(CompletionsArgs),
}

/// Which workspace.
#[derive(Debug, Clone, Args)]
pub struct WorkspaceArgs {
    /// The workspace, or a folder inside it; here by default
    #[arg(long, value_name = "DIR", global = true)]
    pub dir: Option<Utf8PathBuf>,
}

/// How a command edits the spec, and brings the workspace up to it.
#[derive(Debug, Clone, Args)]
pub struct EditArgs {
    /// Edit the spec only
    #[arg(long, global = true)]
    pub no_generate: bool,

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

/// How something is written.
#[derive(Debug, Clone, Args)]
pub struct WriteArgs {
    /// Say what would be done, and write nothing
    #[arg(long, global = true)]
    pub dry_run: bool,

    /// Show every changed line; with --dry-run before anything is written
    #[arg(long, global = true)]
    pub diff: bool,
}
