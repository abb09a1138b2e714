//! Tells Cargo what a release embeds: it does not see by itself that a template came or went.

#[expect(clippy::disallowed_methods, reason = "Cargo speaks to build scripts through the environment")]
fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    if std::env::var("PROFILE").is_ok_and(|profile| profile == "release") {
        println!("cargo::rerun-if-changed=templates");
        println!("cargo::rerun-if-changed=blueprints");
    }
}
