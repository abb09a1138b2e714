//! What was passed before and would be again, because nothing that decides it has changed.
//!
//! A tool is not asked a second time where every file of the workspace, its tools, the machine and the environment are as
//! they were when it found nothing. What found something is never remembered. What no file and no variable decides (the
//! clock, the network, a database elsewhere) is not known here.

mod inputs;
mod packages;
mod passes;
mod surroundings;

use std::collections::BTreeMap;

use camino::{Utf8Path, Utf8PathBuf};
use data_encoding::HEXLOWER;
use sha2::{Digest as _, Sha256};

pub(super) use inputs::Inputs;
pub(super) use passes::Pass;

use super::Gate;
use crate::clock;
use crate::toolchain::Toolchain;
use inputs::Digest;
use packages::Packages;
use passes::Passes;
use surroundings::surroundings;

/// What is remembered of a workspace as it is now.
pub(super) struct Memory<'a> {
    root: &'a Utf8Path,
    toolchain: &'a Toolchain,
    inputs: Inputs,
    surroundings: Digest,
    passes: Passes,
}

impl<'a> Memory<'a> {
    /// Looks at the workspace; none where something that decides a gate cannot be known.
    pub fn of(root: &'a Utf8Path, toolchain: &'a Toolchain) -> Option<Self> {
        let inputs = Inputs::read(root).ok()?;
        let surroundings = surroundings(root, toolchain, &inputs)?;
        Some(Self { root, toolchain, inputs, surroundings, passes: Passes::read(root) })
    }

    /// The pass of a gate, if it was passed with all as it is now.
    pub fn recall(&self, gate: Gate) -> Option<&Pass> {
        self.passes.get(&self.key_of(gate))
    }

    /// Remembers that a gate was passed, unless anything has changed since this look.
    pub fn keep(&self, gate: Gate, summary: &str) {
        self.keep_all([(self.key_of(gate), summary.to_owned())]);
    }

    /// What ESLint needs to know of packages.
    pub fn lints(&self) -> Lints {
        let digests = Packages::read(self.root, &self.inputs).map(|packages| packages.digests(&self.inputs));
        let keys = digests.unwrap_or_default().into_iter().map(|(folder, digest)| {
            let key = self.key(&[b"lint of", folder.as_str().as_bytes(), &digest]);
            (folder, key)
        });
        let (clean, open) = keys.partition(|(_, key)| self.passes.get(key).is_some());
        Lints { clean, open }
    }

    /// Remembers packages in which ESLint found nothing, unless anything has changed since this look.
    pub fn keep_lints(&self, lints: &Lints, found: impl Fn(&Utf8Path) -> bool) {
        let fine = lints.open.iter().filter(|(folder, _)| !found(folder));
        self.keep_all(fine.map(|(folder, key)| (key.clone(), format!("lint of {folder}"))));
    }

    /// One word for everything but the workspace's files.
    pub fn surroundings(&self) -> String {
        hex(&self.surroundings)
    }

    fn keep_all(&self, passed: impl IntoIterator<Item = (String, String)>) {
        let now = Inputs::read(self.root).ok().filter(|now| *now == self.inputs);
        let is_same = now.is_some_and(|now| surroundings(self.root, self.toolchain, &now) == Some(self.surroundings));
        if is_same {
            let since = clock::now();
            Passes::add(self.root, passed.into_iter().map(|(key, summary)| (key, Pass { summary, since })));
        }
    }

    fn key_of(&self, gate: Gate) -> String {
        self.key(&[b"gate", gate.name().as_bytes(), &self.inputs.digest(|_| true)])
    }

    fn key(&self, parts: &[&[u8]]) -> String {
        let mut hash = Sha256::new_with_prefix(self.surroundings);
        for part in parts {
            hash.update(part.len().to_le_bytes());
            hash.update(part);
        }
        hex(&hash.finalize().into())
    }
}

/// Packages by whether ESLint need look at them: folders with the keys they are remembered by.
pub(super) struct Lints {
    clean: BTreeMap<Utf8PathBuf, String>,
    open: BTreeMap<Utf8PathBuf, String>,
}

impl Lints {
    /// Folders that ESLint may leave out: nothing is found in them or in packages within.
    pub fn left_out(&self) -> Vec<&Utf8Path> {
        let is_plain = |folder: &Utf8Path| folder.as_str().chars().all(|c| c.is_alphanumeric() || "-_./@".contains(c));
        let holds_open = |folder: &Utf8Path| self.open.keys().any(|open| open.starts_with(folder));
        let clean = self.clean.keys().map(Utf8PathBuf::as_path);
        clean.filter(|folder| is_plain(folder) && !holds_open(folder)).collect()
    }
}

fn hex(digest: &Digest) -> String {
    HEXLOWER.encode(digest)
}
