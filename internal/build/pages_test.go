package build_test

import (
	"io/fs"
	"maps"
	"net/url"
	"os"
	"path"
	"slices"
	"strings"
	"testing"

	"gradus/internal/build"
	"gradus/internal/htmltest"
	"gradus/internal/sitetest"
)

// A tree is every file of a built site.
type tree map[string][]byte

// newTree makes every file of a site.
func newTree(t testing.TB, files fs.FS, opts build.Options) tree {
	t.Helper()
	out := tree{}
	site := newSite(t, files, opts)
	for _, name := range site.Paths() {
		content, problem := site.Content(name)
		if problem != nil {
			t.Fatalf("%v: %s", problem.Pos, problem.Text("en"))
		}
		out[name] = content
	}
	return out
}

func newSite(t testing.TB, files fs.FS, opts build.Options) *build.Site {
	t.Helper()
	src := build.Load(files, opts)
	if src.Diags.HasErrors() {
		t.Fatalf("the site has errors: %v", src.Diags)
	}
	site, problems := src.Site()
	if len(problems) > 0 {
		t.Fatalf("the theme has problems: %v", problems)
	}
	return site
}

// pages are the parsed pages of a tree, without those that only lead on.
func (tr tree) pages(t testing.TB) map[string]htmltest.Node {
	pages := map[string]htmltest.Node{}
	for name, content := range tr {
		if path.Ext(name) != ".html" {
			continue
		}
		if page := htmltest.Parse(t, content); len(page.All("meta[http-equiv=refresh]")) == 0 {
			pages[name] = page
		}
	}
	return pages
}

// TestPages asserts what holds of every page, of the small site in every way
// of building it and of the handbook of this repository.
func TestPages(t *testing.T) {
	for name, c := range map[string]struct {
		files fs.FS
		opts  build.Options
	}{
		"plain":    {sitetest.Site(), build.Options{}},
		"portable": {sitetest.Site(), build.Options{Portable: true}},
		"address":  {sitetest.Site(), build.Options{BaseURL: "https://ops.example.org/handbook/"}},
		"handbook": {os.DirFS("../.."), build.Options{BaseURL: "https://ops.example.org/"}},
	} {
		t.Run(name, func(t *testing.T) {
			if name == "handbook" && testing.Short() {
				t.Skip("the whole handbook takes a while")
			}
			tr := newTree(t, c.files, c.opts)
			pages := tr.pages(t)
			for name, page := range pages {
				checkFrame(t, name, page)
				checkPolicy(t, name, page)
				checkWords(t, name, tr[name])
			}
			checkTitles(t, pages)
			checkLinks(t, tr, c.opts.Portable)
		})
	}
}

// checkFrame asserts what a page cannot do without.
func checkFrame(t *testing.T, name string, page htmltest.Node) {
	t.Helper()
	if lang := page.One(t, "html").Attr("lang"); lang != "zh-CN" && lang != "en" {
		t.Errorf("%s: lang is %q", name, lang)
	}
	if got := page.Texts("h1"); len(got) != 1 || got[0] == "" {
		t.Errorf("%s: headings of the first level: %q", name, got)
	}
	if page.One(t, "head title").Text() == "" {
		t.Errorf("%s: no title", name)
	}
	policies := page.All("meta[http-equiv=Content-Security-Policy]")
	if len(policies) != 1 || !strings.HasPrefix(policies[0].Attr("content"), "default-src 'none'; script-src 'self'; style-src 'self'; ") {
		t.Errorf("%s: the content security policy is missing or another", name)
	}
	ids := map[string]bool{}
	for _, n := range page.All("[id]") {
		if id := n.Attr("id"); ids[id] || id == "" {
			t.Errorf("%s: the id %q stands twice, or is empty", name, id)
		} else {
			ids[id] = true
		}
	}
	for _, n := range page.All("[aria-labelledby]") {
		for id := range strings.FieldsSeq(n.Attr("aria-labelledby")) {
			if !ids[id] {
				t.Errorf("%s: aria-labelledby names %q, which is not there", name, id)
			}
		}
	}
}

