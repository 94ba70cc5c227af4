package check

import (
	"slices"
	"strings"

	"gradus/internal/address"
	"gradus/internal/diag"
	"gradus/internal/load"
)

// published checks that every address that readers have been given is still
// there, or leads on: ids never move without saying where to.
func (c *checker) published(p *places) {
	for _, published := range c.src.Published {
		lang, addr, anchor := p.split(published.Address)
		unread := len(p.find(lang, addr)) == 0 && c.unreadPage(lang, addr) // told elsewhere
		if c.stands(p, lang, addr, anchor, true) || unread || c.leadsOn(p, published.Address) {
			continue
		}
		c.report(diag.New(published.Pos, diag.PublishedGone, "address", "/"+published.Address).
			Hint(diag.HintMoved, "from", published.Address))
	}
}

// leadsOn reports whether moved.yaml leads on from an address: from itself, or
// from its page to one that has the same anchor.
func (c *checker) leadsOn(p *places, from string) bool {
	page, anchor := address.Split(from)
	for _, m := range c.src.Moved {
		if m.From == from {
			return true
		}
		if lang, addr, none := p.split(m.To); m.From == page && anchor != "" && none == "" && c.stands(p, lang, addr, anchor, true) {
			return true
		}
	}
	return false
}

// Addresses returns the addresses of the handbook as readers may keep them,
// with those of its anchors, from the root of the site and sorted. The pages of
// Gradus itself and those of teams are not among them.
func Addresses(src *load.Source) []string {
	c := newChecker(src, Options{})
	if c.config == nil {
		return nil
	}
	p := c.findPlaces()
	pages := make(map[string]bool)
	for addr := range p.generated {
		pages[addr] = true
	}
	for _, documents := range p.documents {
		for addr := range documents {
			pages[addr] = true
		}
	}
	var all []string
	for _, lang := range p.languages {
		for addr := range pages {
			if !c.isHandbook(addr) {
				continue
			}
			full := address.In(lang, p.languages, addr)
			all = append(all, full)
			for anchor := range p.ownAnchors(lang, addr) {
				all = append(all, full+"#"+anchor)
			}
		}
	}
	slices.Sort(all)
	return all
}

// ownAnchors are the anchors of a page in a language that it keeps once it is
// translated: not those of the text that stands in for the translation.
func (p *places) ownAnchors(lang, addr string) map[string]diag.Position {
	var pages []*page
	for _, own := range []*page{p.generated[addr], p.documents[lang][addr]} {
		if own != nil {
			pages = append(pages, own)
		}
	}
	return anchorsOf(pages)
}

// isHandbook reports whether a page is one that authors make: other pages are
// Gradus's own, or come and go with the teams.
func (c *checker) isHandbook(addr string) bool {
	if addr == address.Glossary {
		return len(c.src.Terms) > 0
	}
	first, _, _ := strings.Cut(addr, "/")
	return !slices.Contains(address.Reserved(), first)
}
