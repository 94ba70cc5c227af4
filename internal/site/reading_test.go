package site_test

import (
	"encoding/json"
	"net/url"
	"path"
	"strings"
	"testing"

	"gradus/internal/build"
	"gradus/internal/history"
	"gradus/internal/htmltest"
	"gradus/internal/maturity"
	"gradus/internal/sitetest"
)

// What leads from one level to the next stands on top of the next one, for
// every level but the last.
func TestNextStep(t *testing.T) {
	page := newBuilt(t, sitetest.Site()).page(t, "en/monitoring/collection/service/")
	var targets []string
	for _, a := range page.All(".from a") {
		targets = append(targets, a.Text()+" "+a.Attr("href"))
	}
	equal(t, "where one is", targets, []string{"L1 #from-1", "L2 #from-2", "L3 #from-3", "L4 #from-4"})
	step := page.One(t, "#l3 #from-2")
	equal(t, "in words", step.Text(), "From L2 to L3: 2 criteria to meet, on top of all below.")
	if step.Attr("tabindex") != "-1" {
		t.Error("it gets no focus, so a screen reader does not read it")
	}
}

// A picker for phones stands above each numbered table; every rung carries its
// level.
func TestLevelPicker(t *testing.T) {
	table := newBuilt(t, sitetest.Site()).page(t, "en/monitoring/").One(t, "#table-2")
	equal(t, "choices", table.Texts(".pick label"), []string{"all levels", "L1", "L2", "L3", "L4", "L5"})
	equal(t, "rung", table.All(".narrow li")[2].Attr("value"), "3")
}

const guide = `-- content/zh/guide/team.md --
---
title: 团队指南
---
## 角色 {#roles}

[方法](../method.md#roles)、[首页](../index.md)、[团队](/teams/)、[等级](level:monitoring.collection.service@3)[^1]。

[^1]: 注。
`

func TestPrint(t *testing.T) {
	page := newBuilt(t, sitetest.Site(guide)).page(t, "print/")
	var parts, links []string
	for _, s := range page.All("section.part") {
		parts = append(parts, s.Attr("aria-labelledby"))
		if s.Attr("aria-labelledby") == "guide.team" {
			for _, a := range s.All(".text p a") {
				links = append(links, target("print/", a.Attr("href")))
			}
		}
	}
	equal(t, "parts", parts, []string{"_home", "method", "monitoring", "continuity", "guide.team", "glossary"})
	equal(t, "links", links, []string{
		"print/#method..roles", "print/#_home", "teams/", "print/#monitoring.collection.service..l3",
		"print/#guide.team..fn:1", "print/#guide.team..fnref:1",
	})
	names := map[string]string{} // of elements, by id
	for _, n := range page.All("[id]") {
		names[n.Attr("id")] = n.Name()
	}
	for _, a := range page.All("main a[href]") {
		link, err := url.Parse(a.Attr("href"))
		if err != nil || link.Path == "" && names[link.Fragment] == "" && !link.IsAbs() {
			t.Errorf("%q leads nowhere", a.Attr("href"))
		}
	}
	for _, id := range []string{"monitoring..collection", "monitoring.collection.service", "monitoring.collection.service..c-agents", "glossary..t-slo"} {
		if names[id] == "" {
			t.Errorf("%q is missing", id)
		}
	}
	equal(t, "headings of a chapter below its own", names["guide.team..roles"], "h3")
	if page.One(t, "meta[name=robots]").Attr("content") != "noindex" {
		t.Error("search engines are offered everything twice")
	}
}

// scriptData is what the page's scripts read.
func scriptData(t *testing.T, page htmltest.Node) (data struct {
	Words, Moved map[string]string
	Terms        map[string]struct{ Term, Text string }
}) {
	t.Helper()
	if err := json.Unmarshal([]byte(page.One(t, "#page-data script").Source()), &data); err != nil {
		t.Fatal(err)
	}
	return data
}

const movedPlaces = `-- content/moved.yaml --
method/#duties: method/#roles
how: method
how/#who: monitoring/#collection
`

