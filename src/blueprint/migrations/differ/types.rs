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
    /// All are kept, or the statement fails: on which values, and a condition that finds them.
    Refused(String, Option<String>),
    /// Some are no longer what they were: what is lost, and where a statement comes before, its new value and its condition.
    Changed(String, Option<(String, String)>),
    /// None is kept.
    Lost,
}

/// How a column gets another type.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conversion {
    /// What becomes of values.
    pub outcome: Outcome,
    /// The expression that makes a new value of an old one, where PostgreSQL needs one.
    pub using: Option<String>,
    /// Whether a default of before may be one no more.
    pub unlike: bool,
}

/// From one type to another. `longest` is the length of the longest text that a column of a few values may hold.
pub fn conversion(column: &str, from: &str, to: &str, longest: Option<usize>) -> Conversion {
    let name = quoted(column);
    let (was, is) = (kind(from), kind(to));
    let (outcome, using) = outcome(&name, &was, &is, to, longest);
    let alike = matches!((&was, &is), (Kind::Varchar(_) | Kind::Text, Kind::Varchar(_) | Kind::Text))
        || (is_number(&was) && is_number(&is))
        || std::mem::discriminant(&was) == std::mem::discriminant(&is);
    Conversion { outcome, using, unlike: !alike }
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

fn outcome(name: &str, was: &Kind, is: &Kind, to: &str, longest: Option<usize>) -> (Outcome, Option<String>) {
    use Kind::{Boolean, Bytes, Date, Json, Moment, Text, Time, Varchar};
    let cast = || Some(format!("{name}::{to}"));
    match (was, is) {
        (was, is) if was == is && *was != Kind::Other => (Outcome::Kept, None),
        (Varchar(_) | Text, Text) => (Outcome::Kept, None),
        (Varchar(before), Varchar(after)) if before <= after => (Outcome::Kept, None),
        (Varchar(_) | Text, Varchar(most)) if longest.is_some_and(|longest| longest <= *most as usize) => {
            (Outcome::Kept, None)
        }
        (Varchar(_) | Text, Varchar(most)) => (
            Outcome::Changed(
                format!("what stands behind the first {most} characters of a text"),
                Some((format!("left({name}, {most})"), format!("length({name}) > {most}"))),
            ),
            None,
        ),
        (was, is) if is_number(was) && is_number(is) => (number(name, was, is), None),
        (Varchar(_) | Text, Json) => (Outcome::Kept, Some(format!("to_jsonb({name})"))),
        (Varchar(_) | Text, Bytes) => {
            (Outcome::Refused("text that is not base64".to_owned(), None), Some(format!("decode({name}, 'base64')")))
        }
        (Varchar(_) | Text, _) => (from_text(name, is), cast()),
        (Json, is) => from_json(name, is, to),
        (Kind::Other, _) => (Outcome::Lost, None),
        (Bytes, Text) => (Outcome::Kept, Some(format!("encode({name}, 'base64')"))),
        (Bytes, Varchar(most)) => too_long(format!("encode({name}, 'base64')"), *most),
        (_, Text) => (Outcome::Kept, Some(format!("{name}::text"))),
        (was, Varchar(most)) if written_length(was).is_some_and(|length| length <= *most) => {
            (Outcome::Kept, Some(format!("{name}::text")))
        }
        (_, Varchar(most)) => too_long(format!("{name}::text"), *most),
        (Bytes, _) => (Outcome::Lost, None),
        (_, Json) => (Outcome::Kept, Some(format!("to_jsonb({name})"))),
        (Boolean, Kind::Integer) => (Outcome::Kept, cast()),
        (Kind::Integer, Boolean) => (Outcome::Changed("numbers other than 0 and 1".to_owned(), None), cast()),
        (Date, Moment(_)) => (Outcome::Kept, Some(format!("{name}::timestamp at time zone 'UTC'"))),
        (Moment(_), Date) => {
            (Outcome::Changed("the time of day".to_owned(), None), Some(format!("({name} at time zone 'UTC')::date")))
        }
        (Moment(_), Time) => {
            (Outcome::Changed("the day".to_owned(), None), Some(format!("({name} at time zone 'UTC')::time")))
        }
        (Moment(before), Moment(after)) if before <= after => (Outcome::Kept, None),
        (Moment(_), Moment(after)) => {
            (Outcome::Changed(format!("digits of a second behind the first {after}"), None), None)
        }
        (Time, Kind::Interval) => (Outcome::Kept, cast()),
        _ => (Outcome::Lost, None),
    }
}

fn number(name: &str, was: &Kind, is: &Kind) -> Outcome {
    let scale = |kind: &Kind| match kind {
        Kind::Numeric { scale, .. } => *scale,
        _ => 0,
    };
    match (was, is) {
        (Kind::Float, Kind::Float) => Outcome::Kept,
        (Kind::Float, _) => Outcome::Changed("digits that do not fit".to_owned(), None),
        // What a double holds without rounding.
        (Kind::Numeric { digits, .. }, Kind::Float) if *digits <= 15 => Outcome::Kept,
        (Kind::Small | Kind::Integer, Kind::Float) => Outcome::Kept,
        (_, Kind::Float) => Outcome::Changed("digits behind the first 15".to_owned(), None),
        _ if scale(is) < scale(was) => match scale(is) {
            0 => Outcome::Changed("what stands behind the point".to_owned(), None),
            kept => Outcome::Changed(format!("digits behind the point after the first {kept}"), None),
        },
        _ => {
            let digits = whole_digits(was).unwrap_or(u32::MAX);
            let wider = matches!((was, is), (Kind::Small, Kind::Integer | Kind::Big) | (Kind::Integer, Kind::Big));
            if wider || takes_all(is, digits) { Outcome::Kept } else { out_of_range(name, is) }
        }
    }
}

fn out_of_range(name: &str, is: &Kind) -> Outcome {
    let (least, most) = match is {
        Kind::Small => ("-32768".to_owned(), "32767".to_owned()),
        Kind::Integer => ("-2147483648".to_owned(), "2147483647".to_owned()),
        Kind::Big => ("-9223372036854775808".to_owned(), "9223372036854775807".to_owned()),
        other => {
            let most = "9".repeat(whole_digits(other).unwrap_or_default() as usize);
            (format!("-{most}"), most)
        }
    };
    let condition = format!("{name} NOT BETWEEN {least} AND {most}");
    Outcome::Refused(format!("numbers below {least} or above {most}"), Some(condition))
}

fn from_text(name: &str, is: &Kind) -> Outcome {
    let refused = |what: &str, pattern: Option<&str>| {
        let condition = pattern.map(|pattern| format!("{name} !~ '{pattern}'"));
        Outcome::Refused(format!("text that is no {what}"), condition)
    };
    match is {
        Kind::Small | Kind::Integer | Kind::Big => refused("whole number", Some(r"^\s*[-+]?\d+\s*$")),
        // The cast rounds what has more digits.
        Kind::Numeric { scale, .. } => {
            Outcome::Changed(format!("digits behind the point after the first {scale}"), None)
        }
        Kind::Float => refused("number", None),
        Kind::Boolean => refused("`true` or `false`", None),
        Kind::Date => refused("date", None),
        Kind::Time => refused("time", None),
        Kind::Moment(_) => refused("moment", None),
        Kind::Interval => refused("duration", None),
        Kind::Uuid => refused("UUID", Some("^[0-9a-fA-F-]{36}$")),
        _ => Outcome::Lost,
    }
}

fn from_json(name: &str, is: &Kind, to: &str) -> (Outcome, Option<String>) {
    let text = format!("({name} #>> '{{}}')");
    match is {
        Kind::Text => (Outcome::Kept, Some(text)),
        Kind::Varchar(most) => too_long(text, *most),
        Kind::Bytes | Kind::Other => (Outcome::Lost, None),
        _ => {
            (Outcome::Refused("JSON that is no value of the new type".to_owned(), None), Some(format!("{text}::{to}")))
        }
    }
}

/// An assignment refuses what is too long, where a cast would cut it off and say nothing.
fn too_long(text: String, most: u32) -> (Outcome, Option<String>) {
    let finds = format!("length({text}) > {most}");
    (Outcome::Refused(format!("values that take more than {most} characters"), Some(finds)), Some(text))
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
        let Conversion { outcome, using, .. } = conversion("x", from, to, None);
        let outcome = match outcome {
            Outcome::Kept => "kept".to_owned(),
            Outcome::Refused(what, finds) => {
                format!("fails on {what}{}", finds.map(|finds| format!(" [{finds}]")).unwrap_or_default())
            }
            Outcome::Changed(what, first) => {
                format!("loses {what}{}", first.map(|(to, when)| format!(" [{to} where {when}]")).unwrap_or_default())
            }
            Outcome::Lost => "all lost".to_owned(),
        };
        format!("{from} > {to}: {outcome}{}", using.map(|using| format!(" using {using}")).unwrap_or_default())
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
