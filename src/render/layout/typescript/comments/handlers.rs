//! The special cases of comment attachment, in the order in which Prettier tries them.

use super::super::super::source_text::{has_newline_between, newline_follows, next_byte, next_token};
use super::super::kind::{Key, Kind};
use super::super::tree::NodeId;
use super::{Around, Attach, Marker, Placement};

impl Attach<'_, '_> {
    pub(super) fn own_line(&mut self, at: &Around) -> bool {
        self.dangling_in_parens(at)
            || self.type_cast(at)
            || self.last_parameter(at)
            || self.conditional(at)
            || self.member(at)
            || self.if_statement(at)
            || self.while_statement(at)
            || self.switch_statement(at)
            || self.try_statement(at)
            || self.class(at)
            || self.for_statement(at)
            || self.union(at)
            || self.only_comments(at)
            || self.module_specifier(at)
            || self.assignment_pattern(at)
            || self.method_key(at)
            || self.labeled(at)
            || self.typed_pattern(at)
            || self.mapped_type(at)
            || self.as_expression(at)
            || self.union_first(at)
            || self.sequence(at)
    }

    pub(super) fn end_of_line(&mut self, at: &Around) -> bool {
        self.dangling_in_parens(at)
            || self.type_cast(at)
            || self.last_parameter(at)
            || self.conditional(at)
            || self.module_specifier(at)
            || self.if_statement(at)
            || self.while_statement(at)
            || self.switch_statement(at)
            || self.try_statement(at)
            || self.class(at)
            || self.for_statement(at)
            || self.labeled(at)
            || self.call_arguments(at)
            || self.property(at)
            || self.only_comments(at)
            || self.assignment(at)
            || self.switch_case(at)
            || self.last_union_member(at)
            || self.unary_binary(at)
            || self.typed_pattern(at)
            || self.mapped_type(at)
            || self.arrow_body(at)
            || self.last_in_statement(at)
            || self.type_value(at)
            || self.as_expression(at)
            || self.tagged(at)
            || self.sequence(at)
    }

    pub(super) fn remaining(&mut self, at: &Around) -> bool {
        self.dangling_in_parens(at)
            || self.type_cast(at)
            || self.if_statement(at)
            || self.while_statement(at)
            || self.switch_statement(at)
            || self.for_statement(at)
            || self.method_key(at)
            || self.only_comments(at)
            || self.assignment(at)
            || self.mapped_type(at)
            || self.before_arrow(at)
            || self.function_name(at)
            || self.before_semicolon(at)
            || self.last_in_statement(at)
            || self.type_value(at)
            || self.as_expression(at)
            || self.union_first(at)
            || self.sequence(at)
    }

    fn text(&self) -> &str {
        self.tree.text
    }

    fn kind(&self, node: NodeId) -> Kind {
        self.tree.kind(node)
    }

    fn get(&self, node: NodeId, key: Key) -> NodeId {
        self.tree.get(node, key)
    }

    fn next_byte(&self, at: &Around) -> u8 {
        next_byte(self.text(), self.tree.comments[at.comment].end)
    }

    fn is_block_statement(&self, node: NodeId) -> bool {
        self.kind(node) == Kind::BlockStatement
    }

    fn is_block(&self, at: &Around) -> bool {
        self.tree.comments[at.comment].is_block
    }

    /// A block comment on one line.
    fn is_short_block(&self, at: &Around) -> bool {
        let comment = &self.tree.comments[at.comment];
        comment.is_block && !has_newline_between(self.text(), comment.start, comment.end)
    }

    fn add_to_block_or_before(&mut self, node: NodeId, comment: usize) -> bool {
        if self.is_block_statement(node) { self.add_to_block(node, comment) } else { self.leading(node, comment) }
    }

    /// Leads the first member of a block, or dangles in an empty one.
    fn add_to_block(&mut self, node: NodeId, comment: usize) -> bool {
        let key = if self.kind(node) == Kind::TSEnumBody { Key::Members } else { Key::Body };
        let first = self.tree.list(node, key).iter().copied().find(|&n| self.kind(n) != Kind::EmptyStatement);
        match first {
            Some(first) => self.leading(first, comment),
            None => self.dangling(node, comment),
        }
    }

