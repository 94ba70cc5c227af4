package site

import (
	"gradus/internal/address"
	"gradus/internal/diag"
	"gradus/internal/load"
	"gradus/internal/markdown"
)

// A GlossaryView is the view of the glossary.
type GlossaryView struct {
	Terms []TermView // in the order of the words in the page's language
}

// A TermView is one term.
type TermView struct {
	ID     string // anchor: "t-slo"
	Term   string
	Others []string // the term in the site's other languages, where it differs
	Avoid  []string // wordings not to use
	Text   *Body
}

func (s *Site) addGlossary(home *Page) {
	p := &Page{Kind: KindGlossary, Lang: home.Lang, Address: address.Glossary, Source: "content/terms.yaml"}
	s.add(home, p)
	p.Title = p.word("glossary.title")
	p.view = func(p *Page) (any, error) { return p.glossaryView(), nil }
}

func (p *Page) glossaryView() GlossaryView {
	var view GlossaryView
	for _, t := range p.site.source.Terms {
		term := TermView{ID: p.anchor(address.TermAnchor(t.ID)), Term: p.text(t.Term), Avoid: t.Avoid[p.Lang], Text: p.termText(t)}
		for _, lang := range p.site.source.Config.Languages {
			if other := t.Term.In(lang); lang != p.Lang && other != term.Term {
				term.Others = append(term.Others, other)
			}
		}
		view.Terms = append(view.Terms, term)
	}
	p.sortTerms(view.Terms)
	return view
}

// termText is the text of a term. Its links are those of a document that lies
// where the glossary would, as package check reads them.
func (p *Page) termText(t *load.Term) *Body {
	wording, lang := t.Text.Find(p.Lang, p.site.source.Config.Languages[0])
	if lang == "" {
		lang = p.Lang
	}
	doc, _ := markdown.Parse([]byte(wording), t.Pos) // package check has told the author
	return p.body(&load.Document{Pos: diag.Position{Path: "content/" + lang + "/glossary.md"}, Lang: lang, Body: doc})
}
