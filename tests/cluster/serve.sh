#!/usr/bin/env bash
# serve.sh control-plane|node: starts a cluster, writes `ready` to standard output, and ends it when standard input does: with
# whoever asked for it, also when they are killed. The environment is control-plane.sh's.
set -euo pipefail
HERE=$(cd "$(dirname "$0")" && pwd)

# hold COMMAND...: what it writes goes to standard error, as talk; on failure all of it was there.
hold() { "$@" >&2; echo ready; cat >/dev/null; }

type -P openssl >/dev/null || { echo 'openssl is missing: apt-get install openssl (scripts/test does)' >&2; exit 1; }
case $1 in
control-plane)
  trap '"$HERE/down.sh"' EXIT
  hold "$HERE/control-plane.sh"
  ;;
node)
  [ "$(id -u)" = 0 ] || { echo 'a real node needs root: run the tests as root, or as root in a virtual machine' >&2; exit 1; }
  for tool in containerd runc iptables conntrack socat ethtool; do
    type -P "$tool" >/dev/null || { echo "$tool is missing: apt-get install $tool (scripts/test does)" >&2; exit 1; }
  done
  [ -x /usr/lib/cni/bridge ] || { echo 'CNI plugins are missing: apt-get install containernetworking-plugins (scripts/test does)' >&2; exit 1; }
  # Cgroups are the machine's, whatever the sandbox: one node at a time.
  exec 8>"$LOCK"
  flock 8
  trap 'rm -rf "$RUN" "$NODE_DIR"; find /sys/fs/cgroup -depth -type d -path "*/kubepods*" -exec rmdir {} + 2>/dev/null || true' EXIT
  export -f hold
  export HERE
  "$HERE/sandbox.sh" bash -euo pipefail -c 'echo "sandbox $(readlink /proc/self/ns/net)" >&2; hold "$HERE/node.sh"'
  ;;
esac
