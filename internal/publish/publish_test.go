package publish

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// tree reads a folder into a map from path to content.
func tree(t *testing.T, dir string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		content, err := os.ReadFile(path)
		rel, _ := filepath.Rel(dir, path)
		files[filepath.ToSlash(rel)] = string(content)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	delete(files, Marker)
	return files
}

func write(t *testing.T, dir string, files map[string]string) {
	t.Helper()
	for path, content := range files {
		path = filepath.Join(dir, path)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func publish(t *testing.T, out string, files map[string]string) Changes {
	t.Helper()
	s, err := Open(out)
	if err != nil {
		t.Fatal(err)
	}
	for path, content := range files {
		if err := s.Write(path, []byte(content)); err != nil {
			t.Fatal(err)
		}
	}
	c, err := s.Commit()
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func siblings(t *testing.T, out string) []string {
	t.Helper()
	entries, err := os.ReadDir(filepath.Dir(out))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		if e.Name() != filepath.Base(out) {
			names = append(names, e.Name())
		}
	}
	return names
}

func TestPublish(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	write(t, out, map[string]string{".gitkeep": "", ".git/config": "x"})

	c := publish(t, out, map[string]string{"index.html": "one", "a/index.html": "a", "b/index.html": "b"})
	if want := (Changes{Written: 3}); c != want {
		t.Errorf("first: %+v, want %+v", c, want)
	}
	past := time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC)
	if err := os.Chtimes(filepath.Join(out, "a/index.html"), past, past); err != nil {
		t.Fatal(err)
	}

	c = publish(t, out, map[string]string{"index.html": "two", "a/index.html": "a"})
	if want := (Changes{Written: 1, Unchanged: 1, Removed: 1}); c != want {
		t.Errorf("second: %+v, want %+v", c, want)
	}
	want := map[string]string{"index.html": "two", "a/index.html": "a", ".gitkeep": "", ".git/config": "x"}
	if diff := cmp.Diff(want, tree(t, out)); diff != "" {
		t.Errorf("published (-want +got):\n%s", diff)
	}
	info, err := os.Stat(filepath.Join(out, "a/index.html"))
	if err != nil || !info.ModTime().Equal(past) {
		t.Errorf("an unchanged file has a new time: %v, %v", info.ModTime(), err)
	}
	if left := siblings(t, out); len(left) > 0 {
		t.Errorf("left beside the folder: %q", left)
	}
}

func TestAbortLeavesTheFolderAlone(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	publish(t, out, map[string]string{"index.html": "one"})
	s, err := Open(out)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Write("index.html", []byte("two")); err != nil {
		t.Fatal(err)
	}
	s.Abort()
	if diff := cmp.Diff(map[string]string{"index.html": "one"}, tree(t, out)); diff != "" {
		t.Error(diff)
	}
	if left := siblings(t, out); len(left) > 0 {
		t.Errorf("left beside the folder: %q", left)
	}
}

func TestForeignFolderIsRefused(t *testing.T) {
	for name, files := range map[string]map[string]string{
		"someone's folder": {"thesis.txt": "years of work"},
		"a file":           nil,
	} {
		t.Run(name, func(t *testing.T) {
			out := filepath.Join(t.TempDir(), "public")
			if files == nil {
				write(t, filepath.Dir(out), map[string]string{"public": "a file"})
			}
			write(t, out, files)
			if _, err := Open(out); !errors.Is(err, ErrForeign) {
				t.Fatalf("Open: %v, want ErrForeign", err)
			}
			if left := siblings(t, out); len(left) > 0 {
				t.Errorf("left beside the folder: %q", left)
			}
		})
	}
}

func TestTwoBuildsAtOnce(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	first, err := Open(out)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Open(out); !errors.Is(err, ErrBusy) {
		t.Errorf("second Open: %v, want ErrBusy", err)
	}
	first.Abort()
	publish(t, out, map[string]string{"index.html": "after"})
}

func TestPathsOutsideAreRefused(t *testing.T) {
	s, err := Open(filepath.Join(t.TempDir(), "public"))
	if err != nil {
		t.Fatal(err)
	}
	defer s.Abort()
	for _, path := range []string{"../x", "/etc/passwd", "a/../../x", "", Marker} {
		if err := s.Write(path, nil); err == nil {
			t.Errorf("Write(%q) was taken", path)
		}
	}
}

// TestKilledBuilds starts from every state that a killed build can leave.
func TestKilledBuilds(t *testing.T) {
	site := map[string]string{"index.html": "old", Marker: "", ".gitkeep": "keep"}
	for name, left := range map[string]map[string]map[string]string{
		"while writing":          {"public": site, ".public.gradus-new": {"index.html": "half"}},
		"between two renames":    {".public.gradus-old": site, ".public.gradus-new": {"index.html": "new", Marker: ""}},
		"before the clearing up": {"public": {"index.html": "old", Marker: ""}, ".public.gradus-old": {".gitkeep": "keep", "stale.html": ""}},
		"after the exchange":     {"public": {"index.html": "old", Marker: ""}, ".public.gradus-new": {".gitkeep": "keep", "stale.html": ""}},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			for folder, files := range left {
				write(t, filepath.Join(dir, folder), files)
			}
			out := filepath.Join(dir, "public")
			s, err := Open(out)
			if err != nil {
				t.Fatal(err)
			}
			s.Abort()
			if diff := cmp.Diff(map[string]string{"index.html": "old", ".gitkeep": "keep"}, tree(t, out)); diff != "" {
				t.Errorf("after recovery (-want +got):\n%s", diff)
			}
			if left := siblings(t, out); len(left) > 0 {
				t.Errorf("left beside the folder: %q", left)
			}
		})
	}
}

// TestKilledFirstBuild starts from the half of a site that has never been
// published.
func TestKilledFirstBuild(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, ".public.gradus-new"), map[string]string{noJekyll: "", "index.html": "half"})
	out := filepath.Join(dir, "public")
	publish(t, out, map[string]string{"index.html": "whole"})
	if diff := cmp.Diff(map[string]string{"index.html": "whole"}, tree(t, out)); diff != "" {
		t.Errorf("published (-want +got):\n%s", diff)
	}
}
