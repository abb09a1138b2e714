//! `fountane schema`.

use super::session::Session;
use crate::cli::SchemaArgs;
use crate::error::CliError;
use crate::fs::write_atomic;
use crate::spec;

pub(super) fn run(session: &Session, args: &SchemaArgs) -> Result<(), CliError> {
    let text = spec::schema::schema_text();
    let Some(output) = &args.output else { return Ok(session.ui.raw(&text)?) };
    write_atomic(&session.absolute(output), text.as_bytes(), 0o644)?;
    session.ui.say(&format!("wrote {output}"));
    Ok(())
}
