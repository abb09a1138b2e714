//! A question of the interview: data of a blueprint, answered by a value at a place of the spec.
//!
//! It lives here because both of its neighbours need it: a blueprint's manifest holds questions, the interview asks them.

use std::fmt::Write as _;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::pattern::finds;
use super::shorthand;

/// One question.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Question {
    /// Where the answer goes in the spec: `project.title`. Also the question's name, for `--set` and answers files.
    pub path: String,
    /// Questions of a section stand together under its name.
    pub section: String,
    /// What is asked, short.
    pub ask: String,
    /// One or two sentences for those who hesitate.
    #[serde(default)]
    pub help: String,
    /// What sort of answer it takes.
    pub kind: QuestionKind,
    /// What can be chosen, for `choice` and `multi`.
    #[serde(default)]
    pub choices: Vec<Choice>,
    /// What holds where nothing is said; text may hold `{{path}}` of earlier answers and `{{derived.title}}`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub default: Option<Value>,
    /// Asked only where this holds: a path of the answers, `!` before it, `&&` between several.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<String>,
    /// A regular expression (as JavaScript reads it) that the whole of a text must match.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pattern: Option<String>,
    /// What to write, shown where the pattern does not match.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expected: Option<String>,
    /// Least and most for a number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub range: Option<(i64, i64)>,
    /// Whether nothing is an answer too.
    #[serde(default)]
    pub optional: bool,
}

/// What sort of answer a question takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum QuestionKind {
    /// A line of text.
    Text,
    /// One of the choices.
    Choice,
    /// Any of the choices.
    Multi,
    /// Yes or no.
    Confirm,
    /// A whole number.
    Number,
    /// Words, separated by spaces or commas.
    Words,
    /// A line for each entity, in the grammar of `fountane add entity`: `Pet name:string! bornOn:date`.
    Entities,
    /// A line for each service: `clinic Owner Pet`.
    Services,
    /// A line for each role, from least to most: `viewer Reads everything`.
    Roles,
}

/// Something that can be chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Choice {
    /// As it stands in the spec.
    pub value: String,
    /// For people.
    pub label: String,
}

/// Why an answer will not do.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct AnswerError(pub String);

impl Question {
    /// Whether it is answered by several lines.
    pub fn takes_lines(&self) -> bool {
        matches!(self.kind, QuestionKind::Entities | QuestionKind::Services | QuestionKind::Roles)
    }

    /// Reads what a person typed, or what stands behind `--set path=`; lines are separated by `;`.
    pub fn read(&self, text: &str) -> Result<Value, AnswerError> {
        let text = text.trim();
        let value = match self.kind {
            QuestionKind::Text | QuestionKind::Choice => text.into(),
            QuestionKind::Confirm => yes_or_no(text)?.into(),
            QuestionKind::Number => {
                let number: i64 = text.parse().map_err(|_| AnswerError(format!("`{text}` is not a whole number")))?;
                number.into()
            }
            QuestionKind::Multi | QuestionKind::Words => {
                text.split([',', ' ']).map(str::trim).filter(|word| !word.is_empty()).collect()
            }
            QuestionKind::Entities | QuestionKind::Services | QuestionKind::Roles => {
                text.split(';').map(str::trim).filter(|line| !line.is_empty()).collect()
            }
        };
        self.check(value)
    }

    /// Judges an answer, whoever gave it. Trees of the spec's own shape pass where lines are asked for: the spec's own
    /// validation judges them.
    pub fn check(&self, value: Value) -> Result<Value, AnswerError> {
        match (&value, self.kind) {
            (Value::String(text), QuestionKind::Text) => self.check_text(text)?,
            (Value::String(text), QuestionKind::Choice) => self.check_choice(text)?,
            (Value::Array(items), QuestionKind::Multi) => {
                for item in items {
                    self.check_choice(item.as_str().unwrap_or_default())?;
                }
            }
            (Value::Array(items), QuestionKind::Words) => {
                for item in items {
                    self.check_text(item.as_str().unwrap_or_default())?;
                }
                if items.is_empty() && !self.optional {
                    return Err(AnswerError("at least one is needed".to_owned()));
                }
            }
            (Value::Bool(_), QuestionKind::Confirm) | (Value::Object(_), _)
                if self.takes_lines() || value.is_boolean() => {}
            (Value::Number(number), QuestionKind::Number) => self.check_number(number.as_i64())?,
            (Value::Array(items), _) if self.takes_lines() => {
                for item in items {
                    self.check_line(item.as_str().unwrap_or_default())?;
                }
                if items.is_empty() && !self.optional {
                    return Err(AnswerError("at least one is needed".to_owned()));
                }
            }
            _ => return Err(AnswerError(format!("`{}` takes {}", self.path, self.kind.takes()))),
        }
        Ok(value)
    }

    /// Judges one line of an answer of several.
    pub fn check_line(&self, line: &str) -> Result<(), AnswerError> {
        let judged = match self.kind {
            QuestionKind::Entities => shorthand::EntityLine::parse(line).map(|_| ()),
            QuestionKind::Services => shorthand::service_line(line).map(|_| ()),
            QuestionKind::Roles => shorthand::role_line(line).map(|_| ()),
            _ => Ok(()),
        };
        judged.map_err(|error| AnswerError(error.to_string()))
    }

