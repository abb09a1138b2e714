//! `fountane stack export`.

use std::collections::BTreeMap;

use camino::{Utf8Path, Utf8PathBuf};
use serde_json::json;

use super::opened::Opened;
use crate::cli::{ExportFormat, StackExport};
use crate::commands::session::Session;
use crate::error::CliError;
use crate::fs::write_atomic;
use crate::stack::{Kept, compose, write_materials};

pub(super) fn run(session: &Session, opened: &Opened, args: &StackExport) -> Result<(), CliError> {
    let ExportFormat::Compose = args.format;
    let stack = opened.stack(&Opened::wanted(&args.names, args.all))?;
    let target = place(session, opened, &args.output);
    let (folder, root) = match &target {
        Some(file) => seen_from(opened, file),
        None => seen_from(opened, &opened.root.join("printed")),
    };
    let _lock = opened.folder.lock()?;
    let mut kept = Kept::read(&opened.folder)?;
    // Ports that containers of this stack hold are kept ones, and stay.
    let held: BTreeMap<String, u16> =
        stack.published().into_iter().filter_map(|name| Some((name.clone(), kept.port(&name)?))).collect();
    kept.complete(&stack, &held)?;
    kept.write(&opened.folder)?;
    write_materials(&stack, &opened.folder, &kept)?;
    let text = compose(&stack, &kept, &folder, &root);
    let Some(file) = target else { return Ok(session.ui.raw(&text)?) };
    write_atomic(&file, text.as_bytes(), 0o644)?;
    let shown = session.shown(&file);
    session.ui.json("result", &json!({ "command": "stack export", "file": file, "units": stack.units.len() }))?;
    session.ui.data(&shown)?;
    session.ui.say(&format!(
        "`docker compose -f {shown} up --wait` brings it up; secrets are in files of `.fountane/stack`, which stay here"
    ));
    Ok(())
}

/// A bare name is a file at the root of the workspace; nothing for `-`.
fn place(session: &Session, opened: &Opened, output: &Utf8Path) -> Option<Utf8PathBuf> {
    match output.as_str() {
        "-" => None,
        "docker-compose.yml" => Some(opened.root.join(output)),
        _ => Some(session.absolute(output)),
    }
}

/// The folder of the stack and the root, from a file: relative where it is at the root, so that the workspace can move.
fn seen_from(opened: &Opened, file: &Utf8Path) -> (Utf8PathBuf, Utf8PathBuf) {
    if file.parent() == Some(&opened.root) {
        return (Utf8PathBuf::from(".fountane/stack"), Utf8PathBuf::from("."));
    }
    (opened.folder.path().to_owned(), opened.root.clone())
}
