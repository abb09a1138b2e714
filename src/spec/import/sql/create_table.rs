//! `CREATE TABLE`, as a whole where it can be read so, or else column by column.

use sqlparser::{
    ast::{
        self, ColumnDef, ColumnOption, CommentDef, CreateTable, CreateTableOptions, DataType, EnumMember, Ident,
        SqlOption, Statement, TableConstraint,
    },
    tokenizer::{Token, TokenWithSpan},
};

use super::{
    conditions, defaults,
    dialect::Dialect,
    kinds,
    names::{of_index, of_object},
    script::Script,
    split::Piece,
    statement::{MOST_TOKENS, TOO_LONG, parse, refuse, tokens},
    tokens::{Tokens, closing, elements},
};
use crate::spec::import::{
    relational::schema::{Action, Check, Column, Fact, ForeignKey, Initial, Key, Kind, Table, TableName},
    span::Span,
};

/// Reads a table.
pub(super) fn read(source: &str, piece: &Piece, dialect: Dialect, script: &mut Script) {
    let Some(tokens) = tokens(source, piece, dialect, script) else { return };
    if partition(&tokens, piece, dialect, script) {
        return;
    }
    let Some(opening) = tokens.list.iter().position(|token| token.token == Token::LParen) else {
        refuse(source, piece, "it names no columns", script);
        return;
    };
    let end = closing(&tokens.list, opening).unwrap_or(tokens.list.len());
    let inside = &tokens.list[opening + 1..end];
    let parts = elements(inside);
    let is_short = parts.iter().all(|part| part.len() <= MOST_TOKENS) && tokens.list.len() - end <= MOST_TOKENS;
    let whole = if is_short { parse(&tokens.list, dialect) } else { Err(TOO_LONG.to_owned()) };
    match whole {
        Ok(Statement::CreateTable(made)) if made.columns.is_empty() => {
            refuse(source, piece, "its columns come from somewhere else", script);
        }
        Ok(Statement::CreateTable(made)) => {
            let mut table = Table { name: name(&made.name, script), span: start(piece), ..Table::default() };
            table.comment = comment(&made);
            let mut adding = Adding { table: &mut table, tokens: &tokens, dialect };
            for column in made.columns {
                adding.column(column, script);
            }
            for constraint in made.constraints {
                adding.constraint(constraint, script);
            }
            inherit(made.inherits.as_deref(), &mut table, script);
            script.add(table);
        }
        _ => piecemeal(source, piece, &tokens, opening, &parts, dialect, script),
    }
}

fn start(piece: &Piece) -> Span {
    Span { start: piece.span.start, end: piece.span.start }
}

/// A name in the schema of the search path, where it has none of its own.
pub(super) fn name(name: &ast::ObjectName, script: &Script) -> TableName {
    let mut name_of = of_object(name);
    if name.0.len() == 1 {
        name_of.schema.clone_from(&script.search_path);
    }
    name_of
}

/// `PARTITION OF` holds a part of another table's rows.
fn partition(tokens: &Tokens, piece: &Piece, dialect: Dialect, script: &mut Script) -> bool {
    let Some(at) = (0..tokens.list.len().min(12)).find(|at| tokens.has(*at, &["PARTITION", "OF"])) else {
        return false;
    };
    let _ = dialect;
    let word = |at: usize| match tokens.list.get(at).map(|token| &token.token) {
        Some(Token::Word(word)) => word.value.to_ascii_lowercase(),
        _ => String::new(),
    };
    let last_of = |mut at: usize| {
        while tokens.list.get(at + 1).is_some_and(|token| token.token == Token::Period) {
            at += 2;
        }
        word(at)
    };
    script.partitions.insert(word(at - 1), last_of(at + 2));
    script.skip(
        start(piece),
        "`PARTITION OF`",
        "a partition holds a part of another table's rows; that table has them all",
    );
    true
}

