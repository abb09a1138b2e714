//! `fountane add package`: a library package of the project's own, written once.

use serde_json::json;

use super::project::Project;
use super::session::Session;
use super::summary;
use crate::cli::{AddPackage, WriteArgs};
use crate::error::CliError;
use crate::ui::Style;
use crate::workspace::Change;
use crate::workspace::journal::{self, Extra};
use crate::workspace_path::WorkspacePath;

pub(super) fn add(session: &Session, project: &Project, args: &AddPackage, write: &WriteArgs) -> Result<(), CliError> {
    let name = &args.name;
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if !name.starts_with(|c: char| c.is_ascii_lowercase()) || !name.chars().all(plain) {
        return Err(CliError::usage(format!("`{name}` is not a name for a package"))
            .hint("write small letters, digits and dashes, such as `pricing`"));
    }
    let folder = format!("libs/{name}");
    if project.root.join(&folder).exists() {
        return Err(CliError::user(format!("`{folder}` is there already")).hint("choose another name"));
    }
    let extras = files(name, &project.model.project.name)
        .into_iter()
        .map(|(path, text)| {
            let path = WorkspacePath::new(path).map_err(|error| CliError::usage(error.to_string()))?;
            Ok(Extra::text(path, None, text.into_bytes()))
        })
        .collect::<Result<Vec<_>, CliError>>()?;
    for extra in &extras {
        let path = &extra.path;
        session.ui.json("change", &json!({ "action": "create", "path": path }))?;
        session.ui.data(&format!("{} {path}", session.ui.out().paint("+", Style::Good)))?;
        if write.diff {
            summary::print_one_diff(&session.ui, &Change::of(extra))?;
        }
    }
    if write.dry_run {
        session.ui.say("nothing was written");
        return Ok(session.ui.json("result", &json!({ "command": "add", "written": false }))?);
    }
    journal::write(&project.root, &extras)?;
    session.ui.json("result", &json!({ "command": "add", "written": true }))?;
    session.ui.say(&format!(
        "`pnpm install` links @{}/{name}; then any package can depend on it",
        project.model.project.name
    ));
    Ok(())
}

/// An empty package in the manner of the workspace's others: it compiles, lints, and has a test.
fn files(name: &str, scope: &str) -> Vec<(String, String)> {
    let folder = format!("libs/{name}");
    let depth = "../..";
    let package = format!(
        r#"{{
  "name": "@{scope}/{name}",
  "version": "0.0.0",
  "private": true,
  "type": "module",
  "exports": {{
    ".": {{
      "types": "./dist/index.d.ts",
      "default": "./dist/index.js"
    }}
  }},
  "scripts": {{
    "build": "tsc -b",
    "typecheck": "tsc -b",
    "test": "vitest run --coverage"
  }},
  "devDependencies": {{
    "@types/node": "catalog:",
    "@vitest/coverage-v8": "catalog:",
    "typescript": "catalog:",
    "vitest": "catalog:"
  }}
}}
"#
    );
    let tsconfig = format!(
        r#"{{
  "extends": "{depth}/tsconfig.base.json",
  "compilerOptions": {{ "rootDir": "src", "outDir": "dist" }},
  "include": ["src"]
}}
"#
    );
    let index = "/** What this package is for. */\nexport const purpose = 'to be decided';\n";
    let test = "import { expect, it } from 'vitest';\n\nimport { purpose } from './index.js';\n\nit('has a purpose', () => {\n  expect(purpose).not.toBe('');\n});\n";
    let vitest = format!("export {{ default }} from '{depth}/vitest.base.mjs';\n");
    vec![
        (format!("{folder}/package.json"), package),
        (format!("{folder}/tsconfig.json"), tsconfig),
        (format!("{folder}/vitest.config.mjs"), vitest),
        (format!("{folder}/src/index.ts"), index.to_owned()),
        (format!("{folder}/src/index.test.ts"), test.to_owned()),
    ]
}
