package site

import (
	"strconv"

	"gradus/internal/address"
	"gradus/internal/maturity"
	"gradus/internal/search"
)

// A SearchView is the view of the search page: all that can be found, for
// readers without script.
type SearchView struct {
	Groups []SearchGroup // by kind, in the order of search.Kinds
}

// A SearchGroup is all entries of one kind.
type SearchGroup struct {
	Kind  search.Kind
	Pages []SearchPage
}

// A SearchPage is a page with the entries on it. The page of a group may be
// there for its entries alone: that of the capability above its levels.
type SearchPage struct {
	Link
	Entries []SearchEntry
}

// A SearchEntry is a place on a page.
type SearchEntry struct {
	Link
	Level *LevelName
}

// addSearch adds the search page of a language.
func (s *Site) addSearch(lang string) {
	p := &Page{Kind: KindSearch, Lang: lang, Address: address.Search, unlisted: true, site: s}
	p.Title, p.Description = p.word("search.title"), p.word("search.description")
	p.view = func(p *Page) (any, error) { return p.searchView(), nil }
	s.add(s.home(lang), p)
}

func (p *Page) searchView() SearchView {
	var view SearchView
	pages := p.site.searchPages(p.Lang)
	for _, kind := range search.Kinds {
		group := SearchGroup{Kind: kind}
		for _, page := range pages {
			if found := p.searchPage(page, kind); len(found.Entries) > 0 {
				group.Pages = append(group.Pages, found)
			}
		}
		if len(group.Pages) > 0 {
			view.Groups = append(view.Groups, group)
		}
	}
	return view
}

// searchPage is a page with its entries of one kind.
func (p *Page) searchPage(page search.Page, kind search.Kind) SearchPage {
	href := func(anchor string) string {
		return address.Relative(p.URL, page.Address+"#"+anchor, p.site.opts.Portable)
	}
	out := SearchPage{Link: Link{page.Title, address.Relative(p.URL, page.Address, p.site.opts.Portable)}}
	for _, e := range page.Entries {
		if e.Kind != kind {
			continue
		}
		entry := SearchEntry{Link: Link{e.Title, out.Href}}
		if e.Anchor != "" {
			entry.Href = href(e.Anchor)
		}
		if e.Level != search.NoLevel {
			level := p.levelName(e.Level)
			entry.Level = &level
		}
		out.Entries = append(out.Entries, entry)
	}
	return out
}

// Search is all that can be found in a language: what the site publishes, and
// nothing else. Of teams it holds the name, the group and the level alone.
func (s *Site) Search(lang string) search.Collection {
	home := s.home(lang)
	out := search.Collection{Lang: lang, Words: home.words().WithPrefix("search."), Pages: s.searchPages(lang)}
	for _, d := range s.source.Model.Domains {
		out.Domains = append(out.Domains, search.Name{ID: d.ID, Name: home.text(d.Name)})
	}
	for _, l := range home.levelNames() {
		out.Levels = append(out.Levels, search.LevelName(l))
	}
	if s.opts.Portable {
		for i := range out.Pages {
			out.Pages[i].Address = address.File(out.Pages[i].Address)
		}
	}
	return out
}

// searchPages are the pages of a language with what can be found on each.
func (s *Site) searchPages(lang string) []search.Page {
	capabilities := map[string]*maturity.Capability{}
	for _, c := range s.source.Model.Capabilities() {
		capabilities[address.Capability(c.ID)] = c
	}
	teams := map[string]teamResult{}
	for _, r := range s.overview().teams {
		teams[address.Team(r.team.ID)] = r
	}
	var all []search.Page
	for _, p := range s.Pages {
		if p.Lang != lang || p.Kind == KindSearch {
			continue
		}
		page := search.Page{Address: p.URL, Title: p.navTitle()}
		switch p.Kind {
		case KindHome, KindChapter:
			page.Entries = p.chapterEntries()
			if p.domain != nil {
				page.Domain = p.domain.ID
			}
		case KindCapability:
			c := capabilities[p.Address]
			page.Domain = c.Area.Domain.ID
			page.Entries = p.capabilityEntries(c)
		case KindGlossary:
			page.Entries = append([]search.Entry{p.pageEntry(search.Other)}, p.termEntries()...)
		case KindScorecard:
			result, newest := teams[p.Address]
			if !newest {
				continue // the scorecard of a certain day
			}
			page.Entries = []search.Entry{p.teamEntry(result)}
		default:
			page.Entries = []search.Entry{p.pageEntry(search.Other)}
		}
		all = append(all, page)
	}
	return all
}

