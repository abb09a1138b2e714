//! What a demo keeps from one run to the next: its id, ports, secrets, and where the database lies.

use std::collections::BTreeMap;

use camino::Utf8PathBuf;
use fs_err as fs;
use serde::{Deserialize, Serialize};

use super::DemoError;
use super::error::io;
use super::folder::Folder;
use crate::fs::write_atomic;
use crate::redact::{Redactor, Secret, random_hex};

/// 256 bits.
const SECRET_BYTES: usize = 32;
const MAKING: &str = "making a secret";

/// What is kept. The file is private: it has the secrets in it.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct Kept {
    /// Marks the demo's processes.
    pub(super) id: String,
    #[serde(default)]
    pub(super) ports: BTreeMap<String, u16>,
    #[serde(default)]
    secrets: BTreeMap<String, Secret>,
    /// Where the database lies, when not in the demo's folder: an unprivileged user cannot pass through every home.
    #[serde(default)]
    pub(super) database_folder: Option<Utf8PathBuf>,
}

impl Kept {
    /// Reads what is kept, or begins anew.
    pub(super) fn read_or_begin(folder: &Folder) -> Result<Self, DemoError> {
        if let Some(kept) = Self::read(folder)? {
            return Ok(kept);
        }
        let kept = Self {
            id: random_hex(16).map_err(io(MAKING))?,
            ports: BTreeMap::new(),
            secrets: BTreeMap::new(),
            database_folder: None,
        };
        kept.write(folder)?;
        Ok(kept)
    }

    pub(super) fn read(folder: &Folder) -> Result<Option<Self>, DemoError> {
        match fs::read(folder.kept()) {
            Ok(bytes) => serde_json::from_slice(&bytes).map(Some).map_err(|source| DemoError::Kept { source }),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
            Err(source) => Err(DemoError::Io { doing: "reading what the demo keeps", source }),
        }
    }

    pub(super) fn write(&self, folder: &Folder) -> Result<(), DemoError> {
        let bytes = serde_json::to_vec_pretty(self).unwrap_or_default();
        write_atomic(&folder.kept(), &bytes, 0o600).map_err(io("writing what the demo keeps"))
    }

    /// Makes sure that there is a secret of this name.
    pub(super) fn make_secret(&mut self, name: &str) -> Result<(), DemoError> {
        if !self.secrets.contains_key(name) {
            self.secrets.insert(name.to_owned(), Secret::new(random_hex(SECRET_BYTES).map_err(io(MAKING))?));
        }
        Ok(())
    }

    /// The secret of this name, empty where it was never made.
    pub(super) fn secret(&self, name: &str) -> Secret {
        self.secrets.get(name).cloned().unwrap_or_else(|| Secret::new(""))
    }

    pub(super) fn redactor(&self) -> Redactor {
        Redactor::new(self.secrets.values())
    }
}

/// The name under which a database role's password is kept; no manifest can name it, `/` is not allowed there.
pub(super) fn password_of(role: &str) -> String {
    format!("postgres/{role}")
}
