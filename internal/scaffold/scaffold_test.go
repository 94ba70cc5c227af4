package scaffold_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"gradus"
	"gradus/internal/diag"
	"gradus/internal/load"
	"gradus/internal/maturity"
	"gradus/internal/scaffold"
	"gradus/internal/score"
)

func handbook(t *testing.T) *load.Source {
	t.Helper()
	src, found := load.Load(gradus.Handbook)
	if found.HasErrors() {
		t.Fatal("the handbook's own site has errors")
	}
	return src
}

func clean(t *testing.T, found diag.List) {
	t.Helper()
	if len(found) > 0 {
		var b strings.Builder
		_ = diag.WriteText(&b, found, "en")
		t.Error(b.String())
	}
}

func TestTeam(t *testing.T) {
	src := handbook(t)
	for _, lang := range []string{"zh", "en", "fr"} {
		f := scaffold.Team(src, "no", lang) // an id that YAML would take for something else
		team, found := load.ParseTeam(f.Path, f.Content)
		clean(t, found)
		if f.Path != "assessments/no/team.yaml" || team.ID != "no" || team.Name.In() != "no" {
			t.Errorf("%s: %q", f.Path, team.ID)
		}
		// Each example can be used by taking its comment away.
		used := regexp.MustCompile(`(?m)^# ([a-z]+: )`).ReplaceAll(f.Content, []byte("$1"))
		used = regexp.MustCompile(`(?m)^yaml-language.*\n`).ReplaceAll(used, nil)
		team, found = load.ParseTeam(f.Path, used)
		clean(t, found)
		if len(team.Targets) != 2 || team.Group == "" || len(team.Tags) != 1 || team.Publish.Evidence {
			t.Errorf("%s: the examples do not read as meant: %+v", lang, team)
		}
	}
}

// Whoever fills an assessment in finds every capability in it, under the titles
// of all its levels, and the file is right before anything is filled in.
func TestAssessment(t *testing.T) {
	src := handbook(t)
	team := src.Portfolio.Team("payments")
	last := score.New(src.Model, src.Portfolio).Scorecard(score.NewestOf(team, ""))
	for _, lang := range []string{"zh", "en"} {
		for _, start := range []scaffold.Start{
			{Team: "payments", Date: "2026-12-01", Kind: maturity.Peer, Lang: lang},
			{Team: "payments", Date: "2026-12-01", Kind: maturity.Self, Lang: lang, Last: last},
			{Team: "payments", Date: last.Date, Label: "second", Kind: maturity.Self, Lang: lang, Last: last, Copy: true},
		} {
			f := scaffold.Assessment(src, start)
			a, found := load.ParseAssessment(f.Path, f.Content)
			clean(t, found)
			if len(a.Ratings) != len(src.Model.Capabilities()) || a.Label != start.Label {
				t.Errorf("%s: %d ratings", f.Path, len(a.Ratings))
			}
			text := string(f.Content)
			for _, c := range src.Model.Capabilities() {
				for _, l := range c.Levels {
					if !strings.Contains(text, l.Title.In(lang)) {
						t.Errorf("%s in %s: level %d of %s is not named", f.Path, lang, l.Level, c.ID)
					}
				}
			}
			for _, line := range strings.Split(text, "\n") {
				if start.Last == nil || !strings.HasPrefix(line, "  experience.") {
					continue
				}
				id, _, _ := strings.Cut(strings.TrimSpace(line), ":")
				c := last.Capability(id)
				if title := c.Definition.Level(c.Level.Int).Title.In(lang); !strings.Contains(line, "# ") || !strings.HasSuffix(line, title) {
					t.Errorf("%s: %q does not end in the current level's title %q", f.Path, line, title)
				}
			}
			if start.Copy {
				again := score.New(src.Model, src.Portfolio).Scorecard(a)
				if again.Overall.Score != last.Overall.Score {
					t.Errorf("the copy scores %v, not %v", again.Overall.Score, last.Overall.Score)
				}
			}
		}
	}
}

