//! The resolved spec: every default filled in, every name in every casing, every relation with both of its ends.
//!
//! A `Model` is made by `spec::resolve` from a valid [`Document`](super::Document) and by nothing else, so those who read
//! it (blueprints, importers' tests, the gateway of `fountane add`) need not check anything again.

use indexmap::IndexMap;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::address::{Address, At};
use super::document::Sdk;
use super::naming::{Names, singular};

/// A whole product, ready to be planned.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Model {
    /// What it is called and whose it is.
    pub project: Project,
    /// Which blueprint makes files of it; the first, where there are several.
    pub blueprint: BlueprintRef,
    /// Blueprints besides the first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub more_blueprints: Vec<BlueprintRef>,
    /// Where blueprints and templates from elsewhere are, in the order of the spec.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<SourceRef>,
    /// How tenants are kept apart.
    pub tenancy: Tenancy,
    /// From least to most; each includes those before it. Never empty.
    pub roles: Vec<Role>,
    /// In the order of the spec.
    pub enums: Vec<Enum>,
    /// In the order of the spec; never empty, and each owns at least one entity.
    pub services: Vec<Service>,
    /// In the order of the spec. [`EntityId`] indexes this.
    pub entities: Vec<Entity>,
    /// Which applications are made, and how they look.
    pub apps: Apps,
    /// Whose pipelines check and ship the workspace.
    pub pipelines: Vec<Forge>,
    /// Languages that get a client library of their own.
    pub sdk: Vec<Sdk>,
}

impl Model {
    /// The entity of an id that this model handed out.
    pub fn entity(&self, id: EntityId) -> &Entity {
        &self.entities[id.0]
    }

    /// The enum of an id that this model handed out.
    pub fn enumeration(&self, id: EnumId) -> &Enum {
        &self.enums[id.0]
    }

    /// Every blueprint, in the order of the spec.
    pub fn blueprints(&self) -> impl Iterator<Item = &BlueprintRef> {
        std::iter::once(&self.blueprint).chain(&self.more_blueprints)
    }

    /// The service of an id that this model handed out.
    pub fn service(&self, id: ServiceId) -> &Service {
        &self.services[id.0]
    }

    /// The database of a service; each has one of its own, so that none can read what another keeps.
    pub fn database(&self, id: ServiceId) -> String {
        format!("{}_{}", self.project.name.replace('-', "_"), self.service(id).names.one.snake)
    }

    /// The other services whose rows a service's rows speak of, in the order of the spec.
    pub fn called_by(&self, id: ServiceId) -> impl Iterator<Item = &Service> {
        let called: Vec<ServiceId> = self
            .service(id)
            .entities
            .iter()
            .flat_map(|entity| &self.entity(*entity).relations)
            .filter(|relation| relation.across_services)
            .map(|relation| self.entity(relation.target).service)
            .collect();
        self.services.iter().filter(move |service| called.contains(&service.id))
    }

    /// Whom access tokens are for.
    pub fn audience(&self) -> String {
        format!("https://api.{}.example", self.project.name)
    }
}

/// Index into [`Model::entities`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
pub struct EntityId(pub usize);

/// Index into [`Model::enums`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
pub struct EnumId(pub usize);

/// Index into [`Model::services`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
pub struct ServiceId(pub usize);

/// What the product is called.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Project {
    /// Kebab-case; folder, database and package scope follow from it.
    pub name: String,
    /// For people: `Pet Clinic`.
    pub title: String,
    /// One or two sentences; may be empty.
    pub description: String,
    /// SPDX expression or `UNLICENSED`.
    pub licence: String,
}

/// `saas@^1`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct BlueprintRef {
    /// `saas`, `api`, `minimal`, one of the user's own, or one of a source: `acme/audit`.
    pub name: String,
    /// A semver range.
    pub range: String,
}

/// Blueprints and templates from elsewhere.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SourceRef {
    /// What it goes by here, kebab-case.
    pub name: String,
    /// Where it is.
    pub address: Address,
    /// Which version of it; none of a folder.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at: Option<At>,
}

/// Where a repository is kept, and what runs its pipelines.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Forge {
    /// GitHub Actions.
    Github,
    /// GitLab CI/CD.
    Gitlab,
}

/// How tenants are kept apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Tenancy {
    /// One schema, row level security on every table.
    Rls,
    /// A schema per tenant.
    Schema,
    /// Row level security, and a schema or database of its own for some tenants.
    Hybrid,
    /// One tenant only.
    None,
}

/// Somebody's rank. Later roles include earlier ones.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Role {
    /// As it stands in tokens: `member`.
    pub name: String,
    /// What such a person may do.
    pub description: String,
}

/// A closed list of values.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Enum {
    /// Index of itself.
    pub id: EnumId,
    /// `VisitStatus` in every casing.
    pub names: Names,
    /// Never empty; unique.
    pub values: Vec<EnumValue>,
    /// For people; may be empty.
    pub description: String,
}

