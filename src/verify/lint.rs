//! ESLint in parts: each application by itself, and all the rest.
//!
//! ESLint with types keeps every project that it has looked into. All of a workspace in one process is 2.5 GB with ten
//! entities and more than Node allows with a hundred; in parts, the largest application is the most there is.

use std::sync::{Mutex, PoisonError};

use camino::Utf8Path;

use super::places::Places;
use crate::process::{Captured, Exit, Limits, ProcessError, Program};

/// Applications are what grows with the entities.
const APPLICATIONS: &str = "apps/";

/// Runs ESLint over parts, two at a time, and joins what they say: a line of JSON for each. The last part is taken first.
pub(super) async fn run(
    parts: &[Vec<String>],
    limits: &Limits,
    eslint: impl Fn(&[String]) -> Program + Sync,
) -> Result<Captured, ProcessError> {
    let parts = Mutex::new(parts.iter().collect::<Vec<_>>());
    let work = async || {
        let mut said = Vec::new();
        loop {
            let next = parts.lock().unwrap_or_else(PoisonError::into_inner).pop();
            let Some(part) = next else { return Ok::<_, ProcessError>(said) };
            said.push(lint(part, limits, &eslint).await?);
        }
    };
    let (one, other) = tokio::join!(work(), work());
    Ok(joined(one?.into_iter().chain(other?)))
}

/// What ESLint is given for each part, without the folders that are left out. The last is the web application, which has
/// most to look at.
pub(super) fn parts(places: &Places, left_out: &[&Utf8Path]) -> Vec<Vec<String>> {
    let applications = applications(places);
    let is_left_out = |folder: &str| left_out.iter().any(|left| left.as_str() == folder);
    let pattern = |folder: &str| format!("--ignore-pattern={folder}/");
    let of_applications = applications.iter().map(|folder| pattern(folder));
    let others = left_out.iter().filter(|folder| !applications.contains(&folder.as_str()));
    let rest =
        std::iter::once(".".to_owned()).chain(of_applications).chain(others.map(|folder| pattern(folder.as_str())));
    let wanted = applications.iter().filter(|folder| {
        let mut inside = places.folders().filter(|package| is_below(package, folder));
        !is_left_out(folder) || inside.any(|package| !is_left_out(package))
    });
    std::iter::once(rest.collect()).chain(wanted.map(|folder| vec![(*folder).to_owned()])).collect()
}

/// Folders of applications, but for those that are a part of another one.
fn applications(places: &Places) -> Vec<&str> {
    let mut folders: Vec<&str> = places.folders().filter(|folder| folder.starts_with(APPLICATIONS)).collect();
    folders.sort_unstable();
    folders.dedup_by(|inner, outer| is_below(inner, outer));
    folders
}

fn is_below(inner: &str, outer: &str) -> bool {
    inner.strip_prefix(outer).is_some_and(|rest| rest.starts_with('/'))
}

async fn lint(
    part: &[String],
    limits: &Limits,
    eslint: impl Fn(&[String]) -> Program,
) -> Result<Captured, ProcessError> {
    // ESLint's JSON is one line with the text of every faulty file: longer than lines are read, so a file takes it.
    let scratch = tempfile::tempdir().map_err(|source| ProcessError::Start { program: "eslint".to_owned(), source })?;
    let file = scratch.path().join("eslint.json");
    // A package may have nothing that ESLint would look at.
    let eslint = eslint(part).arg("--no-error-on-unmatched-pattern");
    let mut captured = eslint.arg("--output-file").arg(&file).capture(limits).await?;
    if let Ok(json) = fs_err::read_to_string(&file) {
        captured.out = json;
    }
    Ok(captured)
}

/// Whether ESLint has looked at everything, whatever it found.
pub(super) fn has_linted(captured: &Captured) -> bool {
    matches!(captured.exit, Exit::Code(0 | 1))
}

/// All of them as one, which fails where any does, and has not looked at everything where one has not.
fn joined(parts: impl Iterator<Item = Captured>) -> Captured {
    let mut all = Captured { exit: Exit::Code(0), out: String::new(), err: String::new() };
    for part in parts {
        if all.exit.is_success() || !has_linted(&part) {
            all.exit = part.exit;
        }
        for (whole, more) in [(&mut all.out, part.out), (&mut all.err, part.err)] {
            whole.push_str(more.trim_end());
            whole.push('\n');
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    fn workspace(packages: &[&str]) -> (tempfile::TempDir, Places) {
        let folder = tempfile::tempdir().unwrap();
        for package in packages {
            let inside = folder.path().join(package);
            fs_err::create_dir_all(&inside).unwrap();
            fs_err::write(inside.join("package.json"), format!(r#"{{"name":"@a/{}"}}"#, package.replace('/', "-")))
                .unwrap();
        }
        let places = Places::of(folder.path().try_into().unwrap());
        (folder, places)
    }

    #[test]
    fn each_application_is_a_part_and_the_rest_is_one() {
        let packages = ["libs/types", "apps/web", "apps/web/stories", "apps/services/care", "tools/e2e"];
        let (_folder, places) = workspace(&packages);
        let (care, web) = ("--ignore-pattern=apps/services/care/", "--ignore-pattern=apps/web/");
        // What lies beside applications, without a package, is part of the rest.
        let all = [vec![".", care, web], vec!["apps/services/care"], vec!["apps/web"]];
        assert_eq!(parts(&places, &[]), all);
        let rest = vec![".", care, web, "--ignore-pattern=libs/types/"];
        let left_out = ["apps/services/care".into(), "libs/types".into()];
        assert_eq!(parts(&places, &left_out), [rest.clone(), vec!["apps/web"]]);
        // One that is clean, but not all that is in it.
        let left_out = ["apps/web".into(), "libs/types".into()];
        assert_eq!(parts(&places, &left_out), [rest, vec!["apps/services/care"], vec!["apps/web"]]);
    }

    #[test]
    fn without_applications_all_is_one_part() {
        let (_folder, places) = workspace(&["libs/types"]);
        assert_eq!(parts(&places, &[]), [["."]]);
    }

    #[test]
    fn all_parts_fail_where_one_does_and_every_finding_is_read() {
        let of = |exit: i32, file: &str| Captured {
            exit: Exit::Code(exit),
            out: format!(
                r#"[{{"filePath":"/w/{file}","messages":[{{"ruleId":"eqeqeq","severity":2,"message":"a","line":1,"column":1}}]}}]"#
            ),
            err: String::new(),
        };
        assert!(!has_linted(&joined([of(1, "a.ts"), of(2, "b.ts"), of(0, "c.ts")].into_iter())));
        let all = joined([of(0, "a.ts"), of(1, "b.ts"), of(0, "c.ts")].into_iter());
        assert_eq!(all.exit, Exit::Code(1));
        let places = Places::of("/w".into());
        let files: Vec<_> =
            super::super::read::eslint(&all.out, &places).unwrap().into_iter().map(|one| one.file).collect();
        assert_eq!(files, ["a.ts", "b.ts", "c.ts"].map(|file| Some(file.to_owned())));
    }
}
