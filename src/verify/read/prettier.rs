//! `prettier --list-different`: a path a line on stdout, what it cannot parse on stderr.

use super::{Diagnostic, number};
use crate::verify::places::Places;

/// Findings of Prettier.
pub(in crate::verify) fn prettier(out: &str, err: &str, places: &Places) -> Vec<Diagnostic> {
    let unparsed: Vec<Diagnostic> = err.lines().filter_map(|line| syntax_error(line, places)).collect();
    let untidy = out.lines().map(str::trim).filter(|path| !path.is_empty()).map(|path| Diagnostic {
        file: Some(places.inside(path, None)),
        code: Some("format".to_owned()),
        ..Diagnostic::error("prettier", "is not formatted; `fountane exec pnpm format` does it")
    });
    untidy.chain(unparsed).collect()
}

/// `[error] bad.ts: SyntaxError: Expression expected. (1:11)`
fn syntax_error(line: &str, places: &Places) -> Option<Diagnostic> {
    let (path, message) = line.strip_prefix("[error] ")?.split_once(": SyntaxError: ")?;
    let (message, place) = message.rsplit_once(" (").unwrap_or((message, ""));
    let (line, column) = place.trim_end_matches(')').split_once(':').unwrap_or_default();
    Some(Diagnostic {
        file: Some(places.inside(path, None)),
        line: number(line),
        column: number(column),
        code: Some("syntax".to_owned()),
        ..Diagnostic::error("prettier", message)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn untidy_and_unreadable_files_are_found() {
        let err =
            "[error] bad.ts: SyntaxError: Expression expected. (1:11)\n[error] > 1 | const x = ;\n[error]     | ^";
        let found = prettier("apps/web/a.ts\n", err, &Places::of("/nowhere".into()));
        let shown: Vec<String> = found.iter().map(|found| format!("{} {}", found.place(), found.message)).collect();
        assert_eq!(
            shown,
            ["apps/web/a.ts is not formatted; `fountane exec pnpm format` does it", "bad.ts:1:11 Expression expected."]
        );
    }
}
