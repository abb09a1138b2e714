//! A page in Markdown, read line by line.

use std::collections::HashSet;

pub struct Page<'a> {
    /// Without what stands in fences.
    lines: Vec<&'a str>,
}

impl<'a> Page<'a> {
    pub fn read(text: &'a str) -> Self {
        let mut fenced = false;
        let lines = text.lines().filter(|line| {
            let is_fence = line.starts_with("```");
            fenced ^= is_fence;
            !fenced && !is_fence
        });
        let page = Self { lines: lines.collect() };
        assert!(!fenced, "a fence is open:\n{text}");
        page
    }

    pub fn headings(&self) -> impl Iterator<Item = &'a str> {
        let headings = self.lines.iter().filter(|line| line.starts_with('#'));
        headings.map(|line| line.trim_start_matches('#').trim())
    }

    pub fn anchors(&self) -> HashSet<String> {
        self.headings().map(|heading| heading.to_lowercase().replace(' ', "-")).collect()
    }

    /// Targets of links.
    pub fn links(&self) -> Vec<&'a str> {
        let after = self.lines.iter().flat_map(|line| {
            line.match_indices("](").filter(|(at, _)| !line[..*at].ends_with('\\')).map(|(at, _)| &line[at + 2..])
        });
        after.map(|rest| rest.split(')').next().unwrap()).collect()
    }

    /// The rows of all tables whose first header and any other are these, each with the heading above it.
    pub fn rows(&self, first: &str, other: &str) -> impl Iterator<Item = (&'a str, Vec<&'a str>)> {
        let mut rows = Vec::new();
        let (mut section, mut wanted, mut at) = ("", false, 0);
        for line in &self.lines {
            if line.starts_with('#') {
                section = line.trim_start_matches('#').trim();
            }
            if !line.starts_with('|') {
                at = 0;
                continue;
            }
            let row = cells(line);
            if at == 0 {
                wanted = row[0] == first && row.contains(&other);
            } else if at > 1 && wanted {
                rows.push((section, row));
            }
            at += 1;
        }
        rows.into_iter()
    }

    /// `name: type` of the fields under a message's heading, or only the names where there are no types.
    pub fn fields(&self, message: &str) -> Vec<String> {
        let typed = self.rows("Field", "Type").filter(|(section, _)| *section == message);
        let typed = typed.map(|(_, row)| format!("{}: {}", bare(row[0]), bare(row[1])));
        let filters = self.rows("Field", "Conditions").filter(|(section, _)| *section == message);
        typed.chain(filters.map(|(_, row)| bare(row[0]))).collect()
    }

    /// What is code in a cell of a method's row.
    pub fn in_code(&self, first: &str, other: &str, method: &str, cell: usize) -> Vec<String> {
        let (_, row) = self.rows(first, other).find(|(_, row)| bare(row[0]) == method).unwrap();
        row[cell].split('`').skip(1).step_by(2).map(str::to_owned).collect()
    }

    /// Every row of a table has as many cells as its header.
    pub fn assert_even(&self, name: &str) {
        let mut width = 0;
        for line in &self.lines {
            if !line.starts_with('|') {
                width = 0;
                continue;
            }
            let found = cells(line).len();
            assert!(width == 0 || width == found, "{name}: {line}");
            width = found;
        }
    }
}

/// Without its backticks.
pub fn bare(cell: &str) -> String {
    cell.trim_matches('`').to_owned()
}

/// The cells of a row; a bar behind a backslash does not end one.
fn cells(row: &str) -> Vec<&str> {
    let mut cells = Vec::new();
    let mut start = 1;
    for (at, _) in row.match_indices('|').skip(1) {
        if !row[..at].ends_with('\\') {
            cells.push(row[start..at].trim());
            start = at + 1;
        }
    }
    cells
}
