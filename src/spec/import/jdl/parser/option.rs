//! `paginate A, B with pagination`, `skipClient * except A`, `use mapstruct, serviceImpl for A`

use super::{Parsed, cursor::Cursor};
use crate::spec::import::jdl::{
    ast::{Literal, LiteralKind, OptionUse, Selection},
    token::TokenKind,
};

/// Options that are on or off.
const UNARY: [&str; 6] = ["skipClient", "skipServer", "noFluentMethod", "readOnly", "filter", "embedded"];

/// Options that have a value after `with`.
const BINARY: [&str; 9] = [
    "dto",
    "paginate",
    "pagination",
    "service",
    "microservice",
    "search",
    "angularSuffix",
    "clientRootFolder",
    "changelogDate",
];

/// What a value in a `use` list belongs to.
const VALUES: [(&str, &str); 8] = [
    ("mapstruct", "dto"),
    ("serviceClass", "service"),
    ("serviceImpl", "service"),
    ("pagination", "paginate"),
    ("pager", "paginate"),
    ("infinite-scroll", "paginate"),
    ("elasticsearch", "search"),
    ("couchbase", "search"),
];

/// Every word that begins an option.
pub(super) fn names() -> impl Iterator<Item = &'static str> {
    UNARY.into_iter().chain(BINARY).chain(["use"])
}

/// Whether an option begins with that word.
pub(super) fn is_option(word: &str) -> bool {
    names().any(|name| name == word)
}

/// The next token is the name of an option, or `use`.
pub(super) fn option<'a>(cursor: &mut Cursor<'a, '_>, options: &mut Vec<OptionUse<'a>>) -> Parsed<()> {
    let name = cursor.word();
    if name.text == "use" {
        return several(cursor, options);
    }
    let mut on = selection(cursor, &format!("the entities that `{}` is for", name.text))?;
    let mut value = None;
    if BINARY.contains(&name.text) {
        if cursor.eat_word("with").is_none() {
            return Err(cursor.unexpected("`with` and a value").help(format!(
                "write it as in `{} A, B with {}`",
                name.text,
                example(name.text)
            )));
        }
        value = Some(cursor.literal(&format!("the value of `{}`", name.text))?);
        exclusion(cursor, &mut on)?;
    }
    options.push(OptionUse { name: name.text, value, on, span: name.span });
    Ok(())
}

fn example(name: &str) -> &'static str {
    VALUES.iter().find(|(_, option)| *option == name).map_or("value", |(value, _)| value)
}

fn several<'a>(cursor: &mut Cursor<'a, '_>, options: &mut Vec<OptionUse<'a>>) -> Parsed<()> {
    let mut words = vec![cursor.name("the value of an option")?];
    while cursor.eat(TokenKind::Comma).is_some() {
        words.push(cursor.name("the value of an option")?);
    }
    if cursor.eat_word("for").is_none() {
        return Err(cursor
            .unexpected("`for` and the entities")
            .help("write it as in `use mapstruct, serviceClass for A, B`"));
    }
    let on = selection(cursor, "the entities after `for`")?;
    for word in words {
        let option = VALUES.iter().find(|(value, _)| *value == word.text).map(|(_, name)| *name);
        let value = Literal { kind: LiteralKind::Name, text: word.text, span: word.span };
        options.push(OptionUse {
            name: option.unwrap_or(word.text),
            value: option.map(|_| value),
            on: on.clone(),
            span: word.span,
        });
    }
    Ok(())
}

/// `*`, `all` or names, and what is excepted.
pub(super) fn selection<'a>(cursor: &mut Cursor<'a, '_>, what: &str) -> Parsed<Selection<'a>> {
    let mut on = Selection::default();
    loop {
        if cursor.eat(TokenKind::Star).is_some() {
            on.all = true;
        } else {
            on.names.push(cursor.name(what)?);
        }
        if cursor.eat(TokenKind::Comma).is_none() {
            break;
        }
    }
    if on.names.len() == 1 && on.names[0].text == "all" {
        on.names.clear();
        on.all = true;
    }
    exclusion(cursor, &mut on)?;
    Ok(on)
}

fn exclusion<'a>(cursor: &mut Cursor<'a, '_>, on: &mut Selection<'a>) -> Parsed<()> {
    if cursor.eat_word("except").is_none() {
        return Ok(());
    }
    loop {
        on.except.push(cursor.name("the name of an entity after `except`")?);
        if cursor.eat(TokenKind::Comma).is_none() {
            return Ok(());
        }
    }
}
