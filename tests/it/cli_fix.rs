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
async fn of_several_modules_the_one_is_taken_that_the_file_knows_and_types_come_as_types() {
    let wire = "export interface Pet {\n  name: string;\n}\nexport interface Owner {\n  pet: Pet;\n}\n";
    let main = "import { type Owner } from \"./wire.js\";\n\nexport const first = (owner: Owner): Pet => owner.pet;\n";
    let strict = r#"{"compilerOptions":{"strict":true,"module":"nodenext","target":"es2023","noEmit":true,"types":[],
        "verbatimModuleSyntax":true},"include":["src"]}"#;
    let other = "export interface Pet {\n  id: string;\n}\n";
    let files = [("tsconfig.json", strict), ("src/wire.ts", wire), ("src/rows.ts", other), ("src/main.ts", main)];
    let project = Project::new(&files).await;
    project.fix(&[]).succeeds();
    assert!(project.read("src/main.ts").starts_with("import { type Owner, type Pet } from \"./wire.js\";\n"));
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

#[tokio::test]
async fn what_a_repair_unmasks_is_repaired_with_it() {
    let files = [
        ("src/palette.ts", "export const palette = { crimson: 'red' };\n"),
        ("src/main.ts", "export const colour: string = palette.crimsn;\n"),
    ];
    let project = Project::new(&files).await;
    let ran = project.fix(&[]).succeeds();
    insta::assert_snapshot!(ran.out, @r#"
    ✓ src/main.ts:1  TS2304  Add import from "./palette.js"
    ✓ src/main.ts:3  TS2551  Change spelling to 'crimson'
    "#);
    assert!(project.read("src/main.ts").ends_with("palette.crimson;\n"));
}

#[tokio::test]
async fn what_would_need_an_opinion_is_left_and_nothing_is_silenced() {
    let main = "export function area(width, height: number): number {\n  return width * height;\n}\n\
                export const room: number = 'large';\nexport const map = new Map().get('a').length;\n\
                interface Pet {\n  name: string;\n}\nexport const pet: Pet = {};\n";
    let project = Project::new(&[("src/main.ts", main)]).await;
    let ran = project.fix(&[]).ends_with(1);
    assert_eq!(project.read("src/main.ts"), main);
    insta::assert_snapshot!(ran.out, @r"
    error[TS7006]: Parameter 'width' implicitly has an 'any' type.
     --> src/main.ts:1:22
      |
    1 | export function area(width, height: number): number {
      |                      ^^^^^
    2 |   return width * height;
      |

    error[TS2322]: Type 'string' is not assignable to type 'number'.
     --> src/main.ts:4:14
      |
    3 | }
    4 | export const room: number = 'large';
      |              ^^^^
    5 | export const map = new Map().get('a').length;
      |

    error[TS2741]: Property 'name' is missing in type '{}' but required in type 'Pet'.
     --> src/main.ts:9:14
      |
    8 | }
    9 | export const pet: Pet = {};
      |              ^^^
    ");
}

#[tokio::test]
async fn one_missing_export_is_one_cause() {
    let imports = "import { gone } from './shapes.js';\nexport const there = gone;\n";
    let deeper = "import { gone } from '../shapes.js';\nexport const there = gone;\n";
    let files = [("src/shapes.ts", SHAPES), ("src/a.ts", imports), ("src/b.ts", imports), ("src/deep/c.ts", deeper)];
    let ran = Project::new(&files).await.fix(&["--json"]).ends_with(1);
    let causes: Vec<serde_json::Value> = ran.json().into_iter().filter(|line| line["type"] == "cause").collect();
    assert_eq!(causes.len(), 1, "{causes:?}");
    assert_eq!(causes[0]["places"], serde_json::json!(["src/a.ts:1:10", "src/b.ts:1:10", "src/deep/c.ts:1:10"]));
}

#[tokio::test]
async fn a_mark_of_byte_order_line_breaks_and_permissions_are_kept() {
    use std::os::unix::fs::PermissionsExt as _;
    let main = "\u{feff}// first\r\nexport const room = area(2, 3);\r\n";
    let project = Project::new(&[("src/shapes.ts", SHAPES), ("src/main.ts", main)]).await;
    let file = project.env.work().join("src/main.ts");
    fs_err::set_permissions(&file, std::fs::Permissions::from_mode(0o755)).unwrap();
    project.fix(&[]).succeeds();
    let text = project.read("src/main.ts");
    assert!(text.starts_with('\u{feff}') && text.contains("import { area }"), "{text:?}");
    assert!(!text.replace("\r\n", "").contains('\n'), "{text:?}");
    assert_eq!(fs_err::metadata(&file).unwrap().permissions().mode() & 0o777, 0o755);
}

const ESLINT: &str = "import tseslint from 'typescript-eslint';\n\
    export default tseslint.config({ files: ['src/**/*.ts'], extends: [...tseslint.configs.recommended],\n\
    rules: { eqeqeq: 'error', 'prefer-const': 'error' } });\n";

#[tokio::test]
async fn eslint_mends_what_it_can_and_unused_imports_go() {
    let main = "import { area } from './shapes.js';\nlet a: number = 1;\nexport const b = a == 2;\n";
    let files = [("src/shapes.ts", SHAPES), ("src/main.ts", main), ("eslint.config.js", ESLINT)];
    let project = Project::new(&files).await;
    project.env.write(
        "tsconfig.json",
        &project.read("tsconfig.json").replace("\"noUnusedLocals\":true", "\"noUnusedLocals\":false"),
    );
    let ran = project.fix(&[]).ends_with(1);
    insta::assert_snapshot!(ran.out, @r"
    ✓ src/main.ts:1  @typescript-eslint/no-unused-vars  Remove import from './shapes.js'
    ✓ src/main.ts:1  prefer-const  mended by ESLint
    error[eqeqeq]: Expected '===' and instead saw '=='.
     --> src/main.ts:2:20
      |
    1 | const a: number = 1;
    2 | export const b = a == 2;
      |                    ^
    ");
    assert_eq!(project.read("src/main.ts"), "const a: number = 1;\nexport const b = a == 2;\n");
}

#[tokio::test]
async fn prettier_lays_out_what_was_touched_and_nothing_else() {
    let files = [
        ("src/shapes.ts", SHAPES),
        ("src/main.ts", "export const room=area(2,3)\n"),
        ("src/other.ts", "export const other=1\n"),
        (".prettierrc", "{\"singleQuote\":true}\n"),
    ];
    let project = Project::new(&files).await;
    project.fix(&[]).succeeds();
    assert_eq!(project.read("src/main.ts"), "import { area } from './shapes.js';\n\nexport const room = area(2, 3);\n");
    assert_eq!(project.read("src/other.ts"), "export const other=1\n");
}

const TESTED: &str = r#"{"name":"p","private":true,"type":"module","scripts":{"test":"vitest run"}}"#;

#[tokio::test]
async fn a_repair_that_breaks_a_test_is_taken_back() {
    let files = [
        ("package.json", TESTED),
        ("src/palette.ts", "export const palette = { crimson: 'red' };\n"),
        ("src/main.ts", "import { palette } from './palette.js';\nexport const colour = `${palette.crimsn}`;\n"),
        (
            "src/main.test.ts",
            "import { expect, it } from 'vitest';\nimport { colour } from './main.js';\n\
             it('is of no colour', () => {\n  expect(colour).toBe('undefined');\n});\n",
        ),
    ];
    let project = Project::new(&files).await;
    let before = project.env.tree();
    let ran = project.fix(&[]).ends_with(1);
    assert!(ran.err.contains("everything is as it was"), "{}", ran.err);
    assert!(ran.err.contains("src/main.test.ts > is of no colour"), "{}", ran.err);
    assert_eq!(project.env.tree(), before);
    project.fix(&["--no-tests"]).succeeds();
    assert!(project.read("src/main.ts").contains("palette.crimson"));
}

#[tokio::test]
async fn packages_that_refer_to_each_other_are_repaired_as_one() {
    let config = |references: &str| {
        format!(
            r#"{{"compilerOptions":{{"strict":true,"composite":true,"module":"nodenext","target":"es2023","types":[],
            "rootDir":"src","outDir":"dist"}},"include":["src"],"references":[{references}]}}"#
        )
    };
    let (lib, app) = (config(""), config("{\"path\":\"../lib\"}"));
    let files = [
        ("package.json", r#"{"name":"root","private":true,"workspaces":["packages/*"]}"#),
        ("tsconfig.json", r#"{"files":[],"references":[{"path":"packages/app"}]}"#),
        ("packages/lib/package.json", r#"{"name":"lib","type":"module"}"#),
        ("packages/lib/tsconfig.json", &lib),
        ("packages/lib/src/shapes.ts", SHAPES),
        ("packages/lib/src/index.ts", "export { area } from './shape.js';\n"),
        ("packages/app/package.json", r#"{"name":"app","type":"module"}"#),
        ("packages/app/tsconfig.json", &app),
        ("packages/app/src/sizes.ts", "export const width = 2;\n"),
        (
            "packages/app/src/main.ts",
            "import { area } from '../../lib/src/shapes.js';\nexport const a = area(width, 3);\n",
        ),
    ];
    let project = Project::new(&files).await;
    let ran = project.fix(&[]).ends_with(1);
    insta::assert_snapshot!(ran.out, @r#"
    ✓ packages/app/src/main.ts:2  TS2304  Add import from "./sizes.js"
    error[TS2307]: Cannot find module './shape.js' or its corresponding type declarations.
     --> packages/lib/src/index.ts:1:22
      |
    1 | export { area } from './shape.js';
      |                      ^
    "#);
    assert!(project.read("packages/app/src/main.ts").contains("import { width } from './sizes.js'"));
}

#[tokio::test]
async fn a_project_without_packages_or_configuration_is_told_what_is_missing() {
    let env = crate::test_env::TestEnv::new();
    env.write("package.json", "{}");
    env.write("tsconfig.json", "{}");
    let ran = env.run(&["fix"]).ends_with(1);
    insta::assert_snapshot!(ran.err, @r"
    error: `typescript` is not installed in this project
    hint: install the project's packages first, such as with `npm install`
    ");
}

#[tokio::test]
async fn a_repair_that_is_right_in_its_file_and_wrong_for_another_is_not_made() {
    let files = [
        ("src/load.ts", "export function load() {\n  await Promise.resolve();\n  return 2;\n}\n"),
        ("src/main.ts", "import { load } from './load.js';\nexport const twice: number = load() * 2;\n"),
        ("src/other.ts", "export const rooms: number = size;\n"),
        ("src/size.ts", "export const size = 4;\n"),
    ];
    let project = Project::new(&files).await;
    project.fix(&[]).ends_with(1);
    assert_eq!(project.read("src/load.ts"), files[0].1);
    assert!(project.read("src/other.ts").starts_with("import { size } from \"./size.js\";"));
}

#[tokio::test]
async fn a_mark_that_the_parser_misses_is_put_where_the_file_parses_with_it() {
    let project = Project::new(&[("src/main.ts", "export const rooms = Math.max(1, 2;\n")]).await;
    let ran = project.fix(&[]).succeeds();
    assert_eq!(ran.out, "✓ src/main.ts:1  TS1005  Add the missing ')'\n");
    assert_eq!(project.read("src/main.ts"), "export const rooms = Math.max(1, 2);\n");
}

#[tokio::test]
async fn a_native_compiler_judges_what_a_fetched_language_service_proposes() {
    let project =
        Project::native(&[("src/shapes.ts", SHAPES), ("src/main.ts", "export const room = area(2, 3);\n")]).await;
    let mut command = project.env.command(&["fix"]);
    command.env("XDG_CACHE_HOME", crate::registry::CACHE);
    command.env("npm_config_registry", crate::registry::address().await);
    let ran = project.env.ran(&command.output().unwrap()).succeeds();
    assert_eq!(ran.out, "✓ src/main.ts:1  TS2304  Add import from \"./shapes.js\"\n");
}
