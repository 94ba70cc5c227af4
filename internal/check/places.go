package check

import (
	"maps"
	"slices"
	"strings"

	"gradus/internal/address"
	"gradus/internal/diag"
	"gradus/internal/load"
	"gradus/internal/maturity"
)

// places are the pages of the site and their anchors, as links name them.
type places struct {
	languages []string
	generated map[string]*page            // by address, the same in every language
	documents map[string]map[string]*page // by language, then by address
}

// A page is a place that links lead to.
type page struct {
	pos     diag.Position            // of what the page is made from; none for a page of Gradus itself
	anchors map[string]diag.Position // nil where the theme alone knows them
}

// findPlaces lists every page that the source leads to.
func (c *checker) findPlaces() *places {
	p := &places{
		languages: c.config.Languages,
		generated: make(map[string]*page),
		documents: make(map[string]map[string]*page),
	}
	for _, addr := range []string{address.Home, address.Teams, address.Assess, address.Compare,
		address.Changes, address.Search, address.Print} {
		p.generated[addr] = &page{}
	}
	p.generated[address.Glossary] = &page{anchors: termAnchors(c.src.Terms)}
	if c.model != nil {
		p.addModel(c.model)
	}
	if c.portfolio != nil {
		p.addPortfolio(c.portfolio)
	}
	for _, doc := range c.src.Documents {
		p.addDocument(doc)
	}
	return p
}

func termAnchors(terms []*load.Term) map[string]diag.Position {
	anchors := make(map[string]diag.Position)
	for _, term := range terms {
		anchors[address.TermAnchor(term.ID)] = term.Pos
	}
	return anchors
}

func (p *places) addModel(m *maturity.Model) {
	for _, d := range m.Domains {
		anchors := make(map[string]diag.Position)
		for _, a := range d.Areas {
			anchors[address.AreaAnchor(a.ID)] = a.Pos
			p.generated[address.AreaRedirect(a.ID)] = &page{pos: a.Pos}
		}
		p.generated[address.Domain(d.ID)] = &page{d.Pos, anchors}
	}
	for _, capability := range m.Capabilities() {
		anchors := make(map[string]diag.Position)
		for _, level := range capability.Levels {
			anchors[address.LevelAnchor(level.Level)] = level.Pos
			if level.Level < m.Scale.Max {
				anchors[address.NextStepAnchor(level.Level)] = level.Pos
			}
			for _, criterion := range level.Criteria {
				anchors[address.CriterionAnchor(criterion.ID)] = criterion.Pos
			}
		}
		p.generated[address.Capability(capability.ID)] = &page{capability.Pos, anchors}
	}
}

func (p *places) addPortfolio(portfolio *maturity.Portfolio) {
	for _, t := range portfolio.Teams {
		p.generated[address.Team(t.ID)] = &page{pos: t.Pos}
		for _, a := range t.Assessments {
			p.generated[address.Assessment(t.ID, a.Key())] = &page{pos: a.Pos}
		}
		for group := t.Group; group != ""; group = group[:max(0, strings.LastIndexByte(group, '/'))] {
			if addr := address.Group(group); p.generated[addr] == nil {
				p.generated[addr] = &page{pos: t.Pos}
			}
		}
	}
	for _, round := range portfolio.Rounds {
		p.generated[address.Round(round.ID)] = &page{pos: round.Pos}
	}
}

func (p *places) addDocument(doc *load.Document) {
	if p.documents[doc.Lang] == nil {
		p.documents[doc.Lang] = make(map[string]*page)
	}
	addr := address.Chapter(doc.Path)
	if p.documents[doc.Lang][addr] == nil { // a second one is an error of its own
		p.documents[doc.Lang][addr] = &page{doc.Pos, make(map[string]diag.Position)}
	}
	if doc.Body != nil {
		for _, heading := range doc.Body.Headings {
			p.documents[doc.Lang][addr].anchors[heading.ID] = heading.Pos
		}
	}
}

// find returns the pages that share an address in a language: a generated one,
// that of a document, or both, as for a domain and its chapter. Where the
// language lacks a document, the site shows that of another.
func (p *places) find(lang, addr string) []*page {
	var found []*page
	if g := p.generated[addr]; g != nil {
		found = append(found, g)
	}
	if d := p.documents[lang][addr]; d != nil {
		return append(found, d)
	}
	for _, other := range p.languages {
		if d := p.documents[other][addr]; d != nil {
			return append(found, d)
		}
	}
	return found
}

// hasAnchor reports whether any of the pages has an anchor, and whether that is
// known: false where only the theme knows the anchors.
func hasAnchor(pages []*page, anchor string) (has, known bool) {
	for _, page := range pages {
		if _, ok := page.anchors[anchor]; ok {
			return true, true
		}
		known = known || page.anchors != nil
	}
	return false, known
}

// anchorsOf returns all anchors of pages that share an address.
func anchorsOf(pages []*page) map[string]diag.Position {
	all := make(map[string]diag.Position)
	for _, page := range pages {
		maps.Copy(all, page.anchors)
	}
	return all
}

// addresses returns the addresses of all pages in a language, and what they
// are made from; single scorecards, of which there may be many, are left out.
func (p *places) addresses(lang string) map[string]diag.Position {
	all := make(map[string]diag.Position)
	for addr, page := range p.generated {
		if strings.Count(addr, "/") < 3 || !strings.HasPrefix(addr, address.Teams) {
			all[addr] = page.pos
		}
	}
	for addr, page := range p.documents[lang] {
		all[addr] = page.pos
	}
	return all
}

// split parts an address from the root of the site, such as "en/method/#roles",
// into its language, the address there, and the anchor.
func (p *places) split(full string) (lang, addr, anchor string) {
	addr, anchor = address.Split(full)
	if first, rest, _ := strings.Cut(addr, "/"); slices.Contains(p.languages, first) {
		return first, rest, anchor
	}
	if len(p.languages) > 0 {
		lang = p.languages[0]
	}
	return lang, addr, anchor
}
