//! A blueprint applied to a model.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

use handlebars::Context;
use rayon::prelude::*;
use semver::VersionReq;
use serde_json::{Map, Value};

use super::composition::{Composition, Use};
use super::context::{self, Place};
use super::library::{Library, LibraryError, Template};
use super::manifest::{FileRule, Scope};
use super::view;
use crate::condition::{fill, holds};
use crate::render::{Lockfiles, Plan, PlannedFile, Source};
use crate::spec::Model;
use crate::workspace_path::{PathError, WorkspacePath};

/// Why no plan could be made.
#[derive(Debug, thiserror::Error)]
pub enum PlanError {
    /// A blueprint or template is not there, or not as it should be.
    #[error(transparent)]
    Library(#[from] LibraryError),
    /// The spec wants a version that this fountane does not have.
    #[error("the spec asks for `{name}@{wanted}`, and this fountane has `{name}@{found}`")]
    Version {
        /// Of the blueprint or template.
        name: String,
        /// The range.
        wanted: VersionReq,
        /// What there is.
        found: semver::Version,
    },
    /// The spec's range is not one.
    #[error("`{range}` is not a range of versions: {source}")]
    Range {
        /// As written.
        range: String,
        /// Why.
        #[source]
        source: semver::Error,
    },
    /// A template needs what no other provides.
    #[error("template `{template}` requires `{missing}`, which no template of the blueprint provides")]
    Requires {
        /// Who.
        template: String,
        /// What.
        missing: String,
    },
    /// Two blueprints want one template with different values.
    #[error("template `{template}` cannot have two values of `{param}`: {first} and {second}")]
    Params {
        /// Which.
        template: String,
        /// The parameter.
        param: String,
        /// A value, and who gives it.
        first: String,
        /// Another, and who gives that.
        second: String,
    },
    /// A template is used instead of one that is not used.
    #[error("{by} uses `{template}` instead of `{place}`, which no blueprint of the spec uses")]
    Nothing {
        /// Which.
        template: String,
        /// Of which blueprints.
        by: String,
        /// The one that is not there.
        place: String,
    },
    /// Two templates are used instead of one.
    #[error("`{one}` and `{other}` are both used instead of `{place}`")]
    Replaced {
        /// The one whose place it is.
        place: String,
        /// The one.
        one: String,
        /// The other.
        other: String,
    },
    /// Blueprints want a template in versions that it does not have.
    #[error("there is `{name}@{found}`, and it is not what all want{}", wants(.wanted))]
    Wanted {
        /// Of the template.
        name: String,
        /// Which blueprint wants what.
        wanted: Vec<(String, VersionReq)>,
        /// What there is.
        found: semver::Version,
    },
    /// A blueprint sets a parameter that the template does not have.
    #[error("template `{template}` has no parameter `{param}`")]
    Param {
        /// Of which template.
        template: String,
        /// Which.
        param: String,
    },
    /// A manifest names a view that does not exist.
    #[error("template `{template}` names the view `{view}`, which does not exist")]
    View {
        /// Of which template.
        template: String,
        /// Which.
        view: String,
    },
    /// A path of a manifest speaks of data that is not there.
    #[error("template `{template}`: the path `{path}` speaks of `{missing}`, which is not in its data")]
    Path {
        /// Of which template.
        template: String,
        /// With its placeholders.
        path: String,
        /// The name.
        missing: String,
    },
    /// A path leads out of the workspace, or is not one.
    #[error("template `{template}`: {source}")]
    Unsafe {
        /// Of which template.
        template: String,
        /// Why.
        #[source]
        source: PathError,
    },
    /// A rule's folder has no files.
    #[error("template `{template}` has no files in `{from}`")]
    Empty {
        /// Of which template.
        template: String,
        /// The folder.
        from: String,
    },
}

fn wants(wanted: &[(String, VersionReq)]) -> String {
    wanted.iter().map(|(by, range)| format!("\n  the blueprint `{by}` wants {range}")).collect()
}

/// Plans all files of a workspace. Reads templates, writes nothing.
pub fn plan(library: &Library, model: &Model) -> Result<Plan, PlanError> {
    let composition = Composition::of(library, model.blueprints())?;
    let mut workspace = context::workspace(model);
    let uses: Vec<&Use> = composition.uses.iter().filter(|used| used.holds(&workspace)).collect();
    let templates = uses.iter().map(|used| library.template(&used.name)).collect::<Result<Vec<_>, _>>()?;
    check_requirements(&templates)?;
    // What stands in the place of a template is the same part of the workspace.
    let parts: Vec<&str> =
        uses.iter().flat_map(|used| std::iter::once(&used.name).chain(&used.instead_of)).map(String::as_str).collect();
    workspace.insert("parts".to_owned(), context::parts(&library.template_names()?, &parts));

    let workspaces = uses
        .iter()
        .zip(&templates)
        .map(|(used, template)| of_template(&workspace, used, template))
        .collect::<Result<Vec<_>, _>>()?;
    let rules: Vec<Rule<'_>> = templates
        .iter()
        .zip(&workspaces)
        .flat_map(|(template, workspace)| {
            template.manifest.files.iter().map(|rule| Rule { template, rule, model, parts: &parts, workspace })
        })
        .collect();
    let files = rules.par_iter().map(Rule::files).collect::<Result<Vec<_>, _>>()?;
    Ok(Plan {
        files: files.into_iter().flatten().collect(),
        stand_ins: stand_ins(&model.project.name),
        lockfiles: templates.iter().find_map(lockfiles),
    })
}

/// What all places of a template see: the workspace, and the parameters of this use of it.
fn of_template(
    workspace: &Map<String, Value>,
    used: &Use,
    template: &Template,
) -> Result<Map<String, Value>, PlanError> {
    let found = &template.manifest.version;
    if !used.wanted.iter().all(|(_, wanted)| wanted.matches(found)) {
        let (name, wanted) = (used.name.clone(), used.wanted.clone());
        return Err(PlanError::Wanted { name, wanted, found: found.clone() });
    }
    let mut workspace = workspace.clone();
    workspace.insert("params".to_owned(), params(template, &used.params)?);
    Ok(workspace)
}

fn check_requirements(templates: &[Template]) -> Result<(), PlanError> {
    let provided: HashSet<&String> = templates.iter().flat_map(|template| &template.manifest.provides).collect();
    for Template { manifest, .. } in templates {
        if let Some(missing) = manifest.requires.iter().find(|required| !provided.contains(required)) {
            return Err(PlanError::Requires { template: manifest.name.clone(), missing: missing.clone() });
        }
    }
    Ok(())
}

fn params(template: &Template, given: &BTreeMap<String, Value>) -> Result<Value, PlanError> {
    let declared = &template.manifest.params;
    if let Some(param) = given.keys().find(|name| !declared.contains_key(*name)) {
        return Err(PlanError::Param { template: template.manifest.name.clone(), param: param.clone() });
    }
    let value = |name: &String, default: &Value| given.get(name).unwrap_or(default).clone();
    Ok(declared.iter().map(|(name, param)| (name.clone(), value(name, &param.default))).collect::<Map<_, _>>().into())
}

fn lockfiles(template: &Template) -> Option<Lockfiles> {
    let folder = format!("{}/", template.manifest.lockfiles.as_ref()?.trim_end_matches('/'));
    let files = template.files.iter().filter(|(path, _)| path.starts_with(&folder));
    let known: Vec<Cow<'static, str>> = files.filter_map(|(_, bytes)| text_of(bytes)).collect();
    let manifest = &template.manifest;
    (!known.is_empty()).then(|| Lockfiles { template: format!("{}@{}", manifest.name, manifest.version), known })
}

/// Templates are cut from a workspace called Golden; these words of it become the project's.
fn stand_ins(name: &str) -> Vec<(String, String)> {
    let snake = name.replace('-', "_");
    [
        ("@golden/", format!("@{name}/")),
        ("golden_app", format!("{snake}_app")),
        ("golden_owner", format!("{snake}_owner")),
        ("golden.common.v1", format!("{snake}.common.v1")),
        ("golden/common/v1", format!("{snake}/common/v1")),
        ("golden-web", format!("{name}-web")),
        ("golden-cli", format!("{name}-cli")),
        ("golden.session", format!("{name}.session")),
        ("golden\\.session", format!("{name}\\.session")),
        ("golden.sign-in", format!("{name}.sign-in")),
        ("api.golden.example", format!("api.{name}.example")),
    ]
    .map(|(word, instead)| (word.to_owned(), instead))
    .to_vec()
}

/// The words of Golden that may stand in a template.
pub(super) fn stand_in_words() -> impl Iterator<Item = String> {
    stand_ins("").into_iter().map(|(word, _)| word)
}

struct Rule<'a> {
    template: &'a Template,
    rule: &'a FileRule,
    model: &'a Model,
    parts: &'a [&'a str],
    workspace: &'a Map<String, Value>,
}

