//! The lines around a finding, with a mark under it.

use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet, renderer::DEFAULT_TERM_WIDTH};

use crate::verify::Diagnostic;

/// Lines before and after.
const AROUND: usize = 1;
/// Longer lines are cut: somebody's bundle.
const WIDEST: usize = 400;

/// Shows a finding in its text; `path` is how a person here would type the file's path. Without a place it is the title.
pub fn frame(text: Option<&str>, found: &Diagnostic, path: &str, colour: bool) -> String {
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() }.term_width(DEFAULT_TERM_WIDTH);
    let code = found.code.as_deref().unwrap_or(found.tool);
    let title = Level::ERROR.primary_title(found.message.as_str()).id(code);
    let window = text.zip(found.line).and_then(|(text, line)| Window::of(text, line as usize, found.column));
    let Some(window) = window else {
        return renderer.render(&[title.element(Level::NOTE.message(path))]);
    };
    let mark = AnnotationKind::Primary.span(window.mark.clone());
    let snippet =
        Snippet::source(window.text.as_str()).path(path).line_start(window.first).fold(false).annotation(mark);
    renderer.render(&[title.element(snippet)])
}

/// Some lines of a text.
struct Window {
    text: String,
    /// The number of the first, from 1.
    first: usize,
    /// Bytes of `text`.
    mark: std::ops::Range<usize>,
}

impl Window {
    /// Around a line; none where the text has no such line.
    fn of(text: &str, line: usize, column: Option<u32>) -> Option<Self> {
        let first = line.checked_sub(1)?.saturating_sub(AROUND);
        let lines: Vec<&str> = text.lines().skip(first).take(line - first + AROUND).map(cut).collect();
        let marked = *lines.get(line - 1 - first)?;
        let before: usize = lines[..line - 1 - first].iter().map(|line| line.len() + 1).sum();
        let start = byte_of(marked, column.unwrap_or(1));
        let word = marked[start..].find(|letter: char| !letter.is_alphanumeric() && letter != '_' && letter != '$');
        let length = word.unwrap_or(marked.len() - start);
        let length = if length > 0 { length } else { marked[start..].chars().next().map_or(0, char::len_utf8) };
        let mark = before + start..before + start + length;
        Some(Self { text: lines.join("\n"), first: first + 1, mark })
    }
}

/// The byte of a column that is counted in UTF-16 units, from 1.
fn byte_of(line: &str, column: u32) -> usize {
    let mut units = 1;
    for (at, letter) in line.char_indices() {
        if units >= column {
            return at;
        }
        units += u32::try_from(letter.len_utf16()).unwrap_or(1);
    }
    line.len()
}

fn cut(line: &str) -> &str {
    line.char_indices().nth(WIDEST).map_or(line, |(at, _)| &line[..at])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str, line: u32, column: u32) -> String {
        let found = Diagnostic {
            line: Some(line),
            column: Some(column),
            code: Some("TS2304".to_owned()),
            ..Diagnostic::error("tsc", "Cannot find name 'area'.")
        };
        frame(Some(text), &found, "src/a.ts", false)
    }

    #[test]
    fn a_frame_has_the_line_with_its_neighbours_and_a_mark_below_the_word() {
        insta::assert_snapshot!(shown("one\ntwo\nconst 💥 = area(1);\nfour\nfive\n", 3, 12), @r"
        error[TS2304]: Cannot find name 'area'.
         --> src/a.ts:3:11
          |
        2 | two
        3 | const 💥 = area(1);
          |            ^^^^
        4 | four
          |
        ");
    }

    #[test]
    fn a_place_that_is_not_there_is_no_danger() {
        for (line, column) in [(0, 0), (1, 0), (1, 99), (2, 1), (u32::MAX, u32::MAX)] {
            assert!(shown("é\r\n", line, column).contains("Cannot find name"));
            assert!(shown("", line, column).contains("Cannot find name"));
        }
    }
}
