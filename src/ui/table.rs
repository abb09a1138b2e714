//! Columns that line up.

use console::measure_text_width;

use super::{Paint, Style};

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

    fn width(&self, column: usize) -> usize {
        let cells = self.rows.iter().filter_map(|row| row.get(column)).map(|cell| measure_text_width(cell));
        cells.chain([self.headings[column].len()]).max().unwrap_or(0)
    }
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
        let padding = widths[column].saturating_sub(measure_text_width(cell)) + 2;
        line.push_str(cell);
        line.push_str(&" ".repeat(padding));
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

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
