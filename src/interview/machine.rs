//! Which question is next, and what the answers come to. Pure: it asks nobody and prints nothing.

use std::collections::BTreeMap;

use heck::ToTitleCase as _;
use serde_json::{Value, json};

use super::Answers;
use crate::condition::{fill, holds};
use crate::spec::question::{AnswerError, Question};

/// An interview at some point of its course.
#[derive(Debug, Clone, PartialEq)]
pub struct Interview<'a> {
    questions: &'a [Question],
    given: Answers,
    answered: BTreeMap<usize, Value>,
    /// What was answered before somebody went back: the default when it is asked again.
    remembered: BTreeMap<usize, Value>,
    /// The questions that were asked, in that order.
    trail: Vec<usize>,
}

/// What comes next.
#[derive(Debug, Clone, PartialEq)]
pub enum Step<'a> {
    /// A question, with what holds where nothing is said.
    Ask(&'a Question, Option<Value>),
    /// Everything is answered: look at it, change something, or go on.
    Review,
}

impl<'a> Interview<'a> {
    /// An interview that does not ask what is given already. What is given and will not do is an error.
    pub fn new(questions: &'a [Question], given: Answers) -> Result<Self, (&'a Question, AnswerError)> {
        for question in questions {
            if let Some(value) = given.get(&question.path) {
                question.check(value.clone()).map_err(|error| (question, error))?;
            }
        }
        let (answered, remembered) = (BTreeMap::new(), BTreeMap::new());
        Ok(Self { questions, given, answered, remembered, trail: Vec::new() })
    }

    /// What comes next.
    pub fn next(&self) -> Step<'a> {
        let data = self.data();
        match self.open(&data) {
            Some(index) => Step::Ask(&self.questions[index], self.default_of(index, &data)),
            None => Step::Review,
        }
    }

    /// Answers the question that is next.
    pub fn answer(&mut self, value: Value) -> Result<(), AnswerError> {
        let Some(index) = self.open(&self.data()) else { return Ok(()) };
        let value = self.questions[index].check(value)?;
        self.remembered.remove(&index);
        self.answered.insert(index, value);
        self.trail.push(index);
        Ok(())
    }

    /// Leaves the question that is next unanswered, as if it were answered with nothing; to see what else is missing.
    pub(super) fn skip(&mut self) {
        if let Some(index) = self.open(&self.data()) {
            self.answered.insert(index, Value::Null);
        }
    }

    /// Goes back to the question before; whether there was one.
    pub fn back(&mut self) -> bool {
        let Some(index) = self.trail.pop() else { return false };
        if let Some(value) = self.answered.remove(&index) {
            self.remembered.insert(index, value);
        }
        true
    }

    /// Asks a question again, also one that was answered beforehand; whether there is one.
    pub fn edit(&mut self, path: &str) -> bool {
        let Some(index) = self.questions.iter().position(|question| question.path == path) else { return false };
        let given = self.given.get(path).cloned();
        let Some(value) = self.answered.remove(&index).or(given) else { return false };
        self.trail.retain(|asked| *asked != index);
        self.given.remove(path);
        self.remembered.insert(index, value);
        true
    }

    /// Every question that applies and has an answer, with it.
    pub fn answers(&self) -> Vec<(&'a Question, Value)> {
        let data = self.data();
        let applying = self.questions.iter().enumerate().filter(|(_, question)| applies(question, &data));
        applying
            .filter_map(|(index, question)| {
                let value = self.answered.get(&index).or_else(|| self.given.get(&question.path))?;
                Some((question, value.clone()))
            })
            .collect()
    }

    /// The questions that were asked and apply, with their answers: what was not given beforehand.
    pub fn typed(&self) -> Vec<(&'a Question, Value)> {
        let given = |question: &Question| self.given.get(&question.path).is_some();
        self.answers().into_iter().filter(|(question, _)| !given(question)).collect()
    }

    /// What the question at a path would have without an answer.
    pub fn default_at(&self, path: &str) -> Option<Value> {
        let index = self.questions.iter().position(|question| question.path == path)?;
        self.declared_default(index, &self.data())
    }

    /// All that was given and answered. What was answered to a question that no longer applies does not count.
    pub fn result(&self) -> Answers {
        let mut result = self.given.clone();
        for (question, value) in self.answers() {
            // A given tree that is in the way of a path was refused when it was given.
            let _ = result.set(&question.path, value);
        }
        result
    }

    fn open(&self, data: &Value) -> Option<usize> {
        self.questions.iter().enumerate().position(|(index, question)| {
            !self.answered.contains_key(&index) && self.given.get(&question.path).is_none() && applies(question, data)
        })
    }

    fn default_of(&self, index: usize, data: &Value) -> Option<Value> {
        self.remembered.get(&index).cloned().or_else(|| self.declared_default(index, data))
    }

    fn declared_default(&self, index: usize, data: &Value) -> Option<Value> {
        let question = &self.questions[index];
        match question.default.as_ref()? {
            Value::String(text) => {
                let filled = Value::String(fill(text, data).ok()?);
                question.check(filled.clone()).is_ok().then_some(filled)
            }
            other => Some(other.clone()),
        }
    }

    /// What conditions and defaults may speak of: answers in the order of the questions, so that a condition can only
    /// depend on what comes before it.
    fn data(&self) -> Value {
        let mut data = self.given.clone();
        for (index, question) in self.questions.iter().enumerate() {
            let Some(value) = self.answered.get(&index) else { continue };
            if applies(question, &Value::Object(data.tree().clone())) {
                let _ = data.set(&question.path, value.clone());
            }
        }
        let name = data.get("project.name").and_then(Value::as_str).unwrap_or_default().to_title_case();
        let mut tree = data.into_tree();
        tree.insert("derived".to_owned(), json!({ "title": name }));
        Value::Object(tree)
    }
}

