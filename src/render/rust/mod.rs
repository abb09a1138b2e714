//! Tier 2 for Rust: the crate that calls a workspace's services, made as syntax and printed.
//!
//! Who prepares data describes a crate in the terms of [`description`]; each module here makes one kind of item of it. Names
//! of the spec become identifiers in [`names`] and nowhere else.

mod calls;
mod changes;
mod client;
pub mod description;
mod entity;
mod enums;
mod filter;
mod input;
mod names;
mod print;
mod row;
mod sort;
#[cfg(test)]
mod tests;
mod tour;
mod types;
mod wire;

pub use client::{client, entities};
pub use entity::{entity, messages};
pub use enums::enums;
pub use names::{entity_names, module_of_crate};
pub use tour::{tour, words_of};
