//! `fountane demo`.

use camino::Utf8PathBuf;
use serde_json::json;

use super::session::Session;
use super::{browse, demo_kubernetes, interrupt, project};
use crate::cli::{DemoCommand, DemoDown, DemoLogs, DemoUp, SuperviseArgs, Target, WorkspaceArgs};
use crate::demo::{Demo, Phase, Report, Running, Status, UpOptions};
use crate::error::CliError;
use crate::process::Cancel;
use crate::runs::{Event, EventSink};
use crate::toolchain::Search;
use crate::ui::{Paint, Style, Table, Ui};

pub(super) fn run(session: &Session, command: &DemoCommand) -> Result<(), CliError> {
    match command {
        DemoCommand::Up(args) => up(session, args),
        DemoCommand::Status(args) => status(session, args),
        DemoCommand::Logs(args) => logs(session, args),
        DemoCommand::Open(args) => open(session, args),
        DemoCommand::Down(args) if args.target == Target::Kubernetes => demo_kubernetes::down(session, args),
        DemoCommand::Down(args) => down(session, args),
        DemoCommand::List(args) => demo_kubernetes::list(session, args),
        DemoCommand::Extend(args) => demo_kubernetes::extend(session, args),
        DemoCommand::Gc(args) => demo_kubernetes::gc(session, args),
        DemoCommand::Supervise(args) => supervise(session, args),
    }
}

fn demo(session: &Session, dir: Option<&Utf8PathBuf>) -> Result<Demo, CliError> {
    Ok(Demo::open(&project::finished_root(session, dir)?)?)
}

fn up(session: &Session, args: &DemoUp) -> Result<(), CliError> {
    let ui = &session.ui;
    let root = project::finished_root(session, args.workspace.dir.as_ref())?;
    let demo = Demo::open(&root)?;
    let program = std::env::current_exe()?;
    let program = Utf8PathBuf::from_path_buf(program)
        .map_err(|path| CliError::user(format!("`{}` is not UTF-8", path.display())))?;
    let supervisor = (program, ["demo", "supervise", root.as_str()].map(str::to_owned).to_vec());
    let options = UpOptions { search: Search::new(session.environment.clone()), supervisor };
    let running = interrupt::run(ui, |cancel| {
        let demo = demo.clone();
        async move { Ok(demo.up(&options, &*ui.events(), &cancel).await?) }
    })?;
    ui.json("result", &running)?;
    welcome(ui, &running, args.attach)?;
    if args.open {
        interrupt::run(ui, |cancel| async move { browse::page(ui, &running.url, &cancel).await })?;
    }
    if args.attach { attend(ui, &demo) } else { Ok(()) }
}

/// Shows what the services write until Ctrl-C, which takes the demo down, or until the demo ends by itself.
fn attend(ui: &Ui, demo: &Demo) -> Result<(), CliError> {
    interrupt::run(ui, |cancel| async move {
        let sink = LogSink { ui: ui.clone(), cancel: cancel.clone() };
        let up = demo.attend(&sink, &cancel).await?;
        if !up {
            return Err(CliError::user("the demo is no longer up")
                .hint("`fountane demo status` says how it ended, `fountane demo up` brings it up again"));
        }
        demo.down(false).await?;
        ui.say("the demo is down; its data stays");
        Ok(())
    })
}

fn welcome(ui: &Ui, running: &Running, attached: bool) -> Result<(), CliError> {
    if running.already {
        ui.say("it was up already");
    }
    ui.data(&running.url)?;
    if !running.people.is_empty() {
        let mut table = Table::new(["sign in as", "role", "of", "e-mail"]);
        for person in &running.people {
            let of = person.tenant.clone().unwrap_or_default();
            table.row([person.name.clone(), person.role.clone(), of, person.email.clone().unwrap_or_default()]);
        }
        for line in table.lines(ui.err()) {
            ui.say(&line);
        }
    }
    ui.say("");
    ui.say(if attached {
        "Ctrl-C stops it; what its services write:"
    } else {
        "`fountane demo open` opens it, `fountane demo logs` shows what it writes, `fountane demo down` stops it"
    });
    Ok(())
}

fn status(session: &Session, args: &WorkspaceArgs) -> Result<(), CliError> {
    let ui = &session.ui;
    let demo = demo(session, args.dir.as_ref())?;
    let report = interrupt::run(ui, |_| async move { Ok(demo.status().await?) })?;
    ui.json("demo", &report)?;
    show(ui, &report)
}

fn show(ui: &Ui, report: &Report) -> Result<(), CliError> {
    let paint = ui.out();
    let phase = match &report.phase {
        Phase::Failed { name, .. } => format!("failed: `{name}` did not come up"),
        phase => word(phase),
    };
    ui.data(&format!("{} since {}", paint.paint(&phase, Style::Heading), report.since))?;
    if let Some(url) = &report.url {
        ui.data(url)?;
    }
    let mut table = Table::new(["", "name", "what", "state", "port", "restarts", "why"]);
    for service in &report.services {
        let why = match &service.answers {
            Some(Err(reason)) => reason.clone(),
            _ => service.reason.clone().unwrap_or_default(),
        };
        table.row([
            mark(&service.status, paint),
            service.name.clone(),
            word(&service.kind),
            word(&service.status),
            service.port.map(|port| port.to_string()).unwrap_or_default(),
            service.restarts.to_string(),
            why,
        ]);
    }
    if !table.is_empty() {
        for line in table.lines(paint) {
            ui.data(&line)?;
        }
    }
    for note in &report.notes {
        ui.warning(note, None);
    }
    Ok(())
}

