//! Imports, exports, namespaces.

use oxc::ast::ast::{
    ExportDefaultDeclarationKind, ExportSpecifier, ImportAttributeKey, ImportDeclaration, ImportDeclarationSpecifier,
    ImportOrExportKind, ImportPhase, ModuleDeclaration, ModuleExportName, TSImportEqualsDeclaration, TSModuleReference,
    TSNamespaceDeclaration, TSNamespaceDeclarationBody, TSNamespaceDeclarationKind, WithClause,
};
use oxc::span::Span;

use super::super::kind::{Key, Kind, flag};
use super::super::tree::NodeId;
use super::Convert;

impl<'a> Convert<'a> {
    pub(super) fn module_declaration(&mut self, module: &ModuleDeclaration<'a>) -> NodeId {
        match module {
            ModuleDeclaration::ImportDeclaration(import) => self.import(import),
            ModuleDeclaration::ExportAllDeclaration(export) => {
                self.build(Kind::ExportAllDeclaration, export.span, |c, id| {
                    c.type_only(id, export.export_kind);
                    let exported = export.exported.as_ref().map(|name| c.export_name(name));
                    c.put_some(Key::Exported, exported);
                    let source = c.string(&export.source);
                    c.put(Key::Source, source);
                    c.attributes(export.with_clause.as_deref());
                })
            }
            ModuleDeclaration::ExportDefaultDeclaration(export) => {
                self.build(Kind::ExportDefaultDeclaration, export.span, |c, _| {
                    let declaration = match &export.declaration {
                        ExportDefaultDeclarationKind::FunctionDeclaration(d) => c.function(d),
                        ExportDefaultDeclarationKind::ClassDeclaration(d) => c.class(d),
                        ExportDefaultDeclarationKind::TSInterfaceDeclaration(d) => c.interface(d),
                        other => c.expression(other.to_expression()),
                    };
                    c.put(Key::Declaration, declaration);
                })
            }
            ModuleDeclaration::ExportDeclaration(export) => {
                self.build(Kind::ExportNamedDeclaration, export.span, |c, _| {
                    let declaration = c.declaration(&export.declaration);
                    c.put(Key::Declaration, declaration);
                })
            }
            ModuleDeclaration::ExportNamedDeclaration(export) => {
                self.build(Kind::ExportNamedDeclaration, export.span, |c, id| {
                    c.type_only(id, export.export_kind);
                    c.export_specifiers(&export.specifiers);
                })
            }
            ModuleDeclaration::ExportFromDeclaration(export) => {
                self.build(Kind::ExportNamedDeclaration, export.span, |c, id| {
                    c.type_only(id, export.export_kind);
                    c.export_specifiers(&export.specifiers);
                    let source = c.string(&export.source);
                    c.put(Key::Source, source);
                    c.attributes(export.with_clause.as_deref());
                })
            }
            ModuleDeclaration::TSExportAssignment(export) => {
                self.build(Kind::TSExportAssignment, export.span, |c, _| {
                    let expression = c.expression(&export.expression);
                    c.put(Key::Expression, expression);
                })
            }
            ModuleDeclaration::TSNamespaceExportDeclaration(export) => {
                self.build(Kind::TSNamespaceExportDeclaration, export.span, |c, _| {
                    let name = c.identifier(export.id.span, export.id.name.as_str());
                    c.put(Key::Id, name);
                })
            }
        }
    }

    fn type_only(&mut self, id: NodeId, kind: ImportOrExportKind) {
        self.flags(id, &[(kind == ImportOrExportKind::Type, flag::TYPE_ONLY)]);
    }

    fn import(&mut self, import: &ImportDeclaration<'a>) -> NodeId {
        self.build(Kind::ImportDeclaration, import.span, |c, id| {
            c.type_only(id, import.import_kind);
            c.flags(
                id,
                &[
                    (import.phase == Some(ImportPhase::Defer), flag::PHASE_DEFER),
                    (import.phase == Some(ImportPhase::Source), flag::PHASE_SOURCE),
                ],
            );
            for specifier in import.specifiers.iter().flatten() {
                let specifier = c.import_specifier(specifier);
                c.put(Key::Specifiers, specifier);
            }
            let source = c.string(&import.source);
            c.put(Key::Source, source);
            c.attributes(import.with_clause.as_deref());
        })
    }

