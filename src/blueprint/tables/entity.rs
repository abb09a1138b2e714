//! From an entity to its tables.

use std::collections::HashSet;

use serde_json::{Value, json};

use super::{CURRENT_TENANT, Check, Column, ColumnDefault, ForeignKey, Index, IndexColumn, Part, TENANT, Table};
use crate::blueprint::view::relation;
use crate::render::ts::string_literal;
use crate::spec::Model;
use crate::spec::model::{Entity, Field, FieldKind, OnDelete, Relation, RelationKind, ServiceId};
use crate::spec::naming::identifier;

/// Longer text makes an entry that a btree may refuse (2,704 bytes, up to four for each character).
const INDEXABLE_CHARACTERS: u32 = 500;

/// All tables of a service, in the order of the constants that stand for them, as drizzle-kit writes them.
pub fn tables_of_service(model: &Model, service: ServiceId) -> Vec<Table> {
    let entities = &model.service(service).entities;
    let mut tables: Vec<Table> = entities.iter().flat_map(|id| tables_of_entity(model, model.entity(*id))).collect();
    if entities.iter().any(|id| model.entity(*id).audit) {
        tables.push(audit_table());
    }
    tables.sort_by(|a, b| a.variable.cmp(&b.variable));
    tables
}

/// The entity's table, then those that link it with others.
pub fn tables_of_entity(model: &Model, entity: &Entity) -> Vec<Table> {
    let links = entity.relations.iter().filter_map(|relation| link_table(model, entity, relation));
    std::iter::once(entity_table(model, entity)).chain(links).collect()
}

/// The table of who did what.
pub(super) const AUDIT: &str = "audit_entries";

/// Who did what: kept by the database library, and part of every service that has an audited entity.
pub fn audit_table() -> Table {
    let column = |name: &str, key: &str, sql_type: &str, default: Option<ColumnDefault>| Column {
        name: name.to_owned(),
        key: key.to_owned(),
        sql_type: sql_type.to_owned(),
        builder: String::new(),
        not_null: name != "request_id",
        default,
    };
    let order = [("entity", "entity"), ("entity_id", "entityId"), ("at", "at")];
    Table {
        name: AUDIT.to_owned(),
        variable: "auditEntries".to_owned(),
        columns: vec![
            column("id", "id", "uuid", Some(ColumnDefault::Sql("gen_random_uuid()"))),
            tenant_column(),
            column("entity", "entity", "text", None),
            column("entity_id", "entityId", "uuid", None),
            column("action", "action", "text", None),
            column("user_id", "userId", "text", None),
            column("request_id", "requestId", "text", None),
            column("at", "at", "timestamp (6) with time zone", Some(ColumnDefault::Sql("clock_timestamp()"))),
            column("changes", "changes", "jsonb", None),
        ],
        primary_key: vec![TENANT.to_owned(), "id".to_owned()],
        foreign_keys: Vec::new(),
        checks: Vec::new(),
        indexes: vec![Index {
            name: "audit_entries_entity_idx".to_owned(),
            columns: order.map(|(name, key)| ascending(name, key)).to_vec(),
            unique: false,
            present_only: false,
        }],
    }
}

const MOMENT: &str = "timestamp (3) with time zone";

fn entity_table(model: &Model, entity: &Entity) -> Table {
    let mut columns = row_columns(entity.soft_delete);
    let mut checks = Vec::new();
    for field in &entity.fields {
        columns.extend(field_columns(model, field));
        checks.extend(field_checks(model, entity, field));
    }
    let mut foreign_keys = Vec::new();
    for relation in &entity.relations {
        let Some(column) = relation::column(relation) else { continue };
        let key = relation::input_name(relation);
        columns.push(Column {
            name: column.to_owned(),
            builder: format!("uuid({})", string_literal(column)),
            sql_type: "uuid".to_owned(),
            not_null: relation.required,
            default: None,
            key: key.clone(),
        });
        if relation.across_services {
            continue;
        }
        let target = model.entity(relation.target);
        if relation.target == entity.id {
            checks.push(Check {
                name: identifier(&[&entity.table, column, "other"]),
                condition: vec![
                    Part::Column(column.to_owned(), key.clone()),
                    Part::Sql(" <> ".to_owned()),
                    Part::Column("id".to_owned(), "id".to_owned()),
                ],
            });
        }
        foreign_keys.push(ForeignKey {
            name: identifier(&[&entity.table, column, "fkey"]),
            column: column.to_owned(),
            key,
            target: target.table.clone(),
            target_variable: target.names.many.variable.clone(),
            on_delete: on_delete(relation.on_delete),
        });
    }
    Table {
        name: entity.table.clone(),
        variable: entity.names.many.variable.clone(),
        primary_key: vec![TENANT.to_owned(), "id".to_owned()],
        indexes: indexes(entity, &columns),
        columns,
        foreign_keys,
        checks,
    }
}

