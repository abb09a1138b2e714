//! Conditions on one column, as our tables have them: a list of values, or a bound.

use crate::blueprint::tables::shape::TableShape;
use crate::blueprint::tables::sql::quoted;

/// What a check asks of a column.
#[derive(Debug, Clone, PartialEq)]
pub enum Rule {
    /// One of these texts.
    In(Vec<String>),
    /// This or more.
    AtLeast(f64),
    /// This or less.
    AtMost(f64),
}

impl Rule {
    /// Reads a condition on a column of a table; none where it is another, or one that a person wrote.
    pub fn of(table: &str, column: &str, condition: &str) -> Option<Self> {
        let rest = condition.strip_prefix(&format!("{}.{}", quoted(table), quoted(column)))?;
        if let Some(least) = rest.strip_prefix(" >= ") {
            return least.parse().ok().map(Self::AtLeast);
        }
        if let Some(most) = rest.strip_prefix(" <= ") {
            return most.parse().ok().map(Self::AtMost);
        }
        texts(rest.strip_prefix(" in (")?.strip_suffix(')')?).map(Self::In)
    }

    /// Whether every value that another rule lets through passes this one, too.
    pub fn allows_all_of(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::In(here), Self::In(there)) => there.iter().all(|value| here.contains(value)),
            (Self::AtLeast(here), Self::AtLeast(there)) => here <= there,
            (Self::AtMost(here), Self::AtMost(there)) => here >= there,
            _ => false,
        }
    }
}

/// What checks of a table ask of a column.
pub fn rules(table: &TableShape, column: &str) -> Vec<Rule> {
    table.checks.values().filter_map(|check| Rule::of(&table.name, column, &check.value)).collect()
}

/// The column that a condition begins with.
pub fn column_of<'a>(table: &'a TableShape, condition: &str) -> Option<&'a str> {
    let table_name = quoted(&table.name);
    let names = table.columns.keys().map(String::as_str);
    names.into_iter().find(|name| condition.starts_with(&format!("{table_name}.{} ", quoted(name))))
}

/// `'a', 'it''s'`
fn texts(list: &str) -> Option<Vec<String>> {
    let mut found = Vec::new();
    let mut rest = list.trim_start();
    while !rest.is_empty() {
        rest = rest.strip_prefix('\'')?;
        let mut text = String::new();
        loop {
            let (before, behind) = rest.split_once('\'')?;
            text.push_str(before);
            let Some(more) = behind.strip_prefix('\'') else {
                rest = behind;
                break;
            };
            text.push('\'');
            rest = more;
        }
        found.push(text);
        rest = rest.trim_start();
        if rest.is_empty() {
            break;
        }
        rest = rest.strip_prefix(',')?.trim_start();
    }
    Some(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rule(condition: &str) -> Option<Rule> {
        Rule::of("pets", "kind", &format!("\"pets\".\"kind\"{condition}"))
    }

    #[test]
    fn conditions_of_our_own_are_understood() {
        assert_eq!(
            rule(" in ('cat', 'it''s, so', '')"),
            Some(Rule::In(["cat", "it's, so", ""].map(String::from).into()))
        );
        assert_eq!(rule(" >= -1.5"), Some(Rule::AtLeast(-1.5)));
        assert_eq!(rule(" <= 7"), Some(Rule::AtMost(7.0)));
    }

    #[test]
    fn other_conditions_are_left_alone() {
        for condition in [" in ('cat)", " in (1, 2)", " > 1", " >= 1 and true", ""] {
            assert_eq!(rule(condition), None, "{condition}");
        }
        assert_eq!(Rule::of("pets", "kind", "\"pets\".\"kinds\" >= 1"), None);
    }

    #[test]
    fn a_rule_that_is_looser_takes_all_rows() {
        let least = |bound| Rule::AtLeast(bound);
        assert!(least(1.0).allows_all_of(&least(2.0)));
        assert!(!least(2.0).allows_all_of(&least(1.0)));
        assert!(!Rule::AtMost(2.0).allows_all_of(&least(1.0)));
    }
}
