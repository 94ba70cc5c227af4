package site

import (
	"slices"

	"gradus/internal/address"
)

// navTitle is the page's title where space is short.
func (p *Page) navTitle() string {
	if p.short != "" {
		return p.short
	}
	return p.Title
}

// link is the link from p to another page.
func (p *Page) link(to *Page) Link {
	return Link{Title: to.navTitle(), Href: p.href(to.Address)}
}

// above returns the pages above p, from the home page down.
func (p *Page) above() []*Page {
	var pages []*Page
	for parent := p.parent; parent != nil; parent = parent.parent {
		pages = append(pages, parent)
	}
	slices.Reverse(pages)
	return pages
}

func (p *Page) crumbs() []Link {
	var crumbs []Link
	for _, parent := range p.above() {
		crumbs = append(crumbs, p.link(parent))
	}
	return crumbs
}

// neighbours returns the pages before and after p in reading order.
func (p *Page) neighbours() (prev, next *Link) {
	reading := p.site.reading[p.Lang]
	if p.place == notRead {
		return nil, nil
	}
	if p.place > 0 {
		l := p.link(reading[p.place-1])
		prev = &l
	}
	if p.place+1 < len(reading) {
		l := p.link(reading[p.place+1])
		next = &l
	}
	return prev, next
}

// nav is the side bar: the pages below the home page in reading order, and
// below each page that is open, its own. A page is open when it is this page
// or above it.
func (p *Page) nav() []NavItem {
	open := map[*Page]bool{p: true}
	for _, parent := range p.above() {
		open[parent] = true
	}
	return p.navBelow(p.site.home(p.Lang), open)
}

func (p *Page) navBelow(parent *Page, open map[*Page]bool) []NavItem {
	var items []NavItem
	for _, child := range parent.children {
		if child.unlisted && !open[child] {
			continue
		}
		item := NavItem{Link: p.link(child), Number: child.Number, Current: child == p}
		if child.FallbackOf != "" && child.short == "" {
			item.Lang = HTMLLang(child.FallbackOf)
		}
		if open[child] {
			if child.domain != nil {
				item.Items = p.navAreas(child)
			} else {
				item.Items = p.navBelow(child, open)
			}
		}
		items = append(items, item)
	}
	return items
}

// navAreas lists a domain's capabilities under its areas, which are sections
// of its page.
func (p *Page) navAreas(domain *Page) []NavItem {
	numbers := domain.areaNumbers()
	var items []NavItem
	for _, a := range domain.domain.Areas {
		area := NavItem{
			Link:   Link{Title: p.text(a.Name), Href: p.href(address.Area(a.ID))},
			Number: numbers[a.ID],
		}
		for _, c := range a.Capabilities {
			to := p.site.Page(p.site.url(p.Lang, address.Capability(c.ID)))
			area.Items = append(area.Items, NavItem{Link: p.link(to), Current: to == p})
		}
		items = append(items, area)
	}
	return items
}