/// What cannot be read is left out; the other columns stay.
fn piecemeal(
    source: &str,
    piece: &Piece,
    tokens: &Tokens,
    opening: usize,
    parts: &[&[TokenWithSpan]],
    dialect: Dialect,
    script: &mut Script,
) {
    let head = &tokens.list[..=opening];
    let Some(close) = tokens.list.iter().find(|token| token.token == Token::RParen) else {
        refuse(source, piece, "its columns are not closed", script);
        return;
    };
    let attempt = |parts: &[&[TokenWithSpan]]| -> Result<CreateTable, String> {
        let mut list = head.to_vec();
        for (at, part) in parts.iter().enumerate() {
            if at > 0 {
                list.push(TokenWithSpan::wrap(Token::Comma));
            }
            list.extend_from_slice(part);
        }
        list.push(close.clone());
        match parse(&list, dialect)? {
            Statement::CreateTable(made) => Ok(made),
            _ => Err("it makes no table".to_owned()),
        }
    };
    let mut table: Option<Table> = None;
    for part in parts {
        if let [name, word, ..] = part
            && matches!(&word.token, Token::Word(word) if word.quote_style.is_none() && word.value.eq_ignore_ascii_case("AS"))
        {
            let shown: String = name.token.to_string().chars().take(60).collect();
            script.notes.dropped(tokens.span(name.span), format!("column `{shown}`"), COMPUTED);
            continue;
        }
        let read = if part.len() > MOST_TOKENS { Err(TOO_LONG.to_owned()) } else { attempt(&[part]) };
        match read {
            Ok(made) => {
                let table = table.get_or_insert_with(|| Table {
                    name: name(&made.name, script),
                    span: start(piece),
                    ..Table::default()
                });
                let mut adding = Adding { table, tokens, dialect };
                for column in made.columns {
                    adding.column(column, script);
                }
                for constraint in made.constraints {
                    adding.constraint(constraint, script);
                }
            }
            Err(why) => {
                let shown: Vec<String> = part.iter().take(8).map(|token| token.token.to_string()).collect();
                let shown: String = shown.join(" ").chars().take(80).collect();
                script.notes.dropped(
                    tokens.span(part[0].span),
                    format!("`{shown}`"),
                    format!("it cannot be read and is left out: {}", why.replace('\n', " ")),
                );
            }
        }
    }
    match table.filter(|table| !table.columns.is_empty()) {
        Some(table) => script.add(table),
        None => refuse(source, piece, "none of its columns can be read", script),
    }
}

fn comment(made: &CreateTable) -> Option<String> {
    let options = match &made.table_options {
        CreateTableOptions::Plain(options)
        | CreateTableOptions::With(options)
        | CreateTableOptions::Options(options)
        | CreateTableOptions::TableProperties(options) => options.as_slice(),
        CreateTableOptions::None => &[],
    };
    let of_options = options.iter().find_map(|option| match option {
        SqlOption::Comment(CommentDef::WithEq(text) | CommentDef::WithoutEq(text)) => Some(text),
        _ => None,
    });
    let own = made.comment.as_ref().map(|(CommentDef::WithEq(text) | CommentDef::WithoutEq(text))| text);
    own.or(of_options).cloned().filter(|text| !text.trim().is_empty())
}

/// Columns of a table that this one inherits from.
fn inherit(parents: Option<&[ast::ObjectName]>, table: &mut Table, script: &mut Script) {
    for parent in parents.unwrap_or_default() {
        let name = of_object(parent);
        let what = format!("`INHERITS ({})` of `{}`", name.written(), table.name.written());
        let Some(parent) = script.table(&name) else {
            script.notes.dropped(table.span, what, "there is no such table");
            continue;
        };
        let columns: Vec<Column> =
            parent.columns.iter().filter(|column| table.column(&column.name).is_none()).cloned().collect();
        table.columns.splice(0..0, columns);
        script.notes.changed(table.span, what, "an entity of its own, with copies of those columns");
    }
}

/// A table that columns and constraints are added to.
pub(super) struct Adding<'t> {
    pub table: &'t mut Table,
    pub tokens: &'t Tokens,
    pub dialect: Dialect,
}