    fn dangling_in_parens(&mut self, at: &Around) -> bool {
        let node = at.enclosing;
        let kind = self.kind(node);
        if kind == Kind::None {
            return false;
        }
        let calls = matches!(kind, Kind::CallExpression | Kind::NewExpression | Kind::ImportExpression);
        if calls && self.tree.call_arguments(node).is_empty() && self.is_alone_in_parens(node, at) {
            return self.dangling(node, at.comment);
        }
        let function = match kind {
            Kind::MethodDefinition | Kind::TSAbstractMethodDefinition => self.get(node, Key::Value),
            Kind::Property if self.tree.is_method_like(node) => self.get(node, Key::Value),
            _ if is_real_function(kind) => node,
            _ => return false,
        };
        if !self.tree.list(function, Key::Params).is_empty() || !self.is_alone_in_parens(function, at) {
            return false;
        }
        self.dangling(function, at.comment)
    }

    fn is_alone_in_parens(&self, node: NodeId, at: &Around) -> bool {
        let comment = &self.tree.comments[at.comment];
        if self.tree.start(node) >= comment.end || self.tree.end(node) <= comment.start {
            return false;
        }
        let blanked = self.tree.blanked();
        blanked[..comment.start].trim_end().ends_with('(') && blanked[comment.end..].trim_start().starts_with(')')
    }

    fn type_cast(&mut self, at: &Around) -> bool {
        self.tree.comments[at.comment].is_type_cast()
            && at.following.is_some()
            && self.leading(at.following, at.comment)
    }

    fn last_parameter(&mut self, at: &Around) -> bool {
        let preceding = self.kind(at.preceding);
        let is_parameter = matches!(
            preceding,
            Kind::Identifier
                | Kind::AssignmentPattern
                | Kind::ObjectPattern
                | Kind::ArrayPattern
                | Kind::RestElement
                | Kind::TSParameterProperty
        );
        let enclosing = self.kind(at.enclosing);
        let bodiless = matches!(enclosing, Kind::TSAbstractMethodDefinition | Kind::MethodDefinition)
            && self.kind(self.get(at.enclosing, Key::Value)) == Kind::TSEmptyBodyFunctionExpression;
        if is_parameter && (is_real_function(enclosing) || bodiless) && self.next_byte(at) == b')' {
            return self.trailing(at.preceding, at.comment);
        }
        let named = matches!(enclosing, Kind::FunctionDeclaration | Kind::FunctionExpression | Kind::MethodDefinition);
        if self.is_block(at) || !self.is_block_statement(at.following) || !named {
            return false;
        }
        let function =
            if enclosing == Kind::MethodDefinition { self.get(at.enclosing, Key::Value) } else { at.enclosing };
        let body = self.get(function, Key::Body);
        let next = next_token(self.text(), self.tree.comments[at.comment].end);
        body == at.following && next == self.tree.start(at.following) && self.add_to_block(at.following, at.comment)
    }

    fn conditional(&mut self, at: &Around) -> bool {
        let comment_start = self.tree.comments[at.comment].start;
        let same_line =
            at.preceding.is_some() && !has_newline_between(self.text(), self.tree.end(at.preceding), comment_start);
        let inside = matches!(self.kind(at.enclosing), Kind::ConditionalExpression | Kind::TSConditionalType);
        !same_line && inside && at.following.is_some() && self.leading(at.following, at.comment)
    }

    fn member(&mut self, at: &Around) -> bool {
        self.kind(at.enclosing) == Kind::MemberExpression
            && self.kind(at.following) == Kind::Identifier
            && self.leading(at.enclosing, at.comment)
    }

