//! The containers of a stack: found by their labels, made, started, stopped, removed.

use std::collections::{BTreeMap, HashMap};

use bollard::models::{
    ContainerStateStatusEnum, ContainerSummary, ContainerSummaryStateEnum, HealthStatusEnum, PortSummary,
};
use bollard::query_parameters::{
    CreateContainerOptionsBuilder, EventsOptionsBuilder, InspectContainerOptions, ListContainersOptionsBuilder,
    RemoveContainerOptionsBuilder, RestartContainerOptionsBuilder, StopContainerOptionsBuilder,
};
use futures_util::StreamExt as _;
use tokio::sync::Notify;

use super::body::{self, AFTER, COMPONENT, CONFIG_HASH, Hash, IMAGE, ONCE, Owner, STOP_AFTER, UNIT};
use super::{Engine, refused, status};
use crate::stack::error::StackError;
use crate::stack::kept::{Folder, Kept};
use crate::stack::model::Unit;

/// A container of a stack, as its labels tell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    pub id: String,
    pub unit: String,
    pub component: String,
    pub once: bool,
    pub image: String,
    pub hash: Hash,
    pub running: bool,
    pub created_only: bool,
    /// For people: `Up 2 minutes (healthy)`.
    pub told: String,
    pub stop_after: i32,
    /// Units that it waited for.
    pub after: Vec<String>,
    /// Ports of this machine by those in the container.
    pub ports: BTreeMap<u16, u16>,
}

/// How a container stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum State {
    /// It was made and not started.
    Created,
    /// It runs, and nobody knows yet whether it can work.
    Starting,
    /// It can work.
    Healthy,
    /// It runs and cannot work.
    Unhealthy {
        /// What the last probe said.
        said: String,
    },
    /// It has ended.
    Ended {
        /// With this code.
        code: i64,
        /// For want of memory.
        out_of_memory: bool,
        /// What the engine says of it.
        error: String,
    },
    /// It is not there.
    Gone,
}

impl Engine {
    /// Everything that runs, or has run, of a stack.
    pub(in crate::stack) async fn found(&self, owner: &Owner) -> Result<Vec<Found>, StackError> {
        let options = ListContainersOptionsBuilder::default().all(true).filters(&owner.filters()).build();
        let all = self.docker.list_containers(Some(options)).await.map_err(refused("listing containers"))?;
        let own = all.into_iter().filter(|container| owner.owns(container.labels.as_ref()));
        let mut found: Vec<Found> = own.filter_map(found).collect();
        found.sort_by(|one, other| one.unit.cmp(&other.unit));
        Ok(found)
    }

    /// Makes the container of a unit.
    pub(in crate::stack) async fn create(
        &self,
        unit: &Unit,
        owner: &Owner,
        hash: &Hash,
        kept: &Kept,
        folder: &Folder,
    ) -> Result<String, StackError> {
        let name = owner.container(&unit.name);
        let body = body::body(unit, owner, hash, kept, folder, self.api);
        let options = CreateContainerOptionsBuilder::default().name(&name).build();
        match self.docker.create_container(Some(options), body).await {
            Ok(made) => Ok(made.id),
            Err(error) if status(&error) == Some(409) => Err(StackError::Taken { kind: "container", name }),
            Err(error) => Err(refused(format!("making the container of `{}`", unit.name))(error)),
        }
    }

    pub(in crate::stack) async fn start(&self, id: &str, unit: &str) -> Result<(), StackError> {
        self.docker.start_container(id, None).await.map_err(refused(format!("starting `{unit}`")))
    }

    pub(in crate::stack) async fn restart(&self, found: &Found) -> Result<(), StackError> {
        let options = RestartContainerOptionsBuilder::default().t(found.stop_after).build();
        let restarted = self.docker.restart_container(&found.id, Some(options)).await;
        restarted.map_err(refused(format!("restarting `{}`", found.unit)))
    }

