//! `fountane add`.

use clap::{Args, Subcommand, ValueEnum};

use super::EditArgs;

/// Add something to the spec, then generate
///
/// Edits `fountane.yaml` and keeps its comments and order, then does what `fountane generate` does. If that is refused,
/// the spec stays as it was.
///
/// A field is `name:type`, with `!` behind it where it is required, then a default and options: `weight:decimal!=1,min=0`.
/// `owner:Owner` points to another entity, `tags:Tag[]` to any number of them, and `state:open|done` makes an enum.
#[derive(Debug, Clone, Args)]
pub struct AddArgs {
    /// What to add.
    #[command(subcommand)]
    pub what: AddCommand,

    /// How the spec is edited, and the workspace with it.
    #[command(flatten)]
    pub edit: EditArgs,
}

/// What to add.
#[derive(Debug, Clone, Subcommand)]
pub enum AddCommand {
    /// An entity with its fields
    Entity(AddEntity),
    /// Fields of an entity
    Field(AddField),
    /// A relation between two entities
    Relation(AddRelation),
    /// An enum
    Enum(AddEnum),
    /// A service
    Service(AddService),
    /// An application
    App(AddApp),
    /// A library package of your own
    Package(AddPackage),
}

/// An entity with its fields
#[derive(Debug, Clone, Args)]
#[command(after_help = "Example:
  fountane add entity Toy name:string! price:money owner:Pet")]
pub struct AddEntity {
    /// Its name, such as `Toy` or `InvoiceLine`
    pub name: String,
    /// Its fields, such as `name:string!`
    #[arg(value_name = "FIELD:TYPE")]
    pub fields: Vec<String>,
    /// The service that owns it; the first one by default
    #[arg(long)]
    pub service: Option<String>,
    /// What it is, for people
    #[arg(long)]
    pub description: Option<String>,
}

/// Fields of an entity
#[derive(Debug, Clone, Args)]
#[command(after_help = "Example:
  fountane add field Pet nickname:string")]
pub struct AddField {
    /// The entity
    pub entity: String,
    /// The fields, such as `nickname:string`
    #[arg(value_name = "FIELD:TYPE", required = true)]
    pub fields: Vec<String>,
}

/// A relation between two entities
#[derive(Debug, Clone, Args)]
#[command(after_help = "Example:
  fountane add relation Toy owner Pet --inverse toys --required")]
pub struct AddRelation {
    /// The entity that holds the key
    pub entity: String,
    /// The relation's name, such as `owner`
    pub name: String,
    /// The entity it points to
    pub target: String,
    /// How many on either side
    #[arg(long, value_enum, default_value_t = RelationKind::ManyToOne)]
    pub kind: RelationKind,
    /// The name of the other end
    #[arg(long)]
    pub inverse: Option<String>,
    /// There must be one
    #[arg(long)]
    pub required: bool,
    /// What happens to this row when the other goes: restrict, cascade or set-null
    #[arg(long, value_name = "WHAT")]
    pub on_delete: Option<String>,
}

/// How many on either side.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum RelationKind {
    /// Many of these point to one of those
    ManyToOne,
    /// One of these points to one of those
    OneToOne,
    /// Any number on either side
    ManyToMany,
}

/// An enum
#[derive(Debug, Clone, Args)]
#[command(after_help = "Example:
  fountane add enum Size small medium large")]
pub struct AddEnum {
    /// Its name, such as `Size`
    pub name: String,
    /// Its values, such as `small` or `no-show='Did not come'`
    #[arg(required = true, value_name = "VALUE")]
    pub values: Vec<String>,
}

/// A service
#[derive(Debug, Clone, Args)]
#[command(after_help = "Example:
  fountane add service billing Invoice InvoiceLine")]
pub struct AddService {
    /// Its name, such as `billing`
    pub name: String,
    /// The entities that it takes over
    #[arg(required = true, value_name = "ENTITY")]
    pub entities: Vec<String>,
    /// What it is for
    #[arg(long)]
    pub description: Option<String>,
}

/// An application
#[derive(Debug, Clone, Args)]
#[command(after_help = "Example:
  fountane add app web --locale en --locale de")]
pub struct AddApp {
    /// Which
    #[arg(value_enum)]
    pub kind: AppKind,
    /// A language of it, such as `en`; the first is the default
    #[arg(long = "locale", value_name = "LOCALE")]
    pub locales: Vec<String>,
}

/// An application.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum AppKind {
    /// The Next.js application
    Web,
    /// The Expo application
    Mobile,
}

/// A library package of your own
///
/// Writes an empty package that compiles, lints and has a first test. It is yours: fountane writes it once.
#[derive(Debug, Clone, Args)]
#[command(after_help = "Example:
  fountane add package pricing")]
pub struct AddPackage {
    /// Its name, such as `pricing`; the package is `@PROJECT/pricing` in `libs/pricing`
    pub name: String,
}
