//! The project's tests, by name where their runner tells names: a test that passed must pass still.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use camino::{Utf8Path, Utf8PathBuf};
use serde::Deserialize;

use super::FixError;
use super::project::{Package, Project, bin, installed};
use crate::process::{Cancel, Limits, ProcessError, Program};
use crate::toolchain::NodeRuntime;

const LIMIT: Duration = Duration::from_mins(15);
/// What `npm init` writes where there are no tests.
const NO_TESTS: &str = "no test specified";

/// Whether each test passed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Results(BTreeMap<String, bool>);

impl Results {
    /// Tests that passed here and do not in `after`.
    pub fn broken_in(&self, after: &Self) -> Vec<String> {
        let passed = self.0.iter().filter(|(_, passed)| **passed).map(|(name, _)| name);
        passed.filter(|name| after.0.get(*name) != Some(&true)).cloned().collect()
    }

    /// How many passed.
    pub fn passed(&self) -> usize {
        self.0.values().filter(|passed| **passed).count()
    }
}

/// Tests of packages.
#[derive(Debug, Clone)]
pub(super) struct Suites<'a> {
    project: &'a Project,
    suites: Vec<Suite>,
}

#[derive(Debug, Clone)]
struct Suite {
    folder: Utf8PathBuf,
    runner: Runner,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Runner {
    Vitest,
    Jest,
    Script,
}

/// What Jest writes, and Vitest alike.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Report {
    test_results: Vec<FileReport>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct FileReport {
    name: String,
    assertion_results: Vec<TestReport>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct TestReport {
    full_name: String,
    status: String,
}

impl<'a> Suites<'a> {
    /// Tests of the packages that changed files belong to, and of those that need them.
    pub fn of(project: &'a Project, changed: impl Iterator<Item = Utf8PathBuf>) -> Self {
        let affected = affected(project, changed);
        let mut suites: Vec<Suite> = affected.iter().filter_map(|package| suite(package)).collect();
        // A script at the root of many packages starts what the packages' own scripts start.
        if suites.len() > 1 {
            suites.retain(|suite| suite.runner != Runner::Script || suite.folder != project.root);
        }
        Self { project, suites }
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.suites.is_empty()
    }

    /// Runs them.
    pub async fn run(&self, node: &NodeRuntime, cancel: &Cancel) -> Result<Results, FixError> {
        let mut results = Results::default();
        for suite in &self.suites {
            self.run_suite(suite, node, cancel, &mut results).await?;
        }
        Ok(results)
    }

    async fn run_suite(
        &self,
        suite: &Suite,
        node: &NodeRuntime,
        cancel: &Cancel,
        results: &mut Results,
    ) -> Result<(), FixError> {
        let scratch = tempfile::tempdir()?;
        let file = Utf8PathBuf::try_from(scratch.path().join("tests.json"))
            .map_err(camino::FromPathBufError::into_io_error)?;
        let package = suite.folder.strip_prefix(&self.project.root).unwrap_or(&suite.folder);
        let program = self.program(suite, &file, node).env("CI", "1").env("NO_COLOR", "1");
        let passed = match program.capture(&Limits::new(LIMIT, cancel)).await {
            Ok(captured) => captured.exit.is_success(),
            Err(error @ ProcessError::Cancelled { .. }) => return Err(error.into()),
            // A suite that hangs or does not start has not passed.
            Err(_) => false,
        };
        let report = fs_err::read_to_string(&file).ok().and_then(|text| serde_json::from_str::<Report>(&text).ok());
        let Some(report) = report else {
            results.0.insert(format!("{package} test"), passed);
            return Ok(());
        };
        for of_file in report.test_results {
            let path = Utf8Path::new(&of_file.name);
            let path = path.strip_prefix(&self.project.root).unwrap_or(path);
            for test in of_file.assertion_results {
                // Of two tests of one name both must pass.
                let passed = results.0.entry(format!("{path} > {}", test.full_name)).or_insert(true);
                *passed &= test.status == "passed";
            }
        }
        Ok(())
    }

    fn program(&self, suite: &Suite, file: &Utf8Path, node: &NodeRuntime) -> Program {
        let flags: &[String] = &match suite.runner {
            Runner::Vitest => vec!["--reporter=json".to_owned(), format!("--outputFile={file}")],
            Runner::Jest => vec!["--json".to_owned(), format!("--outputFile={file}")],
            Runner::Script => Vec::new(),
        };
        let manager = manager(&self.project.root);
        if suite.runner != Runner::Script && !node.has(manager) {
            let name = if suite.runner == Runner::Vitest { "vitest" } else { "jest" };
            let direct = installed(name, &suite.folder).and_then(|package| bin(&package, name));
            if let Some(direct) = direct {
                let run: &[&str] = if suite.runner == Runner::Vitest { &["run"] } else { &[] };
                return node.script(&[direct.as_str()], &suite.folder).args(run.iter().copied()).args(flags.to_vec());
            }
        }
        // npm alone takes what is not for it behind two dashes.
        let dashes = (manager == "npm" && !flags.is_empty()).then_some("--");
        node.command(manager, &["run", "test"], &suite.folder).args(dashes).args(flags.to_vec())
    }
}

/// The package manager that a project's lockfile is of.
fn manager(root: &Utf8Path) -> &'static str {
    let locks =
        [("pnpm-lock.yaml", "pnpm"), ("pnpm-workspace.yaml", "pnpm"), ("yarn.lock", "yarn"), ("bun.lock", "bun")];
    locks.iter().find(|(lock, _)| root.join(lock).is_file()).map_or("npm", |(_, manager)| manager)
}

fn suite(package: &Package) -> Option<Suite> {
    let script = package.script("test").filter(|script| !script.contains(NO_TESTS))?;
    let runner = match script {
        script if script.contains("vitest") => Runner::Vitest,
        script if script.contains("jest") => Runner::Jest,
        _ => Runner::Script,
    };
    Some(Suite { folder: package.folder.clone(), runner })
}

fn affected(project: &Project, changed: impl Iterator<Item = Utf8PathBuf>) -> Vec<&Package> {
    let touched = changed.filter_map(|file| project.package_of(&file)).map(|package| &package.folder);
    let mut folders: BTreeSet<&Utf8PathBuf> = touched.collect();
    // Each pass takes in those that need one of the last; there are no more passes than packages.
    for _ in 0..project.packages.len() {
        let names: Vec<&str> =
            project.packages.iter().filter(|one| folders.contains(&one.folder)).filter_map(Package::name).collect();
        let before = folders.len();
        let needing = project.packages.iter().filter(|package| names.iter().any(|name| package.needs(name)));
        folders.extend(needing.map(|package| &package.folder));
        if folders.len() == before {
            break;
        }
    }
    folders.insert(&project.root);
    project.packages.iter().filter(|package| folders.contains(&package.folder)).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn project(packages: &[(&str, serde_json::Value)]) -> Project {
        let package = |(folder, manifest): &(&str, serde_json::Value)| Package {
            folder: Utf8Path::new("/p").join(folder),
            manifest: manifest.clone(),
        };
        Project { root: "/p".into(), packages: packages.iter().map(package).collect() }
    }

    #[test]
    fn a_test_that_is_gone_or_fails_is_broken_and_one_that_failed_before_is_not() {
        let results =
            |tests: &[(&str, bool)]| Results(tests.iter().map(|(name, ok)| ((*name).to_owned(), *ok)).collect());
        let before = results(&[("a", true), ("b", true), ("c", false), ("d", true)]);
        let after = results(&[("a", true), ("b", false), ("c", false)]);
        assert_eq!(before.broken_in(&after), ["b", "d"]);
    }

    #[test]
    fn packages_that_need_a_changed_one_are_tested_too_and_others_are_not() {
        let test = json!({ "test": "vitest run" });
        let project = project(&[
            ("", json!({ "scripts": { "test": "turbo test" } })),
            ("a", json!({ "name": "a", "scripts": test })),
            ("b", json!({ "name": "b", "scripts": test, "dependencies": { "a": "*" } })),
            ("c", json!({ "name": "c", "scripts": test })),
            ("d", json!({ "name": "d", "scripts": test, "devDependencies": { "b": "*" } })),
        ]);
        let suites = Suites::of(&project, ["/p/a/src/x.ts".into()].into_iter());
        let folders: Vec<&str> = suites.suites.iter().map(|suite| suite.folder.as_str()).collect();
        assert_eq!(folders, ["/p/a", "/p/b", "/p/d"]);
    }

    #[test]
    fn what_npm_init_writes_is_no_test() {
        let project = project(&[("", json!({ "scripts": { "test": "echo \"Error: no test specified\" && exit 1" } }))]);
        assert!(Suites::of(&project, ["/p/x.ts".into()].into_iter()).is_empty());
    }
}
