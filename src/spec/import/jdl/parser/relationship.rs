//! `relationship OneToMany { A{b} to B{a} }`

use super::{Parsed, cursor::Cursor};
use crate::spec::import::jdl::{
    ast::{Annotation, Relationship, RelationshipKind, Side, Word},
    token::TokenKind,
};

/// What may stand after `with`.
const OPTIONS: [&str; 2] = ["builtInEntity", "jpaDerivedIdentifier"];

/// The next token is `relationship`; each line of the block becomes one relationship.
pub(super) fn block<'a>(cursor: &mut Cursor<'a, '_>, relationships: &mut Vec<Relationship<'a>>) -> Parsed<()> {
    cursor.bump();
    let kind = kind(cursor)?;
    let opening = cursor.expect(TokenKind::LeftBrace, "`{`")?;
    loop {
        let (doc, annotations) = cursor.lead()?;
        if annotations.is_empty() && cursor.eat(TokenKind::RightBrace).is_some() {
            return Ok(());
        }
        if cursor.is_at(TokenKind::End) || cursor.is_at_declaration() {
            let fault = cursor.unclosed(opening, "the relationship");
            cursor.faults.push(fault);
            return Ok(());
        }
        let start = cursor.position();
        match line(cursor, kind, doc, annotations) {
            Ok(relationship) => relationships.push(relationship),
            Err(fault) => {
                cursor.faults.push(fault);
                cursor.skip_line(start);
            }
        }
        while cursor.eat(TokenKind::Comma).is_some() {}
    }
}

fn line<'a>(
    cursor: &mut Cursor<'a, '_>,
    kind: RelationshipKind,
    doc: Option<String>,
    annotations: Vec<Annotation<'a>>,
) -> Parsed<Relationship<'a>> {
    let mut from = side(cursor)?;
    from.doc = from.doc.or(doc);
    from.annotations = annotations;
    if cursor.eat_word("to").is_none() {
        return Err(cursor
            .unexpected("`to` and the other side")
            .help(format!("write it as in `{}{{other}} to Other{{one}}`", from.entity.text)));
    }
    let (doc, annotations) = cursor.lead()?;
    let mut to = side(cursor)?;
    to.doc = to.doc.or(doc);
    to.annotations = annotations;
    let options = if cursor.eat_word("with").is_some() { options(cursor)? } else { Vec::new() };
    if to.doc.is_none() {
        to.doc = cursor.trailing_doc();
    }
    Ok(Relationship { kind, from, to, options })
}

fn kind(cursor: &mut Cursor) -> Parsed<RelationshipKind> {
    let written = cursor.current_text();
    let known = RelationshipKind::ALL.iter().find(|(name, _)| *name == written);
    if let Some((_, kind)) = known {
        cursor.bump();
        return Ok(*kind);
    }
    let names = RelationshipKind::ALL.map(|(name, _)| name);
    Err(cursor
        .unexpected("the kind of the relationship")
        .did_you_mean(written, names, || format!("there are {}", names.map(|name| format!("`{name}`")).join(", "))))
}

fn side<'a>(cursor: &mut Cursor<'a, '_>) -> Parsed<Side<'a>> {
    let entity = cursor.name("the name of an entity")?;
    let mut side = Side { doc: None, annotations: Vec::new(), entity, field: None, display: None, required: None };
    if cursor.eat(TokenKind::LeftBrace).is_none() {
        return Ok(side);
    }
    (side.doc, _) = cursor.lead()?;
    side.field = Some(cursor.name(&format!("the name of the field that `{}` gets", entity.text))?);
    if cursor.eat(TokenKind::LeftParen).is_some() {
        side.display = Some(cursor.name("the name of the field to show")?);
        cursor.expect(TokenKind::RightParen, "`)`")?;
    }
    side.required = cursor.eat_word("required");
    cursor.expect(TokenKind::RightBrace, "`required` or `}`").map_err(|fault| {
        let written = cursor.current_text();
        fault.did_you_mean(written, ["required"], || "only `required` may stand here".to_owned())
    })?;
    Ok(side)
}

fn options<'a>(cursor: &mut Cursor<'a, '_>) -> Parsed<Vec<Word<'a>>> {
    let mut options = Vec::new();
    loop {
        let written = cursor.current_text();
        if !OPTIONS.contains(&written) {
            return Err(cursor.unexpected("`builtInEntity` or `jpaDerivedIdentifier` after `with`").did_you_mean(
                written,
                OPTIONS,
                || "leave `with` out".to_owned(),
            ));
        }
        options.push(cursor.word());
        let goes_on = cursor.is_at(TokenKind::Comma) && OPTIONS.contains(&cursor.text_of(cursor.ahead(1)));
        if !goes_on {
            return Ok(options);
        }
        cursor.bump();
    }
}
