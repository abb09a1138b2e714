//! What only has another name now: without being told, a table or a column that is called otherwise is one that goes and
//! one that comes.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use super::step::{Phase, Step};
use super::values::ValueRename;
use crate::blueprint::tables::sql::quoted;
use crate::spec::naming::identifier;

/// Tables and columns that have another name in the spec than in the migrations so far.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Renames {
    /// From one table to another.
    pub tables: Vec<(String, String)>,
    /// Columns, each with the name that its table has now.
    pub columns: Vec<ColumnRename>,
    /// Values of enums that rows hold.
    pub values: Vec<ValueRename>,
}

/// A column that has another name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ColumnRename {
    /// The table, by the name that it has now.
    pub table: String,
    /// What it was called.
    pub from: String,
    /// What it is called.
    pub to: String,
}

impl Renames {
    /// Those that say something about one database: the old name stands there, the new one is in the spec. So the renames
    /// of a whole workspace can be given to each of its services, and more than once.
    #[must_use]
    pub fn of(&self, standing: &Map<String, Value>, wanted: &Map<String, Value>) -> Self {
        let goes = |from: &str| standing.contains_key(&key(from));
        let comes = |to: &str| wanted.contains_key(&key(to));
        let tables: Vec<(String, String)> =
            self.tables.iter().filter(|(from, to)| from != to && goes(from) && comes(to)).cloned().collect();
        let was =
            |table: &str| tables.iter().find(|(_, to)| to == table).map_or(table.to_owned(), |(from, _)| from.clone());
        let has = |tables: &Map<String, Value>, table: &str, column: &str| {
            tables.get(&key(table)).is_some_and(|table| table["columns"].get(column).is_some())
        };
        let columns = self.columns.iter().filter(|each| {
            let goes = has(standing, &was(&each.table), &each.from);
            each.from != each.to && goes && has(wanted, &each.table, &each.to)
        });
        let values = self.values.iter().filter(|each| has(wanted, &each.table, &each.column)).cloned().collect();
        Self { columns: columns.cloned().collect(), tables, values }
    }

    /// The statements that rename.
    pub fn steps(&self) -> Vec<Step> {
        let statement = |(from, to): &(String, String)| {
            Step::new(Phase::Rename, format!("ALTER TABLE {} RENAME TO {};", quoted(from), quoted(to)))
        };
        let mut steps: Vec<Step> = in_turn(&self.tables).iter().map(statement).collect();
        for (step, (from, to)) in steps.iter_mut().rev().zip(self.tables.iter().rev()) {
            step.told = Some(format!("rename table {from} to {to}"));
            step.title = Some(format!("rename_{from}_to_{to}"));
        }
        for table in self.tables_of_columns() {
            let pairs = self.pairs_of(table);
            let name = |(from, to): &(String, String)| {
                let (table, from, to) = (quoted(table), quoted(from), quoted(to));
                Step::new(Phase::Rename, format!("ALTER TABLE {table} RENAME COLUMN {from} TO {to};"))
            };
            let mut of_table: Vec<Step> = in_turn(&pairs).iter().map(name).collect();
            for (step, (from, to)) in of_table.iter_mut().rev().zip(pairs.iter().rev()) {
                step.told = Some(format!("rename column {table}.{from} to {to}"));
                step.title = Some(format!("{table}_rename_{from}_to_{to}"));
            }
            steps.extend(of_table);
        }
        steps
    }

    /// The tables under their new names, as PostgreSQL has them after the statements: conditions speak of the new names,
    /// constraints and indexes keep theirs.
    pub fn apply(&self, tables: &Map<String, Value>) -> Map<String, Value> {
        let mut tables: Map<String, Value> = tables.iter().map(|(name, table)| self.of_table(name, table)).collect();
        for table in self.tables_of_columns() {
            for (from, to) in in_turn(&self.pairs_of(table)) {
                tables = of_column(tables, &ColumnRename { table: table.to_owned(), from, to });
            }
        }
        tables
    }

    fn tables_of_columns(&self) -> BTreeSet<&str> {
        self.columns.iter().map(|each| each.table.as_str()).collect()
    }

