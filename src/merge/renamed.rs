//! Where only names change, lines that a person left as they were have the new names before anything is merged: what the
//! person wrote beside such a line is then no change of the same place.

use std::collections::HashMap;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::Sides;

/// The base and ours, in which every line that a person did not touch is already as it is generated now.
///
/// Lines are paired where a stretch of them became as many others. All others stay.
pub fn renamed(sides: Sides<'_>) -> (Vec<u8>, Vec<u8>) {
    let [base, ours, theirs] = [sides.base, sides.ours, sides.theirs].map(lines);
    let kept: HashMap<usize, usize> = same(&base, &ours).collect();
    let pairs = replaced(&base, &theirs).filter_map(|(old, new)| Some((old, *kept.get(&old)?, new)));
    let (mut new_base, mut new_ours) = (base.clone(), ours.clone());
    for (old, our, new) in pairs {
        new_base[old].0 = theirs[new].0;
        new_ours[our].0 = theirs[new].0;
    }
    (text(&new_base), text(&new_ours))
}

/// A line and its end.
type Line<'a> = (&'a [u8], &'a [u8]);

fn lines(text: &[u8]) -> Vec<Line<'_>> {
    let line = |line: &[u8]| line.iter().rposition(|byte| !b"\r\n".contains(byte)).map_or(0, |last| last + 1);
    text.split_inclusive(|byte| *byte == b'\n').map(|whole| whole.split_at(line(whole))).collect()
}

fn text(lines: &[Line<'_>]) -> Vec<u8> {
    lines.iter().flat_map(|(line, end)| [*line, *end]).flatten().copied().collect()
}

fn difference(one: &[Line<'_>], other: &[Line<'_>]) -> Vec<DiffOp> {
    let words = |lines: &[Line<'_>]| lines.iter().map(|(line, _)| line.to_vec()).collect::<Vec<_>>();
    capture_diff_slices(Algorithm::Histogram, &words(one), &words(other))
}

/// Lines that both have.
fn same(one: &[Line<'_>], other: &[Line<'_>]) -> impl Iterator<Item = (usize, usize)> {
    let equal = difference(one, other).into_iter().filter(|step| matches!(step, DiffOp::Equal { .. }));
    equal.flat_map(|step| step.old_range().zip(step.new_range()))
}

/// Lines of the one and what became of each in the other.
fn replaced(one: &[Line<'_>], other: &[Line<'_>]) -> impl Iterator<Item = (usize, usize)> {
    let is_paired = |step: &DiffOp| matches!(step, DiffOp::Replace { old_len, new_len, .. } if old_len == new_len);
    difference(one, other).into_iter().filter(is_paired).flat_map(|step| step.old_range().zip(step.new_range()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::merge::{Labels, Merged, merge};
    use crate::workspace_path::WorkspacePath;

    fn merged(base: &str, ours: &str, theirs: &str) -> Result<String, usize> {
        let sides = Sides { base: base.as_bytes(), ours: ours.as_bytes(), theirs: theirs.as_bytes() };
        let (base, ours) = renamed(sides);
        let sides = Sides { base: &base, ours: &ours, theirs: sides.theirs };
        match merge(&WorkspacePath::new("a.txt").unwrap(), sides, &Labels::default()) {
            Merged::Clean(bytes) => Ok(String::from_utf8(bytes).unwrap()),
            Merged::Conflicted { hunks, .. } => Err(hunks),
            Merged::Binary => Err(0),
        }
    }

    #[test]
    fn what_stands_beside_a_renamed_line_is_no_conflict() {
        let found = merged("pet\nend\n", "mine\npet\nmine, too\nend\n", "animal\nend\n");
        assert_eq!(found, Ok("mine\nanimal\nmine, too\nend\n".to_owned()));
        let found = merged("a pet\nhis pet\n", "a pet\nmine\nhis pet\n", "an animal\nits animal\n");
        assert_eq!(found, Ok("an animal\nmine\nits animal\n".to_owned()));
    }

    #[test]
    fn a_line_that_a_person_changed_or_took_away_is_still_for_them_to_decide() {
        assert_eq!(merged("pet\nend\n", "my pet\nend\n", "animal\nend\n"), Err(1));
        assert_eq!(merged("pet\nend\n", "end\n", "animal\nend\n"), Err(1));
    }

    #[test]
    fn ends_of_lines_stay_as_a_person_has_them() {
        let found = merged("pet\nend\n", "pet\r\nmine\r\nend", "animal\nend\n");
        assert_eq!(found, Ok("animal\r\nmine\r\nend".to_owned()));
    }

    #[test]
    fn more_or_fewer_lines_are_merged_as_ever() {
        let found = merged("pet\n1\n2\n", "pet\n1\n2\nmine\n", "animal\nof ours\n1\n2\n");
        assert_eq!(found, Ok("animal\nof ours\n1\n2\nmine\n".to_owned()));
    }
}
