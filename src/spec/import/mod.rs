//! Models that were written elsewhere, turned into a spec.

pub mod jdl;
