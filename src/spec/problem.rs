//! What is wrong with a spec: in plain words, at its place, with what to write instead.

use std::{fmt, ops::Range};

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet, renderer::DEFAULT_TERM_WIDTH};
use serde::Serialize;

use crate::yaml::{Content, Node};

/// One step from the root of the document.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[serde(untagged)]
pub enum Segment {
    /// Into a map.
    Key(String),
    /// Into a list, from 0.
    Index(usize),
}

/// The way from the root of the document to a value: `entities.Pet.fields.name`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize)]
pub struct Path(Vec<Segment>);

impl Path {
    /// The document itself.
    pub fn root() -> Self {
        Self::default()
    }

    /// Of keys from the root.
    pub fn of(keys: &[&str]) -> Self {
        Self(keys.iter().map(|key| Segment::Key((*key).to_owned())).collect())
    }

    /// One step further, into a map.
    #[must_use]
    pub fn key(&self, key: &str) -> Self {
        self.step(Segment::Key(key.to_owned()))
    }

    /// One step further, into a list.
    #[must_use]
    pub fn index(&self, index: usize) -> Self {
        self.step(Segment::Index(index))
    }

    /// The steps.
    pub fn segments(&self) -> &[Segment] {
        &self.0
    }

    /// The keys among the steps.
    pub fn keys(&self) -> Vec<&str> {
        self.0
            .iter()
            .filter_map(|segment| match segment {
                Segment::Key(key) => Some(key.as_str()),
                Segment::Index(_) => None,
            })
            .collect()
    }

    fn step(&self, segment: Segment) -> Self {
        let mut segments = self.0.clone();
        segments.push(segment);
        Self(segments)
    }
}

impl fmt::Display for Path {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, segment) in self.0.iter().enumerate() {
            match segment {
                Segment::Key(key) if at == 0 => out.write_str(key)?,
                Segment::Key(key) => write!(out, ".{key}")?,
                Segment::Index(index) => write!(out, "[{index}]")?,
            }
        }
        Ok(())
    }
}

/// Which half of an entry is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Part {
    /// The name before the colon.
    Key,
    /// What stands behind it.
    Value,
}

/// Whether it can stay so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// Nothing can be made of the spec.
    Error,
    /// Something can, but probably not what was meant.
    Warning,
}

/// Something wrong with a document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// Where in the document.
    pub path: Path,
    /// Which half of the entry.
    pub part: Part,
    /// What is wrong, in a sentence without a full stop.
    pub message: String,
    /// What to write instead.
    pub mend: Option<String>,
    /// Whether it can stay so.
    pub severity: Severity,
    /// Bytes of the text, where the path alone does not tell.
    #[serde(skip)]
    pub span: Option<Range<usize>>,
    /// Another place that has to do with it, and what is there.
    #[serde(skip)]
    pub other: Option<(Range<usize>, String)>,
}

impl Problem {
    /// An error about a value.
    pub fn new(path: Path, message: impl Into<String>) -> Self {
        Self {
            path,
            part: Part::Value,
            message: message.into(),
            mend: None,
            severity: Severity::Error,
            span: None,
            other: None,
        }
    }

    /// An error about a name before a colon.
    pub fn of_key(path: Path, message: impl Into<String>) -> Self {
        Self { part: Part::Key, ..Self::new(path, message) }
    }

    /// The same with what to write instead.
    #[must_use]
    pub fn mend(self, mend: impl Into<String>) -> Self {
        Self { mend: Some(mend.into()), ..self }
    }

    /// The same, but it can stay so.
    #[must_use]
    pub fn warning(self) -> Self {
        Self { severity: Severity::Warning, ..self }
    }
}

/// A problem and its place in the text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Located {
    /// From 1.
    pub line: usize,
    /// In characters, from 1.
    pub column: usize,
    /// Bytes of the text.
    #[serde(skip)]
    pub span: Range<usize>,
    /// What is wrong.
    #[serde(flatten)]
    pub problem: Problem,
}

/// All that is wrong with one text, in the order of the places.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, thiserror::Error)]
#[error("`{file}` has {}", counted(problems))]
pub struct Problems {
    /// Name of the file, as given.
    pub file: String,
    /// The text.
    #[serde(skip)]
    pub text: String,
    /// The problems.
    pub problems: Vec<Located>,
}

