package report_test

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"gradus/internal/load"
	"gradus/internal/maturity"
	"gradus/internal/report"
	"gradus/internal/score"
)

var update = flag.Bool("update", false, "write the golden files anew; read the difference")

// A site is the one of testdata/site.txtar.
type site struct {
	t *testing.T
	*load.Source
	scorer *score.Scorer
}

func openSite(t *testing.T) site {
	t.Helper()
	archive, err := txtar.ParseFile("testdata/site.txtar")
	if err != nil {
		t.Fatal(err)
	}
	files := fstest.MapFS{}
	for _, f := range archive.Files {
		files[f.Name] = &fstest.MapFile{Data: f.Data, Mode: 0o644}
	}
	src, problems := load.Load(files)
	if problems.HasErrors() {
		t.Fatalf("the site does not load: %s", problems[0].Text("en"))
	}
	return site{t, src, score.New(src.Model, src.Portfolio)}
}

func (s site) card(team, key string) *score.Scorecard {
	s.t.Helper()
	a := s.Portfolio.Team(team).Assessment(key)
	if a == nil {
		s.t.Fatalf("no assessment %s of %s", key, team)
	}
	return s.scorer.Scorecard(a)
}

func (s site) round(id string, asOf maturity.Date) *report.Round {
	s.t.Helper()
	for _, r := range s.Portfolio.Rounds {
		if r.ID == id {
			return report.NewRound(s.scorer, s.Model, s.Portfolio, r, asOf)
		}
	}
	s.t.Fatalf("no round %s", id)
	return nil
}

// printed is a report in one form.
func printed(t *testing.T, write func(*bytes.Buffer) error) string {
	t.Helper()
	var b bytes.Buffer
	if err := write(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestReports(t *testing.T) {
	s := openSite(t)
	newest := s.card("payments", "2026-10-20")
	for name, write := range map[string]func(b *bytes.Buffer, o report.Options) error{
		"scorecard": func(b *bytes.Buffer, o report.Options) error { return report.WriteScorecard(b, newest, o) },
		"diff": func(b *bytes.Buffer, o report.Options) error {
			return report.WriteDiff(b, report.Compare(s.card("payments", "2026-04-20"), newest), o)
		},
		"round": func(b *bytes.Buffer, o report.Options) error {
			return report.WriteRound(b, s.round("2026h2", "2026-11-05"), o)
		},
	} {
		for _, form := range []struct {
			file string
			report.Options
		}{
			{"en.txt", report.Options{Format: report.Text, Lang: "en"}},
			{"zh.txt", report.Options{Format: report.Text, Lang: "zh"}},
			{"en.md", report.Options{Format: report.Markdown, Lang: "en"}},
			{"zh.md", report.Options{Format: report.Markdown, Lang: "zh"}},
			{"json", report.Options{Format: report.JSON, Lang: "en"}},
			{"csv", report.Options{Format: report.CSV, Lang: "en"}},
		} {
			if name == "diff" && form.Format == report.CSV {
				continue
			}
			t.Run(name+"."+form.file, func(t *testing.T) {
				got := printed(t, func(b *bytes.Buffer) error { return write(b, form.Options) })
				compare(t, got, name+"."+form.file)
			})
		}
	}
}

// compare holds an output against a golden file.
func compare(t *testing.T, got, file string) {
	t.Helper()
	path := filepath.Join("testdata", file)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s is not so (-want +got):\n%s", path, diff)
	}
}

func TestDiffHasNoCSV(t *testing.T) {
	card := openSite(t).card("payments", "2026-10-20")
	var b bytes.Buffer
	if err := report.WriteDiff(&b, report.Compare(card, card), report.Options{Format: report.CSV}); err == nil {
		t.Error("a diff was written as CSV")
	}
}

func TestDiffOfOne(t *testing.T) {
	card := openSite(t).card("payments", "2026-10-20")
	got := printed(t, func(b *bytes.Buffer) error {
		return report.WriteDiff(b, report.Compare(card, card), report.Options{Format: report.Text, Lang: "en"})
	})
	for _, want := range []string{
		"Payments · 2026-10-20 · self-assessment\n", "No capability differs", "Levels up: 0 · levels down: 0 · regressions: 0\n",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is missing in\n%s", want, got)
		}
	}
}

