//! From the text of `fountane.yaml` to a document and what it means, or to all that is wrong with it.

use serde::Deserialize;
use serde_json::Value;

use super::{
    Document, Model, Problems, direction,
    problem::{Path, Problem},
    resolve::attempt,
    shape,
};
use crate::yaml::{self, Node, Tree};

/// What came of reading a text.
#[derive(Debug)]
pub struct Checked {
    /// The document, where its shape allows for one.
    pub document: Option<Document>,
    /// What it means, where there is no error.
    pub model: Option<Model>,
    /// Errors, and warnings also where there is a model.
    pub problems: Problems,
}

/// Reads a text for good.
///
/// # Errors
/// All that is wrong with it, in the order of the places. Warnings alone are no error; see [`check`] for them.
pub fn load(source: &str, file: &str) -> Result<(Document, Model), Problems> {
    match check(source, file) {
        Checked { document: Some(document), model: Some(model), .. } => Ok((document, model)),
        Checked { problems, .. } => Err(problems),
    }
}

/// Reads a text as far as its shape is right, whatever it means.
///
/// # Errors
/// What is wrong with its shape, in the order of the places.
pub fn parse(source: &str, file: &str) -> Result<Document, Problems> {
    let read = read(source);
    match (read.document, read.problems.is_empty()) {
        (Some(document), true) => Ok(document),
        _ => Err(Problems::locate(file, source, &read.root, read.problems)),
    }
}

/// Reads a text and says all there is to say about it.
pub fn check(source: &str, file: &str) -> Checked {
    let Read { root, document, mut problems, broken } = read(source);
    let mut model = None;
    if let Some(document) = document.as_ref().filter(|_| !broken) {
        let (attempted, more) = attempt(document);
        problems.extend(more);
        problems.extend(direction::check(document));
        model = Some(attempted);
    }
    let problems = Problems::locate(file, source, &root, problems);
    Checked { document, model: model.filter(|_| !problems.has_errors()), problems }
}

struct Read {
    root: Node,
    document: Option<Document>,
    problems: Vec<Problem>,
    /// Whether its meaning would only repeat what is wrong with its shape.
    broken: bool,
}

fn read(source: &str) -> Read {
    let tree = match yaml::parse(source) {
        Ok(tree) => tree,
        Err(error) => return unreadable(&error),
    };
    let Tree { root, duplicates } = tree;
    let shape = shape::check(&root);
    let mut problems = shape.problems;
    problems.extend(duplicates.into_iter().map(|duplicate| {
        Problem {
            span: Some(duplicate.again),
            other: Some((duplicate.first, "it stands here first".to_owned())),
            ..Problem::of_key(Path::root(), format!("the key `{}` stands here twice", duplicate.key.escape_debug()))
                .mend("leave one of them out, or rename it")
        }
    }));
    let document = match Document::deserialize(&shape.value) {
        Ok(document) => Some(document),
        Err(_) if !problems.is_empty() => None,
        // The shape is checked against the schema of the very type: only what no schema tells can come here.
        Err(error) => {
            problems.push(Problem::new(Path::root(), error.to_string()));
            None
        }
    };
    Read { root, document, problems, broken: shape.broken }
}

fn unreadable(error: &yaml::YamlError) -> Read {
    let at = error.at();
    let mut problem = Problem::new(Path::root(), format!("this is not YAML as we read it: {error}"));
    problem.span = Some(at..at);
    problem.mend = Some(mend(error).to_owned());
    let root = yaml::empty();
    Read { root, document: None, problems: vec![problem], broken: true }
}

fn mend(error: &yaml::YamlError) -> &'static str {
    use yaml::YamlError::{ComplexKey, Merge, SeveralDocuments, Syntax, Tag, TooLarge, TooManyNodes};
    match error {
        Syntax { message, .. } if message.contains("tab") => "indent with spaces",
        Syntax { .. } => {
            "look for a missing quote, bracket or colon here or on the line before, and for tabs in the indentation"
        }
        TooLarge { .. } => "keep demo rows elsewhere and import them",
        TooManyNodes { .. } => "write out less, and repeat fewer aliases",
        Tag { .. } => "leave it out",
        ComplexKey { .. } => "write a word",
        SeveralDocuments { .. } => "keep one product in one file",
        Merge { .. } => "write `<<: *name`, where `&name` marks a map",
    }
}

impl TryFrom<Value> for Document {
    type Error = Vec<Problem>;

