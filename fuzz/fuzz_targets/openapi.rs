//! No text makes the importer of OpenAPI panic, and whatever it reads is a valid spec.
#![no_main]

use fountane::spec::{import::openapi, resolve};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|source: &str| {
    if let Ok(imported) = openapi::read(source, "fuzz.yaml") {
        assert!(resolve(&imported.document).is_ok());
    }
});
