//! Plurals of names that somebody else chose.

use crate::spec::naming;

/// `orderItem` becomes `orderItems`; `friendOf` and `watched` stay.
pub(super) fn plural(name: &str) -> String {
    let start = name.rfind(|letter: char| letter.is_ascii_uppercase()).unwrap_or(0);
    let (before, last) = name.split_at(start);
    let lower = last.to_ascii_lowercase();
    if is_participle(&lower)
        || matches!(lower.as_str(), "of" | "to" | "by" | "for" | "with" | "in" | "at" | "from" | "on")
    {
        return name.to_owned();
    }
    let several = naming::plural_of(&lower);
    if start == 0 { several } else { format!("{before}{}{}", &last[..1], &several[1..]) }
}

/// `watched`, but neither a `bed` nor a `seed`: what is before the ending is a word of its own.
fn is_participle(word: &str) -> bool {
    let stem = word.strip_suffix("ed").unwrap_or_default();
    stem.contains(['a', 'e', 'i', 'o', 'u', 'y']) && !stem.ends_with('e')
}

#[cfg(test)]
mod tests {
    use super::plural;

    #[test]
    fn the_last_word_gets_the_plural_unless_it_has_none() {
        let names = ["orderItem", "child", "friendOf", "children", "staff", "person", "category", "bed", "watched"];
        assert_eq!(
            names.map(plural),
            ["orderItems", "children", "friendOf", "children", "staff", "people", "categories", "beds", "watched"]
        );
    }
}
