package site_test

import (
	"path"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"unicode"

	"github.com/google/go-cmp/cmp"

	"gradus/internal/build"
	"gradus/internal/htmltest"
	"gradus/internal/sitetest"
)

// A built is a site with the pages that a test asks for.
type built struct{ *build.Site }

func newBuilt(t testing.TB, files fstest.MapFS) built {
	t.Helper()
	src := build.Load(files, build.Options{})
	if src.Diags.HasErrors() {
		t.Fatal(src.Diags)
	}
	site, problems := src.Site()
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	return built{site}
}

// page is the page at an address from the root of the site.
func (b built) page(t testing.TB, addr string) htmltest.Node {
	t.Helper()
	file := path.Join(addr, "index.html")
	if !b.Has(file) {
		t.Fatalf("there is no page %q", addr)
	}
	content, problem := b.Content(file)
	if problem != nil {
		t.Fatalf("%v: %s", problem.Pos, problem.Text("en"))
	}
	return htmltest.Parse(t, content)
}

// target is the address that a link on the page at addr leads to.
func target(addr, href string) string {
	place, anchor, _ := strings.Cut(href, "#")
	full := strings.TrimPrefix(path.Join("/", addr, place), "/")
	if full != "" {
		full += "/"
	}
	if anchor != "" {
		full += "#" + anchor
	}
	return full
}

func equal(t testing.TB, what string, got, want any) {
	t.Helper()
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", what, diff)
	}
}

func TestTableNumbers(t *testing.T) {
	b := newBuilt(t, sitetest.Site())
	for lang, prefix := range map[string]string{"表": "", "Table": "en/"} {
		var numbers []string
		for _, addr := range []string{"", "method/", "monitoring/", "continuity/"} {
			page := b.page(t, prefix+addr)
			for _, figure := range page.All("figure.levels") {
				if caption := figure.Texts("figcaption b"); caption != nil {
					numbers = append(numbers, caption[0]+" "+figure.Attr("id"))
				}
			}
		}
		// In the English chapter the table of the first area stands in the text,
		// in the Chinese one it is added after it: the numbers stay the same.
		slices.Sort(numbers)
		equal(t, prefix+" numbered tables", numbers,
			[]string{lang + " 1 table-1", lang + " 2 table-2", lang + " 3 table-3", lang + " 4 table-4"})
	}
	single := b.page(t, "monitoring/").All(".text figure.levels")
	if len(single) != 1 || single[0].Attr("id") != "" || len(single[0].All("figcaption b")) != 0 {
		t.Error("the table of a single capability has a number")
	}
	if n := len(b.page(t, "method/").All("main table")); n != 1 {
		t.Errorf("an author's own table: found %d", n)
	}
}

func TestLevelTable(t *testing.T) {
	page := newBuilt(t, sitetest.Site()).page(t, "en/monitoring/")
	table := page.One(t, "#table-2")
	equal(t, "head", table.Texts("thead th"), []string{"Capability", "L1 Initial", "L2 Basic", "L3 Comprehensive", "L4 Excellent", "L5 Outstanding"})
	equal(t, "rows", table.Texts("tbody th"), []string{"Collection service", "Transport"})
	equal(t, "cells", table.Texts("tbody td")[:3], []string{"Looked at by hand", "Agents collect1 criterion", "Enrolled2 criteria"})
	equal(t, "link", target("en/monitoring/", table.All("tbody td a")[2].Attr("href")), "en/monitoring/collection/service/#l3")
	equal(t, "on a phone", table.Texts(".narrow summary"), []string{"Collection service", "Transport"})
}

func TestOverview(t *testing.T) {
	table := newBuilt(t, sitetest.Site()).page(t, "").One(t, "#table-1")
	equal(t, "domains", table.Texts("th[scope=rowgroup]"), []string{"1 监控管理", "2 业务连续性"})
	equal(t, "areas", table.Texts("th[scope=row]"), []string{"监控采集", "数据管理", "风险"})
	equal(t, "capabilities", table.Texts("td"), []string{"采集服务、数据传输", "数据存储", "备份、切换"})
}

