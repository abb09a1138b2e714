//! Conditions of `CHECK`, as far as they say something about one column each.

use sqlparser::ast::{
    BinaryOperator, Expr, FunctionArg, FunctionArgExpr, FunctionArguments, InTarget, UnaryOperator, Value,
};

use crate::spec::import::relational::schema::{Bound, Fact};

/// All that a condition says; none where a part of it says something else.
pub(super) fn facts(condition: &Expr) -> Option<Vec<Fact>> {
    let mut facts = Vec::new();
    collect(condition, &mut facts)?;
    Some(facts)
}

fn collect(condition: &Expr, facts: &mut Vec<Fact>) -> Option<()> {
    match condition {
        Expr::Nested(inner) => collect(inner, facts),
        Expr::BinaryOp { left, op: BinaryOperator::And, right } => {
            collect(left, facts)?;
            collect(right, facts)
        }
        Expr::BinaryOp { left, op: BinaryOperator::Or, right } => either(left, right, facts),
        Expr::BinaryOp { left, op, right } => compare(left, op, right, facts),
        Expr::Between { expr, negated: false, low, high } => {
            compare(expr, &BinaryOperator::GtEq, low, facts)?;
            compare(expr, &BinaryOperator::LtEq, high, facts)
        }
        Expr::In { expr, target: InTarget::List(list), negated: false, .. } => {
            let values: Option<Vec<String>> = list.iter().map(text).collect();
            facts.push(Fact::OneOf(column(expr)?, values?));
            Some(())
        }
        Expr::AnyOp { left, compare_op: BinaryOperator::Eq, right, .. } => {
            facts.push(Fact::OneOf(column(left)?, array(right)?));
            Some(())
        }
        Expr::IsNotNull(inner) => {
            facts.push(Fact::Present(column(inner)?));
            Some(())
        }
        Expr::RLike { negated: false, expr, pattern, .. } => {
            facts.push(Fact::Matches(column(expr)?, text(pattern)?));
            Some(())
        }
        _ => None,
    }
}

/// `x IS NULL OR …` says what a condition says anyhow of a value that is not there; `x = 'a' OR x = 'b'` is a list.
fn either(left: &Expr, right: &Expr, facts: &mut Vec<Fact>) -> Option<()> {
    if let Some(rest) =
        [(left, right), (right, left)].into_iter().find_map(|(one, other)| is_null(one).then_some(other))
    {
        return collect(rest, facts);
    }
    let (mut one, mut other) = (Vec::new(), Vec::new());
    alternatives(left, &mut one)?;
    alternatives(right, &mut other)?;
    let mut all = one.into_iter().chain(other);
    let (column, mut values) = all.next()?;
    for (another, more) in all {
        if another != column {
            return None;
        }
        values.extend(more);
    }
    facts.push(Fact::OneOf(column, values));
    Some(())
}

fn alternatives(condition: &Expr, found: &mut Vec<(String, Vec<String>)>) -> Option<()> {
    match condition {
        Expr::Nested(inner) => alternatives(inner, found),
        Expr::BinaryOp { left, op: BinaryOperator::Or, right } => {
            alternatives(left, found)?;
            alternatives(right, found)
        }
        Expr::BinaryOp { left, op: BinaryOperator::Eq, right } => {
            found.push((column(left)?, vec![text(right)?]));
            Some(())
        }
        _ => None,
    }
}

fn is_null(condition: &Expr) -> bool {
    match condition {
        Expr::Nested(inner) => is_null(inner),
        Expr::IsNull(_) => true,
        _ => false,
    }
}

