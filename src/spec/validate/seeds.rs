//! Demo rows: do their values fit, and does each reference find its row?

use std::collections::{HashMap, HashSet};

use indexmap::IndexMap;
use serde_json::Value;

use crate::spec::{
    Document, Model,
    model::{Display, Entity, EntityId, FieldKind, Relation, RelationKind},
    problem::{Path, Problem},
    shape::{did_you_mean, listed},
    value::normalize,
};

/// Rows of one entity.
const MAX_ROWS: usize = 1_000;

pub(super) fn check(document: &Document, model: &Model, problems: &mut Vec<Problem>) {
    let rows = Rows::of(document, model);
    let mut edges: HashMap<RowId, Vec<RowId>> = HashMap::new();
    for entity in &model.entities {
        let Some((name, given)) = document.entities.get_index(entity.id.0) else { continue };
        let path = Path::of(&["entities", name, "seed"]);
        if given.seed.len() > MAX_ROWS {
            let message = format!("`{name}` has {} demo rows; at most {MAX_ROWS} are taken", given.seed.len());
            problems.push(Problem::of_key(path.clone(), message).mend("keep some, and import the rest"));
        }
        for (at, row) in given.seed.iter().enumerate() {
            let mut check = RowCheck { model, document, entity, row, path: path.index(at), rows: &rows, problems };
            let targets = check.run();
            edges.insert((entity.id, at), targets);
        }
        unique(entity, &given.seed, model, &path, problems);
    }
    cycles(document, &edges, problems);
}

type RowId = (EntityId, usize);

/// By entity and what stands for a row, the rows.
struct Rows(Vec<HashMap<String, Vec<usize>>>);

impl Rows {
    fn of(document: &Document, model: &Model) -> Self {
        let of_entity = |entity: &Entity| {
            let mut rows: HashMap<String, Vec<usize>> = HashMap::new();
            let Display::Field { name } = &entity.display else { return rows };
            let seed =
                document.entities.get_index(entity.id.0).map(|(_, given)| given.seed.as_slice()).unwrap_or_default();
            for (at, row) in seed.iter().enumerate() {
                if let Some(text) = row.get(name).and_then(Value::as_str) {
                    rows.entry(text.to_owned()).or_default().push(at);
                }
            }
            rows
        };
        Self(model.entities.iter().map(of_entity).collect())
    }
}

struct RowCheck<'a> {
    model: &'a Model,
    document: &'a Document,
    entity: &'a Entity,
    row: &'a IndexMap<String, Value>,
    path: Path,
    rows: &'a Rows,
    problems: &'a mut Vec<Problem>,
}

