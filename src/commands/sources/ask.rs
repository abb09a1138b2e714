//! Whether a source is trusted: remembered, said on the command line, or asked on the terminal. Never taken for granted.

use serde_json::json;

use crate::blueprint::Sourced;
use crate::commands::session::Session;
use crate::error::{CliError, Kind};
use crate::sources::{Trust, TrustError, run_by_tools};
use crate::ui::{Style, count};
use crate::workspace::LockedSource;

/// So many names a question lists.
const LISTED: usize = 10;

/// A source that is about to be used.
pub(super) struct Offer<'a> {
    /// As the spec has it.
    pub address: &'a str,
    /// What it is remembered by: for a folder, where it is on this machine.
    pub key: &'a str,
    pub sourced: &'a Sourced,
    /// What the lock has of it so far.
    pub before: Option<&'a LockedSource>,
    /// What speaks against that its commit is the tag that the lock calls it.
    pub doubt: Option<String>,
}

/// Whether the person has said that they trust just this content.
pub(super) fn is_trusted(session: &Session, key: &str, digest: &str) -> Result<bool, CliError> {
    Ok(read(session)?.has(key, digest))
}

/// Goes on only if the person says now that they trust just this content of this source.
pub(super) fn ask(session: &Session, offer: &Offer<'_>) -> Result<(), CliError> {
    let mut trust = read(session)?;
    let ui = &session.ui;
    let lines = shown(offer);
    ui.json("source", &facts(offer))?;
    if session.trust.iter().any(|said| said == offer.address || said == offer.key) {
        for line in &lines {
            ui.say(line);
        }
        ui.say("trusted from now on, as it is, because of `--trust`");
        return Ok(trust.add(offer.key, &offer.sourced.pin.digest)?);
    }
    if !ui.can_ask() {
        return Err(CliError::usage(format!("`{}` is not trusted yet, and there is nobody to ask", offer.address))
            .report(lines.join("\n"))
            .hint(format!("look at it; then `--trust '{}'` says that you trust it as it is", offer.address)));
    }
    for line in &lines {
        ui.say(&line.replace("not from fountane", &ui.err().paint("not from fountane", Style::Warning)));
    }
    if ui.prompt().confirm("Do you trust it, as it is?", false)? {
        return Ok(trust.add(offer.key, &offer.sourced.pin.digest)?);
    }
    Err(CliError::user(format!("`{}` is not trusted", offer.address))
        .hint("nothing of it was used, nothing was written"))
}

/// What the person trusts so far.
pub(super) fn read(session: &Session) -> Result<Trust, CliError> {
    let folder = session.environment.config_folder();
    let folder = folder.ok_or_else(|| CliError::user("there is no folder for settings: HOME is not set"))?;
    Ok(Trust::read(&folder)?)
}

fn listed(names: &[impl AsRef<str>]) -> String {
    let more = names.len().saturating_sub(LISTED);
    let shown = names[..names.len() - more].iter().map(AsRef::as_ref).collect::<Vec<&str>>().join(", ");
    if more > 0 { format!("{shown} and {more} more") } else { shown }
}

fn shown(offer: &Offer<'_>) -> Vec<String> {
    let pin = &offer.sourced.pin;
    let files = &offer.sourced.files;
    let or_none = |names: Vec<&str>| if names.is_empty() { "none".to_owned() } else { listed(&names) };
    let mut lines = vec![format!("blueprints and templates that are not from fountane: {}", offer.address)];
    match (&pin.tag, &pin.commit) {
        (Some(tag), Some(commit)) => lines.push(format!("  version     {tag}, commit {commit}")),
        (None, Some(commit)) => lines.push(format!("  version     commit {commit}")),
        _ => lines.push(format!("  folder      {}", offer.key)),
    }
    lines.push(format!("  digest      {}", pin.digest));
    lines.push(format!("  blueprints  {}", or_none(offer.sourced.blueprint_names().collect())));
    lines.push(format!("  templates   {}", or_none(offer.sourced.template_names().collect())));
    lines.push(format!("  files       {}", files.len()));
    lines.extend(moved(offer).iter().chain(&offer.doubt).map(|doubt| format!("  beware      {doubt}")));
    lines.push("fountane runs nothing of it, and writes what it makes into the workspace only.".to_owned());
    let run: Vec<String> = run_by_tools(files).iter().map(|path| path.escape_debug().to_string()).collect();
    lines.push(
        "But what it makes is code: `pnpm install`, the gates and the demo run it as they run your own.".to_owned(),
    );
    if !run.is_empty() {
        let files = count(run.len(), "file is", "files are");
        lines.push(format!("{files} run by tools as soon as they are in a workspace: {}", listed(&run)));
    }
    lines
}

/// That a tag names another commit than before, which tags should not.
fn moved(offer: &Offer<'_>) -> Option<String> {
    let before = offer.before?;
    let tag = offer.sourced.pin.tag.as_ref().filter(|tag| before.tag.as_ref() == Some(tag))?;
    let was = before.commit.as_ref().filter(|commit| offer.sourced.pin.commit.as_ref() != Some(commit))?;
    Some(format!("the tag `{tag}` moved: it was {was}"))
}

fn facts(offer: &Offer<'_>) -> serde_json::Value {
    json!({
        "address": offer.address,
        "tag": offer.sourced.pin.tag,
        "commit": offer.sourced.pin.commit,
        "digest": offer.sourced.pin.digest,
        "blueprints": offer.sourced.blueprint_names().collect::<Vec<_>>(),
        "templates": offer.sourced.template_names().collect::<Vec<_>>(),
        "files": offer.sourced.files.len(),
        "run-by-tools": run_by_tools(&offer.sourced.files),
        "moved": moved(offer),
        "doubt": offer.doubt,
    })
}

impl From<TrustError> for CliError {
    fn from(error: TrustError) -> Self {
        match &error {
            TrustError::OfOthers { path } => {
                let hint = format!("look whether it says what you said, then `chmod 600 {path}`");
                Self::new(Kind::Config, error).hint(hint)
            }
            TrustError::Wrong { path, .. } => {
                let hint = format!("remove `{path}`: fountane asks again then");
                Self::new(Kind::Config, error).hint(hint)
            }
            TrustError::Io(_) => Self::new(Kind::User, error),
        }
    }
}
