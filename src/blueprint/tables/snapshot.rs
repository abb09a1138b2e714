//! What drizzle-kit remembers of the tables, so that it finds nothing to change and can tell what did change later.

use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};

use super::sql::{condition, default_expression, own_rows, present};
use super::{Column, ColumnDefault, ForeignKey, Index, TENANT, Table};

/// drizzle-kit's own format.
const FORMAT: &str = "7";

/// When the first migration was made: 2026-01-01, the same for everyone, so that the same spec gives the same bytes. Later
/// ones must be later, since that is how the migrator knows what is left to do.
const FIRST_MIGRATION_MS: u64 = 1_767_225_600_000;

/// `meta/_journal.json` with the first migration.
pub fn journal() -> Value {
    json!({
        "version": FORMAT,
        "dialect": "postgresql",
        "entries": [
            { "idx": 0, "version": FORMAT, "when": FIRST_MIGRATION_MS, "tag": "0000_init", "breakpoints": true },
        ],
    })
}

/// `meta/0000_snapshot.json`.
pub fn snapshot(tables: &[Table], app_role: &str) -> Value {
    let tables: Map<String, Value> =
        tables.iter().map(|each| (format!("public.{}", each.name), table(each, app_role))).collect();
    let tables = Value::Object(tables);
    json!({
        "id": id_of(&tables),
        "prevId": "00000000-0000-0000-0000-000000000000",
        "version": FORMAT,
        "dialect": "postgresql",
        "tables": tables,
        "enums": {},
        "schemas": {},
        "sequences": {},
        "roles": {},
        "policies": {},
        "views": {},
        "_meta": { "columns": {}, "schemas": {}, "tables": {} },
    })
}

/// A UUID that follows from the content.
fn id_of(tables: &Value) -> String {
    let digest = Sha256::digest(tables.to_string());
    let mut bytes: [u8; 16] = std::array::from_fn(|at| digest[at]);
    bytes[6] = bytes[6] & 0x0f | 0x80;
    bytes[8] = bytes[8] & 0x3f | 0x80;
    let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    format!("{}-{}-{}-{}-{}", &hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..])
}

fn table(table: &Table, app_role: &str) -> Value {
    let own = own_rows(table);
    let key = table.primary_key_name();
    let checks = table
        .checks
        .iter()
        .map(|check| (check.name.clone(), json!({ "name": check.name, "value": condition(table, check) })));
    json!({
        "name": table.name,
        "schema": "",
        "columns": by_name(table.columns.iter().map(|each| (each.name.clone(), column(each)))),
        "indexes": by_name(table.indexes.iter().map(|each| (each.name.clone(), index(table, each)))),
        "foreignKeys": by_name(table.foreign_keys.iter().map(|each| (each.name.clone(), foreign_key(table, each)))),
        "compositePrimaryKeys": { key.clone(): { "name": key, "columns": table.primary_key } },
        "uniqueConstraints": {},
        "policies": {
            "tenant_isolation": {
                "name": "tenant_isolation",
                "as": "PERMISSIVE",
                "for": "ALL",
                "to": [app_role],
                "using": own,
                "withCheck": own,
            },
        },
        "checkConstraints": by_name(checks),
        "isRLSEnabled": false,
    })
}

fn by_name(items: impl Iterator<Item = (String, Value)>) -> Value {
    Value::Object(items.collect())
}

fn column(column: &Column) -> Value {
    let mut value = json!({
        "name": column.name,
        "type": column.sql_type,
        "primaryKey": false,
        "notNull": column.not_null,
    });
    match &column.default {
        None => {}
        Some(ColumnDefault::Literal(literal @ (Value::Number(_) | Value::Bool(_)))) => {
            value["default"] = literal.clone();
        }
        Some(default) => value["default"] = Value::String(default_expression(default)),
    }
    value
}

fn index(table: &Table, index: &Index) -> Value {
    let part = |name: &str, ascending: bool| json!({ "expression": name, "isExpression": false, "asc": ascending, "nulls": "last" });
    let columns: Vec<Value> = std::iter::once(part(TENANT, true))
        .chain(index.columns.iter().map(|column| part(&column.name, !column.descending)))
        .collect();
    let mut value = json!({ "name": index.name, "columns": columns, "isUnique": index.unique });
    if index.present_only {
        value["where"] = Value::String(present(table));
    }
    value["concurrently"] = json!(false);
    value["method"] = json!("btree");
    value["with"] = json!({});
    value
}

fn foreign_key(table: &Table, key: &ForeignKey) -> Value {
    json!({
        "name": key.name,
        "tableFrom": table.name,
        "tableTo": key.target,
        "columnsFrom": [TENANT, key.column],
        "columnsTo": [TENANT, "id"],
        "onDelete": key.on_delete,
        "onUpdate": "no action",
    })
}
