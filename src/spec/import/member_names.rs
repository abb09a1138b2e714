//! Names of the fields, relations and other ends of one entity, as the spec wants them.

use std::collections::{HashMap, HashSet};

use crate::spec::naming::{self, Names, field_name};
use crate::spec::validate::{ROW_MEMBERS, TRAPS};

/// The names of one entity's fields, relations and inverses, which must differ.
#[derive(Debug, Default)]
pub(super) struct MemberNames {
    taken: HashSet<String>,
    /// How far the numbers behind a name have come.
    counts: HashMap<String, usize>,
}

/// Characters of a name, with room for an ending.
const LONGEST: usize = 40;

/// A name that leaves room for an ending.
pub(super) fn shortened(name: &str) -> String {
    name.chars().take(LONGEST).collect()
}

impl MemberNames {
    /// Whether every row has a value of that name.
    pub fn is_given(name: &str) -> bool {
        ROW_MEMBERS.contains(&name)
    }

    fn is_free(&self, name: &str) -> bool {
        !Self::is_given(name) && !TRAPS.contains(&name) && !self.taken.contains(name)
    }

    /// Takes the first of the candidates that is free, or else the last one with a number, for a field or for the other end of a
    /// relation.
    pub fn claim(&mut self, candidates: &[String]) -> String {
        let name = self.first_free(candidates, |_| None);
        self.taken.insert(name.clone());
        name
    }

    /// The same for a relation, whose ids are written under a name of their own: `ownerId`, `vaccineIds`.
    pub fn relation(&mut self, candidates: &[String], many: bool) -> String {
        let key = |name: &str| if many { format!("{}Ids", naming::singular(name)) } else { format!("{name}Id") };
        let name = self.first_free(candidates, |name| Some(key(name)));
        self.taken.extend([key(&name), name.clone()]);
        name
    }

    /// Counting goes on where it stopped, so that many of the same name take no longer than as many different ones.
    fn first_free(&mut self, candidates: &[String], key: impl Fn(&str) -> Option<String>) -> String {
        // A name that was cut may end within a word.
        let fitted = candidates
            .iter()
            .map(|name| if name.len() > LONGEST { field_name(&shortened(name)) } else { name.clone() });
        let fitted: Vec<String> = fitted.collect();
        let is_free = |name: &str| self.is_free(name) && key(name).is_none_or(|key| self.is_free(&key));
        if let Some(name) = fitted.iter().find(|name| is_free(name)) {
            return name.clone();
        }
        let base = fitted.last().map_or("member", String::as_str);
        let mut count = self.counts.get(base).map_or(2, |count| count + 1);
        let mut name = format!("{base}{count}");
        while !is_free(&name) {
            count += 1;
            name = format!("{base}{count}");
        }
        self.counts.insert(base.to_owned(), count);
        name
    }
}

/// `URLPath`, `url_path` become `urlPath`.
pub(super) fn member(written: &str) -> String {
    let name = field_name(&shortened(&field_name(written)));
    if name.starts_with(|first: char| first.is_ascii_lowercase()) {
        name
    } else {
        format!("field{}", Names::of(&name).one.pascal)
    }
}

#[cfg(test)]
mod tests {
    use super::{MemberNames, member};

    #[test]
    fn a_name_that_is_taken_gets_the_next_candidate_and_then_a_number() {
        let mut names = MemberNames::default();
        let candidates = ["order".to_owned(), "orderLabel".to_owned()];
        let claimed: Vec<_> = (0..4).map(|_| names.claim(&candidates)).collect();
        assert_eq!(claimed, ["order", "orderLabel", "orderLabel2", "orderLabel3"]);
    }

    #[test]
    fn a_relation_leaves_the_name_of_its_key_to_nobody() {
        let mut names = MemberNames::default();
        names.claim(&["ownerId".to_owned()]);
        assert_eq!(names.relation(&["owner".to_owned()], false), "owner2");
        assert_eq!(names.relation(&["pets".to_owned()], true), "pets");
        assert_eq!(names.claim(&["petIds".to_owned()]), "petIds2");
    }

    #[test]
    fn names_of_members_survive_the_wire() {
        assert_eq!(["URLPath", "unit_price", "Name", "a1b2"].map(member), ["urlPath", "unitPrice", "name", "a1b2"]);
        assert!(member(&"aB".repeat(100)).len() <= 41);
    }
}
