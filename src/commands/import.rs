//! `fountane import`: a model is compared with the spec, what is new is added to it, and the workspace follows.

use serde_json::json;

use super::generate::Manner;
use super::project::{self, Project};
use super::respec::{self, Edited};
use super::session::Session;
use super::source::{self, Source};
use super::{fault, interrupt};
use crate::cli::ImportArgs;
use crate::error::CliError;
use crate::spec::Document;
use crate::spec::merge::{Difference, Kind, Merge, MergeError, OnlyHere, Wish, merge};
use crate::ui::{Style, Ui, count};
use crate::workspace::SPEC_FILE;

pub(super) fn run(session: &Session, args: &ImportArgs) -> Result<(), CliError> {
    let ui = &session.ui;
    let project = Project::open(session, args.edit.workspace.dir.as_ref(), !args.edit.write.dry_run)?;
    let theirs = theirs(session, args)?;
    let wish = Wish { only: args.only.clone(), theirs: args.theirs };
    let merge = merge(&project.document, &project.model, &theirs, &wish).map_err(unknown)?;
    show(ui, &merge, args)?;
    if merge.is_empty() {
        ui.say(&format!("nothing to do: `{SPEC_FILE}` has all that comes along of `{}`", args.model));
        return Ok(ui.json("result", &json!({ "command": "import", "written": false }))?);
    }
    let edited = Edited::read(session, merge.apply(&project.spec)?)?;
    if !args.edit.write.dry_run && ui.can_ask() && !ui.prompt().confirm("Bring it in?", true)? {
        return Err(CliError::interrupted().hint("nothing was written"));
    }
    let manner = Manner::of("import", &args.edit.merge, &args.edit.write);
    respec::write(session, project, edited, args.edit.no_generate, &manner)
}

fn theirs(session: &Session, args: &ImportArgs) -> Result<Document, CliError> {
    let source =
        interrupt::run(&session.ui, |cancel| async move { source::read(session, &args.model, &cancel).await })?;
    match source {
        Source::Model(document) => Ok(*document),
        Source::Spec(text) => {
            let (document, _) = project::read(&session.ui, args.model.as_str(), &text)?;
            session
                .ui
                .say(&format!("of `{}` its enums, services and entities are compared, and nothing else", args.model));
            Ok(document)
        }
    }
}

fn unknown(MergeError::NoEntity { name, names }: MergeError) -> CliError {
    CliError::usage(format!("the model has no entity `{name}`"))
        .maybe_hint(fault::did_you_mean(&name, names.iter().map(String::as_str)))
        .hint(format!("its entities are {}", names.join(", ")))
}

fn show(ui: &Ui, merge: &Merge, args: &ImportArgs) -> Result<(), CliError> {
    for difference in &merge.differences {
        ui.json("difference", difference)?;
        ui.data(&line(ui, difference))?;
    }
    ui.json("only-here", &merge.only_here)?;
    if let Some(only_here) = only_here(merge.only_here) {
        ui.data(&format!("{} {only_here} only here", ui.out().paint("·", Style::Dim)))?;
    }
    let differing = merge.differences.iter().filter(|difference| difference.kind == Kind::Differs).count();
    if differing > 0 && !args.theirs {
        let what = count(differing, "thing differs and stays as it is", "things differ and stay as they are");
        ui.say(&format!("{what}; `--theirs` takes the model's"));
    }
    Ok(())
}

fn line(ui: &Ui, Difference { kind, name, before, after }: &Difference) -> String {
    let (letter, style) = match kind {
        Kind::Added => ("+", Style::Good),
        Kind::Differs => ("~", Style::Hint),
        Kind::LeftOut => ("!", Style::Warning),
    };
    let letter = ui.out().paint(letter, style);
    match before {
        Some(before) => format!("{letter} {name}  {before} → {after}"),
        None => format!("{letter} {name}  {after}"),
    }
}

/// `2 entities, 1 field`; nothing where there is nothing.
fn only_here(OnlyHere { entities, fields, relations, enums }: OnlyHere) -> Option<String> {
    let parts = [
        (entities, "entity", "entities"),
        (fields, "field", "fields"),
        (relations, "relation", "relations"),
        (enums, "enum", "enums"),
    ];
    let parts: Vec<String> =
        parts.iter().filter(|(number, ..)| *number > 0).map(|(number, one, many)| count(*number, one, many)).collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}
