//! `ALTER TABLE`: what is added later counts as if it had been there from the start.

use sqlparser::{
    ast::{
        AlterColumnOperation, AlterTableOperation, ColumnDef, ColumnOption, ColumnOptionDef, RenameTableNameKind,
        Statement,
    },
    tokenizer::{Token, TokenWithSpan},
};

use super::{
    create_table::{Adding, name},
    defaults,
    dialect::Dialect,
    names::of_object,
    script::Script,
    split::Piece,
    statement::{MOST_TOKENS, TOO_LONG, parse, refuse, tokens},
    tokens::{Tokens, closing},
};
use crate::spec::import::{
    relational::schema::{Initial, Table},
    span::Span,
};

/// Reads changes of a table.
pub(super) fn table(source: &str, piece: &Piece, dialect: Dialect, script: &mut Script) {
    let Some(mut tokens) = tokens(source, piece, dialect, script) else { return };
    let span = Span { start: piece.span.start, end: piece.span.start };
    if let Some(why) = of_no_account(&tokens) {
        script.skip(span, "`ALTER TABLE` about owners, rights, storage or triggers", why);
        return;
    }
    rewrite_default(&mut tokens);
    if tokens.list.len() > MOST_TOKENS * 4 {
        refuse(source, piece, TOO_LONG, script);
        return;
    }
    let altered = match parse(&tokens.list, dialect) {
        Ok(Statement::AlterTable(altered)) => altered,
        Ok(_) => return,
        Err(why) => {
            refuse(source, piece, &why, script);
            return;
        }
    };
    let written = name(&altered.name, script);
    let Some(at) = script.find(&written) else {
        if script.partitions.contains_key(&written.name.to_ascii_lowercase()) {
            script.skip(span, "`ALTER TABLE` of a partition", "the table that it belongs to has the same");
        } else {
            let what = format!("`ALTER TABLE {}`", written.written());
            script.notes.dropped(span, what, "there is no such table");
        }
        return;
    };
    let mut table = std::mem::take(&mut script.schema.tables[at]);
    let mut renamed = None;
    for operation in altered.operations {
        if let AlterTableOperation::RenameTable { table_name } = &operation {
            let (RenameTableNameKind::As(to) | RenameTableNameKind::To(to)) = table_name;
            let mut to = of_object(to);
            to.schema.clone_from(&table.name.schema);
            renamed = Some(to);
            continue;
        }
        one(operation, &mut table, &tokens, dialect, span, script);
    }
    script.schema.tables[at] = table;
    if let Some(to) = renamed {
        script.rename(at, to);
    }
}

/// Whether the statement says nothing about the model, and why.
fn of_no_account(tokens: &Tokens) -> Option<&'static str> {
    const NOTHING: &str = "it says nothing about the model";
    let first = tokens.list.iter().take(12).enumerate().skip(2);
    for (at, _) in first {
        let has = |words: &[&str]| tokens.has(at, words);
        if has(&["OWNER", "TO"]) || has(&["ENABLE"]) || has(&["DISABLE"]) || has(&["CLUSTER", "ON"]) {
            return Some(NOTHING);
        }
        if has(&["CHECK", "CONSTRAINT"]) && !has_before(tokens, at, "ADD") || has(&["REPLICA", "IDENTITY"]) {
            return Some(NOTHING);
        }
        if has(&["SET", "SCHEMA"])
            || has(&["VALIDATE", "CONSTRAINT"])
            || has(&["FORCE", "ROW"])
            || has(&["SET", "STATISTICS"])
        {
            return Some(NOTHING);
        }
        if has(&["ADD"]) || has(&["ALTER"]) && at > 2 || has(&["RENAME"]) || has(&["MODIFY"]) || has(&["DROP"]) {
            break;
        }
    }
    None
}

fn has_before(tokens: &Tokens, at: usize, word: &str) -> bool {
    (0..at).any(|before| tokens.has(before, &[word]))
}

/// `ADD CONSTRAINT x DEFAULT (0) FOR [c]` of SQL Server, as others say it: `ALTER COLUMN [c] SET DEFAULT (0)`.
fn rewrite_default(tokens: &mut Tokens) {
    let Some(add) = (0..tokens.list.len().min(12)).find(|at| tokens.has(*at, &["ADD"])) else { return };
    let default = if tokens.has(add + 1, &["CONSTRAINT"]) { add + 3 } else { add + 1 };
    if !tokens.has(default, &["DEFAULT"]) {
        return;
    }
    let from = default + 1;
    let end = match tokens.list.get(from).map(|token| &token.token) {
        Some(Token::LParen) => closing(&tokens.list, from).map(|end| end + 1),
        _ => (from..tokens.list.len()).find(|at| tokens.has(*at, &["FOR"])),
    };
    let Some(end) = end.filter(|end| tokens.has(*end, &["FOR"])) else { return };
    let Some(column) = tokens.list.get(end + 1).cloned() else { return };
    let word = |text: &str| TokenWithSpan::wrap(Token::make_keyword(text));
    let mut list = tokens.list[..add].to_vec();
    list.extend([word("ALTER"), word("COLUMN"), column, word("SET"), word("DEFAULT")]);
    list.extend_from_slice(&tokens.list[from..end]);
    tokens.list = list;
}

