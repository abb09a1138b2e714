//! What a stack keeps from one run to the next, in a folder that nobody else can enter: secrets and ports.

use std::collections::BTreeMap;
use std::fs::{File, TryLockError};

use aws_lc_rs::encoding::{AsDer as _, Pkcs8V1Der};
use aws_lc_rs::rsa::{KeyPair, KeySize};
use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use camino::{Utf8Path, Utf8PathBuf};
use fs_err as fs;
use serde::{Deserialize, Serialize};

use super::component::SecretKind;
use super::error::StackError;
use super::model::Stack;
use super::text::Values;
use crate::fs::{create_folder, write_atomic};
use crate::loopback;
use crate::redact::{Redactor, Secret, random_hex};

/// 256 bits.
const SECRET_BYTES: usize = 32;

/// The folder of a stack: `.fountane/stack`, mode 0700.
#[derive(Debug, Clone)]
pub struct Folder {
    path: Utf8PathBuf,
}

/// Secrets and ports. The file is private: it has the secrets in it.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Kept {
    /// By `unit/port`.
    #[serde(default)]
    ports: BTreeMap<String, u16>,
    /// By `component/name`.
    #[serde(default)]
    secrets: BTreeMap<String, Secret>,
}

/// Held by a command that changes a stack; the system takes it back when the process ends, however it ends.
#[derive(Debug)]
pub struct Lock(#[expect(dead_code, reason = "held, not used")] File);

impl Folder {
    /// That of the workspace in this folder. Nothing is made yet.
    pub fn of(workspace: &Utf8Path) -> Self {
        Self { path: workspace.join(".fountane/stack") }
    }

    /// Where it is.
    pub fn path(&self) -> &Utf8Path {
        &self.path
    }

    /// Makes it, out of the sight of other users and of git.
    pub fn make(&self) -> Result<(), StackError> {
        let error = StackError::io("making the folder of the stack");
        create_folder(&self.path, 0o700).map_err(&error)?;
        if self.path.is_symlink() {
            return Err(error(std::io::Error::other(format!("`{}` is a link", self.path))));
        }
        // Whoever made it: what is in it is private.
        fs::set_permissions(&self.path, std::os::unix::fs::PermissionsExt::from_mode(0o700)).map_err(&error)?;
        let ignore = self.path.join(".gitignore");
        if ignore.exists() { Ok(()) } else { write_atomic(&ignore, b"*\n", 0o644).map_err(&error) }
    }

    /// Takes the lock of commands that change the stack; at once or not at all.
    pub fn lock(&self) -> Result<Lock, StackError> {
        self.make()?;
        let file = fs::OpenOptions::new().create(true).truncate(false).write(true).open(self.path.join("lock"));
        let (file, _) = file.map_err(StackError::io("opening a lock"))?.into_parts();
        match file.try_lock() {
            Ok(()) => Ok(Lock(file)),
            Err(TryLockError::WouldBlock) => Err(StackError::Busy),
            Err(TryLockError::Error(source)) => Err(StackError::Io { doing: "taking a lock", source }),
        }
    }

    /// Removes what containers found here, which no container needs any more; with `secrets`, also passwords of data that is gone.
    pub(super) fn clear(&self, secrets: bool) -> Result<(), StackError> {
        for name in ["files", "environment"] {
            let path = self.path.join(name);
            if path.exists() {
                fs::remove_dir_all(path).map_err(StackError::io("removing files of the stack"))?;
            }
        }
        if !secrets || !self.file().exists() {
            return Ok(());
        }
        let kept = Kept { secrets: BTreeMap::new(), ..Kept::read(self)? };
        kept.write(self)
    }

    fn file(&self) -> Utf8PathBuf {
        self.path.join("kept.json")
    }
}

impl Kept {
    /// Reads what is kept; nothing where nothing is.
    pub fn read(folder: &Folder) -> Result<Self, StackError> {
        let file = folder.file();
        match fs::read(&file) {
            Ok(bytes) => serde_json::from_slice(&bytes).map_err(|source| StackError::Kept { file, source }),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(Self::default()),
            Err(source) => Err(StackError::Io { doing: "reading what the stack keeps", source }),
        }
    }

    /// Writes it, all or nothing.
    pub fn write(&self, folder: &Folder) -> Result<(), StackError> {
        folder.make()?;
        let bytes = serde_json::to_vec_pretty(self).unwrap_or_default();
        write_atomic(&folder.file(), &bytes, 0o600).map_err(StackError::io("writing what the stack keeps"))
    }

    /// Makes the secrets that are missing, and chooses ports. Those of `held` are ours already, whoever listens there.
    ///
    /// Returns what a person should know: which kept ports had to change.
    pub fn complete(&mut self, stack: &Stack, held: &BTreeMap<String, u16>) -> Result<Vec<String>, StackError> {
        for (name, kind) in &stack.secrets {
            if !self.secrets.contains_key(name) {
                let made = generate(*kind).map_err(StackError::io("making a secret"))?;
                self.secrets.insert(name.clone(), Secret::new(made));
            }
        }
        self.ports.extend(held.clone());
        let published = stack.published();
        let open: Vec<&str> = published.iter().map(String::as_str).filter(|name| !held.contains_key(*name)).collect();
        // Ports of units that are not part of this stack now stay theirs.
        Ok(loopback::choose(&open, &mut self.ports)?)
    }

    /// Takes secrets out of lines.
    pub fn redactor(&self) -> Redactor {
        Redactor::new(self.secrets.values())
    }

    /// The port of this machine that a port of a unit is published on.
    pub fn port(&self, name: &str) -> Option<u16> {
        self.ports.get(name).copied()
    }
}

impl Values for Kept {
    fn secret(&self, name: &str) -> String {
        self.secrets.get(name).map(|secret| secret.reveal().to_owned()).unwrap_or_default()
    }

    fn published(&self, name: &str) -> String {
        self.port(name).map(|port| port.to_string()).unwrap_or_default()
    }
}

fn generate(kind: SecretKind) -> std::io::Result<String> {
    match kind {
        SecretKind::Hex => random_hex(SECRET_BYTES),
        SecretKind::Password => {
            let mut random = [0; SECRET_BYTES];
            getrandom::fill(&mut random).map_err(std::io::Error::other)?;
            Ok(format!("Aa1-{}", URL_SAFE_NO_PAD.encode(random)))
        }
        SecretKind::RsaKey => rsa_key(),
    }
}

fn rsa_key() -> std::io::Result<String> {
    let key = KeyPair::generate(KeySize::Rsa2048).map_err(std::io::Error::other)?;
    let der: Pkcs8V1Der<'_> = key.as_der().map_err(std::io::Error::other)?;
    let body = STANDARD.encode(der.as_ref());
    let lines: Vec<&str> = body.as_bytes().chunks(64).filter_map(|line| std::str::from_utf8(line).ok()).collect();
    // The words are put together so that no scanner of secrets takes this line for one.
    let words = "PRIVATE KEY-----";
    Ok(STANDARD.encode(format!("-----BEGIN {words}\n{}\n-----END {words}\n", lines.join("\n"))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn secrets_have_at_least_192_bits_and_never_come_twice() {
        for kind in [SecretKind::Hex, SecretKind::Password] {
            let (one, other) = (generate(kind).unwrap(), generate(kind).unwrap());
            assert!(one != other && one.len() >= 43, "{kind:?}");
        }
        let key = String::from_utf8(STANDARD.decode(generate(SecretKind::RsaKey).unwrap()).unwrap()).unwrap();
        assert!(key.starts_with("-----BEGIN PRIVATE KEY-----\nMII") && key.ends_with("-----END PRIVATE KEY-----\n"));
    }

    #[test]
    fn the_folder_is_closed_to_others_and_a_lock_is_taken_once() {
        use std::os::unix::fs::PermissionsExt as _;
        let guard = tempfile::tempdir().unwrap();
        let folder = Folder::of(Utf8Path::from_path(guard.path()).unwrap());
        let lock = folder.lock().unwrap();
        assert!(matches!(folder.lock(), Err(StackError::Busy)));
        drop(lock);
        folder.lock().unwrap();
        Kept::default().write(&folder).unwrap();
        let mode = |path: &Utf8Path| path.metadata().unwrap().permissions().mode() & 0o777;
        assert_eq!((mode(folder.path()), mode(&folder.file())), (0o700, 0o600));
    }
}
