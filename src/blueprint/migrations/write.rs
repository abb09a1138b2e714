//! The text of a migration, and what it is called.

use super::step::{Phase, Step};
use crate::blueprint::tables::sql::BREAKPOINT;

/// Longer names are cut.
const NAME_MAX: usize = 60;

/// The script: a statement a piece, with comments before those that ask for a look.
pub fn script(steps: &[Step]) -> String {
    let is_staged =
        steps.iter().any(|step| step.hurdle.is_some() || matches!(step.phase, Phase::Trim | Phase::Backfill));
    let mut stage = None;
    let mut pieces = Vec::with_capacity(steps.len());
    for step in steps {
        let mut piece = String::new();
        let next = stage_of(step.phase);
        if is_staged && next.is_some() && next != stage {
            stage = next;
            piece.extend(next.map(comment));
        }
        if let Some(loss) = &step.loss {
            let column = loss.column.as_ref().map(|column| format!(".{column}")).unwrap_or_default();
            piece.push_str(&comment(&format!("DESTRUCTIVE, {}{column}: {}.", loss.table, loss.what)));
        }
        if let Some(hurdle) = &step.hurdle {
            piece.push_str(&comment(&format!("Fails, and changes nothing, on {}.", hurdle.what)));
            let says = if hurdle.mend.starts_with("UPDATE") { "Say it here, such as" } else { "They are found by" };
            piece.push_str(&comment(&format!("{says}:")));
            piece.push_str(&comment(&hurdle.mend));
        }
        piece.push_str(&step.sql);
        pieces.push(piece);
    }
    pieces.join(BREAKPOINT) + "\n"
}

fn stage_of(phase: Phase) -> Option<&'static str> {
    match phase {
        Phase::Create | Phase::Expand => Some("Expand: what is new and in nobody's way."),
        Phase::Trim | Phase::Convert | Phase::Backfill => Some("Backfill: rows become what they must be."),
        Phase::Contract | Phase::Link | Phase::Index | Phase::Policy | Phase::Remove => {
            Some("Contract: what holds from now on.")
        }
        Phase::Rename | Phase::Unguard | Phase::Free | Phase::Guard => None,
    }
}

/// A comment on one line: what it tells of may have been written by anybody.
fn comment(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    format!("-- {}\n", line.replace("-->", "-- >"))
}

/// What a migration is called behind its number: after its weightiest step, and how many more there are.
pub fn name(steps: &[Step]) -> String {
    let titles = || steps.iter().filter_map(|step| Some((weight(step.phase), step.title.as_deref()?)));
    let Some((_, first)) = titles().min_by_key(|(weight, _)| *weight) else { return "changes".to_owned() };
    let more = match titles().count() {
        0 | 1 => String::new(),
        all => format!("_and_{}_more", all - 1),
    };
    let plain = first.to_ascii_lowercase().replace(|c: char| !c.is_ascii_alphanumeric(), "_");
    let kept = &plain[..plain.len().min(NAME_MAX - more.len())];
    format!("{}{more}", kept.trim_end_matches('_'))
}

/// Tables and columns before what accompanies them; least first.
fn weight(phase: Phase) -> u8 {
    match phase {
        Phase::Rename => 0,
        Phase::Create => 1,
        // What fills rows and has a title renames values in them.
        Phase::Expand | Phase::Backfill => 2,
        Phase::Trim | Phase::Convert => 3,
        Phase::Contract => 4,
        Phase::Remove => 5,
        Phase::Link | Phase::Index | Phase::Policy => 6,
        Phase::Free | Phase::Unguard | Phase::Guard => 7,
    }
}
