//! Questions on a terminal: sections, short help, defaults, a way back, a review at the end.

use std::io;

use console::Term;
use dialoguer::theme::{ColorfulTheme, SimpleTheme, Theme};
use dialoguer::{Confirm, Input, MultiSelect, Select};
use serde_json::Value;

use super::{Style, Table, Ui};
use crate::interview::{AnswerSource, Reply, Review, ReviewLine, SourceError};
use crate::spec::question::{AnswerError, Question, QuestionKind};

/// What a person types to go back.
const BACK: &str = "<";

/// Questions on the terminal; the person answers on stdin, and reads on stderr.
pub struct Prompt {
    ui: Ui,
    term: Term,
    theme: Box<dyn Theme>,
    section: String,
}

impl Prompt {
    pub(super) fn new(ui: Ui) -> Self {
        let theme: Box<dyn Theme> =
            if ui.err().is_on() { Box::new(ColorfulTheme::default()) } else { Box::new(SimpleTheme) };
        Self { ui, term: Term::stderr(), theme, section: String::new() }
    }

    /// Asks for a yes or no outside an interview. Esc is no.
    pub fn confirm(&self, question: &str, default: bool) -> io::Result<bool> {
        let asked = Confirm::with_theme(self.theme.as_ref()).with_prompt(question).default(default);
        Ok(asked.interact_on_opt(&self.term).map_err(io_error)?.unwrap_or(false))
    }

    fn head(&mut self, question: &Question, problem: Option<&AnswerError>) {
        let err = self.ui.err();
        if question.section != self.section {
            self.section.clone_from(&question.section);
            self.ui.say("");
            self.ui.say(&err.paint(&question.section, Style::Heading));
        }
        match problem {
            Some(problem) => self.ui.say(&format!("  {} {problem}", err.paint("✗", Style::Error))),
            None if question.help.is_empty() => {}
            None => self.ui.say(&err.paint(&format!("  {}", question.help.trim()), Style::Dim)),
        }
    }

    fn text(&self, ask: &str, default: Option<&str>, may_be_empty: bool) -> Result<Option<String>, SourceError> {
        let mut input = Input::<String>::with_theme(self.theme.as_ref()).with_prompt(ask).allow_empty(may_be_empty);
        if let Some(default) = default.filter(|default| !default.is_empty()) {
            input = input.default(default.to_owned());
        }
        let typed = input.interact_text_on(&self.term).map_err(io_error)?;
        Ok((typed.trim() != BACK).then_some(typed))
    }

    /// Asks for a text until it can be read.
    fn readable(&self, question: &Question, default: Option<&Value>) -> Result<Reply, SourceError> {
        let shown = default.map(|default| question.show(default));
        loop {
            let Some(typed) = self.text(&question.ask, shown.as_deref(), question.optional)? else {
                return Ok(Reply::Back);
            };
            match question.read(&typed) {
                Ok(value) => return Ok(Reply::Answer(value)),
                Err(problem) => self.problem(&problem),
            }
        }
    }

    fn problem(&self, problem: &AnswerError) {
        self.ui.say(&format!("  {} {problem}", self.ui.err().paint("✗", Style::Error)));
    }

    fn choice(&self, question: &Question, default: Option<&Value>) -> Result<Reply, SourceError> {
        let labels: Vec<String> = labels(question);
        let default = default.and_then(Value::as_str);
        let at = question.choices.iter().position(|choice| Some(choice.value.as_str()) == default).unwrap_or(0);
        let select = Select::with_theme(self.theme.as_ref()).with_prompt(&question.ask).items(&labels).default(at);
        let chosen = select.interact_on_opt(&self.term).map_err(io_error)?;
        Ok(chosen.map_or(Reply::Back, |at| Reply::Answer(question.choices[at].value.clone().into())))
    }

