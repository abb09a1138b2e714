//! Columns that every row has anyhow: its id, its version, its moments, its tenant.

use std::collections::{HashMap, HashSet};

use heck::ToSnakeCase;

use super::{Converter, Draft, prepare::Link, words};
use crate::spec::import::{
    NoteKind,
    relational::schema::{Column, Initial, Kind, Table},
};

/// What a column is that every row has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Given {
    Id,
    CreatedAt,
    UpdatedAt,
    DeletedAt,
    Version,
    TenantId,
}

impl Given {
    /// As the spec calls it.
    pub fn member(self) -> &'static str {
        match self {
            Self::Id => "id",
            Self::CreatedAt => "createdAt",
            Self::UpdatedAt => "updatedAt",
            Self::DeletedAt => "deletedAt",
            Self::Version => "version",
            Self::TenantId => "tenantId",
        }
    }
}

const CREATED: [&str; 9] = [
    "created_on",
    "created",
    "date_created",
    "creation_date",
    "create_time",
    "create_date",
    "created_date",
    "inserted_at",
    "date_added",
];
const UPDATED: [&str; 11] = [
    "updated_on",
    "updated",
    "last_update",
    "last_updated",
    "last_modified",
    "modified",
    "modified_at",
    "modified_date",
    "modified_on",
    "update_time",
    "date_modified",
];
const VERSIONS: [&str; 4] = ["version", "lock_version", "row_version", "opt_lock"];

/// What products call those who use them, each for themselves.
const CUSTOMERS: [&str; 11] = [
    "tenant",
    "tenants",
    "organization",
    "organisation",
    "org",
    "account",
    "company",
    "workspace",
    "customer",
    "client",
    "team",
];

/// Finds them in all tables.
pub(super) fn find(converter: &mut Converter) {
    let strangers = strangers(&converter.tables, &converter.links);
    for (at, table) in converter.tables.iter_mut().enumerate() {
        let links = &converter.links[at];
        let mut given: HashMap<String, Given> = HashMap::new();
        for column in &table.columns {
            let Some(found) = of(column, table, links, &strangers) else { continue };
            if !given.values().any(|other| *other == found) {
                given.insert(column.name.to_ascii_lowercase(), found);
            }
        }
        // What is unique within a tenant anyhow need not say so.
        let is_tenant = |name: &String| given.get(&name.to_ascii_lowercase()) == Some(&Given::TenantId);
        let Table { uniques, indexes, primary_key, .. } = table;
        for key in uniques.iter_mut().chain(indexes).chain(primary_key) {
            if key.columns.len() > 1 {
                key.columns.retain(|name| !is_tenant(name));
            }
        }
        let late = table.primary_key.as_ref().and_then(|key| match key.columns.as_slice() {
            [only] => table.column(only),
            _ => None,
        });
        if let Some(column) = late
            && !given.values().any(|found| *found == Given::Id)
            && !is_link(links, &column.name)
            && is_id(column, table)
        {
            given.insert(column.name.to_ascii_lowercase(), Given::Id);
        }
        converter.given.push(given);
    }
    for (at, links) in converter.links.iter_mut().enumerate() {
        let given = &converter.given[at];
        let table = &converter.tables[at];
        links.retain(|link| {
            let [only] = link.key.columns.as_slice() else { return true };
            let is_tenant = given.get(&only.to_ascii_lowercase()) == Some(&Given::TenantId);
            if is_tenant {
                let item = format!("`{}.{only}`", table.name.name);
                let why = "every row belongs to its tenant by itself; the entity that they lead to stays";
                converter.notes.grouped(link.key.span, NoteKind::NotCarried, "foreign keys to tenants:", item, why);
            }
            !is_tenant
        });
    }
}

/// Tables that a `tenant_id` leads to though what they hold is no customer of the product: who rents a room is a tenant, too.
/// Those of customers are called so, or most tables have such a key.
fn strangers(tables: &[Table], links: &[Vec<Link>]) -> HashSet<usize> {
    let mut led_to: HashMap<usize, usize> = HashMap::new();
    for link in links.iter().flatten() {
        if matches!(link.key.columns.as_slice(), [only] if is_tenant_id(only)) {
            *led_to.entry(link.target).or_default() += 1;
        }
    }
    let is_called_so = |at: usize| {
        let name = words::entity(&tables[at].name.name).to_snake_case();
        name.split('_').any(|word| CUSTOMERS.contains(&word))
    };
    let is_stranger = |(at, keys): &(usize, usize)| !is_called_so(*at) && keys * 2 <= tables.len();
    led_to.into_iter().filter(is_stranger).map(|(at, _)| at).collect()
}

fn is_tenant_id(column: &str) -> bool {
    words::ascii(column).to_snake_case() == "tenant_id"
}

