//! The first migration of a service, as drizzle-kit would write it.

use std::fmt::Write;

use serde_json::Value;

use super::{CURRENT_TENANT, Check, Column, ColumnDefault, ForeignKey, Index, Part, TENANT, Table};

const BREAKPOINT: &str = "--> statement-breakpoint\n";

/// SQL that creates the tables in an empty database. Rights and FORCE are given by the service's migration program, to
/// whatever tables there are.
pub fn create(tables: &[Table], app_role: &str) -> String {
    let mut sql = String::new();
    for table in tables {
        create_table(&mut sql, table);
    }
    let mut statements = Vec::new();
    for table in tables {
        statements.extend(table.foreign_keys.iter().map(|key| foreign_key(table, key)));
    }
    for table in tables {
        statements.extend(table.indexes.iter().map(|each| index(table, each)));
    }
    statements.extend(tables.iter().map(|table| policy(table, app_role)));
    sql.push_str(&statements.join(BREAKPOINT));
    sql
}

/// The value of a column where nothing is given, as SQL and drizzle's snapshot have it.
pub(super) fn default_expression(default: &ColumnDefault) -> String {
    match default {
        ColumnDefault::Sql(sql) => (*sql).to_owned(),
        ColumnDefault::Literal(Value::String(text)) => format!("'{}'", text.replace('\'', "''")),
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

fn create_table(sql: &mut String, table: &Table) {
    let mut lines: Vec<String> = table.columns.iter().map(column).collect();
    let key: Vec<String> = table.primary_key.iter().map(|name| quoted(name)).collect();
    lines.push(format!("\tCONSTRAINT \"{}\" PRIMARY KEY({})", table.primary_key_name(), key.join(",")));
    lines.extend(
        table.checks.iter().map(|check| format!("\tCONSTRAINT \"{}\" CHECK ({})", check.name, condition(table, check))),
    );
    let name = &table.name;
    let _ = write!(
        sql,
        "CREATE TABLE \"{name}\" (\n{}\n);\n{BREAKPOINT}ALTER TABLE \"{name}\" ENABLE ROW LEVEL SECURITY;{BREAKPOINT}",
        lines.join(",\n")
    );
}

fn column(column: &Column) -> String {
    let default =
        column.default.as_ref().map(|value| format!(" DEFAULT {}", default_expression(value))).unwrap_or_default();
    let not_null = if column.not_null { " NOT NULL" } else { "" };
    format!("\t\"{}\" {}{default}{not_null}", column.name, column.sql_type)
}

fn foreign_key(table: &Table, key: &ForeignKey) -> String {
    // Drizzle would empty the tenant too, which is not to be.
    let on_delete = match key.on_delete {
        "set null" => format!("set null (\"{}\")", key.column),
        other => other.to_owned(),
    };
    format!(
        "ALTER TABLE \"{}\" ADD CONSTRAINT \"{}\" FOREIGN KEY (\"{TENANT}\",\"{}\") REFERENCES \
         \"public\".\"{}\"(\"{TENANT}\",\"id\") ON DELETE {on_delete} ON UPDATE no action;",
        table.name, key.name, key.column, key.target
    )
}

fn index(table: &Table, index: &Index) -> String {
    let columns: Vec<String> = std::iter::once(quoted(TENANT))
        .chain(index.columns.iter().map(|column| {
            let order = if column.descending { " DESC NULLS LAST" } else { "" };
            format!("{}{order}", quoted(&column.name))
        }))
        .collect();
    let kind = if index.unique { "UNIQUE INDEX" } else { "INDEX" };
    let filter = if index.present_only { format!(" WHERE {}", present(table)) } else { String::new() };
    format!("CREATE {kind} \"{}\" ON \"{}\" USING btree ({}){filter};", index.name, table.name, columns.join(","))
}

fn policy(table: &Table, app_role: &str) -> String {
    let own = own_rows(table);
    format!(
        "CREATE POLICY \"tenant_isolation\" ON \"{}\" AS PERMISSIVE FOR ALL TO \"{app_role}\" USING ({own}) WITH CHECK ({own});",
        table.name
    )
}

fn quoted(name: &str) -> String {
    format!("\"{name}\"")
}

#[cfg(test)]
mod tests {
    use crate::blueprint::tables::tables_of_service;
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
        let sql = super::create(&tables_of_service(&model, ServiceId(0)), "lib_app");
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
