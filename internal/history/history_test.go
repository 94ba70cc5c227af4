package history

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"gradus/internal/maturity"
)

// A repository is a git repository in a folder of its own.
type repository struct {
	t      *testing.T
	folder string
}

func newRepository(t *testing.T) repository {
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("there is no git on the PATH")
	}
	r := repository{t, t.TempDir()}
	r.git("init", "--quiet")
	return r
}

func (r repository) git(args ...string) {
	r.t.Helper()
	cmd := exec.Command("git", args...)
	cmd.Dir = r.folder
	cmd.Env = append(os.Environ(),
		"GIT_CONFIG_GLOBAL=/dev/null", "GIT_CONFIG_NOSYSTEM=1",
		"GIT_AUTHOR_NAME=a", "GIT_AUTHOR_EMAIL=a@example.org", "GIT_COMMITTER_NAME=a", "GIT_COMMITTER_EMAIL=a@example.org")
	if out, err := cmd.CombinedOutput(); err != nil {
		r.t.Fatalf("git %v: %v\n%s", args, err, out)
	}
}

// commit writes files, "name=content", and commits them on a day.
func (r repository) commit(date string, files ...string) {
	r.t.Helper()
	for _, f := range files {
		name, content, _ := strings.Cut(f, "=")
		path := filepath.Join(r.folder, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			r.t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
			r.t.Fatal(err)
		}
	}
	r.t.Setenv("GIT_AUTHOR_DATE", date+"T12:00:00Z")
	r.t.Setenv("GIT_COMMITTER_DATE", date+"T12:00:00Z")
	r.git("add", "--all")
	r.git("commit", "--quiet", "--message", "change")
}

func (r repository) read(site string) History {
	return Read(context.Background(), filepath.Join(r.folder, site), "content", "model")
}

func TestRead(t *testing.T) {
	r := newRepository(t)
	r.commit("2026-01-01", "site/content/zh/a.md=1", "site/content/zh/名 字.md=1", "site/model/m.yaml=1", "content/other.md=1")
	r.commit("2026-02-01", "site/content/zh/a.md=2", "site/content/zh/old.md=1")
	r.git("mv", "site/content/zh/old.md", "site/content/zh/new.md")
	r.commit("2026-03-01", "elsewhere=1")
	if err := os.WriteFile(filepath.Join(r.folder, "site/content/zh/draft.md"), []byte("1"), 0o644); err != nil {
		t.Fatal(err)
	}
	want := History{Changed: map[string]maturity.Date{
		"content/zh/a.md":   "2026-02-01",
		"content/zh/名 字.md": "2026-01-01",
		"content/zh/new.md": "2026-03-01", // by its present name
		"model/m.yaml":      "2026-01-01",
	}}
	if diff := cmp.Diff(want, r.read("site")); diff != "" {
		t.Errorf("a site in a folder of the repository (-want +got):\n%s", diff)
	}
	want = History{Changed: map[string]maturity.Date{"content/other.md": "2026-01-01"}}
	if diff := cmp.Diff(want, r.read("")); diff != "" {
		t.Errorf("a site at its root (-want +got):\n%s", diff)
	}
}

func TestReadShallow(t *testing.T) {
	r := newRepository(t)
	r.commit("2026-01-01", "content/a.md=1")
	r.commit("2026-02-01", "content/b.md=1")
	clone := repository{t, filepath.Join(t.TempDir(), "clone")}
	r.git("clone", "--quiet", "--depth=1", "file://"+r.folder, clone.folder)
	if diff := cmp.Diff(History{Shallow: true}, clone.read("")); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestReadNothing(t *testing.T) {
	r := newRepository(t)
	if diff := cmp.Diff(History{}, r.read("")); diff != "" {
		t.Errorf("a repository without a commit (-want +got):\n%s", diff)
	}
	t.Setenv("GIT_CEILING_DIRECTORIES", os.TempDir())
	if diff := cmp.Diff(History{}, Read(context.Background(), t.TempDir(), "content")); diff != "" {
		t.Errorf("no repository (-want +got):\n%s", diff)
	}
	t.Setenv("PATH", t.TempDir())
	if diff := cmp.Diff(History{}, r.read("")); diff != "" {
		t.Errorf("no git (-want +got):\n%s", diff)
	}
}

// A repository's own settings must not make git run anything.
func TestReadRunsNothing(t *testing.T) {
	r := newRepository(t)
	r.commit("2026-01-01", "content/a.md=1")
	trace := filepath.Join(t.TempDir(), "ran")
	for _, setting := range []string{"core.fsmonitor", "core.pager", "gpg.program", "core.sshCommand"} {
		r.git("config", setting, "touch "+trace+"; false")
	}
	r.git("config", "log.showSignature", "true")
	if got := r.read("").Changed["content/a.md"]; got != "2026-01-01" {
		t.Errorf("got %q", got)
	}
	if _, err := os.Stat(trace); err == nil {
		t.Error("a setting of the repository was run")
	}
}
