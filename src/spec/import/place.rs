//! Byte offsets to lines and columns.

/// Where the lines of a source begin. Lines end with LF, CR LF or a lone CR.
pub(super) struct Places<'a> {
    source: &'a str,
    starts: Vec<usize>,
}

impl<'a> Places<'a> {
    pub fn of(source: &'a str) -> Self {
        let bytes = source.as_bytes();
        let ends = bytes.iter().enumerate().filter(|(at, byte)| match byte {
            b'\n' => true,
            b'\r' => bytes.get(at + 1) != Some(&b'\n'),
            _ => false,
        });
        let starts = std::iter::once(0).chain(ends.map(|(at, _)| at + 1)).collect();
        Self { source, starts }
    }

    /// Line, and column in characters, of a byte offset; both from 1.
    pub fn of_offset(&self, offset: usize) -> (usize, usize) {
        let line = self.starts.partition_point(|start| *start <= offset);
        let start = self.starts[line - 1];
        let column = self.source.get(start..offset).map_or(0, |before| before.trim_start_matches('\u{feff}').chars().count());
        (line, column + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::Places;

    #[test]
    fn columns_count_characters_and_every_kind_of_line_ends() {
        let source = "\u{feff}ä b\r\nc\rd\n";
        let places = Places::of(source);
        let at = |needle: &str| places.of_offset(source.find(needle).unwrap());
        assert_eq!((at("b"), at("c"), at("d")), ((1, 3), (2, 1), (3, 1)));
        assert_eq!(places.of_offset(source.len()), (4, 1));
    }
}
