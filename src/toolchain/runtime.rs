//! The Node of a project that is not ours: whichever is installed and new enough, else one that is fetched.

use camino::Utf8Path;

use super::fetch::Fetcher;
use super::{NodeRange, Pins, Search, Tool, ToolchainError, children, search};
use crate::env_vars::Environment;
use crate::process::{Cancel, Program};
use crate::runs::EventSink;

/// What tools of today run with.
const NODES: &str = ">=20.0.0";

/// A Node, and the environment that programs get with it.
#[derive(Debug, Clone)]
pub struct NodeRuntime {
    node: Tool,
    environment: Environment,
}

impl NodeRuntime {
    /// Takes the Node that the project's `engines.node` asks for, or any from 20; fetches one where none is installed.
    pub async fn provide(
        project: &Utf8Path,
        search: &Search,
        sink: &dyn EventSink,
        cancel: &Cancel,
    ) -> Result<Self, ToolchainError> {
        let any = NodeRange::parse(NODES).ok_or(ToolchainError::Pin { field: "node", value: NODES.to_owned() })?;
        let range = NodeRange::asked_for_by(project).unwrap_or(any);
        let node = if let Some(node) = search::node(&range, &search.environment).await {
            node
        } else {
            let fetcher = Fetcher { workspace: project, search, store: search.store()?, sink, cancel };
            fetcher.node(&Pins::with_node(range)?).await?
        };
        Ok(Self { node, environment: search.environment.clone() })
    }

    /// The Node.
    pub fn node(&self) -> &Tool {
        &self.node
    }

    /// Whether the machine has another program.
    pub fn has(&self, name: &str) -> bool {
        search::candidates(name, &self.environment).next().is_some()
    }

    /// Node with arguments, in a folder. Children of it find the same Node.
    pub fn script(&self, args: &[&str], cwd: &Utf8Path) -> Program {
        self.program(Program::new(&self.node.path).args(args.iter().copied()), cwd)
    }

    /// Another program of the machine, such as `npm`, with our Node first on its PATH.
    pub fn command(&self, name: &str, args: &[&str], cwd: &Utf8Path) -> Program {
        let found = search::candidates(name, &self.environment).next();
        self.program(Program::new(found.unwrap_or_else(|| name.into())).args(args.iter().copied()), cwd)
    }

    fn program(&self, program: Program, cwd: &Utf8Path) -> Program {
        let folder = self.node.path.parent().map_or("/usr/bin", Utf8Path::as_str);
        children::with_environment(program.cwd(cwd), &self.environment, folder)
    }
}
