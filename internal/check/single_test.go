package check_test

import (
	"strings"
	"testing"

	"gradus/internal/check"
	"gradus/internal/diag"
	"gradus/internal/load"
	"gradus/internal/maturity"
)

// siteOfCases loads the sound site of the cases.
func siteOfCases(t testing.TB) *load.Source {
	t.Helper()
	base, err := readArchive("testdata/site.txtar")
	if err != nil {
		t.Fatal(err)
	}
	src, found := load.Load(mapFS(base))
	if found.HasErrors() {
		t.Fatal(printed(found))
	}
	return src
}

func parseAssessment(t *testing.T, text string) *maturity.Assessment {
	t.Helper()
	a, found := load.ParseAssessment("received.yaml", []byte(text))
	if found.HasErrors() {
		t.Fatal(printed(found))
	}
	return a
}

func TestAssessmentReceived(t *testing.T) {
	src := siteOfCases(t)
	opts := check.Options{AsOf: "2026-12-31"}
	const head = "model: ops@1.0.0\nteam: payments\ndate: 2026-12-01\nkind: self\nextends: 2026-10-31\n"
	for _, tt := range []struct {
		name, text string
		want       []string // places and codes
	}{
		{"sound", head + "ratings: {monitoring.collection.service: 2}\n", nil},
		{"unknown team", strings.Replace(head, "payments", "paymints", 1) + "ratings: {}\n",
			[]string{"received.yaml:1:1 unknown-team"}},
		{"unknown capability", head + "ratings: {monitoring.collection.servic: 2}\n",
			[]string{"received.yaml:6:11 unknown-capability"}},
		{"after the as-of date", strings.Replace(head, "2026-12-01", "2027-01-01", 1) + "ratings: {}\n",
			[]string{"received.yaml:1:1 date-ahead"}},
		{"overdue", head + "ratings: {monitoring.collection.transport: {level: 1, due: 2026-12-30}}\n",
			[]string{"received.yaml:6:11 due-past"}},
		{"circle", head + "ratings: {continuity.risk.backup: {from: payments}}\n",
			[]string{"received.yaml:6:42 inherited-from-itself"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := codes(check.Assessment(src, parseAssessment(t, tt.text), opts))
			if strings.Join(got, "\n") != strings.Join(tt.want, "\n") {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func TestTeamReceived(t *testing.T) {
	src := siteOfCases(t)
	for _, tt := range []struct {
		name, text string
		want       []string
	}{
		{"sound", "id: orders\nname: Orders\n", nil},
		{"known already", "id: payments\nname: Payments\n", nil},
		{"looks like another", "id: orders\nname: Payments\n", []string{"team.yaml:1:1 confusable-name"}},
		{"target", "id: orders\nname: Orders\ntargets: {monitoring.alerts: 2}\n", []string{"team.yaml:3:11 unknown-target"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			team, found := load.ParseTeam("team.yaml", []byte(tt.text))
			if found.HasErrors() {
				t.Fatal(printed(found))
			}
			got := codes(check.Team(src, team, check.Options{}))
			if strings.Join(got, "\n") != strings.Join(tt.want, "\n") {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

// A received file is judged as far as that goes in a site that cannot be read.
func TestReceivedWithoutSite(t *testing.T) {
	src := &load.Source{}
	a := parseAssessment(t, "model: ops@1.0.0\nteam: payments\ndate: 2026-12-01\nkind: self\nratings: {a.b.c: 2}\n")
	if got := check.Assessment(src, a, check.Options{}); len(got) != 0 {
		t.Errorf("got\n%s", printed(got))
	}
	if got := check.Team(src, &maturity.Team{ID: "x", Name: maturity.Plain("X")}, check.Options{}); len(got) != 0 {
		t.Errorf("got\n%s", printed(got))
	}
	if got := check.Site(src, check.Options{}); len(got) != 0 {
		t.Errorf("got\n%s", printed(got))
	}
}

// Package load admits no names that differ in case or composition only. The
// rule is there for sources that come another way.
func TestAddressesAlike(t *testing.T) {
	src := &load.Source{
		Config: &load.Config{Languages: []string{"en"}},
		Documents: []*load.Document{
			{Lang: "en", Path: "guide", Pos: diag.Position{Path: "content/en/guide.md"}},
			{Lang: "en", Path: "Guide", Pos: diag.Position{Path: "content/en/Guide.md"}},
			{Lang: "en", Path: "cafe\u0301", Pos: diag.Position{Path: "content/en/a.md"}},
			{Lang: "en", Path: "caf\u00e9", Pos: diag.Position{Path: "content/en/b.md"}},
		},
	}
	got := codes(check.Site(src, check.Options{}))
	want := []string{"content/en/Guide.md address-alike", "content/en/b.md address-alike"}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got %q, want %q", got, want)
	}
}

func codes(list diag.List) []string {
	var all []string
	for _, d := range list {
		all = append(all, d.Pos.String()+" "+d.Message.Code)
	}
	return all
}
