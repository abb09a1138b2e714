//! What stands for a row: the field that relationships show of it.

use indexmap::IndexMap;

use super::{Converter, links::Link};
use crate::spec::import::jdl::ast::Word;

/// Kinds of fields that can stand for a row.
const SHOWN: [&str; 3] = ["string", "email", "url"];

/// Sets `display` of every entity to what most relationships show of it.
pub(super) fn choose<'a>(converter: &mut Converter<'a>, links: &[Link<'a>]) {
    let mut votes: IndexMap<usize, IndexMap<String, Vec<Word>>> = IndexMap::new();
    for link in links {
        let shown = [(link.target, link.display), (link.holder, link.inverse_display)];
        for (entity, display) in shown.into_iter().filter_map(|(entity, display)| display.map(|field| (entity, field)))
        {
            let at = converter.index[entity.text];
            if let Some(field) = field_of(converter, at, display) {
                votes.entry(at).or_default().entry(field).or_default().push(display);
            }
        }
    }
    for (at, fields) in votes {
        elect(converter, at, &fields);
    }
}

fn field_of(converter: &mut Converter, at: usize, display: Word) -> Option<String> {
    if display.text.eq_ignore_ascii_case("id") {
        return None;
    }
    let draft = &converter.drafts[at];
    let field = draft.fields.get(&display.text.to_ascii_lowercase());
    let why = match field {
        None => format!("`{}` has no field of that name, so its `display:` is chosen by itself", draft.written),
        Some(field) if !is_shown(converter, at, field) => {
            format!("a field of the type `{}` cannot stand for a row", draft.entity.fields[field].kind)
        }
        Some(field) => return Some(field.clone()),
    };
    converter.notes.dropped(display.span, format!("the display `{}`", display.text), why);
    None
}

fn is_shown(converter: &Converter, at: usize, field: &str) -> bool {
    converter.drafts[at].entity.fields.get(field).is_some_and(|field| SHOWN.contains(&field.kind.as_str()))
}

fn elect(converter: &mut Converter, at: usize, fields: &IndexMap<String, Vec<Word>>) {
    let mut winner: Option<(&String, usize)> = None;
    for (field, votes) in fields {
        if winner.is_none_or(|(_, most)| votes.len() > most) {
            winner = Some((field, votes.len()));
        }
    }
    let Some((winner, _)) = winner else { return };
    converter.drafts[at].entity.display = Some(winner.clone());
    for display in fields.iter().filter(|(field, _)| *field != winner).flat_map(|(_, votes)| votes) {
        converter.notes.changed(
            display.span,
            format!("the display `{}`", display.text),
            format!("`{}` is shown as its `{winner}` everywhere", converter.drafts[at].name),
        );
    }
}
