//! Where answers come from, and the loop that asks for them.

use serde_json::Value;

use super::{Answers, Interview, Step};
use crate::spec::question::{AnswerError, Question};

/// Who answers.
pub trait AnswerSource {
    /// Asks one question. `problem` says why the answer before would not do.
    fn ask(
        &mut self,
        question: &Question,
        default: Option<&Value>,
        problem: Option<&AnswerError>,
    ) -> Result<Reply, SourceError>;

    /// Shows all answers, before anything is made of them.
    fn review(&mut self, lines: &[ReviewLine<'_>]) -> Result<Review, SourceError>;
}

/// What comes back from a question.
#[derive(Debug, Clone, PartialEq)]
pub enum Reply {
    /// An answer, which need not be right.
    Answer(Value),
    /// Back to the question before.
    Back,
}

/// What comes back from a review.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Review {
    /// All is well.
    Confirm,
    /// Ask the question at this path again.
    Edit(String),
    /// Back to the last question.
    Back,
}

/// One line of a review.
#[derive(Debug, Clone, PartialEq)]
pub struct ReviewLine<'a> {
    /// What was asked.
    pub question: &'a Question,
    /// What was said.
    pub value: Value,
}

/// Why no answer comes.
#[derive(Debug, thiserror::Error)]
pub enum SourceError {
    /// The terminal failed, or the person pressed Ctrl-C (`Interrupted`).
    #[error(transparent)]
    Terminal(#[from] std::io::Error),
    /// There is nobody to ask.
    #[error("nobody can be asked")]
    Nobody,
}

/// An answer that nobody gave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Missing {
    /// Its path.
    pub path: String,
    /// What is asked.
    pub ask: String,
    /// What `--yes` would take.
    pub default: Option<String>,
}

/// Why an interview has no result.
#[derive(Debug, thiserror::Error)]
pub enum InterviewError {
    /// Answers are missing, and nobody can be asked.
    #[error("{} missing", if .0.len() == 1 { "an answer is" } else { "answers are" })]
    Missing(Vec<Missing>),
    /// A given answer will not do.
    #[error("`{path}`: {source}")]
    Wrong {
        /// The question's path.
        path: String,
        /// Why, and what would do.
        #[source]
        source: AnswerError,
    },
    /// The terminal failed, or the person pressed Ctrl-C.
    #[error(transparent)]
    Terminal(#[from] std::io::Error),
}

/// Takes every default; what has none stays missing.
#[derive(Debug, Clone, Copy)]
pub struct Defaults {
    /// Whether defaults may be taken at all (`--yes`).
    pub take: bool,
}

impl AnswerSource for Defaults {
    fn ask(&mut self, _: &Question, default: Option<&Value>, _: Option<&AnswerError>) -> Result<Reply, SourceError> {
        default.filter(|_| self.take).cloned().map(Reply::Answer).ok_or(SourceError::Nobody)
    }

    fn review(&mut self, _: &[ReviewLine<'_>]) -> Result<Review, SourceError> {
        Ok(Review::Confirm)
    }
}

/// Asks until everything is answered and confirmed. `None` when somebody went back before the first question.
pub fn conduct<'a>(
    questions: &'a [Question],
    given: Answers,
    source: &mut dyn AnswerSource,
) -> Result<Option<Interview<'a>>, InterviewError> {
    let mut interview = Interview::new(questions, given)
        .map_err(|(question, source)| InterviewError::Wrong { path: question.path.clone(), source })?;
    let mut problem: Option<AnswerError> = None;
    loop {
        let moved_on = match interview.next() {
            Step::Ask(question, default) => match source.ask(question, default.as_ref(), problem.as_ref()) {
                Ok(Reply::Answer(value)) => {
                    problem = interview.answer(value).err();
                    true
                }
                Ok(Reply::Back) => {
                    problem = None;
                    interview.back()
                }
                Err(SourceError::Nobody) => return Err(InterviewError::Missing(missing(interview, source))),
                Err(SourceError::Terminal(error)) => return Err(error.into()),
            },
            Step::Review => match review(&interview, source)? {
                Review::Confirm => return Ok(Some(interview)),
                Review::Edit(path) => {
                    interview.edit(&path);
                    true
                }
                Review::Back => interview.back(),
            },
        };
        if !moved_on {
            return Ok(None);
        }
    }
}