fn link_table(model: &Model, entity: &Entity, relation: &Relation) -> Option<Table> {
    let RelationKind::ManyToMany { table, from_column, to_column } = &relation.kind else { return None };
    let target = model.entity(relation.target);
    let link = relation::Link::of(entity, relation)?;
    let key_column = |name: &str, key: &str| Column {
        name: name.to_owned(),
        key: key.to_owned(),
        sql_type: "uuid".to_owned(),
        builder: format!("uuid({})", string_literal(name)),
        not_null: true,
        default: None,
    };
    let foreign_key = |column: &str, key: &str, to: &Entity, on_delete: &'static str| ForeignKey {
        name: identifier(&[table, column, "fkey"]),
        column: column.to_owned(),
        key: key.to_owned(),
        target: to.table.clone(),
        target_variable: to.names.many.variable.clone(),
        on_delete,
    };
    let to_other = match relation.on_delete {
        OnDelete::Restrict => "restrict",
        // A link to nothing is no link: it goes, and the row stays.
        OnDelete::Cascade | OnDelete::SetNull => "cascade",
    };
    let mut foreign_keys = vec![foreign_key(from_column, &link.from_key, entity, "cascade")];
    if !relation.across_services {
        foreign_keys.push(foreign_key(to_column, &link.to_key, target, to_other));
    }
    Some(Table {
        name: table.clone(),
        variable: link.variable,
        columns: vec![tenant_column(), key_column(from_column, &link.from_key), key_column(to_column, &link.to_key)],
        primary_key: vec![TENANT.to_owned(), from_column.clone(), to_column.clone()],
        foreign_keys,
        checks: Vec::new(),
        indexes: vec![Index {
            name: identifier(&[table, to_column, "idx"]),
            columns: vec![ascending(to_column, &link.to_key)],
            unique: false,
            present_only: false,
        }],
    })
}

fn on_delete(rule: OnDelete) -> &'static str {
    match rule {
        OnDelete::Restrict => "restrict",
        OnDelete::Cascade => "cascade",
        OnDelete::SetNull => "set null",
    }
}

fn tenant_column() -> Column {
    Column {
        name: TENANT.to_owned(),
        key: "tenantId".to_owned(),
        sql_type: "uuid".to_owned(),
        builder: String::new(),
        not_null: true,
        default: Some(ColumnDefault::Sql(CURRENT_TENANT)),
    }
}

fn row_columns(soft_delete: bool) -> Vec<Column> {
    let column = |name: &str, key: &str, sql_type: &str, default: Option<ColumnDefault>| Column {
        name: name.to_owned(),
        key: key.to_owned(),
        sql_type: sql_type.to_owned(),
        builder: String::new(),
        not_null: default.is_some(),
        default,
    };
    let now = || Some(ColumnDefault::Sql("now()"));
    let mut columns = vec![
        column("id", "id", "uuid", Some(ColumnDefault::Sql("gen_random_uuid()"))),
        tenant_column(),
        column("version", "version", "integer", Some(ColumnDefault::Literal(json!(1)))),
        column("created_at", "createdAt", MOMENT, now()),
        column("updated_at", "updatedAt", MOMENT, now()),
    ];
    if soft_delete {
        columns.push(column("deleted_at", "deletedAt", MOMENT, None));
    }
    columns
}

