//! `eslint --format json`.

use serde::Deserialize;

use super::{Diagnostic, Severity};
use crate::verify::places::Places;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Seen {
    #[serde(rename = "filePath")]
    path: String,
    messages: Vec<Message>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Message {
    rule_id: Option<String>,
    severity: u8,
    message: String,
    line: Option<u32>,
    column: Option<u32>,
}

/// Findings of ESLint, one line for each time that it ran; `None` where no line is its JSON.
pub(in crate::verify) fn eslint(out: &str, places: &Places) -> Option<Vec<Diagnostic>> {
    // pnpm may warn on the same stream; ESLint writes all of it on one line.
    let lines = out.lines().filter(|line| line.starts_with("[{") || *line == "[]");
    let runs: Vec<Vec<Seen>> = lines.map(serde_json::from_str).collect::<Result<_, _>>().ok()?;
    if runs.is_empty() {
        return None;
    }
    let of_file = |file: Seen| {
        let path = places.inside(&file.path, None);
        file.messages.into_iter().map(move |message| Diagnostic {
            tool: "eslint",
            file: Some(path.clone()),
            line: message.line,
            column: message.column,
            code: message.rule_id,
            message: message.message.lines().collect::<Vec<_>>().join(" "),
            severity: if message.severity > 1 { Severity::Error } else { Severity::Warning },
        })
    };
    Some(runs.into_iter().flatten().flat_map(of_file).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn findings_are_read() {
        let out = [
            "[WARN] The registry publishes no such pnpm.",
            concat!(
                r#"[{"filePath":"/w/a.ts","messages":[]},{"filePath":"/w/b.ts","messages":["#,
                r#"{"ruleId":"no-unused-vars","severity":2,"message":"'a' is never used.","line":4,"column":7},"#,
                r#"{"ruleId":null,"severity":1,"message":"File ignored"}]}]"#,
            ),
            "[ELIFECYCLE] Command failed.",
        ]
        .join("\n");
        let found = eslint(&out, &Places::of("/w".into())).unwrap();
        assert_eq!(found[0].place(), "b.ts:4:7");
        assert_eq!(found[0].code.as_deref(), Some("no-unused-vars"));
        assert_eq!((found[1].severity, found[1].place()), (Severity::Warning, "b.ts".to_owned()));
        assert!(eslint("Oops! Something went wrong", &Places::of("/w".into())).is_none());
    }
}
