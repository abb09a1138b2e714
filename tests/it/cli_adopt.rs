//! `fountane adopt`: a repository that fountane did not make gets a spec and a lock, and nothing else changes.

use crate::test_env::TestEnv;

const SCHEMA: &str = "\
model Customer {
  id    String @id @default(uuid())
  name  String
  orders Order[]
}

model Order {
  id         String   @id @default(uuid())
  note       String?
  customer   Customer @relation(fields: [customerId], references: [id])
  customerId String
}
";

/// A repository of packages with a schema of Prisma and a readme of its own.
fn repository() -> TestEnv {
    let env = TestEnv::new();
    env.write("old/package.json", "{ \"name\": \"@acme/Old Shop\", \"private\": true }\n");
    env.write("old/pnpm-workspace.yaml", "packages: [apps/*]\n");
    env.write("old/apps/api/prisma/schema.prisma", SCHEMA);
    env.write("old/README.md", "# Ours\n");
    env.write("old/.gitignore", "ignored\n");
    env.write("old/ignored/schema.prisma", "model Other {\n  id String @id\n}\n");
    env
}

fn adopt(env: &TestEnv, args: &[&str]) -> crate::test_env::Ran {
    env.run(&[&["adopt", "--dir", "old"], args].concat())
}

#[test]
fn a_repository_gets_a_spec_and_a_lock_and_keeps_every_other_file() {
    let env = repository();
    let before = env.tree();
    let ran = adopt(&env, &[]).succeeds();
    assert!(ran.err.contains("2 entities") && ran.err.contains("schema.prisma"), "{}", ran.err);
    let after = env.tree();
    assert!(before.iter().all(|(path, text)| after.get(path) == Some(text)));
    let new: Vec<&String> = after.keys().filter(|path| !before.contains_key(*path)).collect();
    assert_eq!(new, ["old/fountane.lock", "old/fountane.yaml"]);
    let spec = env.read("old/fountane.yaml");
    assert!(spec.contains("name: old-shop") && spec.contains("Customer:") && !spec.contains("Other:"), "{spec}");
}

#[test]
fn what_differs_stays_the_persons_when_the_rest_is_generated() {
    let env = repository();
    adopt(&env, &[]).succeeds();
    // Rendered by the small blueprint of these tests, which has a readme, too.
    let spec = env.read("old/fountane.yaml");
    let ran = env.run(&["generate", "--dir", "old"]);
    assert_eq!(ran.code, Some(0), "{}{}\n{spec}", ran.out, ran.err);
    assert_eq!(env.read("old/README.md"), "# Ours\n");
    env.run(&["generate", "--dir", "old", "--check"]).succeeds();
}

#[test]
fn a_dry_run_prints_the_spec_and_writes_nothing() {
    let env = repository();
    let before = env.tree();
    let ran = adopt(&env, &["--dry-run"]).succeeds();
    assert!(ran.out.contains("Customer:"), "{}", ran.out);
    assert_eq!(env.tree(), before);
}

#[test]
fn what_is_no_repository_of_packages_or_adopted_already_is_refused() {
    let env = TestEnv::new();
    env.write("old/index.js", "");
    adopt(&env, &[]).ends_with(1);
    env.write("old/package.json", "{}");
    let ran = adopt(&env, &[]).ends_with(1);
    assert!(ran.err.contains("one package"), "{}", ran.err);
    let env = repository();
    adopt(&env, &[]).succeeds();
    let ran = adopt(&env, &[]).ends_with(1);
    assert!(ran.err.contains("already"), "{}", ran.err);
}

#[test]
fn without_a_model_it_says_what_it_takes() {
    let env = repository();
    fs_err::remove_dir_all(env.work().join("old/apps")).unwrap();
    let ran = adopt(&env, &[]).ends_with(1);
    assert!(ran.err.contains("no model was found") && ran.err.contains("Prisma"), "{}", ran.err);
}

#[test]
fn what_drizzles_migrations_amount_to_is_the_model_of_a_repository_of_nx() {
    let env = TestEnv::new();
    env.write(
        "old/package.json",
        "{ \"name\": \"@acme/source\", \"private\": true, \"workspaces\": [\"apps/*\", \"libs/*\"] }\n",
    );
    env.write("old/nx.json", "{ \"$schema\": \"./node_modules/nx/schemas/nx-schema.json\" }\n");
    env.write("old/apps/api/project.json", "{ \"name\": \"api\", \"sourceRoot\": \"apps/api/src\" }\n");
    env.write("old/libs/db/drizzle/0000_calm_hulk.sql", "CREATE TABLE \"customers\" (\n\t\"id\" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,\n\t\"name\" varchar(120) NOT NULL,\n\t\"nickname\" text\n);\n--> statement-breakpoint\nCREATE TABLE \"orders\" (\n\t\"id\" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,\n\t\"customer_id\" uuid NOT NULL,\n\t\"placed_at\" timestamp DEFAULT now() NOT NULL\n);\n--> statement-breakpoint\nALTER TABLE \"orders\" ADD CONSTRAINT \"orders_customer_id_customers_id_fk\" FOREIGN KEY (\"customer_id\") REFERENCES \"public\".\"customers\"(\"id\") ON DELETE cascade ON UPDATE no action;\n");
    env.write("old/libs/db/drizzle/0001_brave_wasp.sql", "ALTER TABLE \"customers\" DROP COLUMN \"nickname\";--> statement-breakpoint\nALTER TABLE \"customers\" ADD COLUMN \"email\" varchar(200);\n");
    env.write(
        "old/libs/db/drizzle/meta/_journal.json",
        "{ \"version\": \"7\", \"dialect\": \"postgresql\", \"entries\": [] }\n",
    );
    let ran = adopt(&env, &[]).succeeds();
    assert!(ran.err.contains("2 entities in 1 service, from `old/libs/db/drizzle`"), "{}", ran.err);
    insta::assert_snapshot!(env.read("old/fountane.yaml"));
}

#[test]
fn scripts_that_go_up_and_down_and_a_document_of_another_name_are_found_in_a_repository_of_pnpm() {
    let env = TestEnv::new();
    env.write("old/package.json", "{ \"name\": \"library\", \"private\": true }\n");
    env.write("old/pnpm-workspace.yaml", "packages:\n  - packages/*\n");
    env.write("old/docker-compose.yml", "services:\n  db:\n    image: postgres:18\n");
    env.write("old/packages/server/migrations/000001_books.up.sql", "create table books (\n  id bigint generated always as identity primary key,\n  title text not null,\n  isbn varchar(17) unique\n);\n");
    env.write("old/packages/server/migrations/000001_books.down.sql", "drop table books;\n");
    env.write("old/packages/server/migrations/000002_loans.up.sql", "create table loans (\n  id bigint generated always as identity primary key,\n  book_id bigint not null references books,\n  due date not null\n);\n");
    env.write("old/packages/server/migrations/000002_loans.down.sql", "drop table loans;\n");
    env.write("old/packages/server/seed/rows.sql", "insert into books (title) values ('Emma');\n");
    env.write(
        "old/packages/payments/vendor-api.json",
        "{ \"openapi\": \"3.1.0\", \"info\": { \"title\": \"Theirs\", \"version\": \"1\" }, \"paths\": {} }\n",
    );
    let ran = adopt(&env, &["--dry-run"]).succeeds();
    assert!(ran.err.contains("from `old/packages/server/migrations`"), "{}", ran.err);
    assert!(
        ran.err.contains("others were found, for `--from`: `old/packages/payments/vendor-api.json`"),
        "{}",
        ran.err
    );
    insta::assert_snapshot!(ran.out);
}
