#!/usr/bin/env bash
# build.sh CACHE: prints the folder with the programs of a one-node Kubernetes: `all` (apiserver, controller-manager,
# scheduler, etcd, kubelet, kube-proxy, kubectl, CoreDNS and helm 4 in one binary, which are links to it), `helm3`, and
# `pause.tar`, the image that every pod begins with. They are built once per state of what they are built from; that takes
# ten minutes on two cores, and standard error says that it happens, and why.
set -euo pipefail
cache="$1/cluster"
here="$(cd "$(dirname "$0")" && pwd)"
version=v1.35.4
links=(etcd kubectl kubelet kube-proxy kube-apiserver kube-controller-manager kube-scheduler coredns helm)

digest="$(cd "$here" && sha256sum build.sh tools/* pause.c mkimage.py | sha256sum | cut -c1-16)"
done="$cache/$digest"
mkdir -p "$cache"
# Several tests may want it at once; the one that comes second finds it built.
exec 9>"$cache/build.lock"
flock 9
if [ -e "$done/all" ]; then
  touch "$done"
  echo "$done"
  exit
fi

[ -n "$(find "$cache" -mindepth 2 -maxdepth 2 -name all -print -quit)" ] \
  && why='what it is built from has changed' || why="$cache has none yet"
echo "BUILDING the Kubernetes of the tests, about ten minutes on two cores: $why ($digest)" >&2
for tool in go cc python3; do
  command -v "$tool" >/dev/null && continue
  case "$tool" in
    go) mend='install Go 1.21 or newer (it fetches the version that tests/cluster/tools/go.mod wants by itself)' ;;
    *) mend="install it with your package manager" ;;
  esac
  echo "$tool is missing, which the Kubernetes of the tests is built with: $mend" >&2
  exit 1
done

work="$(mktemp -d "$cache/building.XXXXXX")"
trap 'rm -rf "$work"' EXIT
cc -static -Os -o "$work/pause" "$here/pause.c"
python3 "$here/mkimage.py" "$work/pause.tar" docker.io/local/pause:1 --entry /pause "$work/pause=/pause"
rm "$work/pause"

export GOMODCACHE="$cache/go/mod" GOCACHE="$cache/go/build" CGO_ENABLED=0 GOFLAGS='-modcacherw -mod=readonly -trimpath'
flags='-s -w'
for package in k8s.io/component-base/version k8s.io/client-go/pkg/version; do
  flags+=" -X $package.gitVersion=$version -X $package.gitMajor=1 -X $package.gitMinor=35 -X $package.gitTreeState=clean"
  flags+=" -X $package.gitCommit=built-for-tests -X $package.buildDate=2026-01-01T00:00:00Z"
done
cd "$here/tools"
compile() { # OUT PACKAGE LINKER-FLAGS
  nice go build -buildvcs=false -o "$work/$1" -ldflags "$3" "$2" 2>"$work/log" || { tail -20 "$work/log" >&2; exit 1; }
}
compile all . "$flags"
compile helm3 helm.sh/helm/v3/cmd/helm '-s -w -X helm.sh/helm/v3/internal/version.version=v3.20.2'
rm "$work/log"
for link in "${links[@]}"; do ln -s all "$work/$link"; done

# 3.7 GB of modules and objects would stay for a build that comes twice a year.
if [ "$(du -sm "$cache/go" | cut -f1)" -gt 1024 ] && [ -z "${FOUNTANE_KEEP_GO_CACHE:-}" ]; then rm -rf "$cache/go"; fi
# What other states of the sources left and nobody wanted for two weeks.
find "$cache" -mindepth 1 -maxdepth 1 -type d -name '????????????????' -mtime +14 -exec rm -rf {} +
mv "$work" "$done"
chmod 755 "$done"
echo "built in $SECONDS s" >&2
echo "$done"
