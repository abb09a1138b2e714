#!/bin/sh
# Brings templates/workspace/lock/*.yaml up to date, with pnpm and a network: after a template has got, lost or raised a
# dependency. What nobody asked to change stays as it is; with --raise, all indirect dependencies become the newest.
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
  if [ "${1:-}" = --raise ]; then
    rm -f "$folder/$blueprint/pnpm-lock.yaml"
  else
    cp "templates/workspace/lock/$blueprint.yaml" "$folder/$blueprint/pnpm-lock.yaml"
  fi
  (cd "$folder/$blueprint" && CI= pnpm install --lockfile-only --silent)
  cp "$folder/$blueprint/pnpm-lock.yaml" "templates/workspace/lock/$blueprint.yaml"
  # What we write must be what pnpm wrote.
  cargo run --quiet --example render -- "$spec" "$folder/$blueprint"
  cmp "$folder/$blueprint/pnpm-lock.yaml" "templates/workspace/lock/$blueprint.yaml"
done
