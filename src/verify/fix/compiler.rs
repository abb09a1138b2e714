//! The project's own compiler, as a person would start it: it has the last word.

use std::time::Duration;

use camino::Utf8PathBuf;

use super::FixError;
use super::language::Unit;
use super::project::{Project, bin};
use crate::process::{Cancel, Limits};
use crate::toolchain::NodeRuntime;
use crate::verify::Diagnostic;
use crate::verify::judge::failure;
use crate::verify::places::Places;
use crate::verify::read;

const LIMIT: Duration = Duration::from_mins(15);

/// `tsc` of a project.
#[derive(Debug, Clone)]
pub(super) struct Compiler {
    tsc: Utf8PathBuf,
    root: Utf8PathBuf,
}

impl Compiler {
    /// Where it is installed.
    pub fn of(project: &Project) -> Result<Self, FixError> {
        let package = project.installed_anywhere("typescript").ok_or(FixError::NoTypeScript)?;
        let tsc = bin(&package, "tsc").ok_or(FixError::NoTypeScript)?;
        Ok(Self { tsc, root: project.root.clone() })
    }

    /// What it finds in the project as it lies on disk.
    pub async fn check(
        &self,
        units: &[Unit],
        node: &NodeRuntime,
        cancel: &Cancel,
    ) -> Result<Vec<Diagnostic>, FixError> {
        let places = Places::of(&self.root);
        let mut found = Vec::new();
        for unit in units {
            found.extend(self.check_unit(unit, node, &places, cancel).await?);
        }
        found.sort();
        found.dedup();
        Ok(found)
    }

    async fn check_unit(
        &self,
        unit: &Unit,
        node: &NodeRuntime,
        places: &Places,
        cancel: &Cancel,
    ) -> Result<Vec<Diagnostic>, FixError> {
        // From the root, so that it prints paths from there.
        let config = unit.config.strip_prefix(&self.root).unwrap_or(&unit.config);
        let args: &[&str] = if unit.builds { &["-b"] } else { &["--noEmit", "-p"] };
        let mut program = node.script(&[self.tsc.as_str()], &self.root).args(args.iter().copied());
        program = program.arg(config.as_str()).args(["--pretty", "false"]);
        let captured = program.capture(&Limits::new(LIMIT, cancel)).await?;
        let found = read::tsc(&captured.out, places);
        if found.is_empty() && !captured.exit.is_success() {
            return Ok(vec![failure("tsc", &captured)]);
        }
        Ok(found)
    }
}
