//! Answers that are there before anybody is asked: an answers file, then `--set`, as one tree of the spec's shape.

use serde_json::{Map, Value};

use crate::spec::question::Question;
use crate::yaml;

/// A tree of the spec's shape, incomplete.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Answers {
    tree: Map<String, Value>,
}

/// Why given answers cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AnswersError {
    /// The file is not a YAML map.
    #[error("`{file}` holds no answers: {reason}")]
    File {
        /// Which.
        file: String,
        /// With line and column, where there is one.
        reason: String,
    },
    /// `--set` without a path or an equals sign.
    #[error("`{0}` sets nothing")]
    NoPath(String),
    /// A path leads through something that is no map.
    #[error("`{path}` cannot be set: `{through}` is not a map")]
    Through {
        /// The whole path.
        path: String,
        /// The part that is no map.
        through: String,
    },
    /// An answer will not do.
    #[error("`{path}`: {reason}")]
    Wrong {
        /// The question's path.
        path: String,
        /// Why, and what would do.
        reason: String,
    },
}

impl Answers {
    /// Reads an answers file: YAML in the spec's shape, with only what one wants to say.
    pub fn read(file: &str, text: &str) -> Result<Self, AnswersError> {
        let wrong = |reason: String| AnswersError::File { file: file.to_owned(), reason };
        match yaml::read::<Value>(text).map_err(|error| wrong(error.to_string()))? {
            Value::Object(tree) => Ok(Self { tree }),
            Value::Null => Ok(Self::default()),
            _ => Err(wrong("it is not a map".to_owned())),
        }
    }

    /// A tree that is there already.
    pub fn of(tree: Map<String, Value>) -> Self {
        Self { tree }
    }

    /// The answer at a path.
    pub fn get(&self, path: &str) -> Option<&Value> {
        let (first, rest) = split(path);
        rest.iter().try_fold(self.tree.get(first)?, |value, key| value.get(key))
    }

    /// Sets the answer at a path.
    pub fn set(&mut self, path: &str, value: Value) -> Result<(), AnswersError> {
        let (first, rest) = split(path);
        if path.is_empty() || first.is_empty() || rest.iter().any(|key| key.is_empty()) {
            return Err(AnswersError::NoPath(path.to_owned()));
        }
        let mut keys = std::iter::once(first).chain(rest).peekable();
        let mut map = &mut self.tree;
        while let Some(key) = keys.next() {
            if keys.peek().is_none() {
                map.insert(key.to_owned(), value);
                return Ok(());
            }
            let inner = map.entry(key).or_insert_with(|| Value::Object(Map::new()));
            let Value::Object(inner) = inner else {
                return Err(AnswersError::Through { path: path.to_owned(), through: key.to_owned() });
            };
            map = inner;
        }
        Ok(())
    }

    /// Takes the answer at a path away.
    pub fn remove(&mut self, path: &str) {
        let mut keys: Vec<&str> = path.split('.').collect();
        let last = keys.pop().unwrap_or_default();
        let map = keys.into_iter().try_fold(&mut self.tree, |map, key| map.get_mut(key).and_then(Value::as_object_mut));
        if let Some(map) = map {
            map.shift_remove(last);
        }
    }

    /// Sets what `--set PATH=VALUE` says: read as the question at the path reads it, as YAML where there is none.
    pub fn set_text(&mut self, assignment: &str, questions: &[Question]) -> Result<(), AnswersError> {
        let (path, text) = assignment.split_once('=').ok_or_else(|| AnswersError::NoPath(assignment.to_owned()))?;
        let path = path.trim();
        let wrong = |reason: String| AnswersError::Wrong { path: path.to_owned(), reason };
        let value = match questions.iter().find(|question| question.path == path) {
            Some(question) => question.read(text).map_err(|error| wrong(error.to_string()))?,
            None => yaml::read::<Value>(text).map_err(|error| wrong(error.to_string()))?,
        };
        self.set(path, value)
    }

    /// The whole tree.
    pub fn tree(&self) -> &Map<String, Value> {
        &self.tree
    }

    /// The whole tree.
    pub fn into_tree(self) -> Map<String, Value> {
        self.tree
    }
}

fn split(path: &str) -> (&str, Vec<&str>) {
    let mut keys = path.split('.');
    (keys.next().unwrap_or_default(), keys.collect())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn later_ones_win_and_trees_grow() {
        let mut answers = Answers::read("a.yaml", "project: { name: shop }\ntenancy: rls\n").unwrap();
        answers.set_text("tenancy=none", &[]).unwrap();
        answers.set_text("apps.web.locales=[en, de]", &[]).unwrap();
        answers.set_text("project.title=My shop", &[]).unwrap();
        let expected = json!({
            "project": { "name": "shop", "title": "My shop" },
            "tenancy": "none",
            "apps": { "web": { "locales": ["en", "de"] } },
        });
        assert_eq!(Value::Object(answers.tree().clone()), expected);
        assert_eq!(answers.get("apps.web.locales"), Some(&json!(["en", "de"])));
        assert_eq!(answers.get("apps.mobile"), None);
    }

    #[test]
    fn faults_are_named() {
        let mut answers = Answers::read("a.yaml", "tenancy: rls\n").unwrap();
        let said = [
            answers.set_text("tenancy", &[]).unwrap_err().to_string(),
            answers.set_text("=a", &[]).unwrap_err().to_string(),
            answers.set_text("tenancy.kind=a", &[]).unwrap_err().to_string(),
            Answers::read("a.yaml", "- a\n").unwrap_err().to_string(),
        ];
        insta::assert_snapshot!(said.join("\n"), @r"
        `tenancy` sets nothing
        `` sets nothing
        `tenancy.kind` cannot be set: `tenancy` is not a map
        `a.yaml` holds no answers: it is not a map
        ");
    }
}
