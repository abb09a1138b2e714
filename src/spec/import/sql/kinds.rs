//! Types of columns, by their names in all dialects.

use super::dialect::Dialect;
use crate::spec::import::relational::schema::{Kind, TableName};

const NO_LIST: &str = "the spec has no lists; an entity of its own may suit better";
const NO_PLACE: &str = "the spec has no type for places and shapes";
const NO_RANGE: &str = "the spec has no ranges; two fields may suit better";
const NO_BITS: &str = "the spec has no strings of bits";
const NO_ADDRESS: &str = "the spec has no type for addresses of networks";
const NO_MARKUP: &str = "the spec has no type for markup";
const NO_SET: &str = "the spec has no sets of values; an entity of its own may suit better";
const NO_MAP: &str = "the spec has no type for pairs of key and value";
const SEARCH: &str = "lists are searched in the database itself";
const VERSION: &str = "every row has a `version` of its own against lost updates";

/// What a column of a type holds; none where nobody knows the name, which may be that of an enum or a domain.
pub(in crate::spec::import) fn kind(written: &str, dialect: Dialect) -> Option<Kind> {
    let Parts { name, arguments, is_unsigned, is_list } = parts(written);
    if is_list {
        return Some(Kind::Foreign { kept_as: "json", why: NO_LIST });
    }
    let first = arguments.first().and_then(|argument| argument.parse::<u64>().ok());
    let is_max = arguments.first().is_some_and(|argument| argument.eq_ignore_ascii_case("max"));
    let int = |is_long: bool| Kind::Int { is_long: is_long || (is_unsigned && name_is_full(&name)), is_unsigned };
    let kind = match name.as_str() {
        "tinyint" | "bit" if first == Some(1) && dialect != Dialect::Postgres => Kind::Boolean,
        "bit" if first.is_none() && dialect != Dialect::Postgres => Kind::Boolean,
        "bit" | "varbit" | "bit varying" => Kind::Foreign { kept_as: "string", why: NO_BITS },
        "bool" | "boolean" => Kind::Boolean,
        "tinyint" | "smallint" | "int2" | "mediumint" | "int" | "int4" | "integer" | "serial" | "serial4"
        | "smallserial" | "serial2" | "year" | "int32" | "int16" | "signed" | "utinyint" | "usmallint" => int(false),
        "bigint" | "int8" | "bigserial" | "serial8" | "int64" | "oid" | "xid" | "unsigned" | "ubigint" | "hugeint" => {
            int(true)
        }
        "decimal" | "numeric" | "dec" | "number" | "fixed" | "bignumeric" | "bigdecimal" => {
            let scale = arguments.get(1).map_or(Some(0), |argument| argument.trim().parse::<i64>().ok());
            Kind::Decimal(first.zip(scale))
        }
        "money" => Kind::Decimal(Some((19, 4))),
        "smallmoney" => Kind::Decimal(Some((10, 4))),
        "real" | "float" | "float4" | "float8" | "double" | "double precision" | "binary_float" | "binary_double"
        | "float64" | "float32" => match (first, arguments.get(1)) {
            (Some(precision), Some(scale)) => Kind::Decimal(scale.parse().ok().map(|scale| (precision, scale))),
            _ => Kind::Float,
        },
        "char"
        | "character"
        | "varchar"
        | "character varying"
        | "char varying"
        | "nvarchar"
        | "nchar"
        | "bpchar"
        | "varchar2"
        | "nvarchar2"
        | "national character varying"
        | "national varchar"
        | "string"
        | "native character"
        | "national character"
        | "national char"
        | "varying character"
        | "sysname" => {
            let bare_char = matches!(name.as_str(), "char" | "character" | "nchar") && first.is_none();
            match first {
                _ if is_max => Kind::Prose,
                Some(length) => Kind::Line(Some(length)),
                None if bare_char => Kind::Line(Some(1)),
                None => Kind::Line(None),
            }
        }
        "citext" | "name" | "tinytext" => Kind::Line(None),
        "text" | "mediumtext" | "longtext" | "ntext" | "clob" | "nclob" | "character large object" | "long" => {
            Kind::Prose
        }
        "date" | "date32" => Kind::Date,
        "time" | "timetz" | "time without time zone" | "time with time zone" => Kind::Time,
        "timestamp" if dialect == Dialect::SqlServer => Kind::Internal(VERSION),
        "rowversion" => Kind::Internal(VERSION),
        "timestamp"
        | "timestamptz"
        | "timestamp without time zone"
        | "timestamp with time zone"
        | "datetime"
        | "datetime2"
        | "smalldatetime"
        | "datetimeoffset"
        | "datetime64"
        | "timestamp_ntz" => Kind::Moment,
        "interval" => Kind::Duration,
        "uuid" | "uniqueidentifier" => Kind::Uuid,
        "json" | "jsonb" => Kind::Json,
        "hstore" => Kind::Foreign { kept_as: "json", why: NO_MAP },
        "xml" => Kind::Foreign { kept_as: "text", why: NO_MARKUP },
        "bytea" | "blob" | "mediumblob" | "longblob" | "image" | "binary large object" | "raw" | "bfile" => Kind::File,
        "tinyblob" => Kind::Bytes(Some(255)),
        "binary" | "varbinary" | "bytes" => match first {
            Some(length) => Kind::Bytes(Some(length)),
            None if name == "binary" => Kind::Bytes(Some(1)),
            None => Kind::File,
        },
        "set" => Kind::Foreign { kept_as: "json", why: NO_SET },
        "inet" | "cidr" | "macaddr" | "macaddr8" => Kind::Foreign { kept_as: "string", why: NO_ADDRESS },
        "tsvector" | "tsquery" => Kind::Internal(SEARCH),
        "point" | "line" | "lseg" | "box" | "path" | "polygon" | "circle" | "geometry" | "geography" | "linestring"
        | "multipoint" | "multilinestring" | "multipolygon" | "geometrycollection" | "hierarchyid" => {
            Kind::Foreign { kept_as: "json", why: NO_PLACE }
        }
        "int4range" | "int8range" | "numrange" | "tsrange" | "tstzrange" | "daterange" => {
            Kind::Foreign { kept_as: "json", why: NO_RANGE }
        }
        "" if dialect == Dialect::Sqlite => Kind::Line(None),
        _ if dialect == Dialect::Sqlite => return affinity(&name),
        _ => return None,
    };
    Some(kind)
}

