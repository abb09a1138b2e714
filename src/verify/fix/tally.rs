//! Findings counted by what they say, not by where: lines move while a file is repaired.

use std::collections::BTreeMap;

use crate::verify::{Diagnostic, Severity};

type Key = (Option<String>, Option<String>, String);

/// Errors as a multiset of file, code and message.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Tally(BTreeMap<Key, usize>);

impl Tally {
    /// Counts errors; what passes all the same is left out.
    pub fn of<'a>(found: impl IntoIterator<Item = &'a Diagnostic>) -> Self {
        let mut tally = BTreeMap::new();
        for one in found.into_iter().filter(|one| one.severity == Severity::Error) {
            *tally.entry(key(one)).or_default() += 1;
        }
        Self(tally)
    }

    /// How many there are.
    pub fn total(&self) -> usize {
        self.0.values().sum()
    }

    /// Whether `target` is there less often in `after`, and nothing is there more often.
    pub fn is_mended_by(&self, after: &Self, target: &Diagnostic) -> bool {
        self.has_lost(after, target) && self.grown_in(after).is_empty()
    }

    /// Whether `target` is there less often in `after`. What another tool found is not counted here, and lost by nobody.
    pub fn has_lost(&self, after: &Self, target: &Diagnostic) -> bool {
        let key = key(target);
        after.times(&key) < self.times(&key)
    }

    /// Which of these is the first that is there more often than here.
    pub fn first_new(&self, found: &[Diagnostic]) -> Option<usize> {
        let now = Self::of(found);
        found.iter().position(|one| now.times(&key(one)) > self.times(&key(one)))
    }

    /// Files with errors that are there more often in `after`; an empty name stands for none in particular.
    pub fn grown_in(&self, after: &Self) -> Vec<String> {
        let grown = after.0.iter().filter(|(key, number)| **number > self.times(key));
        let mut files: Vec<String> = grown.map(|(key, _)| key.0.clone().unwrap_or_default()).collect();
        files.dedup();
        files
    }

    fn times(&self, key: &Key) -> usize {
        self.0.get(key).copied().unwrap_or_default()
    }
}

fn key(found: &Diagnostic) -> Key {
    (found.file.clone(), found.code.clone(), found.message.clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(file: &str, code: &str, line: u32) -> Diagnostic {
        let (file, code) = (Some(file.to_owned()), Some(code.to_owned()));
        Diagnostic { file, code, line: Some(line), ..Diagnostic::error("tsc", "m") }
    }

    #[test]
    fn an_error_that_only_moved_is_the_same() {
        let (before, after) = (Tally::of(&[found("a", "1", 3)]), Tally::of(&[found("a", "1", 9)]));
        assert_eq!(before, after);
        assert!(before.grown_in(&after).is_empty());
        assert!(!before.is_mended_by(&after, &found("a", "1", 3)));
    }

    #[test]
    fn one_for_another_is_no_repair() {
        let target = found("a", "1", 1);
        let before = Tally::of([&target]);
        assert!(!before.is_mended_by(&Tally::of(&[found("a", "2", 1)]), &target));
        assert!(!before.is_mended_by(&Tally::of(&[found("b", "1", 1)]), &target));
        assert!(before.is_mended_by(&Tally::of(&[]), &target));
    }

    #[test]
    fn one_of_two_alike_is_a_repair_and_two_of_one_a_growth() {
        let (one, two) = (found("a", "1", 1), found("a", "1", 2));
        let (both, single) = (Tally::of([&one, &two]), Tally::of([&one]));
        assert!(both.is_mended_by(&single, &one));
        assert_eq!(single.grown_in(&both), ["a"]);
        assert_eq!(both.total(), 2);
    }
}
