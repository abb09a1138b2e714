//! How a stack stands, as the engine tells.

use serde::Serialize;

use super::engine::{Engine, Found, Owner, State};
use super::error::StackError;
use super::kept::Kept;
use super::model::Stack;

/// How a container stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Row {
    /// The unit.
    pub unit: String,
    /// The component that it is of.
    pub component: String,
    /// `healthy`, `starting`, `unhealthy`, `done`, `failed`, `stopped`.
    pub state: &'static str,
    /// What the engine says of it: `Up 2 minutes (healthy)`.
    pub told: String,
    /// What it runs.
    pub image: String,
    /// What the image was fetched as.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub digest: Option<String>,
    /// Addresses on this machine: `127.0.0.1:20001`.
    pub addresses: Vec<String>,
}

/// Every container of a stack.
pub async fn status(engine: &Engine, owner: &Owner) -> Result<Vec<Row>, StackError> {
    let mut rows = Vec::new();
    for found in engine.found(owner).await? {
        let state = word(&found, &engine.state(&found.id).await?);
        rows.push(Row {
            state,
            digest: engine.image_digest(&found.image).await,
            addresses: found.ports.values().map(|port| format!("127.0.0.1:{port}")).collect(),
            unit: found.unit,
            component: found.component,
            told: found.told,
            image: found.image,
        });
    }
    Ok(rows)
}

fn word(found: &Found, state: &State) -> &'static str {
    match state {
        State::Created => "created",
        State::Starting => "starting",
        State::Healthy if found.once => "running",
        State::Healthy => "healthy",
        State::Unhealthy { .. } => "unhealthy",
        State::Ended { code: 0, .. } if found.once => "done",
        State::Ended { code: 0, .. } => "stopped",
        State::Ended { .. } => "failed",
        State::Gone => "gone",
    }
}

/// The page of a unit or component, and all that have one.
pub fn page(stack: &Stack, kept: &Kept, name: &str) -> Result<String, StackError> {
    let pages = stack.units.iter().filter_map(|unit| {
        let (port, page) = unit.page()?;
        let number = kept.port(&format!("{}/{port}", unit.name))?;
        Some((unit, format!("http://localhost:{number}{page}")))
    });
    let pages: Vec<_> = pages.collect();
    match pages.iter().find(|(unit, _)| unit.name == name || unit.component == name) {
        Some((_, url)) => Ok(url.clone()),
        None => Err(StackError::NoPage {
            name: name.to_owned(),
            known: pages.iter().map(|(unit, _)| unit.name.clone()).collect(),
        }),
    }
}
