//! Names that a person chose: may they be identifiers?

use heck::{ToKebabCase, ToUpperCamelCase};

use crate::spec::{
    Document, naming,
    problem::{Path, Problem},
};
use crate::workspace_path::is_device;

/// Entities of one product.
pub const MAX_ENTITIES: usize = 1_000;
/// Fields and relations of one entity.
pub const MAX_MEMBERS: usize = 200;
const MAX_LENGTH: usize = 48;

pub(super) fn check(document: &Document, problems: &mut Vec<Problem>) {
    let entities = Path::of(&["entities"]);
    if document.entities.is_empty() {
        problems.push(
            Problem::of_key(entities.clone(), "there is no entity")
                .mend("add one: `Note: { fields: { title: string! } }`"),
        );
    }
    if document.entities.len() > MAX_ENTITIES {
        let message = format!("there are {} entities; at most {MAX_ENTITIES} are taken", document.entities.len());
        problems.push(Problem::of_key(entities.clone(), message).mend("split the product"));
    }
    for (name, entity) in &document.entities {
        let path = entities.key(name);
        problems.extend(type_name(&path, name, "an entity"));
        if let Some(plural) = &entity.plural {
            problems.extend(
                type_name(&path.key("plural"), plural, "a plural")
                    .map(|problem| Problem { part: crate::spec::problem::Part::Value, ..problem }),
            );
        }
        let count = entity.fields.len() + entity.relations.len();
        if entity.fields.is_empty() && entity.relations.is_empty() {
            problems.push(
                Problem::of_key(path.clone(), format!("`{name}` has no fields"))
                    .mend("add some: `fields: { name: string! }`"),
            );
        }
        if count > MAX_MEMBERS {
            let message = format!("`{name}` has {count} fields and relations; at most {MAX_MEMBERS} are taken");
            problems.push(Problem::of_key(path.clone(), message).mend("move some into an entity of their own"));
        }
        for field in entity.fields.keys() {
            problems.extend(member_name(&path.key("fields").key(field), field));
        }
        for (relation, given) in &entity.relations {
            let path = path.key("relations").key(relation);
            problems.extend(member_name(&path, relation));
            if let Some(inverse) = &given.inverse {
                problems.extend(
                    member_name(&path.key("inverse"), inverse)
                        .map(|problem| Problem { part: crate::spec::problem::Part::Value, ..problem }),
                );
            }
        }
    }
    for name in document.enums.keys() {
        let path = Path::of(&["enums", name]);
        problems.extend(type_name(&path, name, "an enum").or_else(|| reserved(&path, name, RESERVED_ENUMS)));
    }
    for (name, rule) in &document.rules {
        for input in rule.input.keys() {
            problems.extend(member_name(&Path::of(&["rules", name, "input", input]), input));
        }
    }
    kebab_names(document, problems);
}

fn kebab_names(document: &Document, problems: &mut Vec<Problem>) {
    let mut check = |keys: &[&str], name: &str, what: &str| {
        problems.extend(kebab_name(&Path::of(keys).key(name), name, what));
    };
    for name in document.services.keys() {
        check(&["services"], name, "a service");
    }
    for name in document.roles.keys() {
        check(&["roles"], name, "a role");
    }
    for name in document.rules.keys() {
        check(&["rules"], name, "a rule");
    }
    for name in document.features.keys() {
        check(&["features"], name, "a feature");
    }
    for name in document.workflows.keys() {
        check(&["workflows"], name, "a workflow");
    }
    for name in document.queue.iter().flat_map(|queue| queue.jobs.keys()) {
        check(&["queue", "jobs"], name, "a job");
    }
    for name in document.realtime.iter().flat_map(|realtime| realtime.channels.keys()) {
        check(&["realtime", "channels"], name, "a channel");
    }
    if let Some(billing) = &document.billing {
        for name in billing.meters.keys() {
            check(&["billing", "meters"], name, "a meter");
        }
        for name in billing.plans.keys() {
            check(&["billing", "plans"], name, "a plan");
        }
    }
}

/// What is wrong with a kebab-case name.
pub(super) fn kebab_name(path: &Path, name: &str, what: &str) -> Option<Problem> {
    if let Some(problem) = not_ascii(path, name) {
        return Some(problem);
    }
    let fits = name.starts_with(|first: char| first.is_ascii_lowercase())
        && !name.ends_with('-')
        && !name.contains("--")
        && name.chars().all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-');
    if !fits {
        let message = format!("the name of {what} is written in kebab-case, unlike `{name}`");
        return Some(with_spelling(Problem::of_key(path.clone(), message), &name.to_kebab_case(), "my-name"));
    }
    device(path, name).or_else(|| too_long(path, name))
}