    fn if_statement(&mut self, at: &Around) -> bool {
        if self.kind(at.enclosing) != Kind::IfStatement || at.following.is_none() {
            return false;
        }
        if self.next_byte(at) == b')' {
            return self.trailing(at.preceding, at.comment);
        }
        let consequent = self.get(at.enclosing, Key::Consequent);
        if at.following == consequent {
            return self.leading(at.following, at.comment);
        }
        if at.preceding != consequent || at.following != self.get(at.enclosing, Key::Alternate) {
            return false;
        }
        let comment = self.tree.comments[at.comment];
        let preceding_end = self.tree.end(at.preceding);
        let else_at = self.tree.blanked()[preceding_end..].find("else").map_or(usize::MAX, |i| preceding_end + i);
        if comment.start >= else_at {
            return self.leading(at.following, at.comment);
        }
        let one_line = !comment.is_block || self.is_short_block(at);
        let same_line = !has_newline_between(self.text(), preceding_end, comment.start);
        if !self.is_block_statement(at.preceding) && one_line && same_line {
            return self.trailing(at.preceding, at.comment);
        }
        self.dangling(at.enclosing, at.comment)
    }

    fn while_statement(&mut self, at: &Around) -> bool {
        if !matches!(self.kind(at.enclosing), Kind::WhileStatement | Kind::WithStatement) || at.following.is_none() {
            return false;
        }
        if self.next_byte(at) == b')' {
            return self.trailing(at.preceding, at.comment);
        }
        self.get(at.enclosing, Key::Body) == at.following && self.leading(at.following, at.comment)
    }

    fn switch_statement(&mut self, at: &Around) -> bool {
        self.kind(at.enclosing) == Kind::SwitchStatement
            && self.tree.list(at.enclosing, Key::Cases).is_empty()
            && at.following.is_none()
            && at.preceding == self.get(at.enclosing, Key::Discriminant)
            && self.next_byte(at) == b'}'
            && self.dangling(at.enclosing, at.comment)
    }

    fn try_statement(&mut self, at: &Around) -> bool {
        let enclosing = self.kind(at.enclosing);
        if !matches!(enclosing, Kind::TryStatement | Kind::CatchClause) || at.following.is_none() {
            return false;
        }
        if enclosing == Kind::CatchClause && at.preceding.is_some() {
            return self.trailing(at.preceding, at.comment);
        }
        match self.kind(at.following) {
            Kind::BlockStatement => self.add_to_block(at.following, at.comment),
            Kind::CatchClause => self.add_to_block_or_before(self.get(at.following, Key::Body), at.comment),
            _ => false,
        }
    }

    fn class(&mut self, at: &Around) -> bool {
        let kind = self.kind(at.enclosing);
        let is_class = matches!(kind, Kind::ClassDeclaration | Kind::ClassExpression | Kind::TSInterfaceDeclaration);
        let has_body = is_class || matches!(kind, Kind::TSModuleDeclaration | Kind::TSEnumDeclaration);
        if at.following.is_some() && has_body && at.following == self.get(at.enclosing, Key::Body) {
            return self.add_to_block(at.following, at.comment);
        }
        if !is_class {
            return false;
        }
        if let Some(&last) = self.tree.list(at.enclosing, Key::Decorators).last()
            && self.kind(at.following) != Kind::Decorator
        {
            return self.trailing(last, at.comment);
        }
        if at.following.is_none() || at.preceding.is_none() {
            return false;
        }
        let id = self.get(at.enclosing, Key::Id);
        let parameters = self.get(at.enclosing, Key::TypeParameters);
        let super_class = self.get(at.enclosing, Key::SuperClass);
        let after_name = at.preceding == id || at.preceding == parameters;
        if super_class.is_some() && at.following == super_class && after_name {
            return self.trailing(at.preceding, at.comment);
        }
        let comment_end = self.tree.comments[at.comment].end;
        for (key, word, marker) in
            [(Key::Implements, "implements", Marker::Implements), (Key::Extends, "extends", Marker::Extends)]
        {
            if self.tree.list(at.enclosing, key).first() != Some(&at.following) {
                continue;
            }
            if !(after_name || at.preceding == super_class) {
                return self.dangling_at(at.enclosing, at.comment, marker);
            }
            let between = &self.tree.blanked()[comment_end..self.tree.start(at.following)];
            if between.trim() == word {
                return self.trailing(at.preceding, at.comment);
            }
        }
        false
    }

