//! Fields and relations as arguments of a command: `name:string!,max=80`, `kind:Species=dog`, `owner:Owner!`, `tags:Tag[]`.
//!
//! ```text
//! argument = name ":" type [ "!" ] [ "=" default ] { "," option }
//! type     = word [ "(" … ")" ] | Entity | Entity "[]"
//! option   = key "=" value | flag            (keys as in fountane.yaml: max, pattern, on-delete …)
//! ```
//! `!` makes it required. The name of an entity makes it a relation: `many-to-one`, or `many-to-many` with `[]`. A value
//! with a comma in it stands in double quotes.

use std::{fmt, ops::Range};

use serde_json::{Map, Value, json};

use super::{
    Document,
    document::{Field, Relation, RelationType},
    edit::parse_value,
    schema::schema,
    shape::{did_you_mean, listed},
};

/// What an argument asks for.
#[derive(Debug, Clone, PartialEq)]
pub enum Member {
    /// A field.
    Field {
        /// camelCase.
        name: String,
        /// What it is.
        field: Box<Field>,
    },
    /// A relation.
    Relation {
        /// camelCase.
        name: String,
        /// What it is.
        relation: Box<Relation>,
    },
}

/// Why an argument cannot be read. Its display has three lines: what is wrong, the argument, a caret with what to write.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub struct ArgumentError {
    /// As given.
    pub argument: String,
    /// Bytes of it.
    pub at: Range<usize>,
    /// What is wrong.
    pub message: String,
    /// What to write instead.
    pub mend: String,
}

impl fmt::Display for ArgumentError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let start = self.at.start.min(self.argument.len());
        let before = self.argument[..start].chars().count();
        let length = self.argument.get(self.at.clone()).map_or(1, |part| part.chars().count().max(1));
        writeln!(out, "{}", self.message)?;
        writeln!(out, "  {}", self.argument)?;
        write!(out, "  {}{} {}", " ".repeat(before), "^".repeat(length), self.mend)
    }
}

/// Reads one argument. The document tells entities from types; whether the result is valid is for
/// [`resolve`](super::resolve()) to say.
pub fn member(argument: &str, document: &Document) -> Result<Member, ArgumentError> {
    let error = |at: Range<usize>, message: &str, mend: &str| ArgumentError {
        argument: argument.to_owned(),
        at,
        message: message.to_owned(),
        mend: mend.to_owned(),
    };
    let parts =
        split(argument).map_err(|at| error(at..argument.len(), "a quote or bracket is not closed", "close it"))?;
    let head = parts[0].clone();
    let Some(colon) = argument[head.clone()].find(':') else {
        return Err(error(head, "a type is missing", "write name and type, such as `name:string!`"));
    };
    let name = argument[..colon].to_owned();
    if name.is_empty() {
        return Err(error(0..colon.max(1), "a name is missing", "write one before the colon"));
    }
    let rest = colon + 1..head.end;
    let (kind, default) = match argument[rest.clone()].find('=') {
        Some(at) => (rest.start..rest.start + at, Some(rest.start + at + 1..rest.end)),
        None => (rest, None),
    };
    let written = &argument[kind.clone()];
    let (written, required) = written.strip_suffix('!').map_or((written, false), |written| (written, true));
    if written.is_empty() {
        return Err(error(kind, "a type is missing", "write one such as `string` or the name of an enum or entity"));
    }
    let (target, many) = written.strip_suffix("[]").map_or((written, false), |target| (target, true));
    if document.entities.contains_key(target) {
        let kind = if many { RelationType::ManyToMany } else { RelationType::ManyToOne };
        if let Some(default) = default {
            return Err(error(default, "a relation has no default", "leave it out"));
        }
        let mut relation = json(&Relation { required, ..Relation::of(kind, target) });
        options(argument, &parts[1..], "Relation", &mut relation)?;
        let relation: Relation = serde_json::from_value(Value::Object(relation))
            .map_err(|wrong| error(0..argument.len(), &wrong.to_string(), ""))?;
        return Ok(Member::Relation { name, relation: Box::new(relation) });
    }
    if many {
        let mend = "for many values use `json`, or an entity of its own: `Tag[]`";
        return Err(error(kind, "a field holds one value, not a list", mend));
    }
    let mut field = json(&Field { required, ..Field::of(written) });
    if let Some(default) = default {
        let value = value(&argument[default.clone()])
            .ok_or_else(|| error(default, "the default cannot be read", "put it in double quotes"))?;
        field.insert("default".to_owned(), value);
    }
    options(argument, &parts[1..], "Field", &mut field)?;
    let field: Field = serde_json::from_value(Value::Object(field))
        .map_err(|wrong| error(0..argument.len(), &wrong.to_string(), ""))?;
    Ok(Member::Field { name, field: Box::new(field) })
}

