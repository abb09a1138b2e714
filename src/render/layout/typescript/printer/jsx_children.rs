//! JSX elements with children: words fill lines, elements and expressions stand between them.

use super::super::super::doc::{Doc, EMPTY, HARD, LINE, SOFT, will_break};
use super::super::kind::{Key, Kind, flag};
use super::super::tree::NodeId;
use super::{Printer, cat};

const SPACE: &str = "{' '}";

/// A piece of the children: at even places content, at odd places what separates it.
#[derive(Clone, Copy)]
enum Part<'a> {
    Empty,
    Hard,
    Soft,
    Line,
    /// A space that becomes `{' '}` at the end of a line.
    Space,
    Content(Doc<'a>),
}

/// A child; `{" "}` counts as text.
#[derive(Clone, Copy)]
struct Child<'a> {
    node: NodeId,
    text: Option<&'a str>,
}

fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\n' | '\r' | '\t')
}

fn is_meaningful(text: &str) -> bool {
    text.contains(|c| !is_space(c)) || !text.contains('\n')
}

impl<'a> Printer<'_, 'a> {
    pub(super) fn is_meaningful_jsx_text(&self, id: NodeId) -> bool {
        self.kind(id) == Kind::JSXText && is_meaningful(self.name(id))
    }

    pub(super) fn print_jsx_element(&self, id: NodeId) -> Doc<'a> {
        let (opening, closing) = (self.print_key(id, Key::Opening), self.print_key(id, Key::Closing));
        let nodes = self.list(id, Key::Children);
        let is_blank = match *nodes {
            [] => true,
            [only] => self.kind(only) == Kind::JSXText && !self.is_meaningful_jsx_text(only),
            _ => false,
        };
        if is_blank && self.kind(id) == Kind::JSXElement {
            return cat![self; opening, closing];
        }
        if let &[only] = nodes
            && matches!(
                self.kind(self.get(only, Key::Expression)),
                Kind::TemplateLiteral | Kind::TaggedTemplateExpression
            )
        {
            return cat![self; opening, self.print(only), closing];
        }
        let children: Vec<Child<'a>> = nodes.iter().map(|&node| self.as_child(node)).collect();
        let attributes = self.list(self.get(id, Key::Opening), Key::Attributes);
        let containers = children
            .iter()
            .filter(|child| child.text.is_none() && self.kind(child.node) == Kind::JSXExpressionContainer)
            .count();
        let mut breaks = will_break(opening)
            || nodes.iter().any(|&node| self.is_jsx(node))
            || attributes.len() > 1
            || containers > 1;
        let has_text = children.iter().any(|child| child.text.is_some_and(is_meaningful));
        let mut parts = self.child_parts(&children);
        tidy(&mut parts, has_text);
        let filled = self.fill_parts(&parts, &mut breaks);
        let body = if has_text { self.b.fill(&filled) } else { self.b.group_if(self.b.cat(&filled), true) };
        let multi_line = self.b.group(cat![self; opening, self.b.indent(cat![self; HARD, body]), HARD, closing]);
        if breaks {
            return multi_line;
        }
        let flat: Vec<Doc<'a>> = parts.iter().map(|part| self.part_doc(*part)).collect();
        let one_line = self.b.group(cat![self; opening, self.b.cat(&flat), closing]);
        self.b.choose(&[one_line, multi_line])
    }

    fn as_child(&self, node: NodeId) -> Child<'a> {
        let expression = self.get(node, Key::Expression);
        let is_space_container = self.kind(node) == Kind::JSXExpressionContainer
            && self.kind(expression) == Kind::StringLiteral
            && self.node(expression).extra == " "
            && !self.has_comment(expression);
        let text = match self.kind(node) {
            Kind::JSXText => Some(self.name(node)),
            _ if is_space_container => Some(" "),
            _ => None,
        };
        Child { node, text }
    }

    fn part_doc(&self, part: Part<'a>) -> Doc<'a> {
        match part {
            Part::Empty => EMPTY,
            Part::Hard => HARD,
            Part::Soft => SOFT,
            Part::Line => LINE,
            Part::Space => self.b.if_break(cat![self; SPACE, SOFT], " ".into()),
            Part::Content(doc) => doc,
        }
    }

    fn child_parts(&self, children: &[Child<'a>]) -> Vec<Part<'a>> {
        let mut parts = Parts { printer: self, parts: vec![Part::Empty] };
        for (at, &child) in children.iter().enumerate() {
            let next = children.get(at + 1).copied();
            if let Some(text) = child.text {
                self.text_parts(child, text, next, &mut parts);
                continue;
            }
            parts.content(self.print(child.node));
            match next.and_then(|next| next.text).filter(|text| is_meaningful(text)) {
                Some(text) => {
                    let word = text.trim_matches(is_space).split(is_space).next().unwrap_or_default();
                    parts.separator(self.without_space(word, child, next));
                }
                None => parts.separator(Part::Hard),
            }
        }
        parts.parts
    }

    fn text_parts(&self, child: Child<'a>, text: &'a str, next: Option<Child<'a>>, parts: &mut Parts<'_, '_, 'a>) {
        if !is_meaningful(text) {
            if text.bytes().filter(|&byte| byte == b'\n').count() > 1 {
                parts.separator(Part::Hard);
            }
            return;
        }
        let words: Vec<&'a str> = text.split(is_space).filter(|word| !word.is_empty()).collect();
        let lead = &text[..text.len() - text.trim_start_matches(is_space).len()];
        let trail = &text[text.trim_end_matches(is_space).len()..];
        if !lead.is_empty() {
            if lead.contains('\n') {
                let beyond = if !trail.is_empty() && !trail.contains('\n') { None } else { next };
                parts.separator(self.with_space(words.first().copied().unwrap_or_default(), child, beyond));
            } else {
                parts.separator(Part::Space);
            }
        }
        let Some(&last) = words.last() else { return };
        for (at, &word) in words.iter().enumerate() {
            if at > 0 {
                parts.separator(Part::Line);
            }
            parts.content(word.into());
        }
        parts.separator(if trail.is_empty() {
            self.without_space(last, child, next)
        } else if trail.contains('\n') {
            self.with_space(last, child, next)
        } else {
            Part::Space
        });
    }

    fn is_self_closing(&self, child: Option<Child<'a>>) -> bool {
        child.is_some_and(|child| {
            self.kind(child.node) == Kind::JSXElement && self.is(self.get(child.node, Key::Opening), flag::SELF_CLOSING)
        })
    }

    fn without_space(&self, word: &str, child: Child<'a>, next: Option<Child<'a>>) -> Part<'a> {
        let touches_tag = self.is_self_closing(Some(child)) || self.is_self_closing(next);
        if touches_tag && word.encode_utf16().count() != 1 { Part::Hard } else { Part::Soft }
    }

    fn with_space(&self, word: &str, child: Child<'a>, next: Option<Child<'a>>) -> Part<'a> {
        let touches_tag = self.is_self_closing(Some(child)) || self.is_self_closing(next);
        if word.encode_utf16().count() == 1 && !touches_tag { Part::Soft } else { Part::Hard }
    }

    /// The parts as contents of a fill; breaks are forced where a part must break.
    fn fill_parts(&self, parts: &[Part<'a>], breaks: &mut bool) -> Vec<Doc<'a>> {
        let mut out: Vec<Doc<'a>> = vec![EMPTY];
        let append = |out: &mut Vec<Doc<'a>>, doc: Doc<'a>| {
            let last = out.pop().unwrap_or(EMPTY);
            out.push(cat![self; last, doc]);
        };
        for (at, &part) in parts.iter().enumerate() {
            if matches!(part, Part::Space) {
                if at == 1 && self.part_doc(parts[0]).is_empty() {
                    if parts.len() == 2 {
                        append(&mut out, SPACE.into());
                    } else {
                        out.extend([cat![self; SPACE, HARD], EMPTY]);
                    }
                    continue;
                }
                let after_line = at >= 2 && matches!(parts[at - 1], Part::Empty) && matches!(parts[at - 2], Part::Hard);
                if at + 1 == parts.len() || after_line {
                    append(&mut out, SPACE.into());
                    continue;
                }
            }
            let doc = self.part_doc(part);
            if at % 2 == 0 {
                append(&mut out, doc);
            } else {
                out.extend([doc, EMPTY]);
            }
            *breaks |= will_break(doc);
        }
        out
    }
}

struct Parts<'p, 't, 'a> {
    printer: &'p Printer<'t, 'a>,
    parts: Vec<Part<'a>>,
}

impl<'a> Parts<'_, '_, 'a> {
    fn content(&mut self, doc: Doc<'a>) {
        let last = self.parts.pop().unwrap_or(Part::Empty);
        let last = self.printer.part_doc(last);
        self.parts.push(Part::Content(if last.is_empty() { doc } else { self.printer.b.cat(&[last, doc]) }));
    }

    fn separator(&mut self, part: Part<'a>) {
        if !matches!(part, Part::Empty) {
            self.parts.extend([part, Part::Empty]);
        }
    }
}

/// Drops separators that repeat, and those at both ends.
fn tidy(parts: &mut Vec<Part<'_>>, has_text: bool) {
    let mut at = parts.len().saturating_sub(1);
    while at > 0 {
        at -= 1;
        let middle_is_empty = matches!(parts.get(at + 1), Some(Part::Empty));
        let (first, third) = (parts[at], parts.get(at + 2).copied());
        let drops = middle_is_empty
            && match (first, third) {
                (Part::Empty, _)
                | (Part::Soft | Part::Hard | Part::Space, Some(Part::Space))
                | (Part::Soft, Some(Part::Hard))
                | (Part::Hard, Some(Part::Soft)) => true,
                (Part::Hard, Some(Part::Hard)) => has_text,
                _ => false,
            };
        let drops_after = middle_is_empty && matches!((first, third), (Part::Space, Some(Part::Soft | Part::Hard)));
        if drops {
            parts.drain(at..at + 2);
        } else if drops_after {
            parts.drain(at + 1..at + 3);
        }
    }
    let is_gap = |part: &Part<'_>| matches!(part, Part::Empty | Part::Line | Part::Hard | Part::Soft);
    while parts.last().is_some_and(is_gap) {
        parts.pop();
    }
    while parts.len() > 1 && is_gap(&parts[0]) && is_gap(&parts[1]) {
        parts.drain(..2);
    }
}
