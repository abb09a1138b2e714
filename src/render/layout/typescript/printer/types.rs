//! The other types and type declarations.

use super::super::super::doc::{Doc, EMPTY, HARD, SOFT};
use super::super::kind::{Key, Kind, flag};
use super::super::tree::NodeId;
use super::{Printer, cat};

impl<'a> Printer<'_, 'a> {
    pub(super) fn print_inner_annotation(&self, id: NodeId) -> Doc<'a> {
        let mark = self.annotation_mark(id);
        let inner = self.print_key(id, Key::TypeAnnotation);
        if mark.is_empty() { inner } else { cat![self; mark, " ", inner] }
    }

    pub(super) fn print_type_alias(&self, id: NodeId) -> Doc<'a> {
        let left = cat![self;
            self.declare(id),
            "type ",
            self.print_key(id, Key::Id),
            self.print_key(id, Key::TypeParameters),
        ];
        cat![self; self.print_assignment(id, left, " =".into(), Key::TypeAnnotation), ";"]
    }

    pub(super) fn print_as(&self, id: NodeId) -> Doc<'a> {
        let annotation = self.get(id, Key::TypeAnnotation);
        let word = if self.kind(id) == Kind::TSSatisfiesExpression { " satisfies" } else { " as" };
        let ty = self.print(annotation);
        let ty = if self.kind(annotation) != Kind::TSUnionType && self.has_leading_own_line_comment(annotation) {
            self.b.indent(cat![self; HARD, ty])
        } else {
            cat![self; " ", ty]
        };
        let printed = cat![self; self.print_key(id, Key::Expression), word, ty];
        let (key, parent) = (self.key(id), self.parent(id));
        let is_head =
            (key == Key::Callee && self.is_call_or_new(parent)) || (key == Key::Object && self.is_member(parent));
        if is_head { self.in_soft_parens("", printed, "") } else { printed }
    }

    /// `<T>value`
    pub(super) fn print_type_assertion(&self, id: NodeId) -> Doc<'a> {
        let expression = self.get(id, Key::Expression);
        let cast = self.in_soft_parens("<", self.print_key(id, Key::TypeAnnotation), ">");
        let value = self.print(expression);
        if matches!(self.kind(expression), Kind::ArrayExpression | Kind::ObjectExpression) {
            return self.b.group(cat![self; cast, value]);
        }
        let (open, close) = (self.b.if_break("(".into(), EMPTY), self.b.if_break(")".into(), EMPTY));
        let wrapped = cat![self; open, self.b.indent(cat![self; SOFT, value]), SOFT, close];
        let broken = cat![self; cast, self.b.group_if(wrapped, true)];
        self.b.choose(&[cat![self; cast, value], broken, cat![self; cast, value]])
    }

    pub(super) fn print_type_predicate(&self, id: NodeId) -> Doc<'a> {
        let annotation = self.print_type_annotation(id, Key::TypeAnnotation);
        cat![self;
            if self.is(id, flag::ASSERTS) { "asserts " } else { "" },
            self.print_key(id, Key::ParameterName),
            if annotation.is_empty() { "" } else { " is " },
            annotation,
        ]
    }

    pub(super) fn print_named_tuple_member(&self, id: NodeId) -> Doc<'a> {
        cat![self;
            self.print_key(id, Key::Label),
            if self.is(id, flag::OPTIONAL) { "?" } else { "" },
            ": ",
            self.print_key(id, Key::ElementType),
        ]
    }

    pub(super) fn print_import_type(&self, id: NodeId) -> Doc<'a> {
        let qualifier = self.get(id, Key::Qualifier);
        cat![self;
            self.print_call(id),
            if qualifier.is_some() { "." } else { "" },
            self.print(qualifier),
            self.print_key(id, Key::TypeArguments),
        ]
    }

    pub(super) fn print_module(&self, id: NodeId) -> Doc<'a> {
        let word = self.name(id);
        let body = self.get(id, Key::Body);
        cat![self;
            self.declare(id),
            word,
            if word.is_empty() { "" } else { " " },
            self.print_key(id, Key::Id),
            if body.is_some() { cat![self; " ", self.b.group(self.print(body))] } else { ";".into() },
        ]
    }

    pub(super) fn print_enum(&self, id: NodeId) -> Doc<'a> {
        cat![self;
            self.declare(id),
            if self.is(id, flag::CONST) { "const " } else { "" },
            "enum ",
            self.print_key(id, Key::Id),
            " ",
            self.print_key(id, Key::Body),
        ]
    }

    pub(super) fn print_enum_member(&self, id: NodeId) -> Doc<'a> {
        let initializer = self.get(id, Key::Initializer);
        let key = self.print_property_key(id);
        if initializer.is_none() { key } else { cat![self; key, " = ", self.print(initializer)] }
    }

    pub(super) fn print_import_equals(&self, id: NodeId) -> Doc<'a> {
        cat![self;
            "import ",
            if self.is(id, flag::TYPE_ONLY) { "type " } else { "" },
            self.print_key(id, Key::Id),
            " = ",
            self.print_key(id, Key::ModuleReference),
            ";",
        ]
    }
}
