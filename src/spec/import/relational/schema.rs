//! A relational model, whatever it was read from: tables with columns and keys, enums, links.

use crate::spec::import::span::Span;

/// Everything that a source declares.
#[derive(Debug, Default)]
pub(in crate::spec::import) struct Schema {
    pub tables: Vec<Table>,
    pub enums: Vec<EnumType>,
    /// Many to many without a table in the source.
    pub links: Vec<ImplicitLink>,
    pub terms: Terms,
}

/// What a source calls its parts, and whether it keeps rows in them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::spec::import) struct Terms {
    pub table: &'static str,
    pub column: &'static str,
    /// Whether its names are those of a database, which keep their spelling.
    pub is_database: bool,
}

impl Default for Terms {
    fn default() -> Self {
        Self { table: "table", column: "column", is_database: true }
    }
}

/// The name of a table, with the schema that it is in.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub(in crate::spec::import) struct TableName {
    /// None where the source names none, or the usual one (`public`, `dbo`).
    pub schema: Option<String>,
    pub name: String,
}

/// A table.
#[derive(Debug, Default)]
pub(in crate::spec::import) struct Table {
    pub name: TableName,
    /// What the source calls a row of it, where it has a word for that.
    pub entity: Option<String>,
    pub span: Span,
    pub comment: Option<String>,
    /// Which service owns it, where the source says that.
    pub service: Option<String>,
    pub columns: Vec<Column>,
    pub primary_key: Option<Key>,
    pub uniques: Vec<Key>,
    pub indexes: Vec<Key>,
    pub foreign_keys: Vec<ForeignKey>,
    pub checks: Vec<Check>,
}

/// Columns that belong together.
#[derive(Debug, Clone, Default)]
pub(in crate::spec::import) struct Key {
    pub columns: Vec<String>,
    pub span: Span,
}

/// A column.
#[derive(Debug, Clone)]
pub(in crate::spec::import) struct Column {
    pub name: String,
    /// What the source calls the value, where that differs from the column.
    pub member: Option<String>,
    pub span: Span,
    pub comment: Option<String>,
    pub kind: Kind,
    /// The type as it is written, for notes.
    pub written: String,
    pub required: bool,
    /// Whether the database numbers the rows itself.
    pub is_numbered: bool,
    /// Whether the source keeps it up to date at every change.
    pub is_touched: bool,
    pub default: Option<Initial>,
}

/// What a column holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::spec::import) enum Kind {
    /// Text with a greatest length, or one line of it where none is said.
    Line(Option<u64>),
    /// Text without a limit.
    Prose,
    Int {
        /// Whether 32 bits are too few.
        is_long: bool,
        is_unsigned: bool,
    },
    Decimal(Option<(u64, i64)>),
    Float,
    Boolean,
    Date,
    Time,
    Moment,
    Duration,
    Email,
    Url,
    Uuid,
    Json,
    /// Small binary values.
    Bytes(Option<u64>),
    /// Large binary values.
    File,
    /// A named enum.
    Enum(TableName),
    /// Values that are listed where the column is.
    Choice(Vec<String>),
    /// What the spec has nothing like; why, and what it is kept as.
    Foreign {
        kept_as: &'static str,
        why: &'static str,
    },
    /// What only the database itself reads, and why it is left out.
    Internal(&'static str),
    /// A type that nobody knows.
    Unknown,
}

/// What a new row gets where nothing is given.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::spec::import) enum Initial {
    Text(String),
    Number(String),
    Boolean(bool),
    /// The moment or day at which the row is made.
    Now,
    /// Something that the database computes.
    Computed(String),
}

/// A foreign key.
#[derive(Debug, Clone)]
pub(in crate::spec::import) struct ForeignKey {
    pub span: Span,
    pub columns: Vec<String>,
    pub table: TableName,
    pub on_delete: Option<Action>,
    pub on_update: bool,
    /// What the source calls the relation.
    pub member: Option<String>,
    /// What the source calls its other end.
    pub inverse: Option<String>,
    pub comment: Option<String>,
}

/// What a deletion does to rows that point there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::spec::import) enum Action {
    Cascade,
    Restrict,
    SetNull,
    SetDefault,
}

/// A condition that rows must meet.
#[derive(Debug, Clone)]
pub(in crate::spec::import) struct Check {
    pub span: Span,
    /// As it is written, for notes.
    pub written: String,
    /// What all of it says; none where it says something else than this.
    pub facts: Option<Vec<Fact>>,
}

/// One thing that a condition says about one column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::spec::import) enum Fact {
    OneOf(String, Vec<String>),
    AtLeast(String, Bound),
    AtMost(String, Bound),
    LongerThan(String, i64),
    AtMostLong(String, i64),
    Matches(String, String),
    Present(String),
}

impl Fact {
    /// The column that it is of.
    pub fn column(&self) -> &str {
        match self {
            Self::OneOf(column, _)
            | Self::AtLeast(column, _)
            | Self::AtMost(column, _)
            | Self::LongerThan(column, _)
            | Self::AtMostLong(column, _)
            | Self::Matches(column, _)
            | Self::Present(column) => column,
        }
    }
}

/// An end of a range.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::spec::import) struct Bound {
    pub number: String,
    /// Whether the number itself is outside.
    pub is_open: bool,
}

/// A named list of values.
#[derive(Debug, Default)]
pub(in crate::spec::import) struct EnumType {
    pub name: TableName,
    pub span: Span,
    pub comment: Option<String>,
    pub values: Vec<EnumValue>,
}

/// One of the values of an enum.
#[derive(Debug, Default)]
pub(in crate::spec::import) struct EnumValue {
    pub value: String,
    pub label: Option<String>,
}

/// Many to many of two tables.
#[derive(Debug)]
pub(in crate::spec::import) struct ImplicitLink {
    pub span: Span,
    pub holder: TableName,
    pub target: TableName,
    pub member: String,
    pub inverse: Option<String>,
    pub comment: Option<String>,
}

impl Table {
    /// The column of that name, in any casing.
    pub fn column(&self, name: &str) -> Option<&Column> {
        self.columns.iter().find(|column| column.name.eq_ignore_ascii_case(name))
    }

    /// Whether these columns, in any order, are a key of the table.
    pub fn is_key(&self, columns: &[String]) -> bool {
        let same = |key: &Key| {
            key.columns.len() == columns.len()
                && columns.iter().all(|column| key.columns.iter().any(|one| one.eq_ignore_ascii_case(column)))
        };
        self.primary_key.as_ref().is_some_and(same) || self.uniques.iter().any(same)
    }

    /// Whether a column is part of the primary key.
    pub fn is_in_primary_key(&self, column: &str) -> bool {
        self.primary_key.as_ref().is_some_and(|key| key.columns.iter().any(|one| one.eq_ignore_ascii_case(column)))
    }
}

impl TableName {
    /// As it is called in a note.
    pub fn written(&self) -> String {
        match &self.schema {
            Some(schema) => format!("{schema}.{}", self.name),
            None => self.name.clone(),
        }
    }
}
