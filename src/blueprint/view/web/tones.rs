//! Which colour a value of an enum deserves, by what its words mean.

use crate::spec::model::Enum;

/// A tone for each value, where at least one of them says how something stands; none for enums that only tell kinds apart.
pub(super) fn tones_of(owner: &Enum) -> Option<Vec<(&str, &'static str)>> {
    let tones: Vec<(&str, Option<&'static str>)> =
        owner.values.iter().map(|value| (value.value.as_str(), tone_of(&value.constant))).collect();
    // One word alone may mean something else: `low` among sizes.
    let telling = tones.iter().filter(|(_, tone)| tone.is_some()).count();
    (telling * 2 >= tones.len() && telling > 0)
        .then(|| tones.into_iter().map(|(value, tone)| (value, tone.unwrap_or("neutral"))).collect())
}

fn tone_of(constant: &str) -> Option<&'static str> {
    let lower = constant.to_ascii_lowercase();
    let words: Vec<&str> = lower.split('_').collect();
    let negated = matches!(words.first(), Some(&("not" | "un" | "no" | "non")));
    let found = TONES.iter().find(|(_, known)| words.iter().any(|word| known.contains(word))).map(|(tone, _)| *tone);
    if negated { Some("neutral") } else { found }
}

const TONES: &[(&str, &[&str])] = &[
    (
        "danger",
        &[
            "cancelled",
            "canceled",
            "failed",
            "failure",
            "rejected",
            "declined",
            "overdue",
            "error",
            "blocked",
            "critical",
            "urgent",
            "lost",
            "denied",
            "expired",
            "banned",
            "broken",
            "refused",
            "severe",
            "emergency",
            "disputed",
            "high",
        ],
    ),
    (
        "warning",
        &[
            "pending",
            "waiting",
            "hold",
            "paused",
            "late",
            "delayed",
            "partial",
            "partially",
            "warning",
            "review",
            "arrived",
            "suspended",
            "unpaid",
            "due",
            "returned",
            "refunded",
            "limited",
            "medium",
            "backordered",
            "overbooked",
            "packed",
        ],
    ),
    (
        "success",
        &[
            "done",
            "active",
            "paid",
            "completed",
            "complete",
            "finished",
            "approved",
            "published",
            "resolved",
            "delivered",
            "confirmed",
            "success",
            "succeeded",
            "accepted",
            "available",
            "healthy",
            "won",
            "verified",
            "enabled",
            "passed",
            "live",
            "fulfilled",
            "online",
            "settled",
            "closed",
        ],
    ),
    (
        "accent",
        &[
            "booked",
            "new",
            "open",
            "progress",
            "scheduled",
            "sent",
            "shipped",
            "processing",
            "started",
            "running",
            "planned",
            "ready",
            "placed",
            "submitted",
            "assigned",
            "ongoing",
            "reserved",
            "invited",
            "ordered",
            "issued",
        ],
    ),
    (
        "neutral",
        &[
            "draft",
            "inactive",
            "archived",
            "disabled",
            "retired",
            "deleted",
            "removed",
            "hidden",
            "offline",
            "void",
            "voided",
            "todo",
            "backlog",
            "discontinued",
            "ended",
            "low",
            "show",
        ],
    ),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_success_and_failure_are_told_apart() {
        let tone = |constant| tone_of(constant);
        assert_eq!(tone("DONE"), Some("success"));
        assert_eq!(tone("IN_PROGRESS"), Some("accent"));
        assert_eq!(tone("CANCELLED"), Some("danger"));
        assert_eq!(tone("NO_SHOW"), Some("neutral"));
        assert_eq!(tone("DOG"), None);
    }
}
