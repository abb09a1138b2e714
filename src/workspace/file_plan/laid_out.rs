//! What a merge united is laid out again: two lists of imports that fit their lines make one that does not.
//!
//! Only where the person's file was laid out to the letter as fountane lays out its own: then whatever would move is of the
//! merge's making, and where it was not, it is not for us to say how it should look.

use crate::render::layout::{self, Options};
use crate::workspace_path::WorkspacePath;

/// A larger file is left as it was merged.
const MAX_BYTES: usize = 64 * 1024;
/// Of address space, of which only what is used is taken: laying out goes as deep as a text does, and this one is not ours. The
/// deepest take 7 KB for each sign of theirs.
const STACK: usize = 512 << 20;
const MARK: &str = "\u{feff}";

/// The merged content, laid out as the person's was; as it is where theirs was not, or where it cannot be read.
pub(super) fn laid_out(path: &WorkspacePath, ours: &[u8], merged: Vec<u8>) -> Vec<u8> {
    let laid_out = match (Text::of(ours), Text::of(&merged)) {
        (Some(ours), Some(merged)) => merged.laid_out_like(path, &ours),
        _ => None,
    };
    laid_out.unwrap_or(merged)
}

/// A text without what Prettier leaves to its settings.
struct Text {
    plain: String,
    is_marked: bool,
    ends_in_cr: bool,
}

impl Text {
    /// None for what is no text, too large, or ends its lines in two ways.
    fn of(content: &[u8]) -> Option<Self> {
        let text = std::str::from_utf8(content).ok().filter(|text| text.len() <= MAX_BYTES)?;
        let unmarked = text.strip_prefix(MARK);
        let is_marked = unmarked.is_some();
        let text = unmarked.unwrap_or(text);
        let (lines, with_cr) = (text.matches('\n').count(), text.matches("\r\n").count());
        if with_cr > 0 && with_cr < lines {
            return None;
        }
        Some(Self { plain: text.replace("\r\n", "\n"), is_marked, ends_in_cr: with_cr > 0 })
    }