fn applies(question: &Question, data: &Value) -> bool {
    question.when.as_ref().is_none_or(|when| holds(when, data))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn questions() -> Vec<Question> {
        let questions = json!([
            { "path": "project.name", "section": "A", "ask": "Name", "kind": "text" },
            { "path": "project.title", "section": "A", "ask": "Title", "kind": "text", "default": "{{derived.title}}" },
            { "path": "web", "section": "B", "ask": "Web?", "kind": "confirm", "default": true },
            { "path": "locales", "section": "B", "ask": "Languages", "kind": "words", "default": ["en"], "when": "web" },
            { "path": "size", "section": "C", "ask": "Size", "kind": "number", "default": 3, "range": [1, 9] },
        ]);
        serde_json::from_value(questions).unwrap()
    }

    fn asked(interview: &Interview<'_>) -> Option<(String, Option<Value>)> {
        match interview.next() {
            Step::Ask(question, default) => Some((question.path.clone(), default)),
            Step::Review => None,
        }
    }

    #[test]
    fn defaults_follow_earlier_answers_and_conditions_hide_questions() {
        let questions = questions();
        let mut interview = Interview::new(&questions, Answers::default()).unwrap();
        interview.answer(json!("pet-clinic")).unwrap();
        assert_eq!(asked(&interview), Some(("project.title".into(), Some(json!("Pet Clinic")))));
        interview.answer(json!("Pets")).unwrap();
        interview.answer(json!(false)).unwrap();
        assert_eq!(asked(&interview), Some(("size".into(), Some(json!(3)))));
        assert_eq!(interview.answer(json!(12)).unwrap_err().to_string(), "12 is not between 1 and 9");
        interview.answer(json!(4)).unwrap();
        assert_eq!(interview.next(), Step::Review);
        let expected = json!({ "project": { "name": "pet-clinic", "title": "Pets" }, "web": false, "size": 4 });
        assert_eq!(Value::Object(interview.result().into_tree()), expected);
    }

    #[test]
    fn going_back_offers_what_was_answered() {
        let questions = questions();
        let mut interview = Interview::new(&questions, Answers::default()).unwrap();
        assert!(!interview.back());
        interview.answer(json!("shop")).unwrap();
        interview.answer(json!("My shop")).unwrap();
        assert!(interview.back());
        assert_eq!(asked(&interview), Some(("project.title".into(), Some(json!("My shop")))));
    }

    #[test]
    fn an_edit_before_the_end_asks_only_that_and_what_follows_from_it() {
        let questions = questions();
        let given = Answers::read("a", "project: { name: shop, title: Shop }\nweb: false\nsize: 2\n").unwrap();
        let mut interview = Interview::new(&questions, given).unwrap();
        assert_eq!(interview.next(), Step::Review);
        assert!(interview.edit("web"));
        assert_eq!(asked(&interview), Some(("web".into(), Some(json!(false)))));
        interview.answer(json!(true)).unwrap();
        assert_eq!(asked(&interview), Some(("locales".into(), Some(json!(["en"])))));
        interview.answer(json!(["de"])).unwrap();
        assert_eq!(interview.next(), Step::Review);
        assert!(!interview.edit("nothing"));
    }

    #[test]
    fn what_is_given_and_will_not_do_is_refused() {
        let questions = questions();
        let given = Answers::read("a", "size: 12\n").unwrap();
        let (question, error) = Interview::new(&questions, given).unwrap_err();
        assert_eq!((question.path.as_str(), error.to_string().as_str()), ("size", "12 is not between 1 and 9"));
    }

    fn value_for(question: &Question, choice: u8) -> Value {
        match question.path.as_str() {
            "web" => json!(choice.is_multiple_of(2)),
            "locales" => json!(if choice.is_multiple_of(2) { vec!["en"] } else { vec!["de", "fr"] }),
            "size" => json!(i64::from(choice % 9) + 1),
            _ => json!(format!("name-{}", choice % 3)),
        }
    }

    fn run(questions: &[Question], script: &[u8], backs: &[bool]) -> Value {
        let mut interview = Interview::new(questions, Answers::default()).unwrap();
        let mut backs = backs.iter().copied().chain(std::iter::repeat(false));
        let answer = |interview: &mut Interview<'_>| match interview.next() {
            Step::Ask(question, _) => {
                let index = questions.iter().position(|other| other.path == question.path).unwrap();
                interview.answer(value_for(question, script[index])).unwrap();
                true
            }
            Step::Review => false,
        };
        while answer(&mut interview) {
            if backs.next() == Some(true) {
                interview.back();
            }
        }
        Value::Object(interview.result().into_tree())
    }

    proptest! {
        #[test]
        fn going_back_and_answering_alike_changes_nothing(
            script in proptest::array::uniform5(any::<u8>()),
            backs in proptest::collection::vec(any::<bool>(), 0..20),
        ) {
            let questions = questions();
            prop_assert_eq!(run(&questions, &script, &backs), run(&questions, &script, &[]));
        }
    }
}
