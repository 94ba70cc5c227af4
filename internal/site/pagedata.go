package site

import (
	"encoding/json"
	"strings"

	"gradus/internal/address"
	"gradus/internal/load"
)

// pageData is what the script of every page reads: themes/default/src/page.js.
type pageData struct {
	Words map[string]string   `json:"words"`           // those that scripts say, by key
	Terms map[string]termCard `json:"terms,omitempty"` // that the text links to, by anchor in the glossary
	Moved map[string]string   `json:"moved,omitempty"` // former anchors of the page: where each leads
}

// A termCard explains a term where it is used.
type termCard struct {
	Term string `json:"term"`
	Text string `json:"text"`
}

// data is the page's data as JSON.
func (p *Page) data() (string, error) {
	out := pageData{Words: p.words().WithPrefix("script."), Terms: p.termCards(), Moved: map[string]string{}}
	for anchor, to := range p.site.moved[p.URL] {
		out.Moved[anchor] = address.Relative(p.URL, to, p.site.opts.Portable)
	}
	content, err := json.Marshal(out)
	return string(content), err
}

// termCards explains the terms that the page's document links to.
func (p *Page) termCards() map[string]termCard {
	if p.doc == nil {
		return nil
	}
	cards := map[string]termCard{}
	for _, link := range p.doc.Body.Links {
		target, err := address.ParseLink(link.Target, p.doc.Pos.Path, p.site.source.Config.Languages)
		if err != nil || target.Kind != address.ToTerm {
			continue
		}
		if t := p.site.term(target.ID); t != nil {
			text := strings.TrimSpace(p.termText(t).Document.Text())
			cards[address.TermAnchor(t.ID)] = termCard{p.text(t.Term), text}
		}
	}
	return cards
}

// term returns the term with an id, or nil.
func (s *Site) term(id string) *load.Term {
	for _, t := range s.source.Terms {
		if t.ID == id {
			return t
		}
	}
	return nil
}
