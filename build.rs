//! Tells Cargo what a release embeds: it does not see by itself that a template came or went.

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    if std::env::var("PROFILE").is_ok_and(|profile| profile == "release") {
        println!("cargo::rerun-if-changed=templates");
        println!("cargo::rerun-if-changed=blueprints");
    }
}
