//! Insertions into a text at places of its tree.

use std::ops::Range;

use serde_json::Value;

use super::{EditError, Spec};
use crate::{
    spec::problem::Path,
    yaml::{Content, Entry, Node, write},
};

/// The node at the end of a way of keys.
pub(super) fn find<'n>(root: &'n Node, path: &[&str]) -> Option<&'n Node> {
    path.iter().try_fold(root, |node, key| node.entry(key).map(|entry| &entry.value))
}

/// A text and its tree.
pub(super) struct Text<'t> {
    source: &'t str,
    root: &'t Node,
    newline: &'static str,
    step: usize,
}

impl<'t> Text<'t> {
    /// Of a text and what was read from it.
    pub(super) fn new(text: &'t str, root: &'t Node) -> Self {
        let newline = if text.contains("\r\n") { "\r\n" } else { "\n" };
        Self { source: text, root, newline, step: step(root, text).unwrap_or(2) }
    }

    /// Another entry at the end of the map at a place, which is made where it is missing.
    pub(super) fn insert(&self, path: &[&str], key: &str, value: &Value) -> Result<String, EditError> {
        let Some(node) = find(self.root, path) else {
            let Some((last, parent)) = path.split_last() else { return Err(unfaithful(path)) };
            let nested = Value::Object([(key.to_owned(), value.clone())].into_iter().collect());
            return self.insert(parent, last, &nested);
        };
        self.refuse_alias(path)?;
        match &node.content {
            Content::Map { entries, flow: true } => Ok(self.insert_flow(node, entries, key, value)),
            Content::Map { entries, flow: false } => self.insert_block(path, entries, key, value),
            Content::Scalar(_) if node.is_null() => self.fill(path, key, value),
            _ => Err(EditError::NoKeys { path: Path::of(path) }),
        }
    }

    /// Another word at the end of the list at a place.
    pub(super) fn append(&self, path: &[&str], word: &str) -> Result<String, EditError> {
        let Some(Node { content: Content::List { items, flow }, span }) = find(self.root, path) else {
            return Err(EditError::NoKeys { path: Path::of(path) });
        };
        self.refuse_alias(path)?;
        let word = write::scalar(word);
        let Some(last) = items.last() else { return Ok(self.splice(span.clone(), &format!("[{word}]"))) };
        if *flow {
            return Ok(self.after_flow_item(span, last.span.end, items.first().map(|first| first.span.start), &word));
        }
        let dash = self.line_start(last.span.start);
        let indent = self.source[dash..].find('-').ok_or_else(|| unfaithful(path))?;
        let at = self.line_end(last.span.end);
        Ok(self.splice(at..at, &format!("{}{}- {word}", self.newline, " ".repeat(indent))))
    }

    /// Without one word of the list at a place.
    pub(super) fn remove_item(&self, path: &[&str], at: usize) -> Result<String, EditError> {
        let Some(Node { content: Content::List { items, flow }, .. }) = find(self.root, path) else {
            return Err(EditError::NoKeys { path: Path::of(path) });
        };
        self.refuse_alias(path)?;
        let item = &items[at].span;
        if !flow {
            return Ok(self.splice(self.line_start(item.start)..self.next_line(item.end), ""));
        }
        let range = match (at.checked_sub(1).map(|before| &items[before]), items.get(at + 1)) {
            (_, Some(next)) => item.start..next.span.start,
            (Some(before), None) => before.span.end..item.end,
            (None, None) => item.clone(),
        };
        Ok(self.splice(range, ""))
    }