/// One value of an enum.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct EnumValue {
    /// As stored and as sent: `no-show`.
    pub value: String,
    /// For people: `Did not come`.
    pub label: String,
    /// `NO_SHOW`: unique within the enum, without the enum's own name before it.
    pub constant: String,
}

/// A deployable that owns entities.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Service {
    /// Index of itself.
    pub id: ServiceId,
    /// Kebab-case `clinic` in every casing; `kebab` is the folder.
    pub names: Names,
    /// For people; may be empty.
    pub description: String,
    /// Never empty, in the order of the spec.
    pub entities: Vec<EntityId>,
}

/// A thing that people keep records of.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Entity {
    /// Index of itself.
    pub id: EntityId,
    /// `InvoiceLine` in every casing, singular and plural.
    pub names: Names,
    /// Who owns it.
    pub service: ServiceId,
    /// For people; may be empty.
    pub description: String,
    /// The database's own name: `invoice_lines`.
    pub table: String,
    /// In the order of the spec; names are unique among fields, relations and inverses.
    pub fields: Vec<Field>,
    /// The ends that hold the key or the link table, in the order of the spec.
    pub relations: Vec<Relation>,
    /// The other ends: what points here.
    pub inverses: Vec<Inverse>,
    /// What stands for a row in pickers and links.
    pub display: Display,
    /// How lists of it behave.
    pub list: ListOptions,
    /// Whether a deleted row stays and can be restored.
    pub soft_delete: bool,
    /// Whether it is kept who changed what, when.
    pub audit: bool,
    /// Who may do what: role names of the model.
    pub access: Access,
    /// Further indexes, by names of fields or relations, beyond those that lists, keys and uniqueness need.
    pub indexes: Vec<Vec<String>>,
    /// Demo rows, by names of fields and relations; `"@Ada Byron"` refers to another row by what stands for it.
    pub seed: Vec<IndexMap<String, serde_json::Value>>,
}

/// One value of a row.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Field {
    /// camelCase; `snake` of it turns back into the same camelCase.
    pub name: String,
    /// The database's own name: `born_on`.
    pub column: String,
    /// For people, in sentence case: `Born on`.
    pub label: String,
    /// For people; may be empty.
    pub description: String,
    /// What it holds.
    pub kind: FieldKind,
    /// Whether it must be given (false: it may be null).
    pub required: bool,
    /// Unique within the tenant (and, where rows are removed softly, among those that are there).
    pub unique: bool,
    /// Whether it is fixed once written.
    pub immutable: bool,
    /// What a new row has where nothing is given; already checked against the kind and written as the kind's JSON:
    /// numbers for int, long (as a string where beyond 2^53), float; strings for decimal, money, date, enum …
    pub default: Option<serde_json::Value>,
    /// A valid value to show as a hint and to use in tests; always of the kind.
    pub example: Option<serde_json::Value>,
    /// Shown behind the number: `kg`.
    pub unit: Option<String>,
}

/// What a field holds, with its bounds.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "type", rename_all = "kebab-case")]
pub enum FieldKind {
    /// One line of text. `max` is at most 10,000; 255 where the spec says nothing.
    String {
        /// Characters.
        min: u32,
        /// Characters.
        max: u32,
        /// A regular expression as JavaScript reads it, without slashes.
        pattern: Option<String>,
    },
    /// Text of many lines.
    Text {
        /// Characters.
        min: u32,
        /// Characters; 100,000 where the spec says nothing.
        max: u32,
    },
    /// 32 bits.
    Int {
        /// Inclusive.
        min: Option<i32>,
        /// Inclusive.
        max: Option<i32>,
    },
    /// 64 bits; travels as a string.
    Long {
        /// Inclusive.
        min: Option<i64>,
        /// Inclusive.
        max: Option<i64>,
    },
    /// Exact; travels as a string.
    Decimal {
        /// All digits.
        precision: u8,
        /// Digits after the point.
        scale: u8,
        /// Inclusive, as written.
        min: Option<String>,
        /// Inclusive, as written.
        max: Option<String>,
    },
    /// 64 bit floating point.
    Float {
        /// Inclusive, as written.
        min: Option<String>,
        /// Inclusive, as written.
        max: Option<String>,
    },
    /// True or false.
    Boolean,
    /// `2026-05-02`.
    Date,
    /// `10:30:00`.
    Time,
    /// A moment, in UTC with milliseconds.
    DateTime,
    /// ISO 8601 duration: `PT20M`.
    Duration,
    /// A UUID.
    Uuid,
    /// Any JSON value.
    Json,
    /// Bytes kept in the row, at most `max` of them.
    Bytes {
        /// Bytes; 1 MiB where the spec says nothing.
        max: u64,
    },
    /// An uploaded file, with its name and media type.
    File {
        /// Media types such as `image/png`; empty for any.
        accept: Vec<String>,
        /// Bytes.
        max: u64,
    },
    /// An e-mail address, kept in lower case.
    Email,
    /// An http or https address.
    Url,
    /// An amount in one currency, exact, as a string with the currency's digits.
    Money {
        /// ISO 4217: `EUR`.
        currency: String,
        /// Digits after the point: 2 for EUR, 0 for JPY.
        scale: u8,
        /// Inclusive, as written.
        min: Option<String>,
        /// Inclusive, as written.
        max: Option<String>,
    },
    /// One of an enum's values.
    Enum {
        /// Which.
        id: EnumId,
    },
}