func TestChapter(t *testing.T) {
	b := newBuilt(t, sitetest.Site())
	page := b.page(t, "monitoring/")
	equal(t, "title", page.One(t, "h1").Text(), "1 监控管理的章节")
	equal(t, "headings", page.Texts("article h2"), []string{"1.1 监控采集 #", "1.2 小结 #", "1.3 数据管理"})
	equal(t, "below", page.Texts("article h3"), []string{"1.1.1 采集服务 #"})
	want := []string{"1.1 监控采集", "1.1.1 采集服务", "1.2 小结", "1.3 数据管理"}
	equal(t, "contents", page.Texts("aside.contents a"), want)
	equal(t, "contents on a phone", page.Texts(".contents-fold a"), want)
	equal(t, "areas in the navigation", page.Texts(".side ul ul .num"), []string{"1.1", "1.3"})
	equal(t, "edit", page.All(".foot a")[0].Attr("href"), "https://github.com/example/ops/edit/main/site/content/zh/monitoring.md")

	without := b.page(t, "en/continuity/")
	equal(t, "a domain without a chapter", append(without.Texts("h1"), without.Texts("article h2")...), []string{"2 Continuity", "2.1 Risk"})
	equal(t, "its lead", without.Texts(".lead"), []string{"To go on."})
	if h := without.One(t, "#risk"); h.Name() != "h2" {
		t.Errorf("#risk is a %s", h.Name())
	}
	other := b.page(t, "method/")
	equal(t, "a chapter that is no domain's", append(other.Texts("h1"), other.Texts("article h2")...), []string{"方法", "角色 #", "脚注 #"})
}

func TestRedirects(t *testing.T) {
	b := newBuilt(t, sitetest.Site())
	for from, want := range map[string]string{
		"monitoring/collection/": "monitoring/#collection",
		"en/monitoring/data/":    "en/monitoring/#data",
		"en/continuity/risk/":    "en/continuity/#risk",
		"how/":                   "method/",
		"en/how/":                "en/method/",
	} {
		refresh := b.page(t, from).One(t, "meta[http-equiv=refresh]").Attr("content")
		delay, to, _ := strings.Cut(refresh, "; url=")
		equal(t, from, delay+" "+target(from, to), "0 "+want)
	}
}

func TestCapability(t *testing.T) {
	b := newBuilt(t, sitetest.Site())
	addr := "en/monitoring/collection/service/"
	page := b.page(t, addr)
	var ids []string
	for _, rung := range page.All(".ladder .rung") {
		ids = append(ids, rung.Attr("id"))
	}
	equal(t, "anchors", ids, []string{"l1", "l2", "l3", "l4", "l5"})
	equal(t, "title", page.One(t, "h1").Text(), "Collection service")
	equal(t, "levels", page.Texts(".rung h2 .level"), []string{"L1 Initial", "L2 Basic", "L3 Comprehensive", "L4 Excellent", "L5 Outstanding"})
	equal(t, "criteria", page.Texts(".criteria dt"), []string{"Agents run on hosts agents", "New hosts enrol enrolment", "One framework framework"})
	equal(t, "evidence", page.Texts(".criteria dd"), []string{"Evidence A screenshot"})
	if n := page.One(t, "#l2").One(t, "#c-agents"); n.Name() != "div" {
		t.Errorf("a criterion is a %s", n.Name())
	}
	equal(t, "facts of the first level", page.One(t, "#l1").Texts(".facts"), []string(nil))
	equal(t, "facts of the second", page.One(t, "#l2").Texts(".facts"), []string{"Effort 2 of 5"})
	third := page.One(t, "#l3 .facts")
	equal(t, "facts of the third", third.Text(), "Effort 1 of 5 · Needs Backup L2")
	equal(t, "what it needs", target(addr, third.One(t, "a").Attr("href")), "en/continuity/risk/backup/#l2")
	if !strings.Contains(page.All("article .facts")[0].Text(), "always applies") {
		t.Error("nothing says that the capability always applies")
	}
	if !slices.Contains(attrs(page.All("article ul a"), "href"), "https://sre.google/books/") {
		t.Error("there is no further reading")
	}

	backup := b.page(t, "en/continuity/risk/backup/")
	if !slices.Contains(backup.Texts("article ul li"), "Collection service L3 Comprehensive asks for level 2 here") {
		t.Error("nothing says what needs it")
	}
}

func TestGlossary(t *testing.T) {
	b := newBuilt(t, sitetest.Site())
	page := b.page(t, "glossary/")
	equal(t, "terms by pinyin", page.Texts("main dt"), []string{"SLO #", "负责人 owner #", "锚点 anchor #"})
	owner := page.One(t, "#t-owner dd")
	equal(t, "text", owner.Text(), "对结果负责的人，见方法与备份。不用：责任者")
	equal(t, "link", target("glossary/", owner.All("a")[0].Attr("href")), "method/")
	english := b.page(t, "en/glossary/")
	equal(t, "terms in English", english.Texts("main dt"), []string{"anchor 锚点 #", "owner 负责人 #", "SLO #"})
	equal(t, "link in English", target("en/glossary/", english.One(t, "#t-owner dd a").Attr("href")), "en/method/")
	equal(t, "count", english.Texts("main .facts")[:1], []string{"3 terms"})
}

