//! What a property holds.

use super::{
    objects::is_null,
    scalars,
    source::{Source, Target, is_true, items, text, value},
};
use crate::{
    spec::import::relational::schema::{Bound, Kind, TableName},
    yaml::{Content, Node},
};

/// References and forms within one another.
const DEEPEST: usize = 32;

pub(super) const NO_LIST: &str = "the spec has no lists; an entity of its own may suit better";
const NO_MAP: &str = "the spec has no type for pairs of key and value";
const ANYTHING: &str = "it may be anything";
const SEVERAL: &str = "it has one of several forms";
const OUTSIDE: &str = "what it refers to is in another file, or nowhere";
const TOO_DEEP: &str = "it refers to itself";

/// What a property holds.
#[derive(Clone)]
pub(super) enum Shape<'a> {
    /// One value.
    Value(Kind),
    /// One object that has a name.
    One(&'a str),
    /// Several of them.
    Many(&'a str),
    /// An object without a name.
    Parts(&'a Node),
    /// Several of them.
    PartList,
}

/// A condition, of whatever it is said.
#[derive(Clone)]
pub(super) enum Limit {
    OneOf(Vec<String>),
    AtLeast(Bound),
    AtMost(Bound),
    Shortest(i64),
    Longest(i64),
    Matches(String),
}

/// A property as it is read.
#[derive(Clone)]
pub(super) struct Read<'a> {
    pub shape: Shape<'a>,
    pub is_nullable: bool,
    pub is_read_only: bool,
    pub limits: Vec<Limit>,
    pub default: Option<&'a Node>,
    pub description: Option<&'a str>,
    /// The type as it is written, for notes.
    pub written: String,
    /// What is said and has no counterpart.
    pub without: Vec<&'a str>,
    /// Whether a size had to be guessed: of a whole number without a format.
    pub is_sized: bool,
}

/// Reads a property's schema.
pub(super) fn read<'a>(node: &'a Node, name: &str, source: &Source<'a>) -> Read<'a> {
    source.begin();
    read_within(node, name, source, 0)
}

fn kept(why: &'static str) -> Shape<'static> {
    Shape::Value(Kind::Foreign { kept_as: "json", why })
}

fn read_within<'a>(node: &'a Node, name: &str, source: &Source<'a>, depth: usize) -> Read<'a> {
    let mut read = Read {
        shape: kept(TOO_DEEP),
        is_nullable: false,
        is_read_only: false,
        limits: Vec::new(),
        default: None,
        description: None,
        written: "any".to_owned(),
        without: Vec::new(),
        is_sized: true,
    };
    if depth > DEEPEST || !source.may_look() {
        return read;
    }
    match source.target(node) {
        Some(Target::Schema(target)) => read = of_named(target, name, source, depth),
        Some(Target::Part(part)) => read = read_within(part, name, source, depth + 1),
        Some(Target::Outside | Target::Missing) => {
            read.shape = kept(OUTSIDE);
            text(node, "$ref").unwrap_or_default().clone_into(&mut read.written);
        }
        None => of_own(node, name, source, depth, &mut read),
    }
    read.is_nullable |= is_true(node, "nullable") || is_true(node, "x-nullable");
    read.is_read_only |= is_true(node, "readOnly");
    read.description = text(node, "description").or_else(|| text(node, "title")).or(read.description);
    read.default = value(node, "default").filter(|node| !node.is_null()).or(read.default);
    read
}

/// A schema with a name: an object keeps it, anything else is as if it stood here.
fn of_named<'a>(target: &'a str, name: &str, source: &Source<'a>, depth: usize) -> Read<'a> {
    let node = source.schemas[target].node;
    let mut read = read_within(node, name, source, depth + 1);
    match read.shape {
        Shape::Parts(_) => {
            read.shape = Shape::One(target);
            read.description = None;
        }
        Shape::Value(Kind::Choice(_)) => {
            read.shape = Shape::Value(Kind::Enum(TableName { schema: None, name: target.to_owned() }));
            read.description = None;
        }
        // Several forms of objects are one object with a name.
        Shape::Value(Kind::Foreign { why: SEVERAL, .. }) if is_object(node, source, 0) => {
            read.shape = Shape::One(target);
            read.description = None;
        }
        _ => {}
    }
    target.clone_into(&mut read.written);
    read
}

/// Whether a schema is an object, or all its forms are.
pub(super) fn is_thing<'a>(node: &'a Node, source: &Source<'a>) -> bool {
    source.begin();
    is_object(node, source, 0)
}

fn is_object<'a>(node: &'a Node, source: &Source<'a>, depth: usize) -> bool {
    if depth > DEEPEST || !source.may_look() {
        return false;
    }
    match source.target(node) {
        Some(Target::Schema(name)) => return is_object(source.schemas[name].node, source, depth + 1),
        Some(Target::Part(part)) => return is_object(part, source, depth + 1),
        Some(_) => return false,
        None => {}
    }
    if value(node, "properties").is_some() {
        return true;
    }
    if items(node, "allOf").iter().any(|part| is_object(part, source, depth + 1)) {
        return true;
    }
    ["oneOf", "anyOf"].iter().any(|key| {
        let mut forms = items(node, key).iter().filter(|part| !is_null(part)).peekable();
        forms.peek().is_some() && forms.all(|form| is_object(form, source, depth + 1))
    })
}

