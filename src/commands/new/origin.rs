//! `--from`: models that a workspace can begin with, by the ending of the file's name or by what stands in it.

use camino::{Utf8Path, Utf8PathBuf};
use serde_json::Value;

use super::draft::{Draft, into_map};
use crate::commands::session::Session;
use crate::database::{self, Address};
use crate::env_vars::PGPASSWORD;
use crate::error::{CliError, Kind};
use crate::interview::{Answers, assemble};
use crate::process::Cancel;
use crate::spec::edit::{Edit, edit};
use crate::spec::import::text::decode;
use crate::spec::import::{Format, Imported, Note, jdl, openapi, prisma, samples, sql};
use crate::spec::problem::{Path, Problems};
use crate::spec::tree_to_yaml;
use crate::ui::{Table, count};

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
    if Address::is_one(from.as_str()) {
        return of_database(session, from.as_str(), &said, cancel).await;
    }
    let path = session.absolute(from);
    if path.is_dir() {
        return of_import(session, from.as_str(), of_folder(&path, from.as_str())?, &said);
    }
    let (text, taken_for) = decode(fs_err::read(&path)?);
    let format = Format::of(from.extension(), &text);
    if format.is_none() && matches!(from.extension(), Some("yaml" | "yml")) {
        return of_spec(from, fs_err::read_to_string(&path)?, &said);
    }
    let imported = match format {
        Some(Format::Jdl) => jdl::read(&text, from.as_str()),
        Some(Format::Sql) => sql::read(&text, from.as_str()),
        Some(Format::Prisma) => prisma::read(&[(from.to_string(), text)], from.as_str()),
        Some(Format::OpenApi) => openapi::read(&text, from.as_str()),
        Some(Format::Samples) => samples::read(&[(from.to_string(), text)], from.as_str()),
        None => {
            return Err(CliError::new(Kind::Usage, Unknown(from.to_string())).hint(
                "it reads `.yaml` (a fountane.yaml), `.jdl` (JHipster), `.sql` (tables of a database), `.prisma`, OpenAPI, \
                 rows in `.json`, `.ndjson` or `.csv`, and `postgres://…` (a database that runs)",
            ));
        }
    };
    if let Some(encoding) = taken_for {
        session.ui.say(&format!("`{from}` is no UTF-8 and was read as {encoding}"));
    }
    of_import(session, from.as_str(), imported, &said)
}

/// A database that runs, read as the script that would make it.
async fn of_database(session: &Session, from: &str, said: &Answers, cancel: &Cancel) -> Result<Draft, CliError> {
    let password = session.environment.get(PGPASSWORD);
    let address = Address::parse(from, password)
        .map_err(|error| CliError::new(Kind::Usage, error).hint("one such as `postgres://user@host:5432/database`"))?;
    session.ui.say(&format!("reading {}", address.shown()));
    let script = tokio::select! {
        script = database::script(&address) => script,
        () = cancel.cancelled() => return Err(CliError::interrupted().hint("nothing was written")),
    };
    let script = script.map_err(|error| {
        CliError::new(Kind::User, error)
            .hint("the password may be in `PGPASSWORD`; `?sslmode=disable` does without TLS; it only reads the catalog")
    })?;
    let imported = sql::read(&script, address.database()).map(|mut imported| {
        // Lines of a script that nobody sees help nobody; what a note is about names its table.
        for note in &mut imported.notes {
            (note.file, note.line, note.column) = (Some(address.database().to_owned()), 0, 0);
        }
        imported
    });
    of_import(session, address.shown(), imported, said)
}

/// A schema of Prisma in several files, or else samples.
fn of_folder(folder: &Utf8Path, from: &str) -> Result<Result<Imported, Problems>, CliError> {
    let schema = files_within(folder, &["prisma"])?;
    let samples = if schema.is_empty() { files_within(folder, &samples::ENDINGS)? } else { Vec::new() };
    Ok(if samples.is_empty() { prisma::read(&schema, from) } else { samples::read(&samples, from) })
}

/// The files with one of these endings, in a folder and those within it.
fn files_within(folder: &Utf8Path, endings: &[&str]) -> Result<Vec<(String, String)>, CliError> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(inside) = folders.pop() {
        let mut paths: Vec<Utf8PathBuf> = Vec::new();
        for entry in inside.read_dir_utf8()? {
            paths.push(entry?.into_path());
        }
        paths.sort();
        for path in paths {
            let kind = fs_err::symlink_metadata(&path)?.file_type();
            let name = path.strip_prefix(folder).unwrap_or(&path).to_string();
            if kind.is_dir() && folders.len() < MOST_FOLDERS && path.file_name() != Some("node_modules") {
                folders.push(path);
            } else if kind.is_file() && path.extension().is_some_and(|ending| is_one_of(ending, endings)) {
                files.push((name, decode(fs_err::read(&path)?).0));
            }
        }
    }
    files.sort();
    Ok(files)
}

fn is_one_of(ending: &str, endings: &[&str]) -> bool {
    endings.iter().any(|one| one.eq_ignore_ascii_case(ending))
}

/// Folders within a folder that are looked into at a time.
const MOST_FOLDERS: usize = 100;

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

fn of_import(
    session: &Session,
    from: &str,
    imported: Result<Imported, Problems>,
    said: &Answers,
) -> Result<Draft, CliError> {
    let ui = &session.ui;
    let imported = imported.map_err(|faults| {
        CliError::config(format!("`{from}` has {}", count(faults.problems.len(), "fault", "faults")))
            .report(faults.render(ui.err().is_on()))
    })?;
    let heading = if imported.notes.iter().all(|note| note.line > 0) { "line" } else { "database" };
    let mut notes = Table::new([heading, "what", "what happens instead"]);
    for note in &imported.notes {
        ui.json("note", &note)?;
        notes.row([place(note), note.what.clone(), note.instead.clone()]);
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
    Ok(Draft { file: from.to_owned(), text: tree_to_yaml(&tree), typed: Vec::new(), chosen_blueprint: None })
}

/// Where a note's thing stands, in a file that people can open.
fn place(note: &Note) -> String {
    match (&note.file, note.line) {
        (Some(database), 0) => database.clone(),
        (Some(file), line) => format!("{file}:{line}"),
        (None, line) => line.to_string(),
    }
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
