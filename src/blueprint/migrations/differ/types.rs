//! What becomes of values when their column gets another type.

use crate::blueprint::tables::sql::quoted;

/// A type of PostgreSQL, as far as our tables have it.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Kind {
    Varchar(u32),
    Text,
    Small,
    Integer,
    Big,
    Numeric {
        digits: u32,
        scale: u32,
    },
    Float,
    Boolean,
    Date,
    Time,
    /// Digits of a second.
    Moment(u32),
    Interval,
    Uuid,
    Json,
    Bytes,
    Other,
}

/// What becomes of the values of a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// All are kept.
    Kept,
    /// Some are no longer what they were: what is lost, and where a statement comes before, its new value and its condition.
    Changed(String, Option<(String, String)>),
    /// None is kept.
    Lost,
}

/// Values that make the statement fail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Misfit {
    /// Which.
    pub what: String,
    /// A condition that finds them.
    pub finds: Option<String>,
}

/// How a column gets another type.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conversion {
    /// What becomes of values.
    pub outcome: Outcome,
    /// Which values make it fail.
    pub misfit: Option<Misfit>,
    /// The expression that makes a new value of an old one, where PostgreSQL needs one.
    pub using: Option<String>,
    /// Whether a default of before may be one no more.
    pub unlike: bool,
}

impl Conversion {
    fn of(outcome: Outcome) -> Self {
        Self { outcome, misfit: None, using: None, unlike: false }
    }

    fn kept() -> Self {
        Self::of(Outcome::Kept)
    }

    fn losing(what: impl Into<String>) -> Self {
        Self::of(Outcome::Changed(what.into(), None))
    }

    fn failing_on(self, what: impl Into<String>, finds: Option<String>) -> Self {
        Self { misfit: Some(Misfit { what: what.into(), finds }), ..self }
    }

    fn using(self, using: impl Into<String>) -> Self {
        Self { using: Some(using.into()), ..self }
    }
}

/// From one type to another. `longest` is the length of the longest text that a column of a few values may hold.
pub fn conversion(column: &str, from: &str, to: &str, longest: Option<usize>) -> Conversion {
    let name = quoted(column);
    let (was, is) = (kind(from), kind(to));
    let alike = matches!((&was, &is), (Kind::Varchar(_) | Kind::Text, Kind::Varchar(_) | Kind::Text))
        || (is_number(&was) && is_number(&is))
        || std::mem::discriminant(&was) == std::mem::discriminant(&is);
    Conversion { unlike: !alike, ..between(&name, &was, &is, to, longest) }
}

/// A value that a column of this type may hold, as an example.
pub fn sample(sql_type: &str) -> &'static str {
    match kind(sql_type) {
        Kind::Varchar(_) | Kind::Text | Kind::Other => "''",
        Kind::Small | Kind::Integer | Kind::Big | Kind::Numeric { .. } | Kind::Float => "0",
        Kind::Boolean => "false",
        Kind::Date => "current_date",
        Kind::Time => "'00:00'",
        Kind::Moment(_) => "now()",
        Kind::Interval => "interval '0'",
        Kind::Uuid => "gen_random_uuid()",
        Kind::Json => "'{}'",
        Kind::Bytes => "''",
    }
}

fn kind(sql_type: &str) -> Kind {
    let lower = sql_type.trim().to_ascii_lowercase();
    let numbers: Vec<u32> = lower
        .split_once('(')
        .and_then(|(_, rest)| rest.split_once(')'))
        .map(|(inside, _)| inside.split(',').filter_map(|number| number.trim().parse().ok()).collect())
        .unwrap_or_default();
    let name = lower.split('(').next().unwrap_or_default().trim();
    match name {
        "varchar" | "character varying" => numbers.first().map_or(Kind::Text, |most| Kind::Varchar(*most)),
        "text" => Kind::Text,
        "smallint" => Kind::Small,
        "integer" => Kind::Integer,
        "bigint" => Kind::Big,
        "numeric" => numbers.first().map_or(Kind::Other, |digits| Kind::Numeric {
            digits: *digits,
            scale: numbers.get(1).copied().unwrap_or_default(),
        }),
        "double precision" => Kind::Float,
        "boolean" => Kind::Boolean,
        "date" => Kind::Date,
        "time" => Kind::Time,
        "timestamp" if lower.ends_with("with time zone") => Kind::Moment(numbers.first().copied().unwrap_or(6)),
        "timestamp with time zone" => Kind::Moment(6),
        "interval" => Kind::Interval,
        "uuid" => Kind::Uuid,
        "jsonb" => Kind::Json,
        "bytea" => Kind::Bytes,
        _ => Kind::Other,
    }
}

