//! What services say when they refuse a call.

use std::fmt;

use prost::Message;
use tonic::Status;

use crate::wire::{ErrorDetail, ErrorStatus};

/// The message of a trailer that tells why.
const DETAIL: &str = "golden.common.v1.ErrorDetail";

/// What a service says when it refuses a call.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Refusal {
    /// For people.
    pub message: String,
    /// For programs, such as `INVALID` or `IN_USE`; empty where something else than a service refused.
    pub reason: String,
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

impl fmt::Display for Refusal {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.message)?;
        for (at, problem) in self.fields.iter().enumerate() {
            let separator = if at == 0 { ": " } else { ", " };
            write!(formatter, "{separator}{} {}", problem.field, problem.message)?;
        }
        Ok(())
    }
}

impl Refusal {
    pub(crate) fn of(status: &Status) -> Self {
        let detail = detail(status).unwrap_or_default();
        let fields = detail.fields.into_iter().map(|problem| FieldProblem {
            field: problem.field,
            code: problem.code,
            message: problem.message,
        });
        Self {
            message: status.message().to_owned(),
            reason: detail.reason,
            fields: fields.collect(),
        }
    }
}

/// What the trailer `grpc-status-details-bin` tells, where a service wrote one.
fn detail(status: &Status) -> Option<ErrorDetail> {
    let told = ErrorStatus::decode(status.details()).ok()?;
    let is_ours =
        |url: &str| url.rsplit_once('/').is_some_and(|(_, name)| name == DETAIL);
    let detail = told.details.iter().find(|detail| is_ours(&detail.type_url))?;
    ErrorDetail::decode(detail.value.as_slice()).ok()
}

#[cfg(test)]
mod tests {
    use prost_types::Any;
    use tonic::Code;

    use super::*;
    use crate::wire;

    fn status(type_url: &str) -> Status {
        let problem = wire::FieldProblem {
            field: "name".to_owned(),
            code: "taken".to_owned(),
            message: "is in use".to_owned(),
        };
        let detail = ErrorDetail {
            reason: "TAKEN".to_owned(),
            fields: vec![problem],
        };
        let told = ErrorStatus {
            details: vec![Any {
                type_url: type_url.to_owned(),
                value: detail.encode_to_vec(),
            }],
            ..ErrorStatus::default()
        };
        Status::with_details(
            Code::AlreadyExists,
            "Not this name",
            told.encode_to_vec().into(),
        )
    }

    #[test]
    fn a_refusal_names_the_reason_and_the_fields() {
        let refusal = Refusal::of(&status(&format!("type.googleapis.com/{DETAIL}")));
        assert_eq!(refusal.reason, "TAKEN");
        assert_eq!(refusal.fields[0].code, "taken");
        assert_eq!(refusal.to_string(), "Not this name: name is in use");
    }

    #[test]
    fn details_of_others_and_bytes_that_are_none_are_passed_over() {
        let strange = status("type.googleapis.com/other.Detail");
        assert_eq!(Refusal::of(&strange).fields, []);
        let broken = Status::with_details(Code::Aborted, "No", vec![0xff].into());
        let bare = Refusal {
            message: "No".to_owned(),
            ..Refusal::default()
        };
        assert_eq!(Refusal::of(&broken), bare);
    }
}
