package site_test

import (
	"cmp"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"gradus/internal/build"
	"gradus/internal/htmltest"
	"gradus/internal/maturity"
	"gradus/internal/score"
	"gradus/internal/sitetest"
)

// A team's name changes the words of a page and nothing else of it: the same
// elements with the same attributes, whatever the name tries to end or begin.
func TestHostileName(t *testing.T) {
	benign := newBuilt(t, sitetest.Site("-- assessments/hostile/team.yaml --\nid: hostile\nname: Harmless\ngroup: base\n"))
	for _, name := range []string{
		sitetest.HostileName,
		`</title><img src=x onerror=alert(1)>`,
		`"><img src=x onerror=alert(1)>`,
		`' onmouseover='alert(1)`,
		`<!-- --><svg/onload=alert(1)>`,
		`&lt;script&gt;alert(1)&lt;/script&gt; &amp; {{.}}`,
		"`${alert(1)}` \\",
	} {
		b := newBuilt(t, sitetest.Site(fmt.Sprintf("-- assessments/hostile/team.yaml --\nid: hostile\nname: %q\ngroup: base\n", name)))
		for _, p := range b.Pages.Pages {
			page := b.page(t, p.URL)
			equal(t, p.URL+" with "+name, shape(page), shape(benign.page(t, p.URL)))
			if p.Address == "teams/hostile/" {
				equal(t, p.URL+": heading", page.One(t, "h1").Text(), name)
				if !strings.HasPrefix(page.One(t, "head title").Text(), name) {
					t.Errorf("%s: the title lacks the name %s", p.URL, name)
				}
			}
		}
		if !slices.Contains(b.page(t, "teams/").Texts(".heat bdi"), name) {
			t.Errorf("the portfolio lacks the name %s", name)
		}
	}
}

// shape is a page without its words.
func shape(page htmltest.Node) []string {
	var all []string
	for _, n := range page.All("*") {
		all = append(all, n.Name()+" "+strings.Join(slices.Sorted(maps.Keys(n.Attrs())), " "))
	}
	return all
}

// What a team writes is shown as it is written, and never run as a template.
func TestHostileNotes(t *testing.T) {
	page := newBuilt(t, sitetest.Site()).page(t, "en/teams/hostile/")
	for _, text := range []string{`"><script>alert(1)</script>`, `{{ .Site }} </script> & x "><svg`} {
		if article := page.One(t, "article").Text(); !strings.Contains(article, text) {
			t.Errorf("%q is not shown: %s", text, article)
		}
	}
}

// section is the part of a page under a heading of the second level.
func section(t testing.TB, page htmltest.Node, id string) htmltest.Node {
	t.Helper()
	for _, s := range page.All("section") {
		if len(s.All("h2#"+id)) == 1 {
			return s
		}
	}
	t.Fatalf("there is no section #%s", id)
	return htmltest.Node{}
}

// columns are the texts of every row of a table in the columns with some
// headings.
func columns(t testing.TB, table htmltest.Node, headings ...string) []string {
	t.Helper()
	all := table.Texts("thead th")
	var rows []string
	for _, row := range table.All("tbody tr") {
		var cells, some []string
		for _, n := range row.All("*") {
			if name := n.Name(); name == "td" || name == "th" {
				cells = append(cells, n.Text())
			}
		}
		for _, heading := range headings {
			i := slices.Index(all, heading)
			if i < 0 || i >= len(cells) {
				t.Fatalf("no column %q among %q", heading, all)
			}
			some = append(some, cells[i])
		}
		rows = append(rows, strings.Join(some, " "))
	}
	return rows
}

// Every scorecard page shows the numbers of package score, in its order.
func TestScorecardNumbers(t *testing.T) {
	b := newBuilt(t, sitetest.Site())
	src := b.Source.Source
	scorer := score.New(src.Model, src.Portfolio)
	for _, team := range src.Portfolio.Teams {
		for _, a := range team.Assessments {
			t.Run(team.ID+"/"+a.Key(), func(t *testing.T) {
				compareNumbers(t, b.page(t, "en/teams/"+team.ID+"/"+a.Key()+"/"), scorer.Scorecard(a))
			})
		}
	}
}

