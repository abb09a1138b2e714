//! Types as written: `string`, `string(80)`, `decimal(6, 2)`, `money(EUR)`, `Species`.

/// The types that need no declaration, as written.
pub const BUILT_IN: &[&str] = &[
    "string", "text", "int", "long", "decimal", "float", "boolean", "date", "time", "datetime", "duration", "uuid",
    "json", "bytes", "file", "email", "url", "money",
];

/// A type and what stands in its brackets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TypeName<'a> {
    /// `decimal`
    pub name: &'a str,
    /// `6`, `2`
    pub arguments: Vec<&'a str>,
}

/// Why a text is no type.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TypeError {
    /// Nothing there.
    #[error("a type is missing")]
    Empty,
    /// `string(80`
    #[error("a bracket is not closed")]
    Bracket,
    /// `decimal(6,)`
    #[error("something is missing within the brackets")]
    Argument,
    /// `string[]`
    #[error("a field holds one value, not a list")]
    List,
    /// `string ?`
    #[error("a type is a word, with what it needs in brackets behind it")]
    Form,
}

/// Reads a type without its `!`.
pub fn parse(text: &str) -> Result<TypeName<'_>, TypeError> {
    let text = text.trim();
    if text.is_empty() {
        return Err(TypeError::Empty);
    }
    if text.ends_with("[]") || text.starts_with('[') {
        return Err(TypeError::List);
    }
    let Some((name, rest)) = text.split_once('(') else {
        return word(text).map(|name| TypeName { name, arguments: Vec::new() });
    };
    let Some(inner) = rest.strip_suffix(')') else { return Err(TypeError::Bracket) };
    let arguments: Vec<&str> = inner.split(',').map(str::trim).collect();
    if arguments.iter().any(|argument| argument.is_empty()) {
        return Err(TypeError::Argument);
    }
    Ok(TypeName { name: word(name.trim_end())?, arguments })
}

/// What people call a type who know it from elsewhere.
pub fn synonym(name: &str) -> Option<&'static str> {
    Some(match name.to_lowercase().as_str() {
        "integer" | "int32" | "smallint" | "number" | "short" => "int",
        "bigint" | "int64" | "int8" => "long",
        "bool" | "flag" => "boolean",
        "varchar" | "char" | "str" | "character" => "string",
        "longtext" | "textarea" | "textblob" | "markdown" => "text",
        "numeric" | "bigdecimal" => "decimal",
        "double" | "real" | "float64" => "float",
        "timestamp" | "timestamptz" | "instant" | "zoneddatetime" | "moment" => "datetime",
        "localdate" | "day" => "date",
        "localtime" => "time",
        "interval" | "timespan" => "duration",
        "guid" | "id" => "uuid",
        "jsonb" | "object" | "map" | "any" => "json",
        "blob" | "binary" | "bytea" | "anyblob" => "bytes",
        "image" | "upload" | "attachment" | "imageblob" => "file",
        "mail" | "e-mail" => "email",
        "uri" | "link" => "url",
        "currency" | "price" | "amount" => "money",
        _ => return None,
    })
}

fn word(text: &str) -> Result<&str, TypeError> {
    let fits = text.chars().all(|letter| letter.is_alphanumeric() || letter == '-' || letter == '_');
    if fits && !text.is_empty() { Ok(text) } else { Err(TypeError::Form) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types_are_words_with_arguments() {
        assert_eq!(parse("string"), Ok(TypeName { name: "string", arguments: vec![] }));
        assert_eq!(parse("decimal( 6, 2 )"), Ok(TypeName { name: "decimal", arguments: vec!["6", "2"] }));
        assert_eq!(parse("money(EUR)").map(|kind| kind.arguments), Ok(vec!["EUR"]));
    }

    #[test]
    fn what_is_no_type_is_told_apart() {
        assert_eq!(
            ["", "string[]", "string(80", "decimal(6,)", "a b", "a()"].map(parse),
            [
                Err(TypeError::Empty),
                Err(TypeError::List),
                Err(TypeError::Bracket),
                Err(TypeError::Argument),
                Err(TypeError::Form),
                Err(TypeError::Argument),
            ]
        );
    }
}