fn is_number(kind: &Kind) -> bool {
    whole_digits(kind).is_some() || *kind == Kind::Float
}

/// How many digits stand before the point, at most.
fn whole_digits(kind: &Kind) -> Option<u32> {
    match kind {
        Kind::Small => Some(5),
        Kind::Integer => Some(10),
        Kind::Big => Some(19),
        Kind::Numeric { digits, scale } => Some(digits.saturating_sub(*scale)),
        _ => None,
    }
}

/// A number of so many digits is one of the type, whichever digits they are.
fn takes_all(kind: &Kind, digits: u32) -> bool {
    match kind {
        Kind::Small => digits <= 4,
        Kind::Integer => digits <= 9,
        Kind::Big => digits <= 18,
        Kind::Numeric { .. } => whole_digits(kind).is_some_and(|most| digits <= most),
        _ => false,
    }
}

fn between(name: &str, was: &Kind, is: &Kind, to: &str, longest: Option<usize>) -> Conversion {
    use Kind::{Boolean, Bytes, Date, Json, Moment, Text, Time, Varchar};
    let cast = || Conversion::kept().using(format!("{name}::{to}"));
    match (was, is) {
        (was, is) if was == is && *was != Kind::Other => Conversion::kept(),
        (Varchar(_) | Text, Text) => Conversion::kept(),
        (Varchar(before), Varchar(after)) if before <= after => Conversion::kept(),
        (Varchar(_) | Text, Varchar(most)) if longest.is_some_and(|longest| longest <= *most as usize) => {
            Conversion::kept()
        }
        (Varchar(_) | Text, Varchar(most)) => Conversion::of(Outcome::Changed(
            format!("what stands behind the first {most} characters of a text"),
            Some((format!("left({name}, {most})"), format!("length({name}) > {most}"))),
        )),
        (was, is) if is_number(was) && is_number(is) => number(name, was, is),
        (Varchar(_) | Text, Json) => Conversion::kept().using(format!("to_jsonb({name})")),
        (Varchar(_) | Text, Bytes) => {
            Conversion::kept().using(format!("decode({name}, 'base64')")).failing_on("text that is not base64", None)
        }
        (Varchar(_) | Text, _) => from_text(name, is, to),
        (Json, is) => from_json(name, is, to),
        (Kind::Other, _) => Conversion::of(Outcome::Lost),
        (Bytes, Text) => Conversion::kept().using(format!("encode({name}, 'base64')")),
        (Bytes, Varchar(most)) => too_long(format!("encode({name}, 'base64')"), *most),
        (_, Text) => Conversion::kept().using(format!("{name}::text")),
        (was, Varchar(most)) if written_length(was).is_some_and(|length| length <= *most) => {
            Conversion::kept().using(format!("{name}::text"))
        }
        (_, Varchar(most)) => too_long(format!("{name}::text"), *most),
        (Bytes, _) => Conversion::of(Outcome::Lost),
        (_, Json) => Conversion::kept().using(format!("to_jsonb({name})")),
        (Boolean, Kind::Integer) => cast(),
        (Kind::Integer, Boolean) => {
            Conversion { outcome: Outcome::Changed("numbers other than 0 and 1".to_owned(), None), ..cast() }
        }
        (Date, Moment(_)) => Conversion::kept().using(format!("{name}::timestamp at time zone 'UTC'")),
        (Moment(_), Date) => Conversion::losing("the time of day").using(format!("({name} at time zone 'UTC')::date")),
        (Moment(_), Time) => Conversion::losing("the day").using(format!("({name} at time zone 'UTC')::time")),
        (Moment(before), Moment(after)) if before <= after => Conversion::kept(),
        (Moment(_), Moment(after)) => Conversion::losing(format!("digits of a second behind the first {after}")),
        (Time, Kind::Interval) => cast(),
        _ => Conversion::of(Outcome::Lost),
    }
}

