//! What stands for a row, how lists behave, demo rows: what names fields and relations.

use super::entity_path;
use crate::spec::{
    Document, document,
    model::{Display, Entity, Field, FieldKind, ListOptions, RelationKind, SortKey},
    naming,
    problem::{Path, Problem},
    shape::{did_you_mean, listed},
};

/// Completes entities whose fields and relations are known.
pub(super) fn attach(entities: &mut [Entity], document: &Document, problems: &mut Vec<Problem>) {
    for entity in entities.iter_mut() {
        let Some((name, given)) = document.entities.get_index(entity.id.0) else { continue };
        let path = entity_path(name);
        entity.display = display(entity, given, &path, problems);
        entity.list = list(entity, given.list.as_ref(), &path.key("list"), problems);
        check_indexes(entity, given, &path, problems);
    }
}

/// Names that stand for a row where nothing is said, the best first.
const DISPLAY_NAMES: &[&str] =
    &["name", "title", "label", "fullName", "displayName", "subject", "code", "number", "key", "slug"];

/// Last words of names whose values many rows share.
const SHARED: &[&str] = &[
    "category", "color", "colour", "country", "currency", "kind", "language", "locale", "state", "status", "type",
    "unit",
];

fn says_little(name: &str) -> bool {
    let column = naming::column(name);
    SHARED.contains(&column.rsplit('_').next().unwrap_or_default())
}

fn display(entity: &Entity, given: &document::Entity, path: &Path, problems: &mut Vec<Problem>) -> Display {
    if let Some(name) = &given.display {
        let path = path.key("display");
        match entity.fields.iter().find(|field| field.name == *name) {
            Some(field) if is_short_text(field) => {}
            Some(_) => problems.push(
                Problem::new(path, format!("`{name}` is no text of one line and cannot stand for a row"))
                    .mend("name a field of type `string`, `email` or `url`"),
            ),
            None if given.fields.contains_key(name) => {}
            None => problems.push(unknown_member(
                path,
                name,
                "field",
                entity.fields.iter().map(|field| field.name.as_str()),
            )),
        }
        return Display::Field { name: name.clone() };
    }
    let fitting = || entity.fields.iter().filter(|field| field.required && is_short_text(field));
    let by_name = DISPLAY_NAMES.iter().find_map(|name| fitting().find(|field| field.name == *name));
    let unique = || fitting().find(|field| field.unique);
    let telling = || fitting().find(|field| !says_little(&field.name));
    match by_name.or_else(unique).or_else(telling) {
        Some(field) => Display::Field { name: field.name.clone() },
        None => Display::Id,
    }
}

fn list(
    entity: &Entity,
    given: Option<&document::ListOptions>,
    path: &Path,
    problems: &mut Vec<Problem>,
) -> ListOptions {
    let given = given.cloned().unwrap_or_default();
    let page_size = given.page_size.unwrap_or(25);
    if !(1..=200).contains(&page_size) {
        problems
            .push(Problem::new(path.key("page-size"), "a page has 1 to 200 rows").mend("write a number from 1 to 200"));
    }
    let sort = match &given.sort {
        Some(keys) => sort(entity, keys, &path.key("sort"), problems),
        None => default_sort(entity),
    };
    let sorted_by = |name: &str| sort.iter().any(|key| key.field == name);
    let displayed = |name: &str| entity.display == Display::Field { name: name.to_owned() };
    let sortable = entity.fields.iter().filter(|field| match field.kind {
        // A text that is mostly empty sorts poorly, and each sortable column costs an index.
        FieldKind::String { .. } | FieldKind::Email => {
            field.required || sorted_by(&field.name) || displayed(&field.name)
        }
        FieldKind::Url => sorted_by(&field.name),
        _ => is_ordered(field),
    });
    let mut sortable: Vec<String> = sortable.map(|field| field.name.clone()).collect();
    sortable.push("createdAt".to_owned());
    if sorted_by("updatedAt") {
        sortable.push("updatedAt".to_owned());
    }
    let filter = given.filter.clone().unwrap_or_else(|| default_filter(entity));
    check_filter(entity, given.filter.as_deref().unwrap_or_default(), &path.key("filter"), problems);
    let search = given.search.clone().unwrap_or_else(|| default_search(entity));
    check_search(entity, given.search.as_deref().unwrap_or_default(), &path.key("search"), problems);
    ListOptions { page_size: u16::try_from(page_size).unwrap_or(25), sort, sortable, filter, search }
}