// checkPolicy asserts that the content security policy has nothing to do: no
// script, style or handler of the page's own, nothing from another host.
func checkPolicy(t *testing.T, name string, page htmltest.Node) {
	t.Helper()
	for _, n := range page.All("script") {
		if n.Attr("src") == "" && n.Attr("type") != "application/json" {
			t.Errorf("%s: a script of its own: %.60q", name, n.Text())
		}
	}
	for _, tag := range []string{"style", "iframe", "object", "embed", "base", "foreignObject"} {
		if found := page.All(tag); len(found) > 0 {
			t.Errorf("%s: <%s>", name, tag)
		}
	}
	for _, n := range page.All("*") {
		for key, value := range n.Attrs() {
			u, err := url.Parse(value)
			switch {
			case key == "style", strings.HasPrefix(key, "on"), key == "action", key == "formaction":
				t.Errorf("%s: <%s %s=%q>", name, n.Name(), key, value)
			case loads(n, key) && (err != nil || u.IsAbs() || u.Host != ""):
				t.Errorf("%s: <%s %s=%q> is a request to another host", name, n.Name(), key, value)
			}
		}
	}
}

// loads reports whether a browser fetches what an attribute names by itself.
func loads(n htmltest.Node, key string) bool {
	rel := n.Attr("rel")
	return key == "src" || key == "srcset" || key == "poster" ||
		n.Name() == "link" && key == "href" && rel != "canonical" && rel != "alternate"
}

// forbidden are traces of something gone wrong on the way to a page: a
// function of go-echarts, a value that html/template refused, HTML that
// goldmark left out, a placeholder that nobody filled, a missing value.
var forbidden = []string{"__f__", "ZgotmplZ", "raw HTML omitted", `href=""`, `href="#"`, ` style="`, "<style", "<no value>", "%!", "&amp;amp;", "&amp;lt;", "NaN"}

func checkWords(t *testing.T, name string, content []byte) {
	t.Helper()
	for _, s := range forbidden {
		if strings.Contains(string(content), s) {
			t.Errorf("%s: contains %q", name, s)
		}
	}
}

// checkTitles asserts that no two pages of a language have the same title, by
// which they are told apart in a list of tabs or of search results.
func checkTitles(t *testing.T, pages map[string]htmltest.Node) {
	t.Helper()
	seen := map[string]string{}
	for _, name := range slices.Sorted(maps.Keys(pages)) {
		key := pages[name].One(t, "html").Attr("lang") + pages[name].One(t, "head title").Text()
		if other, twice := seen[key]; twice {
			t.Errorf("%s and %s have the title %q", other, name, pages[name].One(t, "head title").Text())
		}
		seen[key] = name
	}
}

// checkLinks asserts that every link within the site, every anchor and every
// asset is there, that links do not depend on where the site is put, and that
// every page, or in a portable site its file, is named by its whole address.
func checkLinks(t *testing.T, tr tree, portable bool) {
	t.Helper()
	ids := map[string]map[string]bool{}
	for name, content := range tr {
		if path.Ext(name) == ".html" {
			ids[name] = map[string]bool{}
			for _, n := range htmltest.Parse(t, content).All("[id]") {
				ids[name][n.Attr("id")] = true
			}
		}
	}
	for name, content := range tr {
		if path.Ext(name) != ".html" || name == "404.html" {
			continue
		}
		for _, link := range links(htmltest.Parse(t, content)) {
			u, err := url.Parse(link)
			switch {
			case err != nil:
				t.Errorf("%s: %q is no link", name, link)
				continue
			case u.IsAbs():
				if !slices.Contains([]string{"http", "https", "mailto"}, u.Scheme) {
					t.Errorf("%s: the scheme of %q", name, link)
				}
				continue
			case u.Host != "" || strings.HasPrefix(u.Path, "/"):
				t.Errorf("%s: %q depends on where the site is put", name, link)
				continue
			}
			target := name
			if u.Path != "" {
				target = path.Join(path.Dir(name), u.Path)
				if strings.HasSuffix(u.Path, "/") || path.Base(u.Path) == ".." || path.Base(u.Path) == "." {
					if portable {
						t.Errorf("%s: %q needs a server", name, link)
					}
					target = path.Join(target, "index.html")
				}
			}
			if _, exists := tr[target]; !exists {
				t.Errorf("%s: %q leads to %s, which is not there", name, link, target)
			} else if u.Fragment != "" && path.Ext(target) == ".html" && !ids[target][u.Fragment] {
				t.Errorf("%s: %q names an anchor that is not there", name, link)
			}
		}
	}
}

// links are all addresses that a page names, but for those told to machines.
func links(page htmltest.Node) []string {
	var all []string
	for _, n := range page.All("[href]") {
		if rel := n.Attr("rel"); n.Name() != "link" || rel != "canonical" && rel != "alternate" {
			all = append(all, n.Attr("href"))
		}
	}
	for _, n := range page.All("[src]") {
		all = append(all, n.Attr("src"))
	}
	for _, n := range page.All("meta[http-equiv=refresh]") {
		_, to, _ := strings.Cut(n.Attr("content"), "url=")
		all = append(all, to)
	}
	return all
}
