//! What the domain's errors mean to a person: their kind, and what to do next.

use crate::blueprint::migrations::MigrationError;
use crate::blueprint::{GenerateError, LibraryError, PlanError};
use crate::demo::DemoError;
use crate::demo::kubernetes::KubernetesError;
use crate::error::{CliError, Kind};
use crate::interview::{AnswersError, InterviewError};
use crate::process::ProcessError;
use crate::settings::SettingsError;
use crate::sources::FetchError;
use crate::spec::edit::EditError;
use crate::spec::shorthand::ShorthandError;
use crate::stack::StackError;
use crate::toolchain::ToolchainError;
use crate::verify::WatchError;
use crate::verify::fix::FixError;
use crate::workspace::{Unopened, WorkspaceError};

/// `did you mean …?` for a word that is none of the known ones.
pub(super) fn did_you_mean<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<String> {
    let lower = word.to_lowercase();
    let near = known.into_iter().map(|other| (strsim::jaro_winkler(&lower, &other.to_lowercase()), other));
    let best = near.filter(|(nearness, _)| *nearness > 0.8).max_by(|one, other| one.0.total_cmp(&other.0));
    best.map(|(_, name)| format!("did you mean `{name}`?"))
}

impl From<WatchError> for CliError {
    fn from(error: WatchError) -> Self {
        Self::new(Kind::User, error)
            .hint("on Linux, `sysctl fs.inotify.max_user_watches` says how many folders can be watched")
    }
}

impl From<LibraryError> for CliError {
    fn from(error: LibraryError) -> Self {
        match &error {
            LibraryError::Unknown { kind, name, known } => {
                let guess = did_you_mean(name, known.iter().map(String::as_str));
                let list = format!("`fountane {kind} list` shows all: {}", known.join(", "));
                Self::new(Kind::Usage, error).maybe_hint(guess).hint(list)
            }
            LibraryError::Io(_) => Self::new(Kind::User, error),
            _ => Self::new(Kind::Config, error),
        }
    }
}

impl From<FetchError> for CliError {
    fn from(error: FetchError) -> Self {
        match error {
            FetchError::Process(error @ ProcessError::Cancelled { .. }) => error.into(),
            error @ FetchError::Refused { .. } => Self::new(Kind::User, error).hint(
                "`git ls-remote URL` tries the same by hand; keys and passwords are the business of your own git",
            ),
            error @ FetchError::NoGit => {
                Self::new(Kind::User, error).hint("install git, or name a folder instead: `folder: PATH`")
            }
            error @ FetchError::Tree { .. } => Self::new(Kind::Config, error),
            error => Self::new(Kind::User, error),
        }
    }
}

impl From<PlanError> for CliError {
    fn from(error: PlanError) -> Self {
        GenerateError::from(error).into()
    }
}

impl From<GenerateError> for CliError {
    fn from(error: GenerateError) -> Self {
        match error {
            GenerateError::Plan(PlanError::Library(error)) => error.into(),
            GenerateError::Plan(error @ (PlanError::Version { .. } | PlanError::Range { .. })) => {
                Self::new(Kind::Config, error).hint("change `blueprint` in fountane.yaml, or use another fountane")
            }
            GenerateError::Plan(
                error @ (PlanError::Wanted { .. }
                | PlanError::Params { .. }
                | PlanError::Nothing { .. }
                | PlanError::Replaced { .. }),
            ) => Self::new(Kind::Config, error)
                .hint("`blueprint` in fountane.yaml says which blueprints are composed; leave one out, or take another version"),
            GenerateError::Plan(error) => Self::new(Kind::Internal, error),
            error @ GenerateError::Clash { .. } => Self::new(Kind::Config, error)
                .hint("a blueprint that means to replace a template says so: `instead-of: NAME` where it lists its own")
                .hint("or leave one of the blueprints out of `blueprint` in fountane.yaml"),
            GenerateError::Migrations(error) => migrations(error),
            GenerateError::Render(error) => Self::new(Kind::Internal, error)
                .hint("this is a fault of the template: `fountane template lint` may say more"),
        }
    }
}

