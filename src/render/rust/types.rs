//! The Rust type of each kind of value, and its type in messages.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::description::{Count, EntityNames, Kind};
use super::names::{enum_type, ident, type_ident};

/// In a row.
pub(super) fn output(kind: &Kind, own: &EntityNames) -> TokenStream {
    match kind {
        Kind::File => quote!(file::FileInfo),
        Kind::Row(target) => {
            let id = id_of(target, own);
            quote!(value::Reference<#id>)
        }
        _ => input(kind, own),
    }
}

/// In an input or a filter.
pub(super) fn input(kind: &Kind, own: &EntityNames) -> TokenStream {
    match kind {
        Kind::Text => quote!(String),
        Kind::Int => quote!(i32),
        Kind::Long => quote!(i64),
        Kind::Float => quote!(f64),
        Kind::Flag => quote!(bool),
        Kind::Date => quote!(jiff::civil::Date),
        Kind::Time => quote!(jiff::civil::Time),
        Kind::Moment => quote!(jiff::Timestamp),
        Kind::Uuid => quote!(uuid::Uuid),
        Kind::Json => quote!(serde_json::Value),
        Kind::Bytes => quote!(Vec<u8>),
        Kind::File => quote!(file::File),
        Kind::Enum(name) => {
            let name = enum_type(name);
            quote!(enums::#name)
        }
        Kind::Row(target) => id_of(target, own),
    }
}

/// `PetId` among pets, `super::pets::PetId` elsewhere.
fn id_of(target: &EntityNames, own: &EntityNames) -> TokenStream {
    let id = format_ident!("{}Id", type_ident(&target.row));
    if target == own {
        return quote!(#id);
    }
    let module = ident(&target.module);
    quote!(super::#module::#id)
}

/// Several, or one that may be missing.
pub(super) fn counted(count: Count, kind: TokenStream) -> TokenStream {
    match count {
        Count::One => kind,
        Count::Optional => quote!(Option<#kind>),
        Count::Many => quote!(Vec<#kind>),
    }
}

/// Whether a message holds it as Rust does.
pub(super) fn is_plain(kind: &Kind) -> bool {
    matches!(kind, Kind::Text | Kind::Int | Kind::Long | Kind::Float | Kind::Flag | Kind::Bytes)
}

/// A type of a message: prost's word for it, and Rust's.
pub(super) struct Wire {
    pub prost: TokenStream,
    pub rust: TokenStream,
    /// Whether it is a message, which protobuf can always leave out.
    pub is_message: bool,
}

/// In the message of a row, or of an input.
pub(super) fn wire(kind: &Kind, is_input: bool) -> Wire {
    let scalar = |prost, rust| Wire { prost, rust, is_message: false };
    let message = |rust| Wire { prost: quote!(message), rust, is_message: true };
    match kind {
        Kind::Int | Kind::Enum(_) => scalar(quote!(int32), quote!(i32)),
        Kind::Long => scalar(quote!(int64), quote!(i64)),
        Kind::Float => scalar(quote!(double), quote!(f64)),
        Kind::Flag => scalar(quote!(bool), quote!(bool)),
        Kind::Bytes => scalar(quote!(bytes = "vec"), quote!(Vec<u8>)),
        Kind::Moment => message(quote!(prost_types::Timestamp)),
        Kind::File if is_input => message(quote!(crate::file::wire::File)),
        Kind::File => message(quote!(crate::file::wire::FileInfo)),
        Kind::Row(_) if !is_input => message(quote!(wire::Reference)),
        Kind::Text | Kind::Date | Kind::Time | Kind::Uuid | Kind::Json | Kind::Row(_) => {
            scalar(quote!(string), quote!(String))
        }
    }
}
