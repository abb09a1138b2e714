//! Files.

pub(crate) mod wire;

use crate::error::Error;
use crate::service::Service;
use crate::value::{self, Read, Write};

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

/// A file of a row.
pub(crate) async fn fetch(
    service: &Service,
    path: &'static str,
    id: impl ToString,
    field: &str,
) -> Result<File, Error> {
    let request = wire::FileRequest {
        id: id.to_string(),
        field: field.to_owned(),
    };
    let answer: wire::FileResponse = service.read(path, request).await?;
    value::row(answer.file)
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
