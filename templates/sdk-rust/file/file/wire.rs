//! Messages about files, as protobuf writes them.

#[derive(Clone, PartialEq, prost::Message)]
pub struct FileRequest {
    #[prost(string, tag = "1")]
    pub id: String,
    #[prost(string, tag = "2")]
    pub field: String,
}

#[derive(Clone, PartialEq, prost::Message)]
pub struct FileResponse {
    #[prost(message, optional, tag = "1")]
    pub file: Option<File>,
}

#[derive(Clone, PartialEq, prost::Message)]
pub struct File {
    #[prost(string, tag = "1")]
    pub name: String,
    #[prost(string, tag = "2")]
    pub media_type: String,
    #[prost(bytes = "vec", tag = "3")]
    pub content: Vec<u8>,
}

#[derive(Clone, PartialEq, prost::Message)]
pub struct FileInfo {
    #[prost(string, tag = "1")]
    pub name: String,
    #[prost(string, tag = "2")]
    pub media_type: String,
    #[prost(int32, tag = "3")]
    pub size: i32,
}
