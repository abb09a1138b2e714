//! Tests of the whole: real tools, real processes, a real registry.

mod toolchain;
