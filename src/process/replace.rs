//! A program in the place of this process: its terminal, its signals and its end are the program's own.

use std::os::unix::process::CommandExt as _;

use super::{ProcessError, Program};

impl Program {
    /// Becomes the program. What comes back is why it could not be started.
    pub fn replace(&self) -> ProcessError {
        let source = self.plain_command().exec();
        ProcessError::Start { program: self.file.to_string(), source }
    }
}