fn field_columns(model: &Model, field: &Field) -> Vec<Column> {
    let name = string_literal(&field.column);
    let (sql_type, builder) = match &field.kind {
        FieldKind::String { max, .. } => (format!("varchar({max})"), format!("varchar({name}, {{ length: {max} }})")),
        FieldKind::Text { .. } => ("text".to_owned(), format!("text({name})")),
        FieldKind::Int { .. } => ("integer".to_owned(), format!("integer({name})")),
        FieldKind::Long { .. } => ("bigint".to_owned(), format!("long({name})")),
        FieldKind::Decimal { precision, scale, .. } => numeric(&name, *precision, *scale),
        FieldKind::Money { scale, .. } => numeric(&name, MONEY_PRECISION, *scale),
        FieldKind::Float { .. } => ("double precision".to_owned(), format!("doublePrecision({name})")),
        FieldKind::Boolean => ("boolean".to_owned(), format!("boolean({name})")),
        FieldKind::Date => ("date".to_owned(), format!("date({name})")),
        FieldKind::Time => ("time".to_owned(), format!("time({name})")),
        FieldKind::DateTime => (MOMENT.to_owned(), format!("moment({name})")),
        FieldKind::Duration => ("interval".to_owned(), format!("interval({name})")),
        FieldKind::Uuid => ("uuid".to_owned(), format!("uuid({name})")),
        FieldKind::Json => ("jsonb".to_owned(), format!("json({name})")),
        FieldKind::Bytes { .. } => ("bytea".to_owned(), format!("bytes({name})")),
        FieldKind::File { .. } => ("jsonb".to_owned(), format!("json({name}).$type<FileInfo>()")),
        FieldKind::Email => ("varchar(254)".to_owned(), format!("varchar({name}, {{ length: 254 }})")),
        FieldKind::Url => ("varchar(2048)".to_owned(), format!("varchar({name}, {{ length: 2_048 }})")),
        FieldKind::Enum { id } => {
            let values = &model.enumeration(*id).names.many.shouty;
            ("text".to_owned(), format!("text({name}, {{ enum: {values} }})"))
        }
    };
    let column = Column {
        name: field.column.clone(),
        key: field.name.clone(),
        sql_type,
        builder,
        not_null: field.required || field.default.is_some(),
        default: column_default(field),
    };
    if !matches!(field.kind, FieldKind::File { .. }) {
        return vec![column];
    }
    let content = identifier(&[&field.column, "content"]);
    let content = Column {
        builder: format!("bytes({})", string_literal(&content)),
        name: content,
        key: format!("{}Content", field.name),
        sql_type: "bytea".to_owned(),
        not_null: column.not_null,
        default: None,
    };
    vec![column, content]
}

/// What fits into 64 bits with any currency's digits.
const MONEY_PRECISION: u8 = 19;

fn numeric(name: &str, precision: u8, scale: u8) -> (String, String) {
    // Drizzle writes a scale of none without it.
    let sql_type = if scale == 0 { format!("numeric({precision})") } else { format!("numeric({precision}, {scale})") };
    let options =
        if scale == 0 { format!("precision: {precision}") } else { format!("precision: {precision}, scale: {scale}") };
    (sql_type, format!("numeric({name}, {{ {options} }})"))
}

fn column_default(field: &Field) -> Option<ColumnDefault> {
    let value = field.default.as_ref()?;
    match field.kind {
        // What is not plain text or a number is left to the contract, which gives it before the database sees the row.
        FieldKind::Json | FieldKind::Bytes { .. } | FieldKind::File { .. } => None,
        FieldKind::Long { .. } => {
            let digits = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
            Some(ColumnDefault::Literal(Value::String(digits)))
        }
        _ => Some(ColumnDefault::Literal(value.clone())),
    }
}

fn field_checks(model: &Model, entity: &Entity, field: &Field) -> Vec<Check> {
    let column = || Part::Column(field.column.clone(), field.name.clone());
    let check = |what: &str, condition: String| Check {
        name: identifier(&[&entity.table, &field.column, what]),
        condition: vec![column(), Part::Sql(condition)],
    };
    let bounds = |min: Option<String>, max: Option<String>| {
        let min = min.map(|min| check("min", format!(" >= {min}")));
        let max = max.map(|max| check("max", format!(" <= {max}")));
        min.into_iter().chain(max).collect()
    };
    match &field.kind {
        FieldKind::Enum { id } => {
            let values: Vec<String> = model
                .enumeration(*id)
                .values
                .iter()
                .map(|value| format!("'{}'", value.value.replace('\'', "''")))
                .collect();
            vec![check("values", format!(" in ({})", values.join(", ")))]
        }
        FieldKind::Int { min, max } => bounds(min.map(|n| n.to_string()), max.map(|n| n.to_string())),
        FieldKind::Long { min, max } => bounds(min.map(|n| n.to_string()), max.map(|n| n.to_string())),
        FieldKind::Decimal { min, max, .. } | FieldKind::Float { min, max } | FieldKind::Money { min, max, .. } => {
            bounds(min.clone(), max.clone())
        }
        _ => Vec::new(),
    }
}

