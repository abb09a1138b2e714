//! `fountane new`.

use camino::Utf8PathBuf;
use clap::Args;

use super::WriteArgs;

/// Make a new workspace from answers, a spec or a model
///
/// Asks what it needs to know, shows what it will make, and then renders, installs, checks and commits. At the end it
/// prints the one command that does the same without questions.
///
/// A run that was stopped or failed leaves a folder that says so; the same command goes on where it stood.
#[derive(Debug, Clone, Args)]
#[command(after_help = "Examples:
  fountane new
  fountane new petclinic --blueprint saas --set 'entities=Owner name:string!; Pet name:string! owner:Owner'
  fountane new petclinic --from petclinic.jdl --yes
  fountane new shop --from dump.sql --yes
  fountane new shop --from postgres://ada@localhost/shop --yes
  fountane new shop --from openapi.yaml --yes
  fountane new shop --from exported-tables/ --yes
  fountane new petclinic --answers answers.yaml --no-install")]
pub struct NewArgs {
    /// The project's name: small letters, digits and dashes
    pub name: Option<String>,

    /// Where to put it; `./NAME` by default
    #[arg(long, value_name = "DIR")]
    pub dir: Option<Utf8PathBuf>,

    /// Which blueprint; `fountane blueprint list` tells them
    #[arg(long, value_name = "NAME")]
    pub blueprint: Option<String>,

    /// A model to begin with: a `fountane.yaml`, a `.jdl` of JHipster, a `.sql` with tables, a `.prisma` or a folder of
    /// them, a document of OpenAPI, rows in `.json`, `.ndjson` or `.csv` or a folder of them, or `postgres://…`, a database that
    /// runs
    #[arg(long, value_name = "MODEL")]
    pub from: Option<Utf8PathBuf>,

    /// A file with answers: YAML in the spec's shape, with only what you want to say
    #[arg(long, value_name = "FILE")]
    pub answers: Option<Utf8PathBuf>,

    /// An answer, such as `tenancy=none` or `project.title='Pet Clinic'`; wins over the answers file
    #[arg(long, value_name = "PATH=VALUE")]
    pub set: Vec<String>,

    /// Do not install packages, and hence do not check
    #[arg(long)]
    pub no_install: bool,

    /// Do not run the gates
    #[arg(long)]
    pub no_check: bool,

    /// Do not make a repository
    #[arg(long)]
    pub no_git: bool,

    /// How it is written.
    #[command(flatten)]
    pub write: WriteArgs,
}
