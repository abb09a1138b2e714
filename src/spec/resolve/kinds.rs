//! What a field holds, with its bounds.

use serde_json::Value;

use crate::spec::{
    Document, currency,
    decimal::Decimal,
    document::Field,
    model::{Enum, FieldKind},
    problem::{Path, Problem},
    shape::{did_you_mean, listed},
    size,
    type_name::{self, BUILT_IN, TypeError, TypeName},
};

/// None where the type makes no sense.
pub(super) fn kind(
    document: &Document,
    field: &Field,
    path: &Path,
    enums: &[Enum],
    problems: &mut Vec<Problem>,
) -> Option<FieldKind> {
    let type_name = match type_name::parse(&field.kind) {
        Ok(type_name) => type_name,
        Err(error) => {
            let problem = Problem::new(path.key("type"), error.to_string());
            problems.push(match error {
                TypeError::List => problem.mend("use `json`, or an entity of its own and a `many-to-many` relation"),
                _ => problem.mend("write a type such as `string`, `string(80)` or `decimal(6, 2)`"),
            });
            return None;
        }
    };
    let mut given = Given { field, path, problems, type_name: &type_name, used: Vec::new() };
    let kind = match type_name.name {
        "string" => given.string(),
        "text" => given.text(),
        "int" => {
            let (min, max) = given.whole_bounds(i32::MIN.into(), i32::MAX.into());
            FieldKind::Int {
                min: min.and_then(|min| min.try_into().ok()),
                max: max.and_then(|max| max.try_into().ok()),
            }
        }
        "long" => {
            let (min, max) = given.whole_bounds(i64::MIN, i64::MAX);
            FieldKind::Long { min, max }
        }
        "decimal" => given.decimal(),
        "float" => {
            let (min, max) = given.decimal_bounds(None);
            FieldKind::Float { min, max }
        }
        "money" => given.money()?,
        "boolean" => FieldKind::Boolean,
        "date" => FieldKind::Date,
        "time" => FieldKind::Time,
        "datetime" => FieldKind::DateTime,
        "duration" => FieldKind::Duration,
        "uuid" => FieldKind::Uuid,
        "json" => FieldKind::Json,
        "bytes" => FieldKind::Bytes { max: given.max_size(1 << 20, 10 << 20) },
        "file" => given.file(),
        "email" => FieldKind::Email,
        "url" => FieldKind::Url,
        name => {
            let Some(at) = document.enums.get_index_of(name) else {
                problems.push(unknown_type(path.key("type"), name, document));
                return None;
            };
            FieldKind::Enum { id: enums[at].id }
        }
    };
    given.refuse_unused();
    Some(kind)
}

fn unknown_type(path: Path, name: &str, document: &Document) -> Problem {
    let problem = Problem::new(path.clone(), format!("there is no type `{name}`"));
    if document.entities.contains_key(name) {
        let problem = Problem::new(path, format!("`{name}` is an entity, not a type"));
        return problem.mend(format!("make it a relation: `relations: {{ …: {{ many-to-one: {name} }} }}`"));
    }
    if let Some(known) = type_name::synonym(name) {
        return problem.mend(format!("write `{known}`"));
    }
    let choices = BUILT_IN.iter().copied().chain(document.enums.keys().map(String::as_str));
    match did_you_mean(name, choices) {
        Some(meant) => problem.mend(format!("did you mean `{meant}`?")),
        None => problem.mend(format!("the types are {}, and the names of enums", listed(BUILT_IN, "and"))),
    }
}

/// A field as given, and which of its keys its type has asked for.
struct Given<'a> {
    field: &'a Field,
    path: &'a Path,
    problems: &'a mut Vec<Problem>,
    type_name: &'a TypeName<'a>,
    used: Vec<&'static str>,
}

