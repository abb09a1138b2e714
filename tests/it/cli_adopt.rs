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
