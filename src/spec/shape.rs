//! The shape of a file: are its keys known, and is behind each what belongs there? Decided by the JSON Schema alone, so
//! that an editor and fountane never disagree; all problems at once, each with the key or the value that was meant.

use serde_json::{Map, Value};

use super::{
    problem::{Path, Problem},
    schema::schema,
};
use crate::yaml::{Content, Entry, Node, Scalar};

/// What came of the check.
#[derive(Debug)]
pub struct Shape {
    /// The document as JSON, without what does not belong in it, and with misspelt keys read as what they resemble.
    pub value: Value,
    /// All that is wrong.
    pub problems: Vec<Problem>,
    /// Whether more is wrong than a key that nobody knows: then checking what the document means would only tell
    /// what follows from this.
    pub broken: bool,
}

/// Checks a whole document.
pub fn check(root: &Node) -> Shape {
    let defs = schema().get("$defs").and_then(Value::as_object);
    let mut checker = Checker { defs, problems: Vec::new(), broken: false };
    let value = checker.check(root, schema(), &Path::root());
    Shape { value, problems: checker.problems, broken: checker.broken }
}

/// The closest of some words, if it is close enough to be what was meant.
pub fn did_you_mean<'a>(word: &str, choices: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let lower = word.to_lowercase();
    choices
        .into_iter()
        .map(|choice| (strsim::damerau_levenshtein(&lower, &choice.to_lowercase()), choice))
        .filter(|(distance, choice)| *distance <= 1 + choice.chars().count().min(word.chars().count()) / 4)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, choice)| choice)
}

struct Checker<'s> {
    defs: Option<&'s Map<String, Value>>,
    problems: Vec<Problem>,
    broken: bool,
}

impl<'s> Checker<'s> {
    fn check(&mut self, node: &Node, schema: &'s Value, path: &Path) -> Value {
        let schema = self.follow(schema);
        let Some(rules) = schema.as_object() else { return node.value() };
        if let Some(choices) = rules.get("anyOf").and_then(Value::as_array) {
            return self.any_of(node, choices, path);
        }
        if let Some(words) = words_of(rules) {
            return self.word(node, &words, path);
        }
        let Some(kinds) = kinds_of(rules) else { return node.value() };
        match &node.content {
            Content::Map { entries, .. } if kinds.contains(&"object") => self.map(entries, rules, path),
            Content::List { items, .. } if kinds.contains(&"array") => self.list(items, rules, path),
            Content::Scalar(scalar) if fits(scalar, &kinds) => self.scalar(scalar, rules, path),
            _ => self.wrong_kind(node, &kinds, path),
        }
    }

