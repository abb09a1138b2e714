//! The one place that knows which YAML library is used.

use serde::de::DeserializeOwned;

/// Reads one document; duplicate keys and YAML 1.1's `yes` and `no` for booleans are refused.
pub fn read<T: DeserializeOwned>(text: &str) -> Result<T, serde_saphyr::Error> {
    serde_saphyr::from_str(text)
}
