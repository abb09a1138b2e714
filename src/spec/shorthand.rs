//! Lines of the interview and of `fountane add`: `Pet name:string! owner:Owner state:open|done`.
//!
//! A member is an [`argument`](super::argument); here it may also be a list of values with `|` between them, which becomes
//! an enum of its own. Whether a line means something is for `resolve` to say, once all lines are there.

use indexmap::IndexMap;

use super::argument::{self, ArgumentError, Member};
use super::document::{Document, Enum, Field, Relation};
use super::shape::did_you_mean;
use super::type_name;

/// `Pet name:string! owner:Owner`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntityLine {
    /// `Pet`.
    pub name: String,
    /// `name:string!`, in the order of the line.
    pub arguments: Vec<String>,
}

/// What members add to a spec.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Additions {
    /// By name.
    pub fields: IndexMap<String, Field>,
    /// By name.
    pub relations: IndexMap<String, Relation>,
    /// By name.
    pub enums: IndexMap<String, Enum>,
}

/// Why a line is not understood.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ShorthandError {
    /// There is nothing in it.
    #[error("a name is missing")]
    Empty,
    /// The name is not written as names of its sort are.
    #[error("`{name}` is not {expected}")]
    Name {
        /// As written.
        name: String,
        /// What would do.
        expected: &'static str,
    },
    /// A member is not understood.
    #[error(transparent)]
    Argument(#[from] ArgumentError),
    /// There is no such type.
    #[error("there is no type `{name}`{}", near.as_ref().map_or_else(String::new, |near| format!("; did you mean `{near}`?")))]
    Type {
        /// As written.
        name: String,
        /// The closest there is.
        near: Option<String>,
    },
    /// Two members, or two lines, have one name.
    #[error("`{name}` is there twice")]
    Twice {
        /// The name.
        name: String,
    },
}

impl EntityLine {
    /// Reads a line, as far as can be told without the others.
    pub fn parse(line: &str) -> Result<Self, ShorthandError> {
        let mut words = words(line).into_iter();
        let name = words.next().ok_or(ShorthandError::Empty)?;
        check_entity_name(&name)?;
        let line = Self { name, arguments: words.collect() };
        let mut document = Document::named("draft");
        let added = additions(&line.name, &line.arguments, &mut document)?;
        added.fields.values().try_for_each(check_type)?;
        Ok(line)
    }
}

/// A type in small letters must be one that needs no declaration; others may be declared by other lines.
fn check_type(field: &Field) -> Result<(), ShorthandError> {
    let name = type_name::parse(&field.kind).map_or(field.kind.as_str(), |parsed| parsed.name);
    let is_declared = name.starts_with(|c: char| c.is_ascii_uppercase());
    if is_declared || type_name::BUILT_IN.contains(&name) {
        return Ok(());
    }
    let near = type_name::synonym(name).or_else(|| did_you_mean(name, type_name::BUILT_IN.iter().copied()));
    Err(ShorthandError::Type { name: name.to_owned(), near: near.map(str::to_owned) })
}

/// A name that an entity may have.
pub fn check_entity_name(name: &str) -> Result<(), ShorthandError> {
    let fits = name.starts_with(|c: char| c.is_ascii_uppercase()) && name.chars().all(|c| c.is_ascii_alphanumeric());
    let expected = "the name of an entity: capital letter first, such as `Pet` or `InvoiceLine`";
    if fits { Ok(()) } else { Err(ShorthandError::Name { name: name.to_owned(), expected }) }
}

/// What arguments add to an entity. The document tells entities from types; the entity itself is made in it where it is
/// missing, so that it can point to itself.
pub fn additions(entity: &str, arguments: &[String], document: &mut Document) -> Result<Additions, ShorthandError> {
    document.entities.entry(entity.to_owned()).or_default();
    let mut additions = Additions::default();
    for argument in arguments {
        let (argument, enumeration) = with_enum(entity, argument);
        additions.enums.extend(enumeration);
        let (name, is_new) = match argument::member(&argument, document)? {
            Member::Field { name, mut field } => {
                if field.kind == "money" && field.currency.is_none() {
                    field.currency = Some(usual_currency(document));
                }
                (name.clone(), additions.fields.insert(name, *field).is_none())
            }
            Member::Relation { name, relation } => {
                (name.clone(), additions.relations.insert(name, *relation).is_none())
            }
        };
        if !is_new || (additions.fields.contains_key(&name) && additions.relations.contains_key(&name)) {
            return Err(ShorthandError::Twice { name });
        }
    }
    Ok(additions)
}

/// `price:money` is in the currency of the first amount that there is, or in euros.
fn usual_currency(document: &Document) -> String {
    let fields = document.entities.values().flat_map(|entity| entity.fields.values());
    let known = fields.filter(|field| field.kind == "money").find_map(|field| field.currency.clone());
    known.unwrap_or_else(|| "EUR".to_owned())
}