    fn for_statement(&mut self, at: &Around) -> bool {
        let kind = self.kind(at.enclosing);
        let in_or_of = matches!(kind, Kind::ForInStatement | Kind::ForOfStatement);
        let comment_start = self.tree.comments[at.comment].start;
        if in_or_of
            && at.preceding == self.get(at.enclosing, Key::Left)
            && at.following == self.get(at.enclosing, Key::Right)
        {
            let from = self.tree.end(at.preceding);
            let word = if kind == Kind::ForInStatement { "in" } else { "of" };
            let word_at = self.tree.blanked()[from..].find(word).map_or(usize::MAX, |i| from + i);
            return if comment_start > word_at {
                self.leading(at.following, at.comment)
            } else {
                self.trailing(at.preceding, at.comment)
            };
        }
        let is_loop = in_or_of || kind == Kind::ForStatement;
        if !is_loop || at.following.is_none() || at.following != self.get(at.enclosing, Key::Body) {
            return false;
        }
        let paren = self.tree.blanked()[..self.tree.start(at.following)].rfind(')').unwrap_or(usize::MAX);
        comment_start > paren && self.leading(at.following, at.comment)
    }

    fn union(&mut self, at: &Around) -> bool {
        self.kind(at.enclosing) == Kind::TSUnionType
            && at.preceding.is_some()
            && self.trailing(at.preceding, at.comment)
    }

    fn only_comments(&mut self, at: &Around) -> bool {
        let root = self.tree.root;
        if self.tree.is_json() || !self.tree.list(root, Key::Body).is_empty() {
            return false;
        }
        if at.is_last { self.dangling(root, at.comment) } else { self.leading(root, at.comment) }
    }

    fn module_specifier(&mut self, at: &Around) -> bool {
        let enclosing = self.kind(at.enclosing);
        if matches!(enclosing, Kind::ImportSpecifier | Kind::ExportSpecifier) {
            return self.leading(at.enclosing, at.comment);
        }
        let preceding = self.kind(at.preceding);
        let after_specifier = (preceding == Kind::ImportSpecifier && enclosing == Kind::ImportDeclaration)
            || (preceding == Kind::ExportSpecifier && enclosing == Kind::ExportNamedDeclaration);
        after_specifier
            && newline_follows(self.text(), self.tree.comments[at.comment].end)
            && self.trailing(at.preceding, at.comment)
    }

    fn assignment_pattern(&mut self, at: &Around) -> bool {
        self.kind(at.enclosing) == Kind::AssignmentPattern && self.leading(at.enclosing, at.comment)
    }

    fn method_key(&mut self, at: &Around) -> bool {
        let enclosing = self.kind(at.enclosing);
        let paren_next = self.next_byte(at) == b'(';
        let before_paren = at.preceding.is_some()
            && paren_next
            && matches!(enclosing, Kind::Property | Kind::TSAbstractMethodDefinition)
            && self.kind(at.preceding) == Kind::Identifier
            && self.get(at.enclosing, Key::Key) == at.preceding
            && next_byte(self.text(), self.tree.end(at.preceding)) != b':';
        if before_paren {
            return self.trailing(at.preceding, at.comment);
        }
        let is_member = matches!(
            enclosing,
            Kind::PropertyDefinition
                | Kind::TSAbstractPropertyDefinition
                | Kind::TSAbstractMethodDefinition
                | Kind::MethodDefinition
                | Kind::AccessorProperty
                | Kind::TSAbstractAccessorProperty
                | Kind::TSParameterProperty
        );
        if is_member && at.following.is_none() && at.placement == Placement::Remaining {
            let node = if paren_next { at.preceding } else { at.enclosing };
            return self.trailing(node, at.comment);
        }
        let after_decorator = self.kind(at.preceding) == Kind::Decorator && is_member;
        after_decorator
            && (!self.is_block(at) || at.placement == Placement::OwnLine)
            && self.trailing(at.preceding, at.comment)
    }

