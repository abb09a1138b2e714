//! `fountane import`.

use camino::Utf8PathBuf;
use clap::Args;

use super::EditArgs;

/// Bring a model into the spec that is there, then generate
///
/// Compares `fountane.yaml` with a model and shows what only the model has (`+`), what differs (`~`) and what cannot come
/// along (`!`). Then adds what is new, keeps comments and order, and does what `fountane generate` does. Nothing is removed,
/// and what differs stays as it is unless `--theirs` is given. If anything is refused, the spec stays as it was.
///
/// Entities are matched by name, else by their table; fields and relations by name, else by their column.
#[derive(Debug, Clone, Args)]
#[command(after_help = "Examples:
  fountane import schema.prisma --dry-run
  fountane import openapi.yaml --only Invoice,Payment
  fountane import postgres://ada@localhost/shop --theirs --yes")]
pub struct ImportArgs {
    /// The model: whatever `fountane new --from` reads
    pub model: Utf8PathBuf,

    /// Only these entities; several with commas between them
    #[arg(long, value_name = "ENTITY", value_delimiter = ',')]
    pub only: Vec<String>,

    /// Where a field or relation differs, take the model's
    #[arg(long)]
    pub theirs: bool,

    /// How the spec is edited, and the workspace with it.
    #[command(flatten)]
    pub edit: EditArgs,
}
