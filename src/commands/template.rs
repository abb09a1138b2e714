//! `fountane template`.

use serde_json::json;

use super::session::Session;
use super::sources::library_here;
use super::template_test;
use crate::blueprint::quality;
use crate::cli::TemplateCommand;
use crate::error::CliError;
use crate::ui::{Style, Table, count};

pub(super) fn run(session: &Session, command: &TemplateCommand) -> Result<(), CliError> {
    match command {
        TemplateCommand::List => list(session),
        TemplateCommand::Show { name } => show(session, name),
        TemplateCommand::Test(args) => template_test::run(session, args),
        TemplateCommand::Lint { names } => lint(session, names),
    }
}

fn list(session: &Session) -> Result<(), CliError> {
    let library = library_here(session)?;
    let mut table = Table::new(["name", "version", "what it makes"]);
    for name in library.template_names()? {
        let manifest = library.template(&name)?.manifest;
        let version = manifest.version.to_string();
        session.ui.json("template", &json!({ "name": name, "version": version, "summary": manifest.summary }))?;
        table.row([name, version, manifest.summary]);
    }
    for line in table.lines(session.ui.out()) {
        session.ui.data(&line)?;
    }
    Ok(())
}

fn show(session: &Session, name: &str) -> Result<(), CliError> {
    let ui = &session.ui;
    let template = library_here(session)?.template(name)?;
    let manifest = &template.manifest;
    ui.json("template", manifest)?;
    ui.data(&format!("{} {}", ui.out().paint(&manifest.name, Style::Heading), manifest.version))?;
    ui.data(&manifest.summary)?;
    for (what, names) in [("requires", &manifest.requires), ("provides", &manifest.provides)] {
        if !names.is_empty() {
            ui.data(&format!("{what}: {}", names.join(", ")))?;
        }
    }
    let mut params = Table::new(["parameter", "default", "what it is for"]);
    for (name, param) in &manifest.params {
        params.row([name.clone(), param.default.to_string(), param.description.clone()]);
    }
    let mut rules = Table::new(["files from", "go to", "for each", "only where"]);
    for rule in &manifest.files {
        let scope = serde_json::to_value(rule.for_each).unwrap_or_default();
        let scope = scope.as_str().unwrap_or_default().to_owned();
        rules.row([rule.from.clone(), rule.to.clone(), scope, rule.when.clone().unwrap_or_default()]);
    }
    for table in [params, rules].iter().filter(|table| !table.is_empty()) {
        ui.data("")?;
        for line in table.lines(ui.out()) {
            ui.data(&line)?;
        }
    }
    Ok(())
}

fn lint(session: &Session, names: &[String]) -> Result<(), CliError> {
    let library = session.library();
    let findings = if names.is_empty() {
        quality::lint_all(&library)?
    } else {
        let templates = names.iter().map(|name| library.template(name)).collect::<Result<Vec<_>, _>>()?;
        templates.iter().flat_map(quality::lint).collect()
    };
    for finding in &findings {
        let line = json!({ "template": finding.template, "file": finding.file, "message": finding.message });
        session.ui.json("finding", &line)?;
        session.ui.data(&finding.to_string())?;
    }
    match findings.len() {
        0 => {
            session.ui.say("no faults");
            Ok(())
        }
        number => Err(CliError::user(format!("{} in templates", count(number, "fault", "faults")))),
    }
}
