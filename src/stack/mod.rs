//! A workspace's stack: its applications and the servers that they need, in containers.
//!
//! A component is a data file (`components/NAME.yaml`, and a workspace's own in `.fountane/components`); `assemble` makes one
//! [`Stack`] of the spec and of components, without any secret in it; `compose` exports it, and `Driver` brings it up on an
//! engine. Nothing here knows a component by its name, but for `postgres`, which keeps the databases of the others, and
//! `keycloak`, which the applications ask who somebody is.

mod amount;
mod apps;
mod assemble;
mod built;
mod catalog;
mod chart;
mod check;
mod choose;
pub mod component;
mod compose;
mod down;
mod engine;
mod error;
mod facts;
mod fill;
mod kept;
mod materials;
mod model;
mod order;
mod place;
mod plan;
mod probe;
mod registry;
mod renew;
mod status;
mod text;
mod up;
mod wait;

pub use amount::{Bytes, Seconds};
pub use apps::{APPS, Apps};
pub use assemble::{Parts, assemble};
pub use catalog::{Catalog, FOLDER, Listed};
pub use chart::{Size, chart, secrets};
pub use choose::Wanted;
pub use compose::compose;
pub use down::{Removed, down, removable};
pub use engine::{Archive, Engine, LogOptions, Owner, Pull, Terminal};
pub use error::StackError;
pub use kept::{Folder, Kept, Lock};
pub use model::{Probe, Stack, Unit};
pub use plan::{Action, Planned};
pub use registry::Mirrors;
pub use renew::{Line, exec, load, logs, present, reset, restart, save};
pub use status::{Row, page, status};
pub use text::{Piece, Text, Values};
pub use up::{Came, Driver, UpOptions};

/// Writes the files that containers find, and those with secrets among their variables, into the folder of the stack.
///
/// # Errors
/// A file that cannot be written.
pub fn write_materials(stack: &Stack, folder: &Folder, kept: &Kept) -> Result<(), StackError> {
    materials::write(stack, folder, kept)
}

/// The JSON Schema of a component's file, with a line break at its end.
pub fn component_schema() -> String {
    format!("{:#}\n", crate::spec::schema::schema_of::<component::Component>())
}

#[cfg(test)]
mod tests;
