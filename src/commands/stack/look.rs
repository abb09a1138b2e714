//! `fountane stack status`, `logs` and `open`.

use jiff::{Span, Timestamp};
use serde_json::json;

use super::opened::Opened;
use crate::cli::{StackLogs, StackOpen};
use crate::clock;
use crate::commands::session::Session;
use crate::commands::{browse, interrupt};
use crate::error::{CliError, Kind};
use crate::stack::{Engine, Kept, LogOptions, Wanted, logs as lines_of, page, present, status as rows_of};
use crate::ui::{Style, Table};

pub(super) fn status(session: &Session, opened: &Opened) -> Result<(), CliError> {
    let ui = &session.ui;
    let rows = interrupt::run(ui, |_| async move {
        let engine = Engine::connect(&session.environment).await?;
        Ok(rows_of(&engine, &opened.owner).await?)
    })?;
    ui.json("stack", &json!({ "name": opened.owner.stack, "units": rows }))?;
    let mut table = Table::new(["", "unit", "state", "address", "image", "for how long"]);
    for row in &rows {
        let mark = match row.state {
            "healthy" | "done" => ui.out().paint("✓", Style::Good),
            "failed" | "unhealthy" => ui.out().paint("✗", Style::Error),
            _ => ui.out().paint("•", Style::Dim),
        };
        let (unit, state) = (row.unit.clone(), row.state.to_owned());
        table.row([mark, unit, state, row.addresses.join(" "), row.image.clone(), row.told.clone()]);
    }
    if table.is_empty() {
        ui.say("nothing of this stack is there; `fountane stack up` brings it up");
        return Ok(());
    }
    for line in table.lines(ui.out()) {
        ui.data(&line)?;
    }
    Ok(())
}

pub(super) fn logs(session: &Session, opened: &Opened, args: &StackLogs) -> Result<(), CliError> {
    let ui = &session.ui;
    let since = args.since.as_deref().map(moment).transpose()?;
    let options = LogOptions { follow: args.follow, since, lines: args.lines };
    let redactor = Kept::read(&opened.folder)?.redactor();
    let told = interrupt::run(ui, |cancel| async move {
        let engine = Engine::connect(&session.environment).await?;
        let tell = |line: crate::stack::Line| {
            let told = if ui.is_json() {
                ui.json("log", &json!({ "service": line.unit, "line": line.line }))
            } else {
                ui.data(&format!("{} {}", ui.out().paint(&format!("{} |", line.unit), Style::Dim), line.line))
            };
            told.is_ok()
        };
        tokio::select! {
            told = lines_of(&engine, &opened.owner, &args.names, &options, &redactor, &tell) => Ok(told?),
            () = cancel.cancelled() => Err(CliError::interrupted()),
        }
    });
    // Ctrl-C is how one stops reading.
    told.or_else(|error| if args.follow && error.kind() == Kind::Interrupted { Ok(()) } else { Err(error) })
}

/// `10m`, or a moment, as seconds of Unix time.
fn moment(text: &str) -> Result<i32, CliError> {
    let ago = text.parse::<Span>().ok().and_then(|span| clock::now().checked_sub(span).ok());
    let read = ago.or_else(|| text.parse::<Timestamp>().ok());
    let seconds = read.and_then(|moment| i32::try_from(moment.as_second()).ok());
    seconds.ok_or_else(|| {
        CliError::usage(format!("`{text}` is no moment")).hint("write `10m`, `2h`, or `2026-05-02T10:00:00Z`")
    })
}

pub(super) fn open(session: &Session, opened: &Opened, args: &StackOpen) -> Result<(), CliError> {
    let ui = &session.ui;
    let kept = Kept::read(&opened.folder)?;
    let url = interrupt::run(ui, |cancel| async move {
        let engine = Engine::connect(&session.environment).await?;
        let there = present(&engine, &opened.owner).await?;
        if there.is_empty() {
            return Err(CliError::user("the stack is not up").hint("`fountane stack up` brings it up"));
        }
        let stack = opened.stack(&Wanted::Named(there))?;
        let url = page(&stack, &kept, &args.service)?;
        if !args.print && !ui.is_json() {
            browse::page(ui, &url, &cancel).await?;
        }
        Ok(url)
    })?;
    ui.json("result", &json!({ "command": "stack open", "url": url }))?;
    Ok(ui.data(&url)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_a_span_back_from_now_or_a_point_in_time() {
        let now = i32::try_from(clock::now().as_second()).unwrap();
        let back = moment("10m").unwrap();
        assert!((590..=610).contains(&(now - back)), "{back}");
        assert_eq!(moment("2026-05-02T10:00:00Z").unwrap(), 1_777_716_000);
        assert!(moment("yesterday").is_err());
    }
}
