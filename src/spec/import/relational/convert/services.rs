//! Which service owns which entities.
//!
//! Where the source says it, as it says. Otherwise up to [`FEW`] tables are one service. Of more, each schema is one; where there is but one schema, the first words of the
//! tables' names divide them, if nearly all share theirs with others; or else one service has all.

use std::collections::HashMap;

use heck::ToSnakeCase;
use indexmap::IndexMap;

use super::{Converter, Draft, words};
use crate::spec::{
    document::Service,
    import::{project::kebab, type_names::is_refused_service},
};

/// Tables that one service has without being asked.
pub(super) const FEW: usize = 30;

/// Tables of which a first word is a service's.
const LEAST: usize = 4;

/// What a service is called that has no name of its own.
const MAIN: &str = "main";

/// The service of every table.
pub(super) fn assign(converter: &Converter) -> Vec<String> {
    let tables = &converter.tables;
    let one = || vec![MAIN.to_owned(); tables.len()];
    if tables.iter().any(|table| table.service.is_some()) {
        let said: Vec<Option<String>> = tables.iter().map(|table| table.service.clone()).collect();
        return divide(&said, 1);
    }
    if tables.len() <= FEW {
        return one();
    }
    let schemas: Vec<Option<String>> = tables.iter().map(|table| table.name.schema.clone()).collect();
    let words: Vec<Option<String>> = tables.iter().map(|table| first_word(&table.name.name)).collect();
    let by_schema = divide(&schemas, 1);
    let by_word = divide(&words, LEAST);
    let is_told = |services: &[String]| {
        let distinct: std::collections::HashSet<&String> = services.iter().collect();
        let main = services.iter().filter(|service| *service == MAIN).count();
        distinct.len() > 1 && main * 4 <= services.len()
    };
    let distinct: std::collections::HashSet<&String> = by_schema.iter().collect();
    if distinct.len() > 1 {
        by_schema
    } else if is_told(&by_word) {
        by_word
    } else {
        one()
    }
}

fn first_word(table: &str) -> Option<String> {
    let snake = words::ascii(table).to_snake_case();
    snake.split_once('_').map(|(first, _)| first.to_owned()).or(Some(snake))
}

/// Groups that are large enough get a name of their own, the rest is the main one.
fn divide(groups: &[Option<String>], least: usize) -> Vec<String> {
    let mut sizes: HashMap<&str, usize> = HashMap::new();
    for group in groups.iter().flatten() {
        *sizes.entry(group).or_default() += 1;
    }
    let mut names: HashMap<&str, String> = HashMap::new();
    for (group, size) in &sizes {
        let name = kebab(&words::ascii(group)).filter(|_| *size >= least);
        let name = name.map(|name| if is_refused_service(&name) { format!("{name}-service") } else { name });
        names.insert(group, name.unwrap_or_else(|| MAIN.to_owned()));
    }
    groups.iter().map(|group| group.as_deref().map_or_else(|| MAIN.to_owned(), |group| names[group].clone())).collect()
}

/// The services and what they own; none where one service owns all.
pub(super) fn declare(drafts: &[Draft]) -> IndexMap<String, Service> {
    let mut services: IndexMap<String, Service> = IndexMap::new();
    for draft in drafts {
        services.entry(draft.service.clone()).or_default().entities.push(draft.name.clone());
    }
    if services.len() < 2 { IndexMap::new() } else { services }
}
