package data

import (
	"gradus/internal/maturity"
	"gradus/internal/score"
)

// TeamSchema names the form of a team's JSON.
const TeamSchema = "gradus/team/v1"

// Team is api/v1/teams/<team>.json: all of a team's scorecards.
type Team struct {
	Schema string `json:"schema"` // always [TeamSchema]
	Name
	Group      string         `json:"group"`
	Tags       []string       `json:"tags"`
	Retired    *maturity.Date `json:"retired"`
	Owner      string         `json:"owner,omitempty"`
	Scorecards []Scorecard    `json:"scorecards"` // newest first
}

// A Scorecard is what one assessment amounts to, with what was said beside the
// ratings as far as it is published.
type Scorecard struct {
	*score.Scorecard
	Assessors []string `json:"assessors,omitempty"`
	Scope     Text     `json:"scope,omitempty"`
	Summary   Text     `json:"summary,omitempty"` // Markdown
	Remarks   []Remark `json:"remarks"`           // in the model's order
}

// A Remark is what was said beside a rating, or beside the answer to a
// criterion.
type Remark struct {
	Capability string         `json:"capability"`
	Criterion  string         `json:"criterion,omitempty"` // "" for the rating itself
	Note       Text           `json:"note,omitempty"`      // Markdown
	Reason     Text           `json:"reason,omitempty"`
	Review     *maturity.Date `json:"review,omitempty"`
	Evidence   []Evidence     `json:"evidence,omitempty"`
}

// Evidence is where a claim can be checked.
type Evidence struct {
	Title Text           `json:"title,omitempty"`
	URL   string         `json:"url"`
	Date  *maturity.Date `json:"date,omitempty"`
}

// Team returns all that the site shows of a published team.
func (d *Data) Team(t *maturity.Team) Team {
	out := Team{
		Schema:     TeamSchema,
		Name:       Name{t.ID, d.text(t.Name)},
		Group:      t.Group,
		Tags:       list(t.Tags),
		Retired:    orNull(t.Retired),
		Scorecards: []Scorecard{},
	}
	if d.publish(t).People {
		out.Owner = t.Owner
	}
	for i := len(t.Assessments) - 1; i >= 0; i-- {
		out.Scorecards = append(out.Scorecards, d.scorecard(t, t.Assessments[i]))
	}
	return out
}
