//! The workspace's own applications, described as a component is: each service with its migrations and rows before it, the
//! gateway, the web application.

use indexmap::IndexMap;

use super::amount::{Bytes, Seconds};
use super::component::{
    Component, Container, FORMAT, Health, HttpClient, HttpHealth, Image, Limits, Port, Protocol, SecretKind,
};
use super::fill::{POSTGRES, role_secret};
use crate::spec::Model;
use crate::spec::model::Service;

/// The name of the component that stands for the workspace's applications.
pub const APPS: &str = "apps";
const GATEWAY: &str = "gateway";
pub(super) const WEB: &str = "web";
const HTTP: u16 = 9464;
const GRPC: u16 = 50_051;

/// Which applications of a workspace have a Dockerfile.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Apps {
    /// Services of the spec, by their kebab-case name.
    pub services: Vec<String>,
    /// The gateway.
    pub gateway: bool,
    /// The web application.
    pub web: bool,
    /// What tells one state of their sources from another.
    pub sources: String,
}

/// A database and who may use it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Database {
    pub name: String,
    pub owner: String,
    pub app: Option<String>,
}

impl Apps {
    /// Where the Dockerfiles are, from the root of the workspace: those of services, the gateway and the web application.
    pub fn dockerfiles(model: &Model) -> Vec<(String, String)> {
        let services = model.services.iter().map(|service| service.names.one.kebab.clone());
        let services = services.map(|name| (name.clone(), format!("apps/services/{name}/Dockerfile")));
        let others = [GATEWAY, WEB].map(|name| (name.to_owned(), format!("apps/{name}/Dockerfile")));
        services.chain(others).collect()
    }

    /// Whether there is any.
    pub fn any(&self) -> bool {
        self.gateway || self.web || !self.services.is_empty()
    }
}

/// The databases of services: one role owns the tables, another works with them.
pub(super) fn databases(model: &Model, apps: &Apps) -> Vec<Database> {
    let project = model.project.name.replace('-', "_");
    let of = |service: &Service| Database {
        name: model.database(service.id),
        owner: format!("{project}_owner"),
        app: Some(format!("{project}_app")),
    };
    services(model, apps).map(of).collect()
}

fn services<'a>(model: &'a Model, apps: &'a Apps) -> impl Iterator<Item = &'a Service> {
    model.services.iter().filter(|service| apps.services.contains(&service.names.one.kebab))
}

/// What a service is called in a stack: components come first.
fn container_name(service: &Service, taken: &dyn Fn(&str) -> bool) -> String {
    let name = &service.names.one.kebab;
    if taken(name) || [GATEWAY, WEB].contains(&name.as_str()) { format!("{name}-service") } else { name.clone() }
}

/// The component of the applications; none where there are none. `taken` says which names of containers components have.
pub(super) fn component(model: &Model, apps: &Apps, taken: &dyn Fn(&str) -> bool) -> Option<Component> {
    if !apps.any() {
        return None;
    }
    let made = Maker { model, apps, taken };
    let mut component = Component {
        component: FORMAT,
        summary: format!("The applications of {}", model.project.title),
        when: vec!["apps.any".to_owned()],
        needs: vec![POSTGRES.to_owned(), "keycloak".to_owned()],
        database: false,
        local: false,
        secrets: IndexMap::new(),
        services: IndexMap::new(),
        jobs: IndexMap::new(),
    };
    component.secrets.insert("session".to_owned(), SecretKind::default());
    let mut seeded: Option<String> = None;
    for service in services(model, apps) {
        let name = container_name(service, taken);
        let (migrate, seed) =
            (format!("migrate-{}", service.names.one.kebab), format!("seed-{}", service.names.one.kebab));
        component.jobs.insert(migrate.clone(), made.migrate(service));
        // One after the other, as rows may speak of another service's.
        let before = std::iter::once(migrate).chain(seeded.take()).collect();
        component.jobs.insert(seed.clone(), made.seed(service, before));
        component.services.insert(name, made.service(service, &seed));
        seeded = Some(seed);
    }
    if apps.gateway {
        component.services.insert(GATEWAY.to_owned(), made.gateway());
    }
    if apps.web {
        component.services.insert(WEB.to_owned(), made.web());
    }
    Some(component)
}

struct Maker<'a> {
    model: &'a Model,
    apps: &'a Apps,
    taken: &'a dyn Fn(&str) -> bool,
}

