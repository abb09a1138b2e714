//! Node and pnpm that are installed already.

use std::os::unix::fs::PermissionsExt as _;
use std::time::Duration;

use camino::{Utf8Path, Utf8PathBuf};
use semver::Version;

use super::{NodeRange, Origin, Tool};
use crate::env_vars::{self, Environment};
use crate::process::{Limits, Program};

const PATIENCE: Duration = Duration::from_secs(15);

/// The first `node` on PATH whose version lies in the range. Version managers' shims are looked through.
pub(super) async fn node(range: &NodeRange, environment: &Environment) -> Option<Tool> {
    for candidate in candidates("node", environment) {
        let script = "console.log(process.versions.node); console.log(process.execPath)";
        let Some(said) = ask(&candidate, &["-e", script], environment).await else { continue };
        let mut lines = said.lines();
        let (Some(version), Some(path)) = (lines.next().and_then(parse), lines.next()) else { continue };
        if range.holds(&version) {
            return Some(Tool { version, path: path.into(), origin: Origin::System });
        }
    }
    None
}

/// The first `pnpm` on PATH of exactly this version.
pub(super) async fn pnpm(wanted: &Version, environment: &Environment) -> Option<Tool> {
    for path in candidates("pnpm", environment) {
        let version = ask(&path, &["--version"], environment).await.and_then(|said| parse(said.trim()));
        if let Some(version) = version.filter(|version| version == wanted) {
            return Some(Tool { version, path, origin: Origin::System });
        }
    }
    None
}

/// What an installed npm, else pnpm, takes for the registry; both know their default.
pub(super) async fn registry(workspace: &Utf8Path, environment: &Environment) -> Option<String> {
    for name in ["npm", "pnpm"] {
        for candidate in candidates(name, environment) {
            let program = program(&candidate, &["config", "get", "registry"], environment).cwd(workspace);
            let said = program.capture(&Limits::time(PATIENCE)).await.ok().filter(|said| said.exit.is_success());
            if let Some(said) = said.filter(|said| said.out.trim().starts_with("http")) {
                return Some(said.out.trim().to_owned());
            }
        }
    }
    None
}

/// The version of the first such program on PATH, whatever it is; for telling what was found.
pub(super) async fn first_version(name: &str, environment: &Environment) -> Option<String> {
    let candidate = candidates(name, environment).next()?;
    let said = ask(&candidate, &["--version"], environment).await?;
    Some(said.trim().trim_start_matches('v').to_owned())
}

/// Where on PATH a program of that name lies, in order.
pub(super) fn candidates(name: &str, environment: &Environment) -> impl Iterator<Item = Utf8PathBuf> {
    let files = environment.search_path().into_iter().map(move |folder| folder.join(name));
    files.filter(|file| file.metadata().is_ok_and(|meta| meta.is_file() && meta.permissions().mode() & 0o111 != 0))
}

async fn ask(program_file: &Utf8Path, args: &[&str], environment: &Environment) -> Option<String> {
    // Not in the workspace: there pnpm would fetch and run the version that the workspace pins.
    let program = program(program_file, args, environment).cwd("/");
    let said = program.capture(&Limits::time(PATIENCE)).await.ok()?;
    said.exit.is_success().then_some(said.out)
}

fn program(file: &Utf8Path, args: &[&str], environment: &Environment) -> Program {
    let program = Program::new(file).args(args.iter().copied()).clear_env();
    let kept = environment.iter().filter(|(name, _)| *name != env_vars::FOUNTANE_DEMO);
    kept.fold(program, |program, (name, value)| program.env(name, value))
}

fn parse(version: &str) -> Option<Version> {
    Version::parse(version.trim_start_matches('v')).ok()
}
