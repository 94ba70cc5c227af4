package site

import (
	"strings"

	"gradus/internal/address"
	"gradus/internal/search"
)

// A Frame is what every page shows around its own text.
type Frame struct {
	Lang        string // the lang attribute: "zh-CN"
	SiteTitle   string
	Title       string
	Number      string // of a domain's chapter: "1"; else ""
	Description string
	Root        string // the way to the root of the site, for assets: "../"
	Home        string
	Teams       string
	Glossary    string // "" without one
	Assess      string
	Compare     string // "" while there is no scorecard
	Search      string
	SearchIndex string // the first file of the search index, from the root of the site
	Nav         []NavItem
	Crumbs      []Link // from the home page down to the page above
	Prev, Next  *Link
	Languages   []LanguageLink // every language of the site, the page's own among them
	Canonical   string         // absolute; "" when the site has no base address
	Alternates  []Alternate    // absolute, of the languages that really have this text
	NoIndex     bool
	Edit        string // where the page's source can be edited; "" when nowhere
	Fallback    string // the lang attribute of the text, when it is not the page's; else ""
	AsOf        string // the day ages are reckoned from, in words
	Changed     string // when the page's source was last changed, in words; "" when not known
	Print       string // the handbook as one document
	Data        string // what scripts read, as JSON
}

// A Link is a title with an address relative to the page.
type Link struct {
	Title, Href string
}

// A NavItem is an entry of the side bar.
type NavItem struct {
	Link
	Number  string
	Lang    string // the lang attribute of its title, when it is not the page's; else ""
	Current bool   // it is this page
	Items   []NavItem
}

// A LanguageLink leads to the same page in another language.
type LanguageLink struct {
	Lang    string // the lang attribute
	Name    string // in that language itself
	Href    string
	Current bool
}

// An Alternate is the same text in another language, for search engines.
type Alternate struct {
	Lang, URL string
}

// Frame makes what stands around the page's own text.
func (p *Page) Frame() (Frame, error) {
	config := p.site.source.Config
	f := Frame{
		Lang:        HTMLLang(p.Lang),
		SiteTitle:   p.text(config.Title),
		Title:       p.Title,
		Number:      p.Number,
		Description: p.Description,
		Root:        p.root(),
		Home:        p.href(address.Home),
		Assess:      p.href(address.Assess),
		Search:      p.href(address.Search),
		SearchIndex: search.Core(p.Lang),
		Nav:         p.nav(),
		Crumbs:      p.crumbs(),
		NoIndex:     config.NoIndex || p.NoIndex,
		Print:       p.href(address.Print),
		Edit:        p.edit(),
	}
	if len(p.site.source.Portfolio.Teams) > 0 {
		f.Teams = p.href(address.Teams)
	}
	if len(p.site.source.Terms) > 0 {
		f.Glossary = p.href(address.Glossary)
	}
	if p.site.Page(p.site.url(p.Lang, address.Compare)) != nil {
		f.Compare = p.href(address.Compare)
	}
	f.Prev, f.Next = p.neighbours()
	if p.FallbackOf != "" {
		f.Fallback = HTMLLang(p.FallbackOf)
	}
	if p.site.opts.AsOf != "" {
		f.AsOf = p.words().Date(p.site.opts.AsOf)
	}
	if day := p.site.opts.Changed[p.Source]; day != "" {
		f.Changed = p.words().Date(day)
	}
	var err error
	if f.Data, err = p.data(); err != nil {
		return Frame{}, err
	}
	if err := p.addLanguages(&f); err != nil {
		return Frame{}, err
	}
	return f, nil
}

// root is the way from the page to the root of the site: "../".
func (p *Page) root() string { return strings.Repeat("../", strings.Count(p.URL, "/")) }

// addLanguages fills in where the page stands in other languages.
func (p *Page) addLanguages(f *Frame) error {
	config := p.site.source.Config
	for _, lang := range config.Languages {
		name, err := p.site.opts.Words.In(lang).Text("language")
		if err != nil {
			return err
		}
		f.Languages = append(f.Languages, LanguageLink{
			Lang:    HTMLLang(lang),
			Name:    name,
			Href:    address.Relative(p.URL, p.site.url(lang, p.Address), p.site.opts.Portable),
			Current: lang == p.Lang,
		})
	}
	if config.BaseURL == "" {
		return nil
	}
	// A page that shows another language's text says so to search engines, and
	// names itself in no list of translations.
	f.Canonical = config.BaseURL + p.URL
	if p.FallbackOf != "" {
		f.Canonical = config.BaseURL + p.site.url(p.FallbackOf, p.Address)
		return nil
	}
	f.Alternates = p.Alternates()
	return nil
}

// Alternates are the absolute addresses of the page in every language that
// really has its text; none when the site has no base address.
func (p *Page) Alternates() []Alternate {
	config := p.site.source.Config
	if config.BaseURL == "" {
		return nil
	}
	var all []Alternate
	for _, lang := range config.Languages {
		if other := p.site.Page(p.site.url(lang, p.Address)); other != nil && other.FallbackOf == "" {
			all = append(all, Alternate{HTMLLang(lang), config.BaseURL + other.URL})
		}
	}
	return all
}

// HTMLLang is the lang attribute of a site's language: a browser chooses glyphs
// and line breaks by it, and plain "zh" leaves the script open.
func HTMLLang(lang string) string {
	if lang == "zh" {
		return "zh-CN"
	}
	return lang
}

// edit is where the page's source can be edited on the repository's host.
func (p *Page) edit() string {
	repo := p.site.source.Config.Repository
	if repo == nil || p.Source == "" {
		return ""
	}
	file := p.Source
	if repo.Path != "" && repo.Path != "." {
		file = strings.Trim(repo.Path, "/") + "/" + file
	}
	switch repo.Type {
	case "github", "gitee":
		return repo.URL + "/edit/" + repo.Branch + "/" + file
	case "gitlab":
		return repo.URL + "/-/edit/" + repo.Branch + "/" + file
	case "gitea":
		return repo.URL + "/_edit/" + repo.Branch + "/" + file
	}
	return ""
}
