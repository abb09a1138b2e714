//! `buf lint --error-format=json`: one object a line, among lines of pnpm.

use serde::Deserialize;

use super::Diagnostic;
use crate::verify::places::Places;

#[derive(Deserialize)]
struct Finding {
    path: Option<String>,
    start_line: Option<u32>,
    start_column: Option<u32>,
    #[serde(rename = "type")]
    kind: String,
    message: String,
}

/// Findings of Buf.
pub(in crate::verify) fn buf(out: &str, places: &Places) -> Vec<Diagnostic> {
    let findings = out.lines().filter(|line| line.starts_with('{'));
    findings
        .filter_map(|line| serde_json::from_str::<Finding>(line).ok())
        .map(|finding| Diagnostic {
            file: finding.path.map(|path| places.inside(&path, None)),
            line: finding.start_line,
            column: finding.start_column,
            code: Some(finding.kind),
            ..Diagnostic::error("buf", finding.message)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn findings_are_read_among_other_lines() {
        let out = r#"$ buf lint --error-format=json
{"path":"proto/a.proto","start_line":17,"start_column":10,"end_line":17,"end_column":19,"type":"FIELD_LOWER_SNAKE_CASE","message":"Field name \"A\" should be lower_snake_case."}
[ELIFECYCLE] Command failed with exit code 100."#;
        let found = buf(out, &Places::of("/nowhere".into()));
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].place(), "proto/a.proto:17:10");
    }
}