// Every page that is read leads to the next, from the home page to the last,
// and back; none is left out.
func TestReadingOrder(t *testing.T) {
	b := newBuilt(t, sitetest.Site())
	for _, prefix := range []string{"", "en/"} {
		var read []string
		for at, before := prefix, ""; ; {
			page := b.page(t, at)
			if len(read) > 0 {
				equal(t, at+" leads back", target(at, page.One(t, "a[rel=prev]").Attr("href")), before)
			} else if len(page.All("a[rel=prev]")) != 0 {
				t.Errorf("something stands before %q", at)
			}
			read = append(read, strings.TrimPrefix(at, prefix))
			next := page.All("a[rel=next]")
			if len(next) == 0 || len(read) > 100 {
				break
			}
			before, at = at, target(at, next[0].Attr("href"))
		}
		equal(t, "reading order", read, []string{
			"", "method/",
			"monitoring/", "monitoring/collection/service/", "monitoring/collection/transport/", "monitoring/data/storage/",
			"continuity/", "continuity/risk/backup/", "continuity/risk/failover/",
			"glossary/",
		})
	}
}

func TestNavigation(t *testing.T) {
	b := newBuilt(t, sitetest.Site())
	for _, p := range b.Pages.Pages {
		page := b.page(t, p.URL)
		current := page.All(".side a[aria-current=page]")
		if p.Address == "" {
			if len(current) != 0 {
				t.Errorf("the home page is in the side bar")
			}
			continue
		}
		if len(current) != 1 || target(p.URL, current[0].Attr("href")) != p.URL {
			t.Errorf("%s: %d entries are marked as this page", p.URL, len(current))
		}
		crumbs := page.All(".crumbs a")
		if len(crumbs) == 0 || target(p.URL, crumbs[0].Attr("href")) != strings.TrimSuffix(p.URL, p.Address) {
			t.Errorf("%s: the crumbs do not begin at the home page", p.URL)
		}
	}
	equal(t, "top level", b.page(t, "").Texts(".side a")[:5], []string{"方法", "1 监控管理", "2 业务连续性", "术语", "团队"})
	equal(t, "crumbs", b.page(t, "teams/payments/2026-04-30/").Texts(".crumbs a"), []string{"运营手册", "团队", "支付平台"})
}

// The language link keeps the page, in both directions.
func TestLanguageLinks(t *testing.T) {
	b := newBuilt(t, sitetest.Site())
	for _, p := range b.Pages.Pages {
		links := b.page(t, p.URL).All(".links a[hreflang]")
		if len(links) != 1 {
			t.Errorf("%s: %d language links", p.URL, len(links))
			continue
		}
		want, name := "en/"+p.Address, "English"
		if p.Lang == "en" {
			want, name = p.Address, "中文"
		}
		if got := target(p.URL, links[0].Attr("href")); got != want || links[0].Text() != name || b.Pages.Page(want) == nil {
			t.Errorf("%s: %q leads to %q", p.URL, links[0].Text(), got)
		}
	}
}

// No word of the interface is in the wrong language: a text of the site itself
// is translated throughout, but for what stands under its own lang attribute
// and the document without a translation.
func TestInterfaceLanguage(t *testing.T) {
	b := newBuilt(t, sitetest.Site())
	chinese := func(s string) bool {
		return strings.ContainsFunc(s, func(r rune) bool { return unicode.Is(unicode.Han, r) })
	}
	for _, addr := range []string{"en/", "en/monitoring/", "en/continuity/risk/backup/", "en/teams/", "en/teams/payments/2026-10-31/", "en/teams/solo/"} {
		text := b.page(t, addr).One(t, "body").Text()
		for _, own := range []string{"中文", "方法", "只有一个机房"} {
			text = strings.ReplaceAll(text, own, "")
		}
		if chinese(text) {
			t.Errorf("%s has Chinese words: %s", addr, text)
		}
	}
	english := b.Source.Words.In("en")
	for _, addr := range []string{"", "monitoring/", "continuity/risk/backup/", "teams/", "teams/payments/2026-10-31/", "teams/solo/"} {
		seen := map[string]bool{}
		for _, text := range b.page(t, addr).Texts("body *") {
			seen[text] = true
		}
		for _, key := range english.Keys() {
			word, err := english.Text(key)
			if err == nil && len(word) > 2 && key != "language" && key != "sample" /* a tag too */ && seen[word] {
				t.Errorf("%s says %q (%s)", addr, word, key)
			}
		}
	}
	if got := b.page(t, "monitoring/collection/").Texts("h1"); got != nil {
		t.Errorf("a page that leads on has the heading %q", got)
	}
	count := b.page(t, "monitoring/").Texts("#table-2 small")
	equal(t, "one criterion in Chinese", count, []string{"1 条判据", "2 条判据"})
}

// attrs are the values of an attribute.
func attrs(nodes []htmltest.Node, name string) []string {
	var values []string
	for _, n := range nodes {
		values = append(values, n.Attr(name))
	}
	return values
}
