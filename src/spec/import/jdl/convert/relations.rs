//! Links to relations of the spec.

use indexmap::IndexMap;

use super::{Converter, joins, links::Link};
use crate::spec::{
    document::{Relation, RelationType},
    import::{cycles::closing_edges, jdl::ast::Annotation, member_names::member, plurals::plural, span::Span},
    model::OnDelete,
    naming::{self, Names},
};

/// Takes over every relationship of the file.
pub(super) fn convert<'a>(converter: &mut Converter<'a>, links: &[Link<'a>]) {
    let relaxed = relaxed(converter, links);
    let names: Vec<String> = links.iter().map(|link| own_name(converter, link)).collect();
    let crowded = crowded(converter, links);
    for ((at, link), name) in links.iter().enumerate().zip(names) {
        let (holder, target) = (converter.index[link.holder.text], converter.index[link.target.text]);
        let mut relation = Relation::of(link.kind, &converter.drafts[target].name.clone());
        let inverse = inverse_name(converter, link, &name, crowded.contains_key(&(target, holder)));
        let is_joined = joins::is_needed(converter, link);
        if is_joined {
            joins::add(converter, link, &name, &inverse);
        }
        relation.inverse = (inverse != default_inverse(converter, link)).then_some(inverse);
        relation.required = required(converter, link, relaxed.contains(&at));
        relation.description = description(converter, link);
        for annotation in &link.annotations {
            annotate(converter, link, annotation, &mut relation);
        }
        for option in &link.options {
            with(converter, link, option.text, option.span);
        }
        let column = link.name.map(|name| naming::column(name.text));
        if link.kind != RelationType::ManyToMany
            && column.as_ref().is_some_and(|column| *column != naming::column(&name))
        {
            relation.column = column.map(|column| naming::identifier(&[column, "id".to_owned()]));
        }
        if !is_joined {
            converter.drafts[holder].entity.relations.insert(name, relation);
        }
    }
}

/// Which required relations close a ring.
fn relaxed(converter: &Converter, links: &[Link]) -> Vec<usize> {
    let required: Vec<usize> =
        links.iter().enumerate().filter(|(_, link)| must_have_one(link)).map(|(at, _)| at).collect();
    let edges: Vec<(usize, usize)> = required
        .iter()
        .map(|at| (converter.index[links[*at].holder.text], converter.index[links[*at].target.text]))
        .collect();
    closing_edges(converter.drafts.len(), &edges).into_iter().map(|edge| required[edge]).collect()
}

fn must_have_one(link: &Link) -> bool {
    link.kind != RelationType::ManyToMany && (link.required.is_some() || is_derived(link))
}

/// A row that takes its key from another must have that other.
fn is_derived(link: &Link) -> bool {
    link.options.iter().any(|option| option.text == "jpaDerivedIdentifier")
        || link.annotations.iter().any(|annotation| annotation.name.text.eq_ignore_ascii_case("id"))
}

fn own_name(converter: &mut Converter, link: &Link) -> String {
    let holder = converter.index[link.holder.text];
    let many = link.kind == RelationType::ManyToMany;
    let target = Names::of(&converter.drafts[converter.index[link.target.text]].name);
    let (plain, written) = match link.name {
        Some(name) if many => (plural(&member(name.text)), Some(name)),
        Some(name) => (member(name.text), Some(name)),
        None => (if many { target.many.camel } else { target.one.camel.clone() }, None),
    };
    let candidates = [plain.clone(), format!("{plain}Reference")];
    let name = converter.drafts[holder].members.relation(&candidates, many);
    if let Some(written) = written.filter(|written| name != written.text && name != plural(written.text)) {
        let why = if name == plain { "names of relations are in camelCase" } else { "another member has that name" };
        converter.notes.changed(
            written.span,
            format!("relation `{}.{}`", link.holder.text, written.text),
            format!("called `{name}`, because {why}"),
        );
    }
    name
}

/// Pairs of target and holder with several relations whose other end has no name, so that one default would not do.
fn crowded(converter: &Converter, links: &[Link]) -> IndexMap<(usize, usize), usize> {
    let mut counts: IndexMap<(usize, usize), usize> = IndexMap::new();
    for link in links.iter().filter(|link| link.inverse.is_none()) {
        *counts.entry((converter.index[link.target.text], converter.index[link.holder.text])).or_default() += 1;
    }
    counts.retain(|_, count| *count > 1);
    counts
}

