//! The tools of a workspace, and its packages.

use std::time::{Duration, Instant};

use camino::Utf8Path;

use super::session::Session;
use crate::error::CliError;
use crate::process::{Cancel, Limits, Line};
use crate::runs::{Event, EventSink, Outcome};
use crate::toolchain::{Search, Toolchain, Which};
use crate::workspace::packages;

/// A cold store and a slow line take their time.
const LIMIT: Duration = Duration::from_mins(20);

/// Node and pnpm for a workspace, found or fetched.
pub(super) async fn toolchain(
    session: &Session,
    root: &Utf8Path,
    events: &dyn EventSink,
    cancel: &Cancel,
) -> Result<Toolchain, CliError> {
    let search = Search::new(session.environment.clone());
    let began = Instant::now();
    let toolchain = Toolchain::provide(root, &search, events, cancel).await?;
    let message = format!("Node {}, pnpm {}", toolchain.node().version, toolchain.pnpm().version);
    let (outcome, took) = (Outcome::Done, began.elapsed());
    events.emit(Event::StepFinished { step: "toolchain", outcome, took, message });
    Ok(toolchain)
}

/// Node, pnpm and, where they are not there or are others than the manifests of now ask for, packages.
pub(super) async fn ready(session: &Session, root: &Utf8Path, cancel: &Cancel) -> Result<Toolchain, CliError> {
    let events = session.ui.events();
    let toolchain = toolchain(session, root, &*events, cancel).await?;
    if !packages::are_installed(root)? {
        install_packages(root, &toolchain, &*events, cancel).await?;
    }
    Ok(toolchain)
}

/// Installs packages.
pub(super) async fn install_packages(
    root: &Utf8Path,
    toolchain: &Toolchain,
    events: &dyn EventSink,
    cancel: &Cancel,
) -> Result<(), CliError> {
    events.emit(Event::StepStarted { step: "install", total: None });
    let began = Instant::now();
    let install = toolchain.command(Which::Pnpm, &["install", "--reporter=append-only"], root);
    let mut tell = |line: &Line| {
        events.emit(Event::Output { source: "pnpm".to_owned(), line: line.text.clone() });
    };
    let ended = install.run(&Limits::new(LIMIT, cancel), &mut tell).await;
    if ended.is_ok() {
        packages::note(root)?;
    }
    let (outcome, message) = match &ended {
        Ok(()) => (Outcome::Done, "packages are there"),
        Err(_) => (Outcome::Failed, "failed"),
    };
    events.emit(Event::StepFinished { step: "install", outcome, took: began.elapsed(), message: message.to_owned() });
    Ok(ended?)
}
