//! What README and AGENTS say of exactly this workspace.

use serde_json::{Value, json};

use super::Service;
use crate::blueprint::context::Place;
use crate::render::markdown;
use crate::spec::model::{Entity, Tenancy};

pub(super) struct Guide<'a> {
    pub place: Place<'a>,
    pub services: &'a [Service],
}

impl Guide<'_> {
    pub(super) fn title(&self) -> String {
        markdown::escape(&self.place.model.project.title)
    }

    pub(super) fn description(&self) -> String {
        markdown::escape(&self.place.model.project.description)
    }

    /// What a request goes through.
    pub(super) fn path(&self) -> String {
        let services = match self.services {
            [only] => format!("apps/services/{} (gRPC, NestJS)", only.kebab),
            _ => "apps/services/* (gRPC, NestJS)".to_owned(),
        };
        let database = match self.place.model.tenancy {
            Tenancy::None => "PostgreSQL",
            _ => "PostgreSQL with row level security",
        };
        let mut steps = Vec::new();
        if self.place.has("web") {
            steps.extend(["browser", "apps/web (Next.js)"]);
        }
        if self.place.has("gateway") {
            steps.push("apps/gateway (tRPC)");
        }
        steps.extend([services.as_str(), database]);
        steps.join(" → ")
    }

    /// What `pnpm e2e` does.
    pub(super) fn story(&self) -> &'static str {
        match (self.place.has("web"), self.place.has("gateway")) {
            (true, _) => "all of it in a browser, on databases of its own",
            (false, true) => "all of it through the gateway, on databases of its own",
            (false, false) => "all of it through the services, on databases of its own",
        }
    }

    pub(super) fn keeps(&self, service: &Service) -> String {
        let model = self.place.model;
        let owned = model.services.iter().find(|other| other.names.one.kebab == service.kebab);
        let titles: Vec<String> = owned
            .iter()
            .flat_map(|owned| &owned.entities)
            .map(|id| markdown::escape(&model.entity(*id).names.many.phrase))
            .collect();
        let mut keeps = titles.join(", ");
        if let Some(owned) = owned.filter(|owned| !owned.description.is_empty()) {
            keeps = format!("{keeps}. {}", markdown::escape(&owned.description));
        }
        keeps
    }

    /// Stands for any entity and any service in the guides.
    pub(super) fn first(&self) -> Value {
        json!({ "entities": self.first_entity().names.many.kebab, "service": self.services[0].kebab })
    }

    fn first_entity(&self) -> &Entity {
        let model = self.place.model;
        model.entity(model.services[0].entities[0])
    }

    pub(super) fn folders(&self) -> Value {
        let everywhere = match (self.place.has("web"), self.place.has("gateway")) {
            (true, _) => "in the web, the gateway and the services alike",
            (false, true) => "in the gateway and the services alike",
            (false, false) => "in every service",
        };
        let mut folders = vec![
            ("libs/contracts", format!("What the parts agree on: protos, and the schemas that check every input, {everywhere}")),
            ("libs/core", "Errors, configuration, types, helpers for tests: of no framework".to_owned()),
            (
                "libs/backend/database",
                "Transactions, lists with filters and cursors, optimistic locking, soft removal, audit trail, migrations"
                    .to_owned(),
            ),
            ("libs/backend/grpc", "Starts a service; who may call, what errors look like, how messages are read".to_owned()),
            ("libs/backend/auth", "Access tokens, roles, the caller of the current request".to_owned()),
            (
                "libs/backend/mocks",
                "The services in memory, `mockTransport()`, for tests of what calls them; the services' tests are told of both"
                    .to_owned(),
            ),
            ("libs/backend/observability", "Logs, metrics, health and readiness".to_owned()),
            (
                "apps/services",
                "In each service a folder for each entity: table, store, repository, service, controller, messages".to_owned(),
            ),
        ];
        if self.place.has("gateway") {
            folders.push(("apps/gateway", "A router for each entity".to_owned()));
        }
        if self.place.has("web") {
            folders.push((
                "apps/web",
                "A folder for each entity: list, form, page; general parts in `src/records`".to_owned(),
            ));
            folders.push((
                "libs/frontend/ui",
                "Buttons, fields, tables, dialogs: accessible, in light and dark".to_owned(),
            ));
        }
        folders.push((
            "tools/bundle",
            "What makes few files of an application and all that it uses, for its image".to_owned(),
        ));
        folders.push(("tools/dev-identity", "An identity provider for development: sign in as anyone".to_owned()));
        if self.place.has("e2e") {
            folders.push(("tools/e2e", "The story that is told end to end".to_owned()));
        }
        if self.place.has("sdk-rust") {
            folders.push(("sdks/rust", "A crate that calls the services; its README says how".to_owned()));
        }
        if self.place.has("reference") {
            let what =
                "What can be called: methods, messages, errors. Begin with [docs/api/README.md](docs/api/README.md)";
            folders.push(("docs/api", what.to_owned()));
        }
        folders.into_iter().map(|(folder, what)| json!({ "folder": folder, "what": what })).collect()
    }

    /// Where a change of each kind goes.
    pub(super) fn changes(&self) -> Value {
        let names = &self.first_entity().names;
        let (many, one) = (&names.many.kebab, &names.one.kebab);
        let service = &self.services[0].kebab;
        let scope = self.place.model.project.name.replace('-', "_");
        let mut changes = vec![
            ("what an input must be", format!("`libs/contracts/src/schemas/{service}/{many}.ts`")),
            ("what travels between services", format!("`libs/contracts/proto/{scope}/{service}/v1/{many}.proto`")),
            ("rules of the business", format!("`apps/services/{service}/src/{many}/{many}.service.ts`")),
            ("how rows are read and written", format!("`apps/services/{service}/src/{many}/{many}.repository.ts`")),
        ];
        if self.place.has("gateway") {
            changes.push(("what clients may call", format!("`apps/gateway/src/{service}/{many}.router.ts`")));
        }
        if self.place.has("web") {
            let locale = self.place.model.apps.web.iter().flat_map(|web| &web.locales).next();
            let locale = locale.map_or("en", String::as_str);
            changes.push(("columns of a list", format!("`apps/web/src/entities/{many}/{one}-columns.tsx`")));
            changes.push(("a form", format!("`apps/web/src/entities/{many}/{one}-form.tsx`")));
            changes.push(("words on the screen", format!("`apps/web/messages/{locale}/entities/{many}.json`")));
            changes.push(("colours", "`libs/frontend/ui/src/theme.css`".to_owned()));
        }
        changes.into_iter().map(|(what, place)| json!({ "what": what, "where": place })).collect()
    }
}
