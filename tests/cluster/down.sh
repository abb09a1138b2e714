#!/usr/bin/env bash
# down.sh: ends what control-plane.sh has started, and removes its folder RUN.
kill_all() { for file in "$RUN"/pids/*; do [ -s "$file" ] && kill "$1" "$(cat "$file")" 2>/dev/null; done; }
alive() { for file in "$RUN"/pids/*; do [ -s "$file" ] && kill -0 "$(cat "$file")" 2>/dev/null && return; done; return 1; }
kill_all -TERM
for _ in $(seq 20); do alive || break; sleep 0.1; done
kill_all -KILL
rm -rf "$RUN"
