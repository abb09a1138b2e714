//! A text with marked places, decided for one side.

use super::lines::Lines;
use super::{Labels, Merged, Sides, markers, merge};
use crate::workspace_path::WorkspacePath;

/// One of the two that changed a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// The person.
    Ours,
    /// What is generated now.
    Theirs,
}

/// Where a line of a marked text stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Outside,
    Of(Side),
    /// What both come from.
    Base,
}

/// One file merged, and every place that both changed as one side has it; none where there is no such place.
pub fn decided(path: &WorkspacePath, sides: Sides<'_>, side: Side) -> Option<Vec<u8>> {
    let labels = Labels { ours: unheard_of(sides), ..Labels::default() };
    match merge(path, sides, &labels) {
        Merged::Conflicted { with_markers, .. } => Some(of_marked(&with_markers, labels.ours.as_bytes(), side)),
        Merged::Clean(_) | Merged::Binary => None,
    }
}

/// A label that stands in none of the texts, so that a line with it is a mark.
fn unheard_of(sides: Sides<'_>) -> String {
    let longest = sides.each().into_iter().map(<[u8]>::len).max().unwrap_or_default();
    let heard = |label: &str| sides.each().into_iter().any(|text| contains(text, label.as_bytes()));
    (0..=longest).map(|number| format!("yours {number}")).find(|label| !heard(label)).unwrap_or_default()
}

fn contains(text: &[u8], part: &[u8]) -> bool {
    text.windows(part.len()).any(|window| window == part)
}

fn of_marked(with_markers: &[u8], label: &[u8], side: Side) -> Vec<u8> {
    let text = Lines::of(with_markers);
    let length = text.lines.iter().filter(|line| line.text.ends_with(label)).find_map(|line| markers::run(line.text));
    let Some((_, length)) = length else { return with_markers.to_vec() };
    let mut part = Part::Outside;
    let mut decided = if text.marked { super::lines::MARK.to_vec() } else { Vec::new() };
    for line in &text.lines {
        match markers::run(line.text) {
            Some((b'<', run)) if run == length => part = Part::Of(Side::Ours),
            Some((b'|', run)) if run == length => part = Part::Base,
            Some((b'=', run)) if run == length => part = Part::Of(Side::Theirs),
            Some((b'>', run)) if run == length => part = Part::Outside,
            _ if part == Part::Outside || part == Part::Of(side) => {
                decided.extend(line.text);
                decided.extend(line.ending.bytes());
            }
            _ => {}
        }
    }
    decided
}

#[cfg(test)]
mod tests {
    use super::*;

    fn both(base: &str, ours: &str, theirs: &str) -> [String; 2] {
        let sides = Sides { base: base.as_bytes(), ours: ours.as_bytes(), theirs: theirs.as_bytes() };
        let path = WorkspacePath::new("a.txt").unwrap();
        [Side::Ours, Side::Theirs].map(|side| String::from_utf8(decided(&path, sides, side).unwrap()).unwrap())
    }

    #[test]
    fn marked_places_are_as_the_side_has_them_and_the_rest_as_merged() {
        let base = "1\n2\n3\n4\n5\n6\n7\n8\n9\n";
        let [ours, theirs] = both(base, "1\nmine\n3\n4\nmine too\n6\n7\n8\n9\n", "1\ntheirs\n3\n4\n5\n6\n7\nnew\n9\n");
        assert_eq!(ours, "1\nmine\n3\n4\nmine too\n6\n7\nnew\n9\n");
        assert_eq!(theirs, "1\ntheirs\n3\n4\nmine too\n6\n7\nnew\n9\n");
    }

    #[test]
    fn lines_that_look_like_marks_are_lines() {
        let base = "<<<<<<< yours\n=======\n2\n";
        let [ours, theirs] = both(base, "<<<<<<< yours\n=======\nmine\n", "<<<<<<< yours\n=======\ntheirs\n");
        assert_eq!(
            [ours.as_str(), theirs.as_str()],
            ["<<<<<<< yours\n=======\nmine\n", "<<<<<<< yours\n=======\ntheirs\n"]
        );
    }
}
