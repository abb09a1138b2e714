//! The spec of a new workspace: from an interview, or from a model and what was said besides.

use indexmap::IndexMap;
use serde_json::{Map, Value, json};

use super::origin;
use crate::blueprint::{Composition, Library};
use crate::cli::NewArgs;
use crate::commands::session::Session;
use crate::commands::sources::{Gather, Take};
use crate::error::CliError;
use crate::interview::{AnswerSource, Answers, Defaults, Interview, Reply, SourceError, assemble, conduct};
use crate::process::Cancel;
use crate::spec::address;
use crate::spec::document::TemplateSource;
use crate::spec::model::{BlueprintRef, SourceRef};
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
    if let Some(from) = &args.from {
        return origin::draft(session, from, given, &args.set, cancel).await;
    }
    // Which questions there are depends on these.
    let (first, rest): (Vec<&String>, Vec<&String>) =
        args.set.iter().partition(|set| set.starts_with("blueprint=") || set.starts_with("sources."));
    for set in first {
        given.set_text(set, &[])?;
    }
    // Where a workspace without a name yet will be: folders of sources are found from there.
    let root = super::early_target(session, args).unwrap_or_else(|| session.absolute("new".into()));
    let gather = Gather { session, root: &root, lock: None, take: Take::Pinned };
    let library = gather.gather_for(&sources(&given)?, &named(&given), cancel).await?;
    interview(session, &library, given, &rest)
}

fn interview(session: &Session, library: &Library, given: Answers, sets: &[&String]) -> Result<Draft, CliError> {
    let mut source = source(session);
    loop {
        let (wanted, chosen) = blueprints(library, &given, source.as_mut())?;
        let questions = Composition::of(library, &wanted)?.questions;
        let mut answers = given.clone();
        for set in sets {
            answers.set_text(set, &questions)?;
        }
        let mut written = Vec::new();
        for BlueprintRef { name, range } in &wanted {
            let major = library.blueprint(name)?.version.major;
            written.push(if range == "*" { format!("{name}@^{major}") } else { format!("{name}@{range}") });
        }
        let written = if let [only] = written.as_slice() { only.clone().into() } else { json!(written) };
        answers.set("blueprint", written)?;
        // Somebody who went back before the first question chooses the blueprint again.
        if let Some(interview) = conduct(&questions, answers, source.as_mut())? {
            let typed = typed(&interview);
            let tree = assemble(interview.result())?;
            let chosen_blueprint = wanted.into_iter().next().filter(|_| chosen).map(|blueprint| blueprint.name);
            return Ok(Draft { file: SPEC_FILE.to_owned(), text: tree_to_yaml(&tree), typed, chosen_blueprint });
        }
    }
}

/// The sources that were given, as a spec has them.
fn sources(given: &Answers) -> Result<Vec<SourceRef>, CliError> {
    let Some(written) = given.get("sources") else { return Ok(Vec::new()) };
    let wrong = |name: &str, reason: String| CliError::usage(format!("`sources{name}`: {reason}"));
    let written: IndexMap<String, TemplateSource> =
        serde_json::from_value(written.clone()).map_err(|error| wrong("", error.to_string()))?;
    let read = |(name, source): (String, TemplateSource)| {
        let (address, at) = address::read(&source)
            .map_err(|error| wrong(&format!(".{name}"), error.reason.to_owned()).hint(error.mend))?;
        Ok(SourceRef { name, address, at })
    };
    written.into_iter().map(read).collect()
}

/// The blueprints that were given.
fn named(given: &Answers) -> Vec<BlueprintRef> {
    let all: Vec<&Value> = match given.get("blueprint") {
        Some(Value::Array(several)) => several.iter().collect(),
        one => one.into_iter().collect(),
    };
    let read = |written: &str| {
        let (name, range) = written.split_once('@').unwrap_or((written, "*"));
        BlueprintRef { name: name.to_owned(), range: range.to_owned() }
    };
    all.into_iter().filter_map(Value::as_str).map(read).collect()
}

fn source(session: &Session) -> Box<dyn AnswerSource> {
    if session.ui.can_ask() {
        Box::new(session.ui.prompt())
    } else {
        Box::new(Defaults { take: session.takes_defaults() })
    }
}

/// The blueprints, and whether one was asked for just now.
fn blueprints(
    library: &Library,
    given: &Answers,
    source: &mut dyn AnswerSource,
) -> Result<(Vec<BlueprintRef>, bool), CliError> {
    let named = named(given);
    if !named.is_empty() {
        return Ok((named, false));
    }
    let any = |name: String| vec![BlueprintRef { name, range: "*".to_owned() }];
    let question = blueprint_question(library)?;
    loop {
        match source.ask(&question, question.default.as_ref(), None) {
            Ok(Reply::Answer(Value::String(name))) => return Ok((any(name), true)),
            // There is nothing before it.
            Ok(_) => {}
            // Nobody to ask: the questions of the default one are asked, or missed, next.
            Err(SourceError::Nobody) => return Ok((any("saas".to_owned()), false)),
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
