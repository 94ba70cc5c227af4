// Bundle makes the default theme's scripts: of the modules in
// themes/default/src the classic scripts in themes/default/assets, and, when
// asked, of npm packages the scripts in assets/vendor: ECharts, and yaml for the
// assessment form.
//
//	go run ./internal/bundle
//	npm ci --prefix internal/bundle --ignore-scripts && go run ./internal/bundle -vendored
//
// What it makes is kept in git, so that a build of Gradus needs neither npm nor
// this program. The scripts are classic ones because a site must work from a
// folder too, where browsers load no modules. A test compares what is in git
// with what the sources make, and the vendored files with their checksums.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
)

// The folders of the default theme, and ours, from the root of the repository.
const (
	sources  = "themes/default/src"
	assets   = "themes/default/assets"
	packages = "internal/bundle"
)

func main() {
	withVendored := flag.Bool("vendored", false, "make the bundles of npm packages too; needs `npm ci`")
	flag.Parse()
	if err := run(".", *withVendored); err != nil {
		fmt.Fprintln(os.Stderr, "bundle:", err)
		os.Exit(1)
	}
}

func run(root string, withVendored bool) error {
	files, err := scripts(filepath.Join(root, sources))
	if err != nil {
		return err
	}
	if err := write(filepath.Join(root, assets), files); err != nil {
		return err
	}
	if !withVendored {
		return nil
	}
	files, err = vendored(filepath.Join(root, packages))
	if err != nil {
		return err
	}
	return write(filepath.Join(root, assets, "vendor"), files)
}

// write puts files, by name, into a folder.
func write(dir string, files map[string][]byte) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	for name, content := range files {
		if err := os.WriteFile(filepath.Join(dir, name), content, 0o644); err != nil {
			return err
		}
	}
	return nil
}
