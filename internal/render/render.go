// Package render turns the pages of a site into files. html/template and
// minify live here.
//
// A [Renderer] is made once from a theme and a site: it parses the layouts,
// prepares the assets, and then makes any page when it is asked for it, from
// several goroutines if need be. A layout is executed with a [Page]: the frame
// that all pages share and the view of the page's kind.
//
// html/template escapes what a layout writes. The few functions that write
// finished HTML stand together in trusted.go, with the reason why each may.
package render

import (
	"bytes"
	"fmt"
	"sync"

	"github.com/tdewolff/minify/v2"
	"github.com/tdewolff/minify/v2/html"

	"gradus/internal/diag"
	"gradus/internal/site"
	"gradus/internal/theme"
	"gradus/internal/words"
)

// A Page is what a layout gets.
type Page[View any] struct {
	site.Frame
	View View
}

// Views are the views that layouts get, by kind of page, as values of their
// types. A test checks every layout against its view.
var Views = map[site.Kind]any{
	site.KindHome:       Page[site.Home]{},
	site.KindChapter:    Page[site.Chapter]{},
	site.KindCapability: Page[site.CapabilityView]{},
	site.KindGlossary:   Page[site.GlossaryView]{},
	site.KindPrint:      Page[site.PrintView]{},
	site.KindPortfolio:  Page[site.PortfolioView]{},
	site.KindScorecard:  Page[site.ScorecardView]{},
	site.KindGroup:      Page[site.GroupView]{},
	site.KindRound:      Page[site.RoundView]{},
	site.KindChanges:    Page[site.ChangesView]{},
	site.KindCompare:    Page[site.CompareView]{},
	site.KindAssess:     Page[site.AssessView]{},
	site.KindSearch:     Page[site.SearchView]{},
}

// A Renderer makes the files of a site.
type Renderer struct {
	site    *site.Site
	assets  *Assets
	layouts map[string]*layouts // by language
	html    *minify.M
	buffers sync.Pool
}

// New prepares to render a site with a theme. The diagnostics speak of the
// theme's files; without an error among them every layout is ready.
func New(t *theme.Theme, catalog *words.Catalog, s *site.Site, languages []string) (*Renderer, diag.List) {
	r := &Renderer{site: s, layouts: map[string]*layouts{}, html: newHTMLMinifier()}
	r.buffers.New = func() any { return new(bytes.Buffer) }
	var list diag.List
	r.assets, list = loadAssets(t)
	files, problems := readLayouts(t)
	list = append(list, problems...)
	if list.HasErrors() {
		return r, list
	}
	for _, lang := range languages {
		l, problems := parseLayouts(files, r.assets, catalog.In(lang))
		r.layouts[lang] = l
		list = append(list, problems...)
	}
	return r, list
}

// newHTMLMinifier keeps what assistive technology, old parsers and people who
// read the source rely on. Inline SVG and JSON stay as they are: nothing is
// registered for them.
func newHTMLMinifier() *minify.M {
	m := minify.New()
	m.Add("text/html", &html.Minifier{
		KeepDocumentTags:    true,
		KeepEndTags:         true,
		KeepQuotes:          true,
		KeepSpecialComments: true,
		KeepDefaultAttrVals: true,
	})
	return m
}

// Page returns the HTML of a page.
func (r *Renderer) Page(p *site.Page) ([]byte, error) {
	frame, err := p.Frame()
	if err != nil {
		return nil, err
	}
	view, err := p.View()
	if err != nil {
		return nil, err
	}
	return r.execute(p.Lang, string(p.Kind), Page[any]{frame, view})
}

// execute runs a layout and minifies what it writes.
func (r *Renderer) execute(lang, layout string, data any) ([]byte, error) {
	t := r.layouts[lang].byName[layout]
	if t == nil {
		return nil, fmt.Errorf("the theme has no layout %q", layout)
	}
	raw := r.buffers.Get().(*bytes.Buffer)
	defer r.buffers.Put(raw)
	raw.Reset()
	if err := t.ExecuteTemplate(raw, "page", data); err != nil {
		return nil, err
	}
	var out bytes.Buffer
	out.Grow(raw.Len())
	if err := r.html.Minify("text/html", &out, raw); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// Assets returns the theme's assets by the path where they are published.
func (r *Renderer) Assets() map[string][]byte { return r.assets.files }

// NotFound is what the layout of 404.html gets. A server shows it at any
// address, so its links can't be relative.
type NotFound struct {
	Lang      string
	SiteTitle string
	Base      string              // the path of the site on its host, "/" or "/handbook/"
	Homes     []site.LanguageLink // the home page in every language
	Searches  []site.LanguageLink // and the search
}

// NotFound returns the HTML of the page for addresses that do not exist.
func (r *Renderer) NotFound(lang string, data NotFound) ([]byte, error) {
	return r.execute(lang, "notfound", data)
}
