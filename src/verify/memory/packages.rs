//! Packages of a workspace, and what each may read of others: a finding in one can come of a change in those alone.

use std::collections::{BTreeMap, BTreeSet};

use aho_corasick::AhoCorasick;
use camino::{Utf8Path, Utf8PathBuf};
use serde_json::Value;
use sha2::{Digest as _, Sha256};

use super::inputs::{Digest, Inputs};

/// Files without text that could name another package are larger than any with.
const LONGEST: u64 = 4 << 20;
const QUOTES: [char; 3] = ['\'', '"', '`'];
/// What stands before a name in code and in JSON; a colon where it gets another one: `workspace:@a/b@*`.
const BEFORE_NAMES: [char; 4] = ['\'', '"', '`', ':'];
/// By these a configuration gives packages other names than their own.
const ALIASES: [&str; 4] = ["\"paths\"", "\"baseUrl\"", "\"rootDirs\"", "\"typeRoots\""];

const CODE: [&str; 8] = ["ts", "tsx", "mts", "cts", "js", "jsx", "mjs", "cjs"];

/// The packages of a workspace.
pub(super) struct Packages {
    /// From the root, sorted; without the root's own.
    folders: Vec<Utf8PathBuf>,
    /// What each may read, itself among it; by the same places.
    reach: Vec<BTreeSet<usize>>,
}

impl Packages {
    /// Reads which package names which. Whatever is named in quotes, or reached by a relative path, counts: too much costs
    /// time, too little would be wrong.
    ///
    /// # Errors
    /// A file cannot be read, or is too large to be.
    pub fn read(root: &Utf8Path, inputs: &Inputs) -> std::io::Result<Self> {
        let folders = folders(inputs)?;
        let names: Vec<String> = folders.iter().map(|folder| name(&root.join(folder))).collect();
        let mut reach: Vec<BTreeSet<usize>> = (0..folders.len()).map(|own| BTreeSet::from([own])).collect();
        let mut packages = Self { folders, reach: Vec::new() };
        let reader = Reader::of(&names)?;
        let mut of_root = BTreeSet::new();
        for path in inputs.paths() {
            let Some(text) = text(&root.join(path))? else { continue };
            let is_json = path.extension() == Some("json");
            match packages.owner(path) {
                Some(own) => {
                    reach[own].extend(reader.named(&text));
                    packages.follow(path, &text, inputs, &mut reach[own]);
                }
                // What the root depends on, or gives another name, every package can import.
                None if is_json && ALIASES.iter().any(|alias| text.contains(alias)) => of_root.extend(packages.all()),
                None if path == "package.json" => of_root.extend(reader.named(&text)),
                // Code beside packages that some of them may import.
                None if path.extension().is_some_and(|extension| CODE.contains(&extension)) => {
                    of_root.extend(reader.named(&text));
                    packages.follow(path, &text, inputs, &mut of_root);
                }
                None => {}
            }
        }
        for named in &mut reach {
            named.extend(&of_root);
        }
        packages.reach = closed(reach);
        Ok(packages)
    }

    /// Each package's folder with a digest of all that decides what is found in it, as far as files go.
    pub fn digests(&self, inputs: &Inputs) -> BTreeMap<Utf8PathBuf, Digest> {
        let of_root = inputs.digest(|path| self.owner(path).is_none());
        let own: Vec<Digest> =
            (0..self.folders.len()).map(|own| inputs.digest(|path| self.owner(path) == Some(own))).collect();
        let of = |(folder, reach): (&Utf8PathBuf, &BTreeSet<usize>)| {
            let mut hash = Sha256::new_with_prefix(of_root);
            for package in reach {
                hash.update(own[*package]);
            }
            (folder.clone(), hash.finalize().into())
        };
        self.folders.iter().zip(&self.reach).map(of).collect()
    }

    /// The innermost package that a file belongs to.
    fn owner(&self, path: &Utf8Path) -> Option<usize> {
        path.ancestors().find_map(|folder| self.folders.binary_search_by(|one| one.as_path().cmp(folder)).ok())
    }

    fn all(&self) -> std::ops::Range<usize> {
        0..self.folders.len()
    }

