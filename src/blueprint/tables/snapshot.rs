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

/// The snapshot before the first.
pub const NOTHING_BEFORE: &str = "00000000-0000-0000-0000-000000000000";

/// `meta/_journal.json` with the first migration.
pub fn journal() -> Value {
    json!({
        "version": FORMAT,
        "dialect": "postgresql",
        "entries": [journal_entry(0, FIRST_MIGRATION_MS, "0000_init")],
    })
}

/// What a journal says of one migration.
pub fn journal_entry(number: u64, when: u64, tag: &str) -> Value {
    json!({ "idx": number, "version": FORMAT, "when": when, "tag": tag, "breakpoints": true })
}

/// `meta/0000_snapshot.json`.
pub fn snapshot(tables: Map<String, Value>) -> Value {
    let tables = Value::Object(tables);
    json!({
        "id": id_of(NOTHING_BEFORE, &tables),
        "prevId": NOTHING_BEFORE,
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

/// The `tables` of a snapshot.
pub fn tables(tables: &[Table], app_role: &str) -> Map<String, Value> {
    tables.iter().map(|each| (format!("public.{}", each.name), table(each, app_role))).collect()
}

/// A UUID that follows from the tables and from what was before them: whoever computes it from a snapshot and finds the one
/// that stands there knows that fountane wrote it.
pub fn id_of(previous: &str, tables: &Value) -> String {
    let previous = if previous == NOTHING_BEFORE { "" } else { previous };
    let digest = Sha256::digest(format!("{previous}{tables}"));
    let mut bytes: [u8; 16] = std::array::from_fn(|at| digest[at]);
    bytes[6] = bytes[6] & 0x0f | 0x80;
    bytes[8] = bytes[8] & 0x3f | 0x80;
    let hex = format!("{:032x}", u128::from_be_bytes(bytes));
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
