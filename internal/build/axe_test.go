package build_test

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"slices"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"

	"gradus/internal/browsertest"
	"gradus/internal/build"
)

// axeScript is where `npm ci` in .ci/pages puts axe-core.
const axeScript = "../../.ci/pages/node_modules/axe-core/axe.min.js"

// judged has one page of every kind, in the language of the site; all but the
// last also stand below en/.
var judged = []string{
	"", "method/", "monitoring/", "monitoring/collection/transport/", "glossary/",
	"teams/", "teams/payments/", "teams/payments/2026-09-08/",
	"groups/commerce/", "rounds/2026h2/", "changes/", "compare/", "assess/", "search/", "print/",
	"404.html",
}

// Which of the rules of axe-core a page is judged by: all of those that everyone
// should keep, or, when only the colours have changed, those about colours.
const (
	everyRule   = `["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]`
	colourRules = `["color-contrast", "link-in-text-block"]`
)

// axe lists what axe-core finds wrong with the page: a rule and an element each.
// It waits for what the page does after a change of its width.
func axe(rules string) string {
	return `new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))).then(() => axe.run(document, {
		runOnly: ` + rules + `,
		resultTypes: ["violations"],
	})).then(({ violations }) => violations.flatMap(({ id, nodes }) =>
		nodes.map((node) => id + ": " + node.target.join(" ") + ": " + node.failureSummary)))`
}

// TestAccessible lets axe-core judge a page of every kind, in both languages
// and both colour schemes, on a desk and on a phone.
func TestAccessible(t *testing.T) {
	if testing.Short() || !everyCombination {
		t.Skip("it loads many pages, and there is no race to find in them")
	}
	script := readAxe(t)
	ctx := browsertest.New(t)
	root := serveSite(t, newSite(t, os.DirFS("../.."), build.Options{}), "")
	pages := slices.Clone(judged)
	for _, page := range judged[:len(judged)-1] {
		pages = append(pages, "en/"+page)
	}
	for _, page := range pages {
		browsertest.Run(t, ctx, chromedp.Navigate(root+page), chromedp.Evaluate[chromedp.Void](script))
		for _, width := range []int64{1280, 360} {
			for _, c := range []struct{ scheme, rules string }{{"light", everyRule}, {"dark", colourRules}} {
				browsertest.Run(t, ctx, chromedp.EmulateViewport(width, 800), prefer(c.scheme))
				for _, violation := range browsertest.Eval[[]string](t, ctx, axe(c.rules)) {
					t.Errorf("%q at %d, %s: %s", page, width, c.scheme, violation)
				}
			}
		}
	}
}

// readAxe returns the source of axe-core. Without it the test is skipped,
// unless GRADUS_AXE=required says that it must be there.
func readAxe(t *testing.T) string {
	t.Helper()
	script, err := os.ReadFile(axeScript)
	if errors.Is(err, fs.ErrNotExist) && os.Getenv("GRADUS_AXE") != "required" {
		t.Skip("there is no axe-core: run `npm ci` in .ci/pages")
	}
	if err != nil {
		t.Fatal(err)
	}
	return string(script)
}

// prefer makes the browser say that its reader prefers a colour scheme, and no
// motion: a colour that is on its way to another has no contrast to judge.
func prefer(scheme string) chromedp.Action[chromedp.Void] {
	return chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
		_, err := cdp.Call(ctx, target, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
			Features: []*emulation.MediaFeature{
				{Name: "prefers-color-scheme", Value: scheme},
				{Name: "prefers-reduced-motion", Value: "reduce"},
			},
		})
		return err
	})
}
