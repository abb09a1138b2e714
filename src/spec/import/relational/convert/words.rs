//! Names of a source as those of a spec.

use heck::{ToLowerCamelCase, ToSnakeCase};
use unicode_normalization::UnicodeNormalization;

use crate::spec::direction;
use crate::spec::{import::member_names, naming};

/// Letters that do not fall apart into one of ASCII and its mark.
const LETTERS: [(char, &str); 10] = [
    ('ß', "ss"),
    ('æ', "ae"),
    ('Æ', "Ae"),
    ('œ', "oe"),
    ('Œ', "Oe"),
    ('ø', "o"),
    ('Ø', "O"),
    ('ł', "l"),
    ('đ', "d"),
    ('ı', "i"),
];

/// A name without marks on letters, other letters and signs become underscores.
pub(in crate::spec::import) fn ascii(written: &str) -> String {
    let mut out = String::with_capacity(written.len());
    for letter in written.nfkd().filter(|letter| !('\u{300}'..='\u{36f}').contains(letter)).take(200) {
        match LETTERS.iter().find(|(known, _)| *known == letter) {
            Some((_, plain)) => out.push_str(plain),
            None if letter.is_ascii_alphanumeric() => out.push(letter),
            None => out.push('_'),
        }
    }
    out
}

/// Beginnings that say nothing but that a table is a table.
const TABLE_PREFIXES: [&str; 3] = ["tbl_", "tbl", "t_"];

/// Words that look like a plural, or whose singular nobody says.
const AS_THEY_ARE: [&str; 8] = ["data", "media", "staff", "news", "series", "species", "metadata", "sms"];

/// A table's name as that of one of its rows: `tbl_order_items` becomes `order_item`.
pub(in crate::spec::import) fn entity(table: &str) -> String {
    let plain = ascii(table);
    let stripped = TABLE_PREFIXES.iter().find_map(|prefix| {
        let rest = plain.strip_prefix(prefix)?;
        let is_word = prefix.ends_with('_') || rest.starts_with(|first: char| first.is_ascii_uppercase());
        (is_word && rest.len() > 2).then_some(rest)
    });
    let snake = stripped.unwrap_or(&plain).to_snake_case();
    let last = snake.rsplit('_').next().unwrap_or(&snake);
    if AS_THEY_ARE.contains(&last) || snake.is_empty() {
        return snake;
    }
    naming::singular(&snake.to_lower_camel_case())
}

/// A column's name as that of a field.
pub(super) fn member(column: &str) -> String {
    member_names::member(&ascii(column))
}

/// A name as the database keeps it.
pub(super) fn database(written: &str) -> String {
    if crate::spec::import::database_name::is_database_name(written) {
        return written.to_owned();
    }
    naming::identifier(&[ascii(written).to_snake_case()])
}

/// Words at the end of a foreign key's column that say only that it is one.
const KEY_SUFFIXES: [&str; 12] = ["id", "ids", "fk", "uuid", "guid", "key", "code", "ref", "no", "num", "pk", "oid"];

/// What a foreign key's column points to: `customer_id`, `CustomerID`, `fk_customer` are `customer`.
pub(in crate::spec::import) fn stem(column: &str) -> String {
    let snake = ascii(column).to_snake_case();
    let mut words: Vec<&str> = snake.split('_').filter(|word| !word.is_empty()).collect();
    while words.len() > 1 && matches!(words[0], "fk" | "id" | "fkid") {
        words.remove(0);
    }
    while words.len() > 1 && words.last().is_some_and(|last| KEY_SUFFIXES.contains(last)) {
        words.pop();
    }
    match words.as_slice() {
        [] | ["id" | "fk" | "uuid" | "guid"] => String::new(),
        [only] if only.len() > 4 && only.ends_with("id") && only == &snake => only[..only.len() - 2].to_owned(),
        words => words.join("_"),
    }
}

/// Last words of names whose text is one line.
const ONE_LINE: [&str; 60] = [
    "name",
    "title",
    "code",
    "slug",
    "email",
    "mail",
    "phone",
    "mobile",
    "fax",
    "number",
    "no",
    "label",
    "city",
    "country",
    "state",
    "province",
    "region",
    "zip",
    "postcode",
    "postal",
    "street",
    "address",
    "username",
    "login",
    "subject",
    "key",
    "sku",
    "url",
    "uri",
    "link",
    "website",
    "type",
    "kind",
    "status",
    "color",
    "colour",
    "currency",
    "locale",
    "language",
    "lang",
    "timezone",
    "tz",
    "token",
    "hash",
    "password",
    "digest",
    "isbn",
    "barcode",
    "brand",
    "model",
    "serial",
    "version",
    "path",
    "filename",
    "mime",
    "gender",
    "role",
    "unit",
    "abbreviation",
    "symbol",
];

/// Whether a text of that name is one line.
pub(super) fn is_one_line(column: &str) -> bool {
    let snake = ascii(column).to_snake_case();
    snake.rsplit('_').next().is_some_and(|last| ONE_LINE.contains(&last))
}

/// A comment as a description: without what no text may hold.
pub(in crate::spec::import) fn description(comment: &str) -> Option<String> {
    let kept: String = comment
        .chars()
        .filter(|letter| (!letter.is_control() || *letter == '\n') && !direction::turns(*letter))
        .take(2_000)
        .collect();
    let lines: Vec<&str> = kept.lines().map(str::trim_end).collect();
    let text = lines.join("\n").trim().to_owned();
    (!text.is_empty()).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::{ascii, entity, is_one_line, stem};

    #[test]
    fn tables_are_called_after_one_row() {
        let names = [
            "tbl_order_items",
            "tblCustomers",
            "OrderDetails",
            "CATEGORIES",
            "film_actor",
            "address",
            "Straßen",
            "sales data",
        ];
        assert_eq!(
            names.map(entity),
            ["orderItem", "customer", "orderDetail", "category", "filmActor", "address", "strassen", "sales_data"]
        );
    }

    #[test]
    fn keys_are_called_after_what_they_point_to() {
        let names = [
            "customer_id",
            "CustomerID",
            "fk_customer",
            "id_customer",
            "parent",
            "country_code",
            "id",
            "customerid",
            "ReportsTo",
        ];
        assert_eq!(
            names.map(stem),
            ["customer", "customer", "customer", "customer", "parent", "country", "", "customer", "reports_to"]
        );
    }

    #[test]
    fn marks_on_letters_vanish() {
        assert_eq!(["größe", "naïve", "名前", "a-b c"].map(ascii), ["grosse", "naive", "__", "a_b_c"]);
    }

    #[test]
    fn some_names_are_those_of_one_line() {
        assert!(is_one_line("first_name") && is_one_line("EmailAddress") && !is_one_line("description"));
    }
}
