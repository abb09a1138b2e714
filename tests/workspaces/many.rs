//! A spec of 10, 20, … 150 entities, to see how things grow.
//!
//! It is the shop among the fixtures, told once for each department of a larger house. Up to five departments share their
//! services, so that services grow with the house, but more slowly.

use fountane::spec::{self, Document, document::Relation};

const DEPARTMENTS: [&str; 15] = [
    "Harbour", "Island", "City", "Airport", "Outlet", "Online", "Trade", "Rental", "Export", "Winter", "Club",
    "Marine", "School", "Travel", "Repair",
];
const SHARE_SERVICES: usize = 5;

/// The text of it, for 1 to 15 departments of ten entities each.
pub fn spec(departments: usize) -> String {
    let shop = include_str!("../fixtures/specs/shop.yaml");
    let (shop, _) = spec::load(shop, "shop.yaml").unwrap_or_else(|problems| panic!("{}", problems.render(false)));
    spec::to_yaml(&house(&shop, departments.clamp(1, DEPARTMENTS.len())))
}

fn house(shop: &Document, departments: usize) -> Document {
    let mut house = shop.clone();
    "warehouse".clone_into(&mut house.project.name);
    house.project.title = Some("Warehouse".to_owned());
    (house.entities, house.services) = Default::default();
    for (at, department) in DEPARTMENTS.iter().take(departments).enumerate() {
        for (name, entity) in &shop.entities {
            let mut entity = entity.clone();
            entity.table = None;
            entity.relations.values_mut().for_each(|relation| stay_within(department, relation));
            house.entities.insert(format!("{department}{name}"), entity);
        }
        for (name, service) in &shop.services {
            let shared = house.services.entry(format!("{name}-{}", at / SHARE_SERVICES + 1)).or_default();
            shared.entities.extend(service.entities.iter().map(|entity| format!("{department}{entity}")));
        }
    }
    house
}

fn stay_within(department: &str, relation: &mut Relation) {
    let Relation { many_to_one, one_to_many, one_to_one, many_to_many, .. } = relation;
    for target in [many_to_one, one_to_many, one_to_one, many_to_many].into_iter().flatten() {
        target.insert_str(0, department);
    }
}
