//! What can be called, and which named schemas go in and come out.

use std::collections::{HashMap, HashSet};

use super::{
    source::{Source, Target, entries, items, text, value, word},
    twins,
};
use crate::{spec::import::span::Span, yaml::Node};

const METHODS: [&str; 9] = ["get", "put", "post", "delete", "patch", "options", "head", "trace", "query"];

/// Schemas within wrappings within wrappings.
const DEEPEST: usize = 6;

/// One thing that can be called.
pub(super) struct Operation<'a> {
    pub method: &'a str,
    pub path: &'a str,
    pub span: Span,
    /// Names of the parameters that filter.
    pub filters: Vec<&'a str>,
}

/// How a named schema is used.
#[derive(Default, Clone)]
pub(super) struct Use {
    pub is_sent: bool,
    pub is_answered: bool,
    pub is_failure: bool,
    /// The tags of what it comes out of or goes into, how often.
    pub tags: Vec<(String, usize)>,
}

/// Everything that can be called.
#[derive(Default)]
pub(super) struct Operations<'a> {
    pub all: Vec<Operation<'a>>,
    pub uses: HashMap<&'a str, Use>,
    /// The things that paths lead to (`/pets/{id}`, or `/pets` where one can be made).
    pub resources: HashSet<String>,
    /// The thing in whose paths those of another stand (`/orders/{id}/items`); nothing where they stand by themselves too.
    pub parents: HashMap<String, Option<String>>,
    /// The tags of paths, by the things that they lead to.
    pub tags: HashMap<String, Vec<(String, usize)>>,
}

/// The last part of a path that is no parameter, and whether a parameter is behind it.
pub(super) fn end_of(path: &str) -> Option<(&str, bool)> {
    let mut parts = path.split('/').filter(|part| !part.is_empty()).rev();
    let last = parts.next()?;
    if !last.starts_with('{') {
        return Some((last, false));
    }
    parts.find(|part| !part.starts_with('{')).map(|part| (part, true))
}

/// Reads all paths.
pub(super) fn operations<'a>(source: &Source<'a>) -> Operations<'a> {
    let mut found = Operations::default();
    let paths = value(source.root, "paths");
    for (path, span, node) in paths.into_iter().flat_map(entries).filter(|(path, ..)| path.starts_with('/')) {
        let shared = filters(node, source);
        let node = source.behind(node);
        for (method, at, call) in entries(node).filter(|(method, ..)| METHODS.contains(method)) {
            let tag = items(call, "tags").first().and_then(word);
            resource(path, method, tag, &mut found);
            let own = filters(call, source);
            let filters = shared.iter().chain(&own).copied().collect();
            let span = if at.start > span.start { at } else { span };
            found.all.push(Operation { method, path, span, filters });
            body(call, source, tag, &mut found.uses);
            answers(call, source, tag, &mut found.uses);
        }
    }
    found
}

fn resource(path: &str, method: &str, tag: Option<&str>, found: &mut Operations) {
    let Some((segment, has_parameter)) = end_of(path) else { return };
    let name = twins::of_segment(segment);
    if let Some(tag) = tag {
        count(found.tags.entry(name.clone()).or_default(), tag);
    }
    let is_several = name != segment;
    if has_parameter || is_several {
        let within = path.split('/').filter(|part| !part.is_empty() && !part.starts_with('{'));
        let mut within: Vec<&str> = within.collect();
        within.pop();
        let parent = path.contains("}/").then(|| within.pop().map(twins::of_segment)).flatten();
        let known = found.parents.entry(name.clone()).or_insert_with(|| parent.clone());
        if *known != parent {
            *known = None;
        }
    }
    if has_parameter || (method == "post" && is_several) {
        found.resources.insert(name);
    }
}

/// Counts a tag.
fn count(tags: &mut Vec<(String, usize)>, tag: &str) {
    match tags.iter().position(|(known, _)| known == tag) {
        Some(at) => tags[at].1 += 1,
        None if tags.len() < 32 => tags.push((tag.to_owned(), 1)),
        None => {}
    }
}

