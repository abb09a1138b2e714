//! Values that must not be seen, and lines with such values taken out.

use std::fmt;

use data_encoding::HEXLOWER;
use serde::{Deserialize, Serialize};

const SHOWN: &str = "[redacted]";
/// Shorter values are not looked for in lines: they would match by chance and make the output unreadable.
const SHORTEST_SOUGHT: usize = 6;

/// Text that cannot be printed: `Debug` and `Display` show `[redacted]`. Only [`Secret::reveal`] gives it away.
///
/// Serialising writes the value itself, so serialise it only into files that are private (mode 0600).
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Secret(String);

impl Secret {
    /// Wraps a value.
    pub fn new(value: impl Into<String>) -> Self {
        Self(value.into())
    }

    /// The value, for the one who needs it: a header, a child's environment, a private file.
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(SHOWN)
    }
}

impl fmt::Display for Secret {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(SHOWN)
    }
}

/// As many random bytes as asked for, in hexadecimal: ids and secrets.
///
/// # Errors
/// The system has no randomness to give.
pub fn random_hex(bytes: usize) -> std::io::Result<String> {
    let mut random = vec![0; bytes];
    getrandom::fill(&mut random).map_err(std::io::Error::other)?;
    Ok(HEXLOWER.encode(&random))
}

/// Takes known secrets out of lines.
#[derive(Clone, Default)]
pub struct Redactor {
    // Longest first: of two secrets where one contains the other, the longer must go as a whole.
    secrets: Vec<String>,
}

impl Redactor {
    /// Knows these secrets, as they are and as they look inside a URL.
    pub fn new<'a>(secrets: impl IntoIterator<Item = &'a Secret>) -> Self {
        let mut known: Vec<String> = secrets
            .into_iter()
            .flat_map(|secret| [secret.reveal().to_owned(), percent_encoded(secret.reveal())])
            .filter(|value| value.len() >= SHORTEST_SOUGHT)
            .collect();
        known.sort_by(|one, other| other.len().cmp(&one.len()).then_with(|| one.cmp(other)));
        known.dedup();
        Self { secrets: known }
    }

    /// The line with each known secret replaced by `[redacted]`.
    pub fn redact(&self, line: &str) -> String {
        let mut shown = line.to_owned();
        for secret in self.secrets.iter().filter(|secret| line.contains(secret.as_str())) {
            shown = shown.replace(secret.as_str(), SHOWN);
        }
        shown
    }
}

impl fmt::Debug for Redactor {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Redactor({} secrets)", self.secrets.len())
    }
}

/// The value as it stands inside a URL (RFC 3986: all but letters, digits and `-._~` is escaped).
pub fn percent_encoded(value: &str) -> String {
    let mut encoded = String::with_capacity(value.len());
    for byte in value.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            encoded.extend(['%', hex(byte >> 4), hex(byte & 0xF)]);
        }
    }
    encoded
}

fn hex(digit: u8) -> char {
    char::from_digit(u32::from(digit), 16).unwrap_or_default().to_ascii_uppercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_shows_itself_to_nobody() {
        let secret = Secret::new("hunter2-hunter2");
        assert_eq!(format!("{secret} {secret:?}"), "[redacted] [redacted]");
    }

    #[test]
    fn a_line_loses_secrets_also_where_one_contains_another_or_is_url_encoded() {
        let redactor = Redactor::new(&[Secret::new("abcdef"), Secret::new("abcdefghi"), Secret::new("pass/word")]);
        assert_eq!(redactor.redact("a=abcdefghi b=abcdef c=pass%2Fword"), "a=[redacted] b=[redacted] c=[redacted]");
    }

    #[test]
    fn very_short_secrets_are_not_sought() {
        assert_eq!(Redactor::new(&[Secret::new("a")]).redact("banana"), "banana");
    }
}