fn number(name: &str, was: &Kind, is: &Kind) -> Conversion {
    let scale = |kind: &Kind| match kind {
        Kind::Numeric { scale, .. } => *scale,
        _ => 0,
    };
    let conversion = match (was, is) {
        (Kind::Float, Kind::Float) => Conversion::kept(),
        (Kind::Float, _) => Conversion::losing("digits that do not fit"),
        // What a double holds without rounding.
        (Kind::Numeric { digits, .. }, Kind::Float) if *digits <= 15 => Conversion::kept(),
        (Kind::Small | Kind::Integer, Kind::Float) => Conversion::kept(),
        (_, Kind::Float) => Conversion::losing("digits behind the first 15"),
        _ if scale(is) < scale(was) => match scale(is) {
            0 => Conversion::losing("what stands behind the point"),
            kept => Conversion::losing(behind_the_point(kept)),
        },
        _ => Conversion::kept(),
    };
    let wider =
        matches!((was, is), (_, Kind::Float) | (Kind::Small, Kind::Integer | Kind::Big) | (Kind::Integer, Kind::Big));
    // Rounding may make a number one digit longer.
    let rounds = u32::from(scale(is) < scale(was));
    let digits = whole_digits(was).map_or(u32::MAX, |digits| digits + rounds);
    if wider || takes_all(is, digits) { conversion } else { out_of_range(conversion, name, is) }
}

fn behind_the_point(kept: u32) -> String {
    format!("digits behind the point after the first {kept}")
}

fn out_of_range(conversion: Conversion, name: &str, is: &Kind) -> Conversion {
    let (least, most) = match is {
        Kind::Small => ("-32768".to_owned(), "32767".to_owned()),
        Kind::Integer => ("-2147483648".to_owned(), "2147483647".to_owned()),
        Kind::Big => ("-9223372036854775808".to_owned(), "9223372036854775807".to_owned()),
        other => {
            let most = "9".repeat(whole_digits(other).unwrap_or_default().max(1) as usize);
            (format!("-{most}"), most)
        }
    };
    let condition = format!("{name} NOT BETWEEN {least} AND {most}");
    conversion.failing_on(format!("numbers below {least} or above {most}"), Some(condition))
}

fn from_text(name: &str, is: &Kind, to: &str) -> Conversion {
    let (what, pattern) = match is {
        Kind::Small | Kind::Integer | Kind::Big => ("whole number of its size", Some(r"^\s*[-+]?\d+\s*$")),
        Kind::Numeric { .. } | Kind::Float => ("number of its size", None),
        Kind::Boolean => ("`true` or `false`", None),
        Kind::Date => ("date", None),
        Kind::Time => ("time", None),
        Kind::Moment(_) => ("moment", None),
        Kind::Interval => ("duration", None),
        Kind::Uuid => ("UUID", Some("^[0-9a-fA-F-]{36}$")),
        _ => return Conversion::of(Outcome::Lost),
    };
    let condition = pattern.map(|pattern| format!("{name} !~ '{pattern}'"));
    rounding(is).using(format!("{name}::{to}")).failing_on(format!("text that is no {what}"), condition)
}

fn from_json(name: &str, is: &Kind, to: &str) -> Conversion {
    let text = format!("({name} #>> '{{}}')");
    match is {
        Kind::Text => Conversion::kept().using(text),
        Kind::Varchar(most) => too_long(text, *most),
        Kind::Bytes | Kind::Other => Conversion::of(Outcome::Lost),
        _ => {
            let using = format!("{text}::{to}");
            rounding(is).using(using).failing_on("JSON that is no value of the new type", None)
        }
    }
}

