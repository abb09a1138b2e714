//! Roles that may do less.

use serde_json::{Value, json};

use crate::spec::Model;
use crate::spec::model::{Access, Entity};

/// Roles that may do less, with the calls that they may not make.
pub(super) fn lesser(model: &Model, entity: &Entity) -> Vec<Value> {
    let rank = |name: &str| model.roles.iter().position(|role| role.name == name).unwrap_or(0);
    let Access { read, write, delete } = &entity.access;
    let (one, many) = (&entity.names.one.pascal, &entity.names.many);
    let camel = &many.camel;
    let one_camel = &entity.names.one.camel;
    let calls = [
        (read, vec![format!("{camel}.get{one}({{ id }})"), format!("{camel}.list{}({{}})", many.pascal)]),
        (
            write,
            vec![
                format!("{camel}.create{one}({{ {one_camel}: {{}} }})"),
                format!("{camel}.update{one}({{ id, version: 1, changes: {{}}, updateMask: [] }})"),
            ],
        ),
        (delete, vec![format!("{camel}.delete{one}({{ id, version: 1 }})")]),
    ];
    let mut by_role: Vec<(usize, Vec<String>)> = Vec::new();
    for (role, calls) in calls {
        let Some(below) = rank(role).checked_sub(1) else { continue };
        match by_role.iter_mut().find(|(known, _)| *known == below) {
            Some((_, known)) => known.extend(calls),
            None => by_role.push((below, calls)),
        }
    }
    by_role
        .into_iter()
        .map(|(at, calls)| {
            let name = &model.roles[at].name;
            json!({ "role": { "name": name, "variable": format!("as{}", crate::spec::naming::Names::of(name).one.pascal) }, "calls": calls })
        })
        .collect()
}
