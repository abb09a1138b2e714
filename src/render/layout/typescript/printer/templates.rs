//! Template literals: their text is kept; what they embed stays on one line if it was so.

use super::super::super::doc::{Align, Doc, EMPTY, SOFT};
use super::super::super::doc_printer;
use super::super::super::source_text::has_newline_between;
use super::super::comments::Side;
use super::super::kind::{Key, Kind};
use super::super::tree::NodeId;
use super::{Printer, TAB_WIDTH, cat};

impl<'a> Printer<'_, 'a> {
    pub(super) fn print_template(&self, id: NodeId) -> Doc<'a> {
        if self.is_html_template(id) {
            return self.b.literal(self.source(id));
        }
        self.refuse_embedded_language(id);
        let key = if self.kind(id) == Kind::TSTemplateLiteralType { Key::Types } else { Key::Expressions };
        let quasis = self.list(id, Key::Quasis);
        let mut parts: Vec<Doc<'a>> = vec![Doc::LineSuffixBoundary, "`".into()];
        let mut indentation = 0;
        for (at, &quasi) in quasis.iter().enumerate() {
            let text = self.name(quasi);
            parts.push(self.b.literal(text));
            if let Some(newline) = text.rfind('\n') {
                indentation = text[newline + 1..].chars().take_while(|c| matches!(c, ' ' | '\t')).count();
            }
            if let Some(&embedded) = self.list(id, key).get(at) {
                let same_line = !has_newline_between(self.text, self.end(quasi), self.start(quasis[at + 1]));
                parts.push(self.print_embedded(embedded, same_line, indentation, text));
            }
        }
        parts.push("`".into());
        self.b.cat(&parts)
    }

    fn print_embedded(&self, id: NodeId, same_line: bool, indentation: usize, before: &str) -> Doc<'a> {
        let mut printed = self.print(id);
        let mut breaks = !same_line;
        if same_line {
            let text = doc_printer::print(printed, None);
            if text.contains('\n') {
                breaks = true;
            } else {
                printed = self.b.text(&text);
            }
        }
        let inner = self.skip_chain(id);
        let loose = self.has_comment(id)
            || self.kind(id) == Kind::Identifier
            || self.is_member(inner)
            || matches!(self.kind(id), Kind::ConditionalExpression | Kind::SequenceExpression)
            || self.is_as(id)
            || self.is_binary(id);
        if breaks && loose {
            printed = cat![self; self.b.indent(cat![self; SOFT, printed]), SOFT];
        }
        let aligned = if indentation == 0 && before.ends_with('\n') {
            self.b.align(Align::ToRoot, printed)
        } else {
            self.align_to(printed, indentation)
        };
        self.b.group(cat![self; "${", aligned, Doc::LineSuffixBoundary, "}"])
    }

    fn align_to(&self, doc: Doc<'a>, columns: usize) -> Doc<'a> {
        if columns == 0 {
            return doc;
        }
        let mut doc = doc;
        for _ in 0..columns / TAB_WIDTH {
            doc = self.b.indent(doc);
        }
        self.b.align(Align::ToRoot, self.b.align(Align::By(columns % TAB_WIDTH), doc))
    }

    pub(super) fn print_tagged_template(&self, id: NodeId) -> Doc<'a> {
        let quasi = self.get(id, Key::Quasi);
        let type_arguments = self.get(id, Key::TypeArguments);
        let before = if type_arguments.is_some() { type_arguments } else { self.get(id, Key::Tag) };
        let gap = match self.comments_on(quasi).find(|comment| comment.side == Side::Leading) {
            None => EMPTY,
            Some(comment) if has_newline_between(self.text, self.end(before), comment.start) => SOFT,
            Some(_) => " ".into(),
        };
        cat![self;
            self.print_key(id, Key::Tag),
            self.print(type_arguments),
            gap,
            Doc::LineSuffixBoundary,
            self.print(quasi),
        ]
    }

    /// Prettier lays out HTML in templates; here it stays as it stands in the source.
    fn is_html_template(&self, id: NodeId) -> bool {
        self.kind(id) == Kind::TemplateLiteral && self.is_html_tagged(self.parent(id))
    }

    pub(super) fn is_html_tagged(&self, id: NodeId) -> bool {
        let tag = self.get(id, Key::Tag);
        self.kind(id) == Kind::TaggedTemplateExpression
            && self.kind(tag) == Kind::Identifier
            && self.name(tag) == "html"
    }

    /// Prettier formats CSS, GraphQL and Markdown in templates; this printer does not.
    fn refuse_embedded_language(&self, id: NodeId) {
        let marked = self.has_comment_where(id, |comment| matches!(comment.value(), " HTML " | " GraphQL "));
        if marked {
            self.refuse(id, "a template marked as HTML or GraphQL");
        }
        let parent = self.parent(id);
        if self.kind(parent) != Kind::TaggedTemplateExpression || self.key(id) != Key::Quasi {
            return;
        }
        let tag = self.source(self.get(parent, Key::Tag));
        let head = tag.split(['.', '(']).next().unwrap_or_default();
        if matches!(tag, "css" | "css.global" | "css.resolve" | "gql" | "graphql" | "md" | "markdown")
            || head == "styled"
        {
            self.refuse(id, "a template in another language (css, graphql, markdown)");
        }
        let is_table = tag.rsplit_once('.').is_some_and(|(_, method)| method == "each")
            && ["describe", "it", "test"].iter().any(|name| head.trim_start_matches(['f', 'x']) == *name);
        if is_table {
            self.refuse(id, "a table of test cases in a template");
        }
    }
}
