//! Why a call failed.

use std::error::Error as StdError;

use tonic::{Code, ConnectError, Status};

use crate::refusal::Refusal;

/// The reason that a service gives where somebody else was faster.
const CONFLICT: &str = "CONFLICT";

/// An error of somebody else's code, such as the one that fetches access tokens.
pub type BoxError = Box<dyn StdError + Send + Sync>;

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
    #[error("unavailable: {refusal}{}", doubt(*.may_be_done))]
    Unavailable {
        /// What is known of it.
        refusal: Refusal,
        /// Whether it was a write that may have been done all the same: read before it is repeated.
        may_be_done: bool,
    },
    /// There was no answer within [`Options::timeout`](crate::Options::timeout).
    #[error("no answer in time{}", doubt(*.may_be_done))]
    Timeout {
        /// Whether it was a write that may have been done all the same: read before it is repeated.
        may_be_done: bool,
    },
    /// [`Token`](crate::Token) could not fetch an access token, or it is not one.
    #[error("there is no access token")]
    Token(#[source] BoxError),
    /// What was given to [`Client::with_request_id`](crate::Client::with_request_id) cannot be sent.
    #[error("{0:?} cannot be a request id: take letters, digits, `-` and `_`")]
    RequestId(String),
    /// A list was to have no rows a page, or more than services give.
    #[error("a page has 1 to 200 rows, not {0}")]
    PageSize(u32),
    /// An address is not one of a service.
    #[error("`{address}` is not the address of a service: {mend}")]
    Address {
        /// As given.
        address: String,
        /// What it has to be instead.
        mend: &'static str,
        /// What else is known.
        source: Option<tonic::transport::Error>,
    },
    /// A client was made where no Tokio runtime is.
    #[error(
        "a client needs a Tokio runtime: make it in a function under `#[tokio::main]`, \
         or while `Runtime::enter` holds"
    )]
    NoRuntime,
    /// The answer is not what the contract promises.
    #[error("the service's answer cannot be read: {0}")]
    Malformed(String),
    /// Anything else that a service may say.
    #[error(transparent)]
    Other(Box<Status>),
}

impl Error {
    /// What a call that failed means, given whether it was to change something.
    pub(crate) fn of(status: Status, is_write: bool) -> Self {
        let kind = match status.code() {
            Code::NotFound => Self::NotFound,
            Code::InvalidArgument => Self::Invalid,
            Code::AlreadyExists => Self::Taken,
            Code::FailedPrecondition => Self::InUse,
            Code::PermissionDenied => Self::PermissionDenied,
            Code::Unauthenticated => Self::Unauthenticated,
            Code::Aborted => return Self::aborted(Refusal::of(&status), is_write),
            Code::Unavailable => {
                return Self::Unavailable {
                    refusal: Refusal::of(&status),
                    may_be_done: is_write && was_sent(&status),
                };
            }
            Code::DeadlineExceeded => {
                return Self::Timeout { may_be_done: is_write };
            }
            _ => return Self::Other(Box::new(status)),
        };
        kind(Refusal::of(&status))
    }

    /// A conflict where a service says so. What lies between tells a connection that was
    /// dropped as aborted too.
    fn aborted(refusal: Refusal, is_write: bool) -> Self {
        if refusal.reason == CONFLICT {
            return Self::Conflict(refusal);
        }
        Self::Unavailable {
            refusal,
            may_be_done: is_write,
        }
    }
}

/// What is said of a write whose answer is missing.
fn doubt(may_be_done: bool) -> &'static str {
    if may_be_done { "; it may have been done all the same" } else { "" }
}

/// Whether a call may have reached a service: it did not where there was no connection.
fn was_sent(status: &Status) -> bool {
    let mut causes = std::iter::successors(status.source(), |&cause| cause.source());
    !causes.any(|cause| cause.is::<ConnectError>())
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;

    #[test]
    fn only_a_write_that_was_sent_may_have_been_done() {
        let lost = || Status::unavailable("connection reset");
        let mut unsent = Status::unavailable("connection refused");
        unsent.set_source(Arc::new(ConnectError("refused".into())));
        let said = [(lost(), true), (lost(), false), (unsent, true)]
            .map(|(status, is_write)| Error::of(status, is_write).to_string());
        let expected = [
            "unavailable: connection reset; it may have been done all the same",
            "unavailable: connection reset",
            "unavailable: connection refused",
        ];
        assert_eq!(said, expected);
    }

    #[test]
    fn only_a_service_tells_a_conflict() {
        let refusal = Refusal {
            reason: CONFLICT.to_owned(),
            ..Refusal::default()
        };
        assert!(matches!(Error::aborted(refusal, true), Error::Conflict(_)));
        let dropped = Error::of(Status::aborted("stream closed"), true).to_string();
        let expected = "unavailable: stream closed; it may have been done all the same";
        assert_eq!(dropped, expected);
    }

    #[test]
    fn no_error_says_what_its_source_says_again() {
        let other = Error::of(Status::internal("Broken"), false);
        let token = Error::Token("the provider is away".into());
        let said = [other, token].map(|error| {
            let causes =
                std::iter::successors(Some(&error as &dyn StdError), |&cause| {
                    cause.source()
                });
            causes.map(ToString::to_string).collect::<Vec<_>>()
        });
        for causes in said {
            let (first, rest) = causes.split_first().unwrap();
            assert!(rest.iter().all(|cause| !first.contains(cause)), "{causes:?}");
        }
    }
}
