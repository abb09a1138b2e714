//! Any text, line by line.
//!
//! Lines are compared without their ends, so that a file which a person saved with other line ends, with a byte order mark or
//! without a last line end differs by nothing else; what both agree on, or ours decided, is how the result is written.

use std::collections::HashMap;

use super::diff3::{self, Chunk, Kind};
use super::lines::{Ending, Endings, Line, Lines, MARK};
use super::markers::{Labels, Markers};
use super::{Merged, Sides, encoding};

/// Merges three texts, all of which are worth a look: no two of them are equal.
pub(super) fn merge(sides: Sides<'_>, labels: &Labels) -> Merged {
    let (base, theirs) = encoding::like_ours(sides.base, sides.ours, sides.theirs);
    let texts = Texts { base: Lines::of(&base), ours: Lines::of(sides.ours), theirs: Lines::of(&theirs) };
    write(&texts, &texts.align(), labels)
}

/// All that differs as one conflict: for texts that merge line by line into something that nobody can read.
pub(super) fn as_one_conflict(sides: Sides<'_>, labels: &Labels) -> Merged {
    let (base, theirs) = encoding::like_ours(sides.base, sides.ours, sides.theirs);
    let texts = Texts { base: Lines::of(&base), ours: Lines::of(sides.ours), theirs: Lines::of(&theirs) };
    write(&texts, &texts.one_conflict(), labels)
}

/// A text without byte order mark, its lines ended alike and as on Unix; none where it is no UTF-8, or its lines end in
/// different ways.
pub(super) fn plain(content: &[u8]) -> Option<String> {
    let lines = Lines::of(content);
    let text = std::str::from_utf8(content.strip_prefix(MARK).unwrap_or(content)).ok()?;
    match lines.endings {
        Endings::Mixed => None,
        Endings::All(Ending::CrLf) => Some(text.replace("\r\n", "\n")),
        _ => Some(text.to_owned()),
    }
}

/// A plain text as the three sides want it written; none where these are of several minds.
pub(super) fn as_written(sides: Sides<'_>, plain: &str) -> Option<Vec<u8>> {
    let texts = Texts { base: Lines::of(sides.base), ours: Lines::of(sides.ours), theirs: Lines::of(sides.theirs) };
    let ending = match texts.endings() {
        Endings::All(ending) => ending,
        Endings::Untold => Ending::Lf,
        Endings::Mixed => return None,
    };
    let mut writer = Writer { out: Vec::new(), endings: Endings::All(ending), last: ending };
    if texts.is_marked() {
        writer.out.extend(MARK);
    }
    writer.lines(&Lines::of(plain.as_bytes()).lines, true);
    Some(writer.finish(texts.is_ended()))
}

struct Texts<'a> {
    base: Lines<'a>,
    ours: Lines<'a>,
    theirs: Lines<'a>,
}

impl<'a> Texts<'a> {
    fn each(&self) -> [&Lines<'a>; 3] {
        [&self.base, &self.ours, &self.theirs]
    }

    /// Equal lines get equal numbers.
    fn numbered(&self) -> [Vec<u32>; 3] {
        let mut numbers: HashMap<&[u8], u32> = HashMap::new();
        self.each().map(|text| {
            let number = |line: &Line<'a>| {
                let next = u32::try_from(numbers.len()).unwrap_or(u32::MAX);
                *numbers.entry(line.text).or_insert(next)
            };
            text.lines.iter().map(number).collect()
        })
    }

    fn align(&self) -> Vec<Chunk> {
        let [base, ours, theirs] = self.numbered();
        diff3::align(&base, &ours, &theirs)
    }

    /// Everything between the first and the last line that are not the same in all three.
    fn one_conflict(&self) -> Vec<Chunk> {
        let [base, ours, theirs] = self.numbered();
        let shortest = base.len().min(ours.len()).min(theirs.len());
        let head = (0..shortest).take_while(|at| base[*at] == ours[*at] && base[*at] == theirs[*at]).count();
        let last = |side: &[u32], at: usize| side[side.len() - 1 - at];
        let tail = (0..shortest - head)
            .take_while(|at| last(&base, *at) == last(&ours, *at) && last(&base, *at) == last(&theirs, *at))
            .count();
        let same = |base: usize, ours: usize, theirs: usize, length: usize| Chunk {
            kind: Kind::Unchanged,
            base: base..base + length,
            ours: ours..ours + length,
            theirs: theirs..theirs + length,
        };
        let (base, ours, theirs) = (base.len() - tail, ours.len() - tail, theirs.len() - tail);
        let conflict = Chunk { kind: Kind::Conflict, base: head..base, ours: head..ours, theirs: head..theirs };
        let chunks = [same(0, 0, 0, head), conflict, same(base, ours, theirs, tail)];
        chunks.into_iter().filter(|chunk| chunk.kind == Kind::Conflict || !chunk.base.is_empty()).collect()
    }

    /// How lines end in the result: as ours decided, or as both agree.
    fn endings(&self) -> Endings {
        if self.ours.endings == Endings::Mixed {
            return Endings::Mixed;
        }
        settle(self.base.endings, self.ours.endings, self.theirs.endings, Endings::Untold)
    }

    /// Whether the last line ends.
    fn is_ended(&self) -> bool {
        settle(self.base.is_ended(), self.ours.is_ended(), self.theirs.is_ended(), None).unwrap_or(true)
    }

    fn is_marked(&self) -> bool {
        if self.ours.marked == self.base.marked { self.theirs.marked } else { self.ours.marked }
    }
}

