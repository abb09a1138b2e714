//! YAML that every reader understands alike, also one of YAML 1.1, where `no` is a boolean and `12:30` a number.

use std::fmt::Write as _;

use serde_json::{Map, Value};

use super::is_number;

/// How a value is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Layout {
    /// `key: value` on lines of their own, whatever is in it.
    Block,
    /// `{ key: value }` where it fits on the line, else on lines of its own.
    Flow,
}

/// What a document should look like: told for each place, by the keys that lead to it (`*` for an item of a list).
pub trait Style {
    /// How the collection at a place is laid out.
    fn layout(&self, path: &[&str]) -> Layout;

    /// Whether a blank line comes before the entry at a place.
    fn spaced(&self, path: &[&str]) -> bool;

    /// A comment on the lines before the entry at a place.
    fn above(&self, path: &[&str]) -> Option<&str>;

    /// A comment behind the entry at a place.
    fn behind(&self, path: &[&str]) -> Option<&str>;
}

/// Characters of a line before a flow collection is broken up.
const WIDTH: usize = 120;

/// A whole document of a map, with a line break at its end.
pub fn document(value: &Map<String, Value>, style: &dyn Style) -> String {
    let mut writer = Writer { out: String::new(), style, path: Vec::new(), step: 2 };
    writer.map(value, 0);
    writer.out
}

/// One entry of a map as it stands at a place, with `step` more spaces for each level and a line break at its end, as if
/// the map began at the start of a line.
pub fn entry(path: &[&str], key: &str, value: &Value, style: &dyn Style, step: usize) -> String {
    let map = Map::from_iter([(key.to_owned(), value.clone())]);
    let mut writer = Writer { out: String::new(), style, path: path.to_vec(), step };
    writer.map(&map, 0);
    writer.out
}

/// A text as a scalar: plain where every reader takes it for text, else in quotes. Fits into flow collections.
pub fn scalar(text: &str) -> String {
    if is_plain(text) { text.to_owned() } else { in_quotes(text) }
}

/// The same behind a key on a line of its own, where commas mean nothing.
fn block_scalar(text: &str) -> String {
    if is_plain(&text.replace(", ", " ")) { text.to_owned() } else { scalar(text) }
}

fn in_quotes(text: &str) -> String {
    let printable = text.chars().all(|letter| !letter.is_control() && !is_odd(letter));
    if printable && text.contains(['\\', '"']) && !text.contains('\'') {
        return format!("'{text}'");
    }
    quoted(text)
}

/// A value on one line, in flow style.
pub fn flow(value: &Value) -> String {
    match value {
        Value::Null => "null".to_owned(),
        Value::Bool(value) => value.to_string(),
        Value::Number(number) => number.to_string(),
        Value::String(text) => scalar(text),
        Value::Array(items) => format!("[{}]", items.iter().map(flow).collect::<Vec<_>>().join(", ")),
        Value::Object(entries) if entries.is_empty() => "{}".to_owned(),
        Value::Object(entries) => {
            let entries: Vec<String> =
                entries.iter().map(|(key, value)| format!("{}: {}", scalar(key), flow(value))).collect();
            format!("{{ {} }}", entries.join(", "))
        }
    }
}

fn is_plain(text: &str) -> bool {
    let Some(first) = text.chars().next() else { return false };
    let second = text.chars().nth(1).unwrap_or_default();
    let starts_well = first.is_alphabetic()
        || first.is_ascii_digit()
        || "_/(".contains(first)
        || (first == '-' && second.is_ascii_alphabetic());
    let letters_fit = text
        .chars()
        .all(|letter| letter.is_alphanumeric() || " _./-+()@;=~^<>$%?!&*|".contains(letter) || ":".contains(letter));
    // `&` and the like mean something only at the start of a word.
    let words_fit =
        text.split(' ').all(|word| !word.is_empty() && !word.starts_with(['&', '*', '!', '|', '>', '%', '@', '?']));
    let colons_fit = text.match_indices(':').all(|(at, _)| text[at + 1..].starts_with("//"));
    starts_well && letters_fit && words_fit && colons_fit && !text.chars().any(is_odd) && !is_other_than_text(text)
}