    fn labeled(&mut self, at: &Around) -> bool {
        self.kind(at.enclosing) == Kind::LabeledStatement && self.leading(at.enclosing, at.comment)
    }

    fn call_arguments(&mut self, at: &Around) -> bool {
        if !matches!(self.kind(at.enclosing), Kind::CallExpression | Kind::NewExpression) {
            return false;
        }
        let Some(&first) = self.tree.list(at.enclosing, Key::Arguments).first() else { return false };
        if self.get(at.enclosing, Key::Callee) != at.preceding {
            return false;
        }
        let from = self.tree.end(at.preceding);
        let paren = self.tree.blanked()[from..].find('(').map_or(usize::MAX, |i| from + i);
        self.tree.comments[at.comment].start > paren && self.leading(first, at.comment)
    }

    fn property(&mut self, at: &Around) -> bool {
        self.kind(at.enclosing) == Kind::Property
            && !self.tree.is_method_like(at.enclosing)
            && self.leading(at.enclosing, at.comment)
    }

    fn assignment(&mut self, at: &Around) -> bool {
        let enclosing = self.kind(at.enclosing);
        if at.following.is_none() {
            return false;
        }
        let assigns =
            matches!(enclosing, Kind::VariableDeclarator | Kind::AssignmentExpression | Kind::TSTypeAliasDeclaration);
        let complex = matches!(
            self.kind(at.following),
            Kind::ObjectExpression
                | Kind::ArrayExpression
                | Kind::TemplateLiteral
                | Kind::TaggedTemplateExpression
                | Kind::TSTypeLiteral
        );
        if assigns && at.placement == Placement::EndOfLine && (complex || self.is_block(at)) {
            return self.leading_or_union_first(at.following, at);
        }
        if enclosing == Kind::TSTypeAliasDeclaration {
            let from = self.tree.end(self.get(at.enclosing, Key::Id));
            let equals = self.tree.blanked()[from..].find('=').map_or(usize::MAX, |i| from + i);
            if self.tree.comments[at.comment].start >= equals {
                return self.leading_or_union_first(at.following, at);
            }
        }
        false
    }

    /// `/* why */ A | B`: a block comment right before a union belongs to its first member.
    fn leads_union_first(&self, node: NodeId, at: &Around) -> bool {
        if self.kind(node) != Kind::TSUnionType || !self.is_short_block(at) {
            return false;
        }
        let comment = &self.tree.comments[at.comment];
        if comment.is_prettier_ignore() || comment.end > self.tree.start(node) {
            return false;
        }
        self.tree.blanked()[comment.end..self.tree.start(node)].chars().all(|c| c == ' ' || c == '\t')
    }

    fn leading_or_union_first(&mut self, node: NodeId, at: &Around) -> bool {
        let first = self.leads_union_first(node, at).then(|| self.tree.list(node, Key::Types)[0]);
        self.leading(first.unwrap_or(node), at.comment)
    }

    fn union_first(&mut self, at: &Around) -> bool {
        self.leads_union_first(at.following, at) && self.leading_or_union_first(at.following, at)
    }

    fn switch_case(&mut self, at: &Around) -> bool {
        if self.kind(at.enclosing) != Kind::SwitchCase
            || self.get(at.enclosing, Key::Test).is_some()
            || at.following.is_none()
            || self.tree.list(at.enclosing, Key::Consequent).first() != Some(&at.following)
        {
            return false;
        }
        if self.is_block_statement(at.following) && !self.is_block(at) {
            return self.add_to_block(at.following, at.comment);
        }
        self.dangling(at.enclosing, at.comment)
    }

    fn last_union_member(&mut self, at: &Around) -> bool {
        let enclosing = self.kind(at.enclosing);
        let fits = (enclosing == Kind::TSArrayType && at.following.is_none())
            || matches!(enclosing, Kind::TSIntersectionType | Kind::TSUnionType);
        if self.kind(at.preceding) != Kind::TSUnionType || !fits {
            return false;
        }
        let last = self.tree.list(at.preceding, Key::Types).last().copied();
        last.is_some_and(|last| self.trailing(last, at.comment))
    }