impl RowCheck<'_> {
    /// Checks the row; returns the rows that must be there before it.
    fn run(&mut self) -> Vec<RowId> {
        let mut targets = Vec::new();
        for (key, value) in self.row {
            let here = self.path.key(key);
            if let Some(relation) = self.entity.relations.iter().find(|relation| relation.name == *key) {
                targets.extend(self.references(relation, value, &here));
            } else if let Some(field) = self.entity.fields.iter().find(|field| field.name == *key) {
                self.value(&field.kind, field.required, value, here);
            } else if !self.given_field(key) {
                self.unknown(key, here);
            }
        }
        self.missing();
        targets
    }

    fn value(&mut self, kind: &FieldKind, required: bool, value: &Value, here: Path) {
        if value.is_null() {
            if required {
                self.problems.push(Problem::new(here, "this must not be empty").mend("give it a value"));
            }
            return;
        }
        if let Err(misfit) = normalize(value, kind, &self.model.enums) {
            let mut problem = Problem::new(here, misfit.message);
            problem.mend = misfit.mend;
            self.problems.push(problem);
        }
    }

    fn references(&mut self, relation: &Relation, value: &Value, here: &Path) -> Vec<RowId> {
        let many = matches!(relation.kind, RelationKind::ManyToMany { .. });
        match value {
            Value::Array(items) if many => {
                let found =
                    items.iter().enumerate().filter_map(|(at, item)| self.reference(relation, item, here.index(at)));
                let found: Vec<_> = found.collect();
                // Links are written last: they need no order among rows.
                drop(found);
                Vec::new()
            }
            Value::Array(_) => {
                self.problems.push(
                    Problem::new(here.clone(), format!("`{}` takes one row, not a list", relation.name))
                        .mend("write one reference such as `\"@Ada Byron\"`"),
                );
                Vec::new()
            }
            Value::Null if !relation.required => Vec::new(),
            _ if many => {
                self.problems.push(
                    Problem::new(here.clone(), format!("`{}` takes a list of rows", relation.name))
                        .mend("put it in brackets"),
                );
                Vec::new()
            }
            value => self
                .reference(relation, value, here.clone())
                .into_iter()
                .filter(|_| !relation.across_services)
                .collect(),
        }
    }

    fn reference(&mut self, relation: &Relation, value: &Value, here: Path) -> Option<RowId> {
        let (target_name, _) = self.document.entities.get_index(relation.target.0)?;
        let Some(text) = value.as_str().and_then(|text| text.strip_prefix('@')) else {
            let message = format!("`{}` refers to a row of `{target_name}`", relation.name);
            self.problems.push(
                Problem::new(here, message).mend("write `@` and what stands for the row, in quotes: \"@Ada Byron\""),
            );
            return None;
        };
        if self.model.entity(relation.target).display == Display::Id {
            let message = format!("nothing stands for a row of `{target_name}`, so none can be referred to");
            self.problems.push(
                Problem::new(here, message).mend(format!("give `{target_name}` a required text, or a `display:`")),
            );
            return None;
        }
        let rows = &self.rows.0[relation.target.0];
        match rows.get(text).map(Vec::as_slice) {
            Some([row]) => Some((relation.target, *row)),
            Some(several) => {
                let message =
                    format!("there are {} rows of `{target_name}` called `{}`", several.len(), text.escape_debug());
                self.problems
                    .push(Problem::new(here, message).mend("let what stands for a row be unique among demo rows"));
                None
            }
            None => {
                let message = format!("`{target_name}` has no demo row `{}`", text.escape_debug());
                let problem = Problem::new(here, message);
                self.problems.push(match did_you_mean(text, rows.keys().map(String::as_str)) {
                    Some(meant) => problem.mend(format!("did you mean \"@{meant}\"?")),
                    None => problem.mend(format!("add it to the seed of `{target_name}`")),
                });
                None
            }
        }
    }

    /// Whether it is a field or relation that made no sense, which is told already.
    fn given_field(&self, key: &str) -> bool {
        self.document.entities.get_index(self.entity.id.0).is_some_and(|(_, given)| {
            given.fields.contains_key(key)
                || given.relations.get(key).is_some_and(|relation| relation.one_to_many.is_none())
        })
    }

    fn unknown(&mut self, key: &str, here: Path) {
        if let Some(inverse) = self.entity.inverses.iter().find(|inverse| inverse.name == key) {
            let source = self.document.entities.get_index(inverse.source.0).map_or("", |(name, _)| name);
            let message = format!("`{key}` is told by the rows of `{source}`");
            self.problems.push(Problem::of_key(here, message).mend(format!("set `{}` there", inverse.relation)));
            return;
        }
        let fields = self.entity.fields.iter().map(|field| field.name.as_str());
        let choices: Vec<&str> =
            fields.chain(self.entity.relations.iter().map(|relation| relation.name.as_str())).collect();
        let problem = Problem::of_key(here, format!("there is no field or relation `{}` here", key.escape_debug()));
        self.problems.push(match did_you_mean(key, choices.iter().copied()) {
            Some(meant) => problem.mend(format!("did you mean `{meant}`?")),
            None => problem.mend(format!("there is {}", listed(&choices, "and"))),
        });
    }

    fn missing(&mut self) {
        let required_fields = self.entity.fields.iter().filter(|field| field.required && field.default.is_none());
        let required_relations = self.entity.relations.iter().filter(|relation| relation.required);
        let names = required_fields.map(|field| &field.name).chain(required_relations.map(|relation| &relation.name));
        let missing: Vec<&str> = names.filter(|name| !self.row.contains_key(*name)).map(String::as_str).collect();
        if !missing.is_empty() {
            let message = format!("the demo row lacks {}", listed(&missing, "and"));
            self.problems.push(Problem::new(self.path.clone(), message).mend("give each a value: they are required"));
        }
    }
}

fn unique(entity: &Entity, seed: &[IndexMap<String, Value>], model: &Model, path: &Path, problems: &mut Vec<Problem>) {
    for field in entity.fields.iter().filter(|field| field.unique) {
        let mut values = HashSet::new();
        for (at, row) in seed.iter().enumerate() {
            let Some(value) = row.get(&field.name).filter(|value| !value.is_null()) else { continue };
            let Ok(value) = normalize(value, &field.kind, &model.enums) else { continue };
            if !values.insert(value.to_string()) {
                let message = format!("`{}` is unique, and an earlier demo row has this already", field.name);
                problems.push(Problem::new(path.index(at).key(&field.name), message).mend("give it another value"));
            }
        }
    }
    for relation in entity.relations.iter().filter(|relation| matches!(relation.kind, RelationKind::OneToOne { .. })) {
        let mut targets = HashSet::new();
        for (at, row) in seed.iter().enumerate() {
            let Some(text) = row.get(&relation.name).and_then(Value::as_str) else { continue };
            if !targets.insert(text) {
                let message = format!("`{}` is one to one, and an earlier demo row has this already", relation.name);
                problems.push(Problem::new(path.index(at).key(&relation.name), message).mend("refer to another row"));
            }
        }
    }
}

/// Rows are written one after the other: none may need itself, however far around.
fn cycles(document: &Document, edges: &HashMap<RowId, Vec<RowId>>, problems: &mut Vec<Problem>) {
    let mut ids: Vec<RowId> = edges.keys().copied().collect();
    ids.sort_unstable();
    let mut done: HashSet<RowId> = HashSet::new();
    for start in ids {
        let mut on_way: Vec<RowId> = Vec::new();
        let mut stack = vec![(start, false)];
        while let Some((id, leaving)) = stack.pop() {
            if leaving {
                on_way.pop();
                done.insert(id);
                continue;
            }
            if done.contains(&id) {
                continue;
            }
            if on_way.contains(&id) {
                let (entity, at) = id;
                let name = document.entities.get_index(entity.0).map_or("", |(name, _)| name);
                let message =
                    "this demo row refers to itself, directly or through others: none of them could be written first";
                problems.push(
                    Problem::new(Path::of(&["entities", name, "seed"]).index(at), message)
                        .mend("leave one of the references out"),
                );
                return;
            }
            on_way.push(id);
            stack.push((id, true));
            stack.extend(edges.get(&id).into_iter().flatten().map(|next| (*next, false)));
        }
    }
}
