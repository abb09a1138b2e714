//! The tables of a service as its database will have them: one description, from which the drizzle schema, the first
//! migration and drizzle-kit's snapshot are written, so that the three cannot disagree.

mod entity;
mod owned;
pub mod shape;
pub mod snapshot;
pub mod sql;

pub use entity::{audit_table, tables_of_entity, tables_of_service};
pub use owned::tables_of;

use serde_json::Value;

use crate::spec::naming::identifier;

/// Whose row it is; read by row level security.
pub const TENANT: &str = "tenant_id";

/// What the tenant column holds where nothing is given: the transaction's own.
pub const CURRENT_TENANT: &str = "nullif(current_setting('app.tenant_id', true), '')::uuid";

/// What statements of SQL are written from.
///
/// # Panics
/// Never: what is written as a snapshot is read as one.
pub fn shapes(tables: &[Table], app_role: &str) -> shape::Tables {
    shape::read(&snapshot::tables(tables, app_role)).expect("a snapshot of our own")
}

/// A table.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// The database's name.
    pub name: String,
    /// The constant that stands for it in TypeScript.
    pub variable: String,
    /// In the order in which they are created.
    pub columns: Vec<Column>,
    /// Names of columns, the tenant first.
    pub primary_key: Vec<String>,
    /// In the order of the relations.
    pub foreign_keys: Vec<ForeignKey>,
    /// In the order of the fields.
    pub checks: Vec<Check>,
    /// Unique ones first.
    pub indexes: Vec<Index>,
}

impl Table {
    /// The primary key's name.
    pub fn primary_key_name(&self) -> String {
        identifier(&[self.name.as_str(), "pkey"])
    }
}

/// A column.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// The database's name.
    pub name: String,
    /// The property that stands for it in TypeScript.
    pub key: String,
    /// As PostgreSQL writes it: `varchar(80)`.
    pub sql_type: String,
    /// Drizzle's builder, without what follows from the rest: `varchar('name', { length: 80 })`. Empty for columns that
    /// come with `rowColumns()`.
    pub builder: String,
    /// Whether it must hold something.
    pub not_null: bool,
    /// What it holds where nothing is given.
    pub default: Option<ColumnDefault>,
}

/// What a column holds where nothing is given.
#[derive(Debug, Clone, PartialEq)]
pub enum ColumnDefault {
    /// A value: text, a number or a boolean.
    Literal(Value),
    /// An expression of SQL.
    Sql(&'static str),
}

/// A key to another table, together with the tenant.
#[derive(Debug, Clone, PartialEq)]
pub struct ForeignKey {
    /// Its name.
    pub name: String,
    /// The column beside the tenant.
    pub column: String,
    /// The column's property.
    pub key: String,
    /// The other table's name.
    pub target: String,
    /// The other table's constant.
    pub target_variable: String,
    /// `restrict`, `cascade` or `set null`.
    pub on_delete: &'static str,
}

/// A condition on rows.
#[derive(Debug, Clone, PartialEq)]
pub struct Check {
    /// `<table>_<column>_<what>`: the services read the column from it.
    pub name: String,
    /// What must hold.
    pub condition: Vec<Part>,
}

/// A piece of a condition.
#[derive(Debug, Clone, PartialEq)]
pub enum Part {
    /// A column: its name and its property.
    Column(String, String),
    /// SQL as it is.
    Sql(String),
}

/// An index; the tenant comes first in each.
#[derive(Debug, Clone, PartialEq)]
pub struct Index {
    /// Its name.
    pub name: String,
    /// After the tenant.
    pub columns: Vec<IndexColumn>,
    /// Whether no two rows may be alike.
    pub unique: bool,
    /// Whether only rows count that were not removed.
    pub present_only: bool,
}

/// A column of an index.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IndexColumn {
    /// The database's name.
    pub name: String,
    /// The property.
    pub key: String,
    /// From great to small, what is empty last.
    pub descending: bool,
}