func TestPageData(t *testing.T) {
	b := newBuilt(t, sitetest.Site(movedPlaces))
	data := scriptData(t, b.page(t, "method/"))
	equal(t, "the term that the text links to", data.Terms["t-owner"].Term, "负责人")
	equal(t, "without markup", data.Terms["t-owner"].Text, "对结果负责的人，见方法与备份。")
	equal(t, "only that", len(data.Terms), 1)
	equal(t, "moved", data.Moved, map[string]string{"duties": "#roles"})
	equal(t, "words", data.Words["script.copy"], "复制")
	if other := scriptData(t, b.page(t, "monitoring/")); len(other.Moved) != 0 {
		t.Errorf("moved on another page: %v", other.Moved)
	}
	redirect := b.page(t, "how/").All("script")[0].Source()
	equal(t, "on a page that leads on", redirect, `{"moved":{"who":"../monitoring/#collection"},"to":"../method/"}`)
}

func TestChanged(t *testing.T) {
	src := build.Load(sitetest.Site(), build.Options{History: history.History{Changed: map[string]maturity.Date{
		"content/zh/method.md": "2026-03-09", "model/monitoring.yaml": "2026-04-01",
	}}})
	site, problems := src.Site()
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	for addr, want := range map[string]string{
		"en/method/":                        "Last changed on 9 March 2026.", // the date of the text it shows
		"method/":                           "最近修改：2026 年 3 月 9 日。",
		"en/monitoring/collection/service/": "Last changed on 1 April 2026.",
		"en/glossary/":                      "",
	} {
		foot := built{site}.page(t, addr).One(t, "footer.foot").Text()
		dated := strings.Contains(foot, "Last changed") || strings.Contains(foot, "最近修改")
		if !strings.Contains(foot, want) || dated != (want != "") {
			t.Errorf("%s: %s", addr, foot)
		}
	}
}

// A clone without its history dates nothing, and says how to get it.
func TestShallow(t *testing.T) {
	src := build.Load(sitetest.Site(), build.Options{History: history.History{Shallow: true}})
	for _, d := range src.Diags {
		if d.Message.Code == "shallow-clone" {
			equal(t, "place", d.Pos.Path, "gradus.yaml")
			equal(t, "hints", len(d.Hints), 1)
			return
		}
	}
	t.Error("nothing is said of a shallow clone")
}

const third = `-- gradus.yaml --
gradus: 1
title: {zh: 运营手册, en: Operations Handbook, fr: Manuel des opérations}
languages: [zh, en, fr]
-- themes/default/i18n/fr.json --
{"language": "Français", "contents": "Sur cette page", "text.note": "Remarque"}
-- content/fr/method.md --
---
title: Méthode
---
## Rôles {#roles}

Voir [la collecte](/monitoring/#collection).

> [!NOTE]
> À lire.
`

// A third language is one file of words and one folder of content.
func TestThirdLanguage(t *testing.T) {
	b := newBuilt(t, sitetest.Site(third))
	page := b.page(t, "fr/method/")
	equal(t, "lang", page.One(t, "html").Attr("lang"), "fr")
	equal(t, "own words", page.Texts("aside.contents h2"), []string{"Sur cette page"})
	equal(t, "words in a text", page.Texts(".alert-title"), []string{"Remarque"})
	equal(t, "words it lacks", page.Texts(".skip"), []string{"Skip to the text"})
	equal(t, "title of the site", page.One(t, ".brand").Text(), "Manuel des opérations")
	equal(t, "link", target("fr/method/", page.All(".text p a")[0].Attr("href")), "fr/monitoring/#collection")
	var languages []string
	for _, a := range page.All(".links a[hreflang]") {
		languages = append(languages, a.Text()+" "+target("fr/method/", a.Attr("href")))
	}
	equal(t, "languages", languages, []string{"中文 method/", "English en/method/"})
	other := b.page(t, "fr/monitoring/")
	equal(t, "its title", other.One(t, "h1").Attr("lang"), "zh-CN")
	equal(t, "a text that is not translated", other.One(t, ".text").Attr("lang"), "zh-CN")
	equal(t, "words in it", other.All(".text .anchor")[0].Attr("aria-label"), "本节链接")
}

// Pictures lie where documents link to them, and keep their room while they
// load.
func TestContentAssets(t *testing.T) {
	b := newBuilt(t, sitetest.Site())
	for _, addr := range []string{"method/", "en/method/", "print/"} {
		img := b.page(t, addr).One(t, ".text img")
		equal(t, "address from "+addr, path.Join(addr, img.Attr("src")), "img/layers.svg")
		equal(t, "size", img.Attr("width")+" "+img.Attr("height"), "8 8")
	}
	if !b.Has("img/layers.svg") {
		t.Error("the picture is not published")
	}
}
