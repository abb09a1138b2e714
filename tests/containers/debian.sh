#!/usr/bin/env bash
# debian.sh CACHE: puts debian:12-slim into the engine at DOCKER_HOST, made of Debian's packages and of this machine's
# certificates, where no registry of images can be reached.
set -euo pipefail
cache="$1"
debian="$cache/debian-12.tar"
mkdir -p "$cache"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT

if ! [ -e "$debian" ]; then
  command -v debootstrap >/dev/null || { echo 'debootstrap is missing: apt-get install debootstrap' >&2; exit 1; }
  mirror="$(grep -rhoE 'https?://[^ ]+/debian/?( |$)' /etc/apt/sources.list /etc/apt/sources.list.d 2>/dev/null | head -1 || true)"
  debootstrap --variant=minbase --include=ca-certificates bookworm "$work/debian" ${mirror:+$mirror} >"$work/log" \
    || { tail -20 "$work/log" >&2; exit 1; }
  # As the real one is: without caches, documentation and translations.
  rm -rf "$work"/debian/usr/share/{doc,locale,man}/* "$work"/debian/var/cache/apt/* "$work"/debian/var/lib/apt/lists/*
  tar -C "$work/debian" -cf "$debian.partial.$$" .
  mv "$debian.partial.$$" "$debian"
fi
/usr/bin/docker image inspect debian:12-slim >/dev/null 2>&1 || /usr/bin/docker import "$debian" debian:12-slim >/dev/null
