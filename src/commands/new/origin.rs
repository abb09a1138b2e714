//! `--from`: models that a workspace can begin with, by the ending of the file's name.

use camino::Utf8Path;
use serde_json::Value;

use super::draft::{Draft, into_map};
use crate::commands::session::Session;
use crate::error::{CliError, Kind};
use crate::interview::{Answers, assemble};
use crate::spec::edit::{Edit, edit};
use crate::spec::import::jdl;
use crate::spec::problem::Path;
use crate::spec::tree_to_yaml;
use crate::ui::{Table, count};

/// Reads a model; what was said besides (name, blueprint, answers, `--set`) is put on top.
pub(super) fn draft(session: &Session, from: &Utf8Path, mut said: Answers, sets: &[String]) -> Result<Draft, CliError> {
    for set in sets {
        said.set_text(set, &[])?;
    }
    let path = session.absolute(from);
    let text = fs_err::read_to_string(&path)?;
    match from.extension() {
        Some("yaml" | "yml") => of_spec(from, text, &said),
        Some("jdl" | "jh") => of_jdl(session, from, &text, &said),
        _ => Err(CliError::new(Kind::Usage, Unknown(from.to_string()))
            .hint("it reads `.yaml` (a fountane.yaml) and `.jdl` (JHipster)")),
    }
}

#[derive(Debug, thiserror::Error)]
#[error("`{0}` is not a model that can be read")]
struct Unknown(String);

/// The person's own text, with its comments; only what was said besides is changed in it.
fn of_spec(from: &Utf8Path, mut text: String, said: &Answers) -> Result<Draft, CliError> {
    for (path, value) in leaves(said) {
        let keys: Vec<&str> = path.iter().map(String::as_str).collect();
        text = edit(&text, &Edit::Set { path: Path::of(&keys), value })?;
    }
    Ok(Draft { file: from.to_string(), text, typed: Vec::new(), chosen_blueprint: None })
}

fn of_jdl(session: &Session, from: &Utf8Path, text: &str, said: &Answers) -> Result<Draft, CliError> {
    let ui = &session.ui;
    let imported = jdl::read(text, from.as_str());
    let imported = imported.map_err(|faults| {
        CliError::config(format!("`{from}` has {}", count(faults.problems.len(), "fault", "faults")))
            .report(faults.render(ui.err().is_on()))
    })?;
    let mut notes = Table::new(["line", "what", "what happens instead"]);
    for note in &imported.notes {
        ui.json("note", &note)?;
        notes.row([note.line.to_string(), note.what.clone(), note.instead.clone()]);
    }
    if !notes.is_empty() {
        ui.say(&format!(
            "{} of `{from}` could not come along as it is:",
            count(imported.notes.len(), "thing", "things")
        ));
        for line in notes.lines(ui.err()) {
            ui.say(&line);
        }
    }
    let document = serde_json::to_value(&imported.document).map_err(|error| CliError::config(error.to_string()))?;
    let mut answers = Answers::of(into_map(document));
    for (path, value) in leaves(said) {
        answers.set(&path.join("."), value)?;
    }
    let tree = assemble(answers)?;
    Ok(Draft { file: from.to_string(), text: tree_to_yaml(&tree), typed: Vec::new(), chosen_blueprint: None })
}

/// Every value of a tree that is no map, with its path.
fn leaves(answers: &Answers) -> Vec<(Vec<String>, Value)> {
    fn walk(value: &Value, path: &[String], leaves: &mut Vec<(Vec<String>, Value)>) {
        match value {
            Value::Object(map) if !map.is_empty() => {
                for (key, value) in map {
                    let mut path = path.to_vec();
                    path.push(key.clone());
                    walk(value, &path, leaves);
                }
            }
            other => leaves.push((path.to_vec(), other.clone())),
        }
    }
    let mut found = Vec::new();
    for (key, value) in answers.tree() {
        walk(value, std::slice::from_ref(key), &mut found);
    }
    found
}
