//! Values of enums that have another name: rows hold them, and a check on the column lists them.

use serde_json::{Map, Value};

use super::differ::rule::Rule;
use super::step::{Phase, Step};
use crate::blueprint::tables::shape::Tables;
use crate::blueprint::tables::sql::{self, quoted};

/// A value that has another name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ValueRename {
    /// The table, by the name that it has now.
    pub table: String,
    /// The column, by the name that it has now.
    pub column: String,
    /// The old name.
    pub from: String,
    /// The new name.
    pub to: String,
}

impl ValueRename {
    /// The condition with the new name in its list; none where it is another condition, or lets the value through no more.
    fn renamed(&self, condition: &str) -> Option<String> {
        let Some(Rule::In(values)) = Rule::of(&self.table, &self.column, condition) else { return None };
        if !values.contains(&self.from) || values.contains(&self.to) {
            return None;
        }
        let (from, to) = (sql::literal(&self.from), sql::literal(&self.to));
        let list =
            values.iter().map(|value| sql::literal(value)).map(|value| if value == from { to.clone() } else { value });
        let list = list.collect::<Vec<_>>().join(", ");
        Some(format!("{}.{} in ({list})", quoted(&self.table), quoted(&self.column)))
    }
}

/// The statements that rename values in rows: the check goes, rows follow, the check comes back with the new name.
pub fn steps(renames: &[ValueRename], tables: &Tables) -> Vec<Step> {
    let mut steps = Vec::new();
    for each in renames {
        let Some(table) = tables.values().find(|table| table.name == each.table) else { continue };
        let found = table.checks.values().find_map(|check| Some((check, each.renamed(&check.value)?)));
        let Some((check, condition)) = found else { continue };
        let (name, column) = (quoted(&each.table), quoted(&each.column));
        let (from, to) = (sql::literal(&each.from), sql::literal(&each.to));
        let alter = |what: String| format!("ALTER TABLE {name} {what};");
        steps.push(Step::new(Phase::Free, alter(format!("DROP CONSTRAINT {}", quoted(&check.name)))));
        let update = format!("UPDATE {name} SET {column} = {to} WHERE {column} = {from};");
        steps.push(Step::new(Phase::Backfill, update).told(
            format!("rename {from} in {}.{} to {to}", each.table, each.column),
            format!("{}_rename_value_of_{}", each.table, each.column),
        ));
        let mut check = check.clone();
        check.value = condition;
        steps.push(Step::new(Phase::Contract, alter(format!("ADD {}", sql::check(&check)))));
    }
    steps
}

/// Tables as they are after these statements.
pub fn apply(renames: &[ValueRename], tables: &mut Map<String, Value>) {
    for each in renames {
        let of_table = tables.values_mut().filter(|table| table["name"] == each.table);
        for check in
            of_table.filter_map(|table| table.get_mut("checkConstraints")?.as_object_mut()).flat_map(Map::values_mut)
        {
            if let Some(condition) = check["value"].as_str().and_then(|condition| each.renamed(condition)) {
                check["value"] = Value::String(condition);
            }
        }
    }
}
