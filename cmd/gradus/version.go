package main

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"runtime/debug"

	"gradus/themes"
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
			return printBundled(c.stdout)
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

// printBundled lists the front-end libraries that the default theme brings, by
// the manifest that stands beside them.
func printBundled(w io.Writer) error {
	content, err := themes.FS.ReadFile("default/assets/vendor/manifest.json")
	if err != nil {
		return err
	}
	var manifest []struct{ Name, Version, Licence string }
	if err := json.Unmarshal(content, &manifest); err != nil {
		return err
	}
	printed := map[string]bool{}
	for _, m := range manifest {
		if !printed[m.Name] {
			fmt.Fprintf(w, "%s %s (%s)\n", m.Name, m.Version, m.Licence)
		}
		printed[m.Name] = true
	}
	return nil
}
