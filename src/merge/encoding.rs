//! A person may have saved the file as Latin-1: then what is generated has to be read, and written, that way too.

use std::borrow::Cow;

/// What is generated, as ours is written: in Latin-1 where ours is and nothing would be lost, else as it is.
///
/// Gives the base and theirs.
pub(super) fn like_ours<'a>(base: &'a [u8], ours: &[u8], theirs: &'a [u8]) -> (Cow<'a, [u8]>, Cow<'a, [u8]>) {
    if is_latin1(ours)
        && let (Some(base), Some(theirs)) = (to_latin1(base), to_latin1(theirs))
    {
        return (Cow::Owned(base), Cow::Owned(theirs));
    }
    (Cow::Borrowed(base), Cow::Borrowed(theirs))
}

/// Not UTF-8, and without a single letter that is well-formed UTF-8: in Latin-1 such letters hardly ever stand together.
fn is_latin1(content: &[u8]) -> bool {
    let mut strange = false;
    for chunk in content.utf8_chunks() {
        if !chunk.valid().is_ascii() {
            return false;
        }
        strange |= !chunk.invalid().is_empty();
    }
    strange
}

fn to_latin1(content: &[u8]) -> Option<Vec<u8>> {
    std::str::from_utf8(content).ok()?.chars().map(|letter| u8::try_from(u32::from(letter)).ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn generated_text_follows_ours_into_latin_1_only_where_nothing_is_lost() {
        let (base, theirs) = like_ours("für".as_bytes(), b"f\xfcr", "grün".as_bytes());
        assert_eq!((&*base, &*theirs), (&b"f\xfcr"[..], &b"gr\xfcn"[..]));
        let (base, _) = like_ours("für".as_bytes(), b"f\xfcr", "5 €".as_bytes());
        assert_eq!(&*base, "für".as_bytes());
        let (base, _) = like_ours("für".as_bytes(), b"f\xc3\xbcr \xfc", "grün".as_bytes());
        assert_eq!(&*base, "für".as_bytes());
    }
}
