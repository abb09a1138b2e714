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
    let reading = reading(entity);
    let writing = writing(entity);
    let removing = removing(entity);
    let restoring = entity.soft_delete.then(|| restoring(entity));
    let options = options(entity);
    let history = entity.audit.then(|| history(entity));
    let file = (!entity.files.is_empty()).then(|| file(entity));
    quote! {
        #query

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

/// `/petclinic.clinic.v1.PetsService/ListPets`
fn path(entity: &Entity, method: &str) -> String {
    format!("/{}/{method}", entity.rpc_service)
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
    let calls = ident(&entity.names.module);
    let phrases = &entity.names.phrases;
    let about_list = doc(&format!("A page of {phrases}: the first, or the one that a cursor names."));
    let about_stream = doc(&format!("All {phrases} of a query, fetched page by page."));
    let about_get = doc(&format!("Reads one {}.", entity.names.phrase));
    let list = path(entity, &format!("List{}", entity.rpc_many));
    let get = path(entity, &format!("Get{}", entity.rpc_one));
    quote! {
        #about_list
        pub async fn list(&self, query: #query, cursor: Option<&str>) -> Result<page::Page<#row>, Error> {
            let (query, filter) = query.into_wire(cursor);
            let request = wire::ListRequest { query: Some(query), filter: Some(filter.into_wire()) };
            let answer: wire::ListResponse = self.service.read(#list, request).await?;
            Ok(page::Page {
                items: value::answer(answer.rows)?,
                next_cursor: page::next_cursor(answer.next_cursor),
            })
        }

        #about_stream
        pub fn stream(&self, query: #query) -> page::Rows<#row> {
            let #calls = self.clone();
            page::rows(move |cursor| {
                let (#calls, query) = (#calls.clone(), query.clone());
                async move { #calls.list(query, cursor.as_deref()).await }
            })
        }

        #about_get
        pub async fn get(&self, id: #id) -> Result<#row, Error> {
            let request = crate::wire::ById { id: id.to_string() };
            let answer: wire::RowResponse = self.service.read(#get, request).await?;
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
    let create = path(entity, &format!("Create{}", entity.rpc_one));
    let update = path(entity, &format!("Update{}", entity.rpc_one));
    quote! {
        #about_create
        pub async fn create(&self, input: #input) -> Result<#row, Error> {
            let request = wire::CreateRequest { input: Some(input.into_wire()) };
            let answer: wire::RowResponse = self.service.write(#create, request).await?;
            value::row(answer.row)
        }

        #about_update
        pub async fn update(&self, id: #id, version: i32, changes: #changes) -> Result<#row, Error> {
            let (changes, update_mask) = changes.into_wire();
            let request = wire::UpdateRequest { id: id.to_string(), version, changes: Some(changes), update_mask };
            let answer: wire::RowResponse = self.service.write(#update, request).await?;
            value::row(answer.row)
        }
    }
}

fn removing(entity: &Entity) -> TokenStream {
    let id = format_ident!("{}Id", type_ident(&entity.names.row));
    let until = if entity.soft_delete { ", until it is restored" } else { " for good" };
    let about = doc(&format!("Removes {} that was read in this version{until}.", entity.a_row));
    let delete = path(entity, &format!("Delete{}", entity.rpc_one));
    quote! {
        #about
        pub async fn delete(&self, id: #id, version: i32) -> Result<(), Error> {
            let request = crate::wire::ByVersion { id: id.to_string(), version };
            let crate::wire::Nothing {} = self.service.write(#delete, request).await?;
            Ok(())
        }
    }
}

fn restoring(entity: &Entity) -> TokenStream {
    let row = type_ident(&entity.names.row);
    let id = format_ident!("{row}Id");
    let about = doc(&format!("Brings a removed {} back.", entity.names.phrase));
    let restore = path(entity, &format!("Restore{}", entity.rpc_one));
    quote! {
        #about
        pub async fn restore(&self, id: #id, version: i32) -> Result<#row, Error> {
            let request = crate::wire::ByVersion { id: id.to_string(), version };
            let answer: wire::RowResponse = self.service.write(#restore, request).await?;
            value::row(answer.row)
        }
    }
}

fn options(entity: &Entity) -> TokenStream {
    let id = format_ident!("{}Id", type_ident(&entity.names.row));
    let about = doc(&format!("Ids and labels of {}, for a picker.", entity.names.phrases));
    let options = path(entity, &format!("List{}Options", entity.rpc_one));
    quote! {
        #about
        pub async fn options(&self, choices: page::Choices<#id>) -> Result<Vec<value::Reference<#id>>, Error> {
            let request = choices.into_wire();
            let answer: crate::wire::OptionsResponse = self.service.read(#options, request).await?;
            value::answer(answer.options)
        }
    }
}

fn history(entity: &Entity) -> TokenStream {
    let id = format_ident!("{}Id", type_ident(&entity.names.row));
    let about = doc("Who changed what, the latest first; no more than 200 changes.");
    let history = path(entity, &format!("List{}History", entity.rpc_one));
    quote! {
        #about
        pub async fn history(&self, id: #id) -> Result<Vec<history::Entry>, Error> {
            let request = crate::wire::ById { id: id.to_string() };
            let answer: history::wire::HistoryResponse = self.service.read(#history, request).await?;
            value::answer(answer.entries)
        }
    }
}

fn file(entity: &Entity) -> TokenStream {
    let row = type_ident(&entity.names.row);
    let (id, which) = (format_ident!("{row}Id"), format_ident!("{row}File"));
    let about = doc("Fetches a file with its content.");
    let file = path(entity, &format!("Get{}File", entity.rpc_one));
    quote! {
        #about
        pub async fn file(&self, id: #id, file: #which) -> Result<file::File, Error> {
            let request = file::wire::FileRequest { id: id.to_string(), field: file.as_ref().to_owned() };
            let answer: file::wire::FileResponse = self.service.read(#file, request).await?;
            value::row(answer.file)
        }
    }
}
