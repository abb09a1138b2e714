//! Steps for what a table has besides columns: keys, checks, indexes, policies.

use indexmap::IndexMap;

use super::columns::example;
use super::rule::{Rule, column_of, rules};
use crate::blueprint::migrations::step::{Hurdle, Phase, Step};
use crate::blueprint::tables::TENANT;
use crate::blueprint::tables::shape::{CheckShape, ForeignKeyShape, IndexShape, KeyShape, PolicyShape, TableShape};
use crate::blueprint::tables::sql::{self, default_value, quoted};

/// Something of a table that has a name.
trait Named: Clone + PartialEq {
    fn name(&self) -> &str;
    fn named(&self, name: &str) -> Self;
}

macro_rules! named {
    ($($shape:ty),*) => {$(
        impl Named for $shape {
            fn name(&self) -> &str {
                &self.name
            }
            fn named(&self, name: &str) -> Self {
                Self { name: name.to_owned(), ..self.clone() }
            }
        }
    )*};
}

named!(KeyShape, ForeignKeyShape, CheckShape, IndexShape, PolicyShape);

/// How one kind of part differs between two states of a table.
struct Difference<'a, T> {
    gone: Vec<&'a T>,
    new: Vec<&'a T>,
    /// From one name to another, all else alike.
    renamed: Vec<(&'a str, &'a str)>,
}

fn difference<'a, T: Named>(before: &'a IndexMap<String, T>, after: &'a IndexMap<String, T>) -> Difference<'a, T> {
    let mut gone: Vec<&T> =
        before.iter().filter(|(name, part)| after.get(*name) != Some(part)).map(|it| it.1).collect();
    let mut new: Vec<&T> = after.iter().filter(|(name, part)| before.get(*name) != Some(part)).map(|it| it.1).collect();
    let mut renamed = Vec::new();
    new.retain(|part| {
        let twin = |old: &&T| !after.contains_key(old.name()) && old.named(part.name()) == **part;
        let Some(at) = gone.iter().position(twin) else { return true };
        renamed.push((gone.remove(at).name(), part.name()));
        false
    });
    Difference { gone, new, renamed }
}

/// What the parts of a table need to become those of `after`.
pub fn steps(before: &TableShape, after: &TableShape) -> Vec<Step> {
    let mut steps = Vec::new();
    keys(&mut steps, before, after);
    checks(&mut steps, before, after);
    foreign_keys(&mut steps, before, after);
    indexes(&mut steps, before, after);
    policies(&mut steps, before, after);
    steps
}

/// All that a new table has besides what `CREATE TABLE` says.
pub fn of_new(table: &TableShape) -> Vec<Step> {
    let uniques = table.uniques.values().map(|key| Step::new(Phase::Contract, add(table, &sql::unique(key))));
    let keys = table.foreign_keys.values().map(|key| Step::new(Phase::Link, sql::foreign_key(key)));
    let indexes = table.indexes.values().map(|index| Step::new(Phase::Index, sql::index(&table.name, index)));
    let policies = table.policies.values().map(|policy| Step::new(Phase::Policy, sql::policy(&table.name, policy)));
    uniques.chain(keys).chain(indexes).chain(policies).collect()
}

/// Keys to other tables go before the tables do.
pub fn release(table: &TableShape) -> impl Iterator<Item = Step> {
    table.foreign_keys.values().map(|key| drop_constraint(table, &key.name))
}

fn add(table: &TableShape, constraint: &str) -> String {
    format!("ALTER TABLE {} ADD {constraint};", quoted(&table.name))
}

fn drop_constraint(table: &TableShape, name: &str) -> Step {
    Step::new(Phase::Free, format!("ALTER TABLE {} DROP CONSTRAINT {};", quoted(&table.name), quoted(name)))
}

fn rename_constraints(steps: &mut Vec<Step>, table: &TableShape, renamed: &[(&str, &str)]) {
    let sql = |(from, to): &(&str, &str)| {
        format!("ALTER TABLE {} RENAME CONSTRAINT {} TO {};", quoted(&table.name), quoted(from), quoted(to))
    };
    steps.extend(renamed.iter().map(|names| Step::new(Phase::Rename, sql(names))));
}

fn keys(steps: &mut Vec<Step>, before: &TableShape, after: &TableShape) {
    let primary = difference(&before.primary_keys, &after.primary_keys);
    let unique = difference(&before.uniques, &after.uniques);
    steps.extend(primary.gone.iter().chain(&unique.gone).map(|key| drop_constraint(after, &key.name)));
    rename_constraints(steps, after, &primary.renamed);
    rename_constraints(steps, after, &unique.renamed);
    steps.extend(primary.new.iter().map(|key| Step::new(Phase::Contract, add(after, &sql::primary_key(key)))));
    steps.extend(unique.new.iter().map(|key| {
        Step::new(Phase::Contract, add(after, &sql::unique(key)))
            .told(format!("unique {}", key.name), format!("{}_unique", after.name))
            .hindered(alike(before, after, &key.columns))
    }));
}

