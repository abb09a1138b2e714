#!/usr/bin/env bash
# control-plane.sh: etcd, apiserver, controller-manager and scheduler on loopback, without root, in 4 to 5 s. From the
# environment: BIN (the programs that build.sh made), RUN (a folder for all that they write), K8S_PORT, ETCD_PORT and
# ETCD_PEER_PORT. Tells how long each part took.
set -euo pipefail
HERE=$(cd "$(dirname "$0")" && pwd)
EP=$ETCD_PORT; PP=$ETCD_PEER_PORT
BIND=${BIND:-127.0.0.1}; ADVERTISE=${ADVERTISE:-}
mkdir -p "$RUN/log" "$RUN/pids"; P=$RUN/pki
t0=${EPOCHREALTIME/[.,]/}; lap() { printf '%5d ms  %s\n' $(((${EPOCHREALTIME/[.,]/} - t0) / 1000)) "$*"; }
bg() { local n=$1; shift; setsid "$@" >"$RUN/log/$n.log" 2>&1 </dev/null & echo $! >"$RUN/pids/$n"; }
wait_for() { local n=$1; shift; for _ in $(seq 600); do "$@" >/dev/null 2>&1 && { lap "$n ready"; return; }; sleep 0.1; done; echo "$n did not become ready:" >&2; tail -n 5 "$RUN"/log/*.log >&2; exit 1; }
"$HERE/pki.sh" "$P" 10.96.0.1 ${ADVERTISE:-}; lap "certificates"
bg etcd "$BIN/etcd" --name=e --data-dir="$RUN/etcd" --listen-client-urls=http://127.0.0.1:$EP --advertise-client-urls=http://127.0.0.1:$EP \
  --listen-peer-urls=http://127.0.0.1:$PP --initial-advertise-peer-urls=http://127.0.0.1:$PP --initial-cluster=e=http://127.0.0.1:$PP --unsafe-no-fsync
if [ -n "$ADVERTISE" ]; then ADV="--advertise-address=$ADVERTISE"; else ADV="--advertise-address=127.0.0.1 --endpoint-reconciler-type=none"; fi
bg apiserver "$BIN/kube-apiserver" --etcd-servers=http://127.0.0.1:$EP --bind-address=$BIND --secure-port=$K8S_PORT $ADV \
  --service-cluster-ip-range=10.96.0.0/16 --authorization-mode=Node,RBAC --anonymous-auth=false \
  --enable-admission-plugins=NodeRestriction,PodSecurity,ResourceQuota,LimitRanger \
  --tls-cert-file=$P/apiserver.crt --tls-private-key-file=$P/apiserver.key --client-ca-file=$P/ca.crt \
  --kubelet-client-certificate=$P/apiserver-kubelet.crt --kubelet-client-key=$P/apiserver-kubelet.key --kubelet-certificate-authority=$P/ca.crt \
  --kubelet-preferred-address-types=InternalIP \
  --requestheader-client-ca-file=$P/ca.crt --requestheader-allowed-names=front-proxy --requestheader-username-headers=X-Remote-User \
  --requestheader-group-headers=X-Remote-Group --requestheader-extra-headers-prefix=X-Remote-Extra- \
  --proxy-client-cert-file=$P/front-proxy.crt --proxy-client-key-file=$P/front-proxy.key \
  --service-account-issuer=https://kubernetes.default.svc --service-account-key-file=$P/sa.pub --service-account-signing-key-file=$P/sa.key \
  --profiling=false --allow-privileged=true --event-ttl=1h
KC="$BIN/kubectl --cache-dir=$RUN/kube-cache --kubeconfig=$P/admin.kubeconfig"
wait_for apiserver-readyz $KC get --raw=/readyz
# After the apiserver: started earlier they hold back for 5 s.
bg kcm "$BIN/kube-controller-manager" --kubeconfig=$P/kcm.kubeconfig --bind-address=127.0.0.1 --secure-port=0 --leader-elect=false \
  --use-service-account-credentials --service-account-private-key-file=$P/sa.key --root-ca-file=$P/ca.crt \
  --cluster-signing-cert-file=$P/ca.crt --cluster-signing-key-file=$P/ca.key --allocate-node-cidrs --cluster-cidr=10.244.0.0/16 --service-cluster-ip-range=10.96.0.0/16 \
  --controllers='*' --kube-api-qps=2000 --kube-api-burst=4000 --node-monitor-period=2s
bg scheduler "$BIN/kube-scheduler" --kubeconfig=$P/sched.kubeconfig --bind-address=127.0.0.1 --secure-port=0 --leader-elect=false
wait_for "default service account (controller-manager)" $KC -n default get serviceaccount default
wait_for "kube-root-ca.crt configmap" $KC -n default get configmap kube-root-ca.crt
lap "up: $P/admin.kubeconfig"