    fn import_specifier(&mut self, specifier: &ImportDeclarationSpecifier<'a>) -> NodeId {
        match specifier {
            ImportDeclarationSpecifier::ImportSpecifier(s) => self.build(Kind::ImportSpecifier, s.span, |c, id| {
                c.type_only(id, s.import_kind);
                let imported = c.export_name(&s.imported);
                c.put(Key::Imported, imported);
                let local = c.identifier(s.local.span, s.local.name.as_str());
                c.put(Key::Local, local);
            }),
            ImportDeclarationSpecifier::ImportDefaultSpecifier(s) => {
                self.build(Kind::ImportDefaultSpecifier, s.span, |c, _| {
                    let local = c.identifier(s.local.span, s.local.name.as_str());
                    c.put(Key::Local, local);
                })
            }
            ImportDeclarationSpecifier::ImportNamespaceSpecifier(s) => {
                self.build(Kind::ImportNamespaceSpecifier, s.span, |c, _| {
                    let local = c.identifier(s.local.span, s.local.name.as_str());
                    c.put(Key::Local, local);
                })
            }
        }
    }

    fn export_specifiers(&mut self, specifiers: &[ExportSpecifier<'a>]) {
        for specifier in specifiers {
            let id = self.build(Kind::ExportSpecifier, specifier.span, |c, id| {
                c.type_only(id, specifier.export_kind);
                let local = c.export_name(&specifier.local);
                c.put(Key::Local, local);
                let exported = c.export_name(&specifier.exported);
                c.put(Key::Exported, exported);
            });
            self.put(Key::Specifiers, id);
        }
    }

    fn export_name(&mut self, name: &ModuleExportName<'a>) -> NodeId {
        match name {
            ModuleExportName::IdentifierName(name) => self.identifier(name.span, name.name.as_str()),
            ModuleExportName::IdentifierReference(name) => self.identifier(name.span, name.name.as_str()),
            ModuleExportName::StringLiteral(name) => self.string(name),
        }
    }

    fn attributes(&mut self, clause: Option<&WithClause<'a>>) {
        for entry in clause.iter().flat_map(|clause| &clause.with_entries) {
            let id = self.build(Kind::ImportAttribute, entry.span, |c, _| {
                let key = match &entry.key {
                    ImportAttributeKey::Identifier(name) => c.identifier(name.span, name.name.as_str()),
                    ImportAttributeKey::StringLiteral(name) => c.string(name),
                };
                c.put(Key::Key, key);
                let value = c.string(&entry.value);
                c.put(Key::Value, value);
            });
            self.put(Key::Attributes, id);
        }
    }

    pub(super) fn import_equals(&mut self, import: &TSImportEqualsDeclaration<'a>) -> NodeId {
        self.build(Kind::TSImportEqualsDeclaration, import.span, |c, id| {
            c.type_only(id, import.import_kind);
            let name = c.identifier(import.id.span, import.id.name.as_str());
            c.put(Key::Id, name);
            let reference = match &import.module_reference {
                TSModuleReference::ExternalModuleReference(r) => {
                    c.build(Kind::TSExternalModuleReference, r.span, |c, _| {
                        let expression = c.string(&r.expression);
                        c.put(Key::Expression, expression);
                    })
                }
                TSModuleReference::IdentifierReference(r) => c.identifier(r.span, r.name.as_str()),
                TSModuleReference::QualifiedName(r) => c.qualified_name(r),
            };
            c.put(Key::ModuleReference, reference);
        })
    }

    /// `namespace A.B {}` is one declaration whose id is the qualified name, as in typescript-estree.
    pub(super) fn namespace(&mut self, namespace: &TSNamespaceDeclaration<'a>) -> NodeId {
        self.build(Kind::TSModuleDeclaration, namespace.span, |c, id| {
            c.text(
                id,
                match namespace.kind {
                    TSNamespaceDeclarationKind::Module => "module",
                    TSNamespaceDeclarationKind::Namespace => "namespace",
                },
            );
            c.flags(id, &[(namespace.declare, flag::DECLARE)]);
            let mut name = c.identifier(namespace.id.span, namespace.id.name.as_str());
            let mut body = &namespace.body;
            while let TSNamespaceDeclarationBody::TSNamespaceDeclaration(inner) = body {
                let left = name;
                let span = Span::new(namespace.id.span.start, inner.id.span.end);
                name = c.build(Kind::TSQualifiedName, span, |c, _| {
                    c.put(Key::Left, left);
                    let right = c.identifier(inner.id.span, inner.id.name.as_str());
                    c.put(Key::Right, right);
                });
                body = &inner.body;
            }
            c.put(Key::Id, name);
            if let TSNamespaceDeclarationBody::TSModuleBlock(block) = body {
                let block = c.block(Kind::TSModuleBlock, block.span, &block.directives, &block.body);
                c.put(Key::Body, block);
            }
        })
    }
}
