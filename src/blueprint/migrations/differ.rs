//! From the tables that stand to those that shall be: an ordered list of statements.

mod columns;
mod parts;
mod rule;
mod types;

use std::collections::BTreeSet;

use super::step::{Hurdle, Phase, Step};
use crate::blueprint::tables::shape::{TableShape, Tables};
use crate::blueprint::tables::sql::{self, quoted};

/// The statements that make the tables of `before` those of `after`, in the order in which they work.
pub fn steps(before: &Tables, after: &Tables) -> Vec<Step> {
    let mut steps = Vec::new();
    for (key, table) in after {
        match before.get(key) {
            None => steps.extend(created(table)),
            Some(old) if old != table => {
                steps.extend(columns::steps(old, table));
                steps.extend(parts::steps(old, table));
            }
            Some(_) => {}
        }
    }
    for (_, table) in before.iter().filter(|(key, _)| !after.contains_key(*key)) {
        steps.extend(parts::release(table));
        steps.push(dropped(table));
    }
    unguard(&mut steps, before, after);
    steps.sort_by_key(|step| step.phase);
    steps
}

fn created(table: &TableShape) -> Vec<Step> {
    let create = Step::new(Phase::Create, sql::create_table(table))
        .told(format!("create table {}", table.name), format!("create_{}", table.name));
    let protect = Step::new(Phase::Create, sql::protect(&table.name));
    [create, protect].into_iter().chain(parts::of_new(table)).collect()
}

fn dropped(table: &TableShape) -> Step {
    let name = &table.name;
    Step::new(Phase::Remove, format!("DROP TABLE {};", quoted(name)))
        .told(format!("drop table {name}"), format!("drop_{name}"))
        .losing(name, None, "the table, with all its rows")
}

/// The services hold even the owner of a table to its policies, of which none is for the owner: without this it would fill
/// no row, and a key to another table would be taken for kept because no row is seen that breaks it.
fn unguard(steps: &mut Vec<Step>, before: &Tables, after: &Tables) {
    let fills = |step: &&Step| {
        matches!(step.phase, Phase::Trim | Phase::Backfill)
            || step.hurdle.as_ref().is_some_and(|hurdle| hurdle.mend.starts_with("UPDATE"))
    };
    let standing: BTreeSet<&str> = before.values().map(|table| table.name.as_str()).collect();
    let mut tables: BTreeSet<String> = BTreeSet::new();
    for table in after.values().filter(|table| standing.contains(table.name.as_str())) {
        let is_changed = |sql: &str| sql.contains(&format!(" {} ", quoted(&table.name)));
        if steps.iter().filter(fills).any(|step| is_changed(&step.sql)) {
            tables.insert(table.name.clone());
        }
        for key in table.foreign_keys.values() {
            let statement = sql::foreign_key(key);
            if steps.iter().any(|step| step.phase == Phase::Link && step.sql == statement) {
                tables.insert(table.name.clone());
                tables.extend(standing.contains(key.table_to.as_str()).then(|| key.table_to.clone()));
            }
        }
    }
    for table in tables {
        let name = quoted(&table);
        let lift = format!("ALTER TABLE {name} NO FORCE ROW LEVEL SECURITY;");
        steps.push(Step::new(Phase::Unguard, lift));
        steps.push(Step::new(Phase::Guard, format!("ALTER TABLE {name} FORCE ROW LEVEL SECURITY;")));
    }
}

/// Where the statements fail on rows that are there.
pub fn hurdles(steps: &[Step]) -> Vec<&Hurdle> {
    steps.iter().filter_map(|step| step.hurdle.as_ref()).collect()
}
