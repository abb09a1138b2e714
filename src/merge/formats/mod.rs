//! Kinds of files that have more structure than lines.

mod json;
mod line_set;
mod typescript;
mod yaml;

#[cfg(test)]
mod properties;
#[cfg(test)]
mod tests;

use super::structure::{Dialect, Entry, Reading, Readings, nothing_is_lost, weave};
use super::{Labels, Merged, Sides, text};
use crate::workspace_path::WorkspacePath;

/// A larger file is merged by lines alone.
const MAX_BYTES: usize = 2 * 1024 * 1024;

/// How a file is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Format<'a> {
    Json,
    Yaml,
    /// With the name of the file, which tells TypeScript from TSX.
    TypeScript(&'a str),
    /// Each line stands for itself.
    Lines,
}

impl<'a> Format<'a> {
    /// The format of a file; none where it is but text.
    pub(super) fn of(path: &'a WorkspacePath) -> Option<Self> {
        let name = path.as_str().rsplit('/').next().unwrap_or_default();
        if name.starts_with(".env") || name.ends_with("ignore") {
            return Some(Self::Lines);
        }
        match path.extension()? {
            "json" | "jsonc" => Some(Self::Json),
            "yaml" | "yml" => Some(Self::Yaml),
            "ts" | "tsx" | "mts" | "cts" => Some(Self::TypeScript(name)),
            _ => None,
        }
    }

    /// Makes of a merge by lines what can be made of it: a conflict that is none becomes clean, and what merged into a text that
    /// nobody can read becomes a conflict.
    pub(super) fn improve(self, sides: Sides<'_>, by_lines: Merged, labels: &Labels) -> Merged {
        if sides.each().into_iter().any(|side| side.len() > MAX_BYTES) {
            return by_lines;
        }
        if !matches!(self, Self::TypeScript(_)) {
            return self.improved(sides, by_lines, labels);
        }
        typescript::with_room(|| self.improved(sides, by_lines.clone(), labels)).unwrap_or(by_lines)
    }

    fn improved(self, sides: Sides<'_>, by_lines: Merged, labels: &Labels) -> Merged {
        let was_clean = match &by_lines {
            Merged::Binary => return by_lines,
            Merged::Conflicted { .. } => false,
            Merged::Clean(content) if self.is_sound_like(content, sides) => {
                return self.better_read(content, sides).map_or(by_lines, Merged::Clean);
            }
            Merged::Clean(_) => true,
        };
        if was_clean && !sides.each().into_iter().all(|side| self.is_sound(side)) {
            return by_lines;
        }
        match self.by_structure(sides) {
            Some(content) => Merged::Clean(content),
            None if was_clean => text::as_one_conflict(sides, labels),
            None => by_lines,
        }
    }

    /// What keys and values come to where lines came to something else: lines that are alike, such as `name: x` below several
    /// keys, can be taken for one another. A program is read for what lines cannot decide alone.
    fn better_read(self, by_lines: &[u8], sides: Sides<'_>) -> Option<Vec<u8>> {
        if !matches!(self, Self::Json | Self::Yaml) {
            return None;
        }
        let by_structure = self.by_structure(sides)?;
        let meaning = |content: &[u8]| {
            let text = text::plain(content)?;
            let root = self.read(&text)?;
            Some(Reading { text: &text, root: &root }.meaning())
        };
        (meaning(&by_structure)? != meaning(by_lines)?).then_some(by_structure)
    }

    fn by_structure(self, sides: Sides<'_>) -> Option<Vec<u8>> {
        let texts = [text::plain(sides.base)?, text::plain(sides.ours)?, text::plain(sides.theirs)?];
        let [base, ours, theirs] = &texts;
        let (base_root, our_root, their_root) = (self.read(base)?, self.read(ours)?, self.read(theirs)?);
        let readings = Readings {
            base: Reading { text: base, root: &base_root },
            ours: Reading { text: ours, root: &our_root },
            theirs: Reading { text: theirs, root: &their_root },
        };
        let woven = weave(readings, self.dialect())?;
        if !nothing_is_lost(base, ours, theirs, &woven) {
            return None;
        }
        let content = text::as_written(sides, &woven)?;
        self.is_sound_like(&content, sides).then_some(content)
    }

    fn read(self, text: &str) -> Option<Entry> {
        match self {
            Self::Json => json::read(text),
            Self::Yaml => yaml::read(text),
            Self::TypeScript(name) => typescript::read(name, text),
            Self::Lines => line_set::read(text),
        }
    }

    fn dialect(self) -> Dialect {
        match self {
            Self::Json => Dialect { same: json::same, program: false },
            Self::Yaml | Self::Lines => Dialect { same: |one, other| one == other, program: false },
            Self::TypeScript(_) => Dialect { same: typescript::same, program: true },
        }
    }

    /// Whether it can be read by whoever reads one of the sides.
    fn is_sound_like(self, content: &[u8], sides: Sides<'_>) -> bool {
        let is_relaxed = |content: &[u8]| {
            let root = text::plain(content).and_then(|text| json::read(&text));
            root.is_some_and(|root| json::has_trailing_comma(&root))
        };
        let grew = || is_relaxed(content) && !sides.each().into_iter().any(is_relaxed);
        self.is_sound(content) && !(self == Self::Json && grew())
    }

    /// Whether it can be read, with no name given twice.
    fn is_sound(self, content: &[u8]) -> bool {
        let Some(text) = text::plain(content) else { return self == Self::Lines };
        match self {
            Self::Json => json::read(&text).is_some(),
            Self::Yaml => yaml::is_sound(&text),
            Self::TypeScript(name) => typescript::is_sound(name, &text),
            Self::Lines => true,
        }
    }
}

/// A whole file.
fn whole(text: &str, containers: Vec<super::structure::Container>) -> Entry {
    Entry { key: String::new(), by_content: false, span: 0..text.len(), behind: String::new(), containers }
}
