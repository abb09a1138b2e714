package main

import (
	"os"

	"go.etcd.io/etcd/server/v3/etcdmain"
)

func init() {
	tools["etcd"] = func() int { etcdmain.Main(os.Args); return 0 }
}
