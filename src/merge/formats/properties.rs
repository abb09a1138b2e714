//! Random files of keys and lists, merged as text and as what they mean: both have to agree.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use proptest::prelude::*;
use serde_json::{Map, Value, json};

use crate::merge::{Labels, Merged, Sides, merge};
use crate::workspace_path::WorkspacePath;

fn merged(name: &str, base: &str, ours: &str, theirs: &str) -> Merged {
    let sides = Sides { base: base.as_bytes(), ours: ours.as_bytes(), theirs: theirs.as_bytes() };
    merge(&WorkspacePath::new(name).unwrap(), sides, &Labels::default())
}

/// Keys of two levels with small numbers, in the order of the keys or in another.
type Doc = Vec<(String, Vec<(String, u8)>)>;

fn doc() -> impl Strategy<Value = Doc> {
    let inner = prop::collection::btree_map("[a-e]", 0..3_u8, 0..4);
    (prop::collection::btree_map("[a-f]", inner, 0..5), any::<bool>()).prop_map(|(map, reversed)| {
        let mut doc: Doc = map.into_iter().map(|(key, inner)| (key, inner.into_iter().collect())).collect();
        if reversed {
            doc.reverse();
        }
        doc
    })
}

/// The document after a few keys came, went or changed.
fn edited(doc: &Doc, edits: &[(usize, u8, u8)]) -> Doc {
    let mut doc = doc.clone();
    for &(place, what, value) in edits {
        let key = char::from(b'a' + value % 8).to_string();
        if doc.is_empty() || what == 0 {
            if doc.iter().all(|(known, _)| *known != key) {
                doc.insert(place % (doc.len() + 1), (key, vec![("a".to_owned(), value)]));
            }
            continue;
        }
        let at = place % doc.len();
        if what == 1 {
            doc.remove(at);
            continue;
        }
        let inner = &mut doc[at].1;
        let inner_at = place % inner.len().max(1);
        match what {
            2 if !inner.is_empty() => inner[inner_at].1 = value,
            3 if !inner.is_empty() => drop(inner.remove(inner_at)),
            _ if inner.iter().all(|(known, _)| *known != key) => inner.push((key, value)),
            _ => {}
        }
    }
    doc
}

fn edits() -> impl Strategy<Value = Vec<(usize, u8, u8)>> {
    prop::collection::vec((0..20_usize, 0..5_u8, 0..20_u8), 1..4)
}

fn value(doc: &Doc) -> Value {
    let inner = |inner: &[(String, u8)]| inner.iter().map(|(key, value)| (key.clone(), json!(value))).collect();
    Value::Object(doc.iter().map(|(key, it)| (key.clone(), Value::Object(inner(it)))).collect::<Map<_, _>>())
}

fn json_text(doc: &Doc) -> String {
    serde_json::to_string_pretty(&value(doc)).unwrap() + "\n"
}

fn yaml_text(doc: &Doc) -> String {
    let mut text = String::new();
    for (key, inner) in doc {
        let _ = if inner.is_empty() { writeln!(text, "{key}: {{}}") } else { writeln!(text, "{key}:") };
        for (key, value) in inner {
            let _ = writeln!(text, "  {key}: {value}");
        }
    }
    text
}

/// Both sides changed one value into different ones.
struct Disagreement;

/// What three values mean together.
fn meaning(base: Option<&Value>, ours: Option<&Value>, theirs: Option<&Value>) -> Result<Option<Value>, Disagreement> {
    if ours == theirs || base == theirs {
        return Ok(ours.cloned());
    }
    if base == ours {
        return Ok(theirs.cloned());
    }
    let (Some(Value::Object(ours)), Some(Value::Object(theirs))) = (ours, theirs) else { return Err(Disagreement) };
    let empty = Map::new();
    let base = base.and_then(Value::as_object).unwrap_or(&empty);
    let mut merged = Map::new();
    for key in ours.keys().chain(theirs.keys()) {
        if let Some(value) = meaning(base.get(key), ours.get(key), theirs.get(key))? {
            merged.insert(key.clone(), value);
        }
    }
    Ok(Some(Value::Object(merged)))
}

