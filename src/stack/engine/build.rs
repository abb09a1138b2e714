//! Images of applications, built from the workspace's Dockerfiles by the person's own `docker`, or `podman`.

use std::time::Duration;

use camino::Utf8Path;

use super::Engine;
use super::images::local;
use crate::env_vars::{DOCKER_HOST, Environment};
use crate::process::{Cancel, Limits, Program};
use crate::runs::{Event, EventSink};
use crate::stack::error::StackError;
use crate::stack::model::Unit;

/// A first build fetches all packages of a workspace.
const LIMIT: Duration = Duration::from_mins(45);

impl Engine {
    /// Builds the image of a unit. A line that the builder writes is an event.
    pub(in crate::stack) async fn build(
        &self,
        unit: &Unit,
        workspace: &Utf8Path,
        environment: &Environment,
        sink: &dyn EventSink,
        cancel: &Cancel,
    ) -> Result<(), StackError> {
        let Some(dockerfile) = &unit.image.build else { return Ok(()) };
        let program = Program::new(builder(environment))
            .args(["build", "--file", dockerfile, "--tag", &local(&unit.image), "."])
            .cwd(workspace)
            .env(DOCKER_HOST, self.host())
            .env("CONTAINER_HOST", self.host());
        let source = unit.name.clone();
        let mut tell =
            |line: &crate::process::Line| sink.emit(Event::Output { source: source.clone(), line: line.text.clone() });
        let built = program.run(&Limits::new(LIMIT, cancel), &mut tell).await;
        built.map_err(|source| match source {
            crate::process::ProcessError::Cancelled { .. } => StackError::Cancelled,
            source => StackError::Build { unit: unit.name.clone(), source },
        })
    }
}

/// Podman's where there is no other.
fn builder(environment: &Environment) -> &'static str {
    let has = |name: &str| environment.find_program(name).is_some();
    if !has("docker") && has("podman") { "podman" } else { "docker" }
}