fn compare(left: &Expr, op: &BinaryOperator, right: &Expr, facts: &mut Vec<Fact>) -> Option<()> {
    if column(left).is_none() && measured(left).is_none() {
        let turned = match op {
            BinaryOperator::Gt => BinaryOperator::Lt,
            BinaryOperator::GtEq => BinaryOperator::LtEq,
            BinaryOperator::Lt => BinaryOperator::Gt,
            BinaryOperator::LtEq => BinaryOperator::GtEq,
            _ => return None,
        };
        column(right).or_else(|| measured(right))?;
        return compare(right, &turned, left, facts);
    }
    if let Some(column) = measured(left) {
        let length: i64 = number(right)?.parse().ok()?;
        facts.push(match op {
            BinaryOperator::Gt => Fact::LongerThan(column, length),
            BinaryOperator::GtEq => Fact::LongerThan(column, length.checked_sub(1)?),
            BinaryOperator::Lt => Fact::AtMostLong(column, length.checked_sub(1)?),
            BinaryOperator::LtEq => Fact::AtMostLong(column, length),
            _ => return None,
        });
        return Some(());
    }
    let column = column(left)?;
    facts.push(match op {
        BinaryOperator::Gt => Fact::AtLeast(column, Bound { number: number(right)?, is_open: true }),
        BinaryOperator::GtEq => Fact::AtLeast(column, Bound { number: number(right)?, is_open: false }),
        BinaryOperator::Lt => Fact::AtMost(column, Bound { number: number(right)?, is_open: true }),
        BinaryOperator::LtEq => Fact::AtMost(column, Bound { number: number(right)?, is_open: false }),
        BinaryOperator::NotEq if text(right)?.is_empty() => Fact::LongerThan(column, 0),
        BinaryOperator::Eq => Fact::OneOf(column, vec![text(right)?]),
        BinaryOperator::PGRegexMatch => Fact::Matches(column, text(right)?),
        _ => return None,
    });
    Some(())
}

/// The column that an expression is, whatever it is read as. A domain calls it `VALUE`.
fn column(expression: &Expr) -> Option<String> {
    match expression {
        Expr::Nested(inner) | Expr::Cast { expr: inner, .. } => column(inner),
        Expr::Identifier(name) => Some(name.value.clone()),
        Expr::CompoundIdentifier(parts) => parts.last().map(|name| name.value.clone()),
        _ => None,
    }
}

/// The column whose length an expression is.
fn measured(expression: &Expr) -> Option<String> {
    match expression {
        Expr::Nested(inner) => measured(inner),
        Expr::Function(function) => {
            let name = function.name.to_string().to_ascii_lowercase();
            if !matches!(name.as_str(), "length" | "char_length" | "character_length" | "len") {
                return None;
            }
            let FunctionArguments::List(arguments) = &function.args else { return None };
            let [FunctionArg::Unnamed(FunctionArgExpr::Expr(argument))] = arguments.args.as_slice() else {
                return None;
            };
            match argument {
                Expr::Trim { expr, .. } => column(expr),
                other => column(other),
            }
        }
        _ => None,
    }
}

fn array(expression: &Expr) -> Option<Vec<String>> {
    match expression {
        Expr::Nested(inner) | Expr::Cast { expr: inner, .. } => array(inner),
        Expr::Array(array) => array.elem.iter().map(text).collect(),
        _ => None,
    }
}

/// A text or a number as text.
pub(super) fn text(expression: &Expr) -> Option<String> {
    match expression {
        Expr::Nested(inner) | Expr::Cast { expr: inner, .. } => text(inner),
        Expr::Prefixed { value, .. } => text(value),
        Expr::Collate { expr, .. } => text(expr),
        Expr::Value(value) => match &value.value {
            Value::SingleQuotedString(text)
            | Value::DoubleQuotedString(text)
            | Value::EscapedStringLiteral(text)
            | Value::UnicodeStringLiteral(text)
            | Value::NationalStringLiteral(text) => Some(text.clone()),
            Value::Number(number, _) => Some(number.clone()),
            _ => None,
        },
        Expr::UnaryOp { .. } => number(expression),
        // SQLite and MySQL take "x" for a text where a text must be.
        Expr::Identifier(name) if name.quote_style == Some('"') => Some(name.value.clone()),
        _ => None,
    }
}

/// A number as it is written.
pub(super) fn number(expression: &Expr) -> Option<String> {
    match expression {
        Expr::Nested(inner) | Expr::Cast { expr: inner, .. } => number(inner),
        Expr::Value(value) => match &value.value {
            Value::Number(number, _) => Some(number.clone()),
            Value::SingleQuotedString(text) if text.parse::<f64>().is_ok() => Some(text.clone()),
            _ => None,
        },
        Expr::UnaryOp { op: UnaryOperator::Minus, expr } => {
            let number = number(expr)?;
            Some(number.strip_prefix('-').map_or_else(|| format!("-{number}"), str::to_owned))
        }
        Expr::UnaryOp { op: UnaryOperator::Plus, expr } => number(expr),
        _ => None,
    }
}
