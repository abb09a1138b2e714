//! The text of a `/** … */` comment without its frame.

use crate::spec::direction;

/// One paragraph of text: the stars gone, lines joined by spaces. `None` where nothing is left.
pub(super) fn clean(comment: &str) -> Option<String> {
    let inner = comment.strip_prefix("/**").unwrap_or(comment);
    let inner = inner.strip_suffix("*/").unwrap_or(inner);
    let words: Vec<&str> =
        inner.lines().map(|line| line.trim().trim_start_matches('*')).flat_map(str::split_whitespace).collect();
    let text = words.join(" ");
    let text = text.trim_end_matches('*').trim_end();
    let printable: String = text.chars().filter(|letter| !letter.is_control() && !direction::turns(*letter)).collect();
    (!printable.is_empty()).then_some(printable)
}

#[cfg(test)]
mod tests {
    use super::clean;

    #[test]
    fn the_frame_goes_and_the_words_stay() {
        assert_eq!(clean("/**\r\n * Ein Müller.\r\n *\r\n * 漢字 */").as_deref(), Some("Ein Müller. 漢字"));
        assert_eq!(clean("/** x **/").as_deref(), Some("x"));
        assert_eq!(clean("/** * */"), None);
        assert_eq!(clean("/** a\u{202e}b */").as_deref(), Some("ab"));
    }
}
