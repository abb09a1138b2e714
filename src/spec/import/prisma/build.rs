//! Blocks to tables.

use std::collections::{HashMap, HashSet};

use super::ast::{Attribute, Field, Model, ModelKind, Source, Value};
use crate::spec::import::{
    NoteKind,
    notes::Notes,
    prose::is_prose,
    relational::schema::{
        Action, Column, EnumType, EnumValue, ForeignKey, ImplicitLink, Initial, Key, Kind, Schema, Table, TableName,
    },
    sql::{dialect::Dialect, kinds},
};

const NO_LIST: &str = "the spec has no lists; an entity of its own may suit better";
const NO_PARTS: &str = "the spec has no fields within fields; an entity may suit better";
const UNSUPPORTED: &str = "Prisma does not know its type either";
const VIEW: &str = "a view is computed; write what it answers as a query of the service";

/// Everything that fields may refer to.
struct Known<'s> {
    /// Models by their names.
    models: HashMap<&'s str, &'s Model>,
    enums: HashSet<&'s str>,
}

/// The tables of a schema.
pub(super) fn schema(source: &Source, text: &str, notes: &mut Notes) -> Schema {
    let mut schema = Schema::default();
    let mut known = Known { models: HashMap::new(), enums: HashSet::new() };
    for (name, span) in &source.others {
        notes.dropped(*span, format!("`{name}`"), "the workspace brings its own database and client");
    }
    for (span, why) in &source.unread {
        let line = text[..span.start].rfind('\n').map_or(0, |end| end + 1);
        let shown: String = text[line..].lines().next().unwrap_or_default().trim().chars().take(60).collect();
        notes.dropped(*span, format!("`{shown}`"), format!("a part of it cannot be read and is left out: {why}"));
    }
    for model in &source.models {
        if known.models.insert(&model.name, model).is_some() {
            notes.dropped(
                model.span,
                format!("`{}`", model.name),
                "there are two of that name, and the last one counts",
            );
        }
    }
    for one in &source.enums {
        known.enums.insert(&one.name);
        let values = one.values.iter().map(|value| {
            if let Some(doc) = &value.doc {
                let doc: String = doc.chars().take(80).collect();
                notes.dropped(
                    value.span,
                    format!("the comment on `{}`", value.name),
                    format!("values have a label and no description; it said: {doc}"),
                );
            }
            if value.attributes.iter().any(|attribute| attribute.name == "map") {
                notes.grouped(
                    value.span,
                    NoteKind::Changed,
                    "`@map` of values:",
                    format!("`{}.{}`", one.name, value.name),
                    "stored under the name that the schema has",
                );
            }
            EnumValue { value: value.name.clone(), label: None }
        });
        let values = values.collect();
        let name = TableName { schema: None, name: one.name.clone() };
        schema.enums.push(EnumType { name, span: one.span, comment: one.doc.clone(), values });
    }
    for model in &source.models {
        match model.kind {
            ModelKind::Type => {}
            ModelKind::View => notes.dropped(model.span, format!("the view `{}`", model.name), VIEW),
            ModelKind::Model if !std::ptr::eq(known.models[model.name.as_str()], model) => {}
            ModelKind::Model => {
                let table = table(model, &known, &mut schema.links, notes);
                schema.tables.push(table);
            }
        }
    }
    schema
}

fn attribute<'m>(attributes: &'m [Attribute], name: &str) -> Option<&'m Attribute> {
    attributes.iter().find(|attribute| attribute.name == name)
}

fn mapped(attributes: &[Attribute]) -> Option<String> {
    attribute(attributes, "map")?.argument("name", Some(0))?.text().filter(|name| !name.is_empty()).map(str::to_owned)
}

fn table_name(model: &Model) -> TableName {
    let schema = attribute(&model.attributes, "schema").and_then(|schema| schema.argument("name", Some(0)));
    let name = mapped(&model.attributes).unwrap_or_else(|| model.name.clone());
    crate::spec::import::sql::names::table_name(schema.and_then(Value::text), &name)
}

/// The column of a field.
fn column_name(model: &Model, field: &str) -> String {
    let found = model.fields.iter().find(|one| one.name == field);
    found.and_then(|field| mapped(&field.attributes)).unwrap_or_else(|| field.to_owned())
}

