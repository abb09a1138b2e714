//! The spec of a new workspace: from an interview, or from a model and what was said besides.

use serde_json::{Map, Value, json};

use super::origin;
use crate::blueprint::Library;
use crate::cli::NewArgs;
use crate::commands::session::Session;
use crate::error::CliError;
use crate::interview::{AnswerSource, Answers, Defaults, Interview, Reply, SourceError, assemble, conduct};
use crate::process::Cancel;
use crate::spec::question::Question;
use crate::spec::tree_to_yaml;
use crate::workspace::SPEC_FILE;

/// The text of a spec, not yet judged.
#[derive(Debug, Clone)]
pub(super) struct Draft {
    /// What it is called in messages.
    pub file: String,
    /// The text.
    pub text: String,
    /// What a person typed on the terminal, as `--set` would say it.
    pub typed: Vec<String>,
    /// The blueprint, where a person chose it on the terminal.
    pub chosen_blueprint: Option<String>,
}

pub(super) async fn draft(session: &Session, args: &NewArgs, cancel: &Cancel) -> Result<Draft, CliError> {
    let library = session.library();
    let mut given = match &args.answers {
        Some(file) => Answers::read(file.as_str(), &fs_err::read_to_string(session.absolute(file))?)?,
        None => Answers::default(),
    };
    if let Some(name) = &args.name {
        given.set("project.name", name.clone().into())?;
    }
    if let Some(blueprint) = &args.blueprint {
        given.set("blueprint", blueprint.clone().into())?;
    }
    match &args.from {
        Some(from) => origin::draft(session, from, given, &args.set, cancel).await,
        None => interview(session, &library, given, &args.set),
    }
}

fn interview(session: &Session, library: &Library, given: Answers, sets: &[String]) -> Result<Draft, CliError> {
    let mut source = source(session);
    let (blueprint_sets, other_sets): (Vec<&String>, Vec<&String>) =
        sets.iter().partition(|set| set.starts_with("blueprint="));
    let mut given = given;
    for set in blueprint_sets {
        given.set_text(set, &[])?;
    }
    loop {
        let (name, chosen) = blueprint(library, &given, source.as_mut())?;
        let manifest = library.blueprint(&name)?;
        let mut answers = given.clone();
        for set in &other_sets {
            answers.set_text(set, &manifest.questions)?;
        }
        let range = match given.get("blueprint").and_then(Value::as_str) {
            Some(said) if said.contains('@') => said.to_owned(),
            _ => format!("{name}@^{}", manifest.version.major),
        };
        answers.set("blueprint", range.into())?;
        // Somebody who went back before the first question chooses the blueprint again.
        if let Some(interview) = conduct(&manifest.questions, answers, source.as_mut())? {
            let typed = typed(&interview);
            let tree = assemble(interview.result())?;
            let chosen_blueprint = chosen.then_some(name);
            return Ok(Draft { file: SPEC_FILE.to_owned(), text: tree_to_yaml(&tree), typed, chosen_blueprint });
        }
    }
}

fn source(session: &Session) -> Box<dyn AnswerSource> {
    if session.ui.can_ask() {
        Box::new(session.ui.prompt())
    } else {
        Box::new(Defaults { take: session.takes_defaults() })
    }
}

/// The blueprint's name, and whether it was asked for just now.
fn blueprint(library: &Library, given: &Answers, source: &mut dyn AnswerSource) -> Result<(String, bool), CliError> {
    if let Some(said) = given.get("blueprint").and_then(Value::as_str) {
        return Ok((said.split('@').next().unwrap_or(said).to_owned(), false));
    }
    let question = blueprint_question(library)?;
    loop {
        match source.ask(&question, question.default.as_ref(), None) {
            Ok(Reply::Answer(Value::String(name))) => return Ok((name, true)),
            // There is nothing before it.
            Ok(_) => {}
            // Nobody to ask: the questions of the default one are asked, or missed, next.
            Err(SourceError::Nobody) => return Ok(("saas".to_owned(), false)),
            Err(SourceError::Terminal(error)) => return Err(error.into()),
        }
    }
}

fn blueprint_question(library: &Library) -> Result<Question, CliError> {
    let choices = library.blueprint_names()?.into_iter().map(|name| {
        let summary = library.blueprint(&name)?.summary;
        Ok(json!({ "value": name, "label": summary }))
    });
    let question = json!({
        "path": "blueprint",
        "section": "Blueprint",
        "ask": "What shall it be?",
        "help": "Enter takes what is marked. To go back, press Esc in a list and type `<` elsewhere.",
        "kind": "choice",
        "choices": choices.collect::<Result<Vec<Value>, CliError>>()?,
        "default": "saas",
    });
    Ok(serde_json::from_value(question).expect("a constant that is a question"))
}

/// What differs from the defaults, as `--set` says it.
fn typed(interview: &Interview<'_>) -> Vec<String> {
    let answers = interview.typed().into_iter();
    let telling = answers.filter(|(question, value)| interview.default_at(&question.path).as_ref() != Some(value));
    telling
        .filter(|(question, _)| question.path != "project.name")
        .map(|(question, value)| format!("{}={}", question.path, question.show(&value)))
        .collect()
}

/// A tree as a map; anything else is empty.
pub(super) fn into_map(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(map) => map,
        _ => Map::new(),
    }
}