/// `state:open|done!` of a pet is `state:PetState!`, and the enum `PetState`.
fn with_enum(entity: &str, argument: &str) -> (String, Option<(String, Enum)>) {
    use heck::ToUpperCamelCase as _;
    let Some((name, rest)) = argument.split_once(':') else { return (argument.to_owned(), None) };
    let end = rest.find(['!', '=', ',', '(']).unwrap_or(rest.len());
    let (kind, behind) = rest.split_at(end);
    if !kind.contains('|') {
        return (argument.to_owned(), None);
    }
    let enumeration = format!("{entity}{}", name.to_upper_camel_case());
    let values = Enum::of(kind.split('|').filter(|value| !value.is_empty()));
    (format!("{name}:{enumeration}{behind}"), Some((enumeration, values)))
}

/// `clinic Owner Pet`, or `clinic: Owner, Pet`.
pub fn service_line(line: &str) -> Result<(String, Vec<String>), ShorthandError> {
    let mut words = line.split([' ', ',', ':']).filter(|word| !word.is_empty()).map(str::to_owned);
    let name = words.next().ok_or(ShorthandError::Empty)?;
    if !is_kebab(&name) {
        return Err(ShorthandError::Name { name, expected: "the name of a service: small letters, such as `clinic`" });
    }
    let entities: Vec<String> = words.collect();
    entities.iter().try_for_each(|entity| check_entity_name(entity))?;
    Ok((name, entities))
}

/// `viewer Reads everything`, or `viewer: Reads everything`.
pub fn role_line(line: &str) -> Result<(String, String), ShorthandError> {
    let line = line.trim();
    let (name, description) = line.split_once([' ', ':']).unwrap_or((line, ""));
    if name.is_empty() {
        return Err(ShorthandError::Empty);
    }
    if !is_kebab(name) {
        let expected = "the name of a role: small letters, such as `viewer`";
        return Err(ShorthandError::Name { name: name.to_owned(), expected });
    }
    Ok((name.to_owned(), description.trim().to_owned()))
}

/// Words, not split inside brackets and quotes.
fn words(line: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let (mut depth, mut quoted) = (0_i32, false);
    for c in line.chars() {
        quoted ^= c == '"';
        depth += i32::from(c == '(') - i32::from(c == ')');
        if c.is_whitespace() && depth <= 0 && !quoted {
            words.push(String::new());
        } else if let Some(word) = words.last_mut() {
            word.push(c);
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

fn is_kebab(name: &str) -> bool {
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    name.starts_with(|c: char| c.is_ascii_lowercase()) && name.chars().all(plain)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spec::document::Entity;

    #[test]
    fn fields_relations_and_enums_come_out_as_the_spec_writes_them() {
        let line = EntityLine::parse("Pet name:string! owner:Owner! mother:Pet state:open|done!=open").unwrap();
        let mut document = Document::named("x");
        document.entities.insert("Owner".to_owned(), Entity::default());
        let added = additions(&line.name, &line.arguments, &mut document).unwrap();
        let mut document = Document::named("x");
        document.enums = added.enums;
        let pet = Entity { fields: added.fields, relations: added.relations, ..Entity::default() };
        document.entities.insert(line.name, pet);
        insta::assert_snapshot!(crate::spec::to_yaml(&document), @r"
        # yaml-language-server: $schema=.fountane/schema.json
        fountane: 1                       # version of this format

        project:
          name: x

        enums:
          PetState: [open, done]

        entities:
          Pet:
            fields:
              name: string!
              state: { type: PetState, required: true, default: open }
            relations:
              owner: { many-to-one: Owner, required: true }
              mother: { many-to-one: Pet }
        ");
    }

    #[test]
    fn faults_say_what_to_write() {
        let say = |line: &str| EntityLine::parse(line).unwrap_err().to_string();
        let said = [
            say(""),
            say("pet"),
            say("Pet name"),
            say("Pet name:strin"),
            say("Pet name:string name:text"),
            say("Pet price:money,mni=0"),
        ];
        insta::assert_snapshot!(said.join("\n"), @r"
        a name is missing
        `pet` is not the name of an entity: capital letter first, such as `Pet` or `InvoiceLine`
        a type is missing
          name
          ^^^^ write name and type, such as `name:string!`
        there is no type `strin`; did you mean `string`?
        `name` is there twice
        there is no option `mni`
          price:money,mni=0
                      ^^^ did you mean `min`?
        ");
    }

    #[test]
    fn services_and_roles() {
        assert_eq!(service_line("clinic: Owner, Pet"), Ok(("clinic".into(), vec!["Owner".into(), "Pet".into()])));
        assert!(service_line("Clinic Owner").is_err());
        assert!(service_line("clinic owner").is_err());
        assert_eq!(role_line("viewer: Reads  everything"), Ok(("viewer".into(), "Reads  everything".into())));
        assert_eq!(role_line("viewer"), Ok(("viewer".into(), String::new())));
        assert!(role_line("").is_err());
    }
}
