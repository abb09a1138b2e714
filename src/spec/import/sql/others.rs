//! Types, indexes, comments and the like.

use sqlparser::{
    ast::{AlterTypeOperation, CommentObject, ObjectType, Statement, TableConstraint, UserDefinedTypeRepresentation},
    tokenizer::Token,
};

use super::{
    create_table::{Adding, check, name},
    defaults,
    dialect::Dialect,
    kinds,
    names::{of_object, table_name},
    script::{Domain, Script},
    split::{Piece, words},
    statement::{parsed, tokens},
    tokens::Tokens,
};
use crate::spec::import::{
    relational::schema::{Column, EnumType, EnumValue, Kind, Table, TableName},
    span::Span,
};

fn start(piece: &Piece) -> Span {
    Span { start: piece.span.start, end: piece.span.start }
}

/// `CREATE TYPE`
pub(super) fn create_type(source: &str, piece: &Piece, dialect: Dialect, script: &mut Script) {
    let Some((_, statement)) = parsed(source, piece, dialect, script) else { return };
    let Statement::CreateType { name: written, representation } = statement else { return };
    let type_name = name(&written, script);
    match representation {
        Some(UserDefinedTypeRepresentation::Enum { labels }) => {
            let values = labels.into_iter().map(|label| EnumValue { value: label.value, label: None });
            let values = values.collect();
            script.schema.enums.push(EnumType { name: type_name, span: start(piece), comment: None, values });
        }
        Some(UserDefinedTypeRepresentation::Composite { .. }) => {
            let domain = Domain {
                kind: Kind::Foreign {
                    kept_as: "json",
                    why: "the spec has no fields within fields; an entity may suit better",
                },
                is_required: false,
                default: None,
                checks: Vec::new(),
            };
            script.domains.insert(type_name.name.to_ascii_lowercase(), domain);
        }
        _ => script.notes.dropped(
            start(piece),
            format!("type `{}`", type_name.written()),
            "the spec has nothing like it",
        ),
    }
}

/// `CREATE DOMAIN`: its type and conditions are said of each column that has it.
pub(super) fn create_domain(source: &str, piece: &Piece, dialect: Dialect, script: &mut Script) {
    let Some((_, statement)) = parsed(source, piece, dialect, script) else { return };
    let Statement::CreateDomain(made) = statement else { return };
    let written = made.data_type.to_string();
    let mut domain = Domain {
        kind: kinds::kind(&written, dialect).unwrap_or(Kind::Unknown),
        is_required: words(source[piece.span.range()].as_bytes(), 60).windows(2).any(|pair| pair == ["NOT", "NULL"]),
        default: made.default.as_ref().and_then(defaults::default),
        checks: Vec::new(),
    };
    for constraint in &made.constraints {
        if let TableConstraint::Check(one) = constraint {
            domain.checks.push(check(&one.expr, start(piece)));
        }
    }
    if domain.checks.iter().any(|check| check.written.to_ascii_uppercase().contains("IS NOT NULL")) {
        domain.is_required = true;
    }
    script.domains.insert(of_object(&made.name).name.to_ascii_lowercase(), domain);
}

/// `ALTER TYPE … ADD VALUE`
pub(super) fn alter_type(source: &str, piece: &Piece, dialect: Dialect, script: &mut Script) {
    if words(source[piece.span.range()].as_bytes(), 12).contains(&"OWNER".to_owned()) {
        script.skip(start(piece), "`ALTER TYPE … OWNER TO`", "it says nothing about the model");
        return;
    }
    let Some((_, statement)) = parsed(source, piece, dialect, script) else { return };
    let Statement::AlterType(altered) = statement else { return };
    let type_name = name(&altered.name, script);
    let Some(one) = script.enumeration(&type_name) else { return };
    match altered.operation {
        AlterTypeOperation::AddValue(added) => one.values.push(EnumValue { value: added.value.value, label: None }),
        AlterTypeOperation::RenameValue(renamed) => {
            for value in one.values.iter_mut().filter(|value| value.value == renamed.from.value) {
                value.value.clone_from(&renamed.to.value);
            }
        }
        AlterTypeOperation::Rename(renamed) => {
            let from = std::mem::replace(&mut one.name.name, renamed.new_name.value);
            let to = one.name.clone();
            for column in script.schema.tables.iter_mut().flat_map(|table| &mut table.columns) {
                if let Kind::Enum(name) = &mut column.kind
                    && name.name == from
                {
                    name.clone_from(&to);
                }
            }
        }
    }
}

/// `CREATE INDEX`
pub(super) fn index(source: &str, piece: &Piece, dialect: Dialect, script: &mut Script) {
    let Some((tokens, statement)) = parsed(source, piece, dialect, script) else { return };
    let Statement::CreateIndex(made) = statement else { return };
    let written = name(&made.table_name, script);
    let Some(at) = script.find(&written) else {
        if script.partitions.contains_key(&written.name.to_ascii_lowercase()) {
            script.skip(start(piece), "an index of a partition", "the table that it belongs to has the same");
        } else {
            script.notes.dropped(
                start(piece),
                format!("an index of `{}`", written.written()),
                "there is no such table",
            );
        }
        return;
    };
    let is_partial = made.predicate.is_some();
    if is_partial && made.unique {
        script.notes.changed(
            start(piece),
            format!("a unique index of `{}`", written.written()),
            "an index that allows doubles, because it is for some rows only; check it in the service",
        );
    }
    let mut table = std::mem::take(&mut script.schema.tables[at]);
    Adding { table: &mut table, tokens: &tokens, dialect }.key(
        &made.columns,
        start(piece),
        made.unique && !is_partial,
        script,
    );
    script.schema.tables[at] = table;
}