    /// Takes in what relative paths lead to.
    fn follow(&self, path: &Utf8Path, text: &str, inputs: &Inputs, reach: &mut BTreeSet<usize>) {
        let folder = path.parent().unwrap_or(Utf8Path::new(""));
        let words = text.split(|letter: char| BEFORE_NAMES.contains(&letter) || letter.is_whitespace());
        for word in words.filter(|word| word.contains("..") || word.starts_with("./")) {
            let target = joined(folder, word);
            match self.owner(&target) {
                Some(owner) => _ = reach.insert(owner),
                // A configuration may name many at once: `../../libs/*/src`.
                None if word.contains("..") && path.extension() == Some("json") && !inputs.holds(&target) => {
                    reach.extend(self.all());
                }
                None => {}
            }
        }
    }
}

/// Finds packages that a text names.
struct Reader(AhoCorasick);

impl Reader {
    fn of(names: &[String]) -> std::io::Result<Self> {
        let quoted = names.iter().flat_map(|name| BEFORE_NAMES.map(|quote| format!("{quote}{name}")));
        AhoCorasick::new(quoted).map(Self).map_err(std::io::Error::other)
    }

    /// By their places.
    fn named(&self, text: &str) -> BTreeSet<usize> {
        let goes_on = |at: usize| text[at..].starts_with(|next: char| next.is_alphanumeric() || "-_.".contains(next));
        let found = self.0.find_overlapping_iter(text).filter(|found| !goes_on(found.end()));
        found.map(|found| found.pattern().as_usize() / BEFORE_NAMES.len()).collect()
    }
}

/// A folder whose name would not be read as one word cannot be followed.
fn folders(inputs: &Inputs) -> std::io::Result<Vec<Utf8PathBuf>> {
    let manifests = inputs.paths().filter(|path| path.file_name() == Some("package.json"));
    let mut folders: Vec<Utf8PathBuf> =
        manifests.filter_map(Utf8Path::parent).filter(|folder| *folder != "").map(Utf8Path::to_owned).collect();
    folders.sort();
    let is_odd = |letter: char| letter.is_whitespace() || QUOTES.contains(&letter);
    if folders.iter().any(|folder| folder.as_str().contains(is_odd)) {
        return Err(std::io::ErrorKind::InvalidData.into());
    }
    Ok(folders)
}

fn text(file: &Utf8Path) -> std::io::Result<Option<String>> {
    let about = file.symlink_metadata()?;
    if !about.is_file() {
        return Ok(None);
    }
    if about.len() > LONGEST {
        return Err(std::io::ErrorKind::FileTooLarge.into());
    }
    Ok(Some(String::from_utf8_lossy(&fs_err::read(file)?).into_owned()))
}

/// A package without a name is named by nobody.
fn name(folder: &Utf8Path) -> String {
    let text = fs_err::read_to_string(folder.join("package.json")).ok();
    let manifest: Option<Value> = text.and_then(|text| serde_json::from_str(&text).ok());
    let name = manifest.as_ref().and_then(|manifest| manifest.get("name")).and_then(Value::as_str);
    name.filter(|name| !name.is_empty()).unwrap_or("\0").to_owned()
}

/// `apps/a` and `../b/c` is `apps/b/c`; what leaves the workspace is no package's.
fn joined(folder: &Utf8Path, path: &str) -> Utf8PathBuf {
    let mut parts: Vec<&str> = folder.components().map(|part| part.as_str()).collect();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." if parts.pop().is_none() => return Utf8PathBuf::new(),
            ".." => {}
            part => parts.push(part),
        }
    }
    parts.iter().collect()
}