    /// Stops and removes a container; one that is gone already is fine.
    pub(in crate::stack) async fn remove(&self, found: &Found) -> Result<(), StackError> {
        let gone = |error: bollard::errors::Error| match status(&error) {
            Some(304 | 404) => Ok(()),
            _ => Err(error),
        };
        let stop = StopContainerOptionsBuilder::default().t(found.stop_after).build();
        if found.running {
            let stopped = self.docker.stop_container(&found.id, Some(stop)).await.or_else(gone);
            stopped.map_err(refused(format!("stopping `{}`", found.unit)))?;
        }
        // Its anonymous volumes go along; those with names are none.
        let remove = RemoveContainerOptionsBuilder::default().v(true).force(true).build();
        let removed = self.docker.remove_container(&found.id, Some(remove)).await;
        let removed = removed.or_else(|error| if status(&error) == Some(409) { Ok(()) } else { gone(error) });
        removed.map_err(refused(format!("removing `{}`", found.unit)))
    }

    /// Tells whenever something happens to a container of the stack; never ends. Who waits looks again by itself, so an engine
    /// that tells nothing for a while does no harm.
    pub(in crate::stack) async fn watch(&self, owner: &Owner, happened: &Notify) {
        loop {
            let mut filters = owner.filters();
            filters.insert("type".to_owned(), vec!["container".to_owned()]);
            let mut events =
                Box::pin(self.docker.events(Some(EventsOptionsBuilder::default().filters(&filters).build())));
            while let Some(Ok(_)) = events.next().await {
                happened.notify_waiters();
            }
            tokio::time::sleep(std::time::Duration::from_secs(1)).await;
        }
    }

    /// How a container stands.
    pub(in crate::stack) async fn state(&self, id: &str) -> Result<State, StackError> {
        let inspected = match self.docker.inspect_container(id, None::<InspectContainerOptions>).await {
            Ok(inspected) => inspected,
            Err(error) if status(&error) == Some(404) => return Ok(State::Gone),
            Err(error) => return Err(refused("inspecting a container")(error)),
        };
        let Some(state) = inspected.state else { return Ok(State::Gone) };
        let running = state.running == Some(true) && state.restarting != Some(true);
        if state.status == Some(ContainerStateStatusEnum::CREATED) {
            let error = state.error.unwrap_or_default();
            // It was to be started, and could not.
            return Ok(if error.is_empty() {
                State::Created
            } else {
                State::Ended { code: 128, out_of_memory: false, error }
            });
        }
        if !running {
            return Ok(State::Ended {
                code: state.exit_code.unwrap_or_default(),
                out_of_memory: state.oom_killed == Some(true),
                error: state.error.unwrap_or_default(),
            });
        }
        let Some(health) = state.health else { return Ok(State::Healthy) };
        Ok(match health.status {
            Some(HealthStatusEnum::HEALTHY | HealthStatusEnum::NONE | HealthStatusEnum::EMPTY) | None => State::Healthy,
            Some(HealthStatusEnum::STARTING) => State::Starting,
            Some(HealthStatusEnum::UNHEALTHY) => {
                let said = health.log.unwrap_or_default().pop().and_then(|result| result.output).unwrap_or_default();
                State::Unhealthy { said: said.trim().to_owned() }
            }
        })
    }
}

fn found(container: ContainerSummary) -> Option<Found> {
    let labels = container.labels.unwrap_or_default();
    let label = |name: &str| labels.get(name).cloned().unwrap_or_default();
    Some(Found {
        id: container.id?,
        unit: Some(label(UNIT)).filter(|unit| !unit.is_empty())?,
        component: label(COMPONENT),
        once: label(ONCE) == "true",
        image: container.image.unwrap_or_default(),
        hash: Hash { config: label(CONFIG_HASH), image: label(IMAGE) },
        running: matches!(
            container.state,
            Some(ContainerSummaryStateEnum::RUNNING | ContainerSummaryStateEnum::RESTARTING)
        ),
        created_only: container.state == Some(ContainerSummaryStateEnum::CREATED),
        told: container.status.unwrap_or_default(),
        stop_after: label(STOP_AFTER).parse().unwrap_or(10),
        after: label(AFTER).split(',').filter(|unit| !unit.is_empty()).map(str::to_owned).collect(),
        ports: ports(container.ports.unwrap_or_default()),
    })
}

fn ports(ports: Vec<PortSummary>) -> BTreeMap<u16, u16> {
    let published: HashMap<u16, u16> =
        ports.into_iter().filter_map(|port| Some((port.private_port, port.public_port?))).collect();
    published.into_iter().collect()
}
