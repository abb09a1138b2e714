//! A row as it is read.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::description::{Count, Entity, Output};
use super::names::{ident, type_ident};
use super::print::doc;
use super::types;

/// The id, the row, and how it is read from its message.
pub(super) fn items(entity: &Entity) -> TokenStream {
    let row = type_ident(&entity.names.row);
    let id = format_ident!("{row}Id");
    let about_id = doc(&format!("Identifies {}.", entity.a_row));
    let about = if entity.description.is_empty() {
        doc(&format!("{}, as it was when it was read.", capitalized(&entity.a_row)))
    } else {
        doc(&entity.description)
    };
    let deleted = entity.soft_delete.then(|| {
        quote! {
            /// When it was removed; `None` while it is there.
            pub deleted_at: Option<jiff::Timestamp>,
        }
    });
    let read_deleted = entity.soft_delete.then(|| quote!(deleted_at: value::field(message.deleted_at, "deletedAt")?,));
    let fields = entity.outputs.iter().map(|output| field(entity, output));
    let reads = entity.outputs.iter().map(read);
    quote! {
        #about_id
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct #id(pub uuid::Uuid);

        is_an_id!(#id);

        #about
        #[derive(Debug, Clone, PartialEq)]
        #[non_exhaustive]
        pub struct #row {
            /// Its id.
            pub id: #id,
            /// Raised by every change; an update or a removal names the one that was read.
            pub version: i32,
            /// When it was created.
            pub created_at: jiff::Timestamp,
            /// When it was last changed.
            pub updated_at: jiff::Timestamp,
            #deleted
            #(#fields)*
        }

        impl value::Read<wire::Row> for #row {
            fn read(message: wire::Row) -> Result<Self, String> {
                Ok(Self {
                    id: value::field(message.id, "id")?,
                    version: message.version,
                    created_at: value::present(message.created_at, "createdAt")?,
                    updated_at: value::present(message.updated_at, "updatedAt")?,
                    #read_deleted
                    #(#reads)*
                })
            }
        }
    }
}

fn field(entity: &Entity, output: &Output) -> TokenStream {
    let about = doc(&output.doc);
    let name = ident(&output.name);
    let kind = types::counted(output.count, types::output(&output.kind, &entity.names));
    quote!(#about pub #name: #kind,)
}

fn read(output: &Output) -> TokenStream {
    let name = ident(&output.name);
    let told = &output.contract_name;
    if types::is_plain(&output.kind) {
        return quote!(#name: message.#name,);
    }
    if output.count == Count::One && types::wire(&output.kind, false).is_message {
        return quote!(#name: value::present(message.#name, #told)?,);
    }
    quote!(#name: value::field(message.#name, #told)?,)
}

pub(super) fn capitalized(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
