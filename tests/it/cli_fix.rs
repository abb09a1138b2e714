//! `fountane fix` as a person types it, with a real compiler, linter and test runner.

use crate::fix_project::Project;

const SHAPES: &str = "export function area(width: number, height: number): number {\n  return width * height;\n}\n";

#[tokio::test]
async fn a_missing_import_is_added_and_undone() {
    let main = "export const room = area(2, 3);\n";
    let project = Project::new(&[("src/shapes.ts", SHAPES), ("src/main.ts", main)]).await;
    let ran = project.fix(&["--dry-run", "--diff"]).succeeds();
    insta::assert_snapshot!(ran.out, @r#"
    ✓ src/main.ts:1  TS2304  Add import from "./shapes.js"
    --- a/src/main.ts
    +++ b/src/main.ts
    @@ -1 +1,3 @@
    +import { area } from "./shapes.js";
    +
     export const room = area(2, 3);
    "#);
    assert_eq!(project.read("src/main.ts"), main);

    project.fix(&[]).succeeds();
    assert!(project.read("src/main.ts").starts_with("import { area } from \"./shapes.js\";\n"));
    assert_eq!(project.fix(&["--undo"]).succeeds().out, "~ src/main.ts\n");
    assert_eq!(project.read("src/main.ts"), main);
    project.fix(&["--undo"]).ends_with(1);
}

#[tokio::test]
async fn an_edit_since_the_repair_is_not_undone() {
    let files = [("src/shapes.ts", SHAPES), ("src/main.ts", "area(2, 3);\n"), ("src/other.ts", "area(4, 5);\n")];
    let project = Project::new(&files).await;
    project.fix(&[]).succeeds();
    project.env.write("src/main.ts", "mine\n");
    let before = project.env.tree();
    let ran = project.fix(&["--undo"]).ends_with(1);
    assert!(ran.err.contains("in the way:\n  src/main.ts\n"), "{}", ran.err);
    assert_eq!(project.env.tree(), before);
}
