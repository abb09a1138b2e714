//! Relations as the model has them: keys, tables of links, and what a deletion does.

use super::{ends::End, entities::database_name};
use crate::spec::{
    Document,
    document::RelationType,
    model::{Entity, Inverse, OnDelete, Relation, RelationKind},
    naming,
    problem::Problem,
};

/// Gives entities the relations that they hold, and the other ends of those that point to them.
pub(super) fn attach(entities: &mut [Entity], document: &Document, ends: &[End], problems: &mut Vec<Problem>) {
    for end in ends {
        let across_services = entities[end.source.0].service != entities[end.target.0].service;
        check(end, across_services, document, problems);
        let relation = Relation {
            name: end.name.clone(),
            label: label(end, end.flipped, &end.name),
            description: end.given.description.clone().unwrap_or_default(),
            target: end.target,
            kind: kind(end, entities),
            required: end.given.required && end.kind != RelationType::ManyToMany,
            on_delete: end.given.on_delete.unwrap_or(OnDelete::Restrict),
            inverse: end.inverse.clone(),
            across_services,
        };
        let inverse = Inverse {
            name: end.inverse.clone(),
            label: label(end, !end.flipped, &end.inverse),
            source: end.source,
            relation: end.name.clone(),
            many: end.kind != RelationType::OneToOne,
        };
        entities[end.source.0].relations.push(relation);
        entities[end.target.0].inverses.push(inverse);
    }
}

/// The label given belongs to the end that is declared.
fn label(end: &End, from_name: bool, name: &str) -> String {
    end.given.label.clone().filter(|_| !from_name).unwrap_or_else(|| naming::label(name))
}

fn kind(end: &End, entities: &[Entity]) -> RelationKind {
    let column = || end.given.column.clone().unwrap_or_else(|| naming::identifier(&[&naming::column(&end.name), "id"]));
    match end.kind {
        RelationType::OneToOne => RelationKind::OneToOne { column: column() },
        RelationType::ManyToMany => {
            let (from, to) = (&entities[end.source.0].names.one.snake, &entities[end.target.0].names.one.snake);
            let to = if from == to { naming::column(&naming::singular(&end.name)) } else { to.clone() };
            let to = if *from == to { format!("other_{to}") } else { to };
            RelationKind::ManyToMany {
                table: end
                    .given
                    .column
                    .clone()
                    .unwrap_or_else(|| naming::identifier(&[from, &naming::column(&end.name)])),
                from_column: naming::identifier(&[from, "id"]),
                to_column: naming::identifier(&[to.as_str(), "id"]),
            }
        }
        RelationType::ManyToOne | RelationType::OneToMany => RelationKind::ManyToOne { column: column() },
    }
}

fn check(end: &End, across_services: bool, document: &Document, problems: &mut Vec<Problem>) {
    let given = &end.given;
    if let Some(column) = &given.column {
        problems.extend(database_name(end.path.key("column"), column, "column"));
    }
    let many = end.kind == RelationType::ManyToMany;
    if many && given.required {
        problems.push(
            Problem::of_key(end.path.key("required"), "a `many-to-many` cannot be required: it may always be empty")
                .mend("leave `required` out, or say it in a rule"),
        );
    }
    if many && across_services {
        let (source, target) = (name(document, end.source.0), name(document, end.target.0));
        problems.push(
            Problem::of_key(
                end.path.clone(),
                format!("`{source}` and `{target}` belong to different services and cannot share a table of links"),
            )
            .mend("let one service own both, or make an entity of the link with a `many-to-one` to each"),
        );
    }
    match given.on_delete {
        Some(OnDelete::SetNull) if many => problems.push(
            Problem::new(end.path.key("on-delete"), "a link of a `many-to-many` cannot stay without one of its ends")
                .mend("write `cascade` to let the link go, or `restrict`"),
        ),
        Some(OnDelete::SetNull) if given.required => problems.push(
            Problem::new(end.path.key("on-delete"), "`set-null` would leave a required relation empty")
                .mend("write `restrict` or `cascade`, or leave `required` out"),
        ),
        Some(OnDelete::Cascade | OnDelete::SetNull) if across_services => problems.push(
            Problem::new(
                end.path.key("on-delete"),
                "the database cannot do this across services: there is no foreign key",
            )
            .mend("leave `on-delete` out, and react to the deletion in a workflow"),
        ),
        _ => {}
    }
}

fn name(document: &Document, at: usize) -> &str {
    document.entities.get_index(at).map_or("", |(name, _)| name)
}
