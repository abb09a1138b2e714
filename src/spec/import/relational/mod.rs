//! Models of tables, whatever they were read from, turned into a spec.

pub(super) mod convert;
pub(super) mod schema;
