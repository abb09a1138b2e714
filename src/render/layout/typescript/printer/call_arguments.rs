//! Argument lists: on one line, one per line, or with the first or last argument hugged.

use super::super::super::doc::{Doc, EMPTY, HARD, LINE, SOFT, will_break};
use super::super::super::width::width;
use super::super::comments::Side;
use super::super::kind::{Key, Kind, flag};
use super::super::tree::NodeId;
use super::{Args, Printer, cat};

impl<'a> Printer<'_, 'a> {
    pub(super) fn print_call_arguments(&self, id: NodeId) -> Doc<'a> {
        let arguments = self.call_arguments(id);
        let Some((&last, before)) = arguments.split_last() else {
            return self.b.group(cat![self; "(", self.dangling_in_brackets(id), ")"]);
        };
        if self.is_effect_with_dependencies(&arguments) {
            let printed = self.b.join(", ".into(), arguments.iter().map(|&argument| self.print(argument)));
            return cat![self; "(", printed, ")"];
        }
        let mut has_gap = false;
        let mut printed = Vec::new();
        for &argument in before {
            let doc = self.print(argument);
            if self.line_after_is_empty(argument) {
                has_gap = true;
                printed.push(cat![self; doc, ",", HARD, HARD]);
            } else {
                printed.push(cat![self; doc, ",", LINE]);
            }
        }
        printed.push(self.print(last));
        let is_import =
            matches!(self.kind(id), Kind::ImportExpression | Kind::TSImportType | Kind::TSExternalModuleReference);
        let comma = if is_import { EMPTY } else { self.comma_if_broken() };
        let all_broken = || {
            let inner = self.b.indent(cat![self; LINE, self.b.cat(&printed)]);
            self.b.group_if(cat![self; "(", inner, comma, LINE, ")"], true)
        };
        if has_gap || (self.parent_kind(id) != Kind::Decorator && self.is_function_composition(&arguments)) {
            return all_broken();
        }
        if self.should_hug_first(&arguments) {
            if Self::any_will_break(&printed[1..]) {
                return all_broken();
            }
            let rest = self.b.cat(&printed[1..]);
            let Some(first) = self.try_expanded(arguments[0], Args { expand_first: true, ..Args::default() }) else {
                return all_broken();
            };
            let broken = cat![self; "(", self.b.group_if(first, true), ", ", rest, ")"];
            if will_break(first) {
                return cat![self; Doc::BreakParent, self.b.choose(&[broken, all_broken()])];
            }
            return self.b.choose(&[cat![self; "(", first, ", ", rest, ")"], broken, all_broken()]);
        }
        if self.should_hug_last(&arguments) {
            let start = &printed[..printed.len() - 1];
            if Self::any_will_break(start) {
                return all_broken();
            }
            let start = self.b.cat(start);
            let Some(hugged) = self.try_expanded(last, Args { expand_last: true, ..Args::default() }) else {
                return all_broken();
            };
            let broken = cat![self; "(", start, self.b.group_if(hugged, true), ")"];
            if will_break(hugged) {
                return cat![self; Doc::BreakParent, self.b.choose(&[broken, all_broken()])];
            }
            return self.b.choose(&[cat![self; "(", start, hugged, ")"], broken, all_broken()]);
        }
        let inner = self.b.indent(cat![self; SOFT, self.b.cat(&printed)]);
        let contents = cat![self; "(", inner, comma, SOFT, ")"];
        if self.is_curried_with_fewer_arguments(id) {
            return contents;
        }
        self.b.group_if(contents, Self::any_will_break(&printed))
    }

    /// Prints an argument hugged; nothing if its parameters would have to break.
    fn try_expanded(&self, argument: NodeId, args: Args) -> Option<Doc<'a>> {
        let outer = self.bailed_out.replace(false);
        let doc = self.print_with(argument, args);
        let bailed_out = self.bailed_out.replace(outer);
        (!bailed_out).then_some(doc)
    }

    /// `useEffect(() => { … }, [a, b])`.
    fn is_effect_with_dependencies(&self, arguments: &[NodeId]) -> bool {
        let at = match arguments.len() {
            2 => 0,
            3 if self.kind(arguments[0]) == Kind::Identifier => 1,
            _ => return false,
        };
        let (function, dependencies) = (arguments[at], arguments[at + 1]);
        self.kind(function) == Kind::ArrowFunctionExpression
            && self.params(function).is_empty()
            && self.kind(self.get(function, Key::Body)) == Kind::BlockStatement
            && self.kind(dependencies) == Kind::ArrayExpression
            && !arguments.iter().any(|&argument| self.has_comment(argument))
    }

    /// `pipe(a, b((x) => x))`: several functions among the arguments break them all.
    fn is_function_composition(&self, arguments: &[NodeId]) -> bool {
        if arguments.len() <= 1 {
            return false;
        }
        let mut functions = 0;
        for &argument in arguments {
            if self.is_function(argument) {
                functions += 1;
                if functions > 1 {
                    return true;
                }
                continue;
            }
            let call = self.skip_chain(argument);
            if self.is_call(call) && self.list(call, Key::Arguments).iter().any(|&inner| self.is_function(inner)) {
                return true;
            }
        }
        false
    }

    pub(super) fn is_curried_with_fewer_arguments(&self, id: NodeId) -> bool {
        let parent = self.parent(id);
        let (own, outer) = (self.list(id, Key::Arguments).len(), self.list(parent, Key::Arguments).len());
        self.key(id) == Key::Callee && self.is_call(id) && self.is_call(parent) && outer > 0 && own > outer
    }

    fn could_hug(&self, id: NodeId, is_arrow_body: bool) -> bool {
        match self.kind(id) {
            Kind::ObjectExpression => !self.list(id, Key::Properties).is_empty() || self.has_comment(id),
            Kind::ArrayExpression => !self.list(id, Key::Elements).is_empty() || self.has_comment(id),
            Kind::TSTypeAssertion | Kind::TSAsExpression | Kind::TSSatisfiesExpression => {
                self.could_hug(self.get(id, Key::Expression), false)
            }
            Kind::FunctionExpression => true,
            Kind::ArrowFunctionExpression => {
                let body = self.get(id, Key::Body);
                match self.kind(body) {
                    Kind::BlockStatement | Kind::ObjectExpression | Kind::ArrayExpression => true,
                    Kind::ArrowFunctionExpression => self.could_hug(body, true),
                    Kind::ConditionalExpression => !is_arrow_body,
                    _ => self.is_jsx(body) || (!is_arrow_body && self.is_call(self.skip_chain(body))),
                }
            }
            _ => false,
        }
    }

    fn should_hug_last(&self, arguments: &[NodeId]) -> bool {
        let Some((&last, before)) = arguments.split_last() else { return false };
        let penultimate = before.last().copied().unwrap_or(NodeId::NONE);
        !self.has_side(last, Side::Leading)
            && !self.has_side(last, Side::Trailing)
            && self.could_hug(last, false)
            && (penultimate.is_none() || self.kind(penultimate) != self.kind(last))
            && (arguments.len() != 2
                || self.kind(penultimate) != Kind::ArrowFunctionExpression
                || self.kind(last) != Kind::ArrayExpression)
            && !(arguments.len() > 1 && self.is_number_array(last))
    }

    fn should_hug_first(&self, arguments: &[NodeId]) -> bool {
        let &[first, second] = arguments else { return false };
        let with_block = self.kind(first) == Kind::ArrowFunctionExpression
            && self.kind(self.get(first, Key::Body)) == Kind::BlockStatement;
        !self.has_comment(first)
            && (self.kind(first) == Kind::FunctionExpression || with_block)
            && !self.is_function(second)
            && self.kind(second) != Kind::ConditionalExpression
            && self.is_hopefully_short(second)
            && !self.could_hug(second, false)
    }

    fn is_hopefully_short(&self, id: NodeId) -> bool {
        if self.is_as(id) {
            let mut ty = self.get(id, Key::TypeAnnotation);
            for _ in 0..2 {
                if self.kind(ty) == Kind::TSArrayType {
                    ty = self.get(ty, Key::ElementType);
                }
            }
            if self.kind(ty) == Kind::TSTypeReference
                && let &[only] = self.list(self.get(ty, Key::TypeArguments), Key::Params)
            {
                ty = only;
            }
            return self.is_simple_type(ty) && self.is_simple_argument(self.get(id, Key::Expression), 1);
        }
        if self.is_call_like(id) && self.call_arguments(id).len() > 1 {
            return false;
        }
        if self.is_binary(id) {
            return self.is_simple_argument(self.get(id, Key::Left), 1)
                && self.is_simple_argument(self.get(id, Key::Right), 1);
        }
        self.kind(id) == Kind::RegExpLiteral || self.is_simple_argument(id, 2)
    }

    /// Whether an argument is so plain that a chain with it may stay on one line.
    pub(super) fn is_simple_argument(&self, id: NodeId, depth: usize) -> bool {
        if depth == 0 {
            return false;
        }
        let id = self.skip_chain(id);
        let child_is_simple = |child: NodeId| self.is_simple_argument(child, depth - 1);
        match self.kind(id) {
            Kind::RegExpLiteral => width(self.name(id)) <= 5,
            Kind::Identifier | Kind::ThisExpression | Kind::Super | Kind::PrivateIdentifier => true,
            Kind::TemplateLiteral => {
                !self.template_has_newline(id)
                    && self.list(id, Key::Expressions).iter().all(|&child| child_is_simple(child))
            }
            Kind::ObjectExpression => self.list(id, Key::Properties).iter().all(|&property| {
                let value = self.get(property, Key::Value);
                !self.is(property, flag::COMPUTED)
                    && (self.is(property, flag::SHORTHAND) || (value.is_some() && child_is_simple(value)))
            }),
            Kind::ArrayExpression => {
                self.list(id, Key::Elements).iter().all(|&child| child.is_none() || child_is_simple(child))
            }
            Kind::CallExpression | Kind::NewExpression | Kind::ImportExpression => {
                let callee_is_simple = self.kind(id) == Kind::ImportExpression
                    || self.is_simple_argument(self.get(id, Key::Callee), depth);
                let arguments = self.call_arguments(id);
                callee_is_simple && arguments.len() <= depth && arguments.iter().all(|&child| child_is_simple(child))
            }
            Kind::MemberExpression => {
                self.is_simple_argument(self.get(id, Key::Object), depth)
                    && self.is_simple_argument(self.get(id, Key::Property), depth)
            }
            Kind::UnaryExpression if matches!(self.name(id), "!" | "-" | "+" | "~") => {
                self.is_simple_argument(self.get(id, Key::Argument), depth)
            }
            Kind::UpdateExpression => self.is_simple_argument(self.get(id, Key::Argument), depth),
            _ => self.is_literal(id),
        }
    }
}
