#!/usr/bin/env bash
# base.sh CACHE NODE: puts an image into the engine at DOCKER_HOST that stands in for node:24.21.0-trixie-slim, where no
# registry of images can be reached: Debian from packages, this Node, npm, and this machine's certificates. Node's folder
# has pnpm in it.
set -euo pipefail
cache="$1"
node="$2"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT

"$(dirname "$0")/debian.sh" "$cache"

context="$work/context"
mkdir -p "$context/local/bin" "$context/local/lib/node_modules"
cp --dereference "$node/node" "$context/local/bin/node"
# Under a name of its own: what is called npm, pnpm takes for the choice of a package manager.
echo '{ "private": true }' >"$work/package.json"
PATH="$node:$PATH" pnpm --silent --dir "$work" add npm-cli@npm:npm@11.21.2
cp --recursive --dereference "$work/node_modules/npm-cli" "$context/local/lib/node_modules/npm"
ln -s ../lib/node_modules/npm/bin/npm-cli.js "$context/local/bin/npm"
ln -s ../lib/node_modules/npm/bin/npx-cli.js "$context/local/bin/npx"
cp /etc/ssl/certs/ca-certificates.crt "$context/certificates.crt"
cat >"$context/Dockerfile" <<'DOCKERFILE'
FROM debian:12-slim
COPY local /usr/local
COPY certificates.crt /etc/ssl/certs/ca-certificates.crt
ENV NODE_EXTRA_CA_CERTS=/etc/ssl/certs/ca-certificates.crt NPM_CONFIG_UPDATE_NOTIFIER=false
RUN groupadd --gid 1000 node && useradd --uid 1000 --gid 1000 --create-home node
CMD ["node"]
DOCKERFILE
DOCKER_BUILDKIT=0 /usr/bin/docker build --quiet --tag node:24.21.0-trixie-slim "$context"
