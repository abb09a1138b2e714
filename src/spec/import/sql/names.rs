//! Names of tables and columns as a script has them.

use sqlparser::ast::{Expr, Ident, IndexColumn, ObjectName};

use crate::spec::import::relational::schema::TableName;

/// Schemas that every database has.
const USUAL: [&str; 3] = ["public", "dbo", "main"];

/// A name in a schema; the usual schema is none.
pub(in crate::spec::import) fn table_name(schema: Option<&str>, name: &str) -> TableName {
    let schema = schema.filter(|schema| !USUAL.iter().any(|usual| usual.eq_ignore_ascii_case(schema)));
    TableName { schema: schema.map(str::to_owned), name: name.to_owned() }
}

/// The last two parts of `database.schema.table`.
pub(super) fn of_object(name: &ObjectName) -> TableName {
    let parts: Vec<&Ident> = name.0.iter().filter_map(|part| part.as_ident()).collect();
    match parts.as_slice() {
        [.., schema, table] => table_name(Some(&schema.value), &table.value),
        [table] => table_name(None, &table.value),
        [] => TableName::default(),
    }
}

/// The column of an index; none where it indexes something that is computed.
pub(super) fn of_index(column: &IndexColumn) -> Option<String> {
    match &column.column.expr {
        Expr::Identifier(name) => Some(name.value.clone()),
        // `name(10)` of MySQL: the first letters of a text.
        Expr::Function(function) if function.name.0.len() == 1 => {
            let inside = function.args.to_string();
            let is_length = inside.trim_matches(['(', ')']).bytes().all(|byte| byte.is_ascii_digit());
            (is_length && inside.len() > 2).then(|| of_object(&function.name).name)
        }
        _ => None,
    }
}
