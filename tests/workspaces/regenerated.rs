//! The experiment at which others fail: one field is added to one entity of a workspace that people have edited.

use camino::Utf8Path;

use crate::bench::Bench;

/// What a person wrote: two files that have nothing to do with the field, and one that it changes.
const EDITS: [(&str, &str, &str); 3] = [
    (
        "libs/core/types/src/index.ts",
        "",
        "\n/** Our own: how many rows a report has at most. */\nexport const REPORT_ROWS = 5_000;\n",
    ),
    ("README.md", "", "\n## Who to ask\n\nThe team on the second floor.\n"),
    ("apps/services/diary/src/entries/entries.table.ts", "import ", "// Reviewed by our data protection officer.\n"),
];

/// All edits survive, the first migration is untouched and another follows it, and every gate passes.
pub fn keeps_every_edit(bench: &Bench, workspace: &Utf8Path) {
    for (file, before, text) in EDITS {
        let path = workspace.join(file);
        let old = fs_err::read_to_string(&path).unwrap();
        let at = if before.is_empty() { old.len() } else { old.find(before).unwrap() };
        fs_err::write(&path, format!("{}{text}{}", &old[..at], &old[at..])).unwrap();
    }
    bench.git(workspace, &["commit", "--no-verify", "--quiet", "--all", "--message", "Our own"]);
    let migrations = workspace.join("apps/services/diary/migrations");
    let first = fs_err::read(migrations.join("0000_init.sql")).unwrap();
    let number = || migrations.read_dir_utf8().unwrap().filter(|entry| is_sql(entry.as_ref().unwrap().path())).count();
    assert_eq!(number(), 1);

    bench.fountane(&["add", "field", "Entry", "weather:string", "--dir", workspace.as_str()]).succeeds();

    for (file, _, text) in EDITS {
        assert!(fs_err::read_to_string(workspace.join(file)).unwrap().contains(text), "{file} lost its edit");
    }
    let table = fs_err::read_to_string(workspace.join(EDITS[2].0)).unwrap();
    assert!(table.contains("weather"), "{table}");
    assert_eq!(fs_err::read(migrations.join("0000_init.sql")).unwrap(), first);
    assert_eq!(number(), 2);
    bench.fountane(&["check", "--dir", workspace.as_str()]).succeeds();
    bench.fountane(&["generate", "--check", "--dir", workspace.as_str()]).succeeds();
    bench.git(workspace, &["add", "--all"]);
    bench.git(workspace, &["commit", "--no-verify", "--quiet", "--message", "The weather"]);
}

fn is_sql(path: &Utf8Path) -> bool {
    path.extension() == Some("sql")
}
