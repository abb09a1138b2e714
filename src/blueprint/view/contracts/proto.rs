//! The messages of an entity.
//!
//! Numbers of protobuf fields follow the order of the spec: fields from 10, then relations. What a later version of the spec
//! adds in between must not move them, so they will come from `fountane.lock` as soon as entities can change.

use serde_json::{Value, json};

use super::{article, common_package, enums_of_entity, files, filters, package, project_snake};
use crate::blueprint::context::Place;
use crate::blueprint::view::{field, relation};
use crate::spec::Model;
use crate::spec::model::{Entity, FieldKind};
use crate::spec::naming::column;

/// The first number of a message's own fields, above those that every row has.
const FIRST_OUTPUT_NUMBER: usize = 10;

/// A field of a message.
pub(in crate::blueprint::view) struct Member {
    /// `optional`, `repeated` or nothing.
    pub label: &'static str,
    /// `int32`, `petclinic.common.v1.Reference`.
    pub kind: String,
    /// `born_on`.
    pub name: String,
    /// Its number in the message.
    pub number: usize,
    is_long: bool,
    /// What the type alone does not say.
    pub comment: Option<String>,
}

impl Member {
    /// `optional int64 views = 9 [jstype = JS_STRING]`
    fn declaration(&self) -> String {
        let Self { label, kind, name, number, .. } = self;
        let space = if label.is_empty() { "" } else { " " };
        let option = if self.is_long { " [jstype = JS_STRING]" } else { "" };
        format!("{label}{space}{kind} {name} = {number}{option}")
    }
}

/// What is told of a row besides what every row has.
pub(in crate::blueprint::view) fn outputs(model: &Model, entity: &Entity, common: &str) -> Vec<Member> {
    let fields = entity.fields.iter().map(|each| Member {
        label: if field::is_nullable(each) { "optional" } else { "" },
        kind: field::proto_type(model, common, &each.kind, false),
        name: column(&each.name),
        number: 0,
        is_long: matches!(each.kind, FieldKind::Long { .. }),
        comment: field::proto_comment(each),
    });
    let relations = entity.relations.iter().map(|each| Member {
        label: match (relation::is_many(each), each.required) {
            (true, _) => "repeated",
            (false, true) => "",
            (false, false) => "optional",
        },
        kind: format!("{common}.Reference"),
        name: column(&each.name),
        number: 0,
        is_long: false,
        comment: one_line(&each.description),
    });
    numbered(fields.chain(relations), FIRST_OUTPUT_NUMBER)
}

/// What a row is made of and changed by.
pub(in crate::blueprint::view) fn inputs(model: &Model, entity: &Entity, common: &str) -> Vec<Member> {
    let fields = entity.fields.iter().map(|each| Member {
        label: "optional",
        kind: field::proto_type(model, common, &each.kind, true),
        name: column(&each.name),
        number: 0,
        is_long: matches!(each.kind, FieldKind::Long { .. }),
        comment: None,
    });
    let relations = entity.relations.iter().map(|each| Member {
        label: if relation::is_many(each) { "repeated" } else { "optional" },
        kind: "string".to_owned(),
        name: column(&relation::input_name(each)),
        number: 0,
        is_long: false,
        comment: None,
    });
    numbered(fields.chain(relations), 1)
}

fn numbered(members: impl Iterator<Item = Member>, first: usize) -> Vec<Member> {
    members.zip(first..).map(|(member, number)| Member { number, ..member }).collect()
}

/// Somebody's words on one line; none where there are none.
fn one_line(text: &str) -> Option<String> {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    (!text.is_empty()).then_some(text)
}

/// `contracts-proto`: the messages of an entity.
pub(in crate::blueprint::view) fn proto(place: Place<'_>) -> Value {
    let (model, Some(id)) = (place.model, place.entity) else { return Value::Null };
    let entity = model.entity(id);
    let service = model.service(entity.service);
    let common_package = common_package(model, service);
    let outputs: Vec<Value> = outputs(model, entity, &common_package)
        .iter()
        .map(|member| json!({ "comment": member.comment, "declaration": member.declaration() }))
        .collect();
    let inputs = inputs(model, entity, &common_package);
    let filters: Vec<String> = filters(model, entity)
        .into_iter()
        .zip(1..)
        .map(|((name, _), number)| format!("{common_package}.FieldFilter {} = {number}", column(&name)))
        .collect();
    json!({
        "package": package(model, service),
        "imports": imports(model, entity),
        "article": article(&entity.names.one.phrase),
        "description": one_line(&entity.description).map(|description| field::with_full_stop(&description)),
        "outputs": outputs,
        "inputs": inputs.iter().map(Member::declaration).collect::<Vec<_>>(),
        "filters": filters,
        "files": files(entity),
        "maskExample": mask_example(&inputs),
        "common": common_package,
    })
}

fn imports(model: &Model, entity: &Entity) -> Vec<String> {
    let snake = project_snake(model);
    let common = |file: &str| format!("{snake}/common/v1/{file}.proto");
    let mut imports = vec![common("query"), "google/protobuf/timestamp.proto".to_owned()];
    if !enums_of_entity(entity).is_empty() {
        imports.push(format!("{snake}/{}/v1/enums.proto", model.service(entity.service).names.one.snake));
    }
    if entity.audit {
        imports.push(common("audit"));
    }
    if !files(entity).is_empty() {
        imports.push(common("files"));
    }
    imports.sort();
    imports
}

/// A field whose name shows how names are spelled.
fn mask_example(inputs: &[Member]) -> &str {
    inputs.iter().map(|input| input.name.as_str()).max_by_key(|name| name.contains('_')).unwrap_or("name")
}
