//! When a demo ends. Moments, never times of day: neither daylight saving nor a time zone moves them.

use jiff::fmt::temporal::DateTimeParser;
use jiff::{SignedDuration, Span, SpanRelativeTo, Timestamp};
use serde::Serialize;

use super::error::KubernetesError;
use super::marks::DemoRecord;

/// Whether a demo has ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "state", content = "at")]
pub enum Due {
    /// It is kept for as long as that is written on it.
    Kept,
    /// It will end then.
    Ends(Timestamp),
    /// It has ended then.
    Ended(Timestamp),
}

/// Whether a demo has ended by now, which is the server's. It ends when it says, but not later than `most` after that was
/// decided; one that says nothing readable ends `most` after it was made.
pub fn due(demo: &DemoRecord, now: Timestamp, most: SignedDuration) -> Due {
    if demo.keep.is_some() {
        return Due::Kept;
    }
    // Who wrote a later time did not decide later.
    let created = demo.created.unwrap_or(now);
    let decided = demo.decided.unwrap_or(created).max(created).min(now.max(created));
    let last = decided.checked_add(most).unwrap_or(Timestamp::MAX);
    let ends = demo.expires.map_or(last, |expires| expires.min(last));
    if ends <= now { Due::Ended(ends) } else { Due::Ends(ends) }
}

/// How long something lasts: `72h`, `3d`, `1h30m`. A day has 24 hours, also when clocks are changed.
pub fn length(text: &str) -> Result<SignedDuration, KubernetesError> {
    let refuse = |why: String| KubernetesError::Expiry { when: format!("after `{text}`"), why };
    let span: Span = text.parse().map_err(|error: jiff::Error| refuse(error.to_string()))?;
    let length = span.to_duration(SpanRelativeTo::days_are_24_hours()).map_err(|error| refuse(error.to_string()))?;
    if length.is_positive() { Ok(length) } else { Err(refuse("that is no time at all".to_owned())) }
}

/// A moment: with an offset (`2027-01-31T18:00+01:00`, `…Z`) or a time zone (`2027-01-31T18:00[Europe/Berlin]`), where a time
/// that clocks leave out or have twice is refused.
pub fn moment(text: &str) -> Result<Timestamp, KubernetesError> {
    static PARSER: DateTimeParser = DateTimeParser::new().disambiguation(jiff::tz::Disambiguation::Reject);
    let refuse = |error: jiff::Error| KubernetesError::Expiry { when: format!("at `{text}`"), why: error.to_string() };
    if text.contains('[') {
        return Ok(PARSER.parse_zoned_datetime(text).map_err(refuse)?.timestamp());
    }
    text.parse().map_err(refuse)
}

/// To the second, later than now, and not later than `most` from now.
pub fn bounded(expires: Timestamp, now: Timestamp, most: SignedDuration) -> Result<Timestamp, KubernetesError> {
    let expires = Timestamp::from_second(expires.as_second()).unwrap_or(expires);
    let refuse = |why: String| Err(KubernetesError::Expiry { when: format!("at {expires}"), why });
    if expires <= now {
        return refuse(format!("for the API server it is {now} already"));
    }
    if expires.duration_since(now) > most {
        return refuse(format!("that is more than {most:#} from now, the most there is"));
    }
    Ok(expires)
}

#[cfg(test)]
mod tests {
    use super::*;

    const MONTH: SignedDuration = SignedDuration::from_hours(30 * 24);

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    fn demo(expires: Option<&str>, decided: Option<&str>) -> DemoRecord {
        DemoRecord {
            name: "clinic".to_owned(),
            namespace: "fountane-clinic".to_owned(),
            owner: None,
            customer: None,
            size: None,
            created: Some(at("2026-11-01T00:00:00Z")),
            expires: expires.map(at),
            decided: decided.map(at),
            keep: None,
            ending: false,
            uid: String::new(),
            version: String::new(),
        }
    }

