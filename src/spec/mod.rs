//! `fountane.yaml`: its types, what makes it valid, and what it means.

pub mod model;
pub mod naming;
pub mod question;
pub mod shorthand;
pub mod text;

pub use model::Model;
