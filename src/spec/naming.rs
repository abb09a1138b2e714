//! One name in every casing that code, database, protocol and people need.

use heck::{ToLowerCamelCase, ToSnakeCase};
use pluralizer::pluralize;
use serde::Serialize;
use sha2::{Digest, Sha256};

use super::taken::is_taken;

/// `InvoiceLine` as everybody writes it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Names {
    /// One of them.
    pub one: Casings,
    /// Several of them. Its identifiers always differ from those of one; its words for people may not (`Equipment`).
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

impl Names {
    /// Of a name in any casing (`InvoiceLine`, `invoice-line`), with the plural that English gives it.
    ///
    /// Acronyms become words, as style guides have it (`PDFDocument` is `PdfDocument` in code and `PDF document` for people).
    /// Where the plural is the same word (`Equipment`, `Series`), the identifiers of many end in `Items`.
    pub fn of(name: &str) -> Self {
        let words = words(name);
        let mut plural = words.clone();
        if let Some(last) = plural.last_mut() {
            *last = plural_of(last);
        }
        Self::of_words(&words, &plural)
    }

    /// Of a name whose plural is given, in any casing, because English would give another (`Staff`, `Staff`).
    pub fn with_plural(name: &str, plural: &str) -> Self {
        Self::of_words(&words(name), &words(plural))
    }

    fn of_words(one: &[String], many: &[String]) -> Self {
        let mut names = Self { one: Casings::of_words(one, one), many: Casings::of_words(many, many) };
        if names.one.snake == names.many.snake {
            let distinct: Vec<String> = many.iter().cloned().chain(["items".to_owned()]).collect();
            names.many = Casings::of_words(&distinct, many);
        }
        if is_taken(&names.one.variable) {
            names.one.variable = format!("{}Record", names.one.camel);
        }
        if is_taken(&names.many.variable) {
            names.many.variable = format!("{}Records", names.one.camel);
        }
        names
    }
}

impl Casings {
    fn of_words(words: &[String], spoken: &[String]) -> Self {
        let snake = words.join("_");
        let pascal: String = words.iter().map(|word| capitalized(word)).collect();
        let camel: String =
            words.iter().enumerate().map(|(at, word)| if at == 0 { word.clone() } else { capitalized(word) }).collect();
        let phrase = spoken_phrase(spoken);
        Self {
            pascal,
            variable: camel.clone(),
            camel,
            kebab: words.join("-"),
            shouty: snake.to_ascii_uppercase(),
            snake,
            title: capitalized(&phrase),
            phrase,
        }
    }
}

/// A label for people in sentence case: `bornOn` becomes `Born on`, `vatId` becomes `VAT ID`.
pub fn label(name: &str) -> String {
    capitalized(&spoken_phrase(&words(name)))
}

/// A name of the database for a field or a relation: `bornOn` becomes `born_on`.
pub fn column(name: &str) -> String {
    name.to_snake_case()
}

/// The constant of an enum's value: `no-show` becomes `NO_SHOW`. A value that begins with a digit gets an underscore
/// before it only where it would stand alone; behind the enum's own name it needs none.
pub fn constant(value: &str) -> String {
    words(value).join("_").to_ascii_uppercase()
}

/// The spelling of a field's name that every tool between database and browser turns back into itself.
///
/// A field travels as `born_on` and comes back as `bornOn`. protobufjs raises a letter behind an underscore, ts-proto
/// the first character of each part; both agree with this spelling because no part begins with a digit.
pub fn field_name(name: &str) -> String {
    name.to_lower_camel_case()
}

/// Whether a letter stands right behind a digit in the name of a type (`Type1st`, `H2O`): generators of protobuf code make it
/// begin a word and call the methods of such a type otherwise (`listType1Sts`).
pub fn is_split_by_digit(name: &str) -> bool {
    let snake = words(name).join("_");
    snake.as_bytes().windows(2).any(|pair| pair[0].is_ascii_digit() && pair[1].is_ascii_alphabetic())
}

