use crate::merge::{Labels, Merged, Sides, merge};
use crate::workspace_path::WorkspacePath;

fn merged(base: &str, ours: &str, theirs: &str) -> Result<String, String> {
    let sides = Sides { base: base.as_bytes(), ours: ours.as_bytes(), theirs: theirs.as_bytes() };
    match merge(&WorkspacePath::new("src/app.module.ts").unwrap(), sides, &Labels::default()) {
        Merged::Clean(content) => Ok(String::from_utf8(content).unwrap()),
        Merged::Conflicted { with_markers, .. } => Err(String::from_utf8(with_markers).unwrap()),
        Merged::Binary => panic!("binary"),
    }
}

#[track_caller]
fn clean(base: &str, ours: &str, theirs: &str) -> String {
    merged(base, ours, theirs).unwrap_or_else(|shown| panic!("a conflict:\n{shown}"))
}

#[track_caller]
fn conflict(base: &str, ours: &str, theirs: &str) -> String {
    merged(base, ours, theirs).expect_err("a conflict")
}

#[track_caller]
fn with(text: &str, replacements: &[(&str, &str)]) -> String {
    replacements.iter().fold(text.to_owned(), |text, (from, to)| {
        assert!(text.contains(from), "{from:?} in {text}");
        text.replacen(from, to, 1)
    })
}

const MODULE: &str = "\
import { Module } from '@nestjs/common';

import { OwnersModule } from './owners/owners.module.js';
import { PetsModule } from './pets/pets.module.js';

@Module({
  imports: [
    // First, so that what is refused is measured too.
    ObservabilityModule.forRoot({ logLevel }),
    OwnersModule,
    PetsModule,
  ],
  providers: [Clock],
})
export class AppModule {}
";