    fn unary_binary(&mut self, at: &Around) -> bool {
        let binary = matches!(self.kind(at.preceding), Kind::LogicalExpression | Kind::BinaryExpression);
        if at.following.is_some() || self.kind(at.enclosing) != Kind::UnaryExpression || !binary {
            return false;
        }
        let right = self.get(at.preceding, Key::Right);
        let argument_start = self.tree.start(self.get(at.enclosing, Key::Argument));
        let (right_start, start) = (self.tree.start(right), self.tree.comments[at.comment].start);
        has_newline_between(self.text(), argument_start, right_start)
            && (!self.is_block(at) || self.is_short_block(at))
            && !has_newline_between(self.text(), right_start, start)
            && self.trailing(right, at.comment)
    }

    fn typed_pattern(&mut self, at: &Around) -> bool {
        let enclosing = self.kind(at.enclosing);
        if !matches!(enclosing, Kind::ObjectPattern | Kind::ArrayPattern)
            || at.following.is_none()
            || self.get(at.enclosing, Key::TypeAnnotation) != at.following
        {
            return false;
        }
        let close = if enclosing == Kind::ObjectPattern { b'}' } else { b']' };
        if self.next_byte(at) != close {
            return self.leading(at.following, at.comment);
        }
        if at.preceding.is_some() {
            self.trailing(at.preceding, at.comment)
        } else {
            self.dangling(at.enclosing, at.comment)
        }
    }

    fn mapped_type(&mut self, at: &Around) -> bool {
        if self.kind(at.enclosing) != Kind::TSMappedType {
            return false;
        }
        let from = self.tree.start(at.enclosing);
        let bracket = self.tree.blanked()[from..].find('[').map_or(usize::MAX, |i| from + i);
        self.tree.comments[at.comment].end < bracket && self.dangling(at.enclosing, at.comment)
    }

    fn arrow_body(&mut self, at: &Around) -> bool {
        if self.kind(at.enclosing) != Kind::ArrowFunctionExpression || at.following.is_none() || at.preceding.is_none()
        {
            return false;
        }
        let body_start = self.tree.start(self.get(at.enclosing, Key::Body));
        let arrow = self.tree.blanked()[..body_start].rfind("=>").unwrap_or(0);
        self.tree.comments[at.comment].end >= arrow && self.add_to_block_or_before(at.following, at.comment)
    }

    fn before_arrow(&mut self, at: &Around) -> bool {
        if self.kind(at.enclosing) != Kind::ArrowFunctionExpression {
            return false;
        }
        let next = next_token(self.text(), self.tree.comments[at.comment].end);
        self.text()[next..].starts_with("=>") && self.dangling_at(at.enclosing, at.comment, Marker::BeforeArrow)
    }

    fn function_name(&mut self, at: &Around) -> bool {
        let named = matches!(
            self.kind(at.enclosing),
            Kind::FunctionDeclaration | Kind::FunctionExpression | Kind::MethodDefinition
        );
        self.next_byte(at) == b'(' && at.preceding.is_some() && named && self.trailing(at.preceding, at.comment)
    }

    fn before_semicolon(&mut self, at: &Around) -> bool {
        let ends = matches!(
            self.kind(at.enclosing),
            Kind::TSMethodSignature | Kind::TSDeclareFunction | Kind::TSAbstractMethodDefinition
        );
        at.following.is_none()
            && ends
            && (at.preceding.is_none() || at.preceding != self.get(at.enclosing, Key::ReturnType))
            && self.next_byte(at) == b';'
            && self.trailing(at.enclosing, at.comment)
    }

