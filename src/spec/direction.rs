//! Marks that turn the direction of writing: in source code they make it read other than it is, so no text may have them.

use serde_json::Value;

use super::{
    Document,
    problem::{Path, Problem},
};

/// Whether a letter is such a mark (the embeddings, overrides and isolates of Unicode's bidirectional algorithm).
pub fn turns(letter: char) -> bool {
    matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// A problem for each text of a document that has one.
pub fn check(document: &Document) -> Vec<Problem> {
    let mut problems = Vec::new();
    let value = serde_json::to_value(document).unwrap_or_default();
    walk(&value, &Path::root(), &mut problems);
    problems
}

fn walk(value: &Value, path: &Path, problems: &mut Vec<Problem>) {
    match value {
        Value::String(text) => {
            if let Some(mark) = text.chars().find(|letter| turns(*letter)) {
                let message =
                    format!("a mark that turns the direction of writing (U+{:04X}) is in the text", u32::from(mark));
                problems.push(
                    Problem::new(path.clone(), message).mend("leave it out: source code would read other than it is"),
                );
            }
        }
        Value::Array(items) => items.iter().enumerate().for_each(|(at, item)| walk(item, &path.index(at), problems)),
        Value::Object(entries) => entries.iter().for_each(|(key, value)| walk(value, &path.key(key), problems)),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use crate::spec::load;

    #[test]
    fn a_text_that_turns_around_is_refused_at_its_place() {
        let text = "fountane: 1\nproject: { name: a }\nblueprint: saas@^1\nentities:\n  Note:\n    description: \"a\\u202Eb\"\n    fields: { title: string! }\n";
        let problems = load(text, "fountane.yaml").unwrap_err().render(false);
        assert!(problems.contains("fountane.yaml:6:18") && problems.contains("U+202E"), "{problems}");
    }
}