// pageEntry is the entry of a page as a whole.
func (p *Page) pageEntry(kind search.Kind) search.Entry {
	e := search.Entry{Kind: kind, Title: p.navTitle(), Level: search.NoLevel, Parts: textPart(p.Description)}
	if p.Title != e.Title {
		e.Keywords = []string{p.Title}
	}
	return e
}

// textPart is a text as the only part of an entry; none where it is empty.
func textPart(text string) []search.Part {
	if text == "" {
		return nil
	}
	return []search.Part{{Weight: search.OfText, Text: text}}
}

// chapterEntries are the page itself and the sections of its text, and of a
// domain the areas that the text leaves out.
func (p *Page) chapterEntries() []search.Entry {
	all := []search.Entry{p.pageEntry(search.Chapter)}
	if p.doc != nil {
		for _, h := range p.doc.Body.Headings {
			all = append(all, search.Entry{Kind: search.Chapter, Anchor: h.ID, Title: h.Text, Level: search.NoLevel})
		}
		for _, section := range p.doc.Body.Sections() {
			e := &all[section.Heading+1] // what stands before the first heading is the page's own
			e.Parts = append(e.Parts, textPart(section.Text)...)
		}
	}
	if p.domain != nil {
		for _, m := range p.missing() {
			if m.Title != "" {
				all = append(all, search.Entry{Kind: search.Chapter, Anchor: m.ID, Title: m.Title, Level: search.NoLevel, Parts: textPart(m.Summary)})
			}
		}
	}
	return all
}

// capabilityEntries are a capability and its levels.
func (p *Page) capabilityEntries(c *maturity.Capability) []search.Entry {
	whole := p.pageEntry(search.Capability)
	whole.Keywords = append(whole.Keywords, p.text(c.Area.Name), p.text(c.Area.Domain.Name))
	all := []search.Entry{whole}
	for _, l := range c.Levels {
		e := search.Entry{
			Kind:     search.Level,
			Anchor:   address.LevelAnchor(l.Level),
			Title:    p.text(l.Title),
			Level:    l.Level,
			Keywords: []string{"L" + strconv.Itoa(l.Level), p.text(p.site.source.Model.LevelName(l.Level))},
			Parts:    textPart(p.text(l.Summary)),
		}
		for _, k := range l.Criteria {
			anchor := address.CriterionAnchor(k.ID)
			e.Parts = append(e.Parts, search.Part{Weight: search.OfCriterion, Anchor: anchor, Text: p.text(k.Text)})
			if evidence := p.text(k.Evidence); evidence != "" {
				e.Parts = append(e.Parts, search.Part{Weight: search.OfText, Anchor: anchor, Text: evidence})
			}
		}
		all = append(all, e)
	}
	return all
}

// termEntries are the glossary's terms. What a term is called elsewhere, and
// what it ought not to be called, leads to it too.
func (p *Page) termEntries() []search.Entry {
	var all []search.Entry
	for _, t := range p.glossaryView().Terms {
		all = append(all, search.Entry{
			Kind:     search.Term,
			Anchor:   t.ID,
			Title:    t.Term,
			Level:    search.NoLevel,
			Keywords: append(t.Others, t.Avoid...),
			Parts:    []search.Part{{Weight: search.OfTerm, Text: t.Text.Document.Text()}},
		})
	}
	return all
}

// teamEntry is a team whose scorecard is published.
func (p *Page) teamEntry(r teamResult) search.Entry {
	e := search.Entry{Kind: search.Team, Title: p.text(r.team.Name), Level: search.NoLevel, Keywords: []string{r.team.ID, r.team.Group}}
	if r.overall.Level.Valid {
		e.Level = r.overall.Level.Int
	}
	return e
}
