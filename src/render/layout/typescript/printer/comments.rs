//! Comments around and inside a node.

use super::super::super::doc::{Align, Doc, EMPTY, HARD, LINE, LITERAL, SOFT};
use super::super::super::source_text::{
    newline_follows, newline_precedes, previous_line_is_empty, skip_blanks, skip_newline,
};
use super::super::comments::{Comment, Marker, Side};
use super::super::tree::NodeId;
use super::{Printer, cat};

impl<'a> Printer<'_, 'a> {
    pub(super) fn with_comments(&self, id: NodeId, doc: Doc<'a>) -> Doc<'a> {
        let (leading, trailing) = (self.leading_comments(id), self.trailing_comments(id));
        if leading.is_empty() && trailing.is_empty() {
            return doc;
        }
        self.b.inside_label(doc, |doc| cat![self; leading, doc, trailing])
    }

    pub(super) fn leading_comments(&self, id: NodeId) -> Doc<'a> {
        let comments = self.comments_on(id).filter(|comment| comment.side == Side::Leading);
        let parts: Vec<_> = comments.map(|comment| self.leading_comment(comment)).collect();
        self.b.cat(&parts)
    }

    fn leading_comment(&self, comment: &Comment<'a>) -> Doc<'a> {
        let after = if !comment.is_block {
            HARD
        } else if !newline_follows(self.text, comment.end) {
            " ".into()
        } else if newline_precedes(self.text, comment.start) {
            HARD
        } else {
            LINE
        };
        let next_line = skip_newline(self.text, skip_blanks(self.text, comment.end));
        let gap = if newline_follows(self.text, next_line) { HARD } else { EMPTY };
        cat![self; self.comment(comment), after, gap]
    }

    pub(super) fn trailing_comments(&self, id: NodeId) -> Doc<'a> {
        let mut parts = Vec::new();
        let mut previous: Option<(bool, bool)> = None;
        for comment in self.comments_on(id).filter(|comment| comment.side == Side::Trailing) {
            let printed = self.comment(comment);
            let (after_suffix, after_block) = previous.unwrap_or((false, false));
            let own_line = newline_precedes(self.text, comment.start);
            if (after_suffix && !after_block) || own_line {
                let gap = if previous_line_is_empty(self.text, comment.start) { HARD } else { EMPTY };
                parts.push(self.b.line_suffix(cat![self; HARD, gap, printed]));
                previous = Some((true, comment.is_block));
            } else if !comment.is_block || after_suffix {
                parts.push(cat![self; self.b.line_suffix(cat![self; " ", printed]), Doc::BreakParent]);
                previous = Some((true, comment.is_block));
            } else {
                parts.push(cat![self; " ", printed]);
                previous = Some((false, comment.is_block));
            }
        }
        self.b.cat(&parts)
    }

    pub(super) fn dangling_comments(&self, id: NodeId) -> Doc<'a> {
        self.dangling_comments_at(id, Marker::None)
    }

    pub(super) fn dangling_comments_at(&self, id: NodeId, marker: Marker) -> Doc<'a> {
        let mut parts = Vec::new();
        for comment in self.dangling(id, marker) {
            if !parts.is_empty() {
                parts.push(HARD);
                if previous_line_is_empty(self.text, comment.start) {
                    parts.push(HARD);
                }
            }
            parts.push(self.comment(&comment));
        }
        self.b.cat(&parts)
    }

    pub(super) fn dangling_comments_before_arrow(&self, id: NodeId) -> Doc<'a> {
        let mut parts: Vec<Doc<'a>> = Vec::new();
        let mut end = 0;
        for comment in self.dangling(id, Marker::BeforeArrow) {
            if !parts.is_empty() && comment.start != end {
                parts.push(" ".into());
            }
            parts.push(self.comment(&comment));
            end = comment.end;
        }
        self.b.cat(&parts)
    }

    /// Dangling comments inside brackets that hold nothing else.
    pub(super) fn dangling_in_brackets(&self, id: NodeId) -> Doc<'a> {
        let comments = self.dangling(id, Marker::None);
        if comments.is_empty() {
            return EMPTY;
        }
        let has_line = comments.iter().any(|comment| !comment.is_block);
        let inner = self.b.indent(cat![self; SOFT, self.dangling_comments(id)]);
        cat![self; inner, if has_line { HARD } else { SOFT }]
    }

    pub(super) fn comment(&self, comment: &Comment<'a>) -> Doc<'a> {
        if !comment.is_block {
            return comment.text.trim_end().into();
        }
        self.indentable_comment(comment).unwrap_or_else(|| self.b.literal(comment.text))
    }

    /// A block comment whose every line starts with a star moves with the indentation.
    fn indentable_comment(&self, comment: &Comment<'a>) -> Option<Doc<'a>> {
        let value = comment.value();
        if !value.contains('\n') {
            return None;
        }
        let body = &comment.text[1..comment.text.len() - 1];
        let lines: Vec<&'a str> = body.split('\n').map(str::trim_start).collect();
        if !lines.iter().all(|line| line.starts_with('*')) {
            return None;
        }
        let is_jsdoc = value.starts_with('*') && !value.starts_with("**");
        let mut parts: Vec<Doc<'a>> = vec!["/".into()];
        for (at, line) in lines.iter().enumerate() {
            let trimmed = line.trim_end();
            if at == 0 {
                parts.extend([trimmed.into(), HARD]);
            } else if at + 1 == lines.len() {
                parts.extend([Doc::from(" "), Doc::from(*line)]);
            } else if is_jsdoc && trimmed != "*" && line.ends_with("  ") {
                let line_break = self.b.align(Align::MarkRoot, LITERAL);
                parts.extend([" ".into(), trimmed.into(), "  ".into(), line_break]);
            } else {
                parts.extend([" ".into(), trimmed.into(), HARD]);
            }
        }
        parts.push("/".into());
        Some(self.b.cat(&parts))
    }
}
