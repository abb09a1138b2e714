//! Small TypeScript projects with real tools, for `fountane fix`.

use std::time::Duration;

use camino::{Utf8Path, Utf8PathBuf};
use fountane::process::{Cancel, Limits};
use fountane::runs::NullSink;
use fountane::toolchain::{Toolchain, Which};
use tokio::sync::OnceCell;

use crate::registry;
use crate::test_env::{Ran, TestEnv};

/// The tools of these projects; another list is another folder.
const MANIFEST: &str = r#"{
  "name": "tools-of-fix", "private": true,
  "dependencies": {
    "@eslint/js": "10.0.1", "eslint": "10.15.0", "prettier": "3.10.1", "typescript": "6.0.3",
    "typescript-eslint": "8.73.0", "vitest": "4.1.4"
  }
}"#;

/// A compiler without a LanguageService, and nothing else.
const NATIVE: &str = r#"{
  "name": "native-compiler", "private": true,
  "dependencies": { "typescript": "7.0.2" }
}"#;

static TOOLS: OnceCell<Utf8PathBuf> = OnceCell::const_new();

/// A folder `node_modules` with the tools; installed once for all runs.
pub async fn tools() -> Utf8PathBuf {
    TOOLS.get_or_init(|| install("fix-tools", MANIFEST)).await.clone()
}

/// A folder `node_modules` with what a manifest asks for; installed once under this name.
pub async fn install(name: &str, manifest: &str) -> Utf8PathBuf {
    let folder = Utf8Path::new(registry::CACHE).join(name);
    let modules = folder.join("node_modules");
    if fs_err::read_to_string(folder.join("installed.json")).is_ok_and(|text| text == manifest) {
        return modules;
    }
    fs_err::create_dir_all(&folder).unwrap();
    fs_err::write(folder.join("package.json"), manifest).unwrap();
    let search = registry::search().await;
    let toolchain = Toolchain::provide(&folder, &search, &NullSink, &Cancel::new()).await.unwrap();
    let install = toolchain.command(Which::Pnpm, &["install", "--ignore-scripts", "--ignore-workspace"], &folder);
    let installed = install.capture(&Limits::time(Duration::from_mins(10))).await.unwrap();
    assert!(installed.exit.is_success(), "{installed:?}");
    fs_err::write(folder.join("installed.json"), manifest).unwrap();
    modules
}

/// A project of one package in the work folder of a machine of its own.
pub struct Project {
    pub env: TestEnv,
}

impl Project {
    /// With a strict compiler, and these files.
    pub async fn new(files: &[(&str, &str)]) -> Self {
        Self::with(files, &tools().await)
    }

    /// The same with a compiler that has no LanguageService.
    pub async fn native(files: &[(&str, &str)]) -> Self {
        Self::with(files, &install("native-compiler", NATIVE).await)
    }

    fn with(files: &[(&str, &str)], modules: &Utf8Path) -> Self {
        let env = TestEnv::new();
        env.write("package.json", "{\"name\":\"p\",\"private\":true,\"type\":\"module\"}\n");
        env.write(
            "tsconfig.json",
            r#"{"compilerOptions":{"strict":true,"module":"nodenext","target":"es2023","noImplicitOverride":true,
            "noUnusedLocals":true,"noEmit":true,"types":[]},"include":["src"]}"#,
        );
        for (path, text) in files {
            env.write(path, text);
        }
        std::os::unix::fs::symlink(modules, env.work().join("node_modules")).unwrap();
        Self { env }
    }

    #[must_use]
    pub fn fix(&self, args: &[&str]) -> Ran {
        let all: Vec<&str> = ["fix"].iter().chain(args).copied().collect();
        self.env.run(&all)
    }

    pub fn read(&self, path: &str) -> String {
        self.env.read(path)
    }
}