/// Files are called after most names.
fn device(path: &Path, name: &str) -> Option<Problem> {
    is_device(&name.to_kebab_case()).then(|| {
        let message = format!("`{name}` is a device on Windows, where no file can be called so");
        Problem::of_key(path.clone(), message).mend("choose another word")
    })
}

fn type_name(path: &Path, name: &str, what: &str) -> Option<Problem> {
    if let Some(problem) = not_ascii(path, name) {
        return Some(problem);
    }
    let fits = name.starts_with(|first: char| first.is_ascii_uppercase())
        && name.chars().all(|letter| letter.is_ascii_alphanumeric());
    if !fits {
        let message = format!("the name of {what} is written in PascalCase, unlike `{name}`");
        return Some(with_spelling(Problem::of_key(path.clone(), message), &name.to_upper_camel_case(), "InvoiceLine"));
    }
    if let Some(problem) = reserved(path, name, RESERVED_TYPES) {
        return Some(problem);
    }
    if naming::is_split_by_digit(name) {
        let message =
            format!("`{name}` has a letter behind a digit, which generated clients would spell in another way");
        let mend = "write the number as a word, or put it at the end: `SecondAddress`, `Address2`";
        return Some(Problem::of_key(path.clone(), message).mend(mend));
    }
    device(path, name).or_else(|| too_long(path, name))
}

fn member_name(path: &Path, name: &str) -> Option<Problem> {
    if let Some(problem) = not_ascii(path, name) {
        return Some(problem);
    }
    let good = naming::field_name(name);
    if good != name || !name.starts_with(|first: char| first.is_ascii_lowercase()) {
        let message = if name.chars().all(|letter| letter.is_ascii_alphanumeric())
            && name.starts_with(|first: char| first.is_ascii_lowercase())
        {
            format!("`{name}` would come back from the wire as `{good}`")
        } else {
            format!("the name of a field or relation is written in camelCase, unlike `{name}`")
        };
        return Some(with_spelling(Problem::of_key(path.clone(), message), &good, "bornOn"));
    }
    if ROW_MEMBERS.contains(&name) {
        let message = format!("every row has `{name}` of its own");
        return Some(
            Problem::of_key(path.clone(), message).mend("leave it out, or choose a word that says what this one is"),
        );
    }
    if TRAPS.contains(&name) {
        let message = format!("`{name}` is a property that every JavaScript object has or that changes how it behaves");
        return Some(
            Problem::of_key(path.clone(), message).mend(format!("call it `{name}Value`, or something that says more")),
        );
    }
    too_long(path, name)
}

fn with_spelling(problem: Problem, spelling: &str, example: &str) -> Problem {
    let usable = spelling.starts_with(|first: char| first.is_ascii_alphabetic());
    problem.mend(if usable { format!("write `{spelling}`") } else { format!("write one such as `{example}`") })
}

fn not_ascii(path: &Path, name: &str) -> Option<Problem> {
    let strange = name.chars().find(|letter| !letter.is_ascii() || letter.is_ascii_control())?;
    let message = format!(
        "`{}` has the character {} (U+{:04X}) in it",
        name.escape_debug(),
        strange.escape_debug(),
        u32::from(strange)
    );
    Some(
        Problem::of_key(path.clone(), message)
            .mend("names take ASCII letters and digits; labels and descriptions take any"),
    )
}

fn too_long(path: &Path, name: &str) -> Option<Problem> {
    (name.len() > MAX_LENGTH).then(|| {
        let message = format!("the name has {} characters; at most {MAX_LENGTH} are taken", name.len());
        Problem::of_key(path.clone(), message).mend("choose a shorter one, and tell the rest in `description`")
    })
}

/// Members of every row.
pub(in crate::spec) const ROW_MEMBERS: &[&str] = &["id", "version", "createdAt", "updatedAt", "deletedAt", "tenantId"];

/// What every object of JavaScript has, or what changes how it behaves.
pub(in crate::spec) const TRAPS: &[&str] = &[
    "constructor",
    "hasOwnProperty",
    "isPrototypeOf",
    "propertyIsEnumerable",
    "prototype",
    "then",
    "toJson",
    "toLocaleString",
    "toString",
    "valueOf",
];

