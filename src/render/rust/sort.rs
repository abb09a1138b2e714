//! Words of the contract that a call chooses from: what is sorted by, which file is fetched.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::description::Entity;
use super::names::{type_ident, variants};
use super::print::doc;

/// What lists can be sorted by.
pub(super) fn sorts(entity: &Entity) -> TokenStream {
    let about = format!("What lists of {} can be sorted by.", entity.names.phrases);
    words(entity, "Sort", &about, &entity.sorts)
}

/// The files of a row; nothing where it has none.
pub(super) fn files(entity: &Entity) -> TokenStream {
    if entity.files.is_empty() {
        return TokenStream::new();
    }
    words(entity, "File", &format!("The files of {}.", entity.a_row), &entity.files)
}

fn words(entity: &Entity, suffix: &str, about: &str, words: &[String]) -> TokenStream {
    let name = format_ident!("{}{suffix}", type_ident(&entity.names.row));
    let about = doc(about);
    let variants = variants(words.iter().map(String::as_str));
    let docs = words.iter().map(|word| doc(&format!("`{word}`")));
    quote! {
        #about
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum #name {
            #(#docs #variants,)*
        }

        impl AsRef<str> for #name {
            fn as_ref(&self) -> &str {
                match self {
                    #(Self::#variants => #words,)*
                }
            }
        }
    }
}