fn checks(steps: &mut Vec<Step>, before: &TableShape, after: &TableShape) {
    let Difference { gone, new, renamed } = difference(&before.checks, &after.checks);
    steps.extend(gone.iter().map(|check| {
        let step = drop_constraint(after, &check.name);
        let column = column_of(before, &check.value);
        let goes_along = column.is_some_and(|column| !after.columns.contains_key(column));
        if goes_along || after.checks.contains_key(&check.name) {
            return step;
        }
        step.told(format!("drop check {}", check.name), format!("{}_drop", check.name))
    }));
    rename_constraints(steps, after, &renamed);
    for check in new {
        let step = Step::new(Phase::Contract, add(after, &sql::check(check)));
        let Some(column) = column_of(after, &check.value) else {
            steps.push(
                step.told(format!("check {}", check.name), check.name.clone()).hindered(Some(broken(after, check))),
            );
            continue;
        };
        // A new column holds nothing yet, or its default.
        if !before.columns.contains_key(column) {
            steps.push(step);
            continue;
        }
        let told = step.told(format!("check {}", check.name), check.name.clone());
        let rule = Rule::of(&after.name, column, &check.value);
        let was = rules(before, column);
        if rule.as_ref().is_some_and(|rule| was.iter().any(|was| rule.allows_all_of(was))) {
            steps.push(told);
            continue;
        }
        if let (Some(Rule::In(values)), Some(Rule::In(had))) = (&rule, was.first()) {
            let gone: Vec<&str> = had.iter().filter(|value| !values.contains(value)).map(String::as_str).collect();
            values_go(steps, after, column, &gone, told);
            continue;
        }
        steps.push(told.hindered(Some(broken(after, check))));
    }
}

/// Rows that hold a value which is none any more hold the default then, or nothing, or what a person says.
fn values_go(steps: &mut Vec<Step>, table: &TableShape, column: &str, gone: &[&str], check: Step) {
    let shape = &table.columns[column];
    let list: Vec<String> = gone.iter().map(|value| sql::literal(value)).collect();
    let list = list.join(", ");
    let (name, column_name) = (quoted(&table.name), quoted(column));
    let update = |value: &str| format!("UPDATE {name} SET {column_name} = {value} WHERE {column_name} IN ({list});");
    let instead = match &shape.default {
        Some(default) => Some(default_value(default)),
        None if !shape.not_null => Some("NULL".to_owned()),
        None => None,
    };
    if let Some(value) = instead {
        steps.push(Step::new(Phase::Backfill, update(&value)).losing(
            &table.name,
            Some(column),
            format!("rows that hold {list} hold {value} then"),
        ));
        steps.push(check);
    } else {
        let hurdle = Hurdle {
            table: table.name.clone(),
            column: Some(column.to_owned()),
            what: format!("rows that hold {list}"),
            mend: update(&example(table, shape)),
        };
        let what = format!("which rows hold {list}: say in the migration what they hold then");
        steps.push(check.losing(&table.name, Some(column), what).hindered(Some(hurdle)));
    }
}

fn broken(table: &TableShape, check: &CheckShape) -> Hurdle {
    Hurdle {
        table: table.name.clone(),
        column: column_of(table, &check.value).map(str::to_owned),
        what: format!("rows of which this does not hold: {}", check.value),
        mend: format!("SELECT * FROM {} WHERE NOT ({});", quoted(&table.name), check.value),
    }
}

fn foreign_keys(steps: &mut Vec<Step>, before: &TableShape, after: &TableShape) {
    let Difference { gone, new, renamed } = difference(&before.foreign_keys, &after.foreign_keys);
    steps.extend(gone.iter().map(|key| drop_constraint(after, &key.name)));
    rename_constraints(steps, after, &renamed);
    for key in new {
        let same = gone.iter().any(|old| old.columns_from == key.columns_from && old.table_to == key.table_to);
        let own: Vec<&String> = key.columns_from.iter().filter(|name| *name != TENANT).collect();
        let is_standing = own.iter().any(|name| before.columns.contains_key(*name));
        let step = Step::new(Phase::Link, sql::foreign_key(key));
        steps.push(match (is_standing, same) {
            (true, true) => step.told(format!("rule of {}", key.name), format!("{}_rule", key.name)),
            (true, false) => step.told(format!("key {}", key.name), key.name.clone()).hindered(Some(loose(after, key))),
            (false, _) => step,
        });
    }
}

