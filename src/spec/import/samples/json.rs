//! JSON: lists of objects, an object of such lists, one object, or one object a line.

use super::{
    sheet::Cell,
    sheets::{MOST_ROWS, Sheets, base},
};
use crate::{
    spec::import::{NoteKind, fault::Fault, notes::Notes, span::Span},
    yaml::{Content, Limits, Node, Scalar, is_number, parse_within},
};

/// Bytes and values of the largest file.
const MOST_BYTES: usize = 16 * 1024 * 1024;
const MOST_NODES: usize = 2_000_000;

/// Keys of a list that say only that it is one.
const USUAL: [&str; 12] =
    ["data", "items", "results", "rows", "records", "content", "value", "values", "list", "hits", "entries", "result"];

/// Parts of an object that become columns; of one with more, all is one column.
const MOST_PARTS: usize = 12;

/// Reads a file of one value; `start` is where its text begins among all texts.
pub(super) fn read(text: &str, name: &str, start: usize, sheets: &mut Sheets, notes: &mut Notes) -> Result<(), Fault> {
    let root = parsed(text, start)?;
    let mut reader = Reader { sheets, notes, start };
    reader.root(&root, name);
    Ok(())
}

/// Reads a file of one value a line.
pub(super) fn read_lines(
    text: &str,
    name: &str,
    start: usize,
    sheets: &mut Sheets,
    notes: &mut Notes,
) -> Result<(), Fault> {
    let mut offset = start;
    let mut rows = 0;
    for line in text.split_inclusive('\n') {
        if !line.trim().is_empty() {
            rows += 1;
            if rows > MOST_ROWS {
                let place = Span { start: offset, end: offset };
                notes.dropped(place, format!("rows of `{name}`"), format!("only the first {MOST_ROWS} are looked at"));
                break;
            }
            let root = parsed(line, offset)?;
            let mut reader = Reader { sheets, notes, start: offset };
            let span = reader.span(&root);
            if let Some(at) = reader.sheets.of(name, span) {
                reader.row(at, &root);
            }
        }
        offset += line.len();
    }
    Ok(())
}

fn parsed(text: &str, start: usize) -> Result<Node, Fault> {
    let limits = Limits { bytes: MOST_BYTES, nodes: MOST_NODES };
    let tree = parse_within(text, limits).map_err(|error| {
        let at = start + error.at().min(text.len());
        let fault = Fault::new(Span { start: at, end: at }, error.to_string());
        fault.help(
            "JSON is read here: a list of objects, an object of lists, one object, or one object a line (`.ndjson`)",
        )
    })?;
    Ok(tree.root)
}

struct Reader<'r> {
    sheets: &'r mut Sheets,
    notes: &'r mut Notes,
    start: usize,
}

