//! No text makes the importer of SQL panic, and whatever it reads is a valid spec.
#![no_main]

use fountane::spec::{import::sql, resolve};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|source: &str| {
    if let Ok(imported) = sql::read(source, "fuzz.sql") {
        assert!(resolve(&imported.document).is_ok());
    }
});
