//! Enums, with room for values that are not known yet.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::description::{Crate, Enum};
use super::names::{enum_type, enum_variants};
use super::print::{doc, module};

/// The module of all enums.
pub fn enums(described: &Crate) -> String {
    let items = described.enums.iter().map(items);
    module("Closed lists of values.", quote!(use crate::value::{Read, Write}; #(#items)*))
}

fn items(each: &Enum) -> TokenStream {
    let name = enum_type(&each.name);
    let (variants, unknown) = enum_variants(each);
    let about = doc(&each.description);
    let labels = each.values.iter().map(|value| doc(&value.label));
    let values = each.values.iter().map(|value| value.value.as_str());
    let numbers = || (1..=each.values.len()).map(Literal::usize_unsuffixed);
    let (read, write) = (numbers(), numbers());
    quote! {
        #about
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum #name {
            #(#labels #variants,)*
            /// A value that this crate does not know, by its number: the service is newer.
            #unknown(i32),
        }

        /// As the contract has it.
        impl std::fmt::Display for #name {
            fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                match self {
                    #(Self::#variants => formatter.write_str(#values),)*
                    Self::#unknown(number) => write!(formatter, "{number}"),
                }
            }
        }

        impl Read<i32> for #name {
            fn read(message: i32) -> Result<Self, String> {
                let value = match message {
                    #(#read => Self::#variants,)*
                    other => Self::#unknown(other),
                };
                Ok(value)
            }
        }

        impl Write<i32> for #name {
            fn into_message(self) -> i32 {
                match self {
                    #(Self::#variants => #write,)*
                    Self::#unknown(number) => number,
                }
            }
        }
    }
}
