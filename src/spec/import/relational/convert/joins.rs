//! Tables that only link two others.

use std::collections::HashSet;

use super::Converter;

/// A table of links.
#[derive(Debug)]
pub(super) struct Join {
    pub table: usize,
    /// Which of its two foreign keys is the holder's.
    pub holder: usize,
}

/// Finds them: two foreign keys, nothing else but what every row has, both ends in one service, nobody pointing to it.
pub(super) fn find(converter: &Converter, services: &[String]) -> Vec<Join> {
    let pointed_to: HashSet<usize> = converter.links.iter().flatten().map(|link| link.target).collect();
    let is_join = |at: &usize| {
        let table = &converter.tables[*at];
        let [one, other] = converter.links[*at].as_slice() else { return false };
        let (Some(left), Some(right)) = (only(&one.key.columns), only(&other.key.columns)) else { return false };
        table.entity.is_none()
            && !pointed_to.contains(at)
            && services[one.target] == services[other.target]
            && one.target != *at
            && other.target != *at
            && !table.is_key(&one.key.columns)
            && !table.is_key(&other.key.columns)
            && table.checks.is_empty()
            && table.columns.iter().all(|column| {
                let lower = column.name.to_ascii_lowercase();
                column.name.eq_ignore_ascii_case(left)
                    || column.name.eq_ignore_ascii_case(right)
                    || converter.given[*at].contains_key(&lower)
            })
    };
    let found = (0..converter.tables.len()).filter(is_join);
    found.map(|table| Join { table, holder: holder(converter, table) }).collect()
}

fn only(columns: &[String]) -> Option<&String> {
    match columns {
        [only] => Some(only),
        _ => None,
    }
}

/// The end that the table's name begins with, or else the first.
fn holder(converter: &Converter, at: usize) -> usize {
    let name = converter.tables[at].name.name.to_ascii_lowercase();
    let links = &converter.links[at];
    let begins = |link: &super::prepare::Link| {
        let target = converter.tables[link.target].name.name.to_ascii_lowercase();
        let one = super::words::entity(&target).to_ascii_lowercase();
        name.starts_with(&target) || (!one.is_empty() && name.replace('_', "").starts_with(&one.replace('_', "")))
    };
    usize::from(!begins(&links[0]) && begins(&links[1]))
}
