//! Fields of an entity: their kind, names and values.

use indexmap::IndexMap;
use serde_json::Value;

use super::{entities::database_name, kinds};
use crate::spec::{
    Document, document,
    model::{Enum, Field, FieldKind},
    naming,
    problem::{Path, Problem},
    sample,
    value::normalize,
};

/// In the order of the document, without those whose type makes no sense.
pub(super) fn fields(
    document: &Document,
    given: &IndexMap<String, document::Field>,
    path: &Path,
    enums: &[Enum],
    problems: &mut Vec<Problem>,
) -> Vec<Field> {
    let resolved =
        given.iter().map(|(name, field)| self::field(document, name, field, &path.key(name), enums, problems));
    resolved.collect::<Vec<_>>().into_iter().flatten().collect()
}

/// One field; none where its type makes no sense.
pub(in crate::spec) fn field(
    document: &Document,
    name: &str,
    given: &document::Field,
    path: &Path,
    enums: &[Enum],
    problems: &mut Vec<Problem>,
) -> Option<Field> {
    let kind = kinds::kind(document, given, path, enums, problems)?;
    let mut fitting = |key: &str, value: Option<&Value>| {
        let value = value?;
        match normalize(value, &kind, enums) {
            Ok(good) => Some(good),
            Err(misfit) => {
                let mut problem = Problem::new(path.key(key), misfit.message);
                problem.mend = misfit.mend;
                problems.push(problem);
                None
            }
        }
    };
    let default = fitting("default", given.default.as_ref());
    let example = fitting("example", given.example.as_ref());
    check_flags(given, &kind, path, problems);
    if let Some(column) = &given.column {
        problems.extend(database_name(path.key("column"), column, "column"));
    }
    let field = Field {
        name: name.to_owned(),
        column: given.column.clone().unwrap_or_else(|| naming::identifier(&[naming::column(name)])),
        label: given.label.clone().unwrap_or_else(|| naming::label(name)),
        description: given.description.clone().unwrap_or_default(),
        kind,
        required: given.required,
        unique: given.unique,
        immutable: given.immutable,
        default,
        example,
        unit: given.unit.clone(),
    };
    if matches!(&field.kind, FieldKind::String { pattern: Some(pattern), .. } if kinds::wrong_pattern(pattern).is_none())
        && sample(&field, enums, 0).is_none()
        && given.example.is_none()
    {
        let message = "no value could be made up that matches this pattern, and tests need one";
        problems.push(Problem::new(path.key("pattern"), message).mend("add `example:` with a value that matches"));
    }
    Some(field)
}

fn check_flags(given: &document::Field, kind: &FieldKind, path: &Path, problems: &mut Vec<Problem>) {
    if given.unique {
        let mend = match kind {
            FieldKind::Text { .. } => Some("use the type `string`"),
            FieldKind::Json | FieldKind::Bytes { .. } | FieldKind::File { .. } => Some("leave `unique` out"),
            _ => None,
        };
        if let Some(mend) = mend {
            problems.push(
                Problem::of_key(path.key("unique"), format!("a field of type `{}` cannot be unique", given.kind))
                    .mend(mend),
            );
        }
        if mend.is_none() && given.default.is_some() {
            let message = "no two rows may have the same value, yet each new row gets the default";
            problems.push(Problem::of_key(path.key("default"), message).mend("leave `default` or `unique` out"));
        }
    }
}
