//! The type that calls an entity's service.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::description::Entity;
use super::names::{ident, type_ident};
use super::print::doc;

/// The handle and its methods.
pub(super) fn items(entity: &Entity) -> TokenStream {
    let calls = type_ident(&entity.names.calls);
    let about = doc(&format!("Calls about {}.", entity.names.phrases));
    let query = query(entity);
    let paths = paths(entity);
    let reading = reading(entity);
    let writing = writing(entity);
    let removing = removing(entity);
    let restoring = entity.soft_delete.then(|| restoring(entity));
    let options = options(entity);
    let history = entity.audit.then(|| history(entity));
    let file = (!entity.files.is_empty()).then(|| file(entity));
    quote! {
        #query

        #paths

        #about
        #[derive(Debug, Clone)]
        pub struct #calls {
            service: Service,
        }

        impl #calls {
            pub(crate) fn new(service: Service) -> Self {
                Self { service }
            }

            #reading
            #writing
            #removing
            #restoring
            #options
            #history
            #file
        }
    }
}

/// The paths of the methods.
fn paths(entity: &Entity) -> TokenStream {
    let (one, many) = (&entity.rpc_one, &entity.rpc_many);
    let mut methods = vec![
        ("LIST", format!("List{many}")),
        ("GET", format!("Get{one}")),
        ("CREATE", format!("Create{one}")),
        ("UPDATE", format!("Update{one}")),
        ("DELETE", format!("Delete{one}")),
        ("OPTIONS", format!("List{one}Options")),
    ];
    let further = [
        (entity.soft_delete, "RESTORE", format!("Restore{one}")),
        (entity.audit, "HISTORY", format!("List{one}History")),
        (!entity.files.is_empty(), "FILE", format!("Get{one}File")),
    ];
    methods.extend(further.into_iter().filter_map(|(is_there, name, method)| is_there.then_some((name, method))));
    let constants = methods.iter().map(|(name, method)| {
        let (name, path) = (ident(name), format!("/{}/{method}", entity.rpc_service));
        quote!(const #name: &str = #path;)
    });
    constants.collect()
}

fn query(entity: &Entity) -> TokenStream {
    let row = type_ident(&entity.names.row);
    let (query, filter, sort) = (format_ident!("{row}Query"), format_ident!("{row}Filter"), format_ident!("{row}Sort"));
    let about = doc(&format!("What a list of {} is asked for.", entity.names.phrases));
    quote! {
        #about
        pub type #query = page::Query<#filter, #sort>;
    }
}

fn reading(entity: &Entity) -> TokenStream {
    let row = type_ident(&entity.names.row);
    let (id, query) = (format_ident!("{row}Id"), format_ident!("{row}Query"));
    let phrases = &entity.names.phrases;
    let about_list = doc(&format!("A page of {phrases}: the first, or the one that a cursor names."));
    let about_stream = doc(&format!("All {phrases} of a query, fetched page by page."));
    let about_get = doc(&format!("Reads one {}.", entity.names.phrase));
    quote! {
        #about_list
        pub async fn list(&self, query: #query, cursor: Option<&str>) -> Result<page::Page<#row>, Error> {
            let (query, filter) = query.into_wire(cursor);
            let request = wire::ListRequest { query: Some(query), filter: Some(filter.into()) };
            let answer: wire::ListResponse = self.service.read(LIST, request).await?;
            Ok(page::Page {
                items: value::answer(answer.rows)?,
                next_cursor: page::next_cursor(answer.next_cursor),
            })
        }

        #about_stream
        pub fn stream(&self, query: #query) -> page::Rows<#row> {
            let calls = self.clone();
            page::rows(move |cursor| {
                let (calls, query) = (calls.clone(), query.clone());
                async move { calls.list(query, cursor.as_deref()).await }
            })
        }

        #about_get
        pub async fn get(&self, id: #id) -> Result<#row, Error> {
            let request = crate::wire::ById::of(id);
            let answer: wire::RowResponse = self.service.read(GET, request).await?;
            value::row(answer.row)
        }
    }
}

fn writing(entity: &Entity) -> TokenStream {
    let row = type_ident(&entity.names.row);
    let (id, input, changes) = (format_ident!("{row}Id"), format_ident!("{row}Input"), format_ident!("{row}Changes"));
    let about_create = doc(&format!("Creates {}.", entity.a_row));
    let about_update = doc(&format!(
        "Changes {} that was read in this version; [`Error::Conflict`] where somebody was faster.",
        entity.a_row
    ));
    quote! {
        #about_create
        pub async fn create(&self, input: #input) -> Result<#row, Error> {
            let input = Some(input.into());
            let request = wire::CreateRequest { input };
            let answer: wire::RowResponse = self.service.write(CREATE, request).await?;
            value::row(answer.row)
        }

        #about_update
        pub async fn update(&self, id: #id, version: i32, changes: #changes) -> Result<#row, Error> {
            let (changes, update_mask) = changes.into_wire();
            let request = wire::UpdateRequest { id: id.to_string(), version, changes: Some(changes), update_mask };
            let answer: wire::RowResponse = self.service.write(UPDATE, request).await?;
            value::row(answer.row)
        }
    }
}

fn removing(entity: &Entity) -> TokenStream {
    let id = format_ident!("{}Id", type_ident(&entity.names.row));
    let until = if entity.soft_delete { ", until it is restored" } else { " for good" };
    let about = doc(&format!("Removes {} that was read in this version{until}.", entity.a_row));
    quote! {
        #about
        pub async fn delete(&self, id: #id, version: i32) -> Result<(), Error> {
            let request = crate::wire::ByVersion::of(id, version);
            let crate::wire::Nothing {} = self.service.write(DELETE, request).await?;
            Ok(())
        }
    }
}

fn restoring(entity: &Entity) -> TokenStream {
    let row = type_ident(&entity.names.row);
    let id = format_ident!("{row}Id");
    let about = doc(&format!("Brings a removed {} back.", entity.names.phrase));
    quote! {
        #about
        pub async fn restore(&self, id: #id, version: i32) -> Result<#row, Error> {
            let request = crate::wire::ByVersion::of(id, version);
            let answer: wire::RowResponse = self.service.write(RESTORE, request).await?;
            value::row(answer.row)
        }
    }
}

fn options(entity: &Entity) -> TokenStream {
    let id = format_ident!("{}Id", type_ident(&entity.names.row));
    let about = doc(&format!("Ids and labels of {}, for a picker.", entity.names.phrases));
    quote! {
        #about
        pub async fn options(&self, choices: page::Choices<#id>) -> Result<Vec<value::Reference<#id>>, Error> {
            page::options(&self.service, OPTIONS, choices).await
        }
    }
}

fn history(entity: &Entity) -> TokenStream {
    let id = format_ident!("{}Id", type_ident(&entity.names.row));
    let about = doc("Who changed what, the latest first; no more than 200 changes.");
    quote! {
        #about
        pub async fn history(&self, id: #id) -> Result<Vec<history::Entry>, Error> {
            history::of(&self.service, HISTORY, id).await
        }
    }
}

fn file(entity: &Entity) -> TokenStream {
    let row = type_ident(&entity.names.row);
    let (id, which) = (format_ident!("{row}Id"), format_ident!("{row}File"));
    let about = doc("Fetches a file with its content.");
    quote! {
        #about
        pub async fn file(&self, id: #id, file: #which) -> Result<file::File, Error> {
            file::fetch(&self.service, FILE, id, file.as_ref()).await
        }
    }
}
