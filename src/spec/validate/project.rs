//! Project, roles and applications.

use std::collections::HashSet;

use super::{names::kebab_name, unknown_entity};
use crate::spec::{
    Document,
    document::FORMAT,
    model::Tenancy,
    problem::{Part, Path, Problem},
};

pub(super) fn check(document: &Document, problems: &mut Vec<Problem>) {
    if document.fountane != FORMAT {
        let message = format!("this program reads version {FORMAT} of the format, not {}", document.fountane);
        problems.push(Problem::new(Path::of(&["fountane"]), message).mend(format!("write `fountane: {FORMAT}`")));
    }
    let path = Path::of(&["project", "name"]);
    let wrong =
        kebab_name(&path, &document.project.name, "a project").map(|problem| Problem { part: Part::Value, ..problem });
    problems.extend(wrong);
    licence(document, problems);
    tenancy(document, problems);
    unread(document, problems);
    if document.roles.len() > MAX_ROLES {
        let message = format!("there are {} roles; at most {MAX_ROLES} are taken", document.roles.len());
        problems.push(
            Problem::of_key(Path::of(&["roles"]), message).mend("each role includes those before it: few are enough"),
        );
    }
    services(document, problems);
    apps(document, problems);
}

const MAX_ROLES: usize = 20;

/// The other ways to keep tenants apart are carried in the spec; templates know one.
fn tenancy(document: &Document, problems: &mut Vec<Problem>) {
    let written = match document.tenancy {
        Some(Tenancy::Schema) => "schema",
        Some(Tenancy::Hybrid) => "hybrid",
        Some(Tenancy::Rls | Tenancy::None) | None => return,
    };
    let message = format!("`{written}` is kept in the spec, and row level security is what is generated for it");
    let mend = "write `tenancy: rls` to say so, or leave it until templates know another way";
    problems.push(Problem::new(Path::of(&["tenancy"]), message).mend(mend).warning());
}

/// What no template makes anything of is said once, in one warning: nobody should take `mfa: required` for a second factor.
fn unread(document: &Document, problems: &mut Vec<Problem>) {
    let apps_mobile = document.apps.as_ref().is_some_and(|apps| apps.mobile.is_some());
    let sections = [
        ("auth", document.auth.is_some()),
        ("queue", document.queue.is_some()),
        ("realtime", document.realtime.is_some()),
        ("features", !document.features.is_empty()),
        ("billing", document.billing.is_some()),
        ("workflows", !document.workflows.is_empty()),
        ("integrations", document.integrations.is_some()),
        ("compliance", !document.compliance.is_empty()),
        ("pii", !document.pii.is_empty()),
        ("rules", !document.rules.is_empty()),
    ];
    let mut found: Vec<&str> = sections.iter().filter(|(_, is)| *is).map(|(name, _)| *name).collect();
    let path = match found.first() {
        Some(first) => Path::of(&[first]),
        None if apps_mobile => Path::of(&["apps", "mobile"]),
        None => return,
    };
    if apps_mobile {
        found.push("apps.mobile");
    }
    let listed = found.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
    let message = format!("{listed}: kept in the spec, and no code is made of it yet");
    problems.push(
        Problem::of_key(path, message).mend("write that part yourself, or leave it until templates know it").warning(),
    );
}

fn licence(document: &Document, problems: &mut Vec<Problem>) {
    let Some(licence) = &document.project.licence else { return };
    let fits = !licence.is_empty()
        && licence.len() <= 100
        && licence.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-.+() ".contains(&byte));
    if !fits {
        let message = format!("`{}` is no SPDX expression", licence.escape_debug());
        problems.push(
            Problem::new(Path::of(&["project", "licence"]), message)
                .mend("write one such as `MIT` or `Apache-2.0`, or `UNLICENSED`"),
        );
    }
}

/// Folders, packages and pages that are there already: `docs/api/README.md` is `readme.md` where case does not count.
const TAKEN_SERVICES: &[&str] = &[
    "auth",
    "bundle",
    "common",
    "config",
    "contracts",
    "database",
    "dev-identity",
    "e2e",
    "errors",
    "gateway",
    "grpc",
    "logger",
    "mobile",
    "mocks",
    "observability",
    "readme",
    "schemas",
    "testing",
    "types",
    "ui",
    "web",
];

fn services(document: &Document, problems: &mut Vec<Problem>) {
    for name in document.services.keys().filter(|name| TAKEN_SERVICES.contains(&name.as_str())) {
        let message = format!("`{name}` is the name of a folder or package that the workspace has already");
        problems.push(
            Problem::of_key(Path::of(&["services", name]), message)
                .mend(format!("call it `{name}-service`, or after what it owns")),
        );
    }
}

fn apps(document: &Document, problems: &mut Vec<Problem>) {
    let Some(apps) = &document.apps else { return };
    let path = Path::of(&["apps"]);
    if let Some(web) = &apps.web {
        let path = path.key("web");
        let mut seen = HashSet::new();
        for (at, locale) in web.locales.iter().enumerate() {
            let here = path.key("locales").index(at);
            if !is_locale(locale) {
                let message = format!("`{}` is not a language", locale.escape_debug());
                problems
                    .push(Problem::new(here, message).mend("write a BCP 47 tag such as `en`, `de-AT` or `zh-Hant`"));
            } else if !seen.insert(locale.to_lowercase()) {
                problems.push(Problem::new(here, format!("`{locale}` is listed already")).mend("leave it out"));
            }
        }
        let primary = web.theme.as_ref().and_then(|theme| theme.primary.as_deref());
        if let Some(primary) = primary.filter(|primary| !is_colour(primary)) {
            let message = format!("`{}` is not a colour", primary.escape_debug());
            problems.push(
                Problem::new(path.key("theme").key("primary"), message)
                    .mend("write six hexadecimal digits in quotes: \"#0f766e\""),
            );
        }
    }
    let offline = apps.mobile.iter().flat_map(|mobile| mobile.offline.iter().enumerate());
    for (at, name) in offline.filter(|(_, name)| !document.entities.contains_key(*name)) {
        problems.push(unknown_entity(path.key("mobile").key("offline").index(at), name, document));
    }
}

/// The shape of BCP 47: a language, then a script, a region and variants.
fn is_locale(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let language = parts.next().unwrap_or_default();
    let letters = |part: &str| part.bytes().all(|byte| byte.is_ascii_alphabetic());
    (2..=3).contains(&language.len())
        && letters(language)
        && language.bytes().all(|byte| byte.is_ascii_lowercase())
        && parts.all(|part| (2..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric()))
}

fn is_colour(text: &str) -> bool {
    text.strip_prefix('#')
        .is_some_and(|digits| digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_hexdigit()))
}
