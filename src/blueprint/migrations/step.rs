//! One statement of a migration, with what it means to rows that are there.

use serde::Serialize;

/// When in a migration a statement comes: the database grows first, then rows follow, then it shrinks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Phase {
    /// What has another name only.
    Rename,
    /// Lets the owner of tables see their rows, as the statements below must.
    Unguard,
    /// Constraints and indexes that go or change.
    Free,
    /// New tables.
    Create,
    /// New columns, and what may be empty from now on.
    Expand,
    /// Rows are made to fit another type.
    Trim,
    /// Types and defaults.
    Convert,
    /// Rows get what they lack.
    Backfill,
    /// What must be filled from now on, and conditions.
    Contract,
    /// Keys to other tables.
    Link,
    /// Indexes.
    Index,
    /// Whose rows are shown to whom.
    Policy,
    /// Columns and tables that go.
    Remove,
    /// Takes back what was granted at first.
    Guard,
}

/// Something that is gone, or no longer what it was, when a migration is done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Loss {
    /// The table.
    pub table: String,
    /// The column; none where it is the whole table.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub column: Option<String>,
    /// What is lost, in words.
    pub what: String,
}

/// Where a migration fails, and changes nothing, because of rows that are there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Hurdle {
    /// The table.
    pub table: String,
    /// The column; none where several are meant.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub column: Option<String>,
    /// Which rows make it fail.
    pub what: String,
    /// SQL that mends or finds them, as an example: what is right, a person knows.
    pub mend: String,
}

/// One statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// When it comes.
    pub phase: Phase,
    /// The statement, with its semicolon.
    pub sql: String,
    /// What it does, in a few words; none for what only accompanies another.
    pub told: Option<String>,
    /// What a file is called after it: `pets_add_price`.
    pub title: Option<String>,
    /// What it loses.
    pub loss: Option<Loss>,
    /// Where it fails.
    pub hurdle: Option<Hurdle>,
}

impl Step {
    /// A statement that loses nothing and cannot fail.
    pub fn new(phase: Phase, sql: String) -> Self {
        Self { phase, sql, told: None, title: None, loss: None, hurdle: None }
    }

    /// Says what it does, and how a file is called after it.
    pub fn told(mut self, told: String, title: String) -> Self {
        (self.told, self.title) = (Some(told), Some(title));
        self
    }

    /// Says what it loses.
    pub fn losing(mut self, table: &str, column: Option<&str>, what: impl Into<String>) -> Self {
        self.loss = Some(Loss { table: table.to_owned(), column: column.map(str::to_owned), what: what.into() });
        self
    }

    /// Says where it fails.
    pub fn hindered(mut self, hurdle: Option<Hurdle>) -> Self {
        self.hurdle = hurdle;
        self
    }
}
