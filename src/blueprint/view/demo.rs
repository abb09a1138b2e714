//! `fountane.demo.json`: what a demo of exactly this workspace consists of. Its shape is `demo::manifest`'s.

use serde_json::{Map, Value, json};

use super::Place;
use super::dev_identity;
use super::workspace::{Service, services};
use crate::spec::model::{ServiceId, Tenancy};

/// Names that other parts of a demo have.
const TAKEN: [&str; 6] = ["postgres", "supervisor", "build", "identity", "gateway", "web"];
const ISSUER: &str = "http://localhost:{port:identity}";
const APP: &str = "http://localhost:{port:web}";

pub(super) fn view(place: Place<'_>) -> Value {
    let demo = Demo { place, services: services(place.model) };
    json!({
        "version": 1,
        "name": place.model.project.title,
        "open": demo.open(),
        "people": demo.people(),
        "build": demo.build(),
        "postgres": demo.postgres(),
        "ports": demo.ports(),
        "tasks": demo.tasks(),
        "processes": demo.processes(),
    })
}

struct Demo<'a> {
    place: Place<'a>,
    services: Vec<Service>,
}

impl Demo<'_> {
    /// What a person sees first: the application, or whatever is nearest to one.
    fn open(&self) -> String {
        if self.place.has("web") {
            APP.to_owned()
        } else if self.place.has("gateway") {
            "{url:gateway}/trpc".to_owned()
        } else {
            format!("{{url:{}-http}}/readyz", name(&self.services[0]))
        }
    }

    fn people(&self) -> Value {
        let isolated = self.place.model.tenancy != Tenancy::None;
        dev_identity::people(self.place.model)
            .into_iter()
            .map(|person| {
                let mut entry = json!({ "name": person.name, "role": person.role, "email": person.email });
                if isolated {
                    entry["tenant"] = json!(person.tenant.name);
                }
                entry
            })
            .collect()
    }

    fn build(&self) -> Value {
        let mut build = json!({ "steps": [{ "name": "Build everything", "pnpm": ["run", "build"] }] });
        if self.place.has("web") {
            // `next build` leaves the assets out, for a CDN to serve.
            let standalone = "apps/web/.next/standalone/apps/web";
            build["copies"] = json!([
                { "from": "apps/web/.next/static", "to": format!("{standalone}/.next/static") },
                { "from": "apps/web/public", "to": format!("{standalone}/public"), "optional": true },
            ]);
        }
        build
    }

    fn postgres(&self) -> Value {
        let project = self.place.model.project.name.replace('-', "_");
        let databases: Vec<Value> = self
            .services
            .iter()
            .map(|service| {
                json!({
                    "name": service.database,
                    "owner": format!("{project}_owner"),
                    "app": format!("{project}_app"),
                })
            })
            .collect();
        json!({ "package-in": "libs/core/testing", "databases": databases })
    }

    fn ports(&self) -> Vec<String> {
        let mut ports: Vec<String> =
            ["web", "gateway"].into_iter().filter(|part| self.place.has(part)).map(str::to_owned).collect();
        ports.push("identity".to_owned());
        ports.extend(
            self.services.iter().flat_map(|service| ["grpc", "http"].map(|port| format!("{}-{port}", name(service)))),
        );
        ports
    }

    /// Tables first, then rows; one service after the other, as rows may speak of another service's.
    fn tasks(&self) -> Vec<Value> {
        let migrate = self.services.iter().map(|service| {
            json!({
                "name": format!("migrate-{}", service.kebab),
                "script": format!("apps/services/{}/dist/migrate.js", service.kebab),
                "env": { "MIGRATION_DATABASE_URL": format!("{{database:{}:owner}}", service.database) },
            })
        });
        let seed = self.services.iter().enumerate().map(|(index, service)| {
            let mut after = vec![format!("migrate-{}", service.kebab)];
            after.extend(index.checked_sub(1).map(|before| format!("seed-{}", self.services[before].kebab)));
            json!({
                "name": format!("seed-{}", service.kebab),
                "script": format!("apps/services/{}/dist/seed.js", service.kebab),
                "env": { "DATABASE_URL": format!("{{database:{}:app}}", service.database) },
                "after": after,
            })
        });
        migrate.chain(seed).collect()
    }

    fn processes(&self) -> Vec<Value> {
        let mut processes = vec![self.identity()];
        processes.extend(self.services.iter().enumerate().map(|(index, service)| self.service(index, service)));
        if self.place.has("gateway") {
            processes.push(self.gateway());
        }
        if self.place.has("web") {
            processes.push(self.web());
        }
        processes
    }

    fn identity(&self) -> Value {
        let project = &self.place.model.project;
        let mut clients = Vec::new();
        if self.place.has("web") {
            clients.push(json!({
                "id": format!("{}-web", project.name),
                "name": project.title,
                "secret": "{secret:client}",
                "redirectUris": [format!("{APP}/auth/callback")],
                "postLogoutRedirectUris": [format!("{APP}/signed-out")],
            }));
        }
        clients.push(json!({
            "id": format!("{}-cli", project.name),
            "name": format!("{} for the command line", project.title),
            "redirectUris": ["http://127.0.0.1/callback"],
        }));
        json!({
            "name": "identity",
            "script": "tools/dev-identity/dist/main.js",
            "env": {
                "IDENTITY_ISSUER": ISSUER,
                "IDENTITY_PORT": "{port:identity}",
                "IDENTITY_DATA_DIR": "{data:identity}",
                "IDENTITY_AUDIENCE": self.place.model.audience(),
                "IDENTITY_CLIENTS": clients,
            },
            "health": { "http": { "port": "identity", "path": "/.well-known/openid-configuration" } },
        })
    }

    fn service(&self, index: usize, service: &Service) -> Value {
        let process = name(service);
        let mut env = self.verifier();
        env.insert("NODE_ENV".to_owned(), json!("production"));
        env.insert("DATABASE_URL".to_owned(), json!(format!("{{database:{}:app}}", service.database)));
        env.insert("GRPC_PORT".to_owned(), json!(format!("{{port:{process}-grpc}}")));
        env.insert("HTTP_PORT".to_owned(), json!(format!("{{port:{process}-http}}")));
        for other in self.called_by(index) {
            env.insert(format!("{}_URL", other.shouty), json!(format!("{{url:{}-grpc}}", name(other))));
        }
        json!({
            "name": process,
            "script": format!("apps/services/{}/dist/main.js", service.kebab),
            "env": env,
            "after": [format!("seed-{}", service.kebab), "identity"],
            "health": { "grpc": { "port": format!("{process}-grpc") } },
        })
    }

    /// The other services whose rows this one's speak of.
    fn called_by(&self, index: usize) -> impl Iterator<Item = &Service> {
        self.place.model.called_by(ServiceId(index)).map(|service| &self.services[service.id.0])
    }

    fn gateway(&self) -> Value {
        let mut env = self.verifier();
        env.insert("NODE_ENV".to_owned(), json!("production"));
        env.insert("GATEWAY_PORT".to_owned(), json!("{port:gateway}"));
        for service in &self.services {
            env.insert(format!("{}_URL", service.shouty), json!(format!("{{url:{}-grpc}}", name(service))));
        }
        json!({
            "name": "gateway",
            "script": "apps/gateway/dist/main.js",
            "env": env,
            "after": self.services.iter().map(name).collect::<Vec<_>>(),
            "health": { "http": { "port": "gateway", "path": "/livez" } },
        })
    }

    fn web(&self) -> Value {
        json!({
            "name": "web",
            "script": "apps/web/.next/standalone/apps/web/server.js",
            "env": {
                "NODE_ENV": "production",
                "PORT": "{port:web}",
                "HOSTNAME": "127.0.0.1",
                "APP_URL": APP,
                "GATEWAY_URL": "{url:gateway}/trpc",
                "OIDC_ISSUER": ISSUER,
                "OIDC_CLIENT_ID": format!("{}-web", self.place.model.project.name),
                "OIDC_CLIENT_SECRET": "{secret:client}",
                "OIDC_RESOURCE": self.place.model.audience(),
                "SESSION_SECRET": "{secret:session}",
            },
            "after": ["gateway", "identity"],
            "health": { "http": { "port": "web", "path": "/sign-in" } },
        })
    }

    /// What whoever checks access tokens needs.
    fn verifier(&self) -> Map<String, Value> {
        let entries = [
            ("OIDC_ISSUER", ISSUER.to_owned()),
            ("OIDC_JWKS_URI", format!("{ISSUER}/jwks")),
            ("OIDC_AUDIENCE", self.place.model.audience()),
        ];
        entries.into_iter().map(|(name, value)| (name.to_owned(), json!(value))).collect()
    }
}

fn name(service: &Service) -> String {
    if TAKEN.contains(&service.kebab.as_str()) {
        return format!("{}-service", service.kebab);
    }
    service.kebab.clone()
}
