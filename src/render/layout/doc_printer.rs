//! Prints a document: decides which groups break, with Prettier's algorithm.

use std::collections::HashMap;

use super::doc::{Align, Doc, GroupId, HARD, Line};
use super::width::width;

const INDENT: usize = 2;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Mode {
    Flat,
    Break,
}

#[derive(Clone, Copy)]
struct Indentation {
    width: usize,
    root: usize,
}

#[derive(Clone, Copy)]
struct Command<'a> {
    indent: Indentation,
    mode: Mode,
    doc: Doc<'a>,
    /// How many parts of a fill are already printed.
    printed: usize,
}

/// The text of `doc` in lines of at most `print_width` columns where possible; `None` is no limit.
pub(super) fn print(doc: Doc<'_>, print_width: Option<usize>) -> String {
    propagate_breaks(doc);
    let mut printer = DocPrinter {
        out: String::new(),
        column: 0,
        limit: print_width,
        modes: HashMap::new(),
        suffixes: Vec::new(),
        commands: Vec::new(),
        must_remeasure: false,
        scratch: Vec::new(),
    };
    printer.run(doc);
    printer.out
}

/// Breaks every plain group around something that must break. Returns whether the parent must break too.
fn propagate_breaks(doc: Doc<'_>) -> bool {
    match doc {
        Doc::BreakParent => true,
        Doc::Group(group) => {
            if !group.visited.replace(true) {
                if group.states.is_empty() {
                    if propagate_breaks(group.contents) {
                        group.breaks.set(true);
                    }
                } else {
                    for state in group.states {
                        propagate_breaks(*state);
                    }
                }
            }
            group.breaks.get()
        }
        Doc::Concat(parts) | Doc::Fill(parts) => {
            let mut breaks = false;
            for part in parts {
                breaks |= propagate_breaks(*part);
            }
            breaks
        }
        Doc::IfBreak(choice) => {
            let flat = propagate_breaks(choice.flat);
            propagate_breaks(choice.broken) || flat
        }
        Doc::Indent(contents)
        | Doc::Align(_, contents)
        | Doc::IndentIfBreak(_, contents)
        | Doc::LineSuffix(contents)
        | Doc::Label(_, contents) => propagate_breaks(*contents),
        Doc::Text(_) | Doc::Line(_) | Doc::LineSuffixBoundary => false,
    }
}

struct DocPrinter<'a> {
    out: String,
    column: usize,
    limit: Option<usize>,
    modes: HashMap<GroupId, Mode>,
    suffixes: Vec<Command<'a>>,
    commands: Vec<Command<'a>>,
    must_remeasure: bool,
    scratch: Vec<(Mode, Doc<'a>, usize)>,
}

impl<'a> DocPrinter<'a> {
    fn run(&mut self, doc: Doc<'a>) {
        let root = Indentation { width: 0, root: 0 };
        self.commands.push(Command { indent: root, mode: Mode::Break, doc, printed: 0 });
        while let Some(command) = self.commands.pop() {
            self.step(command);
            if self.commands.is_empty() && !self.suffixes.is_empty() {
                self.commands.extend(self.suffixes.drain(..).rev());
            }
        }
    }

    fn push(&mut self, from: Command<'a>, doc: Doc<'a>) {
        self.commands.push(Command { doc, printed: 0, ..from });
    }

    fn step(&mut self, command: Command<'a>) {
        match command.doc {
            Doc::Text(text) => {
                self.out.push_str(text);
                self.column += width(text);
            }
            Doc::Concat(parts) => {
                for part in parts.iter().rev() {
                    self.push(command, *part);
                }
            }
            Doc::Indent(contents) => self.push_indented(command, INDENT, *contents),
            Doc::Align(Align::By(by), contents) => self.push_indented(command, by, *contents),
            Doc::Align(Align::ToRoot, contents) => {
                let root = command.indent.root;
                let indent = Indentation { width: root, root };
                self.push(Command { indent, ..command }, *contents);
            }
            Doc::Align(Align::MarkRoot, contents) => {
                let indent = Indentation { root: command.indent.width, ..command.indent };
                self.push(Command { indent, ..command }, *contents);
            }
            Doc::Group(_) => self.group(command),
            Doc::Fill(parts) => self.fill(command, parts),
            Doc::IfBreak(choice) => {
                let mode = self.mode_of(choice.group, command.mode);
                self.push(command, if mode == Mode::Break { choice.broken } else { choice.flat });
            }
            Doc::IndentIfBreak(group, contents) => {
                if self.mode_of(group, command.mode) == Mode::Break {
                    self.push_indented(command, INDENT, *contents);
                } else {
                    self.push(command, *contents);
                }
            }
            Doc::LineSuffix(contents) => self.suffixes.push(Command { doc: *contents, printed: 0, ..command }),
            Doc::LineSuffixBoundary => {
                if !self.suffixes.is_empty() {
                    self.push(command, HARD);
                }
            }
            Doc::Label(_, contents) => self.push(command, *contents),
            Doc::Line(line) => self.line(command, line),
            Doc::BreakParent => {}
        }
    }

    fn mode_of(&self, group: GroupId, enclosing: Mode) -> Mode {
        if group == 0 { enclosing } else { self.modes.get(&group).copied().unwrap_or(Mode::Flat) }
    }

    fn push_indented(&mut self, command: Command<'a>, by: usize, contents: Doc<'a>) {
        let indent = Indentation { width: command.indent.width + by, ..command.indent };
        self.push(Command { indent, ..command }, contents);
    }