/// A local variable for a field or relation: its own name, or another where TypeScript or generated files have taken
/// that (`class` becomes `classValue`). Properties keep their own name whatever it is.
pub fn variable(name: &str) -> String {
    if is_taken(name) { format!("{name}Value") } else { name.to_owned() }
}

/// The plural of a lower-case English word.
pub fn plural_of(word: &str) -> String {
    // `line2s` would come back from protobuf as `line2S`.
    if word.ends_with(|last: char| last.is_ascii_digit()) {
        return word.to_owned();
    }
    if let Ok(at) = PLURALS.binary_search_by_key(&word, |(one, _)| one) {
        return PLURALS[at].1.to_owned();
    }
    pluralize(word, 2, false)
}

/// The singular of a camelCase name whose last word is in the plural: `vaccines` becomes `vaccine`.
pub fn singular(name: &str) -> String {
    let mut words = words(name);
    if let Some(last) = words.last_mut() {
        *last = PLURALS
            .iter()
            .find(|(_, many)| many == last)
            .map_or_else(|| pluralize(last, 1, false), |(one, _)| (*one).to_owned());
    }
    Casings::of_words(&words, &words).camel
}

/// A name of the database (table, index, constraint) from its parts, joined by `_` and never longer than the 63 bytes
/// that PostgreSQL keeps: a longer one is cut, and ends in a part of its digest instead.
pub fn identifier<S: AsRef<str>>(parts: &[S]) -> String {
    let whole = parts.iter().map(AsRef::as_ref).collect::<Vec<_>>().join("_");
    if whole.len() <= IDENTIFIER_MAX {
        return whole;
    }
    let digest = Sha256::digest(whole.as_bytes());
    let tail = format!("{:08x}", u32::from_be_bytes([digest[0], digest[1], digest[2], digest[3]]));
    let mut keep = IDENTIFIER_MAX - tail.len() - 1;
    while !whole.is_char_boundary(keep) {
        keep -= 1;
    }
    format!("{}_{tail}", whole[..keep].trim_end_matches('_'))
}

/// The bytes that PostgreSQL keeps of a name.
pub const IDENTIFIER_MAX: usize = 63;

/// Where the rules of English in `pluralizer` give what nobody would call a table.
const PLURALS: &[(&str, &str)] = &[
    ("agenda", "agendas"),
    ("alumnus", "alumni"),
    ("automaton", "automatons"),
    ("buffalo", "buffaloes"),
    ("cow", "cows"),
    ("criterion", "criteria"),
    ("die", "dies"),
    ("dogma", "dogmas"),
    ("forum", "forums"),
    ("lemma", "lemmas"),
    ("loaf", "loaves"),
    ("organon", "organons"),
    ("organum", "organums"),
    ("schema", "schemas"),
    ("specimen", "specimens"),
    ("stigma", "stigmas"),
    ("stoma", "stomas"),
    ("virus", "viruses"),
];

/// Words that people write in capitals.
const ACRONYMS: &[&str] = &[
    "api", "atc", "bic", "csv", "ean", "gps", "gtin", "html", "http", "https", "iban", "id", "ip", "isbn", "json",
    "mfa", "pdf", "pin", "qr", "rss", "seo", "sku", "sla", "sms", "sql", "ssn", "svg", "ui", "uri", "url", "utc",
    "uuid", "vat", "vin", "xml", "yaml",
];

