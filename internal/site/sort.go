package site

import (
	"cmp"
	"slices"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
)

// collator orders text the way the page's language does: Chinese by pinyin.
func (p *Page) collator() *collate.Collator {
	return collate.New(language.Make(p.Lang), collate.Numeric)
}

func (p *Page) sortTerms(terms []TermView) {
	c := p.collator()
	slices.SortStableFunc(terms, func(a, b TermView) int {
		return cmp.Or(c.CompareString(a.Term, b.Term), cmp.Compare(a.ID, b.ID))
	})
}

// sortTeams orders teams by group, then by name: no ranking unless a reader
// asks for it.
func (p *Page) sortTeams(teams []TeamRow) {
	c := p.collator()
	slices.SortStableFunc(teams, func(a, b TeamRow) int {
		return cmp.Or(cmp.Compare(a.Group, b.Group), c.CompareString(a.Title, b.Title), cmp.Compare(a.ID, b.ID))
	})
}
