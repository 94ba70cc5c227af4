package site

import (
	"gradus/internal/address"
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
	Text   string   // Markdown of the inline kind
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
		term := TermView{ID: address.TermAnchor(t.ID), Term: p.text(t.Term), Avoid: t.Avoid[p.Lang], Text: p.text(t.Text)}
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
