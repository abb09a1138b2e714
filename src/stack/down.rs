//! Taking a stack down: by its labels alone, what others wait for last, and proven by looking again.

use std::collections::BTreeSet;

use futures_util::future::join_all;
use serde::Serialize;

use super::engine::{Engine, Found, Owner};
use super::error::StackError;
use super::kept::Folder;
use crate::runs::{Event, EventSink, step};

const STOP: &str = "stack:stop";

/// What was there and is gone.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Removed {
    /// Units.
    pub containers: Vec<String>,
    /// By name.
    pub networks: Vec<String>,
    /// By name.
    pub volumes: Vec<String>,
}

/// What there is to be removed.
pub async fn removable(engine: &Engine, owner: &Owner, volumes: bool) -> Result<Removed, StackError> {
    Ok(Removed {
        containers: engine.found(owner).await?.into_iter().map(|found| found.unit).collect(),
        networks: engine.networks(owner).await?,
        volumes: if volumes { engine.volumes(owner).await? } else { Vec::new() },
    })
}

/// Removes all that is the stack's own; volumes only where they are asked for.
///
/// # Errors
/// Something is left: what, and why.
pub async fn down(
    engine: &Engine,
    owner: &Owner,
    folder: &Folder,
    volumes: bool,
    sink: &dyn EventSink,
) -> Result<Removed, StackError> {
    step(sink, STOP, async {
        let there = removable(engine, owner, volumes).await?;
        let mut reasons = remove_containers(engine, engine.found(owner).await?, sink).await;
        for network in &there.networks {
            reasons.extend(engine.remove_network(network).await.err().map(|why| (network.clone(), why)));
        }
        for volume in &there.volumes {
            reasons.extend(engine.remove_volume(volume).await.err().map(|why| (volume.clone(), why)));
        }
        let left = removable(engine, owner, volumes).await?;
        let names: Vec<String> = [left.containers, left.networks, left.volumes].concat();
        if !names.is_empty() {
            return Err(StackError::Left { left: names.into_iter().map(|name| told(name, &reasons)).collect() });
        }
        folder.clear(volumes)?;
        let message = format!("{} containers and {} volumes removed", there.containers.len(), there.volumes.len());
        Ok((there, message))
    })
    .await
}

fn told(name: String, reasons: &[(String, String)]) -> String {
    match reasons.iter().find(|(of, _)| *of == name) {
        Some((_, why)) => format!("{name}: {why}"),
        None => name,
    }
}

/// In waves, those that nobody waits for first; what could not be removed, and why.
pub(super) async fn remove_containers(
    engine: &Engine,
    mut left: Vec<Found>,
    sink: &dyn EventSink,
) -> Vec<(String, String)> {
    let mut reasons = Vec::new();
    let mut done = 0;
    while !left.is_empty() {
        let awaited: BTreeSet<String> = left.iter().flat_map(|found| found.after.iter().cloned()).collect();
        let (mut wave, mut rest): (Vec<Found>, Vec<Found>) =
            left.into_iter().partition(|found| !awaited.contains(&found.unit));
        if wave.is_empty() {
            // Labels that somebody else wrote may go round in a circle.
            wave.append(&mut rest);
        }
        let ended = join_all(wave.iter().map(|found| engine.remove(found))).await;
        for (found, ended) in wave.iter().zip(ended) {
            done += 1;
            match ended {
                Ok(()) => {
                    sink.emit(Event::StepProgress { step: STOP, done, message: format!("{} is gone", found.unit) });
                }
                Err(error) => reasons.push((found.unit.clone(), error.to_string())),
            }
        }
        left = rest;
    }
    reasons
}