fn mark(status: &Status, paint: Paint) -> String {
    match status {
        Status::Ready | Status::Done => paint.paint("✓", Style::Good),
        Status::Failed => paint.paint("✗", Style::Error),
        _ => paint.paint("•", Style::Dim),
    }
}

/// The name of a state, as `--json` has it.
fn word(state: &impl serde::Serialize) -> String {
    match serde_json::to_value(state) {
        Ok(serde_json::Value::String(word)) => word,
        Ok(serde_json::Value::Object(map)) => map
            .get("phase")
            .or_else(|| map.values().next())
            .and_then(|value| value.as_str())
            .unwrap_or_default()
            .to_owned(),
        _ => String::new(),
    }
}

fn logs(session: &Session, args: &DemoLogs) -> Result<(), CliError> {
    let ui = &session.ui;
    let demo = demo(session, args.workspace.dir.as_ref())?;
    let service = args.service.as_deref();
    for line in demo.logs(service, args.lines)? {
        ui.json("log", &line)?;
        ui.data(&log_line(ui, &line.service, &line.line))?;
    }
    if !args.follow {
        return Ok(());
    }
    let followed = interrupt::run(ui, |cancel| async move {
        let sink = LogSink { ui: ui.clone(), cancel: cancel.clone() };
        Ok(demo.follow(service, &sink, &cancel).await?)
    });
    // Ctrl-C is how one stops reading.
    followed.or_else(|error| if error.kind() == crate::error::Kind::Interrupted { Ok(()) } else { Err(error) })
}

/// Lines as data; who has read enough ends it.
struct LogSink {
    ui: Ui,
    cancel: Cancel,
}

impl EventSink for LogSink {
    fn emit(&self, event: Event) {
        let Event::Output { source, line } = event else { return };
        let told = if self.ui.is_json() {
            self.ui.json("log", &json!({ "service": source, "line": line }))
        } else {
            self.ui.data(&log_line(&self.ui, &source, &line))
        };
        if told.is_err() {
            self.cancel.cancel();
        }
    }
}

fn log_line(ui: &Ui, service: &str, line: &str) -> String {
    format!("{} {line}", ui.out().paint(&format!("{service} |"), Style::Dim))
}

fn open(session: &Session, args: &WorkspaceArgs) -> Result<(), CliError> {
    let ui = &session.ui;
    let demo = demo(session, args.dir.as_ref())?;
    let url = interrupt::run(ui, |cancel| async move {
        let report = demo.status().await?;
        let url = report
            .url
            .filter(|_| report.phase == Phase::Ready)
            .ok_or_else(|| CliError::user("the demo is not up").hint("`fountane demo up` brings it up"))?;
        browse::page(ui, &url, &cancel).await?;
        Ok(url)
    })?;
    ui.json("result", &json!({ "command": "demo open", "url": url }))?;
    Ok(ui.data(&url)?)
}

fn down(session: &Session, args: &DemoDown) -> Result<(), CliError> {
    let ui = &session.ui;
    if let Some(name) = &args.name {
        return Err(CliError::usage(format!("a demo on this machine has no name, and `{name}` is one"))
            .hint(format!("`fountane demo down {name} --target kubernetes` takes down one in a cluster")));
    }
    let target = demo(session, args.workspace.dir.as_ref())?;
    if args.purge && !session.takes_defaults() {
        if !ui.can_ask() {
            return Err(CliError::usage("`--purge` deletes the demo's data, and nobody can be asked")
                .hint("`--yes` says that it is meant"));
        }
        if !ui.prompt().confirm("Delete the demo's data too?", false)? {
            return Err(CliError::interrupted().hint("nothing was stopped or deleted"));
        }
    }
    let purge = args.purge;
    let came = interrupt::run(ui, |_| async move { Ok(target.down(purge).await?) })?;
    ui.json("result", &json!({ "command": "demo down", "was-running": came.was_running, "purged": came.purged }))?;
    ui.say(match (came.was_running, came.purged) {
        (true, true) => "the demo is down, its data is deleted",
        (true, false) => "the demo is down; its data stays",
        (false, true) => "the demo was not up; its data is deleted",
        (false, false) => "the demo was not up",
    });
    Ok(())
}

/// It minds signals itself.
fn supervise(session: &Session, args: &SuperviseArgs) -> Result<(), CliError> {
    let demo = Demo::open(&session.absolute(&args.workspace))?;
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
    Ok(runtime.block_on(demo.supervise(&session.environment))?)
}
