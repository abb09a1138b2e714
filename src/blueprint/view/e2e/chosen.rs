//! Which entities the story is about: the first few, and whatever they cannot do without, in an order in which each comes
//! after those that it refers to.

use crate::spec::Model;
use crate::spec::model::{Entity, EntityId, Relation};

const FEW: usize = 4;

pub(super) fn entities(model: &Model) -> Vec<&Entity> {
    let mut chosen = Vec::new();
    for entity in &model.entities {
        if chosen.len() >= FEW {
            break;
        }
        // What needs itself in the end cannot be made by a story that begins with nothing.
        if let Some(more) = with_needs(model, entity.id, &chosen) {
            chosen = more;
        }
    }
    if chosen.is_empty() {
        chosen.push(model.entities[0].id);
    }
    chosen.into_iter().map(|id| model.entity(id)).collect()
}

/// The relations that a new row must have.
pub(super) fn required(entity: &Entity) -> impl Iterator<Item = &Relation> {
    entity.relations.iter().filter(|relation| relation.required)
}

/// The chosen ones, then all that the entity needs, then itself; none where it needs itself.
fn with_needs(model: &Model, id: EntityId, chosen: &[EntityId]) -> Option<Vec<EntityId>> {
    enum Visit {
        Enter(EntityId),
        Leave(EntityId),
    }
    let mut chosen = chosen.to_vec();
    let mut open = Vec::new();
    let mut visits = vec![Visit::Enter(id)];
    while let Some(visit) = visits.pop() {
        match visit {
            Visit::Enter(id) if chosen.contains(&id) => {}
            Visit::Enter(id) if open.contains(&id) => return None,
            Visit::Enter(id) => {
                open.push(id);
                visits.push(Visit::Leave(id));
                visits.extend(required(model.entity(id)).map(|relation| Visit::Enter(relation.target)));
            }
            Visit::Leave(id) => {
                open.retain(|other| *other != id);
                chosen.push(id);
            }
        }
    }
    Some(chosen)
}
