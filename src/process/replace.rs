//! A program in the place of this process: its terminal, its signals and its end are the program's own.

use std::os::unix::process::CommandExt as _;

use super::{ProcessError, Program};

impl Program {
    /// Becomes the program. What comes back is why it could not be started.
    pub fn replace(&self) -> ProcessError {
        #[expect(clippy::disallowed_methods, reason = "nothing is left behind that would have to clean up")]
        let mut command = std::process::Command::new(&self.file);
        command.args(&self.args);
        if self.clear_env {
            command.env_clear();
        }
        for (name, value) in &self.env {
            match value {
                Some(value) => command.env(name, value),
                None => command.env_remove(name),
            };
        }
        if let Some(folder) = &self.cwd {
            command.current_dir(folder);
        }
        let source = command.exec();
        ProcessError::Start { program: self.file.to_string(), source }
    }
}
