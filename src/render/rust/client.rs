//! The client: where services answer, and what can be called.

use proc_macro2::TokenStream;
use quote::quote;

use super::description::{Crate, Entry, Service};
use super::names::{ident, method_ident, type_ident};
use super::print::{doc, module};

/// The module of the client.
pub fn client(described: &Crate) -> String {
    let addresses = addresses(&described.services);
    let client = calls(described);
    let items = quote! {
        use std::sync::Arc;

        use crate::entities;
        use crate::error::Error;
        use crate::options::{Options, Token};
        use crate::service::Service;

        #addresses
        #client
    };
    module("Where services answer, and what can be asked of them.", items)
}

/// The module of all entities.
pub fn entities(described: &Crate) -> String {
    let mut modules: Vec<&Entry> = described.entities.iter().collect();
    modules.sort_by(|a, b| a.names.module.cmp(&b.names.module));
    let modules = modules.iter().map(|entry| ident(&entry.names.module));
    module("A module for each entity.", quote!(#(pub mod #modules;)*))
}

fn addresses(services: &[Service]) -> TokenStream {
    let names: Vec<_> = services.iter().map(|service| ident(&service.name)).collect();
    let docs = services
        .iter()
        .map(|service| doc(&format!("Of the service {}, such as `{}`.", service.title, service.address)));
    let variables = services.iter().map(|service| &service.variable);
    let defaults = services.iter().map(|service| &service.address);
    quote! {
        /// Where each service answers. The default is where they do in development.
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub struct Addresses {
            #(#docs pub #names: String,)*
        }

        impl Default for Addresses {
            fn default() -> Self {
                Self { #(#names: #defaults.to_owned(),)* }
            }
        }

        impl Addresses {
            /// What the environment says, in the variables that the services themselves read; the default where it says
            /// nothing.
            pub fn from_env() -> Self {
                let default = Self::default();
                Self { #(#names: std::env::var(#variables).unwrap_or(default.#names),)* }
            }
        }
    }
}

fn calls(described: &Crate) -> TokenStream {
    let names: Vec<_> = described.services.iter().map(|service| ident(&service.name)).collect();
    let methods = described.entities.iter().map(|entry| {
        let about = doc(&format!("Calls about {}.", entry.names.phrases));
        let module = ident(&entry.names.module);
        let method = method_ident(&entry.names);
        let calls = type_ident(&entry.names.calls);
        let service = &names[entry.service];
        quote! {
            #about
            pub fn #method(&self) -> entities::#module::#calls {
                entities::#module::#calls::new(self.#service.clone())
            }
        }
    });
    quote! {
        /// Calls the services. Clones share their connections.
        #[derive(Debug, Clone)]
        pub struct Client {
            #(#names: Service,)*
        }

        impl Client {
            /// A client of these services. It connects with the first call.
            ///
            /// # Errors
            ///
            /// [`Error::Address`] where an address cannot be that of a service, and [`Error::NoRuntime`] outside a Tokio
            /// runtime.
            pub fn new(addresses: &Addresses, options: Options) -> Result<Self, Error> {
                let options = Arc::new(options);
                Ok(Self { #(#names: Service::new(&addresses.#names, &options)?,)* })
            }

            /// A client for calls of the token's owner, on the same connections: how a server acts for many people.
            pub fn with_token(&self, token: Token) -> Self {
                Self { #(#names: self.#names.with_token(&token),)* }
            }

            /// A client for calls that belong to a request, on the same connections. Services write the id into their
            /// logs.
            pub fn with_request_id(&self, id: impl Into<String>) -> Self {
                let id = id.into();
                Self { #(#names: self.#names.with_request_id(&id),)* }
            }

            #(#methods)*
        }
    }
}