fn inverse_name(converter: &mut Converter, link: &Link, name: &str, is_crowded: bool) -> String {
    let target = converter.index[link.target.text];
    let many = link.kind != RelationType::OneToOne;
    let default = default_inverse(converter, link);
    let qualified = format!("{default}As{}", Names::of(name).one.pascal);
    let plain = match link.inverse {
        Some(inverse) if many => plural(&member(inverse.text)),
        Some(inverse) => member(inverse.text),
        None if is_crowded || link.holder.text == link.target.text => qualified.clone(),
        None => default.clone(),
    };
    let inverse = converter.drafts[target].members.claim(&[plain, qualified]);
    let given = link.inverse.map(|inverse| inverse.text);
    if inverse != default && given.is_none_or(|given| inverse != given && inverse != plural(given)) {
        converter.notes.added(
            link.inverse.map_or(link.span(), |inverse| inverse.span),
            format!("the other end of {}", link.describe()),
            format!("called `{inverse}`, because every relation is seen from both ends and that name is free"),
        );
    }
    inverse
}

/// What the spec calls the other end of a relation where nothing is said.
fn default_inverse(converter: &Converter, link: &Link) -> String {
    let holder = Names::of(&converter.drafts[converter.index[link.holder.text]].name);
    if link.kind == RelationType::OneToOne { holder.one.camel } else { holder.many.camel }
}

fn required(converter: &mut Converter, link: &Link, is_relaxed: bool) -> bool {
    let what = format!("`required` of {}", link.describe());
    if let Some(span) = link.inverse_required {
        let holder = link.holder.text;
        let inverse = link.inverse.map_or("its rows", |inverse| inverse.text);
        converter.notes.dropped(
            span,
            format!("`required` of `{}.{inverse}`", link.target.text),
            format!("the key is kept at `{holder}`, so it cannot be kept that there is one from the start"),
        );
    }
    let Some(span) = link.required.or_else(|| must_have_one(link).then(|| link.span())) else { return false };
    if link.kind == RelationType::ManyToMany {
        converter.notes.dropped(span, what, "many to many is never required; check it in the service where it matters");
        return false;
    }
    if is_relaxed {
        converter.notes.changed(
            span,
            what,
            "optional, because each row of the ring that it closes would need another one before it",
        );
    }
    !is_relaxed
}

fn description(converter: &mut Converter, link: &Link) -> Option<String> {
    if let Some(inverse) = &link.inverse_doc {
        converter.notes.dropped(
            link.target.span,
            format!("the comment on the side of `{}`", link.target.text),
            format!("only the side that holds the key has a description; it said: {inverse}"),
        );
    }
    link.doc.clone()
}

fn annotate(converter: &mut Converter, link: &Link, annotation: &Annotation, relation: &mut Relation) {
    let what = format!("`@{}` on {}", annotation.name.text, link.describe());
    let is_across = joins::is_across(converter, link);
    let notes = &mut converter.notes;
    match annotation.name.text.to_ascii_lowercase().as_str() {
        "ondelete" if link.kind == RelationType::ManyToMany => {
            notes.dropped(annotation.span, what, "links always go with the rows that they link");
        }
        "ondelete" => {
            let value = annotation.value.map_or("", |value| value.text).to_ascii_uppercase().replace('_', " ");
            match value.as_str() {
                "CASCADE" | "SET NULL" if is_across => notes.dropped(
                    annotation.span,
                    what,
                    "different services own both ends, so the database cannot do it; react to the deletion in a workflow",
                ),
                "CASCADE" => relation.on_delete = Some(OnDelete::Cascade),
                "RESTRICT" | "NO ACTION" => relation.on_delete = Some(OnDelete::Restrict),
                "SET NULL" if !relation.required => relation.on_delete = Some(OnDelete::SetNull),
                "SET NULL" => notes.dropped(
                    annotation.span,
                    what,
                    "the relation is required, so it cannot become empty; the deletion is refused instead",
                ),
                _ => notes.dropped(annotation.span, what, "there are `restrict`, `cascade` and `set-null` only"),
            }
        }
        "onupdate" => notes.dropped(annotation.span, what, "ids never change"),
        "id" => derived(converter, link, annotation.span, what),
        _ => notes.dropped(annotation.span, what, "the annotation has no meaning here"),
    }
}

fn with(converter: &mut Converter, link: &Link, option: &str, span: Span) {
    if option == "jpaDerivedIdentifier" {
        derived(converter, link, span, format!("`jpaDerivedIdentifier` of {}", link.describe()));
    }
}

fn derived(converter: &mut Converter, link: &Link, span: Span, what: String) {
    let kept = if link.kind == RelationType::ManyToMany { "a relation" } else { "a required relation" };
    converter.notes.changed(span, what, format!("every row has an `id` of its own; this is {kept} beside it"));
}
