package build_test

import (
	"encoding/xml"
	"slices"
	"strings"
	"testing"

	"gradus/internal/build"
	"gradus/internal/sitetest"
)

// The feed is Atom, says what the page of changes says, and knows each entry by
// an address that stays.
func TestFeed(t *testing.T) {
	const due = "-- assessments/solo/2026-11-01.yaml --\nmodel: ops@1.0.0\nteam: solo\ndate: 2026-11-01\nkind: self\nratings:\n" +
		"  monitoring.collection.service: {level: 1, due: 2026-12-24}\n"
	files := sitetest.Site(due)
	files["assessments/hostile/team.yaml"].Data = append(files["assessments/hostile/team.yaml"].Data, "publish: {scorecards: false}\n"...)
	tr := newTree(t, files, build.Options{BaseURL: "https://ops.example.org/handbook/"})
	var feed struct {
		XMLName xml.Name `xml:"http://www.w3.org/2005/Atom feed"`
		ID      string   `xml:"id"`
		Updated string   `xml:"updated"`
		Entries []struct {
			ID      string `xml:"id"`
			Title   string `xml:"title"`
			Updated string `xml:"updated"`
			Content string `xml:"content"`
			Link    struct {
				Href string `xml:"href,attr"`
			} `xml:"link"`
		} `xml:"entry"`
	}
	if err := xml.Unmarshal(tr["feed.xml"], &feed); err != nil {
		t.Fatal(err)
	}
	if feed.ID != "https://ops.example.org/handbook/changes/" || feed.Updated != "2026-11-15T00:00:00Z" {
		t.Errorf("the feed: %s, %s", feed.ID, feed.Updated)
	}
	var ids []string
	for _, e := range feed.Entries {
		page, _, _ := strings.Cut(strings.TrimPrefix(e.Link.Href, "https://ops.example.org/handbook/"), "#")
		if _, exists := tr[page+"index.html"]; !exists {
			t.Errorf("%s leads nowhere", e.Link.Href)
		}
		if slices.Contains(ids, e.ID) {
			t.Errorf("two entries are %s", e.ID)
		}
		ids = append(ids, strings.TrimPrefix(e.ID, "https://ops.example.org/handbook/teams/"))
	}
	want := []string{
		"payments/2026-11-15/", "solo/2026-11-01/", "payments/2026-10-31/", "platform/2026-09-30/",
		"solo/#due-2026-12-24-monitoring.collection.service", // in view from ninety days before
		"payments/2026-04-30/",
	}
	if !slices.Equal(ids, want) {
		t.Errorf("entries %q\nwant %q", ids, want)
	}
	if text := feed.Entries[2]; text.Title != "支付平台 自评：2.8 +0.8" || !strings.HasPrefix(text.Content, "0 升 0 降") {
		t.Errorf("an assessment: %+v", text)
	}
	if _, exists := newTree(t, sitetest.Site(), build.Options{})["feed.xml"]; exists {
		t.Error("a site without an address has a feed, whose entries nobody could know again")
	}
}
