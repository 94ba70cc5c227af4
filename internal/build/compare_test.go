package build_test

import (
	"bytes"
	"net/url"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"gradus/internal/browsertest"
	"gradus/internal/build"
	"gradus/internal/sitetest"
)

// openFromFolder publishes the small site and returns the address of one of
// its pages as a file: the way that allows scripts the least.
func openFromFolder(t *testing.T, page string, parts ...string) string {
	t.Helper()
	out := filepath.Join(t.TempDir(), "public")
	publishTo(t, sitetest.Site(parts...), build.Options{Portable: true}, out)
	return "file://" + filepath.ToSlash(filepath.Join(out, filepath.FromSlash(page), "index.html"))
}

func TestCompareInChromium(t *testing.T) {
	ctx := browsertest.New(t)
	page := openFromFolder(t, "en/compare")
	said := func(query url.Values) string {
		t.Helper()
		address := page
		if query != nil {
			address += "?" + query.Encode()
		}
		browsertest.Run(t, ctx, chromedp.Navigate(address))
		return browsertest.Eval[string](t, ctx, `new Promise((done) => {
			const say = document.querySelector(".say");
			(function look() { say.textContent ? done(say.textContent) : setTimeout(look, 10) })();
		})`)
	}
	sides := func(a, b string) url.Values { return url.Values{"a": {a}, "b": {b}} }
	const hostile = `"><img src=x onerror=alert(1)>`

	for _, test := range []struct {
		name  string
		query url.Values
		want  string
	}{
		{"nothing asked for", nil, "Choose two assessments."},
		{"two teams", sides("payments@2026-10-31", "platform"),
			"Platform 2026-09-30 is ahead of Payments 2026-10-31 in 0 capabilities, behind in 1, equal in 2."},
		{"two dates", sides("payments@2026-04-30", "payments@2026-10-31"),
			"Payments 2026-10-31 is ahead of Payments 2026-04-30 in 1 capabilities, behind in 0, equal in 1."},
		{"unknown team", sides(hostile, "payments"),
			"There is no team “" + hostile + "” here, or it does not publish its scorecards."},
		{"a team that has handed in nothing", sides("quiet", "payments"),
			"There is no team “quiet” here, or it does not publish its scorecards."},
		{"unknown date", sides("payments@"+hostile, "platform"),
			"Payments has no assessment “" + hostile + "”."},
		{"a name of every object", sides("payments@constructor", "platform"),
			"Payments has no assessment “constructor”."},
	} {
		if got := said(test.query); got != test.want {
			t.Errorf("%s: got %q, want %q", test.name, got, test.want)
		}
	}

	said(sides("payments@2026-04-30", "payments@2026-10-31"))
	want := []string{"Collection service 2.0 L2 2.5 L2 +0.5"}
	rows := `[...document.querySelectorAll("h2 + .scroll .dumbbells")].at(-1).querySelectorAll("tbody tr")`
	if got := browsertest.Eval[[]string](t, ctx, `[...`+rows+`].map((row) => [...row.cells].map((c) => c.textContent).filter(Boolean).join(" "))`); !slices.Equal(got, want) {
		t.Errorf("capabilities that differ: got %q, want %q", got, want)
	}

	browsertest.Eval[bool](t, ctx, `document.querySelector("[name=swap]").click(), true`)
	swapped := "Payments 2026-04-30 is ahead of Payments 2026-10-31 in 0 capabilities, behind in 1, equal in 1."
	if got := browsertest.Eval[string](t, ctx, `new Promise((done) => setTimeout(() => done(document.querySelector(".say").textContent), 50))`); got != swapped {
		t.Errorf("after swapping: got %q, want %q", got, swapped)
	}
	if got := browsertest.Eval[string](t, ctx, `location.search`); got != "?a=payments@2026-10-31&b=payments@2026-04-30" {
		t.Errorf("the address is %q", got)
	}
}

// TestCompareWithoutScript: the page lists the scorecards that it would compare.
func TestCompareWithoutScript(t *testing.T) {
	tr := newTree(t, sitetest.Site(), build.Options{})
	page := tr.pages(t)["en/compare/index.html"]
	want := []string{sitetest.HostileName, "Payments", "Platform", "Solo"}
	if got := page.Texts("#scorecards li a"); !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	hidden := newTree(t, sitetest.Site("-- assessments/payments/team.yaml --\nid: payments\nname: Payments\npublish: {scorecards: false}\n"), build.Options{})
	if got := hidden.pages(t)["en/compare/index.html"].Texts("#scorecards li a"); slices.Contains(got, "Payments") {
		t.Errorf("%q has a team that publishes no scorecards", got)
	}
	if _, there := hidden["data/teams/payments.js"]; there {
		t.Error("a team that publishes no scorecards has a data file")
	}
}

// TestTeamDataRedacted: what a team does not publish is in no file for scripts.
func TestTeamDataRedacted(t *testing.T) {
	tr := newTree(t, sitetest.Site("-- gradus.yaml --\ngradus: 1\ntitle: Site\nlanguages: [zh, en]\npublish: {evidence: false, notes: false}\n"), build.Options{})
	for name, content := range tr {
		if !strings.HasPrefix(name, "data/") && !strings.Contains(name, "teams/") {
			continue
		}
		for _, secret := range []string{"wiki.example.org/storage", "只有一个机房", "readFile"} {
			if bytes.Contains(content, []byte(secret)) {
				t.Errorf("%s holds %q", name, secret)
			}
		}
	}
	shown := newTree(t, sitetest.Site(), build.Options{})
	if !bytes.Contains(shown["data/teams/platform.js"], []byte("wiki.example.org/storage")) {
		t.Error("evidence that is published is not in the team's file: the test would find nothing")
	}
}