fn table(model: &Model, known: &Known, links: &mut Vec<ImplicitLink>, notes: &mut Notes) -> Table {
    let mut table = Table {
        name: table_name(model),
        entity: Some(model.name.clone()),
        span: model.span,
        comment: model.doc.clone(),
        ..Table::default()
    };
    let lists = lists_of_ids(model, known);
    for field in model.fields.iter().filter(|field| !lists.contains(field.name.as_str())) {
        match known.models.get(field.kind.as_str()) {
            Some(target) if target.kind == ModelKind::Model => relation(model, field, target, &mut table, links, notes),
            Some(target) if target.kind == ModelKind::View => {
                notes.dropped(field.span, format!("`{}.{}`", model.name, field.name), VIEW);
            }
            _ => column(model, field, known, &mut table, notes),
        }
    }
    for one in &model.attributes {
        let columns: Vec<String> = one
            .argument("fields", Some(0))
            .map(Value::words)
            .unwrap_or_default()
            .iter()
            .map(|field| column_name(model, field))
            .collect();
        let key = Key { columns, span: one.span };
        match one.name.as_str() {
            "map" | "schema" => {}
            "id" | "unique" | "index" if key.columns.iter().any(|column| table.column(column).is_none()) => {
                notes.dropped(
                    one.span,
                    format!("`@@{}` of `{}`", one.name, model.name),
                    "it names no field of the model",
                );
            }
            "id" if !key.columns.is_empty() => table.primary_key = Some(key),
            "unique" if !key.columns.is_empty() => table.uniques.push(key),
            "index" if !key.columns.is_empty() => table.indexes.push(key),
            "fulltext" => notes.dropped(
                one.span,
                format!("`@@fulltext` of `{}`", model.name),
                "lists are searched in the database itself",
            ),
            "ignore" => notes.changed(one.span, format!("`@@ignore` of `{}`", model.name), "an entity like any other"),
            other => notes.dropped(one.span, format!("`@@{other}` of `{}`", model.name), "it has no meaning here"),
        }
    }
    table
}

/// Lists of ids in which a document database keeps a many-to-many relation.
fn lists_of_ids<'m>(model: &'m Model, known: &Known) -> HashSet<&'m str> {
    let lists = model.fields.iter().filter(|field| field.is_list && !key_fields(field).is_empty());
    let kept = lists.filter(|field| {
        let target = known.models.get(field.kind.as_str());
        target.and_then(|target| opposite(model, field, target)).is_some_and(|other| other.is_list)
    });
    let names: HashSet<String> = kept.flat_map(key_fields).collect();
    model.fields.iter().map(|field| field.name.as_str()).filter(|name| names.contains(*name)).collect()
}

fn column(model: &Model, field: &Field, known: &Known, table: &mut Table, notes: &mut Notes) {
    let name = mapped(&field.attributes).unwrap_or_else(|| field.name.clone());
    let place = format!("`{}.{}`", model.name, field.name);
    if table.column(&name).is_some() {
        notes.dropped(field.span, place, "another field has that column");
        return;
    }
    let mut column = Column {
        name: name.clone(),
        member: Some(field.name.clone()),
        span: field.span,
        comment: field.doc.clone(),
        kind: kind(field, known),
        written: if field.is_list { format!("{}[]", field.kind) } else { field.kind.clone() },
        required: !field.is_optional && !field.is_list,
        is_numbered: false,
        is_touched: false,
        default: None,
    };
    let key = || Key { columns: vec![name.clone()], span: field.span };
    for one in &field.attributes {
        match one.name.as_str() {
            "id" => table.primary_key = Some(key()),
            "unique" => table.uniques.push(key()),
            "updatedAt" => column.is_touched = true,
            "default" => initial(one, &mut column),
            "ignore" => notes.changed(one.span, format!("`@ignore` of {place}"), "a field like any other"),
            "map" => {}
            native if native.starts_with("db.") => {}
            other => notes.dropped(one.span, format!("`@{other}` of {place}"), "it has no meaning here"),
        }
    }
    table.columns.push(column);
}

fn initial(attribute: &Attribute, column: &mut Column) {
    column.default = match attribute.argument("value", Some(0)) {
        Some(Value::Text(text)) => Some(Initial::Text(text.clone())),
        Some(Value::Number(number)) => Some(Initial::Number(number.clone())),
        Some(Value::Word(word)) => Some(match word.as_str() {
            "true" => Initial::Boolean(true),
            "false" => Initial::Boolean(false),
            other => Initial::Text(other.to_owned()),
        }),
        Some(Value::Call(name, _)) => match name.as_str() {
            "now" => Some(Initial::Now),
            "autoincrement" | "sequence" => {
                column.is_numbered = true;
                None
            }
            other => Some(Initial::Computed(format!("{other}()"))),
        },
        Some(Value::List(_)) => Some(Initial::Computed("[…]".to_owned())),
        None => None,
    };
}

fn kind(field: &Field, known: &Known) -> Kind {
    if known.models.contains_key(field.kind.as_str()) {
        return Kind::Foreign { kept_as: "json", why: NO_PARTS };
    }
    if field.is_list {
        return Kind::Foreign { kept_as: "json", why: NO_LIST };
    }
    if known.enums.contains(field.kind.as_str()) {
        return Kind::Enum(TableName { schema: None, name: field.kind.clone() });
    }
    let native = field.attributes.iter().find(|attribute| attribute.name.starts_with("db."));
    let refined = native.filter(|_| field.kind != "Boolean").and_then(native_kind);
    match (field.kind.as_str(), refined) {
        (_, Some(kind)) => kind,
        ("String", None) => {
            if is_prose(&field.name) {
                Kind::Prose
            } else {
                Kind::Line(None)
            }
        }
        ("Int", None) => Kind::Int { is_long: false, is_unsigned: false },
        ("BigInt", None) => Kind::Int { is_long: true, is_unsigned: false },
        ("Float", None) => Kind::Float,
        ("Decimal", None) => Kind::Decimal(None),
        ("Boolean", None) => Kind::Boolean,
        ("DateTime", None) => Kind::Moment,
        ("Json", None) => Kind::Json,
        ("Bytes", None) => Kind::File,
        (other, None) if other.starts_with("Unsupported") => Kind::Foreign { kept_as: "json", why: UNSUPPORTED },
        _ => Kind::Unknown,
    }
}

