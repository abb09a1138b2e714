//! Conflict markers, as `git` writes them: so `git mergetool` and every editor know what to do with them.

use std::collections::HashSet;

use super::lines::Lines;

/// What stands behind the markers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Labels {
    /// Behind `<<<<<<<`.
    pub ours: String,
    /// Behind `|||||||`.
    pub base: String,
    /// Behind `>>>>>>>`.
    pub theirs: String,
}

impl Default for Labels {
    fn default() -> Self {
        Self { ours: "yours".to_owned(), base: "generated before".to_owned(), theirs: "fountane".to_owned() }
    }
}

/// The four lines around a conflict, without their ends.
#[derive(Debug)]
pub(super) struct Markers {
    pub ours: Vec<u8>,
    pub base: Vec<u8>,
    pub between: Vec<u8>,
    pub theirs: Vec<u8>,
}

/// As `git` has it.
const USUAL: usize = 7;

impl Markers {
    /// Markers for a conflict of these texts: longer than usual, where a line of theirs could be taken for one.
    pub(super) fn for_texts<'a>(texts: impl IntoIterator<Item = &'a Lines<'a>>, labels: &Labels) -> Self {
        let lines = texts.into_iter().flat_map(|text| &text.lines);
        let taken: HashSet<usize> = lines.filter_map(|line| run(line.text)).map(|(_, length)| length).collect();
        let size = (USUAL..=USUAL + taken.len()).find(|size| !taken.contains(size)).unwrap_or(USUAL);
        let marker = |byte: u8, label: &str| {
            let mut marker = vec![byte; size];
            if !label.is_empty() {
                marker.push(b' ');
                marker.extend(label.replace(char::is_control, " ").bytes());
            }
            marker
        };
        Self {
            ours: marker(b'<', &labels.ours),
            base: marker(b'|', &labels.base),
            between: marker(b'=', ""),
            theirs: marker(b'>', &labels.theirs),
        }
    }
}

/// The letter and length of what could be taken for a marker at the start of a line.
pub(super) fn run(line: &[u8]) -> Option<(u8, usize)> {
    let first = *line.first().filter(|first| b"<|=>".contains(first))?;
    let length = line.iter().take_while(|byte| **byte == first).count();
    let ends = line.get(length).is_none_or(u8::is_ascii_whitespace);
    (length >= USUAL && ends).then_some((first, length))
}

/// The lines (from 1) of markers with these labels that still stand. A line of a person's own that looks like one says
/// something else.
pub fn marked_lines(content: &[u8], labels: &Labels) -> Vec<usize> {
    let is_marker = |line: &[u8]| {
        let Some((letter, length)) = run(line) else { return false };
        let label = match letter {
            b'<' => &labels.ours,
            b'|' => &labels.base,
            b'>' => &labels.theirs,
            _ => return false,
        };
        line[length..].trim_ascii() == label.as_bytes()
    };
    let lines = content.split(|byte| *byte == b'\n').enumerate();
    lines.filter(|(_, line)| is_marker(line)).map(|(number, _)| number + 1).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn size(text: &str) -> usize {
        Markers::for_texts([&Lines::of(text.as_bytes())], &Labels::default()).between.len()
    }

    #[test]
    fn markers_grow_where_a_line_looks_like_one() {
        assert_eq!(size("a\n======\n<<<<<<<<a\n"), 7);
        assert_eq!(size("Title\n=======\n"), 8);
        assert_eq!(size("=======\n======== \n>>>>>>>>>> x\n"), 9);
    }

    #[test]
    fn a_label_stays_on_its_line() {
        let labels = Labels { ours: "a\nb".to_owned(), ..Labels::default() };
        assert_eq!(Markers::for_texts([], &labels).ours, b"<<<<<<< a b");
    }

    #[test]
    fn a_conflict_that_is_left_is_found() {
        let text = "a\n<<<<<<< yours\nb\n||||||| generated before\n=======\nc\n>>>>>>> fountane\n";
        let found = |text: &str| marked_lines(text.as_bytes(), &Labels::default());
        assert_eq!(found(text), [2, 4, 7]);
        assert_eq!(found(&text.replace('\n', "\r\n")), [2, 4, 7]);
        assert_eq!(found(">>>>>>>>> fountane\n"), [1]);
        for whole in ["Title\n=======\n", "<<<<<<< HEAD\n>>>>>>> a quoted mail\n", "<<<<<< yours\n", ""] {
            assert_eq!(found(whole), [0; 0], "{whole}");
        }
    }
}