fn migrations(error: MigrationError) -> CliError {
    let again = "a migration that no database has seen may go: remove its script, its snapshot and its entry, and \
                 `fountane generate` writes it anew";
    match &error {
        MigrationError::Journal { path, .. } => {
            let back = format!("`git checkout -- {path}` brings back the last good one");
            CliError::new(Kind::Config, error).hint(back).hint(again)
        }
        MigrationError::Snapshot { path, .. } => {
            let back = format!("`git checkout -- {path}` brings back the last good one");
            CliError::new(Kind::Config, error).hint(back).hint(again)
        }
        MigrationError::NoSnapshot { folder } => {
            let back = format!("`git checkout -- {folder}/meta` brings it back");
            CliError::new(Kind::Config, error).hint(back)
        }
        MigrationError::Stray { .. } => {
            CliError::new(Kind::Config, error).hint("bring its entry back, or remove the file").hint(again)
        }
        MigrationError::Standing(_) => CliError::new(Kind::User, error),
        MigrationError::Path(_) | MigrationError::Layout(_) => CliError::new(Kind::Internal, error),
    }
}

/// How a repository can be opened after all.
fn mend_of(unopened: &Unopened) -> String {
    match unopened {
        Unopened::OfOthers { folder } => {
            format!("where you trust it, `git config --global --add safe.directory {folder}` says so")
        }
        Unopened::Extension { name, .. } => match name.as_str() {
            "refstorage" => "`git refs migrate --ref-format=files` keeps its references as files".to_owned(),
            "partialclone" => "`git config remote.origin.promisor true` and `git config --unset \
                               extensions.partialClone` say the same to git, and fountane can read it"
                .to_owned(),
            _ => "clone it anew without the extension; `git config --get-regexp '^extensions'` lists all".to_owned(),
        },
        Unopened::Broken { .. } => "`git status` and `git fsck` tell more".to_owned(),
    }
}

impl From<WorkspaceError> for CliError {
    fn from(error: WorkspaceError) -> Self {
        match &error {
            WorkspaceError::Lock { .. } => {
                Self::new(Kind::Config, error).hint("`git checkout fountane.lock` brings back the last good one")
            }
            WorkspaceError::Journal { path, .. } => {
                let hint = format!("remove `{path}`, then `fountane generate --dry-run` shows what is left to do");
                Self::new(Kind::User, error).hint(hint)
            }
            WorkspaceError::NotOurs { .. } => {
                Self::new(Kind::User, error).hint("it may be a link: move it away, and fountane makes its own")
            }
            WorkspaceError::NotAFolder { .. } => {
                Self::new(Kind::User, error).hint("nothing was written; choose another place with `--dir`")
            }
            WorkspaceError::Unopened(unopened) => {
                let mend = mend_of(unopened);
                Self::new(Kind::User, error).hint(mend)
            }
            WorkspaceError::Changed { .. } => Self::new(Kind::User, error).hint("run it again"),
            WorkspaceError::Busy { .. } => Self::new(Kind::User, error).hint("wait until it is done"),
            WorkspaceError::Occupied { entries, .. } => {
                let block = listing(entries);
                Self::new(Kind::User, error)
                    .report(block)
                    .hint("nothing was written; choose another folder with `--dir`")
            }
            WorkspaceError::Io(_) | WorkspaceError::Path(_) | WorkspaceError::Git(_) => Self::new(Kind::User, error),
        }
    }
}

/// At most ten of them.
fn listing(entries: &[String]) -> String {
    const SHOWN: usize = 10;
    let mut lines: Vec<String> = entries.iter().take(SHOWN).map(|entry| format!("  {entry}")).collect();
    if entries.len() > SHOWN {
        lines.push(format!("  and {} more", entries.len() - SHOWN));
    }
    format!("in the way:\n{}", lines.join("\n"))
}

impl From<SettingsError> for CliError {
    fn from(error: SettingsError) -> Self {
        Self::new(Kind::Config, error)
    }
}

impl From<AnswersError> for CliError {
    fn from(error: AnswersError) -> Self {
        let hint = matches!(error, AnswersError::NoPath(_))
            .then_some("write `--set PATH=VALUE`, such as `--set tenancy=none`");
        Self::new(Kind::Usage, error).maybe_hint(hint)
    }
}

