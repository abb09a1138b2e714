//! No text makes the importer of Prisma panic, and whatever it reads is a valid spec.
#![no_main]

use fountane::spec::{import::prisma, resolve};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|source: &str| {
    if let Ok(imported) = prisma::read(&[("fuzz.prisma".to_owned(), source.to_owned())], "fuzz.prisma") {
        assert!(resolve(&imported.document).is_ok());
    }
});
