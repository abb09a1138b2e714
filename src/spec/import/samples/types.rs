//! What a single value could be.

/// Types that a value, or all values of a column, could be of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Fits(u16);

impl Fits {
    pub const ALL: Self = Self(u16::MAX);
    pub const NONE: Self = Self(0);
    pub const BOOLEAN: Self = Self(1);
    pub const INT: Self = Self(1 << 1);
    pub const LONG: Self = Self(1 << 2);
    pub const DECIMAL: Self = Self(1 << 3);
    pub const FLOAT: Self = Self(1 << 4);
    pub const DATE: Self = Self(1 << 5);
    pub const MOMENT: Self = Self(1 << 6);
    pub const TIME: Self = Self(1 << 7);
    pub const UUID: Self = Self(1 << 8);
    pub const EMAIL: Self = Self(1 << 9);
    pub const URL: Self = Self(1 << 10);

    pub fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    pub fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub fn has(self, one: Self) -> bool {
        self.0 & one.0 != 0
    }
}

/// A number taken apart.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Digits {
    pub before: usize,
    pub behind: usize,
}

/// What a number as JSON writes it fits; none of it where it is no number.
pub(super) fn of_number(text: &str) -> (Fits, Digits) {
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let (before, behind) = unsigned.split_once('.').unwrap_or((unsigned, ""));
    let is_plain = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if before.is_empty() || !is_plain(before) || !is_plain(behind) || unsigned.ends_with('.') {
        let is_number =
            text.parse::<f64>().is_ok_and(f64::is_finite) && text.ends_with(|last: char| last.is_ascii_digit());
        return (if is_number { Fits::FLOAT } else { Fits::NONE }, Digits::default());
    }
    let digits = Digits { before: before.trim_start_matches('0').len(), behind: behind.len() };
    let mut fits = Fits::FLOAT;
    if digits.before + digits.behind <= 28 && digits.behind <= 8 {
        fits = fits.or(Fits::DECIMAL);
    }
    if behind.is_empty() && text.parse::<i64>().is_ok_and(|number| number.unsigned_abs() <= 1 << 53) {
        fits = fits.or(Fits::LONG);
    }
    if behind.is_empty() && text.parse::<i32>().is_ok() {
        fits = fits.or(Fits::INT);
    }
    (fits, digits)
}

/// What a text fits, wherever it stands.
pub(super) fn of_text(text: &str) -> Fits {
    let mut fits = Fits::NONE;
    if text.len() > 2_000 || !text.is_ascii() {
        return fits;
    }
    let is_date = text.len() == 10 && text.parse::<jiff::civil::Date>().is_ok();
    if is_date || is_foreign_date(text) {
        fits = fits.or(Fits::DATE);
    }
    if (16..=40).contains(&text.len()) && text.as_bytes()[4] == b'-' && is_moment(text) {
        fits = fits.or(Fits::MOMENT);
    }
    if (5..=8).contains(&text.len()) && text.contains(':') && text.parse::<jiff::civil::Time>().is_ok() {
        fits = fits.or(Fits::TIME);
    }
    if is_uuid(text) {
        fits = fits.or(Fits::UUID);
    }
    if is_email(text) {
        fits = fits.or(Fits::EMAIL);
    }
    if ["http://", "https://"].iter().any(|scheme| text.starts_with(scheme)) && !text.contains(char::is_whitespace) {
        fits = fits.or(Fits::URL);
    }
    fits
}

/// What a text without quotes fits, where nothing says whether it is a text.
pub(super) fn of_cell(text: &str) -> (Fits, Digits) {
    let is_boolean = ["true", "false", "yes", "no"].iter().any(|word| text.eq_ignore_ascii_case(word));
    let plain = of_text(text).or(if is_boolean { Fits::BOOLEAN } else { Fits::NONE });
    // A code such as `007` is no number.
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    if unsigned.len() > 1 && unsigned.starts_with('0') && !unsigned.starts_with("0.") && !unsigned.starts_with("0,") {
        return (plain, Digits::default());
    }
    let is_european = text.matches(',').count() == 1 && !text.contains('.');
    let (fits, digits) = if is_european { of_number(&text.replace(',', ".")) } else { of_number(text) };
    (plain.or(fits), digits)
}

