//! The compact grammar of `fountane add` and the interview: `Pet name:string! owner:Owner status:open|done`.
//!
//! A member is `name:type`, with `!` behind it where it is required, and options in brackets: `price:money(currency=EUR)!`,
//! `email:email(unique)!`. A type that is an entity's name makes a relation (`Owner` many-to-one, `Tag[]` many-to-many);
//! values with `|` between them make an enum of their own.

use heck::ToUpperCamelCase as _;
use serde_json::{Map, Value, json};

/// `Pet name:string! owner:Owner`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntityLine {
    /// `Pet`.
    pub name: String,
    /// In the order of the line.
    pub members: Vec<Member>,
}

/// `name:string!`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// `name`.
    pub name: String,
    /// What it holds or points to.
    pub holds: Holds,
    /// Options in brackets, a flag being `true`.
    pub options: Vec<(String, Value)>,
    /// Whether there is a `!`.
    pub required: bool,
}

/// What stands behind a member's colon.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Holds {
    /// A type of the spec, an enum, or an entity.
    Named(String),
    /// `Tag[]`: any number of an entity.
    Many(String),
    /// `open|done`: an enum of its own.
    Values(Vec<String>),
}

/// What a line adds to the spec.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Additions {
    /// By name, as the spec writes them.
    pub fields: Map<String, Value>,
    /// By name, as the spec writes them.
    pub relations: Map<String, Value>,
    /// By name, as the spec writes them.
    pub enums: Map<String, Value>,
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
    /// A member has no type.
    #[error("`{member}` has no type: write `{member}:string`")]
    NoType {
        /// As written.
        member: String,
    },
    /// A bracket is not closed.
    #[error("`{member}` has a bracket that is not closed")]
    Bracket {
        /// As written.
        member: String,
    },
    /// Two members have one name.
    #[error("`{name}` is there twice")]
    Twice {
        /// The name.
        name: String,
    },
    /// `Tag[]!` makes no promise that could be kept.
    #[error("`{member}` cannot be required: many-to-many may be empty")]
    RequiredMany {
        /// As written.
        member: String,
    },
}

impl EntityLine {
    /// Reads a line.
    pub fn parse(line: &str) -> Result<Self, ShorthandError> {
        let mut words = words(line).into_iter();
        let name = words.next().ok_or(ShorthandError::Empty)?;
        if !is_pascal(&name) {
            let expected = "the name of an entity: capital letter first, such as `Pet` or `InvoiceLine`";
            return Err(ShorthandError::Name { name, expected });
        }
        let members = members(words)?;
        Ok(Self { name, members })
    }
}

/// Reads members such as `name:string!`, one each.
pub fn members(words: impl IntoIterator<Item = impl AsRef<str>>) -> Result<Vec<Member>, ShorthandError> {
    let mut members: Vec<Member> = Vec::new();
    for word in words {
        let member = Member::parse(word.as_ref())?;
        if members.iter().any(|other| other.name == member.name) {
            return Err(ShorthandError::Twice { name: member.name });
        }
        members.push(member);
    }
    Ok(members)
}

/// What members add to an entity, where these entities are known.
pub fn additions(entity: &str, members: &[Member], is_entity: impl Fn(&str) -> bool) -> Additions {
    let mut additions = Additions::default();
    for member in members {
        match &member.holds {
            Holds::Named(target) if is_entity(target) => {
                additions.relations.insert(member.name.clone(), member.relation("many-to-one", target));
            }
            Holds::Many(target) => {
                additions.relations.insert(member.name.clone(), member.relation("many-to-many", target));
            }
            Holds::Named(kind) => {
                additions.fields.insert(member.name.clone(), member.field(kind));
            }
            Holds::Values(values) => {
                let name = format!("{entity}{}", member.name.to_upper_camel_case());
                additions.fields.insert(member.name.clone(), member.field(&name));
                additions.enums.insert(name, json!(values));
            }
        }
    }
    additions
}