fn options(
    argument: &str,
    parts: &[Range<usize>],
    definition: &str,
    into: &mut Map<String, Value>,
) -> Result<(), ArgumentError> {
    let known = schema()["$defs"][definition]["properties"].as_object();
    for part in parts {
        let text = &argument[part.clone()];
        let (key, value_at) =
            text.split_once('=').map_or((text, None), |(key, _)| (key, Some(part.start + key.len() + 1..part.end)));
        let key_at = part.start..part.start + key.len();
        let error = |at: Range<usize>, message: String, mend: String| ArgumentError {
            argument: argument.to_owned(),
            at,
            message,
            mend,
        };
        let Some(rules) = known.and_then(|known| known.get(key)) else {
            let keys: Vec<&str> = known.map(|known| known.keys().map(String::as_str).collect()).unwrap_or_default();
            let mend = did_you_mean(key, keys.iter().copied()).map_or_else(
                || format!("the options are {}", listed(&keys, "and")),
                |meant| format!("did you mean `{meant}`?"),
            );
            return Err(error(key_at, format!("there is no option `{key}`"), mend));
        };
        let value = match value_at {
            None if rules["type"] == "boolean" => json!(true),
            None => return Err(error(key_at, format!("`{key}` needs a value"), format!("write `{key}=…`"))),
            Some(at) => value(&argument[at.clone()]).ok_or_else(|| {
                error(at, "the value cannot be read".to_owned(), "put it in double quotes".to_owned())
            })?,
        };
        let value = match (rules["type"].as_str(), value) {
            (Some("array"), one @ Value::String(_)) => json!([one]),
            (Some("string"), Value::Number(number)) => json!(number.to_string()),
            (_, value) => value,
        };
        into.insert(key.to_owned(), value);
    }
    Ok(())
}

fn value(text: &str) -> Option<Value> {
    parse_value(text).ok().filter(|value| !value.is_null())
}

fn json<T: serde::Serialize>(value: &T) -> Map<String, Value> {
    match serde_json::to_value(value) {
        Ok(Value::Object(map)) => map,
        _ => Map::new(),
    }
}

/// The parts between commas that stand in no quotes and no brackets; or where something was opened that is not closed.
fn split(argument: &str) -> Result<Vec<Range<usize>>, usize> {
    let (mut parts, mut start, mut depth, mut opened, mut quoted, mut escaped) =
        (Vec::new(), 0, 0_usize, 0, false, false);
    for (at, letter) in argument.char_indices() {
        match letter {
            _ if escaped => escaped = false,
            '\\' if quoted => escaped = true,
            '"' => {
                quoted = !quoted;
                opened = if quoted { at } else { opened };
            }
            '(' | '[' | '{' if !quoted => {
                depth += 1;
                opened = at;
            }
            ')' | ']' | '}' if !quoted => depth = depth.saturating_sub(1),
            ',' if !quoted && depth == 0 => {
                parts.push(start..at);
                start = at + 1;
            }
            _ => {}
        }
    }
    if quoted || depth > 0 {
        return Err(opened);
    }
    parts.push(start..argument.len());
    Ok(parts)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spec::{document::FieldForm, parse};

    fn clinic() -> Document {
        parse(include_str!("../../tests/fixtures/specs/clinic.yaml"), "fountane.yaml").unwrap()
    }

    fn shown(argument: &str) -> String {
        match member(argument, &clinic()) {
            Ok(Member::Field { name, field }) => format!(
                "{name}: {}",
                crate::yaml::write::flow(&serde_json::to_value(FieldForm::from(&*field)).unwrap())
            ),
            Ok(Member::Relation { name, relation }) => {
                format!("{name}: {}", crate::yaml::write::flow(&serde_json::to_value(relation).unwrap()))
            }
            Err(error) => error.to_string(),
        }
    }

    #[test]
    fn arguments_are_short_for_what_stands_in_the_file() {
        let arguments = [
            "name:string!",
            "note:text",
            "price:money(EUR)",
            "weight:decimal(6, 2),min=0,unit=kg",
            "kind:Species=dog",
            "email:email!,unique,immutable",
            "phone:string,pattern=\"^[0-9, ]+$\",example=\"12, 3\"",
            "count:int=0",
            "photo:file,accept=image/png,max-size=2MB",
            "owner:Owner!,on-delete=cascade",
            "tags:Vaccine[],inverse=owners",
            "day:date=2026-05-02",
            "flag:boolean!=true",
        ];
        insta::assert_snapshot!(arguments.map(shown).join("\n"), @r#"
        name: string!
        note: text
        price: money(EUR)
        weight: { type: "decimal(6, 2)", min: 0, unit: kg }
        kind: { type: Species, default: dog }
        email: { type: email, required: true, unique: true, immutable: true }
        phone: { type: string, example: "12, 3", pattern: "^[0-9, ]+$" }
        count: { type: int, default: 0 }
        photo: { type: file, accept: [image/png], max-size: 2MB }
        owner: { many-to-one: Owner, required: true, on-delete: cascade }
        tags: { many-to-many: Vaccine, inverse: owners }
        day: { type: date, default: "2026-05-02" }
        flag: { type: boolean, required: true, default: true }
        "#);
    }

    #[test]
    fn what_cannot_be_read_is_shown_with_a_caret() {
        let arguments = [
            "name",
            ":string",
            "name:",
            "name:string!,maxx=80",
            "name:string,max",
            "tags:string[]",
            "owner:Owner=Ada",
            "price:money(EUR",
            "a:string,pattern=\"x",
        ];
        insta::assert_snapshot!(arguments.map(shown).join("\n"), @r#"
        a type is missing
          name
          ^^^^ write name and type, such as `name:string!`
        a name is missing
          :string
          ^ write one before the colon
        a type is missing
          name:
               ^ write one such as `string` or the name of an enum or entity
        there is no option `maxx`
          name:string!,maxx=80
                       ^^^^ did you mean `max`?
        `max` needs a value
          name:string,max
                      ^^^ write `max=…`
        a field holds one value, not a list
          tags:string[]
               ^^^^^^^^ for many values use `json`, or an entity of its own: `Tag[]`
        a relation has no default
          owner:Owner=Ada
                      ^^^ leave it out
        a quote or bracket is not closed
          price:money(EUR
                     ^^^^ close it
        a quote or bracket is not closed
          a:string,pattern="x
                           ^^ close it
        "#);
    }
}
