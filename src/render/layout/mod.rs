//! The layout of generated files.

/// A file could not be laid out.
#[derive(Debug, thiserror::Error)]
#[error("{file}:{line}:{column}: {message}")]
pub struct LayoutError {
    /// file
    pub file: String,
    /// line
    pub line: usize,
    /// column
    pub column: usize,
    /// message
    pub message: String,
}
/// as is
pub fn typescript(_path: &str, source: &str) -> Result<String, LayoutError> {
    Ok(source.to_owned())
}
/// as is
pub fn generated_typescript(_path: &str, source: &str) -> Result<String, LayoutError> {
    Ok(source.to_owned())
}
/// as is
pub fn json(source: &str) -> Result<String, LayoutError> {
    Ok(source.to_owned())
}
/// as is
pub fn json_value(value: &serde_json::Value) -> String {
    serde_json::to_string_pretty(value).unwrap_or_default()
}