impl Reader<'_> {
    fn span(&self, node: &Node) -> Span {
        Span { start: self.start + node.span.start, end: self.start + node.span.end }
    }

    fn root(&mut self, root: &Node, name: &str) {
        match &root.content {
            Content::List { items, .. } => self.rows(items, name, self.span(root)),
            Content::Map { entries, .. } => {
                let lists: Vec<_> = entries.iter().filter(|entry| has_rows(&entry.value)).collect();
                if lists.is_empty() {
                    return self.rows(std::slice::from_ref(root), name, self.span(root));
                }
                for entry in entries {
                    let span = Span { start: self.start + entry.key_span.start, end: self.start + entry.key_span.end };
                    let Some(items) = items_of(&entry.value).filter(|_| has_rows(&entry.value)) else {
                        let why = "it stands beside the lists of rows";
                        self.notes.grouped(span, NoteKind::NotCarried, "values:", format!("`{}`", entry.key), why);
                        continue;
                    };
                    let is_usual = lists.len() == 1 && USUAL.contains(&entry.key.to_lowercase().as_str());
                    self.rows(items, if is_usual { name } else { &entry.key }, span);
                }
            }
            Content::Scalar(_) => {
                let why = "there is no object in it";
                self.notes.grouped(
                    self.span(root),
                    NoteKind::NotCarried,
                    "files without rows:",
                    format!("`{name}`"),
                    why,
                );
            }
        }
    }

    fn rows(&mut self, items: &[Node], name: &str, span: Span) {
        let Some(at) = self.sheets.of(name, span) else { return };
        for item in items {
            self.row(at, item);
        }
    }

    fn row(&mut self, at: usize, node: &Node) {
        let Content::Map { entries, .. } = &node.content else {
            let item = format!("`{}`", self.sheets.all[at].name);
            self.notes.grouped(self.span(node), NoteKind::NotCarried, "rows that are no objects, of", item, "left out");
            return;
        };
        let sheet = &mut self.sheets.all[at];
        if sheet.rows >= MOST_ROWS {
            let (item, why) = (format!("`{}`", sheet.name), "only the first 200,000 are looked at");
            self.notes.grouped(self.span(node), NoteKind::NotCarried, "rows of", item, why);
            return;
        }
        sheet.rows += 1;
        for entry in entries {
            let span = Span { start: self.start + entry.key_span.start, end: self.start + entry.key_span.end };
            self.value(at, &entry.key, span, &entry.value);
        }
    }

    fn value(&mut self, at: usize, key: &str, span: Span, node: &Node) {
        if let Content::Map { entries, .. } = &node.content
            && !entries.is_empty()
            && node.entry("id").is_none()
        {
            for part in entries {
                let place = Span { start: self.start + part.key_span.start, end: self.start + part.key_span.end };
                let name = format!("{key}.{}", part.key.replace('.', "_"));
                self.sheets.all[at].add(&name, place, cell(&part.value));
            }
            return;
        }
        let is_list = has_rows(node);
        let rows: &[Node] = match &node.content {
            Content::List { items, .. } if is_list => items,
            Content::Map { .. } if node.entry("id").is_some() => std::slice::from_ref(node),
            _ => return self.sheets.all[at].add(key, span, cell(node)),
        };
        let Some(held) = self.held(at, key, span, is_list) else { return };
        for row in rows {
            self.row(held, row);
        }
    }

    /// The sheet of what a property holds.
    fn held(&mut self, at: usize, key: &str, span: Span, is_list: bool) -> Option<usize> {
        if let Some((held, _)) = self.sheets.all[at].held.get(key) {
            return Some(*held);
        }
        let is_usual =
            USUAL.contains(&key.to_lowercase().as_str()) || ["line", "detail", "part"].contains(&base(key).as_str());
        let name = if is_usual { format!("{}_{key}", base(&self.sheets.all[at].name)) } else { key.to_owned() };
        let held = self.sheets.of(&name, span)?;
        self.sheets.all[at].held.insert(key.to_owned(), (held, is_list));
        Some(held)
    }
}

fn items_of(node: &Node) -> Option<&[Node]> {
    match &node.content {
        Content::List { items, .. } => Some(items),
        _ => None,
    }
}

/// Whether a node is a list of objects, or nearly so.
fn has_rows(node: &Node) -> bool {
    items_of(node).is_some_and(|items| {
        let objects = items.iter().filter(|item| matches!(item.content, Content::Map { .. })).count();
        objects > 0 && objects * 2 > items.len()
    })
}

fn cell(node: &Node) -> Cell<'_> {
    match &node.content {
        Content::Scalar(Scalar { text, plain: false }) if text.is_empty() => Cell::Empty,
        Content::Scalar(Scalar { text, plain: false }) => Cell::Text(text),
        Content::Scalar(_) if node.is_null() => Cell::Empty,
        Content::Scalar(Scalar { text, .. }) if matches!(text.as_str(), "true" | "false") => Cell::Boolean,
        Content::Scalar(Scalar { text, .. }) if is_number(text) => Cell::Number(text),
        Content::Scalar(Scalar { text, .. }) => Cell::Text(text),
        Content::List { .. } | Content::Map { .. } => Cell::Json,
    }
}

/// Objects with many parts, or with parts that are lists, are kept as one column.
pub(super) fn join_parts(sheets: &mut Sheets) {
    for sheet in &mut sheets.all {
        let mut parts: indexmap::IndexMap<String, (usize, bool)> = indexmap::IndexMap::new();
        for (name, column) in &sheet.columns {
            if let Some((whole, _)) = name.split_once('.') {
                let known = parts.entry(whole.to_owned()).or_default();
                known.0 += 1;
                known.1 |= column.is_json;
            }
        }
        parts.retain(|_, (count, has_json)| *count > MOST_PARTS || *has_json);
        for whole in parts.keys() {
            let first =
                sheet.columns.iter().find(|(name, _)| name.split_once('.').is_some_and(|(one, _)| one == whole));
            let Some(span) = first.map(|(_, column)| column.span) else { continue };
            sheet.columns.retain(|name, _| name.split_once('.').is_none_or(|(one, _)| one != whole));
            sheet.add(whole, span, Cell::Json);
        }
    }
}
