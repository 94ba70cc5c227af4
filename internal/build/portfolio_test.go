package build_test

import (
	"net/url"
	"testing"

	"github.com/chromedp/chromedp"

	"gradus/internal/browsertest"
)

// Sorting and filtering work from a folder, are told to those who do not see
// them, and stand in the address.
func TestPortfolioInChromium(t *testing.T) {
	ctx := browsertest.New(t)
	page := openFromFolder(t, "en/teams")
	open := func(query string) { browsertest.Run(t, ctx, chromedp.Navigate(page+query)) }
	teams := func() string {
		return browsertest.Eval[string](t, ctx, `[...document.querySelectorAll(".heat tbody tr:not([hidden]) a")].map((a) => new URL(a.href).pathname.split("/").at(-2)).join(" ")`)
	}
	said := func() string {
		return browsertest.Eval[string](t, ctx, `document.querySelector(".found").textContent`)
	}
	do := func(script string) { browsertest.Eval[bool](t, ctx, script+"; true") }
	check := func(what, got, want string) {
		t.Helper()
		if got != want {
			t.Errorf("%s: %q, want %q", what, got, want)
		}
	}

	open("")
	check("as it comes", teams(), "solo hostile platform payments")
	check("nothing said", said(), "")

	do(`document.querySelectorAll("button.sort")[1].click()`)
	check("by score", teams(), "platform hostile payments solo")
	check("said", said(), "Sorted by Score, falling.")
	check("aria-sort", browsertest.Eval[string](t, ctx, `[...document.querySelectorAll("[aria-sort]")].map((th) => th.cellIndex + th.getAttribute("aria-sort")).join()`), "1descending")
	do(`document.querySelectorAll("button.sort")[1].click()`)
	check("the other way round", teams(), "solo payments hostile platform")
	do(`document.querySelectorAll("button.sort")[3].click()`)
	check("by a domain: unknown last", teams(), "platform hostile solo payments")
	do(`document.querySelectorAll("button.sort")[1].click(); document.querySelectorAll("button.sort")[1].click(); document.querySelectorAll("button.sort")[1].click()`)
	check("as it came", teams(), "solo hostile platform payments")

	do(`{ const group = document.querySelector("[data-filter=group]"); group.value = "base"; group.dispatchEvent(new Event("input", { bubbles: true })) }`)
	check("a group", teams(), "hostile platform")
	check("counted", said(), "2 of 4 teams.")
	query := func() url.Values {
		u, err := url.Parse(browsertest.Eval[string](t, ctx, `location.href`))
		if err != nil {
			t.Fatal(err)
		}
		return u.Query()
	}
	check("the address", query().Encode(), "group=base")
	do(`document.querySelector("[data-reset]").click()`)
	check("all again", teams(), "solo hostile platform payments")
	check("an address without traces", query().Encode(), "")

	open("?sort=1&order=down&text=PL&kind=peer")
	check("from the address", teams(), "platform")
	open("?group=commerce&tag=tier-1&stale=1")
	check("nothing fits", teams(), "")
	open("?sort=99&group=%22%3E%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E&kind=none&tag=constructor")
	check("an address that means nothing", teams(), "solo hostile platform payments")
}