impl Given<'_> {
    fn string(&mut self) -> FieldKind {
        let (min, max) = self.lengths(1, 255, 10_000, "use the type `text` for longer ones");
        self.used.push("pattern");
        let pattern = self.field.pattern.clone();
        if let Some(pattern) = &pattern {
            self.check_pattern(pattern);
        }
        FieldKind::String { min, max, pattern }
    }

    fn text(&mut self) -> FieldKind {
        let (min, max) =
            self.lengths(u32::from(self.field.required), 100_000, 1_000_000, "use the type `file` for longer ones");
        FieldKind::Text { min, max }
    }

    fn decimal(&mut self) -> FieldKind {
        self.used.extend(["precision", "scale"]);
        let [precision, scale] = [self.argument(0), self.argument(1)].map(|text| text.map(str::parse::<u8>));
        let precision = self.one_of("precision", self.field.precision, precision, 18);
        let scale = self.one_of("scale", self.field.scale, scale, 2.min(precision));
        self.refuse_arguments(2);
        if !(1..=38).contains(&precision) {
            self.problem("precision", "a decimal has 1 to 38 digits".to_owned(), "choose fewer");
        }
        if scale > precision {
            let message = format!("{scale} digits after the point are more than all {precision} digits");
            self.problem("scale", message, "let `precision` count all digits, `scale` those after the point");
        }
        let (min, max) = self.decimal_bounds(Some(scale));
        FieldKind::Decimal { precision, scale, min, max }
    }

    fn money(&mut self) -> Option<FieldKind> {
        self.used.push("currency");
        let argument = self.argument(0).map(str::to_owned);
        self.refuse_arguments(1);
        let Some(currency) = self.field.currency.clone().or(argument) else {
            self.problem("type", "money needs a currency".to_owned(), "write `money(EUR)`, or add `currency: EUR`");
            return None;
        };
        let Some(scale) = currency::scale(&currency) else {
            let key = if self.field.currency.is_some() { "currency" } else { "type" };
            let mend = match did_you_mean(&currency, currency::codes()) {
                Some(meant) => format!("did you mean `{meant}`?"),
                None => "write the three letters of ISO 4217, such as `EUR`".to_owned(),
            };
            self.problem(key, format!("there is no currency `{}`", currency.escape_debug()), &mend);
            return None;
        };
        let (min, max) = self.decimal_bounds(Some(scale));
        Some(FieldKind::Money { currency, scale, min, max })
    }

    fn file(&mut self) -> FieldKind {
        self.used.push("accept");
        let accept = self.field.accept.clone();
        for (at, media) in accept.iter().enumerate() {
            if !is_media_type(media) {
                let path = self.path.key("accept").index(at);
                let message = format!("`{}` is not a media type", media.escape_debug());
                self.problems.push(
                    Problem::new(path, message).mend("write one such as `image/png`, `image/*` or `application/pdf`"),
                );
            }
        }
        FieldKind::File { accept, max: self.max_size(10_000_000, 5_000_000_000) }
    }

    fn max_size(&mut self, default: u64, most: u64) -> u64 {
        self.used.push("max-size");
        let argument = self.argument(0).map(str::to_owned);
        self.refuse_arguments(1);
        let Some(text) = self.field.max_size.clone().or(argument) else { return default };
        let Some(size) = size::bytes(&text).filter(|size| *size > 0) else {
            self.problem(
                "max-size",
                format!("`{}` is not a size", text.escape_debug()),
                "write a whole number and a unit, such as `2MB`",
            );
            return default;
        };
        if size > most {
            let message = format!("a `{}` has at most {} MB", self.type_name.name, most / 1_000_000);
            self.problem(
                "max-size",
                message,
                if self.type_name.name == "bytes" { "use the type `file`" } else { "choose less" },
            );
        }
        size
    }

    fn lengths(&mut self, least: u32, default: u32, most: u32, longer: &str) -> (u32, u32) {
        self.used.extend(["min", "max"]);
        let argument = self.argument(0).map(str::parse::<u32>);
        self.refuse_arguments(1);
        let given_min = self.length("min", self.field.min.as_ref());
        let given_max = self.length("max", self.field.max.as_ref());
        let max = self.one_of("max", given_max, argument, default);
        let min = given_min.unwrap_or(least);
        if max > most || max == 0 {
            let message = format!("a `{}` has 1 to {most} characters", self.type_name.name);
            self.problem("max", message, longer);
        } else if min > max {
            self.problem("min", format!("`min` ({min}) is more than `max` ({max})"), "swap them, or raise `max`");
        }
        (min, max)
    }

    fn length(&mut self, key: &'static str, value: Option<&Value>) -> Option<u32> {
        let value = value?;
        let length = value.as_u64().and_then(|length| u32::try_from(length).ok());
        if length.is_none() {
            self.problem(key, format!("`{key}` of a text is a number of characters"), "write a whole number");
        }
        length
    }

    fn whole_bounds(&mut self, lowest: i64, highest: i64) -> (Option<i64>, Option<i64>) {
        self.used.extend(["min", "max", "unit"]);
        self.refuse_arguments(0);
        let min = self.whole("min", self.field.min.as_ref(), lowest, highest);
        let max = self.whole("max", self.field.max.as_ref(), lowest, highest);
        if let (Some(low), Some(high)) = (min, max)
            && low > high
        {
            self.problem("min", format!("`min` ({low}) is more than `max` ({high})"), "swap them, or raise `max`");
        }
        (min, max)
    }

    fn whole(&mut self, key: &'static str, value: Option<&Value>, lowest: i64, highest: i64) -> Option<i64> {
        let value = value?;
        let number = value.as_i64().or_else(|| value.as_str()?.parse().ok());
        let number = number.filter(|number| (lowest..=highest).contains(number));
        if number.is_none() {
            let message = format!("`{key}` must be a whole number from {lowest} to {highest}");
            let is_long = highest > i64::from(i32::MAX);
            self.problem(
                key,
                message,
                if is_long { "choose another" } else { "choose another, or use the type `long`" },
            );
        }
        number
    }

    /// `scale` is the digits after the point that may be given, where there is a limit.
    fn decimal_bounds(&mut self, scale: Option<u8>) -> (Option<String>, Option<String>) {
        self.used.extend(["min", "max", "unit"]);
        if scale.is_none() {
            self.refuse_arguments(0);
        }
        let min = self.bound("min", self.field.min.as_ref(), scale);
        let max = self.bound("max", self.field.max.as_ref(), scale);
        if let (Some(low), Some(high)) = (&min, &max)
            && low > high
        {
            let message = format!("`min` ({}) is more than `max` ({})", low.shortest(), high.shortest());
            self.problem("min", message, "swap them, or raise `max`");
        }
        (min.map(|min| min.shortest()), max.map(|max| max.shortest()))
    }

    fn bound(&mut self, key: &'static str, value: Option<&Value>, scale: Option<u8>) -> Option<Decimal> {
        let value = value?;
        let Some(number) = Decimal::of(value) else {
            self.problem(key, format!("`{key}` must be a number"), "write one such as `0.5`");
            return None;
        };
        if let Some(scale) = scale.filter(|scale| number.fraction_digits() > usize::from(*scale)) {
            self.problem(
                key,
                format!("`{key}` has more than {scale} digits after the point"),
                "round it, or raise `scale`",
            );
        }
        Some(number)
    }

    fn check_pattern(&mut self, pattern: &str) {
        if let Some((message, mend)) = wrong_pattern(pattern) {
            self.problem("pattern", message, &mend);
        }
    }

    fn argument(&self, at: usize) -> Option<&str> {
        self.type_name.arguments.get(at).copied()
    }

    /// Of a key and an argument in brackets, which say the same: the one that is given.
    fn one_of<T: Copy + PartialEq, E>(
        &mut self,
        key: &'static str,
        by_key: Option<T>,
        argument: Option<Result<T, E>>,
        default: T,
    ) -> T {
        match (by_key, argument) {
            (None, None) => default,
            (value, Some(Err(_))) => {
                let message = format!("what stands in the brackets of `{}` must be a number", self.field.kind);
                self.problem("type", message, &format!("write `{key}` as a whole number"));
                value.unwrap_or(default)
            }
            (Some(value), None) | (None, Some(Ok(value))) => value,
            (Some(value), Some(Ok(argument))) => {
                if value != argument {
                    self.problem(
                        key,
                        format!("`{key}` says something else than the brackets of `{}`", self.field.kind),
                        "leave one of them out",
                    );
                }
                value
            }
        }
    }

    fn refuse_arguments(&mut self, most: usize) {
        if self.type_name.arguments.len() > most {
            let name = self.type_name.name;
            let message = match most {
                0 => format!("`{name}` takes nothing in brackets"),
                _ => format!("`{name}` takes at most {most} in brackets"),
            };
            self.problem("type", message, "leave the rest out");
        }
    }

    fn refuse_unused(&mut self) {
        let field = self.field;
        let given = [
            ("min", field.min.is_some()),
            ("max", field.max.is_some()),
            ("pattern", field.pattern.is_some()),
            ("precision", field.precision.is_some()),
            ("scale", field.scale.is_some()),
            ("unit", field.unit.is_some()),
            ("currency", field.currency.is_some()),
            ("accept", !field.accept.is_empty()),
            ("max-size", field.max_size.is_some()),
        ];
        let takes_arguments = ["string", "text", "decimal", "money", "bytes", "file", "int", "long", "float"];
        if !takes_arguments.contains(&self.type_name.name) {
            self.refuse_arguments(0);
        }
        for (key, is_given) in given {
            if is_given && !self.used.contains(&key) {
                let message = format!("`{key}` means nothing for the type `{}`", self.type_name.name);
                let mend = if key == "unit" && self.type_name.name == "money" {
                    "the currency is the unit"
                } else {
                    "leave it out"
                };
                self.problems.push(Problem::of_key(self.path.key(key), message).mend(mend));
            }
        }
    }

    fn problem(&mut self, key: &str, message: String, mend: &str) {
        self.problems.push(Problem::new(self.path.key(key), message).mend(mend));
    }
}

fn is_media_type(text: &str) -> bool {
    let token = |part: &str| {
        !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"!#$&-^_.+".contains(&byte))
    };
    text.split_once('/').is_some_and(|(kind, subtype)| token(kind) && (token(subtype) || subtype == "*"))
}

/// What is wrong with a pattern, and what to write instead.
pub(super) fn wrong_pattern(pattern: &str) -> Option<(String, String)> {
    if pattern.len() > MAX_PATTERN {
        let message = format!("the pattern has more than {MAX_PATTERN} characters");
        return Some((message, "choose a simpler one, and tell the rest in a rule".to_owned()));
    }
    if let Some(inner) = pattern.strip_prefix('/').and_then(|rest| rest.strip_suffix('/')) {
        return Some(("the slashes would be part of the pattern".to_owned(), format!("write '{inner}'")));
    }
    let error = regress::Regex::new(pattern).err()?;
    let message = format!("JavaScript does not read this pattern: {}", error.text.to_lowercase());
    Some((message, "mend the regular expression; single quotes around it keep backslashes as they are".to_owned()))
}

const MAX_PATTERN: usize = 500;
