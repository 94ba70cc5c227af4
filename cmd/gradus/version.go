package main

import (
	"cmp"
	"errors"
	"fmt"
	"runtime/debug"
)

func versionCommand() *command {
	return &command{
		name: "version",
		short: map[string]string{
			"en": "Print the versions of the program and of what it brings along.",
			"zh": "打印程序及其内置组件的版本。",
		},
		run: func(c *call) error {
			if len(c.args) > 0 {
				return usageError{"it takes no arguments"}
			}
			info, ok := debug.ReadBuildInfo()
			if !ok {
				return errors.New("this binary was built without information about its build")
			}
			settings := map[string]string{}
			for _, s := range info.Settings {
				settings[s.Key] = s.Value
			}
			commit := cmp.Or(settings["vcs.revision"], "unknown")
			if settings["vcs.modified"] == "true" {
				commit += " (modified)"
			}
			fmt.Fprintf(c.stdout, "gradus %s\ncommit %s\n%s\n", programVersion(), commit, info.GoVersion)
			return nil
		},
	}
}

// programVersion is the version of the program, by SemVer; "(devel)" for one
// that was built from a work tree.
func programVersion() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "(devel)"
	}
	return cmp.Or(info.Main.Version, "(devel)")
}
