//! `256MiB` and `2s`, as components write them.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Deserializer, Serialize};

/// An amount of memory.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(with = "String", extend("pattern" = "^[0-9]+(KiB|MiB|GiB)$"))]
pub struct Bytes(pub u64);

/// A span of time.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, JsonSchema)]
#[schemars(with = "String", extend("pattern" = "^[0-9]+(\\.[0-9]+)?(ms|s|m)$"))]
pub struct Seconds(pub f64);

impl Eq for Seconds {}

impl Seconds {
    /// The next whole number.
    pub fn whole(self) -> u32 {
        u32::try_from(std::time::Duration::from_secs_f64(self.0.ceil()).as_secs()).unwrap_or(u32::MAX)
    }

    /// As engines count time.
    pub fn nanoseconds(self) -> i64 {
        i64::try_from(std::time::Duration::from_secs_f64(self.0).as_nanos()).unwrap_or(i64::MAX)
    }
}

impl fmt::Display for Seconds {
    /// As compose files have it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}s", self.0)
    }
}

impl<'de> Deserialize<'de> for Bytes {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = String::deserialize(from)?;
        let of = |unit: &str, size: u64| text.strip_suffix(unit)?.parse::<u64>().ok()?.checked_mul(size);
        let read = of("KiB", 1 << 10).or_else(|| of("MiB", 1 << 20)).or_else(|| of("GiB", 1 << 30));
        read.filter(|bytes| *bytes > 0).map(Self).ok_or_else(|| {
            serde::de::Error::custom(format!("`{text}` is no amount of memory; write `256MiB` or `1GiB`"))
        })
    }
}

impl<'de> Deserialize<'de> for Seconds {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = String::deserialize(from)?;
        let of = |unit: &str, size: f64| Some(text.strip_suffix(unit)?.parse::<f64>().ok()? * size);
        // An hour is more than any answer or start may take.
        let read = of("ms", 0.001).or_else(|| of("s", 1.0)).or_else(|| of("m", 60.0));
        read.filter(|seconds| (0.0..=3600.0).contains(seconds)).map(Self).ok_or_else(|| {
            serde::de::Error::custom(format!("`{text}` is no span of time; write `500ms`, `2s` or `1m`"))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_read_with_their_units_and_refused_without() {
        let bytes = |text: &str| serde_json::from_value::<Bytes>(text.into()).ok().map(|bytes| bytes.0);
        assert_eq!((bytes("256MiB"), bytes("2GiB")), (Some(256 << 20), Some(2 << 30)));
        assert_eq!([bytes("256"), bytes("256MB"), bytes("0MiB"), bytes("99999999999999GiB")], [None; 4]);
        let seconds = |text: &str| serde_json::from_value::<Seconds>(text.into()).ok().map(|seconds| seconds.0);
        assert_eq!((seconds("500ms"), seconds("2s"), seconds("1m")), (Some(0.5), Some(2.0), Some(60.0)));
        assert_eq!([seconds("2"), seconds("-1s"), seconds("9999m"), seconds("NaNs")], [None; 4]);
    }
}