impl Problems {
    /// Finds the places of problems.
    pub fn locate(file: &str, source: &str, root: &Node, problems: Vec<Problem>) -> Self {
        let mut located: Vec<Located> = problems
            .into_iter()
            .map(|problem| {
                let span = problem.span.clone().unwrap_or_else(|| place(root, &problem.path, problem.part));
                let (line, column) = line_and_column(source, span.start);
                Located { line, column, span, problem }
            })
            .collect();
        located.sort_by_key(|one| (one.span.start, one.span.end));
        located.dedup_by(|a, b| a.problem == b.problem);
        Self { file: file.to_owned(), text: source.to_owned(), problems: located }
    }

    /// Whether nothing is wrong.
    pub fn is_empty(&self) -> bool {
        self.problems.is_empty()
    }

    /// Whether something cannot stay so.
    pub fn has_errors(&self) -> bool {
        self.problems.iter().any(|one| one.problem.severity == Severity::Error)
    }

    /// For a terminal: each problem with its line, a caret below it, and what to write instead.
    pub fn render(&self, colour: bool) -> String {
        let renderer = if colour { Renderer::styled() } else { Renderer::plain() }.term_width(DEFAULT_TERM_WIDTH);
        let parts: Vec<String> = self.problems.iter().map(|one| self.render_one(&renderer, one)).collect();
        parts.join("\n\n")
    }

    fn render_one(&self, renderer: &Renderer, located: &Located) -> String {
        let Problem { message, mend, severity, other, .. } = &located.problem;
        let level = match severity {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
        };
        let span = clip(&self.text, &located.span);
        let mut snippet =
            Snippet::source(self.text.as_str()).path(self.file.as_str()).annotation(AnnotationKind::Primary.span(span));
        if let Some((range, label)) = other {
            snippet = snippet.annotation(AnnotationKind::Context.span(clip(&self.text, range)).label(label.as_str()));
        }
        let mut group: Group<'_> = level.primary_title(message.as_str()).element(snippet);
        if let Some(mend) = mend {
            group = group.element(Level::HELP.message(mend.as_str()));
        }
        renderer.render(&[group])
    }
}

fn counted(problems: &[Located]) -> String {
    match problems {
        [] => "no problem".to_owned(),
        [only] => format!("a problem in line {}: {}", only.line, only.problem.message),
        [first, ..] => {
            format!("{} problems, the first in line {}: {}", problems.len(), first.line, first.problem.message)
        }
    }
}

/// A caret under a whole section helps nobody: only its first line is marked.
fn clip(source: &str, span: &Range<usize>) -> Range<usize> {
    let start = span.start.min(source.len());
    let end = span.end.clamp(start, source.len());
    let first_line = source[start..end].find(['\n', '\r']).map_or(end, |length| start + length);
    start..first_line
}

fn place(root: &Node, path: &Path, part: Part) -> Range<usize> {
    let mut node = root;
    let mut found = node.span.start..node.span.start;
    let last = path.segments().len();
    for (at, segment) in path.segments().iter().enumerate() {
        let is_last = at + 1 == last;
        match (segment, &node.content) {
            (Segment::Key(key), Content::Map { .. }) => {
                let Some(entry) = node.entry(key) else { return found };
                found = if is_last && part == Part::Value && is_small(&entry.value) {
                    entry.value.span.clone()
                } else {
                    entry.key_span.clone()
                };
                node = &entry.value;
            }
            (Segment::Index(index), Content::List { items, .. }) => {
                let Some(item) = items.get(*index) else { return found };
                found = item.span.clone();
                node = item;
            }
            // Words that may be listed or have labels, such as those of an enum.
            (Segment::Key(key), Content::List { items, .. }) => {
                let is_it = |item: &&Node| matches!(&item.content, Content::Scalar(scalar) if scalar.text == *key);
                return items.iter().find(is_it).map_or(found, |item| item.span.clone());
            }
            _ => return if node.span.is_empty() || !is_small(node) { found } else { node.span.clone() },
        }
    }
    found
}

/// A value over several lines is better shown by its key.
fn is_small(node: &Node) -> bool {
    match &node.content {
        Content::Scalar(_) => true,
        Content::List { flow, .. } | Content::Map { flow, .. } => *flow,
    }
}

fn line_and_column(source: &str, at: usize) -> (usize, usize) {
    let before = &source[..at.min(source.len())];
    let start = before.rfind('\n').map_or(0, |newline| newline + 1);
    (before.matches('\n').count() + 1, before[start..].chars().count() + 1)
}
