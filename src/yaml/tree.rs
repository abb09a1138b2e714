//! What a person wrote, with the place of every part.

use std::{
    collections::{HashMap, HashSet},
    ops::Range,
};

use granit_parser::{Event, Parser, ScalarStyle, Span, StructureStyle, Tag};
use serde_json::{Map, Value};

use super::{Limits, MAX_DEPTH, YamlError, scalar::plain_value};

/// A document, and what is wrong with it that does not keep it from being read.
#[derive(Debug, Clone, PartialEq)]
pub struct Tree {
    /// The whole of it; null where the file is empty.
    pub root: Node,
    /// Keys that stand twice in one map. The first wins.
    pub duplicates: Vec<Duplicate>,
}

/// A key that stands twice in one map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Duplicate {
    /// The key.
    pub key: String,
    /// Where it stands first.
    pub first: Range<usize>,
    /// Where it stands again.
    pub again: Range<usize>,
}

/// One value and its place.
#[derive(Debug, Clone, PartialEq)]
pub struct Node {
    /// What it is.
    pub content: Content,
    /// Bytes in the text, without the comment behind it. Of a value that an alias repeats: the alias.
    pub span: Range<usize>,
}

/// What a value is.
#[derive(Debug, Clone, PartialEq)]
pub enum Content {
    /// A word, a number, a text.
    Scalar(Scalar),
    /// Values in order.
    List {
        /// They.
        items: Vec<Node>,
        /// Whether it is written `[a, b]`.
        flow: bool,
    },
    /// Values by key.
    Map {
        /// In the order of the text; keys are unique.
        entries: Vec<Entry>,
        /// Whether it is written `{ a: b }`.
        flow: bool,
    },
}

/// A word, a number, a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scalar {
    /// Without quotes and escapes.
    pub text: String,
    /// Whether it has no quotes, and so may be a number, true, false or null.
    pub plain: bool,
}

/// One entry of a map.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// Without quotes and escapes.
    pub key: String,
    /// Bytes of the key in the text.
    pub key_span: Range<usize>,
    /// What stands behind the colon.
    pub value: Node,
}

/// Reads a text of one document.
pub fn parse(text: &str) -> Result<Tree, YamlError> {
    parse_within(text, Limits::default())
}

/// Reads a text of one document that may be larger, or must be smaller, than what a person writes.
pub fn parse_within(text: &str, limits: Limits) -> Result<Tree, YamlError> {
    if text.len() > limits.bytes {
        return Err(YamlError::TooLarge { bytes: text.len(), most: limits.bytes });
    }
    let options = granit_parser::options! {
        emit_comments: false,
        flow_nesting_limit: MAX_DEPTH,
        block_nesting_limit: MAX_DEPTH,
    };
    let parser = Parser::new_from_str_with_options(text, options);
    Builder { parser, text, anchors: HashMap::new(), duplicates: Vec::new(), nodes: 0, most: limits.nodes }.document()
}

/// What stands in an empty file.
pub fn empty() -> Node {
    Node { content: Content::Scalar(Scalar { text: String::new(), plain: true }), span: 0..0 }
}

impl Node {
    /// The entry of a key; none where this is no map or has no such key.
    pub fn entry(&self, key: &str) -> Option<&Entry> {
        match &self.content {
            Content::Map { entries, .. } => entries.iter().find(|entry| entry.key == key),
            _ => None,
        }
    }

    /// The value as JSON: plain words as YAML 1.2 reads them.
    pub fn value(&self) -> Value {
        match &self.content {
            Content::Scalar(scalar) => scalar.value(),
            Content::List { items, .. } => Value::Array(items.iter().map(Self::value).collect()),
            Content::Map { entries, .. } => Value::Object(
                entries.iter().map(|entry| (entry.key.clone(), entry.value.value())).collect::<Map<_, _>>(),
            ),
        }
    }