fn sort(entity: &Entity, keys: &[String], path: &Path, problems: &mut Vec<Problem>) -> Vec<SortKey> {
    if keys.is_empty() {
        return default_sort(entity);
    }
    if keys.len() > MAX_SORT {
        let message = format!("a list is sorted by at most {MAX_SORT} fields");
        problems.push(Problem::new(path.clone(), message).mend("leave the last ones out"));
    }
    let mut sort: Vec<SortKey> = Vec::new();
    for (at, key) in keys.iter().enumerate() {
        let (field, descending) = key.strip_prefix('-').map_or((key.as_str(), false), |field| (field, true));
        let here = path.index(at);
        if sort.iter().any(|earlier| earlier.field == field) {
            problems.push(Problem::new(here, format!("`{field}` sorts already")).mend("leave it out"));
            continue;
        }
        let known = entity.fields.iter().find(|known| known.name == field);
        match known {
            Some(known) if !is_ordered(known) => problems.push(
                Problem::new(here, format!("`{field}` has no order that people know"))
                    .mend("sort by a text, a number or a date"),
            ),
            None if field != "createdAt" && field != "updatedAt" => {
                let choices = entity.fields.iter().map(|field| field.name.as_str()).chain(["createdAt", "updatedAt"]);
                let is_relation = entity.relations.iter().any(|relation| relation.name == field);
                problems.push(if is_relation {
                    Problem::new(here, format!("`{field}` is a relation; lists sort by fields"))
                        .mend("filter by it instead")
                } else {
                    unknown_member(here, field, "field", choices)
                });
            }
            _ => {}
        }
        sort.push(SortKey { field: field.to_owned(), descending });
    }
    sort
}

/// As many as the generated query takes.
const MAX_SORT: usize = 5;

fn default_sort(entity: &Entity) -> Vec<SortKey> {
    if let Display::Field { name } = &entity.display
        && entity.fields.iter().any(|field| field.name == *name && is_ordered(field))
    {
        return vec![SortKey { field: name.clone(), descending: false }];
    }
    let moment = entity
        .fields
        .iter()
        .find(|field| field.required && matches!(field.kind, FieldKind::DateTime | FieldKind::Date));
    let field = moment.map_or("createdAt", |field| field.name.as_str()).to_owned();
    vec![SortKey { field, descending: true }]
}

fn default_filter(entity: &Entity) -> Vec<String> {
    let fields = entity.fields.iter().filter(|field| {
        matches!(
            field.kind,
            FieldKind::String { .. }
                | FieldKind::Email
                | FieldKind::Enum { .. }
                | FieldKind::Boolean
                | FieldKind::Date
                | FieldKind::DateTime
        )
    });
    let relations =
        entity.relations.iter().filter(|relation| !matches!(relation.kind, RelationKind::ManyToMany { .. }));
    fields.map(|field| field.name.clone()).chain(relations.map(|relation| relation.name.clone())).collect()
}

fn default_search(entity: &Entity) -> Vec<String> {
    let of = |fits: fn(&Field) -> bool| -> Vec<String> {
        entity.fields.iter().filter(|field| fits(field)).map(|field| field.name.clone()).collect()
    };
    let short = of(|field| matches!(field.kind, FieldKind::String { .. } | FieldKind::Email));
    if short.is_empty() { of(|field| matches!(field.kind, FieldKind::Text { .. })) } else { short }
}

fn check_filter(entity: &Entity, names: &[String], path: &Path, problems: &mut Vec<Problem>) {
    for (at, name) in names.iter().enumerate() {
        let here = path.index(at);
        if names[..at].contains(name) {
            problems.push(Problem::new(here, format!("`{name}` is listed already")).mend("leave it out"));
            continue;
        }
        if let Some(field) = entity.fields.iter().find(|field| field.name == *name) {
            if matches!(
                field.kind,
                FieldKind::Json | FieldKind::Bytes { .. } | FieldKind::File { .. } | FieldKind::Text { .. }
            ) {
                problems.push(
                    Problem::new(here, format!("`{name}` cannot be filtered by"))
                        .mend("name a short text, a number, a date, an enum or a relation"),
                );
            }
            continue;
        }
        if !entity.relations.iter().any(|relation| relation.name == *name)
            && !["createdAt", "updatedAt"].contains(&name.as_str())
        {
            problems.push(unknown_member(here, name, "field or relation", members(entity)));
        }
    }
}

