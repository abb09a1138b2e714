//! Models that were written elsewhere: read by the ending of a file's name, by what stands in it, or out of a database.

use camino::{Utf8Path, Utf8PathBuf};

use super::session::Session;
use crate::database::{self, Address};
use crate::env_vars::PGPASSWORD;
use crate::error::{CliError, Kind};
use crate::process::Cancel;
use crate::spec::Document;
use crate::spec::import::text::decode;
use crate::spec::import::{Format, Imported, Note, jdl, openapi, prisma, samples, sql};
use crate::spec::problem::Problems;
use crate::ui::{Table, count};

/// What was read.
#[derive(Debug)]
pub(super) enum Source {
    /// A spec: a person's own text, with its comments, not yet judged.
    Spec(String),
    /// A model in a form of its own, as a spec. Its notes have been shown.
    Model(Box<Document>),
}

/// Reads a model and shows what of it could not come along as it is.
pub(super) async fn read(session: &Session, from: &Utf8Path, cancel: &Cancel) -> Result<Source, CliError> {
    if Address::is_one(from.as_str()) {
        return of_database(session, from.as_str(), cancel).await;
    }
    let path = session.absolute(from);
    if path.is_dir() {
        return of_import(session, from.as_str(), of_folder(&path, from.as_str())?);
    }
    let (text, taken_for) = decode(fs_err::read(&path)?);
    let format = Format::of(from.extension(), &text);
    if format.is_none() && matches!(from.extension(), Some("yaml" | "yml")) {
        return match taken_for {
            None => Ok(Source::Spec(text)),
            Some(_) => Err(CliError::config(format!("`{from}` is no UTF-8")).hint("save it as UTF-8")),
        };
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
    of_import(session, from.as_str(), imported)
}

/// A database that runs, read as the script that would make it.
async fn of_database(session: &Session, from: &str, cancel: &Cancel) -> Result<Source, CliError> {
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
    of_import(session, address.shown(), imported)
}

/// A schema of Prisma in several files, or else scripts of SQL, or else samples.
fn of_folder(folder: &Utf8Path, from: &str) -> Result<Result<Imported, Problems>, CliError> {
    let schema = files_within(folder, &["prisma"])?;
    if !schema.is_empty() {
        return Ok(prisma::read(&schema, from));
    }
    let scripts = files_within(folder, &["sql", "ddl"])?;
    if !scripts.is_empty() {
        return Ok(sql::read_all(scripts, from));
    }
    let samples = files_within(folder, &samples::ENDINGS)?;
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

fn of_import(session: &Session, from: &str, imported: Result<Imported, Problems>) -> Result<Source, CliError> {
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
        let (things, as_it_is) = match imported.notes.len() {
            1 => ("1 thing".to_owned(), "as it is"),
            several => (format!("{several} things"), "as they are"),
        };
        ui.say(&format!("{things} of `{from}` could not come along {as_it_is}:"));
        for line in notes.fitted(ui.err(), ui.columns()) {
            ui.say(&line);
        }
    }
    Ok(Source::Model(Box::new(imported.document)))
}

/// Where a note's thing stands, in a file that people can open.
fn place(note: &Note) -> String {
    match (&note.file, note.line) {
        (Some(database), 0) => database.clone(),
        (Some(file), line) => format!("{file}:{line}"),
        (None, line) => line.to_string(),
    }
}
