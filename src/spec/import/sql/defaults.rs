//! What a new row gets where nothing is given.

use sqlparser::ast::{Expr, Value};

use super::conditions::{number, text};
use crate::spec::import::relational::schema::Initial;

/// The default that an expression is; none for `NULL`.
pub(super) fn default(expression: &Expr) -> Option<Initial> {
    match expression {
        Expr::Nested(inner) | Expr::Cast { expr: inner, .. } => default(inner),
        Expr::Value(value) => match &value.value {
            Value::Null => None,
            Value::Boolean(value) => Some(Initial::Boolean(*value)),
            Value::Number(number, _) => Some(Initial::Number(number.clone())),
            Value::SingleQuotedByteStringLiteral(bits) if bits == "0" || bits == "1" => {
                Some(Initial::Boolean(bits == "1"))
            }
            _ => Some(text(expression).map_or_else(|| Initial::Computed(shortened(expression)), Initial::Text)),
        },
        Expr::UnaryOp { .. } => {
            Some(number(expression).map_or_else(|| Initial::Computed(shortened(expression)), Initial::Number))
        }
        Expr::Function(function) => {
            let name = function.name.to_string().to_ascii_lowercase();
            let name = name.rsplit('.').next().unwrap_or(&name);
            let is_now = matches!(
                name,
                "now"
                    | "current_timestamp"
                    | "current_date"
                    | "current_time"
                    | "localtimestamp"
                    | "localtime"
                    | "getdate"
                    | "getutcdate"
                    | "sysdatetime"
                    | "sysutcdatetime"
                    | "sysdatetimeoffset"
                    | "statement_timestamp"
                    | "transaction_timestamp"
                    | "clock_timestamp"
                    | "unixepoch"
                    | "curdate"
                    | "sysdate"
            );
            let is_moment = matches!(name, "datetime" | "date" | "time" | "strftime")
                && function.args.to_string().contains("'now'");
            Some(if is_now || is_moment { Initial::Now } else { Initial::Computed(shortened(expression)) })
        }
        Expr::Identifier(name) if name.quote_style.is_none() => match name.value.to_ascii_lowercase().as_str() {
            "current_timestamp" | "current_date" | "current_time" | "localtimestamp" | "now" => Some(Initial::Now),
            "true" => Some(Initial::Boolean(true)),
            "false" => Some(Initial::Boolean(false)),
            "null" => None,
            word => Some(Initial::Text(word.to_owned())),
        },
        Expr::AtTimeZone { timestamp, .. } => default(timestamp),
        other => Some(text(other).map_or_else(|| Initial::Computed(shortened(other)), Initial::Text)),
    }
}

fn shortened(expression: &Expr) -> String {
    expression.to_string().chars().take(80).collect()
}
