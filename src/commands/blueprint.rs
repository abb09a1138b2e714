//! `fountane blueprint`.

use serde_json::json;

use super::session::Session;
use super::sources::library_here;
use crate::cli::BlueprintCommand;
use crate::error::CliError;
use crate::ui::{Style, Table};

pub(super) fn run(session: &Session, command: &BlueprintCommand) -> Result<(), CliError> {
    match command {
        BlueprintCommand::List => list(session),
        BlueprintCommand::Show { name } => show(session, name),
    }
}

fn list(session: &Session) -> Result<(), CliError> {
    let library = library_here(session)?;
    let mut table = Table::new(["name", "version", "what it makes"]);
    for name in library.blueprint_names()? {
        let blueprint = library.blueprint(&name)?;
        let version = blueprint.version.to_string();
        session.ui.json("blueprint", &json!({ "name": name, "version": version, "summary": blueprint.summary }))?;
        table.row([name, version, blueprint.summary]);
    }
    for line in table.lines(session.ui.out()) {
        session.ui.data(&line)?;
    }
    Ok(())
}

fn show(session: &Session, name: &str) -> Result<(), CliError> {
    let ui = &session.ui;
    let blueprint = library_here(session)?.blueprint(name)?;
    ui.json("blueprint", &blueprint)?;
    let head = |text: &str| ui.out().paint(text, Style::Heading);
    ui.data(&format!("{} {}", head(&blueprint.name), blueprint.version))?;
    ui.data(&blueprint.description)?;
    ui.data("")?;
    let mut templates = Table::new(["template", "version", "only where"]);
    for used in &blueprint.templates {
        templates.row([used.name.clone(), used.version.to_string(), used.when.clone().unwrap_or_default()]);
    }
    for line in templates.lines(ui.out()) {
        ui.data(&line)?;
    }
    ui.data("")?;
    let mut questions = Table::new(["answer", "question", "default"]);
    for question in &blueprint.questions {
        let default = question.default.as_ref().map(|default| question.show(default)).unwrap_or_default();
        questions.row([question.path.clone(), question.ask.clone(), default.replace("; ", "\n")]);
    }
    for line in questions.lines(ui.out()) {
        ui.data(&line)?;
    }
    Ok(())
}
