//! Workflows: do they speak of entities, paths, roles and durations that there are?

use super::{platform::cron, unknown_entity};
use crate::spec::{
    Document, Model,
    document::{Step, Workflow},
    model::{Entity, FieldKind},
    problem::{Path, Problem},
    resolve::{unknown_member, unknown_role},
    value::normalize,
};

pub(super) fn check(document: &Document, model: &Model, problems: &mut Vec<Problem>) {
    for (name, workflow) in &document.workflows {
        let path = Path::of(&["workflows", name]);
        let entity = trigger(document, model, workflow, &path.key("trigger"), problems);
        if workflow.steps.is_empty() {
            problems.push(
                Problem::of_key(path.key("steps"), "the workflow does nothing")
                    .mend("add a step: `- wait: { for: PT1H }`"),
            );
        }
        for (at, step) in workflow.steps.iter().enumerate() {
            let mut check = StepCheck { model, entity, path: path.key("steps").index(at), problems };
            check.step(step);
        }
        on_error(document, model, workflow, name, &path.key("on-error"), problems);
    }
}

fn trigger<'m>(
    document: &Document,
    model: &'m Model,
    workflow: &Workflow,
    path: &Path,
    problems: &mut Vec<Problem>,
) -> Option<&'m Entity> {
    let trigger = &workflow.trigger;
    if let Some(schedule) = &trigger.schedule {
        problems.extend(cron(path.key("schedule"), schedule));
        if trigger.on.is_some() {
            problems.push(Problem::of_key(path.key("on"), "a schedule has no `on`").mend("leave it out"));
        }
    }
    let name = trigger.entity.as_ref()?;
    if trigger.on.is_none() {
        problems.push(
            Problem::of_key(path.key("entity"), "what must happen to it is missing")
                .mend("add `on: create`, `on: update` or `on: delete`"),
        );
    }
    let Some(at) = document.entities.get_index_of(name) else {
        problems.push(unknown_entity(path.key("entity"), name, document));
        return None;
    };
    model.entities.get(at)
}

fn on_error(
    document: &Document,
    model: &Model,
    workflow: &Workflow,
    own: &str,
    path: &Path,
    problems: &mut Vec<Problem>,
) {
    let Some(on_error) = &workflow.on_error else { return };
    if on_error.retry.is_some_and(|retry| retry > 100) {
        problems.push(Problem::new(path.key("retry"), "a step is tried again at most 100 times").mend("choose fewer"));
    }
    let Some(then) = &on_error.then else { return };
    let here = path.key("then");
    if let Some(role) = then.strip_prefix("notify-") {
        if !model.roles.iter().any(|known| known.name == role) {
            problems.push(unknown_role(here, role, &model.roles));
        }
    } else if then == own {
        problems.push(
            Problem::new(here, "a workflow that failed would start itself again").mend("use `retry:`, or name another"),
        );
    } else if !document.workflows.contains_key(then) {
        let problem = unknown_member(here, then, "workflow", document.workflows.keys().map(String::as_str));
        problems
            .push(problem.mend("write `notify-` and a role, such as `notify-admin`, or the name of another workflow"));
    }
}

struct StepCheck<'a> {
    model: &'a Model,
    /// The entity of the row that started it, where it is known.
    entity: Option<&'a Entity>,
    path: Path,
    problems: &'a mut Vec<Problem>,
}

impl StepCheck<'_> {
    fn step(&mut self, step: &Step) {
        if let Some(wait) = &step.wait {
            if let Some(until) = &wait.until {
                self.moment(until, self.path.key("wait").key("until"));
            }
            if let Some(duration) = &wait.r#for {
                self.duration(duration, self.path.key("wait").key("for"));
            }
        }
        if let Some(send) = &step.send {
            self.member(
                &send.email,
                self.path.key("send").key("email"),
                |kind| matches!(kind, FieldKind::Email),
                "an e-mail address",
            );
        }
        if let Some(notify) = &step.notify
            && !self.model.roles.iter().any(|role| role.name == notify.role)
        {
            let problem = unknown_role(self.path.key("notify").key("role"), &notify.role, &self.model.roles);
            self.problems.push(problem);
        }
        if let Some(call) = &step.call
            && let Err(misfit) = normalize(&call.url.as_str().into(), &FieldKind::Url, &[])
        {
            let mut problem = Problem::new(self.path.key("call").key("url"), misfit.message);
            problem.mend = misfit.mend;
            self.problems.push(problem);
        }
        for (name, value) in step.set.iter().flatten() {
            self.set(name, value);
        }
    }

    fn set(&mut self, name: &str, value: &serde_json::Value) {
        let here = self.path.key("set").key(name);
        let Some(entity) = self.entity else { return };
        let Some(field) = entity.fields.iter().find(|field| field.name == name) else {
            self.problems.push(unknown_member(
                here,
                name,
                "field",
                entity.fields.iter().map(|field| field.name.as_str()),
            ));
            return;
        };
        if value.is_null() && !field.required {
            return;
        }
        if let Err(misfit) = normalize(value, &field.kind, &self.model.enums) {
            let mut problem = Problem::new(here, misfit.message);
            problem.mend = misfit.mend;
            self.problems.push(problem);
        }
    }

    /// `startsAt`, `startsAt - PT24H`, `startsAt + P1D`
    fn moment(&mut self, text: &str, here: Path) {
        let parts: Vec<&str> = text.split_whitespace().collect();
        let (field, duration) = match parts.as_slice() {
            [field] => (*field, None),
            [field, "+" | "-", duration] => (*field, Some(*duration)),
            _ => {
                let message = format!("`{}` is no moment", text.escape_debug());
                self.problems.push(
                    Problem::new(here, message)
                        .mend("write a field, and a duration before or after it: `startsAt - PT24H`"),
                );
                return;
            }
        };
        if let Some(duration) = duration {
            self.duration(duration, here.clone());
        }
        self.member(field, here, |kind| matches!(kind, FieldKind::DateTime | FieldKind::Date), "a moment or a day");
    }

    fn duration(&mut self, text: &str, here: Path) {
        if let Err(misfit) = normalize(&text.into(), &FieldKind::Duration, &[]) {
            let mut problem = Problem::new(here, misfit.message);
            problem.mend = misfit.mend;
            self.problems.push(problem);
        }
    }

    /// `pet.owner.email`: along relations to one, to a field.
    fn member(&mut self, way: &str, here: Path, fits: fn(&FieldKind) -> bool, what: &str) {
        let Some(mut entity) = self.entity else { return };
        let mut steps: Vec<&str> = way.split('.').collect();
        let last = steps.pop().unwrap_or_default();
        for step in steps {
            let Some(relation) = entity.relations.iter().find(|relation| relation.name == step) else {
                let choices = entity.relations.iter().map(|relation| relation.name.as_str());
                self.problems.push(unknown_member(here, step, "relation", choices));
                return;
            };
            entity = self.model.entity(relation.target);
        }
        match entity.fields.iter().find(|field| field.name == last) {
            Some(field) if fits(&field.kind) => {}
            Some(_) => self.problems.push(
                Problem::new(here, format!("`{last}` of `{}` is not {what}", entity.names.one.pascal))
                    .mend("name a field of that type"),
            ),
            None => self.problems.push(unknown_member(
                here,
                last,
                "field",
                entity.fields.iter().map(|field| field.name.as_str()),
            )),
        }
    }
}
