//! What is added, for people.

use super::{Additions, Difference, Kind, Merge, Side, relations};
use crate::spec::field_to_yaml;

impl Merge {
    /// Puts what is added before what differs and what is left out.
    pub(super) fn tell(&mut self, here: Side<'_>) {
        let mut told = self.additions.told(here);
        told.append(&mut self.differences);
        told.sort_by_key(|difference| difference.kind);
        self.differences = told;
    }
}

impl Additions {
    fn told(&self, here: Side<'_>) -> Vec<Difference> {
        let mut told = Vec::new();
        let mut add =
            |name: String, after: String| told.push(Difference { kind: Kind::Added, name, before: None, after });
        for (name, given) in &self.enums {
            let values: Vec<&str> = given.values.keys().map(String::as_str).collect();
            add(name.clone(), format!("enum of {}", values.join(", ")));
        }
        for (name, values) in &self.values {
            values.keys().for_each(|value| add(format!("{name}.{value}"), "value".to_owned()));
        }
        for (name, service) in &self.services {
            add(name.clone(), format!("service of {}", service.entities.join(", ")));
        }
        for (name, new) in &self.entities {
            let owned = match &new.service {
                Some(service) if here.document.services.len() > 1 => format!(" in {service}"),
                _ => String::new(),
            };
            let members: Vec<&str> =
                new.entity.fields.keys().chain(new.entity.relations.keys()).map(String::as_str).collect();
            add(name.clone(), format!("entity{owned} with {}", members.join(", ")));
        }
        for (entity, members) in &self.members {
            for (name, field) in &members.fields {
                add(format!("{entity}.{name}"), field_to_yaml(field));
            }
            for (name, relation) in &members.relations {
                add(format!("{entity}.{name}"), relations::shown(relation));
            }
        }
        told
    }
}
