//! Who changed what, and when.

pub(crate) mod wire;

use jiff::Timestamp;
use serde_json::Value;
use uuid::Uuid;

use crate::error::Error;
use crate::service::Service;
use crate::value::{self, Read, field, present};
use crate::wire::ById;

/// What somebody did to a row.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// Its own id.
    pub id: Uuid,
    /// What was done.
    pub action: Action,
    /// The subject of the access token of whoever did it.
    pub user_id: String,
    /// When.
    pub at: Timestamp,
    /// What is different since.
    pub changes: Vec<FieldChange>,
}

/// What was done to a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Action {
    /// It was made.
    Create,
    /// It was changed.
    Update,
    /// It was removed.
    Remove,
    /// It was brought back.
    Restore,
    /// Something that this crate does not know: the service is newer.
    Unknown(i32),
}

/// One field before and after.
#[derive(Debug, Clone, PartialEq)]
pub struct FieldChange {
    /// Its name in the contract, such as `bornOn`.
    pub field: String,
    /// What it held; null where that was nothing.
    pub from: Value,
    /// What it holds since.
    pub to: Value,
}

/// What was done to a row.
pub(crate) async fn of(
    service: &Service,
    path: &'static str,
    id: impl ToString,
) -> Result<Vec<Entry>, Error> {
    let answer: wire::HistoryResponse = service.read(path, ById::of(id)).await?;
    value::answer(answer.entries)
}

impl Read<i32> for Action {
    fn read(message: i32) -> Result<Self, String> {
        Ok(match message {
            1 => Self::Create,
            2 => Self::Update,
            3 => Self::Remove,
            4 => Self::Restore,
            other => Self::Unknown(other),
        })
    }
}

impl Read<wire::FieldChange> for FieldChange {
    fn read(message: wire::FieldChange) -> Result<Self, String> {
        Ok(Self {
            field: message.field,
            from: field(message.from_json, "fromJson")?,
            to: field(message.to_json, "toJson")?,
        })
    }
}

impl Read<wire::AuditEntry> for Entry {
    fn read(message: wire::AuditEntry) -> Result<Self, String> {
        Ok(Self {
            id: field(message.id, "id")?,
            action: field(message.action, "action")?,
            user_id: message.user_id,
            at: present(message.at, "at")?,
            changes: field(message.changes, "changes")?,
        })
    }
}
