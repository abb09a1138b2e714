//! Byte offsets to lines and columns.

/// Where the lines of a source begin, and how many characters are before every stretch of it, so that a place is found in a time
/// that depends neither on the size of the file nor on the length of its lines. Lines end with LF, CR LF or a lone CR.
pub(super) struct Places<'a> {
    bytes: &'a [u8],
    starts: Vec<usize>,
    characters: Vec<usize>,
}

/// Bytes between two counts of characters.
const STRETCH: usize = 1024;

const BYTE_ORDER_MARK: &str = "\u{feff}";

impl<'a> Places<'a> {
    pub fn of(source: &'a str) -> Self {
        let bytes = source.as_bytes();
        let ends = bytes.iter().enumerate().filter(|(at, byte)| match byte {
            b'\n' => true,
            b'\r' => bytes.get(at + 1) != Some(&b'\n'),
            _ => false,
        });
        let starts = std::iter::once(0).chain(ends.map(|(at, _)| at + 1)).collect();
        let mut characters = vec![0];
        for stretch in bytes.chunks(STRETCH) {
            characters.push(characters.last().copied().unwrap_or_default() + count(stretch));
        }
        Self { bytes, starts, characters }
    }

    /// Line, and column in characters, of a byte offset; both from 1. A byte order mark is no character.
    pub fn of_offset(&self, offset: usize) -> (usize, usize) {
        let line = self.starts.partition_point(|start| *start <= offset);
        let start = self.starts[line - 1];
        let marked = usize::from(start == 0 && offset > 0 && self.bytes.starts_with(BYTE_ORDER_MARK.as_bytes()));
        (line, self.before(offset) - self.before(start) - marked + 1)
    }

    /// Characters before a byte offset.
    fn before(&self, offset: usize) -> usize {
        let offset = offset.min(self.bytes.len());
        let stretch = offset / STRETCH;
        self.characters[stretch] + count(&self.bytes[stretch * STRETCH..offset])
    }
}

/// Characters are counted by their first bytes.
fn count(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| **byte & 0b1100_0000 != 0b1000_0000).count()
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
        assert_eq!(places.of_offset(0), (1, 1));
        assert_eq!(places.of_offset(source.len()), (4, 1));
    }

    #[test]
    fn long_lines_are_counted_across_stretches() {
        let source = "é".repeat(5_000) + "x";
        assert_eq!(Places::of(&source).of_offset(10_000), (1, 5_001));
    }
}
