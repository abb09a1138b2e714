//! Models in a repository that nobody named: found by the names of files, or else by what stands in them.

use std::collections::BTreeMap;

use camino::{Utf8Path, Utf8PathBuf};
use ignore::{DirEntry, WalkBuilder};

use super::session::Session;
use crate::error::CliError;
use crate::spec::import::Format;
use crate::spec::import::text::decode;

/// Models are not kept deeper.
const DEEPEST: usize = 8;
/// What is larger was written by a program, for a program.
const LARGEST: u64 = 2_000_000;
/// What is never a person's model, whether it is ignored or not.
const NOT_THEIRS: [&str; 6] = ["node_modules", "dist", "build", "coverage", "tmp", "vendor"];
/// So many others are told of.
const TOLD: usize = 5;

/// How likely something is the model of a product, the likeliest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    Prisma,
    Jdl,
    /// Called so.
    OpenApi,
    /// `schema.sql`
    Schema,
    /// Scripts that make and change tables, as migrations do.
    Scripts,
    /// A document of any name: it may be of somebody else's interface.
    Document,
}

/// The likeliest model in the repository: a file, or a folder of several that belong together. What is ignored is not looked at.
///
/// # Errors
/// There is none.
pub(super) fn model(session: &Session, root: &Utf8Path) -> Result<Utf8PathBuf, CliError> {
    let mut models = models(root).into_iter();
    let first = models.next().ok_or_else(|| {
        CliError::user("no model was found")
            .hint("`--from` takes a Prisma schema, OpenAPI, JDL, SQL, or `postgres://…`")
    })?;
    let others: Vec<String> = models.map(|path| format!("`{}`", session.shown(&path))).take(TOLD).collect();
    if !others.is_empty() {
        session.ui.say(&format!("others were found, for `--from`: {}", others.join(", ")));
    }
    Ok(first)
}

fn models(root: &Utf8Path) -> Vec<Utf8PathBuf> {
    let mut found: BTreeMap<(Rank, Utf8PathBuf), Vec<Utf8PathBuf>> = BTreeMap::new();
    let is_theirs = |entry: &DirEntry| !NOT_THEIRS.iter().any(|name| entry.file_name() == *name);
    let walk =
        WalkBuilder::new(root).hidden(true).require_git(false).max_depth(Some(DEEPEST)).filter_entry(is_theirs).build();
    for entry in walk.filter_map(Result::ok) {
        let is_small = entry.metadata().is_ok_and(|metadata| metadata.is_file() && metadata.len() <= LARGEST);
        let Some(path) = Utf8PathBuf::from_path_buf(entry.into_path()).ok().filter(|_| is_small) else { continue };
        if let Some(rank) = rank(&path) {
            let together = place(rank, root, &path);
            found.entry((rank, together)).or_default().push(path);
        }
    }
    // One file is read as itself; several of a folder are read as one.
    let whole = |((_, folder), mut files): ((Rank, Utf8PathBuf), Vec<Utf8PathBuf>)| {
        if files.len() == 1 { files.remove(0) } else { folder }
    };
    found.into_iter().map(whole).collect()
}

/// What a file is, as far as its name and its text tell.
fn rank(path: &Utf8Path) -> Option<Rank> {
    let name = path.file_name()?;
    match path.extension()? {
        "prisma" => return Some(Rank::Prisma),
        "jdl" | "jh" => return Some(Rank::Jdl),
        "sql" | "ddl" | "yaml" | "yml" | "json" => {}
        _ => return None,
    }
    // One that cannot be read is none.
    let (text, _) = decode(fs_err::read(path).ok()?);
    match Format::of(path.extension(), &text)? {
        Format::OpenApi if name.starts_with("openapi.") => Some(Rank::OpenApi),
        Format::OpenApi => Some(Rank::Document),
        Format::Sql if name == "schema.sql" => Some(Rank::Schema),
        Format::Sql if changes_tables(&text) => Some(Rank::Scripts),
        _ => None,
    }
}

/// Whether a script makes or changes tables; others, such as rows to begin with, are no model.
fn changes_tables(text: &str) -> bool {
    text.lines().any(|line| {
        let mut words = line.split_whitespace().map(str::to_ascii_lowercase);
        let verb = words.next();
        matches!(verb.as_deref(), Some("create" | "alter")) && words.take(3).any(|word| word == "table")
    })
}

/// What is read together: schemas of Prisma and scripts of one folder; where each script has a folder of its own, as Prisma's
/// migrations do, those of all.
fn place(rank: Rank, root: &Utf8Path, path: &Utf8Path) -> Utf8PathBuf {
    let folder = path.parent().filter(|folder| *folder != root);
    let place = match (rank, folder) {
        (Rank::Scripts, Some(folder)) if path.file_name() == Some("migration.sql") => folder.parent(),
        (Rank::Prisma | Rank::Scripts, folder) => folder,
        _ => None,
    };
    place.unwrap_or(path).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(files: &[(&str, &str)]) -> Vec<String> {
        let guard = tempfile::tempdir().unwrap();
        let root = Utf8Path::from_path(guard.path()).unwrap();
        for (name, text) in files {
            let path = root.join(name);
            fs_err::create_dir_all(path.parent().unwrap()).unwrap();
            fs_err::write(path, text).unwrap();
        }
        models(root).iter().map(|path| path.strip_prefix(root).unwrap().to_string()).collect()
    }

    #[test]
    fn names_come_before_contents_and_what_is_no_model_is_none() {
        let found = found(&[
            ("apps/api/docs/interface.yaml", "openapi: 3.0.3\n"),
            ("apps/api/openapi.json", "{ \"openapi\": \"3.1.0\" }"),
            ("apps/api/prisma/schema.prisma", "model A {\n}\n"),
            ("compose.yaml", "services: {}\n"),
            ("package.json", "{}"),
            ("db/seed.sql", "insert into pets values (1);\n"),
            ("db/schema.sql", "create table pets (id int);\n"),
            ("node_modules/x/schema.prisma", "model B {\n}\n"),
        ]);
        let expected =
            ["apps/api/prisma/schema.prisma", "apps/api/openapi.json", "db/schema.sql", "apps/api/docs/interface.yaml"];
        assert_eq!(found, expected);
    }

    #[test]
    fn what_belongs_together_is_one() {
        let table = "CREATE TABLE \"pets\" (id int);\n";
        let found = found(&[
            ("libs/db/prisma/a.prisma", "model A {\n}\n"),
            ("libs/db/prisma/b.prisma", "model B {\n}\n"),
            ("libs/db/prisma/migrations/1_init/migration.sql", table),
            ("libs/db/prisma/migrations/2_more/migration.sql", "ALTER TABLE pets ADD a int;\n"),
            ("libs/other/drizzle/0000_init.sql", table),
            ("libs/other/drizzle/0001_more.sql", "ALTER TABLE pets ADD a int;\n"),
            ("libs/third/only.sql", table),
        ]);
        assert_eq!(found, ["libs/db/prisma", "libs/db/prisma/migrations", "libs/other/drizzle", "libs/third/only.sql"]);
    }
}