fn words(name: &str) -> Vec<String> {
    name.replace("OAuth", "Oauth")
        .to_snake_case()
        .split('_')
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

fn spoken_phrase(words: &[String]) -> String {
    let spoken: Vec<String> = words.iter().map(|word| spoken_word(word)).collect();
    spoken.join(" ")
}

fn spoken_word(word: &str) -> String {
    if ACRONYMS.contains(&word) {
        return word.to_ascii_uppercase();
    }
    match word.strip_suffix('s') {
        Some(one) if ACRONYMS.contains(&one) => format!("{}s", one.to_ascii_uppercase()),
        _ => word.to_owned(),
    }
}

fn capitalized(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(name: &str) -> String {
        let Names { one, many } = Names::of(name);
        format!(
            "{} {} {} {} | {} {} {} {} {}",
            one.pascal,
            one.variable,
            one.kebab,
            one.title,
            many.pascal,
            many.variable,
            many.snake,
            many.title,
            many.phrase
        )
    }

    #[test]
    fn every_casing_follows_from_one_name() {
        let names = [
            "Pet",
            "InvoiceLine",
            "invoice-line",
            "Person",
            "Child",
            "Category",
            "Address",
            "Status",
            "Analysis",
            "Box",
            "Day",
            "Leaf",
            "Staff",
            "Schema",
            "Virus",
            "Quiz",
            "Photo",
            "Bonus",
            "Human",
            "Movie",
        ];
        insta::assert_snapshot!(names.map(row).join("\n"), @r"
        Pet pet pet Pet | Pets pets pets Pets pets
        InvoiceLine invoiceLine invoice-line Invoice line | InvoiceLines invoiceLines invoice_lines Invoice lines invoice lines
        InvoiceLine invoiceLine invoice-line Invoice line | InvoiceLines invoiceLines invoice_lines Invoice lines invoice lines
        Person person person Person | People people people People people
        Child child child Child | Children children children Children children
        Category category category Category | Categories categories categories Categories categories
        Address address address Address | Addresses addresses addresses Addresses addresses
        Status statusRecord status Status | Statuses statuses statuses Statuses statuses
        Analysis analysis analysis Analysis | Analyses analyses analyses Analyses analyses
        Box box box Box | Boxes boxes boxes Boxes boxes
        Day day day Day | Days days days Days days
        Leaf leaf leaf Leaf | Leaves leaves leaves Leaves leaves
        Staff staff staff Staff | StaffItems staffItems staff_items Staff staff
        Schema schemaRecord schema Schema | Schemas schemaRecords schemas Schemas schemas
        Virus virus virus Virus | Viruses viruses viruses Viruses viruses
        Quiz quiz quiz Quiz | Quizzes quizzes quizzes Quizzes quizzes
        Photo photo photo Photo | Photos photos photos Photos photos
        Bonus bonus bonus Bonus | Bonuses bonuses bonuses Bonuses bonuses
        Human human human Human | Humans humans humans Humans humans
        Movie movie movie Movie | Movies movies movies Movies movies
        ");
    }

    #[test]
    fn acronyms_and_digits_become_words() {
        let names =
            ["PDFDocument", "IPAddress", "H2O", "Line2", "Address2Street", "OAuth2Client", "VATRate", "URL", "QrCode"];
        insta::assert_snapshot!(names.map(row).join("\n"), @r"
        PdfDocument pdfDocument pdf-document PDF document | PdfDocuments pdfDocuments pdf_documents PDF documents PDF documents
        IpAddress ipAddress ip-address IP address | IpAddresses ipAddresses ip_addresses IP addresses IP addresses
        H2o h2o h2o H2o | H2os h2os h2os H2os h2os
        Line2 line2 line2 Line2 | Line2Items line2Items line2_items Line2 line2
        Address2Street address2Street address2-street Address2 street | Address2Streets address2Streets address2_streets Address2 streets address2 streets
        Oauth2Client oauth2Client oauth2-client Oauth2 client | Oauth2Clients oauth2Clients oauth2_clients Oauth2 clients oauth2 clients
        VatRate vatRate vat-rate VAT rate | VatRates vatRates vat_rates VAT rates VAT rates
        Url urlRecord url URL | Urls urls urls URLs URLs
        QrCode qrCode qr-code QR code | QrCodes qrCodes qr_codes QR codes QR codes
        ");
    }

    #[test]
    fn words_without_a_plural_still_have_two_identifiers() {
        let names = ["Equipment", "Series", "News", "Sheep", "Information", "Settings", "Data", "Media"];
        insta::assert_snapshot!(names.map(row).join("\n"), @r"
        Equipment equipment equipment Equipment | EquipmentItems equipmentItems equipment_items Equipment equipment
        Series series series Series | SeriesItems seriesItems series_items Series series
        News news news News | NewsItems newsItems news_items News news
        Sheep sheep sheep Sheep | SheepItems sheepItems sheep_items Sheep sheep
        Information information information Information | InformationItems informationItems information_items Information information
        Settings settings settings Settings | SettingsItems settingsItems settings_items Settings settings
        Data dataRecord data Data | DataItems dataItems data_items Data data
        Media media media Media | MediaItems mediaItems media_items Media media
        ");
    }

    #[test]
    fn words_that_typescript_or_generated_files_use_get_a_variable_of_their_own() {
        let names = [
            "Event", "Case", "Class", "Package", "Import", "Enum", "Order", "User", "Item", "Page", "Location",
            "Module",
        ];
        insta::assert_snapshot!(names.map(row).join("\n"), @r"
        Event eventRecord event Event | Events eventRecords events Events events
        Case caseRecord case Case | Cases cases cases Cases cases
        Class classRecord class Class | Classes classes classes Classes classes
        Package packageRecord package Package | Packages packages packages Packages packages
        Import importRecord import Import | Imports imports imports Imports imports
        Enum enumRecord enum Enum | Enums enums enums Enums enums
        Order order order Order | Orders orders orders Orders orders
        User userRecord user User | Users users users Users users
        Item itemRecord item Item | Items itemRecords items Items items
        Page pageRecord page Page | Pages pages pages Pages pages
        Location locationRecord location Location | Locations locations locations Locations locations
        Module moduleRecord module Module | Modules modules modules Modules modules
        ");
    }

    #[test]
    fn a_field_may_be_called_like_a_reserved_word() {
        assert_eq!(["class", "name", "bornOn"].map(variable), ["classValue", "nameValue", "bornOn"]);
    }

    #[test]
    fn a_given_plural_wins() {
        let names = Names::with_plural("Staff", "StaffMembers");
        assert_eq!((names.many.camel.as_str(), names.many.title.as_str()), ("staffMembers", "Staff members"));
    }

    #[test]
    fn field_names_survive_both_ways_of_reading_snake_case() {
        for name in ["bornOn", "line1", "address2Street", "sha256", "sha256Hash", "x2Y", "aB", "vatId", "a"] {
            let snake = column(name);
            assert_eq!(field_name(name), name);
            assert_eq!(protobufjs(&snake), name, "{snake}");
            assert_eq!(ts_proto(&snake), name, "{snake}");
        }
        for (name, mend) in
            [("aBC", "aBc"), ("vatID", "vatId"), ("born_on", "bornOn"), ("Born", "born"), ("line_1", "line1")]
        {
            assert_eq!(field_name(name), mend);
        }
    }

    fn protobufjs(snake: &str) -> String {
        let mut out = String::new();
        let mut letters = snake.chars().peekable();
        while let Some(letter) = letters.next() {
            match letters.peek() {
                Some(next) if letter == '_' && next.is_ascii_lowercase() => {
                    out.push(next.to_ascii_uppercase());
                    letters.next();
                }
                _ => out.push(letter),
            }
        }
        out
    }

    fn ts_proto(snake: &str) -> String {
        snake
            .split('_')
            .enumerate()
            .map(|(at, part)| if at == 0 { part.to_owned() } else { capitalized(part) })
            .collect()
    }

    #[test]
    fn long_names_of_the_database_are_cut_to_what_it_keeps_and_stay_apart() {
        assert_eq!(identifier(&["pets", "owner_id", "fkey"]), "pets_owner_id_fkey");
        let long = "a_very_long_name_of_a_column_that_somebody_thought_of";
        let (one, other) =
            (identifier(&["invoice_lines", long, "fkey"]), identifier(&["invoice_lines", long, "check"]));
        assert_eq!((one.len(), other.len()), (63, 63));
        assert_ne!(one, other);
        assert!(one.starts_with("invoice_lines_a_very_long_name"));
    }

    #[test]
    fn constants_are_what_protobuf_wants() {
        assert_eq!(["no-show", "inProgress", "2xl", "A+"].map(constant), ["NO_SHOW", "IN_PROGRESS", "2XL", "A"]);
    }

    #[test]
    fn the_exceptions_of_english_are_sorted() {
        assert!(PLURALS.is_sorted());
    }
}