/// `31.12.2025` and `12/31/2025`.
pub(super) fn is_foreign_date(text: &str) -> bool {
    let Some(sign) = ['.', '/'].into_iter().find(|sign| text.contains(*sign)) else { return false };
    let parts: Vec<&str> = text.split(sign).take(4).collect();
    let [one, other, year] = parts.as_slice() else { return false };
    let small =
        |part: &str| (1..=2).contains(&part.len()) && part.parse::<u8>().is_ok_and(|number| (1..=31).contains(&number));
    let is_day_and_month = |one: &str, other: &str| {
        one.parse::<u8>().is_ok_and(|one| one <= 12) || other.parse::<u8>().is_ok_and(|other| other <= 12)
    };
    small(one) && small(other) && is_day_and_month(one, other) && year.len() == 4 && year.parse::<u16>().is_ok()
}

fn is_moment(text: &str) -> bool {
    text.parse::<jiff::Timestamp>().is_ok() || text.parse::<jiff::civil::DateTime>().is_ok()
}

fn is_uuid(text: &str) -> bool {
    text.len() == 36
        && text.bytes().enumerate().all(|(at, byte)| match at {
            8 | 13 | 18 | 23 => byte == b'-',
            _ => byte.is_ascii_hexdigit(),
        })
}

fn is_email(text: &str) -> bool {
    let Some((name, host)) = text.split_once('@') else { return false };
    let is_name = |part: &str| part.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"._%+-".contains(&byte));
    !name.is_empty()
        && is_name(name)
        && is_name(host)
        && host.contains('.')
        && !host.starts_with('.')
        && !host.ends_with('.')
}

#[cfg(test)]
mod tests {
    use super::{Fits, of_cell, of_number, of_text};

    #[test]
    fn numbers_fit_what_can_hold_them() {
        let fits = |text: &str, one: Fits| of_number(text).0.has(one);
        assert!(fits("12", Fits::INT) && fits("12", Fits::DECIMAL) && !fits("1.5", Fits::LONG));
        assert!(
            !fits("3000000000", Fits::INT) && fits("3000000000", Fits::LONG) && !fits("99999999999999999", Fits::LONG)
        );
        assert!(
            fits("1e5", Fits::FLOAT)
                && !fits("1e5", Fits::DECIMAL)
                && !fits("1.", Fits::FLOAT)
                && !fits("nan", Fits::FLOAT)
        );
    }

    #[test]
    fn codes_are_no_numbers_and_commas_may_be_points() {
        assert!(
            !of_cell("007").0.has(Fits::INT) && of_cell("0").0.has(Fits::INT) && of_cell("1,50").0.has(Fits::DECIMAL)
        );
        assert!(of_cell("Yes").0.has(Fits::BOOLEAN) && !of_cell("1").0.has(Fits::BOOLEAN));
    }

    #[test]
    fn texts_have_forms() {
        let of = |text: &str, one: Fits| assert!(of_text(text).has(one), "{text}");
        of("2026-02-28", Fits::DATE);
        of("28.02.2026", Fits::DATE);
        of("2026-02-28T10:00:00Z", Fits::MOMENT);
        of("2026-02-28 10:00", Fits::MOMENT);
        of("10:30", Fits::TIME);
        of("a.b@example.org", Fits::EMAIL);
        of("https://example.org/a", Fits::URL);
        of("123e4567-e89b-12d3-a456-426614174000", Fits::UUID);
        for text in ["2026-02-30", "31.31.2026", "a@b", "ftp", "25:00", "2026"] {
            assert_eq!(of_text(text), Fits::NONE, "{text}");
        }
    }
}
