//! Sections of the platform: do they speak of entities, fields, meters and times that there are?

use serde_json::Value;

use super::unknown_entity;
use crate::spec::{
    Document, Model, currency,
    decimal::Decimal,
    problem::{Path, Problem},
    resolve::unknown_member,
};

pub(super) fn check(document: &Document, _model: &Model, problems: &mut Vec<Problem>) {
    jobs(document, problems);
    for (name, channel) in document.realtime.iter().flat_map(|realtime| &realtime.channels) {
        entity(Path::of(&["realtime", "channels", name, "entity"]), &channel.entity, document, problems);
        if channel.history.is_some_and(|history| history > MAX_HISTORY) {
            let message = format!("a channel keeps at most {MAX_HISTORY} messages");
            problems
                .push(Problem::new(Path::of(&["realtime", "channels", name, "history"]), message).mend("keep fewer"));
        }
    }
    for (name, feature) in &document.features {
        for (at, variant) in
            feature.variants.iter().enumerate().filter(|(at, variant)| feature.variants[..*at].contains(variant))
        {
            let path = Path::of(&["features", name, "variants"]).index(at);
            problems.push(Problem::new(path, format!("`{variant}` is listed already")).mend("leave it out"));
        }
    }
    billing(document, problems);
    integrations(document, problems);
    for (name, fields) in &document.pii {
        let path = Path::of(&["pii", name]);
        let Some(given) = document.entities.get(name) else {
            let problem = unknown_entity(path, name, document);
            problems.push(Problem { part: crate::spec::problem::Part::Key, ..problem });
            continue;
        };
        for (at, field) in fields.iter().enumerate().filter(|(_, field)| !given.fields.contains_key(*field)) {
            problems.push(unknown_member(path.index(at), field, "field", given.fields.keys().map(String::as_str)));
        }
    }
    let ttl = document.demo.as_ref().and_then(|demo| demo.ttl.as_deref());
    if let Some(ttl) = ttl.filter(|ttl| !is_span(ttl)) {
        let message = format!("`{}` is no span of time", ttl.escape_debug());
        problems.push(
            Problem::new(Path::of(&["demo", "ttl"]), message).mend("write a number and `m`, `h` or `d`, such as `72h`"),
        );
    }
}

const MAX_HISTORY: u32 = 10_000;

fn entity(path: Path, name: &str, document: &Document, problems: &mut Vec<Problem>) {
    if !document.entities.contains_key(name) {
        problems.push(unknown_entity(path, name, document));
    }
}

fn jobs(document: &Document, problems: &mut Vec<Problem>) {
    for (name, job) in document.queue.iter().flat_map(|queue| &queue.jobs) {
        let path = Path::of(&["queue", "jobs", name]);
        if let Some(schedule) = &job.schedule {
            problems.extend(cron(path.key("schedule"), schedule));
        }
        if job.retries.is_some_and(|retries| retries > 100) {
            problems
                .push(Problem::new(path.key("retries"), "a job is tried again at most 100 times").mend("choose fewer"));
        }
    }
}

/// What is wrong with five fields of cron.
pub(super) fn cron(path: Path, text: &str) -> Option<Problem> {
    const FIELDS: [(&str, u32, u32); 5] =
        [("minute", 0, 59), ("hour", 0, 23), ("day", 1, 31), ("month", 1, 12), ("weekday", 0, 7)];
    let parts: Vec<&str> = text.split_whitespace().collect();
    if parts.len() != FIELDS.len() {
        let message = format!("`{}` has {} fields; cron has five", text.escape_debug(), parts.len());
        return Some(Problem::new(path, message).mend("write minute, hour, day, month and weekday: \"0 7 * * *\""));
    }
    let wrong = parts
        .iter()
        .zip(FIELDS)
        .find(|(part, (_, low, high))| !part.split(',').all(|one| is_cron_part(one, *low, *high)));
    wrong.map(|(part, (name, low, high))| {
        let message = format!("`{}` is no {name} of cron", part.escape_debug());
        Problem::new(path, message)
            .mend(format!("write `*`, a number from {low} to {high}, a range `{low}-{high}` or a step `*/2`"))
    })
}

