#!/bin/sh
# Makes templates/workspace/lock/*.yaml anew, with pnpm and a network: after a template has got, lost or raised a dependency.
# Needs Node 24 and pnpm 12 on the PATH. See docs/templates.md.
set -eu
cd "$(dirname "$0")/.."
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

for blueprint in saas api minimal; do
  spec="$folder/$blueprint.yaml"
  # Two services, one of which calls the other: no service has a dependency that this spec's do not have.
  { grep -v '^blueprint:' tests/fixtures/specs/clinic.yaml; echo "blueprint: $blueprint@^1"; } > "$spec"
  # Fails where the known lockfiles lack something, which is why we are here.
  cargo run --quiet --example render -- "$spec" "$folder/$blueprint" || true
  rm -f "$folder/$blueprint/pnpm-lock.yaml"
  (cd "$folder/$blueprint" && CI= pnpm install --lockfile-only --silent)
  cp "$folder/$blueprint/pnpm-lock.yaml" "templates/workspace/lock/$blueprint.yaml"
  # What we write must be what pnpm wrote.
  cargo run --quiet --example render -- "$spec" "$folder/$blueprint"
  cmp "$folder/$blueprint/pnpm-lock.yaml" "templates/workspace/lock/$blueprint.yaml"
done
