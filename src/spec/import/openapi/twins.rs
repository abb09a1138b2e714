//! Names of schemas: which are the same thing as it is sent, changed or answered, and which are only wrappings.

use heck::ToSnakeCase;

use crate::spec::{import::relational::convert::words, naming};

/// What a schema is for, beside being the thing itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// The thing itself, or as it is answered.
    Read,
    /// As it is sent to make one.
    Create,
    /// As it is sent to change one.
    Update,
}

/// A name taken apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Parsed {
    /// In snake case, as it is written.
    pub plain: String,
    /// Without the words that say what the schema is for.
    pub base: String,
    pub role: Role,
    /// Whether those words may also belong to the thing's own name (`OrderDetails`), so that only what is in both tells.
    pub is_weak: bool,
}

const CREATE_BEFORE: [&str; 6] = ["create", "new", "add", "post", "insert", "register"];
const UPDATE_BEFORE: [&str; 9] =
    ["update", "patch", "upsert", "edit", "modify", "partial", "put", "replace", "patched"];
const CREATE_BEHIND: [&str; 11] =
    ["create", "creation", "new", "post", "input", "in", "request", "body", "payload", "write", "insert"];
const UPDATE_BEHIND: [&str; 8] = ["update", "patch", "upsert", "edit", "put", "patched", "partial", "updates"];
const READ_BEHIND: [&str; 13] =
    ["response", "read", "dto", "base", "out", "output", "result", "resource", "schema", "vm", "api", "entity", "get"];
const WEAK: [&str; 19] = [
    "detail",
    "details",
    "summary",
    "model",
    "data",
    "view",
    "full",
    "public",
    "info",
    "record",
    "attributes",
    "properties",
    "object",
    "form",
    "ref",
    "reference",
    "stub",
    "brief",
    "compact",
];

/// Takes a name apart, as far as what is left is not said to be a thing by itself.
pub(super) fn parse(name: &str, is_thing: impl Fn(&str) -> bool) -> Parsed {
    let last = name.rsplit(['.', '/']).find(|part| !part.is_empty()).unwrap_or(name);
    let plain = words::ascii(last).to_snake_case();
    let mut words: Vec<&str> = plain.split('_').filter(|word| !word.is_empty()).collect();
    let (mut role, mut is_weak) = (Role::Read, false);
    while words.len() > 1 && !is_thing(&words.join("_")) {
        let (first, last) = (words[0], words[words.len() - 1]);
        let (is_before, found) = match (first, last) {
            (_, last) if CREATE_BEHIND.contains(&last) => (false, Some(Role::Create)),
            (_, last) if UPDATE_BEHIND.contains(&last) => (false, Some(Role::Update)),
            (first, _) if CREATE_BEFORE.contains(&first) => (true, Some(Role::Create)),
            (first, _) if UPDATE_BEFORE.contains(&first) => (true, Some(Role::Update)),
            (_, last) if READ_BEHIND.contains(&last) => (false, None),
            (_, last) if WEAK.contains(&last) => {
                is_weak = true;
                (false, None)
            }
            _ => break,
        };
        // `PetUpdateRequest` is for changing: the word nearer to the name tells more than `request`.
        role = found.unwrap_or(role);
        words = if is_before { words[1..].to_vec() } else { words[..words.len() - 1].to_vec() };
    }
    let base = words.join("_");
    Parsed { base: if base.is_empty() { plain.clone() } else { base }, plain, role, is_weak }
}

/// Words that only a description of a failure has.
const FAILURES: [&str; 8] = ["error", "errors", "problem", "exception", "fault", "violation", "violations", "failure"];

/// Whether a schema of that name tells what went wrong.
pub(super) fn is_failure(plain: &str) -> bool {
    plain.split('_').any(|word| FAILURES.contains(&word))
}

/// Words for lists of things and for what is around one.
const WRAPPINGS: [&str; 17] = [
    "list",
    "page",
    "paged",
    "paginated",
    "collection",
    "envelope",
    "wrapper",
    "response",
    "result",
    "results",
    "container",
    "search",
    "set",
    "array",
    "pagination",
    "body",
    "request",
];

