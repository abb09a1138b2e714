//! No text makes the importer of samples in CSV panic, and whatever it reads is a valid spec.
#![no_main]

use fountane::spec::{import::samples, resolve};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|source: &str| {
    if let Ok(imported) = samples::read(&[("fuzz.csv".to_owned(), source.to_owned())], "fuzz") {
        assert!(resolve(&imported.document).is_ok());
    }
});
