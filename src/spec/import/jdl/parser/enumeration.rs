//! `enum Name { A, B (b) }`

use super::{Parsed, cursor::Cursor};
use crate::spec::import::jdl::{
    ast::{Enum, EnumValue},
    fault::Fault,
    token::TokenKind,
};

/// The next token is `enum`; the comment before it is passed in.
pub(super) fn enumeration<'a>(cursor: &mut Cursor<'a, '_>, doc: Option<String>) -> Parsed<Enum<'a>> {
    cursor.bump();
    let name = cursor.name("the name of an enum")?;
    let opening = cursor.expect(TokenKind::LeftBrace, &format!("`{{` and the values of `{}`", name.text))?;
    let mut values: Vec<EnumValue> = Vec::new();
    loop {
        let (doc, _) = cursor.lead()?;
        if cursor.eat(TokenKind::RightBrace).is_some() {
            break;
        }
        if cursor.is_at(TokenKind::End) || cursor.is_at_declaration() {
            let fault = cursor.unclosed(opening, &format!("enum `{}`", name.text));
            cursor.faults.push(fault);
            break;
        }
        let mut value = value(cursor, doc)?;
        while cursor.eat(TokenKind::Comma).is_some() {
            if value.doc.is_none() && cursor.ahead(1).starts_line {
                value.doc = cursor.trailing_doc();
            }
        }
        values.push(value);
    }
    if values.is_empty() {
        return Err(Fault::new(name.span, format!("enum `{}` has no values", name.text))
            .help(format!("write at least one, as in `enum {} {{ FIRST, SECOND }}`", name.text)));
    }
    Ok(Enum { doc, name, values })
}

fn value<'a>(cursor: &mut Cursor<'a, '_>, doc: Option<String>) -> Parsed<EnumValue<'a>> {
    let name = cursor.name("a value of the enum or `}`")?;
    let mut value = None;
    if cursor.eat(TokenKind::LeftParen).is_some() {
        value = Some(cursor.literal(&format!("the text of `{}`", name.text))?);
        cursor.expect(TokenKind::RightParen, "`)`").map_err(|fault| {
            fault.help(format!("put a text of several words into quotes: `{} (\"one two\")`", name.text))
        })?;
    }
    let trailing = cursor.trailing_doc();
    Ok(EnumValue { doc: doc.or(trailing), name, value })
}
