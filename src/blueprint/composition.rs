//! Several blueprints as one: their templates and questions together, each once, and who brought what.

use std::collections::BTreeMap;

use semver::{Version, VersionReq};
use serde_json::{Map, Value};

use super::library::Library;
use super::manifest::{BlueprintManifest, TemplateUse};
use super::planner::PlanError;
use crate::condition::holds;
use crate::spec::model::BlueprintRef;
use crate::spec::question::Question;

/// Blueprints, composed in the order in which they are named.
#[derive(Debug, Clone)]
pub struct Composition {
    /// Name and version of each.
    pub blueprints: Vec<(String, Version)>,
    /// Each template once, in the order of the blueprints and of their lists.
    pub uses: Vec<Use>,
    /// What the interview asks; the first to ask about a place asks.
    pub questions: Vec<Question>,
}

/// A template of one or several blueprints.
#[derive(Debug, Clone)]
pub struct Use {
    /// Which.
    pub name: String,
    /// Values of its parameters.
    pub params: BTreeMap<String, Value>,
    /// Which versions will do, and which blueprint says so.
    pub wanted: Vec<(String, VersionReq)>,
    /// The template whose place it takes.
    pub instead_of: Option<String>,
    /// Where it is used: wherever one of these holds.
    whens: Vec<Option<String>>,
}

impl Use {
    /// Whether a workspace of this data has it.
    pub fn holds(&self, data: &Map<String, Value>) -> bool {
        let data = || Value::Object(data.clone());
        self.whens.iter().any(|when| when.as_ref().is_none_or(|when| holds(when, &data())))
    }

    /// The blueprints that have it.
    pub fn brought_by(&self) -> String {
        self.wanted.iter().map(|(by, _)| format!("`{by}`")).collect::<Vec<_>>().join(" and ")
    }
}

impl Composition {
    /// Puts blueprints together.
    ///
    /// # Errors
    /// One is not there or not in the version that is wanted; two want what does not go together.
    pub fn of<'a>(
        library: &Library,
        blueprints: impl IntoIterator<Item = &'a BlueprintRef>,
    ) -> Result<Self, PlanError> {
        let mut composition = Self { blueprints: Vec::new(), uses: Vec::new(), questions: Vec::new() };
        for wanted in blueprints {
            let blueprint = library.blueprint(&wanted.name)?;
            check_range(&blueprint, &wanted.range)?;
            for used in blueprint.templates {
                composition.add(&blueprint.name, used)?;
            }
            for question in blueprint.questions {
                if !composition.questions.iter().any(|other| other.path == question.path) {
                    composition.questions.push(question);
                }
            }
            composition.blueprints.push((blueprint.name, blueprint.version));
        }
        composition.replace()?;
        Ok(composition)
    }

    /// Which template takes the place of which, and who says so.
    pub fn replacements(&self) -> impl Iterator<Item = (&str, &str, String)> {
        self.uses.iter().filter_map(|used| Some((used.name.as_str(), used.instead_of.as_deref()?, used.brought_by())))
    }

    /// `saas@1.0.0 + acme/audit@1.2.0`
    pub fn shown(&self) -> String {
        let each = self.blueprints.iter().map(|(name, version)| format!("{name}@{version}"));
        each.collect::<Vec<_>>().join(" + ")
    }

    fn add(&mut self, by: &str, used: TemplateUse) -> Result<(), PlanError> {
        let wanted = (by.to_owned(), used.version);
        let Some(there) = self.uses.iter_mut().find(|there| there.name == used.name) else {
            let whens = vec![used.when];
            let (name, params, instead_of) = (used.name, used.params, used.instead_of);
            self.uses.push(Use { name, params, wanted: vec![wanted], instead_of, whens });
            return Ok(());
        };
        for (param, value) in used.params {
            match there.params.get(&param) {
                Some(first) if *first != value => {
                    let (first, second) = (format!("{first} ({})", there.brought_by()), format!("{value} (`{by}`)"));
                    return Err(PlanError::Params { template: used.name, param, first, second });
                }
                Some(_) => {}
                None => drop(there.params.insert(param, value)),
            }
        }
        there.wanted.push(wanted);
        there.whens.push(used.when);
        there.instead_of = there.instead_of.take().or(used.instead_of);
        Ok(())
    }

    /// Puts templates into the places of those that they are used instead of.
    fn replace(&mut self) -> Result<(), PlanError> {
        let mut taken: BTreeMap<String, String> = BTreeMap::new();
        for used in &self.uses {
            let Some(place) = &used.instead_of else { continue };
            if !self.uses.iter().any(|other| other.name == *place) {
                let (template, by) = (used.name.clone(), used.brought_by());
                return Err(PlanError::Nothing { template, by, place: place.clone() });
            }
            if let Some(other) = taken.insert(place.clone(), used.name.clone()) {
                return Err(PlanError::Replaced { place: place.clone(), one: other, other: used.name.clone() });
            }
        }
        for (place, name) in taken {
            let from = self.uses.iter().position(|used| used.name == name);
            let Some(used) = from.map(|from| self.uses.remove(from)) else { continue };
            if let Some(there) = self.uses.iter_mut().find(|there| there.name == place) {
                *there = used;
            }
        }
        Ok(())
    }
}

fn check_range(blueprint: &BlueprintManifest, range: &str) -> Result<(), PlanError> {
    let wanted = VersionReq::parse(range).map_err(|source| PlanError::Range { range: range.to_owned(), source })?;
    if wanted.matches(&blueprint.version) {
        return Ok(());
    }
    Err(PlanError::Version { name: blueprint.name.clone(), wanted, found: blueprint.version.clone() })
}