    /// Without the entry at a place, and without the comments right above it.
    pub(super) fn remove(&self, path: &[&str]) -> Result<String, EditError> {
        let Some((last, parent)) = path.split_last() else { return Err(unfaithful(path)) };
        let node = find(self.root, parent).ok_or_else(|| unfaithful(path))?;
        let Content::Map { entries, flow } = &node.content else { return Err(unfaithful(path)) };
        self.refuse_alias(path)?;
        let at = entries.iter().position(|entry| entry.key == *last).ok_or_else(|| unfaithful(path))?;
        let entry = &entries[at];
        let end =
            if is_empty(entry) { self.colon(entry).unwrap_or(entry.key_span.end) } else { self.content_end(entry) };
        if *flow {
            let range = match (at.checked_sub(1).map(|before| &entries[before]), entries.get(at + 1)) {
                (_, Some(next)) => entry.key_span.start..next.key_span.start,
                (Some(before), None) => before.value.span.end.max(before.key_span.end)..end,
                (None, None) => entry.key_span.start..end,
            };
            return Ok(self.splice(range, ""));
        }
        let start = self.before_comments(self.line_start(entry.key_span.start));
        let end = self.next_line(end);
        Ok(self.splice(self.with_gap(start, end, at == 0 && entries.len() > 1), ""))
    }

    /// The lines from `start` to `end`, with the blank lines above them where none is needed any more.
    fn with_gap(&self, start: usize, end: usize, is_first: bool) -> Range<usize> {
        let next = self.source[end..].lines().next();
        if next.is_some_and(|line| !line.trim().is_empty()) {
            return start..end;
        }
        let above = self.source[..start].trim_end();
        let kept = if above.is_empty() { 0 } else { self.next_line(above.len()) };
        if kept < start || !is_first {
            return kept.min(start)..end;
        }
        // The first of several: what keeps it from the second goes, too.
        let rest = &self.source[end..];
        let blank: usize = rest.split_inclusive('\n').take_while(|line| line.trim().is_empty()).map(str::len).sum();
        start..end + blank
    }

    /// The start of the comments that stand right above a line.
    fn before_comments(&self, line: usize) -> usize {
        let mut start = line;
        while start > 0 {
            let before = self.line_start(start - 1);
            if !self.source[before..start].trim_start().starts_with('#') {
                break;
            }
            start = before;
        }
        start
    }

    /// Another text instead of a value on one line.
    pub(super) fn replace(&self, path: &[&str], with: &str) -> Result<String, EditError> {
        let Some((last, parent)) = path.split_last() else { return Err(unfaithful(path)) };
        let entry = find(self.root, parent).and_then(|node| node.entry(last)).ok_or_else(|| unfaithful(path))?;
        self.refuse_alias(path)?;
        if is_empty(entry) {
            let colon = self.colon(entry).ok_or_else(|| unfaithful(path))?;
            return Ok(self.splice(colon..colon, &format!(" {with}")));
        }
        let value = &entry.value;
        if matches!(&value.content, Content::Map { flow: false, .. } | Content::List { flow: false, .. }) {
            return Err(EditError::Section { path: Path::of(path) });
        }
        // A block scalar begins behind its `|`, and one with an anchor behind `&name`: what lies between is its own.
        let colon = self.colon(entry).ok_or_else(|| unfaithful(path))?;
        if !self.source[colon..value.span.start].trim().is_empty() || self.source[value.span.clone()].contains('\n') {
            return Err(EditError::Section { path: Path::of(path) });
        }
        Ok(self.splice(self.with_room(&value.span, with), &self.padded(&value.span, with)))
    }

    /// The value and the spaces before a comment behind it, which stays in its column if there is room.
    fn with_room(&self, value: &Range<usize>, with: &str) -> Range<usize> {
        let room = self.room(value);
        if room == 0 || with.len() == value.len() { value.clone() } else { value.start..value.end + room }
    }

    fn padded(&self, value: &Range<usize>, with: &str) -> String {
        let room = self.room(value);
        if room == 0 || with.len() == value.len() {
            return with.to_owned();
        }
        format!("{with}{}", " ".repeat((room + value.len()).saturating_sub(with.len()).max(2)))
    }

    /// Spaces between a value and a comment, if there are at least two.
    fn room(&self, value: &Range<usize>) -> usize {
        let rest = &self.source[value.end..];
        let spaces = rest.len() - rest.trim_start_matches(' ').len();
        if spaces >= 2 && rest[spaces..].starts_with('#') { spaces } else { 0 }
    }

