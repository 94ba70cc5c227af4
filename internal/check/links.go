package check

import (
	"errors"
	"strconv"
	"strings"

	"gradus/internal/address"
	"gradus/internal/diag"
	"gradus/internal/markdown"
	"gradus/internal/maturity"
)

// links checks where every link and image of the documents and of the glossary leads.
func (c *checker) links(p *places) {
	for _, doc := range c.src.Documents {
		if doc.Body != nil {
			for _, link := range doc.Body.Links {
				c.link(p, doc.Pos.Path, link)
			}
		}
	}
	for _, term := range c.src.Terms {
		for _, lang := range c.config.Languages {
			if !term.Text.Has(lang) {
				continue
			}
			body, found := markdown.Parse([]byte(term.Text.In(lang)), term.Pos)
			for _, d := range found {
				d.Pos = term.Pos // lines of a YAML text are not those of the file
				c.report(d)
			}
			for _, link := range body.Links {
				link.Pos = term.Pos
				c.link(p, "content/"+lang+"/glossary.md", link)
			}
		}
	}
}

// link checks one link of the document at file.
func (c *checker) link(p *places, file string, link markdown.Link) {
	target, err := address.ParseLink(link.Target, file, p.languages)
	switch {
	case errors.Is(err, address.ErrOutside):
		c.report(diag.New(link.Pos, diag.LinkOutside, "target", link.Target))
	case err != nil:
		c.report(diag.New(link.Pos, diag.BadLink, "target", link.Target))
	case link.Image && target.Kind != address.ToFile:
		c.report(diag.New(link.Pos, diag.UnknownFile, "target", link.Target))
	default:
		c.target(p, file, link, target)
	}
}

// target checks that there is what a link leads to.
func (c *checker) target(p *places, file string, link markdown.Link, target address.Link) {
	switch target.Kind {
	case address.ToPage:
		c.pageTarget(p, file, link, target)
	case address.ToFile:
		if !c.exists("content/" + target.Lang + "/" + target.Path) {
			c.report(diag.New(link.Pos, diag.UnknownFile, "target", link.Target))
		}
	case address.ToTerm:
		c.termTarget(link, target.ID)
	case address.ToURL:
	default:
		if c.model != nil && !c.unread(target.ID) {
			c.modelTarget(link, target)
		}
	}
}

// modelTarget checks a link to a part of the model.
func (c *checker) modelTarget(link markdown.Link, target address.Link) {
	switch target.Kind {
	case address.ToCapability, address.ToLevel:
		if c.model.Capability(target.ID) == nil {
			d := diag.New(link.Pos, diag.UnknownCapability, "capability", target.ID)
			c.report(nearest(d, target.ID, c.capabilityPlaces()))
		} else if target.Kind == address.ToLevel && !c.onScale(target.Level) {
			c.report(diag.New(link.Pos, diag.LevelOutside, "level", strconv.Itoa(target.Level)).
				Wanted(span(c.model.Scale.Min, c.model.Scale.Max)))
		}
	case address.ToArea:
		if c.model.Area(target.ID) == nil {
			c.report(nearest(diag.New(link.Pos, diag.UnknownArea, "area", target.ID), target.ID, areaPlaces(c.model)))
		}
	case address.ToDomain:
		if c.model.Domain(target.ID) == nil {
			places := make(map[string]diag.Position)
			for _, d := range c.model.Domains {
				places[d.ID] = d.Pos
			}
			c.report(nearest(diag.New(link.Pos, diag.UnknownDomain, "domain", target.ID), target.ID, places))
		}
	}
}

func areaPlaces(m *maturity.Model) map[string]diag.Position {
	places := make(map[string]diag.Position)
	for _, d := range m.Domains {
		for _, a := range d.Areas {
			places[a.ID] = a.Pos
		}
	}
	return places
}

func (c *checker) termTarget(link markdown.Link, id string) {
	places := make(map[string]diag.Position)
	for _, term := range c.src.Terms {
		places[term.ID] = term.Pos
	}
	unread := len(c.src.Terms) == 0 && c.exists("content/terms.yaml")
	if _, known := places[id]; !known && !unread {
		c.report(nearest(diag.New(link.Pos, diag.UnknownTerm, "term", id), id, places))
	}
}

// pageTarget checks a link to a page of the site, or to an anchor of one.
func (c *checker) pageTarget(p *places, file string, link markdown.Link, target address.Link) {
	pages := p.find(target.Lang, target.Path)
	has, known := hasAnchor(pages, target.Anchor)
	switch {
	case len(pages) == 0 && (c.hasMoved(p, target) || c.unreadPage(target.Lang, target.Path)):
	case len(pages) == 0:
		d := diag.New(link.Pos, diag.UnknownPage, "target", link.Target)
		place, _, _ := strings.Cut(link.Target, "#")
		c.report(nearest(d, place, spellings(p, file, place, target.Lang)))
	case target.Anchor != "" && known && !has && !c.hasMoved(p, target):
		d := diag.New(link.Pos, diag.UnknownAnchor,
			"page", "/"+address.In(target.Lang, p.languages, target.Path), "anchor", target.Anchor)
		c.report(nearest(d, target.Anchor, anchorsOf(pages)))
	}
}

// unreadPage reports whether a page would come from a file that is there but
// could not be read.
func (c *checker) unreadPage(lang, addr string) bool {
	name := "content/" + lang + "/" + strings.TrimSuffix(addr, "/")
	first, _, _ := strings.Cut(addr, "/")
	return c.exists(name+".md") || c.exists(name+"/index.md") ||
		c.model == nil || c.unread(first)
}

// hasMoved reports whether moved.yaml leads on from where a link leads.
func (c *checker) hasMoved(p *places, target address.Link) bool {
	addr, _ := target.Address()
	for _, moved := range c.src.Moved {
		lang, from, anchor := p.split(moved.From)
		if lang == target.Lang && (from == addr || anchor != "" && from+"#"+anchor == addr) {
			return true
		}
	}
	return false
}

// spellings are all the ways in which a document could have named a page, in
// the manner it has tried: by file, by address from the root, or from its folder.
func spellings(p *places, file, tried, lang string) map[string]diag.Position {
	all := make(map[string]diag.Position)
	if strings.HasSuffix(tried, ".md") {
		for _, page := range p.documents[lang] {
			all[address.Relative(file, page.pos.Path, false)] = page.pos
		}
		return all
	}
	for addr, pos := range p.addresses(lang) {
		if strings.HasPrefix(tried, "/") {
			all["/"+addr] = pos
		} else {
			all[address.Relative(file, "content/"+lang+"/"+addr, false)] = pos
		}
	}
	return all
}

// levelTables checks what the `levels` blocks of the documents show.
func (c *checker) levelTables() {
	if c.model == nil {
		return
	}
	for _, doc := range c.src.Documents {
		if doc.Body == nil {
			continue
		}
		for _, table := range doc.Body.LevelTables {
			if table.ID == "all" || c.model.Area(table.ID) != nil || c.model.Capability(table.ID) != nil || c.unread(table.ID) {
				continue
			}
			valid := c.capabilityPlaces()
			for id, pos := range areaPlaces(c.model) {
				valid[id] = pos
			}
			c.report(nearest(diag.New(table.Pos, diag.UnknownLevelTable, "id", table.ID), table.ID, valid))
		}
	}
}