impl Adding<'_> {
    /// Adds a column with everything that is said beside it.
    pub fn column(&mut self, made: ColumnDef, script: &mut Script) {
        let span = self.tokens.span(made.name.span);
        let name = made.name.value;
        let written = type_text(&made.data_type);
        let mut column = Column {
            name: name.clone(),
            member: None,
            span,
            comment: None,
            kind: Kind::Unknown,
            is_numbered: is_serial(&written),
            written,
            required: false,
            is_touched: false,
            default: None,
        };
        self.set_kind(&mut column, &made.data_type, script);
        let at = self.table.columns.len();
        self.table.columns.push(column);
        for option in made.options {
            self.option(at, &name, option.option, script);
        }
    }

    /// What a type means for a column.
    pub fn set_kind(&mut self, column: &mut Column, data_type: &DataType, script: &mut Script) {
        let written = type_text(data_type);
        column.kind = match data_type {
            DataType::Enum(members, _) => Kind::Choice(
                members
                    .iter()
                    .map(|member| match member {
                        EnumMember::Name(name) | EnumMember::NamedValue(name, _) => name.clone(),
                    })
                    .collect(),
            ),
            _ => match kinds::kind(&written, self.dialect) {
                Some(kind) => kind,
                None => self.own_kind(column, &written, script),
            },
        };
        column.written = written.to_ascii_lowercase();
    }

    fn own_kind(&mut self, column: &mut Column, written: &str, script: &mut Script) -> Kind {
        let name = kinds::own_type(written);
        if let Some(domain) = script.domains.get(&name.name.to_ascii_lowercase()).cloned() {
            column.required |= domain.is_required;
            column.default = domain.default;
            for mut check in domain.checks {
                check.span = column.span;
                for fact in check.facts.iter_mut().flatten() {
                    *fact = about(fact.clone(), &column.name);
                }
                self.table.checks.push(check);
            }
            return domain.kind;
        }
        match script.enumeration(&name) {
            Some(one) => Kind::Enum(one.name.clone()),
            None => Kind::Unknown,
        }
    }

    /// Applies what is said beside a column.
    pub fn option(&mut self, at: usize, name: &str, option: ColumnOption, script: &mut Script) {
        let span = self.table.columns[at].span;
        let key = || Key { columns: vec![name.to_owned()], span };
        let column = &mut self.table.columns[at];
        match option {
            ColumnOption::NotNull => column.required = true,
            ColumnOption::Default(value) => {
                let default = defaults::default(&value);
                column.is_numbered |=
                    matches!(&default, Some(Initial::Computed(text)) if text.to_ascii_lowercase().contains("nextval"));
                column.default = default;
            }
            ColumnOption::PrimaryKey(_) => {
                column.required = true;
                self.table.primary_key = Some(key());
            }
            ColumnOption::Unique(_) => self.table.uniques.push(key()),
            ColumnOption::ForeignKey(foreign) => self.foreign_key(foreign, Some(name), span, script),
            ColumnOption::Check(check) => self.check(&check.expr, span),
            ColumnOption::Comment(text) => column.comment = Some(text).filter(|text| !text.trim().is_empty()),
            ColumnOption::OnUpdate(_) => column.is_touched = true,
            ColumnOption::Identity(_) => column.is_numbered = true,
            ColumnOption::Generated { generation_expr: Some(_), .. } => column.kind = Kind::Internal(COMPUTED),
            ColumnOption::Generated { .. } => column.is_numbered = true,
            ColumnOption::DialectSpecific(tokens) => {
                let is_numbering = |token: &Token| match token {
                    Token::Word(word) => {
                        matches!(word.value.to_ascii_uppercase().as_str(), "AUTO_INCREMENT" | "AUTOINCREMENT")
                    }
                    _ => false,
                };
                column.is_numbered |= tokens.iter().any(is_numbering);
            }
            _ => {}
        }
    }

    /// Adds a constraint of the table.
    pub fn constraint(&mut self, constraint: TableConstraint, script: &mut Script) {
        let place = |name: Option<&Ident>, columns: &[ast::IndexColumn]| {
            let of_column = columns.first().and_then(|column| match &column.column.expr {
                ast::Expr::Identifier(name) => Some(name.span),
                _ => None,
            });
            let found = name.map(|name| name.span).or(of_column).map(|span| self.tokens.span(span));
            found.unwrap_or(self.table.span)
        };
        match constraint {
            TableConstraint::PrimaryKey(key) => {
                let span = place(key.name.as_ref(), &key.columns);
                let columns = named(&key.columns);
                for column in &mut self.table.columns {
                    column.required |= columns.iter().any(|name| name.eq_ignore_ascii_case(&column.name));
                }
                self.table.primary_key = Some(Key { columns, span });
            }
            TableConstraint::Unique(key) => {
                let span = place(key.name.as_ref().or(key.index_name.as_ref()), &key.columns);
                self.key(&key.columns, span, true, script);
            }
            TableConstraint::Index(key) => {
                let span = place(key.name.as_ref(), &key.columns);
                self.key(&key.columns, span, false, script);
            }
            TableConstraint::FulltextOrSpatial(key) => script.skip(
                place(key.opt_index_name.as_ref(), &key.columns),
                "`FULLTEXT` and `SPATIAL` keys",
                "lists are searched in the database itself",
            ),
            TableConstraint::ForeignKey(foreign) => {
                let span = foreign.columns.first().map_or(self.table.span, |column| self.tokens.span(column.span));
                self.foreign_key(foreign, None, span, script);
            }
            TableConstraint::Check(check) => {
                let span = check.name.as_ref().map_or(self.table.span, |name| self.tokens.span(name.span));
                self.check(&check.expr, span);
            }
            TableConstraint::Exclude(_) => script.notes.dropped(
                self.table.span,
                format!("`EXCLUDE` of `{}`", self.table.name.written()),
                "the spec has nothing like it; check it in the service",
            ),
            TableConstraint::PrimaryKeyUsingIndex(_) | TableConstraint::UniqueUsingIndex(_) => script.notes.dropped(
                self.table.span,
                format!("`USING INDEX` of `{}`", self.table.name.written()),
                "write the columns of the key",
            ),
        }
    }

    /// Adds a key or an index, where it is one of columns.
    pub fn key(&mut self, columns: &[ast::IndexColumn], span: Span, is_unique: bool, script: &mut Script) {
        let names = named(columns);
        if names.len() < columns.len() || names.is_empty() {
            script.notes.dropped(
                span,
                format!("an index of `{}`", self.table.name.written()),
                "it is of something computed; write it into a migration of the service",
            );
            return;
        }
        let keys = if is_unique { &mut self.table.uniques } else { &mut self.table.indexes };
        keys.push(Key { columns: names, span });
    }

    fn foreign_key(&mut self, made: ast::ForeignKeyConstraint, column: Option<&str>, span: Span, script: &Script) {
        let columns = match column {
            Some(column) => vec![column.to_owned()],
            None => made.columns.iter().map(|column| column.value.clone()).collect(),
        };
        let action = |action| match action {
            ast::ReferentialAction::Cascade => Action::Cascade,
            ast::ReferentialAction::SetNull => Action::SetNull,
            ast::ReferentialAction::SetDefault => Action::SetDefault,
            ast::ReferentialAction::Restrict | ast::ReferentialAction::NoAction => Action::Restrict,
        };
        let on_update = made
            .on_update
            .is_some_and(|one| !matches!(one, ast::ReferentialAction::Restrict | ast::ReferentialAction::NoAction));
        self.table.foreign_keys.push(ForeignKey {
            span,
            columns,
            table: name(&made.foreign_table, script),
            on_delete: made.on_delete.map(action),
            on_update,
            member: None,
            inverse: None,
            comment: None,
        });
    }

    /// Adds a condition.
    pub fn check(&mut self, condition: &ast::Expr, span: Span) {
        self.table.checks.push(check(condition, span));
    }
}

