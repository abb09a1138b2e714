//! What protos, routers and schemas say, read line by line.

use std::collections::{BTreeMap, BTreeSet};

use fountane::blueprint::Generated;

/// The protos of a service, or those that services share.
fn protos<'a>(workspace: &'a Generated, service: &str) -> impl Iterator<Item = &'a str> {
    let folder = format!("/{}/v1/", service.replace('-', "_"));
    let is_one = move |path: &str| path.starts_with("libs/contracts/proto/") && path.contains(&folder);
    let files = workspace.files.iter().filter(move |file| is_one(file.path.as_str()));
    files.map(|file| std::str::from_utf8(&file.bytes).unwrap())
}

/// `PetsService.GetPet`
pub fn methods(workspace: &Generated, service: &str) -> BTreeSet<String> {
    let mut methods = BTreeSet::new();
    for proto in protos(workspace, service) {
        let mut name = "";
        for line in proto.lines().map(str::trim) {
            if let Some(rest) = line.strip_prefix("service ") {
                name = rest.trim_end_matches(" {");
            } else if let Some(rest) = line.strip_prefix("rpc ") {
                methods.insert(format!("{name}.{}", rest.split('(').next().unwrap()));
            }
        }
    }
    methods
}

/// Messages with the names and types of their fields.
pub fn messages(workspace: &Generated, service: &str) -> BTreeMap<String, Vec<(String, String)>> {
    let mut messages = BTreeMap::new();
    for proto in protos(workspace, service) {
        let mut name = None;
        for line in proto.lines() {
            if let Some(rest) = line.strip_prefix("message ") {
                let message = rest.split(' ').next().unwrap();
                messages.insert(message.to_owned(), Vec::new());
                name = (!rest.ends_with("{}")).then_some(message);
            } else if line == "}" {
                name = None;
            } else if let Some(name) = name.filter(|_| line.contains(" = ")) {
                let declaration = line.trim().split(" = ").next().unwrap();
                let (kind, field) = declaration.rsplit_once(' ').unwrap();
                messages.get_mut(name).unwrap().push((field.to_owned(), without_package(kind)));
            }
        }
    }
    messages
}

/// `repeated shop.common.v1.Reference` is a `repeated Reference`.
fn without_package(kind: &str) -> String {
    let (label, kind) = kind.rsplit_once(' ').map_or(("", kind), |(label, kind)| (label, kind));
    let bare = kind.rsplit('.').next().unwrap();
    if label.is_empty() { bare.to_owned() } else { format!("{label} {bare}") }
}

/// `Species.SPECIES_DOG`
pub fn enum_values(workspace: &Generated, service: &str) -> BTreeSet<String> {
    let mut values = BTreeSet::new();
    for proto in protos(workspace, service) {
        let mut name = None;
        for line in proto.lines() {
            if let Some(rest) = line.strip_prefix("enum ") {
                name = Some(rest.trim_end_matches(" {"));
            } else if line == "}" {
                name = None;
            } else if let (Some(name), Some((constant, _))) = (name, line.trim().split_once(" = ")) {
                values.insert(format!("{name}.{constant}"));
            }
        }
    }
    values
}

/// `pets.get query byId pet GetPet for viewer`
pub fn procedures(workspace: &Generated, service: &str) -> BTreeSet<String> {
    let folder = format!("apps/gateway/src/{service}/");
    let mut procedures = BTreeSet::new();
    for file in &workspace.files {
        let Some(name) = file.path.as_str().strip_prefix(&folder).and_then(|name| name.strip_suffix(".router.ts"))
        else {
            continue;
        };
        let router = std::str::from_utf8(&file.bytes).unwrap();
        let schemas = super::text(workspace, &format!("libs/contracts/src/schemas/{service}/{name}.ts"));
        let access = schemas.split("Access = {").nth(1).unwrap().split('}').next().unwrap();
        let role = |way: &str| access.split(&format!("{way}: '")).nth(1).unwrap().split('\'').next().unwrap();
        let many = router.split("export const ").nth(1).unwrap().split("Router = ").next().unwrap();
        let body = router.split("Router = router({").nth(1).unwrap();
        for procedure in body.split("\n\n") {
            let after = |start: &str| procedure.split_once(start).map(|(_, rest)| rest);
            let argument = |of: &str| after(of).unwrap().split(")\n").next().unwrap();
            let (own, rest) = procedure.trim().split_once(": ").unwrap();
            let way = match rest.split_whitespace().next().unwrap() {
                "reading" => "read",
                "writing" => "write",
                "deleting" => "delete",
                other => panic!("{other} is no way to get at an entity"),
            };
            let kind = if procedure.contains(".mutation(") { "mutation" } else { "query" };
            let call = after(&format!("ctx.{many}.")).unwrap().split('(').next().unwrap();
            let rpc = format!("{}{}", call[..1].to_uppercase(), &call[1..]);
            let (input, output) = (argument(".input("), argument(".output("));
            procedures.insert(format!("{many}.{own} {kind} {input} {output} {rpc} for {}", role(way)));
        }
    }
    procedures
}
