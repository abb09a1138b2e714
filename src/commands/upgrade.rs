//! `fountane upgrade`: the templates of this fountane, with what they say of themselves.

use semver::{Version, VersionReq};
use serde_json::json;

use super::generate::{Manner, regenerate};
use super::project::{self, Project};
use super::session::Session;
use super::sources::{Gather, Take};
use crate::blueprint::{Library, TemplateUpgrade};
use crate::cli::UpgradeArgs;
use crate::error::CliError;
use crate::spec::edit::{Edit, edit};
use crate::spec::problem::Path;
use crate::ui::{Style, Ui, count};
use crate::workspace::journal::Extra;
use crate::workspace::{Lock, SPEC_FILE, git};
use crate::workspace_path::WorkspacePath;

pub(super) fn run(session: &Session, args: &UpgradeArgs) -> Result<(), CliError> {
    let project = Project::open(session, args.workspace.dir.as_ref(), !args.write.dry_run)?;
    let lock = Lock::read(&project.root)?;
    let library =
        Gather { session, root: &project.root, lock: lock.as_ref(), take: Take::Newest }.library(&project.model)?;
    let (project, extras) = with_newest_blueprints(session, &library, project)?;
    let branch = args.branch.clone().filter(|_| !args.write.dry_run);
    if let Some(branch) = &branch {
        git::check_new_branch(&project.root, branch)?;
    }
    let manner =
        Manner { upgrade: true, branch, library: Some(library), ..Manner::of("upgrade", &args.merge, &args.write) };
    regenerate(session, &project, &extras, &manner)
}

/// The spec, asking for the blueprints that there are where it asked for earlier ones.
fn with_newest_blueprints(
    session: &Session,
    library: &Library,
    project: Project,
) -> Result<(Project, Vec<Extra>), CliError> {
    let mut values = Vec::new();
    let mut any_is_newer = false;
    for wanted in project.model.blueprints() {
        let written = format!("{}@{}", wanted.name, wanted.range);
        let newest = library.blueprint(&wanted.name)?;
        if VersionReq::parse(&wanted.range).is_ok_and(|range| range.matches(&newest.version)) {
            values.push(written);
            continue;
        }
        any_is_newer = true;
        let value = format!("{}@^{}", newest.name, newest.version.major);
        session.ui.say(&format!("`{SPEC_FILE}`: blueprint: {value}, which was {written}"));
        values.push(value);
    }
    if !any_is_newer {
        return Ok((project, Vec::new()));
    }
    let value = if let [only] = values.as_slice() { only.clone().into() } else { json!(values) };
    let text = edit(&project.spec, &Edit::Set { path: Path::of(&["blueprint"]), value })?;
    let (document, model) = project::read(&session.ui, SPEC_FILE, &text)?;
    let path = WorkspacePath::new(SPEC_FILE).expect("a constant that is a path");
    let extra = Extra::text(path, Some(project.spec.clone().into_bytes()), text.clone().into_bytes());
    Ok((project.with(text, document, model), vec![extra]))
}

/// What each template says of its new versions.
pub(super) fn tell(ui: &Ui, upgrades: &[TemplateUpgrade]) -> Result<(), CliError> {
    for upgrade in upgrades {
        let version = |version: &Option<semver::Version>| version.as_ref().map(ToString::to_string);
        let (from, to) = (version(&upgrade.from), version(&upgrade.to));
        let notes: Vec<_> = upgrade
            .steps
            .iter()
            .map(|(version, step)| json!({ "version": version.to_string(), "breaking": step.breaking, "notes": step.notes }))
            .collect();
        ui.json("upgrade", &json!({ "template": upgrade.template, "from": from, "to": to, "notes": notes }))?;
        let change = match (&from, &to) {
            (Some(from), Some(to)) => format!("{from} → {to}"),
            (None, Some(to)) => format!("{to}, new here"),
            (Some(from), None) => format!("{from}, no longer part of it"),
            (None, None) => continue,
        };
        ui.say(&format!("{} {change}", ui.err().paint(&upgrade.template, Style::Heading)));
        for (version, step) in &upgrade.steps {
            let breaking = if step.breaking { ui.err().paint("breaking: ", Style::Warning) } else { String::new() };
            for (number, line) in step.notes.trim().lines().enumerate() {
                let head = if number == 0 { format!("{version}  {breaking}") } else { " ".repeat(7) };
                ui.say(&format!("  {head}{line}"));
            }
        }
    }
    let breaking = upgrades.iter().filter(|upgrade| upgrade.is_major()).count();
    if breaking > 0 {
        let templates = count(breaking, "template changes", "templates change");
        ui.warning(&format!("{templates} what your own code may rely on"), Some("`fountane check` tells what broke"));
    }
    Ok(())
}

/// The error of an older fountane, which would turn back what a newer one made. Which version of a source is wanted, the spec says.
pub(super) fn refuse_older(upgrades: &[TemplateUpgrade], lock: &Lock) -> Result<(), CliError> {
    let newer = Version::parse(&lock.fountane)
        .is_ok_and(|made| Version::parse(env!("CARGO_PKG_VERSION")).is_ok_and(|own| made > own));
    let Some(back) = upgrades.iter().find(|upgrade| upgrade.is_back() && !upgrade.template.contains('/')) else {
        return Ok(());
    };
    let (from, to) = versions(back);
    let error =
        CliError::user(format!("the workspace was made with `{}` {from}, this fountane has {to}", back.template));
    Err(if newer {
        error.hint(format!("use fountane {} or a newer one", lock.fountane))
    } else {
        error.hint("use the fountane, or the templates, that made it; nothing goes back to an earlier version")
    })
}

/// The error of a `generate` that would break what a person's own code relies on.
pub(super) fn refuse_major(upgrades: &[TemplateUpgrade]) -> Result<(), CliError> {
    let major: Vec<&TemplateUpgrade> = upgrades.iter().filter(|upgrade| upgrade.is_major()).collect();
    let Some(first) = major.first() else { return Ok(()) };
    let (from, to) = versions(first);
    let whose = if first.template.contains('/') { "its source" } else { "this fountane" };
    Err(CliError::user(format!("the workspace has `{}` {from}, {whose} has {to}", first.template))
        .hint("`fountane upgrade --dry-run` tells what changed in between, `fountane upgrade` does it"))
}

/// Both versions, as messages have them.
fn versions(upgrade: &TemplateUpgrade) -> (String, String) {
    let version = |version: &Option<Version>| version.as_ref().map(ToString::to_string).unwrap_or_default();
    (version(&upgrade.from), version(&upgrade.to))
}
