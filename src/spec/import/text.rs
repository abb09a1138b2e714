//! Bytes of a file to text: UTF-8, UTF-16 as SQL Server's tools write it, or else Latin-1, where every byte is a letter.

/// The text of a file, and what its bytes were taken for where that is not UTF-8.
pub fn decode(bytes: Vec<u8>) -> (String, Option<&'static str>) {
    let wide = |swap: fn([u8; 2]) -> u16| {
        let units: Vec<u16> = bytes[2..].chunks_exact(2).map(|pair| swap([pair[0], pair[1]])).collect();
        (String::from_utf16_lossy(&units), Some("UTF-16"))
    };
    match bytes.as_slice() {
        [0xff, 0xfe, ..] => wide(u16::from_le_bytes),
        [0xfe, 0xff, ..] => wide(u16::from_be_bytes),
        _ => match String::from_utf8(bytes) {
            Ok(text) => (text, None),
            Err(error) => (error.into_bytes().into_iter().map(char::from).collect(), Some("Latin-1")),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::decode;

    #[test]
    fn every_file_is_a_text() {
        assert_eq!(decode("größe".into()), ("größe".to_owned(), None));
        assert_eq!(decode(b"gr\xf6\xdfe".to_vec()), ("größe".to_owned(), Some("Latin-1")));
        assert_eq!(decode(b"\xff\xfeG\0O\0".to_vec()), ("GO".to_owned(), Some("UTF-16")));
        assert_eq!(decode(b"\xfe\xff\0G\0O\0".to_vec()).0, "GO");
        assert_eq!(decode(Vec::new()).0, "");
    }
}
