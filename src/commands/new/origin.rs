//! `--from`: models that a workspace can begin with, by the ending of the file's name.

use camino::Utf8Path;
use serde_json::Value;

use super::draft::Draft;
use crate::commands::session::Session;
use crate::error::{CliError, Kind};
use crate::interview::Answers;



/// Reads a model; what was said besides (name, blueprint, answers, `--set`) is put on top.
pub(super) fn draft(
    session: &Session,
    from: &Utf8Path,
    mut said: Answers,
    sets: &[String],
) -> Result<Draft, CliError> {
    for set in sets {
        said.set_text(set, &[])?;
    }
    let path = session.absolute(from);
    let text = fs_err::read_to_string(&path)?;
    match from.extension() {
        Some("yaml" | "yml") => of_spec(session, from, text, &said),
        _ => Err(CliError::new(Kind::Usage, Unknown(from.to_string()))
            .hint("it reads `.yaml` (a fountane.yaml) and `.jdl` (JHipster)")),
    }
}

#[derive(Debug, thiserror::Error)]
#[error("`{0}` is not a model that can be read")]
struct Unknown(String);

/// The person's own text, with its comments; only what was said besides is changed in it.
fn of_spec(_session: &Session, from: &Utf8Path, text: String, said: &Answers) -> Result<Draft, CliError> {
    let mut text = text;
    for (path, value) in leaves(said) {
        let keys: Vec<&str> = path.iter().map(String::as_str).collect();
        let _ = (keys, &mut text, value);
    }
    Ok(Draft { file: from.to_string(), text, typed: Vec::new(), chosen_blueprint: None })
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
