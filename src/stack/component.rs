//! What a component says of itself: the shape of `NAME.yaml`. Nothing here knows any component by name.

use indexmap::IndexMap;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::amount::{Bytes, Seconds};

/// The version of the format.
pub const FORMAT: u32 = 1;

/// A part of a stack that others need, such as a database: its containers and what they need.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[schemars(title = "A component of fountane stack")]
pub struct Component {
    /// Version of this format: `1`.
    #[schemars(range(min = 1, max = 1))]
    pub component: u32,
    /// What it is for, in one sentence.
    pub summary: String,
    /// When the spec needs it: any of these conditions holds. Each is a path into the facts, `!` before it, `&&` between
    /// several. Without it, it is there only with `--all` or by name.
    #[serde(default)]
    pub when: Vec<String>,
    /// Other components without which it does not work. They come up before it.
    #[serde(default)]
    pub needs: Vec<String>,
    /// Whether it has a database of its own in the component `postgres`, as `{{database.url}}` and the like.
    #[serde(default)]
    pub database: bool,
    /// What is generated once and kept, by name.
    #[serde(default)]
    pub secrets: IndexMap<String, SecretKind>,
    /// Containers that run on, by name. The names begin with the component's.
    #[serde(default)]
    pub services: IndexMap<String, Container>,
    /// Containers that run to their end, by name. What needs the component waits until they have.
    #[serde(default)]
    pub jobs: IndexMap<String, Container>,
}

/// How a secret looks. Each has 256 bits of chance, a key of RSA 2048 bits.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum SecretKind {
    /// 64 hexadecimal digits.
    #[default]
    Hex,
    /// 43 letters, digits, `-` and `_`, and before them what many rules of passwords ask for: `Aa1-`.
    Password,
    /// A private key in PEM, in one line of base64.
    RsaKey,
}

/// A container.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Container {
    /// What it runs.
    pub image: Image,
    /// Instead of the image's own.
    #[serde(default)]
    pub entrypoint: Vec<String>,
    /// Instead of the image's own.
    #[serde(default)]
    pub command: Vec<String>,
    /// Environment variables. A secret belongs into `files`, where the image takes a file.
    #[serde(default)]
    pub env: IndexMap<String, String>,
    /// As whom it runs: `uid:gid`. Without it, as the image says.
    #[serde(default)]
    pub user: Option<String>,
    /// Whether it may write nowhere but into its volumes and `tmpfs`.
    #[serde(default)]
    pub read_only: bool,
    /// Folders in memory.
    #[serde(default)]
    pub tmpfs: Vec<String>,
    /// Capabilities that it keeps, such as `CHOWN`; all others are dropped.
    #[serde(default)]
    pub capabilities: Vec<String>,
    /// Where it listens, by name.
    #[serde(default)]
    pub ports: IndexMap<String, Port>,
    /// How one knows that it can work. A job has none: it has to end with 0.
    #[serde(default)]
    pub health: Option<Health>,
    /// What it may use.
    pub limits: Limits,
    /// What it keeps: folders in the container by the name of the volume.
    #[serde(default)]
    pub volumes: IndexMap<String, String>,
    /// Files that it finds.
    #[serde(default)]
    pub files: Vec<File>,
    /// Containers of the same component that come before it: a service is healthy by then, a job has ended well.
    #[serde(default)]
    pub after: Vec<String>,
    /// How long it has to end by itself before it is killed.
    #[serde(default)]
    pub stop_after: Option<Seconds>,
}

/// What a container runs.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Image {
    /// Where it is: `postgres`, `quay.io/keycloak/keycloak`.
    pub name: String,
    /// Which version; `latest` is refused.
    pub tag: String,
    /// What the tag must be, where it moves: `sha256:` and 64 digits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub digest: Option<String>,
    /// The Dockerfile that makes it, from the root of the workspace. Without it, it is pulled.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub build: Option<String>,
}

/// Where a container listens.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Port {
    /// In the container.
    pub container: u16,
    /// What is spoken there.
    #[serde(default)]
    pub protocol: Protocol,
    /// Whether it can be reached from this machine, on the loopback and a port that is chosen once and kept.
    #[serde(default)]
    pub publish: bool,
    /// The page that `fountane stack open` opens, from the root: `/admin`. At most one port of a component has it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub open: Option<String>,
}

/// What is spoken on a port.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Protocol {
    /// Anything over TCP.
    #[default]
    Tcp,
    /// HTTP: it has an address that a browser opens.
    Http,
    /// Anything over UDP.
    Udp,
}

/// How one knows that a container can work: exactly one of `command`, `http`, `tcp`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Health {
    /// A program in the container that ends with 0.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub command: Vec<String>,
    /// A page in the container that answers with 2xx.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub http: Option<HttpHealth>,
    /// A port in the container that takes connections.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tcp: Option<TcpHealth>,
    /// How often it is asked.
    #[serde(default = "every_five_seconds")]
    pub interval: Seconds,
    /// How long an answer may take.
    #[serde(default = "every_five_seconds")]
    pub timeout: Seconds,
    /// How often in a row it may fail.
    #[serde(default = "three")]
    pub retries: u32,
    /// How long failures at the beginning do not count.
    #[serde(default)]
    pub start_period: Seconds,
}

/// A page that tells of health.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct HttpHealth {
    /// A port of the container, by its name.
    pub port: String,
    /// From the root: `/healthz`.
    pub path: String,
    /// A program of the image that can ask.
    pub with: HttpClient,
}

/// What can ask for a page, within the container.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum HttpClient {
    /// curl.
    Curl,
    /// wget, also that of busybox.
    Wget,
    /// Node.
    Node,
    /// bash, which can open connections.
    Bash,
}

/// A port that tells of health.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct TcpHealth {
    /// A port of the container, by its name.
    pub port: String,
    /// A program of the image that can try.
    pub with: TcpClient,
}

/// What can try a port, within the container.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum TcpClient {
    /// bash, which can open connections.
    Bash,
    /// nc, also that of busybox.
    Nc,
}

/// What a container may use.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Limits {
    /// Memory, with what is swapped out: `256MiB`.
    pub memory: Bytes,
    /// Processors: `0.5`.
    pub cpus: f64,
    /// Processes and threads.
    pub pids: u32,
}

/// A file that a container finds: exactly one of `secret`, `text`, `parts`, `json`. It is read only.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct File {
    /// Where, in the container.
    pub to: String,
    /// A secret and nothing else, by its name.
    #[serde(default)]
    pub secret: Option<String>,
    /// A text.
    #[serde(default)]
    pub text: Option<String>,
    /// Texts one after the other, some of them once for each item of a list.
    #[serde(default)]
    pub parts: Vec<FilePart>,
    /// JSON. `{ each: LIST, give: VALUE }` stands for a list with a value for each item; with `key: TEXT`, for a map.
    #[serde(default)]
    pub json: Option<Value>,
}

/// A part of a file.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct FilePart {
    /// The list of facts that it is repeated for; `{{item.…}}` is one of them.
    #[serde(default)]
    pub each: Option<String>,
    /// The text.
    pub text: String,
}

fn every_five_seconds() -> Seconds {
    Seconds(5.0)
}

fn three() -> u32 {
    3
}
