//! Samples of data: JSON, one object a line, CSV; one file, or a folder of them.
//!
//! A sample tells what its rows have in common, and nothing of what others may be like. So everything that is taken from
//! it is said to be assumed, in a note; `docs/import-samples.md` says what is taken for what.

mod build;
mod delimited;
mod json;
mod kinds;
mod relations;
mod sheet;
mod sheets;
#[cfg(test)]
mod tests;
mod types;

use self::sheets::{MOST_SHEETS, Sheets};
use super::{
    Imported,
    fault::{Fault, problems},
    files::Files,
    notes::Notes,
    relational::convert::convert,
    span::Span,
};
use crate::spec::problem::Problems;

/// Bytes of all files; more are refused before they are read.
pub const MAX_BYTES: usize = 64 * 1024 * 1024;

/// Endings of files that hold samples.
pub const ENDINGS: [&str; 6] = ["csv", "tsv", "tab", "json", "ndjson", "jsonl"];

/// Reads samples: the names of their files, within the folder that holds them, with their texts.
///
/// `name` is that of the file or folder, for messages and for the project. The document that comes out passes every check
/// that a hand-written one must pass; what is assumed is in the notes.
///
/// # Errors
/// That there are no rows in them, that JSON cannot be parsed, or more than anybody has.
pub fn read(files: &[(String, String)], name: &str) -> Result<Imported, Problems> {
    let bytes: usize = files.iter().map(|(_, text)| text.len() + 1).sum();
    if bytes > MAX_BYTES {
        let message = format!("the samples have {bytes} bytes; at most {MAX_BYTES} are read");
        let fault = Fault::new(Span::default(), message).help("give only the first rows of each");
        return Err(problems("", name, vec![fault]));
    }
    let all = Files::of(files);
    let mut notes = Notes::default();
    let mut sheets = Sheets::default();
    for ((file, text), start) in files.iter().zip(&all.starts) {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        one(file, text, *start, &mut sheets, &mut notes).map_err(|fault| in_file(fault, file, text, *start))?;
    }
    json::join_parts(&mut sheets);
    if sheets.is_cut {
        let why = format!("there are more than {MOST_SHEETS} kinds; the others are left out");
        notes.dropped(Span::default(), "some rows", why);
    }
    let schema = build::schema(&sheets, &mut notes);
    if schema.tables.is_empty() {
        let fault = Fault::new(Span::default(), "there are no rows in it");
        return Err(problems(
            "",
            name,
            vec![fault.help("a sample is a list of objects in JSON, or a CSV with a header")],
        ));
    }
    let mut imported =
        convert(schema, notes, &all.source, name).map_err(|faults| problems(&all.source, name, faults))?;
    all.attribute(&mut imported.notes);
    Ok(imported)
}

/// A fault of one of several files is told in that file.
fn in_file(mut fault: Fault, file: &str, text: &str, start: usize) -> Problems {
    let at = fault.span.start.saturating_sub(start);
    fault.span = Span { start: at, end: at };
    problems(text, file, vec![fault])
}

fn one(file: &str, text: &str, start: usize, sheets: &mut Sheets, notes: &mut Notes) -> Result<(), Fault> {
    let last = file.rsplit(['/', '\\']).next().unwrap_or(file);
    let (stem, ending) = last.rsplit_once('.').unwrap_or((last, ""));
    match ending.to_ascii_lowercase().as_str() {
        "ndjson" | "jsonl" => json::read_lines(text, stem, start, sheets, notes),
        "json" => json::read(text, stem, start, sheets, notes),
        _ => {
            delimited::read(text, stem, start, sheets, notes);
            Ok(())
        }
    }
}
