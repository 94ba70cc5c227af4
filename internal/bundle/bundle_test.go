package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const root = "../.."

// TestScripts bundles our modules and compares the result with what is in git.
func TestScripts(t *testing.T) {
	files, err := scripts(filepath.Join(root, sources))
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range files {
		got, err := os.ReadFile(filepath.Join(root, assets, name))
		if err != nil {
			t.Error(err)
		} else if !bytes.Equal(got, want) {
			t.Errorf("%s is not what %s makes: run `go run ./internal/bundle` at the root", name, sources)
		}
	}
}

func TestScriptsAreSmall(t *testing.T) {
	for name, limit := range map[string]int{"scheme.js": 400, "site.js": 10 << 10, "moved.js": 400, "charts.js": 4 << 10, "search.js": 16 << 10, "compare.js": 12 << 10, "whatif.js": 16 << 10, "assess.js": 48 << 10} {
		content, err := os.ReadFile(filepath.Join(root, assets, name))
		if err != nil {
			t.Error(err)
		} else if len(content) > limit {
			t.Errorf("%s has %d bytes, the limit is %d", name, len(content), limit)
		}
	}
}

func TestVendoredFilesAreWhatTheManifestSays(t *testing.T) {
	if err := verify(filepath.Join(root, assets, "vendor")); err != nil {
		t.Error(err)
	}
}

func TestVerifyNoticesChanges(t *testing.T) {
	tests := map[string]struct {
		spoil func(t *testing.T, dir string)
		want  string
	}{
		"flipped bit": {func(t *testing.T, dir string) {
			path := filepath.Join(dir, "echarts.min.js")
			content, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			content[len(content)/2] ^= 1
			if err := os.WriteFile(path, content, 0o644); err != nil {
				t.Fatal(err)
			}
		}, "echarts.min.js: SHA-256 is"},
		"missing licence": {func(t *testing.T, dir string) {
			if err := os.Remove(filepath.Join(dir, "zrender.LICENSE.txt")); err != nil {
				t.Fatal(err)
			}
		}, "zrender.LICENSE.txt"},
		"file of unknown origin": {func(t *testing.T, dir string) {
			if err := os.WriteFile(filepath.Join(dir, "more.js"), nil, 0o644); err != nil {
				t.Fatal(err)
			}
		}, "more.js: not in the manifest"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "vendor")
			if err := os.CopyFS(dir, os.DirFS(filepath.Join(root, assets, "vendor"))); err != nil {
				t.Fatal(err)
			}
			test.spoil(t, dir)
			if err := verify(dir); err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("got %v, want an error about %q", err, test.want)
			}
		})
	}
}

// TestManifestNamesTheLockedVersion catches a new package-lock.json without a
// new bundle.
func TestManifestNamesTheLockedVersion(t *testing.T) {
	versions, err := lockedVersions("package-lock.json")
	if err != nil {
		t.Fatal(err)
	}
	manifest, err := os.ReadFile(filepath.Join(root, assets, "vendor", manifestName))
	if err != nil {
		t.Fatal(err)
	}
	for _, pkg := range []string{"echarts", "zrender", "tslib", "yaml"} {
		if source := "pkg:npm/" + pkg + "@" + versions[pkg]; !strings.Contains(string(manifest), source) {
			t.Errorf("the manifest does not name %s", source)
		}
	}
}
