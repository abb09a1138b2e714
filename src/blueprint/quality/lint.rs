//! Faults of a template that can be seen without a model.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap, HashSet};

use crate::blueprint::library::{Library, LibraryError, Template};
use crate::blueprint::manifest::FileRule;
use crate::blueprint::planner::stand_in_words;
use crate::blueprint::view;
use crate::render::layout;
use crate::render::text::Engine;
use crate::workspace_path::WorkspacePath;

/// Something about a template that should be mended.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    /// Which template.
    pub template: String,
    /// The file inside it; `template.yaml` for what the manifest says.
    pub file: String,
    /// What is wrong.
    pub message: String,
}

impl std::fmt::Display for Finding {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "templates/{}/{}: {}", self.template, self.file, self.message)
    }
}

const MANIFEST: &str = "template.yaml";
/// Words of the workspace from which templates are cut. They have no place in what depends on a spec.
const EXAMPLE_WORDS: [&str; 3] = ["clinic", "pets", "owners"];

/// The findings of every template, and what no template provides though another requires it.
pub fn lint_all(library: &Library) -> Result<Vec<Finding>, LibraryError> {
    let names = library.template_names()?;
    let templates = names.iter().map(|name| library.template(name)).collect::<Result<Vec<_>, _>>()?;
    let provided: HashSet<&String> = templates.iter().flat_map(|template| &template.manifest.provides).collect();
    let mut findings: Vec<Finding> = templates.iter().flat_map(lint).collect();
    for template in &templates {
        let missing = template.manifest.requires.iter().filter(|required| !provided.contains(required));
        findings.extend(missing.map(|required| of_manifest(template, format!("no template provides `{required}`"))));
    }
    findings.sort();
    Ok(findings)
}

/// The findings of one template, sorted by file.
pub fn lint(template: &Template) -> Vec<Finding> {
    let mut findings = manifest(template);
    findings.extend(params(template));
    findings.extend(template.manifest.files.iter().flat_map(|rule| of_rule(template, rule)));
    findings.extend(coverage(template));
    findings.extend(sources(template));
    findings.extend(example_words(template));
    findings.extend(layouts(template));
    findings.sort();
    findings
}

fn of_manifest(template: &Template, message: String) -> Finding {
    Finding { template: template.manifest.name.clone(), file: MANIFEST.to_owned(), message }
}

fn of_file(template: &Template, file: &str, message: String) -> Finding {
    Finding { template: template.manifest.name.clone(), file: file.to_owned(), message }
}

fn manifest(template: &Template) -> Vec<Finding> {
    let manifest = &template.manifest;
    let mut findings = Vec::new();
    if manifest.summary.trim().is_empty() {
        findings.push(of_manifest(template, "it has no `summary`".to_owned()));
    }
    if manifest.summary.ends_with('.') {
        findings.push(of_manifest(template, "its `summary` stands in a list: leave out the full stop".to_owned()));
    }
    if manifest.provides.is_empty() {
        findings.push(of_manifest(template, "it has no `provides`: no other template can require it".to_owned()));
    }
    findings
}

fn params(template: &Template) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (name, param) in &template.manifest.params {
        if param.description.trim().is_empty() {
            findings.push(of_manifest(template, format!("the parameter `{name}` has no `description`")));
        }
        let word = format!("params.{name}");
        let in_files = template.files.values().any(|bytes| String::from_utf8_lossy(bytes).contains(&word));
        let in_rules = template
            .manifest
            .files
            .iter()
            .any(|rule| rule.to.contains(&word) || rule.when.as_ref().is_some_and(|when| when.contains(&word)));
        if !in_files && !in_rules {
            findings.push(of_manifest(template, format!("the parameter `{name}` is not used")));
        }
    }
    findings
}

fn of_rule(template: &Template, rule: &FileRule) -> Vec<Finding> {
    let mut findings = Vec::new();
    let from = &rule.from;
    let folder = folder(from);
    if !template.files.keys().any(|path| path.starts_with(&folder)) {
        findings.push(of_manifest(template, format!("the rule `from: {from}` has no files")));
    }
    if let Some(view) = rule.view.as_ref().filter(|view| view::find(view).is_none()) {
        findings.push(of_manifest(template, format!("there is no view `{view}`")));
    }
    for path in template.files.keys().filter_map(|path| path.strip_prefix(&folder)) {
        let joined = if rule.to.is_empty() { path.to_owned() } else { format!("{}/{path}", rule.to) };
        if let Err(error) = WorkspacePath::new(with_stand_ins(&joined)).and_then(WorkspacePath::of_templates) {
            findings.push(of_file(template, &format!("{folder}{path}"), error.to_string()));
        }
    }
    findings
}

/// `{{…}}` becomes a letter.
fn with_stand_ins(path: &str) -> String {
    let mut plain = String::new();
    let mut rest = path;
    while let Some((before, after)) = rest.split_once("{{") {
        plain.push_str(before);
        plain.push('x');
        rest = after.split_once("}}").map_or("", |(_, rest)| rest);
    }
    plain + rest
}

fn folder(from: &str) -> String {
    format!("{}/", from.trim_end_matches('/'))
}

fn coverage(template: &Template) -> Vec<Finding> {
    let manifest = &template.manifest;
    let folders: Vec<String> =
        manifest.files.iter().map(|rule| &rule.from).chain(&manifest.lockfiles).map(|from| folder(from)).collect();
    let uncovered = template.files.keys().filter(|path| !folders.iter().any(|folder| path.starts_with(folder)));
    uncovered.map(|path| of_file(template, path, "no rule makes anything of it".to_owned())).collect()
}

