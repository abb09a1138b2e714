//! The image of `integrations/Containerfile`, built on a real engine, in which a workspace is checked and regenerated.

use std::process::Command;

use camino::{Utf8Path, Utf8PathBuf};

use crate::bench::{Bench, ran};
use crate::engine::Engine;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");
const SPEC: &str = "fountane: 1\nproject: { name: zoo, title: Zoo }\nblueprint: minimal@^1\n\nentities:\n  Pet: { fields: { name: string! } }\n";

#[test]
fn the_recipe_of_a_container_checks_a_workspace_and_proposes_what_changed() {
    let bench = Bench::beside_others();
    let engine = Engine::start(&bench);
    let image = Image::built(&bench, &engine);
    std::fs::write(bench.folder("zoo.yaml"), SPEC).unwrap();
    bench.fountane(&["new", "--from", "zoo.yaml", "--no-install", "--yes"]).succeeds();
    let zoo = bench.folder("zoo");
    bench.git(&zoo, &["init", "--quiet", "--bare", "../origin.git"]);
    bench.git(&zoo, &["remote", "add", "origin", "../origin.git"]);
    bench.git(&zoo, &["push", "--quiet", "origin", "main"]);

    // As the pipeline of somebody to whom the workspace does not belong, and who may not write.
    image.runs(&["--volume", &format!("{zoo}:/workspace:ro")], &[]).succeeds();
    retitle(&zoo);
    let drift = image.runs(&["--volume", &format!("{zoo}:/workspace:ro")], &[]).fails();
    assert!(drift.contains("~ README.md") && drift.contains("would change"), "{drift}");

    bench.git(&zoo, &["commit", "--quiet", "--all", "--message", "Another title"]);
    let names =
        ["GIT_AUTHOR_NAME=bot", "GIT_AUTHOR_EMAIL=bot@x", "GIT_COMMITTER_NAME=bot", "GIT_COMMITTER_EMAIL=bot@x"];
    let mut options = vec!["--user=0:0", "--entrypoint=regenerate", "--volume"];
    let mount = format!("{0}:{0}", bench.root());
    options.extend([mount.as_str(), "--workdir", zoo.as_str()]);
    options.extend(names.iter().flat_map(|name| ["--env", name]));
    let said = image.runs(&options, &[]).succeeds();
    assert!(said.contains("Pushed fountane/regenerate."), "{said}");
    let readme = bench.git(&zoo, &["show", "origin/fountane/regenerate:README.md"]);
    assert!(readme.starts_with("# Zoological garden\n"), "{readme}");
    assert!(!bench.git(&zoo, &["ls-remote", "origin", "refs/fountane/base"]).is_empty(), "what was generated is kept");

    // On the branch that it pushed there is nothing left to do.
    image.runs(&["--volume", &format!("{zoo}:/workspace:ro")], &["generate", "--check"]).succeeds();
}

fn retitle(zoo: &Utf8Path) {
    let spec = zoo.join("fountane.yaml");
    let text = std::fs::read_to_string(&spec).unwrap();
    std::fs::write(&spec, text.replace("title: Zoo", "title: Zoological garden")).unwrap();
}

struct Image<'a> {
    engine: &'a Engine,
}

impl<'a> Image<'a> {
    /// Of the program that is tested.
    fn built(bench: &Bench, engine: &'a Engine) -> Self {
        let context: Utf8PathBuf = bench.folder("image");
        std::fs::create_dir(&context).unwrap();
        // What a debugger wants to know of it is most of its bytes.
        let program = context.join("fountane");
        let mut strip = Command::new("strip");
        ran("strip", &[], strip.args(["-o", program.as_str(), env!("CARGO_BIN_EXE_fountane")])).succeeds();
        std::fs::copy(format!("{ROOT}/integrations/regenerate"), context.join("regenerate")).unwrap();
        let base = format!("BASE={}", engine.has_debian());
        let recipe = format!("{ROOT}/integrations/Containerfile");
        engine.docker(
            &context,
            &["build", "--quiet", "--network=host", "--build-arg", &base, "--file", &recipe, "--tag", "fountane", "."],
        );
        Self { engine }
    }

    /// Builds for tests read templates where they are written.
    fn runs(&self, options: &[&str], command: &[&str]) -> crate::bench::Ran {
        let sources = ["templates", "blueprints"].map(|folder| format!("{ROOT}/{folder}:{ROOT}/{folder}:ro"));
        let fixed = ["run", "--rm", "--network=none", "--volume", &sources[0], "--volume", &sources[1]];
        let args = [&fixed, options, &["fountane"], command].concat();
        self.engine.asked(&self.engine.folder, &args)
    }
}
