package site

import (
	"slices"
	"strings"

	"gradus/internal/address"
	"gradus/internal/load"
	"gradus/internal/markdown"
)

// A Body is a document on the page that shows it. What the Markdown renderer
// asks of the site, it answers.
type Body struct {
	Document *markdown.Document
	page     *Page
	file     string
	lang     string   // that the document is written in
	numbers  []string // of the headings
}

func (p *Page) body(doc *load.Document) *Body {
	return &Body{Document: doc.Body, page: p, file: doc.Pos.Path, lang: doc.Lang, numbers: headingNumbers(p.Number, doc.Body.Headings)}
}

// HeadingNumber is the number of the heading with an index, or "".
func (b *Body) HeadingNumber(i int) string { return b.numbers[i] }

// Prefix stands before the ids of the document, "" where it has a page of its
// own: in the handbook as one document, no two may be the same.
func (b *Body) Prefix() string { return b.page.anchor("") }

// HeadingShift is by how many levels headings stand lower than on a page of
// their own.
func (b *Body) HeadingShift() int {
	if b.page.printed == "" {
		return 0
	}
	return 1
}

// Word is a word that the renderer adds, in the language the document is
// written in, which is not always that of the page.
func (b *Body) Word(key string) string {
	text, _ := b.page.site.opts.Words.In(b.lang).Text("text." + key)
	return text
}

// Link is where a link of the document leads from this page, and whether that
// is out of the site. A link into the document's own language stays in the
// language of the page.
func (b *Body) Link(l markdown.Link) (href string, external bool) {
	config := b.page.site.source.Config
	link, err := address.ParseLink(l.Target, b.file, config.Languages)
	if err != nil {
		return "", false // package check has told the author
	}
	switch link.Kind {
	case address.ToURL:
		return link.URL, true
	case address.ToFile:
		return address.Relative(b.page.URL, b.page.site.url(link.Lang, link.Path), false), false
	}
	addr, ok := link.Address()
	if !ok {
		return "", false
	}
	lang := b.page.Lang
	if link.Kind == address.ToPage {
		if link.Lang != b.lang {
			lang = link.Lang
		} else if lang != b.lang && !b.page.site.hasAnchor(lang, link.Path, link.Anchor) {
			addr = link.Path // the translation has no such place
		}
	}
	return b.page.hrefIn(lang, addr), false
}

// hasAnchor reports whether a document, as a language shows it, has a heading
// with an id, or its domain an area of that name.
func (s *Site) hasAnchor(lang, addr, anchor string) bool {
	path := strings.TrimSuffix(addr, "/")
	doc := s.document(lang, path)
	return s.source.Model.Area(path+"."+anchor) != nil ||
		doc != nil && slices.ContainsFunc(doc.Body.Headings, func(h markdown.Heading) bool { return h.ID == anchor })
}

// ImageSize is the size in pixels of a picture that lies beside the documents;
// 0 where its format does not say.
func (b *Body) ImageSize(l markdown.Link) (width, height int) {
	link, err := address.ParseLink(l.Target, b.file, b.page.site.source.Config.Languages)
	if err != nil || link.Kind != address.ToFile {
		return 0, 0
	}
	for _, a := range b.page.site.source.Assets {
		if a.Path == link.Lang+"/"+link.Path {
			return imageSize(a)
		}
	}
	return 0, 0
}

// Table is the level table for the id in a `levels` block: of an area, of a
// single capability, or the overview for "all".
func (b *Body) Table(id string) LevelTable {
	p := b.page
	if id == overviewTable {
		return p.overview()
	}
	if a := p.site.source.Model.Area(id); a != nil {
		return p.areaTable(a)
	}
	if c := p.site.source.Model.Capability(id); c != nil {
		return p.capabilityTable(c)
	}
	return LevelTable{} // package check has told the author
}
