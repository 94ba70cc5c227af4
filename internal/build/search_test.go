package build_test

import (
	"context"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"gradus/internal/address"
	"gradus/internal/browsertest"
	"gradus/internal/build"
	"gradus/internal/sitetest"
)

// serveSite answers with the files of a site below a path.
func serveSite(t *testing.T, site *build.Site, base string) (root string) {
	t.Helper()
	server := httptest.NewServer(http.StripPrefix(base, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		file := address.File(strings.TrimPrefix(r.URL.Path, "/"))
		if !site.Has(file) {
			http.NotFound(w, r)
			return
		}
		content, problem := site.Content(file)
		if problem != nil {
			http.Error(w, problem.Text("en"), http.StatusInternalServerError)
			return
		}
		http.ServeContent(w, r, file, time.Time{}, strings.NewReader(string(content)))
	})))
	t.Cleanup(server.Close)
	return server.URL + base + "/"
}

// A reader types, presses keys and looks at what is there.
type reader struct {
	*testing.T
	ctx context.Context
}

func (r reader) open(page string) {
	r.Helper()
	browsertest.Run(r.T, r.ctx, chromedp.Navigate(page))
}

func (r reader) press(keys string, modifiers ...chromedp.KeyOption) {
	r.Helper()
	browsertest.Run(r.T, r.ctx, chromedp.KeyEvent(keys, modifiers...))
}

// sees waits until an expression has a value, and fails when it never has.
func (r reader) sees(expression, want string) {
	r.Helper()
	got := browsertest.Eval[string](r.T, r.ctx, `new Promise((done) => {
		const from = performance.now();
		(function look() {
			let got = ""; try { got = String(`+expression+`); } catch {}
			got === `+"`"+want+"`"+` || performance.now() - from > 5000 ? done(got) : setTimeout(look, 10);
		})();
	})`)
	if got != want {
		r.Errorf("%s: got %q, want %q", expression, got, want)
	}
}

const (
	isOpen  = `document.querySelector("dialog.search-dialog")?.open ?? false`
	status  = `document.querySelector(".search-status").textContent`
	titles  = `[...document.querySelectorAll(".search-title")].map((title) => title.textContent).join(" | ")`
	kinds   = `[...document.querySelectorAll(".search-kind")].map((kind) => kind.textContent).join(" | ")`
	marked  = `[...document.querySelectorAll(".search-list mark")].map((mark) => mark.textContent).join(" | ")`
	chosen  = `document.getElementById(document.querySelector("[role=combobox]").getAttribute("aria-activedescendant")).querySelector(".search-title").textContent`
	focused = `document.activeElement.getAttribute("role")`
)

func TestSearchDialog(t *testing.T) {
	r := reader{t, browsertest.New(t)}
	root := serveSite(t, newSite(t, sitetest.Site(), build.Options{}), "/any/path")
	r.open(root + "en/monitoring/")
	r.sees(`document.readyState`, "complete")
	r.press("/")
	r.sees(isOpen, "true")
	r.sees(focused, "combobox")
	r.press("backup")
	r.sees(status, "6 results")
	r.sees(titles, "Backup | No backup L1 Initial | Scheduled L2 Basic | Drilled L3 Comprehensive | With targets L4 Excellent | Proves itself L5 Outstanding")
	r.sees(kinds, "Capabilities | Levels and criteria")
	r.sees(`document.querySelector("[role=combobox]").getAttribute("aria-expanded")`, "true")
	r.press(kb.ArrowDown)
	r.sees(chosen, "Backup")
	r.press(kb.ArrowUp)
	r.sees(chosen, "Proves itself L5 Outstanding")
	r.press(kb.Escape)
	r.sees(isOpen, "false")
	r.press("k", chromedp.KeyModifiers(2)) // Ctrl
	r.sees(isOpen, "true")
	r.press(kb.ArrowDown)
	r.press(kb.Enter)
	r.sees(`location.href`, root+"en/continuity/risk/backup/")
}

