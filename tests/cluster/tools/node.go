package main

import (
	"context"

	"github.com/spf13/cobra"
	proxy "k8s.io/kubernetes/cmd/kube-proxy/app"
	kubelet "k8s.io/kubernetes/cmd/kubelet/app"
)

func init() {
	tools["kubelet"] = cobraEntry(func() *cobra.Command { return kubelet.NewKubeletCommand(context.Background()) })
	tools["kube-proxy"] = cobraEntry(proxy.NewProxyCommand)
}
