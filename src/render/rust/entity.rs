//! The two modules of an entity: what programs use, and the messages behind it.

use proc_macro2::TokenStream;
use quote::quote;

use super::description::Entity;
use super::print::{calls_method, module, uses_module};
use super::{calls, changes, filter, input, row, sort, wire};

/// Rows, inputs, changes, filters and calls.
pub fn entity(entity: &Entity) -> String {
    let parts = [
        row::items(entity),
        input::items(entity),
        changes::items(entity),
        filter::items(entity),
        sort::sorts(entity),
        sort::files(entity),
        calls::items(entity),
    ];
    let items: TokenStream = parts.into_iter().collect();
    let imports = imports(&items);
    let doc = format!("{}: rows, inputs, filters, calls.", row::capitalized(&entity.names.phrases));
    module(&doc, quote!(mod wire; #imports #items))
}

/// The messages, as protobuf writes them.
pub fn messages(entity: &Entity) -> String {
    let doc = format!("Messages about {}, as protobuf writes them.", entity.names.phrases);
    module(&doc, wire::items(entity))
}

/// What the items use of the rest of the crate.
fn imports(items: &TokenStream) -> TokenStream {
    let enums = uses_module(items, "enums").then(|| {
        quote!(
            use crate::enums;
        )
    });
    let file = uses_module(items, "file").then(|| {
        quote!(
            use crate::file;
        )
    });
    let filter = uses_module(items, "filter").then(|| {
        quote!(
            use crate::filter::{self, Filter as _};
        )
    });
    let history = uses_module(items, "history").then(|| {
        quote!(
            use crate::history;
        )
    });
    let value = match (calls_method(items, "masked"), calls_method(items, "into_message")) {
        (true, true) => quote!(
            use crate::value::{self, Masked as _, Write as _};
        ),
        (true, false) => quote!(
            use crate::value::{self, Masked as _};
        ),
        (false, true) => quote!(
            use crate::value::{self, Write as _};
        ),
        (false, false) => quote!(
            use crate::value;
        ),
    };
    quote! {
        #enums
        use crate::error::Error;
        #file
        #filter
        #history
        use crate::id::is_an_id;
        use crate::page;
        use crate::service::Service;
        #value
    }
}