fn of(column: &Column, table: &Table, links: &[Link], strangers: &HashSet<usize>) -> Option<Given> {
    let snake = words::ascii(&column.name).to_snake_case();
    let is_key = matches!(&table.primary_key, Some(key) if matches!(key.columns.as_slice(), [only] if only.eq_ignore_ascii_case(&column.name)));
    let is_keyed = is_key
        || table.is_in_primary_key(&column.name)
        || table.uniques.iter().any(|key| key.columns.iter().any(|one| one.eq_ignore_ascii_case(&column.name)));
    if is_key && !is_link(links, &column.name) && is_id(column, table) {
        return Some(Given::Id);
    }
    if snake == "tenant_id" && !is_key {
        let mut led_to = links.iter().filter(|link| link.key.columns.iter().any(|one| one == &column.name));
        let is_stranger = led_to.any(|link| strangers.contains(&link.target));
        return (!is_stranger).then_some(Given::TenantId);
    }
    if is_keyed || is_link(links, &column.name) {
        return None;
    }
    let is_now = column.default == Some(Initial::Now);
    match (&column.kind, snake.as_str()) {
        (Kind::Moment, "created_at") => Some(Given::CreatedAt),
        (Kind::Moment, "updated_at") => Some(Given::UpdatedAt),
        (Kind::Moment, "deleted_at") if !column.required => Some(Given::DeletedAt),
        (Kind::Moment, name) if (is_now || column.is_touched) && CREATED.contains(&name) => Some(Given::CreatedAt),
        (Kind::Moment, name) if (is_now || column.is_touched) && UPDATED.contains(&name) => Some(Given::UpdatedAt),
        (Kind::Int { .. }, name) if VERSIONS.contains(&name) => Some(Given::Version),
        _ => None,
    }
}

fn is_link(links: &[Link], column: &str) -> bool {
    links.iter().any(|link| link.key.columns.iter().any(|one| one.eq_ignore_ascii_case(column)))
}

/// Whether a primary key is only there to number rows: the database does it, or its name says so.
fn is_id(column: &Column, table: &Table) -> bool {
    let snake = words::ascii(&column.name).to_snake_case();
    let is_plain = matches!(snake.as_str(), "id" | "uuid" | "guid" | "pk" | "oid");
    match column.kind {
        Kind::Int { .. } | Kind::Decimal(_) => {
            let own = words::entity(&table.name.name).to_snake_case().replace('_', "");
            let is_own = snake.replace('_', "").strip_suffix("id").is_some_and(|stem| stem == own);
            column.is_numbered || is_plain || is_own || snake.ends_with("_id")
        }
        Kind::Uuid => true,
        Kind::Line(_) | Kind::Prose | Kind::Bytes(_) => is_plain || is_made(column),
        _ => false,
    }
}

/// Whether its values are made up: `cuid()`, `gen_random_uuid()`.
fn is_made(column: &Column) -> bool {
    let Some(Initial::Computed(text)) = &column.default else { return false };
    let lower = text.to_ascii_lowercase();
    ["cuid", "uuid", "ulid", "nanoid", "newid", "auto"].iter().any(|maker| lower.contains(maker))
}

/// Tells which columns are left out because every row has them.
pub(super) fn tell(converter: &mut Converter) {
    for draft in &mut converter.drafts {
        let Draft { table: at, entity, by_column, .. } = draft;
        let table = &converter.tables[*at];
        let given = &converter.given[*at];
        if table.primary_key.is_none() && !given.values().any(|one| *one == Given::Id) {
            if converter.terms.is_database {
                let what = format!("table `{}`", table.name.written());
                converter.notes.added(table.span, what, "it has no primary key; every row gets an `id`");
            } else {
                let item = format!("`{}`", table.name.written());
                converter.notes.grouped(table.span, NoteKind::Added, "without an id:", item, "every row gets an `id`");
            }
        }
        for column in &table.columns {
            let Some(one) = given.get(&column.name.to_ascii_lowercase()) else { continue };
            let item = format!("`{}.{}`", table.name.name, column.name);
            let why = why(*one, column, converter.terms.is_database);
            converter.notes.grouped(column.span, NoteKind::NotCarried, "left out:", item, why);
            entity.soft_delete |= *one == Given::DeletedAt;
            if matches!(one, Given::CreatedAt | Given::UpdatedAt) {
                by_column.insert(column.name.to_ascii_lowercase(), one.member().to_owned());
            }
        }
    }
}

/// What every row has in the place of such a column.
fn why(given: Given, column: &Column, is_database: bool) -> String {
    match (given, &column.kind) {
        (Given::Id, Kind::Uuid) => "every row has its own `id`".to_owned(),
        (Given::Id, _) if is_database => {
            format!("every row has its own `id`, a UUID instead of `{}`", column.written)
        }
        (Given::Id, _) => "every row has a UUID of its own as its `id`".to_owned(),
        (Given::DeletedAt, _) => "every row has its own `deletedAt`, as `soft-delete` has it".to_owned(),
        _ => format!("every row has its own `{}`", given.member()),
    }
}
