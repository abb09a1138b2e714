//! `fountane.yaml`: its types, what makes it valid, and what it means.

pub mod document;
pub mod import;
pub mod model;
pub mod naming;
mod taken;

pub use document::Document;
pub use model::Model;
