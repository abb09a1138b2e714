//! SQL that makes tables and what belongs to them, as drizzle-kit would write it.

use serde_json::Value;

use super::shape::{CheckShape, ColumnShape, ForeignKeyShape, IndexShape, KeyShape, PolicyShape, TableShape, Tables};
use super::{CURRENT_TENANT, Check, ColumnDefault, Part, TENANT, Table};

/// What stands between two statements: the migrator sends each by itself.
pub const BREAKPOINT: &str = "--> statement-breakpoint\n";

/// SQL that creates the tables in an empty database. Rights and FORCE are given by the service's migration program, to
/// whatever tables there are.
pub fn create(tables: &Tables) -> String {
    let mut sql = String::new();
    for table in tables.values() {
        sql.push_str(&format!("{}\n{BREAKPOINT}{}{BREAKPOINT}", create_table(table), protect(&table.name)));
    }
    let mut statements: Vec<String> =
        tables.values().flat_map(|table| table.foreign_keys.values().map(foreign_key)).collect();
    statements.extend(tables.values().flat_map(|table| table.indexes.values().map(|each| index(&table.name, each))));
    statements.extend(tables.values().flat_map(|table| table.policies.values().map(|each| policy(&table.name, each))));
    sql.push_str(&statements.join(BREAKPOINT));
    sql
}

/// The value of a column where nothing is given, as SQL and drizzle's snapshot have it.
pub(super) fn default_expression(default: &ColumnDefault) -> String {
    match default {
        ColumnDefault::Sql(sql) => (*sql).to_owned(),
        ColumnDefault::Literal(Value::String(text)) => literal(text),
        ColumnDefault::Literal(value) => value.to_string(),
    }
}

/// A condition with its columns named in full: `"pets"."weight" >= 0`.
pub(super) fn condition(table: &Table, check: &Check) -> String {
    check
        .condition
        .iter()
        .map(|part| match part {
            Part::Column(name, _) => format!("\"{}\".\"{name}\"", table.name),
            Part::Sql(sql) => sql.clone(),
        })
        .collect()
}

/// Whose rows the policy shows.
pub(super) fn own_rows(table: &Table) -> String {
    format!("\"{}\".\"{TENANT}\" = {CURRENT_TENANT}", table.name)
}

/// Which rows an index of those that are there covers.
pub(super) fn present(table: &Table) -> String {
    format!("\"{}\".\"deleted_at\" is null", table.name)
}

/// `CREATE TABLE`, with its keys and checks.
pub fn create_table(table: &TableShape) -> String {
    let mut lines: Vec<String> = table.columns.values().map(|each| format!("\t{}", column(each))).collect();
    lines.extend(table.primary_keys.values().map(|key| format!("\t{}", primary_key(key))));
    lines.extend(table.checks.values().map(|each| format!("\t{}", check(each))));
    format!("CREATE TABLE {} (\n{}\n);", quoted(&table.name), lines.join(",\n"))
}

/// Rows are shown to those alone whom a policy lets see them.
pub fn protect(table: &str) -> String {
    format!("ALTER TABLE {} ENABLE ROW LEVEL SECURITY;", quoted(table))
}

/// A column as it stands in `CREATE TABLE` and `ADD COLUMN`.
pub fn column(column: &ColumnShape) -> String {
    let default = column.default.as_ref().map(|value| format!(" DEFAULT {}", default_value(value))).unwrap_or_default();
    let not_null = if column.not_null { " NOT NULL" } else { "" };
    format!("{} {}{default}{not_null}", quoted(&column.name), column.sql_type)
}

