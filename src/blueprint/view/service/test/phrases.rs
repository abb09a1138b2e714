//! Labels within a sentence.

use crate::blueprint::view::relation;
use crate::spec::model::Relation;

/// A label within a sentence: `Born on` becomes `born on`, `VAT ID` stays.
pub(super) fn spoken(label: &str) -> String {
    let mut letters = label.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), Some(second)) if !second.is_uppercase() => first.to_lowercase().chain(letters).collect(),
        _ => label.to_owned(),
    }
}

/// What a relation is called in a sentence about one value of it.
pub(super) fn pointer(each: &Relation) -> String {
    let label = spoken(&each.label);
    if relation::is_many(each) { format!("list of {label}") } else { label }
}
