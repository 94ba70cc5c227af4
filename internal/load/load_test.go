package load

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"gradus/internal/diag"
	"gradus/internal/markdown"
	"gradus/internal/maturity"
)

func TestValidSite(t *testing.T) {
	src, found := Load(validSite(t))
	for _, d := range found {
		t.Errorf("%v: %s", d.Pos, d.Text("en"))
	}
	want := &Config{
		Pos:        diag.Position{Path: "gradus.yaml", Line: 1, Col: 1},
		Title:      maturity.Translated(map[string]string{"zh": "手册", "en": "Handbook"}),
		Languages:  []string{"zh", "en"},
		BaseURL:    "https://ops.example.org/handbook/",
		Repository: &Repository{Pos: diag.Position{Path: "gradus.yaml", Line: 5, Col: 13}, Type: "github", URL: "https://github.com/example/ops-handbook", Branch: "main", Path: "docs/ops"},
		Theme:      "default",
		Publish:    maturity.Publish{Evidence: true, Notes: true, People: true, Scorecards: true},
		StaleAfter: 180,
		Lint:       []string{"texts"},
	}
	text := cmp.AllowUnexported(maturity.Text{})
	if diff := cmp.Diff(want, src.Config, text); diff != "" {
		t.Errorf("config (-want +got):\n%s", diff)
	}
	wantRounds := []maturity.Round{{
		Pos: diag.Position{Path: "gradus.yaml", Line: 9, Col: 5}, ID: "2026h2",
		Name: maturity.Translated(map[string]string{"zh": "2026 下半年", "en": "2026 H2"}),
		From: "2026-09-01", Until: "2026-10-31", Tag: "tier-1",
	}}
	if diff := cmp.Diff(wantRounds, src.Portfolio.Rounds, text); diff != "" {
		t.Errorf("rounds (-want +got):\n%s", diff)
	}
	wantTerms := []*Term{{
		Pos: diag.Position{Path: "content/terms.yaml", Line: 1, Col: 3}, ID: "slo",
		Term:  maturity.Translated(map[string]string{"zh": "服务等级目标", "en": "service level objective"}),
		Avoid: map[string][]string{"zh": {"服务水平目标"}},
		Text:  maturity.Translated(map[string]string{"zh": "对服务质量的目标。", "en": "A goal for a service."}),
	}}
	if diff := cmp.Diff(wantTerms, src.Terms, text); diff != "" {
		t.Errorf("terms (-want +got):\n%s", diff)
	}
	wantMoved := []Moved{
		{From: "old/monitoring/", To: "monitoring/#collection"},
		{From: "start/", To: ""},
	}
	if diff := cmp.Diff(wantMoved, src.Moved, cmpopts.IgnoreFields(Moved{}, "Pos", "ToPos")); diff != "" {
		t.Errorf("moved addresses (-want +got):\n%s", diff)
	}
}

func TestValidModel(t *testing.T) {
	src, _ := Load(validSite(t))
	m := src.Model
	for i, want := range []string{"初始级", "规范级", "优化级"} {
		if got := m.Levels[i].Name.In("zh"); got != want || m.Levels[i].Level != i+1 {
			t.Errorf("level %d is %q, want %q: levels are not in rising order", i+1, got, want)
		}
	}
	if got := m.Domain("1").Name.In("zh"); got != "5.10" {
		t.Errorf("a text that looks like a number became %q", got)
	}
	if m.Capability("1.no.null-value") == nil {
		t.Error("ids that look like a number, a boolean and null are not read as text")
	}
	c := m.Capability("monitoring.collection.service")
	if c == nil {
		t.Fatal("a capability cannot be found by its full id")
	}
	if c.MayBeNA || c.Area.Domain.Weight != 2 || c.Weight != 1 {
		t.Errorf("na: %v, weights %v and %v", c.MayBeNA, c.Area.Domain.Weight, c.Weight)
	}
	two := c.Level(2)
	if two.Effort != 2 || c.Level(3).Effort != 1 || two.Criteria[0].Level != 2 {
		t.Errorf("level 2: %+v", two)
	}
	wantRequires := []maturity.Requirement{{
		Capability: maturity.Ref{ID: "1.no.null", Pos: diag.Position{Path: "model/monitoring.yaml", Line: 21, Col: 30}},
		Level:      2,
	}}
	if diff := cmp.Diff(wantRequires, two.Requires); diff != "" {
		t.Errorf("requires (-want +got):\n%s", diff)
	}
	if got := *m.Scoring.EvidenceFrom; got != 3 || m.Scoring.MinCoverage != 0.5 {
		t.Errorf("scoring: %+v", m.Scoring)
	}
	if len(m.Answers) != 3 {
		t.Errorf("a model without answers has %d instead of the three default ones", len(m.Answers))
	}
}

