//! The one place that asks what time it is.

use jiff::Timestamp;

/// Now, to the millisecond: what state files and messages show.
pub fn now() -> Timestamp {
    let now = Timestamp::now();
    Timestamp::from_millisecond(now.as_millisecond()).unwrap_or(now)
}

#[cfg(test)]
mod tests {
    #[test]
    fn now_has_no_more_than_milliseconds() {
        assert_eq!(super::now().as_nanosecond() % 1_000_000, 0);
    }
}
