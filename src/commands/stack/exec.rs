//! `fountane stack exec`: as if the program ran here, with a terminal where there is one.

use std::io::{IsTerminal as _, Read as _};

use tokio::sync::mpsc;

use super::opened::Opened;
use crate::cli::StackExec;
use crate::commands::interrupt;
use crate::commands::session::Session;
use crate::error::CliError;
use crate::stack::{Engine, Terminal, exec};
use crate::ui::{RawTerminal, raw_output};

pub(super) fn run(session: &Session, opened: &Opened, args: &StackExec) -> Result<(), CliError> {
    let has_terminal = std::io::stdin().is_terminal() && std::io::stdout().is_terminal();
    let terminal = has_terminal.then(|| {
        let (rows, columns) = console::Term::stdout().size();
        Terminal { rows, columns }
    });
    let code = interrupt::run(&session.ui, |cancel| async move {
        let engine = Engine::connect(&session.environment).await?;
        let raw = if has_terminal { Some(RawTerminal::begin()?) } else { None };
        let mut write = |bytes: &[u8], is_error: bool| {
            // Who read it may be gone; the program is told by its own pipe.
            let _ = raw_output(bytes, is_error);
        };
        let work = exec(&engine, &opened.owner, &args.service, &args.command, terminal, typed(), &mut write);
        let ended = tokio::select! {
            ended = work => Ok(ended?),
            () = cancel.cancelled() => Err(CliError::interrupted()),
        };
        drop(raw);
        ended
    })?;
    match code {
        0 => Ok(()),
        code => Err(CliError::user(format!("`{}` ended with {code}", args.command.join(" ")))),
    }
}

/// What is typed, or piped in, until its end. Reading cannot be taken back, so a thread of its own does it.
fn typed() -> mpsc::Receiver<Vec<u8>> {
    let (sender, receiver) = mpsc::channel(16);
    std::thread::spawn(move || {
        let mut buffer = [0; 4096];
        while let Ok(count @ 1..) = std::io::stdin().lock().read(&mut buffer) {
            if sender.blocking_send(buffer[..count].to_vec()).is_err() {
                return;
            }
        }
    });
    receiver
}
