//! A service whose spec changes again and again: databases of every version, with rows in them, come to what a fresh one of
//! the last version is, and drizzle-kit finds nothing left to do.

use camino::{Utf8Path, Utf8PathBuf};
use fountane::blueprint::migrations::{ColumnRename, Past, Renames};
use fountane::blueprint::{Library, generation};
use fountane::spec;
use fountane::workspace::file_plan::Wishes;
use fountane::workspace::journal::{self, Extra};
use fountane::workspace::{BlobId, FilePlan, Lock, SPEC_FILE, Standing};
use fountane::workspace_path::WorkspacePath;

use super::bench::{Bench, Ran};
use super::server::{Server, as_superuser, catalog, query, story};
use super::walk;

const SERVICE: &str = "apps/services/core";
const TENANT: &str = "11111111-1111-4111-8111-111111111111";

/// A state of the spec, with rows for a database of it. Three pets are in each.
struct Version {
    /// Values of the enum that there is.
    kinds: &'static str,
    entities: &'static str,
    rows: &'static str,
}

const VERSIONS: &[Version] = &[
    Version {
        kinds: "cat, dog",
        entities: "
  Owner: { fields: { name: string! } }
  Pet: { fields: { name: string! } }",
        rows: "insert into owners (tenant_id, name) values ($T, 'Ada');
insert into pets (tenant_id, name) select $T, 'pet ' || n from generate_series(1, 3) n;",
    },
    // A column that may be empty.
    Version {
        kinds: "cat, dog",
        entities: "
  Owner: { fields: { name: string! } }
  Pet: { fields: { name: string!, born: date } }",
        rows: "insert into owners (tenant_id, name) values ($T, 'Ada');
insert into pets (tenant_id, name, born) select $T, 'pet ' || n, now() from generate_series(1, 3) n;",
    },
    // One that is required, with a default.
    Version {
        kinds: "cat, dog",
        entities: "
  Owner: { fields: { name: string! } }
  Pet: { fields: { name: string!, born: date, legs: { type: int, default: 4, min: 0 } } }",
        rows: "insert into owners (tenant_id, name) values ($T, 'Ada');
insert into pets (tenant_id, name) select $T, 'pet ' || n from generate_series(1, 3) n;",
    },
    // One that is required, without.
    Version {
        kinds: "cat, dog",
        entities: "
  Owner: { fields: { name: string! } }
  Pet:
    fields:
      name: string!
      born: date
      legs: { type: int, default: 4, min: 0 }
      chip: { type: string, max: 20, required: true, unique: true }
      kind: { type: Kind, default: cat }",
        rows: "insert into owners (tenant_id, name) values ($T, 'Ada');
insert into pets (tenant_id, name, chip) select $T, 'pet ' || n, 'chip ' || n from generate_series(1, 3) n;",
    },
    // A value of an enum.
    Version {
        kinds: "cat, dog, owl",
        entities: "
  Owner: { fields: { name: string! } }
  Pet:
    fields:
      name: string!
      born: date
      legs: { type: int, default: 4, min: 0 }
      chip: { type: string, max: 20, required: true, unique: true }
      kind: { type: Kind, default: cat }",
        rows: "insert into owners (tenant_id, name) values ($T, 'Ada');
insert into pets (tenant_id, name, chip, kind) select $T, 'pet ' || n, 'chip ' || n, 'owl' from generate_series(1, 3) n;",
    },
    // Other names: owners are keepers, and a pet has a call.
    Version {
        kinds: "cat, dog, owl",
        entities: "
  Keeper: { fields: { name: string! } }
  Pet:
    fields:
      call: string!
      born: date
      legs: { type: int, default: 4, min: 0 }
      chip: { type: string, max: 20, required: true, unique: true }
      kind: { type: Kind, default: cat }",
        rows: "insert into keepers (tenant_id, name) values ($T, 'Ada');
insert into pets (tenant_id, call, chip) select $T, 'pet ' || n, 'chip ' || n from generate_series(1, 3) n;",
    },
    // Relations: one that may be empty, one that must not, one of many.
    Version {
        kinds: "cat, dog, owl",
        entities: "
  Keeper: { fields: { name: string! } }
  Pet:
    fields:
      call: string!
      born: date
      legs: { type: int, default: 4, min: 0 }
      chip: { type: string, max: 20, required: true, unique: true }
      kind: { type: Kind, default: cat }
    relations:
      keeper: { many-to-one: Keeper, inverse: pets, required: true }
      mother: { many-to-one: Pet, inverse: young, on-delete: set-null }
      sitters: { many-to-many: Keeper, inverse: sits }",
        rows: "insert into keepers (tenant_id, name) values ($T, 'Ada');
insert into pets (tenant_id, call, chip, keeper_id)
  select $T, 'pet ' || n, 'chip ' || n, (select id from keepers) from generate_series(1, 3) n;
insert into keepers (tenant_id, name) values ($T, 'Ben');",
    },
    // Indexes, what is unique, other types, another rule of removal, what is required now.
    Version {
        kinds: "cat, dog, owl",
        entities: "
  Keeper: { fields: { name: { type: string, required: true, max: 300, unique: true } } }
  Pet:
    fields:
      call: text!
      born: date
      legs: { type: long, default: 3, min: 0, max: 100 }
      chip: { type: string, max: 40, required: true, unique: true }
      kind: { type: Kind, default: cat }
      town: { type: string, default: Paris }
    indexes: [[kind, legs]]
    relations:
      keeper: { many-to-one: Keeper, inverse: pets, required: true }
      mother: { many-to-one: Pet, inverse: young, on-delete: restrict }
      sitters: { many-to-many: Keeper, inverse: sits }",
        rows: "insert into keepers (tenant_id, name) values ($T, 'Ada');
insert into pets (tenant_id, call, chip, keeper_id)
  select $T, 'pet ' || n, 'chip ' || n, (select id from keepers) from generate_series(1, 3) n;",
    },
    // Entities: one with a history, one that is removed softly.
    Version {
        kinds: "cat, dog, owl",
        entities: "
  Keeper: { fields: { name: { type: string, required: true, max: 300, unique: true } }, soft-delete: true }
  Pet:
    fields:
      call: text!
      born: date
      legs: { type: long, default: 3, min: 0, max: 100 }
      chip: { type: string, max: 40, required: true, unique: true }
      kind: { type: Kind, default: cat }
      town: { type: string, default: Paris }
    indexes: [[kind, legs]]
    audit: true
    relations:
      keeper: { many-to-one: Keeper, inverse: pets, required: true }
      mother: { many-to-one: Pet, inverse: young, on-delete: restrict }
      sitters: { many-to-many: Keeper, inverse: sits }
  Visit:
    fields: { on: date!, note: text }
    relations: { pet: { many-to-one: Pet, inverse: visits, required: true, on-delete: cascade } }",
        rows: "insert into keepers (tenant_id, name) values ($T, 'Ada');
insert into pets (tenant_id, call, chip, keeper_id)
  select $T, 'pet ' || n, 'chip ' || n, (select id from keepers) from generate_series(1, 3) n;
insert into visits (tenant_id, \"on\", pet_id) select $T, now(), id from pets;",
    },
    // What goes: columns, a value of an enum, a table of many, long texts.
    Version {
        kinds: "cat, dog",
        entities: "
  Keeper: { fields: { name: { type: string, required: true, max: 300, unique: true } }, soft-delete: true }
  Pet:
    fields:
      call: { type: string, required: true, max: 5 }
      legs: { type: long, min: 0 }
      chip: { type: string, max: 40, required: true, unique: true }
      kind: { type: Kind, default: cat }
      town: { type: string, default: Paris }
    audit: true
    relations:
      keeper: { many-to-one: Keeper, inverse: pets, required: true }
  Visit:
    fields: { on: date!, note: text }
    relations: { pet: { many-to-one: Pet, inverse: visits, required: true, on-delete: cascade } }",
        rows: "",
    },
];

/// The version that only has other names.
const RENAMED: usize = 5;

fn text(version: usize) -> String {
    let Version { kinds, entities, .. } = VERSIONS[version];
    format!(
        "fountane: 1\nproject: {{ name: zoo }}\nblueprint: minimal@^1\nenums: {{ Kind: [{kinds}] }}\nentities:{entities}\n"
    )
}

#[test]
fn databases_of_every_version_become_what_a_fresh_one_is_and_keep_their_rows() {
    let bench = Bench::alone();
    std::fs::write(bench.folder("zoo.yaml"), text(0)).unwrap();
    bench.fountane(&["new", "zoo", "--from", "zoo.yaml", "--no-check", "--yes"]).succeeds();
    let zoo = bench.folder("zoo");
    tsc(&bench, &zoo, "libs/core/testing");
    let mut server = Server::start(&zoo);
    let folder = zoo.join(SERVICE).join("migrations");

    let mut databases: Vec<String> = Vec::new();
    let mut written: Vec<(Utf8PathBuf, Vec<u8>)> = Vec::new();
    for version in 0..VERSIONS.len() {
        if version > 0 {
            become_version(&bench, &zoo, version);
        }
        for (path, bytes) in &written {
            assert_eq!(std::fs::read(path).unwrap(), *bytes, "{path} is as it was before version {version}");
        }
        let is_new = |path: &Utf8PathBuf| !written.iter().any(|(known, _)| known == path);
        for path in scripts(&folder).into_iter().filter(is_new).collect::<Vec<_>>() {
            let as_rendered = std::fs::read_to_string(&path).unwrap();
            if as_rendered.contains("-- UPDATE") {
                let rows = &databases[databases.len() - 1..];
                let failed = migrate(&bench, &zoo, &folder, rows).fails();
                assert!(failed.contains("null values"), "{failed}");
                std::fs::write(&path, as_rendered.replace("-- UPDATE", "UPDATE")).unwrap();
            }
            written.push((path.clone(), std::fs::read(&path).unwrap()));
        }
        databases.push(server.database(&format!("v{version}")));
        migrate(&bench, &zoo, &folder, &databases).succeeds();
        let rows = VERSIONS[version].rows.replace("$T", &format!("'{TENANT}'"));
        query(&as_superuser(&databases[version]), &rows);
    }
    drizzle_kit_finds_nothing_to_do(&bench, &zoo);

    std::fs::write(bench.folder("fresh.yaml"), text(VERSIONS.len() - 1)).unwrap();
    let options = ["--dir", "fresh", "--yes", "--no-install", "--no-check", "--no-git"];
    bench.fountane(&[&["new", "zoo", "--from", "fresh.yaml"], &options[..]].concat()).succeeds();
    let fresh = server.database("fresh");
    let first = bench.folder("fresh").join(SERVICE).join("migrations");
    assert_eq!(scripts(&first).len(), 1);
    migrate(&bench, &zoo, &first, std::slice::from_ref(&fresh)).succeeds();
    let expected = catalog(&fresh);
    assert!(expected.len() > 50, "{expected:#?}");
    for (version, database) in databases.iter().enumerate() {
        let found = catalog(database);
        let differ = |one: &[String], other: &[String]| -> Vec<String> {
            one.iter().filter(|line| !other.contains(line)).cloned().collect()
        };
        let (more, less) = (differ(&found, &expected), differ(&expected, &found));
        assert!(more.is_empty() && less.is_empty(), "of version {version}:\nmore: {more:#?}\nless: {less:#?}");
        if version + 1 < VERSIONS.len() {
            let pets = query(&as_superuser(database), "select call, kind, town from pets order by created_at, call");
            assert_eq!(pets, ["pet 1 cat Paris", "pet 2 cat Paris", "pet 3 cat Paris"], "of version {version}");
        }
    }

    for seed in 0..4 {
        walk::reaches_what_fresh_databases_are(&mut server, &bench.folder(&format!("walk-{seed}")), seed, 12);
    }
}

/// Edits the spec and generates; a version of other names is told of them, as only the library can yet.
fn become_version(bench: &Bench, zoo: &Utf8Path, version: usize) {
    let after = text(version);
    if version == RENAMED {
        return rename(zoo, &after);
    }
    std::fs::write(zoo.join(SPEC_FILE), after).unwrap();
    let generate = ["generate", "--dir", zoo.as_str()];
    let is_last = version + 1 == VERSIONS.len();
    if is_last {
        let refused = bench.fountane(&generate).fails();
        for lost in ["pets.born", "pets.call", "pets.kind", "pets.mother_id", "would lose data"] {
            assert!(refused.contains(lost), "{refused}");
        }
    }
    bench.fountane(&[&generate[..], if is_last { &["--allow-destructive"] } else { &[] }].concat()).succeeds();
    bench.fountane(&[&generate[..], &["--check"]].concat()).succeeds();
}

fn rename(zoo: &Utf8Path, after: &str) {
    let (_, model) = spec::load(after, SPEC_FILE).unwrap();
    let old = Lock::read(zoo).unwrap();
    let renames = Renames {
        tables: vec![("owners".to_owned(), "keepers".to_owned())],
        columns: vec![ColumnRename { table: "pets".to_owned(), from: "name".to_owned(), to: "call".to_owned() }],
        ..Renames::default()
    };
    let past = Past { standing: Standing::of(zoo, old.clone()), renames };
    let made = generation(&Library::embedded(), &model, &past).unwrap();
    assert_eq!(made.migrations.len(), 1);
    assert_eq!(made.migrations[0].losses, []);
    // Nobody edits here, so nothing is merged.
    let no_base = |_: &BlobId| Ok(None);
    let wishes = Wishes::NONE;
    let plan = FilePlan::decide(zoo, made.files, old.as_ref(), made.lock, &no_base, &wishes).unwrap();
    let before = std::fs::read(zoo.join(SPEC_FILE)).unwrap();
    let extra = Extra::text(WorkspacePath::new(SPEC_FILE).unwrap(), Some(before), after.as_bytes().to_vec());
    journal::apply(zoo, &plan, &[extra]).unwrap();
}

fn drizzle_kit_finds_nothing_to_do(bench: &Bench, zoo: &Utf8Path) {
    bench.pnpm(zoo, &["generate"], &[]).succeeds();
    tsc(bench, zoo, SERVICE);
    let before = scripts(&zoo.join(SERVICE).join("migrations"));
    let kit = |what: &str| bench.pnpm(zoo, &["--dir", SERVICE, "exec", "drizzle-kit", what], &[]).succeeds();
    let said = kit("generate");
    assert!(said.contains("nothing to migrate"), "{said}");
    let said = kit("check");
    assert!(said.contains("Everything's fine"), "{said}");
    assert_eq!(scripts(&zoo.join(SERVICE).join("migrations")), before);
}

fn tsc(bench: &Bench, zoo: &Utf8Path, folder: &str) {
    bench.pnpm(zoo, &["--dir", folder, "exec", "tsc", "-b"], &[]).succeeds();
}

fn scripts(folder: &Utf8Path) -> Vec<Utf8PathBuf> {
    let entries = folder.read_dir_utf8().unwrap().map(|entry| entry.unwrap().into_path());
    let mut scripts: Vec<Utf8PathBuf> = entries.filter(|path| path.extension() == Some("sql")).collect();
    scripts.sort();
    scripts
}

fn migrate(bench: &Bench, zoo: &Utf8Path, folder: &Utf8Path, databases: &[String]) -> Ran {
    let script = story("migrate.mjs");
    let mut args = vec![script.as_str(), zoo.as_str(), SERVICE, folder.as_str()];
    args.extend(databases.iter().map(String::as_str));
    bench.node(&args)
}
