//! What a component must be besides its shape, found before anything is made of it.

use std::collections::BTreeSet;

use super::component::{Component, Container, FORMAT, File, Health, Image};
use crate::spec::problem::{Path, Problem};
use crate::workspace_path::WorkspacePath;

/// Names of variables whose values are secrets.
const SECRET_WORDS: [&str; 6] = ["PASSWORD", "PASSWD", "SECRET", "TOKEN", "KEY", "SALT"];
/// Values that everybody knows.
const KNOWN_DEFAULTS: [&str; 14] = [
    "admin",
    "password",
    "changeme",
    "change-me",
    "secret",
    "postgres",
    "root",
    "guest",
    "minioadmin",
    "unleash4all",
    "keycloak",
    "test",
    "default",
    "redis",
];

/// All that is wrong with a component of this name.
pub(super) fn component(name: &str, component: &Component) -> Vec<Problem> {
    let root = Path::root();
    let mut problems = Vec::new();
    if !is_name(name) {
        problems.push(Problem::new(root.clone(), format!("`{name}` is no name of a component")).mend(NAMES));
    }
    if component.component != FORMAT {
        let found = format!("this is format {}, and this fountane knows {FORMAT}", component.component);
        problems.push(Problem::new(root.key("component"), found).mend("write `component: 1`"));
    }
    if component.services.is_empty() {
        problems.push(Problem::new(root.clone(), "it has no `services`").mend("name at least one container"));
    }
    for (secret, _) in &component.secrets {
        if !is_name(secret) {
            problems
                .push(Problem::of_key(root.key("secrets").key(secret), format!("`{secret}` is no name")).mend(NAMES));
        }
    }
    let names: BTreeSet<&str> = component.services.keys().chain(component.jobs.keys()).map(String::as_str).collect();
    for (section, containers) in [("services", &component.services), ("jobs", &component.jobs)] {
        for (own, container) in containers {
            let path = root.key(section).key(own);
            if !is_name(own) || (own != name && !own.starts_with(&format!("{name}-"))) {
                let message = format!("`{own}` is no name of a container of `{name}`");
                problems.push(Problem::of_key(path.clone(), message).mend(format!("call it `{name}` or `{name}-…`")));
            }
            if section == "services" && component.jobs.contains_key(own) {
                problems.push(Problem::of_key(path.clone(), format!("`{own}` is a service and a job")));
            }
            Checker { path, names: &names, problems: &mut problems }.container(container, section == "jobs");
        }
    }
    problems
}

const NAMES: &str = "small letters, digits and `-`, from a letter on, at most 40";

fn is_name(name: &str) -> bool {
    let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    name.len() <= 40
        && name.starts_with(|c: char| c.is_ascii_lowercase())
        && name.chars().all(fits)
        && !name.ends_with('-')
}

struct Checker<'a> {
    path: Path,
    names: &'a BTreeSet<&'a str>,
    problems: &'a mut Vec<Problem>,
}