    fn follow(&self, schema: &'s Value) -> &'s Value {
        let mut schema = schema;
        while let Some(name) = schema.get("$ref").and_then(Value::as_str).and_then(|link| link.strip_prefix("#/$defs/"))
        {
            match self.defs.and_then(|defs| defs.get(name)) {
                Some(target) => schema = target,
                None => break,
            }
        }
        schema
    }

    /// The choice with the fewest problems among those of the node's own kind.
    fn any_of(&mut self, node: &Node, choices: &'s [Value], path: &Path) -> Value {
        let mut kinds = Vec::new();
        self.kinds_within(choices, &mut kinds);
        if !kinds.iter().any(|kind| is_of(node, kind)) {
            return self.wrong_kind(node, &kinds, path);
        }
        let mut best: Option<(Checker<'s>, Value)> = None;
        for choice in choices {
            let mut within = Vec::new();
            self.kinds_within(std::slice::from_ref(choice), &mut within);
            if !within.iter().any(|kind| is_of(node, kind)) {
                continue;
            }
            let mut attempt = Checker { defs: self.defs, problems: Vec::new(), broken: false };
            let value = attempt.check(node, choice, path);
            if best.as_ref().is_none_or(|(best, _)| attempt.problems.len() < best.problems.len()) {
                best = Some((attempt, value));
            }
        }
        let Some((attempt, value)) = best else { return node.value() };
        self.problems.extend(attempt.problems);
        self.broken |= attempt.broken;
        value
    }

    fn kinds_within(&self, choices: &'s [Value], kinds: &mut Vec<&'s str>) {
        for choice in choices {
            let Some(rules) = self.follow(choice).as_object() else { continue };
            if let Some(inner) = rules.get("anyOf").and_then(Value::as_array) {
                self.kinds_within(inner, kinds);
            } else if let Some(own) = kinds_of(rules) {
                kinds.extend(own);
            }
        }
    }

    fn map(&mut self, entries: &[Entry], rules: &'s Map<String, Value>, path: &Path) -> Value {
        let properties = rules.get("properties").and_then(Value::as_object);
        let others = rules.get("additionalProperties").filter(|others| others.as_bool() != Some(false));
        let mut value = Map::new();
        for entry in entries {
            let here = path.key(&entry.key);
            let known = properties.and_then(|properties| properties.get(&entry.key)).or(others);
            if let Some(schema) = known {
                value.insert(entry.key.clone(), self.entry(entry, schema, &here));
                continue;
            }
            let Some(properties) = properties.filter(|_| rules.contains_key("additionalProperties")) else {
                value.insert(entry.key.clone(), entry.value.value());
                continue;
            };
            let free = |name: &&str| !entries.iter().any(|other| other.key == **name);
            let meant = did_you_mean(&entry.key, properties.keys().map(String::as_str).filter(free));
            self.problems.push(unknown_key(&here, &entry.key, meant, properties, path));
            if let Some(meant) = meant {
                value.insert(meant.to_owned(), self.entry(entry, &properties[meant], &here));
            }
        }
        self.required(&value, entries, rules, path);
        self.exactly_one(entries, rules, path);
        Value::Object(value)
    }

    fn entry(&mut self, entry: &Entry, schema: &'s Value, path: &Path) -> Value {
        let anything = schema.as_bool() == Some(true) || schema.as_object().is_some_and(|rules| !constrains(rules));
        if entry.value.is_null() && !anything {
            self.broken = true;
            self.problems.push(
                Problem::of_key(path.clone(), format!("`{}` has nothing behind it", entry.key))
                    .mend("give it a value, or leave the key out"),
            );
            return Value::Null;
        }
        self.check(&entry.value, schema, path)
    }

    fn required(&mut self, value: &Map<String, Value>, entries: &[Entry], rules: &Map<String, Value>, path: &Path) {
        let Some(required) = rules.get("required").and_then(Value::as_array) else { return };
        for key in required.iter().filter_map(Value::as_str).filter(|key| !value.contains_key(*key)) {
            let what = if path.segments().is_empty() { "the file".to_owned() } else { format!("`{path}`") };
            let mut problem = Problem::of_key(path.clone(), format!("{what} needs `{key}`"));
            if entries.is_empty() && path.segments().is_empty() {
                problem.span = Some(0..0);
            }
            problem.mend = example_of(key).map(|example| format!("add {example}"));
            self.broken = true;
            self.problems.push(problem);
        }
    }

    fn exactly_one(&mut self, entries: &[Entry], rules: &Map<String, Value>, path: &Path) {
        let Some(choices) = rules.get("oneOf").and_then(Value::as_array) else { return };
        let keys: Vec<&str> = choices.iter().filter_map(|choice| choice.get("required")?.get(0)?.as_str()).collect();
        let given: Vec<&str> =
            keys.iter().copied().filter(|key| entries.iter().any(|entry| entry.key == **key)).collect();
        let message = match given.as_slice() {
            [_] => return,
            [] => format!("one of {} is missing", listed(&keys, "and")),
            _ => format!("{} do not go together", listed(&given, "and")),
        };
        self.broken = true;
        self.problems
            .push(Problem::of_key(path.clone(), message).mend(format!("give exactly one of {}", listed(&keys, "and"))));
    }

    fn list(&mut self, items: &[Node], rules: &'s Map<String, Value>, path: &Path) -> Value {
        let Some(schema) = rules.get("items") else { return Value::Array(items.iter().map(Node::value).collect()) };
        Value::Array(items.iter().enumerate().map(|(at, item)| self.check(item, schema, &path.index(at))).collect())
    }

    fn word(&mut self, node: &Node, words: &[&str], path: &Path) -> Value {
        let value = node.value();
        let Some(word) = value.as_str() else {
            // `off` is a word in YAML 1.2 and a boolean for those who learnt 1.1; both arrive here as what they are.
            return self.not_a_word(&value, words, path);
        };
        if words.contains(&word) {
            return value;
        }
        self.not_a_word(&value, words, path)
    }

    fn not_a_word(&mut self, value: &Value, words: &[&str], path: &Path) -> Value {
        self.broken = true;
        let shown = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        let mend = match value.as_str().and_then(|word| did_you_mean(word, words.iter().copied())) {
            Some(meant) => format!("did you mean `{meant}`? There is {}", listed(words, "and")),
            None => format!("write {}", listed(words, "or")),
        };
        self.problems.push(Problem::new(path.clone(), format!("`{shown}` is not known here")).mend(mend));
        Value::Null
    }

    fn scalar(&mut self, scalar: &Scalar, rules: &Map<String, Value>, path: &Path) -> Value {
        let value = scalar.value();
        let Some(number) = value.as_f64() else { return value };
        let limit = |key: &str| rules.get(key).and_then(Value::as_f64);
        let (min, max) = (limit("minimum"), limit("maximum"));
        if min.is_some_and(|min| number < min) || max.is_some_and(|max| number > max) {
            let range = match (min, max) {
                (Some(min), Some(max)) if (min - max).abs() < f64::EPSILON => format!("write `{min}`"),
                (Some(min), Some(max)) => format!("write a number from {min} to {max}"),
                (Some(min), None) => format!("write a number from {min}"),
                (_, max) => format!("write a number up to {}", max.unwrap_or_default()),
            };
            self.broken = true;
            self.problems.push(Problem::new(path.clone(), format!("`{}` is out of range", scalar.text)).mend(range));
        }
        value
    }

    fn wrong_kind(&mut self, node: &Node, kinds: &[&str], path: &Path) -> Value {
        self.broken = true;
        let found = kind_name(node);
        let wanted = wanted(kinds);
        let problem = Problem::new(path.clone(), format!("{wanted} belongs here, but this is {found}"));
        self.problems.push(match &node.content {
            Content::Scalar(scalar) if kinds.contains(&"string") && scalar.plain && !scalar.text.is_empty() => {
                problem.mend(format!("put it in quotes: \"{}\"", scalar.text))
            }
            Content::Scalar(scalar) if kinds == ["array"] && !scalar.text.is_empty() => {
                problem.mend(format!("put it in brackets: [{}]", scalar.text))
            }
            _ if path.segments().is_empty() => {
                problem.mend("begin with `fountane: 1`; `fountane new` writes a whole file")
            }
            Content::Scalar(scalar) if kinds == ["boolean"] && is_yes_or_no(&scalar.text) => {
                problem.mend("write `true` or `false`")
            }
            _ => problem,
        });
        Value::Null
    }
}

fn unknown_key(here: &Path, key: &str, meant: Option<&str>, known: &Map<String, Value>, path: &Path) -> Problem {
    let place = if path.segments().is_empty() { String::new() } else { format!(" in `{path}`") };
    let problem = Problem::of_key(here.clone(), format!("there is no key `{key}`{place}"));
    if let Some(meant) = meant {
        return problem.mend(format!("did you mean `{meant}`?"));
    }
    let keys: Vec<&str> = known.keys().map(String::as_str).collect();
    problem.mend(format!("the keys here are {}", listed(&keys, "and")))
}

/// `a`, `b` and `c`
pub fn listed(words: &[&str], and: &str) -> String {
    let quoted: Vec<String> = words.iter().map(|word| format!("`{word}`")).collect();
    match quoted.as_slice() {
        [] => "nothing".to_owned(),
        [only] => only.clone(),
        [first @ .., last] => format!("{} {and} {last}", first.join(", ")),
    }
}

fn example_of(key: &str) -> Option<&'static str> {
    Some(match key {
        "fountane" => "`fountane: 1`, the version of this format",
        "project" => "`project: { name: my-product }`",
        "entities" => "`entities:` with at least one: `Note: { fields: { title: string! } }`",
        "name" => "`name:` in kebab-case, such as `my-product`",
        "type" => "`type:`, such as `string`",
        "words" => "`words:`, the rule in plain sentences",
        _ => return None,
    })
}

fn words_of(rules: &Map<String, Value>) -> Option<Vec<&str>> {
    if let Some(words) = rules.get("enum").and_then(Value::as_array) {
        return Some(words.iter().filter_map(Value::as_str).collect());
    }
    let choices = rules.get("oneOf").and_then(Value::as_array)?;
    choices.iter().map(|choice| choice.get("const").and_then(Value::as_str)).collect()
}

fn kinds_of(rules: &Map<String, Value>) -> Option<Vec<&str>> {
    match rules.get("type")? {
        Value::String(kind) => Some(vec![kind]),
        Value::Array(kinds) => Some(kinds.iter().filter_map(Value::as_str).collect()),
        _ => None,
    }
}

fn constrains(rules: &Map<String, Value>) -> bool {
    ["$ref", "type", "anyOf", "oneOf", "enum"].iter().any(|key| rules.contains_key(*key))
}

fn is_of(node: &Node, kind: &str) -> bool {
    match &node.content {
        Content::Map { .. } => kind == "object",
        Content::List { .. } => kind == "array",
        Content::Scalar(scalar) => fits(scalar, &[kind]),
    }
}

fn fits(scalar: &Scalar, kinds: &[&str]) -> bool {
    let has = |kind: &str| kinds.contains(&kind);
    match scalar.value() {
        Value::Null => false,
        Value::Bool(_) => has("boolean"),
        Value::Number(number) => has("number") || (has("integer") && !number.is_f64()),
        _ if scalar.plain && crate::yaml::is_number(&scalar.text) => has("number") || has("string"),
        _ => has("string"),
    }
}

fn is_yes_or_no(text: &str) -> bool {
    ["yes", "no", "on", "off", "y", "n"].contains(&text.to_lowercase().as_str())
}

fn kind_name(node: &Node) -> String {
    match &node.content {
        Content::Map { .. } => "a map".to_owned(),
        Content::List { .. } => "a list".to_owned(),
        Content::Scalar(scalar) => match scalar.value() {
            Value::Null => "nothing".to_owned(),
            Value::Bool(value) => format!("`{value}`, a yes or no"),
            Value::Number(_) => format!("the number `{}`", scalar.text),
            _ => format!("the text `{}`", shortened(&scalar.text)),
        },
    }
}

fn shortened(text: &str) -> String {
    let first = text.lines().next().unwrap_or_default();
    if first.chars().count() > 40 || first.len() < text.trim_end().len() {
        format!("{}…", first.chars().take(40).collect::<String>())
    } else {
        first.to_owned()
    }
}

fn wanted(kinds: &[&str]) -> String {
    let mut names: Vec<&str> = kinds
        .iter()
        .map(|kind| match *kind {
            "object" => "a map",
            "array" => "a list",
            "string" => "text",
            "integer" => "a whole number",
            "number" => "a number",
            "boolean" => "`true` or `false`",
            other => other,
        })
        .collect();
    names.dedup();
    match names.as_slice() {
        [first @ .., last] if !first.is_empty() => format!("{} or {last}", first.join(", ")),
        _ => names.join(""),
    }
}