// A reader who dictates can turn the shortcut of a single letter off; the
// others stay.
func TestSearchKeys(t *testing.T) {
	r := reader{t, browsertest.New(t)}
	root := serveSite(t, newSite(t, sitetest.Site(), build.Options{}), "")
	r.open(root)
	r.press("/")
	r.sees(isOpen, "true")
	browsertest.Eval[bool](t, r.ctx, `document.querySelector(".search-foot input").click(), true`)
	r.press(kb.Escape)
	r.open(root + "method/")
	r.press("/")
	browsertest.Eval[bool](t, r.ctx, `new Promise((done) => setTimeout(() => done(true), 200))`)
	r.sees(isOpen, "false")
	browsertest.Eval[bool](t, r.ctx, `document.querySelector("a[data-search]").click(), true`)
	r.sees(isOpen, "true")
	r.sees(`document.querySelector(".search-foot input").checked`, "false")
}

// The page works from a folder, in the other language, and shows what is
// hostile as text.
func TestSearchPage(t *testing.T) {
	r := reader{t, browsertest.New(t)}
	page := openFromFolder(t, "search")
	r.open(page + "?q=" + "%E6%96%B9%E6%B3%95") // 方法
	r.sees(titles, "方法 | 脚注 | 角色 | 运营手册 | 负责人")
	browsertest.Eval[bool](t, r.ctx, `scrollTo(0, document.body.scrollHeight), true`) // excerpts come with what is in view
	r.sees(marked, "方法 | 方法 | 方法")
	r.sees(`document.querySelector("[data-search-all]").hidden`, "true")
	r.sees(`document.querySelector(".search-list a").getAttribute("href")`, "../method/index.html")
	r.sees(status, "5 条结果")

	r.open(page + "?q=onerror")
	r.sees(titles, sitetest.HostileName+" L2 基础级")
	r.sees(`document.querySelectorAll(".search-page img, .search-page script").length`, "0")

	r.open(page + "?q=nothing%20like%20this")
	r.sees(status, "没有找到。换一个说法，或去掉筛选条件。")

	r.open(page + "?q=L3&domain=continuity")
	r.sees(titles, "有演练 L3 全面级 | 脚本 L3 全面级")
	r.open(page + "?q=" + "%E5%A4%87%E4%BB%BD" + "&kind=term") // 备份
	r.sees(titles, "负责人")
	r.open(page + "?q=" + "%E5%A4%87%E4%BB%BD" + "&level=2")
	r.sees(titles, "定时备份 L2 基础级")
}

// Without script the page lists all titles.
func TestSearchWithoutScript(t *testing.T) {
	pages := newTree(t, sitetest.Site(), build.Options{}).pages(t)
	page := pages["en/search/index.html"]
	got := page.Texts(".search-all h2")
	if want := []string{"Capabilities", "Levels and criteria", "Chapters", "Terms", "Teams", "Other pages"}; !slices.Equal(got, want) {
		t.Errorf("groups: got %q, want %q", got, want)
	}
	links := page.Texts(".search-all a")
	for _, want := range []string{"Backup", "Looked at by hand", "Monitoring", "In short", "owner", "Payments", sitetest.HostileName, "Teams"} {
		if !slices.Contains(links, want) {
			t.Errorf("%q is not listed", want)
		}
	}
	if link := pages["en/method/index.html"].One(t, "header a[data-search]"); link.Attr("href") != "../search/" {
		t.Errorf("the link to the search is %q", link.Attr("href"))
	}
}

// What a team does not publish is in no file of the index.
func TestSearchRedaction(t *testing.T) {
	const hidden = "-- assessments/solo/team.yaml --\nid: solo\nname: {zh: 单域组, en: Solo}\npublish: {scorecards: false}\n"
	for _, c := range []struct {
		part, text string
		want       bool
	}{
		{"", "单域组", true},
		{hidden, "单域组", false},
		{"", "solo", true},
		{hidden, "solo", false},
		{"", "安静组", false},          // has handed in nothing
		{"", "只有一个机房", false},       // a reason
		{"", "wiki.example", false}, // evidence
	} {
		site := newSite(t, sitetest.Site(c.part), build.Options{})
		found := false
		for _, name := range site.Paths() {
			if strings.HasPrefix(name, "search/") && strings.HasSuffix(name, ".js") {
				content, _ := site.Content(name)
				found = found || strings.Contains(string(content), c.text)
			}
		}
		if found != c.want {
			t.Errorf("%q, with %q: found is %v", c.text, c.part, found)
		}
	}
}
