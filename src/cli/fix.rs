//! `fountane fix`.

use camino::Utf8PathBuf;
use clap::Args;

/// Repair what the compiler and ESLint find, as far as it needs no opinion
///
/// Works on any TypeScript project with npm, pnpm or Yarn whose packages are installed. Every repair must mend what it is for
/// and make nothing worse; none adds `any`, a cast or a comment that silences a tool, none throws code away. At the end
/// the project's own compiler, ESLint and tests have the last word, and what they find worse is taken back.
#[derive(Debug, Clone, Args)]
#[command(after_help = "Examples:
  fountane fix
  fountane fix --dry-run --diff
  fountane fix --undo            # puts back what the last run changed

Exits with 0 when nothing is left, and with 1 when something is.")]
#[expect(clippy::struct_excessive_bools, reason = "they are flags")]
pub struct FixArgs {
    /// The project; the one around here by default
    #[arg(long, value_name = "DIR", alias = "dir")]
    pub project: Option<Utf8PathBuf>,

    /// Say what would be done, and write nothing; tests are not run
    #[arg(long)]
    pub dry_run: bool,

    /// Show every changed line
    #[arg(long)]
    pub diff: bool,

    /// Put back what the last run changed; refused if a file was changed since
    #[arg(long, conflicts_with_all = ["dry_run", "diff", "no_tests"])]
    pub undo: bool,

    /// Do not run the project's tests before and after
    #[arg(long)]
    pub no_tests: bool,
}
