//! A schema of Prisma as it is written.

use crate::spec::import::span::Span;

/// All blocks of a schema.
#[derive(Debug, Default)]
pub(super) struct Source {
    pub models: Vec<Model>,
    pub enums: Vec<Enum>,
    /// `datasource`, `generator` and blocks that nobody knows.
    pub others: Vec<(String, Span)>,
    /// What cannot be read, and why.
    pub unread: Vec<(Span, String)>,
}

/// What a block of fields stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ModelKind {
    Model,
    View,
    /// Fields within a field.
    Type,
}

/// `model`, `view` or `type`
#[derive(Debug)]
pub(super) struct Model {
    pub kind: ModelKind,
    pub name: String,
    pub span: Span,
    pub doc: Option<String>,
    pub fields: Vec<Field>,
    /// Behind `@@`.
    pub attributes: Vec<Attribute>,
}

/// `name Type? @attribute`
#[derive(Debug)]
pub(super) struct Field {
    pub name: String,
    pub span: Span,
    pub doc: Option<String>,
    pub kind: String,
    pub is_list: bool,
    pub is_optional: bool,
    pub attributes: Vec<Attribute>,
}

/// `enum`
#[derive(Debug)]
pub(super) struct Enum {
    pub name: String,
    pub span: Span,
    pub doc: Option<String>,
    pub values: Vec<EnumValue>,
}

/// One of its values.
#[derive(Debug)]
pub(super) struct EnumValue {
    pub name: String,
    pub span: Span,
    pub doc: Option<String>,
    pub attributes: Vec<Attribute>,
}

/// `@name(arguments)`
#[derive(Debug)]
pub(super) struct Attribute {
    pub name: String,
    pub span: Span,
    pub arguments: Vec<(Option<String>, Value)>,
}

/// What stands in an attribute.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Value {
    Text(String),
    Number(String),
    Word(String),
    List(Vec<Value>),
    Call(String, Vec<(Option<String>, Value)>),
}

impl Attribute {
    /// The argument of that name, or else the one at that place without a name.
    pub fn argument(&self, name: &str, at: Option<usize>) -> Option<&Value> {
        let named = self.arguments.iter().find(|(given, _)| given.as_deref() == Some(name));
        let plain = || at.and_then(|at| self.arguments.iter().filter(|(name, _)| name.is_none()).nth(at));
        named.or_else(plain).map(|(_, value)| value)
    }
}

impl Value {
    /// A text.
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The words of a list; `name(sort: Desc)` is its name.
    pub fn words(&self) -> Vec<String> {
        match self {
            Self::List(values) => values
                .iter()
                .filter_map(|value| match value {
                    Self::Word(word) | Self::Call(word, _) => Some(word.clone()),
                    _ => None,
                })
                .collect(),
            Self::Word(word) => vec![word.clone()],
            _ => Vec::new(),
        }
    }
}
