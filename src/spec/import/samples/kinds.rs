//! What a column is, by all its values and its name.

use heck::ToSnakeCase;

use super::{sheet::Column, types::Fits};
use crate::spec::import::{
    prose::is_prose,
    relational::{convert::words, schema::Kind},
};

/// Characters of the longest text of one line.
const ONE_LINE: usize = 200;

/// Lengths that people choose.
const LENGTHS: [usize; 9] = [10, 20, 40, 60, 80, 120, 160, 200, 255];

/// Last words of names of which every value may be another, however often they repeat in a sample.
const NAMES: [&str; 28] = [
    "name",
    "title",
    "city",
    "street",
    "address",
    "email",
    "phone",
    "url",
    "id",
    "code",
    "number",
    "description",
    "note",
    "notes",
    "firstname",
    "lastname",
    "comment",
    "text",
    "zip",
    "postcode",
    "country",
    "currency",
    "locale",
    "language",
    "town",
    "ort",
    "region",
    "company",
];

/// Last words of names whose values are written with digits and are no numbers.
const DIGITS: [&str; 11] =
    ["zip", "postcode", "plz", "phone", "mobile", "fax", "iban", "account", "zipcode", "telephone", "barcode"];

/// Last words of names of which no two rows have the same.
const UNIQUE: [&str; 20] = [
    "id",
    "code",
    "sku",
    "number",
    "no",
    "email",
    "slug",
    "isbn",
    "barcode",
    "username",
    "login",
    "iban",
    "vin",
    "serial",
    "key",
    "token",
    "uuid",
    "guid",
    "reference",
    "plate",
];

const LISTS: &str = "it holds lists or objects";
const MIXED: &str = "its values are of several kinds";

/// What was taken for granted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Guess {
    /// It follows from how the values are written.
    None,
    Form,
    Words,
    Length,
    Size,
    Digits,
    Empty,
    Foreign,
    Code,
}

fn last_word(name: &str) -> String {
    let snake = words::ascii(name).to_snake_case();
    snake.rsplit('_').next().unwrap_or_default().to_owned()
}

/// Whether two rows with the same value would be a mistake, by the name.
pub(super) fn is_unique_by_name(name: &str) -> bool {
    let snake = words::ascii(name).to_snake_case();
    UNIQUE.contains(&last_word(name).as_str())
        && !["_id", "_uuid", "_guid"].iter().any(|ending| snake.ends_with(ending))
}

/// The kind of a column, and what was guessed for it.
pub(super) fn kind(name: &str, column: &Column) -> (Kind, Guess) {
    let fits = column.fits;
    if column.is_json {
        let why = if column.filled > 0 && column.longest > 0 { MIXED } else { LISTS };
        return (Kind::Foreign { kept_as: "json", why }, Guess::None);
    }
    if column.filled == 0 {
        return (text(name, column), Guess::Empty);
    }
    let is_number = fits.has(Fits::FLOAT);
    if is_number && DIGITS.contains(&last_word(name).as_str()) {
        return (text(name, column), Guess::Code);
    }
    let formed = [
        (Fits::UUID, Kind::Uuid),
        (Fits::MOMENT, Kind::Moment),
        (Fits::DATE, Kind::Date),
        (Fits::TIME, Kind::Time),
        (Fits::EMAIL, Kind::Email),
        (Fits::URL, Kind::Url),
    ];
    if fits.has(Fits::BOOLEAN) {
        return (Kind::Boolean, Guess::None);
    }
    if let Some((form, kind)) = formed.into_iter().find(|(form, _)| fits.has(*form)) {
        let is_foreign = form == Fits::DATE && column.has_foreign_dates;
        return (kind, if is_foreign { Guess::Foreign } else { Guess::Form });
    }
    if fits.has(Fits::INT) {
        return (Kind::Int { is_long: false, is_unsigned: false }, Guess::Size);
    }
    if fits.has(Fits::LONG) {
        return (Kind::Int { is_long: true, is_unsigned: false }, Guess::Size);
    }
    if fits.has(Fits::DECIMAL) {
        let behind = column.digits.behind.max(2);
        let all = (column.digits.before + 2).max(8) + behind;
        return (Kind::Decimal(u64::try_from(all).ok().zip(i64::try_from(behind).ok())), Guess::Digits);
    }
    if is_number {
        return (Kind::Float, Guess::None);
    }
    if let Some(words) = column.few_words().filter(|_| is_choice(name, column)) {
        return (Kind::Choice(words.iter().cloned().collect()), Guess::Words);
    }
    (text(name, column), Guess::Length)
}

/// Whether a few words that repeat are all that there can be.
fn is_choice(name: &str, column: &Column) -> bool {
    // Names of things have several words.
    let phrases = column.words.iter().filter(|word| word.contains(' ')).count();
    !NAMES.contains(&last_word(name).as_str())
        && !is_prose(name)
        && column.longest <= 30
        && !column.has_lines
        && phrases * 2 <= column.words.len()
}

fn text(name: &str, column: &Column) -> Kind {
    if column.has_lines || column.longest > ONE_LINE || (is_prose(name) && column.longest > LENGTHS[4]) {
        return Kind::Prose;
    }
    if column.filled == 0 {
        return Kind::Line(Some(255));
    }
    let room = column.longest + column.longest / 2;
    let length = LENGTHS.into_iter().find(|length| *length >= room).unwrap_or(255);
    Kind::Line(u64::try_from(length).ok())
}