/// `COMMENT ON`
pub(super) fn comment(source: &str, piece: &Piece, dialect: Dialect, script: &mut Script) {
    let second = words(source[piece.span.range()].as_bytes(), 3);
    if !second.get(2).is_some_and(|word| ["TABLE", "COLUMN", "TYPE", "DOMAIN"].contains(&word.as_str())) {
        script.skip(
            start(piece),
            "`COMMENT ON` something else than tables, columns and types",
            "what it is about is not carried over either",
        );
        return;
    }
    let Some((_, statement)) = parsed(source, piece, dialect, script) else { return };
    let Statement::Comment { object_type, object_name, comment, .. } = statement else { return };
    let text = comment.filter(|text| !text.trim().is_empty());
    let parts: Vec<String> =
        object_name.0.iter().filter_map(|part| part.as_ident()).map(|part| part.value.clone()).collect();
    match object_type {
        CommentObject::Table => {
            let target = name(&object_name, script);
            if let Some(table) = script.table(&target) {
                table.comment = text;
            }
        }
        CommentObject::Column => {
            let [before @ .., column] = parts.as_slice() else { return };
            let target = match before {
                [.., schema, table] => table_name(Some(schema), table),
                [table] => TableName { schema: script.search_path.clone(), name: table.clone() },
                [] => return,
            };
            set_comment(&target, column, text, script);
        }
        CommentObject::Type => {
            let target = name(&object_name, script);
            if let Some(one) = script.enumeration(&target) {
                one.comment = text;
            }
        }
        _ => {}
    }
}

fn set_comment(table: &TableName, column: &str, text: Option<String>, script: &mut Script) {
    let Some(table) = script.table(table) else { return };
    if let Some(column) = column_mut(table, column) {
        column.comment = text;
    }
}

fn column_mut<'t>(table: &'t mut Table, name: &str) -> Option<&'t mut Column> {
    table.columns.iter_mut().find(|column| column.name.eq_ignore_ascii_case(name))
}

/// `DROP TABLE`, of a table that the script made before.
pub(super) fn drop_table(source: &str, piece: &Piece, dialect: Dialect, script: &mut Script) {
    script.skip(start(piece), "`DROP`", "what a script clears away before it begins is no part of its model");
    let Ok(tokens) = Tokens::of(source, piece, dialect) else { return };
    if tokens.list.len() > 200 {
        return;
    }
    let Ok(Statement::Drop { object_type: ObjectType::Table, names, .. }) =
        super::statement::parse(&tokens.list, dialect)
    else {
        return;
    };
    for dropped in names {
        let dropped = name(&dropped, script);
        if let Some(at) = script.find(&dropped) {
            script.remove(at);
        }
    }
}

/// `EXEC sp_addextendedproperty`: comments as SQL Server has them.
pub(super) fn execute(source: &str, piece: &Piece, dialect: Dialect, script: &mut Script) {
    let second = words(source[piece.span.range()].as_bytes(), 3);
    if !second.iter().any(|word| word == "SP_ADDEXTENDEDPROPERTY") {
        script.skip(start(piece), "`EXEC`", "what is run is no part of the model");
        return;
    }
    let Some(tokens) = tokens(source, piece, dialect, script) else { return };
    let values: Vec<String> = tokens
        .list
        .iter()
        .filter_map(|token| match &token.token {
            Token::NationalStringLiteral(text) | Token::SingleQuotedString(text) => Some(text.clone()),
            _ => None,
        })
        .collect();
    let at = |kind: &str| values.iter().position(|value| value.eq_ignore_ascii_case(kind));
    let behind = |kind: &str| at(kind).and_then(|at| values.get(at + 1)).cloned();
    let text = behind("MS_Description").filter(|text| !text.trim().is_empty());
    let (Some(table), Some(text)) = (behind("TABLE"), text) else { return };
    let target = table_name(behind("SCHEMA").as_deref(), &table);
    match behind("COLUMN") {
        Some(column) => set_comment(&target, &column, Some(text), script),
        None => {
            if let Some(table) = script.table(&target) {
                table.comment = Some(text);
            }
        }
    }
}

/// `SET search_path = sales, public`
pub(super) fn search_path(source: &str, piece: &Piece, dialect: Dialect, script: &mut Script) {
    let parts = words(source[piece.span.range()].as_bytes(), 4);
    if dialect != Dialect::Postgres || parts.get(1).is_none_or(|word| word != "SEARCH_PATH") {
        return;
    }
    let first = parts.iter().skip(2).find(|word| *word != "TO");
    script.search_path = first.and_then(|first| {
        let lower = first.to_ascii_lowercase();
        let is_known = lower != "pg_catalog";
        table_name(Some(&lower), "").schema.filter(|_| is_known)
    });
}
