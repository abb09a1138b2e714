//! Steps for columns of a table that is there already.

use super::rule::{Rule, rules};
use super::types::{Conversion, Misfit, Outcome, conversion, sample};
use crate::blueprint::migrations::step::{Hurdle, Phase, Step};
use crate::blueprint::tables::TENANT;
use crate::blueprint::tables::shape::{ColumnShape, IndexShape, TableShape};
use crate::blueprint::tables::sql::{self, default_value, quoted};

/// What the columns of a table need to become those of `after`.
pub fn steps(before: &TableShape, after: &TableShape) -> Vec<Step> {
    let mut steps = Vec::new();
    for (name, column) in &after.columns {
        match before.columns.get(name) {
            None => added(&mut steps, after, column),
            Some(old) if old != column => Change { before, after, old, new: column }.steps(&mut steps),
            Some(_) => {}
        }
    }
    let gone = before.columns.values().filter(|column| !after.columns.contains_key(&column.name));
    steps.extend(gone.map(|column| dropped(&before.name, column)));
    steps
}

/// What a statement changes in a table.
fn alter(table: &str, what: &str) -> String {
    format!("ALTER TABLE {} {what};", quoted(table))
}

fn alter_column(table: &str, column: &str, what: &str) -> String {
    alter(table, &format!("ALTER COLUMN {} {what}", quoted(column)))
}

fn added(steps: &mut Vec<Step>, table: &TableShape, column: &ColumnShape) {
    let told = format!("add column {}.{}", table.name, column.name);
    let title = format!("{}_add_{}", table.name, column.name);
    let unfilled = column.not_null && column.default.is_none();
    let empty_at_first = ColumnShape { not_null: column.not_null && !unfilled, ..column.clone() };
    let add = alter(&table.name, &format!("ADD COLUMN {}", sql::column(&empty_at_first)));
    steps.push(Step::new(Phase::Expand, add).told(told, title));
    if unfilled {
        steps.push(fill_by_hand(table, column, "is required"));
    }
}

fn dropped(table: &str, column: &ColumnShape) -> Step {
    let name = &column.name;
    let what = match name.as_str() {
        "deleted_at" => "which rows were removed: they are there again",
        _ => "the column, with what it holds",
    };
    Step::new(Phase::Remove, alter(table, &format!("DROP COLUMN {}", quoted(name))))
        .told(format!("drop column {table}.{name}"), format!("{table}_drop_{name}"))
        .losing(table, Some(name), what)
}

/// A column that must be filled from now on, though nothing says with what: a person does.
fn fill_by_hand(table: &TableShape, column: &ColumnShape, why: &str) -> Step {
    let name = &column.name;
    let mend = format!(
        "UPDATE {} SET {} = {} WHERE {} IS NULL;",
        quoted(&table.name),
        quoted(name),
        example(table, column),
        quoted(name)
    );
    let hurdle = Hurdle {
        table: table.name.clone(),
        column: Some(name.clone()),
        what: format!("rows without it: it {why}, and nothing says what rows hold that are there already"),
        mend,
    };
    Step::new(Phase::Contract, alter_column(&table.name, name, "SET NOT NULL")).hindered(Some(hurdle))
}

/// A value that the column may hold, as SQL.
pub(super) fn example(table: &TableShape, column: &ColumnShape) -> String {
    let points = table.foreign_keys.values().find(|key| key.columns_from.contains(&column.name));
    if let Some(key) = points {
        let (own, other) = (quoted(&table.name), quoted(&key.table_to));
        let tenant = quoted(TENANT);
        return format!("(SELECT \"id\" FROM {other} WHERE {other}.{tenant} = {own}.{tenant} LIMIT 1)");
    }
    for rule in rules(table, &column.name) {
        match rule {
            Rule::In(values) => return values.first().map_or("''".to_owned(), |first| sql::literal(first)),
            Rule::AtLeast(least) => return least.to_string(),
            Rule::AtMost(most) if most < 0.0 => return most.to_string(),
            Rule::AtMost(_) => {}
        }
    }
    let tells_apart =
        |index: &IndexShape| index.is_unique && index.columns.iter().any(|part| part.expression == column.name);
    let is_text = column.sql_type == "text" || column.sql_type.starts_with("varchar");
    if is_text && table.indexes.values().any(tells_apart) {
        let most = column.sql_type.trim_start_matches("varchar(").trim_end_matches(')').parse::<usize>();
        return match most {
            Ok(most) if most < 36 => format!("left(gen_random_uuid()::text, {most})"),
            _ => "gen_random_uuid()".to_owned(),
        };
    }
    sample(&column.sql_type).to_owned()
}

