//! What the crate is made of, in words that neither spec nor Rust depends on.

/// The whole crate, but for what each entity is in itself.
#[derive(Debug, Clone, PartialEq)]
pub struct Crate {
    /// In the order of the spec.
    pub services: Vec<Service>,
    /// In the order of the spec.
    pub entities: Vec<Entry>,
    /// Those that some entity uses.
    pub enums: Vec<Enum>,
}

/// A program that answers calls.
#[derive(Debug, Clone, PartialEq)]
pub struct Service {
    /// `clinic`, in `snake_case`.
    pub name: String,
    /// For people: `Clinic`.
    pub title: String,
    /// Where the environment names its address: `CLINIC_URL`.
    pub variable: String,
    /// Where it listens in development.
    pub address: String,
}

/// An entity as the client knows it.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// How it is called.
    pub names: EntityNames,
    /// Index of the service that owns it.
    pub service: usize,
}

/// How an entity is called, before any of it is made an identifier.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntityNames {
    /// The type of a row: `Pet`.
    pub row: String,
    /// The type that makes calls: `Pets`.
    pub calls: String,
    /// The module, and the client's method: `pets`.
    pub module: String,
    /// A local variable: `pet`.
    pub variable: String,
    /// For people: `pet`.
    pub phrase: String,
    /// For people: `pets`.
    pub phrases: String,
}

/// An entity, with all that its two modules are made of.
#[derive(Debug, Clone, PartialEq)]
pub struct Entity {
    /// How it is called.
    pub names: EntityNames,
    /// `a pet`
    pub a_row: String,
    /// For people; may be empty.
    pub description: String,
    /// `petclinic.clinic.v1.PetsService`
    pub rpc_service: String,
    /// `Pet` as methods have it: `GetPet`.
    pub rpc_one: String,
    /// `Pets` as methods have it: `ListPets`.
    pub rpc_many: String,
    /// Whether what was removed can be restored.
    pub soft_delete: bool,
    /// Whether it is kept who changed what.
    pub audit: bool,
    /// What a row tells besides what every row does.
    pub outputs: Vec<Output>,
    /// What a row is made of and changed by.
    pub inputs: Vec<Input>,
    /// What lists can be filtered by.
    pub filters: Vec<Filter>,
    /// What lists can be sorted by, as the contract names it: `bornOn`.
    pub sorts: Vec<String>,
    /// Fields that are files, as the contract names them.
    pub files: Vec<String>,
}

/// A field of a row.
#[derive(Debug, Clone, PartialEq)]
pub struct Output {
    /// `born_on`
    pub name: String,
    /// As the contract names it: `bornOn`.
    pub contract_name: String,
    /// The number of the message's field.
    pub number: u32,
    /// How many there are.
    pub count: Count,
    /// What it holds.
    pub kind: Kind,
    /// For people: a sentence.
    pub doc: String,
}

/// How many values a field has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Count {
    /// One.
    One,
    /// One or none.
    Optional,
    /// Any number.
    Many,
}

/// A field of an input.
#[derive(Debug, Clone, PartialEq)]
pub struct Input {
    /// `born_on`
    pub name: String,
    /// The number of the message's field.
    pub number: u32,
    /// [`Count::One`] where it must be given.
    pub count: Count,
    /// Whether an update may empty it.
    pub nullable: bool,
    /// Whether it is fixed once written.
    pub immutable: bool,
    /// What it holds.
    pub kind: Kind,
    /// For people: a sentence.
    pub doc: String,
}

/// What a list can be filtered by.
#[derive(Debug, Clone, PartialEq)]
pub struct Filter {
    /// `born_on`
    pub name: String,
    /// The number of the message's field.
    pub number: u32,
    /// Which conditions there are.
    pub conditions: Conditions,
}

/// Which conditions a filter knows.
#[derive(Debug, Clone, PartialEq)]
pub enum Conditions {
    /// Of texts.
    Text,
    /// Of what has an order.
    Range(Kind),
    /// Of what is told apart.
    Choice(Kind),
    /// Of what is true or false.
    Flag,
    /// Of what is there or not.
    Presence,
}

/// What a value is.
#[derive(Debug, Clone, PartialEq)]
pub enum Kind {
    /// Text, and what travels as text: decimals, amounts, durations, addresses.
    Text,
    /// 32 bits.
    Int,
    /// 64 bits.
    Long,
    /// 64 bits, rounded.
    Float,
    /// True or false.
    Flag,
    /// A day.
    Date,
    /// A time of day.
    Time,
    /// A moment.
    Moment,
    /// A UUID.
    Uuid,
    /// Any JSON value.
    Json,
    /// Bytes.
    Bytes,
    /// A file.
    File,
    /// An enum, by its PascalCase name in the spec.
    Enum(String),
    /// A row of an entity.
    Row(EntityNames),
}

/// A closed list of values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Enum {
    /// `VisitStatus`
    pub name: String,
    /// For people: a sentence.
    pub description: String,
    /// In the order of their numbers, from 1.
    pub values: Vec<EnumValue>,
}

/// A value of an enum.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EnumValue {
    /// As it is stored and filtered by: `no-show`.
    pub value: String,
    /// `NO_SHOW`
    pub constant: String,
    /// For people.
    pub label: String,
}

/// What the example does: make a row, change it, remove it.
#[derive(Debug, Clone, PartialEq)]
pub struct Tour {
    /// `petclinic_client`
    pub library: String,
    /// Whose rows.
    pub entity: EntityNames,
    /// What a new row cannot do without, in the order of the inputs.
    pub given: Vec<Given>,
    /// What is changed; nothing where the entity has no free text.
    pub change: Option<Changed>,
    /// Who does all that.
    pub person: Person,
    /// Of the development identity: `petclinic-cli`.
    pub client_id: String,
}

/// Somebody to sign in as.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// For people.
    pub name: String,
    /// What tokens call them.
    pub subject: String,
}

/// What is given for an input.
#[derive(Debug, Clone, PartialEq)]
pub enum Given {
    /// A value, as JSON has it.
    Value(Kind, serde_json::Value),
    /// A value of an enum.
    Variant {
        /// Of which.
        of: Enum,
        /// Its index.
        at: usize,
    },
    /// The first row that there is.
    FirstOf {
        /// A local variable: `owner_id`.
        variable: String,
        /// Of which entity.
        entity: EntityNames,
    },
}

/// A text that is changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changed {
    /// The input's name.
    pub field: String,
    /// What it becomes.
    pub text: String,
    /// Whether it can be empty.
    pub nullable: bool,
    /// Whether nothing else of a row can be changed.
    pub is_alone: bool,
}