#[test]
fn modules_that_both_sides_registered_are_united() {
    let ours = with(
        MODULE,
        &[
            ("import { Module }", "import { Logger, Module }"),
            ("pets.module.js';\n", "pets.module.js';\nimport { OursModule } from './ours.js';\n"),
            ("    PetsModule,\n", "    PetsModule, // the pets\n    OursModule.forRoot(\"ours\"),\n"),
            ("[Clock]", "[Clock, Logger]"),
        ],
    );
    let theirs = with(
        MODULE,
        &[
            ("import { Module }", "import { Global, Module }"),
            ("pets.module.js';\n", "pets.module.js';\nimport { ToysModule } from './toys/toys.module.js';\n"),
            ("    PetsModule,\n", "    PetsModule,\n    ToysModule,\n"),
            ("[Clock]", "[Clock, Audit]"),
            ("export class", "/** All of it. */\nexport class"),
        ],
    );
    insta::assert_snapshot!(clean(MODULE, &ours, &theirs), @r#"
    import { Logger, Global, Module } from '@nestjs/common';

    import { OwnersModule } from './owners/owners.module.js';
    import { PetsModule } from './pets/pets.module.js';
    import { ToysModule } from './toys/toys.module.js';
    import { OursModule } from './ours.js';

    @Module({
      imports: [
        // First, so that what is refused is measured too.
        ObservabilityModule.forRoot({ logLevel }),
        OwnersModule,
        PetsModule, // the pets
        ToysModule,
        OursModule.forRoot("ours"),
      ],
      providers: [Clock, Audit, Logger],
    })
    /** All of it. */
    export class AppModule {}
    "#);
}

const SERVICE: &str = "\
import { Injectable } from '@nestjs/common';

/** Pets. */
@Injectable()
export class PetsService {
  constructor(private readonly pets: PetsRepository) {}

  /** One. */
  find(id: string): Promise<Pet> {
    return this.pets.find(id);
  }

  all(): Promise<Pet[]> {
    return this.pets.all();
  }
}
";

#[test]
fn members_that_both_sides_added_are_united() {
    let ours = with(
        SERVICE,
        &[
            (
                "private readonly pets: PetsRepository",
                "private readonly pets: PetsRepository, private readonly mine: Mine",
            ),
            (
                "    return this.pets.all();\n  }\n",
                "    return this.pets.all();\n  }\n\n  // Mine.\n  mine(): void {}\n",
            ),
        ],
    );
    let theirs = with(
        SERVICE,
        &[
            (
                "private readonly pets: PetsRepository",
                "private readonly pets: PetsRepository, private readonly clock: Clock",
            ),
            (
                "    return this.pets.all();\n  }\n",
                "    return this.pets.all();\n  }\n\n  /** How many. */\n  count(): Promise<number> {\n    return this.pets.count();\n  }\n",
            ),
        ],
    );
    insta::assert_snapshot!(clean(SERVICE, &ours, &theirs), @"
    import { Injectable } from '@nestjs/common';

    /** Pets. */
    @Injectable()
    export class PetsService {
      constructor(private readonly pets: PetsRepository, private readonly clock: Clock, private readonly mine: Mine) {}

      /** One. */
      find(id: string): Promise<Pet> {
        return this.pets.find(id);
      }

      all(): Promise<Pet[]> {
        return this.pets.all();
      }

      /** How many. */
      count(): Promise<number> {
        return this.pets.count();
      }

      // Mine.
      mine(): void {}
    }
    ");
}

#[test]
fn a_member_that_both_sides_changed_in_one_place_is_a_conflict() {
    let ours = with(SERVICE, &[("this.pets.all()", "this.pets.all({ mine: true })")]);
    let theirs = with(SERVICE, &[("this.pets.all()", "this.pets.all({ limit: 100 })")]);
    let shown = conflict(SERVICE, &ours, &theirs);
    assert!(shown.contains("<<<<<<< yours\n    return this.pets.all({ mine: true });\n"), "{shown}");
}

#[test]
fn a_member_that_one_side_removed_and_the_other_changed_is_a_conflict() {
    let removed = with(SERVICE, &[("  all(): Promise<Pet[]> {\n    return this.pets.all();\n  }\n", "")]);
    conflict(SERVICE, &removed, &with(SERVICE, &[("this.pets.all()", "this.pets.all(1)")]));
    conflict(SERVICE, &with(SERVICE, &[("this.pets.all()", "this.pets.all(1)")]), &removed);
}

#[test]
fn members_of_the_same_name_with_other_content_are_a_conflict() {
    let end = "    return this.pets.all();\n  }\n";
    let added = |body: &str| with(SERVICE, &[(end, &format!("{end}\n  count(): number {{\n    {body}\n  }}\n"))]);
    conflict(SERVICE, &added("return 1;"), &added("return 2;"));
}

#[test]
fn names_that_both_import_from_a_new_place_are_united() {
    let added = |names: &str| {
        let line = format!("pets.module.js';\nimport {{ {names} }} from './toys.js';\n");
        with(MODULE, &[("pets.module.js';\n", &line)])
    };
    assert_eq!(clean(MODULE, &added("mine, toys"), &added("toys, all")), added("mine, toys, all"));
}

#[test]
fn names_imported_by_both_sides_stand_once() {
    let line = "import { ToysModule } from './toys/toys.module.js';\n";
    let ours = with(MODULE, &[("import { Module }", &format!("{line}import {{ Module }}"))]);
    let theirs = with(MODULE, &[("pets.module.js';\n", &format!("pets.module.js';\n{line}"))]);
    assert_eq!(clean(MODULE, &ours, &theirs), ours);
}

const ROUTER: &str = "\
export const appRouter = router({
  owners: ownersRouter,
  pets: petsRouter,
});

export type AppRouter = typeof appRouter;
";

