//! `fountane adopt`.

use camino::Utf8PathBuf;
use clap::Args;

/// Take a repository that is there under fountane
///
/// Writes `fountane.yaml` from the model that is found in the repository (a Prisma schema, an OpenAPI document, JDL, SQL, a folder of
/// migrations) and `fountane.lock`. Changes no other file: what differs from what fountane would make counts as yours, and what is missing comes
/// only with `fountane generate`, which tells it first with `--dry-run`.
#[derive(Debug, Clone, Args)]
#[command(after_help = "Examples:
  fountane adopt
  fountane adopt --from apps/api/prisma/schema.prisma --dry-run")]
pub struct AdoptArgs {
    /// The repository; here by default
    #[arg(long, value_name = "DIR")]
    pub dir: Option<Utf8PathBuf>,

    /// The model; without it, the first one that is found
    #[arg(long, value_name = "MODEL")]
    pub from: Option<Utf8PathBuf>,

    /// The product's name; without it, that of the repository's package
    #[arg(long)]
    pub name: Option<String>,

    /// Print the spec and what would be made, and write nothing
    #[arg(long)]
    pub dry_run: bool,
}
