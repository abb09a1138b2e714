//! The generated crate: Cargo's own tools find nothing in it, and its example runs against a demo.

use std::process::Command;

use camino::Utf8Path;
use serde_json::Value;

use super::bench::{Bench, Ran, ran};

/// Kept between runs, so that only the crate itself is compiled each time.
const TARGET: &str = concat!(env!("CARGO_TARGET_TMPDIR"), "/sdk-rust");

/// Formats, lints and tests a workspace's crate.
pub fn is_clean(workspace: &Utf8Path) {
    let folder = workspace.join("sdks/rust");
    cargo(&folder, &["fmt", "--check"], &[]).succeeds();
    cargo(&folder, &["clippy", "--all-targets", "--", "-D", "warnings"], &[]).succeeds();
    cargo(&folder, &["test"], &[]).succeeds();
}

/// Runs the example against the workspace's demo, which is up.
pub fn tours(bench: &Bench, workspace: &Utf8Path) {
    let addresses = addresses(bench, workspace);
    let addresses: Vec<(&str, &str)> = addresses.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let said = cargo(&workspace.join("sdks/rust"), &["run", "--quiet", "--example", "tour"], &addresses).succeeds();
    for step in ["signed in as Ada Okafor", "made ", "changed it: version 2", "removed it", "it is gone: "] {
        assert!(said.contains(step), "{said}");
    }
}

/// Where `fountane demo status` says that the identity and the services answer, as the crate's README has it.
fn addresses(bench: &Bench, workspace: &Utf8Path) -> Vec<(String, String)> {
    let status = bench.fountane(&["demo", "status", "--json", "--dir", workspace.as_str()]).succeeds();
    let lines = status.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
    let report = lines.into_iter().find(|line| line["type"] == "demo").unwrap();
    let listening = report["services"].as_array().unwrap().iter().filter(|service| service["port"].is_u64());
    let address = |service: &Value| {
        let (name, port) = (service["name"].as_str().unwrap(), &service["port"]);
        match name {
            "identity" => ("OIDC_ISSUER".to_owned(), format!("http://localhost:{port}")),
            _ => (format!("{}_URL", name.to_uppercase().replace('-', "_")), format!("http://127.0.0.1:{port}")),
        }
    };
    listening.map(address).collect()
}

fn cargo(folder: &Utf8Path, args: &[&str], environment: &[(&str, &str)]) -> Ran {
    let mut command = Command::new(env!("CARGO"));
    command.args(args).current_dir(folder).env("CARGO_TARGET_DIR", TARGET).envs(environment.iter().copied());
    ran("cargo", args, &mut command)
}