/// `clinic Owner Pet`, or `clinic: Owner, Pet`.
pub fn service_line(line: &str) -> Result<(String, Vec<String>), ShorthandError> {
    let mut words = line.split([' ', ',', ':']).filter(|word| !word.is_empty()).map(str::to_owned);
    let name = words.next().ok_or(ShorthandError::Empty)?;
    if !is_kebab(&name) {
        return Err(ShorthandError::Name { name, expected: "the name of a service: small letters, such as `clinic`" });
    }
    let entities: Vec<String> = words.collect();
    match entities.iter().find(|entity| !is_pascal(entity)) {
        Some(entity) => {
            Err(ShorthandError::Name { name: entity.clone(), expected: "the name of an entity, such as `Pet`" })
        }
        None => Ok((name, entities)),
    }
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

impl Member {
    fn parse(word: &str) -> Result<Self, ShorthandError> {
        let (name, rest) = word.split_once(':').ok_or_else(|| ShorthandError::NoType { member: word.to_owned() })?;
        if !is_camel(name) {
            let expected = "the name of a field: small letter first, such as `name` or `bornOn`";
            return Err(ShorthandError::Name { name: name.to_owned(), expected });
        }
        let (rest, required) = match rest.strip_suffix('!') {
            Some(rest) => (rest, true),
            None => (rest, false),
        };
        let (kind, options) = match rest.split_once('(') {
            None => (rest, Vec::new()),
            Some((kind, options)) => {
                let options = options.strip_suffix(')').ok_or_else(|| ShorthandError::Bracket { member: word.to_owned() })?;
                (kind, options.split(',').map(str::trim).filter(|option| !option.is_empty()).map(option).collect())
            }
        };
        if kind.is_empty() {
            return Err(ShorthandError::NoType { member: name.to_owned() });
        }
        let holds = match kind.strip_suffix("[]") {
            Some(_) if required => return Err(ShorthandError::RequiredMany { member: word.to_owned() }),
            Some(target) => Holds::Many(target.to_owned()),
            None if kind.contains('|') => Holds::Values(kind.split('|').map(str::to_owned).collect()),
            None => Holds::Named(kind.to_owned()),
        };
        Ok(Self { name: name.to_owned(), holds, options, required })
    }

    /// The short form where it says everything.
    fn field(&self, kind: &str) -> Value {
        if self.options.is_empty() {
            return format!("{kind}{}", if self.required { "!" } else { "" }).into();
        }
        let mut field = Map::new();
        field.insert("type".to_owned(), kind.into());
        if self.required {
            field.insert("required".to_owned(), true.into());
        }
        field.extend(self.options.iter().cloned());
        Value::Object(field)
    }

    fn relation(&self, kind: &str, target: &str) -> Value {
        let mut relation = Map::new();
        relation.insert(kind.to_owned(), target.into());
        if self.required {
            relation.insert("required".to_owned(), true.into());
        }
        relation.extend(self.options.iter().cloned());
        Value::Object(relation)
    }
}

/// `min=0`, `unique`.
fn option(text: &str) -> (String, Value) {
    match text.split_once('=') {
        None => (text.to_owned(), true.into()),
        Some((key, value)) => {
            // Digits with a leading zero, or more of them than a number holds, stay text.
            let number = value.parse::<i64>().ok().filter(|number| number.to_string() == value).map(Value::from);
            let value = number.or_else(|| value.parse::<bool>().ok().map(Value::from)).unwrap_or_else(|| value.into());
            (key.trim().to_owned(), value)
        }
    }
}

/// Words, not split inside brackets.
fn words(line: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut depth = 0_i32;
    for c in line.chars() {
        depth += i32::from(c == '(') - i32::from(c == ')');
        if c.is_whitespace() && depth <= 0 {
            words.push(String::new());
        } else if let Some(word) = words.last_mut() {
            word.push(c);
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

fn is_pascal(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_uppercase()) && name.chars().all(|c| c.is_ascii_alphanumeric())
}

fn is_camel(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_lowercase()) && name.chars().all(|c| c.is_ascii_alphanumeric())
}

fn is_kebab(name: &str) -> bool {
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    name.starts_with(|c: char| c.is_ascii_lowercase()) && name.chars().all(plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn added(line: &str) -> Value {
        let line = EntityLine::parse(line).unwrap();
        let Additions { fields, relations, enums } = additions(&line.name, &line.members, |name| name == "Owner");
        json!({ "fields": fields, "relations": relations, "enums": enums })
    }

    #[test]
    fn fields_relations_and_enums_come_out_as_the_spec_writes_them() {
        let added = added("Pet name:string! price:money(currency=EUR, min=0)! owner:Owner! tags:Tag[] state:open|done! kind:Kind");
        insta::assert_snapshot!(serde_json::to_string_pretty(&added).unwrap(), @r#"
        {
          "fields": {
            "name": "string!",
            "price": {
              "type": "money",
              "required": true,
              "currency": "EUR",
              "min": 0
            },
            "state": "PetState!",
            "kind": "Kind"
          },
          "relations": {
            "owner": {
              "many-to-one": "Owner",
              "required": true
            },
            "tags": {
              "many-to-many": "Tag"
            }
          },
          "enums": {
            "PetState": [
              "open",
              "done"
            ]
          }
        }
        "#);
    }

    #[test]
    fn faults_say_what_to_write() {
        let say = |line: &str| EntityLine::parse(line).unwrap_err().to_string();
        let said = [
            say(""),
            say("pet"),
            say("Pet name"),
            say("Pet Name:string"),
            say("Pet name:string name:text"),
            say("Pet price:money(min=0"),
            say("Pet tags:Tag[]!"),
            say("Pet a:"),
        ];
        insta::assert_snapshot!(said.join("\n"), @r"
        a name is missing
        `pet` is not the name of an entity: capital letter first, such as `Pet` or `InvoiceLine`
        `name` has no type: write `name:string`
        `Name` is not the name of a field: small letter first, such as `name` or `bornOn`
        `name` is there twice
        `price:money(min=0` has a bracket that is not closed
        `tags:Tag[]!` cannot be required: many-to-many may be empty
        `a` has no type: write `a:string`
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