fn of_own<'a>(node: &'a Node, name: &str, source: &Source<'a>, depth: usize, read: &mut Read<'a>) {
    let (kinds, has_null) = types(node);
    read.is_nullable = has_null || items(node, "enum").iter().any(Node::is_null);
    if !items(node, "allOf").is_empty() {
        return of_all(node, name, source, depth, read);
    }
    for key in ["oneOf", "anyOf"] {
        let forms = items(node, key);
        if !forms.is_empty() && value(node, "properties").is_none() {
            return of_one(forms, name, source, depth, read);
        }
    }
    read.without = scalars::unknown_keywords(node);
    match kinds.as_slice() {
        ["array"] => {
            let item = value(node, "items").map(|item| read_within(item, name, source, depth + 1));
            "array".clone_into(&mut read.written);
            read.shape = match item {
                Some(Read { shape: Shape::One(target), .. }) => Shape::Many(target),
                Some(Read { shape: Shape::Parts(_), .. }) => Shape::PartList,
                _ => kept(NO_LIST),
            };
        }
        ["object"] => {
            "object".clone_into(&mut read.written);
            let has_own = value(node, "properties").is_some_and(|node| match &node.content {
                Content::Map { entries, .. } => !entries.is_empty(),
                _ => false,
            });
            read.shape = match (has_own, value(node, "additionalProperties")) {
                (true, _) => Shape::Parts(node),
                (false, Some(further)) if matches!(further.content, Content::Map { .. }) => kept(NO_MAP),
                _ => Shape::Value(Kind::Json),
            };
        }
        [] => read.shape = kept(ANYTHING),
        [_] | ["integer", "number"] | ["number", "integer"] => scalars::read(node, kinds[0], name, read),
        [..] => {
            read.written = kinds.join(" or ");
            read.shape = kept(SEVERAL);
        }
    }
}

/// The types that are written or meant, and whether nothing is one of them.
fn types(node: &Node) -> (Vec<&str>, bool) {
    let given = value(node, "type");
    let mut kinds: Vec<&str> = match given.map(|given| &given.content) {
        Some(Content::List { items, .. }) => items.iter().filter_map(super::source::word).take(16).collect(),
        Some(_) => given.and_then(super::source::word).into_iter().collect(),
        None => Vec::new(),
    };
    let has_null = kinds.contains(&"null") || items_have_null(given);
    kinds.retain(|kind| *kind != "null");
    if kinds.is_empty() && value(node, "properties").or_else(|| value(node, "additionalProperties")).is_some() {
        kinds.push("object");
    } else if kinds.is_empty() && value(node, "items").is_some() {
        kinds.push("array");
    } else if kinds.is_empty() {
        kinds.extend(scalars::meant_type(node));
    }
    (kinds, has_null)
}

/// `[string, null]` without quotes.
fn items_have_null(given: Option<&Node>) -> bool {
    matches!(given.map(|given| &given.content), Some(Content::List { items, .. }) if items.iter().any(Node::is_null))
}

/// Often only a reference with something beside it.
fn of_all<'a>(node: &'a Node, name: &str, source: &Source<'a>, depth: usize, read: &mut Read<'a>) {
    let nullable = read.is_nullable;
    let mut parts: Vec<Read> =
        items(node, "allOf").iter().take(64).map(|part| read_within(part, name, source, depth + 1)).collect();
    let says_something = |part: &Read| !matches!(part.shape, Shape::Value(Kind::Foreign { why: ANYTHING, .. }));
    let objects = parts.iter().filter(|part| matches!(part.shape, Shape::One(_) | Shape::Parts(_))).count();
    if objects > 1 || (objects == 1 && value(node, "properties").is_some()) {
        "object".clone_into(&mut read.written);
        read.shape = Shape::Parts(node);
        return;
    }
    let Some(at) = parts.iter().position(says_something) else {
        read.shape = kept(ANYTHING);
        return;
    };
    *read = parts.swap_remove(at);
    read.is_nullable |= nullable;
}

/// One form, nothing aside, is that form; several must agree.
fn of_one<'a>(forms: &'a [Node], name: &str, source: &Source<'a>, depth: usize, read: &mut Read<'a>) {
    let nullable = read.is_nullable || forms.iter().any(is_null);
    let mut each: Vec<Read> = forms
        .iter()
        .filter(|form| !is_null(form))
        .take(64)
        .map(|form| read_within(form, name, source, depth + 1))
        .collect();
    let kinds: Vec<&Shape> = each.iter().map(|one| &one.shape).collect();
    let is_text = |shape: &&Shape| {
        matches!(
            shape,
            Shape::Value(
                Kind::Line(_)
                    | Kind::Prose
                    | Kind::Choice(_)
                    | Kind::Enum(_)
                    | Kind::Uuid
                    | Kind::Email
                    | Kind::Url
                    | Kind::Date
                    | Kind::Moment
            )
        )
    };
    let is_number = |shape: &&Shape| matches!(shape, Shape::Value(Kind::Int { .. } | Kind::Float | Kind::Decimal(_)));
    if let [_] = kinds.as_slice() {
        *read = each.swap_remove(0);
    } else if !kinds.is_empty() && kinds.iter().all(is_text) {
        read.shape = Shape::Value(Kind::Line(None));
        "string".clone_into(&mut read.written);
    } else if !kinds.is_empty() && kinds.iter().all(is_number) {
        read.shape = Shape::Value(Kind::Decimal(None));
        "number".clone_into(&mut read.written);
    } else {
        read.shape = kept(SEVERAL);
        "one of several".clone_into(&mut read.written);
    }
    read.is_nullable |= nullable;
}
