//! No text makes the importer of JDL panic, and whatever it reads is a valid spec.
#![no_main]

use fountane::spec::{import::jdl, resolve};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|source: &str| {
    if let Ok(imported) = jdl::read(source, "fuzz.jdl") {
        assert!(resolve(&imported.document).is_ok());
    }
});