fn filters<'a>(node: &'a Node, source: &Source<'a>) -> Vec<&'a str> {
    let parameters = items(node, "parameters").iter().map(|parameter| source.behind(parameter));
    let filters = parameters.filter(|parameter| text(parameter, "in") == Some("query"));
    filters.filter_map(|parameter| text(parameter, "name")).filter(|name| !twins::is_paging(name)).collect()
}

fn body<'a>(call: &'a Node, source: &Source<'a>, tag: Option<&str>, uses: &mut HashMap<&'a str, Use>) {
    let request = value(call, "requestBody").map(|body| source.behind(body));
    // OpenAPI 2 has the body among the parameters.
    let old = items(call, "parameters").iter().map(|parameter| source.behind(parameter));
    let old = old.filter(|parameter| text(parameter, "in") == Some("body"));
    for holder in request.into_iter().chain(old) {
        for name in named(holder, source) {
            let one = uses.entry(name).or_default();
            one.is_sent = true;
            if let Some(tag) = tag {
                count(&mut one.tags, tag);
            }
        }
    }
}

fn answers<'a>(call: &'a Node, source: &Source<'a>, tag: Option<&str>, uses: &mut HashMap<&'a str, Use>) {
    for (status, _, answer) in value(call, "responses").into_iter().flat_map(entries) {
        for name in named(source.behind(answer), source) {
            let one = uses.entry(name).or_default();
            if status.starts_with(['4', '5']) || status == "default" {
                one.is_failure = true;
                continue;
            }
            one.is_answered = true;
            if let Some(tag) = tag {
                count(&mut one.tags, tag);
            }
        }
    }
}

/// The named schemas at the top of a body, or in its wrapping.
fn named<'a>(holder: &'a Node, source: &Source<'a>) -> Vec<&'a str> {
    let mut names = Vec::new();
    let contents = value(holder, "content").into_iter().flat_map(entries).map(|(_, _, content)| content);
    for schema in contents.chain([holder]).filter_map(|content| value(content, "schema")) {
        source.begin();
        tops(schema, source, 0, &mut names);
    }
    names.sort_unstable();
    names.dedup();
    names
}

fn tops<'a>(schema: &'a Node, source: &Source<'a>, depth: usize, names: &mut Vec<&'a str>) {
    if depth > DEEPEST || names.len() > 256 || !source.may_look() {
        return;
    }
    match source.target(schema) {
        Some(Target::Schema(name)) if names.contains(&name) => return,
        Some(Target::Schema(name)) => {
            names.push(name);
            let node = source.schemas[name].node;
            if value(node, "items").is_some() || wraps(node) {
                tops(node, source, depth + 1, names);
            }
            return;
        }
        Some(Target::Part(part)) => return tops(part, source, depth + 1, names),
        Some(_) => return,
        None => {}
    }
    let within = ["allOf", "oneOf", "anyOf"].iter().flat_map(|key| items(schema, key));
    let items = value(schema, "items").into_iter();
    let properties = value(schema, "properties").into_iter().flat_map(entries);
    let properties = properties.filter(|(name, ..)| !twins::is_paging(name)).map(|(_, _, node)| node);
    for part in within.chain(items).chain(properties) {
        tops(part, source, depth + 1, names);
    }
}

/// Whether a schema is only around something: one thing and what paging needs, or one thing alone.
pub(super) fn wraps(node: &Node) -> bool {
    let properties: Vec<_> = value(node, "properties").into_iter().flat_map(entries).collect();
    let mut things = properties.iter().filter(|(name, ..)| !twins::is_paging(name));
    let is_wrapped = |node: &Node| {
        let item = value(node, "items").unwrap_or(node);
        text(item, "$ref").is_some()
            || ["allOf", "oneOf", "anyOf"]
                .iter()
                .any(|key| super::source::items(item, key).iter().any(|part| text(part, "$ref").is_some()))
    };
    // What pages are made of may have names of their own.
    let Some((_, _, first)) = things.next() else { return false };
    things.next().is_none() && is_wrapped(first)
}
