#!/usr/bin/env bash
# sandbox.sh COMMAND...: runs a command as a child of process 1 of namespaces of its own (network, mounts, processes, names);
# when it ends, everything in there dies: daemons, containerd's shims, pods, bridges, rules, mounts. Needs root. Not by
# `ip netns exec`, which mounts /sys anew and hides the cgroups.
exec unshare --net --mount --pid --uts --ipc --fork --kill-child --mount-proc --propagation private bash -c '
ip link set lo up
sysctl -qw net.ipv4.ip_forward=1 net.ipv4.conf.all.route_localnet=1 net.ipv4.ping_group_range="0 2147483647"
sysctl -qw net.bridge.bridge-nf-call-iptables=1 2>/dev/null
ip link add node0 type veth peer name node0p; ip addr add 172.31.255.1/24 dev node0; ip link set node0 up; ip link set node0p up
ip route add default dev node0            # goes nowhere; lets ClusterIPs reach the nat OUTPUT hook
"$@"' sandbox "$@"
