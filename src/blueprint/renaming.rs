//! Two models of which one is the other with other names: what that means to tables, columns, values and files.
//!
//! A rename leaves everything in its place, so that two things of the same place are one with two names.

use std::collections::{BTreeMap, BTreeSet};

use super::library::Library;
use super::migrations::{ColumnRename, Renames, ValueRename};
use super::planner::{PlanError, plan};
use super::tables::{Table, tables_of_entity};
use super::upgrade::place_anew;
use crate::render::PlannedFile;
use crate::spec::Model;
use crate::spec::model::{Entity, FieldKind};
use crate::workspace::Lock;
use crate::workspace_path::WorkspacePath;

/// What migrations must be told: tables, columns and values that have another name.
pub fn renames(before: &Model, after: &Model) -> Renames {
    let mut renames = Renames::default();
    for (old, new) in before.entities.iter().zip(&after.entities) {
        let (tables, new_tables) = (tables_of_entity(before, old), tables_of_entity(after, new));
        for (table, new_table) in tables.iter().zip(&new_tables) {
            of_table(&mut renames, table, new_table);
        }
        of_values(&mut renames, before, old, after, new);
    }
    renames
}

fn of_table(renames: &mut Renames, old: &Table, new: &Table) {
    if old.name != new.name {
        renames.tables.push((old.name.clone(), new.name.clone()));
    }
    let columns = old.columns.iter().zip(&new.columns).filter(|(old, new)| old.name != new.name);
    renames.columns.extend(columns.map(|(from, to)| ColumnRename {
        table: new.name.clone(),
        from: from.name.clone(),
        to: to.name.clone(),
    }));
}

fn of_values(renames: &mut Renames, before: &Model, old: &Entity, after: &Model, new: &Entity) {
    for (was, field) in old.fields.iter().zip(&new.fields) {
        let (FieldKind::Enum { id: was }, FieldKind::Enum { id }) = (&was.kind, &field.kind) else { continue };
        let values = before.enumeration(*was).values.iter().zip(&after.enumeration(*id).values);
        renames.values.extend(values.filter(|(old, new)| old.value != new.value).map(|(from, to)| ValueRename {
            table: new.table.clone(),
            column: field.column.clone(),
            from: from.value.clone(),
            to: to.value.clone(),
        }));
    }
}

/// Files whose path has another name in it, from the old one to the new one.
///
/// # Errors
/// No plan can be made of one of the models.
pub fn moves(
    library: &Library,
    before: &Model,
    after: &Model,
) -> Result<BTreeMap<WorkspacePath, WorkspacePath>, PlanError> {
    let (before, after) = (plan(library, before)?, plan(library, after)?);
    let mut moves = BTreeMap::new();
    for (source, old) in by_source(&before.files) {
        let new: Vec<&PlannedFile> = after.files.iter().filter(|file| source_of(file) == source).collect();
        // Of what is no longer made as often, nobody knows which is which.
        if old.len() == new.len() {
            let pairs = old.iter().zip(new).filter(|(old, new)| old.path != new.path);
            moves.extend(pairs.map(|(old, new)| (old.path.clone(), new.path.clone())));
        }
    }
    Ok(moves)
}

type SourceOf<'f> = (&'f str, &'f str);

fn source_of(file: &PlannedFile) -> SourceOf<'_> {
    (&file.template, &file.source_file)
}

fn by_source(files: &[PlannedFile]) -> BTreeMap<SourceOf<'_>, Vec<&PlannedFile>> {
    let mut found: BTreeMap<SourceOf<'_>, Vec<&PlannedFile>> = BTreeMap::new();
    for file in files {
        found.entry(source_of(file)).or_default().push(file);
    }
    found
}

/// The lock with every file under its new path, and the files that move.
pub fn move_files(lock: &Lock, moves: &BTreeMap<WorkspacePath, WorkspacePath>) -> (Lock, BTreeSet<WorkspacePath>) {
    place_anew(lock, |path, _| moves.get(path).unwrap_or(path).clone())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spec;

    const CARE: &str = "\
fountane: 1
project: { name: care }
blueprint: minimal@^1
enums: { Kind: [cat, dog] }
entities:
  Pet:
    fields: { name: string!, kind: Kind, photo: file }
    relations: { owner: { many-to-one: Owner }, toys: { many-to-many: Toy } }
  Owner: { table: people, fields: { name: string! } }
  Toy: { fields: { name: string! } }
";

    fn model(text: &str) -> Model {
        spec::load(text, "fountane.yaml").unwrap().1
    }

    fn told(renames: &Renames) -> Vec<String> {
        let tables = renames.tables.iter().map(|(from, to)| format!("{from} > {to}"));
        let columns = renames.columns.iter().map(|it| format!("{}.{} > {}", it.table, it.from, it.to));
        let values = renames.values.iter().map(|it| format!("{}.{}: {} > {}", it.table, it.column, it.from, it.to));
        tables.chain(columns).chain(values).collect()
    }

    #[test]
    fn an_entity_takes_its_links_and_a_file_its_content_along() {
        let after = |from: &str, to: &str| told(&renames(&model(CARE), &model(&CARE.replace(from, to))));
        assert_eq!(
            after("Pet:", "Animal:"),
            ["pets > animals", "pet_toys > animal_toys", "animal_toys.pet_id > animal_id"]
        );
        assert_eq!(after("Owner", "Keeper"), [""; 0], "its table has a name of its own");
        assert_eq!(after("photo", "image"), ["pets.photo > image", "pets.photo_content > image_content"]);
        assert_eq!(after("toys:", "things:").len(), 1);
        assert_eq!(after("owner:", "keeper:"), ["pets.owner_id > keeper_id"]);
        assert_eq!(after("dog", "hound"), ["pets.kind: dog > hound"]);
        assert_eq!(after("Kind", "Sort"), [""; 0]);
    }

    #[test]
    fn files_move_where_the_name_is_in_their_path() {
        let moves = moves(&Library::embedded(), &model(CARE), &model(&CARE.replace("Pet:", "Animal:"))).unwrap();
        let to = |from: &str| moves.get(&WorkspacePath::new(from).unwrap()).map(WorkspacePath::as_str);
        assert_eq!(
            to("apps/services/core/src/pets/pets.table.ts"),
            Some("apps/services/core/src/animals/animals.table.ts")
        );
        assert!(moves.keys().all(|path| path.as_str().contains("pet")), "{moves:?}");
    }
}
