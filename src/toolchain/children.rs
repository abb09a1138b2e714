//! What programs that fountane starts find in their environment.

use crate::env_vars::{Environment, FOUNTANE_DEMO, PATH};
use crate::process::Program;

/// The user's environment and, in front of its PATH, a folder of ours.
///
/// npm's settings in it stay as they are. Two are added, by which pnpm leaves alone what is a step of its own here:
/// `pnpm exec` and `pnpm run` install nothing because a manifest changed (with `CI=true` they would), and no pnpm
/// fetches, or only looks for, the pnpm that `packageManager` names.
pub(super) fn with_environment(program: Program, environment: &Environment, folder: &str) -> Program {
    let kept = environment.iter().filter(|(name, _)| ![PATH, FOUNTANE_DEMO].contains(name));
    let program = kept.fold(program.clear_env(), |program, (name, value)| program.env(name, value));
    program
        .env(PATH, path(environment, folder))
        .env("pnpm_config_verify_deps_before_run", "false")
        .env("pnpm_config_pm_on_fail", "ignore")
}

/// PATH with this folder first.
pub(super) fn path(environment: &Environment, folder: &str) -> String {
    let rest = environment.get(PATH).unwrap_or("/usr/local/bin:/usr/bin:/bin");
    format!("{folder}:{rest}")
}