func TestDiffNotComparable(t *testing.T) {
	s := openSite(t)
	older := *s.Portfolio.Team("payments").Assessment("2026-04-20")
	older.Model.Version = "0.9.0"
	diff := report.Compare(s.scorer.Scorecard(&older), s.card("payments", "2026-10-20"))
	if diff.Regressions != 0 || diff.Up != 0 || diff.Down != 0 || diff.Incomparable != len(diff.Changes) {
		t.Errorf("regressions %d, up %d, down %d, incomparable %d of %d", diff.Regressions, diff.Up, diff.Down, diff.Incomparable, len(diff.Changes))
	}
	for lang, want := range map[string]string{
		"en": "use different models, ops@0.9.0 and ops@1.0.0",
		"zh": "所用模型不同（ops@0.9.0 与 ops@1.0.0）",
	} {
		got := printed(t, func(b *bytes.Buffer) error {
			return report.WriteDiff(b, diff, report.Options{Format: report.Text, Lang: lang})
		})
		if !strings.Contains(got, want) {
			t.Errorf("%q is missing in\n%s", want, got)
		}
	}
}

func TestDiffOfKinds(t *testing.T) {
	s := openSite(t)
	got := printed(t, func(b *bytes.Buffer) error {
		diff := report.Compare(s.card("payments", "2026-09-01-peer"), s.card("payments", "2026-10-20"))
		return report.WriteDiff(b, diff, report.Options{Format: report.Text, Lang: "en"})
	})
	for _, want := range []string{"2026-09-01 peer · peer assessment → 2026-10-20 · self-assessment", "of different kinds"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is missing in\n%s", want, got)
		}
	}
}

func TestRound(t *testing.T) {
	s := openSite(t)
	r := s.round("2026h2", "2026-11-05")
	if r.Asked != 6 || len(r.HandedIn) != 4 || len(r.Late) != 1 || len(r.Missing) != 1 {
		t.Errorf("asked %d, handed in %d, late %d, missing %d", r.Asked, len(r.HandedIn), len(r.Late), len(r.Missing))
	}
	if want := (report.Moves{Same: 1, Incomparable: 1, New: 2}); r.Moved != want {
		t.Errorf("moved %+v, want %+v", r.Moved, want)
	}
	if r.Figures.Teams != 3 || r.Figures.Incomplete != 1 {
		t.Errorf("%d teams in the figures, %d too thin", r.Figures.Teams, r.Figures.Incomplete)
	}
	for _, g := range r.Groups {
		if g.Asked != g.HandedIn+g.Late+g.Missing {
			t.Errorf("group %s does not add up: %+v", g.Path, g)
		}
	}
}

func TestRoundOpen(t *testing.T) {
	s := openSite(t)
	for _, tt := range []struct {
		asOf maturity.Date
		open bool
	}{{"", false}, {"2026-10-31", true}, {"2026-11-01", false}} {
		if got := s.round("2026h2", tt.asOf).Open; got != tt.open {
			t.Errorf("as of %q: open %v", tt.asOf, got)
		}
	}
}

// A round nobody has handed in to has rows of zeros, not holes.
func TestRoundEmpty(t *testing.T) {
	s := openSite(t)
	empty := maturity.Round{ID: "early", From: "2020-01-01", Until: "2020-02-01"}
	r := report.NewRound(s.scorer, s.Model, s.Portfolio, empty, "")
	if r.Previous != "" || len(r.HandedIn) != 0 {
		t.Fatalf("previous %q, handed in %d", r.Previous, len(r.HandedIn))
	}
	for _, form := range []report.Format{report.Text, report.Markdown, report.CSV, report.JSON} {
		got := printed(t, func(b *bytes.Buffer) error {
			return report.WriteRound(b, r, report.Options{Format: form, Lang: "en"})
		})
		if form == report.JSON && (!strings.Contains(got, `"previous": null`) || !strings.Contains(got, `"handed_in": []`) || strings.Contains(got, `"domains": null`)) {
			t.Errorf("empty lists are not empty lists:\n%s", got)
		}
	}
}
