package site

import (
	"cmp"
	"encoding/json"
	"slices"

	"gradus/internal/address"
	"gradus/internal/maturity"
)

// A CompareView is the view of the page that sets two assessments side by
// side. A script does that; without one the page lists the scorecards.
type CompareView struct {
	Sides     []string // "a" and "b", as the address calls them
	Teams     []Link   // the newest scorecard of each team that publishes them
	ModelFile string   // the model for scripts, relative to the page
	Data      string   // JSON for the script
}

// compareData is what the script of the page begins with.
type compareData struct {
	scriptFrame
	Teams [][2]string `json:"teams"` // id and name, in the order of the list
}

// addCompare adds the page to a site that shows any scorecard.
func (s *Site) addCompare(lang string) {
	if len(s.publishedTeams()) == 0 {
		return
	}
	p := &Page{Kind: KindCompare, Lang: lang, Address: address.Compare, site: s}
	p.Title, p.Description = p.word("compare.title"), p.word("compare.description")
	p.view = func(p *Page) (any, error) { return p.compareView() }
	s.add(s.Page(s.url(lang, address.Teams)), p)
}

func (p *Page) compareView() (CompareView, error) {
	view := CompareView{Sides: []string{"a", "b"}, ModelFile: p.root() + p.site.modelFiles[p.Lang]}
	data := compareData{scriptFrame: p.scriptFrame("compare.", "kind.", "na", "unassessed")}
	for _, t := range p.teamsByName() {
		view.Teams = append(view.Teams, Link{p.text(t.Name), p.href(address.Team(t.ID))})
		data.Teams = append(data.Teams, [2]string{t.ID, p.text(t.Name)})
	}
	text, err := json.Marshal(data)
	view.Data = string(text)
	return view, err
}

// teamsByName are the published teams by name, in the order of the language.
func (p *Page) teamsByName() []*maturity.Team {
	teams, c := p.site.publishedTeams(), p.collator()
	slices.SortStableFunc(teams, func(a, b *maturity.Team) int {
		return cmp.Or(c.CompareString(p.text(a.Name), p.text(b.Name)), cmp.Compare(a.ID, b.ID))
	})
	return teams
}
