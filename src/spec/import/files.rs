//! Several files read as one text, so that a place in it is enough to know the file.

use super::{Note, place::Places};

/// The texts of all files behind each other.
pub(super) struct Files<'f> {
    pub source: String,
    names: Vec<&'f str>,
    /// Where each begins in `source`.
    pub starts: Vec<usize>,
}

impl<'f> Files<'f> {
    /// Of names with their texts; byte order marks are left out.
    pub fn of(files: &'f [(String, String)]) -> Self {
        let mut source = String::with_capacity(files.iter().map(|(_, text)| text.len() + 1).sum());
        let mut starts = Vec::new();
        for (_, text) in files {
            starts.push(source.len());
            source.push_str(text.strip_prefix('\u{feff}').unwrap_or(text));
            source.push('\n');
        }
        Self { source, names: files.iter().map(|(name, _)| name.as_str()).collect(), starts }
    }

    /// Gives every note its file and the line in it, where there are several.
    pub fn attribute(&self, notes: &mut [Note]) {
        if self.names.len() < 2 {
            return;
        }
        let places = Places::of(&self.source);
        let lines: Vec<usize> = self.starts.iter().map(|start| places.of_offset(*start).0).collect();
        for note in notes {
            let at = lines.partition_point(|line| *line <= note.line).saturating_sub(1);
            note.line -= lines[at] - 1;
            note.file = Some(self.names[at].to_owned());
        }
    }
}