/// Rows that point to nothing.
fn loose(table: &TableShape, key: &ForeignKeyShape) -> Hurdle {
    let (own, other) = (quoted(&table.name), quoted(&key.table_to));
    let pairs: Vec<String> = key
        .columns_from
        .iter()
        .zip(&key.columns_to)
        .map(|(from, to)| format!("{other}.{} = {own}.{}", quoted(to), quoted(from)))
        .collect();
    let set: Vec<&String> = key.columns_from.iter().filter(|name| *name != TENANT).collect();
    let some = set.iter().map(|name| format!("{own}.{} IS NOT NULL AND ", quoted(name))).collect::<String>();
    Hurdle {
        table: table.name.clone(),
        column: set.first().map(|name| (*name).clone()),
        what: format!("rows that point to no row of {other}"),
        mend: format!(
            "SELECT * FROM {own} WHERE {some}NOT EXISTS (SELECT FROM {other} WHERE {});",
            pairs.join(" AND ")
        ),
    }
}

fn indexes(steps: &mut Vec<Step>, before: &TableShape, after: &TableShape) {
    let Difference { gone, new, renamed } = difference(&before.indexes, &after.indexes);
    for index in &gone {
        let step = Step::new(Phase::Free, format!("DROP INDEX {};", quoted(&index.name)));
        let goes_along = index.columns.iter().any(|part| !after.columns.contains_key(&part.expression));
        let changes = after.indexes.contains_key(&index.name) || goes_along;
        steps.push(if changes { step } else { told_index(step, "drop index", index) });
    }
    let sql = |(from, to): (&str, &str)| format!("ALTER INDEX {} RENAME TO {};", quoted(from), quoted(to));
    steps.extend(renamed.into_iter().map(|names| Step::new(Phase::Rename, sql(names))));
    for index in new {
        let step = Step::new(Phase::Index, sql::index(&after.name, index));
        let columns: Vec<String> = index.columns.iter().map(|part| part.expression.clone()).collect();
        let of_new = columns.iter().any(|name| !before.columns.contains_key(name));
        let step = if of_new { step } else { told_index(step, "index", index) };
        // One that told more rows apart stood here.
        let is_looser = gone.iter().any(|old| old.is_unique && old.filter.is_none() && old.columns == index.columns);
        let may_fail = index.is_unique && !is_looser;
        steps.push(if may_fail { step.hindered(alike(before, after, &columns)) } else { step });
    }
}

fn told_index(step: Step, what: &str, index: &IndexShape) -> Step {
    let kind = if index.is_unique { "unique " } else { "" };
    let title = if what == "index" { index.name.clone() } else { format!("{}_drop", index.name) };
    step.told(format!("{kind}{what} {}", index.name), title)
}

/// Rows that are alike in columns that shall tell them apart; none can be where a column is new and empty.
fn alike(before: &TableShape, after: &TableShape, columns: &[String]) -> Option<Hurdle> {
    let is_empty = |name: &String| {
        !before.columns.contains_key(name) && after.columns.get(name).is_some_and(|column| column.default.is_none())
    };
    if columns.iter().any(is_empty) {
        return None;
    }
    let list = columns.iter().map(|name| quoted(name)).collect::<Vec<_>>().join(", ");
    let own: Vec<&String> = columns.iter().filter(|name| *name != TENANT).collect();
    Some(Hurdle {
        table: after.name.clone(),
        column: (own.len() == 1).then(|| own[0].clone()),
        what: format!("rows that are alike in {list}"),
        mend: format!("SELECT {list}, count(*) FROM {} GROUP BY {list} HAVING count(*) > 1;", quoted(&after.name)),
    })
}

fn policies(steps: &mut Vec<Step>, before: &TableShape, after: &TableShape) {
    let Difference { gone, new, renamed } = difference(&before.policies, &after.policies);
    let table = quoted(&after.name);
    steps.extend(
        gone.iter().map(|policy| Step::new(Phase::Free, format!("DROP POLICY {} ON {table};", quoted(&policy.name)))),
    );
    let rename = |from, to| format!("ALTER POLICY {} ON {table} RENAME TO {};", quoted(from), quoted(to));
    steps.extend(renamed.into_iter().map(|(from, to)| Step::new(Phase::Rename, rename(from, to))));
    steps.extend(new.into_iter().map(|policy| {
        Step::new(Phase::Policy, sql::policy(&after.name, policy))
            .told(format!("policy {} of {}", policy.name, after.name), format!("{}_{}", after.name, policy.name))
    }));
}
