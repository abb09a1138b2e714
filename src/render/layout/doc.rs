//! Documents: text with places where a line may break, after Wadler and Prettier.
//!
//! A [`Doc`] is a small copyable reference into an arena; sharing one costs nothing.

use std::cell::Cell;

use oxc::allocator::Allocator;

/// Links a group with the parts that ask whether it broke. Zero is "no name".
pub(super) type GroupId = u32;

#[derive(Clone, Copy)]
pub(super) enum Doc<'a> {
    Text(&'a str),
    Concat(&'a [Doc<'a>]),
    Fill(&'a [Doc<'a>]),
    Indent(&'a Doc<'a>),
    Align(Align, &'a Doc<'a>),
    Group(&'a Group<'a>),
    IfBreak(&'a IfBreak<'a>),
    IndentIfBreak(GroupId, &'a Doc<'a>),
    LineSuffix(&'a Doc<'a>),
    Label(Label, &'a Doc<'a>),
    Line(Line),
    LineSuffixBoundary,
    BreakParent,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Line {
    /// A space, or a new line.
    Space,
    /// Nothing, or a new line.
    Soft,
    /// Always a new line.
    Hard,
    /// Always a new line, and no indentation after it.
    Literal,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Align {
    By(usize),
    /// Back to the indentation of the nearest root.
    ToRoot,
    /// Makes the indentation here the root.
    MarkRoot,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Label {
    MemberChain,
}

pub(super) struct Group<'a> {
    pub id: GroupId,
    pub contents: Doc<'a>,
    /// Ways to lay out the same contents, flattest first; empty for a plain group.
    pub states: &'a [Doc<'a>],
    pub breaks: Cell<bool>,
    pub visited: Cell<bool>,
}

pub(super) struct IfBreak<'a> {
    pub broken: Doc<'a>,
    pub flat: Doc<'a>,
    /// Zero asks the enclosing group.
    pub group: GroupId,
}

pub(super) const EMPTY: Doc<'static> = Doc::Text("");
pub(super) const LINE: Doc<'static> = Doc::Line(Line::Space);
pub(super) const SOFT: Doc<'static> = Doc::Line(Line::Soft);
pub(super) const HARD: Doc<'static> = Doc::Concat(&[Doc::Line(Line::Hard), Doc::BreakParent]);
pub(super) const LITERAL: Doc<'static> = Doc::Concat(&[Doc::Line(Line::Literal), Doc::BreakParent]);

impl<'a> From<&'a str> for Doc<'a> {
    fn from(text: &'a str) -> Self {
        Doc::Text(text)
    }
}

impl Doc<'_> {
    /// Whether this is the empty text.
    pub fn is_empty(&self) -> bool {
        match self {
            Doc::Text(text) => text.is_empty(),
            Doc::Concat(parts) => parts.is_empty(),
            _ => false,
        }
    }
}

/// Makes documents in one arena.
#[derive(Clone, Copy)]
pub(super) struct Builder<'a> {
    pub arena: &'a Allocator,
}

impl<'a> Builder<'a> {
    fn keep(self, doc: Doc<'a>) -> &'a Doc<'a> {
        self.arena.alloc(doc)
    }

