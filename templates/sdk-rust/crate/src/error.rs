//! Why a call failed.

use prost::Message;
use tonic::{Code, Status};

use crate::wire::{ErrorDetail, ErrorStatus};

/// An error of somebody else's code, such as the one that fetches access tokens.
pub type BoxError = Box<dyn std::error::Error + Send + Sync>;

/// Why a call failed, by what a program can do about it.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// There is no such row: it never was, was removed, or belongs to somebody else.
    #[error("{0}")]
    NotFound(Refusal),
    /// The input is not what it must be; the refusal names the fields.
    #[error("{0}")]
    Invalid(Refusal),
    /// A value has to be unique and is in use; the refusal names the fields.
    #[error("{0}")]
    Taken(Refusal),
    /// Somebody changed the row since its version was read: read it again and repeat.
    #[error("{0}")]
    Conflict(Refusal),
    /// Other rows point to the one that was to be removed.
    #[error("{0}")]
    InUse(Refusal),
    /// The caller's roles do not allow the call.
    #[error("not allowed: {0}")]
    PermissionDenied(Refusal),
    /// The access token is missing, has expired or is not valid for these services.
    #[error("not signed in: {0}")]
    Unauthenticated(Refusal),
    /// The service cannot be reached or is not ready. Reads were repeated in vain.
    #[error("unavailable: {0}")]
    Unavailable(Refusal),
    /// There was no answer within [`Options::timeout`](crate::Options::timeout). A write may have been done all the same.
    #[error("no answer in time")]
    Timeout,
    /// [`Token`](crate::Token) could not fetch an access token.
    #[error("no access token: {0}")]
    Token(#[source] BoxError),
    /// An address is not one.
    #[error("`{address}` is not an address: {source}")]
    Address {
        /// As given.
        address: String,
        /// Why.
        #[source]
        source: tonic::transport::Error,
    },
    /// The answer is not what the contract promises.
    #[error("the service's answer cannot be read: {0}")]
    Malformed(String),
    /// Anything else that a service may say.
    #[error("{0}")]
    Other(#[source] Box<Status>),
}

/// What a service says when it refuses a call.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Refusal {
    /// For people.
    pub message: String,
    /// The fields that it is about; may be empty.
    pub fields: Vec<FieldProblem>,
}

/// What is wrong with one field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldProblem {
    /// Its name in the contract, such as `bornOn`; empty for the input as a whole.
    pub field: String,
    /// For programs, such as `too_small` or `taken`.
    pub code: String,
    /// For people.
    pub message: String,
}

impl std::fmt::Display for Refusal {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(&self.message)?;
        for (at, problem) in self.fields.iter().enumerate() {
            let separator = if at == 0 { ": " } else { ", " };
            write!(formatter, "{separator}{} {}", problem.field, problem.message)?;
        }
        Ok(())
    }
}

impl From<Status> for Error {
    fn from(status: Status) -> Self {
        let kind = match status.code() {
            Code::NotFound => Self::NotFound,
            Code::InvalidArgument => Self::Invalid,
            Code::AlreadyExists => Self::Taken,
            Code::Aborted => Self::Conflict,
            Code::FailedPrecondition => Self::InUse,
            Code::PermissionDenied => Self::PermissionDenied,
            Code::Unauthenticated => Self::Unauthenticated,
            Code::Unavailable => Self::Unavailable,
            Code::DeadlineExceeded => return Self::Timeout,
            _ => return Self::Other(Box::new(status)),
        };
        kind(Refusal::of(&status))
    }
}

impl Refusal {
    fn of(status: &Status) -> Self {
        let message = status.message().to_owned();
        let fields = problems(status).unwrap_or_default();
        Self { message, fields }
    }
}

/// The fields that the trailer `grpc-status-details-bin` tells of, where a service wrote one.
fn problems(status: &Status) -> Option<Vec<FieldProblem>> {
    let told = ErrorStatus::decode(status.details()).ok()?;
    let is_ours = |name: &str| name.ends_with("/golden.common.v1.ErrorDetail");
    let detail = told.details.iter().find(|detail| is_ours(&detail.type_url))?;
    let detail = ErrorDetail::decode(detail.value.as_slice()).ok()?;
    let fields = detail.fields.into_iter().map(|problem| FieldProblem {
        field: problem.field,
        code: problem.code,
        message: problem.message,
    });
    Some(fields.collect())
}
