//! `fountane.yaml`: its types, what makes it valid, and what it means.

pub mod document;
pub mod model;
pub mod naming;
pub mod question;
pub mod shorthand;
pub mod text;
mod taken;

pub use document::Document;
pub use model::Model;