/// Each with what those it names name.
fn closed(mut reach: Vec<BTreeSet<usize>>) -> Vec<BTreeSet<usize>> {
    // Each pass goes one step further; there are no more steps than packages.
    for _ in 0..reach.len() {
        let next: Vec<BTreeSet<usize>> =
            reach.iter().map(|named| named.iter().flat_map(|one| reach[*one].clone()).collect()).collect();
        if next == reach {
            break;
        }
        reach = next;
    }
    reach
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Packages whose findings may differ once this file has another text.
    fn concerned(files: &[(&str, &str)], changed: &str) -> Vec<String> {
        let guard = tempfile::tempdir().unwrap();
        let root = Utf8Path::from_path(guard.path()).unwrap();
        for (path, text) in files {
            fs_err::create_dir_all(root.join(path).parent().unwrap()).unwrap();
            fs_err::write(root.join(path), text).unwrap();
        }
        let digests = || {
            let inputs = Inputs::read(root).unwrap();
            Packages::read(root, &inputs).unwrap().digests(&inputs)
        };
        let before = digests();
        fs_err::write(root.join(changed), "export {};").unwrap();
        let after = digests();
        after.into_iter().filter(|(folder, digest)| before.get(folder) != Some(digest)).map(|(f, _)| f.into()).collect()
    }

    const FILES: [(&str, &str); 10] = [
        ("package.json", r#"{ "name": "root" }"#),
        ("eslint.config.mjs", "export default ['libs/a'];"),
        ("libs/a/package.json", r#"{ "name": "@w/a" }"#),
        ("libs/a/src/a.ts", "export const a = 1;"),
        ("libs/b/package.json", r#"{ "name": "@w/b", "dependencies": { "@w/a": "workspace:*" } }"#),
        ("libs/c/package.json", r#"{ "name": "@w/c" }"#),
        ("libs/c/src/c.ts", "import '../../b/src/b.js';"),
        ("libs/d/package.json", r#"{ "name": "@w/d" }"#),
        ("libs/d/src/d.ts", "// nothing of '@w' or libs/a, and ../../../out"),
        ("libs/a-b/package.json", r#"{ "name": "@w/a-b" }"#),
    ];

    #[test]
    fn packages_that_name_a_changed_one_are_concerned_and_so_are_those_that_name_them() {
        assert_eq!(concerned(&FILES, "libs/a/src/a.ts"), ["libs/a", "libs/b", "libs/c"]);
        assert_eq!(concerned(&FILES, "libs/d/src/d.ts"), ["libs/d"]);
    }

    #[test]
    fn files_of_the_root_concern_all() {
        assert_eq!(concerned(&FILES, "eslint.config.mjs").len(), 5);
    }

    #[test]
    fn code_beside_packages_concerns_all_with_what_it_imports() {
        let with: Vec<_> = FILES.into_iter().chain([("shared/x.ts", "export * from '../libs/d/src/d.js';")]).collect();
        assert_eq!(concerned(&with, "libs/d/src/d.ts").len(), 5);
    }

    #[test]
    fn what_the_root_depends_on_concerns_all() {
        let mut files = FILES;
        files[0].1 = r#"{ "devDependencies": { "@w/d": "workspace:*" } }"#;
        assert_eq!(concerned(&files, "libs/d/src/d.ts").len(), 5);
    }

    #[test]
    fn names_of_a_compilers_configuration_concern_all_that_they_may_stand_for() {
        let own = ("libs/d/tsconfig.json", r#"{ "compilerOptions": { "paths": { "~/*": ["../*/src"] } } }"#);
        let of_root = ("tsconfig.base.json", r#"{ "compilerOptions": { "paths": { "~/*": ["libs/*/src"] } } }"#);
        let with = |file| FILES.into_iter().chain([file]).collect::<Vec<_>>();
        assert_eq!(concerned(&with(own), "libs/a/src/a.ts"), ["libs/a", "libs/b", "libs/c", "libs/d"]);
        assert_eq!(concerned(&with(of_root), "libs/a/src/a.ts").len(), 5);
    }

    #[test]
    fn a_package_that_has_another_name_where_it_is_used_is_named_too() {
        for version in ["workspace:@w/d@*", "link:../d"] {
            let manifest = format!(r#"{{ "name": "@w/e", "dependencies": {{ "other": "{version}" }} }}"#);
            let with: Vec<_> = FILES.into_iter().chain([("libs/e/package.json", manifest.as_str())]).collect();
            assert!(concerned(&with, "libs/d/src/d.ts").contains(&"libs/e".into()), "{version}");
        }
    }

    #[test]
    fn packages_that_name_each_other_are_no_endless_way() {
        let files = [
            ("a/package.json", r#"{ "name": "a", "dependencies": { "b": "*" } }"#),
            ("b/package.json", r#"{ "name": "b", "dependencies": { "a": "*" } }"#),
        ];
        assert_eq!(concerned(&files, "a/x.ts"), ["a", "b"]);
    }
}