impl From<ShorthandError> for CliError {
    fn from(error: ShorthandError) -> Self {
        Self::new(Kind::Usage, error).hint("a field is `name:type`, such as `name:string!` or `price:money,min=0`")
    }
}

impl From<EditError> for CliError {
    fn from(error: EditError) -> Self {
        let kind = match &error {
            EditError::NotThere { .. } | EditError::AlreadyThere { .. } => Kind::User,
            _ => Kind::Config,
        };
        Self::new(kind, error)
    }
}

impl From<InterviewError> for CliError {
    fn from(error: InterviewError) -> Self {
        match error {
            InterviewError::Terminal(error) => error.into(),
            InterviewError::Wrong { path, source } => {
                Self::usage(format!("`{path}`: {source}")).hint(format!("give another with `--set {path}=…`"))
            }
            InterviewError::Missing(missing) => {
                let lines: Vec<String> = missing
                    .iter()
                    .map(|missing| {
                        let default = missing.default.as_ref().map(|default| format!("  (default: {default})"));
                        format!("  --set {}=…  {}{}", missing.path, missing.ask, default.unwrap_or_default())
                    })
                    .collect();
                let has_defaults = missing.iter().any(|missing| missing.default.is_some());
                let block = format!("missing, and there is no terminal to ask on:\n{}", lines.join("\n"));
                let names: Vec<String> = missing.iter().map(|missing| format!("`{}`", missing.path)).collect();
                let verb = if names.len() == 1 { "an answer is" } else { "answers are" };
                Self::usage(format!("{verb} missing: {}", names.join(", ")))
                    .report(block)
                    .hint("give them with `--set PATH=VALUE`, or all together with `--answers FILE`")
                    .maybe_hint(has_defaults.then_some("`--yes` takes the defaults"))
            }
        }
    }
}

impl From<ToolchainError> for CliError {
    fn from(error: ToolchainError) -> Self {
        let hint = error.hint();
        Self::new(Kind::User, error).maybe_hint(hint)
    }
}

impl From<FixError> for CliError {
    fn from(error: FixError) -> Self {
        match error {
            FixError::Process(error) => error.into(),
            FixError::Io(error) => error.into(),
            FixError::Stopped => Self::interrupted(),
            FixError::Edited(files) => {
                let block = listing(&files);
                Self::new(Kind::User, FixError::Edited(files))
                    .report(block)
                    .hint("nothing was changed; undo your own changes first, or use git")
            }
            error @ FixError::NoTypeScript => {
                Self::new(Kind::User, error).hint("install the project's packages first, such as with `npm install`")
            }
            error => Self::new(Kind::User, error),
        }
    }
}

impl From<DemoError> for CliError {
    fn from(error: DemoError) -> Self {
        let hint = error.hint();
        Self::new(Kind::User, error).maybe_hint(hint)
    }
}

impl From<StackError> for CliError {
    fn from(error: StackError) -> Self {
        let hints = error.hints();
        let (kind, block) = match &error {
            StackError::Cancelled => return Self::interrupted(),
            StackError::Problems(problems) => (Kind::Config, Some(problems.render(false))),
            StackError::Component { .. } | StackError::Circle { .. } => (Kind::Config, None),
            StackError::Unknown { name, known } => {
                let guess = did_you_mean(name, known.iter().map(String::as_str));
                return hints.iter().fold(Self::new(Kind::Usage, error).maybe_hint(guess), Self::hint);
            }
            _ => (Kind::User, None),
        };
        let told = hints.into_iter().fold(Self::new(kind, error), Self::hint);
        block.into_iter().fold(told, Self::report)
    }
}

impl From<KubernetesError> for CliError {
    fn from(error: KubernetesError) -> Self {
        let kind = match error {
            KubernetesError::Process(error) => return error.into(),
            KubernetesError::Name { .. } | KubernetesError::Expiry { .. } => Kind::Usage,
            KubernetesError::Kubeconfig { .. } => Kind::Config,
            _ => Kind::User,
        };
        let hint = error.hint();
        Self::new(kind, error).maybe_hint(hint)
    }
}

impl From<ProcessError> for CliError {
    fn from(error: ProcessError) -> Self {
        match error {
            ProcessError::Cancelled { .. } => Self::interrupted(),
            error => Self::new(Kind::User, error),
        }
    }
}
