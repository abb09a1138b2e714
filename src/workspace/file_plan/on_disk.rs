//! What stands where a file is to be written.

use std::os::unix::fs::PermissionsExt as _;

use camino::Utf8Path;

use super::super::{BlobId, WorkspaceError};
use crate::fs::direct_join;
use crate::workspace_path::WorkspacePath;

/// What stands at a path of a workspace.
pub(super) enum OnDisk {
    Nothing,
    File(DiskFile),
    /// A link, a folder, or something behind a link.
    Other,
}

/// A regular file.
pub(super) struct DiskFile {
    pub bytes: Vec<u8>,
    pub executable: bool,
}

impl OnDisk {
    pub fn read(root: &Utf8Path, path: &WorkspacePath) -> Result<Self, WorkspaceError> {
        let Ok(place) = direct_join(root, path.as_str()) else { return Ok(Self::Other) };
        match fs_err::symlink_metadata(&place) {
            Ok(metadata) if metadata.is_file() => {
                let executable = metadata.permissions().mode() & 0o111 != 0;
                Ok(Self::File(DiskFile { bytes: fs_err::read(&place)?, executable }))
            }
            Ok(_) => Ok(Self::Other),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(Self::Nothing),
            // A file stands where a folder should be.
            Err(error) if error.kind() == std::io::ErrorKind::NotADirectory => Ok(Self::Other),
            Err(error) => Err(error.into()),
        }
    }
}

impl DiskFile {
    /// Whether nobody edited what fountane wrote. A checkout that gave lines the endings of Windows did not edit them.
    pub fn is_pristine(&self, blob: &BlobId) -> bool {
        BlobId::of(&self.bytes) == *blob
            || without_carriage_returns(&self.bytes).is_some_and(|b| BlobId::of(&b) == *blob)
    }
}

/// The same lines with plain endings; none where there is nothing to take away.
fn without_carriage_returns(bytes: &[u8]) -> Option<Vec<u8>> {
    let text = std::str::from_utf8(bytes).ok()?;
    text.contains("\r\n").then(|| text.replace("\r\n", "\n").into_bytes())
}