#[test]
fn routers_are_united() {
    let ours = with(ROUTER, &[("  pets: petsRouter,\n", "  pets: petsRouter,\n  mine: mineRouter,\n")]);
    let theirs = with(ROUTER, &[("  pets: petsRouter,\n", "  pets: petsRouter,\n  toys: toysRouter,\n")]);
    let expected =
        with(ROUTER, &[("  pets: petsRouter,\n", "  pets: petsRouter,\n  toys: toysRouter,\n  mine: mineRouter,\n")]);
    assert_eq!(clean(ROUTER, &ours, &theirs), expected);
}

#[test]
fn a_property_is_never_there_twice() {
    let ours = with(ROUTER, &[("  owners", "  toys: toysRouter,\n  owners")]);
    let theirs = with(ROUTER, &[("  pets: petsRouter,\n", "  pets: petsRouter,\n  toys: toysRouter,\n")]);
    assert_eq!(clean(ROUTER, &ours, &theirs), ours);
    let theirs = theirs.replace("toys: toysRouter", "toys: other");
    let shown = conflict(ROUTER, &ours, &theirs);
    assert!(shown.contains("toys: toysRouter") && shown.contains("toys: other"), "{shown}");
}

#[test]
fn a_class_that_was_indented_anew_takes_in_what_is_new() {
    let ours = SERVICE.replace("  ", "    ");
    let theirs = with(SERVICE, &[("this.pets.all()", "this.pets.every()")]);
    let result = clean(SERVICE, &ours, &theirs);
    assert!(result.contains("    all(): Promise<Pet[]> {"), "{result}");
    assert!(result.contains("return this.pets.every();"), "{result}");
    assert!(result.contains("    find(id: string): Promise<Pet> {\n        return"), "{result}");
}

#[test]
fn what_a_template_literal_holds_is_no_layout() {
    let base = "const a = `\n  x\n`;\nconst b = 1;\n";
    conflict(base, "const a = `\nx\n`;\nconst b = 1;\n", "const a = `\n  y\n`;\nconst b = 1;\n");
}

#[test]
fn interfaces_and_enums_are_united() {
    let base = "export interface Pet {\n  id: string;\n}\n\nexport enum Kind {\n  Dog = 'dog',\n}\n";
    let ours = with(
        base,
        &[("  id: string;\n", "  id: string;\n  mine?: number; // mine\n"), ("'dog',\n", "'dog',\n  Mine = 'mine',\n")],
    );
    let theirs = with(
        base,
        &[("  id: string;\n", "  id: string;\n  name: string;\n"), ("'dog',\n", "'dog',\n  Cat = 'cat',\n")],
    );
    let expected = with(
        base,
        &[
            ("  id: string;\n", "  id: string;\n  name: string;\n  mine?: number; // mine\n"),
            ("'dog',\n", "'dog',\n  Cat = 'cat',\n  Mine = 'mine',\n"),
        ],
    );
    assert_eq!(clean(base, &ours, &theirs), expected);
}

#[test]
fn a_merge_by_lines_that_does_not_parse_is_a_conflict() {
    // Each side closes what it opened; together they do not.
    let base = "function f() {\n  a();\n  b();\n  c();\n  d();\n}\n";
    let ours = with(base, &[("  a();\n", "  run(() => {\n  a();\n"), ("  d();\n", "  d();\n  });\n")]);
    let theirs = with(base, &[("  b();\n  c();\n", "  b();\n}\n\nfunction g() {\n  c();\n")]);
    let shown = conflict(base, &ours, &theirs);
    assert!(shown.contains("run(() => {") && shown.contains("function g()"), "{shown}");
}

#[test]
fn text_without_end_or_bottom_ends_soon() {
    let started = std::time::Instant::now();
    for part in ["(", "[", "a=>", "!", "a+", "{a:", "`${", "if(a)", "<a>", "a?"] {
        let base = part.repeat(20_000);
        let _ = merged(&base, &format!("{base}1"), &format!("{base}2"));
        let base = format!("{}1;\n", part.repeat(400));
        let _ = merged(&base, &format!("{base}a\n"), &format!("{base}b\n"));
    }
    assert!(started.elapsed().as_secs() < 60, "{:?}", started.elapsed());
}