    /// As a person would type it: what [`Question::read`] reads back.
    pub fn show(&self, value: &Value) -> String {
        let join = |items: &[Value], between: &str| {
            items.iter().map(|item| item.as_str().unwrap_or_default()).collect::<Vec<_>>().join(between)
        };
        match value {
            Value::String(text) => text.clone(),
            Value::Bool(yes) => if *yes { "yes" } else { "no" }.to_owned(),
            Value::Array(items) if self.takes_lines() => join(items, "; "),
            Value::Array(items) => join(items, " "),
            other => other.to_string(),
        }
    }

    fn check_text(&self, text: &str) -> Result<(), AnswerError> {
        if text.is_empty() && !self.optional {
            return Err(AnswerError("an answer is needed".to_owned()));
        }
        let Some(pattern) = &self.pattern else { return Ok(()) };
        let fits = finds(&format!("^(?:{pattern})$"), text) == Ok(true);
        if fits || (text.is_empty() && self.optional) {
            return Ok(());
        }
        let mut message = format!("`{text}` will not do");
        if let Some(expected) = &self.expected {
            let _ = write!(message, ": {expected}");
        }
        Err(AnswerError(message))
    }

    fn check_choice(&self, text: &str) -> Result<(), AnswerError> {
        if self.choices.iter().any(|choice| choice.value == text) {
            return Ok(());
        }
        let known: Vec<String> = self.choices.iter().map(|choice| format!("`{}`", choice.value)).collect();
        Err(AnswerError(format!("`{text}` is none of {}", known.join(", "))))
    }

    fn check_number(&self, number: Option<i64>) -> Result<(), AnswerError> {
        let (least, most) = self.range.unwrap_or((i64::MIN, i64::MAX));
        match number {
            Some(number) if (least..=most).contains(&number) => Ok(()),
            Some(number) => Err(AnswerError(format!("{number} is not between {least} and {most}"))),
            None => Err(AnswerError("it is not a whole number".to_owned())),
        }
    }
}

impl QuestionKind {
    fn takes(self) -> &'static str {
        match self {
            Self::Text => "a text",
            Self::Choice => "one of its choices",
            Self::Multi => "a list of its choices",
            Self::Confirm => "true or false",
            Self::Number => "a whole number",
            Self::Words => "a list of words",
            Self::Entities => "a list of lines such as `Pet name:string!`, or what the spec takes",
            Self::Services => "a list of lines such as `clinic Owner Pet`, or what the spec takes",
            Self::Roles => "a list of lines such as `viewer Reads everything`, or what the spec takes",
        }
    }
}

fn yes_or_no(text: &str) -> Result<bool, AnswerError> {
    match text.to_ascii_lowercase().as_str() {
        "y" | "yes" | "true" => Ok(true),
        "n" | "no" | "false" => Ok(false),
        _ => Err(AnswerError(format!("`{text}` is neither yes nor no"))),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn question(kind: &str, more: Value) -> Question {
        let mut value = json!({ "path": "a.b", "section": "A", "ask": "B", "kind": kind });
        value.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        serde_json::from_value(value).unwrap()
    }

    #[test]
    fn what_is_typed_becomes_a_value_and_back() {
        let check = |kind: &str, more: Value, text: &str, expect: Value| {
            let question = question(kind, more);
            let value = question.read(text).unwrap();
            assert_eq!(value, expect);
            assert_eq!(question.read(&question.show(&value)).unwrap(), value);
        };
        let choices = json!({ "choices": [{ "value": "rls", "label": "Rows" }, { "value": "none", "label": "None" }] });
        check("text", json!({}), " Pet Clinic ", json!("Pet Clinic"));
        check("choice", choices.clone(), "rls", json!("rls"));
        check("multi", choices, "rls, none", json!(["rls", "none"]));
        check("confirm", json!({}), "Y", json!(true));
        check("number", json!({ "range": [1, 5] }), "5", json!(5));
        check("words", json!({}), "en, de", json!(["en", "de"]));
        check("entities", json!({}), "Pet name:string!; Owner", json!(["Pet name:string!", "Owner"]));
    }

    #[test]
    fn what_will_not_do_says_what_would() {
        let say = |kind: &str, more: Value, text: &str| question(kind, more).read(text).unwrap_err().to_string();
        let pattern = json!({ "pattern": "[a-z-]+", "expected": "small letters and dashes, such as `pet-clinic`" });
        let said = [
            say("text", pattern, "Pet Clinic"),
            say("text", json!({}), ""),
            say("choice", json!({ "choices": [{ "value": "rls", "label": "Rows" }] }), "rows"),
            say("confirm", json!({}), "maybe"),
            say("number", json!({ "range": [1, 5] }), "6"),
            say("entities", json!({}), "pet name"),
        ];
        insta::assert_snapshot!(said.join("\n"), @r"
        `Pet Clinic` will not do: small letters and dashes, such as `pet-clinic`
        an answer is needed
        `rows` is none of `rls`
        `maybe` is neither yes nor no
        6 is not between 1 and 5
        `pet` is not the name of an entity: capital letter first, such as `Pet` or `InvoiceLine`
        ");
    }

    #[test]
    fn a_tree_of_the_specs_shape_passes_for_lines() {
        let entities = question("entities", json!({}));
        let tree = json!({ "Pet": { "fields": { "name": "string!" } } });
        assert_eq!(entities.check(tree.clone()), Ok(tree));
        assert!(question("text", json!({})).check(json!({ "a": 1 })).is_err());
    }
}
