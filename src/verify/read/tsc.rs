//! tsc below Nx: `src/a.ts(41,7): error TS2322: …` under the heading of its package.

use super::{Diagnostic, Severity, number, nx_heading};
use crate::verify::places::Places;

/// Findings of the compiler; each once, though several projects may see it.
pub(in crate::verify) fn tsc(out: &str, places: &Places) -> Vec<Diagnostic> {
    let mut package = None;
    let mut found: Vec<Diagnostic> = Vec::new();
    let mut is_chain = false;
    for line in out.lines() {
        if let Some(heading) = nx_heading(line) {
            package = Some(heading);
        } else if let Some(diagnostic) = finding(line, package, places) {
            found.push(diagnostic);
            is_chain = true;
            continue;
        } else if is_chain
            && line.starts_with("  ")
            && let Some(last) = found.last_mut()
        {
            // A chain of reasons, each a step further in.
            last.message = format!("{} {}", last.message, line.trim());
            continue;
        }
        // What comes later and is indented is somebody else's, such as Nx's summary.
        is_chain = false;
    }
    found.sort();
    found.dedup();
    found
}

fn finding(line: &str, package: Option<&str>, places: &Places) -> Option<Diagnostic> {
    let (place, rest) = line.split_once(": error TS").or_else(|| {
        // `error TS5083: Cannot read file` is about no file.
        line.strip_prefix("error TS").map(|rest| ("", rest))
    })?;
    let (code, message) = rest.split_once(": ")?;
    let (file, position) = place.rsplit_once('(').unwrap_or((place, ""));
    let (line, column) = position.trim_end_matches(')').split_once(',').unwrap_or_default();
    Some(Diagnostic {
        tool: "tsc",
        file: (!file.is_empty()).then(|| places.inside(file, package)),
        line: number(line),
        column: number(column),
        code: Some(format!("TS{code}")),
        message: message.to_owned(),
        severity: Severity::Error,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn findings_are_read_with_their_reasons() {
        let out = "
> nx run @golden/clinic:typecheck

$ tsc -b
src/owners/owners.service.ts(41,7): error TS2322: Type 'A' is not assignable to type 'B'.
  Types of property 'x' are incompatible.
    Type 'string' is not assignable to type 'number'.
[ELIFECYCLE] Command failed with exit code 1.
error TS5083: Cannot read file 'tsconfig.json'.

  Run duration:      8.9s
  Cache:             14/14 hit (100%)
";
        let found = tsc(out, &Places::of("/nowhere".into()));
        let shown: Vec<String> =
            found.iter().map(|found| format!("{} {:?} {}", found.place(), found.code, found.message)).collect();
        insta::assert_snapshot!(shown.join("\n"), @r#"
         Some("TS5083") Cannot read file 'tsconfig.json'.
        src/owners/owners.service.ts:41:7 Some("TS2322") Type 'A' is not assignable to type 'B'. Types of property 'x' are incompatible. Type 'string' is not assignable to type 'number'.
        "#);
    }
}
