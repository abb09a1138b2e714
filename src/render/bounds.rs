//! Bounds of what a template may ask for: templates come from elsewhere, too, and none may fill a disk or a stack.

use std::sync::atomic::{AtomicUsize, Ordering};

use super::text::TextError;

/// All files of a workspace together: a hundred times what the largest of ours have.
const MOST_BYTES: usize = 512 * 1024 * 1024;
/// Blocks within blocks. Handlebars reads and renders each with a frame of the stack.
const DEEPEST: usize = 64;
/// Bytes of one tag.
const LONGEST_TAG: usize = 4_096;

/// What is left of the bytes that a workspace may have.
#[derive(Debug)]
pub struct Budget(AtomicUsize);

impl Default for Budget {
    fn default() -> Self {
        Self(AtomicUsize::new(MOST_BYTES))
    }
}

impl Budget {
    /// Whether that many bytes more may be written.
    pub fn take(&self, bytes: usize) -> bool {
        let taken = self.0.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |left| left.checked_sub(bytes));
        taken.is_ok()
    }
}

/// Text as it is rendered, within a budget.
pub(super) struct Output<'b> {
    pub text: String,
    pub budget: &'b Budget,
}

impl handlebars::Output for Output<'_> {
    fn write(&mut self, part: &str) -> std::io::Result<()> {
        if !self.budget.take(part.len()) {
            return Err(std::io::Error::other("the templates make more than 512 MB"));
        }
        self.text.push_str(part);
        Ok(())
    }
}

/// Refuses what a template could do without end: partials and decorators, which may hold themselves, and blocks that are
/// nested too deeply.
pub(super) fn check(text: &str) -> Result<(), TextError> {
    // The blocks that are open, by how many levels each has: every `{{else if}}` lies in the one before it.
    let mut open: Vec<usize> = Vec::new();
    for (at, _) in text.match_indices("{{") {
        let end = text.floor_char_boundary(at + 2 + LONGEST_TAG);
        let tag = text[at + 2..end].trim_start_matches(['{', '~', ' ', '\t', '\n', '\r']);
        let (inside, is_whole) = tag.split_once("}}").map_or((tag, end == text.len()), |(inside, _)| (inside, true));
        let depth: usize = open.iter().sum();
        let chains = chains(inside);
        let first = inside.chars().next();
        let second = inside[first.map_or(0, char::len_utf8)..].trim_start().chars().next();
        let message = match (first, second) {
            (Some('>' | '*'), _) | (Some('#'), Some('>' | '*')) => Some("templates have no partials and no decorators"),
            (Some('#' | '^'), Some(_)) if depth >= DEEPEST => Some("blocks are nested more than 64 deep"),
            _ if chains && depth >= DEEPEST => Some("more than 64 conditions follow each other"),
            _ if nested(inside) > DEEPEST => Some("brackets are nested more than 64 deep"),
            _ if !is_whole => Some("a tag is longer than 4,096 bytes"),
            _ => None,
        };
        if let Some(message) = message {
            let line = text[..at].matches('\n').count() + 1;
            let column = text[..at].chars().rev().take_while(|letter| *letter != '\n').count() + 1;
            return Err(TextError { line, column, message: message.to_owned() });
        }
        match first {
            Some('#') => open.push(1),
            Some('/') => drop(open.pop()),
            _ if chains => open.last_mut().into_iter().for_each(|levels| *levels += 1),
            _ => {}
        }
    }
    Ok(())
}

/// Whether a tag is an `else` with a condition of its own.
fn chains(tag: &str) -> bool {
    let rest = tag.strip_prefix("else").or_else(|| tag.strip_prefix('^'));
    rest.is_some_and(|rest| !rest.trim_matches(['~', ' ', '\t', '\n', '\r']).is_empty())
}

fn nested(tag: &str) -> usize {
    let (mut depth, mut deepest) = (0_usize, 0);
    for letter in tag.bytes() {
        match letter {
            b'(' | b'[' => depth += 1,
            b')' | b']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        deepest = deepest.max(depth);
    }
    deepest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_could_hold_itself_is_refused() {
        for text in
            ["a {{> b}}", "{{#> b}}x{{/b}}", "{{~> b}}", "{{#*inline \"b\"}}{{/inline}}", "{{* b}}", "{{# > b}}"]
        {
            assert!(check(text).is_err(), "{text}");
        }
        let error = check("a\n  {{> b}}").unwrap_err();
        assert_eq!((error.line, error.column), (2, 3));
    }

    #[test]
    fn conditions_without_end_and_tags_without_end_are_refused() {
        let chain = |count| format!("{{{{#if a}}}}{}{{{{/if}}}}", "{{else if b}}x".repeat(count));
        check(&chain(60)).unwrap();
        assert!(check(&chain(100_000)).is_err());
        // In no time, though every brace could begin a tag.
        assert!(check(&"{{".repeat(2_000_000)).is_err());
        assert!(check(&format!("{{{{ a {} }}}}", " ".repeat(5_000))).is_err());
    }

    #[test]
    fn ordinary_templates_pass() {
        check("{{#if (and a (not b))}}x{{else}}{{#each c}}{{this}}{{/each}}{{/if}} a > b {{! > }} \\{{x}}").unwrap();
        check(&"{{#if a}}x{{/if}}".repeat(1_000)).unwrap();
    }

    #[test]
    fn what_is_nested_too_deeply_is_refused() {
        check(&"{{#if a}}".repeat(DEEPEST)).unwrap();
        check(&"{{#if a}}".repeat(DEEPEST + 1)).unwrap_err();
        check(&format!("{{{{a {}}}}}", "(not ".repeat(100_000))).unwrap_err();
    }

    #[test]
    fn a_budget_ends() {
        let budget = Budget::default();
        assert!(budget.take(MOST_BYTES));
        assert!(!budget.take(1));
    }
}
