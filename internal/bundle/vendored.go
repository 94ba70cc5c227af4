package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/evanw/esbuild/pkg/api"
)

// manifestName is the file that lists the others beside it.
const manifestName = "manifest.json"

// An entry of the manifest says what a vendored file is and where it comes
// from.
type entry struct {
	File    string `json:"file"`
	Name    string `json:"name"`    // of the npm package
	Version string `json:"version"` // of the npm package
	Licence string `json:"licence"` // SPDX expression of what the file holds
	Source  string `json:"source"`  // package URL (purl) of the npm package
	SHA256  string `json:"sha256"`  // of the file, in hex
}

// A library is what one vendored script is made of.
type library struct {
	module  string   // ours, that names the parts we use: "echarts.js"
	global  string   // by which the script is known to ours
	licence string   // SPDX expression of all that the script holds
	banner  string   // with a verb for the version of each package
	pkgs    []string // the first is the library itself
}

var libraries = []library{
	{
		module: "echarts.js", global: "echarts",
		licence: "Apache-2.0 AND BSD-3-Clause AND 0BSD",
		banner:  "Apache ECharts %s (Apache-2.0) with zrender %s (BSD-3-Clause) and tslib %s (0BSD)",
		pkgs:    []string{"echarts", "zrender", "tslib"},
	},
	{
		module: "yaml.js", global: "YAML",
		licence: "ISC",
		banner:  "yaml %s (ISC)",
		pkgs:    []string{"yaml"},
	},
}

// licences are the texts that must go with the bundles, each with the name that
// it gets and the licence that it is.
var licences = []struct{ pkg, path, file, licence string }{
	{"echarts", "LICENSE", "echarts.LICENSE.txt", "Apache-2.0"},
	{"echarts", "NOTICE", "echarts.NOTICE.txt", "Apache-2.0"},
	{"echarts", "licenses/LICENSE-d3", "echarts.LICENSE-d3.txt", "BSD-3-Clause"},
	{"zrender", "LICENSE", "zrender.LICENSE.txt", "BSD-3-Clause"},
	{"tslib", "LICENSE.txt", "tslib.LICENSE.txt", "0BSD"},
	{"yaml", "LICENSE", "yaml.LICENSE.txt", "ISC"},
}

// vendored bundles the libraries from the packages that npm put into dir, and
// returns them with their licences and the manifest of them all.
func vendored(dir string) (map[string][]byte, error) {
	versions, err := lockedVersions(filepath.Join(dir, "package-lock.json"))
	if err != nil {
		return nil, err
	}
	files := make(map[string][]byte)
	var manifest []entry
	add := func(file, pkg, licence string, content []byte) {
		files[file] = content
		manifest = append(manifest, entry{
			File: file, Name: pkg, Version: versions[pkg], Licence: licence,
			Source: fmt.Sprintf("pkg:npm/%s@%s", pkg, versions[pkg]),
			SHA256: checksum(content),
		})
	}
	for _, l := range libraries {
		script, err := l.bundle(dir, versions)
		if err != nil {
			return nil, err
		}
		add(strings.TrimSuffix(l.module, ".js")+".min.js", l.pkgs[0], l.licence, script)
	}
	for _, l := range licences {
		text, err := os.ReadFile(filepath.Join(dir, "node_modules", l.pkg, l.path))
		if err != nil {
			return nil, err
		}
		add(l.file, l.pkg, l.licence, bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n")))
	}
	files[manifestName], err = json.MarshalIndent(manifest, "", "  ")
	files[manifestName] = append(files[manifestName], '\n')
	return files, err
}

// bundle makes the library's script, which names its versions and licences.
func (l library) bundle(dir string, versions map[string]string) ([]byte, error) {
	var of []any
	for _, pkg := range l.pkgs {
		of = append(of, versions[pkg])
	}
	return bundle(api.BuildOptions{
		EntryPoints: []string{filepath.Join(dir, l.module)},
		GlobalName:  l.global,
		Banner:      map[string]string{"js": "/*! " + fmt.Sprintf(l.banner, of...) + "; see *.txt beside this file. */"},
	})
}

// lockedVersions reads the versions of all packages from npm's lock file.
func lockedVersions(path string) (map[string]string, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var lock struct {
		Packages map[string]struct{ Version string }
	}
	if err := json.Unmarshal(data, &lock); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	versions := make(map[string]string)
	for at, pkg := range lock.Packages {
		versions[filepath.Base(at)] = pkg.Version
	}
	return versions, nil
}

// verify compares the files of a vendor folder with its manifest. It returns
// an error for each file that differs, is missing, or is not listed.
func verify(dir string) error {
	data, err := os.ReadFile(filepath.Join(dir, manifestName))
	if err != nil {
		return err
	}
	var manifest []entry
	if err := json.Unmarshal(data, &manifest); err != nil {
		return fmt.Errorf("%s: %w", manifestName, err)
	}
	listed := map[string]bool{manifestName: true}
	var errs []error
	for _, e := range manifest {
		listed[e.File] = true
		content, err := os.ReadFile(filepath.Join(dir, e.File))
		if err != nil {
			errs = append(errs, err)
		} else if sum := checksum(content); sum != e.SHA256 {
			errs = append(errs, fmt.Errorf("%s: SHA-256 is %s, the manifest says %s", e.File, sum, e.SHA256))
		}
	}
	found, err := os.ReadDir(dir)
	errs = append(errs, err)
	for _, f := range found {
		if !listed[f.Name()] {
			errs = append(errs, fmt.Errorf("%s: not in the manifest", f.Name()))
		}
	}
	return errors.Join(errs...)
}

func checksum(content []byte) string {
	sum := sha256.Sum256(content)
	return hex.EncodeToString(sum[:])
}
