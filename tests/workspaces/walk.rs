//! A spec that changes at random, step by step: after each the database is what a fresh one of that spec is, and rows are
//! there as before.

use std::collections::BTreeSet;

use camino::Utf8Path;
use fastrand::Rng;
use fountane::blueprint::migrations::{ColumnRename, Past, Renames, follow, planned};
use fountane::blueprint::{Library, plan};
use fountane::render::Plan;
use fountane::spec;
use fountane::workspace::Standing;

use super::server::{Server, as_superuser, attempt, catalog, query};

const FOLDER: &str = "apps/services/core/migrations";
const ENTITIES: [&str; 3] = ["Ant", "Bee", "Cow"];
const FIELDS: [&str; 5] = ["one", "two", "three", "four", "five"];

/// Specs with nothing but migrations beside them; `seed` decides what becomes of them.
pub fn reaches_what_fresh_databases_are(server: &mut Server, folder: &Utf8Path, seed: u64, steps: usize) {
    let mut rng = Rng::with_seed(seed);
    let first = Spec::random(&mut rng);
    begin(folder, &first.plan());
    let database = server.database(&format!("walk_{seed}"));
    run(&database, &folder.join(FOLDER).join("0000_init.sql")).unwrap();
    let mut before = first;
    for step in 0..steps {
        let mut after = before.changed(&mut rng);
        let renames = if rng.u8(..) < 64 { after.rename(&before, &mut rng) } else { Renames::default() };
        let plan = after.plan();
        let past = Past { standing: Standing::of(folder, None), renames };
        let mut files = Vec::new();
        let migration = follow(&planned(&plan)[0], &past, &mut files).unwrap();
        for file in &files {
            std::fs::write(file.path.below(folder), &file.bytes).unwrap();
        }
        let told =
            format!("seed {seed}, step {step}: from\n{}\nto\n{}\nby {migration:#?}", before.text(), after.text());
        if let Some(migration) = &migration {
            println!("{}", migration.path);
            fill(&database);
            let before = counts(&database);
            let script = migration.path.below(folder);
            match run(&database, &script) {
                Ok(_) => {
                    let after = counts(&database);
                    let table = |line: &str| line.split(' ').next().unwrap().to_owned();
                    let stays = |line: &&String| after.iter().any(|other| table(other) == table(line));
                    let lost: Vec<&String> = before.iter().filter(stays).filter(|line| !after.contains(line)).collect();
                    assert!(lost.is_empty(), "{lost:?}\n{told}");
                }
                Err(refused) => {
                    assert!(!migration.hurdles.is_empty(), "{refused}\n{told}");
                    query(&as_superuser(&database), EMPTY);
                    run(&database, &script).unwrap_or_else(|refused| panic!("{refused}\n{told}"));
                }
            }
        }
        let fresh = server.database(&format!("fresh_{seed}_{step}"));
        query(&fresh, &fact(&plan, "sql"));
        let (found, expected) = (catalog(&database), catalog(&fresh));
        let unguarded = |lines: Vec<String>| -> BTreeSet<String> {
            // Whether the owner is held is no matter of a script that makes tables.
            lines.into_iter().filter(|line| !line.starts_with("guard")).collect()
        };
        assert_eq!(unguarded(found), unguarded(expected), "{told}");
        before = after;
    }
}

/// The first migration.
fn begin(folder: &Utf8Path, plan: &Plan) {
    let migrations = folder.join(FOLDER);
    std::fs::create_dir_all(migrations.join("meta")).unwrap();
    for (file, fact_of) in
        [("0000_init.sql", "sql"), ("meta/0000_snapshot.json", "snapshot"), ("meta/_journal.json", "journal")]
    {
        std::fs::write(migrations.join(file), fact(plan, fact_of)).unwrap();
    }
}

/// What the view of the migrations has.
fn fact(plan: &Plan, name: &str) -> String {
    let journal = format!("{FOLDER}/meta/_journal.json");
    let file = plan.files.iter().find(|file| file.path.as_str() == journal).unwrap();
    let fact = &file.context.data()["view"][name];
    fact.as_str().map_or_else(|| fact.to_string(), str::to_owned)
}

/// As the role that owns the tables, in one transaction, as the migrator does it.
fn run(database: &str, script: &Utf8Path) -> Result<Vec<String>, String> {
    attempt(database, &format!("begin;{};commit", std::fs::read_to_string(script).unwrap()))
}

