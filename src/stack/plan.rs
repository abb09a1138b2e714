//! What `up` has to do, decided before anything is done: from what there shall be and what there is.

use std::collections::BTreeMap;

use serde::Serialize;

use super::engine::{Engine, Found, Hash, State};
use super::error::StackError;
use super::model::{Stack, Unit};

/// What is done with a unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Action {
    /// It is as it shall be.
    Keep,
    /// There is no container.
    Create,
    /// Its container is another than it shall be.
    Recreate,
    /// Its container is as it shall be, and does not run.
    Start,
}

/// A unit and what is done with it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Planned {
    /// The unit.
    pub unit: String,
    /// What is done.
    pub action: Action,
    /// Why, for people; empty where it is kept.
    pub why: String,
}

/// What is done with each unit, in the order of the stack. `hashes` has what each shall be made of; a unit without is one whose
/// image is not there yet.
pub(super) async fn plan(
    stack: &Stack,
    found: &BTreeMap<String, Found>,
    hashes: &BTreeMap<String, Hash>,
    engine: &Engine,
) -> Result<Vec<Planned>, StackError> {
    let mut planned = Vec::with_capacity(stack.units.len());
    for unit in &stack.units {
        let (action, why) = match found.get(&unit.name) {
            None => (Action::Create, "it is not there".to_owned()),
            Some(there) => decide(unit, there, hashes.get(&unit.name), engine).await?,
        };
        planned.push(Planned { unit: unit.name.clone(), action, why });
    }
    Ok(planned)
}

async fn decide(
    unit: &Unit,
    there: &Found,
    hash: Option<&Hash>,
    engine: &Engine,
) -> Result<(Action, String), StackError> {
    let because = |why: &str| Ok((Action::Recreate, why.to_owned()));
    let Some(hash) = hash else { return because("its image is fetched or built anew") };
    if there.hash.config != hash.config {
        return because("its description has changed");
    }
    if there.hash.image != hash.image {
        return because("its image has changed");
    }
    if there.running {
        return Ok((Action::Keep, String::new()));
    }
    Ok(match engine.state(&there.id).await? {
        State::Ended { code: 0, .. } if unit.once => (Action::Keep, String::new()),
        State::Ended { code, .. } if unit.once && !there.created_only => {
            (Action::Recreate, format!("its last run ended with {code}"))
        }
        State::Gone => (Action::Create, "it is not there".to_owned()),
        // What could not be started may have been made for ports or files that are others by now.
        State::Ended { code: 128, .. } => (Action::Recreate, "it could not be started".to_owned()),
        _ => (Action::Start, "it does not run".to_owned()),
    })
}
