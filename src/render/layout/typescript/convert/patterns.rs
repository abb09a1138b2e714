//! Binding patterns, assignment targets and parameters.

use oxc::ast::ast::{
    ArrayAssignmentTarget, AssignmentTarget, AssignmentTargetMaybeDefault, AssignmentTargetProperty,
    AssignmentTargetRest, BindingPattern, BindingRestElement, Decorator, FormalParameter, FormalParameterRest,
    FormalParameters, ObjectAssignmentTarget, TSThisParameter, TSTypeAnnotation,
};
use oxc::span::{GetSpan, Span};

use super::super::kind::{Key, Kind, flag};
use super::super::tree::NodeId;
use super::Convert;

impl<'a> Convert<'a> {
    pub(super) fn typed_pattern(
        &mut self,
        pattern: &BindingPattern<'a>,
        annotation: Option<&TSTypeAnnotation<'a>>,
    ) -> NodeId {
        self.pattern(pattern, annotation, false, None)
    }

    /// A pattern with what the syntax hangs on it: annotation, `?`, decorators.
    fn pattern(
        &mut self,
        pattern: &BindingPattern<'a>,
        annotation: Option<&TSTypeAnnotation<'a>>,
        optional: bool,
        decorators: Option<&[Decorator<'a>]>,
    ) -> NodeId {
        let mut span = pattern.span();
        if let Some(annotation) = annotation {
            span.end = span.end.max(annotation.span.end);
        } else if optional {
            span.end = self.question_end(span.end);
        }
        let kind = match pattern {
            BindingPattern::BindingIdentifier(_) => Kind::Identifier,
            BindingPattern::ObjectPattern(_) => Kind::ObjectPattern,
            BindingPattern::ArrayPattern(_) => Kind::ArrayPattern,
            BindingPattern::AssignmentPattern(_) => Kind::AssignmentPattern,
        };
        self.build(kind, span, |c, id| {
            c.flags(id, &[(optional, flag::OPTIONAL)]);
            c.decorators(decorators.unwrap_or_default());
            match pattern {
                BindingPattern::BindingIdentifier(name) => c.text(id, name.name.as_str()),
                BindingPattern::ObjectPattern(object) => {
                    for property in &object.properties {
                        let property = c.build(Kind::Property, property.span, |c, id| {
                            c.flags(id, &[(property.shorthand, flag::SHORTHAND), (property.computed, flag::COMPUTED)]);
                            let key = c.property_key(&property.key);
                            c.put(Key::Key, key);
                            let value = c.typed_pattern(&property.value, None);
                            c.put(Key::Value, value);
                        });
                        c.put(Key::Properties, property);
                    }
                    let rest = object.rest.as_ref().map(|rest| c.rest(rest, rest.span, None, &[]));
                    c.put_some(Key::Properties, rest);
                }
                BindingPattern::ArrayPattern(array) => {
                    for element in &array.elements {
                        let element = element.as_ref().map_or(NodeId::NONE, |e| c.typed_pattern(e, None));
                        c.put(Key::Elements, element);
                    }
                    let rest = array.rest.as_ref().map(|rest| c.rest(rest, rest.span, None, &[]));
                    c.put_some(Key::Elements, rest);
                }
                BindingPattern::AssignmentPattern(assignment) => {
                    let left = c.typed_pattern(&assignment.left, None);
                    c.put(Key::Left, left);
                    let right = c.expression(&assignment.right);
                    c.put(Key::Right, right);
                }
            }
            let annotation = annotation.map(|annotation| c.type_annotation(annotation));
            c.put_some(Key::TypeAnnotation, annotation);
        })
    }

    fn question_end(&self, from: u32) -> u32 {
        let rest = &self.tree.text[from as usize..];
        rest.find('?').and_then(|at| u32::try_from(at + 1).ok()).map_or(from, |length| from + length)
    }

    fn rest(
        &mut self,
        rest: &BindingRestElement<'a>,
        span: Span,
        annotation: Option<&TSTypeAnnotation<'a>>,
        decorators: &[Decorator<'a>],
    ) -> NodeId {
        self.build(Kind::RestElement, span, |c, _| {
            c.decorators(decorators);
            let argument = c.typed_pattern(&rest.argument, None);
            c.put(Key::Argument, argument);
            let annotation = annotation.map(|annotation| c.type_annotation(annotation));
            c.put_some(Key::TypeAnnotation, annotation);
        })
    }

    pub(super) fn params(&mut self, this: Option<&TSThisParameter<'a>>, params: &FormalParameters<'a>) {
        if let Some(this) = this {
            let id = self.build(Kind::Identifier, this.span, |c, id| {
                c.text(id, "this");
                let annotation = this.type_annotation.as_ref().map(|annotation| c.type_annotation(annotation));
                c.put_some(Key::TypeAnnotation, annotation);
            });
            self.put(Key::Params, id);
        }
        for param in &params.items {
            let id = self.param(param);
            self.put(Key::Params, id);
        }
        if let Some(rest) = &params.rest {
            let id = self.param_rest(rest);
            self.put(Key::Params, id);
        }
    }

    fn param_rest(&mut self, rest: &FormalParameterRest<'a>) -> NodeId {
        let mut span = rest.rest.span;
        if let Some(annotation) = &rest.type_annotation {
            span.end = span.end.max(annotation.span.end);
        }
        self.rest(&rest.rest, span, rest.type_annotation.as_deref(), &rest.decorators)
    }

    fn param(&mut self, param: &FormalParameter<'a>) -> NodeId {
        let is_property = param.accessibility.is_some() || param.readonly || param.r#override;
        if !is_property {
            return self.param_pattern(param, &param.decorators);
        }
        self.build(Kind::TSParameterProperty, param.span, |c, id| {
            c.flags(id, &[(param.readonly, flag::READONLY), (param.r#override, flag::OVERRIDE)]);
            c.set_flag_from_access(id, param.accessibility);
            c.decorators(&param.decorators);
            let parameter = c.param_pattern(param, &[]);
            c.put(Key::Parameter, parameter);
        })
    }

    fn param_pattern(&mut self, param: &FormalParameter<'a>, decorators: &[Decorator<'a>]) -> NodeId {
        let annotation = param.type_annotation.as_deref();
        let Some(initializer) = &param.initializer else {
            return self.pattern(&param.pattern, annotation, param.optional, Some(decorators));
        };
        let span = Span::new(param.pattern.span().start, initializer.span().end);
        self.build(Kind::AssignmentPattern, span, |c, _| {
            c.decorators(decorators);
            let left = c.pattern(&param.pattern, annotation, param.optional, None);
            c.put(Key::Left, left);
            let right = c.expression(initializer);
            c.put(Key::Right, right);
        })
    }

    pub(super) fn assignment_target(&mut self, target: &AssignmentTarget<'a>) -> NodeId {
        match target {
            AssignmentTarget::ArrayAssignmentTarget(array) => self.array_target(array),
            AssignmentTarget::ObjectAssignmentTarget(object) => self.object_target(object),
            other => self.simple_target(other.to_simple_assignment_target()),
        }
    }

    fn array_target(&mut self, array: &ArrayAssignmentTarget<'a>) -> NodeId {
        self.build(Kind::ArrayPattern, array.span, |c, _| {
            for element in &array.elements {
                let element = element.as_ref().map_or(NodeId::NONE, |element| c.maybe_default(element));
                c.put(Key::Elements, element);
            }
            let rest = array.rest.as_ref().map(|rest| c.target_rest(rest));
            c.put_some(Key::Elements, rest);
        })
    }

    fn object_target(&mut self, object: &ObjectAssignmentTarget<'a>) -> NodeId {
        self.build(Kind::ObjectPattern, object.span, |c, _| {
            for property in &object.properties {
                let id = c.target_property(property);
                c.put(Key::Properties, id);
            }
            let rest = object.rest.as_ref().map(|rest| c.target_rest(rest));
            c.put_some(Key::Properties, rest);
        })
    }

    fn target_property(&mut self, property: &AssignmentTargetProperty<'a>) -> NodeId {
        match property {
            AssignmentTargetProperty::AssignmentTargetPropertyIdentifier(p) => {
                self.build(Kind::Property, p.span, |c, id| {
                    c.flags(id, &[(true, flag::SHORTHAND)]);
                    let key = c.identifier(p.binding.span, p.binding.name.as_str());
                    c.put(Key::Key, key);
                    let name = c.identifier(p.binding.span, p.binding.name.as_str());
                    let value = match &p.init {
                        None => name,
                        Some(init) => c.build(Kind::AssignmentPattern, p.span, |c, _| {
                            c.put(Key::Left, name);
                            let right = c.expression(init);
                            c.put(Key::Right, right);
                        }),
                    };
                    c.put(Key::Value, value);
                })
            }
            AssignmentTargetProperty::AssignmentTargetPropertyProperty(p) => {
                self.build(Kind::Property, p.span, |c, id| {
                    c.flags(id, &[(p.computed, flag::COMPUTED)]);
                    let key = c.property_key(&p.name);
                    c.put(Key::Key, key);
                    let value = c.maybe_default(&p.binding);
                    c.put(Key::Value, value);
                })
            }
        }
    }

    fn maybe_default(&mut self, target: &AssignmentTargetMaybeDefault<'a>) -> NodeId {
        match target {
            AssignmentTargetMaybeDefault::AssignmentTargetWithDefault(with) => {
                self.build(Kind::AssignmentPattern, with.span, |c, _| {
                    let left = c.assignment_target(&with.binding);
                    c.put(Key::Left, left);
                    let right = c.expression(&with.init);
                    c.put(Key::Right, right);
                })
            }
            other => self.assignment_target(other.to_assignment_target()),
        }
    }

    fn target_rest(&mut self, rest: &AssignmentTargetRest<'a>) -> NodeId {
        self.build(Kind::RestElement, rest.span, |c, _| {
            let argument = c.assignment_target(&rest.target);
            c.put(Key::Argument, argument);
        })
    }
}
