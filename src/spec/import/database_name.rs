//! Names that PostgreSQL takes as they are.

use crate::spec::naming;

/// Whether PostgreSQL takes it without quotes, and leaves it to us.
pub(super) fn is_database_name(name: &str) -> bool {
    name.len() <= naming::IDENTIFIER_MAX
        && !name.starts_with("pg_")
        && name.starts_with(|first: char| first.is_ascii_lowercase())
        && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_')
}
