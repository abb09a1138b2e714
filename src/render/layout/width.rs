//! How many columns a text takes on screen.

/// Columns of `text`: one per character, two per wide character, none for combining marks.
pub(super) fn width(text: &str) -> usize {
    if text.is_ascii() { text.len() } else { console::measure_text_width(text) }
}
