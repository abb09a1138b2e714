//! Methods and properties of classes.

use super::super::super::doc::Doc;
use super::super::kind::{Key, Kind, flag};
use super::super::tree::NodeId;
use super::{Printer, cat};

impl<'a> Printer<'_, 'a> {
    pub(super) fn print_class_method(&self, id: NodeId) -> Doc<'a> {
        cat![self;
            self.print_member_decorators(id),
            self.access(id),
            if self.is(id, flag::STATIC) { "static " } else { "" },
            self.abstract_word(id),
            if self.is(id, flag::OVERRIDE) { "override " } else { "" },
            self.print_method(id),
        ]
    }

    pub(super) fn print_class_property(&self, id: NodeId) -> Doc<'a> {
        let kind = self.kind(id);
        let is_accessor = matches!(kind, Kind::AccessorProperty | Kind::TSAbstractAccessorProperty);
        let left = cat![self;
            self.print_member_decorators(id),
            self.declare(id),
            self.access(id),
            if self.is(id, flag::STATIC) { "static " } else { "" },
            self.abstract_word(id),
            if self.is(id, flag::OVERRIDE) { "override " } else { "" },
            if self.is(id, flag::READONLY) { "readonly " } else { "" },
            if is_accessor { "accessor " } else { "" },
            self.print_property_key(id),
            self.optional_mark(id),
            self.definite_mark(id),
            self.print_type_annotation(id, Key::TypeAnnotation),
        ];
        let is_abstract = matches!(kind, Kind::TSAbstractPropertyDefinition | Kind::TSAbstractAccessorProperty);
        let value = if is_abstract { Key::None } else { Key::Value };
        cat![self; self.print_assignment(id, left, " =".into(), value), ";"]
    }

    pub(super) fn print_parameter_property(&self, id: NodeId) -> Doc<'a> {
        cat![self;
            self.access(id),
            if self.is(id, flag::OVERRIDE) { "override " } else { "" },
            if self.is(id, flag::READONLY) { "readonly " } else { "" },
            self.print_key(id, Key::Parameter),
        ]
    }
}
