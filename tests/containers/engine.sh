#!/usr/bin/env bash
# engine.sh start|stop FOLDER: a Docker Engine of its own, from the package docker.io, whose socket is FOLDER/docker.sock.
set -euo pipefail
folder="$(realpath -m "$2")"

case "$1" in
start)
  [ -x /usr/sbin/dockerd ] || { echo 'dockerd is missing: apt-get install docker.io (scripts/test does)' >&2; exit 1; }
  mkdir -p "$folder"
  # Without forwarding, the engine would set the policy of every other interface to drop.
  sysctl --quiet --write net.ipv4.ip_forward=1
  nohup /usr/sbin/dockerd --data-root "$folder/data" --exec-root "$folder/exec" --pidfile "$folder/docker.pid" \
    --host "unix://$folder/docker.sock" >"$folder/dockerd.log" 2>&1 &
  for _ in $(seq 1 150); do
    DOCKER_HOST="unix://$folder/docker.sock" /usr/bin/docker version >/dev/null 2>&1 && exit 0
    sleep 0.2
  done
  tail -20 "$folder/dockerd.log" >&2
  exit 1
  ;;
stop)
  [ -e "$folder/docker.pid" ] || exit 0
  kill "$(cat "$folder/docker.pid")"
  for _ in $(seq 1 150); do
    [ -e "$folder/docker.pid" ] || break
    sleep 0.2
  done
  [ -e "$folder/docker.pid" ] && { echo "the engine in $folder does not stop" >&2; exit 1; }
  # The network namespace of the host stays mounted, and with it the folder.
  awk -v below="$folder/" 'index($2, below) == 1 { print $2 }' /proc/mounts | sort --reverse | xargs --no-run-if-empty umount
  ;;
esac
