//! A page in the person's browser.

use std::time::Duration;

use crate::error::CliError;
use crate::process::{Cancel, Limits, Program};
use crate::ui::Ui;

/// Opens an address in the person's browser, or says that it could not.
pub(super) async fn page(ui: &Ui, url: &str, cancel: &Cancel) -> Result<(), CliError> {
    let browser = if cfg!(target_os = "macos") { "open" } else { "xdg-open" };
    let limits = Limits::new(Duration::from_secs(10), cancel);
    let opened = Program::new(browser).arg(url).capture(&limits).await;
    if !opened.is_ok_and(|captured| captured.exit.is_success()) {
        ui.say(&format!("`{browser}` could not open a browser; open the address yourself"));
    }
    if cancel.is_cancelled() { Err(CliError::interrupted()) } else { Ok(()) }
}
