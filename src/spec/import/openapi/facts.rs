//! Conditions and defaults as columns have them.

use super::{scalars::default_text, shape::Limit, source::word};
use crate::{
    spec::import::relational::schema::{Fact, Initial},
    yaml::Node,
};

/// A condition of a column.
pub(super) fn fact(column: &str, limit: &Limit) -> Fact {
    let column = column.to_owned();
    match limit.clone() {
        Limit::OneOf(values) => Fact::OneOf(column, values),
        Limit::AtLeast(bound) => Fact::AtLeast(column, bound),
        Limit::AtMost(bound) => Fact::AtMost(column, bound),
        Limit::Shortest(length) => Fact::LongerThan(column, length.saturating_sub(1)),
        Limit::Longest(length) => Fact::AtMostLong(column, length),
        Limit::Matches(pattern) => Fact::Matches(column, pattern),
    }
}

/// What a new row gets.
pub(super) fn initial(node: &Node) -> Initial {
    match node.value() {
        serde_json::Value::Bool(value) => Initial::Boolean(value),
        serde_json::Value::Number(_) => Initial::Number(word(node).unwrap_or_default().to_owned()),
        _ => Initial::Text(default_text(node)),
    }
}
