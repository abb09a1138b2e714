//! Values of rows: how they are read from messages, written into them, and changed.

use jiff::Timestamp;
use jiff::civil::{Date, Time};
use serde_json::Value;
use uuid::Uuid;

use crate::error::Error;
use crate::wire;

/// Another row, by as much of it as a link needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference<I> {
    /// Which.
    pub id: I,
    /// What people call it.
    pub label: String,
}

/// What an update does to a field that may be empty.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Change<T> {
    /// Leaves it as it is.
    #[default]
    Keep,
    /// Empties it.
    Clear,
    /// Gives it a value.
    Set(T),
}

/// Reads a whole answer.
pub(crate) fn answer<M, T: Read<M>>(message: M) -> Result<T, Error> {
    T::read(message).map_err(Error::Malformed)
}

/// Reads the row that is an answer.
pub(crate) fn row<M, T: Read<M>>(message: Option<M>) -> Result<T, Error> {
    message
        .ok_or_else(|| "there is no row".to_owned())
        .and_then(T::read)
        .map_err(Error::Malformed)
}

/// Reads a field of a message.
pub(crate) fn field<M, T: Read<M>>(message: M, name: &str) -> Result<T, String> {
    T::read(message).map_err(|problem| format!("`{name}`: {problem}"))
}

/// Reads a field that a message cannot do without, although protobuf can.
pub(crate) fn present<M, T: Read<M>>(
    message: Option<M>,
    name: &str,
) -> Result<T, String> {
    field(message.ok_or_else(|| format!("`{name}` is missing"))?, name)
}

/// What can be read from a message, or the reason why it cannot.
pub(crate) trait Read<M>: Sized {
    fn read(message: M) -> Result<Self, String>;
}

/// What can be written into a message.
pub(crate) trait Write<M> {
    fn into_message(self) -> M;
}

/// What an update says of one field: its value, and its name in the mask where it changes.
pub(crate) trait Masked<M> {
    fn masked(self, field: &str, mask: &mut Vec<String>) -> M;
}

/// Values that a message holds as they are.
macro_rules! as_they_are {
    ($($kind:ty),+) => {
        $(
            impl Read<$kind> for $kind {
                fn read(message: $kind) -> Result<Self, String> {
                    Ok(message)
                }
            }

            impl Write<$kind> for $kind {
                fn into_message(self) -> $kind {
                    self
                }
            }
        )+
    };
}

as_they_are!(String, i32, i64, f64, bool, Vec<u8>);

/// Values that a message holds as text.
macro_rules! as_text {
    ($($kind:ty),+) => {
        $(
            impl Read<String> for $kind {
                fn read(message: String) -> Result<Self, String> {
                    message.parse().map_err(|error| format!("is `{message}`: {error}"))
                }
            }

            impl Write<String> for $kind {
                fn into_message(self) -> String {
                    self.to_string()
                }
            }
        )+
    };
}

as_text!(Date, Time, Uuid, Value);

impl Read<prost_types::Timestamp> for Timestamp {
    fn read(message: prost_types::Timestamp) -> Result<Self, String> {
        Self::new(message.seconds, message.nanos).map_err(|error| error.to_string())
    }
}

impl Write<prost_types::Timestamp> for Timestamp {
    fn into_message(self) -> prost_types::Timestamp {
        // Before 1970 jiff counts both parts down from there; a message has a second and what follows it.
        let nanos = self.subsec_nanosecond();
        prost_types::Timestamp {
            seconds: self.as_second() - i64::from(nanos < 0),
            nanos: nanos.rem_euclid(1_000_000_000),
        }
    }
}

impl<I: From<Uuid>> Read<wire::Reference> for Reference<I> {
    fn read(message: wire::Reference) -> Result<Self, String> {
        let id = Uuid::read(message.id)?.into();
        let label = message.label;
        Ok(Self { id, label })
    }
}

impl<M, T: Read<M>> Read<Option<M>> for Option<T> {
    fn read(message: Option<M>) -> Result<Self, String> {
        message.map(T::read).transpose()
    }
}

impl<M, T: Read<M>> Read<Vec<M>> for Vec<T> {
    fn read(message: Vec<M>) -> Result<Self, String> {
        message.into_iter().map(T::read).collect()
    }
}

impl<M, T: Write<M>> Write<Option<M>> for Option<T> {
    fn into_message(self) -> Option<M> {
        self.map(T::into_message)
    }
}

impl<M, T: Write<M>> Write<Vec<M>> for Vec<T> {
    fn into_message(self) -> Vec<M> {
        self.into_iter().map(T::into_message).collect()
    }
}

impl<M, T: Write<M>> Masked<Option<M>> for Option<T> {
    fn masked(self, field: &str, mask: &mut Vec<String>) -> Option<M> {
        let value = self?;
        mask.push(field.to_owned());
        Some(value.into_message())
    }
}

impl<M, T: Write<M>> Masked<Vec<M>> for Option<Vec<T>> {
    fn masked(self, field: &str, mask: &mut Vec<String>) -> Vec<M> {
        let Some(values) = self else {
            return Vec::new();
        };
        mask.push(field.to_owned());
        values.into_message()
    }
}

impl<M, T: Write<M>> Masked<Option<M>> for Change<T> {
    fn masked(self, field: &str, mask: &mut Vec<String>) -> Option<M> {
        let value = match self {
            Self::Keep => return None,
            Self::Clear => None,
            Self::Set(value) => Some(value.into_message()),
        };
        mask.push(field.to_owned());
        value
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_before_1970_survive_the_way_there_and_back() {
        let moment: Timestamp = "1969-12-31T23:59:58.500Z".parse().unwrap();
        let written = moment.into_message();
        assert_eq!((written.seconds, written.nanos), (-2, 500_000_000));
        assert_eq!(Timestamp::read(written), Ok(moment));
    }

    #[test]
    fn the_mask_names_what_is_set_or_cleared_and_nothing_else() {
        let mut mask = Vec::new();
        let set: Option<i32> = Change::Set(1).masked("set", &mut mask);
        let cleared: Option<i32> = Change::<i32>::Clear.masked("cleared", &mut mask);
        let kept: Option<i32> = Change::<i32>::Keep.masked("kept", &mut mask);
        assert_eq!((set, cleared, kept), (Some(1), None, None));
        assert_eq!(mask, ["set", "cleared"]);
    }

    #[test]
    fn what_cannot_be_read_names_its_field() {
        let problem = field::<String, Date>("soon".to_owned(), "bornOn").unwrap_err();
        assert!(problem.starts_with("`bornOn`: is `soon`"), "{problem}");
    }
}