/// A file of a template: its path below the rule's folder, its path in the template, its content.
type Inside<'a> = (&'a str, &'a String, &'a Cow<'static, [u8]>);

impl Rule<'_> {
    fn files(&self) -> Result<Vec<PlannedFile>, PlanError> {
        let name = &self.template.manifest.name;
        let folder = format!("{}/", self.rule.from.trim_end_matches('/'));
        let sources: Vec<Inside<'_>> = self
            .template
            .files
            .iter()
            .filter_map(|(path, bytes)| Some((path.strip_prefix(&folder)?, path, bytes)))
            .collect();
        if sources.is_empty() {
            return Err(PlanError::Empty { template: name.clone(), from: self.rule.from.clone() });
        }
        let view = self.rule.view.as_deref().map(|view| self.view(view)).transpose()?;
        let at_places = self.places().into_par_iter().map(|place| self.at(place, view, &sources));
        Ok(at_places.collect::<Result<Vec<_>, _>>()?.into_iter().flatten().collect())
    }

    /// The files of one repetition; none where the rule does not hold there.
    fn at(
        &self,
        place: Place<'_>,
        view: Option<view::View>,
        sources: &[Inside<'_>],
    ) -> Result<Vec<PlannedFile>, PlanError> {
        let mut data = context::of_place(self.workspace, place);
        if let Some(view) = view {
            data.insert("view".to_owned(), view(place));
        }
        let data = Value::Object(data);
        if self.rule.when.as_ref().is_some_and(|when| !holds(when, &data)) {
            return Ok(Vec::new());
        }
        let context = Arc::new(Context::from(data));
        let file = |(inside, source_file, bytes): &Inside<'_>| self.file(inside, source_file, bytes, &context);
        sources.iter().map(file).collect()
    }

    fn view(&self, view: &str) -> Result<view::View, PlanError> {
        view::find(view)
            .ok_or_else(|| PlanError::View { template: self.template.manifest.name.clone(), view: view.to_owned() })
    }

    fn places(&self) -> Vec<Place<'_>> {
        let model = self.model;
        let nowhere = Place { model, parts: self.parts, service: None, entity: None, locale: None };
        let entities = || {
            model.entities.iter().map(move |entity| Place {
                service: Some(entity.service),
                entity: Some(entity.id),
                ..nowhere
            })
        };
        let locales = || model.apps.web.iter().flat_map(|web| web.locales.iter().map(String::as_str));
        match self.rule.for_each {
            Scope::Workspace => vec![nowhere],
            Scope::Service => {
                model.services.iter().map(|service| Place { service: Some(service.id), ..nowhere }).collect()
            }
            Scope::Entity => entities().collect(),
            Scope::Locale => locales().map(|locale| Place { locale: Some(locale), ..nowhere }).collect(),
            Scope::EntityLocale => locales()
                .flat_map(|locale| entities().map(move |place| Place { locale: Some(locale), ..place }))
                .collect(),
        }
    }

    fn file(
        &self,
        inside: &str,
        source_file: &str,
        bytes: &Cow<'static, [u8]>,
        context: &Arc<Context>,
    ) -> Result<PlannedFile, PlanError> {
        let manifest = &self.template.manifest;
        let (inside, is_template) = match inside.strip_suffix(".hbs") {
            Some(inside) => (inside, true),
            None => (inside, false),
        };
        let path = match self.rule.to.trim_end_matches('/') {
            "" => inside.to_owned(),
            to => format!("{to}/{inside}"),
        };
        let filled = fill(&path, context.data()).map_err(|missing| PlanError::Path {
            template: manifest.name.clone(),
            path: path.clone(),
            missing,
        })?;
        let path = WorkspacePath::new(filled)
            .and_then(WorkspacePath::of_templates)
            .map_err(|source| PlanError::Unsafe { template: manifest.name.clone(), source })?;
        Ok(PlannedFile {
            executable: path.as_str().starts_with(".husky/") || path.extension() == Some("sh"),
            path,
            source: source(bytes, is_template),
            context: Arc::clone(context),
            ownership: self.rule.ownership,
            template: format!("{}@{}", manifest.name, manifest.version),
            source_file: format!("{}/{source_file}", manifest.name),
        })
    }
}

fn source(bytes: &Cow<'static, [u8]>, is_template: bool) -> Source {
    match text_of(bytes) {
        Some(text) if is_template => Source::Handlebars(text),
        Some(text) => Source::Verbatim(text),
        None => Source::Bytes(bytes.clone()),
    }
}

fn text_of(bytes: &Cow<'static, [u8]>) -> Option<Cow<'static, str>> {
    match bytes {
        Cow::Borrowed(bytes) => std::str::from_utf8(bytes).map(Cow::Borrowed).ok(),
        Cow::Owned(bytes) => String::from_utf8(bytes.clone()).map(Cow::Owned).ok(),
    }
}