fn review(interview: &Interview<'_>, source: &mut dyn AnswerSource) -> Result<Review, InterviewError> {
    let answers = interview.answers().into_iter();
    let lines: Vec<ReviewLine<'_>> = answers.map(|(question, value)| ReviewLine { question, value }).collect();
    match source.review(&lines) {
        Ok(review) => Ok(review),
        Err(SourceError::Terminal(error)) => Err(error.into()),
        Err(SourceError::Nobody) => Ok(Review::Confirm),
    }
}

/// Everything that is still to be said, as if the defaults were taken where there are some.
fn missing(mut interview: Interview<'_>, source: &mut dyn AnswerSource) -> Vec<Missing> {
    let mut missing = Vec::new();
    while let Step::Ask(question, default) = interview.next() {
        if source.ask(question, default.as_ref(), None).is_err() {
            missing.push(Missing {
                path: question.path.clone(),
                ask: question.ask.clone(),
                default: default.as_ref().map(|default| question.show(default)),
            });
        }
        if default.is_none_or(|default| interview.answer(default).is_err()) {
            interview.skip();
        }
    }
    missing
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn questions() -> Vec<Question> {
        let questions = json!([
            { "path": "name", "section": "A", "ask": "Name", "kind": "text" },
            { "path": "web", "section": "B", "ask": "Web?", "kind": "confirm", "default": true },
            { "path": "size", "section": "C", "ask": "Size", "kind": "number", "range": [1, 9] },
        ]);
        serde_json::from_value(questions).unwrap()
    }

    struct Script(Vec<Reply>, Vec<Review>, Vec<String>);

    impl AnswerSource for Script {
        fn ask(
            &mut self,
            question: &Question,
            _: Option<&Value>,
            problem: Option<&AnswerError>,
        ) -> Result<Reply, SourceError> {
            let problem = problem.map(|problem| format!(" ({problem})")).unwrap_or_default();
            self.2.push(format!("{}{problem}", question.path));
            Ok(self.0.remove(0))
        }

        fn review(&mut self, lines: &[ReviewLine<'_>]) -> Result<Review, SourceError> {
            self.2.push(format!("review of {}", lines.len()));
            Ok(self.1.remove(0))
        }
    }

    #[test]
    fn wrong_answers_are_asked_again_and_a_review_can_edit() {
        let questions = questions();
        let answer = |value: Value| Reply::Answer(value);
        let replies = vec![
            answer(json!("shop")),
            Reply::Back,
            answer(json!("store")),
            answer(json!(true)),
            answer(json!(10)),
            answer(json!(9)),
            answer(json!(8)),
        ];
        let mut script = Script(replies, vec![Review::Edit("size".into()), Review::Confirm], Vec::new());
        let interview = conduct(&questions, Answers::default(), &mut script).unwrap().unwrap();
        assert_eq!(Value::Object(interview.result().into_tree()), json!({ "name": "store", "web": true, "size": 8 }));
        let expected = [
            "name",
            "web",
            "name",
            "web",
            "size",
            "size (10 is not between 1 and 9)",
            "review of 3",
            "size",
            "review of 3",
        ];
        assert_eq!(script.2, expected);
    }

    #[test]
    fn without_anybody_to_ask_everything_missing_is_told_at_once() {
        let questions = questions();
        let missing = |take: bool| match conduct(&questions, Answers::default(), &mut Defaults { take }) {
            Err(InterviewError::Missing(missing)) => missing.into_iter().map(|missing| missing.path).collect(),
            _ => Vec::new(),
        };
        assert_eq!(missing(false), ["name", "web", "size"]);
        assert_eq!(missing(true), ["name", "size"]);
    }
}
