//! Files.

pub(crate) mod wire;

use crate::value::{Read, Write};

/// A file as it is sent and fetched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Its name, without folders.
    pub name: String,
    /// Such as `image/png`.
    pub media_type: String,
    /// What is in it.
    pub content: Vec<u8>,
}

/// What a row tells of a file; its content is fetched on its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileInfo {
    /// Its name.
    pub name: String,
    /// Such as `image/png`.
    pub media_type: String,
    /// In bytes.
    pub size: i32,
}

impl Read<wire::File> for File {
    fn read(message: wire::File) -> Result<Self, String> {
        Ok(Self {
            name: message.name,
            media_type: message.media_type,
            content: message.content,
        })
    }
}

impl Write<wire::File> for File {
    fn into_message(self) -> wire::File {
        wire::File {
            name: self.name,
            media_type: self.media_type,
            content: self.content,
        }
    }
}

impl Read<wire::FileInfo> for FileInfo {
    fn read(message: wire::FileInfo) -> Result<Self, String> {
        Ok(Self {
            name: message.name,
            media_type: message.media_type,
            size: message.size,
        })
    }
}
