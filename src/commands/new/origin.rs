//! `--from`: a model that a workspace begins with, and what was said besides.

use camino::Utf8Path;
use serde_json::Value;

use super::draft::{Draft, into_map};
use crate::commands::session::Session;
use crate::commands::source::{self, Source};
use crate::error::CliError;
use crate::interview::{Answers, assemble};
use crate::process::Cancel;
use crate::spec::Document;
use crate::spec::edit::{Edit, edit};
use crate::spec::problem::Path;
use crate::spec::tree_to_yaml;

/// Reads a model; what was said besides (name, blueprint, answers, `--set`) is put on top.
pub(super) async fn draft(
    session: &Session,
    from: &Utf8Path,
    mut said: Answers,
    sets: &[String],
    cancel: &Cancel,
) -> Result<Draft, CliError> {
    for set in sets {
        said.set_text(set, &[])?;
    }
    match source::read(session, from, cancel).await? {
        Source::Spec(text) => of_spec(from, text, &said),
        Source::Model(document) => of_document(from, &document, &said),
    }
}

/// The person's own text, with its comments; only what was said besides is changed in it.
fn of_spec(from: &Utf8Path, mut text: String, said: &Answers) -> Result<Draft, CliError> {
    for (path, value) in leaves(said) {
        let keys: Vec<&str> = path.iter().map(String::as_str).collect();
        text = edit(&text, &Edit::Set { path: Path::of(&keys), value })?;
    }
    Ok(Draft { file: from.to_string(), text, typed: Vec::new(), chosen_blueprint: None })
}

fn of_document(from: &Utf8Path, document: &Document, said: &Answers) -> Result<Draft, CliError> {
    let document = serde_json::to_value(document).map_err(|error| CliError::config(error.to_string()))?;
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
