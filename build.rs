//! Tells Cargo what a release embeds, which it does not see by itself, and the program what it was built from.

use std::fs;
use std::hash::{DefaultHasher, Hasher as _};
use std::path::{Path, PathBuf};

#[expect(clippy::disallowed_methods, reason = "Cargo speaks to build scripts through the environment")]
fn main() {
    let mut parts = vec!["build.rs", "Cargo.lock", "src"];
    if std::env::var("PROFILE").is_ok_and(|profile| profile == "release") {
        parts.extend(["templates", "blueprints"]);
    }
    let mut files = Vec::new();
    for part in parts {
        println!("cargo::rerun-if-changed={part}");
        list(Path::new(part), &mut files);
    }
    files.sort();
    let mut hash = DefaultHasher::new();
    for file in files {
        hash.write(file.to_string_lossy().as_bytes());
        hash.write(&fs::read(&file).unwrap_or_default());
    }
    // Two programs that say the same render the same: what one wrote, the other need not render to know.
    println!("cargo::rustc-env=FOUNTANE_BUILD={:016x}", hash.finish());
}

fn list(path: &Path, files: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(path) else { return files.push(path.to_owned()) };
    for entry in entries.filter_map(Result::ok) {
        list(&entry.path(), files);
    }
}
