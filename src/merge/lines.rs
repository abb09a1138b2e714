//! A text as lines, and what is true of all of them: how they end, whether the last one does, whether a mark stands first.

/// How a line ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ending {
    /// At the end of the file.
    Nothing,
    Lf,
    CrLf,
}

impl Ending {
    pub(super) fn bytes(self) -> &'static [u8] {
        match self {
            Self::Nothing => b"",
            Self::Lf => b"\n",
            Self::CrLf => b"\r\n",
        }
    }

    /// The same, or else the other, where the line does not end.
    pub(super) fn or(self, other: Self) -> Self {
        if self == Self::Nothing { other } else { self }
    }
}

/// One line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Line<'a> {
    /// Without its end.
    pub text: &'a [u8],
    pub ending: Ending,
}

/// How the lines of a text end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Endings {
    /// There is at most one line, and it does not end.
    Untold,
    All(Ending),
    Mixed,
}

/// A text as lines.
#[derive(Debug)]
pub(super) struct Lines<'a> {
    pub lines: Vec<Line<'a>>,
    pub endings: Endings,
    /// Whether it begins with the byte order mark of UTF-8.
    pub marked: bool,
}

pub(super) const MARK: &[u8] = b"\xef\xbb\xbf";

impl<'a> Lines<'a> {
    pub(super) fn of(content: &'a [u8]) -> Self {
        let unmarked = content.strip_prefix(MARK);
        let lines: Vec<Line<'a>> =
            unmarked.unwrap_or(content).split_inclusive(|byte| *byte == b'\n').map(line).collect();
        Self { endings: endings(&lines), lines, marked: unmarked.is_some() }
    }

    /// Whether the last line ends; none where there is no line.
    pub(super) fn is_ended(&self) -> Option<bool> {
        self.lines.last().map(|last| last.ending != Ending::Nothing)
    }
}

fn line(bytes: &[u8]) -> Line<'_> {
    if let Some(text) = bytes.strip_suffix(b"\r\n") {
        return Line { text, ending: Ending::CrLf };
    }
    match bytes.strip_suffix(b"\n") {
        Some(text) => Line { text, ending: Ending::Lf },
        None => Line { text: bytes, ending: Ending::Nothing },
    }
}

fn endings(lines: &[Line<'_>]) -> Endings {
    let mut told = lines.iter().map(|line| line.ending).filter(|ending| *ending != Ending::Nothing);
    let Some(first) = told.next() else { return Endings::Untold };
    if told.all(|ending| ending == first) { Endings::All(first) } else { Endings::Mixed }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_knows_how_its_lines_end() {
        for (content, endings, ended, marked) in [
            ("", Endings::Untold, None, false),
            ("a", Endings::Untold, Some(false), false),
            ("a\nb", Endings::All(Ending::Lf), Some(false), false),
            ("\u{feff}a\r\nb\r\n", Endings::All(Ending::CrLf), Some(true), true),
            ("a\r\nb\n", Endings::Mixed, Some(true), false),
            ("a\rb\n", Endings::All(Ending::Lf), Some(true), false),
        ] {
            let lines = Lines::of(content.as_bytes());
            assert_eq!((lines.endings, lines.is_ended(), lines.marked), (endings, ended, marked), "{content:?}");
        }
    }
}
