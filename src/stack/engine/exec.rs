//! A program within a container, with a terminal or without.

use bollard::container::LogOutput;
use bollard::exec::{CreateExecOptions, StartExecOptions, StartExecResults};
use bollard::query_parameters::ResizeExecOptionsBuilder;
use futures_util::StreamExt as _;
use tokio::io::AsyncWriteExt as _;
use tokio::sync::mpsc;

use super::{Engine, refused};
use crate::stack::error::StackError;

/// The size of a terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Terminal {
    /// Lines.
    pub rows: u16,
    /// Characters of a line.
    pub columns: u16,
}

impl Engine {
    /// Runs a program to its end and gives back its exit code. `input` is what it reads; `on_output` is told what it writes, and
    /// whether that is its standard error.
    pub(in crate::stack) async fn exec(
        &self,
        id: &str,
        command: &[String],
        terminal: Option<Terminal>,
        mut input: mpsc::Receiver<Vec<u8>>,
        on_output: &mut (dyn FnMut(&[u8], bool) + Send),
    ) -> Result<i64, StackError> {
        let doing = || format!("running `{}`", command.join(" "));
        let options = CreateExecOptions {
            attach_stdin: Some(true),
            attach_stdout: Some(true),
            attach_stderr: Some(true),
            tty: Some(terminal.is_some()),
            cmd: Some(command.to_vec()),
            ..CreateExecOptions::default()
        };
        let made = self.docker.create_exec(id, options).await.map_err(refused(doing()))?;
        let start = StartExecOptions { detach: false, tty: terminal.is_some(), output_capacity: None };
        let started = self.docker.start_exec(&made.id, Some(start)).await.map_err(refused(doing()))?;
        if let Some(Terminal { rows, columns }) = terminal {
            let size = ResizeExecOptionsBuilder::default().h(i32::from(rows)).w(i32::from(columns)).build();
            // A program that has ended by now has no terminal any more.
            let _ = self.docker.resize_exec(&made.id, size).await;
        }
        if let StartExecResults::Attached { mut output, input: mut to } = started {
            let writing = tokio::spawn(async move {
                while let Some(bytes) = input.recv().await {
                    if to.write_all(&bytes).await.is_err() || to.flush().await.is_err() {
                        return;
                    }
                }
                let _ = to.shutdown().await;
            });
            while let Some(said) = output.next().await {
                let said = said.map_err(refused(doing()))?;
                on_output(said.as_ref(), matches!(said, LogOutput::StdErr { .. }));
            }
            writing.abort();
        }
        let ended = self.docker.inspect_exec(&made.id).await.map_err(refused(doing()))?;
        Ok(ended.exit_code.unwrap_or_default())
    }
}