/// Whether values can be told apart but not usefully put in order, so that an index need not end in the id.
fn is_choice(kind: &FieldKind) -> bool {
    matches!(kind, FieldKind::Enum { .. } | FieldKind::Boolean)
}

fn is_indexable(kind: &FieldKind) -> bool {
    match kind {
        FieldKind::String { max, .. } => *max <= INDEXABLE_CHARACTERS,
        FieldKind::Text { .. }
        | FieldKind::Url
        | FieldKind::Json
        | FieldKind::Bytes { .. }
        | FieldKind::File { .. } => false,
        _ => true,
    }
}

fn ascending(name: &str, key: &str) -> IndexColumn {
    IndexColumn { name: name.to_owned(), key: key.to_owned(), descending: false }
}

fn indexes(entity: &Entity, columns: &[Column]) -> Vec<Index> {
    let mut indexes = Indexes { entity, columns, found: Vec::new(), names: HashSet::new() };
    for field in entity.fields.iter().filter(|field| field.unique) {
        indexes.unique(&field.column);
    }
    for relation in &entity.relations {
        if let RelationKind::OneToOne { column } = &relation.kind {
            indexes.unique(column);
        }
    }
    for wanted in &entity.indexes {
        let parts: Vec<IndexColumn> = wanted.iter().filter_map(|name| indexes.column_of(name, false)).collect();
        if !parts.is_empty() {
            indexes.add(parts, false);
        }
    }
    for relation in &entity.relations {
        if let Some(column) = relation::column(relation).map(str::to_owned) {
            indexes.add_unless_led(vec![ascending(&column, &relation::input_name(relation))], false);
        }
    }
    for field in entity.fields.iter().filter(|field| is_choice(&field.kind)) {
        if entity.list.filter.contains(&field.name) || entity.list.sortable.contains(&field.name) {
            indexes.add_unless_led(vec![ascending(&field.column, &field.name)], false);
        }
    }
    let default_order: Option<Vec<IndexColumn>> =
        entity.list.sort.iter().map(|key| indexes.column_of(&key.field, key.descending)).collect();
    if let Some(order) = default_order {
        indexes.add_unless_led(order, true);
    }
    for name in &entity.list.sortable {
        if let Some(column) = indexes.column_of(name, false) {
            indexes.add_unless_led(vec![column], true);
        }
    }
    indexes.found
}

struct Indexes<'a> {
    entity: &'a Entity,
    columns: &'a [Column],
    found: Vec<Index>,
    names: HashSet<String>,
}

impl Indexes<'_> {
    /// The column of a field or relation, if it can be part of an index.
    fn column_of(&self, name: &str, descending: bool) -> Option<IndexColumn> {
        let field = self.entity.fields.iter().find(|field| field.name == name);
        if field.is_some_and(|field| !is_indexable(&field.kind)) {
            return None;
        }
        let relation = self.entity.relations.iter().find(|relation| relation.name == name);
        let key = relation.map_or_else(|| name.to_owned(), relation::input_name);
        let column = self.columns.iter().find(|column| column.key == key)?;
        Some(IndexColumn { name: column.name.clone(), key, descending })
    }

    fn unique(&mut self, column: &str) {
        let Some(found) = self.columns.iter().find(|each| each.name == column) else { return };
        let index = Index {
            name: identifier(&[self.entity.table.as_str(), column, "key"]),
            columns: vec![ascending(&found.name, &found.key)],
            unique: true,
            present_only: self.entity.soft_delete,
        };
        self.push(index);
    }

    /// Adds an index, unless another already begins with its columns.
    fn add_unless_led(&mut self, columns: Vec<IndexColumn>, total: bool) {
        if !self.found.iter().any(|index| index.columns.starts_with(&columns)) {
            self.add(columns, total);
        }
    }

    fn add(&mut self, mut columns: Vec<IndexColumn>, total: bool) {
        let mut name: Vec<String> = vec![self.entity.table.clone()];
        name.extend(columns.iter().map(|column| column.name.clone()));
        name.push("idx".to_owned());
        if total {
            columns.push(ascending("id", "id"));
        }
        self.push(Index { name: identifier(&name), columns, unique: false, present_only: false });
    }

    fn push(&mut self, index: Index) {
        if self.names.insert(index.name.clone()) {
            self.found.push(index);
        }
    }
}
