//! Texts that match a regular expression: its parts in order, with the characters of its classes counted through.

use regex_syntax::hir::{Class, Hir, HirKind};

use crate::spec::pattern::finds;
use crate::spec::value::length;

/// One character of the text.
enum Slot {
    Fixed(char),
    OneOf(Vec<char>),
}

/// The `n`th text that matches; none where the pattern uses what cannot be made up for, such as looking around.
pub fn matching(pattern: &str, n: usize, min: u32, max: u32) -> Option<String> {
    // JavaScript's `\d` and `\w` know ASCII alone; its `\/` and `\-` are escapes that Rust would refuse.
    let hir = regex_syntax::ParserBuilder::new().unicode(true).build().parse(&as_rust(pattern)).ok()?;
    for extra in 0..=MOST_EXTRA {
        let mut slots = Vec::new();
        expand(&hir, extra, n, &mut slots)?;
        let capacity = slots.iter().fold(1_usize, |total, slot| match slot {
            Slot::Fixed(_) => total,
            Slot::OneOf(letters) => total.saturating_mul(letters.len()),
        });
        let text = fill(&slots, n);
        let fits = (min as usize..=max as usize).contains(&length(&text));
        if fits && (capacity > n || extra == MOST_EXTRA) && finds(pattern, &text).ok()? {
            return Some(text);
        }
    }
    let mut slots = Vec::new();
    expand(&hir, 0, n, &mut slots)?;
    let text = fill(&slots, n);
    let fits = (min as usize..=max as usize).contains(&length(&text));
    (fits && finds(pattern, &text).ok()?).then_some(text)
}

/// How often a part may be repeated beyond what it must, to have room for many texts.
const MOST_EXTRA: u32 = 40;

/// Characters of a text; beyond it the pattern is not made up for.
const MOST_SLOTS: usize = 1_000;

/// Characters of a class without ASCII that are counted through.
const MOST_LETTERS: usize = 64;

fn as_rust(pattern: &str) -> String {
    let mut out = String::new();
    let mut letters = pattern.chars();
    while let Some(letter) = letters.next() {
        if letter != '\\' {
            out.push(letter);
            continue;
        }
        match letters.next() {
            Some('d') => out.push_str("[0-9]"),
            Some('w') => out.push_str("[0-9A-Za-z_]"),
            Some('/') => out.push('/'),
            Some(other) => out.extend(['\\', other]),
            None => out.push('\\'),
        }
    }
    out
}

fn expand(hir: &Hir, extra: u32, n: usize, slots: &mut Vec<Slot>) -> Option<()> {
    if slots.len() > MOST_SLOTS {
        return None;
    }
    match hir.kind() {
        HirKind::Empty | HirKind::Look(_) => {}
        HirKind::Literal(literal) => slots.extend(std::str::from_utf8(&literal.0).ok()?.chars().map(Slot::Fixed)),
        HirKind::Class(class) => slots.push(Slot::OneOf(letters(class)?)),
        HirKind::Capture(capture) => expand(&capture.sub, extra, n, slots)?,
        HirKind::Concat(parts) => {
            for part in parts {
                expand(part, extra, n, slots)?;
            }
        }
        HirKind::Alternation(parts) => expand(parts.get(n % parts.len().max(1))?, extra, n, slots)?,
        HirKind::Repetition(repetition) => {
            let most = repetition.max.unwrap_or(u32::MAX);
            for _ in 0..repetition.min.saturating_add(extra).min(most) {
                expand(&repetition.sub, extra, n, slots)?;
            }
        }
    }
    Some(())
}

/// Letters and digits of a class if it has any, else other printable ASCII, else its first ones.
fn letters(class: &Class) -> Option<Vec<char>> {
    let has = |letter: char| match class {
        Class::Unicode(class) => class.ranges().iter().any(|range| (range.start()..=range.end()).contains(&letter)),
        Class::Bytes(class) => {
            class.ranges().iter().any(|range| (range.start()..=range.end()).contains(&(letter as u8)))
        }
    };
    let known: Vec<char> = ('0'..='9').chain('A'..='Z').chain('a'..='z').filter(|letter| has(*letter)).collect();
    if !known.is_empty() {
        return Some(known);
    }
    let printable: Vec<char> = (' '..='~').filter(|letter| has(*letter)).collect();
    if !printable.is_empty() {
        return Some(printable);
    }
    match class {
        Class::Unicode(class) => {
            let all = class.ranges().iter().flat_map(|range| range.start()..=range.end());
            Some(all.take(MOST_LETTERS).collect::<Vec<_>>()).filter(|letters| !letters.is_empty())
        }
        Class::Bytes(_) => None,
    }
}

/// The last character that can differ counts fastest.
fn fill(slots: &[Slot], n: usize) -> String {
    let mut rest = n;
    let mut text: Vec<char> = slots
        .iter()
        .rev()
        .map(|slot| match slot {
            Slot::Fixed(letter) => *letter,
            Slot::OneOf(letters) => {
                let letter = letters[rest % letters.len()];
                rest /= letters.len();
                letter
            }
        })
        .collect();
    text.reverse();
    text.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_match_their_pattern_and_differ() {
        for pattern in [
            "^[A-Z]{3}-[0-9]{4}$",
            r"^\+?[0-9 ]{6,20}$",
            r"^\d{5}(-\d{4})?$",
            "^(dog|cat)$",
            "^[a-z]+$",
            "[^@]+@[^@]+",
            r"^\w*$",
            "^#[0-9a-f]{6}$",
            r"^[^\s]{2}\/x$",
            "^ä[ö-ü]$",
        ] {
            let texts: Vec<String> = (0..2).map(|n| matching(pattern, n, 1, 40).unwrap()).collect();
            assert_ne!(texts[0], texts[1], "{pattern}");
        }
        assert_eq!(matching("^[A-Z]{3}-[0-9]{4}$", 12, 1, 255).as_deref(), Some("AAA-0012"));
    }

    #[test]
    fn what_looks_around_is_left_to_the_person() {
        assert_eq!(matching("^(?=.*[A-Z]).{8}$", 0, 1, 40), None);
        assert_eq!(matching("^a{50}$", 0, 1, 40), None);
    }
}