fn agrees(merged: &Merged, docs: [&Doc; 3], read: impl Fn(&str) -> Value) -> Result<(), TestCaseError> {
    let [base, ours, theirs] = docs.map(value);
    let Merged::Clean(content) = merged else { return Ok(()) };
    let text = std::str::from_utf8(content).unwrap();
    // What moved and changed on one side, and went on the other, is a conflict of keys, but none of lines.
    let Ok(Some(expected)) = meaning(Some(&base), Some(&ours), Some(&theirs)) else { return Ok(()) };
    prop_assert_eq!(sorted(&read(text)), sorted(&expected), "{}", text);
    Ok(())
}

fn sorted(value: &Value) -> BTreeMap<String, BTreeMap<String, u64>> {
    let number = |(key, value): (&String, &Value)| (key.clone(), value.as_u64().unwrap());
    let inner = |value: &Value| value.as_object().into_iter().flatten().map(number).collect();
    value.as_object().into_iter().flatten().map(|(key, value)| (key.clone(), inner(value))).collect()
}

const MODULES: [&str; 8] = ["Alpha", "Beta", "Gamma", "Delta", "Epsilon", "Zeta", "Eta", "Theta"];

fn module_text(modules: &[usize]) -> String {
    let names = || modules.iter().map(|module| MODULES[*module]);
    let imports: String = names().map(|name| format!("import {{ {name} }} from './{name}.js';\n")).collect();
    let elements: String = names().map(|name| format!("    {name},\n")).collect();
    format!("{imports}\n@Module({{\n  imports: [\n{elements}  ],\n}})\nexport class AppModule {{}}\n")
}

fn modules_of(text: &str) -> (BTreeSet<String>, BTreeSet<String>) {
    let imports = text.lines().filter_map(|line| line.strip_prefix("import { ")?.split(' ').next());
    let elements = text.lines().filter_map(|line| line.strip_prefix("    ")?.strip_suffix(','));
    (imports.map(str::to_owned).collect(), elements.map(str::to_owned).collect())
}

fn modules() -> impl Strategy<Value = Vec<usize>> {
    prop::collection::btree_set(0..MODULES.len(), 0..6).prop_map(|set| set.into_iter().collect())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn json_means_what_both_sides_mean(base in doc(), ours in edits(), theirs in edits()) {
        let (ours, theirs) = (edited(&base, &ours), edited(&base, &theirs));
        let result = merged("x.json", &json_text(&base), &json_text(&ours), &json_text(&theirs));
        agrees(&result, [&base, &ours, &theirs], |text| serde_json::from_str(text).unwrap())?;
    }

    #[test]
    fn yaml_means_what_both_sides_mean(base in doc(), ours in edits(), theirs in edits()) {
        let (ours, theirs) = (edited(&base, &ours), edited(&base, &theirs));
        let result = merged("x.yaml", &yaml_text(&base), &yaml_text(&ours), &yaml_text(&theirs));
        agrees(&result, [&base, &ours, &theirs], |text| crate::yaml::parse(text).unwrap().root.value())?;
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn modules_are_those_of_both_sides(base in modules(), ours in modules(), theirs in modules()) {
        let result = merged("app.module.ts", &module_text(&base), &module_text(&ours), &module_text(&theirs));
        if let Merged::Clean(content) = result {
            let text = String::from_utf8(content).unwrap();
            let expected: BTreeSet<String> = (0..MODULES.len())
                .filter(|module| {
                    let (base, ours, theirs) = (base.contains(module), ours.contains(module), theirs.contains(module));
                    if ours == base { theirs } else { ours }
                })
                .map(|module| MODULES[module].to_owned())
                .collect();
            prop_assert_eq!(modules_of(&text), (expected.clone(), expected), "{}", text);
        }
    }
}