fn reserved(path: &Path, name: &str, names: &[(&str, &str)]) -> Option<Problem> {
    let (_, mend) = names.iter().find(|(reserved, _)| *reserved == name)?;
    let message = format!("`{name}` means something else in the generated code");
    Some(Problem::of_key(path.clone(), message).mend(format!("call it `{mend}`")))
}

/// Names that generated modules use as they are beside the enums they import; `tests/it/module_names.rs` finds them.
const RESERVED_ENUMS: &[(&str, &str)] = &[
    ("AuditAction", "AuditKind"),
    ("Badge", "BadgeKind"),
    ("ChoiceFilter", "ChoiceFilterKind"),
    ("Code", "CodeKind"),
    ("Combobox", "ComboboxKind"),
    ("File", "FileKind"),
    ("FileContent", "ContentKind"),
    ("FileField", "FileFieldKind"),
    ("FileInfo", "FileInfoKind"),
    ("JsonText", "JsonKind"),
    ("Message", "MessageKind"),
    ("MultiCombobox", "MultiComboboxKind"),
    ("Option", "OptionKind"),
    ("PresenceFilter", "PresenceKind"),
    ("RangeFilter", "RangeKind"),
    ("TestApp", "TestKind"),
    ("Tone", "ToneKind"),
];

/// Names of types that generated code uses as they are, with what to call an entity or enum instead. `Event`, `Order`,
/// `User`, `Case` and the like are fine: their types are only ever used by their full name, their variables have another.
const RESERVED_TYPES: &[(&str, &str)] = &[
    ("Access", "AccessGrant"),
    ("Array", "ArrayItem"),
    ("AuditEntry", "AuditRecord"),
    ("BigInt", "BigNumber"),
    ("Boolean", "YesNo"),
    ("Buffer", "ByteBuffer"),
    ("BytesLink", "ByteReference"),
    ("Database", "DatabaseInstance"),
    ("Date", "CalendarDate"),
    ("Enum", "EnumType"),
    ("Error", "ErrorReport"),
    ("Exclude", "Exclusion"),
    ("Extract", "Excerpt"),
    ("FieldFilter", "FilterOption"),
    ("FileContent", "ContentOfFile"),
    ("Function", "JobFunction"),
    ("Infinity", "Endlessness"),
    ("Injectable", "InjectableItem"),
    ("Iterator", "IteratorItem"),
    ("JSON", "JsonDocument"),
    ("Json", "JsonDocument"),
    ("ListQuery", "SavedQuery"),
    ("Map", "StreetMap"),
    ("Math", "MathTask"),
    ("MessageInitShape", "MessageForm"),
    ("NaN", "NotANumber"),
    ("Number", "PhoneNumber"),
    ("Object", "Item"),
    ("Observable", "ObservedItem"),
    ("Omit", "Omission"),
    ("OptionsQuery", "OptionsRequest"),
    ("Page", "WebPage"),
    ("Partial", "PartialItem"),
    ("Pick", "PickItem"),
    ("Promise", "Pledge"),
    ("Proxy", "ProxyServer"),
    ("Readonly", "ReadonlyItem"),
    ("Record", "RecordEntry"),
    ("RecordActions", "RecordAction"),
    ("RecordForm", "RecordSheet"),
    ("RecordPage", "RecordLeaf"),
    ("Reference", "ReferenceEntry"),
    ("Reflect", "Reflection"),
    ("RegExp", "TextPattern"),
    ("Required", "Requirement"),
    ("Row", "TableRow"),
    ("Set", "ItemSet"),
    ("String", "TextString"),
    ("Symbol", "SymbolSign"),
    ("Timestamp", "TimeMark"),
    ("To", "Recipient"),
    ("Tx", "Transaction"),
    ("Undefined", "UndefinedItem"),
    ("Uint8Array", "ByteArray"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reserved_names_have_another_to_offer_that_is_not_reserved() {
        for (name, mend) in RESERVED_TYPES.iter().chain(RESERVED_ENUMS) {
            assert_eq!(type_name(&Path::root(), mend, "an entity"), None, "{name}");
        }
    }

    #[test]
    fn hard_words_are_allowed_where_a_variable_of_its_own_makes_them_safe() {
        for name in [
            "Event", "Order", "User", "Module", "Request", "Location", "Document", "Task", "Case", "Class", "Package",
            "Import",
        ] {
            assert_eq!(type_name(&Path::root(), name, "an entity"), None, "{name}");
        }
    }
}
