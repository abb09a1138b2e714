//! Where something stands in a source.

use std::ops::Range;

/// Where something stands: byte offsets into the source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub(super) struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// From the beginning of this to the end of the other.
    pub fn to(self, other: Span) -> Span {
        Span { start: self.start, end: other.end.max(self.start) }
    }

    /// As a range to cut the source with.
    pub fn range(self) -> Range<usize> {
        self.start..self.end
    }
}
