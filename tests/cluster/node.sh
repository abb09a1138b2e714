#!/usr/bin/env bash
# node.sh: inside sandbox.sh, the control plane with containerd, kubelet, kube-proxy and DNS on one real node, in 7 s. Besides
# what control-plane.sh wants from the environment: NODE_DIR, a folder on a disk that overlays can be made on.
set -euo pipefail
HERE=$(cd "$(dirname "$0")" && pwd)
export NODE_NAME=node1 NODE_IP=172.31.255.1 ADVERTISE=172.31.255.1 BIND=0.0.0.0
find /sys/fs/cgroup -depth -type d -path '*/kubepods*' -exec rmdir {} + 2>/dev/null || true
mkdir -p "$RUN/log" "$RUN/pids" "$NODE_DIR"/{containerd,kubelet,logs} "$RUN/cni" "$RUN/manifests"; P=$RUN/pki
t0=${EPOCHREALTIME/[.,]/}; lap() { printf '%5d ms  node: %s\n' $(((${EPOCHREALTIME/[.,]/} - t0) / 1000)) "$*"; }
bg() { local n=$1; shift; setsid "$@" >"$RUN/log/$n.log" 2>&1 </dev/null & echo $! >"$RUN/pids/$n"; }
dns_ready() { exec 3<>/dev/tcp/127.0.0.1/8181 && printf 'GET /ready HTTP/1.0\r\n\r\n' >&3 && timeout 1 grep -q " 200 " <&3; }
cat > $RUN/cni/10-bridge.conflist <<'J'
{"cniVersion": "0.4.0", "name": "local", "plugins": [
 {"type": "bridge", "bridge": "cni0", "isGateway": true, "hairpinMode": true, "ipMasq": false,
  "ipam": {"type": "host-local", "dataDir": "/run/cni-ipam", "ranges": [[{"subnet": "10.244.0.0/24"}]], "routes": [{"dst": "0.0.0.0/0"}]}},
 {"type": "portmap", "capabilities": {"portMappings": true}}]}
J
cat > $RUN/containerd.toml <<T
version = 2
root = "$NODE_DIR/containerd"
state = "/run/localk8s-containerd"
[grpc]
  address = "/run/localk8s-containerd.sock"
[plugins."io.containerd.grpc.v1.cri"]
  sandbox_image = "docker.io/local/pause:1"
  enable_selinux = false
  disable_apparmor = true
  restrict_oom_score_adj = true  # no CAP_SYS_RESOURCE here: runc may not lower oom_score_adj
  [plugins."io.containerd.grpc.v1.cri".containerd]
    snapshotter = "overlayfs"
    [plugins."io.containerd.grpc.v1.cri".containerd.runtimes.runc]
      runtime_type = "io.containerd.runc.v2"
      [plugins."io.containerd.grpc.v1.cri".containerd.runtimes.runc.options]
        SystemdCgroup = false        # no systemd here: cgroupfs driver
  [plugins."io.containerd.grpc.v1.cri".cni]
    bin_dir = "/usr/lib/cni"
    conf_dir = "$RUN/cni"
T
mount -t tmpfs tmpfs /run; mkdir -p /run/cni-ipam /run/xtables # private /run: sockets, ipam leases and shims' state vanish with the sandbox
bg containerd containerd --config $RUN/containerd.toml
"$HERE/control-plane.sh"
CTR="ctr -a /run/localk8s-containerd.sock -n k8s.io"
for _ in $(seq 100); do $CTR version >/dev/null 2>&1 && break; sleep .1; done; lap "containerd ready"
$CTR images import "$BIN/pause.tar" >/dev/null; lap "image imported"
cat > $RUN/Corefile <<C
.:53 {
  bind $NODE_IP
  errors
  ready 127.0.0.1:8181
  kubernetes cluster.local in-addr.arpa {
    kubeconfig $P/admin.kubeconfig local
    pods insecure
  }
  cache 5
}
C
bg coredns "$BIN/coredns" -conf $RUN/Corefile
cat > $RUN/kubelet.yaml <<Y
apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
failCgroupV1: false
cgroupDriver: cgroupfs
containerRuntimeEndpoint: unix:///run/localk8s-containerd.sock
authentication: {x509: {clientCAFile: $P/ca.crt}, webhook: {enabled: true}, anonymous: {enabled: false}}
authorization: {mode: Webhook}
tlsCertFile: $P/kubelet-server.crt
tlsPrivateKeyFile: $P/kubelet-server.key
failSwapOn: false
resolvConf: ""
evictionHard: {memory.available: 100Mi, nodefs.available: "0%", imagefs.available: "0%", nodefs.inodesFree: "0%"}
imageGCHighThresholdPercent: 100
imageMinimumGCAge: 24h
podLogsDir: $NODE_DIR/logs
syncFrequency: 5s
clusterDomain: cluster.local
clusterDNS: [$NODE_IP]
nodeStatusReportFrequency: 10s
volumePluginDir: $NODE_DIR/plugins
staticPodPath: $RUN/manifests
Y
bg kubelet "$BIN/kubelet" --config=$RUN/kubelet.yaml --kubeconfig=$P/kubelet.kubeconfig --hostname-override=$NODE_NAME --node-ip=$NODE_IP --root-dir=$NODE_DIR/kubelet
cat > $RUN/kube-proxy.yaml <<Y
apiVersion: kubeproxy.config.k8s.io/v1alpha1
kind: KubeProxyConfiguration
mode: iptables
hostnameOverride: $NODE_NAME
clientConnection: {kubeconfig: $P/proxy.kubeconfig}
clusterCIDR: 10.244.0.0/16
conntrack: {maxPerCore: 0, tcpEstablishedTimeout: 0s, tcpCloseWaitTimeout: 0s}
Y
bg kube-proxy "$BIN/kube-proxy" --config=$RUN/kube-proxy.yaml
K="$BIN/kubectl --cache-dir=$RUN/kube-cache --kubeconfig=$P/admin.kubeconfig"
for _ in $(seq 300); do $K get node node1 2>/dev/null | grep -qw Ready && break; sleep .1; done; $K get nodes -o wide; lap "node Ready"
for _ in $(seq 100); do dns_ready 2>/dev/null && break; sleep .1; done; lap "cluster DNS ready"
