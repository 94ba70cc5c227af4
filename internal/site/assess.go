package site

import (
	"encoding/json"

	"gradus/internal/address"
	"gradus/internal/score"
)

// An AssessView is the view of the form by which a team assesses itself. A
// script makes the form; without one the page says how else it can be done.
type AssessView struct {
	Domains    []Link
	Example    string // of the file to write: "assessments/team/2026-10-31.yaml"
	ModelFile  string // the model for scripts, relative to the page
	RubricFile string // what people read of the model, relative to the page
	data       assessData
}

// Data is what the script begins with, as JSON.
func (v AssessView) Data() (string, error) {
	text, err := json.Marshal(v.data)
	return string(text), err
}

type assessData struct {
	scriptFrame
	Lang       string          `json:"lang"`  // of the site's languages
	Teams      [][2]string     `json:"teams"` // id and name of those the site shows and that have not retired
	Repository *repositoryData `json:"repository,omitempty"`
}

// repositoryData is where a finished assessment goes. It comes from gradus.yaml
// alone, never from the page's address.
type repositoryData struct {
	Type   string `json:"type"`
	URL    string `json:"url"`
	Branch string `json:"branch"`
	Path   string `json:"path"` // of the site's folder in it; "" for its root
}

// addAssess adds the form, in every language of every site.
func (s *Site) addAssess(lang string) {
	p := &Page{Kind: KindAssess, Lang: lang, Address: address.Assess, site: s}
	p.Title, p.Description = p.word("assess.title"), p.word("assess.description")
	p.view = func(p *Page) (any, error) { return p.assessView(), nil }
	s.add(s.home(lang), p)
}

func (p *Page) assessView() AssessView {
	view := AssessView{
		Example:    "assessments/payments/2026-10-31.yaml",
		ModelFile:  p.root() + p.site.modelFiles[p.Lang],
		RubricFile: p.root() + p.site.rubricFiles[p.Lang],
		data:       assessData{scriptFrame: p.scriptFrame("assess.", "kind.", "na", "unassessed", "list.separator", "colon"), Lang: p.Lang},
	}
	for _, d := range p.site.source.Model.Domains {
		view.Domains = append(view.Domains, p.domainLink(d))
	}
	for _, t := range p.teamsByName() {
		if !score.Retired(t, p.site.opts.AsOf) {
			view.data.Teams = append(view.data.Teams, [2]string{t.ID, p.text(t.Name)})
		}
	}
	if r := p.site.source.Config.Repository; r != nil {
		view.data.Repository = &repositoryData{r.Type, r.URL, r.Branch, r.Path}
		if r.Path == "." {
			view.data.Repository.Path = ""
		}
	}
	return view
}
