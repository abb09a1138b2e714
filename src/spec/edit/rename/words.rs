//! Words of a text that are replaced, in the text and in the tree that was read from it.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::yaml::{Content, Node, Scalar, write};

/// Words that are replaced.
pub(super) struct Words<'t> {
    source: &'t str,
    /// By where they start.
    replaced: BTreeMap<usize, (Range<usize>, String)>,
}

impl<'t> Words<'t> {
    pub(super) fn new(source: &'t str) -> Self {
        Self { source, replaced: BTreeMap::new() }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.replaced.is_empty()
    }

    /// The text with the new words; none where one of them is an alias, whose text stands elsewhere.
    pub(super) fn replaced(&self) -> Option<String> {
        let (mut text, mut at) = (String::with_capacity(self.source.len()), 0);
        for (span, word) in self.replaced.values() {
            if span.start < at || self.source[span.clone()].starts_with('*') {
                return None;
            }
            text.push_str(&self.source[at..span.start]);
            text.push_str(word);
            at = span.end;
        }
        text.push_str(&self.source[at..]);
        Some(text)
    }

    /// Another word instead of a scalar.
    pub(super) fn put(&mut self, node: &mut Node, word: &str) {
        let written = self.note(&node.span, word);
        let plain = !written.starts_with(['"', '\'']);
        node.content = Content::Scalar(Scalar { text: word.to_owned(), plain });
    }

    /// The same where it says just `from`.
    pub(super) fn put_if(&mut self, node: &mut Node, from: &str, to: &str) {
        if super::text_of(node) == Some(from) {
            self.put(node, to);
        }
    }

    /// Another key in the map at a place.
    pub(super) fn key(&mut self, root: &mut Node, path: &[&str], from: &str, to: &str) {
        self.each(root, path, &mut |words, node| {
            let Content::Map { entries, .. } = &mut node.content else { return };
            if let Some(entry) = entries.iter_mut().find(|entry| entry.key == from) {
                words.note(&entry.key_span, to);
                to.clone_into(&mut entry.key);
            }
        });
    }

    /// Visits what is at a place: `*` is any key, `[]` any item.
    pub(super) fn each(&mut self, node: &mut Node, path: &[&str], visit: &mut dyn FnMut(&mut Self, &mut Node)) {
        let Some((step, rest)) = path.split_first() else { return visit(self, node) };
        match &mut node.content {
            Content::List { items, .. } if *step == "[]" => {
                for item in items {
                    self.each(item, rest, visit);
                }
            }
            Content::Map { entries, .. } => {
                for entry in entries.iter_mut().filter(|entry| *step == "*" || entry.key == *step) {
                    self.each(&mut entry.value, rest, visit);
                }
            }
            _ => {}
        }
    }

    /// Notes another word, in the quotes that the old one has; as it is written.
    fn note(&mut self, span: &Range<usize>, word: &str) -> String {
        let old = &self.source[span.clone()];
        let quote = old.chars().next().filter(|first| "\"'".contains(*first) && old.len() > 1);
        let written = match quote {
            Some(quote) if !word.contains(['"', '\'', '\\']) => format!("{quote}{word}{quote}"),
            _ => write::scalar(word),
        };
        self.replaced.insert(span.start, (span.clone(), written.clone()));
        written
    }
}
