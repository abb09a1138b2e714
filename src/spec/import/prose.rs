//! Texts of several lines, told by their names where nothing else tells them.

use heck::ToSnakeCase;

/// Last words of names whose text has several lines.
const PROSE: [&str; 16] = [
    "description",
    "content",
    "body",
    "text",
    "notes",
    "note",
    "bio",
    "summary",
    "comment",
    "message",
    "excerpt",
    "html",
    "markdown",
    "details",
    "instructions",
    "about",
];

/// Whether a value of that name is usually a text of several lines.
pub(super) fn is_prose(name: &str) -> bool {
    let snake = name.to_snake_case();
    PROSE.contains(&snake.rsplit('_').next().unwrap_or(&snake))
}