/// What becomes of a habit: ours where it changed, else theirs, else the base's; a text too short to show it does not count.
fn settle<T: PartialEq + Copy>(base: T, ours: T, theirs: T, untold: T) -> T {
    let known = [ours, theirs, base].into_iter().find(|habit| *habit != untold).unwrap_or(untold);
    if ours != untold && ours != base {
        return ours;
    }
    if theirs == untold { known } else { theirs }
}

fn write(texts: &Texts<'_>, chunks: &[Chunk], labels: &Labels) -> Merged {
    let hunks = chunks.iter().filter(|chunk| chunk.kind == Kind::Conflict).count();
    let markers = (hunks > 0).then(|| Markers::for_texts(texts.each(), labels));
    let ours_keeps_habit = texts.ours.endings == texts.base.endings;
    let mut writer = Writer { out: Vec::new(), endings: texts.endings(), last: first_ending(texts) };
    if texts.is_marked() {
        writer.out.extend(MARK);
    }
    for chunk in chunks {
        let (base, ours, theirs) = (
            &texts.base.lines[chunk.base.clone()],
            &texts.ours.lines[chunk.ours.clone()],
            &texts.theirs.lines[chunk.theirs.clone()],
        );
        match (chunk.kind, &markers) {
            (Kind::Unchanged, _) => {
                for ((base, ours), theirs) in base.iter().zip(ours).zip(theirs) {
                    let ending = if ours.ending == base.ending { theirs.ending } else { ours.ending };
                    writer.line(ours.text, ending);
                }
            }
            (Kind::Theirs, _) => writer.lines(theirs, ours_keeps_habit),
            (Kind::Conflict, Some(markers)) => {
                writer.line(&markers.ours, Ending::Nothing);
                writer.lines(ours, true);
                writer.line(&markers.base, Ending::Nothing);
                writer.lines(base, ours_keeps_habit);
                writer.line(&markers.between, Ending::Nothing);
                writer.lines(theirs, ours_keeps_habit);
                writer.line(&markers.theirs, Ending::Nothing);
            }
            _ => writer.lines(ours, true),
        }
    }
    let ends_in_conflict = chunks.last().is_some_and(|last| last.kind == Kind::Conflict);
    let content = writer.finish(texts.is_ended() || ends_in_conflict);
    if hunks == 0 { Merged::Clean(content) } else { Merged::Conflicted { with_markers: content, hunks } }
}

/// What a line ends with where nothing before it tells.
fn first_ending(texts: &Texts<'_>) -> Ending {
    let told = |text: &Lines<'_>| text.lines.iter().map(|line| line.ending).find(|ending| *ending != Ending::Nothing);
    told(&texts.ours).or_else(|| told(&texts.theirs)).or_else(|| told(&texts.base)).unwrap_or(Ending::Lf)
}

struct Writer {
    out: Vec<u8>,
    endings: Endings,
    /// Of the line before, or what the first one would have.
    last: Ending,
}

impl Writer {
    /// Lines with their own ends, or with that of the line before them.
    fn lines(&mut self, lines: &[Line<'_>], own_endings: bool) {
        for line in lines {
            self.line(line.text, if own_endings { line.ending } else { Ending::Nothing });
        }
    }

    fn line(&mut self, text: &[u8], ending: Ending) {
        let ending = match self.endings {
            Endings::All(ending) => ending,
            Endings::Mixed | Endings::Untold => ending.or(self.last),
        };
        self.out.extend(text);
        self.out.extend(ending.bytes());
        self.last = ending;
    }

    fn finish(mut self, ended: bool) -> Vec<u8> {
        let ending = self.last.bytes();
        if !ended && self.out.ends_with(ending) {
            self.out.truncate(self.out.len() - ending.len());
        }
        self.out
    }
}
