package build

import (
	"encoding/xml"
	"fmt"
	"net/url"
	"slices"
	"strings"

	"gradus/internal/address"
	"gradus/internal/maturity"
	"gradus/internal/site"
)

// mostEntries is how many entries of each sort the feed holds.
const mostEntries = 50

// An atomFeed is the feed of what changed (RFC 4287). It says what the page of
// changes says, in the site's first language.
type atomFeed struct {
	XMLName xml.Name    `xml:"feed"`
	NS      string      `xml:"xmlns,attr"`
	Lang    string      `xml:"xml:lang,attr"`
	ID      string      `xml:"id"`
	Title   string      `xml:"title"`
	Updated string      `xml:"updated"`
	Author  string      `xml:"author>name"`
	Links   []atomLink  `xml:"link"`
	Entries []atomEntry `xml:"entry"`
}

type atomLink struct {
	Rel  string `xml:"rel,attr"`
	Href string `xml:"href,attr"`
}

type atomEntry struct {
	ID      string   `xml:"id"`
	Title   string   `xml:"title"`
	Updated string   `xml:"updated"`
	Link    atomLink `xml:"link"`
	Content atomText `xml:"content"`
}

type atomText struct {
	Type string `xml:"type,attr"`
	Text string `xml:",chardata"`
}

// addFeed adds feed.xml. An entry is known by its absolute address, so a site
// without a base address has no feed.
func (s *Site) addFeed() {
	config := s.Source.Config
	page := s.Pages.Page(address.In(config.Languages[0], config.Languages, address.Changes))
	if config.BaseURL == "" || page == nil {
		return
	}
	s.files["feed.xml"] = func() ([]byte, error) { return s.feed(page) }
}

func (s *Site) feed(page *site.Page) ([]byte, error) {
	view, err := page.View()
	if err != nil {
		return nil, err
	}
	changes, ok := view.(site.ChangesView)
	if !ok {
		return nil, fmt.Errorf("the page of changes has another view")
	}
	base, err := url.Parse(s.Source.Config.BaseURL + page.URL)
	if err != nil {
		return nil, err
	}
	f := feedWriter{site: s, page: page, base: base}
	feed := atomFeed{
		NS: "http://www.w3.org/2005/Atom", Lang: site.HTMLLang(page.Lang),
		ID:     base.String(),
		Title:  f.text(s.Source.Config.Title) + " · " + page.Title,
		Author: f.text(s.Source.Config.Title),
		Links:  []atomLink{{"self", s.Source.Config.BaseURL + "feed.xml"}, {"alternate", base.String()}},
	}
	feed.Entries = append(f.coming(changes.Coming), f.assessments(changes.Days)...)
	slices.SortStableFunc(feed.Entries, func(a, b atomEntry) int { return strings.Compare(b.Updated, a.Updated) })
	feed.Updated = midnight("0001-01-01")
	if len(feed.Entries) > 0 {
		feed.Updated = feed.Entries[0].Updated
	}
	body, err := xml.MarshalIndent(feed, "", " ")
	return append([]byte(xml.Header), append(body, '\n')...), err
}

// A feedWriter says things in the words of a page.
type feedWriter struct {
	site *Site
	page *site.Page
	base *url.URL
}

// assessments makes an entry for each assessment, dated by its own day.
func (f feedWriter) assessments(days []site.ChangeDay) []atomEntry {
	var entries []atomEntry
	for _, day := range days {
		for _, item := range day.Items {
			if len(entries) == mostEntries {
				return entries
			}
			at := f.absolute(item.Href)
			entries = append(entries, atomEntry{
				ID: at, Link: atomLink{"alternate", at}, Updated: midnight(day.Date),
				Title:   f.word("feed.assessment", "team", item.Title, "kind", f.word("kind."+string(item.Kind)), "score", orDash(item.Score), "by", item.By),
				Content: atomText{"text", f.moves(item)},
			})
		}
	}
	return entries
}

// moves says what an assessment moved, a line for each.
func (f feedWriter) moves(item site.ChangeItem) string {
	if item.First {
		return f.word("changes.first")
	}
	lines := []string{f.word("change.moves", "up", len(item.Up), "down", len(item.Down))}
	for _, m := range item.Down {
		line := fmt.Sprintf("▼ %s L%d → L%d", m.Title, m.From.Level, m.To.Level)
		if m.Lower {
			line += " " + f.word("changes.regression")
		}
		lines = append(lines, line)
	}
	for _, m := range item.Up {
		lines = append(lines, fmt.Sprintf("▲ %s L%d → L%d", m.Title, m.From.Level, m.To.Level))
	}
	return strings.Join(lines, "\n")
}

// coming makes an entry for what falls due, dated by the day on which it came
// into view: a number of days before it is due.
func (f feedWriter) coming(rows []site.ComingRow) []atomEntry {
	var entries []atomEntry
	for _, r := range rows[:min(mostEntries, len(rows))] {
		sort, what := "review", f.word("changes.review")
		if r.Target != nil {
			sort, what = "due", f.word("changes.due", "level", r.Target.Level)
		}
		at := f.absolute(r.Team.Href)
		entries = append(entries, atomEntry{
			ID:   at + "#" + sort + "-" + string(r.Date) + "-" + r.ID,
			Link: atomLink{"alternate", at}, Updated: midnight(r.Seen),
			Title:   f.word("feed.coming", "date", r.Date, "team", r.Team.Title, "capability", r.Capability.Title),
			Content: atomText{"text", what},
		})
	}
	return entries
}

// absolute is where a link of the page of changes leads.
func (f feedWriter) absolute(href string) string {
	u, err := f.base.Parse(href)
	if err != nil {
		return f.base.String()
	}
	return u.String()
}

func (f feedWriter) text(t maturity.Text) string { return t.In(f.page.Lang) }

func (f feedWriter) word(key string, pairs ...any) string {
	text, err := f.site.Source.Words.In(f.page.Lang).Text(key, pairs...)
	if err != nil {
		return key
	}
	return text
}

func orDash(s string) string {
	if s == "" {
		return "—"
	}
	return s
}

// midnight is a day as Atom writes it.
func midnight(d maturity.Date) string { return string(d) + "T00:00:00Z" }