func compareNumbers(t *testing.T, page htmltest.Node, card *score.Scorecard) {
	var domains, capabilities, gaps, steps []string
	for _, d := range byGap(card.Domains, func(d score.Domain) float64 { return d.Gap.Float }) {
		domains = append(domains, strings.Join([]string{d.Definition.Name.In("en"), known(d.Score), known(d.Target), known(d.Gap)}, " "))
	}
	for _, d := range card.Domains {
		var all []score.Capability
		for _, a := range d.Areas {
			all = append(all, a.Capabilities...)
		}
		for _, c := range byGap(all, func(c score.Capability) float64 { return c.Gap.Float }) {
			shown, target := c.Show(), "—"
			if shown == "" {
				shown = "—"
			}
			if c.Target.Valid {
				target = strconv.Itoa(c.Target.Int)
			}
			capabilities = append(capabilities, strings.Join([]string{c.Definition.Name.In("en"), shown, target, known(c.Gap)}, " "))
		}
	}
	for _, g := range card.Gaps {
		gaps = append(gaps, g.Result.Definition.Name.In("en"))
	}
	for i, s := range card.Plan {
		name := card.Definition.Capability(s.Capability).Name.In("en")
		if s.Assess {
			name += " assess first"
		}
		steps = append(steps, fmt.Sprintf("%d %s L%d → L%d %.2f", i+1, name, s.From, s.To, s.Projected))
	}

	equal(t, "score", page.One(t, ".big .score").Text(), score.Show(card.Overall.Score.Float))
	equal(t, "level", page.One(t, ".big .level b").Text(), fmt.Sprint("L", card.Overall.Level.Int))
	equal(t, "domains", columns(t, page.One(t, ".whole table.dots"), "Domain", "Now", "Target", "Gap"), domains)
	var got []string
	for _, table := range page.All(".domain table.dots") {
		got = append(got, columns(t, table, "Capability", "Now", "Target", "Gap")...)
	}
	equal(t, "capabilities", got, capabilities)
	got = nil
	for _, gap := range page.All(".gaps summary") {
		got = append(got, gap.All("span")[0].Text())
	}
	equal(t, "gaps, in their order", got, gaps)
	if len(steps) > 0 {
		equal(t, "plan", columns(t, section(t, page, "plan").One(t, "table"), "Step", "Capability", "From → to", "Score after"), steps)
	}
}

// byGap is the order of the tables beside charts: the widest gap first.
func byGap[T any](all []T, gap func(T) float64) []T {
	return slices.SortedStableFunc(slices.Values(all), func(a, b T) int { return cmp.Compare(gap(b), gap(a)) })
}

func known(n score.Number) string {
	if !n.Valid {
		return "—"
	}
	return score.Show(n.Float)
}

// What nobody has assessed is a dash and the word for it, never a zero.
func TestUnknown(t *testing.T) {
	b := newBuilt(t, sitetest.Site())
	solo := b.page(t, "en/teams/solo/")
	equal(t, "domains", columns(t, solo.One(t, ".whole table.dots"), "Domain", "Now", "Target", "Before", "Gap"),
		[]string{"Monitoring 1.0 3.0 — 2.0", "Continuity — — — —"})
	domain := solo.All(".domain")[1]
	equal(t, "heading", domain.One(t, "h3").Text(), "Continuity —")
	equal(t, "capabilities", columns(t, domain.One(t, "table.dots"), "Capability", "Level", "Now", "Before"),
		[]string{"Backup — not assessed — —", "Failover — not assessed — —"})
	if n := len(domain.All("figure.chart")); n != 0 {
		t.Errorf("a domain without a rating has %d charts", n)
	}
	equal(t, "not rated", section(t, solo, "unrated").Texts("p"), []string{"not assessed: Backup, Failover"})
	if got := solo.Texts(".headline .notice"); len(got) != 1 {
		t.Errorf("incomplete, and %d notices", len(got))
	}
	for _, name := range []string{"Solo", "Payments"} {
		for _, row := range b.page(t, "en/teams/").All(".heat tbody tr") {
			if row.One(t, "th bdi").Text() == name && !slices.Contains(row.Texts("td"), "—") {
				t.Errorf("%s: a domain without a rating is no dash: %q", name, row.Texts("td"))
			}
		}
	}
}

func TestHeadline(t *testing.T) {
	page := newBuilt(t, sitetest.Site()).page(t, "en/teams/payments/2026-10-31/")
	headline := page.One(t, ".headline").Text()
	for _, want := range []string{"2.8 L2 Basic", "30 April 2026", "+0.8"} {
		if !strings.Contains(headline, want) {
			t.Errorf("the headline lacks %q: %s", want, headline)
		}
	}
	facts := page.All("article .facts")[0].Text()
	if !strings.HasPrefix(facts, "Assessed on 31 October 2026 · self-assessment · 15 days old · ops 1.0.0 · commerce/checkout") {
		t.Errorf("facts: %s", facts)
	}
	equal(t, "notice", page.All(".notice")[0].Text(), "There is a newer assessment. Open the newest")
	equal(t, "not applicable", section(t, page, "unrated").Texts("li"),
		[]string{"Failover: not applicable — 只有一个机房 review by 1 October 2026 review due"})
	equal(t, "summary", page.One(t, "a[href=https://wiki.example.org/r]").Text(), "record")
}

// Ages are reckoned from the as-of day and said in words, with a badge from the
// day on which an assessment is out of date.
func TestAge(t *testing.T) {
	for asOf, want := range map[maturity.Date]string{"": "138 days old out of date", "2026-07-01": "1 day old", "2026-09-28": "90 days old", "2026-09-29": "91 days old out of date"} {
		src := build.Load(sitetest.Site(), build.Options{AsOf: asOf})
		site, _ := src.Site()
		facts := built{site}.page(t, "en/teams/hostile/").All("article .facts")[0].Text()
		if !strings.Contains(facts, " · "+want+" · ") {
			t.Errorf("as of %q: %s", asOf, facts)
		}
	}
}

