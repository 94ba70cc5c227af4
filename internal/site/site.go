// Package site decides what pages there are, where they live, what they are
// called, how a reader gets from one to another, and what each has to say. It
// writes no HTML.
//
// A [Site] is made once from a clean source. Its pages are light: a [Page] is
// an address, a title and a way to make its view. The view, a struct of ready
// words, numbers and relative links such as [Chapter] or [Scorecard], is made
// when the page is rendered, so that a site of ten thousand teams does not hold
// ten thousand scorecards, and a server makes only the pages that are asked for.
//
// Everything a template can reach is in [Frame], which all pages share, and in
// the view of the page's kind.
package site

import (
	"sync"

	"gradus/internal/address"
	"gradus/internal/load"
	"gradus/internal/maturity"
	"gradus/internal/score"
	"gradus/internal/words"
)

// Options are the choices that are not in the site's files.
type Options struct {
	AsOf     maturity.Date // the day ages are reckoned from; "" shows none
	Portable bool          // links name index.html, to be read from a folder
	Words    *words.Catalog
	Changed  map[string]maturity.Date // when files were last changed, by their paths; may be nil
}

// A Site is all pages of all languages.
type Site struct {
	Pages     []*Page // by language, then in reading order, then the rest
	Redirects []Redirect
	Data      []DataFile // what scripts load

	source  *load.Source
	opts    Options
	scorer  *score.Scorer
	byURL   map[string]*Page
	reading map[string][]*Page // by language, from the home page on
	tables  map[string]int     // number of each level table: by area id, and "all"

	overview func() *overview // over all teams; worked out at the first call

	moved map[string]map[string]string // former anchors of an address: where each leads

	modelFiles, rubricFiles map[string]string // paths of the model's data files, by language
}

// A Kind of page has its own template, of the same name, and its own view.
type Kind string

// The kinds of page.
const (
	KindHome       Kind = "home"
	KindChapter    Kind = "chapter"
	KindCapability Kind = "capability"
	KindGlossary   Kind = "glossary"
	KindPrint      Kind = "print"
	KindPortfolio  Kind = "portfolio"
	KindScorecard  Kind = "scorecard"
	KindGroup      Kind = "group"
	KindRound      Kind = "round"
	KindChanges    Kind = "changes"
	KindCompare    Kind = "compare"
	KindAssess     Kind = "assess"
	KindSearch     Kind = "search"
)

// A Page is one address of the site.
type Page struct {
	Kind        Kind
	Lang        string // of the site's languages
	Address     string // within the language: "monitoring/"
	URL         string // from the root of the site: "en/monitoring/"
	Title       string
	Description string
	Number      string // of a domain's chapter: "1"
	Source      string // the file to edit; "" where a page has no single one
	FallbackOf  string // the language its text is really in, when it is not Lang; else ""
	NoIndex     bool   // search engines shall leave it out, since other pages say the same

	short    string // its title in navigation; Title when ""
	parent   *Page  // the page above; nil for the home page
	children []*Page
	doc      *load.Document   // of a home page or a chapter; nil without one
	domain   *maturity.Domain // of a domain's chapter
	place    int              // in reading order; notRead for pages outside of it
	unlisted bool             // in the side bar only when it is open
	printed  string           // its id in the handbook as one document, while it is made for that; else ""
	site     *Site
	view     func(*Page) (any, error)
}

// notRead is the place of pages that are not read one after the other.
const notRead = -1

// A Redirect leads from an address without a page to one that has one.
type Redirect struct {
	From, To string            // from the root of the site
	Anchors  map[string]string // where former anchors of the address lead, when not to To; mostly nil
}

// New lays out the site of a source that has no errors.
func New(src *load.Source, opts Options) *Site {
	s := &Site{
		source:  src,
		opts:    opts,
		scorer:  score.New(src.Model, src.Portfolio),
		byURL:   map[string]*Page{},
		reading: map[string][]*Page{},
		tables:  numberTables(src.Model),
		moved:   movedAnchors(src.Moved),

		modelFiles:  map[string]string{},
		rubricFiles: map[string]string{},
	}
	s.overview = sync.OnceValue(s.newOverview)
	for _, lang := range src.Config.Languages {
		s.addModelData(lang)
		s.addHandbook(lang)
		s.addTeams(lang)
		s.addCompare(lang)
		s.addAssess(lang)
		s.addSearch(lang)
	}
	s.addTeamData()
	for _, lang := range src.Config.Languages {
		s.addPrint(lang)
	}
	s.addRedirects()
	return s
}

// add puts a page into the site, below another or none.
func (s *Site) add(parent *Page, p *Page) *Page {
	p.site, p.parent, p.place = s, parent, notRead
	if parent != nil {
		parent.children = append(parent.children, p)
	}
	p.URL = s.url(p.Lang, p.Address)
	s.Pages = append(s.Pages, p)
	s.byURL[p.URL] = p
	return p
}

// read puts a page and the pages below it into the reading order.
func (s *Site) read(p *Page) {
	p.place = len(s.reading[p.Lang])
	s.reading[p.Lang] = append(s.reading[p.Lang], p)
	for _, child := range p.children {
		s.read(child)
	}
}

// home is the home page of a language.
func (s *Site) home(lang string) *Page { return s.byURL[s.url(lang, address.Home)] }

// Page returns the page at an address from the root of the site, or nil.
func (s *Site) Page(url string) *Page { return s.byURL[url] }

// url is an address in a language, from the root of the site.
func (s *Site) url(lang, addr string) string {
	return address.In(lang, s.source.Config.Languages, addr)
}

// numberTables numbers the tables of the handbook: the overview first, then
// the level table of each area in the model's order, and nothing else.
func numberTables(m *maturity.Model) map[string]int {
	numbers := map[string]int{overviewTable: 1}
	for _, d := range m.Domains {
		for _, a := range d.Areas {
			numbers[a.ID] = len(numbers) + 1
		}
	}
	return numbers
}

// text is a text of the model or of a team in the page's language, or in the
// site's first where it is not translated.
func (p *Page) text(t maturity.Text) string {
	return t.In(p.Lang, p.site.source.Config.Languages[0])
}

// href is the link from the page to an address of its own language.
func (p *Page) href(addr string) string { return p.hrefIn(p.Lang, addr) }

// hrefIn is the link from the page to an address of a language.
func (p *Page) hrefIn(lang, addr string) string {
	if p.printed != "" && lang == p.Lang {
		if id := p.site.printID(lang, addr); id != "" {
			return address.Relative(p.URL, p.URL+"#"+id, p.site.opts.Portable)
		}
	}
	return address.Relative(p.URL, p.site.url(lang, addr), p.site.opts.Portable)
}

// words are those of the page's language.
func (p *Page) words() *words.Words { return p.site.opts.Words.In(p.Lang) }

// View makes what the page's template gets besides the frame.
func (p *Page) View() (any, error) { return p.view(p) }
