//! From the tables that stand to those that shall be: an ordered list of statements.

mod columns;
mod parts;
pub(super) mod rule;
mod types;

use std::collections::BTreeSet;

use super::step::{Phase, Step};
use crate::blueprint::tables::shape::{TableShape, Tables};
use crate::blueprint::tables::sql::{self, quoted};

/// The statements that make the tables of `before` those of `after`, with others that are run beside them, in the order in
/// which they work.
pub fn steps(before: &Tables, after: &Tables, beside: Vec<Step>) -> Vec<Step> {
    let mut steps = beside;
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
    let mut tables: BTreeSet<&str> = BTreeSet::new();
    for table in after.values() {
        let of_table = |sql: &str| sql.contains(&format!(" {} ", quoted(&table.name)));
        if steps.iter().any(|step| fills(step) && of_table(&step.sql)) {
            tables.insert(&table.name);
        }
    }
    for key in after.values().flat_map(|table| table.foreign_keys.values()) {
        let statement = sql::foreign_key(key);
        let is_new = |step: &Step| step.sql == statement;
        let may_break = |step: &Step| step.hurdle.is_some() || tables.contains(key.table_from.as_str());
        if steps.iter().any(|step| is_new(step) && may_break(step)) {
            tables.extend([key.table_from.as_str(), key.table_to.as_str()]);
        }
    }
    for table in before.values().filter(|table| tables.contains(table.name.as_str())) {
        let name = quoted(&table.name);
        let force = |phase, what: &str| Step::new(phase, format!("ALTER TABLE {name} {what} ROW LEVEL SECURITY;"));
        steps.push(force(Phase::Unguard, "NO FORCE"));
        steps.push(force(Phase::Guard, "FORCE"));
    }
}

/// Whether it gives rows other values, or is the place where a person may say so.
fn fills(step: &Step) -> bool {
    matches!(step.phase, Phase::Trim | Phase::Backfill)
        || step.hurdle.as_ref().is_some_and(|hurdle| hurdle.mend.starts_with("UPDATE"))
}
