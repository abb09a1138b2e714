//! YAML of one document without anchors: maps and lists in block style, and `[…]` and `{…}` within them.

use std::ops::Range;

use super::whole;
use crate::merge::structure::{Container, Entry, Framer, Kind, Own, Syntax, fold};
use crate::yaml::{self, Content, Node};

/// Keys that tell a map of a list from its neighbours: `uses` is what steps of a pipeline have.
const NAMES: [&str; 5] = ["id", "name", "uses", "path", "key"];

/// The file as things within things; none where it is no such YAML, or has a key twice.
pub(super) fn read(text: &str) -> Option<Entry> {
    if has_anchors(text) {
        return None;
    }
    let tree = yaml::parse(text).ok().filter(|tree| tree.duplicates.is_empty())?;
    let reader = Reader { text, framer: Framer { text, syntax: Syntax::Hash } };
    let containers = reader.containers(&tree.root, 0..text.len())?;
    Some(whole(text, containers))
}

/// Whether it can be read, with no key given twice.
pub(super) fn is_sound(text: &str) -> bool {
    yaml::parse(text).is_ok_and(|tree| tree.duplicates.is_empty())
}

/// What stands in one place and is said in another has no place that could be written to.
fn has_anchors(text: &str) -> bool {
    let starts_word = |before: &str| before.is_empty() || before.ends_with([' ', '[', '{', ',', '\n', '\t']);
    let is_anchor = |(at, _): (usize, &str)| {
        let names = text[at + 1..].starts_with(|letter: char| letter.is_ascii_alphanumeric() || letter == '_');
        names && starts_word(&text[..at])
    };
    text.contains("<<:") || text.match_indices(['&', '*']).any(is_anchor)
}

#[derive(Clone, Copy)]
struct Reader<'a> {
    text: &'a str,
    framer: Framer<'a>,
}

impl Reader<'_> {
    /// What is within a value that stands in `around`.
    fn containers(self, node: &Node, around: Range<usize>) -> Option<Vec<Container>> {
        let (kind, inner, own) = match &node.content {
            Content::Scalar(_) => return Some(Vec::new()),
            Content::Map { entries, flow } => {
                let own: Option<Vec<Own>> = entries.iter().map(|entry| self.map_entry(entry, *flow)).collect();
                let kind = if *flow { Kind::OBJECT } else { Kind::MAP };
                (kind, self.inner(node, *flow, around)?, own?)
            }
            Content::List { items, flow } => {
                let own: Option<Vec<Own>> = items.iter().map(|item| self.item(item, *flow)).collect();
                let kind = if *flow { Kind::ARRAY } else { Kind::BLOCK };
                (kind, self.inner(node, *flow, around)?, own?)
            }
        };
        Some(vec![self.framer.container(String::new(), kind, inner, own)?])
    }

    fn inner(self, node: &Node, flow: bool, around: Range<usize>) -> Option<Range<usize>> {
        if !flow {
            return Some(around);
        }
        let written = self.text.get(node.span.clone())?;
        let closed = (written.starts_with('{') && written.ends_with('}'))
            || (written.starts_with('[') && written.ends_with(']'));
        (closed && written.len() > 1).then(|| node.span.start + 1..node.span.end - 1)
    }

    fn map_entry(self, entry: &yaml::Entry, flow: bool) -> Option<Own> {
        let start = entry.key_span.start;
        let behind_key = &self.text[entry.key_span.end..];
        let blank = behind_key.len() - behind_key.trim_start_matches([' ', '\t']).len();
        let has_colon = behind_key[blank..].starts_with(':');
        let colon = if has_colon { entry.key_span.end + blank + 1 } else { entry.key_span.end };
        if !has_colon && !flow {
            return None;
        }
        let end = self.end(entry.value.span.end.max(colon), flow);
        let containers = self.containers(&entry.value, colon..end)?;
        Some(Own { key: entry.key.clone(), by_content: false, span: start..end, containers })
    }

    fn item(self, item: &Node, flow: bool) -> Option<Own> {
        let start = if flow { item.span.start } else { self.dash(item.span.start)? };
        let end = self.end(item.span.end, flow);
        let inner = if flow { item.span.clone() } else { start + 1..end };
        let containers = self.containers(item, inner)?;
        let name = name(item);
        let by_content = name.is_none();
        let key = name.unwrap_or_else(|| fold(&self.text[item.span.start..end.max(item.span.start)]));
        Some(Own { key, by_content, span: start..end, containers })
    }

    /// The dash before an item.
    fn dash(self, at: usize) -> Option<usize> {
        let before = self.text[..at].trim_end();
        before.ends_with('-').then(|| before.len() - 1)
    }

    /// In block style an entry has its last line to itself, with the comment at its end.
    fn end(self, end: usize, flow: bool) -> usize {
        if flow {
            return end;
        }
        let end = self.text[..end].trim_end().len();
        let line = self.text[end..].find('\n').map_or(self.text.len(), |line| end + line);
        self.text[..line].trim_end().len()
    }
}

fn name(item: &Node) -> Option<String> {
    NAMES.iter().find_map(|name| match &item.entry(name)?.value.content {
        // Without its version, so that `actions/checkout@v5` is still the same step.
        Content::Scalar(scalar) => Some(format!("{name} {}", scalar.text.split('@').next().unwrap_or_default())),
        _ => None,
    })
}