    fn laid_out_like(&self, path: &WorkspacePath, ours: &Self) -> Option<Vec<u8>> {
        let lay_out =
            |text: &str| layout::file(path.as_str(), text, Options { verify: true, ..Options::default() })?.ok();
        let with_room = || {
            let is_laid_out = lay_out(&ours.plain)? == ours.plain;
            if is_laid_out { lay_out(&self.plain) } else { None }
        };
        let text = std::thread::scope(|scope| {
            let working = std::thread::Builder::new().stack_size(STACK).spawn_scoped(scope, with_room).ok()?;
            working.join().ok()?
        })?;
        let text = if self.ends_in_cr { text.replace('\n', "\r\n") } else { text };
        let text = if self.is_marked { MARK.to_owned() + &text } else { text };
        Some(text.into_bytes())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::{Ownership, RenderedFile};
    use crate::workspace::file_plan::{Action, Change, Wishes};
    use crate::workspace::{BlobId, FilePlan, Lock};

    const OURS: &str = "import { first } from './a.js';\n\nexport const all = [first];\n";

    fn long(names: usize) -> String {
        let names: Vec<String> = (0..names).map(|number| format!("someName{number}")).collect();
        format!("import {{ {} }} from './a.js';\n\nexport const all = [first];\n", names.join(", "))
    }

    fn of(name: &str, ours: &str, merged: &str) -> String {
        let path = WorkspacePath::new(name).unwrap();
        String::from_utf8(laid_out(&path, ours.as_bytes(), merged.as_bytes().to_vec())).unwrap()
    }

    #[test]
    fn an_import_that_became_too_long_is_broken() {
        let broken = of("a.ts", OURS, &long(12));
        assert!(broken.starts_with("import {\n  someName0,\n"), "{broken}");
        assert!(broken.ends_with("} from './a.js';\n\nexport const all = [first];\n"), "{broken}");
        assert_eq!(of("a.ts", OURS, &long(3)), long(3));
    }

    #[test]
    fn a_merge_is_laid_out_where_both_lengthen_one_list() {
        let with = |names: &str| format!("import {{ {names} }} from './some-module-with-a-name.js';\n");
        let base = with("first, second");
        let ours = with("first, mineOfSome, mineOfOthers, mineOfMore, second");
        let theirs = with("first, second, somethingElse, somethingMore");
        let folder = tempfile::tempdir().unwrap();
        let root = camino::Utf8Path::from_path(folder.path()).unwrap();
        fs_err::write(root.join("a.ts"), &ours).unwrap();
        let change = decided(root, &base, &theirs);
        assert_eq!(change.action, Action::Merge);
        let merged = String::from_utf8(change.after.unwrap().bytes).unwrap();
        assert_eq!(
            merged,
            "import {\n  first,\n  mineOfSome,\n  mineOfOthers,\n  mineOfMore,\n  second,\n  somethingElse,\n  somethingMore,\n} from \
             './some-module-with-a-name.js';\n"
        );
    }

    fn decided(root: &camino::Utf8Path, base: &str, theirs: &str) -> Change {
        let rendered = |text: &str| RenderedFile {
            path: WorkspacePath::new("a.ts").unwrap(),
            bytes: text.into(),
            ownership: Ownership::Generated,
            template: "web@1.0.0".into(),
            executable: false,
            grown_from: None,
        };
        let lock = || Lock::new("saas@1.0.0".into(), [].into(), "ab".into());
        let mut old = lock();
        old.files.insert(WorkspacePath::new("a.ts").unwrap(), (&rendered(base)).into());
        let find_base = |_: &BlobId| Ok(Some(base.as_bytes().to_vec()));
        let files = vec![rendered(theirs)];
        let plan = FilePlan::decide(root, files, Some(&old), lock(), &find_base, &Wishes::NONE).unwrap();
        plan.changes.into_iter().next().unwrap()
    }

    #[test]
    fn what_a_person_lays_out_in_another_way_stays_so() {
        for ours in [OURS.replace('\'', "\""), OURS.replace(';', ""), OURS.replace("[first]", "[ first ]")] {
            assert_eq!(of("a.ts", &ours, &long(12)), long(12));
        }
    }

    #[test]
    fn line_ends_of_windows_and_a_mark_of_byte_order_stay() {
        let windows = |text: &str| format!("{MARK}{}", text.replace('\n', "\r\n"));
        assert_eq!(of("a.ts", &windows(OURS), &windows(&long(12))), windows(&of("a.ts", OURS, &long(12))));
        let mixed = OURS.replacen('\n', "\r\n", 1);
        assert_eq!(of("a.ts", &mixed, &long(12)), long(12));
    }

    #[test]
    fn what_cannot_be_read_or_has_no_layout_is_as_it_was_merged() {
        assert_eq!(of("a.ts", OURS, "import {"), "import {");
        assert_eq!(of("a.ts", "import {", &long(12)), long(12));
        assert_eq!(of("a.md", "# A\n", "#  A\n"), "#  A\n");
        let deep = |depth: usize| format!("export const a = {}1;\n", "!".repeat(depth));
        assert!(of("a.ts", OURS, &deep(60_000)).ends_with("!1;\n"), "there is room for it");
        assert!(of("a.ts", OURS, &deep(100_000)) == deep(100_000), "it is too large");
    }

    #[test]
    fn a_list_of_json_that_became_too_long_is_broken() {
        let list = |names: usize| {
            let names: Vec<String> = (0..names).map(|number| format!("\"a long name {number}\"")).collect();
            format!("{{\n  \"names\": [{}]\n}}\n", names.join(", "))
        };
        let broken = of("tsconfig.json", &list(1), &list(9));
        assert!(broken.contains("[\n    \"a long name 0\",\n"), "{broken}");
    }
}