/// Unsigned numbers of 32 bits do not fit into signed ones.
fn name_is_full(name: &str) -> bool {
    matches!(name, "int" | "int4" | "integer" | "int32")
}

/// `SQLite` takes any name and goes by what is in it.
fn affinity(name: &str) -> Option<Kind> {
    let has = |part: &str| name.contains(part);
    match () {
        () if has("int") => Some(Kind::Int { is_long: has("big"), is_unsigned: false }),
        () if has("char") || has("clob") => Some(Kind::Line(None)),
        () if has("text") => Some(Kind::Prose),
        () if has("real") || has("floa") || has("doub") => Some(Kind::Float),
        () if has("date") || has("time") => Some(Kind::Moment),
        () => None,
    }
}

/// A type taken apart.
struct Parts {
    /// In small letters, without quotes, schema and arguments.
    name: String,
    arguments: Vec<String>,
    is_unsigned: bool,
    is_list: bool,
}

fn parts(written: &str) -> Parts {
    let lower: String = written.chars().filter(|letter| !matches!(letter, '"' | '`' | '\'')).collect();
    let lower = lower.trim().to_ascii_lowercase();
    let is_list =
        lower.ends_with(']') && !lower.starts_with('[') || lower.ends_with(" array") || lower.starts_with("array");
    let lower = lower.replace(['[', ']'], "");
    let (before, inside, behind) = match lower.split_once('(') {
        Some((before, rest)) => match rest.rsplit_once(')') {
            Some((inside, behind)) => (before, inside, behind),
            None => (before, rest, ""),
        },
        None => (lower.as_str(), "", ""),
    };
    let words = before.split_whitespace().chain(behind.split_whitespace());
    let mut is_unsigned = false;
    let mut kept: Vec<&str> = Vec::new();
    for word in words {
        match word {
            "unsigned" if !kept.is_empty() => is_unsigned = true,
            "zerofill" | "signed" if !kept.is_empty() => {}
            word => kept.push(word),
        }
    }
    let name = kept.join(" ");
    let name = name.rsplit('.').next().unwrap_or(&name).to_owned();
    let arguments =
        inside.split(',').map(|argument| argument.trim().to_owned()).filter(|one| !one.is_empty()).collect();
    Parts { name, arguments, is_unsigned, is_list }
}

/// The name of a type that a script made itself.
pub(super) fn own_type(written: &str) -> TableName {
    let plain: String = written.chars().filter(|letter| !matches!(letter, '"' | '`' | '[' | ']')).collect();
    let plain = plain.split('(').next().unwrap_or_default().trim().to_owned();
    match plain.rsplit_once('.') {
        Some((schema, name)) => super::names::table_name(Some(schema), name),
        None => TableName { schema: None, name: plain },
    }
}

#[cfg(test)]
mod tests {
    use super::kind;
    use crate::spec::import::{relational::schema::Kind, sql::dialect::Dialect};

    #[test]
    fn types_of_all_dialects_are_known() {
        let of = |written: &str, dialect| kind(written, dialect).unwrap();
        assert_eq!(of("CHARACTER VARYING(50)", Dialect::Postgres), Kind::Line(Some(50)));
        assert_eq!(of("[nvarchar](max)", Dialect::SqlServer), Kind::Prose);
        assert_eq!(of("TINYINT(1)", Dialect::MySql), Kind::Boolean);
        assert_eq!(of("TINYINT(4)", Dialect::MySql), Kind::Int { is_long: false, is_unsigned: false });
        assert_eq!(of("INT(10) UNSIGNED", Dialect::MySql), Kind::Int { is_long: true, is_unsigned: true });
        assert_eq!(of("TIMESTAMP WITHOUT TIME ZONE", Dialect::Postgres), Kind::Moment);
        assert_eq!(of("NUMERIC(5,2)", Dialect::Postgres), Kind::Decimal(Some((5, 2))));
        assert_eq!(of("DECIMAL", Dialect::MySql), Kind::Decimal(None));
        assert!(matches!(of("TEXT[]", Dialect::Postgres), Kind::Foreign { kept_as: "json", .. }));
        assert_eq!(kind("mpaa_rating", Dialect::Postgres), None);
    }
}
