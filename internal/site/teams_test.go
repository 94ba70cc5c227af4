package site_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"gradus/internal/build"
	"gradus/internal/htmltest"
	"gradus/internal/maturity"
	"gradus/internal/sitetest"
)

// noTeams takes the teams of the small site away.
const noTeams = `
-- assessments/platform/team.yaml --
-- assessments/platform/2026-09-30.yaml --
-- assessments/payments/team.yaml --
-- assessments/payments/2026-04-30.yaml --
-- assessments/payments/2026-10-31.yaml --
-- assessments/payments/2026-11-15.yaml --
-- assessments/hostile/team.yaml --
-- assessments/hostile/2026-06-30.yaml --
-- assessments/quiet/team.yaml --
-- assessments/solo/team.yaml --
-- assessments/solo/2026-11-01.yaml --
`

// teams are the files of n teams in two groups, each fully assessed once, at
// levels 1 to 5 in turn.
func teams(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "-- assessments/t%d/team.yaml --\nid: t%d\nname: Team %d\ngroup: g/h%d\n", i, i, i, i%2)
		b.WriteString(assessment(fmt.Sprintf("t%d", i), "2026-10-01", "self", "1.0.0", 1+i%5))
	}
	return b.String()
}

// assessment is a file that rates everything at one level.
func assessment(team, date, kind, version string, level int, rest ...string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "-- assessments/%s/%s.yaml --\nmodel: ops@%s\nteam: %s\ndate: %s\nkind: %s\n", team, date, version, team, date, kind)
	b.WriteString("ratings:\n")
	for _, id := range []string{"monitoring.collection.transport", "monitoring.data.storage", "continuity.risk.backup", "continuity.risk.failover"} {
		fmt.Fprintf(&b, "  %s: %d\n", id, level)
	}
	if len(rest) == 0 {
		rest = []string{fmt.Sprintf("monitoring.collection.service: %d", level)}
	}
	for _, line := range rest {
		b.WriteString("  " + line + "\n")
	}
	return b.String()
}

func teamSite(t testing.TB, parts ...string) built {
	t.Helper()
	return newBuilt(t, sitetest.Site(append([]string{noTeams}, parts...)...))
}

// The portfolio reads well whatever the number of teams: without any there is
// none, under three there are counts only, and above 500 the table goes on over
// several pages.
func TestNumberOfTeams(t *testing.T) {
	if b := teamSite(t); b.Has("teams/index.html") {
		t.Error("a site without teams has a portfolio")
	}
	for _, test := range []struct {
		teams, rows, listed int
		medians             bool
	}{{1, 1, 1, false}, {2, 2, 2, false}, {3, 3, 3, true}, {50, 50, 0, true}, {501, 500, 0, true}} {
		t.Run(fmt.Sprint(test.teams), func(t *testing.T) {
			if test.teams > 50 && testing.Short() {
				t.Skip("hundreds of teams take a while")
			}
			b := teamSite(t, teams(test.teams))
			page := b.page(t, "en/teams/")
			equal(t, "rows", len(page.All(".heat tbody tr")), test.rows)
			heads := page.All(".spread")[0].Texts("thead th")
			equal(t, "medians", slices.Contains(heads, "Median") && slices.Contains(heads, "Quartiles"), test.medians)
			listed := 0
			for _, name := range page.Texts(".side a") {
				if strings.HasPrefix(name, "Team ") {
					listed++
				}
			}
			equal(t, "teams in the side bar", listed, test.listed)
			if test.teams <= 500 {
				return
			}
			second := b.page(t, "en/teams/page/2/")
			equal(t, "rows of the second page", len(second.All(".heat tbody tr")), test.teams-500)
			equal(t, "pages", page.All(".pages")[0].Texts("a"), []string{"1", "2"})
			equal(t, "where it begins", second.All(".pages p")[0].Text(),
				"Teams 501 and on, 1 of 501. Sorting and filtering look at this page alone.")
			if n := len(second.All(".spread")); n != 0 {
				t.Errorf("the second page has %d tables of distributions", n)
			}
		})
	}
}