    fn pairs_of(&self, table: &str) -> Vec<(String, String)> {
        let of_table = self.columns.iter().filter(|each| each.table == table);
        of_table.map(|each| (each.from.clone(), each.to.clone())).collect()
    }

    fn of_table(&self, name: &str, table: &Value) -> (String, Value) {
        let new = |old: &str| self.tables.iter().find(|(from, _)| from == old).map(|(_, to)| to.clone());
        let mut table = table.clone();
        let own = table["name"].as_str().unwrap_or_default().to_owned();
        for foreign_key in group(&mut table, "foreignKeys") {
            for end in ["tableFrom", "tableTo"] {
                if let Some(to) = foreign_key[end].as_str().and_then(new) {
                    foreign_key[end] = Value::String(to);
                }
            }
        }
        let Some(to) = new(&own) else { return (name.to_owned(), table) };
        table["name"] = Value::String(to.clone());
        in_conditions(&mut table, &format!("{}.", quoted(&own)), &format!("{}.", quoted(&to)));
        (key(&to), table)
    }
}

/// As a snapshot calls a table.
fn key(table: &str) -> String {
    format!("public.{table}")
}

/// Renames one after the other. Where one takes the name of another, all step aside first.
fn in_turn(pairs: &[(String, String)]) -> Vec<(String, String)> {
    let taken = |to: &String| pairs.iter().any(|(from, _)| from == to);
    if !pairs.iter().any(|(_, to)| taken(to)) {
        return pairs.to_vec();
    }
    let aside = |from: &String| identifier(&[from.as_str(), "_before"]);
    let first = pairs.iter().map(|(from, _)| (from.clone(), aside(from)));
    first.chain(pairs.iter().map(|(from, to)| (aside(from), to.clone()))).collect()
}

fn group<'a>(table: &'a mut Value, kind: &str) -> impl Iterator<Item = &'a mut Value> {
    table.get_mut(kind).and_then(Value::as_object_mut).into_iter().flat_map(Map::values_mut)
}

/// Conditions name their columns in full.
fn in_conditions(table: &mut Value, from: &str, to: &str) {
    let facts = [("checkConstraints", "value"), ("indexes", "where"), ("policies", "using"), ("policies", "withCheck")];
    for (kind, fact) in facts {
        for part in group(table, kind) {
            if let Some(text) = part.get(fact).and_then(Value::as_str) {
                part[fact] = Value::String(text.replace(from, to));
            }
        }
    }
}

fn of_column(tables: Map<String, Value>, rename: &ColumnRename) -> Map<String, Value> {
    let replaced = |names: &mut Value| {
        for name in names.as_array_mut().into_iter().flatten() {
            if *name == rename.from {
                *name = Value::String(rename.to.clone());
            }
        }
    };
    let of_table = |(name, mut table): (String, Value)| {
        for foreign_key in group(&mut table, "foreignKeys") {
            for (end, columns) in [("tableFrom", "columnsFrom"), ("tableTo", "columnsTo")] {
                if foreign_key[end] == rename.table {
                    replaced(&mut foreign_key[columns]);
                }
            }
        }
        if table["name"] != rename.table {
            return (name, table);
        }
        if let Some(columns) = table.get("columns").and_then(Value::as_object) {
            let columns = columns.iter().map(|(name, column)| {
                let mut column = column.clone();
                if *name != rename.from {
                    return (name.clone(), column);
                }
                column["name"] = Value::String(rename.to.clone());
                (rename.to.clone(), column)
            });
            table["columns"] = Value::Object(columns.collect());
        }
        for kind in ["compositePrimaryKeys", "uniqueConstraints"] {
            group(&mut table, kind).for_each(|part| replaced(&mut part["columns"]));
        }
        for index in group(&mut table, "indexes") {
            for part in index["columns"].as_array_mut().into_iter().flatten() {
                if part["expression"] == rename.from && part["isExpression"] != true {
                    part["expression"] = Value::String(rename.to.clone());
                }
            }
        }
        let full = |column: &str| format!("{}.{}", quoted(&rename.table), quoted(column));
        in_conditions(&mut table, &full(&rename.from), &full(&rename.to));
        (name, table)
    };
    tables.into_iter().map(of_table).collect()
}
