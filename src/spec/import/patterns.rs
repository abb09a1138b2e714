//! Patterns: Java's regular expressions, read by JavaScript.
//!
//! JHipster's patterns must match the whole text; the spec's say so with `^` and `$`.

use regress::Regex;

/// Characters of the longest pattern.
const LONGEST: usize = 500;

/// What JavaScript reads otherwise, or not at all, without complaining.
const FOREIGN: [&str; 13] =
    [r"\p{", r"\P{", r"\A", r"\Z", r"\z", r"\Q", r"\E", r"\h", r"\R", r"\G", r"\X", "&&[", "(?i)"];

/// The pattern as the spec wants it, or why there is none.
pub(super) fn of(written: &str) -> Result<String, String> {
    if let Some(foreign) = FOREIGN.iter().find(|foreign| written.contains(**foreign)) {
        return Err(format!("JavaScript reads `{foreign}` otherwise than Java"));
    }
    let pattern = if is_anchored(written) { written.to_owned() } else { format!("^(?:{written})$") };
    if pattern.len() > LONGEST {
        return Err(format!("it has more than {LONGEST} characters; tell it as a rule"));
    }
    match Regex::new(&pattern) {
        Ok(_) => Ok(pattern),
        Err(error) => Err(format!("JavaScript does not read it: {}", error.text.to_lowercase())),
    }
}

/// Whether it is `^…$` as a whole.
fn is_anchored(pattern: &str) -> bool {
    if !pattern.starts_with('^') || !pattern.ends_with('$') || pattern.ends_with("\\$") {
        return false;
    }
    let (mut depth, mut in_class, mut escaped) = (0_usize, false, false);
    for letter in pattern.chars() {
        match letter {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            ']' => in_class = false,
            _ if in_class => {}
            '[' => in_class = true,
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            '|' if depth == 0 => return false,
            _ => {}
        }
    }
    true
}

/// Whether matching a short text surely takes little time: no repetition of a repetition, and few of them in a row.
pub(super) fn is_quick(pattern: &str) -> bool {
    let groups = [")*", ")+", "){"].iter().any(|repeated| pattern.contains(repeated));
    !groups && pattern.bytes().filter(|byte| matches!(byte, b'*' | b'+' | b'{')).count() <= 3
}

#[cfg(test)]
mod tests {
    use super::{is_quick, of};

    #[test]
    fn a_pattern_means_the_whole_text() {
        assert_eq!(of("^[a-z|]+$").as_deref(), Ok("^[a-z|]+$"));
        assert_eq!(of("(a|b)").as_deref(), Ok("^(?:(a|b))$"));
        assert_eq!(of("^a|b$").as_deref(), Ok("^(?:^a|b$)$"));
        assert_eq!(of(r"^a\$").as_deref(), Ok(r"^(?:^a\$)$"));
    }

    #[test]
    fn what_only_java_reads_is_refused() {
        assert!(of("a++").unwrap_err().starts_with("JavaScript does not read it"));
        assert!(of(r"\p{L}+").unwrap_err().contains("otherwise than Java"));
        assert!(of(&"a".repeat(501)).is_err());
    }

    #[test]
    fn repeated_repetitions_are_not_tried() {
        assert!(is_quick("^[a-z]+$"));
        assert!(!is_quick("^(a+)+$"));
    }
}
