package check

import (
	"slices"
	"strings"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"

	"gradus/internal/address"
	"gradus/internal/diag"
	"gradus/internal/load"
)

// A claim is a source's wish to be written to an address.
type claim struct {
	addr string // from the root of the site
	pos  diag.Position
}

// addresses reports two sources of one address, whatever they are, and
// addresses that some file systems cannot tell apart.
func (c *checker) addresses() {
	fold := cases.Fold()
	taken := make(map[string]claim)
	for _, claim := range c.claims() {
		file := fold.String(norm.NFC.String(address.File(claim.addr)))
		first, twice := taken[file]
		switch {
		case !twice:
			taken[file] = claim
		case first.addr == claim.addr:
			c.report(diag.New(claim.pos, diag.AddressTaken, "address", claim.addr).At(first.pos, diag.TakenHere))
		default:
			c.report(diag.New(claim.pos, diag.AddressAlike, "address", claim.addr, "other", first.addr).At(first.pos, diag.TakenHere))
		}
	}
	for _, doc := range c.src.Documents {
		if first, _, _ := strings.Cut(doc.Path, "/"); c.isReserved(first) {
			c.report(diag.New(doc.Pos, diag.AddressReserved, "address", c.addressOf(doc)))
		}
	}
}

// claims are the addresses in the model and in the content tree: those that
// authors choose. Teams, groups and rounds have a folder each to themselves.
func (c *checker) claims() []claim {
	var all []claim
	for _, lang := range c.config.Languages {
		if c.model != nil {
			prefix := address.Prefix(lang, c.config.Languages)
			for _, d := range c.model.Domains {
				if c.src.Document(lang, d.ID) == nil { // otherwise that is its chapter
					all = append(all, claim{prefix + address.Domain(d.ID), d.Pos})
				}
				for _, a := range d.Areas {
					all = append(all, claim{prefix + address.AreaRedirect(a.ID), a.Pos})
				}
			}
			for _, capability := range c.model.Capabilities() {
				all = append(all, claim{prefix + address.Capability(capability.ID), capability.Pos})
			}
		}
	}
	for _, doc := range c.src.Documents {
		all = append(all, claim{c.addressOf(doc), doc.Pos})
	}
	return all
}

// addressOf is the address of a document from the root of the site.
func (c *checker) addressOf(doc *load.Document) string {
	return address.In(doc.Lang, c.config.Languages, address.Chapter(doc.Path))
}

// isReserved reports whether the first part of a document's address is one
// that Gradus uses itself, or that of a language.
func (c *checker) isReserved(first string) bool {
	first = strings.ToLower(first)
	return slices.Contains(address.Reserved(), first) || slices.Contains(c.config.Languages, first)
}

// moved checks that each former address is gone and leads to one that exists.
func (c *checker) moved(p *places) {
	from := make(map[string]diag.Position)
	for _, m := range c.src.Moved {
		from[fullAddress(p, m.From)] = m.Pos
	}
	for _, m := range c.src.Moved {
		if lang, addr, anchor := p.split(m.From); c.stands(p, lang, addr, anchor, false) {
			c.report(diag.New(m.Pos, diag.MovedStillThere, "from", m.From))
		}
		lang, addr, anchor := p.split(m.To)
		next, again := from[fullAddress(p, m.To)]
		switch {
		case again:
			c.report(diag.New(m.ToPos, diag.MovedTwice, "to", m.To).At(next, diag.MovedHere))
		case !c.stands(p, lang, addr, anchor, true) && !c.unreadPage(lang, addr):
			d := diag.New(m.ToPos, diag.MovedToNowhere, "to", m.To)
			c.report(nearest(d, m.To, c.presentAddresses(p, m.To)))
		}
	}
}

// stands reports whether there is a page, or an anchor of a page, at an
// address. The answer for an anchor that only the theme could know is given.
func (c *checker) stands(p *places, lang, addr, anchor string, unknown bool) bool {
	pages := p.find(lang, addr)
	if len(pages) == 0 || anchor == "" {
		return len(pages) > 0
	}
	has, known := hasAnchor(pages, anchor)
	return has || !known && unknown
}

// fullAddress is the one spelling of an address from the root of the site.
func fullAddress(p *places, full string) string {
	lang, addr, anchor := p.split(full)
	if anchor != "" {
		addr += "#" + anchor
	}
	return lang + "/" + addr
}

// presentAddresses are the addresses of all pages in the language of one that
// was tried, and of the anchors of its page.
func (c *checker) presentAddresses(p *places, tried string) map[string]diag.Position {
	lang, addr, _ := p.split(tried)
	all := make(map[string]diag.Position)
	for page, pos := range p.addresses(lang) {
		all[address.In(lang, p.languages, page)] = pos
	}
	for name, pos := range anchorsOf(p.find(lang, addr)) {
		all[address.In(lang, p.languages, addr)+"#"+name] = pos
	}
	return all
}
