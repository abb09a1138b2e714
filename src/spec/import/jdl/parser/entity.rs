//! `entity Name (table) { … }`

use super::{Parsed, cursor::Cursor};
use crate::spec::import::jdl::{
    ast::{Annotation, Entity, Field, LiteralKind, Rule, Validation, Word},
    fault::Fault,
    token::TokenKind,
};

/// The next token is `entity`; what stood before it is passed in.
pub(super) fn entity<'a>(
    cursor: &mut Cursor<'a, '_>,
    doc: Option<String>,
    annotations: Vec<Annotation<'a>>,
) -> Parsed<Entity<'a>> {
    cursor.bump();
    let name = cursor.name("the name of an entity")?;
    let mut table = None;
    if cursor.eat(TokenKind::LeftParen).is_some() {
        let written = cursor.literal(&format!("the table of `{}`", name.text))?;
        table = Some(Word { text: written.text, span: written.span });
        cursor.expect(TokenKind::RightParen, "`)` after the table")?;
    }
    let fields = if cursor.is_at(TokenKind::LeftBrace) { body(cursor, name)? } else { Vec::new() };
    Ok(Entity { doc, annotations, name, table, fields })
}

fn body<'a>(cursor: &mut Cursor<'a, '_>, owner: Word<'a>) -> Parsed<Vec<Field<'a>>> {
    let opening = cursor.bump();
    let mut fields: Vec<Field> = Vec::new();
    loop {
        let (doc, annotations) = cursor.lead()?;
        if annotations.is_empty() && cursor.eat(TokenKind::RightBrace).is_some() {
            return Ok(fields);
        }
        if cursor.is_at(TokenKind::End) || cursor.is_at_declaration() {
            let fault = cursor.unclosed(opening, &format!("`{}`", owner.text));
            cursor.faults.push(fault);
            return Ok(fields);
        }
        let start = cursor.position();
        let mut field = match field(cursor, doc, annotations) {
            Ok(field) => field,
            Err(fault) => {
                cursor.faults.push(fault);
                cursor.skip_line(start);
                continue;
            }
        };
        while cursor.eat(TokenKind::Comma).is_some() {
            if field.doc.is_none() {
                field.doc = doc_behind_comma(cursor);
            }
        }
        fields.push(field);
    }
}

/// `a String, /** about a */` at the end of a line: about `a`, not about the next line.
fn doc_behind_comma(cursor: &mut Cursor) -> Option<String> {
    let ends_line = cursor.ahead(1).starts_line || cursor.is_followed_by(TokenKind::RightBrace);
    if ends_line { cursor.trailing_doc() } else { None }
}

fn field<'a>(cursor: &mut Cursor<'a, '_>, doc: Option<String>, annotations: Vec<Annotation<'a>>) -> Parsed<Field<'a>> {
    let name = cursor.name("the name of a field or `}`").map_err(|fault| match cursor.current().kind {
        TokenKind::Text => fault.help("write a default before the field, as in `@defaultValue(\"x\") name String`"),
        _ => fault.help("a field is a name and a type, as in `name String`"),
    })?;
    if !cursor.is_at(TokenKind::Name) || is_next_field(cursor) {
        let fault = if cursor.is_at(TokenKind::Name) {
            Fault::new(name.span, format!("field `{}` has no type", name.text))
        } else {
            cursor.unexpected(&format!("the type of `{}`", name.text))
        };
        return Err(fault.help(format!("write its type after it, as in `{} String`", name.text)));
    }
    let kind = cursor.word();
    let mut validations = Vec::new();
    while let Some(validation) = validation(cursor, name)? {
        validations.push(validation);
    }
    let trailing = cursor.trailing_doc();
    Ok(Field { doc: doc.or(trailing), annotations, name, kind, validations })
}

/// Whether, where a type should stand, there is the next line's `age Integer`.
fn is_next_field(cursor: &Cursor) -> bool {
    let (first, second) = (cursor.current(), cursor.ahead(1));
    first.starts_line
        && second.kind == TokenKind::Name
        && !second.starts_line
        && Rule::of(cursor.text_of(second)).is_none()
        && cursor.text_of(second).starts_with(|letter: char| letter.is_ascii_uppercase())
}

fn validation<'a>(cursor: &mut Cursor<'a, '_>, field: Word<'a>) -> Parsed<Option<Validation<'a>>> {
    if !cursor.is_at(TokenKind::Name) || is_field_named_like_a_rule(cursor) {
        return Ok(None);
    }
    let Some(rule) = Rule::of(cursor.current_text()) else {
        return if is_mistyped_rule(cursor) { Err(unknown_rule(cursor, field)) } else { Ok(None) };
    };
    let word = cursor.word();
    if matches!(rule, Rule::Required | Rule::Unique) {
        return Ok(Some(Validation { rule, value: None, span: word.span }));
    }
    cursor.expect(TokenKind::LeftParen, &format!("`(` after `{}`", word.text)).map_err(|fault| match rule {
        Rule::Pattern => fault.help("write the expression between slashes, as in `pattern(/^[a-z]+$/)`"),
        _ => fault.help(format!("write the limit after it, as in `{}(20)`", word.text)),
    })?;
    let expected = if rule == Rule::Pattern { "a pattern between slashes" } else { "a number or a constant" };
    let start = cursor.current();
    let value = cursor.literal(expected)?;
    let fits = match rule {
        Rule::Pattern => value.kind == LiteralKind::Regex,
        _ => matches!(value.kind, LiteralKind::Number | LiteralKind::Name),
    };
    if !fits {
        let fault = Fault::new(start.span, format!("`{}` takes {expected}", word.text));
        return Err(match rule {
            Rule::Pattern => fault.help(format!("write `pattern(/{}/)`", value.text)),
            _ => fault.help(format!("write it as in `{}(20)`", word.text)),
        });
    }
    let closing = cursor
        .expect(TokenKind::RightParen, "`)`")
        .map_err(|fault| fault.help(format!("write `)` behind `{}`", value.text)))?;
    Ok(Some(Validation { rule, value: Some(value), span: word.span.to(closing.span) }))
}

/// `required Boolean` on a line of its own is a field; so is `min Integer`.
fn is_field_named_like_a_rule(cursor: &Cursor) -> bool {
    let (token, next) = (cursor.current(), cursor.ahead(1));
    token.starts_line && next.kind == TokenKind::Name && !next.starts_line && Rule::of(cursor.text_of(next)).is_none()
}

/// A word on the same line that neither is a rule nor has a type behind it.
fn is_mistyped_rule(cursor: &Cursor) -> bool {
    let next = cursor.ahead(1);
    !cursor.current().starts_line && (next.kind != TokenKind::Name || next.starts_line)
}

fn unknown_rule(cursor: &Cursor, field: Word) -> Fault {
    let written = cursor.current_text();
    Fault::new(cursor.current().span, format!("`{written}` is no validation of `{}`", field.text)).did_you_mean(
        written,
        Rule::ALL.map(|(name, _)| name),
        || format!("there are {}", Rule::ALL.map(|(name, _)| format!("`{name}`")).join(", ")),
    )
}
