//! `fountane rename`.

use clap::{Args, Subcommand};

use super::EditArgs;

/// Give something another name, in the spec, the code and the database
///
/// The spec says the new name wherever it said the old one. Generated files get their new names and places, with what you
/// edited in them; rows stay, under `ALTER TABLE … RENAME`. Your own code follows where the packages of the workspace are
/// installed: TypeScript knows which words mean what is renamed. `table:`, `column:` and `plural:` stay as they are given.
#[derive(Debug, Clone, Args)]
#[command(after_help = "Examples:
  fountane rename entity Pet Animal
  fountane rename field Pet weight mass --dry-run --diff")]
pub struct RenameArgs {
    /// What to rename.
    #[command(subcommand)]
    pub what: RenameCommand,

    /// How the spec is edited, and the workspace with it.
    #[command(flatten)]
    pub edit: EditArgs,
}

/// What to rename.
#[derive(Debug, Clone, Subcommand)]
pub enum RenameCommand {
    /// An entity
    Entity(RenameEntity),
    /// A field of an entity
    Field(RenameMember),
    /// A relation of an entity
    Relation(RenameMember),
    /// An enum
    Enum(RenameEnum),
    /// A value of an enum
    Value(RenameValue),
    /// A service: not possible; the command says why, and what can be done
    Service(RenameService),
}

/// An entity
#[derive(Debug, Clone, Args)]
#[command(after_help = "Examples:
  fountane rename entity Pet Animal
  fountane rename entity Staff Employee --plural Employees")]
pub struct RenameEntity {
    /// Its name
    pub from: String,
    /// Its new name, such as `Animal`
    pub to: String,
    /// Several of them, where the spec has a `plural:` that goes with the old name
    #[arg(long, value_name = "NAME")]
    pub plural: Option<String>,
}

/// A field or relation of an entity
#[derive(Debug, Clone, Args)]
#[command(after_help = "Examples:
  fountane rename field Pet weight mass
  fountane rename relation Pet owner keeper")]
pub struct RenameMember {
    /// The entity
    pub entity: String,
    /// Its name
    pub from: String,
    /// Its new name
    pub to: String,
}

/// An enum
#[derive(Debug, Clone, Args)]
#[command(after_help = "Example:
  fountane rename enum Size Format")]
pub struct RenameEnum {
    /// Its name
    pub from: String,
    /// Its new name
    pub to: String,
}

/// A service: not possible; the command says why, and what can be done
#[derive(Debug, Clone, Args)]
pub struct RenameService {
    /// Its name
    pub from: String,
    /// Its new name
    pub to: String,
}

/// A value of an enum
#[derive(Debug, Clone, Args)]
#[command(after_help = "Example:
  fountane rename value Size large big")]
pub struct RenameValue {
    /// The enum
    pub name: String,
    /// The value
    pub from: String,
    /// Its new name
    pub to: String,
}