fn is_cron_part(part: &str, low: u32, high: u32) -> bool {
    let (range, step) = part.split_once('/').map_or((part, None), |(range, step)| (range, Some(step)));
    let number =
        |text: &str| text.parse::<u32>().ok().filter(|number| (low..=high).contains(number) && !text.starts_with('+'));
    let range_fits = range == "*"
        || match range.split_once('-') {
            Some((from, to)) => number(from).zip(number(to)).is_some_and(|(from, to)| from <= to),
            None => number(range).is_some(),
        };
    range_fits && step.is_none_or(|step| step.parse::<u32>().is_ok_and(|step| step > 0))
}

fn billing(document: &Document, problems: &mut Vec<Problem>) {
    let Some(billing) = &document.billing else { return };
    let path = Path::of(&["billing"]);
    let code = billing.currency.as_deref().unwrap_or("EUR");
    let scale = currency::scale(code);
    if scale.is_none() {
        let message = format!("there is no currency `{}`", code.escape_debug());
        problems.push(
            Problem::new(path.key("currency"), message).mend("write the three letters of ISO 4217, such as `EUR`"),
        );
    }
    for (name, meter) in &billing.meters {
        entity(path.key("meters").key(name).key("entity"), &meter.entity, document, problems);
    }
    for (name, plan) in &billing.plans {
        let path = path.key("plans").key(name);
        for (key, price) in [("monthly", &plan.monthly), ("yearly", &plan.yearly)] {
            problems
                .extend(price.as_ref().and_then(|price| wrong_price(path.key(key), price, code, scale.unwrap_or(2))));
        }
        for meter in plan.includes.keys().filter(|meter| !billing.meters.contains_key(*meter)) {
            let problem = unknown_member(
                path.key("includes").key(meter),
                meter,
                "meter",
                billing.meters.keys().map(String::as_str),
            );
            problems.push(Problem { part: crate::spec::problem::Part::Key, ..problem });
        }
    }
}

fn wrong_price(path: Path, price: &Value, code: &str, scale: u8) -> Option<Problem> {
    let Some(amount) =
        Decimal::of(price).filter(|amount| *amount >= Decimal::parse("0").unwrap_or_else(|| amount.clone()))
    else {
        return Some(Problem::new(path, format!("`{price}` is no price")).mend("write a number such as `19.00`"));
    };
    (amount.fraction_digits() > usize::from(scale))
        .then(|| Problem::new(path, format!("{code} has {scale} digits after the point")).mend("round the price"))
}

fn integrations(document: &Document, problems: &mut Vec<Problem>) {
    let Some(integrations) = &document.integrations else { return };
    let path = Path::of(&["integrations"]);
    for (key, list) in [("zapier", &integrations.zapier), ("webhooks", &integrations.webhooks)] {
        let Some(list) = list else { continue };
        for (at, event) in list.events.iter().enumerate() {
            let here = path.key(key).key("events").index(at);
            let Some((name, what)) = event.split_once('.') else {
                let message = format!("`{}` is no event", event.escape_debug());
                problems.push(
                    Problem::new(here, message).mend("write entity and what happens to it, such as `Visit.created`"),
                );
                continue;
            };
            entity(here.clone(), name, document, problems);
            if !["created", "updated", "deleted"].contains(&what) {
                problems.push(unknown_member(here, what, "event", ["created", "updated", "deleted"].into_iter()));
            }
        }
    }
    for (at, connector) in integrations.connectors.iter().enumerate() {
        let here = path.key("connectors").index(at);
        problems.extend(
            super::names::kebab_name(&here, connector, "a connector")
                .map(|problem| Problem { part: crate::spec::problem::Part::Value, ..problem }),
        );
    }
}

fn is_span(text: &str) -> bool {
    let Some(number) = text.strip_suffix(['m', 'h', 'd']) else { return false };
    number.len() <= 4 && number.parse::<u32>().is_ok_and(|number| number > 0) && !number.starts_with('+')
}
