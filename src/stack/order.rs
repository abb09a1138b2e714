//! The order in which units can come up.

use std::collections::BTreeSet;

use super::error::StackError;
use super::model::Unit;

/// Each behind all that it waits for; where the order is free, by name.
pub(super) fn ordered(units: Vec<Unit>) -> Result<Vec<Unit>, StackError> {
    let mut left: Vec<Unit> = units;
    left.sort_by(|one, other| one.name.cmp(&other.name));
    let mut placed: BTreeSet<String> = BTreeSet::new();
    let mut ordered = Vec::with_capacity(left.len());
    while !left.is_empty() {
        let (ready, waiting): (Vec<Unit>, Vec<Unit>) = left.into_iter().partition(|unit| unit.after.is_subset(&placed));
        if ready.is_empty() {
            return Err(StackError::Circle { names: waiting.into_iter().map(|unit| unit.name).collect() });
        }
        placed.extend(ready.iter().map(|unit| unit.name.clone()));
        ordered.extend(ready);
        left = waiting;
    }
    Ok(ordered)
}