/// Whether some reader takes these characters for something other than text.
fn is_other_than_text(text: &str) -> bool {
    const WORDS: &[&str] = &["y", "n", "yes", "no", "on", "off", "true", "false", "null", "nan", "inf"];
    let first = text.chars().next().unwrap_or_default();
    WORDS.contains(&text.to_lowercase().as_str())
        || is_number(text)
        || (first.is_ascii_digit() && looks_like_number(text))
}

/// Numbers with underscores, bases, sexagesimals, dates: all that begins with a digit and has no other letters.
fn looks_like_number(text: &str) -> bool {
    let numeric = text.chars().all(|letter| letter.is_ascii_hexdigit() || "_.+-:xobTZtz ".contains(letter));
    numeric && !text.chars().all(|letter| letter.is_ascii_alphabetic())
}

/// Characters that YAML, a terminal or a reader's eye would not show as what they are.
fn is_odd(letter: char) -> bool {
    matches!(letter, '\u{85}' | '\u{a0}' | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' | '\u{fff0}'..='\u{ffff}')
}

fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for letter in text.chars() {
        match letter {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            letter if letter.is_control() || is_odd(letter) => {
                let _ = write!(out, "\\u{:04x}", u32::from(letter));
            }
            letter => out.push(letter),
        }
    }
    out.push('"');
    out
}

struct Writer<'a> {
    out: String,
    style: &'a dyn Style,
    path: Vec<&'a str>,
    /// Spaces for each level.
    step: usize,
}

impl<'a> Writer<'a> {
    fn map(&mut self, entries: &'a Map<String, Value>, indent: usize) {
        for (at, (key, value)) in entries.iter().enumerate() {
            self.path.push(key);
            if at > 0 && self.style.spaced(&self.path) {
                self.out.push('\n');
            }
            if let Some(comment) = self.style.above(&self.path) {
                for line in comment.lines() {
                    self.indented(indent, &format!("# {line}\n"));
                }
            }
            self.indented(indent, &format!("{}:", scalar(key)));
            self.entry(value, indent, indent + scalar(key).len() + 1);
            self.path.pop();
        }
    }

    fn entry(&mut self, value: &'a Value, indent: usize, used: usize) {
        if let Some(line) = self.on_one_line(value, used + 1) {
            self.out.push(' ');
            self.out.push_str(&line);
            self.end_line();
            return;
        }
        match value {
            Value::Object(entries) => {
                self.end_line();
                self.map(entries, indent + self.step);
            }
            Value::Array(items) => {
                self.end_line();
                self.list(items, indent + self.step);
            }
            _ => self.out.push('\n'),
        }
    }

    fn list(&mut self, items: &'a [Value], indent: usize) {
        self.path.push("*");
        for item in items {
            self.indented(indent, "- ");
            match (self.on_one_line(item, indent + 2), item) {
                (Some(line), _) => {
                    self.out.push_str(&line);
                    self.out.push('\n');
                }
                (None, Value::Object(entries)) => {
                    let start = self.out.len();
                    self.map(entries, indent + 2);
                    self.out.replace_range(start..start + indent + 2, "");
                }
                (None, other) => {
                    self.out.push_str(&flow(other));
                    self.out.push('\n');
                }
            }
        }
        self.path.pop();
    }

    fn on_one_line(&self, value: &Value, used: usize) -> Option<String> {
        let collection = match value {
            Value::Object(entries) => !entries.is_empty(),
            Value::Array(items) => !items.is_empty(),
            _ => false,
        };
        let line = match (value, self.path.last()) {
            (Value::String(text), Some(&last)) if last != "*" => block_scalar(text),
            _ => flow(value),
        };
        if !collection {
            return Some(line);
        }
        (self.style.layout(&self.path) == Layout::Flow && used + line.chars().count() <= WIDTH).then_some(line)
    }

    fn end_line(&mut self) {
        if let Some(comment) = self.style.behind(&self.path) {
            let line = self.out.len() - self.out.rfind('\n').map_or(0, |at| at + 1);
            let gap = 34_usize.saturating_sub(line).max(2);
            self.out.push_str(&" ".repeat(gap));
            self.out.push_str("# ");
            self.out.push_str(comment);
        }
        self.out.push('\n');
    }

