//! `fountane stack images`.

use serde_json::json;

use super::opened::Opened;
use crate::cli::StackImages;
use crate::commands::interrupt;
use crate::commands::session::Session;
use crate::error::CliError;
use crate::runs::step;
use crate::stack::{Archive, Engine, load, save};
use crate::ui::count;

const MEGABYTE: u64 = 1_000_000;

pub(super) fn run(session: &Session, opened: &Opened, command: &StackImages) -> Result<(), CliError> {
    let ui = &session.ui;
    let (verb, archive) = match command {
        StackImages::Save { file, names, all } => {
            let stack = opened.stack(&Opened::wanted(names, *all))?;
            let file = session.absolute(file);
            let work = interrupt::run(ui, |cancel| async move {
                let engine = Engine::connect(&session.environment).await?;
                let events = ui.events();
                let work = step(&*events, "stack:save", async {
                    save(&engine, &stack, &file).await.map(|archive| (archive.clone(), told(&archive)))
                });
                tokio::select! {
                    saved = work => Ok(saved?),
                    () = cancel.cancelled() => Err(CliError::interrupted()),
                }
            });
            ("save", work?)
        }
        StackImages::Load { file } => {
            let file = session.absolute(file);
            let work = interrupt::run(ui, |_| async move {
                let engine = Engine::connect(&session.environment).await?;
                Ok(step(&*ui.events(), "stack:load", async {
                    load(&engine, &file).await.map(|archive| (archive.clone(), told(&archive)))
                })
                .await?)
            });
            ("load", work?)
        }
    };
    ui.json(
        "result",
        &json!({ "command": format!("stack images {verb}"), "images": archive.images, "bytes": archive.bytes }),
    )?;
    for image in &archive.images {
        ui.data(image)?;
    }
    Ok(())
}

fn told(archive: &Archive) -> String {
    format!("{}, {} MB", count(archive.images.len(), "image", "images"), archive.bytes / MEGABYTE)
}
