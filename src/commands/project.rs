//! The workspace that a command works on: found, fit to be worked on, its spec read.

use camino::{Utf8Path, Utf8PathBuf};

use super::session::Session;
use crate::error::CliError;
use crate::spec::{self, Checked, Document, Model, Problems};
use crate::ui::{Ui, count};
use crate::workspace::SPEC_FILE;
use crate::workspace::journal::{self, Leftover};
use crate::workspace::marker::Marker;
use crate::workspace::new_tree::Claim;

/// A workspace, claimed by this command until it ends.
#[derive(Debug)]
pub(super) struct Project {
    pub root: Utf8PathBuf,
    pub spec: String,
    pub document: Document,
    pub model: Model,
    _claim: Claim,
}

impl Project {
    /// Opens the workspace around `dir` or around here. Refuses one that is not finished; what a killed run left is
    /// finished if this one `writes`, and refused otherwise.
    pub fn open(session: &Session, dir: Option<&Utf8PathBuf>, writes: bool) -> Result<Self, CliError> {
        let root = finished_root(session, dir)?;
        let claim = Claim::take(&root)?;
        if writes {
            mend(&session.ui, &root)?;
        } else if journal::is_pending(&root)? {
            return Err(CliError::user("an earlier run was killed while it wrote")
                .hint("run `fountane generate` without `--dry-run` and `--check`: it finishes that first"));
        }
        let spec = fs_err::read_to_string(root.join(SPEC_FILE))?;
        let (document, model) = read(&session.ui, SPEC_FILE, &spec)?;
        Ok(Self { root, spec, document, model, _claim: claim })
    }

    /// The same workspace with another spec, not yet written.
    pub fn with(self, spec: String, document: Document, model: Model) -> Self {
        Self { spec, document, model, ..self }
    }
}

/// The root of the workspace around `dir` or around here, if it is a finished one.
pub(super) fn finished_root(session: &Session, dir: Option<&Utf8PathBuf>) -> Result<Utf8PathBuf, CliError> {
    let from = dir.map_or_else(|| session.cwd.clone(), |dir| session.absolute(dir));
    let root = find_root(&from).ok_or_else(|| {
        CliError::user(format!("there is no `{SPEC_FILE}` in `{from}` or above it"))
            .hint("go into a workspace, or name one with `--dir`")
            .hint("`fountane new` makes one")
    })?;
    match Marker::read(&root) {
        None => Ok(root),
        Some(marker) => {
            let shown = session.shown(&root);
            // Not to be pasted blindly: anybody may have written that file.
            let resume: String = marker.resume.chars().filter(|letter| !letter.is_control()).collect();
            let resume =
                if resume.starts_with("fountane new") { resume } else { format!("fountane new --dir {shown}") };
            Err(CliError::user(format!("the making of `{shown}` was cut short; it is not finished"))
                .hint(format!("`{resume}` goes on where it stood")))
        }
    }
}

/// The nearest folder with a spec, from here upwards.
pub(super) fn find_root(from: &Utf8Path) -> Option<Utf8PathBuf> {
    from.ancestors().find(|folder| folder.join(SPEC_FILE).is_file()).map(Utf8Path::to_owned)
}

/// Finishes or drops what a killed run left, and says so.
fn mend(ui: &Ui, root: &Utf8Path) -> Result<(), CliError> {
    match journal::finish(root)? {
        Leftover::Nothing => {}
        Leftover::Dropped => ui.say("an earlier run was killed before it wrote anything; its preparations are gone"),
        Leftover::Finished => ui.say("an earlier run was killed while it wrote; its changes are complete now"),
    }
    Ok(())
}

/// Reads a spec; what is wrong with it is shown at its place.
pub(super) fn read(ui: &Ui, file: &str, text: &str) -> Result<(Document, Model), CliError> {
    let Checked { document, model, problems } = spec::check(text, file);
    tell(ui, &problems)?;
    let (Some(document), Some(model)) = (document, model) else { return Err(faulty(ui, &problems)) };
    if !problems.is_empty() {
        for line in problems.render(ui.err().is_on()).lines() {
            ui.say(line);
        }
    }
    Ok((document, model))
}

fn tell(ui: &Ui, problems: &Problems) -> Result<(), CliError> {
    for problem in &problems.problems {
        ui.json("problem", &serde_json::json!({ "file": problems.file, "at": problem }))?;
    }
    Ok(())
}

/// The error of a spec with problems.
pub(super) fn faulty(ui: &Ui, problems: &Problems) -> CliError {
    let number = count(problems.problems.len(), "problem", "problems");
    CliError::config(format!("`{}` has {number}", problems.file)).report(problems.render(ui.err().is_on()))
}