    #[test]
    fn a_demo_ends_at_its_second_and_not_one_before() {
        let demo = demo(Some("2026-11-20T12:00:00Z"), None);
        let due = |now| due(&demo, at(now), MONTH);
        let end = at("2026-11-20T12:00:00Z");
        assert_eq!(due("2026-11-20T11:59:59Z"), Due::Ends(end));
        assert_eq!(due("2026-11-20T12:00:00Z"), Due::Ended(end));
        assert_eq!(due("2026-11-20T12:00:01Z"), Due::Ended(end));
    }

    #[test]
    fn the_hour_that_clocks_have_twice_is_two_hours() {
        let summer = demo(Some("2026-10-25T02:30:00+02:00"), None);
        let winter = demo(Some("2026-10-25T02:30:00+01:00"), None);
        let early = |mut demo: DemoRecord| {
            demo.created = Some(at("2026-10-24T00:00:00Z"));
            due(&demo, at("2026-10-25T00:30:00Z"), MONTH)
        };
        assert!(matches!(early(summer), Due::Ended(_)));
        assert_eq!(early(winter), Due::Ends(at("2026-10-25T01:30:00Z")));
    }

    #[test]
    fn none_lasts_longer_than_the_most_since_that_was_decided() {
        let now = at("2026-12-05T00:00:00Z");
        let nothing_said = demo(None, None);
        assert_eq!(due(&nothing_said, now, MONTH), Due::Ended(at("2026-12-01T00:00:00Z")));
        let forever = demo(Some("2099-01-01T00:00:00Z"), Some("2026-11-10T00:00:00Z"));
        assert_eq!(due(&forever, now, MONTH), Due::Ends(at("2026-12-10T00:00:00Z")));
        let decided_tomorrow = demo(Some("2099-01-01T00:00:00Z"), Some("2098-12-31T00:00:00Z"));
        assert_eq!(due(&decided_tomorrow, now, MONTH), Due::Ends(at("2027-01-04T00:00:00Z")));
    }

    #[test]
    fn what_is_kept_does_not_end() {
        let mut kept = demo(Some("2026-11-02T00:00:00Z"), None);
        kept.keep = Some("a fair".to_owned());
        assert_eq!(due(&kept, at("2026-12-05T00:00:00Z"), MONTH), Due::Kept);
    }

    #[test]
    fn a_length_is_told_in_units_and_a_day_has_24_hours() {
        assert_eq!(length("72h").unwrap(), length("3d").unwrap());
        assert_eq!(length("1h30m").unwrap(), SignedDuration::from_mins(90));
        for text in ["", "3", "-1h", "0h", "soon", "1 month"] {
            assert!(length(text).is_err(), "{text}");
        }
    }

    #[test]
    fn a_moment_has_an_offset_or_a_zone_and_none_that_clocks_have_twice_or_never() {
        assert_eq!(moment("2027-01-31T18:00+01:00").unwrap(), at("2027-01-31T17:00:00Z"));
        assert_eq!(moment("2027-01-31T18:00[Europe/Berlin]").unwrap(), at("2027-01-31T17:00:00Z"));
        for text in
            ["2027-01-31T18:00", "2027-03-28T02:30[Europe/Berlin]", "2026-10-25T02:30[Europe/Berlin]", "tomorrow"]
        {
            assert!(moment(text).is_err(), "{text}");
        }
    }

    #[test]
    fn the_past_and_what_is_too_far_are_refused() {
        let now = at("2026-11-30T10:00:00Z");
        assert!(bounded(at("2026-11-30T10:00:00.9Z"), now, MONTH).is_err());
        assert_eq!(bounded(at("2026-11-30T10:00:01.9Z"), now, MONTH).unwrap(), at("2026-11-30T10:00:01Z"));
        let error = bounded(at("2027-11-30T10:00:00Z"), now, MONTH).unwrap_err();
        assert!(error.to_string().contains("more than 720h from now"), "{error}");
    }
}
