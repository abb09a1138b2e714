//! Messages that services share, as protobuf writes them. The protos are in `libs/contracts/proto`.

use prost_types::Any;

#[derive(Clone, PartialEq, prost::Message)]
pub struct ListQuery {
    #[prost(string, repeated, tag = "1")]
    pub sort: Vec<String>,
    #[prost(string, tag = "2")]
    pub search: String,
    #[prost(string, tag = "3")]
    pub cursor: String,
    #[prost(int32, tag = "4")]
    pub limit: i32,
    #[prost(bool, tag = "5")]
    pub removed: bool,
}

#[derive(Clone, PartialEq, prost::Message)]
pub struct FieldFilter {
    #[prost(string, optional, tag = "1")]
    pub equals: Option<String>,
    #[prost(string, repeated, tag = "2")]
    pub r#in: Vec<String>,
    #[prost(string, optional, tag = "3")]
    pub from: Option<String>,
    #[prost(string, optional, tag = "4")]
    pub to: Option<String>,
    #[prost(string, optional, tag = "5")]
    pub contains: Option<String>,
    #[prost(bool, optional, tag = "6")]
    pub is_null: Option<bool>,
}

#[derive(Clone, PartialEq, prost::Message)]
pub struct OptionsQuery {
    #[prost(string, tag = "1")]
    pub search: String,
    #[prost(int32, tag = "2")]
    pub limit: i32,
    #[prost(string, repeated, tag = "3")]
    pub ids: Vec<String>,
}

#[derive(Clone, PartialEq, prost::Message)]
pub struct OptionsRequest {
    #[prost(message, optional, tag = "1")]
    pub query: Option<OptionsQuery>,
}

#[derive(Clone, PartialEq, prost::Message)]
pub struct OptionsResponse {
    #[prost(message, repeated, tag = "1")]
    pub options: Vec<Reference>,
}

#[derive(Clone, PartialEq, prost::Message)]
pub struct Reference {
    #[prost(string, tag = "1")]
    pub id: String,
    #[prost(string, tag = "2")]
    pub label: String,
}

/// Names one row: the request of a read and of a history.
#[derive(Clone, PartialEq, prost::Message)]
pub struct ById {
    #[prost(string, tag = "1")]
    pub id: String,
}

/// Names one row as it was read: the request of a removal and of its undoing.
#[derive(Clone, PartialEq, prost::Message)]
pub struct ByVersion {
    #[prost(string, tag = "1")]
    pub id: String,
    #[prost(int32, tag = "2")]
    pub version: i32,
}

#[derive(Clone, PartialEq, prost::Message)]
pub struct Nothing {}

#[derive(Clone, PartialEq, prost::Message)]
pub struct ErrorStatus {
    #[prost(int32, tag = "1")]
    pub code: i32,
    #[prost(string, tag = "2")]
    pub message: String,
    #[prost(message, repeated, tag = "3")]
    pub details: Vec<Any>,
}

#[derive(Clone, PartialEq, prost::Message)]
pub struct ErrorDetail {
    #[prost(string, tag = "1")]
    pub reason: String,
    #[prost(message, repeated, tag = "2")]
    pub fields: Vec<FieldProblem>,
}

#[derive(Clone, PartialEq, prost::Message)]
pub struct FieldProblem {
    #[prost(string, tag = "1")]
    pub field: String,
    #[prost(string, tag = "2")]
    pub code: String,
    #[prost(string, tag = "3")]
    pub message: String,
}

impl ById {
    pub fn of(id: impl ToString) -> Self {
        Self { id: id.to_string() }
    }
}

impl ByVersion {
    pub fn of(id: impl ToString, version: i32) -> Self {
        Self {
            id: id.to_string(),
            version,
        }
    }
}
