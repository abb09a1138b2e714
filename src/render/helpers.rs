//! What templates can say besides Handlebars' own words: typed holes for TypeScript, and small conditions.
//!
//! | helper | writes |
//! |---|---|
//! | `{{str x}}` | `x` as a string literal, quoted as Prettier quotes |
//! | `{{ident x}}` | `x`, after making sure that it is an identifier |
//! | `{{prop x}}` | `x` as a property key, quoted only where it must be |
//! | `{{json x}}` | `x` as JSON on one line |
//! | `{{comment x}}` | `x` fit to stand in a block comment, on one line |
//! | `{{sql x}}` | `x` as an SQL literal |
//! | `{{#if (eq a b)}}`, `(ne a b)`, `(and a b)`, `(or a b)`, `(not a)` | conditions; the last three come with Handlebars |

use handlebars::{Handlebars, handlebars_helper};
use oxc::syntax::identifier::is_identifier_name;
use serde_json::Value;

/// Makes the helpers known.
pub(super) fn register(registry: &mut Handlebars<'_>) {
    registry.register_helper("str", Box::new(string));
    registry.register_helper("prop", Box::new(prop));
    registry.register_helper("json", Box::new(json));
    registry.register_helper("comment", Box::new(comment));
    registry.register_helper("sql", Box::new(sql));
    registry.register_helper("ident", Box::new(ident));
}

handlebars_helper!(string: |text: str| string_literal(text));
handlebars_helper!(prop: |text: str| property_key(text));
handlebars_helper!(json: |value: Json| value.to_string());
handlebars_helper!(comment: |text: str| one_line_comment(text));
handlebars_helper!(sql: |value: Json| sql_literal(value));

fn ident(
    helper: &handlebars::Helper<'_>,
    _: &Handlebars<'_>,
    _: &handlebars::Context,
    _: &mut handlebars::RenderContext<'_, '_>,
    out: &mut dyn handlebars::Output,
) -> handlebars::HelperResult {
    let name = helper.param(0).and_then(|param| param.value().as_str()).unwrap_or_default();
    if !is_identifier_name(name) {
        return Err(handlebars::RenderErrorReason::Other(format!("`{name}` is not an identifier")).into());
    }
    out.write(name)?;
    Ok(())
}

/// `it's` becomes `"it's"`: single quotes unless that needs more escapes, as Prettier decides.
pub fn string_literal(text: &str) -> String {
    let quote = if text.matches('\'').count() > text.matches('"').count() { '"' } else { '\'' };
    let mut literal = String::with_capacity(text.len() + 2);
    literal.push(quote);
    for c in text.chars() {
        match c {
            '\\' => literal.push_str("\\\\"),
            '\n' => literal.push_str("\\n"),
            '\r' => literal.push_str("\\r"),
            '\t' => literal.push_str("\\t"),
            // Line breaks to JavaScript of old, and invisible to whoever reads the source.
            '\u{2028}' => literal.push_str("\\u2028"),
            '\u{2029}' => literal.push_str("\\u2029"),
            c if c == quote => literal.extend(['\\', c]),
            c if c.is_control() => literal.push_str(&format!("\\u{:04x}", u32::from(c))),
            c => literal.push(c),
        }
    }
    literal.push(quote);
    literal
}

/// A property's key: bare where it is an identifier.
pub fn property_key(text: &str) -> String {
    if is_identifier_name(text) { text.to_owned() } else { string_literal(text) }
}

fn one_line_comment(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").replace("*/", "*\\/")
}

/// A literal of SQL: text in single quotes, doubled inside.
pub fn sql_literal(value: &Value) -> String {
    match value {
        Value::Null => "NULL".to_owned(),
        Value::Bool(value) => value.to_string(),
        Value::Number(value) => value.to_string(),
        Value::String(text) => format!("'{}'", text.replace('\'', "''")),
        Value::Array(_) | Value::Object(_) => format!("'{}'", value.to_string().replace('\'', "''")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_a_string_as_prettier_would() {
        assert_eq!(string_literal("Ada"), "'Ada'");
        assert_eq!(string_literal("Ada's"), "\"Ada's\"");
        assert_eq!(string_literal("Ada's \"x\" 'y'"), "\"Ada's \\\"x\\\" 'y'\"");
        assert_eq!(string_literal("a\\b\n\u{2028}\u{7}"), "'a\\\\b\\n\\u2028\\u0007'");
    }

    #[test]
    fn quotes_a_key_only_where_it_must() {
        assert_eq!(property_key("booked"), "booked");
        assert_eq!(property_key("no-show"), "'no-show'");
        assert_eq!(property_key("default"), "default");
    }

    #[test]
    fn ends_no_comment_early() {
        assert_eq!(one_line_comment("a */ b\n  c"), "a *\\/ b c");
    }

    #[test]
    fn doubles_quotes_in_sql() {
        assert_eq!(sql_literal(&Value::from("it's")), "'it''s'");
    }
}