fn sources(template: &Template) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (path, bytes) in template.files.iter().filter(|(path, _)| path.ends_with(".hbs")) {
        let Ok(text) = std::str::from_utf8(bytes) else {
            findings.push(of_file(template, path, "it is not UTF-8".to_owned()));
            continue;
        };
        let one = HashMap::from([(path.as_str(), Cow::Borrowed(text))]);
        if let Err((_, error)) = Engine::compile(&one) {
            findings.push(of_file(template, path, error.to_string()));
        }
    }
    findings
}

/// What is copied must be laid out already: rendering does it anew only where a stand-in that it replaces may change it.
fn layouts(template: &Template) -> Vec<Finding> {
    let files = template.files.iter().filter(|(path, _)| !is_lockfile(template, path));
    let texts = files.filter_map(|(path, bytes)| Some((path, std::str::from_utf8(bytes).ok()?)));
    let laid_out = texts.filter_map(|(path, text)| match layout::file(path, text, layout::Options::default())? {
        Ok(wanted) if wanted == text => None,
        Ok(_) => Some(of_file(template, path, "it is not laid out as Prettier would".to_owned())),
        Err(error) => Some(of_file(template, path, error.to_string())),
    });
    laid_out.collect()
}

/// What is left of the example once stand-ins are replaced.
fn example_words(template: &Template) -> Vec<Finding> {
    let mut findings = Vec::new();
    let sources = template.files.iter().filter(|(path, _)| !is_lockfile(template, path));
    for (path, bytes) in sources {
        let Ok(text) = std::str::from_utf8(bytes) else { continue };
        let is_template = path.ends_with(".hbs");
        let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
        for (index, line) in text.lines().enumerate() {
            let rest = stand_in_words().fold(line.to_lowercase(), |line, word| line.replace(&word, ""));
            if rest.contains("golden") {
                seen.entry("golden").or_insert(index + 1);
            }
            for word in EXAMPLE_WORDS.into_iter().filter(|word| is_template && has_word(&rest, word)) {
                seen.entry(word).or_insert(index + 1);
            }
        }
        findings.extend(
            seen.into_iter()
                .map(|(word, line)| of_file(template, path, format!("line {line} still speaks of `{word}`"))),
        );
    }
    findings
}

fn is_lockfile(template: &Template, path: &str) -> bool {
    template.manifest.lockfiles.as_ref().is_some_and(|from| path.starts_with(&folder(from)))
}

fn has_word(line: &str, word: &str) -> bool {
    line.split(|c: char| !c.is_alphanumeric()).any(|part| part == word)
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use super::*;
    use crate::yaml;

    fn template(manifest: &str, files: &[(&str, &'static str)]) -> Template {
        Template {
            manifest: yaml::read(manifest).unwrap(),
            files: files.iter().map(|(path, text)| ((*path).to_owned(), Cow::Borrowed(text.as_bytes()))).collect(),
        }
    }

    fn told(template: &Template) -> String {
        lint(template).iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn has_nothing_to_say_of_a_good_template() {
        let good = template(
            "{ name: a, version: 1.0.0, summary: Good, provides: [a], files: [{ from: files }] }",
            &[
                ("files/{{project.name}}.ts.hbs", "export const name = {{{str project.name}}};\n"),
                ("files/b.ts", "import '@golden/c';\n"),
            ],
        );
        assert_eq!(told(&good), "");
    }

    #[test]
    fn finds_what_should_be_mended() {
        let bad = template(
            "{ name: a, version: 1.0.0, summary: '', params: { unused: { description: '', schema: {}, default: 1 } },
               files: [{ from: files, to: '../up', view: nothing }, { from: none }, { from: root }] }",
            &[
                ("root/fountane.lock", ""),
                ("files/a.ts.hbs", "{{#if x}}\n"),
                ("files/b.ts.hbs", "\nconst pets = 'Golden';\n"),
                ("files/c.ts", "const c  = 1\n"),
                ("stray.txt", ""),
            ],
        );
        insta::assert_snapshot!(told(&bad), @r"
        templates/a/files/a.ts.hbs: line 2, column 1: invalid handlebars syntax: expected escape, expression, html_expression, decorator_expression, partial_expression, invert_tag, invert_chain_tag, helper_block_start, helper_block_end, decorator_block_start, partial_block_start, raw_block_start, hbs_comment, or hbs_comment_compact
        templates/a/files/a.ts.hbs: the path `../up/a.ts.hbs` is not allowed: it has a part that is a dot or two
        templates/a/files/b.ts.hbs: line 2 still speaks of `golden`
        templates/a/files/b.ts.hbs: line 2 still speaks of `pets`
        templates/a/files/b.ts.hbs: the path `../up/b.ts.hbs` is not allowed: it has a part that is a dot or two
        templates/a/files/c.ts: it is not laid out as Prettier would
        templates/a/files/c.ts: the path `../up/c.ts` is not allowed: it has a part that is a dot or two
        templates/a/root/fountane.lock: the path `fountane.lock` is not allowed: fountane keeps that file itself
        templates/a/stray.txt: no rule makes anything of it
        templates/a/template.yaml: it has no `provides`: no other template can require it
        templates/a/template.yaml: it has no `summary`
        templates/a/template.yaml: the parameter `unused` has no `description`
        templates/a/template.yaml: the parameter `unused` is not used
        templates/a/template.yaml: the rule `from: none` has no files
        templates/a/template.yaml: there is no view `nothing`
        ");
    }
}
