//! `fountane.yaml`: its types, what makes it valid, and what it means.
//!
//! [`load`] reads a text into a [`Document`] (what a person wrote) and a [`Model`] (what it means), or says all that is
//! wrong with it; [`resolve`] does the second half for a document that was made in memory.

pub mod address;
pub mod argument;
mod currency;
mod decimal;
mod direction;
pub mod document;
pub mod edit;
#[cfg(test)]
mod hostile;
pub mod import;
mod load;
pub mod merge;
pub mod model;
pub mod naming;
pub mod pattern;
pub mod people;
pub mod problem;
pub mod question;
pub mod reference;
mod resolve;
mod sample;
pub mod schema;
mod shape;
pub mod shorthand;
mod size;
mod taken;
mod type_name;
mod validate;
mod value;
mod write;

pub use document::Document;
pub use load::{Checked, check, load, parse};
pub use model::Model;
pub use problem::{Problem, Problems};
pub use resolve::{ONLY_SERVICE, resolve};
pub use sample::sample;
pub use write::{field_to_yaml, to_yaml, tree_to_yaml};
