//! `.gitignore`, `.env.example` and their kin: each line stands for itself.

use super::whole;
use crate::merge::structure::{Entry, Framer, Kind, Own, Syntax};

/// The file as lines with comments before them. A variable is told by its name, a pattern by itself.
pub(super) fn read(text: &str) -> Option<Entry> {
    let mut own = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let content = line.trim();
        if !content.is_empty() && !content.starts_with('#') {
            let start = at + (line.len() - line.trim_start().len());
            let variable = variable(content);
            let key = variable.unwrap_or(content).to_owned();
            let span = start..start + content.len();
            own.push(Own { key, by_content: variable.is_none(), span, containers: Vec::new() });
        }
        at += line.len();
    }
    let framer = Framer { text, syntax: Syntax::Hash };
    let container = framer.container(String::new(), Kind::BLOCK, 0..text.len(), own)?;
    Some(whole(text, vec![container]))
}

/// The name of `NAME=value`.
fn variable(line: &str) -> Option<&str> {
    let (name, _) = line.split_once('=')?;
    let name = name.strip_prefix("export ").unwrap_or(name).trim();
    let is_name = name.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '_');
    (is_name && !name.is_empty()).then_some(name)
}
