//! A program that is meant to outlive us.

use std::process::Stdio;

use camino::Utf8Path;

use super::{ProcessError, Program};

impl Program {
    /// Starts it with its output appended to a file and lets go of it: it lives on when we end. Returns its number.
    ///
    /// It leads a process group of its own, so that a Ctrl-C in our terminal does not reach it.
    pub fn detach(&self, log: &Utf8Path) -> Result<u32, ProcessError> {
        let error = |source| ProcessError::Start { program: self.shown(), source };
        let file = fs_err::OpenOptions::new().create(true).append(true).open(log).map_err(error)?;
        let (out, _) = file.into_parts();
        let err = out.try_clone().map_err(error)?;
        let mut command = self.command();
        command.stdin(Stdio::null()).stdout(out).stderr(err).kill_on_drop(false);
        let child = command.spawn().map_err(error)?;
        Ok(child.id().unwrap_or_default())
    }
}