// What only an earlier version of the model knew is not carried into a file of
// today's.
func TestAssessmentOfOtherVersion(t *testing.T) {
	src := handbook(t)
	id := src.Model.Capabilities()[0].ID
	old := &maturity.Assessment{Team: "payments", Date: "2026-11-01", Kind: maturity.Self, Ratings: []*maturity.Rating{{
		Capability: maturity.Ref{ID: id}, Kind: maturity.Rated, Level: maturity.NoLevel,
		Criteria: []maturity.CriterionAnswer{{Criterion: maturity.Ref{ID: "long-gone"}, Answer: maturity.Ref{ID: "met"}}},
	}}}
	card := score.New(src.Model, src.Portfolio).Scorecard(old)
	f := scaffold.Assessment(src, scaffold.Start{Team: "payments", Date: "2026-12-01", Kind: maturity.Self, Last: card, Copy: true, Lang: "en"})
	if text := string(f.Content); strings.Contains(text, "long-gone") || !strings.Contains(text, id+": unassessed") {
		t.Error(text)
	}
}

func TestCreate(t *testing.T) {
	dir := t.TempDir()
	files := []scaffold.File{{"a/b/one.txt", []byte("1")}, {"run.sh", []byte("#!/bin/sh\n")}}
	if err := scaffold.Create(dir, files); err != nil {
		t.Fatal(err)
	}
	if content, err := os.ReadFile(filepath.Join(dir, "a/b/one.txt")); err != nil || string(content) != "1" {
		t.Errorf("%q, %v", content, err)
	}
	if info, err := os.Stat(filepath.Join(dir, "run.sh")); err != nil || info.Mode()&0o100 == 0 {
		t.Errorf("a script cannot be run: %v", err)
	}
}

// Where one file is in the way none is written, and no empty folder stays behind.
func TestCreateAllOrNothing(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "taken"), []byte("mine"), 0o644); err != nil {
		t.Fatal(err)
	}
	err := scaffold.Create(dir, []scaffold.File{{"new/one", nil}, {"taken", []byte("yours")}})
	if !errors.Is(err, fs.ErrExist) || !strings.Contains(err.Error(), "taken") {
		t.Errorf("got %v", err)
	}
	entries, err := os.ReadDir(dir)
	if err != nil || len(entries) != 1 {
		t.Errorf("left behind: %v", entries)
	}
	if content, _ := os.ReadFile(filepath.Join(dir, "taken")); string(content) != "mine" {
		t.Errorf("overwritten by %q", content)
	}
}

func TestCreateOutside(t *testing.T) {
	outside, dir := t.TempDir(), t.TempDir()
	if err := os.Symlink(outside, filepath.Join(dir, "link")); err != nil {
		t.Skip("no symbolic links here")
	}
	for _, name := range []string{"../escaped", "link/escaped", "/escaped"} {
		if err := scaffold.Create(dir, []scaffold.File{{name, nil}}); err == nil {
			t.Errorf("%s was written", name)
		}
	}
	if entries, _ := os.ReadDir(outside); len(entries) > 0 {
		t.Errorf("written outside: %v", entries)
	}
}

// The jobs for GitHub keep strangers' code and data away from tokens that can
// write (the threats of the pull-request workflow).
func TestWorkflows(t *testing.T) {
	files := map[string]string{}
	for _, f := range scaffold.Bare("en") {
		if strings.HasPrefix(f.Path, ".github/workflows/") {
			files[filepath.Base(f.Path)] = string(f.Content)
		}
	}
	if len(files) != 3 {
		t.Fatalf("%d workflows", len(files))
	}
	pinned := regexp.MustCompile(`uses: [\w./-]+@[0-9a-f]{40} # v[0-9.]+\n`)
	for name, text := range files {
		if got, want := len(pinned.FindAllString(text, -1)), strings.Count(text, "uses: "); got != want {
			t.Errorf("%s: %d of %d actions are pinned", name, got, want)
		}
		if strings.Contains(text, "pull_request_target") || strings.Contains(text, "secrets.") || strings.Contains(text, "allow-unsafe") {
			t.Errorf("%s: strangers meet a token", name)
		}
		if !strings.Contains(text, "\npermissions: {}\n") && !strings.Contains(text, "\npermissions:\n  contents: read\n") {
			t.Errorf("%s: does not begin with the least rights", name)
		}
		inRun := regexp.MustCompile(`(?s)run: \|?\s.*?(\n {0,8}\S|$)`)
		for _, script := range inRun.FindAllString(text, -1) {
			if strings.Contains(script, "${{") {
				t.Errorf("%s: a script is put together from an expression: %s", name, script)
			}
		}
	}
	if check := files["check.yml"]; strings.Contains(check, ": write") || !strings.Contains(check, "persist-credentials: false") {
		t.Error("check.yml can write")
	}
	if comment := files["comment.yml"]; strings.Contains(comment, "actions/checkout") || strings.Contains(comment, "ci/") {
		t.Error("comment.yml runs code of the pull request")
	}
}
