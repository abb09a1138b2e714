//! The entities that JHipster has without being told.
//!
//! People sign in through the workspace's own accounts. What a model says *about* a user (who wrote a post) needs rows to
//! point to, so `User` becomes an entity like any other, with the fields that JHipster's has.

use super::{Converter, Draft, links::Link};
use crate::spec::{document::Field, import::jdl::check::BUILT_IN};

/// Adds those that a relationship points to and the file does not declare.
pub(super) fn add<'a>(converter: &mut Converter<'a>, links: &[Link<'a>]) {
    for built_in in BUILT_IN {
        if converter.index.contains_key(built_in) {
            continue;
        }
        let ends = links.iter().flat_map(|link| [link.holder, link.target]);
        let Some(written) = ends.filter(|end| end.text == built_in).min_by_key(|end| end.span.start) else { continue };
        let name = converter.names.add(written, &mut converter.notes);
        let mut draft = Draft { written: written.text, name: name.clone(), ..Draft::default() };
        for (field, shape) in if built_in == "User" { user() } else { authority() } {
            draft.members.claim(&[field.to_owned()]);
            draft.fields.insert(field.to_ascii_lowercase(), field.to_owned());
            draft.entity.fields.insert(field.to_owned(), shape);
        }
        draft.entity.description = Some(if built_in == "User" {
            "Somebody who has an account.".to_owned()
        } else {
            "A right that somebody may have.".to_owned()
        });
        converter.index.insert(written.text, converter.drafts.len());
        converter.drafts.push(draft);
        converter.notes.added(
            written.span,
            format!("`{built_in}`"),
            format!(
                "JHipster has it built in; here `{name}` is an entity of its own, and signing in is said in `auth:`"
            ),
        );
    }
}

fn user() -> Vec<(&'static str, Field)> {
    let text = |longest: u32| Field { max: Some(longest.into()), ..Field::of("string") };
    vec![
        ("login", Field { required: true, unique: true, ..text(50) }),
        ("firstName", text(50)),
        ("lastName", text(50)),
        ("email", Field { unique: true, ..Field::of("email") }),
        ("imageUrl", Field::of("url")),
        ("langKey", text(10)),
    ]
}

fn authority() -> Vec<(&'static str, Field)> {
    vec![("name", Field { required: true, unique: true, max: Some(50.into()), ..Field::of("string") })]
}
