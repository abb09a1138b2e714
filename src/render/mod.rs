//! From a model to files: templates, layout, checks.

pub mod layout;
