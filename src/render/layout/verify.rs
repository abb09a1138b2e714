//! Proof that layout changed nothing but spaces, quotes, trailing commas and needless parentheses.

use oxc::ast::ast::Program;

use super::LayoutError;
use super::error::Place;
use super::typescript::{Word, words};

/// Compares two parsed texts word by word and comment by comment.
///
/// Costs one walk over each syntax tree. Returns the first difference, if there is one.
pub(super) fn same(path: &str, before: (&Program<'_>, &str), after: (&Program<'_>, &str)) -> Result<(), LayoutError> {
    let (old, new) = (words(before.0, before.1), words(after.0, after.1));
    let pairs = old.iter().map(Some).chain(std::iter::once(None)).zip(new.iter().map(Some).chain([None]));
    for (one, other) in pairs {
        if one.map(|word| &word.text) == other.map(|word| &word.text) {
            continue;
        }
        let text = |word: Option<&Word>| word.map_or_else(|| "nothing".to_owned(), |word| word.text.clone());
        let at = one.map_or(before.1.len(), |word| word.at);
        let Place { line, column } = Place::of(before.1, at);
        return Err(LayoutError::Changed {
            file: path.to_owned(),
            line,
            column,
            before: text(one),
            after: text(other),
        });
    }
    Ok(())
}
