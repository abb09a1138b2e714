#!/usr/bin/env bash
# pki.sh DIR SERVER_IP...: certificates and kubeconfigs of a cluster, made by openssl (P-256, 0.3 s). Whoever is in
# `admin.kubeconfig` may do everything, `nobody.kubeconfig` is somebody without rights, `expired.kubeconfig` was the admin
# until yesterday.
set -euo pipefail
D=$1; shift; PORT=$K8S_PORT; SERVER=${K8S_SERVER:-127.0.0.1}
mkdir -p "$D"; cd "$D"
[ -s admin.kubeconfig ] && exit 0
key() { openssl ecparam -name prime256v1 -genkey -noout -out "$1" 2>/dev/null; }
key ca.key; openssl req -x509 -new -key ca.key -subj /CN=local-ca -days 30 -sha256 -out ca.crt \
  -addext 'basicConstraints=critical,CA:TRUE' -addext 'keyUsage=critical,keyCertSign,cRLSign,digitalSignature' 2>/dev/null
sign() { # name subject eku [san]
  key "$1.key"
  openssl req -new -key "$1.key" -subj "$2" -out "$1.csr" 2>/dev/null
  openssl x509 -req -in "$1.csr" -CA ca.crt -CAkey ca.key -CAcreateserial -days 30 -sha256 -out "$1.crt" \
    -extfile <(printf 'basicConstraints=CA:FALSE\nkeyUsage=digitalSignature,keyEncipherment\nextendedKeyUsage=%s\n%s\n' "$3" "${4:+subjectAltName=$4}") 2>/dev/null
}
kc() { # name : kubeconfig with everything inlined
  cat > "$1.kubeconfig" <<K
apiVersion: v1
kind: Config
current-context: local
clusters: [{name: local, cluster: {server: "https://$SERVER:$PORT", certificate-authority-data: $(base64 -w0 ca.crt)}}]
users: [{name: $1, user: {client-certificate-data: $(base64 -w0 $1.crt), client-key-data: $(base64 -w0 $1.key)}}]
contexts: [{name: local, context: {cluster: local, user: $1}}]
K
}
san="DNS:localhost,DNS:kubernetes,DNS:kubernetes.default,DNS:kubernetes.default.svc,IP:127.0.0.1"
for ip in "$@"; do san="$san,IP:$ip"; done
sign apiserver /CN=kube-apiserver serverAuth "$san"
sign apiserver-kubelet /O=system:masters/CN=apiserver-kubelet clientAuth
sign front-proxy /CN=front-proxy clientAuth
for u in admin:system:masters kcm:-:system:kube-controller-manager sched:-:system:kube-scheduler proxy:-:system:kube-proxy nobody:guests; do
  n=${u%%:*}; r=${u#*:}
  case $r in -:*) sign $n "/CN=${r#-:}" clientAuth ;; *) sign $n "/O=$r/CN=$n" clientAuth ;; esac
  kc $n
done
# `openssl x509` signs for times to come only, `openssl ca` for any.
key expired.key
openssl req -new -key expired.key -subj /O=system:masters/CN=admin -out expired.csr 2>/dev/null
mkdir -p expired && : >expired/index.txt && echo 01 >expired/serial
openssl ca -batch -config <(printf '[ca]\ndefault_ca=d\n[d]\nnew_certs_dir=expired\ndatabase=expired/index.txt\nserial=expired/serial\ndefault_md=sha256\npolicy=p\nx509_extensions=x\n[p]\nO=supplied\nCN=supplied\n[x]\nextendedKeyUsage=clientAuth\n') \
  -cert ca.crt -keyfile ca.key -in expired.csr -out expired.crt -startdate 20200101000000Z -enddate 20200102000000Z -notext 2>/dev/null
kc expired
sign kubelet "/O=system:nodes/CN=system:node:${NODE_NAME:-node1}" clientAuth; kc kubelet
sign kubelet-server "/O=system:nodes/CN=system:node:${NODE_NAME:-node1}" serverAuth "DNS:${NODE_NAME:-node1},IP:${NODE_IP:-127.0.0.1}"
openssl genrsa -out sa.key 2048 2>/dev/null; openssl rsa -in sa.key -pubout -out sa.pub 2>/dev/null
