//! What an update changes.
//!
//! Of messages no function is called by its path: prost gives them a method for each field, whatever that is called.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::description::{Count, Entity, Input};
use super::names::{ident, type_ident};
use super::print::doc;
use super::types;

/// The changes, and how they are written into a message and its mask.
pub(super) fn items(entity: &Entity) -> TokenStream {
    let name = format_ident!("{}Changes", type_ident(&entity.names.row));
    let about = doc(&format!("What an update changes of {}. The default changes nothing.", entity.a_row));
    let (fixed, open): (Vec<&Input>, Vec<&Input>) = entity.inputs.iter().partition(|input| input.immutable);
    let fields = open.iter().map(|input| field(entity, input));
    let masked = open.iter().map(|input| {
        let (name, told) = (ident(&input.name), &input.name);
        quote!(#name: self.#name.masked(#told, &mut mask),)
    });
    let rest = (!fixed.is_empty()).then(|| quote!(..Default::default()));
    let body = if open.is_empty() {
        quote!((Default::default(), Vec::new()))
    } else {
        quote! {
            let mut mask = Vec::new();
            let input = wire::Input { #(#masked)* #rest };
            (input, mask)
        }
    };
    quote! {
        #about
        #[derive(Debug, Clone, Default, PartialEq)]
        pub struct #name {
            #(#fields)*
        }

        impl #name {
            /// The values, and the names of those that change.
            fn into_wire(self) -> (wire::Input, Vec<String>) {
                #body
            }
        }
    }
}

fn field(entity: &Entity, input: &Input) -> TokenStream {
    let about = doc(&input.doc);
    let name = ident(&input.name);
    let kind = types::input(&input.kind, &entity.names);
    let kind = match (input.count, input.nullable) {
        (Count::Many, _) => quote!(Option<Vec<#kind>>),
        (_, true) => quote!(value::Change<#kind>),
        (_, false) => quote!(Option<#kind>),
    };
    quote!(#about pub #name: #kind,)
}
