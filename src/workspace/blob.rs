//! Git's name for a content: what the lock remembers of a file.

use std::fmt;

use git2::{ObjectType, Oid};
use serde::{Deserialize, Serialize};

/// A git blob id: 40 hexadecimal digits. Equal ids mean equal bytes.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct BlobId(String);

impl BlobId {
    /// The id that git gives to these bytes.
    ///
    /// # Panics
    /// Never: hashing in memory does not fail.
    pub fn of(bytes: &[u8]) -> Self {
        let id = Oid::hash_object(ObjectType::Blob, bytes).expect("hashing in memory does not fail");
        id.into()
    }

    /// As text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<Oid> for BlobId {
    fn from(id: Oid) -> Self {
        Self(id.to_string())
    }
}

impl fmt::Display for BlobId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_what_git_says() {
        assert_eq!(BlobId::of(b"hello\n").as_str(), "ce013625030ba8dba906f756967f9e9ca394464a");
        assert_eq!(BlobId::of(b"").as_str(), "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391");
    }
}
