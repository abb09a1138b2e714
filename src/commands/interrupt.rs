//! Ctrl-C: the first asks everything to stop in order, the second ends us at once.

use std::future::Future;

use crate::error::{CliError, Kind};
use crate::process::{Cancel, kill_everything};
use crate::ui::Ui;

/// Runs work that heeds a wish to stop, on a runtime of its own; commands that need none do not pay for one.
pub(super) fn run<T, F>(ui: &Ui, work: impl FnOnce(Cancel) -> F) -> Result<T, CliError>
where
    F: Future<Output = Result<T, CliError>>,
{
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
    let cancel = Cancel::new();
    runtime.spawn(listen(ui.clone(), cancel.clone()));
    let ended = runtime.block_on(work(cancel.clone()));
    runtime.shutdown_background();
    match ended {
        // Whatever it died of: the person wanted it to stop.
        Err(error) if cancel.is_cancelled() && error.kind() != Kind::Interrupted => {
            Err(error.hints().iter().fold(CliError::interrupted(), CliError::hint))
        }
        ended => ended,
    }
}

async fn listen(ui: Ui, cancel: Cancel) {
    use tokio::signal::unix::{SignalKind, signal};
    let Ok(mut interrupt) = signal(SignalKind::interrupt()) else { return };
    let Ok(mut terminate) = signal(SignalKind::terminate()) else { return };
    let Ok(mut hangup) = signal(SignalKind::hangup()) else { return };
    let mut first = true;
    loop {
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
            _ = hangup.recv() => {}
        }
        if first {
            cancel.cancel();
            ui.stopping();
            first = false;
        } else {
            kill_everything();
            ui.restore();
            std::process::exit(i32::from(Kind::Interrupted.exit_code()));
        }
    }
}
