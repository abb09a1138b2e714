//! Sizes as written: `2MB`, `64 KiB`.

/// The bytes of a size with its unit: `B`, `KB`, `MB`, `GB` (powers of 1000), `KiB`, `MiB`, `GiB` (powers of 1024).
pub fn bytes(text: &str) -> Option<u64> {
    let text = text.trim();
    let unit_at = text.find(|letter: char| !letter.is_ascii_digit())?;
    let number: u64 = text[..unit_at].parse().ok()?;
    let factor = match text[unit_at..].trim_start().to_ascii_lowercase().as_str() {
        "b" => 1,
        "kb" => 1_000,
        "mb" => 1_000_000,
        "gb" => 1_000_000_000,
        "kib" => 1 << 10,
        "mib" => 1 << 20,
        "gib" => 1 << 30,
        _ => return None,
    };
    number.checked_mul(factor)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_need_a_number_and_a_unit() {
        assert_eq!(["2MB", "64 KiB", "10b"].map(bytes), [Some(2_000_000), Some(65_536), Some(10)]);
        assert_eq!(["2", "MB", "2 PB", "-1MB", "99999999999999999999GB", "1.5MB"].map(bytes), [None; 6]);
    }
}