/// A row for each table of an entity; and policies hold the owner, as a service leaves it.
fn fill(database: &str) {
    query(&as_superuser(database), EMPTY);
    query(&as_superuser(database), ROWS);
}

/// Tables of entities, with how many rows they have.
fn counts(database: &str) -> Vec<String> {
    let tables = "select relname from pg_class c join pg_attribute a on attrelid = c.oid and attname = 'id'
        where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1";
    let tables = query(database, tables);
    let count = |table: &String| query(&as_superuser(database), &format!("select '{table}', count(*) from {table}"));
    tables.iter().flat_map(count).collect()
}

const EMPTY: &str = "do $$ declare t record; begin
  for t in select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace loop
    execute format('truncate %I cascade', t.relname);
    execute format('alter table %I force row level security', t.relname);
  end loop;
end $$";

/// A value for each column that has no default and is no key.
const ROWS: &str = r"do $$ declare t record; names text; vals text; begin
  for t in select c.oid, relname from pg_class c join pg_attribute a on attrelid = c.oid and attname = 'id'
    where relkind = 'r' and relnamespace = 'public'::regnamespace
  loop
    select string_agg(',' || quote_ident(attname), ''), string_agg(',' || quote_literal(case
        when kind like 'numeric%' or kind in ('integer', 'bigint', 'double precision') then '5'
        when kind = 'boolean' then 'true'
        when kind = 'date' then '2026-01-02'
        when kind like 'timestamp%' then '2026-01-02 03:04:05.678Z'
        when kind like 'time%' then '03:04'
        when kind = 'interval' then '1 hour'
        when kind = 'jsonb' then '{}'
        when kind = 'bytea' then '\x0102'
        when kind = 'uuid' then '7d2f8a52-0c1e-4f60-9d6f-000000000001'
        else 'cat' end) || '::' || kind, '')
      into names, vals
      from (select attname, format_type(atttypid, atttypmod) as kind from pg_attribute
        where attrelid = t.oid and attnum > 0 and not attisdropped and not atthasdef and attname <> 'deleted_at'
          and (attnotnull or attname !~ '_id$')) columns;
    execute format('insert into %I (tenant_id%s) values (gen_random_uuid()%s)', t.relname, names, vals);
  end loop;
end $$";

#[derive(Clone)]
struct Spec {
    kinds: Vec<&'static str>,
    entities: Vec<Entity>,
}

#[derive(Clone)]
struct Entity {
    name: &'static str,
    soft: bool,
    audit: bool,
    fields: Vec<(String, String)>,
    relations: Vec<(String, String)>,
}

impl Spec {
    fn random(rng: &mut Rng) -> Self {
        let mut kinds = vec!["cat"];
        kinds.extend(["dog", "owl", "gnu"].into_iter().filter(|_| rng.bool()));
        let names: Vec<&str> = ENTITIES.into_iter().filter(|name| *name == "Ant" || rng.u8(..) < 180).collect();
        let entities = names.iter().map(|name| Entity::random(name, &names, rng)).collect();
        Self { kinds, entities }
    }

    /// The same with some of it made anew.
    fn changed(&self, rng: &mut Rng) -> Self {
        let other = Self::random(rng);
        let names: Vec<&str> = other.entities.iter().map(|entity| entity.name).collect();
        let kinds = if rng.bool() { other.kinds } else { self.kinds.clone() };
        let entities = other.entities.into_iter().map(|new| {
            let Some(old) = self.entities.iter().find(|old| old.name == new.name) else { return new };
            let mut entity = if rng.u8(..) < 40 { new.clone() } else { old.clone() };
            for (name, field) in &new.fields {
                match entity.fields.iter_mut().find(|(known, _)| known == name) {
                    Some(known) if rng.u8(..) < 60 => known.1.clone_from(field),
                    Some(_) => {}
                    None if rng.u8(..) < 100 => entity.fields.push((name.clone(), field.clone())),
                    None => {}
                }
            }
            entity.fields.retain(|(name, _)| name == "name" || rng.u8(..) < 230);
            if rng.u8(..) < 100 {
                entity.relations = new.relations;
            }
            entity.relations.retain(|(_, relation)| names.iter().any(|name| relation.contains(name)));
            entity
        });
        Self { kinds, entities: entities.collect() }
    }

