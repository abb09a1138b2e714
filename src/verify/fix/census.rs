//! What a file holds, counted: so that a repair that hides an error or throws code away can be told from one that mends it.

use std::collections::{BTreeMap, BTreeSet};

use oxc::allocator::Allocator;
use oxc::ast::AstKind;
use oxc::ast::ast::{CallExpression, Declaration, Expression, Program};
use oxc::ast_visit::Visit;
use oxc::parser::Parser;
use oxc::span::{GetSpan as _, SourceType, Span};

/// Longer files are made by programs; what is read here is read with bounded depth.
const LARGEST: usize = 256 << 10;
const DEEPEST: usize = 500;
/// Of address space, of which only what is used is taken: no text of [`LARGEST`] bytes needs more.
const STACK: usize = 512 << 20;
const SUPPRESSIONS: [&str; 6] =
    ["@ts-ignore", "@ts-expect-error", "@ts-nocheck", "eslint-disable", "prettier-ignore", "istanbul ignore"];
const TESTS: [&str; 4] = ["it", "test", "describe", "suite"];
const SKIPPED: [&str; 8] = ["xit", "xtest", "xdescribe", "fit", "fdescribe", "skip", "only", "todo"];

/// What a file holds.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Census {
    /// Must not become more: `any`, casts, comments that silence a tool, tests that do not run.
    pub silencers: BTreeMap<&'static str, usize>,
    /// Must not become fewer: statements, members, calls.
    pub substance: BTreeMap<&'static str, usize>,
    /// Names that the file exports.
    pub exports: BTreeSet<String>,
    /// Tests by their titles.
    pub tests: BTreeSet<String>,
    /// Modules that are imported for what they do.
    pub effects: BTreeSet<String>,
}

/// Why a file cannot be counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Uncounted {
    /// It does not parse.
    Syntax,
    /// It is too large or too deep to be read safely, or of no kind that is known.
    Unfit,
}

impl Census {
    /// Counts a file.
    pub fn of(path: &str, text: &str) -> Result<Self, Uncounted> {
        let kind = SourceType::from_path(path).map_err(|_| Uncounted::Unfit)?;
        if text.len() > LARGEST || is_too_deep(text) {
            return Err(Uncounted::Unfit);
        }
        // The parser goes as deep as the text does.
        std::thread::scope(|scope| {
            let counting = std::thread::Builder::new().stack_size(STACK).spawn_scoped(scope, || count(text, kind));
            counting.map_err(|_| Uncounted::Unfit)?.join().map_err(|_| Uncounted::Unfit)?
        })
    }
}

fn count(text: &str, kind: SourceType) -> Result<Census, Uncounted> {
    let allocator = Allocator::default();
    let parsed = Parser::new(&allocator, text, kind).parse();
    if parsed.panicked || !parsed.diagnostics.is_empty() {
        return Err(Uncounted::Syntax);
    }
    let mut counter = Counter { text, census: Census::default() };
    counter.visit_program(&parsed.program);
    counter.comments(&parsed.program);
    Ok(counter.census)
}

/// Brackets that are open at once. Those in texts and comments count too, which only makes it more careful.
fn is_too_deep(text: &str) -> bool {
    let mut depth = 0_usize;
    for byte in text.bytes() {
        match byte {
            b'(' | b'[' | b'{' => depth += 1,
            b')' | b']' | b'}' => depth = depth.saturating_sub(1),
            _ => continue,
        }
        if depth > DEEPEST {
            return true;
        }
    }
    false
}

struct Counter<'s> {
    text: &'s str,
    census: Census,
}