fn check_search(entity: &Entity, names: &[String], path: &Path, problems: &mut Vec<Problem>) {
    for (at, name) in names.iter().enumerate() {
        let here = path.index(at);
        match entity.fields.iter().find(|field| field.name == *name) {
            Some(field) if is_short_text(field) || matches!(field.kind, FieldKind::Text { .. }) => {}
            Some(_) => problems.push(
                Problem::new(here, format!("`{name}` is no text to search in"))
                    .mend("name fields of type `string`, `text`, `email` or `url`"),
            ),
            None => problems.push(unknown_member(
                here,
                name,
                "field",
                entity.fields.iter().map(|field| field.name.as_str()),
            )),
        }
    }
}

fn check_indexes(entity: &Entity, given: &document::Entity, path: &Path, problems: &mut Vec<Problem>) {
    for (at, index) in given.indexes.iter().enumerate() {
        let here = path.key("indexes").index(at);
        if index.is_empty() || index.len() > MAX_INDEX {
            problems.push(
                Problem::new(here.clone(), format!("an index names 1 to {MAX_INDEX} fields or relations"))
                    .mend("write `[[owner, name]]`"),
            );
        }
        for (place, name) in index.iter().enumerate() {
            let here = here.index(place);
            if let Some(field) = entity.fields.iter().find(|field| field.name == *name) {
                if matches!(
                    field.kind,
                    FieldKind::Json | FieldKind::Bytes { .. } | FieldKind::File { .. } | FieldKind::Text { .. }
                ) {
                    problems.push(
                        Problem::new(here, format!("`{name}` is too large for an index")).mend("name a shorter field"),
                    );
                }
                continue;
            }
            let relation = entity.relations.iter().find(|relation| relation.name == *name);
            match relation {
                Some(relation) if matches!(relation.kind, RelationKind::ManyToMany { .. }) => {
                    problems.push(
                        Problem::new(here, format!("the links of `{name}` have a table and indexes of their own"))
                            .mend("leave it out"),
                    );
                }
                None if !["createdAt", "updatedAt"].contains(&name.as_str()) => {
                    problems.push(unknown_member(here, name, "field or relation", members(entity)));
                }
                _ => {}
            }
        }
    }
}

/// As many columns as an index is good for.
const MAX_INDEX: usize = 8;

fn members(entity: &Entity) -> impl Iterator<Item = &str> {
    let relations = entity.relations.iter().map(|relation| relation.name.as_str());
    entity.fields.iter().map(|field| field.name.as_str()).chain(relations)
}

/// A name of nothing that the entity has.
pub(in crate::spec) fn unknown_member<'a>(
    path: Path,
    name: &str,
    what: &str,
    choices: impl Iterator<Item = &'a str>,
) -> Problem {
    let choices: Vec<&str> = choices.collect();
    let problem = Problem::new(path, format!("there is no {what} `{}` here", name.escape_debug()));
    match did_you_mean(name, choices.iter().copied()) {
        Some(meant) => problem.mend(format!("did you mean `{meant}`?")),
        None if choices.is_empty() => problem,
        None => problem.mend(format!("there is {}", listed(&choices, "and"))),
    }
}

fn is_short_text(field: &Field) -> bool {
    matches!(field.kind, FieldKind::String { .. } | FieldKind::Email | FieldKind::Url)
}

fn is_ordered(field: &Field) -> bool {
    !matches!(
        field.kind,
        FieldKind::Text { .. } | FieldKind::Json | FieldKind::Bytes { .. } | FieldKind::File { .. } | FieldKind::Uuid
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_is_shown_by_what_tells_it_from_others() {
        for (fields, shown) in [
            ("{ email: email!, name: string! }", Some("name")),
            (
                "{ unit: string!, sort: string!, barcode: { type: string, required: true, unique: true } }",
                Some("barcode"),
            ),
            ("{ doseUnit: string!, dosage: string! }", Some("dosage")),
            ("{ unit: string! }", None),
            ("{ note: string }", None),
        ] {
            let text = format!("fountane: 1\nproject: {{ name: care }}\nentities:\n  Line:\n    fields: {fields}\n");
            let (_, model) = crate::spec::load(&text, "care.yaml").unwrap();
            let expected = shown.map_or(Display::Id, |name| Display::Field { name: name.to_owned() });
            assert_eq!(model.entities[0].display, expected, "{fields}");
        }
    }
}
