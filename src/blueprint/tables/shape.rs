//! Tables as drizzle-kit's snapshots tell them: what stands in a workspace and what its spec asks for are read into this,
//! and every statement of SQL is written from it.

use indexmap::IndexMap;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

/// Tables by the names that a snapshot gives them, such as `public.pets`.
pub type Tables = IndexMap<String, TableShape>;

/// A table.
#[derive(Debug, Clone, PartialEq)]
pub struct TableShape {
    /// The database's name.
    pub name: String,
    /// In the order in which they are created.
    pub columns: IndexMap<String, ColumnShape>,
    /// Keys of more than one column.
    pub primary_keys: IndexMap<String, KeyShape>,
    /// Keys to other tables.
    pub foreign_keys: IndexMap<String, ForeignKeyShape>,
    /// Constraints that no two rows may be alike.
    pub uniques: IndexMap<String, KeyShape>,
    /// Conditions on rows.
    pub checks: IndexMap<String, CheckShape>,
    /// Indexes.
    pub indexes: IndexMap<String, IndexShape>,
    /// Whose rows are shown to whom.
    pub policies: IndexMap<String, PolicyShape>,
}

/// A column.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ColumnShape {
    /// The database's name.
    pub name: String,
    /// As PostgreSQL writes it.
    #[serde(rename = "type")]
    pub sql_type: String,
    /// Whether it is the primary key by itself.
    #[serde(default)]
    pub primary_key: bool,
    /// Whether it must hold something.
    pub not_null: bool,
    /// What it holds where nothing is given: a number, a boolean, or an expression of SQL.
    #[serde(default)]
    pub default: Option<Value>,
}

/// Columns that tell rows apart.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct KeyShape {
    /// Its name.
    pub name: String,
    /// Names of columns.
    pub columns: Vec<String>,
}

/// A key to another table.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ForeignKeyShape {
    /// Its name.
    pub name: String,
    /// The table that has it.
    pub table_from: String,
    /// The other table.
    pub table_to: String,
    /// The columns that have it.
    pub columns_from: Vec<String>,
    /// The columns that they point to.
    pub columns_to: Vec<String>,
    /// What happens to the row when the other goes.
    #[serde(default)]
    pub on_delete: Option<String>,
    /// What happens to the row when the other's key changes.
    #[serde(default)]
    pub on_update: Option<String>,
}

/// A condition on rows.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct CheckShape {
    /// Its name.
    pub name: String,
    /// The condition.
    pub value: String,
}

/// An index.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct IndexShape {
    /// Its name.
    pub name: String,
    /// What is in it.
    pub columns: Vec<IndexPart>,
    /// Whether no two rows may be alike.
    pub is_unique: bool,
    /// Which rows count; all where there is none.
    #[serde(default, rename = "where")]
    pub filter: Option<String>,
    /// How it is built.
    #[serde(default = "btree")]
    pub method: String,
}

/// A column or an expression of an index.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct IndexPart {
    /// The column's name, or the expression.
    pub expression: String,
    /// Whether it is an expression.
    #[serde(default)]
    pub is_expression: bool,
    /// From small to great.
    #[serde(default = "yes")]
    pub asc: bool,
}

/// Whose rows are shown to whom.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PolicyShape {
    /// Its name.
    pub name: String,
    /// `PERMISSIVE` or `RESTRICTIVE`.
    #[serde(default, rename = "as")]
    pub kind: Option<String>,
    /// The command it holds for.
    #[serde(default, rename = "for")]
    pub command: Option<String>,
    /// Roles.
    #[serde(default)]
    pub to: Vec<String>,
    /// Which rows are seen.
    #[serde(default)]
    pub using: Option<String>,
    /// Which rows may be written.
    #[serde(default)]
    pub with_check: Option<String>,
}

fn btree() -> String {
    "btree".to_owned()
}

fn yes() -> bool {
    true
}

/// Reads a snapshot's tables. The error says in which table, and in what of it, something is missing.
pub fn read(tables: &Map<String, Value>) -> Result<Tables, String> {
    tables
        .iter()
        .map(|(key, value)| Ok((key.clone(), table(value).map_err(|reason| format!("table `{key}`: {reason}"))?)))
        .collect()
}

fn table(value: &Value) -> Result<TableShape, String> {
    let name = value.get("name").and_then(Value::as_str).ok_or("it has no name")?;
    plain(name)?;
    Ok(TableShape {
        name: name.to_owned(),
        columns: group(value, "columns")?,
        primary_keys: group(value, "compositePrimaryKeys")?,
        foreign_keys: group(value, "foreignKeys")?,
        uniques: group(value, "uniqueConstraints")?,
        checks: group(value, "checkConstraints")?,
        indexes: group(value, "indexes")?,
        policies: group(value, "policies")?,
    })
}

/// What a table has of a kind; older snapshots of drizzle-kit leave out kinds that they did not know.
fn group<T: DeserializeOwned>(table: &Value, kind: &str) -> Result<IndexMap<String, T>, String> {
    let Some(items) = table.get(kind) else { return Ok(IndexMap::new()) };
    let items = items.as_object().ok_or_else(|| format!("`{kind}` is no object"))?;
    items
        .iter()
        .map(|(name, item)| {
            plain(name)?;
            if item.get("name").and_then(Value::as_str) != Some(name) {
                return Err(format!("`{kind}`, `{name}`: it has another name inside"));
            }
            let item = T::deserialize(item).map_err(|error| format!("`{kind}`, `{name}`: {error}"))?;
            Ok((name.clone(), item))
        })
        .collect()
}

/// A new line in a name would let it end the statement that it stands in: scripts are cut at lines.
fn plain(name: &str) -> Result<(), String> {
    if name.chars().any(char::is_control) || name.contains("-->") {
        return Err(format!("`{}` is not a name", name.escape_debug()));
    }
    Ok(())
}
