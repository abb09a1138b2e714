package main

import (
	"errors"
	"log/slog"
	"os"

	helmcmd "helm.sh/helm/v4/pkg/cmd"
	"helm.sh/helm/v4/pkg/kube"
	_ "k8s.io/client-go/plugin/pkg/client/auth"
)

func init() {
	tools["helm"] = func() int {
		kube.ManagedFieldsManager = "helm"
		cmd, err := helmcmd.NewRootCmd(os.Stdout, os.Args[1:], helmcmd.SetupLogging)
		if err != nil {
			slog.Warn("command failed", slog.Any("error", err))
			return 1
		}
		if err := cmd.Execute(); err != nil {
			var cerr helmcmd.CommandError
			if errors.As(err, &cerr) {
				return cerr.ExitCode
			}
			return 1
		}
		return 0
	}
}