impl Maker<'_> {
    fn migrate(&self, service: &Service) -> Container {
        let url = self.database_url(service, "owner");
        self.job(service, "migrate", [("MIGRATION_DATABASE_URL".to_owned(), url)].into(), Vec::new())
    }

    fn seed(&self, service: &Service, after: Vec<String>) -> Container {
        let url = self.database_url(service, "app");
        self.job(service, "seed", [("DATABASE_URL".to_owned(), url)].into(), after)
    }

    fn job(&self, service: &Service, script: &str, env: IndexMap<String, String>, after: Vec<String>) -> Container {
        let command = ["node", "--enable-source-maps", &format!("dist/{script}.js")].map(str::to_owned).to_vec();
        Container { command, env, after, ..self.container(&service.names.one.kebab, 512) }
    }

    fn service(&self, service: &Service, seed: &str) -> Container {
        let mut env = self.verifier();
        env.insert("DATABASE_URL".to_owned(), self.database_url(service, "app"));
        env.insert("GRPC_PORT".to_owned(), GRPC.to_string());
        env.insert("HTTP_PORT".to_owned(), HTTP.to_string());
        env.extend(self.model.called_by(service.id).map(|other| self.address(other)));
        let ports = [("http", HTTP, Protocol::Http), ("grpc", GRPC, Protocol::Tcp)];
        let ports = ports.map(|(name, container, protocol)| {
            (name.to_owned(), Port { container, protocol, publish: false, open: None, public: Vec::new() })
        });
        Container {
            env,
            ports: ports.into(),
            health: Some(health("http", "/readyz")),
            after: vec![seed.to_owned()],
            ..self.container(&service.names.one.kebab, 512)
        }
    }

    fn gateway(&self) -> Container {
        let mut env = self.verifier();
        env.insert("GATEWAY_PORT".to_owned(), "4000".to_owned());
        env.extend(services(self.model, self.apps).map(|service| self.address(service)));
        Container {
            env,
            ports: [published(4000, None)].into(),
            health: Some(health("http", "/livez")),
            after: services(self.model, self.apps).map(|service| container_name(service, self.taken)).collect(),
            ..self.container(GATEWAY, 512)
        }
    }

    fn web(&self) -> Container {
        let project = &self.model.project.name;
        let own = "{{service.web.address.http}}";
        let env = [
            ("APP_URL", own.to_owned()),
            ("GATEWAY_URL", "http://gateway:4000/trpc".to_owned()),
            ("OIDC_ISSUER", issuer()),
            ("OIDC_INTERNAL_ORIGIN", "http://keycloak:8080".to_owned()),
            ("OIDC_CLIENT_ID", format!("{project}-web")),
            ("OIDC_CLIENT_SECRET", "{{secret.keycloak.client}}".to_owned()),
            ("OIDC_ID_TOKEN_ALGORITHM", "RS256".to_owned()),
            ("SESSION_SECRET", "{{secret.session}}".to_owned()),
        ];
        Container {
            env: env.map(|(name, value)| (name.to_owned(), value)).into(),
            ports: [published(3000, Some("/"))].into(),
            health: Some(health("http", "/signed-out")),
            after: self.apps.gateway.then(|| GATEWAY.to_owned()).into_iter().collect(),
            // Next.js keeps what it has rendered.
            tmpfs: vec!["/tmp".to_owned(), "/web/apps/web/.next/cache".to_owned()],
            ..self.container(WEB, 768)
        }
    }

    /// What whoever checks access tokens needs.
    fn verifier(&self) -> IndexMap<String, String> {
        let entries = [
            ("OIDC_ISSUER", issuer()),
            ("OIDC_JWKS_URI", "http://keycloak:8080/realms/{{project.name}}/protocol/openid-connect/certs".to_owned()),
            ("OIDC_AUDIENCE", self.model.audience()),
            ("OIDC_ALGORITHMS", "RS256".to_owned()),
            ("OIDC_TOKEN_TYPE", "JWT".to_owned()),
        ];
        entries.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
    }

    fn address(&self, service: &Service) -> (String, String) {
        let name = container_name(service, self.taken);
        (format!("{}_URL", service.names.one.shouty), format!("http://{name}:{GRPC}"))
    }

    fn database_url(&self, service: &Service, kind: &str) -> String {
        let role = format!("{}_{kind}", self.model.project.name.replace('-', "_"));
        let secret = role_secret(&role).replace('/', ".");
        format!("postgres://{role}:{{{{secret.{secret}}}}}@{POSTGRES}:5432/{}", self.model.database(service.id))
    }

    /// The image of an application and how it runs: as in production, it can write nowhere and is allowed nothing.
    fn container(&self, app: &str, mebibytes: u64) -> Container {
        let folder = if [GATEWAY, WEB].contains(&app) { format!("apps/{app}") } else { format!("apps/services/{app}") };
        Container {
            image: Image {
                name: format!("{}-{app}", self.model.project.name),
                tag: "stack".to_owned(),
                digest: None,
                build: Some(format!("{folder}/Dockerfile")),
            },
            // The user `node` of the image; a cluster takes numbers alone.
            user: Some("1000:1000".to_owned()),
            read_only: true,
            tmpfs: vec!["/tmp".to_owned()],
            limits: Limits { memory: Bytes(mebibytes << 20), cpus: 1.0, pids: 200 },
            ..Container::default()
        }
    }
}

fn issuer() -> String {
    "{{service.keycloak.address.http}}/realms/{{project.name}}".to_owned()
}

/// `page` is what people open, and reach from outside of a cluster.
fn published(container: u16, page: Option<&str>) -> (String, Port) {
    let open = page.map(str::to_owned);
    let public = open.clone().into_iter().collect();
    ("http".to_owned(), Port { container, protocol: Protocol::Http, publish: true, open, public })
}

fn health(port: &str, path: &str) -> Health {
    Health {
        command: Vec::new(),
        http: Some(HttpHealth { port: port.to_owned(), path: path.to_owned(), with: HttpClient::Node }),
        tcp: None,
        interval: Seconds(2.0),
        timeout: Seconds(5.0),
        retries: 15,
        start_period: Seconds(30.0),
    }
}
