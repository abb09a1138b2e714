//! YAML, read and written so that every reader agrees.
//!
//! [`Tree`] is what a person wrote, with the place of every part; [`read`] goes straight into a type, for files that
//! fountane ships; [`write`](mod@write) says which text is safe without quotes. Nothing else in the program knows a YAML library.

mod scalar;
mod tree;
pub mod write;

pub use scalar::{is_number, plain_value};
pub use tree::{Content, Duplicate, Entry, Node, Scalar, Tree, empty, parse, parse_within};

use serde::de::DeserializeOwned;

/// Bytes of a YAML file; a larger one is refused before it is parsed.
pub const MAX_BYTES: usize = 1024 * 1024;

/// Collections within collections.
pub const MAX_DEPTH: usize = 64;

/// Nodes, with those that aliases repeat counted each time.
pub const MAX_NODES: usize = 300_000;

/// How much of a text is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Of the whole text.
    pub bytes: usize,
    /// With those that aliases repeat counted each time.
    pub nodes: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { bytes: MAX_BYTES, nodes: MAX_NODES }
    }
}

/// Why a text is not YAML that we read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum YamlError {
    /// Not YAML.
    #[error("{message}")]
    Syntax {
        /// What the parser missed.
        message: String,
        /// Byte offset.
        at: usize,
    },
    /// Larger than the limit.
    #[error("the file has {bytes} bytes; at most {most} are read")]
    TooLarge {
        /// Its size.
        bytes: usize,
        /// The limit.
        most: usize,
    },
    /// More than the limit, such as through aliases of aliases.
    #[error("the file has more than {most} values, counting each use of an alias")]
    TooManyNodes {
        /// Byte offset of the one too many.
        at: usize,
        /// The limit.
        most: usize,
    },
    /// A tag such as `!!binary`.
    #[error("the tag `{tag}` is not read here")]
    Tag {
        /// As written.
        tag: String,
        /// Byte offset.
        at: usize,
    },
    /// A list or a map where a key belongs.
    #[error("a key must be a word, not a list or a map")]
    ComplexKey {
        /// Byte offset.
        at: usize,
    },
    /// A second document behind `---`.
    #[error("there is more than one document in the file")]
    SeveralDocuments {
        /// Byte offset of the second.
        at: usize,
    },
    /// `<<` with something that is no map.
    #[error("`<<` takes a map, or a list of maps")]
    Merge {
        /// Byte offset.
        at: usize,
    },
}

impl YamlError {
    /// Where in the text it is wrong, as a byte offset.
    pub fn at(&self) -> usize {
        match self {
            Self::TooLarge { .. } => 0,
            Self::Syntax { at, .. }
            | Self::TooManyNodes { at, .. }
            | Self::Tag { at, .. }
            | Self::ComplexKey { at }
            | Self::SeveralDocuments { at }
            | Self::Merge { at } => *at,
        }
    }
}

/// Why a file that fountane ships, or keeps for itself, could not be read into its type.
#[derive(Debug, thiserror::Error)]
#[error("{message}")]
pub struct ReadError {
    message: String,
}

/// Reads a whole document into a type, with line and column in the error. Unknown keys are the type's own affair
/// (`deny_unknown_fields`).
pub fn read<T: DeserializeOwned>(text: &str) -> Result<T, ReadError> {
    let options = serde_saphyr::options! {
        strict_booleans: true,
        budget: serde_saphyr::budget! { max_reader_input_bytes: Some(MAX_BYTES), max_depth: MAX_DEPTH },
    };
    if text.len() > MAX_BYTES {
        return Err(ReadError { message: YamlError::TooLarge { bytes: text.len(), most: MAX_BYTES }.to_string() });
    }
    serde_saphyr::from_str_with_options(text, options).map_err(|error| ReadError { message: error.to_string() })
}
