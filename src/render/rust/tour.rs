//! The example: signs in, then makes, reads, changes and removes a row.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use serde_json::Value;

use super::description::{Changed, EntityNames, Given, Kind, Person, Tour};
use super::names::{enum_type, enum_variants, ident, method_ident, type_ident};
use super::print::module;

/// `examples/tour/main.rs`.
pub fn tour(tour: &Tour) -> String {
    let library = ident(&tour.library);
    let row = type_ident(&tour.entity.row);
    let module_name = ident(&tour.entity.module);
    let method = method_ident(&tour.entity);
    let (input, changes, query) =
        (format_ident!("{row}Input"), format_ident!("{row}Changes"), format_ident!("{row}Query"));
    let phrases = &tour.entity.phrases;
    let Person { name: person, subject } = &tour.person;
    let greeting = format!("signed in as {person}");
    let client_id = &tour.client_id;
    let lookups = tour.given.iter().filter_map(|given| lookup(&library, given));
    let arguments: Vec<TokenStream> = tour.given.iter().map(|given| argument(&library, given)).collect();
    let made = if arguments.is_empty() { quote!(#input::default()) } else { quote!(#input::new(#(#arguments),*)) };
    let update = tour.change.as_ref().map(|change| changed(&library, &changes, change));
    let last = if tour.change.is_some() { quote!(changed) } else { quote!(read) };
    let found = format!("{phrases}: {{}} on the first page");
    let total = format!("{phrases}: {{count}} on all pages");
    let imports = if tour.change.is_some() { quote!({#changes, #input, #query}) } else { quote!({#input, #query}) };
    let mut uses = vec![
        quote!(use #library::entities::#module_name::#imports;),
        quote!(use #library::{Addresses, Client, Error, Options, Token};),
    ];
    // Imports stand in the order of the alphabet.
    let at = if tour.library.as_str() < "futures_util" { uses.len() } else { 0 };
    uses.insert(
        at,
        quote!(
            use futures_util::TryStreamExt;
        ),
    );
    let items = quote! {
        mod sign_in;

        use std::error::Error as StdError;

        #(#uses)*

        #[tokio::main(flavor = "current_thread")]
        async fn main() -> Result<(), Box<dyn StdError>> {
            let issuer = std::env::var("OIDC_ISSUER").unwrap_or_else(|_| "http://localhost:4010".to_owned());
            let token = sign_in::access_token(&issuer, #client_id, #subject)?;
            println!(#greeting);
            let client = Client::new(&Addresses::from_env(), Options::new(Token::fixed(token)))?;
            let calls = client.#method();

            let page = calls.list(#query::default(), None).await?;
            println!(#found, page.items.len());
            #(#lookups)*
            let input = #made;
            let made = calls.create(input).await?;
            println!("made {}, version {}", made.id, made.version);
            let read = calls.get(made.id).await?;
            assert_eq!(read, made);
            #update
            let count = calls.stream(#query::default()).try_fold(0, async |count, _| Ok(count + 1)).await?;
            println!(#total);
            calls.delete(#last.id, #last.version).await?;
            println!("removed it");
            match calls.get(made.id).await {
                Err(Error::NotFound(refusal)) => println!("and it is gone: {refusal}"),
                other => return Err(format!("it is still there: {other:?}").into()),
            }
            Ok(())
        }
    };
    module(&about(&tour.entity), items)
}

fn about(entity: &EntityNames) -> String {
    format!(
        "Signs in at the development identity, then lists, makes, reads, changes and removes {}.\n\n\
         `fountane demo up` or `pnpm dev` runs what it calls; the README says how it finds them.",
        entity.phrases
    )
}

/// The first row of another entity, which a new one has to point to.
fn lookup(library: &proc_macro2::Ident, given: &Given) -> Option<TokenStream> {
    let Given::FirstOf { variable, entity } = given else { return None };
    let variable = ident(variable);
    let method = method_ident(entity);
    let none = format!("there are no {}", entity.phrases);
    Some(quote! {
        let others = client.#method();
        let choices = others.options(#library::page::Choices::default()).await?;
        let #variable = choices.first().ok_or(#none)?.id;
    })
}

fn argument(library: &proc_macro2::Ident, given: &Given) -> TokenStream {
    match given {
        Given::FirstOf { variable, .. } => {
            let variable = ident(variable);
            quote!(#variable)
        }
        Given::Variant { of, at } => {
            let (name, variants) = (enum_type(&of.name), enum_variants(of).0);
            let variant = &variants[*at];
            quote!(#library::enums::#name::#variant)
        }
        Given::Value(kind, value) => literal(library, kind, value),
    }
}

fn literal(library: &proc_macro2::Ident, kind: &Kind, value: &Value) -> TokenStream {
    let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    match kind {
        Kind::Text | Kind::Row(_) | Kind::Enum(_) => quote!(#text),
        Kind::Int | Kind::Long | Kind::Float => number(kind, &text),
        Kind::Flag => {
            let flag = value.as_bool().unwrap_or_default();
            quote!(#flag)
        }
        Kind::Date | Kind::Time | Kind::Moment | Kind::Uuid => quote!(#text.parse()?),
        Kind::Json => {
            let json = value.to_string();
            quote!(serde_json::from_str(#json)?)
        }
        Kind::Bytes => quote!(vec![1, 2, 3]),
        Kind::File => {
            let name = value["name"].as_str().unwrap_or_default();
            let media_type = value["mediaType"].as_str().unwrap_or_default();
            quote!(#library::file::File { name: #name.to_owned(), media_type: #media_type.to_owned(), content: vec![1, 2, 3] })
        }
    }
}

/// A number as its type wants it: with a point where it is a float.
fn number(kind: &Kind, text: &str) -> TokenStream {
    let (minus, digits) = text.strip_prefix('-').map_or((None, text), |digits| (Some(quote!(-)), digits));
    let point = if *kind == Kind::Float && !digits.contains(['.', 'e']) { ".0" } else { "" };
    let literal: syn::Lit = syn::parse_str(&format!("{digits}{point}")).expect("JSON writes numbers as Rust does");
    quote!(#minus #literal)
}

fn changed(library: &proc_macro2::Ident, changes: &proc_macro2::Ident, change: &Changed) -> TokenStream {
    let (field, text) = (ident(&change.field), &change.text);
    let value = if change.nullable {
        quote!(#library::value::Change::Set(#text.to_owned()))
    } else {
        quote!(Some(#text.to_owned()))
    };
    let rest = (!change.is_alone).then(|| quote!(..#changes::default()));
    quote! {
        let changes = #changes { #field: #value, #rest };
        let changed = calls.update(read.id, read.version, changes.clone()).await?;
        println!("changed it: version {}", changed.version);
        match calls.update(read.id, read.version, changes).await {
            Err(Error::Conflict(refusal)) => println!("what was read before cannot be changed: {refusal}"),
            other => return Err(format!("an old version was changed: {other:?}").into()),
        }
    }
}

/// What the README calls the parts of the example.
pub fn words_of(tour: &Tour) -> Value {
    let row = type_ident(&tour.entity.row).to_string();
    serde_json::json!({
        "row": row,
        "module": ident(&tour.entity.module).to_string(),
        "method": method_ident(&tour.entity).to_string(),
        "phrase": tour.entity.phrase,
        "phrases": tour.entity.phrases,
    })
}
