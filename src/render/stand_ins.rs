//! Templates are cut from a real workspace and stay one: files that need nothing but another name are copied, with the
//! example's words replaced. So an author edits TypeScript that compiles, and copying costs nothing.

use std::borrow::Cow;

use aho_corasick::{AhoCorasick, MatchKind};

/// The example project's words and what this project says instead.
pub(super) struct StandIns {
    automaton: AhoCorasick,
    instead: Vec<String>,
}

impl StandIns {
    /// Of two words that begin at one place, the longer wins.
    pub(super) fn new(pairs: &[(String, String)]) -> Self {
        let automaton = AhoCorasick::builder()
            .match_kind(MatchKind::LeftmostLongest)
            .build(pairs.iter().map(|(word, _)| word))
            .expect("a handful of short words always fits an automaton");
        Self { automaton, instead: pairs.iter().map(|(_, instead)| instead.clone()).collect() }
    }

    /// Replaces every stand-in, once: what was put in is not looked at again.
    pub(super) fn replace<'a>(&self, text: &'a str) -> Cow<'a, str> {
        if self.automaton.find(text).is_none() {
            return Cow::Borrowed(text);
        }
        Cow::Owned(self.automaton.replace_all(text, &self.instead))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stand_ins(pairs: &[(&str, &str)]) -> StandIns {
        let pairs: Vec<_> = pairs.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect();
        StandIns::new(&pairs)
    }

    #[test]
    fn replaces_each_place_once_and_never_what_it_put_there() {
        let words = stand_ins(&[("acme", "b"), ("@acme/", "@a-acme/")]);
        assert_eq!(words.replace("import '@acme/x'; // acme"), "import '@a-acme/x'; // b");
    }

    #[test]
    fn borrows_where_nothing_stands_in() {
        assert!(matches!(stand_ins(&[("acme", "b")]).replace("plain"), Cow::Borrowed("plain")));
    }
}
