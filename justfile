# What CI runs, by name. `just` alone lists it.

default:
    @just --list

# Everything: what `.ci/run` runs
test:
    scripts/test

# Formats and lints, seconds
lint:
    cargo fmt --check
    cargo clippy --all-targets -- -D warnings

# Unit and command line tests, a minute
quick:
    cargo test --lib --test it

# Whole workspaces on real tools, many minutes
workspaces:
    cargo test --test workspaces

# `fountane stack` on a real engine, minutes
stack:
    cargo test --test stack -- --nocapture

# How long `fountane stack up` takes beside `docker compose up --wait`
stack-ratio rounds="5":
    cargo build --release
    scripts/stack-ratio {{rounds}}

# `fountane fix` on 153 faults in small projects, with real tools, five minutes
mutations:
    cargo test --test mutations -- --include-ignored --nocapture

# The compiler and ESLint over a workspace of every model among the fixtures, an hour
models:
    scripts/models

# Rewrites completions, man pages, schemas and references after a deliberate change
bless:
    FOUNTANE_BLESS=1 cargo test --lib --test it

bench:
    cargo bench

# What `check` and `fix` cost beyond the tools that they run, in a workspace in which nothing is broken
overhead workspace rounds="5":
    cargo build --release
    scripts/overhead {{workspace}} {{rounds}}

# Looks for crashes for five minutes each
fuzz:
    scripts/fuzz
