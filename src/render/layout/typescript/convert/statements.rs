//! Statements.

use oxc::ast::ast::{
    CatchClause, Declaration, Directive, ForStatementInit, ForStatementLeft, FunctionBody, ModuleDeclaration, Program,
    Statement, SwitchCase, VariableDeclaration, VariableDeclarationKind,
};
use oxc::span::{GetSpan, Span};

use super::super::kind::{Key, Kind, flag};
use super::super::tree::NodeId;
use super::Convert;

impl<'a> Convert<'a> {
    pub(super) fn program(&mut self, program: &Program<'a>) -> NodeId {
        self.build(Kind::Program, program.span, |c, _| c.statements(&program.directives, &program.body))
    }

    fn statements(&mut self, directives: &[Directive<'a>], body: &[Statement<'a>]) {
        for directive in directives {
            let id = self.directive(directive);
            self.put(Key::Body, id);
        }
        for statement in body {
            let id = self.statement(statement);
            self.put(Key::Body, id);
        }
    }

    fn directive(&mut self, directive: &Directive<'a>) -> NodeId {
        self.build(Kind::ExpressionStatement, directive.span, |c, id| {
            c.flags(id, &[(true, flag::DIRECTIVE)]);
            let value = c.string(&directive.expression);
            c.put(Key::Expression, value);
        })
    }