// A group counts its teams and those of all groups below it.
func TestGroups(t *testing.T) {
	retired := "-- assessments/t3/team.yaml --\nid: t3\nname: Team 3\ngroup: g/h1\nretired: 2026-01-01\n"
	hidden := "-- assessments/t4/team.yaml --\nid: t4\nname: Secret name\ngroup: g/h0\npublish: {scorecards: false}\n"
	b := teamSite(t, teams(5), retired, hidden)
	whole, part := b.page(t, "en/groups/g/"), b.page(t, "en/groups/g/h0/")
	equal(t, "below", whole.Texts(".groups li"), []string{"g/h0 3 teams", "g/h1 1 team"})
	equal(t, "teams", whole.Texts(".heat tbody bdi"), []string{"Team 0", "Team 2", "Team 1"})
	lead := whole.One(t, ".lead").Text()
	if !strings.HasPrefix(lead, "4 teams with enough assessed capabilities. The median is 2.5; the middle half lies between 1.8 and 3.5.") {
		t.Errorf("lead: %s", lead)
	}
	if text := part.One(t, "main").Text(); strings.Contains(text, "Secret name") || !strings.Contains(text, "One team does not publish its scorecard.") {
		t.Errorf("the team that publishes nothing: %s", text)
	}
	equal(t, "path", part.Texts(".crumbs a"), []string{"Operations Handbook", "Teams", "g"})
	portfolio := b.page(t, "en/teams/").One(t, "main").Text()
	if !strings.Contains(portfolio, "Retired: Team 3") {
		t.Error("the portfolio does not name the team that has retired")
	}
}

const twoRounds = `-- gradus.yaml --
gradus: 1
title: {zh: 运营手册, en: Operations Handbook}
languages: [zh, en]
base_url: https://ops.example.org/
rounds:
  - {id: h1, name: {zh: 上, en: H1}, from: 2026-03-01, until: 2026-04-30}
  - {id: h2, name: {zh: 下, en: H2}, from: 2026-09-01, until: 2026-10-31}
`

func TestRound(t *testing.T) {
	b := teamSite(t, twoRounds, teams(4),
		assessment("t0", "2026-03-05", "self", "1.0.0", 2), // fell to 1
		assessment("t1", "2026-03-05", "self", "1.0.0", 1), // rose to 2
		assessment("t2", "2026-03-05", "peer", "1.0.0", 1), // another kind now
		"-- assessments/t3/2026-10-01.yaml --\n", assessment("t3", "2026-11-02", "self", "1.0.0", 4),
		"-- assessments/t4/team.yaml --\nid: t4\nname: Team 4\ngroup: other\n",
		"-- assessments/t2/team.yaml --\nid: t2\nname: Team 2\ngroup: g/h0\npublish: {scorecards: false}\n",
	)
	page := b.page(t, "en/rounds/h2/")
	equal(t, "state", page.One(t, ".facts").Text(), "1 September 2026 – 31 October 2026 · closed, figures frozen")
	equal(t, "lead", page.All(".lead")[0].Text(),
		"3 of the 5 teams asked have handed in. 1 was late. 1 is missing. 15 of 15 ratings were given.")
	tables := map[string]htmltest.Node{}
	for _, region := range page.All(".scroll") {
		if tables[region.Attr("aria-label")] == (htmltest.Node{}) {
			tables[region.Attr("aria-label")] = region
		}
	}
	equal(t, "by group", cells(t, tables["By group"], "Group", "Asked", "Handed in", "Late", "Missing"), []string{"g 4 3 1 0", "g/h0 2 2 0 0", "g/h1 2 1 1 0", "other 1 0 0 1"})
	equal(t, "handed in", cells(t, tables["Team"], "Team", "Score", "Assessed"), []string{"Team 0 1.0 L1 Initial 5 of 5", "Team 1 2.0 L2 Basic 5 of 5", "Team 2  "})
	if text := page.One(t, "main").Text(); !strings.Contains(text, "3 teams handed in both times. 1 rose, 1 fell. H1") {
		t.Errorf("moves: %s", text)
	}
	if !slices.Contains(page.Texts("main ul li"), "Team 4 other") {
		t.Error("the team that is missing is not named")
	}
	open := buildAsOf(t, "2026-10-15", twoRounds, teams(1)).page(t, "en/rounds/h2/").One(t, ".facts").Text()
	if !strings.HasSuffix(open, "· open") {
		t.Errorf("in the middle of the round: %s", open)
	}
}

