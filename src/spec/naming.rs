//! One name in every casing that code, database, protocol and people need.

use heck::{ToKebabCase, ToLowerCamelCase, ToShoutySnakeCase, ToSnakeCase, ToUpperCamelCase};
use pluralizer::pluralize;
use serde::Serialize;

/// `InvoiceLine` as everybody writes it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Names {
    /// One of them.
    pub one: Casings,
    /// Several of them.
    pub many: Casings,
}

/// One word or phrase in every casing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Casings {
    /// `InvoiceLine`
    pub pascal: String,
    /// `invoiceLine`: the first part of a longer identifier (`invoiceLineInput`).
    pub camel: String,
    /// `invoiceLine`, or another word where that alone is reserved in TypeScript or taken by what generated files import:
    /// an identifier that stands alone.
    pub variable: String,
    /// `invoice-line`
    pub kebab: String,
    /// `invoice_line`
    pub snake: String,
    /// `INVOICE_LINE`
    pub shouty: String,
    /// `Invoice line`: for people, at the start of a sentence.
    pub title: String,
    /// `invoice line`: for people, within a sentence.
    pub phrase: String,
}
