use super::*;
use crate::spec::edit::{Edit, edit};
use crate::spec::load;

const CLINIC: &str = include_str!("../../../../tests/fixtures/specs/clinic.yaml");

fn of(text: &str, what: Named, from: &str, to: &str) -> Result<String, EditError> {
    edit(text, &Edit::Rename { what, from: from.to_owned(), to: to.to_owned() })
}

fn member(kind: fn(String) -> Named, entity: &str) -> Named {
    kind(entity.to_owned())
}

fn field(entity: &str) -> Named {
    member(|entity| Named::Field { entity }, entity)
}

fn relation(entity: &str) -> Named {
    member(|entity| Named::Relation { entity }, entity)
}

/// What a change adds, line by line; the result must be a valid spec of as many lines.
#[track_caller]
fn new_lines(before: &str, changed: Result<String, EditError>) -> String {
    let after = changed.unwrap();
    load(&after, "fountane.yaml").unwrap();
    assert_eq!(before.lines().count(), after.lines().count());
    let pairs = before.lines().zip(after.lines()).filter(|(old, new)| old != new);
    pairs.map(|(_, new)| new.trim()).collect::<Vec<_>>().join("\n")
}

#[test]
fn an_entity_has_another_name_wherever_it_is_spoken_of() {
    insta::assert_snapshot!(new_lines(CLINIC, of(CLINIC, Named::Entity, "Visit", "Appointment")), @r"
    clinic: [Owner, Pet, Appointment, Vaccine]
    Appointment:
    mobile: { biometrics: true, push: true, offline: [Pet, Appointment] }
    realtime: { channels: { visits: { entity: Appointment, presence: true, history: 50 } } }
    billing: { meters: { visits: { entity: Appointment, on: create } }, plans: { basic: { monthly: 19.00, includes: { visits: 100 } } } }
    trigger: { entity: Appointment, on: create }
    integrations: { zapier: { events: [Appointment.created] }, connectors: [slack, google-sheets] }
    ");
    insta::assert_snapshot!(new_lines(CLINIC, of(CLINIC, Named::Entity, "Owner", "Keeper")), @r"
    clinic: [Keeper, Pet, Visit, Vaccine]
    Keeper:
    owner: { many-to-one: Keeper, inverse: pets, required: true, on-delete: restrict }
    owner: { many-to-one: Keeper, inverse: invoices, required: true }   # across services: an id, checked by a call, not a foreign key
    pii: { Keeper: [name, email, phone] }
    ");
}

#[test]
fn a_field_has_another_name_wherever_it_is_spoken_of() {
    insta::assert_snapshot!(new_lines(CLINIC, of(CLINIC, field("Owner"), "name", "fullName")), @r"
    fullName: { type: string, required: true, max: 80 }
    display: fullName                 # what stands for a row in pickers and links
    seed: [{ fullName: Ada Byron, email: ada@example.com }]
    pii: { Owner: [fullName, email, phone] }
    ");
    insta::assert_snapshot!(new_lines(CLINIC, of(CLINIC, field("Owner"), "email", "mail")), @r"
    mail: { type: email, required: true, unique: true }
    seed: [{ name: Ada Byron, mail: ada@example.com }]
    - send: { email: pet.owner.mail, template: reminder }
    pii: { Owner: [name, mail, phone] }
    ");
    insta::assert_snapshot!(new_lines(CLINIC, of(CLINIC, field("Visit"), "startsAt", "beginsAt")), @r"
    beginsAt: datetime!
    - wait: { until: beginsAt - PT24H }
    ");
    insta::assert_snapshot!(new_lines(CLINIC, of(CLINIC, field("Pet"), "name", "title")), @r#"
    title: string!
    list: { page-size: 25, sort: [title, -createdAt], filter: [species, owner], search: [title] }
    indexes: [[owner, title]]
    - { title: Rex, species: dog, owner: "@Ada Byron" }
    "#);
}

#[test]
fn a_relation_has_another_name_at_either_of_its_ends() {
    insta::assert_snapshot!(new_lines(CLINIC, of(CLINIC, relation("Pet"), "owner", "keeper")), @r#"
    keeper: { many-to-one: Owner, inverse: pets, required: true, on-delete: restrict }
    list: { page-size: 25, sort: [name, -createdAt], filter: [species, keeper], search: [name] }
    indexes: [[keeper, name]]
    - { name: Rex, species: dog, keeper: "@Ada Byron" }
    - send: { email: pet.keeper.email, template: reminder }
    "#);
    insta::assert_snapshot!(new_lines(CLINIC, of(CLINIC, relation("Owner"), "pets", "animals")), @"owner: { many-to-one: Owner, inverse: animals, required: true, on-delete: restrict }");
}

#[test]
fn an_enum_and_its_values_have_other_names() {
    insta::assert_snapshot!(new_lines(CLINIC, of(CLINIC, Named::Enum, "Species", "Kind")), @r"
    Kind: [dog, cat, bird, other]
    species: { type: Kind, required: true, default: dog }
    ");
    let of_enum = |name: &str| Named::EnumValue { name: name.to_owned() };
    insta::assert_snapshot!(new_lines(CLINIC, of(CLINIC, of_enum("Species"), "dog", "hound")), @r#"
    Species: [hound, cat, bird, other]
    species: { type: Species, required: true, default: hound }
    - { name: Rex, species: hound, owner: "@Ada Byron" }
    "#);
    insta::assert_snapshot!(new_lines(CLINIC, of(CLINIC, of_enum("VisitStatus"), "booked", "planned")), @r"
    planned: Booked
    status: { type: VisitStatus, default: planned }
    ");
}

#[test]
fn a_relation_that_only_the_other_end_tells_of_follows_the_entity_it_is_called_after() {
    let text = "\
fountane: 1
project: { name: care }
entities:
  Owner:
    fields: { name: string! }
    relations: { pets: { one-to-many: Pet } }
  Pet:
    fields: { name: string! }
    list: { filter: [owner] }
";
    insta::assert_snapshot!(new_lines(text, of(text, Named::Entity, "Owner", "Keeper")), @r"
    Keeper:
    list: { filter: [keeper] }
    ");
}

#[test]
fn quotes_stay_and_words_that_need_them_get_some() {
    let text = "\
fountane: 1
project: { name: care }
enums: { Mood: ['good', bad] }
entities:
  'Note': # ours
    fields: { mood: { type: \"Mood\", default: \"good\" } }
";
    insta::assert_snapshot!(new_lines(text, of(text, Named::Entity, "Note", "Entry")), @"'Entry': # ours");
    let value = Named::EnumValue { name: "Mood".to_owned() };
    insta::assert_snapshot!(new_lines(text, of(text, value.clone(), "good", "fine")), @r#"
    enums: { Mood: ['fine', bad] }
    fields: { mood: { type: "Mood", default: "fine" } }
    "#);
    insta::assert_snapshot!(new_lines(text, of(text, value, "bad", "no")), @r#"enums: { Mood: ['good', "no"] }"#);
}

#[test]
fn what_is_not_there_and_what_is_there_already_is_told() {
    for (what, from, to, said) in [
        (Named::Entity, "Onwer", "Keeper", "there is no entity `Onwer`; did you mean `Owner`?"),
        (Named::Entity, "Owner", "Pet", "`entities.Pet` is there already"),
        (field("Pet"), "wieght", "mass", "there is no field `wieght`; did you mean `weight`?"),
        (field("Pet"), "weight", "mother", "`entities.Pet.relations.mother` is there already"),
        (field("Per"), "weight", "mass", "there is no entity `Per`; did you mean `Pet`?"),
        (relation("Pet"), "onwer", "keeper", "there is no relation `onwer`; did you mean `owner`?"),
        (Named::Enum, "Specie", "Kind", "there is no enum `Specie`; did you mean `Species`?"),
        (
            Named::EnumValue { name: "Species".to_owned() },
            "dgo",
            "hound",
            "there is no value `dgo`; did you mean `dog`?",
        ),
        (Named::EnumValue { name: "Species".to_owned() }, "dog", "cat", "`enums.Species.cat` is there already"),
    ] {
        assert_eq!(of(CLINIC, what, from, to).unwrap_err().to_string(), said);
    }
}

#[test]
fn a_name_behind_an_alias_is_not_touched() {
    let text = "\
fountane: 1
project: { name: &name note }
enums: { Mood: [*name, bad] }
entities:
  Note: { fields: { mood: Mood } }
";
    let value = Named::EnumValue { name: "Mood".to_owned() };
    assert!(matches!(of(text, value, "note", "fine"), Err(EditError::Alias { .. })));
}