func buildAsOf(t testing.TB, day string, parts ...string) built {
	t.Helper()
	src := build.Load(sitetest.Site(append([]string{noTeams}, parts...)...), build.Options{AsOf: maturity.Date(day)})
	if src.Diags.HasErrors() {
		t.Fatal(src.Diags)
	}
	site, _ := src.Site()
	return built{site}
}

func TestChanges(t *testing.T) {
	files := []string{twoRounds, teams(2),
		assessment("t0", "2026-11-01", "self", "1.0.0", 3,
			"monitoring.collection.service: 1"),
		assessment("t1", "2026-11-01", "self", "1.0.0", 1,
			"monitoring.collection.service: {level: 2, target: 4, due: 2026-12-01}"),
		"-- assessments/t1/team.yaml --\nid: t1\nname: Team 1\n",
	}
	page := buildAsOf(t, "2026-11-05", files...).page(t, "en/changes/")
	equal(t, "days", page.Texts("main h2"), []string{"Falling due", "1 November 2026", "1 October 2026"})
	equal(t, "coming", page.Texts(".coming li"), []string{"1 December 2026 · Team 1: Collection service is to reach level 4"})
	equal(t, "in words", page.Texts(".day p")[:2], []string{
		"Score 2.6 (+1.6) · Since 1 October 2026", "Score 1.2 (−0.8) · Since 1 October 2026"})
	equal(t, "moves", page.Texts(".day summary"), []string{"4 up, 0 down", "0 up, 4 down 4 regressions"})
	if got := page.Texts(".moves li")[4]; got != "▼ Transport L2 → L1 regression" {
		t.Errorf("a regression: %s", got)
	}
	late := buildAsOf(t, "2027-01-01", files...).page(t, "en/changes/").Texts(".coming .badge")
	equal(t, "overdue", late, []string{"overdue"})
	if early := buildAsOf(t, "2026-08-01", files...).page(t, "en/changes/").Texts(".coming li"); len(early) != 0 {
		t.Errorf("four months before: %q", early)
	}
}

// Every score opens to the arithmetic that made it.
func TestHow(t *testing.T) {
	page := newBuilt(t, sitetest.Site()).page(t, "en/teams/payments/2026-10-31/")
	service := page.One(t, "#c-monitoring-collection-service .how")
	equal(t, "basis", service.One(t, "summary").Text(), "by criteria")
	text := service.Text()
	for _, want := range []string{
		"L2 (1) / 1 = 1.00 · passed", "L3 (1 + 0) / 2 = 0.50", "One framework: Not met (0)", "Score: 2 + 0.50 = 2.50 · 33.3 % of the overall score",
	} {
		if !strings.Contains(strings.ReplaceAll(text, "\u202f", " "), want) {
			t.Errorf("the capability lacks %q: %s", want, text)
		}
	}
	headline := strings.ReplaceAll(page.One(t, ".headline .how").Text(), "\u202f", " ")
	for _, want := range []string{
		"Monitoring100 %2.832.833Sum2.83",
		"L2 3 of 3 at it or above, 3 needed; 0 below level 1: reached.",
		"L3 1 of 3 at it or above, 3 needed; 0 below level 2: not reached.",
		"3 assessed of 4 that apply; 1 not applicable and left out.",
	} {
		if !strings.Contains(headline, want) {
			t.Errorf("the headline lacks %q: %s", want, headline)
		}
	}
	gap := page.All(".gaps li")[0].Text()
	if !strings.Contains(strings.ReplaceAll(gap, "\u202f", " "), "weight 33.3 % × gap 2.0 = 0.67 of the overall score") {
		t.Errorf("the gap: %s", gap)
	}
}

// Evidence is a link that tells its host nothing, with the host in sight; that
// of an inherited rating is published only where both teams publish theirs.
func TestEvidence(t *testing.T) {
	page := newBuilt(t, sitetest.Site()).page(t, "en/teams/payments/2026-10-31/")
	link := page.One(t, ".evidence dd a")
	equal(t, "address", link.Attr("href"), "https://wiki.example.org/storage?a=1&b=2")
	equal(t, "rel", link.Attr("rel"), "noopener noreferrer nofollow ugc")
	equal(t, "host", link.Text(), "wiki.example.org/storage?a=1&b=2")
	for _, team := range []string{"payments", "platform"} {
		files := sitetest.Site()
		with(files, "assessments/"+team+"/team.yaml", "publish: {evidence: false}\n")
		if n := len(newBuilt(t, files).page(t, "en/teams/payments/2026-10-31/").All(".evidence")); n != 0 {
			t.Errorf("%s does not publish its evidence, and it is shown", team)
		}
	}
}

