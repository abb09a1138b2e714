//! `fountane stack up`.

use std::time::Duration;

use serde_json::json;

use super::opened::Opened;
use crate::cli::{PullWhen, StackUp};
use crate::commands::interrupt;
use crate::commands::session::Session;
use crate::error::CliError;
use crate::stack::{Action, Came, Driver, Engine, Kept, Pull, Stack, UpOptions, Wanted, page};
use crate::ui::{Style, Table, Ui};

pub(super) fn run(session: &Session, opened: &Opened, args: &StackUp) -> Result<(), CliError> {
    let wanted = Opened::wanted(&args.names, args.all);
    let stack = opened.stack(&wanted)?;
    let options = options(session, opened, &stack, args)?;
    let (came, others) = bring_up(session, opened, &stack, &options, args.dry_run)?;
    let ui = &session.ui;
    ui.json(
        "result",
        &json!({ "command": "stack up", "dry-run": args.dry_run, "units": came.units, "notes": came.notes }),
    )?;
    if args.dry_run {
        return rehearsed(ui, &came);
    }
    if !others.is_empty() && !matches!(wanted, Wanted::Named(_)) {
        ui.say(&format!("also there, and left alone: {}", others.join(", ")));
    }
    welcome(ui, opened, &stack)
}

/// How a stack comes up by these arguments.
fn options(session: &Session, opened: &Opened, stack: &Stack, args: &StackUp) -> Result<UpOptions, CliError> {
    let pull = match args.pull {
        PullWhen::Never => Pull::Never,
        PullWhen::Missing => Pull::Missing,
        PullWhen::Always => Pull::Always,
    };
    let builds = stack.units.iter().any(|unit| unit.image.build.is_some());
    Ok(UpOptions {
        pull,
        mirrors: session.settings.mirrors.value.clone(),
        patience: Duration::from_secs(args.wait_timeout),
        sources: if builds { opened.sources()? } else { String::new() },
    })
}

/// As `up` does by default, for commands that bring up again what they took down.
pub(super) fn by_default(session: &Session, opened: &Opened, stack: &Stack) -> Result<UpOptions, CliError> {
    let args = StackUp { names: Vec::new(), all: false, pull: PullWhen::Missing, wait_timeout: 300, dry_run: false };
    options(session, opened, stack, &args)
}

/// What came of it, and what else is there.
pub(super) fn bring_up(
    session: &Session,
    opened: &Opened,
    stack: &Stack,
    options: &UpOptions,
    dry_run: bool,
) -> Result<(Came, Vec<String>), CliError> {
    let ui = &session.ui;
    let _lock = if dry_run { None } else { Some(opened.folder.lock()?) };
    interrupt::run(ui, |cancel| async move {
        let engine = Engine::connect(&session.environment).await?;
        let driver = Driver {
            stack,
            owner: &opened.owner,
            engine: &engine,
            folder: &opened.folder,
            environment: &session.environment,
        };
        let came =
            if dry_run { driver.rehearse(options).await? } else { driver.up(options, &*ui.events(), &cancel).await? };
        let others = driver.others().await?.into_iter().collect();
        Ok((came, others))
    })
}

fn rehearsed(ui: &Ui, came: &Came) -> Result<(), CliError> {
    let mut table = Table::new(["", "unit", "what", "why"]);
    for planned in &came.units {
        let (mark, what) = match planned.action {
            Action::Keep => (ui.out().paint("–", Style::Dim), "stays"),
            Action::Create => (ui.out().paint("+", Style::Good), "made"),
            Action::Recreate => (ui.out().paint("~", Style::Warning), "made anew"),
            Action::Start => (ui.out().paint("▸", Style::Good), "started"),
        };
        table.row([mark, planned.unit.clone(), what.to_owned(), planned.why.clone()]);
    }
    for line in table.lines(ui.out()) {
        ui.data(&line)?;
    }
    for note in &came.notes {
        ui.warning(note, None);
    }
    Ok(())
}

/// Where pages are; the application's own first.
fn welcome(ui: &Ui, opened: &Opened, stack: &Stack) -> Result<(), CliError> {
    let kept = Kept::read(&opened.folder)?;
    let mut pages: Vec<_> = stack.units.iter().filter(|unit| unit.page().is_some()).collect();
    pages.sort_by_key(|unit| (unit.name != "web", unit.name.clone()));
    for unit in pages {
        ui.data(&format!("{:<12} {}", unit.name, page(stack, &kept, &unit.name)?))?;
    }
    ui.say("`fountane stack status` shows how all stands, `fountane stack logs` what it writes, `fountane stack down` stops it");
    Ok(())
}
