//! Functions, methods and their parameters.

use super::super::super::doc::{Doc, EMPTY, HARD, LINE, SOFT, will_break};
use super::super::kind::{Key, Kind, flag};
use super::super::tree::NodeId;
use super::{Args, Printer, cat};

impl<'a> Printer<'_, 'a> {
    pub(super) fn print_function(&self, id: NodeId, args: Args) -> Doc<'a> {
        if self.is_value_of_method(id) {
            return self.print_method_value(id);
        }
        let mut expand = false;
        if self.kind(id) == Kind::FunctionExpression && args.expand_last && self.is_call(self.parent(id)) {
            let many = self.list(self.parent(id), Key::Arguments).len() > 1;
            let plain = |&param: &NodeId| {
                self.kind(param) == Kind::Identifier && self.get(param, Key::TypeAnnotation).is_none()
            };
            expand = many || self.params(id).iter().all(plain);
        }
        let params = self.print_params(id, expand, false);
        let return_type = self.print_type_annotation(id, Key::ReturnType);
        let params = if self.should_group_params(id, return_type) { self.b.group(params) } else { params };
        let body = self.get(id, Key::Body);
        cat![self;
            self.declare(id),
            if self.is(id, flag::ASYNC) { "async " } else { "" },
            "function",
            if self.is(id, flag::GENERATOR) { "*" } else { "" },
            " ",
            self.print_key(id, Key::Id),
            self.print_key(id, Key::TypeParameters),
            self.b.group(cat![self; params, return_type]),
            if body.is_some() { " " } else { "" },
            self.print(body),
            if self.is(id, flag::DECLARE) || body.is_none() { ";" } else { "" },
        ]
    }

    fn is_value_of_method(&self, id: NodeId) -> bool {
        let parent = self.parent(id);
        let holds = match self.kind(parent) {
            Kind::MethodDefinition | Kind::TSAbstractMethodDefinition => true,
            Kind::Property => self.is_method_like(parent),
            _ => false,
        };
        self.kind(id) == Kind::FunctionExpression && self.key(id) == Key::Value && holds
    }

    /// Name and function of a method, getter or setter.
    pub(super) fn print_method(&self, id: NodeId) -> Doc<'a> {
        let value = self.get(id, Key::Value);
        let kind = self.name(id);
        cat![self;
            if self.is(value, flag::ASYNC) { "async " } else { "" },
            match kind { "get" => "get ", "set" => "set ", _ => "" },
            if self.is(value, flag::GENERATOR) { "*" } else { "" },
            self.print_property_key(id),
            if self.is(id, flag::OPTIONAL) { "?" } else { "" },
            self.print(value),
        ]
    }

    /// Everything of a method after its name.
    pub(super) fn print_method_value(&self, id: NodeId) -> Doc<'a> {
        let params = self.print_params(id, false, false);
        let return_type = self.print_type_annotation(id, Key::ReturnType);
        let params = if self.breaks_for_properties(id) {
            self.b.group_if(params, true)
        } else if self.should_group_params(id, return_type) {
            self.b.group(params)
        } else {
            params
        };
        let body = self.get(id, Key::Body);
        let end = if body.is_some() { cat![self; " ", self.print(body)] } else { ";".into() };
        cat![self; self.print_key(id, Key::TypeParameters), self.b.group(cat![self; params, return_type]), end]
    }

    /// A constructor that declares properties has one parameter per line.
    fn breaks_for_properties(&self, id: NodeId) -> bool {
        let params = self.params(id);
        params.len() > 1 && params.iter().any(|&param| self.kind(param) == Kind::TSParameterProperty)
    }

    /// The parameter list with its parentheses.
    ///
    /// With `expand`, the list must stay on one line; if it cannot, the printer bails out.
    pub(super) fn print_params(&self, id: NodeId, expand: bool, with_type_parameters: bool) -> Doc<'a> {
        let type_parameters = if with_type_parameters { self.print_key(id, Key::TypeParameters) } else { EMPTY };
        let params = self.params(id);
        if params.is_empty() {
            return cat![self; type_parameters, "(", self.dangling_in_brackets(id), ")"];
        }
        let parent = self.parent(id);
        let in_test = self.is_test_call(parent, self.parent(parent));
        let hugs = self.should_hug_parameters(id);
        let mut parts = Vec::new();
        for (at, &param) in params.iter().enumerate() {
            parts.push(self.print(param));
            if at + 1 == params.len() {
                break;
            }
            parts.push(",".into());
            if in_test || hugs {
                parts.push(" ".into());
            } else if self.line_after_is_empty(param) {
                parts.extend([HARD, HARD]);
            } else {
                parts.push(LINE);
            }
        }
        let printed = self.b.cat(&parts);
        if expand && !self.is_body_of_curried_call(id) {
            if will_break(type_parameters) || will_break(printed) {
                self.bailed_out.set(true);
                return EMPTY;
            }
            return self.b.group(cat![self; self.b.flatten(type_parameters), "(", self.b.flatten(printed), ")"]);
        }
        let undecorated = params.iter().all(|&param| self.list(param, Key::Decorators).is_empty());
        if (hugs && undecorated) || in_test {
            return cat![self; type_parameters, "(", printed, ")"];
        }
        let comma = if self.has_rest_parameter(id) { EMPTY } else { self.comma_if_broken() };
        cat![self; type_parameters, "(", self.b.indent(cat![self; SOFT, printed]), comma, SOFT, ")"]
    }

    /// Whether the only parameter is a pattern or an object type, whose brackets stick to the parentheses.
    pub(super) fn should_hug_parameters(&self, id: NodeId) -> bool {
        let &[param] = self.params(id) else { return false };
        if self.has_comment(param) {
            return false;
        }
        match self.kind(param) {
            Kind::ObjectPattern | Kind::ArrayPattern => true,
            Kind::Identifier => {
                let annotation = self.get(param, Key::TypeAnnotation);
                self.is_object_type(self.get(annotation, Key::TypeAnnotation))
            }
            Kind::AssignmentPattern => {
                let (left, right) = (self.get(param, Key::Left), self.get(param, Key::Right));
                let default = match self.kind(right) {
                    Kind::Identifier => true,
                    Kind::ObjectExpression => self.list(right, Key::Properties).is_empty(),
                    Kind::ArrayExpression => self.list(right, Key::Elements).is_empty(),
                    _ => false,
                };
                matches!(self.kind(left), Kind::ObjectPattern | Kind::ArrayPattern) && default
            }
            _ => false,
        }
    }

    /// Whether the parameters form a group of their own, so that they break before the return type does.
    pub(super) fn should_group_params(&self, id: NodeId, return_doc: Doc<'a>) -> bool {
        let mut return_type = self.get(id, Key::ReturnType);
        if return_type.is_none() {
            return_type = self.get(id, Key::TypeAnnotation);
        }
        let inner = self.get(return_type, Key::TypeAnnotation);
        if return_type.is_none() {
            return false;
        }
        match self.list(self.get(id, Key::TypeParameters), Key::Params) {
            [] => {}
            &[only] => {
                if self.get(only, Key::Constraint).is_some() || self.get(only, Key::Default).is_some() {
                    return false;
                }
            }
            _ => return false,
        }
        self.params(id).len() == 1 && (self.is_object_type(inner) || will_break(return_doc))
    }

    /// `const f = a(b)((x) => { … })`: there the parameters may break.
    fn is_body_of_curried_call(&self, id: NodeId) -> bool {
        if self.kind(id) != Kind::ArrowFunctionExpression
            || self.kind(self.get(id, Key::Body)) != Kind::BlockStatement
            || self.key(id) != Key::Arguments
        {
            return false;
        }
        let call = self.parent(id);
        let callee = self.get(call, Key::Callee);
        if !self.is_call(call) || self.list(call, Key::Arguments).len() != 1 || !self.is_call(callee) {
            return false;
        }
        let inner = self.get(callee, Key::Callee);
        let plain = match self.kind(inner) {
            Kind::Identifier => true,
            Kind::MemberExpression => {
                !self.is(inner, flag::COMPUTED)
                    && self.kind(self.get(inner, Key::Object)) == Kind::Identifier
                    && self.kind(self.get(inner, Key::Property)) == Kind::Identifier
            }
            _ => false,
        };
        let holder = self.parent(call);
        let held = match (self.kind(holder), self.key(call)) {
            (Kind::VariableDeclarator, Key::Init) => {
                let declaration = self.parent(holder);
                self.name(declaration) == "const" && self.list(declaration, Key::Declarations).len() == 1
            }
            (Kind::ExportDefaultDeclaration, Key::Declaration) | (Kind::TSExportAssignment, Key::Expression) => true,
            (Kind::AssignmentExpression, Key::Right) => self.source(self.get(holder, Key::Left)) == "module.exports",
            _ => false,
        };
        plain && held
    }

    /// `: T`, with what separates it from the name before it.
    pub(super) fn print_type_annotation(&self, id: NodeId, key: Key) -> Doc<'a> {
        let annotation = self.get(id, key);
        if annotation.is_none() {
            return EMPTY;
        }
        let printed = self.print(annotation);
        if self.kind(annotation) != Kind::TSTypeAnnotation {
            return printed;
        }
        let mark = self.annotation_mark(annotation);
        let spaced = mark == "=>" || (mark == ":" && self.has_side(annotation, super::Side::Leading));
        if spaced { cat![self; " ", printed] } else { printed }
    }

    pub(super) fn annotation_mark(&self, annotation: NodeId) -> &'static str {
        match (self.parent_kind(annotation), self.key(annotation)) {
            (Kind::TSFunctionType | Kind::TSConstructorType, _) => "=>",
            (Kind::TSTypePredicate, _) => "",
            _ => ":",
        }
    }

    /// A call, construct or function type.
    pub(super) fn print_function_type(&self, id: NodeId) -> Doc<'a> {
        let kind = self.kind(id);
        let is_new = matches!(kind, Kind::TSConstructorType | Kind::TSConstructSignatureDeclaration);
        let params = self.print_params(id, false, true);
        let return_type = self.print_type_annotation(id, Key::ReturnType);
        let params = if self.should_group_params(id, return_type) { self.b.group(params) } else { params };
        let is_member = matches!(kind, Kind::TSConstructSignatureDeclaration | Kind::TSCallSignatureDeclaration);
        let inner = cat![self; self.abstract_word(id), if is_new { "new " } else { "" }, params, return_type];
        cat![self; self.b.group(inner), if is_member { self.member_separator(id) } else { EMPTY }]
    }

    pub(super) fn print_method_signature(&self, id: NodeId) -> Doc<'a> {
        let word = match self.name(id) {
            "get" => "get ",
            "set" => "set ",
            _ => "",
        };
        let params = self.print_params(id, false, true);
        let return_type = self.print_type_annotation(id, Key::ReturnType);
        let params = if self.should_group_params(id, return_type) { self.b.group(params) } else { params };
        let tail = if return_type.is_empty() { EMPTY } else { self.b.group(return_type) };
        let inner = cat![self; word, self.print_property_key(id), self.optional_mark(id), params, tail];
        cat![self; self.b.group(inner), self.member_separator(id)]
    }
}