    fn last_in_statement(&mut self, at: &Around) -> bool {
        if at.following.is_some() || at.enclosing.is_none() || at.preceding.is_none() {
            return false;
        }
        let enclosing = self.kind(at.enclosing);
        if enclosing == Kind::ExpressionStatement {
            return self.trailing(at.enclosing, at.comment);
        }
        let preceding = self.kind(at.preceding);
        let is_assignment = preceding == Kind::AssignmentExpression;
        let nested = (is_assignment && enclosing == Kind::AssignmentExpression)
            || (preceding == Kind::ArrowFunctionExpression && enclosing == Kind::ArrowFunctionExpression);
        if nested {
            let mut node = at.enclosing;
            loop {
                let parent = self.tree.parent(node);
                let goes_on = (self.kind(parent) == Kind::AssignmentExpression && self.tree.key(node) == Key::Right)
                    || (self.kind(parent) == Kind::ArrowFunctionExpression && self.tree.key(node) == Key::Body);
                if !goes_on {
                    if self.kind(parent) == Kind::ExpressionStatement {
                        return self.trailing(parent, at.comment);
                    }
                    break;
                }
                node = parent;
            }
        }
        let is_sequence = preceding == Kind::SequenceExpression;
        let holds = matches!(
            (enclosing, self.tree.key(at.preceding)),
            (Kind::ArrowFunctionExpression, Key::Body)
                | (Kind::VariableDeclarator, Key::Init)
                | (Kind::ReturnStatement, Key::Argument)
                | (Kind::AssignmentExpression, Key::Right)
        );
        if !(is_sequence || is_assignment) || !holds {
            return false;
        }
        let node = if is_sequence {
            self.tree.list(at.preceding, Key::Expressions).last().copied().unwrap_or(at.preceding)
        } else {
            self.get(at.preceding, Key::Right)
        };
        self.trailing(node, at.comment)
    }

    fn type_value(&mut self, at: &Around) -> bool {
        if at.following.is_none() {
            return false;
        }
        let enclosing = at.enclosing;
        let before_colon = match self.kind(enclosing) {
            Kind::TSPropertySignature => self.get(enclosing, Key::Key),
            Kind::TSMappedType => {
                let name = self.get(enclosing, Key::NameType);
                if name.is_some() { name } else { self.get(enclosing, Key::Constraint) }
            }
            _ => return false,
        };
        let is_union = matches!(self.kind(at.following), Kind::TSUnionType | Kind::TSIntersectionType);
        if at.placement == Placement::EndOfLine && is_union {
            return self.leading(at.following, at.comment);
        }
        if self.get(enclosing, Key::TypeAnnotation).is_none() || !self.is_block(at) {
            return false;
        }
        let from = self.tree.end(before_colon);
        let colon = self.tree.blanked()[from..].find(':').map_or(usize::MAX, |i| from + i);
        colon < self.tree.comments[at.comment].start && self.leading_or_union_first(at.following, at)
    }

    fn as_expression(&mut self, at: &Around) -> bool {
        let is_as = matches!(self.kind(at.enclosing), Kind::TSAsExpression | Kind::TSSatisfiesExpression);
        if !is_as || at.preceding != self.get(at.enclosing, Key::Expression) {
            return false;
        }
        if !self.is_block(at) || self.is_short_block(at) {
            return false;
        }
        if at.following.is_some() {
            self.leading(at.following, at.comment)
        } else {
            self.trailing(at.enclosing, at.comment)
        }
    }

    fn tagged(&mut self, at: &Around) -> bool {
        self.kind(at.enclosing) == Kind::TaggedTemplateExpression
            && at.following.is_some()
            && at.following == self.get(at.enclosing, Key::Quasi)
            && self.leading(at.following, at.comment)
    }

    fn sequence(&mut self, at: &Around) -> bool {
        at.preceding.is_none()
            && self.kind(at.enclosing) == Kind::SequenceExpression
            && self.tree.list(at.enclosing, Key::Expressions).first() == Some(&at.following)
            && self.leading(at.enclosing, at.comment)
    }
}

fn is_real_function(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::ArrowFunctionExpression
            | Kind::FunctionExpression
            | Kind::FunctionDeclaration
            | Kind::TSDeclareFunction
            | Kind::TSCallSignatureDeclaration
            | Kind::TSConstructSignatureDeclaration
            | Kind::TSMethodSignature
            | Kind::TSConstructorType
            | Kind::TSFunctionType
    )
}
