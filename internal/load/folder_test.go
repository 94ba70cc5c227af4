package load

import (
	"os"
	"path/filepath"
	"testing"

	"gradus/internal/diag"
)

// onDisk writes the valid site into a folder of its own.
func onDisk(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(dir, validSite(t)); err != nil {
		t.Fatal(err)
	}
	return dir
}

func loadDir(t *testing.T, dir string) (*Source, diag.List) {
	t.Helper()
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	return Load(root.FS())
}

// reported reports whether the list holds a message about exactly this file.
func reported(l diag.List, m *diag.Message, path string) bool {
	for _, d := range l {
		if d.Message == m && d.Pos.Path == path {
			return true
		}
	}
	return false
}

func TestSymbolicLinksAreNotFollowed(t *testing.T) {
	outside := filepath.Join(t.TempDir(), "secret.yaml")
	if err := os.WriteFile(outside, []byte("id: secret\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	links := map[string]string{
		"assessments/payments/2026-12-31.yaml": outside,
		"assessments/loop":                     "../assessments",
		"assessments/self":                     "self",
		"model/extra.yaml":                     outside,
		"content/zh/link.md":                   "index.md",
		"content/fr":                           "zh",
	}
	dir := onDisk(t)
	for name, target := range links {
		if err := os.Symlink(target, filepath.Join(dir, name)); err != nil {
			t.Skip("no symbolic links here:", err)
		}
	}
	src, found := loadDir(t, dir)
	for name := range links {
		if !reported(found, diag.FileSymlink, name) {
			t.Errorf("%s is not reported", name)
		}
	}
	if len(found) != len(links) {
		t.Errorf("%d problems for %d links", len(found), len(links))
	}
	if len(src.Portfolio.Teams) != 2 || len(src.Documents) != 3 {
		t.Error("a link is followed")
	}
}

// Every required file and every folder may itself be a link.
func TestSymbolicLinkAtTheTop(t *testing.T) {
	for _, name := range []string{"gradus.yaml", "model", "model/model.yaml", "model/1.yaml", "assessments", "content", "content/zh"} {
		dir := onDisk(t)
		path := filepath.Join(dir, name)
		moved := filepath.Join(t.TempDir(), "moved")
		if err := os.Rename(path, moved); err != nil {
			t.Fatal(err)
		}
		if err := os.Symlink(moved, path); err != nil {
			t.Skip("no symbolic links here:", err)
		}
		if _, found := loadDir(t, dir); !reported(found, diag.FileSymlink, name) {
			t.Errorf("%s as a link is not reported: %v", name, found)
		}
	}
}

func TestLargeFiles(t *testing.T) {
	dir := onDisk(t)
	for name, size := range map[string]int{
		"assessments/payments/2026-12-31.yaml": maxAssessmentBytes + 1,
		"content/zh/large.md":                  maxOwnBytes + 1,
		"content/zh/img/large.png":             maxAssetBytes + 1,
	} {
		if err := os.WriteFile(filepath.Join(dir, name), make([]byte, size), 0o644); err != nil {
			t.Fatal(err)
		}
		if _, found := loadDir(t, dir); !reported(found, diag.FileTooLarge, name) {
			t.Errorf("%s is not reported", name)
		}
	}
}

func TestUnreadableFile(t *testing.T) {
	dir := onDisk(t)
	if err := os.Chmod(filepath.Join(dir, "gradus.yaml"), 0); err != nil {
		t.Fatal(err)
	}
	if _, err := os.ReadFile(filepath.Join(dir, "gradus.yaml")); err == nil {
		t.Skip("this user may read everything")
	}
	if _, found := loadDir(t, dir); !reported(found, diag.FileUnreadable, "gradus.yaml") {
		t.Errorf("not reported: %v", found)
	}
}

// What an editor or a system leaves lying about is no problem of the site's.
func TestIgnoredFiles(t *testing.T) {
	dir := onDisk(t)
	for _, name := range []string{
		"assessments/.DS_Store", "assessments/payments/.2026-10-31.yaml.swp", "assessments/payments/2026-10-31.yaml~",
		"assessments/payments/4913", "assessments/payments/#2026-10-31.yaml#", "assessments/README.md",
		"content/zh/.index.md.tmp", "content/zh/index.md.bak", "content/README.zh-CN.md", "model/.git",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte("x"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	_, found := loadDir(t, dir)
	for _, d := range found {
		t.Errorf("%v: %s", d.Pos, d.Text("en"))
	}
}
