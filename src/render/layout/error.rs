//! What can go wrong when a generated file is laid out.

use thiserror::Error;

/// A file that cannot be laid out. Lines and columns count from 1.
#[derive(Debug, Error)]
pub enum LayoutError {
    /// The text is not what its file name promises.
    #[error("`{file}` line {line}, column {column}: {message}")]
    Syntax {
        /// The file, as the caller named it.
        file: String,
        /// Line of the error.
        line: usize,
        /// Column of the error, in characters.
        column: usize,
        /// What the parser says.
        message: String,
    },
    /// The text is right, but holds a construct that the layout does not know.
    #[error("`{file}` line {line}, column {column}: the layout does not know {construct}")]
    Unsupported {
        /// The file, as the caller named it.
        file: String,
        /// Line where the construct begins.
        line: usize,
        /// Column where the construct begins, in characters.
        column: usize,
        /// The construct.
        construct: &'static str,
    },
    /// The layout changed more than spaces, commas, parentheses and quotes: a defect of the layout.
    #[error("`{file}` line {line}, column {column}: the layout would change `{before}` to `{after}`")]
    Changed {
        /// The file, as the caller named it.
        file: String,
        /// Line of the first difference in the given text.
        line: usize,
        /// Column of the first difference in the given text, in characters.
        column: usize,
        /// The word or comment of the given text.
        before: String,
        /// What stands in its place after layout.
        after: String,
    },
}

/// A line and a column, both from 1.
pub(super) struct Place {
    pub line: usize,
    pub column: usize,
}

impl Place {
    /// The place of a byte offset in a text.
    pub fn of(text: &str, offset: usize) -> Self {
        let mut offset = offset.min(text.len());
        while !text.is_char_boundary(offset) {
            offset -= 1;
        }
        let before = &text[..offset];
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        Self { line: before.matches('\n').count() + 1, column: before[line_start..].chars().count() + 1 }
    }
}