/// A default of a snapshot: its text is an expression already.
pub fn default_value(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

/// `CONSTRAINT … PRIMARY KEY(…)`
pub fn primary_key(key: &KeyShape) -> String {
    format!("CONSTRAINT {} PRIMARY KEY({})", quoted(&key.name), list(&key.columns))
}

/// `CONSTRAINT … UNIQUE(…)`
pub fn unique(key: &KeyShape) -> String {
    format!("CONSTRAINT {} UNIQUE({})", quoted(&key.name), list(&key.columns))
}

/// `CONSTRAINT … CHECK (…)`
pub fn check(check: &CheckShape) -> String {
    format!("CONSTRAINT {} CHECK ({})", quoted(&check.name), check.value)
}

/// Adds a key to another table.
pub fn foreign_key(key: &ForeignKeyShape) -> String {
    let own: Vec<String> = key.columns_from.iter().filter(|name| *name != TENANT).cloned().collect();
    let on_delete = match key.on_delete.as_deref() {
        // Drizzle would empty the tenant too, which is not to be.
        Some("set null") if own.len() < key.columns_from.len() => format!("set null ({})", list_spaced(&own)),
        other => other.unwrap_or("no action").to_owned(),
    };
    format!(
        "ALTER TABLE {} ADD CONSTRAINT {} FOREIGN KEY ({}) REFERENCES \"public\".{}({}) ON DELETE {on_delete} ON UPDATE {};",
        quoted(&key.table_from),
        quoted(&key.name),
        list(&key.columns_from),
        quoted(&key.table_to),
        list(&key.columns_to),
        key.on_update.as_deref().unwrap_or("no action"),
    )
}

/// Makes an index.
pub fn index(table: &str, index: &IndexShape) -> String {
    let columns: Vec<String> = index
        .columns
        .iter()
        .map(|part| {
            let name = if part.is_expression { part.expression.clone() } else { quoted(&part.expression) };
            format!("{name}{}", if part.asc { "" } else { " DESC NULLS LAST" })
        })
        .collect();
    let kind = if index.is_unique { "UNIQUE INDEX" } else { "INDEX" };
    let filter = index.filter.as_ref().map(|filter| format!(" WHERE {filter}")).unwrap_or_default();
    let (name, table, method) = (quoted(&index.name), quoted(table), &index.method);
    format!("CREATE {kind} {name} ON {table} USING {method} ({}){filter};", columns.join(","))
}

/// Makes a policy.
pub fn policy(table: &str, policy: &PolicyShape) -> String {
    let using = policy.using.as_ref().map(|rows| format!(" USING ({rows})")).unwrap_or_default();
    let with_check = policy.with_check.as_ref().map(|rows| format!(" WITH CHECK ({rows})")).unwrap_or_default();
    format!(
        "CREATE POLICY {} ON {} AS {} FOR {} TO {}{using}{with_check};",
        quoted(&policy.name),
        quoted(table),
        policy.kind.as_deref().unwrap_or("PERMISSIVE"),
        policy.command.as_deref().unwrap_or("ALL"),
        list(&policy.to),
    )
}

/// A name as SQL takes it, whatever is in it.
pub fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

/// Text as SQL takes it, whatever is in it.
pub fn literal(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}

fn list(names: &[String]) -> String {
    names.iter().map(|name| quoted(name)).collect::<Vec<_>>().join(",")
}

fn list_spaced(names: &[String]) -> String {
    names.iter().map(|name| quoted(name)).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use crate::blueprint::tables::{shapes, tables_of_service};
    use crate::spec;
    use crate::spec::model::ServiceId;

    #[test]
    fn a_key_that_is_emptied_keeps_its_tenant_and_what_was_removed_stands_in_nobodys_way() {
        let text = "
fountane: 1
project: { name: lib }
entities:
  Shelf: { fields: { name: string! } }
  Book:
    fields: { isbn: { type: string, max: 13, unique: true }, pages: { type: int, min: 1, default: 1 } }
    relations: { shelf: { many-to-one: Shelf, inverse: books, on-delete: set-null } }
    soft-delete: true
";
        let (_, model) = spec::load(text, "fountane.yaml").unwrap();
        let sql = super::create(&shapes(&tables_of_service(&model, ServiceId(0)), "lib_app"));
        let told: Vec<&str> = sql
            .lines()
            .filter(|line| line.contains("shelf_id") || line.contains("isbn") || line.contains("pages"))
            .map(|line| line.trim_end_matches("--> statement-breakpoint"))
            .collect();
        insta::assert_snapshot!(told.join("\n"), @r#"
        	"isbn" varchar(13),
        	"pages" integer DEFAULT 1 NOT NULL,
        	"shelf_id" uuid,
        	CONSTRAINT "books_pages_min" CHECK ("books"."pages" >= 1)
        ALTER TABLE "books" ADD CONSTRAINT "books_shelf_id_fkey" FOREIGN KEY ("tenant_id","shelf_id") REFERENCES "public"."shelves"("tenant_id","id") ON DELETE set null ("shelf_id") ON UPDATE no action;
        CREATE UNIQUE INDEX "books_isbn_key" ON "books" USING btree ("tenant_id","isbn") WHERE "books"."deleted_at" is null;
        CREATE INDEX "books_shelf_id_idx" ON "books" USING btree ("tenant_id","shelf_id");
        CREATE INDEX "books_pages_idx" ON "books" USING btree ("tenant_id","pages","id");
        "#);
    }
}