    fn insert_flow(&self, node: &Node, entries: &[Entry], key: &str, value: &Value) -> String {
        let entry = format!("{}: {}", write::scalar(key), write::flow(value));
        let Some(last) = entries.last() else { return self.splice(node.span.clone(), &format!("{{ {entry} }}")) };
        let end = if is_empty(last) { self.colon(last).unwrap_or(last.key_span.end) } else { last.value.span.end };
        self.after_flow_item(&node.span, end, Some(last.key_span.start), &entry)
    }

    /// Behind the last item of a collection in brackets: on the same line, or on one of its own where the items have theirs.
    fn after_flow_item(&self, whole: &Range<usize>, end: usize, sibling: Option<usize>, item: &str) -> String {
        let rest = &self.source[end..whole.end];
        let trailing_comma = rest.trim_start().starts_with(',');
        let end = if trailing_comma { end + rest.find(',').unwrap_or_default() + 1 } else { end };
        let sibling = sibling.unwrap_or(whole.start);
        let line = self.line_start(sibling);
        let own_line = line > whole.start && self.source[line..sibling].trim().is_empty();
        let gap = if own_line { format!("{}{}", self.newline, &self.source[line..sibling]) } else { " ".to_owned() };
        let item = if trailing_comma {
            format!("{gap}{item}{}", if own_line { "," } else { "" })
        } else {
            format!(",{gap}{item}")
        };
        self.splice(end..end, &item)
    }

    fn insert_block(&self, path: &[&str], entries: &[Entry], key: &str, value: &Value) -> Result<String, EditError> {
        let (Some(first), Some(last)) = (entries.first(), entries.last()) else { return Err(unfaithful(path)) };
        let line = self.line_start(first.key_span.start);
        let indent = &self.source[line..first.key_span.start];
        // The first entry may stand behind a `-`; the others tell how far in they are.
        let indent: String = indent.chars().map(|letter| if letter == '\t' { '\t' } else { ' ' }).collect();
        let lines = write::entry(path, key, value, &Spec, self.step);
        let spaced =
            entries.len() > 1 && self.blank_before(last) || entries.len() == 1 && path.len() == 1 && spaced(path);
        let end = if is_empty(last) { self.colon(last).unwrap_or(last.key_span.end) } else { self.content_end(last) };
        let at = self.after_comments(self.line_end(end), indent.len());
        let mut insertion = String::new();
        if spaced {
            insertion.push_str(self.newline);
        }
        for line in lines.trim_end().lines() {
            insertion.push_str(self.newline);
            if !line.is_empty() {
                insertion.push_str(&indent);
                insertion.push_str(line);
            }
        }
        Ok(self.splice(at..at, &insertion))
    }

    /// Behind a key with nothing behind it.
    fn fill(&self, path: &[&str], key: &str, value: &Value) -> Result<String, EditError> {
        let Some((last, parent)) = path.split_last() else { return Ok(self.fill_file(key, value)) };
        let node = find(self.root, parent).ok_or_else(|| unfaithful(path))?;
        let entry = node.entry(last).ok_or_else(|| unfaithful(path))?;
        let colon = self.colon(entry).ok_or_else(|| unfaithful(path))?;
        if matches!(node.content, Content::Map { flow: true, .. }) {
            let flow = format!(" {{ {}: {} }}", write::scalar(key), write::flow(value));
            let end = if is_empty(entry) { colon } else { entry.value.span.end };
            return Ok(self.splice(colon..end, &flow));
        }
        let indent = entry.key_span.start - self.line_start(entry.key_span.start) + self.step;
        let lines = write::entry(path, key, value, &Spec, self.step);
        let lines: Vec<String> =
            lines.trim_end().lines().map(|line| format!("{}{}{line}", self.newline, " ".repeat(indent))).collect();
        let end = if is_empty(entry) { colon } else { entry.value.span.end };
        let text = self.splice(colon..end, "");
        let at = self.line_end(end) - (end - colon);
        Ok(format!("{}{}{}", &text[..at], lines.concat(), &text[at..]))
    }

