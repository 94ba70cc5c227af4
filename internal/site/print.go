package site

import (
	"strings"

	"gradus/internal/address"
	"gradus/internal/maturity"
)

// A PrintView is the view of the handbook as one document.
type PrintView struct {
	Model   string // its title
	Version string
	Parts   []PrintPart
}

// A PrintPart is the home page, a chapter or the glossary.
type PrintPart struct {
	ID           string
	Number       string
	Title        string
	Lead         string
	Lang         string // the lang attribute of its text, when it is not the page's; else ""
	Chapter      Chapter
	Capabilities []PrintCapability
	Terms        []TermView
}

// Href is the link to the part.
func (p PrintPart) Href() string { return "#" + p.ID }

// A PrintCapability is a capability with its levels.
type PrintCapability struct {
	ID      string // anchor
	Name    string // the id that assessments write
	Title   string
	Summary string
	Levels  []LevelView
}

// Href is the link to the capability.
func (c PrintCapability) Href() string { return "#" + c.ID }

// addPrint adds the handbook of a language as one document.
func (s *Site) addPrint(lang string) {
	p := &Page{Kind: KindPrint, Lang: lang, Address: address.Print, NoIndex: true, unlisted: true, site: s}
	p.Title, p.Description = p.word("print.title"), p.word("print.description")
	p.view = func(p *Page) (any, error) { return p.printView(), nil }
	s.add(s.home(lang), p)
}

func (p *Page) printView() PrintView {
	m := p.site.source.Model
	view := PrintView{Model: p.text(m.Title), Version: m.Version}
	for _, page := range p.site.reading[p.Lang] {
		part := *page // as it is within the whole
		part.URL, part.printed = p.URL, printName(page.Address)
		switch page.Kind {
		case KindHome, KindChapter:
			view.Parts = append(view.Parts, part.printPart())
		case KindGlossary:
			view.Parts = append(view.Parts, PrintPart{ID: part.printed, Title: part.Title, Terms: part.glossaryView().Terms})
		}
	}
	return view
}

func (p *Page) printPart() PrintPart {
	part := PrintPart{ID: p.printed, Number: p.Number, Title: p.Title, Lead: p.Description}
	if p.FallbackOf != "" {
		part.Lang = HTMLLang(p.FallbackOf)
	}
	if p.doc != nil || p.domain != nil {
		part.Chapter = p.chapterView()
	}
	if p.domain == nil {
		return part
	}
	for _, a := range p.domain.Areas {
		for _, c := range a.Capabilities {
			part.Capabilities = append(part.Capabilities, p.printCapability(c))
		}
	}
	return part
}

func (p *Page) printCapability(c *maturity.Capability) PrintCapability {
	own := *p
	own.printed = printName(address.Capability(c.ID))
	out := PrintCapability{ID: own.printed, Name: c.ID, Title: p.text(c.Name), Summary: p.text(c.Summary)}
	for _, l := range c.Levels {
		out.Levels = append(out.Levels, own.levelView(l))
	}
	return out
}

// printSeparator stands between the id of a page and one of the page's own. No
// id holds a dot, so that none can be taken for another; a colon would make a
// scheme of what stands before it.
const printSeparator = ".."

// printName is the id of a page within the whole: its address with dots.
func printName(addr string) string {
	if addr == address.Home {
		return "_home"
	}
	return strings.ReplaceAll(strings.TrimSuffix(addr, "/"), "/", ".")
}

// printID is the id that an address has within the whole, "" when its page is
// not part of it.
func (s *Site) printID(lang, addr string) string {
	place, anchor := address.Split(addr)
	page := s.Page(s.url(lang, place))
	if page == nil || page.place == notRead {
		return ""
	}
	if anchor == "" {
		return printName(place)
	}
	return printName(place) + printSeparator + anchor
}

// anchor is the id on its page of what has an id on a page of its own.
func (p *Page) anchor(id string) string {
	if p.printed == "" {
		return id
	}
	return p.printed + printSeparator + id
}
