//! The messages of an entity. Only numbers and types travel, so names are those that read best here.

use proc_macro2::TokenStream;
use quote::quote;

use super::description::{Count, Entity, Input, Output};
use super::names::ident;
use super::print::uses_module;
use super::types;

/// The number of the moment of removal.
const DELETED_AT: u32 = 5;

/// Row, input, filter, requests and responses.
pub(super) fn items(entity: &Entity) -> TokenStream {
    let row = row(entity);
    let inputs = entity.inputs.iter().map(input);
    let filters = entity.filters.iter().map(|each| {
        let (name, tag) = (ident(&each.name), each.number.to_string());
        quote!(#[prost(message, optional, tag = #tag)] pub #name: Option<wire::FieldFilter>,)
    });
    let input = message(quote!(Input), quote!(#(#inputs)*));
    let filter = message(quote!(Filter), quote!(#(#filters)*));
    let calls = calls();
    let items = quote!(#row #input #filter #calls);
    let import = uses_module(&items, "wire").then(|| {
        quote!(
            use crate::wire;
        )
    });
    quote!(#import #items)
}

fn message(name: TokenStream, fields: TokenStream) -> TokenStream {
    quote! {
        #[derive(Clone, PartialEq, prost::Message)]
        pub struct #name { #fields }
    }
}

fn row(entity: &Entity) -> TokenStream {
    let fields = entity.outputs.iter().map(output);
    let deleted = entity.soft_delete.then(|| {
        let tag = DELETED_AT.to_string();
        quote!(#[prost(message, optional, tag = #tag)] pub deleted_at: Option<prost_types::Timestamp>,)
    });
    message(
        quote!(Row),
        quote! {
            #[prost(string, tag = "1")]
            pub id: String,
            #[prost(int32, tag = "2")]
            pub version: i32,
            #[prost(message, optional, tag = "3")]
            pub created_at: Option<prost_types::Timestamp>,
            #[prost(message, optional, tag = "4")]
            pub updated_at: Option<prost_types::Timestamp>,
            #deleted
            #(#fields)*
        },
    )
}

fn output(each: &Output) -> TokenStream {
    let wire = types::wire(&each.kind, false);
    // A message can always be left out, and prost says so.
    let count = if each.count == Count::One && wire.is_message { Count::Optional } else { each.count };
    field(&each.name, each.number, count, wire)
}

fn input(each: &Input) -> TokenStream {
    let count = if each.count == Count::Many { Count::Many } else { Count::Optional };
    field(&each.name, each.number, count, types::wire(&each.kind, true))
}

fn field(name: &str, number: u32, count: Count, wire: types::Wire) -> TokenStream {
    let types::Wire { prost, rust, .. } = wire;
    let (name, tag) = (ident(name), number.to_string());
    let rust = types::counted(count, rust);
    match count {
        Count::One => quote!(#[prost(#prost, tag = #tag)] pub #name: #rust,),
        Count::Optional => quote!(#[prost(#prost, optional, tag = #tag)] pub #name: #rust,),
        Count::Many => quote!(#[prost(#prost, repeated, tag = #tag)] pub #name: #rust,),
    }
}

fn calls() -> TokenStream {
    quote! {
        #[derive(Clone, PartialEq, prost::Message)]
        pub struct ListRequest {
            #[prost(message, optional, tag = "1")]
            pub query: Option<wire::ListQuery>,
            #[prost(message, optional, tag = "2")]
            pub filter: Option<Filter>,
        }

        #[derive(Clone, PartialEq, prost::Message)]
        pub struct ListResponse {
            #[prost(message, repeated, tag = "1")]
            pub rows: Vec<Row>,
            #[prost(string, tag = "2")]
            pub next_cursor: String,
        }

        /// The answer of a read, a creation, an update and a restoration.
        #[derive(Clone, PartialEq, prost::Message)]
        pub struct RowResponse {
            #[prost(message, optional, tag = "1")]
            pub row: Option<Row>,
        }

        #[derive(Clone, PartialEq, prost::Message)]
        pub struct CreateRequest {
            #[prost(message, optional, tag = "1")]
            pub input: Option<Input>,
        }

        #[derive(Clone, PartialEq, prost::Message)]
        pub struct UpdateRequest {
            #[prost(string, tag = "1")]
            pub id: String,
            #[prost(int32, tag = "2")]
            pub version: i32,
            #[prost(message, optional, tag = "3")]
            pub changes: Option<Input>,
            #[prost(string, repeated, tag = "4")]
            pub update_mask: Vec<String>,
        }
    }
}
