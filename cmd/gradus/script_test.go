package main

import (
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

var updateScripts = flag.Bool("update", false, "write the expected outputs in testdata/script anew; read the difference")

// TestMain lets the scripts run this very program as “exec gradus”.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"gradus": main})
}

// TestScripts runs the scripts of testdata/script, each in an empty folder of
// its own: at the top what is typed and what must come out, below the files.
// Together they read as the manual of the program.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		UpdateScripts:       *updateScripts,
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Setup: func(env *testscript.Env) error {
			// What this machine's git is told must not matter.
			env.Setenv("GIT_CONFIG_GLOBAL", os.DevNull)
			env.Setenv("GIT_CONFIG_NOSYSTEM", "1")
			env.Setenv("GIT_CEILING_DIRECTORIES", filepath.Dir(env.WorkDir))
			return nil
		},
	})
}
