//! Output of tools turned into diagnostics. Pure: text in, findings out.

mod buf;
mod eslint;
mod prettier;
mod tsc;
mod vitest;

pub(super) use buf::buf;
pub(super) use eslint::eslint;
pub(super) use prettier::prettier;
pub(super) use tsc::tsc;
pub(super) use vitest::{passed, vitest};

use super::{Diagnostic, Severity};

/// The package whose task Nx prints next: `> nx run @golden/clinic:typecheck`.
fn nx_heading(line: &str) -> Option<&str> {
    let task = line.strip_prefix("> nx run ")?;
    task.split_whitespace().next()?.rsplit_once(':').map(|(package, _)| package)
}

/// Numbers of a place; 0 and what is no number is none.
fn number(text: &str) -> Option<u32> {
    text.trim().parse().ok().filter(|number| *number > 0)
}
