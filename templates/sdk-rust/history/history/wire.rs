//! Messages about changes, as protobuf writes them.

use prost_types::Timestamp;

#[derive(Clone, PartialEq, prost::Message)]
pub struct HistoryResponse {
    #[prost(message, repeated, tag = "1")]
    pub entries: Vec<AuditEntry>,
}

#[derive(Clone, PartialEq, prost::Message)]
pub struct AuditEntry {
    #[prost(string, tag = "1")]
    pub id: String,
    #[prost(int32, tag = "2")]
    pub action: i32,
    #[prost(string, tag = "3")]
    pub user_id: String,
    #[prost(message, optional, tag = "4")]
    pub at: Option<Timestamp>,
    #[prost(message, repeated, tag = "5")]
    pub changes: Vec<FieldChange>,
}

#[derive(Clone, PartialEq, prost::Message)]
pub struct FieldChange {
    #[prost(string, tag = "1")]
    pub field: String,
    #[prost(string, tag = "2")]
    pub from_json: String,
    #[prost(string, tag = "3")]
    pub to_json: String,
}
