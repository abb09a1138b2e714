//! Roles, and who may do what where nothing is said.

use crate::spec::{
    Document, document,
    model::{Access, Role},
    problem::{Path, Problem},
    shape::{did_you_mean, listed},
};

/// From least to most.
pub(super) fn roles(document: &Document) -> Vec<Role> {
    if document.roles.is_empty() {
        let role = |name: &str, description: &str| Role { name: name.to_owned(), description: description.to_owned() };
        return vec![
            role("viewer", "Reads everything of its tenant"),
            role("member", "Creates and changes"),
            role("admin", "Deletes, manages people and settings"),
        ];
    }
    let role = |(name, description): (&String, &Option<String>)| Role {
        name: name.clone(),
        description: description.clone().unwrap_or_default(),
    };
    document.roles.iter().map(role).collect()
}

/// The first role reads, the middle one writes, the last one deletes, unless the entity says otherwise.
pub(super) fn access(
    given: Option<&document::Access>,
    roles: &[Role],
    path: &Path,
    problems: &mut Vec<Problem>,
) -> Access {
    let given = given.cloned().unwrap_or_default();
    let path = path.key("access");
    let mut pick = |key: &str, given: Option<String>, default: usize| {
        if let Some(name) = &given
            && !roles.iter().any(|role| role.name == *name)
        {
            problems.push(unknown_role(path.key(key), name, roles));
        }
        given.unwrap_or_else(|| roles[default].name.clone())
    };
    let access = Access {
        read: pick("read", given.read, 0),
        write: pick("write", given.write, roles.len() / 2),
        delete: pick("delete", given.delete, roles.len() - 1),
    };
    let rank = |name: &str| roles.iter().position(|role| role.name == name);
    if let (Some(read), Some(write)) = (rank(&access.read), rank(&access.write))
        && write < read
    {
        let message = format!("`{}` may write but not read: reading needs `{}`", access.write, access.read);
        problems.push(
            Problem::new(path.key("write"), message)
                .mend("let the role that reads be no higher than the one that writes"),
        );
    }
    access
}

/// Nobody has this role.
pub(in crate::spec) fn unknown_role(path: Path, name: &str, roles: &[Role]) -> Problem {
    let names: Vec<&str> = roles.iter().map(|role| role.name.as_str()).collect();
    let problem = Problem::new(path, format!("there is no role `{name}`"));
    match did_you_mean(name, names.iter().copied()) {
        Some(meant) => problem.mend(format!("did you mean `{meant}`?")),
        None => problem.mend(format!("the roles are {}", listed(&names, "and"))),
    }
}
