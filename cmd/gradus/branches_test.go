package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// Fifty teams hand in on fifty branches that know nothing of one another. Since
// every assessment is a file of its own, they merge without a conflict, in any
// order, into a site that is clean.
func TestFiftyBranches(t *testing.T) {
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("there is no git")
	}
	dir := t.TempDir()
	t.Chdir(dir)
	t.Setenv("GIT_CONFIG_GLOBAL", os.DevNull)
	t.Setenv("GIT_CONFIG_NOSYSTEM", "1")
	for _, role := range []string{"AUTHOR", "COMMITTER"} {
		t.Setenv("GIT_"+role+"_NAME", "Test")
		t.Setenv("GIT_"+role+"_EMAIL", "test@example.org")
	}
	git := func(args ...string) {
		t.Helper()
		if out, err := exec.Command("git", args...).CombinedOutput(); err != nil {
			t.Fatalf("git %s: %v\n%s", strings.Join(args, " "), err, out)
		}
	}
	gradus := func(args ...string) string {
		t.Helper()
		var stdout, stderr bytes.Buffer
		status := Main(args, strings.NewReader(""), &stdout, &stderr, func(string) string { return "" })
		if status != exitOK {
			t.Fatalf("gradus %s: status %d\n%s%s", strings.Join(args, " "), status, stdout.String(), stderr.String())
		}
		return stdout.String()
	}

	const teams = 50
	git("init", "-q", "-b", "main")
	gradus("init", "--bare", ".")
	git("add", "-A")
	git("commit", "-q", "-m", "site")
	for i := range teams {
		team := fmt.Sprintf("team-%02d", i)
		git("checkout", "-q", "-b", team, "main")
		gradus("new", "team", team)
		file := strings.TrimSpace(gradus("new", "assessment", team, "--date", "2026-10-31"))
		content, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		filled := bytes.ReplaceAll(content, []byte(".first: unassessed"), []byte(".first: 2"))
		if err := os.WriteFile(file, filled, 0o644); err != nil {
			t.Fatal(err)
		}
		git("add", "assessments")
		git("commit", "-q", "-m", team)
	}
	git("checkout", "-q", "main")
	for i := range teams {
		git("merge", "-q", "--no-edit", fmt.Sprintf("team-%02d", (i*37)%teams))
	}

	files, err := filepath.Glob("assessments/*/2026-10-31.yaml")
	if err != nil || len(files) != teams {
		t.Fatalf("%d assessments arrived, want %d", len(files), teams)
	}
	if out := gradus("check", "--strict"); out != "" {
		t.Error(out)
	}
	if out := gradus("score", "team-49", "--format", "csv"); !strings.Contains(out, "plan.basics.first") {
		t.Errorf("the last team has no score:\n%s", out)
	}
}