    /// Gives a field that was there another name.
    fn rename(&mut self, before: &Self, rng: &mut Rng) -> Renames {
        let mut renames = Renames::default();
        for entity in &mut self.entities {
            let Some(old) = before.entities.iter().find(|old| old.name == entity.name) else { continue };
            let at = rng.usize(..entity.fields.len());
            let (name, _) = &mut entity.fields[at];
            if name == "name" || !old.fields.iter().any(|(known, _)| known == name) {
                continue;
            }
            let to = format!("now{}", rng.u32(..));
            let table = format!("{}s", entity.name.to_lowercase());
            renames.columns.push(ColumnRename { table, from: name.clone(), to: to.clone() });
            *name = to;
        }
        renames
    }

    fn text(&self) -> String {
        let kinds = self.kinds.iter().map(|kind| format!("'{kind}'")).collect::<Vec<_>>().join(", ");
        let mut text = format!(
            "fountane: 1\nproject: {{ name: zoo }}\nblueprint: minimal@^1\nenums: {{ Kind: [{kinds}] }}\nentities:\n"
        );
        for Entity { name, soft, audit, fields, relations } in &self.entities {
            text.push_str(&format!("  {name}:\n    soft-delete: {soft}\n    audit: {audit}\n    fields:\n"));
            text.extend(fields.iter().map(|(name, field)| format!("      {name}: {field}\n")));
            if !relations.is_empty() {
                text.push_str("    relations:\n");
                text.extend(relations.iter().map(|(name, relation)| format!("      {name}: {relation}\n")));
            }
        }
        text
    }

    fn plan(&self) -> Plan {
        let text = self.text();
        let (_, model) = spec::load(&text, "fountane.yaml").unwrap_or_else(|problems| panic!("{text}\n{problems:#?}"));
        plan(&Library::embedded(), &model).unwrap()
    }
}

impl Entity {
    fn random(name: &'static str, all: &[&str], rng: &mut Rng) -> Self {
        let mut fields = vec![("name".to_owned(), field(rng))];
        let more: Vec<&str> = FIELDS.into_iter().filter(|_| rng.bool()).collect();
        fields.extend(more.into_iter().map(|field_name| (field_name.to_owned(), field(rng))));
        let mut relations = Vec::new();
        for (at, relation) in ["left", "right"].into_iter().enumerate() {
            if rng.bool() {
                continue;
            }
            let target = all[rng.usize(..all.len())];
            let inverse = format!("{}{at}", name.to_lowercase());
            let kind = if target == name {
                "many-to-one"
            } else {
                ["many-to-one", "one-to-one", "many-to-many"][rng.usize(..3)]
            };
            let inverse = if kind == "one-to-one" { inverse } else { format!("{inverse}s") };
            let second = if kind == "many-to-many" { "cascade" } else { "set-null" };
            let rule = ["restrict", second][rng.usize(..2)];
            relations
                .push((relation.to_owned(), format!("{{ {kind}: {target}, inverse: {inverse}, on-delete: {rule} }}")));
        }
        Self { name, soft: rng.u8(..) < 60, audit: rng.u8(..) < 60, fields, relations }
    }
}

fn field(rng: &mut Rng) -> String {
    let required = rng.bool();
    let unique = rng.u8(..) < 50;
    let of = |kind: &str| format!("{{ type: {kind}, required: {required} }}");
    match rng.u8(..16) {
        0 | 1 => format!("{{ type: string, max: {}, required: {required}, unique: {unique} }}", rng.u16(1..600)),
        2 => format!("{{ type: string, default: \"it's {}\" }}", rng.u8(..3)),
        3 => format!("{{ type: int, min: {}, required: {required} }}", rng.u8(..3)),
        4 => format!("{{ type: int, default: {}, max: 9 }}", rng.u8(..9)),
        5 => format!("{{ type: long, max: {}, unique: {unique} }}", rng.u8(10..20)),
        6 => format!("{{ type: decimal, precision: {}, scale: {}, required: {required} }}", rng.u8(6..18), rng.u8(..4)),
        7 => "{ type: Kind, default: cat }".to_owned(),
        8 => of("Kind"),
        9 => of("boolean"),
        10 => of("date"),
        11 => of("datetime"),
        12 => of("text"),
        13 => of(["json", "bytes", "uuid", "time", "duration", "float"][rng.usize(..6)]),
        14 => of("file"),
        _ => of("email"),
    }
}