    /// Whether nothing stands here, as in `key:`.
    pub fn is_null(&self) -> bool {
        matches!(&self.content, Content::Scalar(scalar) if scalar.value().is_null())
    }

    fn count(&self) -> usize {
        1 + match &self.content {
            Content::Scalar(_) => 0,
            Content::List { items, .. } => items.iter().map(Self::count).sum(),
            Content::Map { entries, .. } => entries.iter().map(|entry| entry.value.count()).sum(),
        }
    }
}

impl Scalar {
    /// The value as JSON.
    pub fn value(&self) -> Value {
        if self.plain { plain_value(&self.text) } else { Value::String(self.text.clone()) }
    }
}

struct Builder<'a, I: granit_parser::input::BorrowedInput<'a>> {
    parser: Parser<'a, I>,
    text: &'a str,
    anchors: HashMap<usize, Node>,
    duplicates: Vec<Duplicate>,
    nodes: usize,
    most: usize,
}

impl<'a, I: granit_parser::input::BorrowedInput<'a>> Builder<'a, I> {
    fn document(mut self) -> Result<Tree, YamlError> {
        let mut root = None;
        loop {
            let (event, span) = self.next()?;
            match event {
                Event::StreamEnd => break,
                Event::DocumentStart(..) if root.is_some() => {
                    return Err(YamlError::SeveralDocuments { at: start(&span) });
                }
                Event::StreamStart | Event::DocumentStart(..) | Event::DocumentEnd => {}
                event => root = Some(self.node(event, &span)?),
            }
        }
        Ok(Tree { root: root.unwrap_or_else(empty), duplicates: self.duplicates })
    }

    fn next(&mut self) -> Result<(Event<'a>, Span), YamlError> {
        match self.parser.next_event() {
            Some(Ok(pair)) => Ok(pair),
            Some(Err(error)) => {
                let at = error.marker().byte_offset().unwrap_or_default().min(self.text.len());
                Err(YamlError::Syntax { message: error.info(), at })
            }
            None => Ok((Event::StreamEnd, Span::default())),
        }
    }

    fn node(&mut self, event: Event<'a>, span: &Span) -> Result<Node, YamlError> {
        self.nodes += 1;
        if self.nodes > self.most {
            return Err(YamlError::TooManyNodes { at: start(span), most: self.most });
        }
        let (anchor, node) = match event {
            Event::Scalar(text, style, anchor, tag) => {
                let plain = style == ScalarStyle::Plain && !is_text(tag.as_deref(), span)?;
                let content = Content::Scalar(Scalar { text: text.into_owned(), plain });
                (anchor, Node { content, span: range(span) })
            }
            Event::SequenceStart(style, anchor, tag) => {
                untagged(tag.as_deref(), span)?;
                (anchor, self.list(style, span)?)
            }
            Event::MappingStart(style, anchor, tag) => {
                untagged(tag.as_deref(), span)?;
                (anchor, self.map(style, span)?)
            }
            Event::Alias(id) => (0, self.alias(id, span)?),
            _ => return Err(YamlError::Syntax { message: "a value is missing".to_owned(), at: start(span) }),
        };
        if anchor != 0 {
            self.anchors.insert(anchor, node.clone());
        }
        Ok(node)
    }

    fn alias(&mut self, id: usize, span: &Span) -> Result<Node, YamlError> {
        let Some(node) = self.anchors.get(&id) else {
            let message = "an alias within what it repeats has no end".to_owned();
            return Err(YamlError::Syntax { message, at: start(span) });
        };
        self.nodes += node.count();
        if self.nodes > self.most {
            return Err(YamlError::TooManyNodes { at: start(span), most: self.most });
        }
        Ok(Node { content: node.content.clone(), span: range(span) })
    }

    fn list(&mut self, style: StructureStyle, from: &Span) -> Result<Node, YamlError> {
        let flow = style == StructureStyle::Flow;
        let mut items = Vec::new();
        loop {
            let (event, span) = self.next()?;
            if matches!(event, Event::SequenceEnd) {
                let last = items.last().map(|item: &Node| item.span.end);
                return Ok(Node { content: Content::List { items, flow }, span: whole(flow, from, &span, last) });
            }
            items.push(self.node(event, &span)?);
        }
    }

    fn map(&mut self, style: StructureStyle, from: &Span) -> Result<Node, YamlError> {
        let flow = style == StructureStyle::Flow;
        let mut entries: Vec<Entry> = Vec::new();
        let mut places: HashMap<String, usize> = HashMap::new();
        let mut merged = Vec::new();
        let mut last = None;
        loop {
            let (event, key_span) = self.next()?;
            let key = match event {
                Event::MappingEnd => {
                    merge(&mut entries, merged);
                    return Ok(Node {
                        content: Content::Map { entries, flow },
                        span: whole(flow, from, &key_span, last),
                    });
                }
                event => self.key(event, &key_span)?,
            };
            let (event, span) = self.next()?;
            let mut value = self.node(event, &span)?;
            let key_span = range(&key_span);
            if value.span.is_empty() {
                value.span = key_span.clone();
            }
            last = Some(value.span.end.max(key_span.end));
            if key == "<<" {
                merged.extend(mergeable(value)?);
                continue;
            }
            if let Some(&at) = places.get(&key) {
                self.duplicates.push(Duplicate { key, first: entries[at].key_span.clone(), again: key_span });
                continue;
            }
            places.insert(key.clone(), entries.len());
            entries.push(Entry { key, key_span, value });
        }
    }

    fn key(&mut self, event: Event<'a>, span: &Span) -> Result<String, YamlError> {
        match self.node(event, span)?.content {
            Content::Scalar(scalar) => Ok(scalar.text),
            _ => Err(YamlError::ComplexKey { at: start(span) }),
        }
    }
}

