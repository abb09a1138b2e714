//! `fountane remove` and `fountane eject`.

use camino::Utf8PathBuf;
use clap::{Args, Subcommand};

use super::{AppKind, EditArgs, WorkspaceArgs};

/// Take something out of the spec, then generate
///
/// Generated files that nobody edited go; edited ones stay and are yours from then on. Comments right above what is
/// removed go with it, all other comments stay.
#[derive(Debug, Clone, Args)]
#[command(after_help = "Examples:
  fountane remove field Pet nickname
  fountane remove entity Toy --cascade --dry-run")]
pub struct RemoveArgs {
    /// What to remove.
    #[command(subcommand)]
    pub what: RemoveCommand,

    /// How the spec is edited, and the workspace with it.
    #[command(flatten)]
    pub edit: EditArgs,
}

/// What to remove.
#[derive(Debug, Clone, Subcommand)]
pub enum RemoveCommand {
    /// An entity
    Entity(RemoveEntity),
    /// Fields of an entity
    Field(RemoveMembers),
    /// Relations of an entity
    Relation(RemoveMembers),
    /// An enum, or values of it
    Enum(RemoveEnum),
    /// A service; its entities go to another
    Service(RemoveService),
    /// An application
    App(RemoveApp),
}

/// An entity
#[derive(Debug, Clone, Args)]
#[command(after_help = "Example:
  fountane remove entity Toy")]
pub struct RemoveEntity {
    /// Its name
    pub name: String,
    /// Remove the relations of other entities to it, too
    #[arg(long)]
    pub cascade: bool,
}

/// Fields or relations of an entity
#[derive(Debug, Clone, Args)]
#[command(after_help = "Examples:
  fountane remove field Pet nickname
  fountane remove relation Pet owner")]
pub struct RemoveMembers {
    /// The entity
    pub entity: String,
    /// Their names
    #[arg(required = true, value_name = "NAME")]
    pub names: Vec<String>,
}

/// An enum, or values of it
#[derive(Debug, Clone, Args)]
#[command(after_help = "Examples:
  fountane remove enum Size
  fountane remove enum Size large")]
pub struct RemoveEnum {
    /// Its name
    pub name: String,
    /// Values of it; without them all of it goes
    #[arg(value_name = "VALUE")]
    pub values: Vec<String>,
}

/// A service; its entities go to another
#[derive(Debug, Clone, Args)]
#[command(after_help = "Example:
  fountane remove service billing --into sales")]
pub struct RemoveService {
    /// Its name
    pub name: String,
    /// The service that takes over its entities
    #[arg(long, value_name = "SERVICE")]
    pub into: Option<String>,
}

/// An application
#[derive(Debug, Clone, Args)]
#[command(after_help = "Example:
  fountane remove app mobile")]
pub struct RemoveApp {
    /// Which
    #[arg(value_enum)]
    pub kind: AppKind,
}

/// Make generated files yours
///
/// They stay as they are, and `fountane generate` never touches them again, as if they had been written once. What changes
/// elsewhere no longer reaches them; `--back` gives them to fountane again, which merges what has changed since.
#[derive(Debug, Clone, Args)]
#[command(after_help = "Examples:
  fountane eject apps/web/src/app/page.tsx
  fountane eject --back apps/web/src/app/page.tsx")]
pub struct EjectArgs {
    /// The files, or folders with all below them
    #[arg(required = true, value_name = "PATH")]
    pub paths: Vec<Utf8PathBuf>,

    /// Give them back: the next `fountane generate` merges into them
    #[arg(long)]
    pub back: bool,

    /// Which workspace.
    #[command(flatten)]
    pub workspace: WorkspaceArgs,

    /// Say what would be done, and write nothing
    #[arg(long)]
    pub dry_run: bool,
}
