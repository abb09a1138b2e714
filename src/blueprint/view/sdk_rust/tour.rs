//! What the example does, with values that no demo row has.

use super::{entity, enumeration, library};
use crate::blueprint::view::{dev_identity, e2e};
use crate::render::rust::description::{Changed, Count, Given, Input, Kind, Person, Tour};
use crate::render::rust::entity_names;
use crate::spec::Model;
use crate::spec::model::{Entity, Field, FieldKind};
use crate::spec::naming::column;

pub(super) fn of(model: &Model) -> Tour {
    let entity = e2e::first(model);
    let inputs = entity::inputs(model, entity);
    let person = dev_identity::people(model).swap_remove(0);
    Tour {
        library: library(model),
        entity: entity_names(&entity.names),
        given: inputs
            .iter()
            .filter(|input| input.count == Count::One)
            .map(|input| given(model, entity, input))
            .collect(),
        change: change(entity, &inputs),
        person: Person { name: person.name.to_owned(), subject: person.sub },
        client_id: format!("{}-cli", model.project.name),
    }
}

fn given(model: &Model, entity: &Entity, input: &Input) -> Given {
    if let Kind::Row(target) = &input.kind {
        return Given::FirstOf { variable: input.name.clone(), entity: target.clone() };
    }
    let field = entity.fields.iter().find(|each| column(&each.name) == input.name).expect("it is a field's input");
    let value = e2e::input(model, entity, field);
    let FieldKind::Enum { id } = field.kind else { return Given::Value(input.kind.clone(), value) };
    let at = model.enumeration(id).values.iter().position(|each| value == each.value).unwrap_or_default();
    Given::Variant { of: enumeration(model, id), at }
}

/// A free text, other than what must stay as it is.
fn change(entity: &Entity, inputs: &[Input]) -> Option<Changed> {
    let open: Vec<&Input> = inputs.iter().filter(|input| !input.immutable).collect();
    let text = |field: &&Field| e2e::changed(&field.kind).filter(|_| !field.immutable);
    let field = entity.fields.iter().find(|field| text(field).is_some())?;
    let input = open.iter().find(|input| input.name == column(&field.name))?;
    let text = text(&field)?.as_str()?.to_owned();
    Some(Changed { field: input.name.clone(), text, nullable: input.nullable, is_alone: open.len() == 1 })
}