fn mergeable(node: Node) -> Result<Vec<Entry>, YamlError> {
    let at = node.span.start;
    match node.content {
        Content::Map { entries, .. } => Ok(entries),
        Content::List { items, .. } => {
            let parts: Result<Vec<_>, _> = items.into_iter().map(mergeable).collect();
            Ok(parts?.into_iter().flatten().collect())
        }
        Content::Scalar(_) => Err(YamlError::Merge { at }),
    }
}

fn merge(entries: &mut Vec<Entry>, merged: Vec<Entry>) {
    if merged.is_empty() {
        return;
    }
    let mut known: HashSet<String> = entries.iter().map(|own| own.key.clone()).collect();
    for entry in merged {
        if known.insert(entry.key.clone()) {
            entries.push(entry);
        }
    }
}

fn is_text(tag: Option<&Tag>, span: &Span) -> Result<bool, YamlError> {
    match tag {
        None => Ok(false),
        Some(tag) if tag.is_yaml_core_schema_tag("str") => Ok(true),
        Some(tag) => Err(YamlError::Tag { tag: tag.original(), at: tag_start(span) }),
    }
}

fn untagged(tag: Option<&Tag>, span: &Span) -> Result<(), YamlError> {
    tag.map_or(Ok(()), |tag| Err(YamlError::Tag { tag: tag.original(), at: tag_start(span) }))
}

fn tag_start(span: &Span) -> usize {
    span.tag_start().and_then(|mark| mark.byte_offset()).unwrap_or_else(|| start(span))
}

fn start(span: &Span) -> usize {
    span.start.byte_offset().unwrap_or_default()
}

fn range(span: &Span) -> Range<usize> {
    span.byte_range().unwrap_or(0..0)
}