    fn indented(&mut self, indent: usize, text: &str) {
        self.out.push_str(&" ".repeat(indent));
        self.out.push_str(text);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::yaml::{parse, plain_value};
    use proptest::prelude::*;

    #[test]
    fn text_that_some_reader_takes_for_something_else_is_quoted() {
        for text in [
            "",
            " a",
            "a ",
            "no",
            "Yes",
            "on",
            "null",
            "~",
            "12",
            "1_000",
            "0x1f",
            "1e3",
            ".5",
            "12:30",
            "12:30:45",
            "2026-05-02",
            "2026-05-02T10:00:00Z",
            "a: b",
            "a #b",
            "- a",
            "a:",
            "#fff",
            "@Ada",
            "a, b",
            "[a]",
            "{a}",
            "a\nb",
            "*a",
            "&a",
            "!a",
            "|",
            ">",
            "%a",
            "?",
            "\u{202e}a",
            "<<",
            "=",
            "---",
            "...",
            "1.2",
            "+1",
            "-1",
            "0o17",
            "0b1",
            "NaN",
            ".inf",
            "a\tb",
        ] {
            let written = scalar(text);
            assert!(written.starts_with(['"', '\'']), "{text:?} is written {written}");
        }
    }

    #[test]
    fn ordinary_text_stays_as_it_is() {
        for text in [
            "dog",
            "no-show",
            "Reads everything of its tenant",
            "saas@^1",
            "72h",
            "PT20M",
            "https://example.com/a",
            "image/png",
            "string!",
            "decimal(6.2)",
            "Ä ö",
            "2MB",
            "Did not come",
        ] {
            assert_eq!(scalar(text), text);
        }
        assert_eq!(scalar(r"^\d+$"), r"'^\d+$'");
        assert_eq!(scalar("it's \"so\""), r#""it's \"so\"""#);
    }

    fn any_value() -> impl Strategy<Value = Value> {
        let text = prop_oneof![".{0,12}", "[a-zA-Z0-9 :#,.@_-]{0,12}", "(yes|no|null|~|1e5|0x1F|-|[0-9:.]{1,6})"]
            .prop_map(Value::String);
        let leaf = prop_oneof![
            text,
            any::<i64>().prop_map(Value::from),
            any::<bool>().prop_map(Value::from),
            Just(Value::Null)
        ];
        leaf.prop_recursive(4, 40, 6, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..6).prop_map(Value::Array),
                prop::collection::vec((".{0,8}", inner), 0..6)
                    .prop_map(|entries| Value::Object(entries.into_iter().filter(|(key, _)| key != "<<").collect())),
            ]
        })
    }

    struct Blocks(usize);

    impl Style for Blocks {
        fn layout(&self, path: &[&str]) -> Layout {
            if path.len() > self.0 { Layout::Flow } else { Layout::Block }
        }
        fn spaced(&self, path: &[&str]) -> bool {
            path.len() == 1
        }
        fn above(&self, path: &[&str]) -> Option<&str> {
            (path.len() == 1).then_some("two\nlines")
        }
        fn behind(&self, path: &[&str]) -> Option<&str> {
            (path.len() == 2).then_some("behind: [it")
        }
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_again(entries in prop::collection::vec((".{0,8}", any_value()), 1..5), blocks in 0_usize..4) {
            let map: Map<String, Value> = entries.into_iter().filter(|(key, _)| key != "<<").collect();
            prop_assume!(!map.is_empty());
            let text = document(&map, &Blocks(blocks));
            let tree = parse(&text).map_err(|error| TestCaseError::fail(format!("{error}\n{text}")))?;
            prop_assert_eq!(tree.root.value(), Value::Object(map), "{}", text);
        }

        #[test]
        fn plain_text_is_text_to_us_as_well(text in "[ -~]{1,12}") {
            if scalar(&text) == text {
                prop_assert_eq!(plain_value(&text), Value::String(text));
            }
        }
    }
}
