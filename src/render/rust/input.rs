//! What a new row is made of.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use super::description::{Count, Entity, Input, Kind};
use super::names::{ident, type_ident};
use super::print::doc;
use super::types;

/// As many arguments as Clippy likes a function to have.
const FEW_ARGUMENTS: usize = 7;

/// The input, how it is begun, and how it is written into its message.
pub(super) fn items(entity: &Entity) -> TokenStream {
    let name = format_ident!("{}Input", type_ident(&entity.names.row));
    let about = doc(&format!(
        "What a new {} is made of. What is `None` takes its default, or stays empty.",
        entity.names.phrase
    ));
    let required: Vec<&Input> = entity.inputs.iter().filter(|input| input.count == Count::One).collect();
    let default = required.is_empty().then(|| quote!(Default,));
    let begun = (!required.is_empty()).then(|| new(entity, &name, &required));
    let given = if entity.inputs.is_empty() { quote!(_) } else { quote!(input) };
    let fields = entity.inputs.iter().map(|input| field(entity, input));
    let written = entity.inputs.iter().map(write);
    quote! {
        #about
        #[derive(Debug, Clone, #default PartialEq)]
        pub struct #name {
            #(#fields)*
        }

        #begun

        impl From<#name> for wire::Input {
            fn from(#given: #name) -> Self {
                Self { #(#written)* }
            }
        }
    }
}

fn field(entity: &Entity, input: &Input) -> TokenStream {
    let about = doc(&input.doc);
    let name = ident(&input.name);
    let kind = types::counted(input.count, types::input(&input.kind, &entity.names));
    quote!(#about pub #name: #kind,)
}

fn new(entity: &Entity, name: &Ident, required: &[&Input]) -> TokenStream {
    let about = doc("An input with all that must be given, and nothing else.");
    let many = (required.len() > FEW_ARGUMENTS)
        .then(|| quote!(#[expect(clippy::too_many_arguments, reason = "all of them must be given")]));
    let arguments = required.iter().map(|input| {
        let name = ident(&input.name);
        let kind = match input.kind {
            Kind::Text => quote!(impl Into<String>),
            _ => types::input(&input.kind, &entity.names),
        };
        quote!(#name: #kind)
    });
    let fields = entity.inputs.iter().map(|input| {
        let name = ident(&input.name);
        match (input.count, &input.kind) {
            (Count::One, Kind::Text) => quote!(#name: #name.into()),
            (Count::One, _) => quote!(#name),
            (Count::Optional, _) => quote!(#name: None),
            (Count::Many, _) => quote!(#name: Vec::new()),
        }
    });
    quote! {
        impl #name {
            #about
            #many
            pub fn new(#(#arguments),*) -> Self {
                Self { #(#fields),* }
            }
        }
    }
}

fn write(input: &Input) -> TokenStream {
    let name = ident(&input.name);
    match (input.count, types::is_plain(&input.kind)) {
        (Count::One, true) => quote!(#name: Some(input.#name),),
        (Count::One, false) => quote!(#name: Some(input.#name.into_message()),),
        (Count::Optional | Count::Many, true) => quote!(#name: input.#name,),
        (Count::Optional | Count::Many, false) => quote!(#name: input.#name.into_message(),),
    }
}
