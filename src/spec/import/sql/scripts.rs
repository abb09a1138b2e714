//! Several scripts, as migrations are: run one behind the other, they make what the tables are now.

use super::read;
use crate::spec::import::Imported;
use crate::spec::import::files::Files;
use crate::spec::problem::Problems;

/// What the name of a script says that takes another one back.
const BACK: [&str; 4] = ["down", "undo", "revert", "rollback"];

/// Reads scripts in the order of their names, numbers by their value: names with their texts. Those that take others back, such
/// as `0001_pets.down.sql`, are left out.
///
/// `name` is that of the folder, for messages and for the project.
///
/// # Errors
/// As for one script.
pub fn read_all(scripts: Vec<(String, String)>, name: &str) -> Result<Imported, Problems> {
    let mut scripts: Vec<(String, String)> =
        scripts.into_iter().filter(|(name, _)| !takes_back(name)).map(|(name, text)| (name, ended(text))).collect();
    scripts.sort_by_cached_key(|(name, _)| order(name));
    let all = Files::of(&scripts);
    let mut imported = read(&all.source, name)?;
    all.attribute(&mut imported.notes);
    Ok(imported)
}

fn takes_back(name: &str) -> bool {
    let file = name.rsplit('/').next().unwrap_or(name).to_ascii_lowercase();
    let mut words = file.split(|letter: char| !letter.is_ascii_alphanumeric());
    // Flyway's `U2__pets.sql`.
    let is_flyways = file.strip_prefix('u').is_some_and(|rest| {
        let number = rest.trim_start_matches(|letter: char| letter.is_ascii_digit() || letter == '.');
        number.len() < rest.len() && number.starts_with("__")
    });
    is_flyways || words.any(|word| BACK.contains(&word))
}

/// The last statement of a script need not be ended.
fn ended(mut text: String) -> String {
    if !text.trim_end().ends_with(';') {
        text.push_str("\n;");
    }
    text
}

/// A name in pieces that are numbers and pieces that are not.
fn order(name: &str) -> Vec<(Option<u128>, String)> {
    let mut pieces: Vec<(Option<u128>, String)> = Vec::new();
    let mut rest = name;
    while let Some(first) = rest.chars().next() {
        let is_number = first.is_ascii_digit();
        let end = rest.find(|letter: char| letter.is_ascii_digit() != is_number).unwrap_or(rest.len());
        let (piece, behind) = rest.split_at(end);
        // One that is longer than any number is compared as it stands.
        pieces.push((piece.parse().ok(), piece.to_owned()));
        rest = behind;
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spec::to_yaml;

    fn all(scripts: &[(&str, &str)]) -> Imported {
        let scripts = scripts.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect();
        read_all(scripts, "db/migrations").unwrap_or_else(|problems| panic!("{problems:?}"))
    }

    #[test]
    fn later_scripts_change_what_earlier_ones_made_and_numbers_count_by_their_value() {
        let imported = all(&[
            ("10_rename.sql", "alter table pets rename column chip to tag"),
            ("2_more.sql", "alter table pets add column chip varchar(20) not null;"),
            ("1_pets.sql", "create table pets (id uuid primary key, name varchar(80) not null)"),
        ]);
        let spec = to_yaml(&imported.document);
        assert!(spec.contains("tag:") && !spec.contains("chip:") && spec.contains("name:"), "{spec}");
    }

    #[test]
    fn what_takes_a_script_back_is_left_out() {
        let imported = all(&[
            ("1_pets.up.sql", "create table pets (id uuid primary key, name text not null);"),
            ("1_pets.down.sql", "drop table pets;"),
            ("2_owners/up.sql", "create table owners (id uuid primary key, name text not null);"),
            ("2_owners/down.sql", "drop table owners;"),
            ("U3__pets.sql", "drop table pets;"),
            ("undo-4.sql", "drop table pets;"),
        ]);
        assert_eq!(imported.document.entities.len(), 2);
        assert!(!takes_back("3_downtown.sql") && !takes_back("users.sql") && !takes_back("down/1.sql"));
    }

    #[test]
    fn a_note_names_the_script_and_the_line_in_it() {
        let imported = all(&[
            ("1.sql", "create table pets (id uuid primary key, name text not null);\n"),
            ("2.sql", "\ncreate view all_pets as select * from pets;\n"),
        ]);
        let note = imported.notes.iter().find(|note| note.what.contains("all_pets") || note.what.contains("VIEW"));
        let note = note.unwrap_or_else(|| panic!("{:?}", imported.notes));
        assert_eq!((note.file.as_deref(), note.line), (Some("2.sql"), 2), "{note:?}");
    }
}
