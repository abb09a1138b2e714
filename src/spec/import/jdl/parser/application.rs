//! `application { config { … } entities … }` and `deployment { … }`

use super::{
    Parsed,
    cursor::Cursor,
    option::{is_option, names, option, selection},
};
use crate::spec::import::jdl::{
    ast::{Application, Deployment, Setting},
    token::{Token, TokenKind},
};

/// The next token is `application`.
pub(super) fn application<'a>(cursor: &mut Cursor<'a, '_>) -> Parsed<Application<'a>> {
    let span = cursor.bump().span;
    let opening = cursor.expect(TokenKind::LeftBrace, "`{` after `application`")?;
    let mut application = Application { span, settings: Vec::new(), entities: None, options: Vec::new() };
    loop {
        while cursor.eat(TokenKind::Javadoc).is_some() || cursor.eat(TokenKind::Comma).is_some() {}
        if cursor.eat(TokenKind::RightBrace).is_some() {
            return Ok(application);
        }
        if cursor.is_at(TokenKind::End) || cursor.is_at_declaration() {
            let fault = cursor.unclosed(opening, "the application");
            cursor.faults.push(fault);
            return Ok(application);
        }
        match cursor.current_text() {
            "config" => config(cursor, &mut application.settings)?,
            "entities" => {
                cursor.bump();
                application.entities = Some(selection(cursor, "the entities of the application")?);
            }
            word if is_option(word) => option(cursor, &mut application.options)?,
            word => {
                return Err(cursor.unexpected("`config`, `entities`, an option or `}`").did_you_mean(
                    word,
                    names().chain(["config", "entities"]),
                    || "settings such as `baseName shop` belong into `config { … }`".to_owned(),
                ));
            }
        }
    }
}

/// The next token is `deployment`.
pub(super) fn deployment<'a>(cursor: &mut Cursor<'a, '_>) -> Parsed<Deployment<'a>> {
    let span = cursor.bump().span;
    let mut deployment = Deployment { span, settings: Vec::new() };
    let opening = cursor.expect(TokenKind::LeftBrace, "`{` after `deployment`")?;
    settings(cursor, opening, "the deployment", &mut deployment.settings)?;
    Ok(deployment)
}

fn config<'a>(cursor: &mut Cursor<'a, '_>, into: &mut Vec<Setting<'a>>) -> Parsed<()> {
    cursor.bump();
    let mut namespace = None;
    if cursor.eat(TokenKind::LeftParen).is_some() {
        namespace = Some(cursor.name("the name of a blueprint")?);
        cursor.expect(TokenKind::RightParen, "`)`")?;
    }
    let opening = cursor.expect(TokenKind::LeftBrace, "`{` after `config`")?;
    let before = into.len();
    settings(cursor, opening, "`config`", into)?;
    for setting in &mut into[before..] {
        setting.namespace = namespace;
    }
    Ok(())
}

fn settings<'a>(cursor: &mut Cursor<'a, '_>, opening: Token, owner: &str, into: &mut Vec<Setting<'a>>) -> Parsed<()> {
    loop {
        while cursor.eat(TokenKind::Javadoc).is_some() || cursor.eat(TokenKind::Comma).is_some() {}
        if cursor.eat(TokenKind::RightBrace).is_some() {
            return Ok(());
        }
        if cursor.is_at(TokenKind::End) || cursor.is_at_declaration() {
            let fault = cursor.unclosed(opening, owner);
            cursor.faults.push(fault);
            return Ok(());
        }
        into.push(setting(cursor)?);
    }
}

fn setting<'a>(cursor: &mut Cursor<'a, '_>) -> Parsed<Setting<'a>> {
    let key = cursor.name("the name of a setting or `}`")?;
    let expected = format!("the value of `{}`", key.text);
    let mut setting = Setting { namespace: None, key, values: Vec::new(), span: key.span };
    if cursor.eat(TokenKind::LeftBracket).is_none() {
        let value = cursor.literal(&expected)?;
        setting.span = key.span.to(value.span);
        setting.values.push(value);
        return Ok(setting);
    }
    while !cursor.is_at(TokenKind::RightBracket) {
        setting.values.push(cursor.literal(&format!("{expected} or `]`"))?);
        if cursor.eat(TokenKind::Comma).is_none() {
            break;
        }
    }
    let closing = cursor.expect(TokenKind::RightBracket, "`,` or `]`")?;
    setting.span = key.span.to(closing.span);
    Ok(setting)
}
