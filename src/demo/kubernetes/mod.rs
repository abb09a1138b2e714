//! Demos in a cluster of Kubernetes, by the person's own kubectl and helm.
//!
//! A demo is a namespace `fountane-NAME`. What is written on it is all that is known of it: there is no state on any
//! machine, so everybody with the same rights sees the same demos. See `docs/kubernetes.md`.

mod cluster;
mod context;
mod doctor;
mod down;
mod error;
mod expiry;
mod extend;
mod failure;
mod gc;
mod helm;
mod list;
mod marks;
mod network;
mod objects;
mod prepare;
mod remains;
mod server_time;
mod size;
mod volumes;

pub use cluster::{Access, Cluster, Patience};
pub use context::Context;
pub use doctor::doctor;
pub use down::TakenDown;
pub use error::KubernetesError;
pub use expiry::{Due, due, length, moment};
pub use extend::End;
pub use gc::{Fate, GcOptions, Sweep, Verdict};
pub use helm::Helm;
pub use list::Census;
pub use marks::{
    CUSTOMER, DECIDED, DEMO, DemoRecord, EXPIRES, FIELD_MANAGER, KEEP, MANAGED_BY, OWNER, PREFIX, SIZE, namespace_of,
};
pub use network::EXPOSED;
pub use prepare::Wish;
pub use remains::{Remaining, Remains};
pub use server_time::ServerTime;
pub use size::Size;
pub use volumes::Volume;
