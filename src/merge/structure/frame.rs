//! What stands between entries: white space, commas, comments, and to whom these belong.

use std::ops::Range;

use super::{Container, Entry, Kind};

/// How comments are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::merge) enum Syntax {
    /// `// …` and `/* … */`.
    Slashes,
    /// `# …`
    Hash,
}

/// An entry as a parser tells it, without what stands around it.
#[derive(Debug)]
pub(in crate::merge) struct Own {
    pub key: String,
    pub by_content: bool,
    pub span: Range<usize>,
    pub containers: Vec<Container>,
}

/// Puts entries into containers.
#[derive(Debug, Clone, Copy)]
pub(in crate::merge) struct Framer<'a> {
    pub text: &'a str,
    pub syntax: Syntax,
}

impl Framer<'_> {
    /// A container of these entries; none where something stands between them that is neither blank, comma nor comment.
    pub(in crate::merge) fn container(
        self,
        role: String,
        kind: Kind,
        inner: Range<usize>,
        own: Vec<Own>,
    ) -> Option<Container> {
        let head = self.opening(inner.clone(), own.first())?;
        let mut container = Container {
            role,
            kind,
            head,
            tail: head..inner.end,
            inner,
            entries: Vec::with_capacity(own.len()),
            gaps: Vec::with_capacity(own.len()),
            ends_in_comma: false,
        };
        let mut at = head;
        let mut own = own.into_iter().peekable();
        while let Some(entry) = own.next() {
            let start = self.lead(&mut container, at..entry.span.start)?;
            let limit = Limit::before(own.peek(), container.inner.end);
            let behind = self.behind(entry.span.end, limit, kind.commas)?;
            if kind.commas && own.peek().is_some() && !behind.comma {
                return None;
            }
            container.ends_in_comma = behind.comma;
            at = behind.end;
            let end = entry.span.end;
            container.push(start..end, entry, behind.text);
        }
        if !self.is_trivia(at..container.inner.end) {
            return None;
        }
        if kind.commas {
            container.tail = at..container.inner.end;
        } else {
            let end = container.inner.end;
            self.standing_alone(&mut container, at..end);
        }
        number_repeated(&mut container.entries);
        Some(container)
    }

    /// Where the first entry could begin: behind a comment on the line of the opening bracket.
    fn opening(self, inner: Range<usize>, first: Option<&Own>) -> Option<usize> {
        let before = &self.text[..inner.start];
        if before.is_empty() || before.ends_with('\n') {
            return Some(inner.start);
        }
        Some(self.behind(inner.start, Limit::before(first, inner.end), false)?.end)
    }

    /// Where an entry begins with the comments that belong to it. Comments that stand alone become entries themselves.
    fn lead(self, container: &mut Container, gap: Range<usize>) -> Option<usize> {
        let comments = self.comments(gap.clone())?;
        let Some(first) = comments.first() else {
            container.gaps.push(gap.clone());
            return Some(gap.end);
        };
        if container.kind.commas {
            container.gaps.push(gap.start..first.start);
            return Some(first.start);
        }
        let mut start = gap.end;
        for comment in comments.iter().rev() {
            if self.has_blank_line(comment.end..start) {
                break;
            }
            start = comment.start;
        }
        let at = self.standing_alone(container, gap.start..start);
        container.gaps.push(at..start);
        Some(start)
    }

    /// Comments with blank lines around them; gives where the last one ends.
    fn standing_alone(self, container: &mut Container, gap: Range<usize>) -> usize {
        let comments = self.comments(gap.clone()).unwrap_or_default();
        let mut at = gap.start;
        let mut index = 0;
        while let Some(first) = comments.get(index) {
            let mut end = first.end;
            index += 1;
            while let Some(next) = comments.get(index).filter(|next| !self.has_blank_line(end..next.start)) {
                end = next.end;
                index += 1;
            }
            let span = first.start..end;
            container.gaps.push(at..span.start);
            let key = format!("comment {}", fold(&self.text[span.clone()]));
            let own = Own { key, by_content: true, span: span.clone(), containers: Vec::new() };
            container.push(span, own, String::new());
            at = end;
        }
        container.tail = at..gap.end;
        at
    }

    fn has_blank_line(self, gap: Range<usize>) -> bool {
        self.text[gap].bytes().filter(|byte| *byte == b'\n').count() > 1
    }

    /// What belongs to the entry that ends at `at`: a comma, and comments up to the end of its line.
    fn behind(self, at: usize, limit: Limit, comma_allowed: bool) -> Option<Behind> {
        let (mut scan, mut comma_at) = (at, None);
        let mut end = at;
        while scan < limit.at {
            let rest = &self.text[scan..limit.at];
            let letter = rest.chars().next()?;
            if letter == ',' && comma_allowed && comma_at.is_none() {
                (comma_at, scan) = (Some(scan), scan + 1);
                end = scan;
            } else if letter == '\n' {
                // A comma may still come, as in lists that begin their lines with it.
                if comma_at.is_some() || !comma_allowed {
                    break;
                }
                let Some(found) = self.comma_below(scan..limit.at) else { break };
                return Some(Behind { text: String::new(), end: found + 1, comma: true });
            } else if letter.is_whitespace() {
                scan += letter.len_utf8();
            } else if let Some(length) = self.comment(rest) {
                scan += length;
                // Before something else on the same line it belongs to that.
                if self.ends_line(scan, limit) {
                    end = scan;
                }
            } else {
                break;
            }
        }
        let mut text = self.text[at..end].to_owned();
        if let Some(comma) = comma_at {
            text.remove(comma - at);
        }
        Some(Behind { text, end, comma: comma_at.is_some() })
    }

    fn comma_below(self, gap: Range<usize>) -> Option<usize> {
        let rest = &self.text[gap.clone()];
        let blank = rest.len() - rest.trim_start().len();
        rest[blank..].starts_with(',').then_some(gap.start + blank)
    }

    fn ends_line(self, at: usize, limit: Limit) -> bool {
        let blank = self.text[at..limit.at].trim_start_matches([' ', '\t', ',']);
        blank.starts_with('\n') || (blank.is_empty() && limit.is_end)
    }

    fn is_trivia(self, gap: Range<usize>) -> bool {
        self.comments(gap).is_some()
    }

    /// The comments of a gap; none where it has anything else.
    fn comments(self, gap: Range<usize>) -> Option<Vec<Range<usize>>> {
        let mut comments = Vec::new();
        let mut at = gap.start;
        while at < gap.end {
            let rest = &self.text[at..gap.end];
            let blank = rest.len() - rest.trim_start().len();
            if blank > 0 {
                at += blank;
                continue;
            }
            let length = self.comment(rest)?;
            comments.push(at..at + length);
            at += length;
        }
        Some(comments)
    }

    /// The length of the comment that a text begins with.
    fn comment(self, rest: &str) -> Option<usize> {
        let line = || rest.find('\n').map_or(rest.trim_end().len(), |end| rest[..end].trim_end().len());
        match self.syntax {
            Syntax::Hash => rest.starts_with('#').then(line),
            Syntax::Slashes if rest.starts_with("//") => Some(line()),
            Syntax::Slashes if rest.starts_with("/*") => rest.find("*/").map(|end| end + 2),
            Syntax::Slashes => None,
        }
    }
}

/// Up to where something can belong to an entry.
#[derive(Debug, Clone, Copy)]
struct Limit {
    at: usize,
    /// Whether the container ends there; otherwise the next entry begins.
    is_end: bool,
}

impl Limit {
    fn before(next: Option<&Own>, end: usize) -> Self {
        Self { at: next.map_or(end, |next| next.span.start), is_end: next.is_none() }
    }
}

struct Behind {
    text: String,
    end: usize,
    comma: bool,
}

impl Container {
    fn push(&mut self, span: Range<usize>, own: Own, behind: String) {
        let Own { key, by_content, containers, .. } = own;
        self.entries.push(Entry { key, by_content, span, behind, containers });
    }
}

/// White space folded, so that a line break more or less is no other text.
pub(in crate::merge) fn fold(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What stands twice is told apart by its place among its likes.
fn number_repeated(entries: &mut [Entry]) {
    let mut seen = std::collections::HashMap::<String, usize>::new();
    for entry in entries {
        let count = seen.entry(entry.key.clone()).or_default();
        *count += 1;
        if *count > 1 {
            entry.key = format!("{} ({count})", entry.key);
        }
    }
}
