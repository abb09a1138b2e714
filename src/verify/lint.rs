//! ESLint in parts: each application by itself, and all the rest.
//!
//! ESLint with types keeps every project that it has looked into. All of a workspace in one process is 2.5 GB with ten
//! entities and more than Node allows with a hundred; in parts, the largest application is the most there is.

use std::sync::{Mutex, PoisonError};

use super::places::Places;
use crate::process::{Captured, Exit, Limits, ProcessError, Program};

/// Applications are what grows with the entities.
const APPLICATIONS: &str = "apps/";

/// Runs ESLint over all parts, two at a time, and joins what they say: a line of JSON for each.
pub(super) async fn run(
    places: &Places,
    limits: &Limits,
    eslint: impl Fn(&[&str]) -> Program + Sync,
) -> Result<Captured, ProcessError> {
    let parts = Mutex::new(parts(places));
    let work = async || {
        let mut said = Vec::new();
        loop {
            let next = parts.lock().unwrap_or_else(PoisonError::into_inner).pop();
            let Some(part) = next else { return Ok::<_, ProcessError>(said) };
            said.push(lint(&part, limits, &eslint).await?);
        }
    };
    let (one, other) = tokio::join!(work(), work());
    Ok(joined(one?.into_iter().chain(other?)))
}

/// What ESLint is given for each part; the last one is taken first, and the web application has most to look at.
fn parts(places: &Places) -> Vec<Vec<String>> {
    let mut folders: Vec<&str> = places.folders().filter(|folder| folder.starts_with(APPLICATIONS)).collect();
    folders.sort_unstable();
    let rest = ["."].into_iter().chain(folders.first().map(|_| "--ignore-pattern=apps/")).map(str::to_owned).collect();
    std::iter::once(rest).chain(folders.into_iter().map(|folder| vec![folder.to_owned()])).collect()
}

async fn lint(part: &[String], limits: &Limits, eslint: impl Fn(&[&str]) -> Program) -> Result<Captured, ProcessError> {
    // ESLint's JSON is one line with the text of every faulty file: longer than lines are read, so a file takes it.
    let scratch = tempfile::tempdir().map_err(|source| ProcessError::Start { program: "eslint".to_owned(), source })?;
    let file = scratch.path().join("eslint.json");
    let arguments: Vec<&str> = part.iter().map(String::as_str).collect();
    let mut captured = eslint(&arguments).arg("--output-file").arg(&file).capture(limits).await?;
    if let Ok(json) = fs_err::read_to_string(&file) {
        captured.out = json;
    }
    Ok(captured)
}

/// All of them as one, which fails where any does.
fn joined(parts: impl Iterator<Item = Captured>) -> Captured {
    let mut all = Captured { exit: Exit::Code(0), out: String::new(), err: String::new() };
    for part in parts {
        if all.exit.is_success() {
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
        let (_folder, places) = workspace(&["libs/types", "apps/web", "apps/services/care", "tools/e2e"]);
        assert_eq!(parts(&places), [vec![".", "--ignore-pattern=apps/"], vec!["apps/services/care"], vec!["apps/web"]]);
    }

    #[test]
    fn without_applications_all_is_one_part() {
        let (_folder, places) = workspace(&["libs/types"]);
        assert_eq!(parts(&places), [["."]]);
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
        let all = joined([of(0, "a.ts"), of(1, "b.ts"), of(0, "c.ts")].into_iter());
        assert_eq!(all.exit, Exit::Code(1));
        let places = Places::of("/w".into());
        let files: Vec<_> =
            super::super::read::eslint(&all.out, &places).unwrap().into_iter().map(|one| one.file).collect();
        assert_eq!(files, ["a.ts", "b.ts", "c.ts"].map(|file| Some(file.to_owned())));
    }
}
