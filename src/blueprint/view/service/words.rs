//! Words for demo rows, by what a field is called.

use crate::spec::model::{Entity, Field};

/// The `n`th text of a field of one line; each comes but once.
pub(super) fn text(entity: &Entity, field: &Field, n: usize) -> Option<String> {
    let name = field.name.to_lowercase();
    let person = is_person(&entity.names.one.snake);
    let words: &[&str] = match name.as_str() {
        "firstname" | "givenname" => FIRST_NAMES,
        "lastname" | "familyname" | "surname" => LAST_NAMES,
        "name" | "fullname" | "displayname" if person => return Some(full_name(n)),
        "contact" | "author" | "manager" | "contactname" => return Some(full_name(n)),
        "city" | "town" => CITIES,
        "country" => COUNTRIES,
        "street" | "address" | "streetaddress" => STREETS,
        "company" | "companyname" | "organisation" | "organization" => COMPANIES,
        "colour" | "color" => COLOURS,
        "number" | "code" | "reference" | "no" => return Some(numbered(&entity.names.one.shouty, n)),
        "text" | "summary" | "subject" | "description" | "note" | "notes" => SENTENCES,
        "name" | "title" | "label" => return Some(format!("{} {}", entity.names.one.title, n + 1)),
        _ => return None,
    };
    let word = words[n % words.len()];
    Some(if n < words.len() && !field.unique { word.to_owned() } else { format!("{word} {}", n + 1) })
}

/// A number as papers have it: the 3rd invoice is `INV-1003`.
fn numbered(entity: &str, n: usize) -> String {
    let letters: String = entity.chars().filter(char::is_ascii_alphabetic).take(3).collect();
    format!("{letters}-{}", 1_001 + n)
}

/// The `n`th of some sentences, for longer texts.
pub(super) fn sentence(n: usize) -> String {
    let sentence = SENTENCES[n % SENTENCES.len()];
    if n < SENTENCES.len() { format!("{sentence}.") } else { format!("{sentence} ({}).", n + 1) }
}

fn is_person(entity: &str) -> bool {
    const PEOPLE: &[&str] = &[
        "author", "buyer", "client", "contact", "customer", "doctor", "driver", "employee", "guest", "member", "owner",
        "patient", "person", "student", "teacher", "user", "worker",
    ];
    entity.rsplit('_').next().is_some_and(|last| PEOPLE.contains(&last))
}

/// An address that goes with a name: `Ada Byron` writes from `ada.byron@example.com`.
pub(super) fn email(entity: &Entity, n: usize) -> Option<String> {
    let local = full_name(n).to_lowercase().replace(' ', ".");
    is_person(&entity.names.one.snake).then(|| format!("{local}@example.com"))
}

/// First and last names go round at different paces, so that many people have names of their own.
fn full_name(n: usize) -> String {
    let round = n / (FIRST_NAMES.len() * LAST_NAMES.len());
    let last = LAST_NAMES[(n + n / FIRST_NAMES.len()) % LAST_NAMES.len()];
    let name = format!("{} {last}", FIRST_NAMES[n % FIRST_NAMES.len()]);
    if round == 0 { name } else { format!("{name} {}", round + 1) }
}

const FIRST_NAMES: &[&str] =
    &["Ada", "Grace", "Alan", "Edith", "Omar", "Mei", "Jonas", "Priya", "Lena", "Samuel", "Ines", "Tariq"];
const LAST_NAMES: &[&str] =
    &["Byron", "Hopper", "Kay", "Clarke", "Haddad", "Lin", "Berg", "Nair", "Vogel", "Okoye", "Duarte", "Aziz"];
const CITIES: &[&str] = &["Berlin", "Lisbon", "Oslo", "Vienna", "Lyon", "Ghent", "Turin", "Cork"];
const COUNTRIES: &[&str] = &["Germany", "Portugal", "Norway", "Austria", "France", "Belgium", "Italy", "Ireland"];
const STREETS: &[&str] =
    &["12 Harbour Street", "7 Mill Lane", "3 Station Road", "48 Park Avenue", "21 Church Street", "9 Garden Row"];
const COMPANIES: &[&str] = &["Northwind", "Fairlight", "Oakhurst", "Blue Anchor", "Meridian", "Larkspur"];
const SENTENCES: &[&str] = &[
    "As agreed on the phone",
    "Prefers to be called in the morning",
    "Checked twice and found in order",
    "Waits for a reply",
    "Was moved to next week",
    "Needs a second look",
    "Done ahead of time",
    "Keep an eye on this",
];
const COLOURS: &[&str] = &["blue", "green", "red", "grey", "yellow", "white"];

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn many_people_have_names_of_their_own() {
        let names: HashSet<String> = (0..400).map(full_name).collect();
        assert_eq!(names.len(), 400);
        assert_eq!(full_name(0), "Ada Byron");
    }

    #[test]
    fn papers_are_numbered_and_sentences_end() {
        assert_eq!(numbered("INVOICE_LINE", 2), "INV-1003");
        assert_eq!(sentence(0), "As agreed on the phone.");
        assert_eq!(sentence(8), "As agreed on the phone (9).");
    }
}
