//! What runs before what, in a cluster: nothing there waits for another, so what prepares a service with the service's own
//! image (its migrations, its rows) runs in its pod before it. All others are Jobs, which try again until they succeed.

use super::super::model::{Stack, Unit};

/// The units that run in the pod of a service before it, in their order.
pub(super) fn before<'a>(stack: &'a Stack, unit: &Unit) -> Vec<&'a Unit> {
    let prepares = |other: &&Unit| is_prepared_by(stack, unit, other);
    stack.units.iter().filter(prepares).collect()
}

/// Whether a unit that runs to its end has a service whose pod it runs in.
pub(super) fn in_a_pod(stack: &Stack, job: &Unit) -> bool {
    stack.units.iter().any(|unit| is_prepared_by(stack, unit, job))
}

fn is_prepared_by(stack: &Stack, unit: &Unit, job: &Unit) -> bool {
    !unit.once && job.once && job.component == unit.component && job.image == unit.image && waits_for(stack, unit, job)
}

/// Directly, or through other units that run to their end.
fn waits_for(stack: &Stack, unit: &Unit, job: &Unit) -> bool {
    let mut jobs = unit.after.iter().filter_map(|name| stack.unit(name)).filter(|other| other.once);
    unit.after.contains(&job.name) || jobs.any(|other| waits_for(stack, other, job))
}
