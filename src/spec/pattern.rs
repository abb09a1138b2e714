//! Whether a pattern is found in a text, as JavaScript would find it, with an end.
//!
//! JavaScript matches by trying, and a hostile pattern (`(a+)+$`) tries for ever. Most patterns mean the same to the `regex`
//! crate, which never takes more than a look at each character; the others are tried for a while.

use std::collections::HashMap;
use std::sync::{LazyLock, Mutex, PoisonError, mpsc};
use std::time::Duration;

use regress::Regex;

/// Long after any pattern of good will has been matched against a text of a spec.
const PATIENCE: Duration = Duration::from_secs(1);

/// The matching was given up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooSlow;

/// Whether `pattern` is found in `text`. A pattern that is none is found nowhere.
///
/// # Errors
///
/// [`TooSlow`] after a second of trying.
pub fn finds(pattern: &str, text: &str) -> Result<bool, TooSlow> {
    if let Some(same) = compiled(pattern) {
        return Ok(same.is_match(text));
    }
    let Ok(regex) = Regex::new(pattern) else { return Ok(false) };
    let (sender, found) = mpsc::channel();
    let text = text.to_owned();
    // A thread cannot be ended from outside: one that is given up ends with this program.
    std::thread::spawn(move || sender.send(regex.find(&text).is_some()));
    found.recv_timeout(PATIENCE).map_err(|_| TooSlow)
}

/// As [`in_rust`], once for each pattern: a spec has a few, and asks of each for many samples.
fn compiled(pattern: &str) -> Option<regex::Regex> {
    static KNOWN: LazyLock<Mutex<HashMap<String, Option<regex::Regex>>>> = LazyLock::new(Mutex::default);
    let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(found) = known.get(pattern) {
        return found.clone();
    }
    let made = in_rust(pattern);
    known.insert(pattern.to_owned(), made.clone());
    made
}

/// The pattern for the `regex` crate, where it means the same there.
fn in_rust(pattern: &str) -> Option<regex::Regex> {
    let mut rust = String::new();
    let mut in_class = false;
    let mut letters = pattern.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => match letters.next()? {
                'd' => rust.push_str("[0-9]"),
                'w' => rust.push_str("[0-9A-Za-z_]"),
                // What differs, or is nothing in one of the two.
                's' | 'S' | 'b' | 'B' | 'D' | 'W' | 'p' | 'P' | 'u' | 'x' | 'c' | 'k' | '0'..='9' => return None,
                other @ ('n' | 'r' | 't') => rust.extend(['\\', other]),
                other if other.is_ascii_alphabetic() => return None,
                other => rust.push_str(&regex::escape(&other.to_string())),
            },
            // A class within a class, and what Rust makes of doubled signs there.
            '[' if in_class => return None,
            // An empty class, or one of everything, is neither in Rust.
            ']' if rust.ends_with('[') || rust.ends_with("[^") => return None,
            '&' | '-' | '~' if in_class && letters.peek() == Some(&letter) => return None,
            '.' if !in_class => rust.push_str(r"[^\n\r\u{2028}\u{2029}]"),
            _ => {
                in_class = (in_class || letter == '[') && letter != ']';
                rust.push(letter);
            }
        }
    }
    regex::Regex::new(&rust).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pattern_is_found_as_javascript_finds_it() {
        assert_eq!(finds(r"^\d{2}-(?=x)x+$", "12-xx"), Ok(true));
        assert_eq!(finds("^[a-z]+$", "Abc"), Ok(false));
        assert_eq!(finds(r"^\+?[\d ]{6,20}$", "+49 30 1234"), Ok(true));
        assert_eq!(finds("^.$", "\r"), Ok(false));
        assert_eq!(finds("[^]]", "a"), Ok(false));
        assert_eq!(finds("^[]$", "a"), Ok(false));
        assert_eq!(finds(r"^[^@\s]+@[^@\s]+$", "a@b"), Ok(true));
    }

    #[test]
    fn patterns_that_would_try_for_ever_end() {
        let text = format!("{}!", "a".repeat(60));
        assert_eq!(finds("^(a+)+$", &text), Ok(false));
        assert_eq!(finds("^(a|aa)+$", &text), Ok(false));
        assert_eq!(finds("^(?=a)(a|aa)+$", &text), Err(TooSlow));
    }

    proptest::proptest! {
        #[test]
        fn both_ways_of_matching_agree(
            pattern in r"\^?([a-c.\[\]\\(){}*+?|$/-]|\[[a-c^-]{1,3}\]|\\[dw./-]|[ab]\{1,2\}){0,6}\$?",
            text in "[a-c1./\n-]{0,6}",
        ) {
            if let (Some(rust), Ok(javascript)) = (in_rust(&pattern), Regex::new(&pattern)) {
                proptest::prop_assert_eq!(rust.is_match(&text), javascript.find(&text).is_some(), "{}", pattern);
            }
        }
    }
}