/// A block collection ends with its last value: what the parser calls its end lies behind blank lines and comments.
fn whole(flow: bool, from: &Span, to: &Span, last: Option<usize>) -> Range<usize> {
    let end = if flow { range(to).end } else { last.unwrap_or_else(|| range(from).end) };
    start(from)..end.max(start(from))
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use super::*;
    use serde_json::json;

    fn spans(node: &Node, text: &str, out: &mut Vec<String>) {
        match &node.content {
            Content::Scalar(_) => out.push(text[node.span.clone()].to_owned()),
            Content::List { items, .. } => {
                out.push(format!("list<{}>", &text[node.span.clone()]));
                for item in items {
                    spans(item, text, out);
                }
            }
            Content::Map { entries, .. } => {
                out.push(format!("map<{}>", &text[node.span.clone()]));
                for entry in entries {
                    out.push(format!("{}:", &text[entry.key_span.clone()]));
                    spans(&entry.value, text, out);
                }
            }
        }
    }

    #[test]
    fn every_part_knows_its_place() {
        let text = "a: 1 # one\nb:\n  - x\n  - { c: \"ü y\", d: }\n\n# end\ne: |\n  text\n";
        let tree = parse(text).unwrap();
        let mut out = Vec::new();
        spans(&tree.root, text, &mut out);
        insta::assert_snapshot!(out.join("\n"), @r#"
        map<a: 1 # one
        b:
          - x
          - { c: "ü y", d: }

        # end
        e: |
          text
        >
        a:
        1
        b:
        list<- x
          - { c: "ü y", d: }>
        x
        map<{ c: "ü y", d: }>
        c:
        "ü y"
        d:
        d
        e:
        text
        "#);
        assert_eq!(tree.root.value(), json!({ "a": 1, "b": ["x", { "c": "ü y", "d": null }], "e": "text\n" }));
    }

    #[test]
    fn a_key_that_stands_twice_is_told_with_both_places() {
        let tree = parse("a: 1\nb: 2\na: 3\n").unwrap();
        assert_eq!(tree.duplicates, [Duplicate { key: "a".to_owned(), first: 0..1, again: 10..11 }]);
        assert_eq!(tree.root.value(), json!({ "a": 1, "b": 2 }));
    }

    #[test]
    fn aliases_and_merges_repeat_what_they_name() {
        let tree = parse("a: &open { read: x, write: y }\nb: *open\nc: { <<: *open, write: z }\n").unwrap();
        assert_eq!(
            tree.root.value(),
            json!({ "a": { "read": "x", "write": "y" }, "b": { "read": "x", "write": "y" }, "c": { "write": "z", "read": "x" } })
        );
    }

    #[test]
    fn a_bomb_of_aliases_is_refused() {
        let mut text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n".to_owned();
        for level in 1..9 {
            let below = vec![format!("*a{}", level - 1); 10].join(", ");
            let _ = writeln!(text, "a{level}: &a{level} [{below}]");
        }
        assert!(matches!(parse(&text), Err(YamlError::TooManyNodes { .. })));
    }

    #[test]
    fn what_is_too_large_or_too_deep_is_refused() {
        assert!(matches!(parse(&"#".repeat(crate::yaml::MAX_BYTES + 1)), Err(YamlError::TooLarge { .. })));
        assert!(matches!(parse(&"[".repeat(5_000)), Err(YamlError::Syntax { .. })));
        let deep = (0..500).map(|level| " ".repeat(level) + "a:\n").collect::<Vec<_>>().concat();
        assert!(matches!(parse(&deep), Err(YamlError::Syntax { .. })));
    }

    #[test]
    fn what_is_not_a_plain_document_is_refused() {
        assert!(matches!(parse("a: !!binary aGk="), Err(YamlError::Tag { .. })));
        assert!(matches!(parse("? [a, b]\n: c"), Err(YamlError::ComplexKey { .. })));
        assert!(matches!(parse("a: 1\n---\nb: 2\n"), Err(YamlError::SeveralDocuments { .. })));
        assert!(matches!(parse("a: &a [*a]"), Err(YamlError::Syntax { .. })));
        assert!(matches!(parse("<<: 1"), Err(YamlError::Merge { .. })));
        assert!(parse("").unwrap().root.is_null());
    }
}
