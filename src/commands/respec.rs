//! The workspace of a spec that a command edited: the edit is shown, and written together with what follows from it.

use serde_json::json;

use super::generate::{Manner, regenerate};
use super::project::{self, Project};
use super::session::Session;
use super::summary;
use crate::error::CliError;
use crate::spec::edit::{Edit, edit};
use crate::spec::{Document, Model};
use crate::workspace::journal::{self, Extra};
use crate::workspace::{Change, SPEC_FILE};
use crate::workspace_path::WorkspacePath;

/// A spec with its edits, and what it means.
pub(super) struct Edited {
    pub text: String,
    pub document: Document,
    pub model: Model,
}

impl Edited {
    /// A text, and what it means.
    pub fn read(session: &Session, text: String) -> Result<Self, CliError> {
        let (document, model) = project::read(&session.ui, SPEC_FILE, &text)?;
        Ok(Self { text, document, model })
    }
}

/// The text of a project's spec after these edits.
pub(super) fn edited(project: &Project, edits: &[Edit]) -> Result<String, CliError> {
    Ok(edits.iter().try_fold(project.spec.clone(), |text, change| edit(&text, change))?)
}

/// Writes the edited spec, alone where `no_generate` is given and else with all that is rendered from it, all or nothing.
pub(super) fn write(
    session: &Session,
    project: Project,
    edited: Edited,
    no_generate: bool,
    manner: &Manner,
) -> Result<(), CliError> {
    let Edited { text, document, model } = edited;
    let path = WorkspacePath::new(SPEC_FILE).expect("a constant that is a path");
    let before = project.spec.clone().into_bytes();
    let extra = Extra::text(path, Some(before), text.clone().into_bytes());
    let change = Change::of(&extra);
    session.ui.json("change", &json!({ "action": "update", "path": SPEC_FILE }))?;
    session.ui.data(&format!("{} {SPEC_FILE}", session.ui.out().paint("~", crate::ui::Style::Hint)))?;
    if manner.write.diff || manner.write.dry_run {
        summary::print_one_diff(&session.ui, &change)?;
    }
    if no_generate {
        if !manner.write.dry_run {
            journal::write(&project.root, &[extra])?;
        }
        let line = json!({ "command": manner.command, "written": !manner.write.dry_run });
        return Ok(session.ui.json("result", &line)?);
    }
    regenerate(session, &project.with(text, document, model), &[extra], manner)
}
