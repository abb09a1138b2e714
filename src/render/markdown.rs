//! Markdown as Prettier leaves it: tables padded, and people's own words unable to become markup.

use std::collections::HashSet;

use console::measure_text_width;

/// Pads the tables of a document. Everything else is left alone.
pub(super) fn pad_tables(source: &str) -> String {
    let mut padded = String::with_capacity(source.len() * 5 / 4);
    let mut table: Vec<Vec<String>> = Vec::new();
    let mut fenced = false;
    for line in source.lines() {
        if line.trim_start().starts_with("```") {
            fenced = !fenced;
        }
        if !fenced && line.starts_with('|') {
            table.push(cells(line));
            continue;
        }
        write_table(&mut padded, &table);
        table.clear();
        padded.push_str(line);
        padded.push('\n');
    }
    write_table(&mut padded, &table);
    padded
}

/// `| a | b |` without its bars; an escaped bar is part of a cell.
fn cells(line: &str) -> Vec<String> {
    let mut cells = Vec::new();
    let mut cell = String::new();
    let mut escaped = false;
    for c in line.trim().trim_start_matches('|').chars() {
        if c == '|' && !escaped {
            cells.push(cell.trim().to_owned());
            cell.clear();
        } else {
            cell.push(c);
        }
        escaped = c == '\\' && !escaped;
    }
    cells
}

fn write_table(padded: &mut String, table: &[Vec<String>]) {
    let columns = table.iter().map(Vec::len).max().unwrap_or(0);
    let widths: Vec<usize> = (0..columns)
        .map(|column| {
            let cells = table.iter().filter_map(|row| row.get(column)).filter(|cell| !is_rule(cell));
            cells.map(|cell| measure_text_width(cell)).max().unwrap_or(0).max(3)
        })
        .collect();
    for row in table {
        for (cell, width) in row.iter().zip(&widths) {
            padded.push_str("| ");
            if is_rule(cell) {
                padded.push_str(&"-".repeat(*width));
            } else {
                padded.push_str(cell);
                padded.push_str(&" ".repeat(width - measure_text_width(cell)));
            }
            padded.push(' ');
        }
        padded.push_str("|\n");
    }
}

fn is_rule(cell: &str) -> bool {
    cell.len() >= 3 && cell.bytes().all(|byte| byte == b'-')
}

/// Somebody's words on one line, so that they read as they are written wherever they stand in a paragraph or a cell.
pub fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if escaped.is_empty() {
            escape_start(&mut escaped, word);
        } else {
            escaped.push(' ');
        }
        for c in word.chars() {
            if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '|') {
                escaped.push('\\');
            }
            escaped.push(c);
        }
    }
    escaped
}

/// What would begin a heading, a list or a quotation at the start of a line.
fn escape_start(escaped: &mut String, word: &str) {
    let marks = word.chars().all(|c| matches!(c, '#' | '+' | '-' | '=' | '~')) || word.starts_with('>');
    if marks {
        escaped.push('\\');
    }
}

/// A value as code, between as many backticks as it takes. In a table it must have no bar.
pub fn code(value: &str) -> String {
    let value = value.split(['\n', '\r']).collect::<Vec<_>>().join(" ");
    let runs: HashSet<usize> = value.split(|c| c != '`').map(str::len).filter(|length| *length > 0).collect();
    let fence = "`".repeat((1..=runs.len() + 1).find(|length| !runs.contains(length)).unwrap_or(1));
    let space = if value.is_empty() || value.starts_with(['`', ' ']) || value.ends_with(['`', ' ']) { " " } else { "" };
    format!("{fence}{space}{value}{space}{fence}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pads_tables_and_nothing_in_fences() {
        let source = "# T\n\n| Check | Command |\n| --- | --- |\n| Types | `a \\| b` |\n\n```\n| a | b |\n```\n";
        insta::assert_snapshot!(pad_tables(source), @"
        # T

        | Check | Command  |
        | ----- | -------- |
        | Types | `a \\| b` |

        ```
        | a | b |
        ```
        ");
    }

    #[test]
    fn a_value_stands_between_more_backticks_than_it_has() {
        let written = ["a", "a`b", "`a``", " a", "", "a\nb"].map(code);
        assert_eq!(written, ["`a`", "``a`b``", "``` `a`` ```", "`  a `", "`  `", "`a b`"]);
    }

    #[test]
    fn keeps_words_from_becoming_markup() {
        assert_eq!(escape("# a *b*\n[c](d) | e"), "\\# a \\*b\\* \\[c\\](d) \\| e");
    }
}