    fn fill_file(&self, key: &str, value: &Value) -> String {
        let lines = write::entry(&[], key, value, &Spec, self.step).replace('\n', self.newline);
        let gap = if self.source.is_empty() || self.source.ends_with('\n') { "" } else { self.newline };
        format!("{}{gap}{lines}", self.source)
    }

    /// What is inside an alias lies elsewhere in the text.
    fn refuse_alias(&self, path: &[&str]) -> Result<(), EditError> {
        let mut node = self.root;
        for (at, key) in path.iter().enumerate() {
            let Some(entry) = node.entry(key) else { return Ok(()) };
            let outside = at > 0 && (entry.key_span.start < node.span.start || entry.key_span.end > node.span.end);
            let aliased = self.source[entry.value.span.clone()].starts_with('*')
                && !matches!(&entry.value.content, Content::Scalar(_));
            if outside || aliased {
                return Err(EditError::Alias { path: Path::of(&path[..=at]) });
            }
            node = &entry.value;
        }
        Ok(())
    }

    fn splice(&self, range: Range<usize>, with: &str) -> String {
        format!("{}{with}{}", &self.source[..range.start], &self.source[range.end..])
    }

    fn line_start(&self, at: usize) -> usize {
        self.source[..at].rfind('\n').map_or(0, |newline| newline + 1)
    }

    fn line_end(&self, at: usize) -> usize {
        let end = self.source[at..].find('\n').map_or(self.source.len(), |length| at + length);
        if self.source[..end].ends_with('\r') { end - 1 } else { end }
    }

    fn next_line(&self, at: usize) -> usize {
        self.source[at..].find('\n').map_or(self.source.len(), |length| at + length + 1)
    }

    /// Where the text of an entry ends, without line breaks that belong to a block scalar.
    fn content_end(&self, entry: &Entry) -> usize {
        let text = &self.source[..entry.value.span.end];
        text.trim_end().len().max(entry.key_span.end)
    }

    /// Behind comments that belong to the map: those right below it that are no less indented.
    fn after_comments(&self, end: usize, indent: usize) -> usize {
        let mut at = end;
        loop {
            let next = self.next_line(at);
            if next == self.source.len() || next == at {
                return at;
            }
            let line = &self.source[next..self.line_end(next)];
            let word = line.trim_start();
            if !word.starts_with('#') || line.len() - word.len() < indent || indent == 0 {
                return at;
            }
            at = self.line_end(next);
        }
    }

    fn blank_before(&self, entry: &Entry) -> bool {
        let mut start = self.line_start(entry.key_span.start);
        while start > 0 {
            let before = self.line_start(start - 1);
            let line = self.source[before..start].trim();
            if line.is_empty() {
                return true;
            }
            if !line.starts_with('#') {
                return false;
            }
            start = before;
        }
        false
    }

    /// Right behind the colon of an entry.
    fn colon(&self, entry: &Entry) -> Option<usize> {
        let from = entry.key_span.end;
        self.source[from..]
            .find(':')
            .filter(|at| self.source[from..from + at].trim().is_empty())
            .map(|at| from + at + 1)
    }
}

/// Whether entries of the map at a place stand apart.
fn spaced(path: &[&str]) -> bool {
    use write::Style;
    Spec.spaced(&[path[0], "*"])
}

fn is_empty(entry: &Entry) -> bool {
    entry.value.is_null() && entry.value.span == entry.key_span
}

fn unfaithful(path: &[&str]) -> EditError {
    EditError::Unfaithful { path: Path::of(path) }
}

/// How many spaces the first nested map is further in.
fn step(root: &Node, text: &str) -> Option<usize> {
    let column = |at: usize| at - text[..at].rfind('\n').map_or(0, |newline| newline + 1);
    let Content::Map { entries, flow: false } = &root.content else { return None };
    entries.iter().find_map(|entry| match &entry.value.content {
        Content::Map { entries, flow: false } => {
            let child = entries.first()?;
            column(child.key_span.start).checked_sub(column(entry.key_span.start)).filter(|step| (1..=8).contains(step))
        }
        _ => None,
    })
}
