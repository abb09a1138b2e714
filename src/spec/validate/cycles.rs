//! Rows that need each other before either is there.

use crate::spec::{
    Document, Model,
    model::{EntityId, RelationKind},
    problem::{Path, Problem},
};

/// Refuses required relations that lead back to where they began: no first row could ever be written.
pub(super) fn check(document: &Document, model: &Model, problems: &mut Vec<Problem>) {
    let mut told: Vec<Vec<usize>> = Vec::new();
    for entity in &model.entities {
        let Some(cycle) = cycle_from(model, entity.id) else { continue };
        let mut members: Vec<usize> = cycle.iter().map(|(id, _)| id.0).collect();
        members.sort_unstable();
        if told.contains(&members) {
            continue;
        }
        told.push(members);
        problems.push(problem(document, &cycle));
    }
}

fn problem(document: &Document, cycle: &[(EntityId, String)]) -> Problem {
    let name = |id: EntityId| document.entities.get_index(id.0).map_or("", |(name, _)| name);
    let (first, relation) = (name(cycle[0].0), cycle[0].1.as_str());
    let path = Path::of(&["entities", first, "relations", relation]);
    if cycle.len() == 1 {
        let message = format!("each `{first}` needs another one as its `{relation}`, so there can be no first");
        return Problem::of_key(path, message).mend("leave `required` out");
    }
    let mut way: Vec<String> = cycle.iter().map(|(id, relation)| format!("{}.{relation}", name(*id))).collect();
    way.push(first.to_owned());
    let message = format!("these need each other, so there can be no first row: {}", way.join(" → "));
    Problem::of_key(path, message).mend("leave `required` out of one of them")
}

/// The way back to an entity along required relations, if there is one: breadth first, so that it is a shortest.
fn cycle_from(model: &Model, start: EntityId) -> Option<Vec<(EntityId, String)>> {
    let mut reached_by: Vec<Option<(EntityId, String)>> = vec![None; model.entities.len()];
    let mut queue = std::collections::VecDeque::from([start]);
    while let Some(id) = queue.pop_front() {
        for relation in &model.entity(id).relations {
            if !relation.required || matches!(relation.kind, RelationKind::ManyToMany { .. }) {
                continue;
            }
            if relation.target == start {
                let mut way = vec![(id, relation.name.clone())];
                let mut at = id;
                while at != start {
                    let (from, name) = reached_by[at.0].clone()?;
                    at = from;
                    way.push((from, name));
                }
                way.reverse();
                return Some(way);
            }
            if reached_by[relation.target.0].is_none() {
                reached_by[relation.target.0] = Some((id, relation.name.clone()));
                queue.push_back(relation.target);
            }
        }
    }
    None
}
