//! What lists are filtered by.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::description::{Conditions, Entity};
use super::names::{ident, type_ident};
use super::print::doc;
use super::types;

/// The filter, and how it is written into its message.
pub(super) fn items(entity: &Entity) -> TokenStream {
    let name = format_ident!("{}Filter", type_ident(&entity.names.row));
    let about = doc(&format!("Conditions on {}. The default has none.", entity.names.phrases));
    let fields = entity.filters.iter().map(|each| {
        let about = doc(&format!("Conditions on `{}`.", each.name));
        let name = ident(&each.name);
        let kind = match &each.conditions {
            Conditions::Text => quote!(filter::Text),
            Conditions::Flag => quote!(filter::Flag),
            Conditions::Presence => quote!(filter::Presence),
            Conditions::Range(kind) => {
                let kind = types::input(kind, &entity.names);
                quote!(filter::Range<#kind>)
            }
            Conditions::Choice(kind) => {
                let kind = types::input(kind, &entity.names);
                quote!(filter::Choice<#kind>)
            }
        };
        quote!(#about pub #name: #kind,)
    });
    let given = if entity.filters.is_empty() { quote!(_) } else { quote!(filter) };
    let written = entity.filters.iter().map(|each| {
        let name = ident(&each.name);
        quote!(#name: filter.#name.into_wire(),)
    });
    quote! {
        #about
        #[derive(Debug, Clone, Default, PartialEq)]
        pub struct #name {
            #(#fields)*
        }

        impl From<#name> for wire::Filter {
            fn from(#given: #name) -> Self {
                Self { #(#written)* }
            }
        }
    }
}
