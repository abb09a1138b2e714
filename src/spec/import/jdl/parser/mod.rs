//! Tokens to a [`Jdl`], by recursive descent. The language does not nest, so neither does the parser: no input makes it
//! deep, and every step moves on.

mod application;
mod cursor;
mod doc;
mod entity;
mod enumeration;
mod option;
mod relationship;

use self::cursor::Cursor;
use super::{
    ast::{Constant, Jdl, Literal, LiteralKind},
    fault::Fault,
    lexer::lex,
    token::TokenKind,
};

/// What a declaration gives, or why it cannot be read.
type Parsed<T> = Result<T, Fault>;

/// More faults than a person reads in one go.
pub(super) const MOST_FAULTS: usize = 20;

/// Reads a whole file. Where something is wrong the rest is read all the same, so that everything is told at once; the
/// faults are in the order of the file.
pub(super) fn parse(source: &str) -> (Jdl<'_>, Vec<Fault>) {
    let (tokens, mut faults) = lex(source);
    let mut cursor = Cursor::new(source, &tokens);
    let mut jdl = Jdl::default();
    while !cursor.is_at(TokenKind::End) && cursor.faults.len() < MOST_FAULTS {
        let start = cursor.position();
        if let Err(fault) = declaration(&mut cursor, &mut jdl) {
            cursor.faults.push(fault);
            cursor.recover(start);
        }
    }
    if faults.is_empty() {
        // Where the lexer stumbled, what the parser says is only its echo.
        faults = cursor.faults;
    }
    faults.truncate(MOST_FAULTS);
    (jdl, faults)
}

fn declaration<'a>(cursor: &mut Cursor<'a, '_>, jdl: &mut Jdl<'a>) -> Parsed<()> {
    let (doc, annotations) = cursor.lead()?;
    if cursor.is_at(TokenKind::End) && annotations.is_empty() {
        return Ok(());
    }
    if !cursor.is_at(TokenKind::Name) {
        return Err(unknown(cursor));
    }
    if cursor.is_followed_by(TokenKind::Equals) {
        jdl.constants.push(constant(cursor)?);
        return Ok(());
    }
    match cursor.current_text() {
        "entity" => jdl.entities.push(entity::entity(cursor, doc, annotations)?),
        "enum" => jdl.enums.push(enumeration::enumeration(cursor, doc)?),
        "relationship" => relationship::block(cursor, &mut jdl.relationships)?,
        "application" => jdl.applications.push(application::application(cursor)?),
        "deployment" => jdl.deployments.push(application::deployment(cursor)?),
        word if option::is_option(word) => option::option(cursor, &mut jdl.options)?,
        _ => return Err(unknown(cursor)),
    }
    Ok(())
}

fn unknown(cursor: &Cursor) -> Fault {
    cursor.unexpected("`entity`, `enum`, `relationship`, `application`, `deployment` or an option").did_you_mean(
        cursor.current_text(),
        cursor::DECLARATIONS.iter().copied().chain(option::names()),
        || "a file is made of declarations such as `entity Customer { name String }`".to_owned(),
    )
}

fn constant<'a>(cursor: &mut Cursor<'a, '_>) -> Parsed<Constant<'a>> {
    let name = cursor.name("the name of a constant")?;
    cursor.expect(TokenKind::Equals, "`=`")?;
    if !cursor.is_at(TokenKind::Integer) && !cursor.is_at(TokenKind::Decimal) {
        return Err(cursor
            .unexpected(&format!("the number that `{}` stands for", name.text))
            .help("a constant is a number, as in `MAX = 20`"));
    }
    let value = cursor.word();
    Ok(Constant { name, value: Literal { kind: LiteralKind::Number, text: value.text, span: value.span } })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn read(source: &str) -> Jdl<'_> {
        let (jdl, faults) = parse(source);
        assert_eq!(faults, []);
        jdl
    }

    #[test]
    fn every_kind_of_declaration_is_read() {
        let jdl = read(
            "MAX = 20\n/** A */ @dto(mapstruct) entity A (a_a) { /** n */ name String required max(MAX) }\nentity B\n\
             enum C { X, Y (why) Z(\"z z\") }\nrelationship OneToMany { A{b(name) required} to B{a}, B to User with builtInEntity }\n\
             paginate A, B with pagination\nskipClient * except A\nuse mapstruct, serviceImpl for all\n\
             application { config { baseName shop languages [en, de] } entities * except B dto * with mapstruct }\n\
             deployment { deploymentType kubernetes }",
        );
        assert_eq!(jdl.constants.len(), 1);
        let [first, second] = jdl.entities.as_slice() else { panic!("two entities") };
        assert_eq!(first.doc.as_deref(), Some("A"));
        assert_eq!(first.table.map(|table| table.text), Some("a_a"));
        assert_eq!(first.fields[0].doc.as_deref(), Some("n"));
        assert_eq!(first.fields[0].validations.len(), 2);
        assert!(second.fields.is_empty());
        let values: Vec<_> =
            jdl.enums[0].values.iter().map(|value| (value.name.text, value.value.map(|value| value.text))).collect();
        assert_eq!(values, [("X", None), ("Y", Some("why")), ("Z", Some("z z"))]);
        let [one, user] = jdl.relationships.as_slice() else { panic!("two relationships") };
        assert_eq!(one.from.display.map(|display| display.text), Some("name"));
        assert!(one.from.required.is_some() && one.to.required.is_none());
        assert_eq!(user.options[0].text, "builtInEntity");
        let options: Vec<_> = jdl.options.iter().map(|option| (option.name, option.on.all)).collect();
        assert_eq!(options, [("paginate", false), ("skipClient", true), ("dto", true), ("service", true)]);
        assert_eq!(jdl.applications[0].settings.len(), 2);
        assert_eq!(jdl.applications[0].options.len(), 1);
        assert_eq!(jdl.deployments[0].settings.len(), 1);
    }

    #[test]
    fn keywords_are_good_names_for_fields() {
        let jdl = read("entity A {\n  entity String\n  required Boolean\n  pattern String\n  to String\n}");
        let names: Vec<_> = jdl.entities[0].fields.iter().map(|field| field.name.text).collect();
        assert_eq!(names, ["entity", "required", "pattern", "to"]);
    }

    #[test]
    fn a_comment_behind_a_field_describes_it() {
        let jdl = read("entity A {\n a String, /** one */\n b String /** two */\n /** three */ c String\n}");
        let docs: Vec<_> = jdl.entities[0].fields.iter().map(|field| field.doc.as_deref()).collect();
        assert_eq!(docs, [Some("one"), Some("two"), Some("three")]);
    }

    #[test]
    fn reading_goes_on_after_a_fault() {
        let (jdl, faults) =
            parse("entity A { name }\nentity B { x Integer }\nrelationship ManyToAll { A to B }\nenum C { D }");
        let messages: Vec<_> = faults.iter().map(|fault| fault.message.as_str()).collect();
        assert_eq!(
            messages,
            ["expected the type of `name`, found `}`", "expected the kind of the relationship, found `ManyToAll`"]
        );
        assert_eq!((jdl.entities.len(), jdl.enums.len()), (2, 1));
    }
}
