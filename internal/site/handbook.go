package site

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"gradus/internal/address"
	"gradus/internal/load"
	"gradus/internal/maturity"
)

// A part is what has a place in the handbook's order: a document, a domain, or
// a domain with the document that is its chapter.
type part struct {
	path   string
	order  int
	doc    *load.Document   // nil for a domain without a chapter
	domain *maturity.Domain // nil for any other document
	number string
}

// Documents without an order come after those that state one below this, and
// the domains in the model's order stand between the two.
const (
	orderDomains = 1000
	orderRest    = 2000
)

// addHandbook adds the pages people read: home, chapters, capabilities, glossary.
func (s *Site) addHandbook(lang string) {
	var home *Page
	for _, part := range s.parts(lang) {
		page := s.partPage(lang, part)
		if part.path == "" {
			home = s.add(nil, page)
			continue
		}
		s.add(s.above(lang, part.path), page)
		if part.domain != nil {
			s.addCapabilities(page, part.domain)
		}
	}
	if len(s.source.Terms) > 0 {
		s.addGlossary(home)
	}
	s.read(home)
}

// parts returns the documents and domains of one language in reading order:
// every page after the one it is below.
func (s *Site) parts(lang string) []part {
	byPath := map[string]*part{"": {}} // a site without a home document has a home page
	for _, d := range s.source.Documents {
		if byPath[d.Path] == nil || byPath[d.Path].doc == nil {
			byPath[d.Path] = &part{path: d.Path, order: orderRest}
		}
		byPath[d.Path].doc = s.document(lang, d.Path)
	}
	for i, d := range s.source.Model.Domains {
		p := byPath[d.ID]
		if p == nil {
			p = &part{path: d.ID}
			byPath[d.ID] = p
		}
		p.domain, p.order, p.number = d, orderDomains+i, strconv.Itoa(i+1)
	}
	parts := make([]part, 0, len(byPath))
	for _, p := range byPath {
		if p.doc != nil && p.doc.Order != 0 {
			p.order = p.doc.Order
		}
		parts = append(parts, *p)
	}
	slices.SortFunc(parts, func(a, b part) int {
		return cmp.Or(cmp.Compare(strings.Count(a.path, "/"), strings.Count(b.path, "/")),
			cmp.Compare(min(len(a.path), 1), min(len(b.path), 1)), // home first
			cmp.Compare(a.order, b.order), cmp.Compare(a.path, b.path))
	})
	return parts
}

// document returns the document at a path in a language, else in the first of
// the site's languages that has it.
func (s *Site) document(lang, path string) *load.Document {
	if d := s.source.Document(lang, path); d != nil {
		return d
	}
	for _, other := range s.source.Config.Languages {
		if d := s.source.Document(other, path); d != nil {
			return d
		}
	}
	return nil
}

// above returns the page that a document's page hangs under: that of the
// nearest folder with a page, at last the home page.
func (s *Site) above(lang, path string) *Page {
	for {
		i := strings.LastIndexByte(path, '/')
		if i < 0 {
			return s.home(lang)
		}
		path = path[:i]
		if p := s.Page(s.url(lang, address.Chapter(path))); p != nil {
			return p
		}
	}
}

// partPage makes the page of a part.
func (s *Site) partPage(lang string, part part) *Page {
	p := &Page{Kind: KindChapter, Lang: lang, Address: address.Chapter(part.path), Number: part.number, doc: part.doc, domain: part.domain, site: s}
	if d := part.doc; d != nil {
		p.Title, p.Description, p.Source = d.Title, d.Description, d.Pos.Path
		if d.Lang != lang {
			p.FallbackOf = d.Lang
		}
	} else if part.domain != nil {
		p.Title, p.Description, p.Source = p.text(part.domain.Name), p.text(part.domain.Summary), part.domain.Pos.Path
	}
	if part.domain != nil {
		p.short = p.text(part.domain.Name)
	}
	if part.path == "" {
		p.Kind, p.short = KindHome, ""
		if p.Title == "" {
			p.Title = p.text(s.source.Config.Title)
		}
		p.view = func(p *Page) (any, error) { return p.homeView(), nil }
		return p
	}
	p.view = func(p *Page) (any, error) { return p.chapterView(), nil }
	return p
}