const COMPUTED: &str = "it is computed from other columns; compute it in the service";

/// A condition with what it says.
pub(super) fn check(condition: &ast::Expr, span: Span) -> Check {
    let written: String = condition.to_string().chars().take(160).collect();
    Check { span, written, facts: conditions::facts(condition) }
}

fn named(columns: &[ast::IndexColumn]) -> Vec<String> {
    columns.iter().filter_map(of_index).collect()
}

fn type_text(data_type: &DataType) -> String {
    match data_type {
        DataType::Unspecified => String::new(),
        DataType::Set(_) => "SET".to_owned(),
        other => other.to_string().chars().take(200).collect(),
    }
}

fn is_serial(written: &str) -> bool {
    let lower = written.to_ascii_lowercase();
    lower.ends_with("serial") || matches!(lower.as_str(), "serial2" | "serial4" | "serial8")
}

/// What a domain says about its `VALUE`, said about a column.
fn about(fact: Fact, column: &str) -> Fact {
    let column = column.to_owned();
    match fact {
        Fact::OneOf(_, values) => Fact::OneOf(column, values),
        Fact::AtLeast(_, bound) => Fact::AtLeast(column, bound),
        Fact::AtMost(_, bound) => Fact::AtMost(column, bound),
        Fact::LongerThan(_, length) => Fact::LongerThan(column, length),
        Fact::AtMostLong(_, length) => Fact::AtMostLong(column, length),
        Fact::Matches(_, pattern) => Fact::Matches(column, pattern),
        Fact::Present(_) => Fact::Present(column),
    }
}