    pub fn text(self, text: &str) -> Doc<'a> {
        Doc::Text(self.arena.alloc_str(text))
    }

    pub fn cat(self, parts: &[Doc<'a>]) -> Doc<'a> {
        match parts {
            [] => EMPTY,
            [only] => *only,
            _ => Doc::Concat(self.arena.alloc_slice_copy(parts)),
        }
    }

    pub fn fill(self, parts: &[Doc<'a>]) -> Doc<'a> {
        Doc::Fill(self.arena.alloc_slice_copy(parts))
    }

    pub fn join(self, separator: Doc<'a>, parts: impl IntoIterator<Item = Doc<'a>>) -> Doc<'a> {
        let mut out = Vec::new();
        for part in parts {
            if !out.is_empty() {
                out.push(separator);
            }
            out.push(part);
        }
        self.cat(&out)
    }

    pub fn indent(self, contents: Doc<'a>) -> Doc<'a> {
        Doc::Indent(self.keep(contents))
    }

    pub fn align(self, align: Align, contents: Doc<'a>) -> Doc<'a> {
        Doc::Align(align, self.keep(contents))
    }

    pub fn group(self, contents: Doc<'a>) -> Doc<'a> {
        self.group_with(contents, false, 0)
    }

    pub fn group_if(self, contents: Doc<'a>, breaks: bool) -> Doc<'a> {
        self.group_with(contents, breaks, 0)
    }

    pub fn group_with(self, contents: Doc<'a>, breaks: bool, id: GroupId) -> Doc<'a> {
        Doc::Group(self.arena.alloc(Group {
            id,
            contents,
            states: &[],
            breaks: Cell::new(breaks),
            visited: Cell::new(false),
        }))
    }

    /// A group that picks the first of `states` that fits, or else the last.
    pub fn choose(self, states: &[Doc<'a>]) -> Doc<'a> {
        Doc::Group(self.arena.alloc(Group {
            id: 0,
            contents: states[0],
            states: self.arena.alloc_slice_copy(states),
            breaks: Cell::new(false),
            visited: Cell::new(false),
        }))
    }

    pub fn if_break(self, broken: Doc<'a>, flat: Doc<'a>) -> Doc<'a> {
        self.if_group_breaks(0, broken, flat)
    }

    pub fn if_group_breaks(self, group: GroupId, broken: Doc<'a>, flat: Doc<'a>) -> Doc<'a> {
        Doc::IfBreak(self.arena.alloc(IfBreak { broken, flat, group }))
    }

    pub fn indent_if_break(self, group: GroupId, contents: Doc<'a>) -> Doc<'a> {
        Doc::IndentIfBreak(group, self.keep(contents))
    }

    pub fn line_suffix(self, contents: Doc<'a>) -> Doc<'a> {
        Doc::LineSuffix(self.keep(contents))
    }

    pub fn label(self, label: Label, contents: Doc<'a>) -> Doc<'a> {
        Doc::Label(label, self.keep(contents))
    }

    /// Text that may hold new lines, each printed without indentation after it.
    pub fn literal(self, text: &'a str) -> Doc<'a> {
        if !text.contains('\n') {
            return Doc::Text(text);
        }
        self.join(LITERAL, text.split('\n').map(Doc::Text))
    }

    /// Applies `wrap` below a label, so that the label stays outermost.
    pub fn inside_label(self, doc: Doc<'a>, wrap: impl FnOnce(Doc<'a>) -> Doc<'a>) -> Doc<'a> {
        match doc {
            Doc::Label(label, contents) => self.label(label, wrap(*contents)),
            other => wrap(other),
        }
    }

    /// The same document with every optional break printed flat.
    pub fn flatten(self, doc: Doc<'a>) -> Doc<'a> {
        match doc {
            Doc::Line(Line::Space) => Doc::Text(" "),
            Doc::Line(Line::Soft) => EMPTY,
            Doc::Concat(parts) => self.cat(&parts.iter().map(|part| self.flatten(*part)).collect::<Vec<_>>()),
            Doc::Fill(parts) => self.fill(&parts.iter().map(|part| self.flatten(*part)).collect::<Vec<_>>()),
            Doc::Indent(contents) => self.indent(self.flatten(*contents)),
            Doc::Align(align, contents) => self.align(align, self.flatten(*contents)),
            Doc::Group(group) => {
                let states: Vec<_> = group.states.iter().map(|state| self.flatten(*state)).collect();
                let contents = states.first().copied().unwrap_or_else(|| self.flatten(group.contents));
                Doc::Group(self.arena.alloc(Group {
                    id: group.id,
                    contents,
                    states: self.arena.alloc_slice_copy(&states),
                    breaks: Cell::new(group.breaks.get()),
                    visited: Cell::new(false),
                }))
            }
            Doc::IfBreak(choice) => self.flatten(choice.flat),
            Doc::IndentIfBreak(group, contents) => self.indent_if_break(group, self.flatten(*contents)),
            Doc::LineSuffix(contents) => self.line_suffix(self.flatten(*contents)),
            Doc::Label(label, contents) => self.label(label, self.flatten(*contents)),
            Doc::Text(_) | Doc::Line(_) | Doc::LineSuffixBoundary | Doc::BreakParent => doc,
        }
    }
}

/// Whether the document is sure to hold a new line.
pub(super) fn will_break(doc: Doc<'_>) -> bool {
    match doc {
        Doc::Line(Line::Hard | Line::Literal) | Doc::BreakParent => true,
        Doc::Group(group) => group.breaks.get() || will_break(group.contents),
        Doc::Concat(parts) | Doc::Fill(parts) => parts.iter().any(|part| will_break(*part)),
        Doc::IfBreak(choice) => will_break(choice.flat) || will_break(choice.broken),
        Doc::Indent(contents)
        | Doc::Align(_, contents)
        | Doc::IndentIfBreak(_, contents)
        | Doc::LineSuffix(contents)
        | Doc::Label(_, contents) => will_break(*contents),
        Doc::Text(_) | Doc::Line(_) | Doc::LineSuffixBoundary => false,
    }
}

/// Whether the document has any place to break.
pub(super) fn can_break(doc: Doc<'_>) -> bool {
    match doc {
        Doc::Line(_) => true,
        Doc::Group(group) => can_break(group.contents),
        Doc::Concat(parts) | Doc::Fill(parts) => parts.iter().any(|part| can_break(*part)),
        Doc::IfBreak(choice) => can_break(choice.flat) || can_break(choice.broken),
        Doc::Indent(contents)
        | Doc::Align(_, contents)
        | Doc::IndentIfBreak(_, contents)
        | Doc::LineSuffix(contents)
        | Doc::Label(_, contents) => can_break(*contents),
        Doc::Text(_) | Doc::LineSuffixBoundary | Doc::BreakParent => false,
    }
}

/// The document as plain text, if it is nothing else.
pub(super) fn as_text(doc: Doc<'_>) -> Option<String> {
    match doc {
        Doc::Text(text) => Some(text.to_owned()),
        Doc::Concat(parts) => parts.iter().map(|part| as_text(*part)).collect(),
        _ => None,
    }
}
