//! The first part of identifiers that belong to an entity, such as `PetForm`, where plain names are taken.

/// What `{stem}Form`, `use{stem}Actions` or `from{stem}` begin with: the entity's own name, or another where general code
/// has that one (`RecordForm`, `fromReference`).
pub(super) fn stem(pascal: &str) -> String {
    if TAKEN.contains(&pascal) { format!("{pascal}Entity") } else { pascal.to_owned() }
}

/// What the type of an entity's rows is imported as, where components of the same name are about (`Card`, `Badge`).
pub(super) fn row_type(pascal: &str) -> String {
    if COMPONENTS.contains(&pascal) { format!("{pascal}Row") } else { pascal.to_owned() }
}

const TAKEN: &[&str] = &[
    "AuditEntry",
    "Choices",
    "Confirm",
    "Description",
    "Empty",
    "Error",
    "FileContent",
    "FileInfo",
    "Formats",
    "Icon",
    "ListState",
    "Message",
    "OptionalTimestamp",
    "Picker",
    "Problem",
    "Record",
    "Reference",
    "Related",
    "Sidebar",
    "Timestamp",
];

const COMPONENTS: &[&str] = &[
    "Avatar",
    "Badge",
    "Breadcrumb",
    "Button",
    "Card",
    "CodeText",
    "Column",
    "DescriptionList",
    "EmailLink",
    "EmptyState",
    "FileLink",
    "History",
    "JsonText",
    "Link",
    "PageHeader",
    "Partial",
    "Plus",
    "Record",
    "RecordLink",
    "RelatedList",
    "Route",
    "Wide",
    "WebLink",
    "YesNo",
    "Omit",
    "Promise",
    "Readonly",
    "Array",
    "Date",
    "Error",
    "Map",
    "Set",
    "Pick",
];
