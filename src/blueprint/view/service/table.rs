//! A table as drizzle's schema writes it.

use serde_json::{Value, json};

use crate::blueprint::tables::{ColumnDefault, Index, Part, TENANT, Table};
use crate::blueprint::view::field::literal;
use crate::render::ts::string_literal;
use crate::spec::model::Entity;

/// The entity's own table where `row_type` names its rows' type, else one that links two.
pub(super) fn table(entity: &Entity, table: &Table, row_type: Option<&str>, contents: &[String]) -> Value {
    let mut columns: Vec<String> = table
        .columns
        .iter()
        .filter(|column| !column.builder.is_empty())
        .map(|column| {
            let not_null = if column.not_null { ".notNull()" } else { "" };
            let default = match &column.default {
                Some(ColumnDefault::Literal(value)) => format!(".default({})", literal(value)),
                Some(ColumnDefault::Sql(_)) | None => String::new(),
            };
            format!("{}: {}{not_null}{default}", column.key, column.builder)
        })
        .collect();
    let common = match (row_type.is_some(), entity.soft_delete) {
        (true, true) => "...softRowColumns()",
        (true, false) => "...rowColumns()",
        (false, _) => "tenantId: tenantId()",
    };
    columns.insert(0, common.to_owned());
    let keys: Vec<&str> = table.primary_key.iter().filter_map(|name| key_of(table, name)).collect();
    let foreign_keys: Vec<Value> = table
        .foreign_keys
        .iter()
        .map(|key| {
            json!({
                "name": key.name,
                "key": key.key,
                "target": key.target_variable,
                "onDelete": key.on_delete,
                "setsNull": key.on_delete == "set null",
            })
        })
        .collect();
    let checks: Vec<Value> = table
        .checks
        .iter()
        .map(|check| json!({ "name": check.name, "condition": check.condition.iter().map(part).collect::<String>() }))
        .collect();
    json!({
        "name": table.name,
        "variable": table.variable,
        "columns": columns,
        "primaryKey": { "name": table.primary_key_name(), "keys": keys },
        "foreignKeys": foreign_keys,
        "checks": checks,
        "indexes": table.indexes.iter().map(index).collect::<Vec<_>>(),
        "rowType": row_type,
        "contents": contents,
    })
}

fn key_of<'a>(table: &'a Table, column: &str) -> Option<&'a str> {
    if column == TENANT {
        return Some("tenantId");
    }
    table.columns.iter().find(|each| each.name == column).map(|each| each.key.as_str())
}

fn part(part: &Part) -> String {
    match part {
        Part::Column(_, key) => format!("${{t.{key}}}"),
        Part::Sql(sql) => sql.replace('\\', "\\\\").replace('`', "\\`").replace("${", "\\${"),
    }
}

fn index(index: &Index) -> String {
    let columns: Vec<String> = std::iter::once("t.tenantId".to_owned())
        .chain(index.columns.iter().map(|column| {
            let order = if column.descending { ".desc().nullsLast()" } else { "" };
            format!("t.{}{order}", column.key)
        }))
        .collect();
    let function = if index.unique { "uniqueIndex" } else { "index" };
    let present = if index.present_only { ".where(sql`${t.deletedAt} is null`)" } else { "" };
    format!("{function}({}).on({}){present}", string_literal(&index.name), columns.join(", "))
}