    pub(super) fn block(
        &mut self,
        kind: Kind,
        span: Span,
        directives: &[Directive<'a>],
        body: &[Statement<'a>],
    ) -> NodeId {
        self.build(kind, span, |c, _| c.statements(directives, body))
    }

    pub(super) fn function_body(&mut self, body: &FunctionBody<'a>) -> NodeId {
        self.block(Kind::BlockStatement, body.span, &body.directives, &body.statements)
    }

    #[allow(clippy::too_many_lines, reason = "one arm per kind of statement")]
    fn statement(&mut self, statement: &Statement<'a>) -> NodeId {
        let span = statement.span();
        match statement {
            Statement::BlockStatement(block) => self.block(Kind::BlockStatement, span, &[], &block.body),
            Statement::BreakStatement(s) => self.jump(Kind::BreakStatement, span, s.label.as_ref()),
            Statement::ContinueStatement(s) => self.jump(Kind::ContinueStatement, span, s.label.as_ref()),
            Statement::DebuggerStatement(_) => self.build(Kind::DebuggerStatement, span, |_, _| {}),
            Statement::DoWhileStatement(s) => self.build(Kind::DoWhileStatement, span, |c, _| {
                let body = c.statement(&s.body);
                c.put(Key::Body, body);
                let test = c.expression(&s.test);
                c.put(Key::Test, test);
            }),
            Statement::EmptyStatement(_) => self.leaf(Kind::EmptyStatement, span, ""),
            Statement::ExpressionStatement(s) => self.build(Kind::ExpressionStatement, span, |c, _| {
                let expression = c.expression(&s.expression);
                c.put(Key::Expression, expression);
            }),
            Statement::ForInStatement(s) => self.build(Kind::ForInStatement, span, |c, _| {
                let left = c.for_left(&s.left);
                c.put(Key::Left, left);
                let right = c.expression(&s.right);
                c.put(Key::Right, right);
                let body = c.statement(&s.body);
                c.put(Key::Body, body);
            }),
            Statement::ForOfStatement(s) => self.build(Kind::ForOfStatement, span, |c, id| {
                c.flags(id, &[(s.r#await, flag::AWAIT)]);
                let left = c.for_left(&s.left);
                c.put(Key::Left, left);
                let right = c.expression(&s.right);
                c.put(Key::Right, right);
                let body = c.statement(&s.body);
                c.put(Key::Body, body);
            }),
            Statement::ForStatement(s) => self.build(Kind::ForStatement, span, |c, _| {
                let init = s.init.as_ref().map(|init| match init {
                    ForStatementInit::VariableDeclaration(declaration) => c.variables(declaration),
                    other => c.expression(other.to_expression()),
                });
                c.put_some(Key::Init, init);
                let test = s.test.as_ref().map(|test| c.expression(test));
                c.put_some(Key::Test, test);
                let update = s.update.as_ref().map(|update| c.expression(update));
                c.put_some(Key::Update, update);
                let body = c.statement(&s.body);
                c.put(Key::Body, body);
            }),
            Statement::IfStatement(s) => self.build(Kind::IfStatement, span, |c, _| {
                let test = c.expression(&s.test);
                c.put(Key::Test, test);
                let consequent = c.statement(&s.consequent);
                c.put(Key::Consequent, consequent);
                let alternate = s.alternate.as_ref().map(|alternate| c.statement(alternate));
                c.put_some(Key::Alternate, alternate);
            }),
            Statement::LabeledStatement(s) => self.build(Kind::LabeledStatement, span, |c, _| {
                let label = c.leaf(Kind::Identifier, s.label.span, s.label.name.as_str());
                c.put(Key::Label, label);
                let body = c.statement(&s.body);
                c.put(Key::Body, body);
            }),
            Statement::ReturnStatement(s) => self.build(Kind::ReturnStatement, span, |c, _| {
                let argument = s.argument.as_ref().map(|argument| c.expression(argument));
                c.put_some(Key::Argument, argument);
            }),
            Statement::SwitchStatement(s) => self.build(Kind::SwitchStatement, span, |c, _| {
                let discriminant = c.expression(&s.discriminant);
                c.put(Key::Discriminant, discriminant);
                for case in &s.cases {
                    let case = c.switch_case(case);
                    c.put(Key::Cases, case);
                }
            }),
            Statement::ThrowStatement(s) => self.build(Kind::ThrowStatement, span, |c, _| {
                let argument = c.expression(&s.argument);
                c.put(Key::Argument, argument);
            }),
            Statement::TryStatement(s) => self.build(Kind::TryStatement, span, |c, _| {
                let block = c.block(Kind::BlockStatement, s.block.span, &[], &s.block.body);
                c.put(Key::Block, block);
                let handler = s.handler.as_ref().map(|handler| c.catch(handler));
                c.put_some(Key::Handler, handler);
                let finalizer =
                    s.finalizer.as_ref().map(|block| c.block(Kind::BlockStatement, block.span, &[], &block.body));
                c.put_some(Key::Finalizer, finalizer);
            }),
            Statement::WhileStatement(s) => self.build(Kind::WhileStatement, span, |c, _| {
                let test = c.expression(&s.test);
                c.put(Key::Test, test);
                let body = c.statement(&s.body);
                c.put(Key::Body, body);
            }),
            Statement::WithStatement(s) => self.build(Kind::WithStatement, span, |c, _| {
                let object = c.expression(&s.object);
                c.put(Key::Object, object);
                let body = c.statement(&s.body);
                c.put(Key::Body, body);
            }),
            other => {
                if let Some(declaration) = other.as_declaration() {
                    return self.declaration(declaration);
                }
                let module: &ModuleDeclaration<'a> = other.to_module_declaration();
                self.module_declaration(module)
            }
        }
    }

    fn jump(&mut self, kind: Kind, span: Span, label: Option<&oxc::ast::ast::LabelIdentifier<'a>>) -> NodeId {
        self.build(kind, span, |c, _| {
            let label = label.map(|label| c.leaf(Kind::Identifier, label.span, label.name.as_str()));
            c.put_some(Key::Label, label);
        })
    }

    fn for_left(&mut self, left: &ForStatementLeft<'a>) -> NodeId {
        match left {
            ForStatementLeft::VariableDeclaration(declaration) => self.variables(declaration),
            other => self.assignment_target(other.to_assignment_target()),
        }
    }

    fn switch_case(&mut self, case: &SwitchCase<'a>) -> NodeId {
        self.build(Kind::SwitchCase, case.span, |c, _| {
            let test = case.test.as_ref().map(|test| c.expression(test));
            c.put_some(Key::Test, test);
            for statement in &case.consequent {
                let statement = c.statement(statement);
                c.put(Key::Consequent, statement);
            }
        })
    }

    fn catch(&mut self, clause: &CatchClause<'a>) -> NodeId {
        self.build(Kind::CatchClause, clause.span, |c, _| {
            let param =
                clause.param.as_ref().map(|param| c.typed_pattern(&param.pattern, param.type_annotation.as_deref()));
            c.put_some(Key::Param, param);
            let body = c.block(Kind::BlockStatement, clause.body.span, &[], &clause.body.body);
            c.put(Key::Body, body);
        })
    }

    pub(super) fn declaration(&mut self, declaration: &Declaration<'a>) -> NodeId {
        match declaration {
            Declaration::VariableDeclaration(d) => self.variables(d),
            Declaration::FunctionDeclaration(d) => self.function(d),
            Declaration::ClassDeclaration(d) => self.class(d),
            Declaration::TSTypeAliasDeclaration(d) => self.type_alias(d),
            Declaration::TSInterfaceDeclaration(d) => self.interface(d),
            Declaration::TSEnumDeclaration(d) => self.enumeration(d),
            Declaration::TSExternalModuleDeclaration(d) => self.build(Kind::TSModuleDeclaration, d.span, |c, id| {
                c.text(id, "module");
                c.flags(id, &[(d.declare, flag::DECLARE)]);
                let name = c.string(&d.id);
                c.put(Key::Id, name);
                let body = d.body.as_ref().map(|b| c.block(Kind::TSModuleBlock, b.span, &b.directives, &b.body));
                c.put_some(Key::Body, body);
            }),
            Declaration::TSNamespaceDeclaration(d) => self.namespace(d),
            Declaration::TSGlobalDeclaration(d) => self.build(Kind::TSModuleDeclaration, d.span, |c, id| {
                c.flags(id, &[(d.declare, flag::DECLARE)]);
                let name = c.leaf(Kind::Identifier, d.global_span, "global");
                c.put(Key::Id, name);
                let body = c.block(Kind::TSModuleBlock, d.body.span, &d.body.directives, &d.body.body);
                c.put(Key::Body, body);
            }),
            Declaration::TSImportEqualsDeclaration(d) => self.import_equals(d),
        }
    }

    pub(super) fn variables(&mut self, declaration: &VariableDeclaration<'a>) -> NodeId {
        self.build(Kind::VariableDeclaration, declaration.span, |c, id| {
            c.text(
                id,
                match declaration.kind {
                    VariableDeclarationKind::Var => "var",
                    VariableDeclarationKind::Let => "let",
                    VariableDeclarationKind::Const => "const",
                    VariableDeclarationKind::Using => "using",
                    VariableDeclarationKind::AwaitUsing => "await using",
                },
            );
            c.flags(id, &[(declaration.declare, flag::DECLARE)]);
            for declarator in &declaration.declarations {
                let declarator = c.build(Kind::VariableDeclarator, declarator.span, |c, id| {
                    c.flags(id, &[(declarator.definite, flag::DEFINITE)]);
                    let name = c.typed_pattern(&declarator.id, declarator.type_annotation.as_deref());
                    c.put(Key::Id, name);
                    let init = declarator.init.as_ref().map(|init| c.expression(init));
                    c.put_some(Key::Init, init);
                });
                c.put(Key::Declarations, declarator);
            }
        })
    }
}
