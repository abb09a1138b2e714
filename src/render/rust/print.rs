//! Syntax as text, as `rustfmt` leaves it with the crate's own `rustfmt.toml`.

use proc_macro2::{Spacing, TokenStream, TokenTree};
use quote::quote;
use syn::{File, Item};

/// A module: what it says of itself, then its items with a blank line between them.
pub(super) fn module(doc: &str, items: TokenStream) -> String {
    let file: File = syn::parse2(items).expect("what this room quotes is Rust");
    let mut text = doc.lines().map(|line| format!("//! {line}").trim_end().to_owned() + "\n").collect::<String>();
    let mut before: Option<&Item> = None;
    for item in &file.items {
        let goes_on = before.is_some_and(|before| are_of_one_block(before, item));
        if !goes_on && !text.is_empty() {
            text.push('\n');
        }
        let alone = File { shebang: None, frontmatter: None, attrs: Vec::new(), items: vec![item.clone()] };
        text.push_str(&as_rustfmt_does(&prettyplease::unparse(&alone)));
        before = Some(item);
    }
    text
}

/// Imports of one origin, modules and constants stand together.
fn are_of_one_block(before: &Item, item: &Item) -> bool {
    match (before, item) {
        (Item::Use(before), Item::Use(item)) => origin(before) == origin(item),
        (Item::Mod(_), Item::Mod(_)) | (Item::Const(_), Item::Const(_)) => true,
        _ => false,
    }
}

/// Where an import is from, in the order in which they stand.
#[derive(PartialEq)]
enum Origin {
    Std,
    Others,
    Own,
}

fn origin(item: &syn::ItemUse) -> Origin {
    let syn::UseTree::Path(path) = &item.tree else { return Origin::Others };
    if path.ident == "std" {
        Origin::Std
    } else if path.ident == "crate" || path.ident == "super" {
        Origin::Own
    } else {
        Origin::Others
    }
}

/// As wide as the crate's `rustfmt.toml` lets a line be, and prettyplease makes one.
const WIDTH: usize = 89;

/// What prettyplease does unlike `rustfmt`: a constant that is too long goes to a line of its own, and the functions of an
/// `impl` have a blank line between them.
fn as_rustfmt_does(text: &str) -> String {
    let mut spaced = String::with_capacity(text.len() + 64);
    let mut ended = false;
    for line in text.lines() {
        let begins =
            ["    ///", "    #[", "    pub ", "    fn ", "    async fn "].iter().any(|start| line.starts_with(start));
        if ended && begins {
            spaced.push('\n');
        }
        match line.split_once(" = ") {
            Some((name, value)) if line.starts_with("const ") && line.len() > WIDTH => {
                spaced.push_str(&format!("{name} =\n    {value}"));
            }
            _ => spaced.push_str(line),
        }
        spaced.push('\n');
        ended = line == "    }";
    }
    spaced
}

/// A doc comment of one paragraph; nothing where there is nothing to say.
pub(super) fn doc(text: &str) -> TokenStream {
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if words.is_empty() {
        return TokenStream::new();
    }
    let line = format!(" {words}");
    quote!(#[doc = #line])
}

/// Whether paths of the tokens begin with a module: `value::Change`.
pub(super) fn uses_module(tokens: &TokenStream, module: &str) -> bool {
    let mut trees = tokens.clone().into_iter().peekable();
    // In `super::value::Id` it is another module of that name.
    let (mut goes_on, mut half) = (false, false);
    while let Some(tree) = trees.next() {
        let found = match &tree {
            TokenTree::Group(group) => uses_module(&group.stream(), module),
            TokenTree::Ident(ident) if ident == module && !goes_on => {
                matches!(trees.peek(), Some(TokenTree::Punct(punct)) if punct.as_char() == ':' && punct.spacing() == Spacing::Joint)
            }
            _ => false,
        };
        if found {
            return true;
        }
        let colon = match &tree {
            TokenTree::Punct(punct) if punct.as_char() == ':' => Some(punct.spacing()),
            _ => None,
        };
        goes_on = half && colon.is_some();
        half = colon == Some(Spacing::Joint);
    }
    false
}

/// Whether a method is called by this name.
pub(super) fn calls_method(tokens: &TokenStream, method: &str) -> bool {
    let mut dot = false;
    for tree in tokens.clone() {
        match &tree {
            TokenTree::Group(group) if calls_method(&group.stream(), method) => return true,
            TokenTree::Ident(ident) if dot && ident == method => return true,
            _ => {}
        }
        dot = matches!(&tree, TokenTree::Punct(punct) if punct.as_char() == '.');
    }
    false
}