fn one(
    operation: AlterTableOperation,
    table: &mut Table,
    tokens: &Tokens,
    dialect: Dialect,
    span: Span,
    script: &mut Script,
) {
    match operation {
        AlterTableOperation::AddConstraint { constraint, .. } => {
            Adding { table, tokens, dialect }.constraint(constraint, script);
        }
        AlterTableOperation::AddColumn { column_def, .. } if table.column(&column_def.name.value).is_some() => {}
        AlterTableOperation::AddColumn { column_def, .. } => {
            Adding { table, tokens, dialect }.column(column_def, script);
        }
        AlterTableOperation::DropColumn { column_names, .. } => {
            for name in column_names {
                forget(table, &name.value);
            }
        }
        AlterTableOperation::DropPrimaryKey { .. } => table.primary_key = None,
        AlterTableOperation::RenameColumn { old_column_name, new_column_name } => {
            rename(table, &old_column_name.value, &new_column_name.value);
        }
        AlterTableOperation::AlterColumn { column_name, op } => {
            alter_column(&column_name.value, op, table, tokens, dialect, script);
        }
        AlterTableOperation::ModifyColumn { col_name, data_type, options, .. } => {
            redefine(&col_name.value.clone(), col_name, data_type, options, table, tokens, dialect, script);
        }
        AlterTableOperation::ChangeColumn { old_name, new_name, data_type, options, .. } => {
            rename(table, &old_name.value, &new_name.value);
            redefine(&new_name.value.clone(), new_name, data_type, options, table, tokens, dialect, script);
        }
        AlterTableOperation::AttachPartitionOf { partition, .. } => {
            let part = of_object(&partition);
            script.partitions.insert(part.name.to_ascii_lowercase(), table.name.name.clone());
            if let Some(at) = script.find(&part) {
                script.schema.tables[at].columns.clear();
            }
            script.skip(
                span,
                "`ATTACH PARTITION`",
                "a partition holds a part of another table's rows; that table has them all",
            );
        }
        AlterTableOperation::AutoIncrement { .. } => {}
        AlterTableOperation::DropConstraint { .. }
        | AlterTableOperation::DropForeignKey { .. }
        | AlterTableOperation::DropIndex { .. } => script.notes.dropped(
            span,
            format!("`DROP CONSTRAINT` of `{}`", table.name.written()),
            "names of constraints are not kept, so the constraint stays if the script made it before",
        ),
        _ => script.skip(
            span,
            "`ALTER TABLE` about owners, rights, storage or triggers",
            "it says nothing about the model",
        ),
    }
}

fn alter_column(
    name: &str,
    operation: AlterColumnOperation,
    table: &mut Table,
    tokens: &Tokens,
    dialect: Dialect,
    script: &mut Script,
) {
    let Some(at) = table.columns.iter().position(|column| column.name.eq_ignore_ascii_case(name)) else { return };
    let column = &mut table.columns[at];
    match operation {
        AlterColumnOperation::SetNotNull => column.required = true,
        AlterColumnOperation::DropNotNull => column.required = false,
        AlterColumnOperation::SetDefault { value } => {
            let default = defaults::default(&value);
            column.is_numbered |=
                matches!(&default, Some(Initial::Computed(text)) if text.to_ascii_lowercase().contains("nextval"));
            column.default = default;
        }
        AlterColumnOperation::DropDefault => column.default = None,
        AlterColumnOperation::AddGenerated { .. } => column.is_numbered = true,
        AlterColumnOperation::SetDataType { data_type, .. } => {
            let mut column = column.clone();
            Adding { table, tokens, dialect }.set_kind(&mut column, &data_type, script);
            table.columns[at] = column;
        }
        AlterColumnOperation::GenericOptions { .. } => {}
    }
}

#[expect(clippy::too_many_arguments, reason = "a column said again, and all that it is read with")]
fn redefine(
    name: &str,
    ident: sqlparser::ast::Ident,
    data_type: sqlparser::ast::DataType,
    options: Vec<ColumnOption>,
    table: &mut Table,
    tokens: &Tokens,
    dialect: Dialect,
    script: &mut Script,
) {
    let Some(at) = table.columns.iter().position(|column| column.name.eq_ignore_ascii_case(name)) else { return };
    let old = table.columns[at].clone();
    let options = options.into_iter().map(|option| ColumnOptionDef { name: None, option }).collect();
    let made = ColumnDef { name: ident, data_type, options };
    Adding { table, tokens, dialect }.column(made, script);
    if let Some(mut column) = table.columns.pop() {
        column.span = old.span;
        column.comment = column.comment.or(old.comment);
        column.required |= table.is_in_primary_key(name);
        table.columns[at] = column;
    }
}

fn forget(table: &mut Table, name: &str) {
    let is = |other: &String| other.eq_ignore_ascii_case(name);
    table.columns.retain(|column| !is(&column.name));
    table.uniques.retain(|key| !key.columns.iter().any(is));
    table.indexes.retain(|key| !key.columns.iter().any(is));
    table.foreign_keys.retain(|key| !key.columns.iter().any(is));
    if table.primary_key.as_ref().is_some_and(|key| key.columns.iter().any(is)) {
        table.primary_key = None;
    }
}

fn rename(table: &mut Table, from: &str, to: &str) {
    let Table { columns, uniques, indexes, primary_key, foreign_keys, .. } = table;
    let keys = uniques.iter_mut().chain(indexes).chain(primary_key).flat_map(|key| &mut key.columns);
    let names = columns.iter_mut().map(|column| &mut column.name);
    let foreign = foreign_keys.iter_mut().flat_map(|key| &mut key.columns);
    for name in names.chain(keys).chain(foreign).filter(|name| name.eq_ignore_ascii_case(from)) {
        to.clone_into(name);
    }
}