impl<'a> Visit<'a> for Counter<'_> {
    fn enter_node(&mut self, kind: AstKind<'a>) {
        match kind {
            AstKind::TSAnyKeyword(_) => self.silencer("`any`"),
            AstKind::TSAsExpression(it) if !it.type_annotation.is_const_type_reference() => self.silencer("a cast"),
            AstKind::TSTypeAssertion(it) if !it.type_annotation.is_const_type_reference() => self.silencer("a cast"),
            AstKind::TSNonNullExpression(_) => self.silencer("a `!`"),
            AstKind::VariableDeclarator(it) if it.definite => self.silencer("a `!`"),
            AstKind::PropertyDefinition(it) if it.definite => self.silencer("a `!`"),
            _ => {}
        }
        if let Some(name) = substance(kind) {
            *self.census.substance.entry(name).or_default() += 1;
        }
        match kind {
            AstKind::ImportDeclaration(it) if it.specifiers.is_none() => {
                self.census.effects.insert(it.source.value.to_string());
            }
            AstKind::ExportSpecifier(it) => self.exports(it.exported.span()),
            AstKind::ExportAllDeclaration(it) => self.exports(it.span),
            AstKind::ExportDefaultDeclaration(_) => {
                self.census.exports.insert("default".to_owned());
            }
            AstKind::ExportDeclaration(it) => self.declared(&it.declaration),
            AstKind::CallExpression(it) => self.call(it),
            _ => {}
        }
    }
}

impl Counter<'_> {
    fn silencer(&mut self, name: &'static str) {
        *self.census.silencers.entry(name).or_default() += 1;
    }

    fn exports(&mut self, span: Span) {
        self.census.exports.insert(self.slice(span).to_owned());
    }

    fn declared(&mut self, declaration: &Declaration<'_>) {
        if let Declaration::VariableDeclaration(variables) = declaration {
            for one in &variables.declarations {
                self.exports(one.id.span());
            }
        } else if let Some(id) = declaration.id() {
            self.exports(id.span);
        }
    }

    fn call(&mut self, call: &CallExpression<'_>) {
        let names = callee(&call.callee);
        if names.first().is_none_or(|first| !TESTS.contains(first) && !SKIPPED.contains(first)) {
            return;
        }
        if names.iter().any(|name| SKIPPED.contains(name)) {
            self.silencer("a test that does not run");
        }
        if let Some(title) = call.arguments.first() {
            let title = format!("{} {}", names[0], self.slice(title.span()));
            self.census.tests.insert(title);
        }
    }

    fn comments(&mut self, program: &Program<'_>) {
        for comment in &program.comments {
            let text = self.slice(comment.span);
            if let Some(name) = SUPPRESSIONS.iter().find(|name| text.contains(**name)) {
                self.silencer(name);
            }
        }
    }

    fn slice(&self, span: Span) -> &str {
        self.text.get(span.start as usize..span.end as usize).unwrap_or_default()
    }
}

/// `describe.skip` as its names; nothing for what is computed.
fn callee<'a>(expression: &'a Expression<'_>) -> Vec<&'a str> {
    let mut names = Vec::new();
    let mut next = expression;
    while let Expression::StaticMemberExpression(member) = next {
        names.push(member.property.name.as_str());
        next = &member.object;
    }
    if let Expression::Identifier(identifier) = next {
        names.push(identifier.name.as_str());
    }
    names.reverse();
    names
}

/// What must not disappear. Imports are not among it, nor are blocks and lone semicolons.
fn substance(kind: AstKind<'_>) -> Option<&'static str> {
    match kind {
        AstKind::BlockStatement(_) | AstKind::EmptyStatement(_) => None,
        AstKind::CallExpression(_) | AstKind::NewExpression(_) => Some("a call"),
        AstKind::AwaitExpression(_) => Some("an `await`"),
        AstKind::MethodDefinition(_) | AstKind::PropertyDefinition(_) | AstKind::AccessorProperty(_) => {
            Some("a member")
        }
        AstKind::TSPropertySignature(_) | AstKind::TSMethodSignature(_) | AstKind::TSEnumMember(_) => Some("a member"),
        AstKind::ObjectProperty(_) | AstKind::BindingProperty(_) => Some("a property"),
        AstKind::FormalParameter(_) => Some("a parameter"),
        AstKind::VariableDeclarator(_) => Some("a variable"),
        AstKind::JSXElement(_) | AstKind::JSXAttribute(_) => Some("a part of JSX"),
        AstKind::Function(_) | AstKind::ArrowFunctionExpression(_) => Some("a function"),
        AstKind::TSInterfaceDeclaration(_) | AstKind::TSTypeAliasDeclaration(_) | AstKind::TSEnumDeclaration(_) => {
            Some("a type")
        }
        AstKind::Class(_) => Some("a class"),
        AstKind::TSTypeReference(_) => Some("a type's name"),
        AstKind::Decorator(_) => Some("a decorator"),
        kind if kind.is_statement() => Some("a statement"),
        _ => None,
    }
}
