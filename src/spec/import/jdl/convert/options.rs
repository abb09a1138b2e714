//! Options and the annotations that mean the same.

use std::collections::HashSet;

use super::Converter;
use crate::spec::import::jdl::ast::{Annotation, OptionUse, Selection};
use crate::spec::import::span::Span;

/// JHipster's lists have 20 rows on a page.
const PAGE_SIZE: u32 = 20;

/// What the options say about one entity.
#[derive(Debug, Clone, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is an option of the language that is on or off by itself")]
pub(super) struct Chosen<'a> {
    pub page_size: Option<u32>,
    pub filter: bool,
    pub search: bool,
    pub read_only: bool,
    pub audit: bool,
    pub soft_delete: bool,
    /// The microservice that it is said to belong to.
    pub microservice: Option<&'a str>,
}

/// Applies every option of the file, first those that stand alone, then those of applications, then annotations.
pub(super) fn apply(converter: &mut Converter) {
    let jdl = converter.jdl;
    let options = jdl.options.iter().chain(jdl.applications.iter().flat_map(|one| &one.options));
    for option in options {
        let targets = targets(converter, &option.on);
        apply_option(converter, option, &targets);
    }
    for (at, entity) in jdl.entities.iter().enumerate() {
        for annotation in &entity.annotations {
            apply_annotation(converter, annotation, at);
        }
    }
}

/// The entities that a selection means.
pub(super) fn targets(converter: &Converter, on: &Selection) -> Vec<usize> {
    let except: HashSet<&str> = on.except.iter().map(|name| name.text).collect();
    let mut targets: Vec<usize> = if on.all {
        (0..converter.jdl.entities.len()).collect()
    } else {
        on.names.iter().filter_map(|name| converter.index.get(name.text).copied()).collect()
    };
    targets.retain(|at| !except.contains(converter.drafts[*at].written));
    targets
}

fn apply_option<'a>(converter: &mut Converter<'a>, option: &OptionUse<'a>, targets: &[usize]) {
    let written = match option.value {
        Some(value) => format!("`{} … {}`", option.name, value.text),
        None => format!("`{}`", option.name),
    };
    one(converter, option.name, option.value.map(|value| value.text), option.span, &written, targets);
}

fn apply_annotation<'a>(converter: &mut Converter<'a>, annotation: &Annotation<'a>, entity: usize) {
    let written = match annotation.value {
        Some(value) => format!("`@{}({})`", annotation.name.text, value.text),
        None => format!("`@{}`", annotation.name.text),
    };
    let value = annotation.value.map(|value| value.text);
    one(converter, annotation.name.text, value, annotation.span, &written, &[entity]);
}

fn one<'a>(
    converter: &mut Converter<'a>,
    name: &str,
    value: Option<&'a str>,
    span: Span,
    written: &str,
    targets: &[usize],
) {
    let each = |converter: &mut Converter<'a>, set: &dyn Fn(&mut Chosen<'a>)| {
        for at in targets {
            set(&mut converter.drafts[*at].chosen);
        }
    };
    let is_off = matches!(value, Some("no" | "false"));
    match name.to_ascii_lowercase().as_str() {
        "paginate" | "pagination" if is_off => {
            converter.notes.changed(span, written, "every list is divided into pages");
        }
        "paginate" | "pagination" => {
            each(converter, &|chosen| chosen.page_size = Some(PAGE_SIZE));
            if value == Some("infinite-scroll") {
                converter.notes.changed(span, written, format!("lists have pages of {PAGE_SIZE} rows"));
            }
        }
        "filter" => each(converter, &|chosen| chosen.filter = !is_off),
        "search" if is_off => each(converter, &|chosen| chosen.search = false),
        "search" => {
            each(converter, &|chosen| chosen.search = true);
            converter.notes.changed(span, written, "lists are searched in the database itself");
        }
        "readonly" => {
            each(converter, &|chosen| chosen.read_only = !is_off);
            converter.notes.changed(span, written, "only the last role may write and delete");
        }
        "enableaudit" | "audit" | "entityaudit" => each(converter, &|chosen| chosen.audit = !is_off),
        "softdelete" | "enablesoftdelete" => each(converter, &|chosen| chosen.soft_delete = !is_off),
        "microservice" => each(converter, &|chosen| chosen.microservice = value),
        other => converter.notes.dropped(span, written, reason(other)),
    }
}

fn reason(option: &str) -> &'static str {
    match option {
        "dto" => "what travels between services and applications always has types of its own",
        "service" => "every entity has a service class",
        "skipclient" => "every entity has pages; delete what you do not need",
        "skipserver" => "every entity has a service; delete what you do not need",
        "angularsuffix" => "there is no Angular code whose files it could name",
        "clientrootfolder" => "the pages of an entity are in a folder of their own",
        "nofluentmethod" => "there are no Java classes with such methods",
        "embedded" => "every entity has a table of its own; a `json` field may suit it better",
        "changelogdate" | "incrementalchangelog" => "migrations are numbered in the order in which they are made",
        "entityreadauthority" | "adminentity" | "entityadminauthority" => "write who may do what into `access:`",
        _ => "the option has no meaning here",
    }
}
