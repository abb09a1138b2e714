//! Statements and blocks.

use super::super::super::doc::{Doc, EMPTY, HARD, LINE, SOFT};
use super::super::super::source_text::{
    has_newline_between, newline_follows, newline_precedes, previous_line_is_empty,
};
use super::super::comments::Side;
use super::super::kind::{Key, Kind, flag};
use super::super::tree::NodeId;
use super::{Printer, cat, hard_or_line};

impl<'a> Printer<'_, 'a> {
    /// The statements of a list field, with at most one empty line where the source had some.
    pub(super) fn print_statements(&self, id: NodeId, key: Key) -> Doc<'a> {
        let statements = self.list(id, key);
        let is_real = |&&statement: &&NodeId| self.kind(statement) != Kind::EmptyStatement;
        let last = statements.iter().rev().find(is_real);
        let mut parts = Vec::new();
        for statement in statements.iter().filter(is_real) {
            parts.push(self.print(*statement));
            if Some(statement) != last {
                parts.push(HARD);
                if self.line_after_is_empty(*statement) {
                    parts.push(HARD);
                }
            }
        }
        self.b.cat(&parts)
    }

    fn print_block_body(&self, id: NodeId) -> Doc<'a> {
        let has_statements =
            self.list(id, Key::Body).iter().any(|&statement| self.kind(statement) != Kind::EmptyStatement);
        let body = if has_statements { self.print_statements(id, Key::Body) } else { EMPTY };
        if self.has_dangling(id) { cat![self; body, self.dangling_comments(id)] } else { body }
    }

    pub(super) fn print_program(&self, id: NodeId) -> Doc<'a> {
        let body = self.print_block_body(id);
        if body.is_empty() { EMPTY } else { cat![self; body, HARD] }
    }

    pub(super) fn print_block(&self, id: NodeId) -> Doc<'a> {
        let body = self.print_block_body(id);
        let open = if self.kind(id) == Kind::StaticBlock { "static {" } else { "{" };
        if !body.is_empty() {
            return cat![self; open, self.b.indent(cat![self; HARD, body]), HARD, "}"];
        }
        let parent = self.parent(id);
        let closes_at_once = match self.kind(parent) {
            Kind::ArrowFunctionExpression
            | Kind::FunctionExpression
            | Kind::FunctionDeclaration
            | Kind::ForStatement
            | Kind::WhileStatement
            | Kind::DoWhileStatement
            | Kind::TSModuleDeclaration => true,
            Kind::CatchClause => self.get(self.parent(parent), Key::Finalizer).is_none(),
            _ => self.kind(id) == Kind::StaticBlock,
        };
        cat![self; open, if closes_at_once { EMPTY } else { HARD }, "}"]
    }

    pub(super) fn print_expression_statement(&self, id: NodeId) -> Doc<'a> {
        cat![self; self.print_key(id, Key::Expression), ";"]
    }

    /// The body of a loop or branch: on the same line in braces, else indented on the next.
    fn print_clause(&self, id: NodeId, key: Key) -> Doc<'a> {
        let node = self.get(id, key);
        let printed = self.print(node);
        if self.kind(node) == Kind::EmptyStatement {
            return if self.has_side(node, Side::Leading) { cat![self; " ", printed] } else { printed };
        }
        let is_block = self.kind(node) == Kind::BlockStatement;
        let first_comment = self.comments_on(node).find(|comment| comment.side == Side::Leading);
        let comment_breaks = first_comment.is_some_and(|comment| {
            has_newline_between(self.text, comment.start, comment.end) || newline_precedes(self.text, comment.start)
        });
        if comment_breaks {
            let printed = cat![self; HARD, printed];
            return if is_block { printed } else { self.b.indent(printed) };
        }
        let else_if =
            self.kind(node) == Kind::IfStatement && self.kind(id) == Kind::IfStatement && key == Key::Alternate;
        if is_block || else_if { cat![self; " ", printed] } else { self.b.indent(cat![self; LINE, printed]) }
    }

    fn print_condition(&self, id: NodeId, key: Key) -> Doc<'a> {
        let test = self.get(id, key);
        let printed = self.print(test);
        if self.negates_logical(test) {
            return printed;
        }
        self.b.group(cat![self; self.b.indent(cat![self; SOFT, printed]), SOFT])
    }

    fn negates_logical(&self, id: NodeId) -> bool {
        let negates = |node| self.kind(node) == Kind::UnaryExpression && self.name(node) == "!";
        if self.has_comment(id) || !negates(id) {
            return false;
        }
        let mut inner = self.get(id, Key::Argument);
        if negates(inner) {
            inner = self.get(inner, Key::Argument);
        }
        self.kind(inner) == Kind::LogicalExpression
    }

    pub(super) fn print_if(&self, id: NodeId) -> Doc<'a> {
        let consequent = self.get(id, Key::Consequent);
        let condition = self.print_condition(id, Key::Test);
        let opening = self.b.group(cat![self; "if (", condition, ")", self.print_clause(id, Key::Consequent)]);
        if self.get(id, Key::Alternate).is_none() {
            return opening;
        }
        let is_block = self.kind(consequent) == Kind::BlockStatement;
        let mut parts = vec![opening];
        let mut same_line = is_block;
        if !is_block {
            parts.push(HARD);
        }
        let comments: Vec<_> = self.comments_on(id).filter(|comment| comment.side == Side::Dangling).collect();
        if let (Some(first), Some(last)) = (comments.first(), comments.last()) {
            if previous_line_is_empty(self.text, first.start) {
                parts.push(if is_block { cat![self; HARD, HARD] } else { HARD });
            } else if newline_precedes(self.text, first.start) {
                parts.push(if is_block { HARD } else { EMPTY });
            } else {
                parts.push(" ".into());
            }
            let breaks = !last.is_block || newline_follows(self.text, last.end);
            parts.extend([self.dangling_comments(id), if breaks { HARD } else { " ".into() }]);
            same_line = false;
        }
        parts.extend([if same_line { " ".into() } else { EMPTY }, "else".into()]);
        parts.push(self.b.group(self.print_clause(id, Key::Alternate)));
        self.b.cat(&parts)
    }

    pub(super) fn print_for(&self, id: NodeId) -> Doc<'a> {
        let body = self.print_clause(id, Key::Body);
        let comments = self.dangling_comments(id);
        let comments = if comments.is_empty() { EMPTY } else { cat![self; comments, SOFT] };
        let (init, test, update) = (self.get(id, Key::Init), self.get(id, Key::Test), self.get(id, Key::Update));
        if init.is_none() && test.is_none() && update.is_none() {
            return cat![self; comments, self.b.group(cat![self; "for (;;)", body])];
        }
        let update = if update.is_some() { cat![self; LINE, self.print(update)] } else { EMPTY };
        let inner = cat![self; SOFT, self.print(init), ";", LINE, self.print(test), ";", update];
        let head = self.b.group(cat![self; self.b.indent(inner), SOFT]);
        cat![self; comments, self.b.group(cat![self; "for (", head, ")", body])]
    }

    pub(super) fn print_for_each(&self, id: NodeId) -> Doc<'a> {
        let is_of = self.kind(id) == Kind::ForOfStatement;
        self.b.group(cat![self;
            "for",
            if is_of && self.is(id, flag::AWAIT) { " await" } else { "" },
            " (",
            self.print_key(id, Key::Left),
            Doc::LineSuffixBoundary,
            if is_of { " of " } else { " in " },
            self.print_key(id, Key::Right),
            ")",
            self.print_clause(id, Key::Body),
        ])
    }

    pub(super) fn print_while(&self, id: NodeId) -> Doc<'a> {
        let (word, key) =
            if self.kind(id) == Kind::WithStatement { ("with (", Key::Object) } else { ("while (", Key::Test) };
        let condition = self.print_condition(id, key);
        self.b.group(cat![self; word, condition, ")", self.print_clause(id, Key::Body)])
    }

    pub(super) fn print_do_while(&self, id: NodeId) -> Doc<'a> {
        let is_block = self.kind(self.get(id, Key::Body)) == Kind::BlockStatement;
        let body = self.b.group(cat![self; "do", self.print_clause(id, Key::Body)]);
        cat![self;
            body,
            if is_block { " ".into() } else { HARD },
            "while (",
            self.print_condition(id, Key::Test),
            ");",
        ]
    }

    pub(super) fn print_switch(&self, id: NodeId) -> Doc<'a> {
        let head = self.in_soft_parens("switch (", self.print_key(id, Key::Discriminant), ")");
        let cases = self.list(id, Key::Cases);
        let inner = if cases.is_empty() {
            let comments = self.dangling_comments(id);
            if comments.is_empty() { EMPTY } else { self.b.indent(cat![self; HARD, comments]) }
        } else {
            let printed = cases.iter().enumerate().map(|(at, &case)| {
                let gap = at + 1 < cases.len() && self.line_after_is_empty(case);
                cat![self; self.print(case), if gap { HARD } else { EMPTY }]
            });
            self.b.indent(cat![self; HARD, self.b.join(HARD, printed)])
        };
        cat![self; head, " {", inner, HARD, "}"]
    }

    pub(super) fn print_switch_case(&self, id: NodeId) -> Doc<'a> {
        let test = self.get(id, Key::Test);
        let head = if test.is_some() { cat![self; "case ", self.print(test), ":"] } else { "default:".into() };
        let comments = self.dangling_comments(id);
        let comments = if comments.is_empty() { EMPTY } else { cat![self; " ", comments] };
        let real = self.list(id, Key::Consequent).iter().filter(|&&s| self.kind(s) != Kind::EmptyStatement);
        let real: Vec<_> = real.collect();
        if real.is_empty() {
            return cat![self; head, comments];
        }
        let body = self.print_statements(id, Key::Consequent);
        let only_block = real.len() == 1 && self.kind(*real[0]) == Kind::BlockStatement;
        let body = if only_block { cat![self; " ", body] } else { self.b.indent(cat![self; HARD, body]) };
        cat![self; head, comments, body]
    }

    pub(super) fn print_try(&self, id: NodeId) -> Doc<'a> {
        let (handler, finalizer) = (self.get(id, Key::Handler), self.get(id, Key::Finalizer));
        cat![self;
            "try ",
            self.print_key(id, Key::Block),
            if handler.is_some() { " " } else { "" },
            self.print(handler),
            if finalizer.is_some() { " finally " } else { "" },
            self.print(finalizer),
        ]
    }

    pub(super) fn print_catch(&self, id: NodeId) -> Doc<'a> {
        let param = self.get(id, Key::Param);
        let body = self.print_key(id, Key::Body);
        if param.is_none() {
            return cat![self; "catch ", body];
        }
        let breaks = self.has_comment_where(param, |comment| {
            !comment.is_block
                || (comment.side == Side::Leading && newline_follows(self.text, comment.end))
                || (comment.side == Side::Trailing && newline_precedes(self.text, comment.start))
        });
        let printed = self.print(param);
        let printed = if breaks { cat![self; self.b.indent(cat![self; SOFT, printed]), SOFT] } else { printed };
        cat![self; "catch (", printed, ") ", body]
    }

    /// The argument of `return`, `throw` or `yield`.
    pub(super) fn print_argument(&self, id: NodeId) -> Doc<'a> {
        let argument = self.get(id, Key::Argument);
        if argument.is_none() {
            return EMPTY;
        }
        let printed = self.print(argument);
        if self.returns_with_own_line_comment(argument) {
            return cat![self; " (", self.b.indent(cat![self; HARD, printed]), HARD, ")"];
        }
        if !self.is_binary(argument) {
            return cat![self; " ", printed];
        }
        let (open, close) = (self.b.if_break("(".into(), EMPTY), self.b.if_break(")".into(), EMPTY));
        let inner = self.b.indent(cat![self; SOFT, printed]);
        cat![self; " ", self.b.group(cat![self; open, inner, SOFT, close])]
    }

    pub(super) fn print_variables(&self, id: NodeId) -> Doc<'a> {
        let declarations = self.list(id, Key::Declarations);
        let in_for = self.is_declared_in_for(id);
        let has_init = declarations.iter().any(|&declaration| self.get(declaration, Key::Init).is_some());
        let printed = self.print_list(id, Key::Declarations);
        let Some((&first, rest)) = printed.split_first() else { return EMPTY };
        let plain = rest.is_empty() && !self.has_comment(declarations[0]);
        let first = if plain { first } else { self.b.indent(first) };
        let line = hard_or_line(has_init && !in_for);
        let rest: Vec<_> = rest.iter().map(|&declaration| cat![self; ",", line, declaration]).collect();
        self.b.group(cat![self;
            self.declare(id),
            self.name(id),
            " ",
            first,
            self.b.indent(self.b.cat(&rest)),
            if in_for { "" } else { ";" },
        ])
    }

    pub(super) fn print_sequence(&self, id: NodeId) -> Doc<'a> {
        let printed = self.print_list(id, Key::Expressions);
        if matches!(self.parent_kind(id), Kind::ExpressionStatement | Kind::ForStatement) {
            let parts: Vec<_> = printed
                .iter()
                .enumerate()
                .map(|(at, &doc)| if at == 0 { doc } else { cat![self; ",", self.b.indent(cat![self; LINE, doc])] })
                .collect();
            return self.b.group(self.b.cat(&parts));
        }
        let joined = self.b.join(cat![self; ",", LINE], printed);
        let returned = matches!(
            self.parent_kind(id),
            Kind::ReturnStatement | Kind::ThrowStatement | Kind::YieldExpression | Kind::UnaryExpression
        );
        let indents = (self.key(id) == Key::Argument && returned && self.needs_parens(id))
            || (self.key(id) == Key::Body && self.parent_kind(id) == Kind::ArrowFunctionExpression);
        if !indents {
            return self.b.group(joined);
        }
        let broken = cat![self; self.b.indent(cat![self; SOFT, joined]), SOFT];
        self.b.group(self.b.if_break(broken, joined))
    }
}
