//! CSV and its kin: a header and rows, whatever stands between the values.

use csv::{ReaderBuilder, StringRecord};

use super::{
    sheet::{Cell, MOST_COLUMNS},
    sheets::{MOST_ROWS, Sheets},
};
use crate::spec::import::{NoteKind, notes::Notes, span::Span};

const SIGNS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// Lines that tell what stands between values.
const LOOKED_AT: usize = 20;

/// Words for no value.
const NOTHING: [&str; 7] = ["", "null", "\\n", "na", "n/a", "nil", "-"];

/// Reads a table; `start` is where its text begins among all texts.
pub(super) fn read(text: &str, name: &str, start: usize, sheets: &mut Sheets, notes: &mut Notes) {
    let mut reader =
        ReaderBuilder::new().delimiter(sniffed(text)).flexible(true).has_headers(false).from_reader(text.as_bytes());
    let mut record = StringRecord::new();
    let place = Span { start, end: start };
    if !reader.read_record(&mut record).unwrap_or(false) {
        notes.grouped(place, NoteKind::NotCarried, "files without rows:", format!("`{name}`"), "left out");
        return;
    }
    let end = usize::try_from(reader.position().byte()).unwrap_or_default();
    let header = header(&record, text.get(..end).unwrap_or(text), start, notes);
    let Some(at) = sheets.of(name, place) else { return };
    let sheet = &mut sheets.all[at];
    for (name, span) in &header {
        sheet.add(name, *span, Cell::Empty);
    }
    while reader.read_record(&mut record).unwrap_or(false) {
        let offset = record.position().and_then(|position| usize::try_from(position.byte()).ok()).unwrap_or_default();
        let row = Span { start: start + offset, end: start + offset };
        if sheet.rows >= MOST_ROWS {
            let why = format!("only the first {MOST_ROWS} are looked at");
            notes.dropped(row, format!("rows of `{name}`"), why);
            break;
        }
        sheet.rows += 1;
        for (value, (column, span)) in record.iter().zip(&header) {
            let value = value.trim();
            let is_nothing = NOTHING.iter().any(|word| value.eq_ignore_ascii_case(word));
            sheet.add(column, *span, if is_nothing { Cell::Empty } else { Cell::Any(value) });
        }
        if record.len() > header.len() {
            let why = "the header has fewer columns; what is beyond them is left out";
            notes.grouped(row, NoteKind::NotCarried, "rows with more values than columns:", format!("`{name}`"), why);
        }
    }
}

/// What divides the first lines into the most parts, the same in most of them.
fn sniffed(text: &str) -> u8 {
    let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).take(LOOKED_AT).collect();
    let weight = |sign: u8| {
        let counts: Vec<usize> = lines.iter().map(|line| outside_quotes(line, sign)).collect();
        let first = counts.first().copied().unwrap_or_default();
        first * counts.iter().filter(|count| **count == first).count()
    };
    let most = SIGNS.into_iter().map(weight).max().unwrap_or_default();
    SIGNS.into_iter().find(|sign| weight(*sign) == most).unwrap_or(b',')
}

fn outside_quotes(line: &str, sign: u8) -> usize {
    let mut is_quoted = false;
    let bytes = line.bytes().take(100_000);
    bytes
        .filter(|byte| {
            is_quoted ^= *byte == b'"';
            !is_quoted && *byte == sign
        })
        .count()
}

/// The names of the columns with their places in the text of the header; what has no name of its own gets one.
fn header(record: &StringRecord, text: &str, start: usize, notes: &mut Notes) -> Vec<(String, Span)> {
    let mut from = 0;
    let mut seen = std::collections::HashSet::new();
    let mut header = Vec::new();
    for (at, written) in record.iter().enumerate().take(MOST_COLUMNS) {
        let written = written.trim();
        // A name with quotes in it stands otherwise than it is read; its place is that of the one before it.
        let found = text[from..].find(written).map(|found| from + found);
        let place = found.unwrap_or(from);
        from = found.map_or(from, |found| found + written.len());
        let span = Span { start: start + place, end: start + from };
        let mut name = written.to_owned();
        if written.is_empty() || !seen.insert(written.to_lowercase()) {
            name = format!("column {}", at + 1);
            let why = "it has no name, or one that another column has";
            notes.changed(
                span,
                format!("the column {} `{written}`", at + 1),
                format!("called `{name}`, because {why}"),
            );
            seen.insert(name.clone());
        }
        header.push((name, span));
    }
    header
}

#[cfg(test)]
mod tests {
    use super::sniffed;

    #[test]
    fn what_stands_between_values_is_told_by_the_first_lines() {
        assert_eq!(sniffed("a;b;c\n1,5;2;3\n"), b';');
        assert_eq!(sniffed("a\tb\n1\t2,3,4\n"), b'\t');
        assert_eq!(sniffed("a,b\n\"x;y;z\",2\n"), b',');
        assert_eq!(sniffed("a|b|c\n1|2|3\n"), b'|');
        assert_eq!(sniffed(""), b',');
    }
}
