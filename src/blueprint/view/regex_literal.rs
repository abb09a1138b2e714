//! A pattern of the spec as a regular expression between slashes: what it means stays, what ESLint would refuse goes.

use std::fmt::Write as _;

/// Letters behind a backslash that mean something everywhere.
const MEANT: &str = "\\bcdDfnpPrsStvwWxu0123456789]";
/// Letters behind a backslash that mean something, or nothing special by it, outside of a class only.
const MEANT_OUTSIDE: &str = "^/.$*+?[{}|()Bk";

/// The literal of a pattern. Escapes that change nothing go (`[\.]` is `[.]`), slashes are escaped where they must be, and
/// blanks beside each other are counted.
pub(super) fn of(pattern: &str) -> String {
    if pattern.is_empty() {
        return "/(?:)/".to_owned();
    }
    let letters: Vec<char> = pattern.chars().collect();
    let mut literal = String::from("/");
    let mut class: Option<usize> = None;
    let mut at = 0;
    while let Some(&letter) = letters.get(at) {
        let next = letters.get(at + 1).copied();
        match (letter, next) {
            ('\\', Some(',')) if class.is_none() && is_count(&literal) => {
                literal.push_str("[,]");
                at += 2;
                continue;
            }
            ('\\', Some(escaped)) => {
                let is_last = letters.get(at + 2) == Some(&']');
                if is_meant(escaped, class.map(|start| at == start), is_last) {
                    literal.push('\\');
                }
                push(&mut literal, escaped);
                at += 2;
                continue;
            }
            ('[', _) if class.is_none() => class = Some(at + 1 + usize::from(next == Some('^'))),
            (']', _) => class = None,
            ('/', _) if class.is_none() => literal.push('\\'),
            (' ', Some(' ')) if class.is_none() => {
                at += push_blanks(&mut literal, &letters[at..]);
                continue;
            }
            _ => {}
        }
        push(&mut literal, letter);
        at += 1;
    }
    literal.push('/');
    literal
}

/// Whether a letter means something else behind a backslash. `is_first` tells whether it is the first of its class, and is
/// nothing outside of one.
fn is_meant(letter: char, is_first: Option<bool>, is_last: bool) -> bool {
    match (letter, is_first) {
        _ if MEANT.contains(letter) => true,
        (_, None) => MEANT_OUTSIDE.contains(letter),
        ('^', Some(is_first)) => is_first,
        ('-', Some(is_first)) => !is_first && !is_last,
        _ => false,
    }
}

/// Whether a bare comma would go on with a count: `{1,2}` repeats, `{1\,2}` does not.
fn is_count(literal: &str) -> bool {
    literal.trim_end_matches(|letter: char| letter.is_ascii_digit()).ends_with('{')
}

/// Writes blanks beside each other as one that is counted, and tells how many were taken. What counts the last one already
/// keeps it.
fn push_blanks(literal: &mut String, letters: &[char]) -> usize {
    let blanks = letters.iter().take_while(|letter| **letter == ' ').count();
    let is_counted = letters.get(blanks).is_some_and(|letter| "*+?{".contains(*letter));
    let taken = blanks - usize::from(is_counted);
    literal.push(' ');
    if taken > 1 {
        let _ = write!(literal, "{{{taken}}}");
    }
    taken
}

/// Writes what may not stand in a literal, such as the end of a line, by its escape.
fn push(literal: &mut String, letter: char) {
    match letter {
        '\n' | '\r' | '\t' => literal.extend(letter.escape_default()),
        '\u{2028}' | '\u{2029}' => literal.extend(format!("\\u{:04x}", u32::from(letter)).chars()),
        _ if letter.is_ascii_control() => literal.extend(format!("\\x{:02x}", u32::from(letter)).chars()),
        _ => literal.push(letter),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pattern_keeps_its_slashes() {
        assert_eq!(of(r"^a/b\/c[/]$"), r"/^a\/b\/c[/]$/");
        assert_eq!(of(""), "/(?:)/");
    }

    #[test]
    fn escapes_that_change_nothing_go() {
        let pairs = [
            (r#"^'[^"\/]*'\/$"#, r#"/^'[^"/]*'\/$/"#),
            (r"^[\w\.\-]+\@[\w\-\.]+\.\w+$", r"/^[\w.-]+@[\w\-.]+\.\w+$/"),
            (r"[\-a][a\-][^\-a][a\-z]", r"/[-a][a-][^-a][a\-z]/"),
            (r"[\^a][a\^][\[\]]", r"/[\^a][a^][[\]]/"),
            (r"\-\#\'\e\\\k\B\}", r"/-#'e\\\k\B\}/"),
            (r"\d\x41\u0041\cA[\b]", r"/\d\x41\u0041\cA[\b]/"),
        ];
        for (pattern, literal) in pairs {
            assert_eq!(of(pattern), literal);
        }
    }

    #[test]
    fn a_comma_between_braces_counts_nothing_where_it_was_escaped() {
        assert_eq!(of(r"^a{1\,2}b\,$"), r"/^a{1[,]2}b,$/");
        let finds = |pattern: &str, text: &str| regress::Regex::new(pattern).unwrap().find(text).is_some();
        for pattern in [r"^a{1\,2}$", "^a{1[,]2}$"] {
            assert!(finds(pattern, "a{1,2}") && !finds(pattern, "aa"), "{pattern}");
        }
    }

    #[test]
    fn what_a_literal_cannot_hold_is_escaped() {
        assert_eq!(of("a\nb\\\nc[\r]\u{2028}\u{1}"), r"/a\nb\nc[\r]\u2028\x01/");
    }

    #[test]
    fn blanks_are_counted() {
        assert_eq!(of("a  b"), "/a {2}b/");
        assert_eq!(of("a  +b   *c[  ]  "), "/a  +b {2} *c[  ] {2}/");
    }

    #[test]
    fn a_literal_finds_what_its_pattern_finds() {
        let patterns =
            [r"^[\w\.\-]+\@[\w\-\.]+\.\w+$", r"[\-a][a\-][^\-a][a\-z]", r#"^'[^"\/]*'\/$"#, "^a  +b   *c$", r"\/\[\^"];
        let texts = ["ada@example.org", "a-b", "-ab-", "'x'/", "a   bc", "a  b  c", "/[^", "^", "--.z"];
        for pattern in patterns {
            let literal = of(pattern);
            let found = |pattern: &str, text: &str| regress::Regex::new(pattern).unwrap().find(text).is_some();
            for text in texts {
                assert_eq!(found(&literal[1..literal.len() - 1], text), found(pattern, text), "{pattern} in {text}");
            }
        }
    }
}