    /// Of JSON, such as an adviser's draft.
    ///
    /// # Errors
    /// What is wrong with its shape, by path.
    fn try_from(value: Value) -> Result<Self, Self::Error> {
        let read = read(&value.to_string());
        match read.document {
            Some(document) if read.problems.is_empty() => Ok(document),
            _ => Err(read.problems),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CLINIC: &str = include_str!("../../tests/fixtures/specs/clinic.yaml");
    const SHOP: &str = include_str!("../../tests/fixtures/specs/shop.yaml");
    const NOTE: &str = include_str!("../../tests/fixtures/specs/note.yaml");

    fn sound(source: &str) -> Model {
        let checked = check(source, "fountane.yaml");
        assert_eq!(checked.problems.render(false), "");
        checked.model.unwrap()
    }

    #[test]
    fn the_example_is_read_with_one_word_on_what_no_code_is_made_of() {
        let checked = check(CLINIC, "fountane.yaml");
        insta::assert_snapshot!(checked.problems.render(false), @"
        warning: `auth`, `queue`, `realtime`, `features`, `billing`, `workflows`, `integrations`, `compliance`, `pii`, `rules`, `apps.mobile`: kept in the spec, and no code is made of it yet
           --> fountane.yaml:107:1
            |
        107 | auth: { providers: [password, google], mfa: optional }
            | ^^^^
            |
            = help: write that part yourself, or leave it until templates know it
        ");
        let model = checked.model.unwrap();
        insta::assert_snapshot!(summary(&model), @r#"
        service clinic
        service billing
        Owner in clinic, table owners, shown by Field { name: "name" }
          sort name; sortable name email createdAt; filter name email phone; search name email phone
          name String { min: 1, max: 80, pattern: None }
          email Email
          phone String { min: 1, max: 255, pattern: Some("^\\+?[0-9 ]{6,20}$") }
          notes Text { min: 0, max: 100000 }
        Pet in clinic, table pets, shown by Field { name: "name" }
          sort name -createdAt; sortable name species bornOn weight createdAt; filter species owner; search name
          name String { min: 1, max: 255, pattern: None }
          species Enum { id: EnumId(0) } = "dog"
          bornOn Date
          weight Decimal { precision: 6, scale: 2, min: Some("0"), max: None }
          photo File { accept: ["image/png", "image/jpeg"], max: 2000000 }
          chip Uuid
          owner -> Owner.pets ManyToOne { column: "owner_id" } required Restrict
          vaccines -> Vaccine.pets ManyToMany { table: "pet_vaccines", from_column: "pet_id", to_column: "vaccine_id" } Restrict
          mother -> Pet.young ManyToOne { column: "mother_id" } Restrict
        Visit in clinic, table visits, shown by Id
          sort -startsAt; sortable startsAt length status createdAt; filter startsAt status pet; search report
          startsAt DateTime
          length Duration = "PT20M"
          status Enum { id: EnumId(1) } = "booked"
          report Text { min: 0, max: 100000 }
          pet -> Pet.visits ManyToOne { column: "pet_id" } required Cascade
        Vaccine in clinic, table vaccines, shown by Field { name: "name" }
          sort name; sortable name createdAt; filter name; search name
          name String { min: 1, max: 255, pattern: None }
        Invoice in billing, table invoices, shown by Field { name: "number" }
          sort number; sortable number total paidAt createdAt; filter number paidAt owner; search number
          number String { min: 1, max: 255, pattern: None }
          total Money { currency: "EUR", scale: 2, min: None, max: None }
          paidAt DateTime
          owner -> Owner.invoices ManyToOne { column: "owner_id" } required Restrict across
        InvoiceLine in billing, table invoice_lines, shown by Field { name: "text" }
          sort text; sortable text amount createdAt; filter text invoice; search text
          text String { min: 1, max: 255, pattern: None }
          amount Money { currency: "EUR", scale: 2, min: None, max: None }
          invoice -> Invoice.lines ManyToOne { column: "invoice_id" } required Cascade
        "#);
    }

    #[test]
    fn a_shop_has_every_type_and_every_kind_of_relation() {
        let model = sound(SHOP);
        insta::assert_snapshot!(summary(&model), @r##"
        service catalogue
        service sales
        Category in catalogue, table categories, shown by Field { name: "name" }
          sort position name; sortable name position createdAt; filter parent; search name
          name String { min: 1, max: 60, pattern: None }
          position Int { min: Some(0), max: Some(9999) } = 0
          parent -> Category.children ManyToOne { column: "parent_id" } SetNull
        Series in catalogue, table series_items, shown by Field { name: "title" }
          sort title; sortable title launchedOn createdAt; filter title launchedOn; search title
          title String { min: 1, max: 80, pattern: None }
          launchedOn Date
        Supplier in catalogue, table suppliers, shown by Field { name: "name" }
          sort name; sortable name email leadTime opensAt rating createdAt; filter name email vatId; search name email vatId
          name String { min: 1, max: 255, pattern: None }
          email Email
          website Url
          leadTime Duration = "P5D"
          opensAt Time = "08:00:00"
          rating Float { min: Some("0"), max: Some("5") }
          vatId String { min: 1, max: 255, pattern: Some("^[A-Z]{2}[0-9A-Z]{2,12}$") }
        Product in catalogue, table products, shown by Field { name: "name" }
          sort name -createdAt; sortable name sku price condition weight stock views available createdAt; filter condition available category supplier; search name sku
          name String { min: 1, max: 120, pattern: None }
          sku String { min: 1, max: 255, pattern: Some("^[A-Z]{3}-[0-9]{4}$") }
          description Text { min: 0, max: 100000 }
          price Money { currency: "EUR", scale: 2, min: Some("0"), max: None }
          condition Enum { id: EnumId(1) } = "new"
          weight Decimal { precision: 8, scale: 3, min: Some("0"), max: None }
          stock Int { min: Some(0), max: None } = 0
          views Long { min: Some(0), max: None } = 0
          available Boolean = true
          attributes Json
          photo File { accept: ["image/png", "image/jpeg"], max: 2000000 }
          thumbnail Bytes { max: 64000 }
          barcode Uuid
          category -> Category.products ManyToOne { column: "category_id" } required Restrict
          supplier -> Supplier.products ManyToOne { column: "supplier_id" } required Restrict
          series -> Series.products ManyToOne { column: "series_id" } SetNull
          tags -> Tag.products ManyToMany { table: "product_tags", from_column: "product_id", to_column: "tag_id" } Restrict
          accessories -> Product.accessoryOf ManyToMany { table: "product_accessories", from_column: "product_id", to_column: "accessory_id" } Restrict
        Tag in catalogue, table tags, shown by Field { name: "label" }
          sort label; sortable label createdAt; filter label colour; search label colour
          label String { min: 1, max: 40, pattern: None }
          colour String { min: 1, max: 255, pattern: Some("^#[0-9a-f]{6}$") } = "#64748b"
        Event in catalogue, table events, shown by Field { name: "title" }
          sort title; sortable title startsAt endsAt discount createdAt; filter title startsAt endsAt status; search title status
          title String { min: 1, max: 255, pattern: None }
          startsAt DateTime
          endsAt DateTime
          discount Decimal { precision: 5, scale: 2, min: Some("0"), max: Some("100") }
          status String { min: 1, max: 20, pattern: None } = "planned"
          products -> Product.events ManyToMany { table: "event_products", from_column: "event_id", to_column: "product_id" } Cascade
        User in sales, table users, shown by Field { name: "name" }
          sort name; sortable name email staff createdAt; filter name email staff; search name email
          name String { min: 1, max: 255, pattern: None }
          email Email
          staff Boolean = false
        Profile in sales, table profiles, shown by Id
          sort -createdAt; sortable bornOn newsletter createdAt; filter bornOn phone newsletter user; search phone
          bornOn Date
          phone String { min: 1, max: 255, pattern: Some("^\\+?[0-9 ]{6,20}$") }
          newsletter Boolean = false
          about Text { min: 0, max: 2000 }
          user -> User.profile OneToOne { column: "user_id" } required Cascade
        Order in sales, table orders, shown by Field { name: "number" }
          sort number; sortable number status channel placedAt deliverOn shipping createdAt; filter number status channel placedAt deliverOn customer soldBy; search number
          number String { min: 1, max: 255, pattern: Some("^[0-9]{4}-[0-9]{6}$") }
          status Enum { id: EnumId(0) } = "draft"
          channel Enum { id: EnumId(2) } = "web"
          placedAt DateTime
          deliverOn Date
          shipping Money { currency: "EUR", scale: 2, min: Some("0"), max: None } = "4.90"
          note Text { min: 0, max: 100000 }
          customer -> User.orders ManyToOne { column: "customer_id" } required Restrict
          soldBy -> User.sales ManyToOne { column: "sold_by_id" } SetNull
        OrderLine in sales, table order_lines, shown by Field { name: "text" }
          sort text; sortable text quantity price createdAt; filter text product order; search text
          text String { min: 1, max: 255, pattern: None }
          quantity Int { min: Some(1), max: Some(1000) } = 1
          price Money { currency: "EUR", scale: 2, min: None, max: None }
          product -> Product.orderLines ManyToOne { column: "product_id" } required Restrict across
          order -> Order.lines ManyToOne { column: "order_id" } required Cascade
        "##);
    }

    #[test]
    fn what_is_left_out_has_a_default() {
        let model = sound(NOTE);
        insta::assert_snapshot!(serde_json::to_string_pretty(&model).unwrap());
    }

    #[test]
    fn a_document_in_json_is_read_like_one_in_yaml() {
        let root = yaml::parse(CLINIC).unwrap().root;
        assert_eq!(Document::try_from(root.value()).unwrap(), parse(CLINIC, "fountane.yaml").unwrap());
        let problems =
            Document::try_from(serde_json::json!({ "fountane": 1, "project": { "name": "a" }, "entitys": {} }))
                .unwrap_err();
        assert_eq!(problems.len(), 1);
    }

    #[test]
    fn broken_specs_are_told_in_plain_words_at_their_place() {
        let folder = "tests/fixtures/broken-specs";
        let mut names: Vec<String> = fs_err::read_dir(folder)
            .unwrap()
            .filter_map(|entry| entry.unwrap().file_name().to_str()?.strip_suffix(".yaml").map(str::to_owned))
            .collect();
        names.sort();
        assert!(names.len() >= 40);
        for name in names {
            let source = fs_err::read_to_string(format!("{folder}/{name}.yaml")).unwrap();
            let checked = check(&source, &format!("{name}.yaml"));
            assert!(checked.model.is_none(), "{name} is not broken");
            assert_eq!(load(&source, "fountane.yaml").is_err(), checked.problems.has_errors());
            let settings = || {
                let mut settings = insta::Settings::clone_current();
                settings.set_snapshot_path("../../tests/fixtures/broken-specs");
                settings.set_prepend_module_to_snapshot(false);
                settings.set_omit_expression(true);
                settings
            };
            settings().bind(|| insta::assert_snapshot!(name.clone(), checked.problems.render(false)));
        }
    }

    #[test]
    fn a_way_to_keep_tenants_apart_that_templates_do_not_know_is_told_and_no_error() {
        let text = "fountane: 1\nproject: { name: demo }\ntenancy: hybrid\nentities: { Note: { fields: { title: string! } } }\n";
        let checked = check(text, "fountane.yaml");
        assert!(checked.model.is_some());
        insta::assert_snapshot!(checked.problems.render(false), @r"
        warning: `hybrid` is kept in the spec, and row level security is what is generated for it
         --> fountane.yaml:3:10
          |
        3 | tenancy: hybrid
          |          ^^^^^^
          |
          = help: write `tenancy: rls` to say so, or leave it until templates know another way
        ");
    }

    #[test]
    fn problems_are_data_as_well() {
        let problems = load("fountane: 1\nproject: { nam: demo }\nentities: {}\n", "fountane.yaml").unwrap_err();
        insta::assert_json_snapshot!(problems, @r#"
        {
          "file": "fountane.yaml",
          "problems": [
            {
              "line": 2,
              "column": 12,
              "path": [
                "project",
                "nam"
              ],
              "part": "key",
              "message": "there is no key `nam` in `project`",
              "mend": "did you mean `name`?",
              "severity": "error"
            },
            {
              "line": 3,
              "column": 1,
              "path": [
                "entities"
              ],
              "part": "key",
              "message": "there is no entity",
              "mend": "add one: `Note: { fields: { title: string! } }`",
              "severity": "error"
            }
          ]
        }
        "#);
        assert!(problems.render(true).contains("\u{1b}["));
    }

    fn summary(model: &Model) -> String {
        let mut out = Vec::new();
        for service in &model.services {
            out.push(format!("service {}", service.names.one.kebab));
        }
        for entity in &model.entities {
            let list = &entity.list;
            let sort: Vec<String> =
                list.sort.iter().map(|key| format!("{}{}", if key.descending { "-" } else { "" }, key.field)).collect();
            out.push(format!(
                "{} in {}, table {}, shown by {:?}\n  sort {}; sortable {}; filter {}; search {}",
                entity.names.one.pascal,
                model.service(entity.service).names.one.kebab,
                entity.table,
                entity.display,
                sort.join(" "),
                list.sortable.join(" "),
                list.filter.join(" "),
                list.search.join(" ")
            ));
            for field in &entity.fields {
                out.push(format!(
                    "  {} {:?}{}",
                    field.name,
                    field.kind,
                    field.default.as_ref().map_or(String::new(), |value| format!(" = {value}"))
                ));
            }
            for relation in &entity.relations {
                out.push(format!(
                    "  {} -> {}.{} {:?}{} {:?}{}",
                    relation.name,
                    model.entity(relation.target).names.one.pascal,
                    relation.inverse,
                    relation.kind,
                    if relation.required { " required" } else { "" },
                    relation.on_delete,
                    if relation.across_services { " across" } else { "" },
                ));
            }
        }
        out.join("\n")
    }
}
