//! Questions about blanks, new lines and comments around a byte offset of a source text.

fn is_blank(byte: u8) -> bool {
    byte == b' ' || byte == b'\t'
}

fn skip(text: &str, from: usize, skipped: impl Fn(u8) -> bool) -> usize {
    let bytes = text.as_bytes();
    let mut at = from;
    while at < bytes.len() && skipped(bytes[at]) {
        at += 1;
    }
    at
}

fn skip_back(text: &str, before: usize, skipped: impl Fn(u8) -> bool) -> usize {
    let bytes = text.as_bytes();
    let mut at = before;
    while at > 0 && skipped(bytes[at - 1]) {
        at -= 1;
    }
    at
}

pub(super) fn skip_blanks(text: &str, from: usize) -> usize {
    skip(text, from, is_blank)
}

pub(super) fn skip_newline(text: &str, from: usize) -> usize {
    let rest = &text.as_bytes()[from.min(text.len())..];
    if rest.starts_with(b"\r\n") {
        from + 2
    } else if rest.starts_with(b"\n") || rest.starts_with(b"\r") {
        from + 1
    } else {
        from
    }
}

fn skip_block_comment(text: &str, from: usize) -> usize {
    let rest = &text.as_bytes()[from.min(text.len())..];
    if !rest.starts_with(b"/*") {
        return from;
    }
    rest[2..].windows(2).position(|pair| pair == b"*/").map_or(from, |at| from + 2 + at + 2)
}

fn skip_line_comment(text: &str, from: usize) -> usize {
    if text.as_bytes()[from.min(text.len())..].starts_with(b"//") {
        skip(text, from, |byte| byte != b'\n' && byte != b'\r')
    } else {
        from
    }
}

/// Whether nothing but blanks stands between `at` and the end of its line.
pub(super) fn newline_follows(text: &str, at: usize) -> bool {
    let end = skip_blanks(text, at);
    skip_newline(text, end) != end
}

/// Whether nothing but blanks stands between the start of the line and `at`.
pub(super) fn newline_precedes(text: &str, at: usize) -> bool {
    let start = skip_back(text, at, is_blank);
    start > 0 && matches!(text.as_bytes()[start - 1], b'\n' | b'\r')
}

pub(super) fn has_newline_between(text: &str, from: usize, to: usize) -> bool {
    from < to && text.as_bytes()[from..to].contains(&b'\n')
}

/// Where the next token begins after `at`, comments skipped.
pub(super) fn next_token(text: &str, at: usize) -> usize {
    let mut at = at;
    loop {
        let before = at;
        at = skip_newline(text, skip_line_comment(text, skip_block_comment(text, skip_blanks(text, at))));
        if at == before {
            return at;
        }
    }
}

/// The byte of the next token after `at`; zero at the end.
pub(super) fn next_byte(text: &str, at: usize) -> u8 {
    text.as_bytes().get(next_token(text, at)).copied().unwrap_or(0)
}

/// Whether the line after the one that ends at `at` is empty.
pub(super) fn next_line_is_empty(text: &str, at: usize) -> bool {
    let mut at = at;
    loop {
        let before = at;
        at = skip(text, at, |byte| matches!(byte, b',' | b';' | b' ' | b'\t'));
        at = skip_blanks(text, skip_block_comment(text, at));
        if at == before {
            break;
        }
    }
    newline_follows(text, skip_newline(text, skip_line_comment(text, at)))
}

/// The offset after the comma that follows an array element, comments skipped.
pub(super) fn comma_after(text: &str, at: usize) -> usize {
    let mut at = at;
    while at < text.len() && text.as_bytes()[at] != b',' {
        at = skip_block_comment(text, skip_line_comment(text, at + 1));
    }
    at
}

/// Whether the line before the one that holds `at` is empty.
pub(super) fn previous_line_is_empty(text: &str, at: usize) -> bool {
    let bytes = text.as_bytes();
    let step = |at: usize| {
        if at >= 2 && bytes[at - 1] == b'\n' && bytes[at - 2] == b'\r' {
            at - 2
        } else if at >= 1 && matches!(bytes[at - 1], b'\n' | b'\r') {
            at - 1
        } else {
            at
        }
    };
    let line_start = step(skip_back(text, at, is_blank));
    let previous = skip_back(text, line_start, is_blank);
    step(previous) != previous
}
