//! Columns that line up.

use console::measure_text_width;

use super::{Paint, Style};

/// Spaces between two columns.
const GAP: usize = 2;
/// No column is made narrower than this.
const NARROWEST: usize = 16;

/// Rows of cells under headings.
#[derive(Debug, Clone)]
pub struct Table {
    headings: Vec<&'static str>,
    rows: Vec<Vec<String>>,
}

impl Table {
    /// A table with these headings.
    pub fn new(headings: impl IntoIterator<Item = &'static str>) -> Self {
        Self { headings: headings.into_iter().collect(), rows: Vec::new() }
    }

    /// Adds a row.
    pub fn row<C: Into<String>>(&mut self, cells: impl IntoIterator<Item = C>) {
        self.rows.push(cells.into_iter().map(Into::into).collect());
    }

    /// Whether it has no rows.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// As lines; the last column is not padded, a cell's line breaks are indented below it.
    pub fn lines(&self, paint: Paint) -> Vec<String> {
        let widths: Vec<usize> = (0..self.headings.len()).map(|column| self.width(column)).collect();
        let heading = laid_out(&self.headings.iter().map(|heading| (*heading).to_owned()).collect::<Vec<_>>(), &widths);
        let mut lines = vec![paint.paint(heading.trim_end(), Style::Heading)];
        for row in &self.rows {
            lines.extend(laid_out(row, &widths).split('\n').map(|line| line.trim_end().to_owned()));
        }
        lines
    }

    /// As lines that fit into a terminal of this many columns: the widest cells are broken between words.
    pub fn fitted(&self, paint: Paint, columns: usize) -> Vec<String> {
        let mut widths: Vec<usize> = (0..self.headings.len()).map(|column| self.width(column)).collect();
        let gaps = GAP * widths.len().saturating_sub(1);
        while widths.iter().sum::<usize>() + gaps > columns {
            match widths.iter_mut().max() {
                Some(widest) if *widest > NARROWEST => *widest -= 1,
                _ => break,
            }
        }
        let broken = |row: &Vec<String>| row.iter().zip(&widths).map(|(cell, width)| broken(cell, *width)).collect();
        let mut narrow = Self::new(self.headings.iter().copied());
        for row in &self.rows {
            let cells: Vec<Vec<String>> = broken(row);
            for line in 0..cells.iter().map(Vec::len).max().unwrap_or(0) {
                narrow.row(cells.iter().map(|cell| cell.get(line).cloned().unwrap_or_default()));
            }
        }
        narrow.lines(paint)
    }

    fn width(&self, column: usize) -> usize {
        let cells = self.rows.iter().filter_map(|row| row.get(column)).map(|cell| measure_text_width(cell));
        cells.chain([self.headings[column].len()]).max().unwrap_or(0)
    }
}

/// A cell in lines of at most so many columns, broken between words, and within those that are longer than a line.
fn broken(cell: &str, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in cell.split_whitespace().flat_map(|word| pieces(word, width.max(1))) {
        match lines.last_mut() {
            Some(line) if line.is_empty() => line.push_str(&word),
            Some(line) if measure_text_width(line) + 1 + measure_text_width(&word) <= width => {
                line.push(' ');
                line.push_str(&word);
            }
            _ => lines.push(word),
        }
    }
    lines
}

/// A word, in pieces where it is longer than a line.
fn pieces(word: &str, width: usize) -> Vec<String> {
    let letters: Vec<char> = word.chars().collect();
    letters.chunks(width).map(|piece| piece.iter().collect()).collect()
}

fn laid_out(cells: &[String], widths: &[usize]) -> String {
    let last = cells.len().saturating_sub(1);
    let mut line = String::new();
    for (column, cell) in cells.iter().enumerate() {
        if column == last {
            let indent = " ".repeat(measure_text_width(&line));
            line.push_str(&cell.replace('\n', &format!("\n{indent}")));
            break;
        }
        let padding = widths[column].saturating_sub(measure_text_width(cell)) + GAP;
        line.push_str(cell);
        line.push_str(&" ".repeat(padding));
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_that_is_wider_than_the_terminal_is_broken_between_words() {
        let mut table = Table::new(["line", "what", "what happens instead"]);
        table.row([
            "12",
            "a relation to an entity that is not there",
            "nothing is made of it, and the field stays away",
        ]);
        table.row(["7", "aVeryLongNameThatNoLineCanHoldAsItIs", "left out"]);
        insta::assert_snapshot!(table.fitted(Paint::new(false), 44).join("\n"), @r"
        line  what                what happens instead
        12    a relation to an    nothing is made of
              entity that is not  it, and the field
              there               stays away
        7     aVeryLongNameThatN  left out
              oLineCanHoldAsItIs
        ");
        assert_eq!(table.fitted(Paint::new(false), 500), table.lines(Paint::new(false)));
    }

    #[test]
    fn columns_line_up() {
        let mut table = Table::new(["name", "what"]);
        table.row(["saas", "everything"]);
        table.row(["minimal", "one line\nand another"]);
        insta::assert_snapshot!(table.lines(Paint::new(false)).join("\n"), @r"
        name     what
        saas     everything
        minimal  one line
                 and another
        ");
    }
}
