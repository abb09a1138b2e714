//! Calls, `new`, `import(…)`, and the calls of test libraries, which keep their own shape.

use super::super::super::doc::{Doc, EMPTY};
use super::super::super::source_text::newline_precedes;
use super::super::kind::{Key, Kind, flag};
use super::super::tree::NodeId;
use super::{Printer, cat};

const TEST_CALLS: [&str; 26] = [
    "it",
    "it.only",
    "it.skip",
    "describe",
    "describe.only",
    "describe.skip",
    "test",
    "test.only",
    "test.skip",
    "test.fixme",
    "test.step",
    "test.describe",
    "test.describe.only",
    "test.describe.skip",
    "test.describe.fixme",
    "test.describe.parallel",
    "test.describe.parallel.only",
    "test.describe.serial",
    "test.describe.serial.only",
    "skip",
    "xit",
    "xdescribe",
    "xtest",
    "fit",
    "fdescribe",
    "ftest",
];

impl<'a> Printer<'_, 'a> {
    pub(super) fn print_call(&self, id: NodeId) -> Doc<'a> {
        let kind = self.kind(id);
        let optional = self.optional_mark(id);
        let arguments = self.call_arguments(id);
        let type_arguments = if kind == Kind::TSImportType || self.get(id, Key::TypeArguments).is_none() {
            EMPTY
        } else {
            cat![self; self.print_key(id, Key::TypeArguments), Doc::LineSuffixBoundary]
        };
        let template = matches!(*arguments, [only] if self.is_template_on_its_line(only) && !self.is_html_tagged(only));
        if template || self.is_module_path_call(id, &arguments) || self.is_test_call(id, self.parent(id)) {
            let printed = self.b.join(", ".into(), arguments.iter().map(|&argument| self.print(argument)));
            return cat![self; self.print_callee(id), optional, type_arguments, "(", printed, ")"];
        }
        let is_import = matches!(kind, Kind::ImportExpression | Kind::TSImportType | Kind::TSExternalModuleReference);
        let callee = self.get(id, Key::Callee);
        if kind == Kind::CallExpression && self.is_member(callee) && !self.needs_parens(callee) {
            return self.print_member_chain(id);
        }
        let parts = cat![self; self.print_callee(id), optional, type_arguments, self.print_call_arguments(id)];
        if is_import || self.is_call(callee) { self.b.group(parts) } else { parts }
    }

    fn print_callee(&self, id: NodeId) -> Doc<'a> {
        match self.kind(id) {
            Kind::ImportExpression | Kind::TSImportType => "import".into(),
            Kind::TSExternalModuleReference => "require".into(),
            Kind::NewExpression => cat![self; "new ", self.print_key(id, Key::Callee), Doc::LineSuffixBoundary],
            _ => cat![self; self.print_key(id, Key::Callee), Doc::LineSuffixBoundary],
        }
    }

    /// A template of several lines that starts where its statement or argument list starts.
    pub(super) fn is_template_on_its_line(&self, id: NodeId) -> bool {
        let multi_line = match self.kind(id) {
            Kind::TemplateLiteral => self.template_has_newline(id),
            Kind::TaggedTemplateExpression => self.template_has_newline(self.get(id, Key::Quasi)),
            _ => false,
        };
        multi_line && !newline_precedes(self.text, self.start(id))
    }

    /// `require('x')`, `import('x')`: the path never breaks.
    fn is_module_path_call(&self, id: NodeId, arguments: &[NodeId]) -> bool {
        let kind = self.kind(id);
        let first_is_string = arguments.first().is_some_and(|&first| self.kind(first) == Kind::StringLiteral);
        let plain_call = kind == Kind::CallExpression && !self.is(id, flag::OPTIONAL);
        let callee = self.get(id, Key::Callee);
        let is_import = matches!(kind, Kind::ImportExpression | Kind::TSImportType | Kind::TSExternalModuleReference);
        let paths = ["require", "require.resolve", "require.resolve.paths", "import.meta.resolve"];
        if (is_import || (plain_call && self.is_path(callee, &paths)))
            && arguments.len() == 1
            && first_is_string
            && !self.has_comment(arguments[0])
        {
            return true;
        }
        if !plain_call || self.kind(callee) != Kind::Identifier {
            return false;
        }
        match self.name(callee) {
            "require" => {
                ((arguments.len() == 1 && first_is_string) || arguments.len() > 1) && !self.has_comment(arguments[0])
            }
            "define" if self.parent_kind(id) == Kind::ExpressionStatement => match arguments {
                [_] => true,
                [first, _] => self.kind(*first) == Kind::ArrayExpression,
                [_, second, _] => first_is_string && self.kind(*second) == Kind::ArrayExpression,
                _ => false,
            },
            _ => false,
        }
    }

    /// Whether the expression is one of the dotted names.
    fn is_path(&self, id: NodeId, paths: &[&str]) -> bool {
        paths.iter().any(|path| self.is_dotted(id, path))
    }

    fn is_dotted(&self, id: NodeId, path: &str) -> bool {
        let Some((rest, last)) = path.rsplit_once('.') else {
            return self.kind(id) == Kind::Identifier && self.name(id) == path;
        };
        if self.kind(id) == Kind::MetaProperty {
            return self.name(id) == path;
        }
        let property = self.get(id, Key::Property);
        self.is_member(id)
            && !self.is(id, flag::OPTIONAL | flag::COMPUTED)
            && self.kind(property) == Kind::Identifier
            && self.name(property) == last
            && self.is_dotted(self.get(id, Key::Object), rest)
    }

    /// `it('does this', async () => { … })` and the like: title and function stay on one line.
    pub(super) fn is_test_call(&self, id: NodeId, parent: NodeId) -> bool {
        if !self.is_call(id) || self.is(id, flag::OPTIONAL) {
            return false;
        }
        let arguments = self.list(id, Key::Arguments);
        if arguments.iter().any(|&argument| self.has_comment(argument)) {
            return false;
        }
        let callee = self.get(id, Key::Callee);
        match *arguments {
            [only] => {
                if self.is_angular_wrapper(id) && self.is_test_call(parent, NodeId::NONE) {
                    return self.is_function(only);
                }
                let hook = matches!(self.name(callee), "beforeEach" | "beforeAll" | "afterEach" | "afterAll");
                self.kind(callee) == Kind::Identifier && hook && self.is_angular_wrapper(only)
            }
            [title, function, ref rest @ ..] if rest.len() <= 1 => {
                if !matches!(self.kind(title), Kind::TemplateLiteral | Kind::StringLiteral)
                    || !self.is_path(callee, &TEST_CALLS)
                    || rest.first().is_some_and(|&last| self.kind(last) != Kind::NumericLiteral)
                {
                    return false;
                }
                let block = self.kind(self.get(function, Key::Body)) == Kind::BlockStatement;
                let is_test_function = if rest.is_empty() {
                    self.is_function(function)
                } else {
                    let has_block = self.kind(function) == Kind::FunctionExpression
                        || (self.kind(function) == Kind::ArrowFunctionExpression && block);
                    has_block && self.params(function).len() <= 1
                };
                is_test_function || self.is_angular_wrapper(function)
            }
            _ => false,
        }
    }

    fn is_angular_wrapper(&self, id: NodeId) -> bool {
        let callee = self.get(id, Key::Callee);
        self.is_call(id)
            && self.kind(callee) == Kind::Identifier
            && matches!(self.name(callee), "async" | "inject" | "fakeAsync" | "waitForAsync")
    }
}
