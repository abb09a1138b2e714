//! From which sources images were built, so that nothing is built that was built already. The image itself has the last word:
//! one that is another by now is built again.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::component::Image;
use super::engine::local;
use super::error::StackError;
use super::kept::Folder;
use crate::fs::write_atomic;

/// By the name of the image.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub(super) struct Built(BTreeMap<String, Of>);

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Of {
    sources: String,
    id: String,
}

impl Built {
    /// What is remembered; nothing where that cannot be read, as building again does no harm.
    pub(super) fn read(folder: &Folder) -> Self {
        let bytes = fs_err::read(folder.path().join("built.json")).unwrap_or_default();
        serde_json::from_slice(&bytes).unwrap_or_default()
    }

    pub(super) fn write(&self, folder: &Folder) -> Result<(), StackError> {
        let bytes = serde_json::to_vec_pretty(self).unwrap_or_default();
        write_atomic(&folder.path().join("built.json"), &bytes, 0o600)
            .map_err(StackError::io("remembering what was built"))
    }

    pub(super) fn remember(&mut self, image: &Image, sources: &str, id: &str) {
        self.0.insert(local(image), Of { sources: sources.to_owned(), id: id.to_owned() });
    }

    pub(super) fn is_of(&self, image: &Image, sources: &str, id: &str) -> bool {
        self.0.get(&local(image)).is_some_and(|of| of.sources == sources && of.id == id)
    }
}