// A sample team is marked wherever it stands.
func TestSample(t *testing.T) {
	b := newBuilt(t, sitetest.Site())
	for addr, want := range map[string]bool{"teams/platform/": true, "teams/platform/2026-09-30/": true, "teams/payments/": false} {
		equal(t, addr, strings.Contains(b.page(t, addr).One(t, "article").Text(), "样例"), want)
	}
	for _, row := range b.page(t, "teams/").All(".heat tbody tr") {
		name := row.One(t, "th bdi").Text()
		equal(t, name, strings.Contains(row.One(t, "th").Text(), "样例"), name == "平台组")
	}
}

// What a site or a team does not publish is on no page.
func TestPublish(t *testing.T) {
	notes := newBuilt(t, with(sitetest.Site(), "gradus.yaml", "publish: {notes: false}\n"))
	for _, addr := range []string{"teams/payments/2026-10-31/", "teams/hostile/"} {
		text := notes.page(t, addr).One(t, "main").Text()
		for _, secret := range []string{"只有一个机房", "见记录", "alert(1)</script>", ".Site"} {
			if strings.Contains(text, secret) {
				t.Errorf("%s says %q", addr, secret)
			}
		}
	}

	hidden := newBuilt(t, with(sitetest.Site(), "assessments/platform/team.yaml", "publish: {scorecards: false}\n"))
	for _, name := range hidden.Paths() {
		if strings.Contains(name, "platform") {
			t.Errorf("%s is published", name)
		}
	}
	portfolio := hidden.page(t, "en/teams/")
	if text := portfolio.One(t, ".heat").Text(); strings.Contains(text, "Platform") {
		t.Error("the portfolio shows the team")
	}
	if text := portfolio.One(t, "main").Text(); !strings.Contains(text, "One team does not publish its scorecard.") {
		t.Error("nothing says that a team is missing")
	}
	inherited := hidden.page(t, "en/teams/payments/2026-10-31/").All(".domain")[0]
	basis := inherited.One(t, ".dots").One(t, "#c-monitoring-data-storage summary").Text()
	equal(t, "basis", basis, "inherited from another team · evidence")
}

func with(files fstest.MapFS, name, line string) fstest.MapFS {
	files[name].Data = append(files[name].Data, line...)
	return files
}

// A domain with three capabilities gets a radar, one with fewer gets bars, and
// each can be made live from the option beside it. Only such pages load ECharts.
func TestCharts(t *testing.T) {
	b := newBuilt(t, sitetest.Site())
	page := b.page(t, "en/teams/platform/")
	var kinds []string
	var live htmltest.Node
	for _, figure := range page.All("figure.chart") {
		for _, data := range figure.All("script[type=application/json]") {
			kinds = append(kinds, figure.One(t, "svg").Attr("class"))
			if !json.Valid([]byte(data.Source())) {
				t.Error("the option is not JSON")
			}
			if len(kinds) == 2 {
				live = figure
			}
		}
	}
	equal(t, "charts", kinds, []string{"chart-svg chart-bars", "chart-svg chart-radar", "chart-svg chart-bars"})
	equal(t, "description", live.One(t, "svg desc").Text(),
		"Collection service: Now 2.0, Target 3.0; Transport: Now 2.0, Target 3.0; Storage: Now 4.0, Target 3.0")
	echarts := func(page htmltest.Node) (n int) {
		for _, script := range page.All("script[src]") {
			if strings.Contains(script.Attr("src"), "echarts") {
				n++
			}
		}
		return n
	}
	equal(t, "ECharts on a scorecard", echarts(page), 1)
	equal(t, "ECharts on the home page", echarts(b.page(t, "")), 0)
}

func TestPortfolio(t *testing.T) {
	page := newBuilt(t, sitetest.Site()).page(t, "en/teams/")
	equal(t, "by group, then by name", page.Texts(".heat th bdi"), []string{"Solo", sitetest.HostileName, "Platform", "Payments"})
	var links []string
	for _, a := range page.All(".heat tbody th a") {
		if strings.Count(target("en/teams/", a.Attr("href")), "/") == 3 && strings.HasPrefix(target("en/teams/", a.Attr("href")), "en/teams/") {
			links = append(links, target("en/teams/", a.Attr("href")))
		}
	}
	equal(t, "links", links, []string{"en/teams/solo/", "en/teams/hostile/", "en/teams/platform/", "en/teams/payments/"})
	text := page.One(t, "main").Text()
	for _, want := range []string{"Nothing handed in yet: Quiet", "Medians are shown from three teams on."} {
		if !strings.Contains(text, want) {
			t.Errorf("the page lacks %q: %s", want, text)
		}
	}
}
