package build_test

import (
	"bytes"
	"compress/gzip"
	"io/fs"
	"os"
	"path"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"

	"gradus/internal/browsertest"
	"gradus/internal/build"
	"gradus/internal/htmltest"
	"gradus/internal/sitetest"
)

// movedPlaces are former anchors and a former page.
const movedPlaces = `-- content/moved.yaml --
method/#duties: method/#roles
how: method
how/#who: monitoring/#collection
`

func TestReadingInChromium(t *testing.T) {
	r := reader{t, browsertest.New(t)}
	root := serveSite(t, newSite(t, sitetest.Site(movedPlaces), build.Options{}), "/handbook")

	// A term explains itself; Escape puts the card away.
	const term = `document.querySelector('a[href*="#t-owner"]')`
	r.open(root + "method/")
	r.sees(`document.querySelector(".term-card").hidden`, "true")
	at := browsertest.Eval[[2]float64](t, r.ctx, `(({ x, y }) => [x + 3, y + 3])(`+term+`.getBoundingClientRect())`)
	browsertest.Run(t, r.ctx, chromedp.MouseEvent(input.DispatchMouseEventTypeMouseMoved, at[0], at[1]))
	r.sees(`document.querySelector(".term-card").innerText.split("\n")[0]`, "负责人")
	r.sees(term+`.getAttribute("aria-describedby")`, "term-card")
	r.press("\x1b")
	r.sees(`document.querySelector(".term-card").hidden`, "true")

	// Former anchors lead on, on the page, and from a page that has gone.
	r.open(root + "method/#duties")
	r.sees(`location.hash`, "#roles")
	r.open(root + "how/")
	r.sees(`location.pathname`, "/handbook/method/")
	r.open(root + "how/#roles")
	r.sees(`location.pathname + location.hash`, "/handbook/method/#roles")
	r.open(root + "how/#who")
	r.sees(`location.pathname + location.hash`, "/handbook/monitoring/#collection")

	// Keys turn the pages and show the list of keys, until they are turned off.
	r.open(root + "method/")
	r.press("n")
	r.sees(`location.pathname + document.readyState`, "/handbook/monitoring/complete")
	r.press("p")
	r.sees(`location.pathname + document.readyState`, "/handbook/method/complete")
	r.press("?")
	r.sees(`document.querySelector("dialog.keys").open`, "true")
	browsertest.Run(t, r.ctx, chromedp.Evaluate[chromedp.Void](`document.querySelector("dialog.keys input").click()`))
	r.press("\x1b")
	r.sees(`document.querySelector("dialog.keys").open`, "false")
	r.press("?")
	r.sees(`document.querySelector("dialog.keys").open`, "false")
	r.press("n")
	r.sees(`location.pathname`, "/handbook/method/")

	// What leads on from a level is on top, seen and focused, without any click.
	r.open(root + "monitoring/collection/service/#from-2")
	r.sees(`document.activeElement.id`, "from-2")
	r.sees(`[...document.querySelectorAll(".here")].filter((p) => p.checkVisibility({ visibilityProperty: true })).map((p) => p.parentElement.id).join()`, "l2")
	r.sees(`document.getElementById("from-2").getBoundingClientRect().top < 120`, "true")

	// On a phone one level of all capabilities can be picked.
	browsertest.Run(t, r.ctx, chromedp.EmulateViewport(360, 740))
	r.open(root + "monitoring/")
	const seen = `[...document.querySelectorAll("#table-2 .narrow li")].filter((li) => li.checkVisibility()).map((li) => li.value).join()`
	r.sees(seen, "")
	browsertest.Run(t, r.ctx, chromedp.Evaluate[chromedp.Void](`document.querySelector('#table-2 .pick [value="3"]').click()`))
	r.sees(seen, "3,3")
	browsertest.Run(t, r.ctx, chromedp.Evaluate[chromedp.Void](`document.querySelector('#table-2 .pick [value="all"]').click()`))
	r.sees(seen, "")
}

// Nothing moves while a page loads, nothing sticks out of a phone, and nothing
// is asked of another host.
func TestStillness(t *testing.T) {
	if testing.Short() {
		t.Skip("it loads many pages")
	}
	ctx := browsertest.New(t)
	root := serveSite(t, newSite(t, os.DirFS("../.."), build.Options{}), "/handbook")
	for _, width := range []int64{360, 768, 1280} {
		for _, page := range []string{
			"", "monitoring/", "monitoring/#table-2", "monitoring/collection/service/", "monitoring/collection/service/#from-2",
			"method/", "glossary/", "en/", "en/monitoring/", "en/use/", "en/monitoring/collection/service/#l3",
		} {
			browsertest.Run(t, ctx, chromedp.Navigate("about:blank"), chromedp.EmulateViewport(width, 800), chromedp.Navigate(root+page))
			shift := browsertest.Eval[float64](t, ctx, `new Promise((done) => {
				let sum = 0;
				new PerformanceObserver((list) => { for (const e of list.getEntries()) sum += e.value }).observe({ type: "layout-shift", buffered: true });
				setTimeout(() => done(sum), 300);
			})`)
			if shift > 0.001 {
				t.Errorf("%s at %d: layout shift %.3f", page, width, shift)
			}
			if wide := browsertest.Eval[int64](t, ctx, `document.documentElement.scrollWidth`); wide > width {
				t.Errorf("%s at %d: %d wide", page, width, wide)
			}
			if other := browsertest.Eval[[]string](t, ctx, `performance.getEntriesByType("resource").map((e) => e.name).filter((name) => !name.startsWith(location.origin))`); len(other) > 0 {
				t.Errorf("%s loads %q", page, other)
			}
		}
	}
}

func gzipped(t *testing.T, content []byte) int {
	t.Helper()
	var b bytes.Buffer
	w, _ := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if _, err := w.Write(content); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Len()
}

// The budgets of a page, in bytes as they are sent: its HTML beyond its own
// text, and the style sheets and scripts of every page.
func TestBudgets(t *testing.T) {
	if testing.Short() {
		t.Skip("the whole handbook takes a while")
	}
	const (
		mostFrame   = 15 << 10
		mostStyles  = 12 << 10
		mostScripts = 10 << 10
	)
	var files fs.FS = os.DirFS("../..")
	tr := newTree(t, files, build.Options{})
	for _, name := range []string{"index.html", "monitoring/index.html", "en/monitoring/index.html", "high-availability/index.html", "en/high-availability/index.html", "method/index.html", "monitoring/collection/service/index.html"} {
		page := htmltest.Parse(t, tr[name])
		text := page.One(t, "main").Text()
		sizes := map[string]int{"html": gzipped(t, tr[name]) - gzipped(t, []byte(text))}
		for _, n := range page.All("link[rel=stylesheet]") {
			sizes["styles"] += gzipped(t, tr[path.Join(path.Dir(name), n.Attr("href"))])
		}
		for _, n := range page.All("script[src]") {
			if strings.Contains(n.Attr("src"), "assets/") && !strings.Contains(n.Attr("src"), "search") {
				sizes["scripts"] += gzipped(t, tr[path.Join(path.Dir(name), n.Attr("src"))])
			}
		}
		t.Logf("%s: %d gzip, %d beyond its text, styles %d, scripts %d", name, gzipped(t, tr[name]), sizes["html"], sizes["styles"], sizes["scripts"])
		for what, most := range map[string]int{"html": mostFrame, "styles": mostStyles, "scripts": mostScripts} {
			if sizes[what] > most {
				t.Errorf("%s: %s %d, at most %d", name, what, sizes[what], most)
			}
		}
	}
}