/// A cast of text rounds what has more digits.
fn rounding(is: &Kind) -> Conversion {
    match is {
        Kind::Numeric { scale, .. } => Conversion::losing(behind_the_point(*scale)),
        _ => Conversion::kept(),
    }
}

/// An assignment refuses what is too long, where a cast would cut it off and say nothing.
fn too_long(text: String, most: u32) -> Conversion {
    let finds = format!("length({text}) > {most}");
    Conversion::kept().using(text).failing_on(format!("values that take more than {most} characters"), Some(finds))
}

/// How many characters a value takes at most when it is written.
fn written_length(kind: &Kind) -> Option<u32> {
    match kind {
        Kind::Small => Some(6),
        Kind::Integer => Some(11),
        Kind::Big => Some(20),
        Kind::Numeric { digits, .. } => Some(digits + 3),
        Kind::Boolean => Some(5),
        Kind::Date => Some(13),
        Kind::Uuid => Some(36),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One line for each pair: what becomes of values, and how.
    fn told(from: &str, to: &str) -> String {
        let Conversion { outcome, misfit, using, .. } = conversion("x", from, to, None);
        let fails = misfit.map(|Misfit { what, finds }| {
            format!(", fails on {what}{}", finds.map(|finds| format!(" [{finds}]")).unwrap_or_default())
        });
        let outcome = match outcome {
            Outcome::Kept => "kept".to_owned(),
            Outcome::Changed(what, first) => {
                format!("loses {what}{}", first.map(|(to, when)| format!(" [{to} where {when}]")).unwrap_or_default())
            }
            Outcome::Lost => "all lost".to_owned(),
        };
        let using = using.map(|using| format!(" using {using}")).unwrap_or_default();
        format!("{from} > {to}: {outcome}{}{using}", fails.unwrap_or_default())
    }

    #[test]
    fn values_are_kept_where_they_fit_and_what_is_lost_is_said() {
        let pairs = [
            ("varchar(80)", "varchar(200)"),
            ("varchar(80)", "varchar(40)"),
            ("varchar(80)", "text"),
            ("text", "varchar(40)"),
            ("integer", "bigint"),
            ("bigint", "integer"),
            ("integer", "numeric(12, 2)"),
            ("integer", "numeric(10, 2)"),
            ("numeric(10, 2)", "numeric(12, 2)"),
            ("numeric(12, 2)", "numeric(10, 2)"),
            ("numeric(12, 3)", "numeric(12, 2)"),
            ("numeric(9)", "integer"),
            ("numeric(12, 2)", "integer"),
            ("numeric(12, 2)", "double precision"),
            ("bigint", "double precision"),
            ("double precision", "numeric(12, 2)"),
            ("varchar(80)", "integer"),
            ("varchar(80)", "numeric(12, 2)"),
            ("varchar(80)", "date"),
            ("varchar(80)", "uuid"),
            ("varchar(80)", "jsonb"),
            ("integer", "varchar(80)"),
            ("integer", "varchar(5)"),
            ("boolean", "text"),
            ("boolean", "integer"),
            ("integer", "boolean"),
            ("date", "timestamp (3) with time zone"),
            ("timestamp (3) with time zone", "date"),
            ("timestamp (3) with time zone", "timestamp (6) with time zone"),
            ("jsonb", "varchar(80)"),
            ("jsonb", "integer"),
            ("text", "bytea"),
            ("bytea", "text"),
            ("uuid", "integer"),
            ("boolean", "date"),
            ("geometry", "text"),
        ];
        let told: Vec<String> = pairs.iter().map(|(from, to)| told(from, to)).collect();
        insta::assert_snapshot!(told.join("\n"));
    }

    #[test]
    fn a_text_of_a_few_short_values_loses_nothing_in_a_short_column() {
        assert_eq!(conversion("x", "text", "varchar(10)", Some(6)).outcome, Outcome::Kept);
        assert!(matches!(conversion("x", "text", "varchar(5)", Some(6)).outcome, Outcome::Changed(..)));
    }
}