    fn group(&mut self, command: Command<'a>) {
        let Doc::Group(group) = command.doc else { return };
        let breaks = group.breaks.get();
        let (mode, doc) = if command.mode == Mode::Flat && !self.must_remeasure {
            (if breaks { Mode::Break } else { Mode::Flat }, group.contents)
        } else {
            self.must_remeasure = false;
            self.fitting_state(group.contents, group.states, breaks)
        };
        self.commands.push(Command { mode, doc, printed: 0, ..command });
        if group.id != 0 {
            self.modes.insert(group.id, mode);
        }
    }

    fn fitting_state(&mut self, contents: Doc<'a>, states: &'a [Doc<'a>], breaks: bool) -> (Mode, Doc<'a>) {
        let rest = self.rest();
        if !breaks && self.fits(&[contents], Mode::Flat, rest, false, true) {
            return (Mode::Flat, contents);
        }
        let Some((last, others)) = states.split_last() else { return (Mode::Break, contents) };
        if !breaks {
            for state in others.iter().skip(1) {
                if self.fits(&[*state], Mode::Flat, rest, false, true) {
                    return (Mode::Flat, *state);
                }
            }
        }
        (Mode::Break, *last)
    }

    /// Columns left on this line; `None` is no limit.
    fn rest(&self) -> Option<isize> {
        self.limit.map(|limit| limit.cast_signed() - self.column.cast_signed())
    }

    /// Whether `docs`, and what follows up to the first possible break, fit into `rest` columns.
    fn fits(&mut self, docs: &[Doc<'a>], mode: Mode, rest: Option<isize>, must_be_flat: bool, with_rest: bool) -> bool {
        let Some(mut rest) = rest else { return true };
        let mut stack = std::mem::take(&mut self.scratch);
        stack.clear();
        stack.extend(docs.iter().rev().map(|doc| (mode, *doc, 0)));
        let mut following = if with_rest { self.commands.len() } else { 0 };
        let mut has_suffix = !self.suffixes.is_empty();
        let mut pending_space = false;
        let fits = loop {
            if rest < 0 {
                break false;
            }
            let Some((mode, doc, printed)) = stack.pop() else {
                if following == 0 {
                    break true;
                }
                following -= 1;
                let command = self.commands[following];
                stack.push((command.mode, command.doc, command.printed));
                continue;
            };
            match doc {
                Doc::Text(text) => {
                    if !text.is_empty() {
                        if std::mem::take(&mut pending_space) {
                            rest -= 1;
                        }
                        rest -= width(text).cast_signed();
                    }
                }
                Doc::Concat(parts) | Doc::Fill(parts) => {
                    stack.extend(parts[printed..].iter().rev().map(|part| (mode, *part, 0)));
                }
                Doc::Indent(contents)
                | Doc::Align(_, contents)
                | Doc::IndentIfBreak(_, contents)
                | Doc::Label(_, contents) => stack.push((mode, *contents, 0)),
                Doc::Group(group) => {
                    let breaks = group.breaks.get();
                    if must_be_flat && breaks {
                        break false;
                    }
                    let mode = if breaks { Mode::Break } else { mode };
                    let last = group.states.last().filter(|_| mode == Mode::Break);
                    stack.push((mode, last.copied().unwrap_or(group.contents), 0));
                }
                Doc::IfBreak(choice) => {
                    let chosen = self.mode_of(choice.group, mode);
                    stack.push((mode, if chosen == Mode::Break { choice.broken } else { choice.flat }, 0));
                }
                Doc::Line(line) => match (mode, line) {
                    (Mode::Break, _) | (_, Line::Hard | Line::Literal) => break true,
                    (Mode::Flat, Line::Space) => pending_space = true,
                    (Mode::Flat, Line::Soft) => {}
                },
                Doc::LineSuffix(_) => has_suffix = true,
                Doc::LineSuffixBoundary => {
                    if has_suffix {
                        break false;
                    }
                }
                Doc::BreakParent => {}
            }
        };
        self.scratch = stack;
        fits
    }

    fn fill(&mut self, command: Command<'a>, parts: &'a [Doc<'a>]) {
        let left = &parts[command.printed..];
        let rest = self.rest();
        let Some(&content) = left.first() else { return };
        let content_fits = self.fits(&[content], Mode::Flat, rest, true, false);
        let mode = if content_fits { Mode::Flat } else { Mode::Break };
        let content_command = Command { mode, doc: content, printed: 0, ..command };
        let Some(&separator) = left.get(1) else {
            self.commands.push(content_command);
            return;
        };
        let flat_separator = Command { mode: Mode::Flat, doc: separator, printed: 0, ..command };
        let broken_separator = Command { mode: Mode::Break, ..flat_separator };
        let Some(&next) = left.get(2) else {
            self.commands.push(if content_fits { flat_separator } else { broken_separator });
            self.commands.push(content_command);
            return;
        };
        let both_fit = self.fits(&[content, separator, next], Mode::Flat, rest, true, false);
        self.commands.push(Command { printed: command.printed + 2, ..command });
        self.commands.push(if both_fit { flat_separator } else { broken_separator });
        self.commands.push(if both_fit { Command { mode: Mode::Flat, ..content_command } } else { content_command });
    }

    fn line(&mut self, command: Command<'a>, line: Line) {
        if command.mode == Mode::Flat {
            match line {
                Line::Space => {
                    self.out.push(' ');
                    self.column += 1;
                    return;
                }
                Line::Soft => return,
                Line::Hard | Line::Literal => self.must_remeasure = true,
            }
        }
        if !self.suffixes.is_empty() {
            self.commands.push(command);
            self.commands.extend(self.suffixes.drain(..).rev());
            return;
        }
        let indentation = if line == Line::Literal {
            command.indent.root
        } else {
            let kept = self.out.trim_end_matches([' ', '\t']).len();
            self.out.truncate(kept);
            command.indent.width
        };
        self.out.push('\n');
        self.out.extend(std::iter::repeat_n(' ', indentation));
        self.column = indentation;
    }
}
