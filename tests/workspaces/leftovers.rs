//! What a demo may not leave behind: processes, ports, locks. Not through fountane's own eyes.

use std::net::TcpStream;

use camino::{Utf8Path, Utf8PathBuf};
use fountane::env_vars::FOUNTANE_DEMO;
use fountane::process::{StopSignal, signal};
use serde_json::Value;

pub struct Leftovers {
    folder: Utf8PathBuf,
    kept: Value,
}

impl Leftovers {
    /// Of the demo of this workspace, which was up at least once.
    pub fn of(workspace: &Utf8Path) -> Self {
        let folder = workspace.join(".fountane/demo");
        let kept = serde_json::from_slice(&fs_err::read(folder.join("kept.json")).unwrap()).unwrap();
        Self { folder, kept }
    }

    /// Kills the supervisor, where there is one.
    pub fn kill_supervisor(&self) {
        let state: Value = serde_json::from_slice(&fs_err::read(self.folder.join("state.json")).unwrap()).unwrap();
        let pid = state["supervisor"]["pid"].as_u64().and_then(|pid| u32::try_from(pid).ok());
        if let Some(pid) = pid.filter(|pid| self.processes().contains(pid)) {
            signal(pid, StopSignal::Kill);
        }
    }

    pub fn assert_none(&self, when: &str) {
        assert_eq!(self.processes(), [] as [u32; 0], "{when}");
        let ports = self.kept["ports"].as_object().unwrap();
        assert!(ports.len() > 3, "{ports:?}");
        for (name, port) in ports {
            let port = u16::try_from(port.as_u64().unwrap()).unwrap();
            assert!(TcpStream::connect(("127.0.0.1", port)).is_err(), "{name} still listens, {when}");
        }
        for lock in ["supervisor.lock", "command.lock"] {
            let Ok(file) = std::fs::File::open(self.folder.join(lock)) else { continue };
            assert!(file.try_lock().is_ok(), "{lock} is held, {when}");
        }
    }

    /// Living processes that carry the demo's mark.
    fn processes(&self) -> Vec<u32> {
        let mark = format!("{FOUNTANE_DEMO}={}", self.kept["id"].as_str().unwrap());
        let numbers = fs_err::read_dir("/proc").unwrap().flatten();
        let numbers = numbers.filter_map(|entry| entry.file_name().to_str()?.parse().ok());
        let marked = |pid: &u32| {
            let environment = std::fs::read(format!("/proc/{pid}/environ")).unwrap_or_default();
            environment.split(|byte| *byte == 0).any(|entry| entry == mark.as_bytes())
        };
        numbers.filter(marked).collect()
    }
}