/// Whether a name says that the schema is around something else.
pub(super) fn is_wrapping(plain: &str) -> bool {
    plain.split('_').any(|word| WRAPPINGS.contains(&word))
}

/// What stands beside the thing in a wrapping.
const PAGING: [&str; 50] = [
    "total",
    "count",
    "page",
    "pages",
    "size",
    "limit",
    "offset",
    "next",
    "previous",
    "prev",
    "cursor",
    "next_cursor",
    "links",
    "meta",
    "metadata",
    "pagination",
    "paging",
    "has_more",
    "has_next",
    "total_count",
    "total_pages",
    "total_elements",
    "total_items",
    "per_page",
    "page_size",
    "page_number",
    "page_token",
    "next_page_token",
    "number",
    "first",
    "last",
    "status",
    "message",
    "success",
    "code",
    "timestamp",
    "errors",
    "error",
    "empty",
    "number_of_elements",
    "sort",
    "pageable",
    "has_previous",
    "current_page",
    "page_info",
    "page_meta",
    "paging_info",
    "page_metadata",
    "response_metadata",
    "has_next_page",
];

/// Whether a property of a wrapping is not the thing itself.
pub(super) fn is_paging(property: &str) -> bool {
    PAGING.contains(&words::ascii(property).trim_start_matches('_').to_snake_case().as_str())
}

/// Names of requests and answers that are no things.
const ACTS: [&str; 24] = [
    "login",
    "logout",
    "signin",
    "signup",
    "sign",
    "credential",
    "credentials",
    "token",
    "auth",
    "authentication",
    "search",
    "query",
    "filter",
    "health",
    "stats",
    "statistics",
    "ping",
    "status",
    "version",
    "reset",
    "refresh",
    "otp",
    "captcha",
    "empty",
];

/// Whether a schema of that name, without an id of its own, is a request or an answer of its own.
pub(super) fn is_act(base: &str) -> bool {
    base.split('_').any(|word| ACTS.contains(&word))
}

/// One of what a part of a path names: `order-items` becomes `order_item`.
pub(super) fn of_segment(segment: &str) -> String {
    let snake = words::ascii(segment).to_snake_case();
    let start = snake.rfind('_').map_or(0, |at| at + 1);
    format!("{}{}", &snake[..start], naming::singular(&snake[start..]))
}

/// The last words of a name, from all of it to the last one.
pub(super) fn endings(snake: &str) -> impl Iterator<Item = &str> {
    std::iter::once(snake).chain(snake.match_indices('_').map(|(at, _)| &snake[at + 1..]))
}

#[cfg(test)]
mod tests {
    use super::{Role, is_failure, of_segment, parse};

    #[test]
    fn words_around_a_name_say_what_a_schema_is_for() {
        let of = |name: &str| {
            let parsed = parse(name, |_| false);
            (parsed.base, parsed.role)
        };
        for name in ["PetCreate", "CreatePetRequest", "NewPet", "PetInput", "pet_create_dto"] {
            assert_eq!(of(name), ("pet".to_owned(), Role::Create), "{name}");
        }
        for name in ["PetUpdate", "PetPatch", "UpdatePetRequest", "PetUpdateRequest"] {
            assert_eq!(of(name), ("pet".to_owned(), Role::Update), "{name}");
        }
        for name in ["Pet", "PetResponse", "PetRead", "PetDto", "PetBase", "com.shop.Pet"] {
            assert_eq!(of(name), ("pet".to_owned(), Role::Read), "{name}");
        }
    }

    #[test]
    fn a_word_that_is_all_of_a_name_stays() {
        let base = |name: &str| parse(name, |base| base == "leave_request").base;
        assert_eq!(
            ["Request", "Resource", "LeaveRequest", "LeaveRequestCreate"].map(base),
            ["request", "resource", "leave_request", "leave_request"]
        );
        assert!(parse("OrderDetails", |_| false).is_weak);
    }

    #[test]
    fn parts_of_paths_name_one_thing() {
        assert_eq!(["pets", "order-items", "staff"].map(of_segment), ["pet", "order_item", "staff"]);
        assert!(is_failure("validation_error") && !is_failure("terror_alert"));
    }
}