/// `@db.VarChar(80)` as SQL has it.
fn native_kind(attribute: &Attribute) -> Option<Kind> {
    let name = attribute.name.strip_prefix("db.")?.to_ascii_lowercase();
    let arguments: Vec<String> = attribute
        .arguments
        .iter()
        .filter_map(|(_, value)| match value {
            Value::Number(text) | Value::Word(text) => Some(text.clone()),
            _ => None,
        })
        .collect();
    let arguments = if arguments.is_empty() { String::new() } else { format!("({})", arguments.join(", ")) };
    let name = match name.as_str() {
        "doubleprecision" => "double precision",
        "objectid" => return Some(Kind::Line(None)),
        "timestamp" | "timestamptz" | "datetime" => return Some(Kind::Moment),
        other => match other.strip_prefix("unsigned") {
            Some(plain) => return kinds::kind(&format!("{plain}{arguments} unsigned"), Dialect::MySql),
            None => other,
        },
    };
    kinds::kind(&format!("{name}{arguments}"), Dialect::Postgres)
}

fn relation_name(field: &Field) -> Option<String> {
    let relation = attribute(&field.attributes, "relation")?;
    relation.argument("name", Some(0)).and_then(Value::text).map(str::to_owned)
}

/// The columns that a relation field keeps the key in.
fn key_fields(field: &Field) -> Vec<String> {
    let relation = attribute(&field.attributes, "relation");
    relation.and_then(|relation| relation.argument("fields", None)).map(Value::words).unwrap_or_default()
}

/// The field at the other end of a relation.
fn opposite<'m>(model: &Model, field: &Field, target: &'m Model) -> Option<&'m Field> {
    let name = relation_name(field);
    target.fields.iter().find(|other| {
        let is_itself = model.name == target.name && other.name == field.name;
        other.kind == model.name && !is_itself && relation_name(other) == name
    })
}

/// Whether a relation is only called like the table that it leads to, as `prisma db pull` does it.
fn is_pulled(name: &str, model: &Model) -> bool {
    name == model.name && name.starts_with(|first: char| first.is_lowercase())
}

fn relation(
    model: &Model,
    field: &Field,
    target: &Model,
    table: &mut Table,
    links: &mut Vec<ImplicitLink>,
    notes: &mut Notes,
) {
    let other = opposite(model, field, target);
    let fields = key_fields(field);
    let what = format!("`{}.{}`", model.name, field.name);
    let is_many_to_many = field.is_list && other.is_some_and(|other| other.is_list);
    if !fields.is_empty() && !is_many_to_many {
        let relation = attribute(&field.attributes, "relation");
        let word = |name: &str| match relation.and_then(|relation| relation.argument(name, None)) {
            Some(Value::Word(word)) => Some(word.clone()),
            _ => None,
        };
        let on_delete = word("onDelete").and_then(|action| match action.as_str() {
            "Cascade" => Some(Action::Cascade),
            "SetNull" => Some(Action::SetNull),
            "SetDefault" => Some(Action::SetDefault),
            _ => None,
        });
        table.foreign_keys.push(ForeignKey {
            span: field.span,
            columns: fields.iter().map(|field| column_name(model, field)).collect(),
            table: table_name(target),
            on_delete,
            on_update: word("onUpdate").is_some_and(|action| action != "Cascade"),
            member: Some(field.name.clone()).filter(|name| !is_pulled(name, target)),
            inverse: other.map(|other| other.name.clone()).filter(|name| !is_pulled(name, model)),
            comment: field.doc.clone().or_else(|| other.and_then(|other| other.doc.clone())),
        });
        return;
    }
    match other {
        Some(other) if field.is_list && other.is_list => {
            let is_first = (model.span.start, field.span.start) < (target.span.start, other.span.start);
            if is_first {
                links.push(ImplicitLink {
                    span: field.span,
                    holder: table_name(model),
                    target: table_name(target),
                    member: field.name.clone(),
                    inverse: Some(other.name.clone()),
                    comment: field.doc.clone().or_else(|| other.doc.clone()),
                });
            }
        }
        Some(other) if !key_fields(other).is_empty() => {}
        // A relation to itself may have one field for both ends.
        None if field.is_list && model.name == target.name => links.push(ImplicitLink {
            span: field.span,
            holder: table_name(model),
            target: table_name(target),
            member: field.name.clone(),
            inverse: None,
            comment: field.doc.clone(),
        }),
        _ => notes.dropped(field.span, what, "no end of the relation says in which fields its key is kept"),
    }
}
