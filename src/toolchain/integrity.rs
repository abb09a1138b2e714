//! The promise of a package's content, in npm's notation (`sha512-…`).

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use sha2::{Digest as _, Sha512};

/// The sha512 sums of which one must be the content's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Integrity {
    sums: Vec<Vec<u8>>,
}

impl Integrity {
    /// Reads the notation. Weaker sums are passed over; `None` where no sha512 is left.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let sha512 = text.split_whitespace().filter_map(|sum| sum.strip_prefix("sha512-"));
        let decoded = sha512.filter_map(|sum| BASE64.decode(sum.split('?').next().unwrap_or(sum)).ok());
        let sums: Vec<_> = decoded.filter(|sum| sum.len() == 64).collect();
        (!sums.is_empty()).then_some(Self { sums })
    }

    pub(super) fn is_kept_by(&self, content: Sha512) -> bool {
        let sum = content.finalize();
        self.sums.iter().any(|promised| promised.as_slice() == sum.as_slice())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_sha512_counts() {
        let sum = BASE64.encode(Sha512::digest(b"content"));
        let integrity = Integrity::parse(&format!("sha1-AAAA sha512-{sum}?x")).unwrap();
        assert!(integrity.is_kept_by(Sha512::new_with_prefix(b"content")));
        assert!(!integrity.is_kept_by(Sha512::new_with_prefix(b"other")));
        for weak in ["", "sha1-AAAA", "sha512-AAAA", "md5-x"] {
            assert_eq!(Integrity::parse(weak), None);
        }
    }
}