    fn multi(&self, question: &Question, default: Option<&Value>) -> Result<Reply, SourceError> {
        let labels: Vec<String> = labels(question);
        let default: Vec<&str> =
            default.and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str).collect();
        let checked: Vec<bool> =
            question.choices.iter().map(|choice| default.contains(&choice.value.as_str())).collect();
        let select =
            MultiSelect::with_theme(self.theme.as_ref()).with_prompt(&question.ask).items(&labels).defaults(&checked);
        let Some(chosen) = select.interact_on_opt(&self.term).map_err(io_error)? else { return Ok(Reply::Back) };
        Ok(Reply::Answer(chosen.into_iter().map(|at| question.choices[at].value.clone()).collect()))
    }

    fn yes_or_no(&self, question: &Question, default: Option<&Value>) -> Result<Reply, SourceError> {
        let mut confirm = Confirm::with_theme(self.theme.as_ref()).with_prompt(&question.ask);
        if let Some(default) = default.and_then(Value::as_bool) {
            confirm = confirm.default(default);
        }
        let chosen = confirm.interact_on_opt(&self.term).map_err(io_error)?;
        Ok(chosen.map_or(Reply::Back, |yes| Reply::Answer(yes.into())))
    }

    /// One line each, until an empty one.
    fn lines(&self, question: &Question, default: Option<&Value>) -> Result<Reply, SourceError> {
        let mut lines: Vec<String> = Vec::new();
        let default: Vec<String> = default
            .and_then(Value::as_array)
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
            .map(str::to_owned)
            .collect();
        if !default.is_empty() {
            self.ui.say(&format!("  {}", self.ui.err().paint("An empty first line takes:", Style::Dim)));
            for line in &default {
                self.ui.say(&format!("    {line}"));
            }
        }
        loop {
            let ask = format!("{} {}", question.ask, lines.len() + 1);
            match self.text(&ask, None, true)? {
                None if lines.is_empty() => return Ok(Reply::Back),
                None => {
                    let gone = lines.pop().unwrap_or_default();
                    self.ui.say(&format!("  took back `{gone}`"));
                }
                Some(typed) if typed.trim().is_empty() => {
                    let lines = if lines.is_empty() { default.clone() } else { lines.clone() };
                    let value: Value = lines.into();
                    match question.check(value) {
                        Ok(value) => return Ok(Reply::Answer(value)),
                        Err(problem) => self.problem(&problem),
                    }
                }
                Some(typed) => match question.check_line(typed.trim()) {
                    Ok(()) => lines.push(typed.trim().to_owned()),
                    Err(problem) => self.problem(&problem),
                },
            }
        }
    }
}

impl AnswerSource for Prompt {
    fn ask(
        &mut self,
        question: &Question,
        default: Option<&Value>,
        problem: Option<&AnswerError>,
    ) -> Result<Reply, SourceError> {
        self.head(question, problem);
        match question.kind {
            QuestionKind::Choice => self.choice(question, default),
            QuestionKind::Multi => self.multi(question, default),
            QuestionKind::Confirm => self.yes_or_no(question, default),
            QuestionKind::Text | QuestionKind::Number | QuestionKind::Words => self.readable(question, default),
            QuestionKind::Entities | QuestionKind::Services | QuestionKind::Roles => self.lines(question, default),
        }
    }

    fn review(&mut self, lines: &[ReviewLine<'_>]) -> Result<Review, SourceError> {
        self.section.clear();
        let mut table = Table::new(["section", "question", "answer"]);
        for line in lines {
            let answer = line.question.show(&line.value).replace("; ", "\n");
            table.row([line.question.section.as_str(), line.question.ask.as_str(), answer.as_str()]);
        }
        self.ui.say("");
        for line in table.lines(self.ui.err()) {
            self.ui.say(&line);
        }
        self.ui.say("");
        let mut items = vec!["Go on".to_owned()];
        items.extend(lines.iter().map(|line| format!("Edit: {}", line.question.ask)));
        let select =
            Select::with_theme(self.theme.as_ref()).with_prompt("All as it should be?").items(&items).default(0);
        match select.interact_on_opt(&self.term).map_err(io_error)? {
            None => Ok(Review::Back),
            Some(0) => Ok(Review::Confirm),
            Some(at) => Ok(Review::Edit(lines[at - 1].question.path.clone())),
        }
    }
}

fn labels(question: &Question) -> Vec<String> {
    let width = question.choices.iter().map(|choice| choice.value.len()).max().unwrap_or(0);
    question.choices.iter().map(|choice| format!("{:width$}  {}", choice.value, choice.label)).collect()
}

fn io_error(error: dialoguer::Error) -> io::Error {
    let dialoguer::Error::IO(error) = error;
    error
}