impl Checker<'_> {
    fn found(&mut self, path: Path, message: impl Into<String>, mend: &str) {
        self.problems.push(Problem::new(path, message).mend(mend));
    }

    fn container(&mut self, container: &Container, once: bool) {
        self.image(&container.image);
        self.env(container);
        for (index, after) in container.after.iter().enumerate() {
            if !self.names.contains(after.as_str()) {
                let path = self.path.key("after").index(index);
                self.found(
                    path,
                    format!("there is no container `{after}` in this component"),
                    "other components stand in `needs`",
                );
            }
        }
        for (index, capability) in container.capabilities.iter().enumerate() {
            let path = self.path.key("capabilities").index(index);
            if ["ALL", "SYS_ADMIN", "SYS_PTRACE", "SYS_MODULE", "NET_ADMIN"]
                .contains(&capability.trim_start_matches("CAP_"))
            {
                self.found(
                    path,
                    format!("`{capability}` gives a container the machine"),
                    "name the few that it needs, such as `CHOWN`",
                );
            }
        }
        match &container.health {
            Some(health) => self.health(health, container),
            None if once => {}
            None => self.found(
                self.path.clone(),
                "it has no `health`",
                "others wait until it is healthy: say how one knows",
            ),
        }
        if !(container.limits.cpus > 0.0 && container.limits.cpus <= 64.0) || container.limits.pids == 0 {
            self.found(
                self.path.key("limits"),
                "a limit is 0, or larger than any machine",
                "write `{ memory: 256MiB, cpus: 1, pids: 100 }`",
            );
        }
        for (name, port) in &container.ports {
            if port.container == 0 || (port.open.is_some() && !port.publish) {
                self.found(
                    self.path.key("ports").key(name),
                    "it cannot be reached so",
                    "a port is above 0, and what opens is published",
                );
            }
        }
        let folders =
            container.volumes.iter().map(|(name, folder)| (self.path.key("volumes").key(name), folder.clone()));
        let files = container
            .files
            .iter()
            .enumerate()
            .map(|(index, file)| (self.path.key("files").index(index).key("to"), file.to.clone()));
        let tmpfs = container
            .tmpfs
            .iter()
            .enumerate()
            .map(|(index, folder)| (self.path.key("tmpfs").index(index), folder.clone()));
        let places: Vec<(Path, String)> = folders.chain(files).chain(tmpfs).collect();
        for (path, place) in places {
            if !place.starts_with('/')
                || place.len() < 2
                || place.contains(['\0', ':', '\n'])
                || place.split('/').any(|part| part == "..")
            {
                self.found(
                    path,
                    format!("`{}` is no place in a container", place.escape_debug()),
                    "write it from the root, without `..` and `:`",
                );
            }
        }
        for (index, file) in container.files.iter().enumerate() {
            self.file(index, file);
        }
    }

    fn image(&mut self, image: &Image) {
        let path = self.path.key("image");
        let plain = |text: &str, more: &str| {
            !text.is_empty() && text.chars().all(|c| c.is_ascii_alphanumeric() || more.contains(c))
        };
        if !plain(&image.name, "./-_:") || image.name.starts_with('-') {
            self.found(
                path.key("name"),
                format!("`{}` is no name of an image", image.name.escape_debug()),
                "such as `postgres`",
            );
        }
        if !plain(&image.tag, ".-_") || image.tag == "latest" {
            self.found(
                path.key("tag"),
                format!("`{}` says no version", image.tag.escape_debug()),
                "name one, such as `15`: what runs today shall run tomorrow",
            );
        }
        if let Some(digest) = &image.digest {
            let digits = digest.strip_prefix("sha256:").unwrap_or_default();
            if digits.len() != 64 || !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
                self.found(path.key("digest"), "this is no digest", "`sha256:` and 64 hexadecimal digits");
            }
        }
        if let Some(build) = &image.build
            && let Err(error) = WorkspacePath::new(build.clone())
        {
            self.found(path.key("build"), error.to_string(), "a Dockerfile of the workspace, from its root");
        }
    }

    /// A secret that is written out is known to everybody who reads the file.
    fn env(&mut self, container: &Container) {
        for (name, value) in &container.env {
            let path = self.path.key("env").key(name);
            let is_word = |c: char| c.is_ascii_alphanumeric() || c == '_';
            if name.is_empty() || !name.chars().all(is_word) {
                self.found(path.clone(), "this is no name of a variable", "letters, digits and `_`");
            }
            let last = name.rsplit('_').next().unwrap_or_default();
            let written = !value.is_empty() && !value.contains("{{") && !value.starts_with('/');
            if written && SECRET_WORDS.contains(&last) {
                self.found(
                    path.clone(),
                    format!("`{name}` is written out, so everybody knows it"),
                    "put a name into `secrets` and write `{{secret.NAME}}`",
                );
            }
            let known = KNOWN_DEFAULTS.contains(&value.to_lowercase().as_str());
            if known && name.contains("PASS") {
                self.found(path, format!("`{value}` is a password that everybody knows"), "write `{{secret.NAME}}`");
            }
        }
    }

    fn health(&mut self, health: &Health, container: &Container) {
        let path = self.path.key("health");
        let ways = usize::from(!health.command.is_empty())
            + usize::from(health.http.is_some())
            + usize::from(health.tcp.is_some());
        if ways != 1 {
            self.found(
                path.clone(),
                "it has to have one of `command`, `http`, `tcp`",
                "how is one to know that it works?",
            );
        }
        let ports =
            [("http", health.http.as_ref().map(|http| &http.port)), ("tcp", health.tcp.as_ref().map(|tcp| &tcp.port))];
        for (way, port) in ports.into_iter().filter_map(|(way, port)| Some((way, port?))) {
            if !container.ports.contains_key(port) {
                self.found(path.key(way).key("port"), format!("there is no port `{port}`"), "name one of its `ports`");
            }
        }
        if let Some(http) = &health.http
            && (!http.path.starts_with('/')
                || http.path.contains(|c: char| c.is_whitespace() || c.is_control() || "'\"\\$`".contains(c)))
        {
            self.found(path.key("http").key("path"), "this is no page", "write it from the root: `/healthz`");
        }
        if health.interval.0 <= 0.0 || health.timeout.0 <= 0.0 || health.retries == 0 {
            self.found(
                path,
                "it is never asked, or never waited for",
                "such as `interval: 5s`, `timeout: 5s`, `retries: 3`",
            );
        }
    }

    fn file(&mut self, index: usize, file: &File) {
        let ways = [file.secret.is_some(), file.text.is_some(), !file.parts.is_empty(), file.json.is_some()];
        if ways.into_iter().filter(|way| *way).count() != 1 {
            let path = self.path.key("files").index(index);
            self.found(path, "it has to have one of `secret`, `text`, `parts`, `json`", "what is in it?");
        }
    }
}
