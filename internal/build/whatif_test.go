package build_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"gradus/internal/browsertest"
)

func TestWhatIfInChromium(t *testing.T) {
	ctx := browsertest.New(t)
	page := openFromFolder(t, "en/teams/payments/2026-10-31")
	say := func() string {
		return browsertest.Eval[string](t, ctx, `document.querySelector("#what-if .say").textContent`)
	}
	click := func(label string) {
		t.Helper()
		browsertest.Run(t, ctx, chromedp.Evaluate[chromedp.Void](`document.querySelector('#what-if button[aria-label="`+label+`"]').click()`))
	}

	// The team has 2.5, 2 and, inherited, 4: the mean is 2.8.
	browsertest.Run(t, ctx, chromedp.Navigate(page))
	if got := say(); got != "Nothing is changed yet." {
		t.Errorf("at first: %q", got)
	}
	click("Raise Transport")
	want := "With 1 capability changed the score is 3.2 (+0.3), level 2 (Basic). For level 3 (Comprehensive) at least 1 more must rise."
	if got := say(); !strings.HasPrefix(got, want) {
		t.Errorf("raised: got %q, want %q", got, want)
	}
	if got := browsertest.Eval[string](t, ctx, "location.hash"); got != "#what=monitoring.collection.transport:3" {
		t.Errorf("the address ends in %q", got)
	}

	// Lowered again it is as it was, the half level of the first one included.
	click("Lower Transport")
	if got := say(); got != "Nothing is changed yet." {
		t.Errorf("lowered again: %q", got)
	}

	// What nobody has assessed can be raised too.
	click("Raise Backup")
	if got := say(); !strings.HasPrefix(got, "With 1 capability changed the score is 2.6 (−0.2), level 2 (Basic).") {
		t.Errorf("what was unknown raised: %q", got)
	}
	click("Lower Backup")

	// The address alone brings a state back; what it can't mean does nothing.
	browsertest.Run(t, ctx, chromedp.Navigate("about:blank"),
		chromedp.Navigate(page+"#what=monitoring.collection.transport:3,no.such.thing:2,monitoring.data.storage:99,x"))
	if got := say(); !strings.HasPrefix(got, want) {
		t.Errorf("from the address: got %q, want %q", got, want)
	}
	rows := browsertest.Eval[[]string](t, ctx, `[...document.querySelectorAll("#what-if tbody tr.moved")].map((r) => [...r.cells].map((c) => c.textContent).join(" | "))`)
	if wanted := []string{"The whole | 2.8 L2 | 3.2 L2", "Monitoring | 2.8 L2 | 3.2 L2"}; !slices.Equal(rows, wanted) {
		t.Errorf("what moved: got %q, want %q", rows, wanted)
	}
	browsertest.Run(t, ctx, chromedp.Evaluate[chromedp.Void](`document.querySelector("#what-if [name=reset]").click()`))
	if got := say(); got != "Nothing is changed yet." {
		t.Errorf("reset: %q", got)
	}
}