/// The end of a relation that holds the key, or owns the link table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Relation {
    /// camelCase: `owner`, `vaccines`.
    pub name: String,
    /// For people, in sentence case.
    pub label: String,
    /// For people; may be empty.
    pub description: String,
    /// What it points to; may be the entity itself.
    pub target: EntityId,
    /// How many on either side.
    pub kind: RelationKind,
    /// Whether there must be one. Always false for many-to-many.
    pub required: bool,
    /// What happens to this row when the other goes. Never `SetNull` where `required`.
    pub on_delete: OnDelete,
    /// Name of the other end on the target.
    pub inverse: String,
    /// Whether the target belongs to another service: then it is an id, checked by a call, and no foreign key.
    pub across_services: bool,
}

impl Relation {
    /// What a row's input and filter call it: `ownerId`, or `vaccineIds` for many-to-many.
    pub fn key(&self) -> String {
        match self.kind {
            RelationKind::ManyToMany { .. } => format!("{}Ids", singular(&self.name)),
            RelationKind::ManyToOne { .. } | RelationKind::OneToOne { .. } => format!("{}Id", self.name),
        }
    }
}

/// How many on either side, seen from the end that holds the key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "type", rename_all = "kebab-case")]
pub enum RelationKind {
    /// Many of these point to one of those.
    ManyToOne {
        /// `owner_id`.
        column: String,
    },
    /// One of these points to one of those, and no other does.
    OneToOne {
        /// `passport_id`.
        column: String,
    },
    /// Many to many, through a table of their own.
    ManyToMany {
        /// `pet_vaccines`.
        table: String,
        /// This end's key in it: `pet_id`.
        from_column: String,
        /// The other end's key in it: `vaccine_id`.
        to_column: String,
    },
}

/// What happens to a row when what it points to is deleted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum OnDelete {
    /// The deletion is refused.
    Restrict,
    /// The row goes as well.
    Cascade,
    /// The row stays and points to nothing.
    SetNull,
}

/// The other end of a relation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Inverse {
    /// camelCase: `pets`; singular for a one-to-one.
    pub name: String,
    /// For people, in sentence case.
    pub label: String,
    /// Who points here.
    pub source: EntityId,
    /// Name of the relation over there.
    pub relation: String,
    /// Whether there can be more than one (false: one-to-one).
    pub many: bool,
}

/// What stands for a row in pickers and links.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "type", rename_all = "kebab-case")]
pub enum Display {
    /// The value of a field of the entity.
    Field {
        /// Its name.
        name: String,
    },
    /// Nothing better than the start of its id.
    Id,
}

/// How lists behave.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ListOptions {
    /// Rows per page, 1 to 200.
    pub page_size: u16,
    /// The order where none is asked for; never empty.
    pub sort: Vec<SortKey>,
    /// What may be sorted by: fields of an ordered kind, then `createdAt`.
    pub sortable: Vec<String>,
    /// What may be filtered by: names of fields and of relations.
    pub filter: Vec<String>,
    /// Fields of text that the search looks through; may be empty.
    pub search: Vec<String>,
}

/// One part of an order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SortKey {
    /// A field, or `createdAt`, `updatedAt`.
    pub field: String,
    /// Whether from great to small.
    pub descending: bool,
}

/// Who may do what, by role.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Access {
    /// Lists and reads.
    pub read: String,
    /// Creates and changes.
    pub write: String,
    /// Deletes and restores.
    pub delete: String,
}

/// The applications besides services and gateway.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Apps {
    /// The Next.js application, where there is one.
    pub web: Option<WebApp>,
    /// The Expo application, where there is one.
    pub mobile: Option<MobileApp>,
}

/// The Next.js application.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct WebApp {
    /// BCP 47 tags, the first is the default; never empty.
    pub locales: Vec<String>,
    /// Whether it can be installed and works without a network.
    pub pwa: bool,
    /// `#rrggbb`: the one colour that drives the palette.
    pub primary: String,
}

/// The Expo application.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MobileApp {
    /// Whether it unlocks with face or finger.
    pub biometrics: bool,
    /// Whether it receives push messages.
    pub push: bool,
    /// What is kept on the device.
    pub offline: Vec<EntityId>,
}
