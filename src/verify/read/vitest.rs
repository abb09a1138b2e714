//! Vitest below Nx: its reporter for GitHub prints one line for each failed test, with place and message.

use super::{Diagnostic, number};
use crate::verify::places::Places;

/// Findings of Vitest: failed tests, and coverage below what is asked for.
pub(in crate::verify) fn vitest(out: &str, places: &Places) -> Vec<Diagnostic> {
    let mut package = None;
    let mut found = Vec::new();
    for line in out.lines() {
        if let Some(heading) = super::nx_heading(line) {
            package = Some(heading);
        } else if let Some(diagnostic) = failed_test(line, places) {
            found.push(diagnostic);
        } else if let Some(diagnostic) = low_coverage(line, package) {
            found.push(diagnostic);
        }
    }
    found
}

/// How many tests passed, over all packages: `Tests  1 failed | 12 passed (13)`.
pub(in crate::verify) fn passed(out: &str) -> usize {
    let summaries = out.lines().map(str::trim).filter(|line| line.starts_with("Tests "));
    summaries
        .filter_map(|line| {
            let before = &line[..line.find(" passed")?];
            before.rsplit(' ').next()?.parse::<usize>().ok()
        })
        .sum()
}

/// `::error file=/w/a.test.ts,title=a.test.ts > works,line=2,column=42::AssertionError: expected 1%0A…`
fn failed_test(line: &str, places: &Places) -> Option<Diagnostic> {
    let (properties, message) = line.strip_prefix("::error ")?.split_once("::")?;
    let property = |name: &str| {
        properties.split(',').find_map(|property| property.strip_prefix(name)?.strip_prefix('=')).map(unescaped)
    };
    let title = property("title").unwrap_or_default();
    let test = title.split_once(" > ").map_or(title.as_str(), |(_, test)| test);
    let message = unescaped(message);
    let reason = message.lines().next().unwrap_or_default();
    Some(Diagnostic {
        file: property("file").map(|file| places.inside(&file, None)),
        line: property("line").as_deref().and_then(number),
        column: property("column").as_deref().and_then(number),
        code: Some("failed".to_owned()),
        ..Diagnostic::error("vitest", format!("{test}: {reason}"))
    })
}

/// `ERROR: Coverage for lines (45%) does not meet global threshold (90%)`
fn low_coverage(line: &str, package: Option<&str>) -> Option<Diagnostic> {
    let message = line.trim().strip_prefix("ERROR: ")?;
    message.starts_with("Coverage for").then(|| Diagnostic {
        code: Some("coverage".to_owned()),
        ..Diagnostic::error("vitest", format!("{}: {message}", package.unwrap_or("tests")))
    })
}

/// GitHub's escapes.
fn unescaped(text: &str) -> String {
    text.replace("%0A", "\n").replace("%0D", "").replace("%3A", ":").replace("%2C", ",").replace("%25", "%")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn failed_tests_and_low_coverage_are_found_and_passed_ones_counted() {
        let out = "> nx run @golden/errors:test --reporter=default
 ❯ src/bad.test.ts (1 test | 1 failed) 28ms
      Tests  1 failed | 11 passed (12)
::error file=/w/libs/errors/src/bad.test.ts,title=src/bad.test.ts > a > fails%2C on purpose,line=2,column=42::AssertionError: expected 1 to be 2%0A%0A- Expected
ERROR: Coverage for lines (45%) does not meet global threshold (90%)
> nx run @golden/types:test --reporter=default
      Tests  3 passed (3)
";
        let found = vitest(out, &Places::of("/w".into()));
        let shown: Vec<String> = found.iter().map(|found| format!("{} {}", found.place(), found.message)).collect();
        insta::assert_snapshot!(shown.join("\n"), @r"
        libs/errors/src/bad.test.ts:2:42 a > fails, on purpose: AssertionError: expected 1 to be 2
         @golden/errors: Coverage for lines (45%) does not meet global threshold (90%)
        ");
        assert_eq!(passed(out), 14);
    }
}
