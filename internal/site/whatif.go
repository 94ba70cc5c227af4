package site

import (
	"encoding/json"

	"gradus/internal/maturity"
	"gradus/internal/score"
)

// A WhatIf lets a reader of a scorecard raise and lower capabilities and watch
// the score follow. A script does that, with the twin of package score.
type WhatIf struct {
	ModelFile string // the model for scripts, relative to the page
	data      whatIfData
}

// Data is what the script begins with, as JSON.
func (w WhatIf) Data() (string, error) {
	text, err := json.Marshal(w.data)
	return string(text), err
}

// whatIfData is nothing but what a score is made of, without a text of the team.
type whatIfData struct {
	scriptFrame
	Team    targetsOf              `json:"team"`
	Ratings map[string]*ratingData `json:"ratings"`
}

func (p *Page) whatIf(t *maturity.Team, card *score.Scorecard) WhatIf {
	return WhatIf{p.root() + p.site.modelFiles[p.Lang], whatIfData{
		scriptFrame: p.scriptFrame("what-if.", "series.", "na", "unassessed"),
		Team:        newTargetsOf(t),
		Ratings:     ratingsData(card, maturity.Publish{}, p.site.shownOf(t)),
	}}
}