/// A column that is there, and another of the same name that shall be.
struct Change<'a> {
    before: &'a TableShape,
    after: &'a TableShape,
    old: &'a ColumnShape,
    new: &'a ColumnShape,
}

impl Change<'_> {
    fn steps(&self, steps: &mut Vec<Step>) {
        let (mut emptied, mut default) = (false, self.old.default.as_ref());
        if self.old.sql_type != self.new.sql_type {
            (emptied, default) = self.convert(steps);
        }
        let new_default = self.new.default.as_ref();
        if default != new_default {
            let what =
                new_default.map_or("DROP DEFAULT".to_owned(), |value| format!("SET DEFAULT {}", default_value(value)));
            steps.push(self.told(Phase::Convert, &what, "default"));
        }
        let required_before = self.old.not_null && !emptied;
        match (required_before, self.new.not_null) {
            (false, true) => self.require(steps, if emptied { "is empty after this" } else { "is required now" }),
            (true, false) => steps.push(self.told(Phase::Expand, "DROP NOT NULL", "optional")),
            (false, false) | (true, true) => {}
        }
    }

    /// Another type. Returns whether the column is empty then, and the default that it has then.
    fn convert(&self, steps: &mut Vec<Step>) -> (bool, Option<&serde_json::Value>) {
        let (table, column) = (&self.after.name, &self.new.name);
        let Conversion { outcome, misfit, using, unlike } =
            conversion(column, &self.old.sql_type, &self.new.sql_type, self.longest());
        let mut default = self.old.default.as_ref();
        if unlike && default.is_some() {
            steps.push(Step::new(Phase::Convert, alter_column(table, column, "DROP DEFAULT")));
            default = None;
        }
        let emptied = outcome == Outcome::Lost;
        if emptied && self.old.not_null {
            steps.push(Step::new(Phase::Expand, alter_column(table, column, "DROP NOT NULL")));
        }
        let using = if emptied { Some(format!("NULL::{}", self.new.sql_type)) } else { using };
        let using = using.map(|using| format!(" USING {using}")).unwrap_or_default();
        let step = self.told(Phase::Convert, &format!("SET DATA TYPE {}{using}", self.new.sql_type), "type");
        let step = step.hindered(misfit.map(|misfit| self.hurdle(misfit)));
        let step = match outcome {
            Outcome::Kept => step,
            Outcome::Lost => {
                step.losing(table, Some(column), "all that it holds: no value of it has one of the new type")
            }
            Outcome::Changed(what, None) => step.losing(table, Some(column), what),
            Outcome::Changed(what, Some((value, condition))) => {
                let update = format!("UPDATE {} SET {} = {value} WHERE {condition};", quoted(table), quoted(column));
                steps.push(Step::new(Phase::Trim, update).losing(table, Some(column), what));
                step
            }
        };
        steps.push(step);
        (emptied, default)
    }

    fn require(&self, steps: &mut Vec<Step>, why: &str) {
        let (table, column) = (&self.after.name, quoted(&self.new.name));
        let Some(default) = &self.new.default else {
            steps.push(
                fill_by_hand(self.after, self.new, why)
                    .told(format!("require {table}.{}", self.new.name), format!("{table}_require_{}", self.new.name)),
            );
            return;
        };
        let value = default_value(default);
        let fill = format!("UPDATE {} SET {column} = {value} WHERE {column} IS NULL;", quoted(table));
        steps.push(Step::new(Phase::Backfill, fill));
        steps.push(self.told(Phase::Contract, "SET NOT NULL", "required"));
    }

    /// `ALTER COLUMN` with its words: `the type of pets.price`.
    fn told(&self, phase: Phase, what: &str, facet: &str) -> Step {
        let (table, column) = (&self.after.name, &self.new.name);
        let told = match facet {
            "type" => format!("type of {table}.{column}: {} → {}", self.old.sql_type, self.new.sql_type),
            "default" => format!("default of {table}.{column}"),
            facet => format!("{table}.{column} is {facet}"),
        };
        Step::new(phase, alter_column(table, column, what)).told(told, format!("{table}_{column}_{facet}"))
    }

    fn hurdle(&self, Misfit { what, finds }: Misfit) -> Hurdle {
        let (table, column) = (&self.after.name, &self.new.name);
        let which = finds.map(|condition| format!(" WHERE {condition}")).unwrap_or_default();
        Hurdle {
            table: table.clone(),
            column: Some(column.clone()),
            what,
            mend: format!("SELECT {} FROM {}{which};", quoted(column), quoted(table)),
        }
    }

    /// The longest text that the column can hold, where a check names all.
    fn longest(&self) -> Option<usize> {
        rules(self.before, &self.old.name).into_iter().find_map(|rule| match rule {
            Rule::In(values) => values.iter().map(|value| value.chars().count()).max(),
            _ => None,
        })
    }
}
