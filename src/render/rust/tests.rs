//! One entity with something of everything, as it is written.

use super::description::{Conditions, Count, Crate, Entity, EntityNames, Enum, EnumValue, Filter, Input, Kind, Output};
use super::{entity, entity_names, enums, messages};
use crate::spec::naming::Names;

fn visits() -> Entity {
    Entity {
        names: names("Visit"),
        a_row: "a visit".to_owned(),
        description: "When a pet comes.".to_owned(),
        rpc_service: "petclinic.clinic.v1.VisitsService".to_owned(),
        rpc_one: "Visit".to_owned(),
        rpc_many: "Visits".to_owned(),
        soft_delete: true,
        audit: true,
        outputs: vec![
            output("type", 10, Count::One, Kind::Text),
            output("starts_at", 11, Count::One, Kind::Moment),
            output("day", 12, Count::Optional, Kind::Date),
            output("state", 13, Count::One, Kind::Enum("VisitState".to_owned())),
            output("scan", 14, Count::Optional, Kind::File),
            output("pet", 15, Count::One, Kind::Row(names("Pet"))),
            output("next", 16, Count::Optional, Kind::Row(names("Visit"))),
        ],
        inputs: vec![
            input("type", 1, Count::One, Kind::Text),
            Input { immutable: true, ..input("starts_at", 2, Count::One, Kind::Moment) },
            Input { nullable: true, ..input("day", 3, Count::Optional, Kind::Date) },
            input("state", 4, Count::Optional, Kind::Enum("VisitState".to_owned())),
            Input { nullable: true, ..input("scan", 5, Count::Optional, Kind::File) },
            input("pet_id", 6, Count::One, Kind::Row(names("Pet"))),
            input("vet_ids", 7, Count::Many, Kind::Row(names("Vet"))),
        ],
        filters: vec![
            Filter { name: "type".to_owned(), number: 1, conditions: Conditions::Text },
            Filter { name: "day".to_owned(), number: 2, conditions: Conditions::Range(Kind::Date) },
            Filter { name: "pet_id".to_owned(), number: 3, conditions: Conditions::Choice(Kind::Row(names("Pet"))) },
        ],
        sorts: vec!["startsAt".to_owned(), "createdAt".to_owned()],
        files: vec!["scan".to_owned()],
    }
}

fn names(name: &str) -> EntityNames {
    entity_names(&Names::of(name))
}

fn output(name: &str, number: u32, count: Count, kind: Kind) -> Output {
    let contract_name = name.to_owned();
    Output { name: name.to_owned(), contract_name, number, count, kind, doc: format!("What `{name}` says.") }
}

fn input(name: &str, number: u32, count: Count, kind: Kind) -> Input {
    let doc = format!("What `{name}` says.");
    Input { name: name.to_owned(), number, count, nullable: false, immutable: false, kind, doc }
}

#[test]
fn an_entity_has_a_module_that_programs_use() {
    insta::assert_snapshot!(entity(&visits()));
}

#[test]
fn an_entity_has_a_module_of_messages() {
    insta::assert_snapshot!(messages(&visits()));
}

#[test]
fn an_enum_has_room_for_what_is_not_known_yet() {
    let value = |value: &str, constant: &str| EnumValue {
        value: value.to_owned(),
        constant: constant.to_owned(),
        label: format!("Of `{value}`."),
    };
    let values = vec![value("no-show", "NO_SHOW"), value("unknown", "UNKNOWN")];
    let described = Enum { name: "VisitState".to_owned(), description: "How it went.".to_owned(), values };
    let all = Crate { services: Vec::new(), entities: Vec::new(), enums: vec![described] };
    insta::assert_snapshot!(enums(&all));
}
