//! A JDL file as it is written: nothing resolved, every word with its place.

use crate::spec::import::span::Span;

/// A word of the source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Word<'a> {
    /// As written.
    pub text: &'a str,
    /// Where.
    pub span: Span,
}

/// A value of the source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Literal<'a> {
    /// What it is.
    pub kind: LiteralKind,
    /// As written, without quotes or slashes.
    pub text: &'a str,
    /// Where, with quotes or slashes.
    pub span: Span,
}

/// What a value is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum LiteralKind {
    /// A name, `true`, `false`, `com.example.shop`.
    Name,
    /// A number.
    Number,
    /// A text in quotes.
    Text,
    /// A regular expression.
    Regex,
}

/// A whole file.
#[derive(Debug, Default)]
pub(super) struct Jdl<'a> {
    pub constants: Vec<Constant<'a>>,
    pub entities: Vec<Entity<'a>>,
    pub enums: Vec<Enum<'a>>,
    pub relationships: Vec<Relationship<'a>>,
    pub options: Vec<OptionUse<'a>>,
    pub applications: Vec<Application<'a>>,
    pub deployments: Vec<Deployment<'a>>,
}

/// `MAX = 20`
#[derive(Debug)]
pub(super) struct Constant<'a> {
    pub name: Word<'a>,
    pub value: Literal<'a>,
}

/// `@service(serviceClass)`
#[derive(Debug, Clone, Copy)]
pub(super) struct Annotation<'a> {
    pub name: Word<'a>,
    pub value: Option<Literal<'a>>,
    /// From `@` to the end.
    pub span: Span,
}

/// `entity Name (table) { … }`
#[derive(Debug)]
pub(super) struct Entity<'a> {
    pub doc: Option<String>,
    pub annotations: Vec<Annotation<'a>>,
    pub name: Word<'a>,
    pub table: Option<Word<'a>>,
    pub fields: Vec<Field<'a>>,
}

/// `name String required`
#[derive(Debug)]
pub(super) struct Field<'a> {
    pub doc: Option<String>,
    pub annotations: Vec<Annotation<'a>>,
    pub name: Word<'a>,
    pub kind: Word<'a>,
    pub validations: Vec<Validation<'a>>,
}

/// `max(20)`
#[derive(Debug, Clone, Copy)]
pub(super) struct Validation<'a> {
    pub rule: Rule,
    /// The number, pattern or name of a constant; none for `required` and `unique`.
    pub value: Option<Literal<'a>>,
    /// From its first to its last letter.
    pub span: Span,
}

/// The validations JDL has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Rule {
    Required,
    Unique,
    Min,
    Max,
    MinLength,
    MaxLength,
    MinBytes,
    MaxBytes,
    Pattern,
}

impl Rule {
    /// Every rule with its name.
    pub const ALL: [(&'static str, Rule); 9] = [
        ("required", Rule::Required),
        ("unique", Rule::Unique),
        ("min", Rule::Min),
        ("max", Rule::Max),
        ("minlength", Rule::MinLength),
        ("maxlength", Rule::MaxLength),
        ("minbytes", Rule::MinBytes),
        ("maxbytes", Rule::MaxBytes),
        ("pattern", Rule::Pattern),
    ];

    /// The rule of that name.
    pub fn of(name: &str) -> Option<Rule> {
        Self::ALL.iter().find(|(known, _)| *known == name).map(|(_, rule)| *rule)
    }

    /// Its name.
    pub fn name(self) -> &'static str {
        Self::ALL.iter().find(|(_, rule)| *rule == self).map_or("", |(name, _)| name)
    }
}

/// `enum Name { A, B (b) }`
#[derive(Debug)]
pub(super) struct Enum<'a> {
    pub doc: Option<String>,
    pub name: Word<'a>,
    pub values: Vec<EnumValue<'a>>,
}

/// `A (a)`
#[derive(Debug)]
pub(super) struct EnumValue<'a> {
    pub doc: Option<String>,
    pub name: Word<'a>,
    pub value: Option<Literal<'a>>,
}

/// `A{b} to B{a}` of a `relationship` block.
#[derive(Debug)]
pub(super) struct Relationship<'a> {
    pub kind: RelationshipKind,
    pub from: Side<'a>,
    pub to: Side<'a>,
    /// After `with`.
    pub options: Vec<Word<'a>>,
}

/// The kinds of relationship.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum RelationshipKind {
    OneToOne,
    OneToMany,
    ManyToOne,
    ManyToMany,
}

impl RelationshipKind {
    /// Every kind with its name.
    pub const ALL: [(&'static str, RelationshipKind); 4] = [
        ("OneToOne", RelationshipKind::OneToOne),
        ("OneToMany", RelationshipKind::OneToMany),
        ("ManyToOne", RelationshipKind::ManyToOne),
        ("ManyToMany", RelationshipKind::ManyToMany),
    ];
}

/// One side of a relationship: `A{b(display) required}`.
#[derive(Debug)]
pub(super) struct Side<'a> {
    pub doc: Option<String>,
    pub annotations: Vec<Annotation<'a>>,
    pub entity: Word<'a>,
    /// The field that this side gets, pointing to the other.
    pub field: Option<Word<'a>>,
    /// Which field of the other side is shown.
    pub display: Option<Word<'a>>,
    pub required: Option<Span>,
}

/// Which entities an option is for: `*`, `A, B`, with `except C`.
#[derive(Debug, Clone, Default)]
pub(super) struct Selection<'a> {
    pub all: bool,
    pub names: Vec<Word<'a>>,
    pub except: Vec<Word<'a>>,
}

/// `paginate A, B with pagination`, one word of a `use`, or an annotation that means the same.
#[derive(Debug, Clone)]
pub(super) struct OptionUse<'a> {
    pub name: &'a str,
    pub value: Option<Literal<'a>>,
    pub on: Selection<'a>,
    /// Where its name stands.
    pub span: Span,
}

/// `application { config { … } entities … }`
#[derive(Debug)]
pub(super) struct Application<'a> {
    pub span: Span,
    pub settings: Vec<Setting<'a>>,
    pub entities: Option<Selection<'a>>,
    pub options: Vec<OptionUse<'a>>,
}

/// `baseName shop`
#[derive(Debug)]
pub(super) struct Setting<'a> {
    /// The blueprint that it is for: `config(blueprint) { … }`.
    pub namespace: Option<Word<'a>>,
    pub key: Word<'a>,
    /// One value, or those of a list.
    pub values: Vec<Literal<'a>>,
    pub span: Span,
}

/// `deployment { … }`
#[derive(Debug)]
pub(super) struct Deployment<'a> {
    pub span: Span,
    pub settings: Vec<Setting<'a>>,
}
