//! Decimal numbers as written: compared and measured without rounding.

use std::cmp::Ordering;

use serde_json::Value;

/// A decimal number, exact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decimal {
    negative: bool,
    /// Without leading zeros.
    whole: String,
    /// Without trailing zeros.
    fraction: String,
}

impl Decimal {
    /// Of digits with an optional sign and point: `-12.50`. No exponent.
    pub fn parse(text: &str) -> Option<Self> {
        let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
        let (whole, fraction) = match unsigned.split_once('.') {
            Some((_, "")) => return None,
            Some(parts) => parts,
            None => (unsigned, ""),
        };
        let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        if whole.is_empty() || !digits(whole) || !digits(fraction) {
            return None;
        }
        let whole = whole.trim_start_matches('0').to_owned();
        let fraction = fraction.trim_end_matches('0').to_owned();
        let negative = text.starts_with('-') && !(whole.is_empty() && fraction.is_empty());
        Some(Self { negative, whole, fraction })
    }

    /// Of a number, or of text that is one.
    pub fn of(value: &Value) -> Option<Self> {
        match value {
            Value::Number(number) => Self::parse(&number.to_string()),
            Value::String(text) => Self::parse(text),
            _ => None,
        }
    }

    /// Digits before the point, at least one.
    pub fn whole_digits(&self) -> usize {
        self.whole.len().max(1)
    }

    /// Digits behind the point that count.
    pub fn fraction_digits(&self) -> usize {
        self.fraction.len()
    }

    /// With exactly so many digits behind the point; `scale` must not be less than [`Self::fraction_digits`].
    pub fn with_scale(&self, scale: usize) -> String {
        let sign = if self.negative { "-" } else { "" };
        let whole = if self.whole.is_empty() { "0" } else { &self.whole };
        if scale == 0 {
            return format!("{sign}{whole}");
        }
        format!("{sign}{whole}.{:0<scale$}", self.fraction)
    }

    /// As short as it can be written.
    pub fn shortest(&self) -> String {
        self.with_scale(self.fraction.len())
    }
}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Decimal {
    fn cmp(&self, other: &Self) -> Ordering {
        let magnitude = |a: &Self, b: &Self| {
            let whole = a.whole.len().cmp(&b.whole.len()).then_with(|| a.whole.cmp(&b.whole));
            whole.then_with(|| a.fraction.cmp(&b.fraction))
        };
        match (self.negative, other.negative) {
            (false, false) => magnitude(self, other),
            (true, true) => magnitude(other, self),
            (true, false) => Ordering::Less,
            (false, true) => Ordering::Greater,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn decimal(text: &str) -> Decimal {
        Decimal::parse(text).unwrap()
    }

    #[test]
    fn numbers_are_compared_by_value() {
        assert!(decimal("9.5") < decimal("10"));
        assert!(decimal("-10") < decimal("-9.5"));
        assert!(decimal("1.05") < decimal("1.1"));
        assert_eq!(decimal("1.50"), decimal("01.5"));
        assert_eq!(decimal("-0"), decimal("0.00"));
    }

    #[test]
    fn a_scale_fills_with_zeros() {
        assert_eq!(decimal("4.9").with_scale(2), "4.90");
        assert_eq!(decimal("-0.5").with_scale(3), "-0.500");
        assert_eq!(decimal("40.00").shortest(), "40");
    }

    #[test]
    fn what_is_no_number_is_refused() {
        for text in ["", "-", "1.", ".5", "1e3", "1,5", "one", "1.2.3"] {
            assert_eq!(Decimal::parse(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn the_order_is_that_of_numbers(a in -1_000_000_i64..1_000_000, b in -1_000_000_i64..1_000_000) {
            let text = |n: i64| format!("{}{}.{:03}", if n < 0 { "-" } else { "" }, n.abs() / 1000, n.abs() % 1000);
            prop_assert_eq!(decimal(&text(a)).cmp(&decimal(&text(b))), a.cmp(&b));
        }
    }
}
