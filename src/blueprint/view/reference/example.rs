//! How a row is made, changed and listed from TypeScript, laid out as Prettier lays out code in Markdown.

use crate::blueprint::view::gateway::as_message;
use crate::blueprint::view::{field, relation, specimen};
use crate::render::layout::{self, LayoutError};
use crate::render::ts::{property_key, string_literal};
use crate::spec::Model;
use crate::spec::model::{Entity, Field, FieldKind, Relation, Service};
use crate::spec::naming::column;

/// Which way a value takes.
#[derive(Clone, Copy)]
enum Wire {
    /// A message of protobuf.
    Grpc,
    /// JSON, through the gateway.
    Trpc,
}

/// Over gRPC, with the client that is made of the contracts.
pub(super) fn grpc(model: &Model, service: &Service, port: usize) -> String {
    let entity = simplest(model, service);
    let (one, many) = (&entity.names.one, &entity.names.many);
    let from = |file: &str| {
        string_literal(&format!("@{}/contracts/es/{}/v1/{file}", model.project.name, service.names.one.snake))
    };
    let given = given(model, entity, Wire::Grpc);
    let change = change(entity).map(|each| {
        format!(
            "if (created.{property}) {{
               const {{ id, version }} = created.{property};
               await client.update{}({{ id, version, changes: {{ {} }}, updateMask: [{}] }}, call);
             }}",
            one.pascal,
            member(model, entity, each, Wire::Grpc),
            string_literal(&column(&each.name)),
            property = one.camel,
        )
    });
    laid_out(&format!(
        "import {{ timestampFromDate }} from '@bufbuild/protobuf/wkt';
         import {{ createClient }} from '@connectrpc/connect';
         import {{ createGrpcTransport }} from '@connectrpc/connect-node';
         {enums}import {{ {many}Service }} from {many_file};

         const transport = createGrpcTransport({{ baseUrl: 'http://127.0.0.1:{port}', defaultTimeoutMs: 5_000 }});
         const client = createClient({many}Service, transport);

         export async function try{many}({parameters}) {{
           const call = {{ headers: {{ authorization: `Bearer ${{accessToken}}` }} }};
           {moment}{start}client.create{one}({{ {property}: {{ {given} }} }}, call);
           {change}
           return client.list{many}({{ query: {{ limit: 10 }} }}, call);
         }}",
        enums = enum_import(model, entity, &from("enums")),
        many = many.pascal,
        many_file = from(&many.snake),
        parameters = parameters(entity),
        moment = if given.contains(": moment") || change.as_ref().is_some_and(|text| text.contains(": moment")) {
            format!("const moment = timestampFromDate(new Date({}));\n", string_literal(specimen::MOMENT))
        } else {
            String::new()
        },
        start = if change.is_some() { "const created = await " } else { "await " },
        one = one.pascal,
        property = one.camel,
        change = change.unwrap_or_default(),
    ))
}

/// Over tRPC, with the gateway's types.
pub(super) fn trpc(model: &Model, service: &Service) -> String {
    let entity = simplest(model, service);
    let router = &entity.names.many.camel;
    let given = given(model, entity, Wire::Trpc);
    let change = change(entity).map(|each| {
        let member = member(model, entity, each, Wire::Trpc);
        format!("await client.{router}.update.mutate({{ id, version, changes: {{ {member} }} }});")
    });
    laid_out(&format!(
        "import type {{ AppRouter }} from {gateway};
         import {{ createTRPCClient, httpBatchLink }} from '@trpc/client';

         const transformer = {{ serialize: (value: unknown) => value, deserialize: (value: unknown) => value }};

         export async function try{many}({parameters}) {{
           const headers = {{ authorization: `Bearer ${{accessToken}}` }};
           const link = httpBatchLink({{ url: 'http://127.0.0.1:4000/trpc', transformer, headers }});
           const client = createTRPCClient<AppRouter>({{ links: [link] }});
           {start}client.{router}.create.mutate({{ {given} }});
           {change}
           return client.{router}.list.query({{ limit: 10 }});
         }}",
        gateway = string_literal(&format!("@{}/gateway/router", model.project.name)),
        many = entity.names.many.pascal,
        parameters = parameters(entity),
        start = if change.is_some() { "const { id, version } = await " } else { "await " },
        change = change.unwrap_or_default(),
    ))
}

/// The entity that needs least to be made.
fn simplest<'a>(model: &'a Model, service: &Service) -> &'a Entity {
    let entities = service.entities.iter().map(|id| model.entity(*id));
    let simplest = entities.min_by_key(|entity| {
        let changes = change(entity).is_some_and(|each| field::input_default(each).is_some());
        (needed_relations(entity).count(), !changes, needed_fields(entity).count())
    });
    simplest.expect("a service has an entity")
}

fn needed_fields(entity: &Entity) -> impl Iterator<Item = &Field> {
    entity.fields.iter().filter(|each| field::input_default(each).is_none())
}

fn needed_relations(entity: &Entity) -> impl Iterator<Item = &Relation> {
    entity.relations.iter().filter(|each| relation::input_default(each).is_none())
}

fn parameters(entity: &Entity) -> String {
    let ids = needed_relations(entity).map(|each| format!(", {}: string", relation::input_name(each)));
    format!("accessToken: string{}", ids.collect::<String>())
}

fn given(model: &Model, entity: &Entity, wire: Wire) -> String {
    let fields = needed_fields(entity).map(|each| member(model, entity, each, wire));
    let ids = needed_relations(entity).map(relation::input_name);
    fields.chain(ids).collect::<Vec<_>>().join(", ")
}

fn member(model: &Model, entity: &Entity, each: &Field, wire: Wire) -> String {
    let value = specimen::input(model, entity, each);
    let value = match wire {
        Wire::Grpc => as_message(model, &each.kind, &value, true),
        Wire::Trpc => specimen::literal(&value),
    };
    format!("{}: {value}", property_key(&each.name))
}

/// What a row can be changed in: rather something that it was not made with.
fn change(entity: &Entity) -> Option<&Field> {
    let changeable = || entity.fields.iter().filter(|each| !each.immutable);
    changeable().find(|each| field::input_default(each).is_some()).or_else(|| changeable().next())
}

fn enum_import(model: &Model, entity: &Entity, file: &str) -> String {
    let shown = needed_fields(entity).chain(change(entity));
    let mut names: Vec<&str> = shown
        .filter_map(|each| match each.kind {
            FieldKind::Enum { id } => Some(model.enumeration(id).names.one.pascal.as_str()),
            _ => None,
        })
        .collect();
    names.sort_unstable();
    names.dedup();
    if names.is_empty() { String::new() } else { format!("import {{ {} }} from {file};\n", names.join(", ")) }
}

fn laid_out(source: &str) -> String {
    let options = layout::Options { prune_imports: true, ..layout::Options::default() };
    let printed: Result<String, LayoutError> = layout::typescript_with("example.ts", source, options);
    printed.expect("what is put together here is TypeScript").trim_end().to_owned()
}