func TestValidTeams(t *testing.T) {
	src, _ := Load(validSite(t))
	text := cmp.AllowUnexported(maturity.Text{})
	noPlaces := cmpopts.IgnoreTypes(diag.Position{})

	payments := src.Portfolio.Team("payments")
	wantTeam := &maturity.Team{
		ID: "payments", Name: maturity.Translated(map[string]string{"zh": "支付平台", "en": "Payments"}),
		Group: "commerce/checkout", Owner: "张三", Tags: []string{"tier-1"},
		Targets: maturity.Targets{{Scope: maturity.Ref{ID: "default"}, Level: 3}, {Scope: maturity.Ref{ID: "monitoring"}, Level: 2}},
		Publish: maturity.Publish{Notes: true, People: true, Scorecards: true},
		Retired: "2027-01-01",
	}
	if diff := cmp.Diff(wantTeam, payments, text, noPlaces, cmpopts.IgnoreFields(maturity.Team{}, "Assessments")); diff != "" {
		t.Errorf("team (-want +got):\n%s", diff)
	}
	if len(payments.Assessments) != 2 || payments.Assessments[0].Date != "2026-04-30" {
		t.Fatalf("assessments are not oldest first: %v", payments.Assessments)
	}
	want := &maturity.Assessment{
		Model: maturity.ModelRef{ID: "techops", Version: "1.0.0"},
		Team:  "payments", Date: "2026-10-31", Kind: maturity.Peer, Assessors: []string{"张三", "SRE"},
		Scope: maturity.Plain("支付核心"), Extends: maturity.Ref{ID: "2026-04-30"},
		Summary: maturity.Translated(map[string]string{"zh": "总体良好", "en": "Fine"}),
		Ratings: []*maturity.Rating{{
			Capability: maturity.Ref{ID: "monitoring.collection.service"}, Kind: maturity.Rated, Level: 2,
			Target: 3, Due: "2027-06-30", Note: maturity.Plain("第一行：说明。\n- 要点"),
			Evidence: []maturity.Evidence{
				{URL: "https://wiki.example.org/采集"},
				{Title: maturity.Plain("报告"), URL: "https://wiki.example.org/r", Date: "2026-09-01"},
			},
			Criteria: []maturity.CriterionAnswer{
				{Criterion: maturity.Ref{ID: "host-port"}, Answer: maturity.Ref{ID: "met"}},
				{Criterion: maturity.Ref{ID: "retry"}, Answer: maturity.Ref{ID: "na"}, Reason: maturity.Plain("无需"), Review: "2027-03-31"},
			},
		}, {
			Capability: maturity.Ref{ID: "1.no.null-value"}, Kind: maturity.Unassessed, Level: maturity.NoLevel,
		}},
	}
	if diff := cmp.Diff(want, payments.Assessments[1], text, noPlaces); diff != "" {
		t.Errorf("assessment (-want +got):\n%s", diff)
	}

	search := src.Portfolio.Team("search")
	if !search.Implicit || search.Name.In("zh") != "search" || search.Assessments[0].Label != "b" {
		t.Errorf("a team without team.yaml: %+v", search)
	}
	ratings := search.Assessments[0].Ratings
	if ratings[0].Kind != maturity.Inherited || ratings[0].From.ID != "payments" || ratings[0].Target != 3 {
		t.Errorf("inherited rating: %+v", ratings[0])
	}
	if ratings[1].Kind != maturity.NotApplicable || ratings[1].Reason.In("zh") != "不适用" || ratings[1].Review != "2027-03-31" {
		t.Errorf("rating that does not apply: %+v", ratings[1])
	}
}

func TestValidDocuments(t *testing.T) {
	src, _ := Load(validSite(t))
	type document struct{ lang, path, title string }
	var got []document
	for _, d := range src.Documents {
		got = append(got, document{d.Lang, d.Path, d.Title})
	}
	want := []document{{"zh", "", "技术运营"}, {"zh", "monitoring", "监控"}, {"en", "", "Technical operations"}}
	if diff := cmp.Diff(want, got, cmp.AllowUnexported(document{})); diff != "" {
		t.Errorf("documents (-want +got):\n%s", diff)
	}
	if d := src.Document("en", ""); d.TranslatedFrom != "0123456789ab" || d.TranslatedPos.String() != "content/en/index.md:3:18" {
		t.Errorf("translation: %q at %v", d.TranslatedFrom, d.TranslatedPos)
	}
	if len(src.Assets) != 1 || src.Assets[0].Path != "zh/img/layers.svg" {
		t.Errorf("assets: %v", src.Assets)
	}
	for _, name := range []string{"gradus.yaml", "content", "content/zh/img/layers.svg", "assessments/search", "model/1.yaml"} {
		if !slices.Contains(src.Inputs, name) {
			t.Errorf("%s is not among the inputs to watch", name)
		}
	}
}

// The body of a document counts its lines from the top of the file, whatever
// the ends of the lines are.
func TestBodyPositions(t *testing.T) {
	for _, end := range []string{"\n", "\r\n"} {
		site := validSite(t)
		text := strings.ReplaceAll("---\ntitle: 页\n---\n\n正文 [链接](a.md)\n", "\n", end)
		site["content/zh/page.md"] = &fstest.MapFile{Data: []byte("\ufeff" + text)}
		src, _ := Load(site)
		got := src.Document("zh", "page").Body.Links[0].Pos
		if want := (diag.Position{Path: "content/zh/page.md", Line: 5, Col: 4}); got != want {
			t.Errorf("with line ends %q the link is at %v, want %v", end, got, want)
		}
	}
}