// The lines of history break where the model's version changes, and kinds are
// kept apart.
func TestHistory(t *testing.T) {
	page := teamSite(t, teams(1),
		assessment("t0", "2025-10-01", "self", "0.9.0", 2),
		assessment("t0", "2025-04-01", "self", "0.9.0", 2),
		assessment("t0", "2026-04-01", "peer", "1.0.0", 2)).page(t, "en/teams/t0/")
	history := section(t, page, "history")
	equal(t, "table", history.One(t, ".history").Texts("tbody th"), []string{
		"self-assessment", "2026-10-01", "2025-10-01", "2025-04-01", "peer assessment", "2026-04-01"})
	equal(t, "break", history.One(t, ".history").Texts(".break"), []string{"Version 1.0.0 of the model begins here."})
	whole := history.All("svg.chart-lines")[0]
	if lines, breaks := len(whole.All("polyline")), len(whole.All(".break")); lines != 1 || breaks != 1 {
		t.Errorf("%d lines and %d breaks, want one of each", lines, breaks)
	}
	equal(t, "in words", whole.One(t, "desc").Text(),
		"self-assessment: 2025-04-01 2.0, 2025-10-01 2.0, 2026-10-01 1.0; peer assessment: 2026-04-01 2.0")
	equal(t, "earlier", history.One(t, "a[rel=prev]").Text(), "Earlier2026-04-01")
	if text := page.One(t, ".headline").Text(); !strings.Contains(text, "another version of the model") {
		t.Errorf("nothing says that the two do not compare: %s", text)
	}
}

func TestCalibration(t *testing.T) {
	var files []string
	for i := range 3 {
		files = append(files, assessment(fmt.Sprintf("t%d", i), "2026-06-01", "peer", "1.0.0", 1))
	}
	b := teamSite(t, append(files, teams(3))...)
	difference := cells(t, section(t, b.page(t, "en/teams/t2/"), "calibration"),
		"Capability", "self-assessment", "peer assessment", "Self less other")
	equal(t, "of a team", difference[0], "Collection service 3.0 1.0 +2.0")
	overHeads := []string{"Capability", "Mean difference", "Rate higher", "Rate lower", "Teams"}
	over := cells(t, section(t, b.page(t, "en/teams/"), "calibration"), overHeads...)
	equal(t, "over teams", over[0], "Collection service +1.0 2 0 3")
	few := teamSite(t, files[1], teams(2)).page(t, "en/teams/")
	equal(t, "under three teams", cells(t, section(t, few, "calibration"), overHeads...)[0], "Collection service — 1 0 1")
}

// Who has got far with a capability can be asked, if the team shows it.
func TestCapabilityTeams(t *testing.T) {
	hidden := "-- assessments/t4/team.yaml --\nid: t4\npublish: {scorecards: false}\n"
	page := teamSite(t, teams(9), hidden).page(t, "en/continuity/risk/backup/")
	equal(t, "counts", page.One(t, ".counts").Texts("td.n"), []string{"2", "2", "2", "2", "1"})
	equal(t, "whom to ask", page.Texts(".chips li"), []string{"Team 3 L4", "Team 8 L4"})
	equal(t, "needs", page.One(t, ".chart-needs desc").Text(), "It needs: —. It is needed by: Collection service L3.")
}

// cells are the texts of every row of the first table below n, in the columns
// with some headings.
func cells(t testing.TB, n htmltest.Node, headings ...string) []string {
	t.Helper()
	table := n.All("table")[0]
	all := table.Texts("thead th")
	var rows []string
	for _, row := range table.All("tbody tr") {
		texts := append(row.Texts("th"), row.Texts("td")...)
		var some []string
		for _, heading := range headings {
			i := slices.Index(all, heading)
			if i < 0 || i >= len(texts) {
				t.Fatalf("no column %q among %q", heading, all)
			}
			some = append(some, texts[i])
		}
		rows = append(rows, strings.Join(some, " "))
	}
	return rows
}
