//! Findings as SARIF 2.1.0, which code hosts and editors read.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::{Diagnostic, Severity};

/// A log with a run for each tool that found something. Paths are from the root of the workspace.
pub fn sarif(found: &[Diagnostic]) -> Value {
    let tools: BTreeSet<&str> = found.iter().map(|one| one.tool).collect();
    let runs: Vec<Value> = tools.into_iter().map(|tool| run(tool, found)).collect();
    json!({ "$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": runs })
}

fn run(tool: &str, found: &[Diagnostic]) -> Value {
    let found: Vec<&Diagnostic> = found.iter().filter(|one| one.tool == tool).collect();
    let rules: BTreeSet<&str> = found.iter().map(|one| rule(one)).collect();
    let rules: Vec<Value> = rules.into_iter().map(|rule| json!({ "id": rule })).collect();
    let results: Vec<Value> = found.iter().map(|one| result(one)).collect();
    json!({
        "tool": { "driver": { "name": tool, "rules": rules } },
        "columnKind": "utf16CodeUnits",
        "originalUriBaseIds": { "ROOT": { "description": { "text": "the root of the workspace" } } },
        "results": results,
    })
}

fn result(one: &Diagnostic) -> Value {
    let level = match one.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    };
    let locations: Vec<Value> = one.file.iter().map(|file| location(file, one)).collect();
    json!({ "ruleId": rule(one), "level": level, "message": { "text": one.message }, "locations": locations })
}

fn location(file: &str, one: &Diagnostic) -> Value {
    let mut physical = json!({ "artifactLocation": { "uri": uri(file), "uriBaseId": "ROOT" } });
    if let Some(line) = one.line {
        physical["region"] = match one.column {
            Some(column) => json!({ "startLine": line, "startColumn": column }),
            None => json!({ "startLine": line }),
        };
    }
    json!({ "physicalLocation": physical })
}

/// A path as a relative reference; what a URI may not hold is escaped.
fn uri(path: &str) -> String {
    path.split('/').map(crate::redact::percent_encoded).collect::<Vec<_>>().join("/")
}

fn rule(one: &Diagnostic) -> &str {
    one.code.as_deref().unwrap_or(one.tool)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_tool_has_a_run_with_rules_and_places() {
        let found = [
            Diagnostic {
                file: Some("apps/web/[id]/a b.ts".to_owned()),
                line: Some(3),
                column: Some(5),
                code: Some("TS2304".to_owned()),
                ..Diagnostic::error("tsc", "Cannot find name 'a'.")
            },
            Diagnostic { severity: Severity::Warning, ..Diagnostic::error("eslint", "Something.") },
        ];
        let log = sarif(&found);
        let runs = log["runs"].as_array().unwrap();
        let names: Vec<&Value> = runs.iter().map(|run| &run["tool"]["driver"]["name"]).collect();
        assert_eq!(names, ["eslint", "tsc"]);
        let nowhere =
            json!([{ "ruleId": "eslint", "level": "warning", "message": { "text": "Something." }, "locations": [] }]);
        assert_eq!(runs[0]["results"], nowhere);
        assert_eq!(runs[1]["tool"]["driver"]["rules"], json!([{ "id": "TS2304" }]));
        let place = json!({
            "artifactLocation": { "uri": "apps/web/%5Bid%5D/a%20b.ts", "uriBaseId": "ROOT" },
            "region": { "startLine": 3, "startColumn": 5 },
        });
        assert_eq!(runs[1]["results"][0]["locations"], json!([{ "physicalLocation": place }]));
    }
}
