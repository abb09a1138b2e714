//! The last word on a merge by structure: whatever either side added is in it.

use std::collections::HashMap;

/// Whether each word (name, number, sign) of the result is there at least as often as what both sides did to it asks for.
///
/// Says nothing about order; it is there so that no mistake of a merge can lose what somebody wrote.
pub(in crate::merge) fn nothing_is_lost(base: &str, ours: &str, theirs: &str, result: &str) -> bool {
    let (base, result) = (counts(base), counts(result));
    let (ours, theirs) = (counts(ours), counts(theirs));
    let of = |counts: &HashMap<&str, usize>, word: &str| counts.get(word).copied().unwrap_or(0);
    let kept = |side: &HashMap<&str, usize>, other: &HashMap<&str, usize>| {
        side.iter().all(|(word, count)| {
            let removed_by_other = of(&base, word).saturating_sub(of(other, word));
            of(&result, word) + removed_by_other >= *count
        })
    };
    kept(&ours, &theirs) && kept(&theirs, &ours)
}

/// Words: runs of letters, digits and what names are made of. Brackets and commas may come and go with layout.
fn counts(text: &str) -> HashMap<&str, usize> {
    let mut counts = HashMap::new();
    let words = text.split(|letter: char| letter.is_whitespace() || "{}[]()<>,;:'\"`".contains(letter));
    for word in words.filter(|word| !word.is_empty()) {
        *counts.entry(word).or_default() += 1;
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_that_is_missing_is_noticed() {
        assert!(nothing_is_lost("a b", "a b mine", "a b new", "a b mine, new"));
        assert!(nothing_is_lost("a b", "a mine", "b a", "a mine"));
        assert!(!nothing_is_lost("a b", "a b mine", "a b new", "a b new"));
        assert!(!nothing_is_lost("a b", "a b mine", "a b new", "a b mine"));
        assert!(!nothing_is_lost("a b", "a b a", "a b b", "a b b"));
    }
}