func TestLineEndsAndByteOrderMark(t *testing.T) {
	plain := []byte("model: techops@1.0.0\nteam: payments\ndate: 2026-10-31\nkind: self\nscope: |\n  支付\n  核心\nratings:\n  a.b.c: 3\n")
	windows := []byte("\ufeff" + strings.ReplaceAll(string(plain), "\n", "\r\n"))
	want, found := ParseAssessment("a.yaml", plain)
	if len(found) > 0 {
		t.Fatal(found[0].Text("en"))
	}
	got, found := ParseAssessment("a.yaml", windows)
	if len(found) > 0 {
		t.Fatal(found[0].Text("en"))
	}
	if diff := cmp.Diff(want, got, cmp.AllowUnexported(maturity.Text{})); diff != "" {
		t.Errorf("CRLF and a byte order mark change what is read (-LF +CRLF):\n%s", diff)
	}
	if Hash(plain) != Hash([]byte(strings.ReplaceAll(string(plain), "\n", "\r\n"))) {
		t.Error("CRLF changes the hash")
	}
}

func TestHash(t *testing.T) {
	if got, want := Hash([]byte("abc\n")), "edeaaff3f1774ad2"[:12]; got != want {
		t.Errorf("got %s, want %s: the beginning of what sha256sum prints", got, want)
	}
}

// Scheduling must not show: with one processor and with many the same.
func TestLoadIsRepeatable(t *testing.T) {
	site := validSite(t)
	for i := range 40 {
		team := fmt.Sprintf("team-%02d", 39-i)
		site["assessments/"+team+"/2026-10-31.yaml"] = &fstest.MapFile{Data: []byte("model: techops@1.0.0\nteam: " + team + "\ndate: 2026-10-31\nkind: self\nratings: {x: 3, 不: [}\n")}
		site["assessments/"+team+"/2026-04-30.yaml"] = &fstest.MapFile{Data: []byte("model: techops@1.0.0\nteam: " + team + "\ndate: 2026-04-30\nkind: self\nratings: {a.b.c: 3}\n")}
	}
	read := func(processors int) (*Source, diag.List) {
		defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(processors))
		return Load(site)
	}
	one, oneFound := read(1)
	many, manyFound := read(16)
	if len(oneFound) != 40 {
		t.Fatalf("%d problems in 40 files", len(oneFound))
	}
	compare := []cmp.Option{cmp.AllowUnexported(maturity.Text{}), cmpopts.IgnoreUnexported(maturity.Model{}, diag.Message{}), cmpopts.IgnoreTypes(&markdown.Document{}, &maturity.Domain{})}
	if diff := cmp.Diff(oneFound, manyFound, compare...); diff != "" {
		t.Errorf("diagnostics differ:\n%s", diff)
	}
	if diff := cmp.Diff(one, many, compare...); diff != "" {
		t.Errorf("sources differ:\n%s", diff)
	}
}

// All defects of all files are found in one run: one bad file hides no other.
func TestAllProblemsInOneRun(t *testing.T) {
	site := validSite(t)
	want := map[string]int{}
	for _, f := range readArchive(t, "testdata/cases/rating.txtar").files {
		name, path, _ := strings.Cut(f.name, "/")
		if path == "want" {
			want[name] = strings.Count(f.data, ": error: ") / len(diag.Languages)
			continue
		}
		data := strings.ReplaceAll(f.data, "team: payments", `team: "`+name+`"`)
		site["assessments/"+name+"/2026-10-31.yaml"] = &fstest.MapFile{Data: []byte(data)}
	}
	_, found := Load(site)
	got := map[string]int{}
	for _, d := range found {
		got[strings.Split(d.Pos.Path, "/")[1]]++
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("errors by case (-alone +together):\n%s", diff)
	}
}

// The sites of the scoring rules are valid.
func TestScoringCases(t *testing.T) {
	sites, err := filepath.Glob("../score/testdata/cases/*/gradus.yaml")
	if err != nil || len(sites) == 0 {
		t.Skip("no scoring cases")
	}
	for _, config := range sites {
		root, err := os.OpenRoot(filepath.Dir(config))
		if err != nil {
			t.Fatal(err)
		}
		defer root.Close()
		_, found := Load(root.FS())
		for _, d := range found {
			t.Errorf("%s: %v: %s", config, d.Pos, d.Text("en"))
		}
	}
}

func TestEmptyFolder(t *testing.T) {
	src, found := Load(fstest.MapFS{})
	if src.Config == nil || src.Portfolio == nil || src.Model != nil {
		t.Errorf("source of an empty folder: %+v", src)
	}
	if !has(found, diag.FileMissing) || len(found) != 2 {
		t.Errorf("want gradus.yaml and model/model.yaml missing, got %v", found)
	}
}
